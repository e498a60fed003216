//! Which words of a chunk are a name, and of what type: the best way to cut the chunk, by learned weights.
//!
//! A semi-Markov model (Sarawagi and Cohen 2004, "Semi-Markov conditional random fields for information extraction"): the
//! score of a cut is the sum of the scores of its names and of what stands side by side; words outside names score nothing.
//! Lists, patterns and context only make features, `data/weights/names.bin` says what each is worth.

use std::borrow::Cow;

use super::certain::Certain;
use super::chunks::LONGEST;
use super::features::{Features, LONGEST_NAME, MARGIN, PLACES, Place, Sheet, Word};
use super::memory::Memory;
use crate::document::Token;
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
/// What a word adds to a name of each type, by where it stands to the name.
pub(crate) type Columns = [i32; PLACES * TYPES];
const WORD_COLUMNS: usize = PLACES * TYPES;

/// The weights; bytes as shipped, which are the file itself, integers while they are learned.
#[derive(Clone, Debug)]
pub(crate) struct Weights<W: Weight> {
    pub(crate) words: Cow<'static, [[W; WORD_COLUMNS]]>,
    pub(crate) names: Cow<'static, [[W; TYPES]]>,
    pub(crate) memory: Cow<'static, [[W; TYPES]]>,
    /// By the label before (the last row: none before) and the label.
    pub(crate) steps: [[W; 5]; 6],
}

pub(crate) type NameModel = Weights<u8>;

/// How a weight is kept.
pub(crate) trait Weight: Copy + Default + 'static {
    fn value(self) -> i32;
}

/// The two's complement of a small number.
impl Weight for u8 {
    fn value(self) -> i32 {
        i32::from(self as i8)
    }
}

impl Weight for i32 {
    fn value(self) -> i32 {
        self
    }
}

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
    fn of(&self, start: usize, end: usize) -> [i32; TYPES] {
        self.names[start * self.len.min(LONGEST_NAME) + end - start - 1]
    }
}

pub(super) const IMPOSSIBLE: i32 = i32::MIN / 4;
/// More than all weights of a chunk together, and little enough for the longest chunk.
pub(super) const CERTAIN: i32 = 1 << 16;
/// Most chunks have no more words; these need less memory to be cleared.
const SHORT: usize = 4;
/// The score, the start and the label before of the best cut that ends with some label.
type End = (i32, u8, u8);

impl<W: Weight> Weights<W> {
    pub(crate) fn zero() -> Weights<W> {
        Weights {
            words: vec![[W::default(); WORD_COLUMNS]; WORD_ROWS].into(),
            names: vec![[W::default(); TYPES]; NAME_ROWS].into(),
            memory: vec![[W::default(); TYPES]; MEMORY_ROWS].into(),
            steps: [[W::default(); 5]; 6],
        }
    }

    /// What a word adds to the names that it stands in or beside.
    pub(crate) fn columns(&self, word: &Word) -> Columns {
        let mut features = Features::default();
        word.features(&mut features);
        let mut sum = [0; WORD_COLUMNS];
        for row in features.hashes().iter().map(|hash| &self.words[word_row(*hash)]) {
            // The other half of the columns is for the words of a name.
            match (word.outside, sum.last_chunk_mut(), row.last_chunk()) {
                (true, Some(sum), Some(row)) => add::<{ WORD_COLUMNS / 2 }, W>(sum, row),
                _ => add(&mut sum, row),
            }
        }
        sum
    }

    /// Appends the scores of every stretch of the chunk, given the columns of the sheet's words; impossible ones score
    /// `IMPOSSIBLE`.
    pub(crate) fn score(&self, sheet: &Sheet, columns: &[Columns], out: &mut Vec<[i32; TYPES]>) {
        let mut features = Features::default();
        let width = sheet.len().min(LONGEST_NAME);
        for start in 0..sheet.len() {
            for end in start + 1..=start + width {
                if end > sheet.len() || !sheet.may_be_name(start, end) {
                    out.push([IMPOSSIBLE; TYPES]);
                    continue;
                }
                let mut sum = [0; TYPES];
                for (at, place) in places(start, end) {
                    let (columns, _) = columns[at].as_chunks::<TYPES>();
                    add(&mut sum, &columns[place as usize]);
                }
                features.clear();
                sheet.name_features(start, end, &mut features);
                for hash in features.hashes() {
                    add(&mut sum, &self.names[name_row(*hash)]);
                }
                out.push(sum);
            }
        }
    }

