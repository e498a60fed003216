//! What the stages fill and the caller reads: the rows that leave with the [`Document`]. Those that stay in the `Scratch` are in
//! [`tables`], with the tables of both.

mod tables;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::span::{Run, Span};
pub(crate) use tables::*;

/// One article with everything found in it.
///
/// Spans are byte ranges of [`Document::text`]; ids are indices of the tables.
///
/// ```
/// let document = whosaid::Extractor::new().extract("\"It is late,\" said Ann Poe.");
/// let claim = &document.claims()[0];
/// let source = claim.source.as_ref().unwrap();
/// assert_eq!(source.span.of(document.text()), "Ann Poe");
/// assert_eq!(document.entity(source.entities[0]).unwrap().name, "Ann Poe");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Document<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) id: Option<Id>,
    pub(crate) published: Option<jiff::civil::Date>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) entities: Vec<Entity>,
    pub(crate) claims: Vec<Claim>,
}

impl<'t> Document<'t> {
    /// The article's text, exactly as the caller gave it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The id that came with the [`Article`](crate::Article), if any.
    pub fn id(&self) -> Option<&Id> {
        self.id.as_ref()
    }

    /// The publication date as `YYYY-MM-DD`: the caller's, else the one found in the text.
    pub fn published(&self) -> Option<String> {
        self.published.map(|date| date.to_string())
    }

    /// The sentences in text order, each with the part of the article it belongs to.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The entities in order of their first mention; an entity's id is its index.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// The claims in the order of their cues; a claim's id is its index.
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// Who says it: the entities that the source of a claim of this document means, none where it has no source or where that is
    /// nobody with a name.
    ///
    /// ```
    /// use whosaid::Extractor;
    ///
    /// let document = Extractor::new().extract("Ann Poe and Carl Berg said that the mill would close. He denied that jobs would go.");
    /// let speakers = |claim| document.speakers(claim).map(|it| it.name.as_str()).collect::<Vec<_>>();
    /// assert_eq!(speakers(&document.claims()[0]), ["Ann Poe", "Carl Berg"]);
    /// assert_eq!(speakers(&document.claims()[1]), ["Carl Berg"]);
    /// ```
    pub fn speakers<'d>(&'d self, claim: &Claim) -> impl Iterator<Item = &'d Entity> {
        claim.source.iter().flat_map(|source| self.entities_of(source))
    }

    /// Whom a source or addressee of this document means: none where it is nobody with a name. What [`speakers`](Self::speakers)
    /// is for the source of a claim.
    ///
    /// ```
    /// use whosaid::Extractor;
    ///
    /// let document = Extractor::new().extract("Ann Poe told Carl Berg that the mill would close.");
    /// let addressee = document.claims()[0].addressee.as_ref().unwrap();
    /// assert_eq!(document.entities_of(addressee).next().unwrap().name, "Carl Berg");
    /// ```
    pub fn entities_of<'d>(&'d self, source: &Source) -> impl Iterator<Item = &'d Entity> {
        source.entities.iter().filter_map(|id| self.entity(*id))
    }

    /// The entity of this id, as [`Source::entities`] and [`Claim::via`] hold them; `None` if it is another document's.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.index())
    }

    /// The claim of this id, as [`Claim::parent`] and [`Claim::reply_to`] hold them; `None` if it is another document's.
    pub fn claim(&self, id: ClaimId) -> Option<&Claim> {
        self.claims.get(id.index())
    }

    /// The sentence in which a span of the text begins, so that a claim can be told to stand in a headline; of a span between two
    /// sentences none.
    ///
    /// ```
    /// use whosaid::{Extractor, Part};
    ///
    /// let document = Extractor::new().extract("Mill to close: union\n\nThe mill will close in May, the union said.");
    /// let part = |claim: usize| document.sentence_of(document.claims()[claim].cue.span).map(|it| it.part);
    /// assert_eq!(part(0), Some(Part::Headline));
    /// assert_eq!(part(1), Some(Part::Body));
    /// ```
    pub fn sentence_of(&self, span: Span) -> Option<&Sentence> {
        let next = self.sentences.partition_point(|it| it.span.end <= span.start);
        self.sentences.get(next).filter(|it| it.span.start <= span.start)
    }

    /// The same document with a text of its own, free of the caller's lifetime.
    pub fn into_owned(self) -> Document<'static> {
        Document {
            text: Cow::Owned(self.text.into_owned()),
            id: self.id,
            published: self.published,
            sentences: self.sentences,
            entities: self.entities,
            claims: self.claims,
        }
    }
}

