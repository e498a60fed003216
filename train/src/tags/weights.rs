//! The tagger's weights.

use std::collections::HashMap;

use whosaid::training::{COLUMNS, Model, Question, best, column};

use crate::corpora::Tagged;
use crate::random::Random;

/// Features seen less often have no weights.
const LEAST: u32 = 3;
const ROUNDS: usize = 7;
/// How many orders of the documents it learns in.
const ORDERS: u64 = 3;
const RATE: f32 = 0.08;
/// Where the file's steps end: this share of the weights lies below.
const RANGE: f64 = 0.9998;

/// Multinomial logistic regression over the candidate tags, learned by AdaGrad (Duchi, Hazan, Singer 2011): a row of
/// weights for each feature.
///
/// While learning, the tags to the left are the model's own guesses, so that it learns to live with its errors.
pub(crate) struct Weights {
    index: HashMap<u64, u32>,
    rows: Vec<u64>,
    uses: Vec<u32>,
    now: Vec<[f32; COLUMNS]>,
    squares: Vec<[f32; COLUMNS]>,
    /// Of the weights after each of the later rounds; their mean is what is kept.
    sums: Vec<[f32; COLUMNS]>,
}

impl Weights {
    /// Rows for the features that are seen often enough.
    pub(crate) fn count(documents: &mut [(Tagged, f32)], model: &Model) -> Weights {
        let mut counts: HashMap<u64, u32> = HashMap::new();
        for (document, _) in documents {
            let Tagged { article, gold, .. } = document;
            article.tag_with(model, |question| {
                for feature in question.features {
                    *counts.entry(*feature).or_default() += 1;
                }
                gold[question.token].unwrap_or_else(|| best(question.candidates, |_| 0.0))
            });
        }
        let mut rows: Vec<(u64, u32)> =
            counts.into_iter().filter(|(_, count)| *count >= LEAST).collect();
        rows.sort();
        Weights::with_rows(rows)
    }

    fn with_rows(rows: Vec<(u64, u32)>) -> Weights {
        Weights {
            index: rows.iter().enumerate().map(|(at, row)| (row.0, at as u32)).collect(),
            now: vec![[0.0; COLUMNS]; rows.len()],
            squares: vec![[1.0; COLUMNS]; rows.len()],
            sums: vec![[0.0; COLUMNS]; rows.len()],
            uses: rows.iter().map(|row| row.1).collect(),
            rows: rows.into_iter().map(|row| row.0).collect(),
        }
    }

    /// The mean of what is learned in some orders of the documents, so that chance has less to say.
    pub(crate) fn learn(&mut self, documents: &mut [(Tagged, f32)], model: &Model) {
        let mut mean = vec![[0.0; COLUMNS]; self.rows.len()];
        for order in 1..=ORDERS {
            for table in [&mut self.now, &mut self.sums] {
                table.fill([0.0; COLUMNS]);
            }
            self.squares.fill([1.0; COLUMNS]);
            self.learn_in_order(documents, model, Random(order));
            for (mean, now) in mean.iter_mut().flatten().zip(self.now.iter().flatten()) {
                *mean += now / ORDERS as f32;
            }
        }
        self.now = mean;
    }

    fn learn_in_order(
        &mut self,
        documents: &mut [(Tagged, f32)],
        model: &Model,
        mut random: Random,
    ) {
        let mut order: Vec<usize> = (0..documents.len()).collect();
        let mut active = Vec::new();
        for round in 0..ROUNDS {
            random.shuffle(&mut order);
            let (mut asked, mut wrong) = (0, 0);
            for &at in &order {
                let (Tagged { article, gold, .. }, weight) = &mut documents[at];
                article.tag_with(model, |question| {
                    self.find(&question, &mut active);
                    let scores = self.scores(&active);
                    let guess = best(question.candidates, |column| scores[column]);
                    let Some(gold) = gold[question.token] else { return guess };
                    asked += 1;
                    wrong += usize::from(guess != gold);
                    if question.candidates & 1 << gold != 0 && column(gold) < COLUMNS {
                        self.update(&active, &question, &scores, gold, *weight);
                    }
                    guess
                });
            }
            println!("round {}: {wrong} of {asked} wrong", round + 1);
            if round * 2 >= ROUNDS {
                self.sums
                    .iter_mut()
                    .flatten()
                    .zip(self.now.iter().flatten())
                    .for_each(|(sum, now)| *sum += now);
            }
        }
        let summed = (ROUNDS - ROUNDS.div_ceil(2)) as f32;
        self.now
            .iter_mut()
            .flatten()
            .zip(self.sums.iter().flatten())
            .for_each(|(now, sum)| *now = sum / summed);
    }

