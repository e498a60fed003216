//! Learns the weights of the name model: an averaged perceptron over whole cuts (Collins 2002).

use super::chunks::{Case, Chunk, find_chunks};
use super::features::{EDGE, Features, LONGEST_NAME, Reader, Sheet};
use super::gazetteer::Gazetteer;
use super::memory::Memory;
use super::readings::Readings;
use super::segment::{
    self, Columns, Label, NameModel, Segment, TYPES, Weights, memory_row, name_row, places,
    word_row,
};
use crate::document::{Tables, Token};
use crate::lexicon::Lexicon;
use crate::span::{Run, Span};

/// An article with its names: spans in text order and labels.
#[derive(Debug)]
pub(crate) struct Lesson {
    text: String,
    tables: Tables,
    /// `None`: it is not known what they are.
    gold: Vec<(Run, Option<Label>)>,
    chunks: Vec<Chunk>,
    /// Whether the annotation tells names of other kinds from words that are no names.
    others: bool,
}

impl Lesson {
    pub(crate) fn new(
        text: String,
        tables: Tables,
        names: &[(Span, Option<Label>)],
        others: bool,
    ) -> Lesson {
        let mut chunks = Vec::new();
        find_chunks(&text, &tables, &mut chunks);
        let gold =
            names.iter().filter_map(|(span, label)| Some((tokens_of(&tables, *span)?, *label)));
        Lesson { gold: gold.collect(), text, chunks, others, tables }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    fn reader<'a>(&'a self, lists: &'a Lists) -> Reader<'a> {
        Reader::new(&self.text, &self.tables, &lists.gazetteer, &lists.lexicon)
    }

    fn words(&self, chunk: Chunk) -> &[Token] {
        &self.tables.tokens[chunk.run.range()]
    }

    /// Whether the annotation allows this stretch of a chunk to have this label.
    fn allows(&self, chunk: Chunk, segment: Segment) -> bool {
        let run = Run::new(chunk.run.first() + segment.start, chunk.run.first() + segment.end);
        if run.len() > LONGEST_NAME {
            return false;
        }
        // Names do not nest in the annotation, so those that overlap the stretch are neighbours.
        let from = self.gold.partition_point(|(name, _)| name.end <= run.start);
        let mut overlapping = self.gold[from..].iter().take_while(|(name, _)| name.start < run.end);
        match overlapping.next() {
            None => segment.label == Label::Out || segment.label == Label::Other && !self.others,
            Some((_, None)) => overlapping.all(|(_, label)| label.is_none()),
            Some((_, Some(Label::Other))) if !self.others => {
                matches!(segment.label, Label::Out | Label::Other)
            }
            Some((name, Some(label))) => *name == run && *label == segment.label,
        }
    }
}

fn tokens_of(tables: &Tables, span: Span) -> Option<Run> {
    let start = tables.tokens.partition_point(|token| token.end <= span.start);
    let end = tables.tokens.partition_point(|token| token.start < span.end);
    (start < end).then(|| Run::new(start, end))
}

/// The chunk that is learned from, and the scores of its stretches.
#[derive(Default)]
struct Desk {
    sheet: Sheet,
    columns: Vec<Columns>,
    scores: Vec<[i32; TYPES]>,
}

impl Desk {
    fn score(&mut self, weights: &Weights<i32>, reader: &Reader, chunk: Chunk) {
        reader.read(chunk, &mut self.sheet, |at, case, words| {
            words.push(at.map_or(EDGE, |at| reader.word(at, case)));
        });
        self.columns.clear();
        self.columns.extend(self.sheet.words.iter().map(|word| weights.columns(word)));
        self.scores.clear();
        weights.score(&self.sheet, &self.columns, &mut self.scores);
    }
}

/// Weights while they are learned: the current ones, and the sums that give their average.
struct Learner {
    now: Weights<i32>,
    sum: Weights<i32>,
    /// Counts decisions, to weigh each change by how long it held.
    clock: i32,
}

impl Learner {
    fn new(now: Weights<i32>) -> Learner {
        Learner { now, sum: Weights::zero(), clock: 1 }
    }

