//! Families by their name: "Carl Poe and his wife, Mary Poe … *The Poes* said".

use crate::document::{Entity, EntityType, Mention, Tables};
use crate::key::{TextMap, key, key_of};

/// A name in the plural, and those of the article who bear it in the singular.
#[derive(Debug)]
pub(crate) struct Family {
    pub(super) entity: u32,
    pub(super) members: Vec<u32>,
}

/// How many members of a family are told.
const MEMBERS: usize = 4;

/// The families that the article names with "the", in the order of the entities; they are no organisations or places any more.
pub(super) fn find_families(tables: &mut Tables) -> Vec<Family> {
    let plural = |it: &&Mention| is_plural(tables, it);
    let mut plurals: Vec<u32> = tables.mentions.iter().filter(plural).map(|it| it.entity).collect();
    if plurals.is_empty() {
        return Vec::new();
    }
    plurals.sort_unstable();
    plurals.dedup();
    let mut bearers: TextMap<Vec<u32>> = TextMap::with_hasher(tables.spread);
    for person in tables.entities.iter().filter(|it| it.kind == EntityType::Person) {
        if let Some((_, surname)) = person.name.rsplit_once(' ') {
            let bearers = bearers.entry(key_of(surname)).or_default();
            if bearers.len() < MEMBERS {
                bearers.push(person.id);
            }
        }
    }
    let mut families = Vec::new();
    for id in plurals {
        let entity = &mut tables.entities[id as usize];
        let members = singulars(&entity.name).find_map(|it| bearers.get(&key_of(it)));
        if let Some(members) = members {
            entity.kind = EntityType::Other;
            families.push(Family { entity: id, members: members.clone() });
        }
    }
    families
}

/// Whether a mention is a single word in the plural behind "the", in no list.
fn is_plural(tables: &Tables, mention: &Mention) -> bool {
    let before = mention.tokens.first().checked_sub(1);
    let alone = |it: &Entity| it.row.is_none() && it.name.ends_with('s') && !it.name.contains(' ');
    mention.tokens.len() == 1
        && before.is_some_and(|at| tables.is(at, key("the")))
        && tables.entity(mention).is_some_and(alone)
}

/// The names that a name may be the plural of: "Poe" of "Poes", "Marsh" of "Marshes".
fn singulars(plural: &str) -> impl Iterator<Item = &str> {
    ["s", "es"].into_iter().filter_map(|end| plural.strip_suffix(end))
}
