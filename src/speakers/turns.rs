//! Who has a turn in a dialogue: who bears the name of the label, however that is written, a role, or who is interviewed.

use super::cast::only;
use super::names::{ByName, file};
use super::pronouns::{Pronoun, classify_pronoun};
use super::{Resolved, Resolver};
use crate::claims::{NAMELESS, holds};
use crate::document::{
    ANSWER, Act, Block, Claim, EntityId, EntityType, Form, Kind, Mention, Part, QUESTION,
    Resolution, Source, Tables, Token,
};
use crate::key::{KeySet, key, key_of, keys};
use crate::lexicon::class;
use crate::rules::TURN;
use crate::span::Run;

impl Resolver<'_> {
    /// Whom the label of a turn means.
    pub(super) fn turn(&mut self, source: &Source) -> Resolved {
        let tables = self.reading.tables;
        let first = source.tokens.first();
        let alone = source.tokens.len() == 1;
        if alone && ANSWER.contains(&tables.key(first)) {
            let known = self.interviewee.clone();
            let first = || {
                let turn = tables.claims.iter().find(|claim| &*claim.rule == TURN);
                turn.and_then(|turn| turn.source.as_ref()).map_or(0, |it| it.tokens.start)
            };
            return self
                .interviewee
                .insert(known.unwrap_or_else(|| self.interviewee(first())))
                .clone();
        }
        let ends = |at: &usize| !matches!(tables.kind(*at), Kind::Word | Kind::Clitic);
        let end = source.tokens.range().find(ends).unwrap_or(source.tokens.after());
        let name = Run::new(first, end.max(first + 1));
        let name = without_origin(tables, name);
        let last = tables.key(name.last());
        if alone && QUESTION.contains(&last) {
            return self.examiner(first);
        }
        if NAMELESS.holds(last) {
            return Resolved::default();
        }
        if let Some(person) = self.initialled(name).filter(|_| alone) {
            self.walk.changes.added.push((name, Form::Name, person));
            return Resolved::to(person, Resolution::Name);
        }
        if let Some(mention) = tables.mention_at(name.last()).filter(|it| is_bearer(tables, it)) {
            return self.bearer(mention, last);
        }
        let resolved = self.source(source);
        let role = self.reading.lexicon.names.class(last) & (class::OFFICE | class::HUMAN) != 0;
        if role { resolved } else { self.by_last_word(name) }
    }

    /// Whom the name in a label means that ends in the word `last`.
    fn bearer(&mut self, mention: &Mention, last: u64) -> Resolved {
        let tables = self.reading.tables;
        let bearers = self.labels.get_or_insert_with(|| find_labels(tables));
        let kind = |id: EntityId| tables.entities.get(id.index()).map(|it| it.kind);
        // Capitals alone do not make "REED" an organisation where the text calls somebody so.
        let person = bearers.get(&last).copied().flatten();
        let person = person.filter(|id| kind(*id) == Some(EntityType::Person));
        match person.filter(|_| tables.entity_type(mention) != Some(EntityType::Person)) {
            Some(person) => {
                self.walk.changes.moved.push((mention.tokens.start, Form::Name, person));
                Resolved::to(person, Resolution::Name)
            }
            None => self.named(mention),
        }
    }

    /// The only one whose name ends as that of a label, or somebody new.
    fn by_last_word(&mut self, name: Run) -> Resolved {
        let tables = self.reading.tables;
        let last = tables.key(name.last());
        let bearers = self.labels.get_or_insert_with(|| find_labels(tables));
        let entity = match bearers.get(&last) {
            // Two bear it.
            Some(None) => return Resolved::default(),
            Some(Some(entity)) => *entity,
            None => {
                let person =
                    self.walk.cast.person_named(label_name(self.reading.text, tables, name));
                bearers.insert(last, Some(person));
                person
            }
        };
        self.walk.changes.added.push((name, Form::Name, entity));
        Resolved::to(entity, Resolution::Name)
    }

    /// Who asks as "Q": whom the last line above names that tells so, "BY MS. POE:".
    fn examiner(&mut self, at: usize) -> Resolved {
        let tables = self.reading.tables;
        let lines = self.examiners.get_or_insert_with(|| {
            let lines = tables.blocks.iter().filter(|it| tells_examiner(tables, it));
            lines.map(|it| it.tokens).collect()
        });
        let above = lines.partition_point(|line| line.first() < at);
        let line = above.checked_sub(1).and_then(|last| lines.get(last));
        let name = line.and_then(|line| tables.mention_at(line.last().checked_sub(1)?));
        match name.filter(|it| is_bearer(tables, it)) {
            Some(name) => self.named(name),
            None => Resolved::default(),
        }
    }

    /// The only person whose initials a label is: "AP" for Ann Poe.
    fn initialled(&mut self, label: Run) -> Option<EntityId> {
        let super::Reading { text, tables, .. } = self.reading;
        let letters = tables.span(label).of(text);
        let capitals = tables.tokens.get(label.first())?.has(Token::ALL_CAPS);
        if !capitals || !(2..=3).contains(&letters.len()) {
            return None;
        }
        let initials = self.initials.get_or_insert_with(|| initials(text, tables));
        initials.get(&key_of(letters)).copied().flatten()
    }

    /// Who answers as "A" in an interview that begins at a token: the only person whom the paragraphs above it name, or the first of
    /// them.
    pub(super) fn interviewee(&self, first: u32) -> Resolved {
        let tables = self.reading.tables;
        let told = |mention: &&Mention| {
            let part = tables.sentence_at(mention.tokens.first()).map(|it| it.part);
            let at = tables.blocks.partition_point(|it| it.tokens.end <= mention.tokens.start);
            let asks = tables.blocks.get(at).is_some_and(|it| tells_examiner(tables, it));
            !asks
                && is_bearer(tables, mention)
                && tables.entity_type(mention) == Some(EntityType::Person)
                && !matches!(part, Some(Part::Byline | Part::Credit))
        };
        let above = tables.mentions.iter().take_while(|it| it.tokens.start < first).filter(told);
        let top = tables.blocks.first().map_or(0, |block| block.tokens.end);
        let title = above.clone().take_while(|it| it.tokens.start < top);
        let one = only(title.map(|it| it.entity))
            .or_else(|| only(above.clone().map(|it| it.entity)))
            .or_else(|| self.other_of_two(above.clone()));
        let named = one.and_then(|one| above.clone().find(|it| it.entity == one));
        named.map_or_else(Resolved::default, |mention| Resolved {
            antecedent: Some(mention.span),
            ..Resolved::to(mention.entity, Resolution::Nominal)
        })
    }

    /// Who answers of the only two persons who are named above the dialogue: the other one than who interviews, or than who is
    /// named later and talked to: "Ann Poe runs the port. She spoke to *Tom Reed*."
    fn other_of_two<'m>(
        &self,
        above: impl Iterator<Item = &'m Mention> + Clone,
    ) -> Option<EntityId> {
        let tables = self.reading.tables;
        let first = above.clone().next()?;
        let second = above.clone().find(|it| it.entity != first.entity)?;
        let two = [first, second];
        if above.clone().any(|it| two.iter().all(|known| known.entity != it.entity)) {
            return None;
        }
        let reports = |entity: EntityId| {
            let figure = self.walk.cast.figures.iter().find(|it| it.entity == Some(entity));
            figure.is_some_and(|it| REPORTERS.iter().any(|word| it.words.contains(word)))
        };
        let asks = |who: &&Mention| {
            let mut own = above.clone().filter(|it| it.entity == who.entity);
            own.any(|it| interviews(tables, it)) || reports(who.entity)
        };
        let talked = is_talked_to(tables, second);
        let told = |it: &Mention| it.name.is_some_and(|name| name != it.span);
        let sentence = |it: &Mention| tables.sentence_at(it.tokens.first()).map(|it| it.span.start);
        let later = || sentence(first) < sentence(second) || told(first) && !told(second);
        match (asks(&first), asks(&second)) {
            (true, false) => Some(second.entity),
            (false, true) => Some(first.entity),
            (false, false) if talked && later() => Some(first.entity),
            _ => None,
        }
    }
}

