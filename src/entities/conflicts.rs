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
pub(crate) fn choose<C>(mut candidates: Vec<C>, key: impl Fn(&C) -> (Run, Rank)) -> Vec<C> {
    candidates.sort_by_key(|candidate| key(candidate).0.start);
    let runs: Vec<(Run, Rank)> = candidates.iter().map(key).collect();
    let mut kept = vec![false; candidates.len()];
    let mut from = 0;
    while from < runs.len() {
        // Most candidates overlap none.
        let (mut to, mut end) = (from + 1, runs[from].0.end);
        while let Some((run, _)) = runs.get(to).filter(|(run, _)| run.start < end) {
            end = end.max(run.end);
            to += 1;
        }
        if to == from + 1 {
            kept[from] = !runs[from].0.is_empty();
        } else {
            choose_among(&runs[from..to], &mut kept[from..to]);
        }
        from = to;
    }
    candidates.into_iter().zip(kept).filter_map(|(it, kept)| kept.then_some(it)).collect()
}

/// `choose` among candidates in text order that overlap in a chain.
fn choose_among(candidates: &[(Run, Rank)], kept: &mut [bool]) {
    let first = candidates.first().map_or(0, |(run, _)| run.first());
    let end = candidates.iter().map(|(run, _)| run.after()).max().unwrap_or(first);
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by_key(|at| {
        let (run, rank) = candidates[*at];
        (usize::MAX - run.len(), rank, run.start, *at)
    });
    let mut taken = vec![false; end - first];
    for at in order {
        let run = candidates[at].0;
        let own = run.first() - first..run.after() - first;
        let Some(place) = taken.get_mut(own) else { continue };
        // Longer ones came first, so one that overlaps covers the first or the last token.
        if !run.is_empty() && !place[0] && !place[place.len() - 1] {
            place.fill(true);
            kept[at] = true;
        }
    }
}