    /// Moves the weights of a cut of the sheet's chunk.
    fn change(&mut self, sheet: &Sheet, segments: &[Segment], by: i32) {
        let Learner { now, sum, clock } = self;
        let mut features = Features::default();
        let mut before = 5;
        for &Segment { start, end, label } in segments {
            let label = label as usize;
            bump(&mut now.steps[before][label], &mut sum.steps[before][label], by, *clock);
            before = label;
            let Some(column) = label.checked_sub(1) else { continue };
            features.clear();
            sheet.name_features(start, end, &mut features);
            for row in features.hashes().iter().map(|hash| name_row(*hash)) {
                bump(
                    &mut now.names.to_mut()[row][column],
                    &mut sum.names.to_mut()[row][column],
                    by,
                    *clock,
                );
            }
            for (at, place) in places(start, end) {
                let column = place as usize * TYPES + column;
                features.clear();
                sheet.words[at].features(&mut features);
                for row in features.hashes().iter().map(|hash| word_row(*hash)) {
                    bump(
                        &mut now.words.to_mut()[row][column],
                        &mut sum.words.to_mut()[row][column],
                        by,
                        *clock,
                    );
                }
            }
        }
    }

    /// Moves the weights of what the memory says of a cut.
    fn change_memory(
        &mut self,
        words: &[Token],
        plain: bool,
        memory: &Memory,
        segments: &[Segment],
        by: i32,
    ) {
        let Learner { now, sum, clock } = self;
        let mut features = Features::default();
        for segment in segments.iter().filter(|segment| segment.label != Label::Out) {
            let column = segment.label as usize - 1;
            features.clear();
            memory.features(&words[segment.start..segment.end], plain, &mut features);
            for row in features.hashes().iter().map(|hash| memory_row(*hash)) {
                bump(
                    &mut now.memory.to_mut()[row][column],
                    &mut sum.memory.to_mut()[row][column],
                    by,
                    *clock,
                );
            }
        }
    }