/// Verbs for what two do who talk to each other.
const TALKS: KeySet<14> = KeySet::new([
    "spoke", "speaks", "talked", "talks", "sat", "sits", "told", "tells", "chatted", "chats",
    "met", "meets", "answers", "answered",
]);
/// Words for who asks in an interview.
const REPORTERS: [u64; 6] =
    keys(["reporter", "journalist", "correspondent", "interviewer", "columnist", "writer"]);

/// Whether who is named there asks in an interview: "interviewed by *Tom Reed*", "*Tom Reed* interviewed".
fn interviews(tables: &Tables, mention: &Mention) -> bool {
    const INTERVIEW: [u64; 3] = keys(["interview", "interviewed", "interviews"]);
    let (first, end) = (mention.tokens.first(), mention.tokens.after());
    let by = first
        .checked_sub(2)
        .is_some_and(|at| tables.is(at + 1, key("by")) && tables.is_one_of(at, &INTERVIEW));
    by || tables.is_one_of(end, &INTERVIEW[1..])
}

/// Whether somebody talks to who is named there: "She *spoke to* Tom Reed", "he *tells* Tom Reed how".
fn is_talked_to(tables: &Tables, mention: &Mention) -> bool {
    const TO: [u64; 2] = keys(["to", "with"]);
    let phrase = tables.phrase_at(mention.tokens.first()).map(|it| it.tokens.first());
    let Some(at) = phrase.and_then(|it| it.checked_sub(1)) else { return false };
    let from = if tables.is_one_of(at, &TO) { at.saturating_sub(2) } else { at };
    (from..=at).any(|at| TALKS.holds(tables.key(at)))
}

