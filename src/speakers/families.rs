//! Families by their name: "Carl Poe and his wife, Mary Poe … *The Poes* said".

use super::adopt::mention;
use crate::document::{EntityId, EntityType, Mention, Tables, Token};
use crate::key::{TextMap, key_of, keys};
use crate::lexicon::Lexicon;
use crate::span::Run;

/// A name in the plural, and those of the article who bear it in the singular.
#[derive(Debug)]
pub(crate) struct Family {
    pub(super) entity: EntityId,
    pub(super) members: Vec<EntityId>,
}

impl Family {
    /// The entities that the name means: its bearers, or, where the article names only one of them, the family itself.
    pub(super) fn meant(&self) -> Vec<EntityId> {
        if self.members.len() > 1 { self.members.clone() } else { vec![self.entity] }
    }
}

/// Words before the name of a family: "*both* Poes".
const THE: [u64; 2] = keys(["the", "both"]);
/// How many members of a family are told.
const MEMBERS: usize = 4;

/// The families that the article names with "the", in the order of their entities. These are persons, as annotators have it; a
/// family that is no mention becomes one.
pub(super) fn find_families(text: &str, lexicon: &Lexicon, tables: &mut Tables) -> Vec<Family> {
    let pairs = (1..).zip(tables.tokens.windows(2));
    let plurals: Vec<usize> =
        pairs.filter(|(at, pair)| is_plural(text, tables, *at, pair)).map(|(at, _)| at).collect();
    if plurals.is_empty() {
        return Vec::new();
    }
    let bearers = find_bearers(tables);
    let members = |at: usize| {
        let word = tables.tokens[at].span().of(text);
        singulars(word).find_map(|it| bearers.get(&key_of(it)))
    };
    let named: Vec<(usize, &Vec<EntityId>)> =
        plurals.into_iter().filter_map(|at| Some((at, members(at)?))).collect();
    let alone = named.iter().filter(|(at, _)| tables.mention_at(*at).is_none());
    let new: Vec<_> = alone.map(|(at, _)| (Run::new(*at, at + 1), EntityType::Person)).collect();
    mention(text, lexicon, tables, &new);
    let mut families = Vec::new();
    for (at, members) in named {
        let Some(entity) = tables.mention_at(at).map(|it| it.entity) else { continue };
        tables.entities[entity.index()].kind = EntityType::Person;
        families.push(Family { entity, members: members.clone() });
    }
    families.sort_unstable_by_key(|family| family.entity);
    families.dedup_by_key(|family| family.entity);
    families
}

/// The persons of the article by their surnames.
fn find_bearers(tables: &Tables) -> TextMap<Vec<EntityId>> {
    let mut bearers: TextMap<Vec<EntityId>> = TextMap::with_hasher(tables.spread);
    for person in tables.entities.iter().filter(|it| it.kind == EntityType::Person) {
        if let Some((_, surname)) = person.name.rsplit_once(' ') {
            let bearers = bearers.entry(key_of(surname)).or_default();
            if bearers.len() < MEMBERS {
                bearers.push(person.id);
            }
        }
    }
    bearers
}

/// Whether the second of two words, at a token, may be a name in the plural behind "the": it is in no longer name and in no list.
fn is_plural(text: &str, tables: &Tables, at: usize, pair: &[Token]) -> bool {
    let alone = |it: &Mention| {
        it.tokens.len() == 1 && tables.entity(it).is_some_and(|entity| entity.row.is_none())
    };
    let [the, word] = pair else { return false };
    THE.contains(&the.key)
        && word.has(Token::CAPITAL)
        && word.span().of(text).ends_with('s')
        && tables.mention_at(at).is_none_or(alone)
}

/// The names that a name may be the plural of: "Poe" of "Poes", "Marsh" of "Marshes".
fn singulars(plural: &str) -> impl Iterator<Item = &str> {
    ["s", "es"].into_iter().filter_map(|end| plural.strip_suffix(end))
}
