//! Nouns that mean a person or organisation: "the senator", "the US president", "the company".
//!
//! A definite noun takes up whoever the article gave that role or title, else who held the office on the day of publication.

use super::Reading;
use super::anonymous::DEFINITE;
use super::cast::{Cast, Figure, FigureId, FigureKind, is_country, only};
use crate::document::{EntityId, EntityType, Form, Kind, Mention, PhraseKind, Tables, Tag, Token};
use crate::entities::fields::fields_end;
use crate::entities::gazetteer::{COUNTRY, Gazetteer, Office, PARTY, Way};
use crate::key::{chain, key, key_of, keys};
use crate::lexicon::{Gender, Role, RoleKind, class};
use crate::span::Run;

/// A noun phrase without a name whose head means persons.
#[derive(Clone, Copy, Debug)]
pub(super) struct Nominal {
    /// The whole base phrase.
    pub(super) run: Run,
    /// The words of the role at its end.
    pub(super) words: Run,
    pub(super) role: Role,
    pub(super) determiner: Determiner,
    /// The row of the country that the phrase names.
    pub(super) country: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Determiner {
    /// "the", "this"
    Definite,
    /// "a", "another", "one"
    Indefinite,
    /// "his", "Poe's"
    Possessive,
    /// None: "US President".
    Bare,
}

/// Sentences back to who acted last, for a noun that only hints at whom it takes up.
const HINT_REACH: u32 = 4;
/// Longest role, in words.
const LONGEST_ROLE: usize = 4;

/// Reads the noun phrase `run` whose last noun is at `head`.
pub(super) fn read_nominal(reading: Reading, run: Run, head: usize) -> Option<Nominal> {
    let Reading { tables, gazetteer, lexicon, .. } = reading;
    // Every role marks its last word.
    let noun = tables.key(head);
    if lexicon.names.class(noun) & (class::OFFICE | class::HUMAN | class::GROUP | class::PAPER) == 0
    {
        return read_unlisted(reading, run, head);
    }
    let first = run.first().max((head + 1).saturating_sub(LONGEST_ROLE));
    let role_from = |start: usize| {
        let words = tables.tokens.get(start..=head)?.iter().map(|token| token.key);
        Some((start, *lexicon.names.roles.exact(words)?))
    };
    let (start, role) = (first..=head).find_map(role_from)?;
    if matches!(role.kind, RoleKind::Group | RoleKind::Document) {
        return None;
    }
    let determiner = determiner(tables, run, start);
    let country =
        find_country(tables, gazetteer, run).or_else(|| complement(tables, gazetteer, head + 1));
    Some(Nominal { run, words: Run::new(start, head + 1), role, determiner, country })
}

/// Reads the noun phrase of a noun that makes no name a person's and yet takes up somebody: "the goalkeeper".
fn read_unlisted(reading: Reading, run: Run, head: usize) -> Option<Nominal> {
    let Reading { tables, gazetteer, words, .. } = reading;
    let listed = || words.titles.contains_key(&tables.key(head));
    let known = tables.is(run.first(), key("the")) && (listed() || is_retired(reading, run, head));
    known.then(|| Nominal {
        run,
        words: Run::new(head, head + 1),
        role: Role { plural: false, gender: Gender::Unknown, kind: RoleKind::Person },
        determiner: Determiner::Definite,
        country: find_country(tables, gazetteer, run),
    })
}

/// Whether a noun that no list knows must be a person's: "the retired glassblower", "the former nurseryman".
fn is_retired(reading: Reading, run: Run, head: usize) -> bool {
    let Reading { tables, words, .. } = reading;
    run.len() <= 4
        && (tables.is_one_of(run.first() + 1, &RETIRED)
            || tables.is(run.first() + 1, key("former")))
        && tables.tag(head) == Tag::NN
        && !words.organisations.contains_key(&tables.key(head))
}

fn determiner(tables: &Tables, run: Run, head: usize) -> Determiner {
    let tag = |at: usize| tables.tag(at);
    if (run.first()..head).take(12).any(|at| matches!(tag(at), Tag::POS | Tag::PRPS | Tag::WPS)) {
        return Determiner::Possessive;
    }
    match tables.key(run.first()) {
        word if DEFINITE.contains(&word) => Determiner::Definite,
        _ if matches!(tag(run.first()), Tag::DT | Tag::PDT | Tag::CD) => Determiner::Indefinite,
        _ => Determiner::Bare,
    }
}

/// The country that words of the phrase name, by its name or as an adjective.
pub(super) fn find_country(tables: &Tables, gazetteer: &Gazetteer, run: Run) -> Option<u32> {
    find_row(tables, gazetteer, run, COUNTRY)
}

/// The party that words of the phrase name: "the *Labour* leader", "*Republican* mayor Ann Poe".
pub(super) fn find_party(tables: &Tables, gazetteer: &Gazetteer, run: Run) -> Option<u32> {
    find_row(tables, gazetteer, run, PARTY)
}

/// The row of this class that words of the phrase name, by its name or as an adjective.
fn find_row(tables: &Tables, gazetteer: &Gazetteer, run: Run, class: u64) -> Option<u32> {
    (run.first()..run.after()).take(8).find_map(|at| {
        let mut found = None;
        gazetteer.walk(&tables.tokens, at, run.after(), |len, names| {
            let words = tables.tokens.get(at..at + len).unwrap_or(&[]);
            let row = gazetteer
                .fitting(names, words)
                .filter(|name| name.way != Way::Metonym)
                .find(|name| gazetteer.row(name.row).is_some_and(|row| row.class == class));
            found = row.map(|name| name.row).or(found);
        });
        found
    })
}

/// The country in "of France" at token `at`.
fn complement(tables: &Tables, gazetteer: &Gazetteer, at: usize) -> Option<u32> {
    let of = tables.is(at, key("of"));
    let phrase = tables.phrase_at(at + 1)?;
    if of { find_country(tables, gazetteer, phrase.tokens) } else { None }
}

/// The name set beside a noun phrase: "the mayor, Ann Poe", "the mayor of Bergen, Ann Poe"; but not "According to the mayor, Ann Poe
/// left".
pub(super) fn name_beside<'t>(reading: Reading<'t>, run: Run) -> Option<&'t Mention> {
    let Reading { tables, lexicon, .. } = reading;
    let end = run.after();
    let before = run.first().checked_sub(1).map_or(Tag::PUNCT, |at| tables.tag(at));
    let fronted = matches!(before, Tag::IN | Tag::TO);
    let mut at = end;
    // "the Minister for *Culture, Media and Sport*, Ann Poe"
    if tables.is(end, key("for")) {
        at = fields_end(tables, lexicon, end + 1).unwrap_or(end);
    }
    let mut home = false;
    for _ in 0..2 {
        if !matches!(tables.tag(at), Tag::IN | Tag::TO) {
            break;
        }
        let phrase = tables.phrase_at(at + 1)?;
        home |= tables.mention_at(phrase.tokens.last()).is_some();
        at = (phrase.kind == PhraseKind::Noun).then_some(phrase.tokens.after())?;
    }
    // "A former chairman of the Harlund Union (HU), Chief Ann Poe," is still "the chief".
    if !run.range().take(8).any(|at| tables.is_one_of(at, &FORMER)) {
        at = past_letters(tables, at);
    }
    let named = naming_word(tables, at + usize::from(tables.kind(at) == Kind::Comma));
    let opens = matches!(tables.kind(at), Kind::Comma | Kind::Dash | Kind::Open);
    at = named.unwrap_or(at);
    let named = named.is_some();
    if !opens && !named {
        return None;
    }
    // "the supplier, Sweden's Vestfrakt"
    let name = past_owner(tables, at + 1);
    let mention = tables.mention_at(name).filter(|mention| mention.tokens.first() == name)?;
    // "An official of the Harlund Union *(HU)*": the letters are the union's.
    let letters = at.checked_sub(1).and_then(|before| tables.mention_at(before));
    if letters.is_some_and(|it| it.entity == mention.entity) {
        return None;
    }
    let mention = person_of(tables, mention).unwrap_or(mention);
    let kind = tables.entity_type(mention)?;
    let after = mention.tokens.after();
    // "A rival called Ann Poe *a liar*": whom it calls so is another.
    let called = named && {
        let quoted = after + usize::from(tables.kind(after) == Kind::Double);
        matches!(tables.tag(quoted), Tag::DT | Tag::PRPS | Tag::NN | Tag::JJ)
    };
    if called {
        return None;
    }
    let closes =
        named || tables.kind(after) != Kind::Word || tables.tag(after).is_finite() && !fronted;
    // "A farmer from Marsk, *Co Kerry*," is of that place too.
    let names = matches!(kind, EntityType::Person | EntityType::Organisation)
        || kind == EntityType::Place && !home;
    // "the mayor, Ann Poe and …" and "the mayor, London's …" begin something else.
    (closes && names && tables.tag(after) != Tag::POS).then_some(mention)
}

