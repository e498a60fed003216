//! The façade: `Extractor`, its builder and its scratch memory, and the pipeline, one line a stage.

use std::borrow::Cow;
use std::fmt;
use std::ops::ControlFlow;
use std::sync::{Arc, OnceLock};

use crate::article::{self, Article};
use crate::claims::{self, Weights};
use crate::document::{Act, Document, Tables};
use crate::entities::Readings;
use crate::entities::gazetteer::Gazetteer;
use crate::error::Error;
use crate::key::key_of;
use crate::lexicon::{Lexicon, decode};
use crate::rules::Rules;
use crate::speakers::{self, SpeakerWords};
use crate::tags::{self, TagModel};
use crate::{cues, entities, phrases, quotes, sentences, stance, tokens};

/// Reads articles and returns who said what; immutable, cheap to clone, shared freely between threads.
#[derive(Clone)]
pub struct Extractor {
    shared: Arc<Shared>,
}

/// Prints the options: the data would be megabytes.
impl fmt::Debug for Extractor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Extractor").field("options", &self.shared.options).finish_non_exhaustive()
    }
}

#[derive(Debug)]
struct Shared {
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    tag_model: TagModel,
    rules: Rules,
    weights: Option<Weights>,
    speaker_words: SpeakerWords,
    options: Options,
}

/// What the caller chose.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Options {
    /// A sentence does not end inside a quotation.
    pub(crate) whole_quotations: bool,
    /// From 0 to 1; claims less sure than this are left out.
    pub(crate) least_confidence: f32,
    /// From 0 to 1; sources that would be resolved less certainly than this are not.
    pub(crate) least_certainty: f32,
    /// No weights choose claims.
    pub(crate) patterns_alone: bool,
}

impl Extractor {
    /// An extractor with the built-in data, which is read once in a process: every later call clones the first one's.
    pub fn new() -> Extractor {
        static BUILT_IN: OnceLock<Extractor> = OnceLock::new();
        #[expect(clippy::expect_used, reason = "the built-in data, which the tests read")]
        let built_in = || Extractor::builder().build().expect("the built-in data is sound");
        BUILT_IN.get_or_init(built_in).clone()
    }

