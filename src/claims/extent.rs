//! Which words belong to the cue? From the bare main word to the whole group with adverbs, particle and linking preposition.

use super::features::{Facts, Ledger, Piece, Sink};
use super::view::Anchor;
use crate::document::{CueKind, Kind, PhraseKind, Tag};
use crate::lexicon::AUXILIARIES;
use crate::span::Run;

/// How many tokens before its last verb the chain of verbs may begin that is a cue: "*released a statement* saying".
pub(super) const CHAIN: usize = 14;
/// How many tokens may stand between it and the source or content that it reaches to.
const NEAR: usize = 6;
/// A span that may be the cue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ExtentCandidate<P> {
    pub(crate) run: Run,
    pub(crate) parts: [P; 3],
}

/// The possible spans of one cue, in memory that is kept from cue to cue.
#[derive(Debug, Default)]
pub(crate) struct Extents<P> {
    pub(crate) list: Vec<ExtentCandidate<P>>,
    starts: Vec<usize>,
    ends: Vec<usize>,
    described: Vec<(usize, P)>,
}

impl<P: Copy + Default> Extents<P> {
    /// Finds the possible spans of a cue; where there are none, the candidate's own.
    ///
    /// `taken` are the tokens of the source and the content, which a cue never overlaps. Nor does it leave its sentence, as a
    /// unit may.
    pub(crate) fn propose<L: Ledger<Part = P>>(
        &mut self,
        anchor: &Anchor,
        taken: &[Run],
        mut ledger: L,
    ) {
        self.list.clear();
        self.find_starts(anchor);
        self.find_ends(anchor, taken);
        self.described.clear();
        for &end in &self.ends {
            let part = ledger.part(|sink| end_features(anchor, end, taken, sink));
            self.described.push((end, part));
        }
        for &start in &self.starts {
            let from = ledger.part(|sink| start_features(anchor, start, sink));
            for &(end, to) in &self.described {
                let run = Run::new(start, end);
                let apart = start < end && !taken.iter().any(|other| other.overlaps(run));
                if apart && !anchor.view.tables.crosses(run) {
                    let pair = ledger.part(|sink| pair_features(anchor, run, taken, sink));
                    self.list.push(ExtentCandidate { run, parts: [from, to, pair] });
                }
            }
        }
        if self.list.is_empty() {
            self.list.push(ExtentCandidate { run: anchor.cue.tokens, parts: Default::default() });
        }
    }

    fn find_starts(&mut self, anchor: &Anchor) {
        let Anchor { view, cue, start: group, .. } = *anchor;
        self.starts.clear();
        let mut add = |at: usize| {
            if !self.starts.contains(&at) {
                self.starts.push(at);
            }
        };
        add(group);
        add(cue.head());
        if matches!(cue.kind, CueKind::Colon | CueKind::Dash | CueKind::Preposition) {
            return;
        }
        add(anchor.edge);
        // Without a leading adverb.
        if view.tag(group).is_adverb() {
            add(group + 1);
        }
        let phrase = view.phrase(group).tokens.first();
        if cue.kind == CueKind::Noun {
            let words = phrase..group.min(phrase + 5);
            words.filter(|at| view.tag(*at) != Tag::POS).for_each(&mut add);
        }
        self.find_verbs_before(anchor, phrase);
    }

    /// The verbs before a cue that it may go on with: "*declined* to comment", "*released* a statement saying", "*has* since
    /// said", "*is* a call for".
    fn find_verbs_before(&mut self, anchor: &Anchor, from: usize) {
        let view = anchor.view;
        let first = view.unit.first().max(from.saturating_sub(CHAIN));
        let mut at = from;
        while at > first {
            let before = view.phrase(at - 1);
            let beside = before.tokens.after() == from;
            at = before.tokens.first();
            let goes_on =
                anchor.is_chained() || beside || AUXILIARIES.holds(view.key(before.head()));
            if before.kind == PhraseKind::Verb && at >= first && goes_on {
                for start in [at, view.adverbs_before(at)] {
                    if !self.starts.contains(&start) {
                        self.starts.push(start);
                    }
                }
            }
        }
    }

