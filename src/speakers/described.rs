//! What a clause says that somebody with a name is: "Poe, a lawyer,", "Poe is a lawyer", "Poe, who works as a lawyer", "They
//! elected Poe mayor". The noun then takes up whoever it was said of.

use super::cast::{FigureId, FigureKind, Sighting};
use super::clause::Place;
use super::titles::past_brackets;
use super::walk::Walk;
use crate::document::{Kind, PhraseKind, Tables, Tag};
use crate::key::{KeySet, key};
use crate::lexicon::BE;
use crate::span::Run;

/// Verbs besides "be" after which a noun tells what somebody is and means nobody new.
const TURNS: KeySet<6> =
    KeySet::new(["became", "becomes", "become", "remains", "remained", "remain"]);
/// Whom others make something: "was *elected* mayor", "*named* Poe mayor", "was *sworn* in as mayor".
const MADE: KeySet<20> = KeySet::new([
    "elected", "re-elected", "reelected", "appointed", "reappointed", "named", "made", "chosen",
    "chose", "crowned", "installed", "sworn", "hired", "employed", "ordained", "promoted",
    "picked", "selected", "unveiled", "confirmed",
]);
/// What somebody does "as mayor".
const SERVES: KeySet<44> = KeySet::new([
    "serves", "served", "serve", "serving", "works", "worked", "work", "working", "acts", "acted",
    "acting", "took", "takes", "stepped", "steps", "stood", "retired", "retires", "resigned",
    "resigns", "quit", "joined", "joins", "leads", "led", "returned", "returns", "started",
    "began", "continued", "continues", "sat", "sits", "replaced", "replaces", "succeeded",
    "succeeds", "left", "spent", "trained", "qualified", "volunteers", "volunteered", "doubles",
]);

/// How far before "as" its verb stands, in tokens.
const NEAR: usize = 7;
/// How many of the last who were seen may be described.
const SEEN: usize = 3;

