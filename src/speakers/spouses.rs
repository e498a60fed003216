//! Kin who are told of by their given names alone and have the surname of whose kin they are: "Ken Poe … His wife, *Jean*, said …
//! *Mrs Poe* said".

use crate::document::{Entity, EntityType, Kind, Mention, Tables};
use crate::key::key_of;
use crate::lexicon::{Gender, Lexicon, RoleKind, class};

/// Persons named by a title and a surname, each with the one of the article's kin whom that means: there is somebody else of the
/// surname and the other gender, and only one whose given name stands alone after a noun for kin.
pub(super) fn find_spouses(lexicon: &Lexicon, tables: &Tables) -> Vec<(u32, u32)> {
    let persons = || tables.entities.iter().filter(|it| it.kind == EntityType::Person);
    let titled = |entity: &&Entity| {
        let title = |it: &Mention| it.name.is_some_and(|name| name.start > it.span.start);
        let alone = entity.row.is_none() && !entity.name.contains(' ');
        alone && entity.gender != Gender::Unknown && entity.mentions.iter().any(title)
    };
    let mut found = Vec::new();
    for entity in persons().filter(titled) {
        let other = |it: &Entity| {
            let surname = it.name.rsplit_once(' ').map(|(_, surname)| surname);
            surname == Some(&entity.name) && it.gender != entity.gender
        };
        let kin = |it: &&Entity| {
            let given = lexicon.names.class(key_of(&it.name)) & class::GIVEN != 0;
            let own = it.id != entity.id && [entity.gender, Gender::Unknown].contains(&it.gender);
            given && own && is_told_as_kin(lexicon, tables, it)
        };
        if !persons().any(other) {
            continue;
        }
        let mut kin = persons().filter(kin);
        if let (Some(only), None) = (kin.next(), kin.next()) {
            found.push((entity.id, only.id));
        }
    }
    found
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
