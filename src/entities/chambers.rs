//! Whose a chamber is that many countries have: "the *Senate*" of an article about Manila is not that of the United States.

use super::fitting;
use super::gazetteer::{COUNTRY, Gazetteer};
use super::link::Draft;
use crate::document::{EntityType, Part, Tables, Tag};
use crate::key::{KeySet, TextMap, key};
use crate::span::Run;

/// The last words of the short names of chambers that several countries have.
const CHAMBERS: KeySet<5> =
    KeySet::new(["senate", "congress", "representatives", "commons", "lords"]);
const LEGISLATURE: u64 = key("legislature");
/// How many times as often the country of the dateline must stand than the chamber's own.
const OFTEN: u32 = 2;

/// What stands before a chamber's name that tells whose it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    /// "*Brazil's* Congress"
    Country,
    /// "the *Texas* Senate"
    Part,
    /// "the *state* Senate"
    State,
}

/// Takes a chamber's short name for none of the listed one of a country that the article is not about, or for the body so called
/// of the country that it is about: "NEW DELHI: The *Congress* said". A country just before such a name tells whose all are, and so
/// does a state, "the Texas Senate", where no other chamber of its country is named.
pub(super) fn disown_chambers(tables: &Tables, gazetteer: &Gazetteer, drafts: &mut [Draft]) {
    let short = |draft: &Draft| is_short(tables, gazetteer, draft);
    if !drafts.iter().any(short) {
        return;
    }
    let about = About::read(tables, gazetteer, drafts);
    let owners = drafts.iter().map(|draft| owner(tables, gazetteer, drafts, draft));
    let owners: Vec<Option<Owner>> = owners.collect();
    let last = |draft: &Draft| tables.key(draft.name.last());
    let mut others: TextMap<()> = TextMap::with_hasher(tables.spread);
    let told = drafts.iter().zip(&owners).filter(|(_, owner)| match owner {
        Some(Owner::Country) => true,
        Some(Owner::Part) => !about.federal,
        _ => false,
    });
    others.extend(told.map(|(draft, _)| (last(draft), ())));
    for (draft, owner) in drafts.iter_mut().zip(owners) {
        if !is_short(tables, gazetteer, draft) {
            continue;
        }
        let home = draft.row.and_then(|row| gazetteer.row(row)).and_then(|row| row.country);
        let abroad = about.abroad(home);
        if abroad.is_some() || owner.is_some() || others.contains_key(&last(draft)) {
            let own = |row: u32| gazetteer.row(row).is_some_and(|it| it.country == abroad);
            let mut rows = fitting(tables, gazetteer, draft.name).map(|name| name.row);
            draft.row = rows.find(|row| abroad.is_some() && own(*row));
        }
    }
}

/// Whether a draft is the short name of a listed chamber: "Senate", but not "U.S. Senate".
fn is_short(tables: &Tables, gazetteer: &Gazetteer, draft: &Draft) -> bool {
    let row = draft.row.and_then(|row| gazetteer.row(row));
    CHAMBERS.holds(tables.key(draft.name.last()))
        && row.is_some_and(|row| {
            let whole = row.name.split(' ').count();
            row.class == LEGISLATURE && !row.given && draft.name.len() < whole
        })
}

/// Whose a chamber is by the word before its short name, or by the first words of a name that no list has: "the *Texas* Senate".
fn owner(tables: &Tables, gazetteer: &Gazetteer, drafts: &[Draft], draft: &Draft) -> Option<Owner> {
    // Who runs for "Ohio's *Senate* seat" would sit in Washington.
    const RUNS: KeySet<9> = KeySet::new([
        "race", "races", "seat", "seats", "candidate", "campaign", "contest", "primary", "nominee",
    ]);
    let own = draft.row.and_then(|row| gazetteer.row(row));
    let runs = RUNS.holds(tables.key(draft.name.after()));
    if draft.kind != EntityType::Organisation || !CHAMBERS.holds(tables.key(draft.name.last())) {
        return None;
    }
    let of_place = |row: u32| {
        let row = gazetteer.row(row).filter(|row| row.kind == EntityType::Place)?;
        let owner = if row.class == COUNTRY { Owner::Country } else { Owner::Part };
        Some(owner).filter(|owner| !runs || *owner == Owner::Country)
    };
    if own.is_none() {
        let names = Run::new(draft.name.first(), draft.name.last());
        return fitting(tables, gazetteer, names).find_map(|name| of_place(name.row));
    }
    let before =
        draft.name.first().checked_sub(1).filter(|_| is_short(tables, gazetteer, draft))?;
    if tables.is(before, key("state")) {
        return Some(Owner::State);
    }
    let owner = before - usize::from(tables.tag(before) == Tag::POS && before > 0);
    let next = drafts.partition_point(|it| it.run.after() <= owner);
    let named = drafts.get(next).filter(|it| it.run.after() == owner + 1)?;
    let home = gazetteer.row(named.row?)?.country == own?.country;
    of_place(named.row?).filter(|owner| !home || *owner == Owner::Part)
}

/// How often an article names something of each country, and where it was written.
struct About {
    counts: Vec<(u32, u32)>,
    dateline: Option<u32>,
    /// Some chamber is named that is a whole country's.
    federal: bool,
}

impl About {
    fn read(tables: &Tables, gazetteer: &Gazetteer, drafts: &[Draft]) -> About {
        let country = |draft: &Draft| gazetteer.row(draft.row?).and_then(|row| row.country);
        let told = drafts.iter().filter(|draft| !is_short(tables, gazetteer, draft));
        let mut seen: Vec<u32> = told.clone().filter_map(country).collect();
        seen.sort_unstable();
        let counts = seen.chunk_by(|one, next| one == next);
        let counts = counts.filter_map(|same| Some((*same.first()?, same.len() as u32)));
        let here = |draft: &&Draft| {
            let sentence = tables.sentence_at(draft.run.first());
            sentence.is_some_and(|it| it.part == Part::Dateline)
        };
        let chamber = |draft: &Draft| {
            let row = draft.row.and_then(|row| gazetteer.row(row));
            row.is_some_and(|row| row.class == LEGISLATURE)
        };
        let federal = told.clone().any(chamber);
        About { counts: counts.collect(), dateline: told.filter(here).find_map(country), federal }
    }

    fn count(&self, country: u32) -> u32 {
        let at = self.counts.binary_search_by_key(&country, |(country, _)| *country);
        at.ok().and_then(|at| self.counts.get(at)).map_or(0, |(_, count)| *count)
    }

    /// The country that the article is about, if it is not about this one: it names only others, or was written in one that it
    /// names more often by far.
    fn abroad(&self, home: Option<u32>) -> Option<u32> {
        let home = self.count(home?);
        let first = self.counts.iter().max_by_key(|(_, count)| *count).map(|(country, _)| *country);
        let about = self.dateline.or(first)?;
        let here = self.count(about);
        (home == 0 && here > 0 || self.dateline.is_some() && here > OFTEN * home).then_some(about)
    }
}
