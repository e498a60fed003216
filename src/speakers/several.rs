//! The walk at a noun for several told of before: "both men" and "the two sides" for a pair with names, "the groups" for those
//! without.

use super::Reading;
use super::cast::{Figure, FigureKind};
use super::clause::{Place, classify_place};
use super::walk::Walk;
use crate::document::{Kind, Tables, Tag};
use crate::lexicon::{Gender, RoleKind, key, keys};
use crate::span::Run;

/// Words for two that need no noun.
const PAIRS: [u64; 3] = keys(["two", "pair", "duo"]);
/// Nouns for two of a family.
const FAMILY: [u64; 6] = keys(["couple", "brothers", "sisters", "siblings", "twins", "spouses"]);
/// What any two persons may be.
const ANYBODY: [u64; 5] = keys(["both", "couple", "men", "women", "people"]);
/// What any two may be that have to do with one another.
const SIDES: [u64; 4] = keys(["sides", "side", "rivals", "foes"]);
const COUNTRIES: [u64; 4] = keys(["countries", "nations", "governments", "neighbours"]);
/// Nouns for groups of any kind.
const GROUPS: [u64; 3] = keys(["groups", "organizations", "organisations"]);
/// Nouns for companies.
const FIRMS: [u64; 6] =
    keys(["companies", "firms", "businesses", "banks", "airlines", "carmakers"]);
/// Sentences back to the pair that was just told of.
const NEAR: u32 = 3;

impl Walk {
    /// Notes whom a noun phrase means that says of two with names that they are two; false where it says nothing of the kind.
    pub(super) fn pair(&mut self, reading: Reading, run: Run, head: usize) -> bool {
        let tables = reading.tables;
        if !is_pair(tables, run, head) {
            return false;
        }
        let pair = self.last_pair(reading, head);
        let pair = pair.or_else(|| self.two_firms(reading, head));
        let pair = pair.or_else(|| self.two_persons(reading, head));
        let Some(figure) = pair else { return false };
        self.stands_for(reading, Some(figure), run, head, classify_place(tables, run));
        true
    }

    /// The pair that the text just told of, or the only one that it tells of.
    fn last_pair(&self, reading: Reading, head: usize) -> Option<u32> {
        let pairs = || {
            let recent = self.cast.recent();
            let pairs = recent.filter_map(|(_, it)| Some((it, self.cast.figure(it.figure)?)));
            pairs.filter(|(_, figure)| figure.members.len() == 2)
        };
        let (last, figure) = pairs().next()?;
        let near = self.sentence.saturating_sub(last.sentence) <= NEAR;
        let set = |figure: &Figure| {
            figure
                .members
                .iter()
                .fold((u32::MAX, 0), |set: (u32, u32), it| (set.0.min(*it), set.1.max(*it)))
        };
        let only = || pairs().all(|(_, other)| set(other) == set(figure));
        let fits = figure.members.iter().all(|id| {
            let member = self.cast.figure(*id);
            member.is_some_and(|member| member.entity.is_some() && may_be(reading, member, head))
        });
        (fits && (near || only())).then_some(last.figure)
    }

    /// The only two organisations that this sentence and the one before tell of, made a pair: "Harlund has acquired Vestfrakt,
    /// *the two companies* said".
    fn two_firms(&mut self, reading: Reading, head: usize) -> Option<u32> {
        if !FIRMS.contains(&reading.tables.key(head)) {
            return None;
        }
        let mut found: Vec<u32> = Vec::new();
        for (_, it) in self.cast.recent() {
            let near = self.sentence.saturating_sub(it.sentence) <= 1;
            if !near || found.len() > 2 {
                break;
            }
            let acts = matches!(it.place, Place::Subject | Place::Object | Place::Oblique);
            let firm = self.cast.figure(it.figure).is_some_and(|figure| {
                figure.kind == FigureKind::Organisation && figure.entity.is_some()
            });
            if acts && firm && !found.contains(&it.figure) {
                found.push(it.figure);
            }
        }
        self.make_pair(found)
    }

