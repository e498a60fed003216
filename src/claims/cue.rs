//! Is the candidate a cue? Its features, first alone, then among the other candidates of its unit.

use super::features::{Facts, Sink};
use super::view::{Anchor, View};
use crate::document::{CueKind, Kind, PhraseKind, Tag};
use crate::lexicon::{Strength, keys};

/// Buckets of a prior probability.
pub(crate) fn step(prior: f32) -> u64 {
    [0.03, 0.08, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95].iter().filter(|bound| prior >= **bound).count()
        as u64
}

/// A candidate seen alone: lemma, form and what follows.
pub(crate) fn prior_features(anchor: &Anchor, sink: &mut impl Sink) {
    let mut facts = Facts::new(1, sink);
    let Anchor { view, end, lemma, kind, form, follow, .. } = *anchor;
    facts.one(0, kind);
    facts.one(1, lemma);
    facts.two(2, lemma, form);
    facts.two(3, lemma, follow);
    facts.two(4, kind << 8 | form, follow);
    if let Some(entry) = anchor.entry() {
        let licence = u64::from(view.licensed(entry, end));
        facts.two(5, (entry.strength as u64) << 1 | licence, follow);
        facts.two(6, (entry.act as u64) << 1 | licence, form);
    }
}

/// A candidate in its unit: `priors` are the probabilities of all candidates of the unit seen alone, `index` is this one.
pub(crate) fn cue_features(anchor: &Anchor, priors: &[f32], index: usize, sink: &mut impl Sink) {
    let facts = &mut Facts::new(2, sink);
    own_features(anchor, step(priors[index]), facts);
    subject_features(anchor, step(priors[index]), facts);
    place_features(anchor, facts);
    neighbour_features(anchor, priors, index, facts);
}

fn own_features<S: Sink>(anchor: &Anchor, prior: u64, facts: &mut Facts<S>) {
    let Anchor { view, cue, start, head, end, lemma, kind, form, follow, .. } = *anchor;
    facts.one(0, kind << 8 | prior);
    facts.one(1, lemma);
    facts.two(2, lemma, form);
    facts.two(3, lemma, follow);
    facts.two(4, lemma, view.key(end));
    facts.two(5, lemma, view.key(start.wrapping_sub(1)));
    facts.two(6, kind << 8 | form, follow);
    facts.two(7, kind, view.key(end));
    facts.two(8, kind << 8 | view.shape(end), view.shape(end + 1));
    facts.two(9, kind << 8 | form, view.shape(start.wrapping_sub(1)));
    facts.two(10, kind, view.key(start.wrapping_sub(1)));
    facts.two(11, prior, follow);
    facts.one(12, view.key(head));
    let first = if start == head { 0 } else { view.key(start) };
    facts.two(13, first, kind << 1 | u64::from(cue.negated));
    facts.two(14, lemma, first);
    if view.is_noun_phrase(end) {
        let phrase = view.phrase(end);
        let after = view.follow(phrase.tokens.end as usize) as u64;
        facts.two(15, lemma, after);
        facts.two(16, view.key(phrase.head as usize), kind);
        facts.two(17, prior, after);
    }
    if let Some(entry) = anchor.entry() {
        let licence = u64::from(view.licensed(entry, end));
        facts.two(18, (entry.strength as u64) << 1 | licence, kind << 8 | follow);
        facts.two(19, (entry.act as u64) << 1 | licence, form);
        facts.one(20, u64::from(entry.strength == Strength::Core) << 4 | cue.voice as u64);
        facts.two(32, lemma, u64::from(entry.rest.len() as u8));
    }
}

/// The probable subject: the nearest noun phrase before the cue, and what stands before it.
fn subject_features<S: Sink>(anchor: &Anchor, prior: u64, facts: &mut Facts<S>) {
    let Anchor { view, start, lemma, kind, .. } = *anchor;
    let mut at = start;
    let mut gap = 0;
    while at > view.unit.first() && gap < 8 {
        let phrase = view.phrase(at - 1);
        let head = phrase.head as usize;
        let relative = matches!(view.tag(at - 1), Tag::WP | Tag::WDT);
        if phrase.kind == PhraseKind::Noun || relative {
            let subject = subject_class(view, head);
            facts.two(21, subject, kind << 8 | gap.min(3));
            facts.two(22, lemma, subject);
            facts.two(23, view.key(head), kind);
            facts.two(24, prior, subject);
            let before = phrase.tokens.first().wrapping_sub(1);
            facts.two(25, view.key(before), kind << 8 | subject);
            facts.two(26, view.shape(before), kind << 8 | prior);
            return;
        }
        gap += 1;
        at = phrase.tokens.first();
    }
    facts.two(21, 99, kind << 8 | 9);
    facts.two(24, prior, 99);
}

