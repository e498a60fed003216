//! The candidates and features of an article, for the trainer.

use super::cells::UnitFacts;
use super::clauses::Subject;
use super::content::{ContentCandidate, Options};
use super::extent::Extents;
use super::features::Collected;
use super::source::{SourceCandidate, Sources};
use super::view::{Anchor, View};
use super::{cue, find_units, units_with_cues};
use crate::document::{CueCandidate, Tables};
use crate::lexicon::CueWords;
use crate::span::{Run, Span};

pub(crate) use super::features::BITS;
pub(crate) use super::weights::{DECISIONS, SCALE};

/// One unit of an article and its cue candidates.
#[derive(Debug)]
pub(crate) struct UnitCandidates<'a> {
    tables: &'a Tables,
    words: &'a CueWords,
    unit: Run,
    pub(crate) cues: &'a [CueCandidate],
    facts: UnitFacts,
}

/// Candidates to choose from, each with its spans and its features.
pub(crate) type Choice = Vec<(Vec<Span>, Vec<u32>)>;

/// The units of an article that have cue candidates.
pub(crate) fn units<'a>(tables: &'a Tables, words: &'a CueWords) -> Vec<UnitCandidates<'a>> {
    let candidates = |(unit, cues)| {
        let mut facts = UnitFacts::default();
        facts.read(tables, unit);
        facts.find_subjects(tables, words, unit, cues);
        UnitCandidates { tables, words, unit, cues, facts }
    };
    units_with_cues(tables, find_units(tables, &[])).map(candidates).collect()
}

impl UnitCandidates<'_> {
    /// Makes known how likely each candidate is a cue, as log odds.
    pub(crate) fn set_likely(&mut self, odds: &[f32]) {
        self.facts.set_likely(self.unit, self.cues, odds.iter().copied());
    }

    pub(crate) fn view(&self) -> View<'_> {
        let UnitCandidates { tables, words, unit, cues, .. } = *self;
        View::new(tables, words, unit, cues, &self.facts)
    }

    pub(crate) fn span(&self, run: Run) -> Span {
        self.tables.span(run)
    }

    fn spans(&self, runs: &[Run]) -> Vec<Span> {
        runs.iter().filter(|run| !run.is_empty()).map(|run| self.span(*run)).collect()
    }

    pub(crate) fn prior(&self, index: usize) -> Vec<u32> {
        let mut features = Vec::new();
        let view = self.view();
        cue::prior_features(&Anchor::new(&view, &self.cues[index]), &mut features);
        features
    }

    pub(crate) fn cue(&self, priors: &[f32], index: usize) -> Vec<u32> {
        let mut features = Vec::new();
        let view = self.view();
        let anchor = Anchor::new(&view, &self.cues[index]);
        cue::cue_features(&anchor, priors, index, &mut features);
        features
    }

    pub(crate) fn is_chained(&self, index: usize) -> bool {
        let view = self.view();
        Anchor::new(&view, &self.cues[index]).is_chained()
    }

    /// The first words of the two readings of a cue's subject.
    pub(crate) fn subjects(&self, index: usize) -> [Option<Span>; 2] {
        let view = self.view();
        let Subject { first, second, .. } = Anchor::new(&view, &self.cues[index]).subject;
        [first, second].map(|at| {
            let at = self.unit.first() + at? as usize;
            Some(self.span(Run::new(at, at + 1)))
        })
    }

    fn source_candidates(&self, index: usize) -> (Vec<SourceCandidate<u16>>, Collected) {
        let (view, mut sources, mut ledger) =
            (self.view(), Sources::default(), Collected::default());
        sources.propose(&Anchor::new(&view, &self.cues[index]), &mut ledger);
        (sources.list, ledger)
    }

    pub(crate) fn sources(&self, index: usize) -> Choice {
        let (candidates, ledger) = self.source_candidates(index);
        candidates.iter().map(|c| (self.spans(&[c.run]), ledger.of(&c.parts))).collect()
    }

    fn content_candidates(
        &self,
        index: usize,
        source: &SourceCandidate<u16>,
    ) -> (Options<u16>, Collected) {
        let (view, mut options, mut ledger) =
            (self.view(), Options::default(), Collected::default());
        let anchor = Anchor::new(&view, &self.cues[index]);
        options.propose(&anchor, source.run, source.place, &mut ledger);
        (options, ledger)
    }

    pub(crate) fn contents(&self, index: usize, source: usize) -> Choice {
        let source = self.source_candidates(index).0[source];
        let (options, ledger) = self.content_candidates(index, &source);
        let spans = |content: &ContentCandidate| self.spans(&[content.left, content.right]);
        options.all().map(|(content, parts)| (spans(&content), ledger.of(&parts))).collect()
    }

    pub(crate) fn extents(&self, index: usize, source: usize, content: usize) -> Choice {
        let source = self.source_candidates(index).0[source];
        let options = self.content_candidates(index, &source).0;
        let Some((content, _)) = options.all().nth(content) else { return Choice::new() };
        let taken = [source.run, content.left, content.right];
        let taken: Vec<Run> = taken.into_iter().filter(|run| !run.is_empty()).collect();
        let (view, mut extents, mut ledger) =
            (self.view(), Extents::default(), Collected::default());
        extents.propose(&Anchor::new(&view, &self.cues[index]), &taken, &mut ledger);
        extents.list.iter().map(|c| (self.spans(&[c.run]), ledger.of(&c.parts))).collect()
    }
}

impl Collected {
    /// The features of all these parts.
    fn of(&self, parts: &[u16]) -> Vec<u32> {
        parts.iter().flat_map(|part| self.parts[*part as usize].iter().copied()).collect()
    }
}