/// Behind the letters in brackets at `at` that a body is known by, where a comma closes all: "of the Harlund Union *(HU)*,".
fn past_letters(tables: &Tables, at: usize) -> usize {
    let letters = tables.tokens.get(at + 1).is_some_and(|it| it.has(Token::ALL_CAPS));
    let brackets = tables.kind(at) == Kind::Open && tables.kind(at + 2) == Kind::Close;
    let closed = tables.kind(at + 3) == Kind::Comma;
    if letters && brackets && closed { at + 3 } else { at }
}

/// What stands behind the possessor at `at`, if one does: "*Sweden's* Vestfrakt".
pub(super) fn past_owner(tables: &Tables, at: usize) -> usize {
    let owner = tables.mention_at(at).map(|it| it.tokens.after());
    owner.filter(|end| tables.tag(*end) == Tag::POS).map_or(at, |end| end + 1)
}

/// Where the last word stands before the name that a verb at `at` gives: "*named* Ann Poe", "known *as* FNAP", "later identified by
/// police *as* Ann Poe", "who gave her name *as* Ann Poe".
fn naming_word(tables: &Tables, at: usize) -> Option<usize> {
    const NAMED: [u64; 4] = keys(["named", "called", "dubbed", "surnamed"]);
    const KNOWN: [u64; 2] = keys(["known", "identified"]);
    const GAVE: [u64; 3] = keys(["gave", "gives", "identified"]);
    const SELF: [u64; 2] = keys(["himself", "herself"]);
    let past_adverb = |at: usize| at + usize::from(tables.tag(at).is_adverb());
    let verb = past_adverb(at);
    if tables.is_one_of(verb, &NAMED) {
        return Some(verb);
    }
    // "who *only* gave her name as"
    let gave = past_adverb(at + 1);
    let end = if tables.is(at, key("who")) && tables.is_one_of(gave, &GAVE) {
        let name = tables.phrase_at(gave + 1)?;
        let own = tables.is(name.head(), key("name"));
        (own || tables.is_one_of(gave + 1, &SELF)).then_some(name.tokens.after())?
    } else if tables.is_one_of(verb, &KNOWN) {
        // "identified *by police* as"
        let by = tables.phrase_at(verb + 2).filter(|_| tables.is(verb + 1, key("by")));
        by.map_or(verb + 1, |by| by.tokens.after())
    } else {
        return None;
    };
    let end = past_adverb(end);
    tables.is(end, key("as")).then_some(end)
}

