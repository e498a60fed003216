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

/// Learned weights, all zero where there are none.
#[derive(Debug)]
pub(crate) struct Weights {
    tables: Vec<i16>,
}

/// A weight of 1.0 as stored.
pub(crate) const SCALE: f32 = 256.0;
const MAGIC: &[u8; 8] = b"WSCLAIM1";

impl Weights {
    /// The weights that come with the crate.
    pub(crate) fn built_in() -> Weights {
        Weights::read(include_bytes!("../../data/weights/claims.bin"))
            .unwrap_or(Weights { tables: vec![0; DECISIONS << BITS] })
    }

    /// The weights of a file written by the trainer: the magic bytes, then runs of non-zero weights, each as the number of
    /// zeros to pass over (u16), the number of weights (u16) and the weights (i16), little-endian. `None` where the bytes
    /// are not such a file.
    pub(crate) fn read(bytes: &[u8]) -> Option<Weights> {
        let mut rest = bytes.strip_prefix(MAGIC)?;
        let mut tables = Vec::with_capacity(DECISIONS << BITS);
        while let [a, b, c, d, tail @ ..] = rest {
            let zeros = u16::from_le_bytes([*a, *b]) as usize;
            let count = 2 * u16::from_le_bytes([*c, *d]) as usize;
            let (run, after) = tail.split_at_checked(count)?;
            tables.resize(tables.len() + zeros, 0);
            tables.extend(run.chunks_exact(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]])));
            rest = after;
        }
        (tables.len() <= DECISIONS << BITS).then(|| {
            tables.resize(DECISIONS << BITS, 0);
            Weights { tables }
        })
    }

    /// The bytes that [`Weights::read`] reads.
    #[cfg(feature = "training")]
    pub(crate) fn write(tables: &[i16]) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        let mut at = 0;
        while at < tables.len() {
            let zeros =
                tables[at..].iter().take(u16::MAX as usize).take_while(|w| **w == 0).count();
            at += zeros;
            let count =
                tables[at..].iter().take(u16::MAX as usize).take_while(|w| **w != 0).count();
            bytes.extend((zeros as u16).to_le_bytes());
            bytes.extend((count as u16).to_le_bytes());
            bytes.extend(tables[at..at + count].iter().flat_map(|weight| weight.to_le_bytes()));
            at += count;
        }
        bytes
    }

    /// The weights of one decision.
    pub(crate) fn scores(&self, decision: Decision) -> Scores<'_> {
        let first = (decision as usize) << BITS;
        let table = self.tables[first..].first_chunk().expect("every decision has a table");
        Scores { table }
    }
}

/// The weights of one decision: every part of a candidate is taken down as its score.
#[derive(Clone, Copy)]
pub(crate) struct Scores<'w> {
    table: &'w [i16; 1 << BITS],
}

impl<'w> Ledger for Scores<'w> {
    type Sink = Sum<'w>;
    type Part = f32;

    fn part(&mut self, describe: impl FnOnce(&mut Sum<'w>)) -> f32 {
        let mut sum = Sum { table: self.table, total: 0 };
        describe(&mut sum);
        sum.total as f32 / SCALE
    }
}

/// The sum of the weights of the features added.
pub(crate) struct Sum<'w> {
    table: &'w [i16; 1 << BITS],
    total: i32,
}

impl Sink for Sum<'_> {
    fn add(&mut self, feature: u32) {
        self.total += i32::from(self.table[feature as usize]);
    }
}
