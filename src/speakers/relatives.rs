//! Whom "who", "whose", "which" and "that" mean: the noun phrase before them, over what hangs on it with a preposition and
//! over what is set beside it.

use super::anonymous::is_anonymous;
use super::cast::{Figure, FigureId, FigureKind, Sighting};
use super::clause::classify_place;
use super::phrase::Part;
use super::titles::governed;
use super::walk::{Meaning, Walk};
use super::{PLACES, Reading};
use crate::document::{Form, Kind, Phrase, PhraseKind, Resolution, Tables, Tag};
use crate::key::{key, keys};
use crate::lexicon::RoleKind;
use crate::span::Run;

const PERSONS: [u64; 2] = keys(["who", "whom"]);
const THINGS: [u64; 2] = keys(["which", "that"]);
const WHOSE: u64 = key("whose");
/// Words that take all of those before: "all of whom".
const ALL: [u64; 3] = keys(["all", "both", "each"]);
/// How many noun phrases may hang on one another.
const HANGING: usize = 5;
/// Tokens in the brackets between a name and its pronoun: "Poe (D-Ohio), who".
const BRACKETS: usize = 6;

/// Whether the word is one of those pronouns.
pub(super) fn is_relative(word: u64) -> bool {
    PERSONS.contains(&word) || THINGS.contains(&word) || word == WHOSE
}

/// What a relative pronoun asks for: "who" for persons, "which" for things, "whose" for either.
#[derive(Clone, Copy)]
struct Asks {
    persons: bool,
    things: bool,
}

impl Asks {
    fn of(word: u64) -> Asks {
        let persons = PERSONS.contains(&word);
        Asks { persons: persons || word == WHOSE, things: !persons }
    }
}

/// The token that stands for all of those before a relative pronoun: "all" of "all of whom".
pub(super) fn all_of(tables: &Tables, at: usize) -> Option<usize> {
    let all = at.checked_sub(2).filter(|_| tables.is(at - 1, key("of")))?;
    tables.is_one_of(all, &ALL).then_some(all)
}

/// Where the noun phrase before a relative pronoun ends, and whether something stands between.
fn end_before(tables: &Tables, at: usize) -> (usize, bool) {
    let mut end = all_of(tables, at).unwrap_or(at);
    let preposition = end == at && end > 0 && matches!(tables.tag(end - 1), Tag::IN | Tag::TO);
    end -= usize::from(preposition);
    let comma = end > 0 && matches!(tables.kind(end - 1), Kind::Comma | Kind::Dash);
    end -= usize::from(comma);
    let closes = end > 0 && tables.kind(end - 1) == Kind::Close;
    let open = (end.saturating_sub(BRACKETS)..end).rev().find(|at| tables.kind(*at) == Kind::Open);
    (open.filter(|_| closes).unwrap_or(end), comma || closes)
}

/// The noun phrase that ends at `end` and those that it hangs on with prepositions, the nearest first.
fn hanging(tables: &Tables, end: usize) -> Vec<Phrase> {
    let noun = |end: usize| {
        let phrase = tables.phrase_at(end.checked_sub(1)?)?;
        (phrase.kind == PhraseKind::Noun).then_some(*phrase)
    };
    let outer = |phrase: &Phrase| {
        let before = phrase.tokens.first().checked_sub(1)?;
        if matches!(tables.tag(before), Tag::IN | Tag::TO) { noun(before) } else { None }
    };
    std::iter::successors(noun(end), outer).take(HANGING).collect()
}