    /// A builder, to add data and set options.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// Reads one article. Never fails and never panics, on any text.
    ///
    /// Of a text over 4 GiB only the first 4 GiB are read.
    ///
    /// ```
    /// use whosaid::{Article, Extractor};
    ///
    /// let extractor = Extractor::new();
    /// let plain = extractor.extract("The mill will close, Ann Poe said.");
    /// let dated = extractor.extract(Article::new("The mill closed, Ann Poe said on Monday.").id(17).published("2024-03-15"));
    /// assert_eq!(plain.claims().len(), 1);
    /// let said_at = dated.claims()[0].said_at.as_ref().unwrap();
    /// assert_eq!(said_at.value.as_deref(), Some("2024-03-11"));
    /// ```
    pub fn extract<'t>(&self, article: impl Into<Article<'t>>) -> Document<'t> {
        self.extract_with(&mut Scratch::default(), article)
    }

    /// Like [`Extractor::extract`], with working memory that the caller keeps from article to article, one a thread (with rayon:
    /// `map_init(Scratch::default, …)`).
    ///
    /// ```
    /// use whosaid::{Extractor, Scratch};
    ///
    /// let (extractor, mut scratch) = (Extractor::new(), Scratch::default());
    /// let texts = ["It rained, Ann Poe said.", "It snowed, Carl Berg said."];
    /// let claims = texts.map(|text| extractor.extract_with(&mut scratch, text).claims().len());
    /// assert_eq!(claims, [1, 1]);
    /// ```
    pub fn extract_with<'t>(
        &self,
        scratch: &mut Scratch,
        article: impl Into<Article<'t>>,
    ) -> Document<'t> {
        self.extract_by_stages(scratch, article, |_| {})
    }

    /// The word class and the act of the dictionary's entry that a cue such as "has repeatedly dismissed" shows, for
    /// the example `evaluate`.
    #[doc(hidden)]
    pub fn classify_cue(&self, cue: &str) -> Option<(&'static str, Act)> {
        let words: Vec<u64> = cue.split_whitespace().map(key_of).collect();
        let entry = self.shared.lexicon.cues.main_entry(&words)?;
        Some((entry.class.name(), entry.act))
    }

    /// Like [`Extractor::extract_with`]; calls `done` with the name of each stage when it is done, for the benches.
    #[doc(hidden)]
    pub fn extract_by_stages<'t>(
        &self,
        scratch: &mut Scratch,
        article: impl Into<Article<'t>>,
        mut done: impl FnMut(&'static str),
    ) -> Document<'t> {
        let article = article.into();
        self.read(scratch, &article, |stage| {
            done(stage);
            ControlFlow::Continue(())
        });
        let tables = &mut scratch.tables;
        Document {
            text: Cow::Borrowed(article.text),
            id: article.id,
            published: tables.published,
            sentences: std::mem::take(&mut tables.sentences),
            entities: std::mem::take(&mut tables.entities),
            claims: std::mem::take(&mut tables.claims),
        }
    }

    /// The pipeline: runs the stages in order and calls `done` with the name of each when it is done, until that breaks off.
    fn read(
        &self,
        scratch: &mut Scratch,
        article: &Article<'_>,
        mut done: impl FnMut(&'static str) -> ControlFlow<()>,
    ) {
        let text = article.readable();
        let Shared { lexicon, tag_model, gazetteer, rules, weights, speaker_words, options } =
            &*self.shared;
        let Scratch { tables, readings } = scratch;
        let stages: [Stage; 11] = [
            ("article", &mut |tables| article::find_blocks(article, tables)),
            ("tokens", &mut |tables| tokens::find_tokens(text, lexicon, tables)),
            ("quotes", &mut |tables| quotes::find_quotes(text, tables)),
            ("sentences", &mut |tables| {
                sentences::find_sentences(text, lexicon, options.whole_quotations, tables)
            }),
            ("tags", &mut |tables| tags::classify_tags(text, tag_model, &lexicon.cues, tables)),
            ("phrases", &mut |tables| phrases::find_phrases(lexicon, tables)),
            ("entities", &mut |tables| {
                entities::find_entities(text, gazetteer, lexicon, readings, tables)
            }),
            ("cues", &mut |tables| cues::find_cues(lexicon, tables)),
            ("claims", &mut |tables| {
                let least = options.least_confidence;
                let weights = weights.as_ref();
                claims::find_claims(text, lexicon, rules, weights, least, tables);
            }),
            ("speakers", &mut |tables| {
                let least = options.least_certainty;
                speakers::resolve_speakers(text, gazetteer, lexicon, speaker_words, least, tables)
            }),
            ("stance", &mut |tables| stance::resolve_stance(lexicon, tables)),
        ];
        tables.clear();
        for (name, stage) in stages {
            stage(tables);
            if done(name).is_break() {
                return;
            }
        }
    }
}

/// A stage with its name.
type Stage<'s> = (&'static str, &'s mut dyn FnMut(&mut Tables));

impl Default for Extractor {
    fn default() -> Extractor {
        Extractor::new()
    }
}

/// Working memory for [`Extractor::extract_with`]: it is reused and never shrinks, so it holds some twenty bytes for each byte of
/// the longest article so far until it is dropped.
#[derive(Default)]
pub struct Scratch {
    tables: Tables,
    readings: Readings,
}

/// Prints nothing of the last article.
impl fmt::Debug for Scratch {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Scratch").finish_non_exhaustive()
    }
}

/// A name for errors and the bytes of a TSV file.
type Given = (String, Vec<u8>);

/// Adds data to an [`Extractor`] and sets its options.
///
/// Data are TSV files in UTF-8, given as `&str`, `String` or bytes.
#[derive(Clone, Default)]
pub struct ExtractorBuilder {
    gazetteers: Vec<Given>,
    cue_words: Vec<Given>,
    rules: Vec<Given>,
    options: Options,
}

/// Prints the options and the names of the data.
impl fmt::Debug for ExtractorBuilder {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fn names(data: &[Given]) -> Vec<&String> {
            data.iter().map(|(name, _)| name).collect()
        }
        out.debug_struct("ExtractorBuilder")
            .field("gazetteers", &names(&self.gazetteers))
            .field("cue_words", &names(&self.cue_words))
            .field("rules", &names(&self.rules))
            .field("options", &self.options)
            .finish()
    }
}