/// The person before whose name a place tells of where that is: "Ohio Gov. Ann Poe".
fn person_of<'t>(tables: &'t Tables, place: &Mention) -> Option<&'t Mention> {
    let phrase = tables.phrase_at(place.tokens.first())?;
    let named = tables.mention_at(phrase.head())?;
    let titled = tables.entity_type(place) == Some(EntityType::Place)
        && tables.entity_type(named) == Some(EntityType::Person);
    titled.then_some(named)
}

/// Words of a role that change whom it means.
pub(super) const FORMER: [u64; 4] = keys(["former", "ex", "late", "onetime"]);
/// Who leads something: which, tells whom the noun means.
const HEADS: [u64; 9] = keys([
    "chief", "head", "boss", "leader", "minister", "premier", "president", "chair", "official",
]);
/// Words that tell the rank of a minister and not which.
const RANKS: [u64; 4] = keys(["cabinet", "senior", "government", "top"]);
/// Words before a role that leave it what it is.
const SENIOR: [u64; 4] = keys(["senior", "top", "veteran", "leading"]);
/// Words that only persons are.
const RETIRED: [u64; 5] = keys(["retired", "unemployed", "disgraced", "married", "outspoken"]);
const PRIME: [u64; 1] = [key("prime")];
/// Words for a secretary who works for another.
const AIDES: [u64; 2] = keys(["press", "private"]);
const PREMIERS: [u64; 2] = keys(["premier", "pm"]);
pub(super) const DEPUTY: [u64; 5] = keys(["vice", "deputy", "assistant", "acting", "shadow"]);

