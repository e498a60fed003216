//! What the trainer in `train/` needs to learn whom "he" and "she" mean.

use crate::document::Tables;
use crate::extractor::{self, Extractor};
use crate::span::Span;
use crate::speakers::{Family, training};

/// "he" or "she" with the persons it may mean.
#[derive(Clone, Debug)]
pub struct Question {
    /// The pronoun.
    pub pronoun: Span,
    /// Features of each candidate by number, and the words that name the candidate so far.
    pub candidates: Vec<(Vec<usize>, Vec<Span>)>,
}

/// The names of the features.
pub fn features() -> &'static [&'static str] {
    training::features()
}

/// The weights of the crate.
pub fn weights() -> Vec<f32> {
    Extractor::new().pronoun_weights()
}

/// Whether the cue dictionary has the verb as one of saying.
pub fn is_speech(lemma: &str) -> bool {
    let extractor = Extractor::new();
    let words = &extractor.lexicon().cues;
    let quotes = |entry: &crate::lexicon::CueEntry| entry.has(crate::lexicon::FrameKind::Quote);
    words.entries.iter().any(|entry| entry.lemma == lemma && quotes(entry))
}

/// An article after the stages that come before the speakers.
#[derive(Debug)]
pub struct Article {
    extractor: Extractor,
    text: String,
    tables: Tables,
    families: Vec<Family>,
}

impl Article {
    /// Runs those stages.
    pub fn read(extractor: &Extractor, text: &str) -> Article {
        let mut tables = extractor::read_until(extractor, "claims", text);
        let families = training::settle_names(text, extractor.lexicon(), &mut tables);
        Article { extractor: extractor.clone(), text: text.to_owned(), tables, families }
    }

    /// Asks `answer` at each "he" and "she", of one that speaks a quotation before it where the quotation begins, and again in
    /// its place if there was no answer; it gets the choice of the weights and returns what counts.
    pub fn walk(
        &self,
        weights: &[f32],
        mut answer: impl FnMut(&Question, Option<usize>) -> Option<usize>,
    ) {
        let reading = self.extractor.reading(&self.text, &self.tables, &self.families);
        training::walk(reading, weights, &mut |question, chosen| {
            let choices =
                question.candidates.iter().map(|it| (it.features.clone(), it.names.clone()));
            answer(&Question { pronoun: question.pronoun, candidates: choices.collect() }, chosen)
        });
    }
}