/// Which entity of its document: the index in [`Document::entities`], a plain number in a record.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct EntityId(pub u32);

/// Which claim of its document: the index in [`Document::claims`], a plain number in a record.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct ClaimId(pub u32);

impl EntityId {
    /// The entity at this place of the table.
    pub(crate) const fn at(index: usize) -> EntityId {
        EntityId(index as u32)
    }

    /// Its place in [`Document::entities`] and [`Record::entities`](crate::Record::entities).
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl ClaimId {
    /// The claim at this place of the table.
    pub(crate) const fn at(index: usize) -> ClaimId {
        ClaimId(index as u32)
    }

    /// Its place in [`Document::claims`] and [`Record::claims`](crate::Record::claims).
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Display for EntityId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl fmt::Display for ClaimId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// The id of an article: a file name, or what a data set uses, kept as it was where a number fits into 64 bits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[allow(missing_docs)] // the names of the types say it
pub enum Id {
    Text(String),
    Unsigned(u64),
    Signed(i64),
    Real(f64),
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Id::Text(id) => id.fmt(out),
            Id::Unsigned(id) => id.fmt(out),
            Id::Signed(id) => id.fmt(out),
            Id::Real(id) => id.fmt(out),
        }
    }
}

impl From<&str> for Id {
    fn from(id: &str) -> Id {
        Id::Text(id.to_owned())
    }
}

impl From<&String> for Id {
    fn from(id: &String) -> Id {
        Id::Text(id.clone())
    }
}

impl From<String> for Id {
    fn from(id: String) -> Id {
        Id::Text(id)
    }
}

impl From<u64> for Id {
    fn from(id: u64) -> Id {
        Id::Unsigned(id)
    }
}

impl From<u32> for Id {
    fn from(id: u32) -> Id {
        Id::Unsigned(id.into())
    }
}

impl From<usize> for Id {
    fn from(id: usize) -> Id {
        Id::Unsigned(id as u64) // no machine has longer ones
    }
}

impl From<i64> for Id {
    fn from(id: i64) -> Id {
        u64::try_from(id).map_or(Id::Signed(id), Id::Unsigned)
    }
}

impl From<i32> for Id {
    fn from(id: i32) -> Id {
        i64::from(id).into()
    }
}

/// The part of an article that a sentence belongs to.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Part {
    /// The title over the article.
    Headline,
    /// A title inside the article.
    Subhead,
    /// Place, date and agency before the first sentence, or the leading date.
    Dateline,
    /// Who wrote the article.
    Byline,
    /// The article's own text.
    #[default]
    Body,
    /// Photo and wire credits, copyright lines.
    Credit,
}

/// A sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Sentence {
    /// Its bytes, without the white space around it.
    pub span: Span,
    /// The part of the article it belongs to.
    pub part: Part,
    pub(crate) tokens: Run,
    /// The index of its block: sentences with the same number share a paragraph.
    pub(crate) block: u32,
}

/// What kind of thing an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum EntityType {
    /// A human being.
    Person,
    /// A group with a name: company, party, agency, newspaper, court.
    Organisation,
    /// A place; also a country where it acts as a government.
    Place,
    /// A date, time or duration.
    Time,
    /// A number with what it counts: money, percentages, amounts.
    Quantity,
    /// Anything else that a gazetteer names.
    Other,
}

