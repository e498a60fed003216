//! Two persons of one surname, of whom only one is ever named in full: "President Poe … Mr Poe … his wife, Ann Poe".

use super::link::Draft;
use super::person::ends_of_name;
use crate::document::{EntityType, Form, Part, Tables};
use crate::key::TextMap;
use crate::lexicon::Gender;

/// What an article tells of who bears a surname.
#[derive(Default)]
struct Bearers {
    /// Those named in full: their gender, if it is one and known.
    full: Option<Gender>,
    /// The first draft that names one of them in full.
    first: usize,
    /// A woman, a man is called so before with "Mrs", "Mr" and the like.
    women: bool,
    men: bool,
}

/// Whom an article calls by a surname, with "Mr" or "Mrs" once, before it names another in full with it who is of the other
/// gender, is of that of "Mr" or "Mrs": nothing else keeps "President Poe" from meaning Ann Poe.
pub(super) fn tell_apart(tables: &Tables, drafts: &mut [Draft]) {
    let mut bearers: TextMap<Bearers> = TextMap::with_hasher(tables.spread);
    for (at, draft) in drafts.iter().enumerate() {
        let Some(surname) = surname(tables, draft) else { continue };
        let own = bearers.entry(surname).or_default();
        match (draft.name.len(), draft.gender) {
            (1, gender) => {
                let told = own.full.is_none() && !draft.by_name;
                own.women |= told && gender == Gender::Female;
                own.men |= told && gender == Gender::Male;
            }
            (_, gender) if own.full.is_none() => (own.full, own.first) = (Some(gender), at),
            (_, gender) if own.full == Some(gender) => {}
            _ => own.full = Some(Gender::Unknown),
        }
    }
    if !bearers.values().any(|own| own.women || own.men) {
        return;
    }
    for (at, draft) in drafts.iter_mut().enumerate() {
        let own = surname(tables, draft).and_then(|surname| bearers.get(&surname));
        let Some(own) = own.filter(|own| draft.name.len() == 1 && at < own.first) else { continue };
        let other = match own.full {
            Some(Gender::Female) if own.men => Gender::Male,
            Some(Gender::Male) if own.women => Gender::Female,
            _ => continue,
        };
        if draft.gender == Gender::Unknown || draft.by_name {
            (draft.gender, draft.by_name) = (other, false);
        }
    }
}

/// The surname of a person's name, but not of one in a headline, which has the surname before the name.
fn surname(tables: &Tables, draft: &Draft) -> Option<u64> {
    let person = draft.kind == EntityType::Person && draft.form == Form::Name;
    let words = tables.tokens.get(draft.name.range()).filter(|_| person)?;
    let (_, surname) = ends_of_name(words).filter(|_| draft.shared.is_none())?;
    let body = |at: usize| tables.sentence_at(at).is_some_and(|it| it.part == Part::Body);
    body(draft.name.first()).then_some(surname)
}
