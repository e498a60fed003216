//! Linear models over hashed features: logistic regression for yes or no, a softmax over candidates for a choice; both by
//! AdaGrad (Duchi, Hazan, Singer 2011), in fixed shuffled orders.

use crate::random::Random;

/// Weights of one decision.
pub(crate) struct Linear {
    weights: Vec<f32>,
    squares: Vec<f32>,
    /// The sum of the weights after each round but the first; their mean is what is kept.
    sums: Vec<f32>,
    summed: f32,
    /// The features that keep a weight of zero, being too rare; empty for none.
    rare: Vec<bool>,
}

/// Candidates by their features, and the one that is right.
pub(crate) struct Choice {
    pub(crate) candidates: Vec<Vec<u32>>,
    pub(crate) right: usize,
}

/// How the steps are taken.
#[derive(Clone, Copy)]
pub(crate) struct Steps {
    pub(crate) rounds: usize,
    pub(crate) rate: f32,
    /// How strongly every weight is drawn to zero.
    pub(crate) decay: f32,
    /// In how many examples a feature must be to get a weight.
    pub(crate) least: u32,
}

/// In how many orders a model is learned.
const ORDERS: u64 = 30;

impl Linear {
    pub(crate) fn new(features: usize) -> Linear {
        Linear {
            weights: vec![0.0; features],
            squares: vec![1e-2; features],
            sums: vec![0.0; features],
            summed: 0.0,
            rare: Vec::new(),
        }
    }

    /// Counts the examples that each feature is in, and sets those in too few aside.
    fn set_rare<'e, E: Iterator<Item = &'e [u32]>>(
        &mut self,
        examples: impl Iterator<Item = E>,
        least: u32,
    ) {
        let mut counts = vec![0u32; self.weights.len()];
        let mut last = vec![usize::MAX; self.weights.len()];
        for (at, example) in examples.enumerate() {
            for &feature in example.flatten() {
                let feature = feature as usize;
                counts[feature] += u32::from(last[feature] != at);
                last[feature] = at;
            }
        }
        self.rare = counts.into_iter().map(|count| count < least).collect();
    }

    pub(crate) fn score(&self, features: &[u32]) -> f32 {
        features.iter().map(|feature| self.weights[*feature as usize]).sum()
    }

    pub(crate) fn probability(&self, features: &[u32]) -> f32 {
        1.0 / (1.0 + (-self.score(features)).exp())
    }

    fn step(&mut self, features: &[u32], gradient: f32, steps: &Steps) {
        for &feature in features {
            let at = feature as usize;
            if self.rare[at] {
                continue;
            }
            let slope = gradient + steps.decay * self.weights[at];
            self.squares[at] += slope * slope;
            self.weights[at] -= steps.rate * slope / self.squares[at].sqrt();
        }
    }

    fn sum_up(&mut self) {
        self.summed += 1.0;
        for (sum, weight) in self.sums.iter_mut().zip(&self.weights) {
            *sum += weight;
        }
    }

    fn take_mean(&mut self) {
        let count = self.summed.max(1.0);
        self.weights = self.sums.iter().map(|sum| sum / count).collect();
    }

    /// Learns to tell the examples that are `true` from the others.
    pub(crate) fn learn(&mut self, examples: &[(&[u32], bool)], steps: Steps) {
        self.set_rare(examples.iter().map(|(features, _)| std::iter::once(*features)), steps.least);
        self.learn_in_orders(examples.len(), steps, |model, at| {
            let (features, yes) = examples[at];
            let gradient = model.probability(features) - f32::from(u8::from(yes));
            if gradient.abs() > 1e-3 {
                model.step(features, gradient, &steps);
            }
        });
    }

    /// Learns to choose the right candidate.
    pub(crate) fn learn_choice(&mut self, choices: &[&Choice], steps: Steps) {
        self.set_rare(
            choices.iter().map(|choice| choice.candidates.iter().map(Vec::as_slice)),
            steps.least,
        );
        self.learn_in_orders(choices.len(), steps, |model, at| {
            let choice = choices[at];
            for (candidate, share) in model.shares(choice).into_iter().enumerate() {
                let gradient = share - f32::from(u8::from(candidate == choice.right));
                if gradient.abs() > 2e-3 {
                    model.step(&choice.candidates[candidate], gradient, &steps);
                }
            }
        });
    }

    /// Learns from the examples in several orders, each from the beginning, and keeps the mean: what one order makes of chance
    /// moves the scores by half a point.
    fn learn_in_orders(
        &mut self,
        examples: usize,
        steps: Steps,
        learn: impl Fn(&mut Linear, usize) + Sync,
    ) {
        let in_order = |seed: u64| {
            let mut model = Linear::new(self.weights.len());
            model.rare.clone_from(&self.rare);
            let mut order: Vec<usize> = (0..examples).collect();
            let mut random = Random(seed);
            for round in 0..steps.rounds {
                random.shuffle(&mut order);
                for (done, &at) in order.iter().enumerate() {
                    if round > 0 && done % (examples / 4 + 1) == 0 {
                        model.sum_up();
                    }
                    learn(&mut model, at);
                }
            }
            model.sum_up();
            model.take_mean();
            model.weights
        };
        let in_order = &in_order;
        let learned: Vec<Vec<f32>> = std::thread::scope(|scope| {
            let running: Vec<_> =
                (1..=ORDERS).map(|seed| scope.spawn(move || in_order(seed))).collect();
            running.into_iter().map(|run| run.join().expect("no thread panics")).collect()
        });
        for (at, weight) in self.weights.iter_mut().enumerate() {
            *weight = learned.iter().map(|weights| weights[at]).sum::<f32>() / ORDERS as f32;
        }
    }

    fn shares(&self, choice: &Choice) -> Vec<f32> {
        let scores: Vec<f32> =
            choice.candidates.iter().map(|features| self.score(features)).collect();
        let most = scores.iter().copied().fold(f32::MIN, f32::max);
        let total: f32 = scores.iter().map(|score| (score - most).exp()).sum();
        scores.iter().map(|score| (score - most).exp() / total).collect()
    }

    /// The candidate with the highest score, the first of equals.
    pub(crate) fn choose(&self, choice: &Choice) -> usize {
        let mut chosen = 0;
        let mut most = f32::MIN;
        for (at, features) in choice.candidates.iter().enumerate() {
            let score = self.score(features);
            if score > most {
                (chosen, most) = (at, score);
            }
        }
        chosen
    }

    /// The weights as stored: signed bytes.
    pub(crate) fn quantised(&self, scale: f32) -> impl Iterator<Item = u8> + '_ {
        self.weights.iter().map(move |weight| (weight * scale).round() as i8 as u8)
    }
}