/// How a mention names its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Form {
    /// By a proper name: "Joe Biden", "Biden", "the UN".
    Name,
    /// By a noun: "the president", "the company".
    Nominal,
    /// By a pronoun: "he", "it".
    Pronoun,
    /// By what stands for it: "the Kremlin" for Russia.
    Metonym,
    /// By the word for its people or things: "Syrian".
    Demonym,
}

/// Grammatical gender of a person, as far as names, titles and pronouns tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Gender {
    #[default]
    Unknown,
    Female,
    Male,
}

/// A person, organisation, place, time or quantity of the article.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Entity {
    /// Its index in [`Document::entities`].
    pub id: EntityId,
    /// What kind of thing it is.
    pub kind: EntityType,
    /// The gazetteer's name, else the fullest name in the article.
    ///
    /// Of a time it is the TIMEX3 value where one is known, else the words: an ISO 8601 date, week, time of day, duration or
    /// interval (`2024-10-11`, `2024-W41`, `2024-10-11T14:30`, `P3D`, `2015/2016`), else such as `2024-Q3`, `2024-H1`,
    /// `2024-SU` (a summer), `2024-10-11TNI` (a night), `199` (the 1990s), `XXXX-05-03` (of a year that nothing tells),
    /// `XXXX-WXX-5` (every Friday), `PXW` (some weeks), `PAST_REF`, `PRESENT_REF` ("now") or `FUTURE_REF`. What recurs has the
    /// value of one period: `P1D` is "a day" and "daily". Of a quantity it is the normal form: `USD 5000000`, `> 12 %`,
    /// `3 pp`, `~ 300 people`.
    pub name: String,
    /// The role that the article gives a person: "United States President".
    pub role: Option<String>,
    /// The outside id of its gazetteer row, if that has one.
    pub link: Option<String>,
    /// Where the article mentions it, in text order: its names, and such nouns and pronouns as were resolved, which are by no means
    /// all ("he" and "she", and whatever tells the source of a claim).
    ///
    /// A claim is about an entity where its content holds a mention:
    ///
    /// ```
    /// use whosaid::{Claim, Extractor};
    ///
    /// let document = Extractor::new().extract("Harlund is for sale, Ann Poe said. Carl Berg denied that Harlund had a buyer. It rained, he said.");
    /// let harlund = document.entities().iter().find(|it| it.name == "Harlund").unwrap();
    /// let within = |claim: &Claim, span| claim.content.spans.iter().any(|part| part.contains(span));
    /// let about = |claim: &&Claim| harlund.mentions.iter().any(|it| within(claim, it.span));
    /// let who = document.claims().iter().filter(about).flat_map(|it| document.speakers(it));
    /// assert_eq!(who.map(|it| it.name.as_str()).collect::<Vec<_>>(), ["Ann Poe", "Carl Berg"]);
    /// ```
    pub mentions: Vec<Mention>,
    pub(crate) gender: Gender,
    /// Row of the gazetteer, if it comes from there.
    pub(crate) row: Option<u32>,
}

/// One place in the text that stands for an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Mention {
    /// Its bytes, with title or role before the name.
    pub span: Span,
    /// How it names the entity.
    pub form: Form,
    /// The bytes of the name alone, where `span` holds more than the name.
    pub name: Option<Span>,
    pub(crate) tokens: Run,
    pub(crate) entity: EntityId,
}

/// How much of a claim's content stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Quotation {
    /// Nine letters in ten, or more.
    Direct,
    /// Nothing.
    Indirect,
    /// A part, be it a word.
    Mixed,
}

