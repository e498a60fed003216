//! The tagger's lexicon and weights, read in place from `data/weights/tags.bin`.
//!
//! The file, all numbers little-endian, each part starting at a multiple of 64 bytes:
//!
//! | part | bytes | holds |
//! |---|---|---|
//! | head | 64 | `WSTG`, version, number of classes, of word slots (u32 each), zeros |
//! | classes | 8 each | the tags that the class allows: bit n for the nth [`Tag`] |
//! | words | 3 each | an open hash table: 16 bits of the mixed key (0: free), 8 bits of class |
//! | buckets | 64 × [`BUCKETS`] | two rows: a byte of weight for each of [`ORDER`], then 16 bits of the feature's hash (0: free) |
//!
//! A weight of 0 is the byte 128, so that bytes are summed without their sign; what that adds is the same for all tags.
//!
//! A word's slot is the upper part of its mixed key, then the next free one. A feature has one bucket, by the upper part
//! of its hash, and is dropped by the trainer where that is full: one cache line a feature.

use crate::document::Tag;
use crate::error::Error;
use crate::tags::{Features, TAGS};

const MAGIC: [u8; 4] = *b"WSTG";
const VERSION: u32 = 3;
const HEAD: usize = 64;
/// Weights in a row.
pub(crate) const COLUMNS: usize = 30;
const ROW: usize = COLUMNS + 2;
const BUCKET_BITS: u32 = 15;
const BUCKETS: usize = 1 << BUCKET_BITS;
/// A word stands at most this far behind its slot.
const PROBES: usize = 16;

/// The lexicon and the weights of the tagger.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TagModel {
    classes: &'static [[u8; 8]],
    words: &'static [[u8; 3]],
    buckets: &'static [[[u8; ROW]; 2]; BUCKETS],
}

/// Aligned to the cache lines that the buckets are laid out for.
#[repr(align(64))]
struct Aligned<const N: usize>([u8; N]);

static BUILT_IN: Aligned<{ include_bytes!("../../data/weights/tags.bin").len() }> =
    Aligned(*include_bytes!("../../data/weights/tags.bin"));

impl TagModel {
    /// The model of `data/weights/tags.bin`.
    pub(crate) fn built_in() -> Result<TagModel, Error> {
        let wrong =
            || Error::malformed("tags.bin", 1, format!("no tagger model of version {VERSION}"));
        TagModel::read(&BUILT_IN.0).ok_or_else(wrong)
    }

    /// The model in these bytes; `None` where they are not a file of this version.
    pub(crate) fn read(bytes: &'static [u8]) -> Option<TagModel> {
        let number = |at: usize| Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?));
        if !bytes.starts_with(&MAGIC) || number(4)? != VERSION {
            return None;
        }
        let (classes, rest) = part::<8>(bytes.get(HEAD..)?, number(8)? as usize)?;
        let (words, rest) = part::<3>(rest, number(12)? as usize)?;
        let (rows, rest) = part::<ROW>(rest, BUCKETS * 2)?;
        let buckets = rows.as_chunks::<2>().0.first_chunk()?;
        // Words are looked up by a mask; see `word_slot`.
        let whole = rest.is_empty() && words.len().is_power_of_two();
        whole.then_some(TagModel { classes, words, buckets })
    }

    /// The ambiguity class of a word and the tags that it allows.
    #[inline]
    pub(crate) fn class(&self, key: u64) -> Option<(u8, u64)> {
        let (slot, print) = word_slot(key, self.words.len());
        for probe in 0..PROBES {
            let [low, high, class] = *self.words.get((slot + probe) & (self.words.len() - 1))?;
            if [low, high] == print {
                return Some((class, u64::from_le_bytes(*self.classes.get(class as usize)?)));
            }
            if [low, high] == [0, 0] {
                return None;
            }
        }
        None
    }

    /// The tag among the candidates with the greatest sum of weights; the first of equals.
    pub(crate) fn decide(&self, features: &Features, candidates: u64) -> Tag {
        if candidates & !COMMON == 0 {
            self.choose::<{ COMMON_COLUMNS / 2 }>(features, candidates)
        } else {
            self.choose::<{ ROW / 2 }>(features, candidates)
        }
    }

    /// The same, by the first `PAIRS` pairs of columns.
    #[inline]
    fn choose<const PAIRS: usize>(&self, features: &Features, candidates: u64) -> Tag {
        let mut sums = Sums::<PAIRS>::zero();
        features.each(|hash| sums.add(self.row(hash)));
        if features.has_letters() {
            // Apart, so that the sums of all other words can stay in registers.
            let mut more = sums;
            features.each_of_letters(|hash| more.add(self.row(hash)));
            sums = more;
        }
        let scores = sums.scores();
        best(candidates, |column| scores.as_flattened().get(column).copied())
    }

    /// The weights of a feature; zeros where it has none.
    #[inline(always)]
    fn row(&self, hash: u64) -> &[u8; ROW] {
        let (bucket, print) = feature_slot(hash);
        let [one, two] = &self.buckets[bucket];
        // No branches, for nothing could predict them.
        let row = if row_print(one) == print { one } else { &NO_ROW };
        if row_print(two) == print { two } else { row }
    }
}