    /// Adds what the rest of the article says of every stretch of a chunk of these words.
    pub(crate) fn recall(
        &self,
        words: &[Token],
        plain: bool,
        memory: &Memory,
        scores: &mut [[i32; TYPES]],
    ) {
        let mut features = Features::default();
        let width = words.len().min(LONGEST_NAME);
        for (at, sum) in scores.iter_mut().enumerate() {
            let (start, end) = (at / width, at / width + at % width + 1);
            if sum[0] == IMPOSSIBLE {
                continue;
            }
            features.clear();
            memory.features(words.get(start..end).unwrap_or(&[]), plain, &mut features);
            for hash in features.hashes() {
                add(sum, &self.memory[memory_row(*hash)]);
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
            let score = own.saturating_add(self.steps[5][label as usize].value());
            if own > IMPOSSIBLE && score > best.0 && allowed(Segment { start: 0, end: 1, label }) {
                best = (score, label);
            }
        }
        segments.clear();
        segments.push(Segment { start: 0, end: 1, label: best.1 });
    }

    /// The best cut of a chunk of `len` words with these scores; `allowed` rules labels out. Stretches outside names have
    /// one word each.
    pub(crate) fn best(
        &self,
        len: usize,
        scores: &[[i32; TYPES]],
        allowed: impl Fn(Segment) -> bool,
        segments: &mut Vec<Segment>,
    ) {
        match scores {
            [own] => self.best_alone(own, allowed, segments),
            _ if len <= SHORT => self.best_within::<{ SHORT + 1 }>(len, scores, allowed, segments),
            _ => self.best_within::<{ LONGEST + 1 }>(len, scores, allowed, segments),
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
        let steps = self.steps.map(|row| row.map(W::value));
        let mut ends = [[(IMPOSSIBLE, 0, 5); LABELS.len()]; N];
        let mut arrivals = [[(IMPOSSIBLE, 5); LABELS.len()]; N];
        for end in 1..=len {
            arrivals[end - 1] = arrive(&ends[end - 1], end - 1, &steps);
            let starts =
                arrivals.iter().enumerate().take(end).skip(end.saturating_sub(LONGEST_NAME));
            for (start, arrivals) in starts {
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
                    let (score, before) = arrivals[label as usize];
                    let score = score.saturating_add(own);
                    let best = &mut ends[end][label as usize];
                    if own > IMPOSSIBLE && score > best.0 && allowed(Segment { start, end, label })
                    {
                        *best = (score, start as u8, before);
                    }
                }
            }
        }
        trace_back(&ends[..=len], segments);
    }
}

fn add<const N: usize, W: Weight>(sum: &mut [i32; N], row: &[W; N]) {
    for (sum, weight) in sum.iter_mut().zip(row) {
        *sum += weight.value();
    }
}

/// Makes sure that no stretch is a person or an organisation whose words its name cannot hold, and none a name that begins with
/// the day that something is on or with what only begins the sentence. It is no part of the scores that are learned from:
/// annotators have such names, and what is learned of them says something of others.
pub(crate) fn forbid(sheet: &Sheet, scores: &mut [[i32; TYPES]]) {
    let width = sheet.len().min(LONGEST_NAME);
    for apart in (0..sheet.len()).filter(|at| sheet.may_part_persons(*at)) {
        let starts = (apart + 1).saturating_sub(width)..apart;
        for start in starts.filter(|start| sheet.parts_person(*start, apart)) {
            let longer = scores.get_mut(start * width + apart - start..(start + 1) * width);
            for [person, ..] in longer.unwrap_or_default() {
                *person = (-CERTAIN).min(*person);
            }
        }
    }
    if sheet.begins_with_day() || sheet.begins_with_aside() {
        for end in (2..=width).filter(|end| !sheet.is_listed(0, *end)) {
            rule_out(scores.get_mut(end - 1));
        }
    }
    take_countries(sheet, scores);
    forbid_titles(sheet, scores);
    forbid_two_bodies(sheet, scores);
    forbid_members(sheet, scores);
    forbid_persons_in_bodies(sheet, scores);
    forbid_whereabouts(sheet, scores);
}

/// Makes sure that where a body or a place is is no part of its name: "Election Commission *in Sofia*", "Chebut Estate *in Nandi
/// Hills*".
fn forbid_whereabouts(sheet: &Sheet, scores: &mut [[i32; TYPES]]) {
    let width = sheet.len().min(LONGEST_NAME);
    for at in (1..sheet.len()).filter(|at| sheet.parts_place(*at)) {
        for start in (at + 2).saturating_sub(width)..at {
            let last = sheet.len().min(start + width);
            for end in (at + 2..=last).filter(|end| !sheet.is_listed(start, *end)) {
                rule_out(scores.get_mut(start * width + end - start - 1));
            }
        }
    }
}

/// Takes a country of two words for a place where it would be a person: "Guinea and *Sierra Leone*".
fn take_countries(sheet: &Sheet, scores: &mut [[i32; TYPES]]) {
    let width = sheet.len().min(LONGEST_NAME);
    for start in (0..sheet.len().saturating_sub(1)).filter(|at| sheet.is_country(*at)) {
        if let Some([person, _, place, _]) = scores.get_mut(start * width + 1) {
            *place = (*place).max(*person);
            *person = (-CERTAIN).min(*person);
        }
    }
}

/// Makes sure that nobody is named by where he is from: "Ann Poe, *Republican of Ohio*".
fn forbid_members(sheet: &Sheet, scores: &mut [[i32; TYPES]]) {
    let width = sheet.len().min(LONGEST_NAME);
    for start in (0..sheet.len()).filter(|at| sheet.is_member_of(*at)) {
        let last = sheet.len().min(start + width);
        for end in (start + 3..=last).filter(|end| !sheet.is_listed(start, *end)) {
            rule_out(scores.get_mut(start * width + end - start - 1));
        }
    }
}

/// Makes sure that no organisation has in its name the person who belongs to it: "*Ann Poe of Harlund Hospital*".
fn forbid_persons_in_bodies(sheet: &Sheet, scores: &mut [[i32; TYPES]]) {
    let width = sheet.len().min(LONGEST_NAME);
    for of in (2..sheet.len()).filter(|at| sheet.has_of(*at)) {
        for start in (of + 2).saturating_sub(width)..of - 1 {
            let last = sheet.len().min(start + width);
            let unlisted = (of + 2..=last).filter(|end| !sheet.is_listed(start, *end));
            for end in unlisted.filter(|_| sheet.is_person_before(start, of)) {
                if let Some([_, body, ..]) = scores.get_mut(start * width + end - start - 1) {
                    *body = (-CERTAIN).min(*body);
                }
            }
        }
    }
}

/// Makes sure that a stretch is no name of any type.
fn rule_out(stretch: Option<&mut [i32; TYPES]>) {
    stretch.into_iter().flatten().for_each(|score| *score = (-CERTAIN).min(*score));
}

/// Makes sure that two bodies are not one: "the Harlund Federation *and the* Marsk Council".
fn forbid_two_bodies(sheet: &Sheet, scores: &mut [[i32; TYPES]]) {
    let width = sheet.len().min(LONGEST_NAME);
    for and in (1..sheet.len()).filter(|at| sheet.has_and(*at)) {
        for start in (and + 2).saturating_sub(width)..and {
            let last = sheet.len().min(start + width);
            for end in (and + 2..=last).filter(|end| sheet.holds_two_bodies(start, and, *end)) {
                rule_out(scores.get_mut(start * width + end - start - 1));
            }
        }
    }
}

/// Makes sure that no organisation ends in a title, "Superior Court Judge". Around one that is no surname there is none but a
/// person's name, which does not end there: "Harlund CEO Ann Poe".
fn forbid_titles(sheet: &Sheet, scores: &mut [[i32; TYPES]]) {
    let width = sheet.len().min(LONGEST_NAME);
    for title in (2..=sheet.len()).filter(|title| sheet.ends_in_title(*title)) {
        let sure = !sheet.may_be_surname(title);
        for start in title.saturating_sub(width)..title - 1 {
            let last = if sure { sheet.len().min(start + width) } else { title };
            for end in (title..=last).filter(|end| !sheet.is_listed(start, *end)) {
                let Some(scores) = scores.get_mut(start * width + end - start - 1) else {
                    continue;
                };
                let kept = [!sure || end > title, false, !sure, !sure];
                for (score, _) in scores.iter_mut().zip(kept).filter(|(_, kept)| !kept) {
                    *score = (-CERTAIN).min(*score);
                }
            }
        }
    }
}

/// Makes sure that these stretches are cut out whole, the longer before the shorter.
pub(crate) fn insist(sheet: &Sheet, certain: &[Certain], scores: &mut [[i32; TYPES]]) {
    let width = sheet.len().min(LONGEST_NAME);
    for &Certain { name: Segment { start, end, label }, given } in certain {
        let len = end - start;
        let bonus = CERTAIN * (len * len * if given { LONGEST_NAME } else { 1 }) as i32;
        // The same name may be given a thousand times.
        if let Some(label) = (label as usize).checked_sub(1)
            && let Some(scores) = scores.get_mut(start * width + len - 1)
            && (IMPOSSIBLE + 1..bonus).contains(&scores[label])
        {
            scores[label] += bonus;
        }
    }
}

/// The best way to reach each label from what may end at `start`: its score and the label before.
fn arrive(
    ends: &[End; LABELS.len()],
    start: usize,
    steps: &[[i32; LABELS.len()]; 6],
) -> [(i32, u8); LABELS.len()] {
    if start == 0 {
        return steps[5].map(|step| (step, 5));
    }
    let mut found = [(IMPOSSIBLE, 5); LABELS.len()];
    for (before, (end, steps)) in (0..).zip(ends.iter().zip(steps)) {
        for (found, step) in found.iter_mut().zip(steps) {
            let score = end.0.saturating_add(*step);
            if score > found.0 {
                *found = (score, before);
            }
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

/// So many rows of a table, and what stands behind them; `None` where there are not as many.
fn rows<const N: usize>(bytes: &'static [u8], count: usize) -> Option<(Rows<N>, &'static [u8])> {
    let (own, rest) = bytes.split_at_checked(count * N)?;
    Some((Cow::Borrowed(own.as_chunks().0), rest))
}

type Rows<const N: usize> = Cow<'static, [[u8; N]]>;

impl NameModel {
    /// The weights of `data/weights/names.bin`.
    pub(crate) fn built_in() -> Result<NameModel, Error> {
        let wrong = || Error::malformed("names.bin", 1, "not a model of names of this version");
        NameModel::read(include_bytes!("../../data/weights/names.bin")).ok_or_else(wrong)
    }

    /// The model in these bytes, `None` where they are not a file of this version; no bytes are a model without opinions.
    pub(crate) fn read(bytes: &'static [u8]) -> Option<NameModel> {
        if bytes.is_empty() {
            return Some(NameModel::zero());
        }
        let (words, rest) = rows(bytes, WORD_ROWS)?;
        let (names, rest) = rows(rest, NAME_ROWS)?;
        let (memory, rest) = rows(rest, MEMORY_ROWS)?;
        let steps = *rest.as_chunks().0.first_chunk()?;
        let whole = rest.len() == steps.as_flattened().len();
        whole.then_some(NameModel { words, names, memory, steps })
    }
}

#[cfg(feature = "training")]
impl<W: Weight> Weights<W> {
    /// Every weight, in the order of the file.
    pub(crate) fn cells(&mut self) -> impl Iterator<Item = &mut W> {
        let steps = self.steps.iter_mut().flatten();
        let types = self.names.to_mut().iter_mut().chain(self.memory.to_mut()).flatten();
        self.words.to_mut().iter_mut().flatten().chain(types).chain(steps)
    }
}
