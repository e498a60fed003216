//! Nouns that mean a person or organisation: "the senator", "the US president", "the company".
//!
//! A definite noun takes up whoever the article gave that role or title, else who held the office on the day of publication.

use super::Reading;
use super::cast::{Cast, Figure, FigureKind, Sighting, is_country};
use super::clause::Place;
use crate::document::{EntityType, Form, Kind, Mention, PhraseKind, Tables, Tag, Token};
use crate::entities::gazetteer::{COUNTRY, Gazetteer, Way};
use crate::lexicon::{Gender, Role, RoleKind, class, key, keys};
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

/// Longest role, in words.
const LONGEST_ROLE: usize = 4;

/// Reads the noun phrase `run` whose last noun is at `head`.
pub(super) fn read_nominal(reading: Reading, run: Run, head: usize) -> Option<Nominal> {
    let Reading { tables, gazetteer, lexicon, words, .. } = reading;
    // Every role marks its last word.
    let noun = tables.key(head);
    if lexicon.names.class(noun) & (class::OFFICE | class::HUMAN | class::GROUP | class::PAPER) == 0
    {
        // "the goalkeeper" takes up somebody, though it makes no name a person's.
        let the = tables.is(run.first(), key("the"));
        let known = the && (words.titles.contains_key(&noun) || is_retired(reading, run, head));
        let role = Role { plural: false, gender: Gender::Unknown, kind: RoleKind::Person };
        let country = if known { find_country(tables, gazetteer, run) } else { None };
        let nominal = Nominal {
            run,
            words: Run::new(head, head + 1),
            role,
            determiner: Determiner::Definite,
            country,
        };
        return known.then_some(nominal);
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

/// Whether a noun that no list knows must be a person's: "the retired glassblower".
fn is_retired(reading: Reading, run: Run, head: usize) -> bool {
    let Reading { tables, words, .. } = reading;
    run.len() <= 4
        && tables.is_one_of(run.first() + 1, &RETIRED)
        && tables.tag(head) == Tag::NN
        && !words.organisations.contains_key(&tables.key(head))
}

fn determiner(tables: &Tables, run: Run, head: usize) -> Determiner {
    let tag = |at: usize| tables.tag(at);
    if (run.first()..head).take(12).any(|at| matches!(tag(at), Tag::POS | Tag::PRPS | Tag::WPS)) {
        return Determiner::Possessive;
    }
    match tables.key(run.first()) {
        word if [key("the"), key("this"), key("that")].contains(&word) => Determiner::Definite,
        _ if matches!(tag(run.first()), Tag::DT | Tag::PDT | Tag::CD) => Determiner::Indefinite,
        _ => Determiner::Bare,
    }
}

/// The country that words of the phrase name, by its name or as an adjective.
fn find_country(tables: &Tables, gazetteer: &Gazetteer, run: Run) -> Option<u32> {
    (run.first()..run.end as usize).take(8).find_map(|at| {
        let mut found = None;
        gazetteer.walk(&tables.tokens, at, run.end as usize, |len, names| {
            let words = tables.tokens.get(at..at + len).unwrap_or(&[]);
            let country = gazetteer
                .fitting(names, words)
                .filter(|name| name.way != Way::Metonym)
                .find(|name| gazetteer.row(name.row).is_some_and(|row| row.class == COUNTRY));
            found = country.map(|name| name.row).or(found);
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

/// The name set beside the noun phrase that ends before `end`: "the mayor, Ann Poe", "the mayor of Bergen, Ann Poe".
pub(super) fn name_beside(tables: &Tables, end: usize) -> Option<&Mention> {
    let mut at = end;
    for _ in 0..2 {
        if !matches!(tables.tag(at), Tag::IN | Tag::TO) {
            break;
        }
        let phrase = tables.phrase_at(at + 1)?;
        at = (phrase.kind == PhraseKind::Noun).then_some(phrase.tokens.end as usize)?;
    }
    // "a former aide named Ann Poe"
    let named = tables.is(at, key("named"));
    let opens = matches!(tables.kind(at), Kind::Comma | Kind::Dash | Kind::Open);
    if !opens && !named {
        return None;
    }
    let mention = tables.mention_at(at + 1).filter(|mention| mention.tokens.first() == at + 1)?;
    let mention = person_of(tables, mention).unwrap_or(mention);
    let kind = tables.entity_type(mention)?;
    let after = mention.tokens.end as usize;
    let closes = named || !tables.kind(after).eq(&Kind::Word) || tables.tag(after).is_finite();
    let names = matches!(kind, EntityType::Person | EntityType::Organisation | EntityType::Place);
    // "the mayor, Ann Poe and …" and "the mayor, London's …" begin something else.
    (closes && names && tables.tag(after) != Tag::POS).then_some(mention)
}

/// The person before whose name a place tells of where that is: "Ohio Gov. Ann Poe".
fn person_of<'t>(tables: &'t Tables, place: &Mention) -> Option<&'t Mention> {
    let phrase = tables.phrase_at(place.tokens.first())?;
    let named = tables.mention_at(phrase.head as usize)?;
    let titled = tables.entity_type(place) == Some(EntityType::Place)
        && tables.entity_type(named) == Some(EntityType::Person);
    titled.then_some(named)
}

/// Words of a role that change whom it means.
const FORMER: [u64; 4] = keys(["former", "ex", "late", "onetime"]);
/// Who leads something: which, tells whom the noun means.
const HEADS: [u64; 9] = keys([
    "chief",
    "head",
    "boss",
    "leader",
    "minister",
    "premier",
    "president",
    "chair",
    "official",
]);
/// Words that tell the rank of a minister and not which.
const RANKS: [u64; 4] = keys(["cabinet", "senior", "government", "top"]);
/// Words before a role that leave it what it is.
const SENIOR: [u64; 4] = keys(["senior", "top", "veteran", "leading"]);
/// Words that only persons are.
const RETIRED: [u64; 5] = keys(["retired", "unemployed", "disgraced", "married", "outspoken"]);
/// Words before a role that tell something of a person.
const PERSONAL: [u64; 14] = keys([
    "retired",
    "veteran",
    "longtime",
    "outspoken",
    "unemployed",
    "embattled",
    "rookie",
    "seasoned",
    "disgraced",
    "celebrated",
    "controversial",
    "popular",
    "ageing",
    "married",
]);
/// Whom those that they speak of meet: they are others than who spoke last.
const OPPOSITE: [u64; 18] = keys([
    "judge",
    "justice",
    "magistrate",
    "lawyer",
    "attorney",
    "solicitor",
    "barrister",
    "prosecutor",
    "coach",
    "manager",
    "referee",
    "officer",
    "detective",
    "doctor",
    "reporter",
    "interviewer",
    "witness",
    "moderator",
]);
const DEPUTY: [u64; 4] = keys(["vice", "deputy", "assistant", "acting"]);

/// The last word of the name of a town or state at token `at`.
pub(super) fn place_at(reading: Reading, at: usize) -> Option<u64> {
    let Reading { tables, gazetteer, .. } = reading;
    let mention = tables.mention_at(at).filter(|mention| mention.form == Form::Name)?;
    let entity = tables.entity(mention)?;
    let place = entity.kind == EntityType::Place && !is_country(gazetteer, entity.row);
    tables.tokens.get(mention.tokens.last()).filter(|_| place).map(|token| token.key)
}

/// What a noun is looked up with.
pub(super) struct Lookup<'a> {
    pub(super) reading: Reading<'a>,
}

impl Lookup<'_> {
    fn key(&self, at: usize) -> u64 {
        self.reading.tables.key(at)
    }

    /// The person that a definite noun takes up.
    pub(super) fn person(&self, cast: &mut Cast, nominal: &Nominal, told: Gender) -> Option<u32> {
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
        let mut best: Option<(u32, Rank)> = None;
        let mut rival = None;
        for (at, figure) in cast.last_humans() {
            let Some(exact) = self.bears(figure, nominal) else { continue };
            let seen = cast.sightings.get(figure.last as usize).map_or(0, |it| it.sentence);
            let agrees = [figure.gender, told].contains(&Gender::Unknown) || figure.gender == told;
            let rank = (
                agrees,
                self.names_its(figure, nominal),
                exact,
                if exact { 0 } else { figure.spoke },
                seen,
            );
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

    /// Whether the article gave the figure the role of the noun: by these words, or by a like title; `None` if neither.
    fn bears(&self, figure: &Figure, nominal: &Nominal) -> Option<bool> {
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
        let another = differs(&FORMER) || rank && differs(&DEPUTY);
        if another || !self.fits_country(figure, nominal) {
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

    /// Whether the figure has a title that the noun takes up: "the senator" for "Sen."
    fn has_like_title(&self, figure: &Figure, nominal: &Nominal) -> bool {
        let titles = self.reading.words.titles.get(&self.key(nominal.words.last()));
        let first = self.key(nominal.words.first());
        (nominal.words.len() == 1 || nominal.words.len() == 2 && SENIOR.contains(&first))
            && titles.is_some_and(|words| words.iter().any(|word| figure.words.contains(word)))
    }

    /// Whether the noun phrase names nothing but what the article said of the figure: "the Labour politician".
    fn names_its(&self, figure: &Figure, nominal: &Nominal) -> bool {
        let named = |at: usize| self.reading.tables.mention_at(at).is_some();
        let before = nominal.run.first()..nominal.words.first();
        let its = |word: u64| figure.words.contains(&word) || figure.home == word;
        before.take(8).all(|at| !named(at) || its(self.key(at)))
    }

    /// Whether the noun phrase of who leads names what the article did not say of the figure: "the UN chief".
    fn names_another(&self, figure: &Figure, nominal: &Nominal) -> bool {
        HEADS.contains(&self.key(nominal.words.last())) && !self.names_its(figure, nominal)
    }

    /// Whether the figure, named with a role, may be whom the noun meant before: "the governor of Durango" for "Gov. Poe".
    /// `by` names the figure now.
    pub(super) fn may_be_named(&self, figure: &Figure, nominal: &Nominal, by: Run) -> bool {
        let Reading { tables, gazetteer, .. } = self.reading;
        let has = |word: u64| figure.words.contains(&word);
        let former = FORMER.iter().chain(&DEPUTY).any(|word| has(*word));
        let genders = [figure.gender, nominal.role.gender];
        let head = self.key(nominal.words.last());
        // Of ministers and chiefs there are many: "the transport minister" is no "Green minister".
        let before = nominal.run.range().take_while(|at| *at + 1 < nominal.words.end as usize);
        // "Slovakia's prime minister", then "Slovak Prime Minister Ann Poe".
        let same_country =
            || nominal.country.is_some() && find_country(tables, gazetteer, by) == nominal.country;
        let same = !HEADS.contains(&head)
            || before.take(8).all(|at| {
                let country = tables.mention_at(at).is_some() || tables.tag(at) == Tag::POS;
                let rank = RANKS.contains(&self.key(at));
                tables.tag(at) == Tag::DT || rank || has(self.key(at)) || country && same_country()
            });
        figure.kind == FigureKind::Person
            && !former
            && same
            && (genders[0] == genders[1] || genders.contains(&Gender::Unknown))
            && (has(head) || self.has_like_title(figure, nominal))
    }

    fn fits_country(&self, figure: &Figure, nominal: &Nominal) -> bool {
        let Some(country) = nominal.country else { return true };
        let own =
            figure.row.and_then(|row| self.reading.gazetteer.row(row)).and_then(|row| row.country);
        own.map_or_else(
            || {
                nominal
                    .run
                    .range()
                    .take(8)
                    .any(|at| figure.words.contains(&self.key(at)) && at < nominal.words.first())
            },
            |own| own == country,
        )
    }

    /// Whether the figure is of the town or state that the noun phrase names, "the Ohio senator"; `None` where nobody told.
    pub(super) fn of_place(&self, figure: &Figure, nominal: &Nominal) -> Option<bool> {
        let before = nominal.run.first()..nominal.words.first();
        let Some(place) = before.take(8).find_map(|at| place_at(self.reading, at)) else {
            return Some(true);
        };
        let told = figure.words.contains(&place) || figure.home == place;
        (told || figure.home != 0).then_some(told)
    }

    /// The armed group named last, which "the terrorist group" means.
    pub(super) fn armed_group(&self, cast: &Cast) -> Option<u32> {
        let gazetteer = self.reading.gazetteer;
        let armed = |figure: &Figure| {
            let row = figure.row.and_then(|row| gazetteer.row(row));
            row.is_some_and(|row| row.class == MILITANT) || figure.words.contains(&MILITANT)
        };
        let groups = cast.last_organisations().filter(|(_, figure)| armed(figure));
        groups.max_by_key(|(_, figure)| figure.last).map(|(id, _)| id)
    }

    /// Whether the noun phrase with its main token at `head` is of an armed group: "the terrorist group".
    pub(super) fn is_armed(&self, run: Run, head: usize) -> bool {
        let named = |at: usize| self.reading.tables.mention_at(at).is_some();
        let mut before = (run.first()..head).take(8);
        before.clone().any(|at| ARMED.contains(&self.key(at))) && !before.any(named)
    }

    /// The person who held the office of a country on the day of publication.
    fn by_office(&self, cast: &mut Cast, nominal: &Nominal) -> Option<u32> {
        let date = self.reading.tables.published?;
        let said =
            |list: &[u64]| nominal.run.range().take(8).any(|at| list.contains(&self.key(at)));
        if nominal.role.kind != RoleKind::Office
            || said(&FORMER)
            || nominal.determiner == Determiner::Possessive
        {
            return None;
        }
        let mut keys = nominal.words.range().map(|at| self.key(at));
        let first = keys.next()?;
        let office = keys.fold(first, crate::lexicon::chain);
        let now = self.reading.gazetteer.holders(office).filter(|office| office.held_on(date));
        let Some(country) = nominal.country else {
            // "the president" of an article that names one president.
            let mut named = now.filter_map(|office| cast.known_row(office.holder));
            let only = named.next().filter(|only| named.all(|other| other == *only))?;
            return cast.figure_of(self.reading, only);
        };
        let mut rows = now.filter(|office| office.country == country).map(|office| office.holder);
        let row = rows.next().filter(|row| rows.all(|other| other == *row))?;
        let entity = cast.entity_of_row(self.reading.gazetteer, row)?;
        cast.figure_of(self.reading, entity)
    }

    /// The person whose age an apposition told: "the 57-year-old".
    pub(super) fn by_age(&self, text: &str, cast: &Cast, head: usize) -> Option<u32> {
        let age =
            self.reading.tables.tokens.get(head)?.span().of(text).strip_suffix("-year-old")?;
        let told = |run: Run| self.age_after(run).is_some_and(|at| self.word(text, at) == age);
        let first = cast.sightings.len().saturating_sub(4 * super::cast::REACH);
        let sighting =
            cast.sightings.get(first..)?.iter().rev().find(|sighting| told(sighting.run))?;
        Some(sighting.figure)
    }

    /// The number between commas after a name.
    fn age_after(&self, run: Run) -> Option<usize> {
        let (comma, age) = (run.end as usize, run.end as usize + 1);
        let told = self.reading.tables.kind(comma) == Kind::Comma
            && self.reading.tables.kind(age) == Kind::Number;
        (told && self.reading.tables.kind(age + 1) != Kind::Word).then_some(age)
    }

    fn word<'t>(&self, text: &'t str, at: usize) -> &'t str {
        self.reading.tables.tokens.get(at).map_or("", |token| token.span().of(text))
    }

    /// The person of whom the text goes on to speak, where a noun tells something new of somebody known: "the Italian", "the
    /// 57-year-old", "the father of two". It is the only one who spoke, or acted, in the last sentence that has such a person.
    pub(super) fn epithet(&self, cast: &Cast, sentence: u32, epithet: Epithet) -> Option<u32> {
        let reach = if epithet.goes_on { GOES_ON_REACH } else { EPITHET_REACH };
        let fits = |sighting: &Sighting| {
            let figure = cast.figure(sighting.figure)?;
            let away = sentence.checked_sub(sighting.sentence)?;
            let same = figure.gender == epithet.gender
                || [figure.gender, epithet.gender].contains(&Gender::Unknown);
            let other = epithet.age && self.age_after(figure.naming).is_some();
            let asked = epithet.goes_on && asked_before(self.reading.tables, sighting.run.first());
            let asks =
                epithet.goes_on && asks_after(self.reading.tables, sighting.run.end as usize);
            (figure.kind == FigureKind::Person
                && figure.entity.is_some()
                && (1..=reach).contains(&away)
                && !(epithet.goes_on && OPPOSITE.iter().any(|word| figure.words.contains(word)))
                && sighting.speech == 0
                && (sighting.speaks || sighting.place == Place::Subject || asked)
                && same
                && !(other || asks))
                .then_some(sighting.sentence)
        };
        let last = cast.recent().find_map(|(_, sighting)| fits(sighting))?;
        let of_last = || {
            let sightings = cast.recent().map(|(_, sighting)| sighting);
            sightings.filter(|sighting| fits(sighting) == Some(last))
        };
        only(of_last().filter(|sighting| sighting.speaks).map(|sighting| sighting.figure))
            .or_else(|| only(of_last().map(|sighting| sighting.figure)))
    }

    /// Whether a noun tells something of a person that names nobody by itself: "the former mayor", "the father of two".
    pub(super) fn tells_news(&self, nominal: &Nominal) -> bool {
        let former = nominal.run.range().take(8).any(|at| FORMER.contains(&self.key(at)));
        let after = nominal.words.end as usize;
        let children = nominal.role.kind == RoleKind::Kin
            && self.reading.tables.is(after, key("of"))
            && self.reading.tables.tag(after + 1) == Tag::CD
            && !self.reading.tables.is(after + 2, key("of"));
        nominal.determiner == Determiner::Definite && (former || children)
    }

    fn is_party(&self, mention: &Mention) -> bool {
        let entity = self.reading.tables.entity(mention);
        let row = entity.and_then(|it| self.reading.gazetteer.row(it.row?));
        row.is_some_and(|row| row.class == PARTY)
    }

    /// Whether a noun may take up whoever was just spoken of, though nothing told that of him: "the senator", "the retired
    /// teacher", "the Leeds-born singer". The nouns for those who meet others in court or at work do not.
    /// A name in the phrase speaks against it, unless what is said is quoted.
    pub(super) fn goes_on(&self, nominal: &Nominal, quotes: bool) -> bool {
        let tables = self.reading.tables;
        let any = |at: usize| {
            let words = self.reading.words.titles.get(&self.key(at));
            words.is_some_and(|words| words.contains(&ANY))
        };
        let before = nominal.run.first() + 1..nominal.words.first();
        let tells = |at: usize| {
            PERSONAL.contains(&self.key(at))
                || tables.tokens.get(at).is_some_and(|token| token.has(Token::HYPHEN))
        };
        // "the Ohio senator", "the GOP senator"
        let named = |at: usize| {
            tables.mention_at(at).is_some_and(|it| it.form != Form::Demonym && !self.is_party(it))
                && place_at(self.reading, at).is_none()
        };
        let alone = !matches!(tables.tag(nominal.words.end as usize), Tag::IN | Tag::TO);
        nominal.determiner == Determiner::Definite
            && alone
            && (quotes || !before.clone().take(8).any(named))
            && !OPPOSITE.contains(&self.key(nominal.words.last()))
            && nominal.role.kind != RoleKind::Spokes
            && (any(nominal.words.last()) || before.take(8).any(tells))
    }

    /// The organisation that "the company" takes up: one that was called so, else one whose name holds the noun, else the
    /// nearest of its kind.
    pub(super) fn organisation(&self, cast: &Cast, sentence: u32, head: usize) -> Option<u32> {
        let mut noun = self.key(head);
        let news = head.checked_sub(1).is_some_and(|at| NEWS.contains(&self.key(at)));
        if news && NEWS_NOUNS.contains(&noun) {
            noun = OUTLET;
        }
        let organisations = || cast.last_organisations();
        let called = organisations()
            .filter(|(_, figure)| figure.words.contains(&noun))
            .max_by_key(|(_, figure)| figure.last);
        let by_name = || {
            organisations()
                .filter(|(_, figure)| figure.head == noun)
                .max_by_key(|(_, figure)| figure.last)
        };
        let kinds = self.reading.words.organisations.get(&noun).map_or(&[][..], Vec::as_slice);
        let shows = self.reading.words.organisation_names.get(&noun).map_or(&[][..], Vec::as_slice);
        let by_word = || {
            let holds = |figure: &Figure| cast.name(figure).iter().any(|word| shows.contains(word));
            organisations()
                .chain(cast.last_doubtful())
                .filter(|(_, figure)| figure.row.is_none() && holds(figure))
                .filter(|(_, figure)| kinds.is_empty() || self.may_be(cast, figure, kinds))
                .max_by_key(|(_, figure)| figure.last)
        };
        let named = called.or_else(by_name).or_else(|| by_word().filter(|_| !shows.is_empty()));
        let actor = self.actor(cast, sentence, noun, named.map(|(id, _)| id));
        if let Some(id) = actor.or(named.map(|(id, _)| id)) {
            return Some(id);
        }
        let near = || {
            organisations().filter(|(_, figure)| {
                let sighting = cast.sightings.get(figure.last as usize);
                sighting.is_some_and(|it| sentence.saturating_sub(it.sentence) <= 4)
            })
        };
        let class = |figure: &Figure| {
            figure.row.and_then(|row| self.reading.gazetteer.row(row)).map(|row| row.class)
        };
        if kinds.is_empty() {
            return None;
        }
        let of_kind = near()
            .filter(|(_, figure)| class(figure).is_some_and(|it| kinds.contains(&it)))
            .max_by_key(|(_, figure)| figure.last);
        // Else a name that no list knows, if none of its words excludes the kind: the only one that a noun of the same kind
        // meant, that acted or, for "the brewer", that the article began with.
        let unlisted = || {
            near().filter(|(_, figure)| {
                class(figure).is_none()
                    && self.may_be(cast, figure, kinds)
                    && !self.is_unlike(figure, kinds)
            })
        };
        let ids = |fits: &dyn Fn(&Figure) -> bool| {
            only(unlisted().filter(|(_, figure)| fits(figure)).map(|(id, _)| id))
        };
        let general = kinds.contains(&ANY);
        let company = kinds.contains(&COMPANY);
        of_kind
            .map(|(id, _)| id)
            .or_else(|| ids(&|figure| self.is_like(figure, kinds)))
            .or_else(|| {
                let only = cast.only_organisation(sentence, |_| true);
                only.filter(|id| {
                    cast.figure(*id).is_some_and(|figure| self.may_mean(cast, figure, noun))
                })
            })
            .or_else(|| ids(&|figure| general && figure.acted))
            .or_else(|| ids(&|figure| general && figure.first < LEAD))
            .or_else(|| ids(&|figure| company && figure.acted && figure.first < LEAD))
            .or_else(|| {
                let topic = |figure: &Figure| {
                    figure.acted
                        && figure.first < LEAD
                        && class(figure).is_none()
                        && self.may_be(cast, figure, kinds)
                        && !self.is_unlike(figure, kinds)
                };
                let alone = company && !unlisted().any(|(_, figure)| figure.acted);
                let topics = || organisations().filter(|(_, figure)| topic(figure));
                if alone { only(topics().map(|(id, _)| id)) } else { None }
            })
    }

    /// The organisation that acted last, if the noun may mean it: by its kind, or, where the name is in no list, for the most
    /// general nouns by nothing that speaks against it. Another that its name shows to be such a thing gives way to a source only.
    fn actor(&self, cast: &Cast, sentence: u32, noun: u64, named: Option<u32>) -> Option<u32> {
        let (id, spoke) = cast.last_actor(sentence)?;
        let sure = spoke || named.is_none_or(|named| named == id);
        let figure = cast.figure(id)?;
        // Letters may be anything, so that only what they said right before tells.
        let near =
            cast.sightings.get(figure.last as usize).is_some_and(|it| it.sentence + 1 >= sentence);
        let general =
            || self.reading.words.organisations.get(&noun).is_some_and(|kinds| !kinds.is_empty());
        let letters =
            || spoke && near && figure.row.is_none() && self.is_acronym(cast, figure) && general();
        (sure && (self.may_mean(cast, figure, noun) || letters())).then_some(id)
    }

    /// Whether the noun may mean the organisation.
    fn may_mean(&self, cast: &Cast, figure: &Figure, noun: u64) -> bool {
        let words = self.reading.words;
        let kinds = words.organisations.get(&noun).map_or(&[][..], Vec::as_slice);
        let shows = words.organisation_names.get(&noun).map_or(&[][..], Vec::as_slice);
        let class = figure.row.and_then(|row| self.reading.gazetteer.row(row)).map(|row| row.class);
        figure.words.contains(&noun)
            || figure.head == noun
            || class.is_some_and(|class| kinds.contains(&class))
            || class.is_none()
                && (GENERAL.iter().any(|kind| kinds.contains(kind))
                    || cast.name(figure).iter().any(|word| shows.contains(word)))
                && self.may_be(cast, figure, kinds)
                && !self.is_unlike(figure, kinds)
    }

    /// Whether a noun of one of the kinds was said of the organisation: "lender" for "the bank".
    fn is_like(&self, figure: &Figure, kinds: &[u64]) -> bool {
        figure.words.iter().any(|word| {
            let like = self.reading.words.organisations.get(word);
            like.is_some_and(|like| like.iter().any(|kind| *kind != ANY && kinds.contains(kind)))
        })
    }

    /// Whether a noun of other kinds was said of the organisation: "newspaper" for "the company".
    fn is_unlike(&self, figure: &Figure, kinds: &[u64]) -> bool {
        figure.words.iter().any(|word| {
            let other = self.reading.words.organisations.get(word);
            other.is_some_and(|other| {
                !other.is_empty() && !other.iter().any(|kind| *kind == ANY || kinds.contains(kind))
            })
        })
    }

    /// Whether an organisation of this name may be of one of the kinds: "Financial Markets Board" is no company.
    fn may_be(&self, cast: &Cast, figure: &Figure, kinds: &[u64]) -> bool {
        let name = cast.name(figure);
        // A group may be a council.
        let group = kinds.contains(&NGO) && kinds.contains(&ANY);
        let excluded = |word: &u64| {
            let other =
                self.reading.words.organisations.get(word).map_or(&[ANY][..], Vec::as_slice);
            let like =
                other.iter().any(|kind| kinds.contains(kind) || other.len() == 1 && *kind == ANY);
            !(like || group && other.is_empty())
        };
        !self.is_acronym(cast, figure) && !name.iter().any(excluded)
    }

    /// Whether the name is letters, which may stand for anything.
    fn is_acronym(&self, cast: &Cast, figure: &Figure) -> bool {
        let tokens = self.reading.tables.tokens.get(figure.naming.range()).unwrap_or_default();
        cast.name(figure).len() == 1 && tokens.iter().any(|token| token.has(Token::ALL_CAPS))
    }
}

/// Whom the text goes on with after "Poe asked Berg about it" is Berg.
const ASKED: [u64; 6] =
    keys(["asked", "pressed", "questioned", "interviewed", "quizzed", "grilled"]);

/// Whether the noun phrase that begins at `at` is whom somebody asked.
fn asked_before(tables: &Tables, at: usize) -> bool {
    let verb = at.checked_sub(1).filter(|at| tables.tag(*at) == Tag::VBD);
    verb.and_then(|at| tables.tokens.get(at)).is_some_and(|verb| ASKED.contains(&verb.key))
}

/// Whether who stands before `at` asked somebody with a name.
fn asks_after(tables: &Tables, at: usize) -> bool {
    asked_before(tables, at + 1) && tables.mention_at(at + 1).is_some()
}

/// What a noun that tells something new of a person says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Epithet {
    pub(super) gender: Gender,
    /// It tells an age.
    pub(super) age: bool,
    /// It only goes on with who was just spoken of.
    pub(super) goes_on: bool,
}

impl Epithet {
    pub(super) fn of(gender: Gender) -> Epithet {
        Epithet { gender, age: false, goes_on: false }
    }
}

/// The kind of nouns that may mean an organisation of any name.
const ANY: u64 = key("any");
const COMPANY: u64 = key("company");
const NGO: u64 = key("ngo");
const PARTY: u64 = key("party");
const OUTLET: u64 = key("outlet");
const MILITANT: u64 = key("militant");
/// Words for armed groups before "group", "organisation", "network".
const ARMED: [u64; 9] = keys([
    "terrorist",
    "terror",
    "militant",
    "extremist",
    "jihadist",
    "jihadi",
    "insurgent",
    "rebel",
    "guerrilla",
]);
/// Kinds whose names need not show what they are.
const GENERAL: [u64; 6] = [ANY, COMPANY, NGO, key("sport"), key("party"), key("union")];
/// What "the news organisation" is.
const NEWS: [u64; 2] = keys(["news", "media"]);
const NEWS_NOUNS: [u64; 6] =
    keys(["organisation", "organization", "site", "website", "group", "company"]);
/// Sentences at the beginning that tell what the article is about.
const LEAD: u32 = 3;
/// Sentences that an epithet looks back.
const EPITHET_REACH: u32 = 6;
const GOES_ON_REACH: u32 = 2;

/// The only figure of those, if there is one and no other.
fn only(mut figures: impl Iterator<Item = u32>) -> Option<u32> {
    let first = figures.next()?;
    figures.all(|other| other == first).then_some(first)
}

/// Whether what is told agrees in gender, whether the noun names nothing but what the figure was said to be of, and whether a
/// role was given by the very words; the sentences of the last speech, where it was not, and of the last sighting.
type Rank = (bool, bool, bool, u32, u32);

enum Found {
    None,
    One(u32),
    /// More than one, equally near.
    Several,
}
