//! Nouns that mean a person or organisation: "the senator", "the US president", "the company".
//!
//! A definite noun takes up whoever the article gave that role or title, else who held the office on the day of publication.

use super::cast::{Cast, Figure, FigureKind};
use super::words::SpeakerWords;
use crate::document::{Tables, Tag};
use crate::entities::gazetteer::{COUNTRY, Gazetteer, Way};
use crate::lexicon::{Gender, Lexicon, Role, RoleKind, class, key, keys};
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
pub(super) fn read_nominal(
    tables: &Tables,
    gazetteer: &Gazetteer,
    lexicon: &Lexicon,
    run: Run,
    head: usize,
) -> Option<Nominal> {
    // Every role marks its last word.
    let last = tables.tokens.get(head).map_or(0, |token| lexicon.names.class(token.key));
    if last & (class::OFFICE | class::HUMAN | class::GROUP | class::PAPER) == 0 {
        return None;
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

fn determiner(tables: &Tables, run: Run, head: usize) -> Determiner {
    let tag = |at: usize| tables.tag(at);
    if (run.first()..head).take(12).any(|at| matches!(tag(at), Tag::POS | Tag::PRPS | Tag::WPS)) {
        return Determiner::Possessive;
    }
    match tables.tokens.get(run.first()).map_or(0, |token| token.key) {
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
    let phrase = tables.phrases.get(*tables.phrase_of.get(at + 1)? as usize)?;
    if of { find_country(tables, gazetteer, phrase.tokens) } else { None }
}

/// Figures to look through for a role.
const FIGURES: usize = 64;
/// Words of a role that change whom it means.
const FORMER: [u64; 4] = keys(["former", "ex", "late", "onetime"]);
const DEPUTY: [u64; 4] = keys(["vice", "deputy", "assistant", "acting"]);

/// What a noun is looked up with.
pub(super) struct Lookup<'a> {
    pub(super) tables: &'a Tables,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) words: &'a SpeakerWords,
}

impl Lookup<'_> {
    fn key(&self, at: usize) -> u64 {
        self.tables.tokens.get(at).map_or(0, |token| token.key)
    }

    /// The person that a definite noun takes up.
    pub(super) fn person(&self, cast: &mut Cast, nominal: &Nominal) -> Option<u32> {
        // "Poe's spokesman" need not be the spokesman of before.
        let owned = nominal.determiner == Determiner::Possessive;
        if owned && !matches!(nominal.role.kind, RoleKind::Office | RoleKind::Kin) {
            return None;
        }
        match self.by_role(cast, nominal) {
            Found::One(figure) => Some(figure),
            Found::Several => None,
            Found::None => self.by_office(cast, nominal),
        }
    }

    /// The figure to whom the article gave the role.
    fn by_role(&self, cast: &Cast, nominal: &Nominal) -> Found {
        let first = cast.figures.len().saturating_sub(FIGURES);
        let mut best: Option<(u32, u32)> = None;
        let mut rival = None;
        for (at, figure) in cast.figures.iter().enumerate().skip(first) {
            if figure.kind != FigureKind::Person
                || figure.count == 0
                || !self.bears(figure, nominal)
            {
                continue;
            }
            let seen =
                cast.sightings.get(figure.last as usize).map_or(0, |sighting| sighting.sentence);
            match best {
                Some((_, latest)) if latest > seen => rival = rival.max(Some(seen)),
                _ => {
                    rival = best.map(|(_, seen)| seen).or(rival);
                    best = Some((at as u32, seen));
                }
            }
        }
        match (best, rival) {
            (None, _) => Found::None,
            // Two mayors in one sentence: the noun may mean either.
            (Some((_, seen)), Some(other)) if other == seen => Found::Several,
            (Some((figure, _)), _) => Found::One(figure),
        }
    }

    /// Whether the article gave the figure the role of the noun.
    fn bears(&self, figure: &Figure, nominal: &Nominal) -> bool {
        let gender = nominal.role.gender;
        if gender != Gender::Unknown && figure.gender != Gender::Unknown && gender != figure.gender
        {
            return false;
        }
        let has = |word: u64| figure.words.contains(&word);
        let said =
            |list: &[u64]| nominal.run.range().take(8).any(|at| list.contains(&self.key(at)));
        let differs = |list: &[u64]| list.iter().any(|word| has(*word)) != said(list);
        if differs(&FORMER) || differs(&DEPUTY) || !self.fits_country(figure, nominal) {
            return false;
        }
        let head = self.key(nominal.words.last());
        let all = nominal.words.range().all(|at| has(self.key(at)));
        let other = || {
            self.words.titles.get(&head).is_some_and(|words| words.iter().any(|word| has(*word)))
        };
        all || (nominal.words.len() == 1 && other())
    }

    fn fits_country(&self, figure: &Figure, nominal: &Nominal) -> bool {
        let Some(country) = nominal.country else { return true };
        let own = figure.row.and_then(|row| self.gazetteer.row(row)).and_then(|row| row.country);
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

    /// The person who held the office of a country on the day of publication.
    fn by_office(&self, cast: &mut Cast, nominal: &Nominal) -> Option<u32> {
        let date = self.tables.published?;
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
        let now = self.gazetteer.holders(office).filter(|office| office.held_on(date));
        let Some(country) = nominal.country else {
            // "the president" of an article that names one president.
            let mut named = now.filter_map(|office| cast.known_row(office.holder));
            let only = named.next().filter(|only| named.all(|other| other == *only))?;
            return cast.figure_of(self.tables, self.gazetteer, only);
        };
        let mut rows = now.filter(|office| office.country == country).map(|office| office.holder);
        let row = rows.next().filter(|row| rows.all(|other| other == *row))?;
        let entity = cast.entity_of_row(self.gazetteer, row)?;
        cast.figure_of(self.tables, self.gazetteer, entity)
    }

    /// The person whose age an apposition told: "the 57-year-old".
    pub(super) fn by_age(&self, text: &str, cast: &Cast, head: usize) -> Option<u32> {
        let age = self.tables.tokens.get(head)?.span().of(text).strip_suffix("-year-old")?;
        let told = |run: Run| {
            let after = self.tables.tokens.get(run.end as usize + 1);
            self.tables.kind(run.end as usize) == crate::document::Kind::Comma
                && after.is_some_and(|token| token.span().of(text) == age)
        };
        let first = cast.sightings.len().saturating_sub(4 * super::cast::REACH);
        let sighting =
            cast.sightings.get(first..)?.iter().rev().find(|sighting| told(sighting.run))?;
        Some(sighting.figure)
    }

    /// The organisation that "the company" takes up: one whose name holds the noun, else the nearest of its kind.
    pub(super) fn organisation(
        &self,
        text: &str,
        cast: &Cast,
        sentence: u32,
        head: usize,
    ) -> Option<u32> {
        let noun = self.key(head);
        let kinds = self.words.organisations.get(&noun)?;
        let word = self.tables.tokens.get(head)?.span().of(text);
        let near = || {
            let organisations = |figure: &Figure| figure.kind == FigureKind::Organisation;
            cast.recent_figures().filter(move |(_, figure, sighting)| {
                organisations(figure) && sentence - sighting.sentence.min(sentence) <= 4
            })
        };
        let name_has = |figure: &Figure| {
            let entity = figure.entity.and_then(|id| cast.entity(self.tables, id));
            entity.is_some_and(|entity| {
                entity.name.split_whitespace().any(|part| part.eq_ignore_ascii_case(word))
            })
        };
        let of_kind = |figure: &Figure| {
            let class = figure.row.and_then(|row| self.gazetteer.row(row)).map(|row| row.class);
            class.map_or(!kinds.is_empty(), |class| kinds.contains(&class))
        };
        let by_name = near().find(|(_, figure, _)| name_has(figure));
        let found = by_name.or_else(|| near().find(|(_, figure, _)| of_kind(figure)))?;
        Some(found.0)
    }
}

enum Found {
    None,
    One(u32),
    /// More than one, equally near.
    Several,
}