/// The kind of a noun phrase by its head.
pub(crate) fn subject_class(view: &View, head: usize) -> u64 {
    const IT: [u64; 5] = keys(["it", "this", "that", "there", "what"]);
    let tag = view.tag(head);
    match tag {
        Tag::PRP if IT.contains(&view.key(head)) => 1,
        Tag::PRP => 2 + (view.key(head) & 0xff00),
        Tag::WP | Tag::WDT => 3,
        Tag::NNP | Tag::NNPS => match view.tables.mention_at(head) {
            Some(mention) => 64 + view.tables.entities[mention.entity as usize].kind as u64,
            None => 4,
        },
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
    let from = unit.first().max(start.saturating_sub(60));
    let to = (unit.end as usize).min(end + 60);
    let before = view.closes_in(from, start, head);
    let after = view.opens_in(end, to);
    let marks = quoted << 2 | u64::from(before) << 1 | u64::from(after);
    facts.two(27, marks, kind);
    facts.two(28, marks, lemma);
    let comma =
        view.kind(start.wrapping_sub(1)) == Kind::Comma || view.closes(start.wrapping_sub(1));
    let inverted = u64::from(comma) << 3 | anchor.inverted;
    facts.two(29, inverted, lemma);
    facts.two(30, inverted, kind << 8 | view.shape(head));
    let position = (start - unit.first()).min(3) as u64;
    let rest = (unit.end as usize - end).min(4) as u64;
    facts.two(31, position, kind << 8 | rest);
    if matches!(cue.kind, CueKind::Colon | CueKind::Dash) {
        let length = (start - unit.first()).min(12) as u64;
        facts.two(33, length, kind << 8 | view.shape(unit.first()));
        facts.two(34, kind << 8 | view.shape(start.wrapping_sub(1)), view.shape(end));
        facts.two(35, kind << 8 | rest.min(12), u64::from(view.closes(start.wrapping_sub(1))));
    }
}

/// The nearest likely cues on either side, and what stands between.
fn neighbour_features<S: Sink>(
    anchor: &Anchor,
    priors: &[f32],
    index: usize,
    facts: &mut Facts<S>,
) {
    const LIKELY: f32 = 0.3;
    let Anchor { view, cue, lemma, kind, .. } = *anchor;
    let cues = view.cues;
    let own = step(priors[index]);
    let near = |other: usize| priors[other] > LIKELY;
    if let Some(left) = (index.saturating_sub(8)..index).rev().find(|other| near(*other)) {
        let between = view.between(cues[left].tokens.end as usize, cue.tokens.first());
        let gap =
            (cue.tokens.first().saturating_sub(cues[left].tokens.end as usize)).min(20) as u64 / 3;
        facts.two(36, between, step(priors[left]) << 8 | own);
        facts.two(37, between, lemma);
        facts.two(38, view.lemma(&cues[left]), between);
        facts.two(39, gap, between << 4 | kind);
        facts.two(40, view.lemma(&cues[left]), lemma);
    } else {
        facts.two(36, 999, own);
    }
    let last = cues.len().min(index + 9);
    if let Some(right) = (index + 1..last).find(|other| near(*other)) {
        let between = view.between(cue.tokens.end as usize, cues[right].tokens.first());
        let gap =
            (cues[right].tokens.first().saturating_sub(cue.tokens.end as usize)).min(20) as u64 / 3;
        facts.two(41, between, step(priors[right]) << 8 | own);
        facts.two(42, between, lemma);
        facts.two(43, view.lemma(&cues[right]), between);
        facts.two(44, gap, between << 4 | kind);
    } else {
        facts.two(41, 999, own);
    }
}