    fn find_ends(&mut self, anchor: &Anchor, taken: &[Run]) {
        let Anchor { view, cue, end: group, .. } = *anchor;
        self.ends.clear();
        let mut add = |at: usize| {
            if !self.ends.contains(&at) && at <= view.unit.after() {
                self.ends.push(at);
            }
        };
        add(group);
        let alone = matches!(cue.kind, CueKind::Colon | CueKind::Dash | CueKind::Preposition);
        if alone || anchor.standpoint().is_some() {
            return;
        }
        add(cue.head() + 1);
        let link = |at: usize| matches!(view.tag(at), Tag::IN | Tag::TO);
        let linked = link(group)
            || matches!(view.tag(group), Tag::RP | Tag::RB)
            || view.kind(group) == Kind::Colon;
        if linked {
            add(group + 1);
            if link(group + 1) {
                add(group + 2);
            }
        }
        if view.is_noun_phrase(group) {
            let noun = view.phrase(group).tokens.after();
            add(noun);
            if link(noun) || view.kind(noun) == Kind::Colon {
                add(noun + 1);
            }
        }
        // All words up to the content or the source, where that is near.
        for run in taken {
            if run.first() > group && run.first() - group <= NEAR {
                add(run.first());
            }
        }
        // "said *Friday* the ferry would sail": the time right before the content is no word of the cue, but when it was said.
        let timed = |end: &usize| {
            let mention = view.tables.mention_at(end - 1).filter(|_| view.is_time(end - 1));
            let own = mention.is_some_and(|it| it.tokens.first() >= group);
            own && taken.iter().any(|run| run.first() == *end)
        };
        // The mark that closes the bracket around the cue is none of its words.
        let closes = |end: &usize| view.bracketed(anchor.head) && view.kind(end - 1) == Kind::Close;
        self.ends.retain(|end| !timed(end) && !closes(end));
    }
}

fn start_features(anchor: &Anchor, start: usize, sink: &mut impl Sink) {
    let facts = &mut Facts::new(Piece::ExtentStart, sink);
    let Anchor { view, lemma, kind, .. } = *anchor;
    let offset = offset(start, anchor.start) | kind << 5;
    facts.two(0, offset, view.shape(start));
    facts.two(1, offset, lemma);
    facts.two(2, offset, view.shape(start.wrapping_sub(1)) << 8 | view.shape(start));
    facts.two(3, offset, view.key(start.wrapping_sub(1)));
    if start < anchor.start && anchor.is_chained() && view.phrase(start).kind == PhraseKind::Verb {
        let verb = view.phrase(start);
        let after = verb.tokens.after();
        let before = anchor.start.wrapping_sub(1);
        facts.two(4, view.key(verb.head()), kind);
        facts.two(5, view.key(verb.head()), view.shape(anchor.start));
        facts.two(6, view.shape(after), view.shape(before) << 8 | view.shape(anchor.start));
        facts.two(7, view.key(before), view.shape(anchor.start) << 8 | view.shape(after));
        facts.two(8, view.between(after, anchor.start), view.shape(anchor.start));
        facts.two(9, view.likely(start, after), view.shape(anchor.start) << 8 | lemma);
        facts.two(10, view.likely(after, anchor.start), view.shape(anchor.start));
    }
}

fn end_features(anchor: &Anchor, end: usize, taken: &[Run], sink: &mut impl Sink) {
    let facts = &mut Facts::new(Piece::ExtentEnd, sink);
    let Anchor { view, lemma, kind, .. } = *anchor;
    let offset = offset(end, anchor.end) | kind << 5;
    let meets = u64::from(taken.iter().any(|run| run.first() == end));
    facts.two(0, offset, view.shape(end - 1));
    facts.two(1, offset, view.key(end - 1));
    facts.two(2, offset, lemma);
    facts.two(3, offset << 1 | meets, view.shape(end));
    facts.two(4, offset, view.key(end));
    facts.two(5, lemma, view.key(end - 1));
    facts.two(6, offset << 1 | meets, anchor.follow as u64);
    facts.two(7, offset << 1 | meets, view.shape(end - 1));
}

fn pair_features(anchor: &Anchor, run: Run, taken: &[Run], sink: &mut impl Sink) {
    let facts = &mut Facts::new(Piece::ExtentPair, sink);
    let end = run.after();
    let meets = u64::from(taken.iter().any(|other| other.first() == end));
    let before = u64::from(taken.iter().any(|other| other.after() == run.first()));
    facts.two(0, run.len() as u64, meets << 1 | before);
    facts.two(1, anchor.kind << 2 | meets << 1 | before, run.len() as u64);
}

/// The distance of two edges, in a small number.
fn offset(at: usize, from: usize) -> u64 {
    (at as i64 - from as i64).clamp(-8, 8).wrapping_add(8) as u64
}