impl Walk<'_> {
    /// Whom the relative pronoun at `at` means: several, if its verb says so, "voters for Poe who *believe*".
    pub(super) fn antecedent(&mut self, at: usize) -> Option<FigureId> {
        let many = self.reading.tables.tag(at + 1) == Tag::VBP
            || self.reading.tables.is(at + 1, key("were"));
        let one = |figure: &Figure| figure.kind == FigureKind::Person && figure.members.is_empty();
        let found = self.nearest_before(at)?;
        (!(many && self.cast.figure(found).is_some_and(one))).then_some(found)
    }

    /// Who or what stands before the relative pronoun at `at`.
    fn nearest_before(&mut self, at: usize) -> Option<FigureId> {
        let tables = self.reading.tables;
        let asks = Asks::of(tables.key(at));
        let (end, apart) = end_before(tables, at);
        let phrases = hanging(tables, end);
        let outer = *phrases.last()?;
        // "between Berg and Poe, who *has* said"
        let one = tables.tag(at + 1) == Tag::VBZ || tables.is(at + 1, key("was"));
        let fits = |phrase: &Phrase| {
            let named = is_named(tables, phrase);
            // A clause that tells which one is meant follows no name: "a friend of Ann Poe who …".
            let told = !named || apart || phrase.tokens == outer.tokens;
            self.standing(phrase, one).filter(|id| told && self.may_be(*id, asks))
        };
        let found = phrases.iter().find_map(|phrase| Some((fits(phrase)?, phrase.tokens)));
        if found.is_none_or(|(_, tokens)| tokens == outer.tokens)
            && let Some(named) = self.named_beside(&outer, asks)
        {
            return Some(named);
        }
        let found = found.map(|(id, _)| id);
        found
            .or_else(|| self.maker_in(&outer))
            .or_else(|| if asks.persons { self.named_in(&phrases) } else { None })
            .or_else(|| if asks.persons { None } else { self.government_in(&outer) })
            .or_else(|| self.nameless(&outer, asks))
    }

    /// The government whose capital the noun phrase names: "from Paris, which fears …".
    fn government_in(&mut self, phrase: &Phrase) -> Option<FigureId> {
        let mention = self.reading.tables.mention_at(phrase.head())?;
        let country = governed(self.reading, mention)?;
        let entity = self.cast.entity_of_row(self.reading.gazetteer, country)?;
        self.cast.figure_of(self.reading, entity)
    }

    /// Who was seen last at the head of the noun phrase; `one` rules out two together.
    fn standing(&self, phrase: &Phrase, one: bool) -> Option<FigureId> {
        let holds = |run: Run| run.holds(phrase.head());
        let pair = |id: FigureId| self.cast.figure(id).is_some_and(|it| it.members.len() > 1);
        let fits = |it: &Sighting| holds(it.run) && !(one && pair(it.figure));
        let seen = self.cast.recent().find(|(_, it)| fits(it)).map(|(_, it)| it.figure);
        let described = |it: &&Meaning| it.token == phrase.head && it.how == Resolution::Apposition;
        let meant = || self.meanings.iter().rev().take(4).find(described);
        seen.or_else(|| meant().map(|it| it.figure))
    }

    /// The organisation whose document the noun phrase is: "the Vestposten report, which …".
    fn maker_in(&self, phrase: &Phrase) -> Option<FigureId> {
        let noun = self.reading.tables.tokens.get(phrase.head())?.key;
        let role = self.reading.lexicon.names.roles.word(noun)?;
        let mut inside = self.cast.recent().filter(|(_, it)| phrase.tokens.contains(it.run));
        let (_, maker) = inside.next().filter(|_| role.kind == RoleKind::Document)?;
        Some(maker.figure).filter(|id| self.may_be(*id, Asks::of(key("which"))))
    }

    /// The name nearest to "who" where nothing else before it is a person: "a letter from Ann Poe who …".
    fn named_in(&self, phrases: &[Phrase]) -> Option<FigureId> {
        let Reading { tables, lexicon, .. } = self.reading;
        let (nearest, others) = phrases.split_first().filter(|(it, _)| is_named(tables, it))?;
        let thing = |phrase: &Phrase| {
            let noun = tables.key(phrase.head());
            let role = lexicon.names.roles.word(noun);
            role.is_some_and(|role| role.kind == RoleKind::Document)
        };
        let fits =
            |id: &FigureId| others.iter().all(thing) && self.may_be(*id, Asks::of(key("who")));
        self.standing(nearest, false).filter(fits)
    }

    /// Whether a pronoun that asks for this may mean the figure.
    fn may_be(&self, id: FigureId, asks: Asks) -> bool {
        use FigureKind::{Country, Organisation, People, Person};
        self.cast.figure(id).is_some_and(|figure| match figure.kind {
            People => true,
            Person => asks.persons,
            Organisation | Country => asks.things,
            FigureKind::Place => false,
        })
    }

    /// The name that the noun phrase is set beside: "Ann Poe of Marsk, the mayor of the town, who …", "Poe, 46, who …".
    fn named_beside(&self, phrase: &Phrase, asks: Asks) -> Option<FigureId> {
        let tables = self.reading.tables;
        let first = phrase.tokens.first();
        let hangs = first > 1 && matches!(tables.tag(first - 1), Tag::IN | Tag::TO);
        let comma = first.checked_sub(1 + usize::from(hangs))?;
        let described = hangs
            || matches!(tables.tag(first), Tag::DT | Tag::PRPS | Tag::CD)
            || asks.persons
                && is_named(tables, phrase)
                && !self.standing(phrase, false).is_some_and(|id| self.may_be(id, asks));
        let names = hanging(tables, comma);
        let place = tables.is_one_of(phrase.head(), &PLACES);
        let fits = |id: &FigureId| {
            let kind = self.cast.figure(*id).map(|it| it.kind);
            let land = matches!(kind, Some(FigureKind::Country | FigureKind::Place));
            kind != Some(FigureKind::People) && if land { place } else { self.may_be(*id, asks) }
        };
        let beside = described && tables.kind(comma) == Kind::Comma;
        let names = names.iter().filter(|phrase| beside && is_named(tables, phrase));
        names.filter_map(|phrase| self.standing(phrase, false)).find(fits)
    }

    /// Somebody whom the noun phrase does not name and who was not seen in it.
    fn nameless(&mut self, phrase: &Phrase, asks: Asks) -> Option<FigureId> {
        let tables = self.reading.tables;
        let (run, head) = (phrase.tokens, phrase.head());
        let part = Part::at(tables, run, head);
        if is_named(tables, phrase) || !asks.persons && !is_anonymous(self.reading, &part) {
            return None;
        }
        let many = matches!(tables.tag(head), Tag::NNS | Tag::NNPS);
        let kind = if many || !asks.persons { FigureKind::People } else { FigureKind::Person };
        Some(self.add_unnamed(kind, run, classify_place(tables, run)))
    }
}

/// Whether the noun phrase is a name; "Republicans" is none.
fn is_named(tables: &Tables, phrase: &Phrase) -> bool {
    let mention = tables.mention_at(phrase.head());
    mention.is_some_and(|mention| mention.form != Form::Demonym)
}
