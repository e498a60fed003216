//! "The state" and "the city" as sources: the only such place that the text just named.

use super::phrase::Part;
use super::{Reading, Resolved, Resolver};
use crate::document::{EntityType, Form, Mention, Resolution};
use crate::lexicon::{key, keys};

/// Nouns for a place that acts, and the kinds of rows that they take up.
const STATES: [u64; 2] = keys(["state", "province"]);
const STATE_KINDS: [u64; 2] = keys(["state", "region"]);
const TOWNS: [u64; 3] = keys(["city", "town", "village"]);
const TOWN_KINDS: [u64; 1] = [key("city")];
/// Sentences back, and names looked through in them.
const NEAR: usize = 3;
const NAMES: usize = 40;

impl Resolver<'_> {
    /// The place that a noun without a name means, where the last sentences name one of its kind.
    pub(super) fn place_again(&self, part: &Part) -> Option<Resolved> {
        let Reading { tables, .. } = self.reading;
        let noun = tables.tokens.get(part.head)?.key;
        let kinds = match noun {
            noun if STATES.contains(&noun) => &STATE_KINDS[..],
            noun if TOWNS.contains(&noun) => &TOWN_KINDS[..],
            _ => return None,
        };
        if !tables.is(part.run.first(), key("the"))
            || part.run.len() != 2
            || part.complement.is_some()
        {
            return None;
        }
        let sentence = tables.sentences.partition_point(|it| it.tokens.end <= part.run.start);
        let from = tables.sentences.get(sentence.saturating_sub(NEAR))?.tokens.start;
        let end = tables.mentions.partition_point(|it| it.tokens.start < part.run.start);
        let near = tables.mentions.get(..end)?.iter().rev().take(NAMES);
        let near = near.take_while(|it| it.tokens.start >= from);
        let mut fitting = near.filter(|mention| self.is_place(mention, kinds));
        let last = fitting.next()?;
        let antecedent = Some(last.span);
        let place = || Resolved { antecedent, ..Resolved::to(last.entity, Resolution::Nominal) };
        fitting.all(|it| it.entity == last.entity).then(place)
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
