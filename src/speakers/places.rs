//! "The state" and "the city" as sources: the only such place that the text just named; and the state of who has a seat for it.

use super::nominals::place_at;
use super::phrase::Part;
use super::titles::governed;
use super::{Reading, Resolved, Resolver};
use crate::document::{EntityType, Form, Kind, Mention, Resolution, Tables, Tag, Token};
use crate::key::{key, key_of, keys};
use crate::span::Run;

/// Nouns for a place that acts, and the kinds of rows that they take up.
const STATES: [u64; 2] = keys(["state", "province"]);
const STATE_KINDS: [u64; 2] = keys(["state", "region"]);
const TOWNS: [u64; 3] = keys(["city", "town", "village"]);
const TOWN_KINDS: [u64; 1] = [key("city")];
/// Such nouns that names of places end in: "Pawley County".
const PARTS: [u64; 10] = keys([
    "state", "province", "city", "town", "village", "county", "district", "borough", "parish",
    "municipality",
]);
/// Sentences back, and names looked through in them.
const NEAR: usize = 3;
const NAMES: usize = 40;
/// Names looked through for one that ends in the noun.
const FAR: usize = 400;

impl Resolver<'_> {
    /// The place that a noun without a name means, where the last sentences name one of its kind.
    pub(super) fn place_again(&self, part: &Part) -> Option<Resolved> {
        const GOVERNS: [u64; 2] = keys(["state", "provincial"]);
        let Reading { tables, .. } = self.reading;
        let first = part.run.first();
        let government = part.run.len() == 3
            && tables.is(part.head, key("government"))
            && tables.is_one_of(first + 1, &GOVERNS);
        if !tables.is(first, key("the"))
            || part.run.len() != 2 && !government
            || part.complement.is_some()
        {
            return None;
        }
        let noun = if government { STATES[0] } else { tables.key(part.head) };
        let end = tables.mentions.partition_point(|it| it.tokens.start < part.run.start);
        let before = tables.mentions.get(..end)?;
        self.place_near(noun, part.run.start, before)
            .or_else(|| self.place_called(noun, before))
            .or_else(|| self.only_state(noun))
    }

    /// The only state that the article names.
    fn only_state(&self, noun: u64) -> Option<Resolved> {
        if !STATES.contains(&noun) {
            return None;
        }
        let names = self.reading.tables.mentions.iter().take(FAR);
        // "Washington" may be the capital.
        let state =
            |it: &&Mention| self.is_place(it, &STATE_KINDS) && governed(self.reading, it).is_none();
        only(names.filter(state))
    }

    /// The only place of one of the noun's kinds that the sentences before token `at` name.
    fn place_near(&self, noun: u64, at: u32, before: &[Mention]) -> Option<Resolved> {
        let Reading { tables, .. } = self.reading;
        let kinds = match noun {
            noun if STATES.contains(&noun) => &STATE_KINDS[..],
            noun if TOWNS.contains(&noun) => &TOWN_KINDS[..],
            _ => return None,
        };
        let sentence = tables.sentences.partition_point(|it| it.tokens.end <= at);
        let from = tables.sentences.get(sentence.saturating_sub(NEAR))?.tokens.start;
        let near = before.iter().rev().take(NAMES).take_while(|it| it.tokens.start >= from);
        only(near.filter(|mention| self.is_place(mention, kinds)))
    }

    /// The only place before whose name ends in the noun: "the county" for "Pawley County".
    fn place_called(&self, noun: u64, before: &[Mention]) -> Option<Resolved> {
        let tables = self.reading.tables;
        let called = |it: &&Mention| it.tokens.len() > 1 && tables.is(it.tokens.last(), noun);
        let names = before.iter().rev().take(FAR).filter(|_| PARTS.contains(&noun));
        only(names.filter(called))
    }

    /// Whether a name is that of a place of one of the kinds of gazetteer rows.
    fn is_place(&self, mention: &Mention, kinds: &[u64]) -> bool {
        let Reading { tables, gazetteer, .. } = self.reading;
        let Some(entity) = tables.entity(mention) else { return false };
        let row = entity.row.and_then(|row| gazetteer.row(row));
        entity.kind == EntityType::Place
            && mention.form == Form::Name
            // "Southeast Asia" is no country's province.
            && row.is_some_and(|row| kinds.contains(&row.class) && row.country.is_some())
    }
}

