//! The learned weights: one table a decision, embedded as data.

use super::features::{BITS, Ledger, Sink};

/// What the weights decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// How likely the word is a cue, seen alone.
    Prior,
    /// Whether the candidate is a cue, in its surroundings.
    Cue,
    /// Which span is the source.
    Source,
    /// Where the content begins and ends.
    Content,
    /// Which words around the candidate belong to the cue.
    Extent,
}

pub(crate) const DECISIONS: usize = 5;

/// Scores are sums of weights in whole steps, [`SCALE`] of them to the unit of log odds.
pub(crate) type Score = i32;
/// A weight of 1.0 as stored.
pub(crate) const SCALE: f32 = 48.0;

const SIZE: usize = DECISIONS << BITS;
/// A table a decision, in their order, each a signed byte for every feature. A file of another size does not compile: after a
/// change of [`BITS`], `truncate` makes it one that does, for the trainer to write anew.
static BUILT_IN: &[u8; SIZE] = include_bytes!("../../data/weights/claims.bin");

/// Learned weights.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weights {
    tables: &'static [u8; SIZE],
}

impl Weights {
    /// The weights that come with the crate.
    pub(crate) fn built_in() -> Weights {
        Weights { tables: BUILT_IN }
    }

    /// The weights of one decision.
    pub(crate) fn scores(&self, decision: Decision) -> Scores<'_> {
        let first = (decision as usize) << BITS;
        #[expect(
            clippy::expect_used,
            reason = "one table a decision, counted where they are included"
        )]
        let table = self.tables[first..].first_chunk().expect("every decision has a table");
        Scores { table }
    }
}

/// The weights of one decision: every part of a candidate is taken down as its score.
#[derive(Clone, Copy)]
pub(crate) struct Scores<'w> {
    table: &'w [u8; 1 << BITS],
}

impl<'w> Ledger for Scores<'w> {
    type Sink = Sum<'w>;
    type Part = Score;

    #[inline(always)]
    fn part(&mut self, describe: impl FnOnce(&mut Sum<'w>)) -> Score {
        let mut sum = Sum { table: self.table, total: 0 };
        describe(&mut sum);
        sum.total
    }
}

/// The sum of the weights of the features added.
pub(crate) struct Sum<'w> {
    table: &'w [u8; 1 << BITS],
    total: Score,
}

impl Sink for Sum<'_> {
    #[inline(always)]
    fn add(&mut self, feature: u32) {
        let at = feature as usize & ((1 << BITS) - 1);
        self.total += Score::from(self.table[at].cast_signed());
    }
}

/// A number of log odds as a score.
pub(crate) const fn score_of(odds: f32) -> Score {
    (odds * SCALE) as Score
}

/// A score as log odds.
pub(crate) fn odds_of(score: Score) -> f32 {
    score as f32 / SCALE
}

/// The probability that a score stands for.
pub(crate) fn probability(score: Score) -> f32 {
    1.0 / (1.0 + (-odds_of(score)).exp())
}

/// The index of the best candidate, the first of equals, and its share among all. Each candidate is its score and, where it
/// stands for several, its own share of those.
#[inline(always)]
pub(crate) fn best(candidates: impl Iterator<Item = (Score, f32)> + Clone) -> Option<(usize, f32)> {
    let mut chosen: Option<(usize, Score)> = None;
    for (at, (score, _)) in candidates.clone().enumerate() {
        if chosen.is_none_or(|(_, most)| score > most) {
            chosen = Some((at, score));
        }
    }
    let (at, most) = chosen?;
    Some((at, share(most, candidates)))
}

/// The share among all candidates of the one with the highest score.
#[inline(always)]
pub(crate) fn share(most: Score, candidates: impl Iterator<Item = (Score, f32)>) -> f32 {
    // What is far behind adds nothing that counts.
    let odds = |score: Score| ODDS.get((most - score) as usize).copied().unwrap_or(0.0);
    1.0 / candidates.map(|(score, share)| odds(score) / share).sum::<f32>()
}

/// The odds of a candidate against one whose score is higher by so many steps.
static ODDS: [f32; 9 * SCALE as usize] = {
    const STEP: f64 = 0.979_382_181_313_240_1; // e^(-1 / SCALE)
    let mut odds = [1.0; 9 * SCALE as usize];
    let mut exact = 1.0f64;
    let mut at = 0;
    while at < odds.len() {
        odds[at] = exact as f32;
        exact *= STEP;
        at += 1;
    }
    odds
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_of_the_crate_are_there() {
        assert!(Weights::built_in().tables.iter().any(|weight| *weight != 0));
    }

    #[test]
    fn odds_fall_by_e_for_each_unit() {
        let unit = SCALE as usize;
        assert!((ODDS[unit] - (-1.0f32).exp()).abs() < 1e-6);
        assert!((ODDS[5 * unit] - (-5.0f32).exp()).abs() < 1e-6);
    }

    #[test]
    fn the_first_of_equal_candidates_is_best_and_shares_with_the_others() {
        let candidates = [(-200, 1.0), (7, 1.0), (7, 1.0), (-9000, 1.0)];
        let (at, share) = best(candidates.into_iter()).expect("there are candidates");
        assert_eq!(at, 1);
        assert!((0.45..0.5).contains(&share), "{share}");
    }
}