    fn average(mut self, scale: f64) -> Weights<i32> {
        let clock = f64::from(self.clock);
        for (now, sum) in self.now.cells().zip(self.sum.cells()) {
            *now = ((f64::from(*now) - f64::from(*sum) / clock) * scale).round() as i32;
        }
        self.now
    }
}

fn bump(now: &mut i32, sum: &mut i32, by: i32, clock: i32) {
    *now += by;
    *sum += by * clock;
}

/// What the lists say, for every pass.
pub(crate) struct Lists {
    pub(crate) lexicon: Lexicon,
    pub(crate) gazetteer: Gazetteer,
}

/// The scale of averaged weights: they are integers from here on.
const SCALE: f64 = 32.0;
const ROUNDS: usize = 12;
/// Models that are averaged.
const RUNS: u64 = 6;
/// By how much the right cut has to win while the weights are learned, in steps of the learner.
const LEAD: i32 = 10;
const MEMORY_ROUNDS: usize = 4;
const MEMORY_LEAD: i32 = 30;

/// The model that the lessons teach. The memory's weights are learned from first readings by models that have not seen
/// the article, as the shipped model will not have.
pub(crate) fn learn(lessons: &[&Lesson], lists: &Lists) -> Vec<u8> {
    let half = |odd: usize| {
        lessons.iter().enumerate().filter(move |(at, _)| at % 2 == odd).map(|(_, lesson)| *lesson)
    };
    let whole = first_pass(lessons, lists);
    let halves = [0, 1].map(|odd| first_pass(&half(odd).collect::<Vec<_>>(), lists));
    let mut learner = Learner::new(Weights::zero());
    let order: Vec<(usize, &Lesson)> = lessons.iter().copied().enumerate().collect();
    for _ in 0..MEMORY_ROUNDS {
        for &(at, lesson) in &order {
            memory_pass(&mut learner, &halves[1 - at % 2], lesson, lists);
        }
    }
    let mut model = whole;
    model.memory = learner.average(1.0).memory;
    quantise(model)
}

/// The sum of several models that saw the articles in different orders: what they agree on stays, their noise cancels.
fn first_pass(lessons: &[&Lesson], lists: &Lists) -> Weights<i32> {
    let mut sum = Weights::<i32>::zero();
    for seed in 0..RUNS {
        let mut one = one_pass(lessons, lists, seed);
        for (sum, one) in sum.cells().zip(one.cells()) {
            *sum += *one;
        }
    }
    for cell in sum.cells() {
        *cell /= RUNS as i32;
    }
    sum
}

fn one_pass(lessons: &[&Lesson], lists: &Lists, seed: u64) -> Weights<i32> {
    let mut learner = Learner::new(Weights::zero());
    let mut desk = Desk::default();
    let (mut best, mut right) = (Vec::new(), Vec::new());
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    for round in 0..ROUNDS {
        shuffle(&mut order, seed * 100 + round as u64 + 1);
        for &at in &order {
            let lesson = lessons[at];
            let reader = lesson.reader(lists);
            for &chunk in &lesson.chunks {
                let len = chunk.run.len();
                desk.score(&learner.now, &reader, chunk);
                let allows = |segment| lesson.allows(chunk, segment);
                learner.now.best(len, &desk.scores, allows, &mut right);
                demand(len, &right, &mut desk.scores, LEAD);
                learner.now.best(len, &desk.scores, |_| true, &mut best);
                if best != right && right.iter().all(|segment| lesson.allows(chunk, *segment)) {
                    learner.change(&desk.sheet, &right, 1);
                    learner.change(&desk.sheet, &best, -1);
                }
            }
            learner.clock += 1;
        }
    }
    learner.average(SCALE)
}

/// Raises the score of every name that is not right, so that the right cut has to win by a margin.
fn demand(len: usize, right: &[Segment], scores: &mut [[i32; TYPES]], lead: i32) {
    let width = len.min(LONGEST_NAME);
    for score in scores.iter_mut().flatten().filter(|score| **score > segment::IMPOSSIBLE) {
        *score += lead;
    }
    for name in right.iter().filter(|name| name.label != Label::Out) {
        scores[name.start * width + name.end - name.start - 1][name.label as usize - 1] -= 2 * lead;
    }
}

fn memory_pass(learner: &mut Learner, first: &Weights<i32>, lesson: &Lesson, lists: &Lists) {
    let reader = lesson.reader(lists);
    let (mut desk, mut memory) = (Desk::default(), Memory::default());
    let (mut best, mut right, mut own) = (Vec::new(), Vec::new(), Vec::new());
    let plain = |chunk: &Chunk| chunk.case == Case::Plain;
    for &chunk in &lesson.chunks {
        desk.score(first, &reader, chunk);
        first.best(chunk.run.len(), &desk.scores, |_| true, &mut best);
        if plain(&chunk) {
            memory.add(&lesson.text, lesson.words(chunk), &best);
        }
        own.push((std::mem::take(&mut desk.scores), best.clone()));
    }
    for (&chunk, (scores, own)) in lesson.chunks.iter().zip(&mut own) {
        let (len, plain, words) = (chunk.run.len(), plain(&chunk), lesson.words(chunk));
        if plain {
            memory.remove(&lesson.text, words, own);
        }
        learner.now.recall(words, plain, &memory, scores);
        first.best(len, scores, |segment| lesson.allows(chunk, segment), &mut right);
        demand(len, &right, scores, MEMORY_LEAD * SCALE as i32);
        first.best(len, scores, |_| true, &mut best);
        if best != right && right.iter().all(|segment| lesson.allows(chunk, *segment)) {
            let step = SCALE as i32;
            learner.change_memory(words, plain, &memory, &right, step);
            learner.change_memory(words, plain, &memory, &best, -step);
        }
        if plain {
            memory.add(&lesson.text, words, own);
        }
    }
    learner.clock += 1;
}

/// The file of a model: all weights scaled by one factor, so that nearly all of them fit a byte; the others are cut.
fn quantise(mut model: Weights<i32>) -> Vec<u8> {
    let mut sizes: Vec<i32> =
        model.cells().map(|cell| cell.abs()).filter(|size| *size > 0).collect();
    sizes.sort_unstable();
    let largest = sizes.get(sizes.len() * 9995 / 10000).copied().unwrap_or(1).max(1);
    let factor = 127.0 / f64::from(largest);
    model
        .cells()
        .map(|cell| (f64::from(*cell) * factor).round().clamp(-127.0, 127.0) as i8 as u8)
        .collect()
}

/// Deterministic, and different from round to round.
fn shuffle(order: &mut [usize], seed: u64) {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for at in (1..order.len()).rev() {
        state = (state ^ (state >> 29))
            .wrapping_mul(0xbf58_476d_1ce4_e5b9)
            .wrapping_add(0x94d0_49bb_1331_11eb);
        order.swap(at, (state >> 33) as usize % (at + 1));
    }
}

/// Names of an article by a model, as bytes with labels: what the trainer measures.
pub(crate) fn names(model: &NameModel, lesson: &Lesson, lists: &Lists) -> Vec<(Span, Label)> {
    let mut readings = Readings::default();
    readings.read(&lesson.reader(lists), model);
    let named = readings.names(&lesson.tables, &lists.lexicon);
    named.map(|named| (lesson.tables.span(named.run), named.label)).collect()
}