    fn find(&self, question: &Question, active: &mut Vec<usize>) {
        active.clear();
        active.extend(
            question
                .features
                .iter()
                .filter_map(|feature| self.index.get(feature))
                .map(|row| *row as usize),
        );
    }

    fn scores(&self, active: &[usize]) -> [f32; COLUMNS] {
        let mut scores = [0.0; COLUMNS];
        for &row in active {
            scores.iter_mut().zip(&self.now[row]).for_each(|(score, weight)| *score += weight);
        }
        scores
    }

    fn update(
        &mut self,
        active: &[usize],
        question: &Question,
        scores: &[f32; COLUMNS],
        gold: usize,
        weight: f32,
    ) {
        let candidates: Vec<usize> = (0..64)
            .filter(|tag| question.candidates & 1 << tag != 0)
            .filter(|tag| column(*tag) < COLUMNS)
            .collect();
        let most = candidates.iter().map(|tag| scores[column(*tag)]).fold(f32::MIN, f32::max);
        let sum: f32 = candidates.iter().map(|tag| (scores[column(*tag)] - most).exp()).sum();
        for tag in candidates {
            let share = (scores[column(tag)] - most).exp() / sum;
            let slope = weight * (share - if tag == gold { 1.0 } else { 0.0 });
            if slope.abs() < 1e-3 {
                continue;
            }
            for &row in active {
                let now = &mut self.now[row][column(tag)];
                let square = &mut self.squares[row][column(tag)];
                *square += slope * slope;
                *now -= RATE * slope / square.sqrt();
            }
        }
    }

    pub(crate) fn tag(&self, document: &mut Tagged, model: &Model) {
        let mut active = Vec::new();
        document.article.tag_with(model, |question| {
            self.find(&question, &mut active);
            let scores = self.scores(&active);
            best(question.candidates, |column| scores[column])
        });
    }

    /// The rows by usefulness, in steps of a common size.
    pub(crate) fn quantised(&self) -> Vec<(u64, [i8; COLUMNS])> {
        let mut sizes: Vec<f32> = self
            .now
            .iter()
            .flatten()
            .map(|weight| weight.abs())
            .filter(|size| *size > 0.0)
            .collect();
        sizes.sort_unstable_by(f32::total_cmp);
        let most = sizes.get((sizes.len() as f64 * RANGE) as usize).copied().unwrap_or(1.0);
        let mut rows: Vec<(f32, usize)> = (0..self.rows.len())
            .map(|row| {
                let spread: f32 = self.now[row].iter().map(|weight| weight.abs()).sum();
                (-spread * (self.uses[row] as f32).sqrt(), row)
            })
            .collect();
        rows.sort_by(|one, two| one.0.total_cmp(&two.0).then(one.1.cmp(&two.1)));
        let quantise = |weight: f32| (weight / most * 127.0).round().clamp(-127.0, 127.0) as i8;
        let row = |(_, row): (f32, usize)| (self.rows[row], self.now[row].map(quantise));
        rows.into_iter().map(row).filter(|(_, row)| *row != [0; COLUMNS]).collect()
    }

    /// Starts again with the features of `quantised` that found room.
    pub(crate) fn keep(&mut self, kept: &[bool]) {
        let rows = self.quantised();
        let mut left: Vec<(u64, u32)> = rows
            .iter()
            .zip(kept)
            .filter(|(_, kept)| **kept)
            .map(|((hash, _), _)| (*hash, self.uses[self.index[hash] as usize]))
            .collect();
        left.sort();
        *self = Weights::with_rows(left);
    }
}
