//! Which noun phrase is the source? The candidates on both sides of a cue, and their features.

use super::cue::subject_class;
use super::features::{Facts, Ledger, Sink};
use super::view::View;
use crate::document::{CueCandidate, CueKind, Kind, PhraseKind, Tag, Voice};
use crate::lexicon::{key, keys};
use crate::rules::SourcePlace as Place;
use crate::span::Run;

/// A span that may be the source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SourceCandidate {
    pub(crate) run: Run,
    pub(crate) place: Place,
    /// Parts of the ledger whose scores add up to the candidate's.
    pub(crate) parts: [u16; 3],
}

/// How far to look for a source, in tokens and in noun phrases.
const REACH: usize = 60;
const PHRASES: usize = 12;

/// Fills `out` with the candidates of a cue, the one for "no source" first, and the ledger with their parts.
pub(crate) fn propose<L: Ledger>(
    view: &View,
    cue: &CueCandidate,
    ledger: &mut L,
    out: &mut Vec<SourceCandidate>,
) {
    out.clear();
    let nowhere = ledger.part(|sink| nowhere_features(view, cue, sink));
    let none = ledger.part(|_| ());
    out.push(SourceCandidate {
        run: Run::default(),
        place: Place::Nowhere,
        parts: [nowhere, none, none],
    });
    if !matches!(cue.kind, CueKind::Preposition) {
        propose_before(view, cue, ledger, out);
    }
    propose_after(view, cue, ledger, out);
    if cue.kind == CueKind::Noun {
        propose_possessive(view, cue, ledger, out);
    }
}

fn propose_before<L: Ledger>(
    view: &View,
    cue: &CueCandidate,
    ledger: &mut L,
    out: &mut Vec<SourceCandidate>,
) {
    let level = view.speech(cue.head as usize);
    let edge = adverbs_before(view, cue.tokens.first());
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
            for start in [start, quantifier_before(view, start)]
                .into_iter()
                .take(if quantifier_before(view, start) < start { 2 } else { 1 })
            {
                let from =
                    ledger.part(|sink| start_features(view, cue, start, Place::Before, seen, sink));
                for end in ends.into_iter().flatten() {
                    if view.speech(end - 1) == level {
                        push(view, cue, ledger, out, (start, end), Place::Before, from, seen);
                    }
                }
            }
            seen += 1;
        }
        at = start;
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

fn propose_after<L: Ledger>(
    view: &View,
    cue: &CueCandidate,
    ledger: &mut L,
    out: &mut Vec<SourceCandidate>,
) {
    let level = view.speech(cue.head as usize);
    let limit = (view.unit.end as usize).min(cue.tokens.end as usize + REACH);
    let starts = starts_after(view, cue);
    for (order, (start, place)) in starts.into_iter().flatten().enumerate() {
        if start >= limit || !view.is_noun_phrase(start) || view.speech(start) != level {
            continue;
        }
        let from = ledger.part(|sink| start_features(view, cue, start, place, order, sink));
        for end in ends_after(view, start, limit).into_iter().flatten() {
            if view.speech(end - 1) == level {
                push(view, cue, ledger, out, (start, end), place, from, order);
            }
        }
    }
}

