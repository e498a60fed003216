//! What the trainer in `train/` needs to learn how certain a speaker is.

use crate::extractor::{self, Extractor};
use crate::speakers::training;

/// The names of the features.
pub fn features() -> &'static [&'static str] {
    training::certainty_features()
}

/// By claim of the text, the numbers of the features of its source; `None` where that means no entity.
pub fn features_of(extractor: &Extractor, text: &str) -> Vec<Option<Vec<usize>>> {
    let tables = extractor::read_until(extractor, "speakers", text);
    let features = |claim| training::features_of(&tables, claim);
    tables.claims.iter().map(features).collect()
}