/// The first token of an interview without labels: paragraphs that ask "you" something, each with one below it that asks nothing,
/// of which one answers in the first person. Columnists ask their readers once or twice: two questions are an interview where the
/// text above says so.
pub(super) fn find_questions(tables: &Tables) -> Option<u32> {
    /// Questions, and the tokens of one.
    const FEWEST: usize = 3;
    const LONGEST: usize = 40;
    const YOU: [u64; 4] = keys(["you", "your", "yours", "yourself"]);
    const OWN: [u64; 5] = keys(["i", "my", "me", "we", "our"]);
    let says = |run: Run, words: &[u64]| {
        run.range().any(|at| tables.is_one_of(at, words) && tables.speech(at) == 0)
    };
    let asks = |block: &Block| {
        let run = block.tokens;
        let ends = run.range().last().is_some_and(|it| tables.kind(it) == Kind::Question);
        ends && run.len() <= LONGEST && says(run, &YOU) && !says(run, &OWN)
    };
    let mut questions =
        tables.blocks.windows(2).filter(|pair| asks(&pair[0]) && !asks(&pair[1])).peekable();
    let first = questions.peek()?[0].tokens.start;
    let (mut all, mut own) = (0, false);
    for pair in questions {
        all += 1;
        own |= says(pair[1].tokens, &OWN);
    }
    let turns = tables.claims.iter().any(|claim| &*claim.rule == TURN);
    let announced = || (0..first as usize).any(|at| is_announced(tables, at));
    let enough = all >= FEWEST || all + 1 == FEWEST && announced();
    (enough && own && !turns).then_some(first)
}

/// Whether a token tells that an interview follows: "in an *interview*", "She *spoke* to us", "We *sat* down with Ann Poe".
fn is_announced(tables: &Tables, at: usize) -> bool {
    const NOUNS: [u64; 6] =
        keys(["interview", "interviewed", "interviews", "q&a", "conversation", "questions"]);
    const BEHIND: [u64; 4] = keys(["to", "with", "us", "me"]);
    let talks = TALKS.holds(tables.key(at));
    tables.is_one_of(at, &NOUNS) || talks && (1..3).any(|it| tables.is_one_of(at + it, &BEHIND))
}

/// "You" in what somebody asks means the only other one who has turns and asks nothing.
pub(super) fn address_turns(
    tables: &Tables,
    found: &mut [[Option<Resolved>; 2]],
    resolver: &mut Resolver,
) {
    let turns = || tables.claims.iter().filter(|claim| &*claim.rule == TURN);
    let Some(asker) = turns().find(|it| it.act == Act::Ask).and_then(|it| label(tables, it)) else {
        return;
    };
    let mut others = turns().filter(|it| label(tables, it) != Some(asker));
    let Some(answer) = others.next() else { return };
    let alone = |it: &Claim| it.act != Act::Ask && label(tables, it) == label(tables, answer);
    let asked = found.get(answer.id.index()).and_then(|it| it.first()?.clone());
    let Some(asked) = asked.filter(|it| !it.entities.is_empty() && others.all(alone)) else {
        return;
    };
    let antecedent = answer.source.as_ref().map(|it| it.span);
    let mut turn: Option<&Claim> = None;
    for claim in &tables.claims {
        if &*claim.rule == TURN {
            turn = Some(claim).filter(|it| label(tables, it) == Some(asker));
            continue;
        }
        if turn.is_none_or(|it| !holds(&it.content.spans, claim.cue.span)) {
            continue;
        }
        let Some(sides) = found.get_mut(claim.id.index()) else { continue };
        for (own, side) in [&claim.source, &claim.addressee].into_iter().zip(sides) {
            let (Some(own), Some(side)) = (own, side) else { continue };
            let open = side.person == Some(Pronoun::Second) && own.tokens.len() == 1;
            if open && tables.speech(own.tokens.first()) == 0 {
                let (entities, how) = (asked.entities.clone(), Resolution::Pronoun);
                *side = Resolved { entities, how, antecedent, ..Resolved::default() };
                if let [entity] = side.entities.as_slice() {
                    resolver.walk.changes.added.push((own.tokens, Form::Pronoun, *entity));
                }
            }
        }
    }
}

