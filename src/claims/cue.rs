//! Is the candidate a cue? Its features, first alone, then among the other candidates of its unit.

use super::features::{Facts, Piece, Sink};
use super::view::{AROUND, Anchor, View};
use crate::document::{CueKind, Kind, PhraseKind, Tag};
use crate::key::keys;
use crate::lexicon::Strength;

/// How likely a candidate seen alone is, given its log odds, in steps.
fn step(odds: f32) -> u64 {
    // The log odds of 3, 8, 15, 30, 50, 70, 85 and 95 per cent.
    const BOUNDS: [f32; 8] = [-3.476, -2.442, -1.735, -0.847, 0.0, 0.847, 1.735, 2.944];
    BOUNDS.iter().filter(|bound| odds >= **bound).count() as u64
}

/// A candidate seen alone: lemma, form and what follows.
pub(crate) fn prior_features(anchor: &Anchor, sink: &mut impl Sink) {
    let mut facts = Facts::new(Piece::Prior, sink);
    let Anchor { view, end, lemma, kind, form, .. } = *anchor;
    let follow = anchor.follow as u64;
    facts.one(0, lemma);
    facts.two(1, lemma, form);
    facts.two(2, lemma, follow);
    facts.two(3, kind << 8 | form, follow);
    if let Some(entry) = anchor.entry() {
        let licence = u64::from(view.licensed(entry, end));
        facts.two(4, (entry.strength as u64) << 1 | licence, follow);
        facts.two(5, (entry.act as u64) << 1 | licence, form);
    }
}

/// A candidate in its unit: `priors` are the log odds of all candidates of the unit seen alone, `index` is this one.
pub(crate) fn cue_features(anchor: &Anchor, priors: &[f32], index: usize, sink: &mut impl Sink) {
    let facts = &mut Facts::new(Piece::Cue, sink);
    let prior = step(priors[index]);
    own_features(anchor, prior, facts);
    subject_features(anchor, prior, facts);
    place_features(anchor, facts);
    neighbour_features(anchor, priors, index, facts);
}

fn own_features<S: Sink>(anchor: &Anchor, prior: u64, facts: &mut Facts<S>) {
    let Anchor { view, cue, start, head, end, lemma, kind, form, .. } = *anchor;
    let follow = anchor.follow as u64;
    let (before, after) = (start.wrapping_sub(1), view.key(end));
    facts.two(0, lemma, after);
    facts.two(1, kind, after);
    facts.two(2, kind << 8 | view.shape(end), view.shape(end + 1));
    facts.two(3, kind << 8 | form, view.shape(before));
    facts.two(4, kind, view.key(before));
    facts.two(5, prior, follow);
    let first = if start == head { 0 } else { view.key(start) };
    facts.two(6, first, kind << 1 | u64::from(cue.negated));
    if view.is_noun_phrase(end) {
        let phrase = view.phrase(end);
        let after = view.follow(phrase.tokens.after()) as u64;
        facts.two(7, lemma, after);
        facts.two(8, view.key(phrase.head()), kind);
        facts.two(9, prior, after);
    }
    if let Some(entry) = anchor.entry() {
        let licence = u64::from(view.licensed(entry, end));
        facts.two(10, (entry.strength as u64) << 1 | licence, kind << 8 | follow);
        facts.one(11, u64::from(entry.strength == Strength::Core) << 4 | cue.voice as u64);
        facts.two(12, lemma, entry.rest.len() as u64);
    }
}

/// The subject of the cue's clause; the nearest noun phrase before the cue, which often is it, and what stands before that.
fn subject_features<S: Sink>(anchor: &Anchor, prior: u64, facts: &mut Facts<S>) {
    let Anchor { view, start, kind, lemma, .. } = *anchor;
    let parsed = anchor.subject;
    let class =
        anchor.subject_start().map_or(98, |first| subject_class(view, view.phrase(first).head()));
    facts.two(30, parsed.how as u64, prior << 8 | class);
    facts.two(31, parsed.how as u64, lemma);
    let mut at = start;
    let mut gap = 0;
    while at > view.unit.first() && gap < 8 {
        let phrase = view.phrase(at - 1);
        let relative = view.tag(at - 1).is_relative();
        if phrase.kind == PhraseKind::Noun || relative {
            let subject = subject_class(view, phrase.head());
            let before = phrase.tokens.first().wrapping_sub(1);
            facts.two(13, subject, kind << 8 | gap.min(3));
            facts.two(14, view.key(before), kind << 8 | subject);
            facts.two(15, view.shape(before), kind << 8 | prior);
            return;
        }
        gap += 1;
        at = phrase.tokens.first();
    }
    facts.two(13, 99, kind << 8 | 9);
}

