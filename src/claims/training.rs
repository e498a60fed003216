//! The candidates and features of an article, for the trainer.

use super::content::ContentCandidate;
use super::features::Collected;
use super::source::SourceCandidate;
use super::view::{Anchor, UnitFacts, View};
use super::{content, cue, extent, find_units, source};
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
    sure: Vec<f32>,
}

/// Candidates to choose from, each with its spans and its features.
pub(crate) type Choice = Vec<(Vec<Span>, Vec<u32>)>;

/// The units of an article.
pub(crate) fn units<'a>(tables: &'a Tables, words: &'a CueWords) -> Vec<UnitCandidates<'a>> {
    let mut next = 0;
    let mut all = Vec::new();
    for unit in find_units(tables) {
        while next < tables.cues.len() && tables.cues[next].tokens.start < unit.start {
            next += 1;
        }
        let first = next;
        while next < tables.cues.len() && tables.cues[next].tokens.start < unit.end {
            next += 1;
        }
        let mut facts = UnitFacts::default();
        facts.read(tables, words, unit);
        all.push(UnitCandidates {
            tables,
            words,
            unit,
            cues: &tables.cues[first..next],
            facts,
            sure: Vec::new(),
        });
    }
    all
}

impl UnitCandidates<'_> {
    /// Makes known how sure each candidate is a cue.
    pub(crate) fn set_sure(&mut self, sure: Vec<f32>) {
        self.sure = sure;
    }

    pub(crate) fn view(&self) -> View<'_> {
        let UnitCandidates { tables, words, unit, cues, .. } = *self;
        View { tables, words, unit, cues, sure: &self.sure, facts: &self.facts }
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

    fn source_candidates(&self, index: usize) -> (Vec<SourceCandidate<u16>>, Collected) {
        let (view, mut out, mut ledger) = (self.view(), Vec::new(), Collected::default());
        source::propose(&Anchor::new(&view, &self.cues[index]), &mut ledger, &mut out);
        (out, ledger)
    }

    pub(crate) fn sources(&self, index: usize) -> Choice {
        let (candidates, ledger) = self.source_candidates(index);
        candidates.iter().map(|c| (self.spans(&[c.run]), ledger.of(&c.parts))).collect()
    }

    fn content_candidates(
        &self,
        index: usize,
        source: &SourceCandidate<u16>,
    ) -> (content::Options<u16>, Collected) {
        let (view, mut options, mut ledger) =
            (self.view(), content::Options::default(), Collected::default());
        let anchor = Anchor::new(&view, &self.cues[index]);
        options.propose(&anchor, source.run, source.place, &mut ledger);
        (options, ledger)
    }

    pub(crate) fn contents(&self, index: usize, source: usize) -> Choice {
        let source = self.source_candidates(index).0[source];
        let (options, ledger) = self.content_candidates(index, &source);
        let spans = |content: &ContentCandidate| self.spans(&[content.left, content.right]);
        options.all().iter().map(|(content, parts)| (spans(content), ledger.of(parts))).collect()
    }

    pub(crate) fn extents(&self, index: usize, source: usize, content: usize) -> Choice {
        let source = self.source_candidates(index).0[source];
        let (content, _) = self.content_candidates(index, &source).0.all()[content];
        let taken = [source.run, content.left, content.right];
        let taken: Vec<Run> = taken.into_iter().filter(|run| !run.is_empty()).collect();
        let (view, mut out, mut ledger) = (self.view(), Vec::new(), Collected::default());
        extent::propose(&Anchor::new(&view, &self.cues[index]), &taken, &mut ledger, &mut out);
        out.iter().map(|c| (self.spans(&[c.run]), ledger.of(&c.parts))).collect()
    }
}

impl Collected {
    /// The features of all these parts.
    fn of(&self, parts: &[u16]) -> Vec<u32> {
        parts.iter().flat_map(|part| self.parts[*part as usize].iter().copied()).collect()
    }
}
