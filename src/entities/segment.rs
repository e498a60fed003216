//! Which words of a chunk are a name, and of what type: the best way to cut the chunk, by learned weights.
//!
//! A semi-Markov model (Sarawagi and Cohen 2004, "Semi-Markov conditional random fields for information extraction"): the
//! score of a cut is the sum of the scores of its names and of what stands side by side; words outside names score nothing.
//! Lists, patterns and context only make features, `data/weights/names.bin` says what each is worth.

use super::chunks::LONGEST;
use super::features::{Features, LONGEST_NAME, MARGIN, PLACES, Place, View};
use super::memory::Memory;
use crate::error::Error;

/// What a stretch of a chunk is; the types in the order of the weights' columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Label {
    #[default]
    Out,
    Person,
    Organisation,
    Place,
    /// A name of another kind: an event, a people, a work.
    Other,
}

pub(crate) const LABELS: [Label; 5] =
    [Label::Out, Label::Person, Label::Organisation, Label::Place, Label::Other];
/// Labels of names.
pub(crate) const TYPES: usize = 4;
const WORD_ROWS: usize = 1 << 15;
const NAME_ROWS: usize = 1 << 15;
const MEMORY_ROWS: usize = 1 << 11;
const WORD_COLUMNS: usize = PLACES * TYPES;

/// The weights; bytes as shipped, integers while they are learned.
#[derive(Clone, Debug)]
pub(crate) struct Weights<W> {
    pub(crate) words: Vec<[W; WORD_COLUMNS]>,
    pub(crate) names: Vec<[W; TYPES]>,
    pub(crate) memory: Vec<[W; TYPES]>,
    /// By the label before (the last row: none before) and the label.
    pub(crate) steps: [[W; 5]; 6],
}

pub(crate) type NameModel = Weights<i8>;

/// A stretch of a chunk, counted from the chunk's first word, and its label.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) label: Label,
}

/// The scores of every stretch of a chunk, by start and length less one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scores<'s> {
    len: usize,
    names: &'s [[i32; TYPES]],
}

impl Scores<'_> {
    /// How many scores a chunk of `len` words has.
    pub(crate) fn size(len: usize) -> usize {
        len * len.min(LONGEST_NAME)
    }

    fn of(&self, start: usize, end: usize) -> [i32; TYPES] {
        self.names[start * self.len.min(LONGEST_NAME) + end - start - 1]
    }
}

pub(super) const IMPOSSIBLE: i32 = i32::MIN / 4;
/// Most chunks have few words; these need less memory to be cleared.
const SHORT: usize = 6;
/// The score, the start and the label before of the best cut that ends with some label.
type End = (i32, u8, u8);

impl<W: Copy + Default + Into<i32>> Weights<W> {
    pub(crate) fn zero() -> Weights<W> {
        Weights {
            words: vec![[W::default(); WORD_COLUMNS]; WORD_ROWS],
            names: vec![[W::default(); TYPES]; NAME_ROWS],
            memory: vec![[W::default(); TYPES]; MEMORY_ROWS],
            steps: [[W::default(); 5]; 6],
        }
    }

    /// Appends the scores of every stretch of the chunk; impossible ones score `IMPOSSIBLE`.
    pub(crate) fn score(&self, view: &View, out: &mut Vec<[i32; TYPES]>) {
        match view.words.len() {
            0..=SHORT => self.score_within::<SHORT>(view, out),
            _ => self.score_within::<{ LONGEST + 2 * MARGIN }>(view, out),
        }
    }

    /// `score` of a view of no more than `N` words.
    fn score_within<const N: usize>(&self, view: &View, out: &mut Vec<[i32; TYPES]>) {
        let mut features = Features::default();
        let mut words = [[0; WORD_COLUMNS]; N];
        for (at, sum) in words.iter_mut().enumerate().take(view.words.len()) {
            features.clear();
            view.word_features(at, &mut features);
            let columns = self.columns(at, view);
            for hash in features.hashes() {
                let row = &self.words[word_row(*hash)];
                // Of a known width, so that the compiler adds several at once.
                match columns.len() {
                    WORD_COLUMNS => add(sum, row),
                    TYPES => add_part::<TYPES, W>(columns.start, sum, row),
                    _ => add_part::<{ 2 * TYPES }, W>(columns.start, sum, row),
                }
            }
        }
        let width = view.len().min(LONGEST_NAME);
        for start in 0..view.len() {
            for end in start + 1..=start + width {
                if end > view.len() || !view.may_be_name(start, end) {
                    out.push([IMPOSSIBLE; TYPES]);
                    continue;
                }
                features.clear();
                view.name_features(start, end, &mut features);
                out.push(self.name_score(&words, start, end, &features));
            }
        }
    }

