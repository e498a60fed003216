//! Who answers: whom the words before a pronoun's own were said to, and who only asked.

use super::ahead::named_source;
use super::cast::FigureId;
use super::walk::Walk;
use crate::document::{Act, Claim, ClaimId, Kind, Quotation, Tables};
use crate::key::{KeySet, keys};
use crate::lexicon::Gender;
use crate::rules::TURN;
use crate::span::{Run, Span};

/// Words that answers begin with.
const ANSWERS: KeySet<12> = KeySet::new([
    "yes", "no", "yeah", "yep", "nope", "never", "sure", "certainly", "absolutely", "exactly",
    "perhaps", "maybe",
]);

/// A turn of a dialogue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    claim: ClaimId,
    pub(super) words: Span,
    pub(super) who: FigureId,
    /// Something is asked in it.
    asks: bool,
    /// Whom it answers.
    pub(super) asked: Option<FigureId>,
}

/// Whether more than two have turns in a dialogue, by the last words of their labels.
pub(super) fn is_crowded(tables: &Tables) -> bool {
    let mut labels = [None; 2];
    let turns = tables.claims.iter().filter(|it| &*it.rule == TURN);
    let sources = turns.filter_map(|it| Some(tables.key(it.source.as_ref()?.tokens.last())));
    for label in sources {
        let known = labels.iter_mut().find(|it| it.is_none_or(|known| known == label));
        let Some(slot) = known else { return true };
        *slot = Some(label);
    }
    false
}

/// Claims looked through for a question.
const NEAR: usize = 4;