/// Where a source after the cue may start: right after it, after "by", after a preposition, after the first comma.
fn starts_after(view: &View, cue: &CueCandidate) -> [Option<(usize, Place)>; 3] {
    let end = cue.tokens.end as usize;
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

/// Inside the noun phrase of a noun cue: before "'s", with it, or a possessive pronoun.
fn propose_possessive<L: Ledger>(
    view: &View,
    cue: &CueCandidate,
    ledger: &mut L,
    out: &mut Vec<SourceCandidate>,
) {
    let phrase = view.phrase(cue.head as usize).tokens;
    let start = phrase.first();
    let from = ledger.part(|sink| start_features(view, cue, start, Place::Possessive, 0, sink));
    if view.tag(start) == Tag::PRPS {
        push(view, cue, ledger, out, (start, start + 1), Place::Possessive, from, 0);
    }
    if let Some(mark) = (start..cue.head as usize).rev().find(|at| view.tag(*at) == Tag::POS) {
        push(view, cue, ledger, out, (start, mark), Place::Possessive, from, 0);
        push(view, cue, ledger, out, (start, mark + 1), Place::Possessive, from, 1);
    }
}

/// The first of the adverbs right before `at`.
pub(crate) fn adverbs_before(view: &View, at: usize) -> usize {
    let mut start = at;
    while start > view.unit.first() && at - start < 3 && view.tag(start - 1).is_adverb() {
        start -= 1;
    }
    start
}

#[allow(clippy::too_many_arguments)]
fn push<L: Ledger>(
    view: &View,
    cue: &CueCandidate,
    ledger: &mut L,
    out: &mut Vec<SourceCandidate>,
    (start, end): (usize, usize),
    place: Place,
    from: u16,
    order: usize,
) {
    let run = Run::new(start, end);
    if run.is_empty() || run.overlaps(Run::new(cue.head as usize, cue.head as usize + 1)) {
        return;
    }
    let to = ledger.part(|sink| end_features(view, cue, run, place, sink));
    let pair = ledger.part(|sink| pair_features(view, cue, run, place, order, sink));
    out.push(SourceCandidate { run, place, parts: [from, to, pair] });
}

fn nowhere_features(view: &View, cue: &CueCandidate, sink: &mut impl Sink) {
    let mut facts = Facts::new(3, sink);
    let (start, end) = (cue.tokens.first(), cue.tokens.end as usize);
    let form = view.shape(cue.head as usize) << 2 | cue.voice as u64;
    let before = view.shape(adverbs_before(view, start).wrapping_sub(1));
    facts.one(0, cue.kind as u64);
    facts.one(1, view.lemma(cue));
    facts.two(2, view.lemma(cue), form);
    facts.two(3, form, before);
    facts.two(4, view.key(start), form);
    facts.two(5, view.shape(start), view.follow(end) as u64);
    facts.two(6, view.key(start.wrapping_sub(1)), form);
    facts.two(7, u64::from(start == view.unit.first()), form);
}

fn start_features(
    view: &View,
    cue: &CueCandidate,
    start: usize,
    place: Place,
    order: usize,
    sink: &mut impl Sink,
) {
    let mut facts = Facts::new(4, sink);
    let place = place as u64 | (cue.kind as u64) << 4;
    let head = view.phrase(start).head as usize;
    let class = subject_class(view, head);
    let before = start.wrapping_sub(1);
    facts.two(0, place, view.shape(before));
    facts.two(1, place, view.key(before));
    facts.two(2, place, view.key(start));
    facts.two(3, place << 8 | order.min(6) as u64, class);
    facts.two(4, place, view.key(head));
    facts.two(5, place, u64::from(start == view.unit.first()));
    facts.two(6, view.lemma(cue), place << 8 | order.min(3) as u64);
    facts.two(7, view.shape(before), view.shape(before.wrapping_sub(1)) << 8 | view.shape(start));
    facts.two(8, place << 8 | view.shape(before), class);
    facts.two(9, view.lemma(cue), place << 8 | class);
    // "Ann Poe, a former mayor said": an apposition without its second comma.
    let apposed = view.kind(before) == Kind::Comma && view.is_noun_phrase(before.wrapping_sub(1));
    if apposed {
        let named = view.shape(before - 1) << 8
            | u64::from(view.phrase(before - 1).tokens.first() == view.unit.first());
        facts.two(10, place << 8 | view.shape(start), named);
        facts.two(11, place << 8 | class, named);
    }
}

fn end_features(view: &View, cue: &CueCandidate, run: Run, place: Place, sink: &mut impl Sink) {
    let mut facts = Facts::new(5, sink);
    let end = run.end as usize;
    let place = place as u64 | (cue.kind as u64) << 4;
    let touches = u64::from(end == cue.tokens.first())
        | u64::from(end == adverbs_before(view, cue.tokens.first())) << 1;
    facts.two(0, place, view.shape(end));
    facts.two(1, place, view.key(end));
    facts.two(2, place << 8 | view.shape(end - 1), view.shape(end));
    facts.two(3, place << 2 | touches, view.shape(end - 1));
    facts.two(4, place << 8 | view.shape(end), view.shape(end + 1));
    facts.two(5, place << 8 | view.shape(end), view.key(end + 1));
    facts.two(6, place, view.key(end - 1));
    facts.two(7, place << 2 | touches, view.shape(end));
}

fn pair_features(
    view: &View,
    cue: &CueCandidate,
    run: Run,
    place: Place,
    order: usize,
    sink: &mut impl Sink,
) {
    let mut facts = Facts::new(6, sink);
    let where_ = place as u64 | (cue.kind as u64) << 4 | (cue.voice as u64) << 8;
    let (start, end) = (run.first(), run.end as usize);
    let gap = if end <= cue.tokens.first() {
        view.between(end, cue.tokens.first())
    } else {
        view.between(cue.tokens.end as usize, start) | 1 << 16
    };
    let inside = view.between(start, end);
    let marks = u64::from(cue_beside_mark(view, cue));
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
    facts.two(6, view.lemma(cue), where_);
    facts.two(7, where_ << 1 | marks, view.shape(cue.head as usize));
    facts.two(8, where_ << 1 | marks, class);
    facts.two(9, gap, order.min(4) as u64);
    facts.two(10, where_ << 4 | tail, inside);
    facts.two(11, gap, view.lemma(cue));
    facts.two(12, where_ << 8 | view.shape(cue.tokens.first()), gap);
    facts.two(13, where_ << 8 | view.follow(cue.tokens.end as usize) as u64, marks);
    let (from, to) = if end <= cue.tokens.first() {
        (end, cue.tokens.first())
    } else {
        (cue.tokens.end as usize, start)
    };
    let rival = view.likely(from, to.min(from + 60));
    let inner = view.likely(start, end);
    let inverted = view.inverted(cue.tokens.first(), cue.tokens.end as usize);
    facts.two(18, where_ << 4 | inverted, length.min(2));
    facts.two(19, where_ << 4 | inverted, gap & 0b111);
    facts.two(20, view.lemma(cue), where_ << 4 | inverted);
    facts.two(15, where_, rival << 4 | inner);
    facts.two(16, rival << 32 | gap, order.min(4) as u64);
    facts.two(17, rival << 4 | inner, view.shape(cue.head as usize) << 16 | where_);
    facts.two(
        14,
        view.shape(start),
        view.shape(end - 1) << 8 | (place as u64) << 4 | length.min(3),
    );
}

/// Whether a comma or a closing mark stands right before the cue, as after a quotation.
fn cue_beside_mark(view: &View, cue: &CueCandidate) -> bool {
    let before = cue.tokens.first().wrapping_sub(1);
    cue.voice == Voice::Active && (view.kind(before) == Kind::Comma || view.closes(before))
}