impl ExtractorBuilder {
    /// Adds a gazetteer, names that you know better: TSV text with a header line, not a path. `name` only stands in errors. It may be called
    /// again and again; of rows with the same name and type an earlier file's is taken, a built-in one last.
    ///
    /// Every row has a `name` and a `type`: `person`, `organisation`, `place` or `other`; a name of a type stands once a file, and of
    /// rows that share a name or an alias the first is taken. The columns
    /// `kind`, `aliases`, `gender`, `country`, `demonyms`, `metonyms` and `link` are as you like; `data/README.md` describes all.
    /// A surname alone means the row's person where the article has the full name; where it never does, only an alias tells.
    /// A line that begins with `#` is a comment: a row that begins with the name `#MeToo` is passed over without an error, so
    /// put another column first.
    ///
    /// ```
    /// # use whosaid::Extractor;
    /// let names = "type\tname\taliases\tlink\norganisation\tHavnelauget Marsk\tHavnelauget|the Guild\tmine:17\n";
    /// let extractor = Extractor::builder().gazetteer("mine.tsv", names).build()?;
    /// let document = extractor.extract("“It will hold,” the Guild said.");
    /// let guild = &document.entities()[0];
    /// assert_eq!((guild.name.as_str(), guild.link.as_deref()), ("Havnelauget Marsk", Some("mine:17")));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn gazetteer(
        mut self,
        name: impl Into<String>,
        tsv: impl Into<Vec<u8>>,
    ) -> ExtractorBuilder {
        self.gazetteers.push((name.into(), tsv.into()));
        self
    }

    /// Adds cue words, which go before built-in ones of the same words: TSV text with a header line. `name` stands in
    /// errors.
    ///
    /// The columns are those of `data/lexicon/cues.tsv`, described in `data/README.md`: `lemma`, `class`, `act`, `frames`
    /// and `strength` in every row, `commitment` and `force` as you like. A lemma is the base form, of which
    /// all forms are found; as the lemma "yodelled" only that one is.
    ///
    /// ```
    /// # use whosaid::Extractor;
    /// let words = "lemma\tclass\tact\tframes\tstrength\nyodel\tverb\tstate\tquote,that\tcore\n";
    /// let extractor = Extractor::builder().cue_words("mine.tsv", words).build()?;
    /// let document = extractor.extract("Ann Poe yodelled that the bridge would reopen in May.");
    /// assert_eq!(document.claims()[0].cue.lemma, "yodel");
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn cue_words(
        mut self,
        name: impl Into<String>,
        tsv: impl Into<Vec<u8>>,
    ) -> ExtractorBuilder {
        self.cue_words.push((name.into(), tsv.into()));
        self
    }

    /// Adds patterns of attribution, which are tried before the built-in ones: TSV text with a header line. `name` stands
    /// in errors.
    ///
    /// The columns are those of `data/rules/claims.tsv`, described in `data/README.md`: `name`, `cue`, `source`, `content`,
    /// `condition` and `boost` in every row, `examples` and `counterexamples` as you like. No two patterns, built-in ones
    /// included, have the same name, and none is named `turn`, `headline` or `other`, which
    /// [`Claim::rule`](crate::Claim::rule) has for claims that no pattern found.
    ///
    /// ```
    /// # use whosaid::Extractor;
    /// let rules = "name\tcue\tsource\tcontent\tcondition\tboost\nsaid-that\tverb\tbefore\tthat\talways\t1\n";
    /// let extractor = Extractor::builder().rules("mine.tsv", rules).build()?;
    /// let document = extractor.extract("Ann Poe said that the bridge would reopen in May.");
    /// assert_eq!(&*document.claims()[0].rule, "said-that");
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn rules(mut self, name: impl Into<String>, tsv: impl Into<Vec<u8>>) -> ExtractorBuilder {
        self.rules.push((name.into(), tsv.into()));
        self
    }

    /// Whether a quotation of several sentences stays one sentence; by default a sentence ends inside quotations too.
    pub fn whole_quotations(mut self, yes: bool) -> ExtractorBuilder {
        self.options.whole_quotations = yes;
        self
    }

    /// Claims with a lower [confidence](crate::Claim::confidence) are not in the document; by default all are.
    ///
    /// Confidences go from 0 to 1, in hundredths: a negative number and NaN count as 0, a number above 1 as 1. A claim inside one
    /// that is left out has no parent.
    ///
    /// ```
    /// # use whosaid::Extractor;
    /// let extractor = Extractor::builder().least_confidence(0.8).build()?;
    /// let document = extractor.extract("The bridge will reopen in May, Ann Poe said.");
    /// assert!(document.claims().iter().all(|claim| claim.confidence >= 0.8));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn least_confidence(mut self, confidence: f32) -> ExtractorBuilder {
        self.options.least_confidence = 0f32.max(confidence).min(1.0);
        self
    }

    /// Sources and addressees whose [certainty](crate::Source::certainty) would be lower are left unresolved: a wrong speaker may
    /// be worse than none. By default whatever was found is given; DESIGN.md has how often a certainty was right.
    ///
    /// Certainties go from 0 to 1, in hundredths: a negative number and NaN count as 0, a number above 1 as 1.
    ///
    /// ```
    /// # use whosaid::Extractor;
    /// let extractor = Extractor::builder().least_certainty(0.9).build()?;
    /// let document = extractor.extract("“It is late,” said Ann Poe, the mayor. She left.");
    /// let source = document.claims()[0].source.as_ref().unwrap();
    /// assert!(source.entities.is_empty() || source.certainty >= 0.9);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn least_certainty(mut self, certainty: f32) -> ExtractorBuilder {
        self.options.least_certainty = 0f32.max(certainty).min(1.0);
        self
    }

    /// Whether claims follow from the patterns and the frames of the cue dictionary alone; by default learned weights choose.
    /// DESIGN.md has the scores of both.
    ///
    /// [Confidences](crate::Claim::confidence) then tell only how readily the word is a cue by the dictionary.
    ///
    /// ```
    /// # use whosaid::Extractor;
    /// let extractor = Extractor::builder().patterns_alone(true).build()?;
    /// let document = extractor.extract("Ann Poe said that the bridge would reopen in May.");
    /// assert_eq!(&*document.claims()[0].rule, "verb-that");
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn patterns_alone(mut self, yes: bool) -> ExtractorBuilder {
        self.options.patterns_alone = yes;
        self
    }

    /// The extractor.
    ///
    /// # Errors
    /// Where added data is malformed, an [`Error`] that names its file and line and what was expected.
    pub fn build(self) -> Result<Extractor, Error> {
        let lexicon = Lexicon::new(&decode_all(self.cue_words)?)?;
        let tag_model = TagModel::built_in()?;
        let rules = Rules::new(&decode_all(self.rules)?)?;
        let weights = (!self.options.patterns_alone).then(Weights::built_in);
        let gazetteer = Gazetteer::new(&decode_all(self.gazetteers)?, &lexicon)?;
        let speaker_words = SpeakerWords::built_in()?;
        let options = self.options;
        Ok(Extractor {
            shared: Arc::new(Shared {
                lexicon,
                tag_model,
                gazetteer,
                rules,
                weights,
                speaker_words,
                options,
            }),
        })
    }
}

