//! What the trainer in `train/` needs to learn the weights of the name model.

use crate::entities::learn::{self, Lesson};
use crate::entities::segment::{Label, NameModel};
use crate::extractor::{self, Extractor};
use crate::span::Span;

/// An article with its names in text order, each with "PER", "ORG", "LOC" or "MISC"; of one with "UNKNOWN" nothing is learned.
#[derive(Debug)]
pub struct Article(Lesson);

impl Article {
    /// Runs the stages up to the phrases. `others` says that the annotation has MISC too.
    pub fn read(text: &str, names: &[(Span, &str)], others: bool) -> Article {
        let labelled: Vec<(Span, Option<Label>)> =
            names.iter().map(|(span, label)| (*span, label_of(label))).collect();
        let tables = extractor::read_until(&Extractor::new(), "phrases", text);
        Article(Lesson::new(text.to_owned(), tables, &labelled, others))
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.0.text()
    }
}

/// The lists that the stage reads.
pub struct Lists(learn::Lists);

impl Default for Lists {
    fn default() -> Lists {
        let (lexicon, gazetteer) = extractor::read_lists();
        Lists(learn::Lists { lexicon, gazetteer })
    }
}

impl std::fmt::Debug for Lists {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str("Lists")
    }
}

/// The bytes of the model that the articles teach.
pub fn learn(articles: &[&Article], lists: &Lists) -> Vec<u8> {
    let lessons: Vec<&Lesson> = articles.iter().map(|article| &article.0).collect();
    learn::learn(&lessons, &lists.0)
}

/// The names that a model finds, MISC left out.
pub fn names(model: &[u8], articles: &[&Article], lists: &Lists) -> Vec<Vec<(Span, &'static str)>> {
    // A few models are measured in all.
    let model = NameModel::read(model.to_vec().leak()).expect("what was written can be read");
    let found = |article: &&Article| learn::names(&model, &article.0, &lists.0);
    let labelled = |names: Vec<(Span, Label)>| {
        names.into_iter().filter_map(|(span, label)| Some((span, name_of(label)?))).collect()
    };
    articles.iter().map(found).map(labelled).collect()
}

fn label_of(name: &str) -> Option<Label> {
    match name {
        "PER" => Some(Label::Person),
        "ORG" => Some(Label::Organisation),
        "LOC" => Some(Label::Place),
        "UNKNOWN" => None,
        _ => Some(Label::Other),
    }
}

fn name_of(label: Label) -> Option<&'static str> {
    match label {
        Label::Person => Some("PER"),
        Label::Organisation => Some("ORG"),
        Label::Place => Some("LOC"),
        Label::Other | Label::Out => None,
    }
}