/// The last word of the name in the label of a turn; one for all that are "Q" and "A" with numbers.
fn label(tables: &Tables, turn: &Claim) -> Option<u64> {
    let word = |at: &usize| matches!(tables.kind(*at), Kind::Word | Kind::Clitic);
    let name = tables.key(turn.source.as_ref()?.tokens.range().take_while(word).last()?);
    let letter = [QUESTION, ANSWER].iter().find(|all| all.contains(&name)).map(|all| all[0]);
    Some(letter.unwrap_or(name))
}

/// Resolves nothing where "he" would be whose turn it is.
pub(super) fn free_turns(tables: &Tables, found: &mut [[Option<Resolved>; 2]]) {
    let mut turn: Option<&Claim> = None;
    for claim in &tables.claims {
        if &*claim.rule == TURN {
            turn = Some(claim);
            continue;
        }
        let Some(around) = turn.filter(|it| holds(&it.content.spans, claim.cue.span)) else {
            continue;
        };
        let third = |source: &Source| {
            let word = tables.key(source.tokens.first());
            matches!(classify_pronoun(word), Some(Pronoun::Person(_)))
        };
        let speaker = found.get(around.id.index()).and_then(|it| it.first()?.clone());
        let slot = found.get_mut(claim.id.index()).and_then(|it| it.first_mut());
        let (Some(speaker), Some(slot)) = (speaker, slot) else { continue };
        let meant = slot.as_ref().map_or(&[][..], |it| it.entities.as_slice());
        let own = meant.iter().any(|entity| speaker.entities.contains(entity));
        if own && claim.source.as_ref().is_some_and(third) {
            *slot = Some(Resolved::default());
        }
    }
}

/// Whether a line tells who asks from here on: "BY MS. POE:", "DIRECT EXAMINATION BY MR. REED:".
fn tells_examiner(tables: &Tables, block: &Block) -> bool {
    const LONGEST: usize = 10;
    let by = |at: usize| tables.is(at, key("by"));
    let run = block.tokens;
    (2..=LONGEST).contains(&run.len())
        && tables.kind(run.last()) == Kind::Colon
        && run.range().any(by)
}

/// Whether a mention may be the label of a turn by itself.
fn is_bearer(tables: &Tables, mention: &Mention) -> bool {
    let kind = tables.entity_type(mention);
    matches!(kind, Some(EntityType::Person | EntityType::Organisation))
        && mention.form == Form::Name
}

/// Persons by the last words of their names as the text has them, and organisations that share theirs with none; `None` where
/// two would do.
fn find_labels(tables: &Tables) -> ByName {
    let mut persons = ByName::with_hasher(tables.spread);
    let mut others = ByName::with_hasher(tables.spread);
    for mention in tables.mentions.iter().filter(|it| is_bearer(tables, it)) {
        let person = tables.entity_type(mention) == Some(EntityType::Person);
        let names = if person { &mut persons } else { &mut others };
        file(names, tables.key(mention.tokens.last()), mention.entity);
    }
    others.extend(persons);
    others
}

/// Persons by the initials of their names as the text has them; `None` where two have the same.
fn initials(text: &str, tables: &Tables) -> ByName {
    let mut initials = ByName::with_hasher(tables.spread);
    for mention in tables.mentions.iter().filter(|it| is_bearer(tables, it)) {
        if tables.entity_type(mention) == Some(EntityType::Person) {
            let words = mention.name.unwrap_or(mention.span).of(text).split(' ');
            let letters: String = words.filter_map(|word| word.chars().next()).collect();
            file(&mut initials, key_of(&letters), mention.entity);
        }
    }
    initials
}

/// A label in capitals without where the speaker is from: "Mr. POE" of "Mr. POE of Marsk".
fn without_origin(tables: &Tables, name: Run) -> Run {
    let upper = |at: usize| tables.tokens.get(at).is_some_and(|it| it.has(Token::ALL_CAPS));
    let small = |at: usize| tables.tokens.get(at).is_some_and(|it| !it.has(Token::CAPITAL));
    let of = |at: &usize| tables.is(*at, key("of")) && small(*at) && upper(*at - 1);
    let end = (name.first() + 1..name.after()).find(of);
    end.map_or(name, |end| Run::new(name.first(), end))
}

/// The name of a label: "Holt" for "HOLT".
fn label_name(text: &str, tables: &Tables, name: Run) -> String {
    let word = |at: usize| {
        let word = tables.span(Run::new(at, at + 1)).of(text);
        // "MH" are initials.
        let capitals = tables.tokens.get(at).is_some_and(|it| it.has(Token::ALL_CAPS));
        let capitals = capitals && word.len() > 2;
        let mut letters = word.chars();
        match letters.next().filter(|_| capitals) {
            Some(first) => first.to_string() + &letters.as_str().to_lowercase(),
            None => word.to_owned(),
        }
    };
    name.range().map(word).collect::<Vec<_>>().join(" ")
}
