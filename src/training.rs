//! What the trainer in `train/` needs of the crate: the stages up to the sentences, and the tagger's own features.
//!
//! No part of the API: it changes with the stages.

pub mod certainty;
pub mod names;
pub mod speakers;

use std::sync::LazyLock;

use crate::claims::training as claims;
use crate::document::{Kind, Tables, Token};
use crate::extractor::{self, Extractor};
use crate::key::key_of;
use crate::span::{Run, Span};
use crate::tags::{self, NAME, TAGS, TagModel};

/// Weights in a row.
pub const COLUMNS: usize = tags::COLUMNS;

/// An article after the stages that come before the tags.
#[derive(Debug)]
pub struct Article {
    text: String,
    tables: Tables,
}

/// The tagger's model as the trainer makes it.
#[derive(Clone, Copy, Debug)]
pub struct Model(TagModel);

/// A model that knows no words.
static EMPTY: LazyLock<Model> = LazyLock::new(|| Model::new(&[], &[], &[]).0);

/// A token that the lexicon leaves in doubt.
#[derive(Debug)]
pub struct Question<'q> {
    /// Index of the token in the article.
    pub token: usize,
    /// Hashes of its features.
    pub features: &'q [u64],
    /// Its tags to choose from, as bits.
    pub candidates: u64,
}

/// Under which keys the lexicon may file a word.
#[derive(Clone, Copy, Debug)]
pub struct WordKeys {
    /// The key of the word as such; `None` where its capital marks a name.
    pub plain: Option<u64>,
    /// The key of the word as a name; `None` without a capital.
    pub name: Option<u64>,
}

impl Article {
    /// Runs the stages up to the sentences.
    pub fn read(text: &str) -> Article {
        let tables = extractor::read_until(&Extractor::new(), "sentences", text);
        Article { text: text.to_owned(), tables }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The spans of the tokens.
    pub fn tokens(&self) -> impl Iterator<Item = Span> + '_ {
        self.tables.tokens.iter().map(|token| token.span())
    }

    /// Each word's index with its keys.
    pub fn words(&self) -> Vec<(usize, WordKeys)> {
        let mut words = Vec::new();
        let mut views = Vec::new();
        for sentence in &self.tables.sentences {
            tags::view_sentence(&self.text, &EMPTY.0, &self.tables, sentence.tokens, &mut views);
            for (at, view) in sentence.tokens.range().zip(views.iter().skip(2)) {
                let token = &self.tables.tokens[at];
                if matches!(token.kind, Kind::Word | Kind::Clitic) {
                    let capital = token.has(Token::CAPITAL);
                    let plain = (!capital || view.is_unsure()).then_some(token.key);
                    let name = capital.then(|| token.key.wrapping_add(NAME));
                    words.push((at, WordKeys { plain, name }));
                }
            }
        }
        words
    }

    /// Runs the tagger with `decide` in the place of its weights; it returns the number of a tag.
    pub fn tag_with(&mut self, model: &Model, mut decide: impl FnMut(Question) -> usize) {
        let mut views = Vec::new();
        for at in 0..self.tables.sentences.len() {
            let run = self.tables.sentences[at].tokens;
            tags::view_sentence(&self.text, &model.0, &self.tables, run, &mut views);
            let tokens = &mut self.tables.tokens[run.range()];
            tags::tag_sentence(&self.text, tokens, &views, |at, features, view| {
                let token = run.first() + at;
                let mut hashes = Vec::new();
                features.each(|hash| hashes.push(hash));
                if features.has_letters() {
                    features.each_of_letters(|hash| hashes.push(hash));
                }
                TAGS[decide(Question { token, features: &hashes, candidates: view.candidates })]
            });
        }
    }

    /// Runs the tagger.
    pub fn classify(&mut self, model: &Model) {
        let extractor = Extractor::new();
        let words = &extractor.lexicon().cues;
        tags::classify_tags(&self.text, &model.0, words, &mut self.tables);
    }

    /// The number of a token's tag.
    pub fn tag(&self, token: usize) -> usize {
        self.tables.tokens[token].tag as usize
    }
}

impl Model {
    /// A model of ambiguity classes (the tags of each as bits), words with their class, and rows of weights, the most
    /// useful first. Also gives its file, and says which rows found room.
    pub fn new(
        classes: &[u64],
        words: &[(u64, u8)],
        rows: &[(u64, [i8; COLUMNS])],
    ) -> (Model, Vec<u8>, Vec<bool>) {
        let (bytes, kept) = tags::write_model(classes, words, rows);
        let model = TagModel::read(Box::leak(bytes.clone().into_boxed_slice()));
        (Model(model.expect("what was written can be read")), bytes, kept)
    }

