//! "The state" and "the city" as sources: the only such place that the text just named.

use super::phrase::Part;
use super::{Reading, Resolved, Resolver};
use crate::document::{EntityType, Form, Mention, Resolution};
use crate::key::{key, keys};

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
        let Reading { tables, .. } = self.reading;
        let noun = tables.tokens.get(part.head)?.key;
        if !tables.is(part.run.first(), key("the"))
            || part.run.len() != 2
            || part.complement.is_some()
        {
            return None;
        }
        let end = tables.mentions.partition_point(|it| it.tokens.start < part.run.start);
        let before = tables.mentions.get(..end)?;
        self.place_near(noun, part.run.start, before).or_else(|| self.place_called(noun, before))
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
            && row.is_some_and(|row| kinds.contains(&row.class))
    }
}

/// What the mentions mean, the last one first, if it is one and the same thing.
fn only<'m>(mut mentions: impl Iterator<Item = &'m Mention>) -> Option<Resolved> {
    let last = mentions.next()?;
    let antecedent = Some(last.span);
    let place = || Resolved { antecedent, ..Resolved::to(last.entity, Resolution::Nominal) };
    mentions.all(|it| it.entity == last.entity).then(place)
}