/// What the mentions mean, the last one first, if it is one and the same thing.
fn only<'m>(mut mentions: impl Iterator<Item = &'m Mention>) -> Option<Resolved> {
    let last = mentions.next()?;
    let antecedent = Some(last.span);
    let place = || Resolved { antecedent, ..Resolved::to(last.entity, Resolution::Nominal) };
    mentions.all(|it| it.entity == last.entity).then(place)
}

/// The letters that the post has for American states, and the states' names.
#[rustfmt::skip]
const POSTAL: [(&str, u64); 50] = [
    ("AL", key("alabama")), ("AK", key("alaska")), ("AZ", key("arizona")), ("AR", key("arkansas")),
    ("CA", key("california")), ("CO", key("colorado")), ("CT", key("connecticut")), ("DE", key("delaware")),
    ("FL", key("florida")), ("GA", key("georgia")), ("HI", key("hawaii")), ("ID", key("idaho")),
    ("IL", key("illinois")), ("IN", key("indiana")), ("IA", key("iowa")), ("KS", key("kansas")),
    ("KY", key("kentucky")), ("LA", key("louisiana")), ("ME", key("maine")), ("MD", key("maryland")),
    ("MA", key("massachusetts")), ("MI", key("michigan")), ("MN", key("minnesota")), ("MS", key("mississippi")),
    ("MO", key("missouri")), ("MT", key("montana")), ("NE", key("nebraska")), ("NV", key("nevada")),
    ("NH", key("new hampshire")), ("NJ", key("new jersey")), ("NM", key("new mexico")), ("NY", key("new york")),
    ("NC", key("north carolina")), ("ND", key("north dakota")), ("OH", key("ohio")), ("OK", key("oklahoma")),
    ("OR", key("oregon")), ("PA", key("pennsylvania")), ("RI", key("rhode island")), ("SC", key("south carolina")),
    ("SD", key("south dakota")), ("TN", key("tennessee")), ("TX", key("texas")), ("UT", key("utah")),
    ("VT", key("vermont")), ("VA", key("virginia")), ("WA", key("washington")), ("WV", key("west virginia")),
    ("WI", key("wisconsin")), ("WY", key("wyoming")),
];

/// The key of the name of the state in what tells at a token for whom and where somebody was elected, and the row of the party:
/// "(D-Ohio)", ", R-S.C.,".
pub(super) fn seat_at(reading: Reading, at: usize) -> Option<(u64, Option<u32>)> {
    let gazetteer = reading.gazetteer;
    let token = reading.tables.tokens.get(at).filter(|it| it.has(Token::HYPHEN))?;
    let (party, state) = token.span().of(reading.text).split_once('-')?;
    let party = match party {
        "D" => gazetteer.row_named("Democratic Party"),
        "R" => gazetteer.row_named("Republican Party"),
        "I" | "L" => None,
        _ => return None,
    };
    let postal = POSTAL.iter().find(|(letters, _)| *letters == state).map(|(_, name)| *name);
    let home = postal.or_else(|| Some(key_of(&gazetteer.place_called(state)?.name)))?;
    Some((home, party))
}

/// What stands between commas behind a name, at token `at`, and names nobody else: "Ann Poe, *a Democrat from Ohio*,".
pub(super) fn apposition_at(tables: &Tables, at: usize) -> Option<Run> {
    const LONGEST: usize = 12;
    let word = |at: &usize| tables.kind(*at) == Kind::Word;
    let end = (at..at + LONGEST).find(|at| !word(at))?;
    let other = |at: usize| {
        let tag = tables.tag(at);
        let person = tables.entity_at(at).is_some_and(|it| it.kind == EntityType::Person);
        person || tag.is_finite() || tag.is_relative()
    };
    let closed = matches!(tables.kind(end), Kind::Comma | Kind::Stop);
    (closed && end > at && !(at..end).any(other)).then(|| Run::new(at, end))
}

/// The key of the place that tells in an apposition where somebody is from: "a Democrat from *Ohio*", "an *Ohio* farmer".
pub(super) fn home_in(reading: Reading, apposition: Run) -> Option<u64> {
    const FROM: [u64; 2] = keys(["of", "from"]);
    let tables = reading.tables;
    let (place, words) = apposition.range().find_map(|at| place_at(reading, at))?;
    let before = words.first().checked_sub(1).filter(|at| apposition.holds(*at));
    let from = before.is_some_and(|at| tables.is_one_of(at, &FROM));
    let first = before.is_none_or(|at| tables.tag(at) == Tag::DT);
    let own = first && tables.tag(words.after()).is_noun() && apposition.holds(words.after());
    (from || own).then_some(place)
}