/// Sums of weights by column. Two columns are read as one number: `both` sums these, `upper` their upper halves, from
/// which the sums of the lower halves follow.
#[derive(Clone, Copy)]
struct Sums<const PAIRS: usize> {
    both: [u16; PAIRS],
    upper: [u16; PAIRS],
}

impl<const PAIRS: usize> Sums<PAIRS> {
    fn zero() -> Sums<PAIRS> {
        Sums { both: [0; PAIRS], upper: [0; PAIRS] }
    }

    #[inline(always)]
    fn add(&mut self, row: &[u8; ROW]) {
        let sums = self.both.iter_mut().zip(&mut self.upper);
        for ((both, upper), pair) in sums.zip(row.as_chunks::<2>().0) {
            let pair = u16::from_le_bytes(*pair);
            *both = both.wrapping_add(pair);
            *upper += pair >> 8;
        }
    }

    /// The sum of each column.
    #[inline(always)]
    fn scores(&self) -> [[u16; 2]; PAIRS] {
        let mut scores = [[0; 2]; PAIRS];
        for (score, (both, upper)) in scores.iter_mut().zip(self.both.iter().zip(&self.upper)) {
            *score = [both.wrapping_sub(upper << 8), *upper];
        }
        scores
    }
}

/// The first `count` pieces of `N` bytes, and what follows the padding behind them.
fn part<const N: usize>(
    bytes: &'static [u8],
    count: usize,
) -> Option<(&'static [[u8; N]], &'static [u8])> {
    let len = count.checked_mul(N)?;
    let (pieces, _) = bytes.get(..len)?.as_chunks::<N>();
    Some((pieces, bytes.get(len.next_multiple_of(64)..)?))
}

/// The candidate tag with the greatest score; tags without a column of weights are no choice.
pub(crate) fn best<S: PartialOrd>(candidates: u64, score: impl Fn(usize) -> S) -> Tag {
    let mut left = candidates;
    let mut best = (Tag::NN, None);
    while left != 0 {
        let tag = TAGS[left.trailing_zeros() as usize % TAGS.len()];
        left &= left - 1;
        let column = column(tag);
        if column >= COLUMNS {
            continue;
        }
        let score = score(column);
        if best.1.as_ref().is_none_or(|most| score > *most) {
            best = (tag, Some(score));
        }
    }
    best.0
}

/// No weights: only words with a single tag have it.
pub(crate) const NO_COLUMN: usize = COLUMNS;

/// The column of weights of a tag. "PDT" and "POS" share one: no word is ever in doubt between them.
pub(crate) const fn column(tag: Tag) -> usize {
    COLUMN[tag as usize]
}

/// The tags by column, those first among which nearly all choices are made.
const ORDER: [Tag; COLUMNS] = {
    use Tag::*;
    [
        NN, NNS, NNP, JJ, RB, VB, VBD, VBN, VBG, VBP, VBZ, IN, DT, WDT, RP, PDT, CC, CD, EX, JJR,
        JJS, MD, NNPS, PRP, PRPS, RBR, RBS, TO, UH, WP,
    ]
};

const COLUMN: [usize; TAGS.len()] = {
    let mut columns = [NO_COLUMN; TAGS.len()];
    let mut at = 0;
    while at < COLUMNS {
        columns[ORDER[at] as usize] = at;
        at += 1;
    }
    columns[Tag::POS as usize] = columns[Tag::PDT as usize];
    columns
};

/// Half a row: where all candidates are in these columns, the others need no sums.
const COMMON_COLUMNS: usize = 16;

