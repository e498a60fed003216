//! The walk with somebody else choosing among candidates, and what tells how certain a source is: for the trainer, which knows
//! the right ones.

use super::Reading;
use super::cast::Cast;
use super::certainty::{self, find_features};
use super::features::Feature as _;
pub(crate) use super::names::settle_names;
use super::pronouns::{Candidate, Feature, PronounWeights, choose};
use super::walk::walk_article;
use crate::document::{Claim, Form, Tables};
use crate::span::{Run, Span};

/// "he" or "she" with the persons it may mean.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    pub(crate) pronoun: Span,
    pub(crate) candidates: Vec<Choice>,
}

/// Features of a candidate by number, and the words that name the candidate so far.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    pub(crate) features: Vec<usize>,
    pub(crate) names: Vec<Span>,
}

pub(crate) fn features() -> &'static [&'static str] {
    Feature::NAMES
}

pub(crate) fn certainty_features() -> &'static [&'static str] {
    certainty::Feature::NAMES
}

/// The features of a claim's source by number; `None` where it means no entity.
pub(crate) fn features_of(tables: &Tables, claim: &Claim) -> Option<Vec<usize>> {
    let features = find_features(tables, claim, claim.source.as_ref()?)?;
    Some(features.iter().map(|feature| feature.number()).collect())
}

/// Asks `answer` at every "he" and "she", of one that speaks a quotation before it where the quotation begins, and again in its
/// place if there was no answer; `None` leaves the choice to the weights.
pub(crate) fn walk(
    reading: Reading,
    weights: &[f32],
    answer: &mut dyn FnMut(&Question, Option<usize>) -> Option<usize>,
) {
    let weights = PronounWeights::from_slice(weights);
    walk_article(reading, &mut |at, cast: &Cast, candidates: &[Candidate]| {
        let tables = reading.tables;
        let option = |candidate: &Candidate| {
            let named = cast
                .sightings
                .iter()
                .filter(|it| it.figure == candidate.figure && it.form != Form::Pronoun);
            let last = |run: Run| Run::new(run.last(), run.after());
            let words =
                named.map(|it| if it.form == Form::Nominal { last(it.run) } else { it.run });
            Choice {
                features: candidate.features.iter().map(|feature| feature.number()).collect(),
                names: words.map(|run| tables.span(run)).collect(),
            }
        };
        let pronoun = tables.span(Run::new(at, at + 1));
        let question = Question { pronoun, candidates: candidates.iter().map(option).collect() };
        answer(&question, choose(&weights, candidates))
    });
}