impl Walk<'_> {
    /// Whom the noun phrase describes instead of meaning somebody. A noun of a known kind makes him one of that.
    pub(super) fn described(
        &mut self,
        run: Run,
        place: Place,
        kind: Option<FigureKind>,
    ) -> Option<FigureId> {
        let tables = self.reading.tables;
        // ", whose firm …" is no description.
        if run.start == 0 || tables.tag(run.first()) == Tag::WPS {
            return None;
        }
        let id = self.apposed_to(run, place).or_else(|| self.predicated_of(run, place, kind))?;
        kind.is_none_or(|kind| self.retype(id, kind)).then_some(id)
    }

    /// Those with an entity who were seen last in the sentence, the latest first.
    fn seen_here(&self) -> impl Iterator<Item = &Sighting> {
        let last = self.cast.sightings.iter().rev().take(SEEN);
        last.filter(|sighting| {
            let figure = self.cast.figure(sighting.figure);
            sighting.sentence == self.sentence && figure.is_some_and(|it| it.entity.is_some())
        })
    }

    /// Beside whom it stands between commas, dashes or in brackets: "Poe, a lawyer,", "Poe (the mayor)", "Poe, formerly a lawyer,".
    fn apposed_to(&self, run: Run, place: Place) -> Option<FigureId> {
        let tables = self.reading.tables;
        // "Poe, *an aide* said, has left"
        let claim = self.claim_of(run).and_then(|claim| tables.claims.get(claim.index()));
        let source = claim.and_then(|claim| claim.source.as_ref());
        let own = source.map(|it| it.tokens).filter(|it| it.first() == run.first());
        if own.is_some_and(|own| is_aside(tables, own.end)) {
            return None;
        }
        let before = run.first() - 1;
        let before = before - usize::from(tables.tag(before).is_adverb() && before > 0);
        // ", the mayor said" and ", his firm said" begin a clause; ", the mayor, said" and ", a former mayor said" may not.
        let own = tables.tag(run.first()) == Tag::PRPS;
        let clause = own || place == Place::Subject && tables.is(run.first(), key("the"));
        let set_off = match tables.kind(before) {
            Kind::Comma => !clause || is_set_off(tables, run.end),
            Kind::Dash | Kind::Open => is_set_off(tables, run.end),
            _ => false,
        };
        let beside = |sighting: &&Sighting| {
            // "Poe (D), a lawyer,"
            let end = match tables.kind(before) {
                Kind::Open => sighting.run.after(),
                _ => past_brackets(tables, sighting.run.end) as usize,
            };
            let town = || {
                let figure = self.cast.figure(sighting.figure);
                figure.is_some_and(|it| matches!(it.kind, FigureKind::Place | FigureKind::Country))
            };
            // "Poe, 46, a lawyer,"
            let aged = tables.kind(end) == Kind::Comma && tables.kind(end + 1) == Kind::Number;
            // "After the talks with Poe, a former mayor said …", "In Bergen, Norway, a report showed …"
            let begins = || {
                self.is_before_verb(run) || place == Place::Subject && !is_set_off(tables, run.end)
            };
            before == if aged { end + 2 } else { end }
                && !((matches!(sighting.place, Place::Oblique | Place::Object) || town())
                    && begins())
        };
        set_off.then(|| self.seen_here().find(beside).map(|it| it.figure))?
    }

    /// Of whom its clause says that he is, was made or serves as that.
    fn predicated_of(&self, run: Run, place: Place, kind: Option<FigureKind>) -> Option<FigureId> {
        let tables = self.reading.tables;
        let before = run.first() - 1;
        // "is *also* mayor"
        let before = before - usize::from(tables.tag(before).is_adverb() && before > 0);
        let same = |it: &&Sighting| {
            let figure = self.cast.figure(it.figure);
            kind.is_none_or(|kind| figure.is_some_and(|it| it.kind == kind))
        };
        // "is mayor", "will become mayor"
        let says = BE.holds(tables.key(before)) || tables.is(before, key("become"));
        if says && place == Place::Object {
            let subject = |it: &&Sighting| it.place == Place::Subject && same(it);
            return self.seen_here().find(subject).map(|it| it.figure);
        }
        let as_ = tables.is(before, key("as"));
        // "They appointed *Poe* as mayor", "They named *Poe* mayor".
        let end = if as_ { before } else { run.first() };
        let made = |it: &&Sighting| {
            let verb = it.run.first().checked_sub(1);
            it.run.after() == end
                && verb.is_some_and(|at| MADE.holds(tables.key(at)) && tables.tag(at).is_verb())
        };
        if let Some(object) = self.seen_here().find(made) {
            return same(&object).then_some(object.figure);
        }
        let verb = self.verb_before(before, as_)?;
        let start = tables.phrase_at(verb)?.tokens.first();
        let start = start - usize::from(start > 0 && tables.tag(start - 1).is_adverb());
        let who = start.checked_sub(1).filter(|at| tables.tag(*at).is_relative());
        let subject = |it: &&Sighting| match who {
            // "Poe, *who* became mayor,"
            Some(who) => {
                let end = past_brackets(tables, it.run.end) as usize;
                end + usize::from(tables.kind(end) == Kind::Comma) == who
            }
            None => it.place == Place::Subject && it.run.after() <= start,
        };
        self.seen_here().filter(subject).find(same).map(|it| it.figure)
    }

    /// The verb that says what its subject is by the noun phrase behind `before`, or behind "as" there.
    fn verb_before(&self, before: usize, as_: bool) -> Option<usize> {
        let tables = self.reading.tables;
        let passive = |at: usize| {
            let group = tables.phrase_at(at).map(|phrase| phrase.tokens);
            MADE.holds(tables.key(at))
                && group.is_some_and(|it| (it.first()..at).any(|at| BE.holds(tables.key(at))))
        };
        // "who *is* mayor", "who has *been* mayor"
        let is = |at: usize| {
            let group = tables.phrase_at(at).map(|phrase| phrase.tokens.first());
            let relative = group.and_then(|it| it.checked_sub(1)).map(|it| tables.tag(it));
            BE.holds(tables.key(at)) && relative.is_some_and(Tag::is_relative)
        };
        if !as_ {
            let turns = TURNS.holds(tables.key(before)) || passive(before) || is(before);
            return turns.then_some(before);
        }
        let breaks =
            |at: &usize| matches!(tables.kind(*at), Kind::Comma | Kind::Stop | Kind::Double);
        let mut near = (before.saturating_sub(NEAR)..before).rev().take_while(|at| !breaks(at));
        let verb = near.find(|at| {
            let phrase = tables.phrase_at(*at);
            phrase.is_some_and(|it| it.kind == PhraseKind::Verb && it.head() == *at)
        })?;
        (passive(verb) || SERVES.holds(tables.key(verb))).then_some(verb)
    }

    /// Whether a verb follows of which the noun phrase is the subject; of a cue its claim knows that.
    fn is_before_verb(&self, run: Run) -> bool {
        let tables = self.reading.tables;
        let end = past_hanging(tables, run.end);
        let claim = self.claim_of(run).and_then(|it| tables.claims.get(it.index()));
        tables.tag(end).is_finite() || claim.is_some_and(|it| it.cue.tokens.first() == end)
    }
}

/// Whether a noun phrase that ends at `end`, with what hangs on it by prepositions, goes on with no word: "the mayor of Bergen,".
pub(super) fn is_set_off(tables: &Tables, end: u32) -> bool {
    matches!(
        tables.kind(past_hanging(tables, end)),
        Kind::Comma | Kind::Dash | Kind::Close | Kind::Stop | Kind::Semicolon
    )
}

/// Where what hangs by prepositions on a noun phrase that ends at `end` ends.
fn past_hanging(tables: &Tables, end: u32) -> usize {
    /// How many prepositions of a noun are followed.
    const HANGING: usize = 3;
    let mut at = end as usize;
    for _ in 0..HANGING {
        let phrase = tables.phrase_at(at + 1).filter(|_| tables.tag(at) == Tag::IN);
        let Some(phrase) = phrase.filter(|it| it.kind == PhraseKind::Noun) else { break };
        at = phrase.tokens.after();
    }
    at
}

/// Whether a verb stands at `end` whose clause is closed by a comma before another verb, the subject of which stands before the
/// clause: "Poe, an aide *said,* has left".
fn is_aside(tables: &Tables, end: u32) -> bool {
    /// The verb, to whom, when and where.
    const LONGEST: u32 = 12;
    let comma = (end..end + LONGEST).find(|at| tables.kind(*at as usize) == Kind::Comma);
    let verb = |at: usize| at + usize::from(tables.tag(at).is_adverb());
    tables.tag(end as usize).is_finite()
        && comma.is_some_and(|comma| tables.tag(verb(comma as usize + 1)).is_finite())
}