/// The tags of the common columns, and those without weights, as bits.
const COMMON: u64 = {
    let mut tags = 0;
    let mut at = 0;
    while at < TAGS.len() {
        if COLUMN[at] < COMMON_COLUMNS || COLUMN[at] == NO_COLUMN {
            tags |= 1 << at;
        }
        at += 1;
    }
    tags
};

/// The byte of a weight of 0.
const ZERO: u8 = 128;
static NO_ROW: [u8; ROW] = [ZERO; ROW];

/// The mark of the feature that a row belongs to.
fn row_print(row: &[u8; ROW]) -> u16 {
    u16::from_le_bytes([row[COLUMNS], row[COLUMNS + 1]])
}

/// Where a word stands in a table of `slots`, and what tells it from others there.
fn word_slot(key: u64, slots: usize) -> (usize, [u8; 2]) {
    let mixed = (key ^ (key >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((mixed >> 44) as usize & (slots - 1), ((mixed >> 24) as u16).max(1).to_le_bytes())
}

/// The bucket of a feature, and what tells it from others there. The few features for which that is 0 have no weights:
/// they find the rows that are free, whose weights are 0.
#[inline(always)]
fn feature_slot(hash: u64) -> (usize, u16) {
    ((hash >> (64 - BUCKET_BITS)) as usize, (hash >> 29) as u16)
}

/// The bytes of a model: `classes`, `words` (key and class), and `rows`, the most useful first. Also says how many of
/// the rows found room.
#[cfg(feature = "training")]
pub(crate) fn write_model(
    classes: &[u64],
    words: &[(u64, u8)],
    rows: &[(u64, [i8; COLUMNS])],
) -> (Vec<u8>, Vec<bool>) {
    let mut slots = vec![[0u8; 3]; (words.len() * 4 / 3).next_power_of_two().max(64)];
    for &(key, class) in words {
        let (slot, print) = word_slot(key, slots.len());
        let free = (0..PROBES)
            .map(|probe| (slot + probe) % slots.len())
            .find(|slot| slots[*slot][..2] == [0, 0]);
        if let Some(free) = free {
            slots[free] = [print[0], print[1], class];
        }
    }
    let mut free_row = NO_ROW;
    free_row[COLUMNS..].fill(0);
    let mut table = vec![[free_row; 2]; BUCKETS];
    let mut kept = Vec::new();
    for (hash, weights) in rows {
        let (bucket, print) = feature_slot(*hash);
        let same = print == 0 || table[bucket].iter().any(|row| row_print(row) == print);
        let free = table[bucket].iter_mut().find(|row| row_print(row) == 0);
        kept.push(free.is_some() && !same);
        if let (Some(row), false) = (free, same) {
            row[..COLUMNS]
                .copy_from_slice(&weights.map(|weight| (weight as u8).wrapping_add(ZERO)));
            row[COLUMNS..].copy_from_slice(&print.to_le_bytes());
        }
    }
    let mut out = Vec::new();
    out.extend(MAGIC);
    for number in [VERSION, classes.len() as u32, slots.len() as u32] {
        out.extend(number.to_le_bytes());
    }
    let pad = |out: &mut Vec<u8>| out.resize(out.len().next_multiple_of(64), 0);
    pad(&mut out);
    classes.iter().for_each(|class| out.extend(class.to_le_bytes()));
    pad(&mut out);
    slots.iter().for_each(|slot| out.extend(slot));
    pad(&mut out);
    table.iter().flatten().for_each(|row| out.extend(row));
    pad(&mut out);
    (out, kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_files_of_this_version_are_read() {
        let bytes: &'static [u8] = &BUILT_IN.0;
        assert!(TagModel::read(bytes).is_some());
        assert!(TagModel::read(&[]).is_none());
        for len in [3, 19, HEAD, bytes.len() - 64] {
            assert!(TagModel::read(&bytes[..len]).is_none(), "{len} bytes");
        }
        for (at, byte) in [(0, b'X'), (4, 99), (12, 1), (14, 3)] {
            let mut wrong = bytes.to_vec();
            wrong[at] = byte;
            assert!(TagModel::read(wrong.leak()).is_none(), "byte {at}");
        }
    }

    #[test]
    fn every_tag_but_the_closed_ones_has_weights() {
        assert!(TAGS.iter().all(|tag| (column(*tag) == NO_COLUMN) == crate::tags::is_closed(*tag)));
        assert_eq!(column(Tag::POS), column(Tag::PDT));
        assert_ne!(column(Tag::VBD), column(Tag::VBN));
        assert!((0..COLUMNS).all(|at| column(ORDER[at]) == at));
    }
}
