//! Which noun phrase is the source? The candidates on both sides of a cue, and their features.

use super::cue::subject_class;
use super::features::{Facts, Ledger, Sink};
use super::view::{Anchor, View};
use crate::document::{CueKind, Kind, PhraseKind, Tag, Voice};
use crate::lexicon::{key, keys};
use crate::rules::SourcePlace as Place;
use crate::span::Run;

/// A span that may be the source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SourceCandidate<P> {
    pub(crate) run: Run,
    pub(crate) place: Place,
    pub(crate) parts: [P; 3],
}

/// How far to look for a source, in tokens and in noun phrases.
const REACH: usize = 40;
const PHRASES: usize = 7;

/// Fills `out` with the candidates of a cue, the one for "no source" first.
pub(crate) fn propose<L: Ledger>(
    anchor: &Anchor,
    ledger: L,
    out: &mut Vec<SourceCandidate<L::Part>>,
) {
    out.clear();
    let mut proposal = Proposal { anchor, ledger, out, ends: Vec::new() };
    proposal.nowhere();
    if !matches!(anchor.cue.kind, CueKind::Preposition) {
        proposal.before();
    }
    proposal.after();
    if anchor.cue.kind == CueKind::Noun {
        proposal.possessive();
    }
}

/// The candidates of one cue in the making.
struct Proposal<'a, 'v, 'p, L: Ledger> {
    anchor: &'p Anchor<'a, 'v>,
    ledger: L,
    out: &'p mut Vec<SourceCandidate<L::Part>>,
    /// Ends that are described already: candidates share them.
    ends: Vec<(usize, Place, L::Part)>,
}

impl<L: Ledger> Proposal<'_, '_, '_, L> {
    fn nowhere(&mut self) {
        let anchor = self.anchor;
        let part = self.ledger.part(|sink| nowhere_features(anchor, sink));
        let parts = [part, Default::default(), Default::default()];
        self.out.push(SourceCandidate { run: Run::default(), place: Place::Nowhere, parts });
    }

    fn before(&mut self) {
        let Anchor { view, edge, level, .. } = *self.anchor;
        let first = view.unit.first().max(edge.saturating_sub(REACH));
        let mut at = edge;
        let mut seen = 0;
        while at > first && seen < PHRASES {
            let phrase = view.phrase(at - 1);
            let start = phrase.tokens.first();
            let pronoun = matches!(view.tag(at - 1), Tag::WP | Tag::WDT);
            if start < first {
                break;
            }
            if (phrase.kind == PhraseKind::Noun || pronoun) && view.speech(start) == level {
                let ends = ends_before(view, start, edge);
                let quantifier = quantifier_before(view, start);
                self.add(start, &ends, Place::Before, seen);
                if quantifier < start {
                    self.add(quantifier, &ends, Place::Before, seen);
                }
                seen += 1;
            }
            at = start;
        }
    }

    fn after(&mut self) {
        let Anchor { view, end, level, .. } = *self.anchor;
        let limit = (view.unit.end as usize).min(end + REACH);
        for (order, (start, place)) in starts_after(self.anchor).into_iter().flatten().enumerate() {
            if start < limit && view.is_noun_phrase(start) && view.speech(start) == level {
                self.add(start, &ends_after(view, start, limit), place, order);
            }
        }
    }

    /// Inside the noun phrase of a noun cue: before "'s", with it, or a possessive pronoun.
    fn possessive(&mut self) {
        let Anchor { view, head, .. } = *self.anchor;
        let start = view.phrase(head).tokens.first();
        if view.tag(start) == Tag::PRPS {
            self.add(start, &[Some(start + 1)], Place::Possessive, 0);
        }
        if let Some(mark) = (start..head).rev().find(|at| view.tag(*at) == Tag::POS) {
            self.add(start, &[Some(mark), Some(mark + 1)], Place::Possessive, 0);
        }
    }

    /// Adds the candidates with this start.
    fn add(&mut self, start: usize, ends: &[Option<usize>], place: Place, order: usize) {
        let Anchor { view, head, level, .. } = *self.anchor;
        let anchor = self.anchor;
        let from = self.ledger.part(|sink| start_features(anchor, start, place, order, sink));
        for &end in ends.iter().flatten() {
            let run = Run::new(start, end);
            if run.is_empty() || run.holds(head) || view.speech(end - 1) != level {
                continue;
            }
            let to = self.end(end, place);
            let pair = self.ledger.part(|sink| pair_features(anchor, run, place, order, sink));
            self.out.push(SourceCandidate { run, place, parts: [from, to, pair] });
        }
    }

    fn end(&mut self, end: usize, place: Place) -> L::Part {
        let known = self.ends.iter().find(|(at, of, _)| (*at, *of) == (end, place));
        if let Some((_, _, part)) = known {
            return *part;
        }
        let anchor = self.anchor;
        let part = self.ledger.part(|sink| end_features(anchor, end, place, sink));
        self.ends.push((end, place, part));
        part
    }
}