    /// The columns of a word that any stretch sums: a margin's word is only ever before or after a name.
    fn columns(&self, at: usize, view: &View) -> std::ops::Range<usize> {
        let one = |place: Place| place as usize * TYPES..(place as usize + 1) * TYPES;
        let end = MARGIN + view.len();
        match at {
            0 => one(Place::Before2),
            _ if at < MARGIN => one(Place::Before).start..one(Place::Before2).end,
            _ if at >= end => one(Place::After).start..one(Place::After2).end,
            _ if view.len() == 1 => one(Place::Alone),
            _ => 0..WORD_COLUMNS,
        }
    }

    fn name_score(
        &self,
        words: &[[i32; WORD_COLUMNS]],
        start: usize,
        end: usize,
        features: &Features,
    ) -> [i32; TYPES] {
        let mut sum = [0; TYPES];
        for (at, place) in places(start, end) {
            let from = place as usize * TYPES;
            for (sum, score) in sum.iter_mut().zip(&words[at][from..from + TYPES]) {
                *sum += score;
            }
        }
        for hash in features.hashes() {
            for (sum, weight) in sum.iter_mut().zip(self.names[name_row(*hash)]) {
                *sum += weight.into();
            }
        }
        sum
    }

    /// Adds what the rest of the article says of every stretch.
    pub(crate) fn recall(&self, view: &View, memory: &Memory, scores: &mut [[i32; TYPES]]) {
        let mut features = Features::default();
        let width = view.len().min(LONGEST_NAME);
        for (at, sum) in scores.iter_mut().enumerate() {
            if sum[0] == IMPOSSIBLE {
                continue;
            }
            let (start, end) = (at / width, at / width + at % width + 1);
            features.clear();
            memory.features(view, start, end, &mut features);
            for hash in features.hashes() {
                for (sum, weight) in sum.iter_mut().zip(self.memory[memory_row(*hash)]) {
                    *sum += weight.into();
                }
            }
        }
    }

    /// The best cut of a chunk of one word, as most are.
    fn best_alone(
        &self,
        own: &[i32; TYPES],
        allowed: impl Fn(Segment) -> bool,
        segments: &mut Vec<Segment>,
    ) {
        let mut best = (IMPOSSIBLE, Label::Out);
        for label in LABELS {
            let own = if label == Label::Out { 0 } else { own[label as usize - 1] };
            let score = own.saturating_add(self.steps[5][label as usize].into());
            if own > IMPOSSIBLE && score > best.0 && allowed(Segment { start: 0, end: 1, label }) {
                best = (score, label);
            }
        }
        segments.clear();
        segments.push(Segment { start: 0, end: 1, label: best.1 });
    }

    /// The best cut of a chunk with these scores; `allowed` rules labels out. Stretches outside names have one word each.
    pub(crate) fn best(
        &self,
        view: &View,
        scores: &[[i32; TYPES]],
        allowed: impl Fn(Segment) -> bool,
        segments: &mut Vec<Segment>,
    ) {
        if let ([own], 1) = (scores, view.len()) {
            return self.best_alone(own, allowed, segments);
        }
        match view.len() {
            0..SHORT => self.best_within::<SHORT>(view.len(), scores, allowed, segments),
            _ => self.best_within::<{ LONGEST + 1 }>(view.len(), scores, allowed, segments),
        }
    }

    /// `best` of a chunk of less than `N` words.
    fn best_within<const N: usize>(
        &self,
        len: usize,
        scores: &[[i32; TYPES]],
        allowed: impl Fn(Segment) -> bool,
        segments: &mut Vec<Segment>,
    ) {
        let scores = Scores { len, names: scores };
        let steps = self.steps.map(|row| row.map(Into::<i32>::into));
        let mut best = [[(IMPOSSIBLE, 0, 5); 5]; N];
        for end in 1..=scores.len {
            for start in end.saturating_sub(LONGEST_NAME)..end {
                let own = scores.of(start, end);
                if own[0] == IMPOSSIBLE && end - start > 1 {
                    continue;
                }
                for label in LABELS {
                    let own = match label {
                        Label::Out if end - start == 1 => 0,
                        Label::Out => IMPOSSIBLE,
                        label => own[label as usize - 1],
                    };
                    if own <= IMPOSSIBLE || !allowed(Segment { start, end, label }) {
                        continue;
                    }
                    let (score, before) = arrive(&best[start], start, &steps, label);
                    if score + own > best[end][label as usize].0 {
                        best[end][label as usize] = (score + own, start as u8, before);
                    }
                }
            }
        }
        trace_back(&best[..=scores.len], segments);
    }
}