/// The key of the name of a town or state at token `at`, in full where the lists have it, "Vermont" for "Vt.", and its tokens.
pub(super) fn place_at(reading: Reading, at: usize) -> Option<(u64, Run)> {
    let Reading { text, tables, gazetteer, .. } = reading;
    let mention = tables.mention_at(at).filter(|mention| mention.form == Form::Name)?;
    let entity = tables.entity(mention)?;
    let place = entity.kind == EntityType::Place && !is_country(gazetteer, entity.row);
    let name = match entity.row {
        Some(_) => entity.name.as_str(),
        None => mention.span.of(text),
    };
    place.then(|| (key_of(name), mention.tokens))
}

impl Reading<'_> {
    pub(super) fn key(&self, at: usize) -> u64 {
        self.tables.key(at)
    }

    /// The person that a definite noun takes up.
    pub(super) fn person(
        &self,
        cast: &mut Cast,
        nominal: &Nominal,
        told: Gender,
    ) -> Option<FigureId> {
        // "Poe's spokesman" need not be the spokesman of before.
        let owned = nominal.determiner == Determiner::Possessive;
        if owned && !matches!(nominal.role.kind, RoleKind::Office | RoleKind::Kin) {
            return None;
        }
        match self.by_role(cast, nominal, told) {
            Found::One(figure) => Some(figure),
            Found::Several => None,
            Found::None => self.by_office(cast, nominal),
        }
    }

    /// The figure to whom the article gave the role: the one called so last, else the one with a like title who spoke last. One
    /// of another gender than what is told begins with comes after all others.
    fn by_role(&self, cast: &Cast, nominal: &Nominal, told: Gender) -> Found {
        let mut best: Option<(FigureId, Rank)> = None;
        let mut rival = None;
        for (at, figure) in cast.last_humans() {
            let Some(exact) = self.bears(figure, nominal) else { continue };
            let agrees = [figure.gender, told].contains(&Gender::Unknown) || figure.gender == told;
            let rank = Rank {
                agrees,
                names_its: self.names_its(figure, nominal),
                exact,
                spoke: if exact { 0 } else { figure.spoke },
                counts: figure.count > 1 || figure.acted > 0 || figure.spoke > 0,
                seen: cast.sightings.get(figure.last as usize).map_or(0, |it| it.sentence),
            };
            match best {
                Some((_, latest)) if latest > rank => rival = rival.max(Some(rank)),
                _ => {
                    rival = best.map(|(_, rank)| rank).or(rival);
                    best = Some((at, rank));
                }
            }
        }
        match (best, rival) {
            (None, _) => Found::None,
            // Two mayors in one sentence: the noun may mean either.
            (Some((_, rank)), Some(other)) if other == rank => Found::Several,
            (Some((figure, _)), _) => Found::One(figure),
        }
    }

    /// The only person near of whom something is told for which the noun may take him up: "the candidate" for who has a campaign.
    pub(super) fn by_hint(
        &self,
        cast: &Cast,
        nominal: &Nominal,
        sentence: u32,
    ) -> Option<FigureId> {
        let noun = self.key(nominal.words.last());
        let near = |figure: &Figure| {
            let last = cast.sightings.get(figure.last as usize).map_or(0, |it| it.sentence);
            figure.acted + HINT_REACH > sentence || last + HINT_REACH / 2 >= sentence
        };
        let hinted = cast.last_humans().filter(|(_, it)| it.hints.contains(&noun) && near(it));
        let figure = only(hinted.map(|(id, _)| id))?;
        let known = cast.figure(figure)?;
        let genders = [known.gender, nominal.role.gender];
        let fits = genders[0] == genders[1] || genders.contains(&Gender::Unknown);
        let definite = nominal.determiner == Determiner::Definite
            && self.tables.speech(nominal.run.first()) == 0;
        (definite && fits && self.names_its(known, nominal)).then_some(figure)
    }

    /// Whether the article gave the figure the role of the noun: by these words, or by a like title; `None` if neither.
    fn bears(&self, figure: &Figure, nominal: &Nominal) -> Option<bool> {
        if let Some(heads) = self.heads_of_state(nominal) {
            let holds = heads.iter().any(|word| figure.words.contains(word))
                && !FORMER.iter().chain(&DEPUTY).any(|word| figure.words.contains(word));
            return (holds && self.fits_country(figure, nominal)).then_some(true);
        }
        let gender = nominal.role.gender;
        if gender != Gender::Unknown && figure.gender != Gender::Unknown && gender != figure.gender
        {
            return None;
        }
        let has = |word: u64| figure.words.contains(&word);
        let said =
            |list: &[u64]| nominal.run.range().take(8).any(|at| list.contains(&self.key(at)));
        let differs = |list: &[u64]| list.iter().any(|word| has(*word)) != said(list);
        let exact = nominal.words.range().all(|at| has(self.key(at)));
        // A deputy minister is no minister, but a diplomat.
        let rank = exact || HEADS.contains(&self.key(nominal.words.last()));
        // "The minister" is none that is prime minister, but the premier is.
        let prime = || !said(&PREMIERS) && differs(&PRIME);
        // "The secretary" who has a press secretary is another than that one.
        let aide = || self.key(nominal.words.last()) == key("secretary") && differs(&AIDES);
        let another = differs(&FORMER) || rank && (differs(&DEPUTY) || prime() || aide());
        if another || !self.fits_country(figure, nominal) || !self.fits_party(figure, nominal.run) {
            return None;
        }
        let like = || !self.names_another(figure, nominal) && self.has_like_title(figure, nominal);
        // "His deputy, Ann Poe" is the deputy governor.
        let first = self.key(nominal.words.first());
        let deputy = || {
            DEPUTY.contains(&first)
                && has(first)
                && !figure.words.iter().any(|word| HEADS.contains(word))
        };
        let bears = exact || like() || nominal.words.len() > 1 && deputy();
        (bears && self.of_place(figure, nominal) != Some(false)).then_some(exact)
    }

    /// The offices of which "the head of state" or "the head of government" is one.
    fn heads_of_state(&self, nominal: &Nominal) -> Option<&'static [u64]> {
        const STATE: [u64; 7] =
            keys(["president", "king", "queen", "emperor", "emir", "sultan", "monarch"]);
        const GOVERNMENT: [u64; 5] = keys(["prime", "premier", "chancellor", "taoiseach", "pm"]);
        let of = nominal.words.after();
        let head = self.tables.is(nominal.words.last(), key("head"));
        // "the head of state security"
        let alone = !self.tables.tag(of + 2).is_noun();
        match self.key(of + 1) {
            _ if !head || !self.tables.is(of, key("of")) || !alone => None,
            word if word == key("state") => Some(&STATE),
            word if word == key("government") => Some(&GOVERNMENT),
            _ => None,
        }
    }

    /// Whether the figure has a title that the noun takes up: "the senator" for "Sen."
    fn has_like_title(&self, figure: &Figure, nominal: &Nominal) -> bool {
        let titles = self.words.titles_of(self.key(nominal.words.last()));
        let first = self.key(nominal.words.first());
        let ceo = nominal.words.len() == 2
            && first == key("chief")
            && self.key(nominal.words.last()) == key("executive");
        let simple =
            nominal.words.len() == 1 || nominal.words.len() == 2 && SENIOR.contains(&first);
        simple && titles.iter().any(|word| figure.words.contains(word))
            || ceo && figure.words.contains(&key("ceo"))
    }

    /// Whether the article never gave the figure the role of the noun, nor a title that is short for it: "the scientist" for a
    /// physicist, but not "the senator" for "Sen."
    pub(super) fn is_only_like(&self, figure: &Figure, nominal: &Nominal) -> bool {
        let has = |word: &u64| figure.words.contains(word);
        let short = |word: &u64| {
            let known = self.lexicon.names.class(*word);
            let role = known & (class::OFFICE | class::HUMAN) != 0;
            !role && known & (class::TITLE | class::HONORIFIC) != 0
                || self.lexicon.abbreviations.contains_key(word)
        };
        let titles = self.words.titles_of(self.key(nominal.words.last()));
        !nominal.words.range().all(|at| has(&self.key(at)))
            && titles.iter().any(has)
            && !titles.iter().filter(|it| has(it)).any(short)
    }

    /// Whether the noun phrase names nothing but what the article said of the figure: "the Labour politician".
    fn names_its(&self, figure: &Figure, nominal: &Nominal) -> bool {
        let named = |at: usize| self.tables.mention_at(at).is_some();
        let before = nominal.run.first()..nominal.words.first();
        let home = |at: usize| {
            let place = place_at(*self, at);
            place.is_some_and(|(place, words)| self.is_of(figure, place, words) == Some(true))
        };
        // "the NDC candidate" of the National Democratic Congress
        let body = |at: usize| {
            let entity = self.tables.entity_at(at);
            entity.filter(|it| it.kind == EntityType::Organisation).is_some_and(|it| {
                it.name.split(' ').all(|word| figure.words.contains(&key_of(word)))
            })
        };
        let its = |at: usize| figure.words.contains(&self.key(at)) || home(at) || body(at);
        before.take(8).all(|at| !named(at) || its(at))
    }

    /// Whether the noun phrase of who leads names what the article did not say of the figure: "the UN chief".
    fn names_another(&self, figure: &Figure, nominal: &Nominal) -> bool {
        HEADS.contains(&self.key(nominal.words.last())) && !self.names_its(figure, nominal)
    }

    /// Whether the figure, named with a role, may be whom the noun meant before: "the governor of Durango" for "Gov. Poe".
    /// `by` names the figure now.
    pub(super) fn may_be_named(&self, figure: &Figure, nominal: &Nominal, by: Run) -> bool {
        let Reading { tables, gazetteer, .. } = *self;
        let has = |word: u64| figure.words.contains(&word);
        let said = |word: &u64| nominal.run.range().take(8).any(|at| self.key(at) == *word);
        let former = FORMER.iter().chain(&DEPUTY).any(|word| has(*word) || said(word));
        let genders = [figure.gender, nominal.role.gender];
        let head = self.key(nominal.words.last());
        // Of ministers and chiefs there are many: "the transport minister" is no "Green minister".
        let before = nominal.run.range().take_while(|at| *at + 1 < nominal.words.after());
        // "Slovakia's prime minister", then "Slovak Prime Minister Ann Poe".
        let same_country =
            || nominal.country.is_some() && find_country(tables, gazetteer, by) == nominal.country;
        let same = !HEADS.contains(&head)
            || before.take(8).all(|at| {
                let mention = tables.mention_at(at);
                let country = mention.is_some() || tables.tag(at) == Tag::POS;
                let party = mention.is_some_and(|it| self.is_party(it));
                let rank = RANKS.contains(&self.key(at)) || party;
                // "its president", of whom no list knows
                let own = tables.tag(at) == Tag::PRPS && figure.row.is_none();
                tables.tag(at) == Tag::DT
                    || own
                    || rank
                    || has(self.key(at))
                    || country && same_country()
            });
        // "a district court judge" is no judge of another court.
        let body = |at: usize| {
            let name =
                tables.mention_at(at).filter(|it| it.form == Form::Name && !self.is_party(it));
            let kind = name.and_then(|it| tables.entity_type(it));
            kind == Some(EntityType::Organisation) && !has(self.key(at))
        };
        figure.kind == FigureKind::Person
            && !former
            && same
            && !(self.tables.tag(nominal.run.first()) == Tag::DT
                && nominal.run.range().take(8).any(body))
            && (genders[0] == genders[1] || genders.contains(&Gender::Unknown))
            && (has(head) || self.has_like_title(figure, nominal))
            && !self.is_of_other_party(nominal, by)
    }

    /// Whether `by` names somebody of another party than that of the noun: "the Labour secretary" is no "Green secretary Ann Poe".
    fn is_of_other_party(&self, nominal: &Nominal, by: Run) -> bool {
        let Reading { tables, gazetteer, .. } = *self;
        let Some(own) = find_party(tables, gazetteer, nominal.run) else { return false };
        let phrase = tables.phrase_at(by.first()).map_or(by, |it| it.tokens);
        let by = Run { start: phrase.start.min(by.start), end: by.end };
        let other = |at: usize| {
            let entity = tables.entity_at(at);
            entity.is_some_and(|it| it.kind == EntityType::Organisation && it.row != Some(own))
        };
        find_party(tables, gazetteer, by).is_some_and(|party| party != own)
            || by.range().take(8).any(other)
    }

    /// Whether an organisation may be of the country that a noun phrase names: "the US group" is no Swiss firm.
    pub(super) fn fits_nation(&self, figure: &Figure, run: Run) -> bool {
        let Reading { tables, gazetteer, .. } = *self;
        let own = || figure.nation.or_else(|| gazetteer.row(figure.row?)?.country);
        let named = || find_country(tables, gazetteer, run);
        run.len() < 3 || own().is_none_or(|own| named().is_none_or(|nation| nation == own))
    }

    /// Whether the figure may be of the party that the noun phrase names: "the Republican nominee" is no Democrat.
    pub(super) fn fits_party(&self, figure: &Figure, run: Run) -> bool {
        let Reading { tables, gazetteer, .. } = *self;
        let named = || find_party(tables, gazetteer, run);
        self.party(figure).is_none_or(|own| named().is_none_or(|party| party == own))
    }

    /// Whether the figure is of the country that the noun phrase names, if it names one.
    fn fits_country(&self, figure: &Figure, nominal: &Nominal) -> bool {
        let Some(country) = nominal.country else { return true };
        let own = figure.row.and_then(|row| self.gazetteer.row(row)).and_then(|row| row.country);
        own.map_or_else(
            || {
                let mut before = nominal.run.range().take(8);
                before.any(|at| figure.words.contains(&self.key(at)) && at < nominal.words.first())
            },
            |own| own == country,
        )
    }

    /// Whether the figure is of the town or state that the noun phrase names, "the Ohio senator", "the senator from Ohio"; `None`
    /// where nobody told.
    pub(super) fn of_place(&self, figure: &Figure, nominal: &Nominal) -> Option<bool> {
        if let Some((place, words)) = self.place_of(nominal) {
            return self.is_of(figure, place, words);
        }
        const FROM: [u64; 2] = keys(["of", "from"]);
        let end = nominal.words.after();
        let behind = place_at(*self, end + 1).filter(|_| self.tables.is_one_of(end, &FROM));
        Some(behind.and_then(|(place, words)| self.is_of(figure, place, words)).unwrap_or(true))
    }

    /// The town or state that a noun phrase names before its noun.
    pub(super) fn place_of(&self, nominal: &Nominal) -> Option<(u64, Run)> {
        let before = nominal.run.first()..nominal.words.first();
        before.take(8).find_map(|at| place_at(*self, at))
    }

    /// Whether the figure is of a town or state, which these words name, by the article or by the lists; `None` where neither
    /// tells where it is from.
    pub(super) fn is_of(&self, figure: &Figure, place: u64, words: Run) -> Option<bool> {
        let named = || words.range().all(|at| figure.words.contains(&self.key(at)));
        let seats = figure.row.map_or(&[][..], |row| self.gazetteer.seats(row));
        let told = figure.home == place || named() || seats.iter().any(|it| it.place == place);
        (told || figure.home != 0 || !seats.is_empty()).then_some(told)
    }

    /// The row of the figure's party, by the article or by the lists.
    pub(super) fn party(&self, figure: &Figure) -> Option<u32> {
        let seats = || figure.row.map_or(&[][..], |row| self.gazetteer.seats(row));
        figure.party.or_else(|| seats().iter().find_map(|it| it.party))
    }

    /// The person who held the office of a country on the day of publication, or before it where the noun says "former".
    fn by_office(&self, cast: &mut Cast, nominal: &Nominal) -> Option<FigureId> {
        let Reading { tables, gazetteer, .. } = *self;
        let date = tables.published;
        // "any college *president*" heads no country.
        let other = |at: usize| matches!(tables.tag(at), Tag::NN | Tag::NNS);
        let before = nominal.run.first()..nominal.words.first();
        if nominal.determiner == Determiner::Possessive || before.take(8).any(other) {
            return None;
        }
        let office = self.office(nominal)?;
        if self.is_former(nominal) {
            return cast.figure_of(*self, only(self.former_holders(cast, office))?);
        }
        let date = date?;
        let now = gazetteer.holders(office).filter(|office| office.held_on(date));
        let Some(country) = nominal.country else {
            // "the president" of an article that names one president.
            let holder = only(now.filter_map(|office| cast.known_row(office.holder)))?;
            return cast.figure_of(*self, holder);
        };
        let of_country = now.filter(|office| office.country == country);
        let row = only(of_country.map(|office| office.holder))?;
        let entity = cast.entity_of_row(gazetteer, row)?;
        cast.figure_of(*self, entity)
    }

    /// The hash of the office that a noun names: "secretary of state" where the list has that, else "president".
    fn office(&self, nominal: &Nominal) -> Option<u64> {
        let Reading { tables, gazetteer, .. } = *self;
        let chained = |run: Run| run.range().map(|at| self.key(at)).reduce(chain);
        let end = nominal.words.after();
        let of = tables.phrase_at(end + 1).filter(|_| tables.is(end, key("of")));
        let whole = of.and_then(|of| chained(Run { end: of.tokens.end, ..nominal.words }));
        let whole = whole.filter(|whole| gazetteer.holders(*whole).next().is_some());
        let office = || chained(nominal.words).filter(|_| nominal.role.kind == RoleKind::Office);
        whole.or_else(office)
    }

    fn is_former(&self, nominal: &Nominal) -> bool {
        nominal.run.range().take(8).any(|at| FORMER.contains(&self.key(at)))
    }

    /// Whether a holder of the office, by the list of who held which, does not hold it on the day of publication, or, in an
    /// article without a date, held it until another did.
    fn has_left(&self, office: u64, holder: u32) -> bool {
        let mut own = self.gazetteer.holders(office).filter(|it| it.holder == holder);
        own.all(|it| self.tables.published.map_or(it.has_ended(), |date| !it.held_on(date)))
    }

    /// Those whom the article names who held the office once and hold it no more.
    fn former_holders(&self, cast: &Cast, office: u64) -> impl Iterator<Item = EntityId> {
        let date = self.tables.published;
        let began = move |it: &&Office| date.is_none_or(|date| it.began_before(date));
        let left = move |it: &&Office| self.has_left(office, it.holder);
        let holders = self.gazetteer.holders(office).filter(began).filter(left);
        holders.filter_map(|it| cast.known_row(it.holder))
    }

    /// Whether the figure may have held the office that a noun names as a former one, by the list of who held which. Who holds it
    /// now gives way to another whom the article names: "the former president" is Mr. Clinton beside the president.
    pub(super) fn may_have_held(&self, cast: &Cast, figure: &Figure, nominal: &Nominal) -> bool {
        let office = self.office(nominal).filter(|_| self.is_former(nominal));
        let Some((office, row)) = office.zip(figure.row) else { return true };
        if !self.has_left(office, row) {
            return self.former_holders(cast, office).next().is_none();
        }
        let date = self.tables.published;
        let began = |it: &&Office| date.is_none_or(|date| it.began_before(date));
        let mut holders = self.gazetteer.holders(office).filter(began).map(|it| it.holder);
        holders.next().is_none_or(|first| first == row || holders.any(|it| it == row))
    }
}

/// What speaks for one of several whom a role may mean, what says most first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// What is told is of its gender.
    agrees: bool,
    /// The noun names nothing but what the figure was said to be of.
    names_its: bool,
    /// The text gave it the role by the very words.
    exact: bool,
    /// Where it did not: the sentence, from 1, in which it spoke last.
    spoke: u32,
    /// It was not only named once, in passing: "as Pope John Paul II had".
    counts: bool,
    /// The sentence in which it was seen last.
    seen: u32,
}

enum Found {
    None,
    One(FigureId),
    /// More than one, equally near.
    Several,
}