/// Where the noun phrase at `start` begins with "about", "more than" or the adverb before it.
fn quantifier_before(view: &View, start: usize) -> usize {
    const WORDS: [u64; 9] =
        keys(["about", "around", "over", "under", "than", "least", "most", "to", "between"]);
    const PAIRS: [u64; 6] = keys(["more", "less", "fewer", "at", "up", "some"]);
    if start <= view.unit.first() {
        return start;
    }
    let word = view.key(start - 1);
    if view.tag(start - 1).is_adverb()
        || view.tag(start - 1).is_adjective()
        || WORDS[..4].contains(&word)
    {
        return start - 1;
    }
    if start >= view.unit.first() + 2
        && WORDS.contains(&word)
        && PAIRS.contains(&view.key(start - 2))
    {
        return start - 2;
    }
    start
}

/// Possible ends of a source that starts at `start`, before the cue at `edge`: its own phrase, the chain of phrases that hang
/// on it, the first comma after it, the cue itself, with and without the comma before it.
fn ends_before(view: &View, start: usize, edge: usize) -> [Option<usize>; 5] {
    let own = (view.phrase(start).tokens.end as usize).min(edge);
    let chain = if view.is_noun_phrase(start) { view.chain_end(start).min(edge) } else { own };
    let comma = (chain..edge).find(|at| view.kind(*at) == Kind::Comma).filter(|at| *at > chain);
    let bare = if view.kind(edge - 1) == Kind::Comma { edge - 1 } else { edge };
    let mut ends = [Some(own), Some(chain), comma, Some(bare), Some(edge)];
    for at in 1..ends.len() {
        if ends[..at].contains(&ends[at]) || ends[at].is_some_and(|end| end <= start) {
            ends[at] = None;
        }
    }
    ends
}

/// Where a source after the cue may start: right after it, after "by", after a preposition, after the first comma.
fn starts_after(anchor: &Anchor) -> [Option<(usize, Place)>; 3] {
    let Anchor { view, cue, end, .. } = *anchor;
    let limit = (view.unit.end as usize).min(end + 25);
    let mut adverbs = end;
    while adverbs < limit && view.tag(adverbs).is_adverb() {
        adverbs += 1;
    }
    let right = Some((adverbs, Place::After));
    let agent = (end..limit.min(end + 14))
        .find(|at| view.key(*at) == key("by"))
        .map(|at| (at + 1, Place::By));
    let participle =
        cue.kind == CueKind::Verb && matches!(view.tag(cue.tokens.first()), Tag::VBG | Tag::VBN);
    let comma =
        (end..limit).find(|at| view.kind(*at) == Kind::Comma).map(|at| (at + 1, Place::After));
    let preposition = (matches!(view.tag(end), Tag::IN | Tag::TO) && view.key(end) != key("by"))
        .then_some((end + 1, Place::After));
    [right, agent, if participle { comma } else { preposition }]
}

/// Possible ends of a source that starts after the cue: its own phrase, the chain, before each of the next three commas, before
/// the next mark that ends a sentence or opens a quotation.
fn ends_after(view: &View, start: usize, limit: usize) -> [Option<usize>; 6] {
    let own = view.phrase(start).tokens.end as usize;
    let chain = view.chain_end(start).min(limit);
    let mut ends = [Some(own.min(limit)), Some(chain), None, None, None, None];
    let mut commas = 2;
    for at in chain..=limit {
        let kind = view.kind(at);
        let stop = at == limit
            || matches!(
                kind,
                Kind::Stop
                    | Kind::Colon
                    | Kind::Semicolon
                    | Kind::Double
                    | Kind::Question
                    | Kind::Dash
            );
        if (kind == Kind::Comma && commas < 5) || stop {
            ends[commas] = Some(at);
            commas += 1;
        }
        if stop {
            break;
        }
    }
    for at in 1..ends.len() {
        if ends[..at].contains(&ends[at]) || ends[at].is_some_and(|end| end <= start) {
            ends[at] = None;
        }
    }
    ends
}

fn nowhere_features(anchor: &Anchor, sink: &mut impl Sink) {
    let mut facts = Facts::new(3, sink);
    let Anchor { view, start, lemma, form, .. } = *anchor;
    let before = view.shape(anchor.edge.wrapping_sub(1));
    facts.one(0, anchor.kind);
    facts.one(1, lemma);
    facts.two(2, lemma, form);
    facts.two(3, form, before);
    facts.two(4, view.key(start), form);
    facts.two(5, view.shape(start), anchor.follow);
    facts.two(6, view.key(start.wrapping_sub(1)), form);
    facts.two(7, u64::from(start == view.unit.first()), form);
}