fn add<const N: usize, W: Copy + Into<i32>>(sum: &mut [i32; N], row: &[W; N]) {
    for (sum, weight) in sum.iter_mut().zip(row) {
        *sum += (*weight).into();
    }
}

/// Adds `N` columns from `start` on.
fn add_part<const N: usize, W: Copy + Into<i32>>(start: usize, sum: &mut [i32], row: &[W]) {
    let sum = sum.get_mut(start..).and_then(|sum| sum.first_chunk_mut::<N>());
    if let (Some(sum), Some(row)) = (sum, row.get(start..).and_then(|row| row.first_chunk::<N>())) {
        add(sum, row);
    }
}

/// The best way to reach `label` from what may end at `start`.
fn arrive(ends: &[End; 5], start: usize, steps: &[[i32; 5]; 6], label: Label) -> (i32, u8) {
    if start == 0 {
        return (steps[5][label as usize], 5);
    }
    let mut found = (IMPOSSIBLE, 5);
    for (before, end) in ends.iter().enumerate() {
        let score = end.0.saturating_add(steps[before][label as usize]);
        if score > found.0 {
            found = (score, before as u8);
        }
    }
    found
}

fn trace_back(best: &[[End; 5]], segments: &mut Vec<Segment>) {
    segments.clear();
    let mut end = best.len() - 1;
    let mut label = (0..5).max_by_key(|label| (best[end][*label].0, 5 - label)).unwrap_or(0);
    while end > 0 {
        let (_, start, before) = best[end][label];
        // Where nothing was allowed the words are outside names.
        let start = usize::from(start).min(end - 1);
        segments.push(Segment { start, end, label: LABELS[label] });
        end = start;
        label = usize::from(before.min(4));
    }
    segments.reverse();
}

pub(crate) fn word_row(hash: u32) -> usize {
    hash as usize % WORD_ROWS
}

pub(crate) fn name_row(hash: u32) -> usize {
    hash as usize % NAME_ROWS
}

pub(crate) fn memory_row(hash: u32) -> usize {
    hash as usize % MEMORY_ROWS
}

/// The words that a name's score sums, as indices of the view with its margins, and where each stands.
pub(crate) fn places(start: usize, end: usize) -> impl Iterator<Item = (usize, Place)> {
    let (from, to) = (start + MARGIN, end + MARGIN);
    let own = (from..to).map(move |at| {
        let place = match (at == from, at + 1 == to) {
            (true, true) => Place::Alone,
            (true, false) => Place::First,
            (false, true) => Place::Last,
            (false, false) => Place::Inside,
        };
        (at, place)
    });
    own.chain([
        (from - 1, Place::Before),
        (from - 2, Place::Before2),
        (to, Place::After),
        (to + 1, Place::After2),
    ])
}

/// Takes one byte for each cell; what is left, or none if there were too few.
fn fill<'b>(cells: &mut [i8], bytes: &'b [u8]) -> Option<&'b [u8]> {
    let (own, rest) = bytes.split_at_checked(cells.len())?;
    for (cell, byte) in cells.iter_mut().zip(own) {
        *cell = *byte as i8;
    }
    Some(rest)
}

impl NameModel {
    /// The weights of `data/weights/names.bin`.
    pub(crate) fn built_in() -> Result<NameModel, Error> {
        NameModel::read(include_bytes!("../../data/weights/names.bin"))
    }

    /// Reads what `write` wrote; no bytes are a model without opinions.
    pub(crate) fn read(bytes: &[u8]) -> Result<NameModel, Error> {
        let mut model = NameModel::zero();
        if bytes.is_empty() {
            return Ok(model);
        }
        let rest = fill(model.words.as_flattened_mut(), bytes)
            .and_then(|rest| fill(model.names.as_flattened_mut(), rest))
            .and_then(|rest| fill(model.memory.as_flattened_mut(), rest))
            .and_then(|rest| fill(model.steps.as_flattened_mut(), rest));
        match rest {
            Some([]) => Ok(model),
            _ => Err(Error::malformed("names.bin", 1, "not a model of names of this version")),
        }
    }
}

#[cfg(feature = "training")]
impl<W> Weights<W> {
    /// Every weight, in the order of the file.
    pub(crate) fn cells(&mut self) -> impl Iterator<Item = &mut W> {
        let steps = self.steps.iter_mut().flatten();
        let types = self.names.iter_mut().chain(&mut self.memory).flatten();
        self.words.iter_mut().flatten().chain(types).chain(steps)
    }
}