/// What the source does by the claim.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Act {
    /// Says or writes that something is so: "said", "announced"; also a colon or dash.
    #[default]
    State,
    /// Is named as where it comes from: "according to", "as reported by".
    Attribute,
    /// Says that it is not so, or will not have it: "denied", "rejected".
    Deny,
    /// Says that somebody did wrong: "accused", "blamed".
    Accuse,
    /// Finds it bad: "criticised", "slammed".
    Criticise,
    /// Finds it good: "praised", "welcomed".
    Praise,
    /// Says that harm may come: "warned", "advised against".
    Warn,
    /// Says that he will do harm: "threatened".
    Threaten,
    /// Binds himself: "promised", "vowed".
    Promise,
    /// Wants somebody to do it: "demanded", "urged".
    Demand,
    /// Brings it forward as what may be done: "proposed", "recommended".
    Propose,
    /// Wants to know: "asked", "wondered whether".
    Ask,
    /// Says what will be: "predicted", "expects".
    Predict,
    /// Says that it is so indeed, or agrees: "confirmed", "agreed".
    Confirm,
    /// Owns up to it, is sorry for it, or accepts it: "admitted", "apologised", "conceded".
    Admit,
    /// Makes known what was hidden: "revealed", "disclosed".
    Reveal,
    /// Thinks that it is so: "believes", "fears".
    Believe,
    /// Would like it: "wants", "hopes".
    Want,
    /// Means to do it: "plans", "decided".
    Intend,
    /// Answers: "replied", "retorted".
    Reply,
    /// Lets it be seen, as a study or a poll does: "showed", "found".
    Show,
    /// Laments it: "complained", "grumbled".
    Complain,
    /// Is grateful or wishes joy: "thanked", "congratulated".
    Thank,
    /// None of these; no entry of the built-in dictionary has it. What a later version may add is read as this.
    #[serde(other)]
    Other,
}

/// Whether the cue affirms or is itself negated ("did not say"). Who denies is [`Act::Deny`] and `Positive`: "did not deny" and
/// "declined to say" are `Negative`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// "said"
    #[default]
    Positive,
    /// "did not say", "refused to comment on it", "nobody said"
    Negative,
}

/// Whether the author's choice of cue takes the content for true.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Commitment {
    /// As "revealed" and "admitted" do.
    Presumed,
    /// "said" leaves it open.
    #[default]
    Open,
    /// "claimed" casts doubt on it.
    Doubted,
}

/// How strongly the cue's word speaks.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Force {
    /// "suggested"
    Mild,
    /// "said"
    #[default]
    Neutral,
    /// "slammed"
    Strong,
}

/// The span that names who speaks, and the entities it resolves to.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Source {
    /// The whole noun phrase with determiner, title and identifying apposition.
    pub span: Span,
    /// Whom it means, in text order; empty where the source is not resolved.
    pub entities: Vec<EntityId>,
    /// Whether the source is a person or group that the article does not name: "officials", "a person familiar with the
    /// matter", "two thirds of the voters", "a bank", and "who" or "they" for such. False for "nobody", for documents, and
    /// where it may be somebody in particular who was not found, such as "the mayor".
    pub anonymous: bool,
    /// What kind of expression told who it is, with a name or without: "its chairman", who was named nowhere, is a nominal with an
    /// antecedent and without entities.
    pub resolution: Resolution,
    /// The expression that it was resolved by: mostly an earlier one; for "who" and "I" also one beside it or behind; for "the Poe
    /// campaign" the name inside. `None` where it names its entity itself.
    pub antecedent: Option<Span>,
    /// How likely it is, from 0 to 1 in hundredths, that these entities are whom the source means, as far as the way tells in
    /// which they were found; 0 where there are none. DESIGN.md has how often a certainty was right.
    pub certainty: f32,
    pub(crate) tokens: Run,
}

impl Source {
    /// A source before the speakers stage has looked at it.
    pub(crate) fn new(span: Span, tokens: Run) -> Source {
        let resolution = Resolution::Unresolved;
        Source {
            span,
            entities: Vec::new(),
            anonymous: false,
            resolution,
            antecedent: None,
            certainty: 0.0,
            tokens,
        }
    }