/// The kind of a noun phrase by its head.
pub(crate) fn subject_class(view: &View, head: usize) -> u64 {
    const IT: [u64; 5] = keys(["it", "this", "that", "there", "what"]);
    let tag = view.tag(head);
    match tag {
        Tag::PRP if IT.contains(&view.key(head)) => 1,
        Tag::PRP => 2 + (view.key(head) & 0xff00),
        Tag::WP | Tag::WDT => 3,
        Tag::NNP | Tag::NNPS => view.mention(head).map_or(4, |kind| 64 + kind as u64),
        Tag::NNS => 5,
        Tag::NN => 6,
        _ => 7,
    }
}

/// Where the candidate stands: in quotation marks, at the start, beside a quotation or a comma.
fn place_features<S: Sink>(anchor: &Anchor, facts: &mut Facts<S>) {
    let Anchor { view, cue, start, head, end, lemma, kind, .. } = *anchor;
    let quoted = u64::from(anchor.level > 0);
    let unit = view.unit;
    let from = unit.first().max(start.saturating_sub(AROUND));
    let to = (unit.after()).min(end + AROUND);
    let before = view.closes_in(from, start, head);
    let after = view.opening_in(end, to).is_some();
    let marks = quoted << 2 | u64::from(before) << 1 | u64::from(after);
    facts.two(16, marks, kind);
    facts.two(17, marks, lemma);
    let last = start.wrapping_sub(1);
    let comma = view.kind(last) == Kind::Comma || view.closes(last);
    let inverted = u64::from(comma) << 3 | anchor.inversion as u64;
    facts.two(18, inverted, lemma);
    facts.two(19, inverted, kind << 8 | view.shape(head));
    let position = (start - unit.first()).min(3) as u64;
    let rest = (unit.after() - end).min(12) as u64;
    facts.two(20, position, kind << 8 | rest.min(4));
    if matches!(cue.kind, CueKind::Colon | CueKind::Dash) {
        let length = (start - unit.first()).min(12) as u64;
        facts.two(21, length, kind << 8 | view.shape(unit.first()));
        facts.two(22, kind << 8 | view.shape(last), view.shape(end));
        facts.two(23, kind << 8 | rest, u64::from(view.closes(last)));
    }
}

/// The nearest likely cues on either side, and what stands between.
fn neighbour_features<S: Sink>(
    anchor: &Anchor,
    priors: &[f32],
    index: usize,
    facts: &mut Facts<S>,
) {
    /// Log odds of three in ten.
    const LIKELY: f32 = -0.847;
    let Anchor { view, cue, lemma, kind, .. } = *anchor;
    let cues = view.cues;
    let own = step(priors[index]);
    let near = |other: usize| priors[other] > LIKELY;
    let distance = |from: u32, to: u32| to.saturating_sub(from).min(20) as u64 / 3;
    if let Some(left) = (index.saturating_sub(8)..index).rev().find(|other| near(*other)) {
        let (from, to) = (cues[left].tokens.end, cue.tokens.start);
        let between = view.between(from as usize, to as usize);
        facts.two(24, between, step(priors[left]) << 8 | own);
        facts.two(25, view.lemma(&cues[left]), between);
        facts.two(26, distance(from, to), between << 4 | kind);
    } else {
        facts.two(24, 999, own);
    }
    let last = cues.len().min(index + 9);
    if let Some(right) = (index + 1..last).find(|other| near(*other)) {
        let (from, to) = (cue.tokens.end, cues[right].tokens.start);
        let between = view.between(from as usize, to as usize);
        facts.two(27, between, lemma);
        facts.two(28, view.lemma(&cues[right]), between);
        facts.two(29, distance(from, to), between << 4 | kind);
    }
}