fn decode_all(files: Vec<Given>) -> Result<Vec<(String, String)>, Error> {
    let decode = |(file, bytes): Given| decode(&file, bytes).map(|text| (file, text));
    files.into_iter().map(decode).collect()
}

/// The tables of a text after this stage, for the trainer and tests.
#[cfg(any(test, feature = "training"))]
pub(crate) fn read_until(extractor: &Extractor, stage: &str, text: &str) -> Tables {
    let mut scratch = Scratch::default();
    extractor.read(&mut scratch, &Article::from(text), |done| match done == stage {
        true => ControlFlow::Break(()),
        false => ControlFlow::Continue(()),
    });
    scratch.tables
}

#[cfg(feature = "training")]
impl Extractor {
    /// What the speakers stage reads, for the trainer.
    pub(crate) fn reading<'a>(
        &'a self,
        text: &'a str,
        tables: &'a Tables,
        families: &'a [speakers::Family],
    ) -> speakers::Reading<'a> {
        let Shared { lexicon, gazetteer, speaker_words: words, .. } = &*self.shared;
        speakers::Reading { text, tables, gazetteer, lexicon, words, families }
    }

    /// The weights of pronouns, for the trainer.
    pub(crate) fn pronoun_weights(&self) -> Vec<f32> {
        self.shared.speaker_words.weights()
    }
}

#[cfg(any(test, feature = "training"))]
impl Extractor {
    /// The word lists, for the trainer and tests.
    pub(crate) fn lexicon(&self) -> &Lexicon {
        &self.shared.lexicon
    }
}

/// The built-in lists, for the trainer.
#[cfg(feature = "training")]
pub(crate) fn read_lists() -> (Lexicon, Gazetteer) {
    let lexicon = Lexicon::built_in().expect("the built-in data is checked by the tests");
    let gazetteer =
        Gazetteer::new(&[], &lexicon).expect("the built-in data is checked by the tests");
    (lexicon, gazetteer)
}