    /// Takes back what it means.
    pub(crate) fn leave_open(&mut self) {
        self.entities.clear();
        self.resolution = Resolution::Unresolved;
        self.antecedent = None;
        self.certainty = 0.0;
    }
}

/// What kind of expression told whom a source means. That may be somebody without a name: whether a source has entities,
/// [`Source::entities`] tells, not this.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Resolution {
    /// By a proper name: "Ann Poe".
    Name,
    /// By a title or role with a name: "Mayor Ann Poe".
    Title,
    /// By a pronoun: "she", "who".
    Pronoun,
    /// By a noun: "the mayor", "a spokesman for Vestfrakt".
    Nominal,
    /// By what stands for it: "Moscow" for Russia.
    Metonym,
    /// By a name set beside a noun: "the mayor, Ann Poe".
    Apposition,
    /// Not at all: nobody, or nobody in particular, is known to be meant.
    #[default]
    Unresolved,
}

/// The words that mark the attribution.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cue {
    /// One contiguous verb group, noun, "according to" or colon.
    pub span: Span,
    /// The base form of its main word.
    pub lemma: String,
    pub(crate) tokens: Run,
}

/// What is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Content {
    /// Its parts in text order, at least one; parts with only white space between are one.
    pub spans: Vec<Span>,
    /// The quotations inside it, marks included.
    pub quoted: Vec<Span>,
    pub(crate) tokens: Vec<Run>,
}

impl Content {
    /// What is said, as it stands in the document's text: the parts with one space between.
    ///
    /// ```
    /// let text = "“It is late,” said Ann Poe. “We go.”";
    /// let document = whosaid::Extractor::new().extract(text);
    /// assert_eq!(document.claims()[0].content.of(text), "“It is late,” “We go.”");
    /// ```
    pub fn of(&self, text: &str) -> String {
        let mut words = String::with_capacity(self.spans.iter().map(|span| span.len() + 1).sum());
        for (at, span) in self.spans.iter().enumerate() {
            words.push_str(if at > 0 { " " } else { "" });
            words.push_str(span.of(text));
        }
        words
    }
}

/// When the source spoke.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SaidAt {
    /// The time expression.
    pub span: Span,
    /// Its TIMEX3 value, which may follow from the publication date, where it begins with a year or decade: `2024-10-11`,
    /// `2024-10-11T14:30`, `2024-W41`, `2024-SU`, `199`. `None` where the year is not known, and of what is no date, as "recently".
    pub value: Option<String>,
}

/// An attribution: source, cue and content. No byte is in two of them; a content may have parts on both sides of source and cue.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Claim {
    /// Its index in [`Document::claims`].
    pub id: ClaimId,
    /// The claim whose content holds this one.
    pub parent: Option<ClaimId>,
    /// How much of the content is quoted.
    pub quotation: Quotation,
    /// Who says it; `None` where the text does not say.
    pub source: Option<Source>,
    /// The words that attribute. A quotation without a cue of its own joins a claim that has one, or is in none.
    pub cue: Cue,
    /// What is said.
    pub content: Content,
    /// What the source does by saying it.
    pub act: Act,
    /// Whether the cue is negated.
    pub polarity: Polarity,
    /// Whether the cue takes the content for true.
    pub commitment: Commitment,
    /// How strongly the cue speaks.
    pub force: Force,
    /// Whom the source addresses: "told *reporters*"; at the head of the content too: "urged *the crew* to leave".
    pub addressee: Option<Source>,
    /// When it was said.
    pub said_at: Option<SaidAt>,
    /// "if it launches an attack"
    pub condition: Option<Span>,
    /// The first word in the claim's own words by which it is hearsay: "reportedly", "allegedly", "alleged".
    pub hedge: Option<Span>,
    /// The entities that relay the claim, outermost first, each once: those of the sources of the claims whose contents hold all of
    /// it, source, cue and content, but for its own. A claim whose cue alone is inside has a [`parent`](Claim::parent) and no relay.
    pub via: Vec<EntityId>,
    /// The claim that this one answers, denies or judges; behind it where its own content names that one ("denied *a claim by
    /// Poe* that").
    pub reply_to: Option<ClaimId>,
    /// How sure the extractor is of cue, source and content, from 0 to 1. It orders claims, but is not calibrated: it is no
    /// probability that the claim is right, and says nothing of the speaker, as [`Source::certainty`] does.
    pub confidence: f32,
    /// The name of the first pattern that fits the source, cue and content that were chosen; "other" if none does, "turn" for
    /// what somebody says in an interview, debate or transcript, and "headline" for a headline that ends or begins with who
    /// says it.
    pub rule: Arc<str>,
    /// Whether the cue's own words hold a negation.
    pub(crate) negated: bool,
}