impl Walk<'_> {
    /// Whom the pronoun at `at` means that speaks right behind words to somebody with a name: "Poe asked *Berg*. “It is late,” he
    /// said", "Poe told *Berg* to go. “It is late,” he replied".
    pub(super) fn answering(&mut self, at: usize, gender: Gender) -> Option<FigureId> {
        let tables = self.reading.tables;
        let own = self.quoting(tables, at)?;
        let before = self.claim_before(tables, at, own)?;
        let asked = before.act == Act::Ask || answers(tables, own);
        let addressee = before.addressee.as_ref().filter(|_| asked)?.tokens;
        let mention = tables.mention_at(addressee.last())?;
        self.person_named(mention.entity, gender)
    }

    /// Whom the sentence before the pronoun at `at` says to have been asked, if the pronoun is a source: "*Poe* was asked whether
    /// Berg should resign. He said no."
    pub(super) fn was_asked(&mut self, at: usize, gender: Gender) -> Option<FigureId> {
        let tables = self.reading.tables;
        let own = self.claim_of(Run::new(at, at + 1))?;
        let from = tables.sentences.get(self.sentence.checked_sub(1)? as usize)?.tokens.first();
        let before = tables.claims.get(..own.index())?.iter().rev().take(NEAR);
        let mut near = before.take_while(|claim| claim.cue.tokens.first() >= from);
        let question = near.find(|claim| claim.act == Act::Ask && claim.source.is_none())?;
        let asked =
            question.addressee.as_ref().filter(|it| it.tokens.end <= question.cue.tokens.start)?;
        let mention = tables.mention_at(asked.tokens.last())?;
        self.person_named(mention.entity, gender)
    }

    /// Of whom the sentence before the words of the pronoun at `at` asks something: "Was *Poe* glad? “Not at all,” he said".
    pub(super) fn asked_about(&mut self, at: usize, gender: Gender) -> Option<FigureId> {
        let tables = self.reading.tables;
        self.quoting(tables, at)?;
        let before = tables.sentences.get(self.sentence.checked_sub(1)? as usize)?.tokens;
        let first = before.first();
        let told = tables.speech(first) == 0 && tables.tag(first).is_finite();
        let asks = told && tables.kind(before.last()) == Kind::Question;
        let mention = tables.mention_at(first + 1).filter(|_| asks)?;
        self.person_named(mention.entity, gender)
    }

    /// Who put the question that the words of the pronoun at `at` answer: "“Is it late?” *Poe* asked. “Yes,” he said".
    pub(super) fn asker(&mut self, at: usize) -> Option<FigureId> {
        let tables = self.reading.tables;
        let own = self.quoting(tables, at)?;
        let before = self.claim_before(tables, at, own)?;
        let source = before.source.as_ref().filter(|_| before.act == Act::Ask)?.tokens;
        let answers = answers(tables, own);
        if let Some(mention) = tables.mention_at(source.last()) {
            return self.cast.figure_of(self.reading, mention.entity).filter(|_| answers);
        }
        let mut meanings = self.meanings.iter().rev();
        let meant = meanings.find(|it| source.holds(it.token as usize)).map(|it| it.figure);
        // "*A reporter* asked if it was late."
        let stranger = || {
            let recent = self.cast.recent().map(|(_, it)| it);
            let mut here = recent.filter(|it| source.contains(it.run)).map(|it| it.figure);
            here.find(|id| self.cast.figure(*id).is_some_and(|it| it.entity.is_none()))
        };
        meant.filter(|_| answers).or_else(stranger)
    }

    /// Who says something to whom the pronoun at `at` means: nobody else than himself says it to "himself".
    pub(super) fn sayer(&mut self, at: usize) -> Option<FigureId> {
        const SELF: [u64; 3] = keys(["himself", "herself", "myself"]);
        let tables = self.reading.tables;
        let found = self.listeners.binary_search_by_key(&(at as u32), |(word, _)| *word).ok()?;
        let (_, claim) = self.listeners.get(found).filter(|_| !tables.is_one_of(at, &SELF))?;
        let source = tables.claims.get(claim.index())?.source.as_ref()?.tokens;
        if let Some(entity) = named_source(tables, source) {
            return self.cast.figure_of(self.reading, entity);
        }
        // "*He* told him", but not "*his wife* told him".
        let mut meanings = self.meanings.iter().rev();
        let meant = meanings.find(|it| it.token == source.start && source.len() == 1);
        meant.map(|it| it.figure)
    }

    /// Notes that a figure has the turn that a claim is. Whoever had the turn before is "you" to it, not "he", if that turn asks
    /// something or no third one takes part.
    pub(super) fn take_turn(&mut self, figure: FigureId, claim: &Claim) {
        let tables = self.reading.tables;
        let spans = claim.content.spans.as_slice();
        let (TURN, Some((first, last))) = (&*claim.rule, spans.first().zip(spans.last())) else {
            return;
        };
        if self.turn.is_some_and(|turn| turn.claim == claim.id) {
            return;
        }
        let next = |turn: &Turn| {
            let between = tables.claims.get(turn.claim.index() + 1..claim.id.index());
            between.unwrap_or_default().iter().all(|it| &*it.rule != TURN)
        };
        let before = self.turn.filter(|turn| turn.who != figure && next(turn));
        let asked = before.filter(|turn| turn.asks || !self.crowded).map(|turn| turn.who);
        let mut words = claim.content.tokens.iter().flat_map(|it| it.range());
        let asks = words.any(|at| tables.kind(at) == Kind::Question);
        let words = Span { start: first.start, end: last.end };
        self.turn = Some(Turn { claim: claim.id, words, who: figure, asks, asked });
    }

    /// The claim whose whole source the pronoun at `at` is, if all that it says is quoted.
    fn quoting<'t>(&self, tables: &'t Tables, at: usize) -> Option<&'t Claim> {
        let claim = tables.claims.get(self.claim_of(Run::new(at, at + 1))?.index())?;
        let whole = claim.source.as_ref().is_some_and(|it| it.tokens == Run::new(at, at + 1));
        (whole && claim.quotation == Quotation::Direct).then_some(claim)
    }

    /// The claim of the sentence before whose source or addressee is the last one before token `at`.
    fn claim_before<'t>(&self, tables: &'t Tables, at: usize, own: &Claim) -> Option<&'t Claim> {
        let from = tables.sentences.get(self.sentence.checked_sub(1)? as usize)?.tokens.first();
        let known = *self.speaks_at.get(at)? as usize;
        let near = self.speakers.get(known.saturating_sub(4)..known)?.iter().rev();
        let mut before = near.filter(|(run, claim)| run.after() <= at && *claim != own.id);
        let (run, claim) = before.next()?;
        tables.claims.get(claim.index()).filter(|_| run.first() >= from)
    }
}

/// Whether a claim answers, by its cue or by its first word.
fn answers(tables: &Tables, claim: &Claim) -> bool {
    let first = claim.content.tokens.first();
    let mut words = first.into_iter().flat_map(|it| it.range()).take(2);
    claim.act == Act::Reply
        || words.any(|at| tables.tokens.get(at).is_some_and(|it| ANSWERS.holds(it.key)))
}
