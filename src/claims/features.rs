//! Features: hashed facts about a candidate, and the sinks that add up their weights or collect them for training.

/// Receives the features of one part of a candidate.
pub(crate) trait Sink {
    fn add(&mut self, feature: u32);
}

/// Collects the features, for training.
#[cfg(feature = "training")]
impl Sink for Vec<u32> {
    fn add(&mut self, feature: u32) {
        self.push(feature);
    }
}

/// The number of bits of a feature; each decision has a weight for every value.
pub(crate) const BITS: u32 = 18;

/// Names features within one part: every fact has a number of its own, so that equal values do not meet.
pub(crate) struct Facts<'s, S: Sink> {
    sink: &'s mut S,
    part: u64,
}

impl<'s, S: Sink> Facts<'s, S> {
    /// Features of the kind of part that `part` numbers.
    pub(crate) fn new(part: u64, sink: &'s mut S) -> Facts<'s, S> {
        Facts { sink, part: part << 8 }
    }

    /// Adds "fact number `fact` has this value".
    pub(crate) fn one(&mut self, fact: u64, value: u64) {
        self.sink.add(hash(self.part + fact, value, 0));
    }

    /// Adds "fact number `fact` has these two values together".
    pub(crate) fn two(&mut self, fact: u64, a: u64, b: u64) {
        self.sink.add(hash(self.part + fact, a, b));
    }
}

fn hash(name: u64, a: u64, b: u64) -> u32 {
    let mut mixed =
        name.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ a.wrapping_mul(0xff51_afd7_ed55_8ccd);
    mixed = (mixed ^ (mixed >> 32)).wrapping_add(b.wrapping_mul(0xc4ce_b9fe_1a85_ec53));
    mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed >> (64 - BITS)) as u32
}

/// Takes down parts of candidates: their scores, or for training their features.
pub(crate) trait Ledger {
    type Sink: Sink;

    /// Describes a part and returns its number.
    fn part(&mut self, describe: impl FnOnce(&mut Self::Sink)) -> u16;
}

/// The features of every part, for training.
#[cfg(feature = "training")]
#[derive(Default)]
pub(crate) struct Collected {
    pub(crate) parts: Vec<Vec<u32>>,
}

#[cfg(feature = "training")]
impl Ledger for Collected {
    type Sink = Vec<u32>;

    fn part(&mut self, describe: impl FnOnce(&mut Vec<u32>)) -> u16 {
        let mut features = Vec::new();
        describe(&mut features);
        self.parts.push(features);
        (self.parts.len() - 1) as u16
    }
}
