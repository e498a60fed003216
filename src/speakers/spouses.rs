//! Kin who are told of by their given names alone and have the surname of whose kin they are: "Ken Poe … His wife, *Jean*, said …
//! *Mrs Poe* said".

use crate::document::{Entity, EntityId, EntityType, Kind, Mention, Tables};
use crate::key::{TextMap, key_of};
use crate::lexicon::{Gender, Lexicon, RoleKind, class};

/// Persons named by a title and a surname, each with the one of the article's kin whom that means: there is somebody else of the
/// surname and another gender, and only one whose given name stands alone after a noun for kin.
pub(super) fn find_spouses(lexicon: &Lexicon, tables: &Tables) -> Vec<(EntityId, EntityId)> {
    let persons = || tables.entities.iter().filter(|it| it.kind == EntityType::Person);
    let titled = |entity: &&Entity| {
        let title = |it: &Mention| it.name.is_some_and(|name| name.start > it.span.start);
        let alone = entity.row.is_none() && !entity.name.contains(' ');
        alone && entity.gender != Gender::Unknown && entity.mentions.iter().any(title)
    };
    let kin = [Gender::Female, Gender::Male].map(|gender| {
        let told = |it: &&Entity| {
            let given = lexicon.names.class(key_of(&it.name)) & class::GIVEN != 0;
            let fits = [gender, Gender::Unknown].contains(&it.gender);
            given && fits && is_told_as_kin(lexicon, tables, it)
        };
        let mut kin = persons().filter(told).map(|it| it.id);
        (gender, kin.next().filter(|_| kin.next().is_none()))
    });
    if kin.iter().all(|(_, only)| only.is_none()) {
        return Vec::new();
    }
    // The genders of the bearers of each surname, as bits.
    let mut bearers: TextMap<u8> = TextMap::with_hasher(tables.spread);
    for person in persons() {
        if let Some((_, surname)) = person.name.rsplit_once(' ') {
            *bearers.entry(key_of(surname)).or_default() |= 1 << person.gender as u8;
        }
    }
    let spouse = |entity: &Entity| {
        let own = 1 << entity.gender as u8;
        let other = bearers.get(&key_of(&entity.name)).is_some_and(|it| it & !own != 0);
        let (_, only) = kin.iter().find(|(gender, _)| other && *gender == entity.gender)?;
        Some((entity.id, only.filter(|id| *id != entity.id)?))
    };
    persons().filter(titled).filter_map(spouse).collect()
}

/// Whether the first mention of a person follows a noun for kin: "his wife, *Jean*,", "his wife *Jean*".
fn is_told_as_kin(lexicon: &Lexicon, tables: &Tables, person: &Entity) -> bool {
    let kin = |at: usize| {
        let role = lexicon.names.roles.word(tables.key(at));
        role.is_some_and(|role| role.kind == RoleKind::Kin && !role.plural)
    };
    let before = person.mentions.first().and_then(|it| it.tokens.last().checked_sub(1));
    before.is_some_and(|at| {
        kin(at) || tables.kind(at) == Kind::Comma && at.checked_sub(1).is_some_and(kin)
    })
}