    /// The model in a file's bytes, if they are one.
    pub fn read(bytes: Vec<u8>) -> Option<Model> {
        TagModel::read(bytes.leak()).map(Model)
    }

    /// The base form of a word.
    pub fn lemma(&self, word: &str, tag: usize) -> String {
        tags::lemma(&self.0, word, TAGS[tag]).into_owned()
    }
}

/// The number of a tag by its Penn Treebank name; punctuation marks are one tag, unknown names none.
pub fn tag_number(name: &str) -> Option<usize> {
    let name = match name {
        "," | "." | ":" | "``" | "''" | "-LRB-" | "-RRB-" | "HYPH" | "NFP" => "PUNCT",
        "PRP$" => "PRPS",
        "WP$" => "WPS",
        "$" | "#" => "SYM",
        "ADD" => "NNP",
        name => name,
    };
    TAGS.iter().position(|tag| format!("{tag:?}") == name)
}

/// The name of a tag, in letters only.
pub fn tag_name(number: usize) -> String {
    format!("{:?}", TAGS[number])
}

/// The column of weights that belongs to a tag; [`COLUMNS`] if none.
pub fn column(tag: usize) -> usize {
    tags::column(TAGS[tag])
}

/// The candidate with the greatest score by column, as the tagger chooses it.
pub fn best(candidates: u64, score: impl Fn(usize) -> f32) -> usize {
    tags::best(candidates, score) as usize
}

/// An article with its cue candidates, for the trainer of the claims.
#[derive(Debug)]
pub struct ClaimArticle<'e> {
    extractor: &'e Extractor,
    tables: Tables,
}

/// The number of values of a feature, for each decision.
pub const FEATURES: usize = 1 << claims::BITS;
/// The decisions: prior, cue, source, content, extent.
pub const DECISIONS: usize = claims::DECISIONS;
/// A weight of 1.0 as stored.
pub const SCALE: f32 = claims::SCALE;

/// Candidates to choose from, each with its spans and its features.
pub type Choice = Vec<(Vec<Span>, Vec<u32>)>;

impl<'e> ClaimArticle<'e> {
    /// Runs the stages up to the cues.
    pub fn read(extractor: &'e Extractor, text: &str) -> ClaimArticle<'e> {
        ClaimArticle { extractor, tables: extractor::read_until(extractor, "cues", text) }
    }

    /// Hands every unit of the article to `each`.
    pub fn units(&self) -> Vec<Unit<'_>> {
        claims::units(&self.tables, &self.extractor.lexicon().cues).into_iter().map(Unit).collect()
    }
}

/// A sentence, or several that a quotation holds together, and its cue candidates.
#[derive(Debug)]
pub struct Unit<'a>(claims::UnitCandidates<'a>);

impl Unit<'_> {
    /// Makes known how likely each candidate is a cue, as log odds.
    pub fn set_likely(&mut self, odds: &[f32]) {
        self.0.set_likely(odds);
    }

    /// The span of each candidate's group, and of its main word.
    pub fn cues(&self) -> Vec<(Span, Span)> {
        let main = |at: u32| Run::new(at as usize, at as usize + 1);
        self.0
            .cues
            .iter()
            .map(|cue| (self.0.span(cue.tokens), self.0.span(main(cue.head))))
            .collect()
    }

    /// Features of a candidate seen alone.
    pub fn prior(&self, index: usize) -> Vec<u32> {
        self.0.prior(index)
    }

    /// Features of a candidate among the others, given the log odds of all seen alone.
    pub fn cue(&self, priors: &[f32], index: usize) -> Vec<u32> {
        self.0.cue(priors, index)
    }

    /// Whether a candidate is a participle or infinitive that may go on with a verb before.
    pub fn is_chained(&self, index: usize) -> bool {
        self.0.is_chained(index)
    }

    /// The first words of the two readings of a cue's subject, where it is a verb that has some.
    pub fn subjects(&self, index: usize) -> [Option<Span>; 2] {
        self.0.subjects(index)
    }

    /// The possible sources of a cue; that of no source has no span.
    pub fn sources(&self, index: usize) -> Choice {
        self.0.sources(index)
    }

    /// The possible contents of a cue with this source.
    pub fn contents(&self, index: usize, source: usize) -> Choice {
        self.0.contents(index, source)
    }

    /// The possible spans of a cue with this source and content.
    pub fn extents(&self, index: usize, source: usize, content: usize) -> Choice {
        self.0.extents(index, source, content)
    }
}

/// The key under which the lexicon files a word of a dictionary that capitalises names only.
pub fn dictionary_key(word: &str) -> u64 {
    let name = if word.starts_with(char::is_uppercase) { NAME } else { 0 };
    key_of(word).wrapping_add(name)
}
