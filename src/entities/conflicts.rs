//! Which of several overlapping candidates become mentions: the one place that decides.

use crate::span::Run;

/// What found a candidate; of two equally long ones the earlier in this list wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// The caller's gazetteer.
    Given,
    Name,
    Quantity,
    Time,
}

/// Keeps candidates in text order, no two overlapping: the longest first, then by rank, then the one that starts first.
pub(crate) fn choose<C>(candidates: Vec<C>, key: impl Fn(&C) -> (Run, Rank)) -> Vec<C> {
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by_key(|at| {
        let (run, rank) = key(&candidates[*at]);
        (usize::MAX - run.len(), rank, run.start, *at)
    });
    let tokens =
        candidates.iter().map(|candidate| key(candidate).0.end as usize).max().unwrap_or(0);
    let mut taken = vec![false; tokens];
    let mut kept = vec![false; candidates.len()];
    for at in order {
        let run = key(&candidates[at]).0;
        let Some(place) = taken.get_mut(run.range()) else { continue };
        // Longer ones came first, so one that overlaps covers the first or the last token.
        if !run.is_empty() && !place[0] && !place[place.len() - 1] {
            place.fill(true);
            kept[at] = true;
        }
    }
    let mut chosen: Vec<C> =
        candidates.into_iter().zip(kept).filter_map(|(it, kept)| kept.then_some(it)).collect();
    chosen.sort_by_key(|candidate| key(candidate).0.start);
    chosen
}