/// Rounds to two decimals; what is outside 0 to 1 goes to the nearest end, and what is no number to 0.
pub(crate) fn hundredths(confidence: f32) -> f32 {
    let confidence = if confidence.is_nan() { 0.0 } else { confidence.clamp(0.0, 1.0) };
    (confidence * 100.0).round() / 100.0
}

/// Names the variants of an enum as the wire format does.
macro_rules! wire_names {
    ($what:ident { $($variant:ident: $name:literal),* $(,)? }) => {
        impl $what {
            /// Every variant, in order.
            pub const ALL: &'static [$what] = &[$($what::$variant),*];

            /// Its name in the wire format, as which it prints too.
            pub const fn name(self) -> &'static str {
                match self {
                    $($what::$variant => $name),*
                }
            }
        }

        impl std::fmt::Display for $what {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.pad(self.name())
            }
        }

        impl std::str::FromStr for $what {
            type Err = $crate::UnknownName;

            /// The variant of this name in the wire format.
            fn from_str(name: &str) -> Result<$what, $crate::UnknownName> {
                match name {
                    $($name => Ok($what::$variant),)*
                    _ => Err($crate::UnknownName::new(name, &[$($name),*])),
                }
            }
        }
    };
}
pub(crate) use wire_names;

wire_names!(Part {
    Headline: "headline",
    Subhead: "subhead",
    Dateline: "dateline",
    Byline: "byline",
    Body: "body",
    Credit: "credit",
});
wire_names!(EntityType {
    Person: "person",
    Organisation: "organisation",
    Place: "place",
    Time: "time",
    Quantity: "quantity",
    Other: "other",
});
wire_names!(Form {
    Name: "name",
    Nominal: "nominal",
    Pronoun: "pronoun",
    Metonym: "metonym",
    Demonym: "demonym",
});
wire_names!(Quotation { Direct: "direct", Indirect: "indirect", Mixed: "mixed" });
wire_names!(Act {
    State: "state",
    Attribute: "attribute",
    Deny: "deny",
    Accuse: "accuse",
    Criticise: "criticise",
    Praise: "praise",
    Warn: "warn",
    Threaten: "threaten",
    Promise: "promise",
    Demand: "demand",
    Propose: "propose",
    Ask: "ask",
    Predict: "predict",
    Confirm: "confirm",
    Admit: "admit",
    Reveal: "reveal",
    Believe: "believe",
    Want: "want",
    Intend: "intend",
    Reply: "reply",
    Show: "show",
    Complain: "complain",
    Thank: "thank",
    Other: "other",
});
wire_names!(Polarity { Positive: "positive", Negative: "negative" });
wire_names!(Commitment { Presumed: "presumed", Open: "open", Doubted: "doubted" });
wire_names!(Force { Mild: "mild", Neutral: "neutral", Strong: "strong" });
wire_names!(Resolution {
    Name: "name",
    Title: "title",
    Pronoun: "pronoun",
    Nominal: "nominal",
    Metonym: "metonym",
    Apposition: "apposition",
    Unresolved: "unresolved",
});