    /// The only two persons with names that this sentence and the one before tell of, if the latter tells of both, made a pair:
    /// "Poe met Berg in Marsk. *The two* agreed".
    fn two_persons(&mut self, reading: Reading, head: usize) -> Option<u32> {
        let noun = reading.tables.key(head);
        if !(PAIRS.contains(&noun) || SIDES.contains(&noun) || ANYBODY.contains(&noun)) {
            return None;
        }
        let mut found: Vec<u32> = Vec::new();
        let mut sentences = (u32::MAX, 0);
        let mut behind = 0;
        for (_, it) in self.cast.recent() {
            let Some(figure) = self.cast.figure(it.figure) else { break };
            // "her husband Ben Holt"
            let role = std::mem::replace(&mut behind, it.run.start) == it.run.end;
            if self.sentence.saturating_sub(it.sentence) > 1 || found.len() > 2 {
                break;
            }
            if figure.kind == FigureKind::Person && !role {
                if figure.entity.is_none() || !may_be(reading, figure, head) {
                    return None;
                }
                sentences = (sentences.0.min(it.sentence), sentences.1.max(it.sentence));
                if !found.contains(&it.figure) {
                    found.push(it.figure);
                }
            }
        }
        if sentences.0 == sentences.1 { self.make_pair(found) } else { None }
    }

    /// Adds two figures as a pair; nothing if they are not two.
    fn make_pair(&mut self, members: Vec<u32>) -> Option<u32> {
        let [_, last] = members.as_slice() else { return None };
        let mut pair = Figure::new(FigureKind::People, Gender::Unknown);
        pair.naming = self.cast.naming(*last);
        pair.members = members;
        Some(self.cast.add(pair))
    }

    /// Notes what "the groups" takes up: those without a name that were told of by such a noun, else a pair of organisations;
    /// false where nobody was.
    pub(super) fn groups_again(&mut self, reading: Reading, run: Run, head: usize) -> bool {
        let tables = reading.tables;
        let noun = tables.key(head);
        let again = |(word, _): &&(u64, u32)| {
            *word == noun || GROUPS.contains(&noun) && GROUPS.contains(word)
        };
        let the = tables.is_one_of(run.first(), &[key("the"), key("these")]);
        let known = self.crowds.iter().rev().take(8).find(again).filter(|_| the);
        let alone = run.len() == 2 && the && !COUNTRIES.contains(&noun);
        let known = known.map(|(_, figure)| *figure);
        let pair = || if alone { self.last_pair(reading, head) } else { None };
        let figure = known.or_else(pair);
        let figure = figure.or_else(|| if alone { self.two_firms(reading, head) } else { None });
        let Some(figure) = figure else { return false };
        self.stands_for(reading, Some(figure), run, head, classify_place(tables, run));
        true
    }
}

/// Whether a noun phrase says of its own that it means two: "both", "both men", "the two leaders", "the pair", "the couple".
fn is_pair(tables: &Tables, run: Run, head: usize) -> bool {
    let first = run.first();
    let of = tables.is(run.end as usize, key("of"));
    if tables.is(first, key("both")) {
        // "Officials – among them a mayor – both praised and …"
        let before = first.checked_sub(1).map(|at| (tables.kind(at), tables.tag(at)));
        let begins = before.is_none_or(|(kind, tag)| {
            matches!(kind, Kind::Stop | Kind::Comma | Kind::Double)
                || matches!(tag, Tag::IN | Tag::CC)
        });
        let begins = begins || head > first;
        return begins && !of;
    }
    if tables.is_one_of(first, &[key("each"), key("neither")]) {
        return tables.is(head, key("side"));
    }
    let two = tables.is_one_of(first + 1, &PAIRS) || tables.is_one_of(first + 1, &FAMILY);
    tables.is(first, key("the")) && two && head <= first + 2 && !of
}

/// Whether one of two may be what the noun for both says: "men", "sides".
fn may_be(reading: Reading, member: &Figure, head: usize) -> bool {
    let Reading { tables, lexicon, .. } = reading;
    let noun = tables.key(head);
    if PAIRS.contains(&noun) || SIDES.contains(&noun) || noun == key("both") {
        return true;
    }
    if noun == key("couple") {
        return member.kind == FigureKind::Person;
    }
    let Some(role) = lexicon.names.roles.word(noun).filter(|role| role.plural) else {
        return COUNTRIES.contains(&noun) && member.kind == FigureKind::Country;
    };
    let gender =
        [role.gender, member.gender].contains(&Gender::Unknown) || role.gender == member.gender;
    match role.kind {
        RoleKind::Document => false,
        RoleKind::Group if COUNTRIES.contains(&noun) => member.kind == FigureKind::Country,
        RoleKind::Group => member.kind == FigureKind::Organisation,
        _ => member.kind == FigureKind::Person && gender,
    }
}