fn start_features(anchor: &Anchor, start: usize, place: Place, order: usize, sink: &mut impl Sink) {
    let mut facts = Facts::new(4, sink);
    let Anchor { view, lemma, kind, .. } = *anchor;
    let place = place as u64 | kind << 4;
    let head = view.phrase(start).head as usize;
    let class = subject_class(view, head);
    let before = start.wrapping_sub(1);
    facts.two(0, place, view.shape(before));
    facts.two(1, place, view.key(before));
    facts.two(2, place, view.key(start));
    facts.two(3, place << 8 | order.min(6) as u64, class);
    facts.two(4, place, view.key(head));
    facts.two(5, place, u64::from(start == view.unit.first()));
    facts.two(6, lemma, place << 8 | order.min(3) as u64);
    facts.two(7, view.shape(before), view.shape(before.wrapping_sub(1)) << 8 | view.shape(start));
    facts.two(8, place << 8 | view.shape(before), class);
    facts.two(9, lemma, place << 8 | class);
    // "Ann Poe, a former mayor said": an apposition without its second comma.
    let apposed = view.kind(before) == Kind::Comma && view.is_noun_phrase(before.wrapping_sub(1));
    if apposed {
        let named = view.shape(before - 1) << 8
            | u64::from(view.phrase(before - 1).tokens.first() == view.unit.first());
        facts.two(10, place << 8 | view.shape(start), named);
        facts.two(11, place << 8 | class, named);
    }
}

fn end_features(anchor: &Anchor, end: usize, place: Place, sink: &mut impl Sink) {
    let mut facts = Facts::new(5, sink);
    let view = anchor.view;
    let place = place as u64 | anchor.kind << 4;
    let touches = u64::from(end == anchor.start) | u64::from(end == anchor.edge) << 1;
    facts.two(0, place, view.shape(end));
    facts.two(1, place, view.key(end));
    facts.two(2, place << 8 | view.shape(end - 1), view.shape(end));
    facts.two(3, place << 2 | touches, view.shape(end - 1));
    facts.two(4, place << 8 | view.shape(end), view.shape(end + 1));
    facts.two(5, place << 8 | view.shape(end), view.key(end + 1));
    facts.two(6, place, view.key(end - 1));
    facts.two(7, place << 2 | touches, view.shape(end));
}

fn pair_features(anchor: &Anchor, run: Run, place: Place, order: usize, sink: &mut impl Sink) {
    let mut facts = Facts::new(6, sink);
    let Anchor { view, cue, lemma, inverted, .. } = *anchor;
    let where_ = place as u64 | anchor.kind << 4 | (cue.voice as u64) << 8;
    let (start, end) = (run.first(), run.end as usize);
    let before = end <= anchor.start;
    let (from, to) = if before { (end, anchor.start) } else { (anchor.end, start) };
    let gap = view.between(from, to) | u64::from(!before) << 16;
    let inside = view.between(start, end);
    let marks = u64::from(cue.voice == Voice::Active && anchor.inverted > 0);
    let length = (run.len() as f32).log2().round() as u64;
    let tail = u64::from(view.kind(end - 1) == Kind::Comma) << 1
        | u64::from(view.kind(end) == Kind::Comma);
    let commas = view.commas(start, end.min(start + 40)).min(4);
    let class = subject_class(view, view.phrase(start).head as usize);
    facts.two(0, where_, gap);
    facts.two(1, where_, length);
    facts.two(2, where_, inside);
    facts.two(3, where_ << 4 | tail, commas);
    facts.two(4, where_, class);
    facts.two(5, gap, inside);
    facts.two(6, lemma, where_);
    facts.two(7, where_ << 1 | marks, view.shape(anchor.head));
    facts.two(8, where_ << 1 | marks, class);
    facts.two(9, gap, order.min(4) as u64);
    facts.two(10, where_ << 4 | tail, inside);
    facts.two(11, gap, lemma);
    facts.two(12, where_ << 8 | view.shape(anchor.start), gap);
    facts.two(13, where_ << 8 | anchor.follow, marks);
    let rival = view.likely(from, to.min(from + 60));
    let inner = view.likely(start, end);
    facts.two(18, where_ << 4 | inverted, length.min(2));
    facts.two(19, where_ << 4 | inverted, gap & 0b111);
    facts.two(20, lemma, where_ << 4 | inverted);
    facts.two(15, where_, rival << 4 | inner);
    facts.two(16, rival << 32 | gap, order.min(4) as u64);
    facts.two(17, rival << 4 | inner, view.shape(anchor.head) << 16 | where_);
    facts.two(
        14,
        view.shape(start),
        view.shape(end - 1) << 8 | (place as u64) << 4 | length.min(3),
    );
}
