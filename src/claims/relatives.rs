//! Two claims of one sentence, one of them in a relative clause behind the source of the other: "[Poe, *who warned of it*,] said
//! {…}". No token has two roles, so that each ends where the other begins.

use super::{Draft, before_conjunction};
use crate::document::{Tables, Tag};
use crate::span::Run;

/// Ends a source before the relative clause in it that holds a claim, "[*Poe*], [who] warned {of it}, said {…}", and the content
/// of that claim before the verb of the source: "[Poe], [who] called {it *a disgrace*}, told {…}".
pub(super) fn part_relatives(tables: &Tables, drafts: &mut [Draft]) {
    for main in 0..drafts.len() {
        for inner in main.saturating_sub(NEAR)..drafts.len().min(main + NEAR + 1) {
            let Draft { source, cue, .. } = drafts[main];
            if inner == main || source.is_empty() {
                continue;
            }
            let Some(pronoun) = opening(tables, source, &drafts[inner]) else { continue };
            let before = source.end <= cue.start;
            let end = if before { cue.start } else { source.end };
            let end = end_before(tables, end as usize);
            // Beyond the end the content is clipped only where it is the other claim's verb or content.
            let beyond = |part: &Run| {
                let other = drafts[main].content.iter().any(|it| it.overlaps(*part));
                part.after() > end && !before && !other
            };
            let parts = &drafts[inner].content;
            if parts.iter().any(|part| part.first() >= end || beyond(part)) {
                continue;
            }
            for part in &mut drafts[inner].content {
                part.end = part.end.min(end as u32);
            }
            let source = &mut drafts[main].source;
            source.end = source.end.min(end_before(tables, pronoun) as u32);
        }
    }
}

/// How many drafts on a relative clause may lie at most.
const NEAR: usize = 3;

/// The relative pronoun that opens the clause of a claim in a source or right behind it.
fn opening(tables: &Tables, source: Run, inner: &Draft) -> Option<usize> {
    let behind = inner.source.first();
    let follows = || end_before(tables, behind) == source.after();
    if behind >= source.after() && tables.tag(behind).is_relative() && follows() {
        return Some(behind);
    }
    if !source.contains(inner.cue) || !source.contains(inner.source) || !tells(tables, inner) {
        return None;
    }
    let mut before = (source.first() + 1..inner.cue.first() + 1).rev();
    let pronoun = before.find(|at| tables.tag(*at).is_relative())?;
    // Not "at which parents said"; but "who the paper said had lied".
    let subject = !inner.source.is_empty() && inner.source.first() <= pronoun + 1;
    let bare = !matches!(tables.tag(pronoun - 1), Tag::IN | Tag::TO);
    (subject && bare && end_before(tables, pronoun) > source.first()).then_some(pronoun)
}

/// How sure a cue has to be that only takes a noun: "who *has called for* a ban".
const SURE: f32 = 0.8;

/// Whether a claim says something that a reader would miss: "who says *it is late*", "who has called for *a ban*", not "who asked *not
/// to be named*".
fn tells(tables: &Tables, inner: &Draft) -> bool {
    let words = || inner.content.iter().flat_map(|part| part.range());
    let said = |at: usize| tables.tag(at).is_finite() || tables.speech(at) > 0;
    !words().take(2).any(|at| tables.tag(at) == Tag::TO)
        && (words().any(said) || inner.cue_sure >= SURE)
}

/// Where what stands before a token ends, without a comma and "and".
fn end_before(tables: &Tables, at: usize) -> usize {
    before_conjunction(tables, at).unwrap_or(at)
}
