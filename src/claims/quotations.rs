//! Quotations that no cue of their own attributes.

use super::Draft;
use crate::document::{QuoteUse, Tables};
use crate::span::Run;

/// Adds each quotation that no draft holds to the draft before it, where that is a quotation of the same paragraph or the one
/// that the quotation continues.
pub(super) fn join_quotations(tables: &Tables, drafts: &mut [Draft]) {
    let mut at = 0;
    for (index, quote) in tables.quotes.iter().enumerate() {
        let run = quote.tokens;
        if quote.parent != 0 || quote.use_ != QuoteUse::Speech || run.len() < 4 {
            continue;
        }
        while at < drafts.len() && drafts[at].cue.start < run.start {
            at += 1;
        }
        let near = at.saturating_sub(8)..drafts.len().min(at + 8);
        if drafts[near].iter().any(|draft| touches(draft, run)) {
            continue;
        }
        let Some(before) = speaker_before(tables, drafts, at, index) else { continue };
        drafts[before].content.push(run);
    }
}

/// Whether the draft speaks about the quotation, and not inside it.
fn touches(draft: &Draft, run: Run) -> bool {
    !run.contains(draft.cue)
        && (draft.source.overlaps(run) || draft.content.iter().any(|part| part.overlaps(run)))
}

/// The draft whose content the quotation goes on with.
fn speaker_before(tables: &Tables, drafts: &[Draft], at: usize, index: usize) -> Option<usize> {
    let run = tables.quotes[index].tokens;
    let block = tables.blocks.partition_point(|block| block.tokens.end <= run.start);
    let continued = tables.quotes[index]
        .continues
        .checked_sub(1)
        .map(|quote| tables.quotes[quote as usize].tokens);
    (at.saturating_sub(4)..at).rev().find(|before| {
        let draft = &drafts[*before];
        let Some(last) = draft.content.last() else { return false };
        let quoted = tables.tokens[last.last()].quote > 0 || tables.tokens[last.first()].quote > 0;
        let same =
            tables.blocks.get(block).is_some_and(|block| block.tokens.holds(draft.cue.first()));
        let goes_on = continued.is_some_and(|before| before.overlaps(*last));
        tables.tokens[draft.cue.first()].quote == 0 && (goes_on || (same && quoted))
    })
}
