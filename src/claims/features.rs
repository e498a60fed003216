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

/// What of a candidate features describe. Weights are learned with these numbers.
#[derive(Clone, Copy)]
pub(crate) enum Piece {
    /// A cue, seen alone and in its unit.
    Prior = 1,
    Cue = 2,
    /// That there is no source; else the source's start, its end, and both with the gap to the cue.
    Nowhere = 3,
    SourceStart = 4,
    SourceEnd = 5,
    SourcePair = 6,
    /// The content before the cue; what parts a content has; the start and the end of the part after the cue, and both.
    Left = 7,
    Whole = 8,
    RightStart = 9,
    RightEnd = 10,
    RightPair = 11,
    /// The first and last words of the cue, and both.
    ExtentStart = 12,
    ExtentEnd = 13,
    ExtentPair = 14,
}

/// The number of bits of a feature; each decision has a weight for every value.
pub(crate) const BITS: u32 = 17;

/// Names features of one piece: every fact has a number of its own, so that equal values do not meet.
pub(crate) struct Facts<'s, S: Sink> {
    sink: &'s mut S,
    piece: u64,
}

impl<'s, S: Sink> Facts<'s, S> {
    pub(crate) fn new(piece: Piece, sink: &'s mut S) -> Facts<'s, S> {
        Facts { sink, piece: (piece as u64) << 8 }
    }

    /// Adds "fact number `fact` has this value".
    #[inline(always)]
    pub(crate) fn one(&mut self, fact: u64, value: u64) {
        self.two(fact, value, 0);
    }

    /// Adds "fact number `fact` has these two values together".
    #[inline(always)]
    pub(crate) fn two(&mut self, fact: u64, a: u64, b: u64) {
        self.join(Half::of(self.piece + fact, a), b);
    }

    /// Adds the feature of a half and its second value.
    #[inline(always)]
    pub(crate) fn join(&mut self, half: Half, b: u64) {
        // The high bits of a sum of products are well mixed.
        let whole = half.0.wrapping_add(b.wrapping_mul(0xc4ce_b9fe_1a85_ec53));
        self.sink.add((whole >> (64 - BITS)) as u32);
    }
}

/// What a fact and its first value give of a feature, worked out once for many second values.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Half(u64);

impl Half {
    #[inline(always)]
    pub(crate) fn new(piece: Piece, fact: u64, a: u64) -> Half {
        Half::of(((piece as u64) << 8) + fact, a)
    }

    #[inline(always)]
    fn of(name: u64, a: u64) -> Half {
        let name = name.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Half(name.wrapping_add(a.wrapping_mul(0xff51_afd7_ed55_8ccd)))
    }
}

/// Takes down parts of candidates: their scores, or for training their features.
pub(crate) trait Ledger {
    type Sink: Sink;
    /// What is known of a part; by default, of one without features.
    type Part: Copy + Default;

    /// Describes a part.
    fn part(&mut self, describe: impl FnOnce(&mut Self::Sink)) -> Self::Part;
}

impl<L: Ledger> Ledger for &mut L {
    type Sink = L::Sink;
    type Part = L::Part;

    fn part(&mut self, describe: impl FnOnce(&mut L::Sink)) -> L::Part {
        (**self).part(describe)
    }
}

/// Takes nothing down.
#[derive(Clone, Copy)]
pub(crate) struct Unweighed;

impl Ledger for Unweighed {
    type Sink = Unweighed;
    type Part = ();

    fn part(&mut self, _: impl FnOnce(&mut Unweighed)) {}
}

impl Sink for Unweighed {
    fn add(&mut self, _: u32) {}
}

/// The features of every part, for training; the first part has none.
#[cfg(feature = "training")]
pub(crate) struct Collected {
    pub(crate) parts: Vec<Vec<u32>>,
}

#[cfg(feature = "training")]
impl Default for Collected {
    fn default() -> Collected {
        Collected { parts: vec![Vec::new()] }
    }
}

#[cfg(feature = "training")]
impl Ledger for Collected {
    type Sink = Vec<u32>;
    type Part = u16;

    fn part(&mut self, describe: impl FnOnce(&mut Vec<u32>)) -> u16 {
        let mut features = Vec::new();
        describe(&mut features);
        self.parts.push(features);
        (self.parts.len() - 1) as u16
    }
}
