//! The wire format: what a document looks like as JSON, one object an article.
//!
//! [`Document::to_record`] copies the tables into plain serde types, [`Document::write_json`] writes the same as JSON without
//! them; both turn byte offsets into those of another unit by one `Ruler`. The rows here have the names of the rows of a
//! [`Document`], [`records::Claim`](Claim) that of [`Claim`](crate::Claim), but hold what JSON has: offsets in the unit asked
//! for, and the text they stand for. [`RECORD_SCHEMA`] describes the same format as a JSON Schema. A field that does not apply is
//! `null`, except the `name` of a mention that is nothing but the name, which is left out.
//!
//! ```
//! use whosaid::{Extractor, Offsets, Record};
//!
//! let document = Extractor::new().extract("“It is late,” said Ann Poe.");
//! let record = document.to_record(Offsets::Char);
//! assert_eq!(record.sentences[0].end, 27); // 31 bytes
//! let read: Record = serde_json::from_str(&record.to_json()).unwrap();
//! assert_eq!(read, record);
//! ```

use std::io;

use serde::{Deserialize, Serialize};

mod json;

use crate::document::{
    self, Act, Commitment, Document, EntityType, Force, Form, Part, Polarity, Quotation,
    Resolution, hundredths, wire_names,
};
pub use crate::document::{ClaimId, EntityId, Id};

/// The version that records carry as `schema`. It rises when a name changes its meaning, not when the format grows.
pub const SCHEMA_VERSION: u32 = 1;

/// The JSON Schema (2020-12) of a [`Record`].
pub const RECORD_SCHEMA: &str = include_str!("../data/record.schema.json");

/// The unit in which a record counts `start` and `end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Offsets {
    /// Bytes of UTF-8, as in Rust and Go.
    #[default]
    Byte,
    /// Unicode code points, as in Python.
    Char,
    /// UTF-16 code units, as in JavaScript and Java.
    Utf16,
}

wire_names!(Offsets { Byte: "byte", Char: "char", Utf16: "utf16" });

/// Everything found in one article, ready for JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Record {
    /// [`SCHEMA_VERSION`]
    pub schema: u32,
    /// The id that the caller gave the article.
    pub id: Option<Id>,
    /// The publication date, `YYYY-MM-DD`.
    pub published: Option<String>,
    /// The unit of every `start` and `end` below.
    pub offsets: Offsets,
    /// The sentences in text order.
    pub sentences: Vec<Sentence>,
    /// The entities in the order of their ids.
    pub entities: Vec<Entity>,
    /// The claims in the order of their ids.
    pub claims: Vec<Claim>,
}

/// A half-open range of the article's text, in the record's unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// The offset of its first unit.
    pub start: u32,
    /// The offset after its last unit.
    pub end: u32,
}

/// A range with its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[allow(missing_docs)] // see `Range`
pub struct Passage {
    pub start: u32,
    pub end: u32,
    /// The article's text from `start` to `end`.
    pub text: String,
}

/// A sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[allow(missing_docs)]
pub struct Sentence {
    pub start: u32,
    pub end: u32,
    /// The part of the article it belongs to.
    #[serde(rename = "kind")]
    pub part: Part,
}

/// A person, organisation, place, time or quantity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Entity {
    /// Its index in [`Record::entities`].
    pub id: EntityId,
    /// What kind of thing it is.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// Its fullest name; of a time the TIMEX3 value where one is known, of a quantity the normal form, as in
    /// [`Entity::name`](crate::Entity::name).
    pub name: String,
    /// The role that the article gives a person.
    pub role: Option<String>,
    /// The outside id of its gazetteer row.
    pub link: Option<String>,
    /// Where the article mentions it, in text order.
    pub mentions: Vec<Mention>,
}

/// One place in the text that stands for an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[allow(missing_docs)]
pub struct Mention {
    pub start: u32,
    pub end: u32,
    /// How it names the entity.
    pub form: Form,
    /// The name alone, where the mention holds more than the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Range>,
}

/// An attribution: source, cue and content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Claim {
    /// Its index in [`Record::claims`].
    pub id: ClaimId,
    /// The claim whose content holds this one.
    pub parent: Option<ClaimId>,
    /// How much of the content is quoted.
    pub quotation: Quotation,
    /// Who says it.
    pub source: Option<Source>,
    /// The words that attribute.
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
    /// Whom the source addresses.
    pub addressee: Option<Source>,
    /// When it was said.
    pub said_at: Option<SaidAt>,
    /// The condition that the source sets.
    pub condition: Option<Passage>,
    /// The word by which the claim is hearsay: "reportedly", "allegedly".
    pub hedge: Option<Passage>,
    /// The ids of the entities that relay it, outermost first.
    pub via: Vec<EntityId>,
    /// The claim that this one answers or denies.
    pub reply_to: Option<ClaimId>,
    /// How sure the extractor is, from 0 to 1, rounded to two decimals; no probability, as
    /// [`Claim::confidence`](crate::Claim::confidence) says.
    pub confidence: f32,
    /// The name of the first pattern that fits what was chosen, else "other", "turn" or "headline", as
    /// [`Claim::rule`](crate::Claim::rule) says.
    pub rule: String,
}

/// The words that name who speaks or is spoken to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[allow(missing_docs)]
pub struct Source {
    pub start: u32,
    pub end: u32,
    pub text: String,
    /// The ids of the entities that it resolves to; none where it is not resolved, or to nobody with a name.
    pub entities: Vec<EntityId>,
    /// Whether it is a person or group that the article does not name.
    #[serde(default)]
    pub anonymous: bool,
    /// What kind of expression told who it is, with a name or without.
    #[serde(default)]
    pub resolution: Resolution,
    /// The expression elsewhere that it was resolved by.
    #[serde(default)]
    pub antecedent: Option<Passage>,
    /// How likely it is, from 0 to 1, that it means these entities; 0 where there are none.
    #[serde(default)]
    pub certainty: f32,
}

/// The words that attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[allow(missing_docs)]
pub struct Cue {
    pub start: u32,
    pub end: u32,
    pub text: String,
    /// The base form of the main word.
    pub lemma: String,
}

/// What is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Content {
    /// The texts of the spans with one space between them.
    pub text: String,
    /// Its parts in text order, at least one.
    pub spans: Vec<Range>,
    /// The quotations in it, marks included.
    pub quoted: Vec<Range>,
}

/// When the source spoke.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[allow(missing_docs)]
pub struct SaidAt {
    pub start: u32,
    pub end: u32,
    pub text: String,
    /// The TIMEX3 value, as in [`SaidAt::value`](crate::SaidAt::value).
    pub value: Option<String>,
}

impl Document<'_> {
    /// The document as a record of the wire format, its offsets counted in `offsets`.
    pub fn to_record(&self, offsets: Offsets) -> Record {
        let edge = Edge { text: self.text(), ruler: Ruler::new(self.text(), offsets) };
        Record {
            schema: SCHEMA_VERSION,
            id: self.id().cloned(),
            published: self.published(),
            offsets,
            sentences: self.sentences().iter().map(|row| edge.sentence(row)).collect(),
            entities: self.entities().iter().map(|row| edge.entity(row)).collect(),
            claims: self.claims().iter().map(|row| edge.claim(row)).collect(),
        }
    }

    /// Writes what [`Document::to_record`] and [`Record::to_json`] return; several times faster, for no record is made. It
    /// writes some 50 kB at a time.
    ///
    /// ```
    /// # use whosaid::{Extractor, Offsets};
    /// let document = Extractor::new().extract("“It is late,” said Ann Poe.");
    /// let mut json = Vec::new();
    /// document.write_json(Offsets::Byte, &mut json).unwrap();
    /// assert_eq!(json, document.to_record(Offsets::Byte).to_json().into_bytes());
    /// ```
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write_json(&self, offsets: Offsets, writer: impl io::Write) -> io::Result<()> {
        let edge = Edge { text: self.text(), ruler: Ruler::new(self.text(), offsets) };
        json::write(self, &edge, offsets, writer)
    }
}

impl Record {
    /// Who says it: the entities of this record that the source of a claim means, as
    /// [`Document::speakers`](crate::Document::speakers) gives them.
    pub fn speakers<'r>(&'r self, claim: &Claim) -> impl Iterator<Item = &'r Entity> {
        claim.source.iter().flat_map(|source| self.entities_of(source))
    }

    /// Whom a source or addressee of this record means: none where it is nobody with a name.
    pub fn entities_of<'r>(&'r self, source: &Source) -> impl Iterator<Item = &'r Entity> {
        source.entities.iter().filter_map(|id| self.entity(*id))
    }

    /// The entity of this id; `None` if it is another record's.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.index())
    }

    /// The claim of this id; `None` if it is another record's.
    ///
    /// ```
    /// use whosaid::{Extractor, Offsets};
    ///
    /// let text = "“It is late,” Ann Poe said, according to the Marsk Courier.";
    /// let record = Extractor::new().extract(text).to_record(Offsets::Char);
    /// let inside = record.claims.iter().find(|claim| claim.parent.is_some()).unwrap();
    /// let outer = inside.parent.and_then(|id| record.claim(id)).unwrap();
    /// assert_eq!(record.speakers(outer).next().unwrap().name, "Marsk Courier");
    /// ```
    pub fn claim(&self, id: ClaimId) -> Option<&Claim> {
        self.claims.get(id.index())
    }

    /// The record as one line of JSON, without a line break at its end.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default() // no map keys, no failing writer: it cannot fail
    }

    /// Writes what [`Record::to_json`] returns.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write_json(&self, mut writer: impl io::Write) -> io::Result<()> {
        // At once: serde would write some bytes at a time.
        writer.write_all(self.to_json().as_bytes())
    }
}

/// Where rows of the tables turn into their wire types.
struct Edge<'t> {
    text: &'t str,
    ruler: Ruler<'t>,
}

impl Edge<'_> {
    fn range(&self, span: crate::Span) -> Range {
        Range { start: self.ruler.offset(span.start), end: self.ruler.offset(span.end) }
    }

    fn passage(&self, span: crate::Span) -> Passage {
        let Range { start, end } = self.range(span);
        Passage { start, end, text: span.of(self.text).to_owned() }
    }

    fn sentence(&self, row: &document::Sentence) -> Sentence {
        let Range { start, end } = self.range(row.span);
        Sentence { start, end, part: row.part }
    }

    fn entity(&self, row: &document::Entity) -> Entity {
        Entity {
            id: row.id,
            kind: row.kind,
            name: row.name.clone(),
            role: row.role.clone(),
            link: row.link.clone(),
            mentions: row.mentions.iter().map(|mention| self.mention(mention)).collect(),
        }
    }

    fn mention(&self, row: &document::Mention) -> Mention {
        let Range { start, end } = self.range(row.span);
        let name = row.name.filter(|name| *name != row.span).map(|name| self.range(name));
        Mention { start, end, form: row.form, name }
    }

    fn claim(&self, row: &document::Claim) -> Claim {
        Claim {
            id: row.id,
            parent: row.parent,
            quotation: row.quotation,
            source: row.source.as_ref().map(|source| self.source(source)),
            cue: self.cue(&row.cue),
            content: self.content(&row.content),
            act: row.act,
            polarity: row.polarity,
            commitment: row.commitment,
            force: row.force,
            addressee: row.addressee.as_ref().map(|addressee| self.source(addressee)),
            said_at: row.said_at.as_ref().map(|said_at| self.said_at(said_at)),
            condition: row.condition.map(|span| self.passage(span)),
            hedge: row.hedge.map(|span| self.passage(span)),
            via: row.via.clone(),
            reply_to: row.reply_to,
            confidence: hundredths(row.confidence),
            rule: row.rule.to_string(),
        }
    }

    fn source(&self, row: &document::Source) -> Source {
        let Passage { start, end, text } = self.passage(row.span);
        Source {
            start,
            end,
            text,
            entities: row.entities.clone(),
            anonymous: row.anonymous,
            resolution: row.resolution,
            antecedent: row.antecedent.map(|span| self.passage(span)),
            certainty: hundredths(row.certainty),
        }
    }

    fn cue(&self, row: &document::Cue) -> Cue {
        let Passage { start, end, text } = self.passage(row.span);
        Cue { start, end, text, lemma: row.lemma.clone() }
    }

    fn said_at(&self, row: &document::SaidAt) -> SaidAt {
        let Passage { start, end, text } = self.passage(row.span);
        SaidAt { start, end, text, value: row.value.clone() }
    }

    fn content(&self, row: &document::Content) -> Content {
        let ranges = |spans: &[crate::Span]| spans.iter().map(|span| self.range(*span)).collect();
        Content { text: row.of(self.text), spans: ranges(&row.spans), quoted: ranges(&row.quoted) }
    }
}

/// Converts byte offsets to another unit: the unit's count at every 64th byte, so that each look-up reads less than 64.
struct Ruler<'t> {
    bytes: &'t [u8],
    offsets: Offsets,
    /// Units before byte 64·n; empty where bytes are the unit already.
    marks: Vec<u32>,
}

/// Bytes from mark to mark.
const STRIDE: usize = 64;

impl<'t> Ruler<'t> {
    fn new(text: &'t str, offsets: Offsets) -> Ruler<'t> {
        let bytes = text.as_bytes();
        let mut marks = Vec::new();
        if offsets != Offsets::Byte && !text.is_ascii() {
            marks.reserve(bytes.len() / STRIDE + 1);
            let mut units = 0;
            for chunk in bytes.chunks(STRIDE) {
                marks.push(units);
                units += count(chunk, offsets);
            }
        }
        Ruler { bytes, offsets, marks }
    }

    #[inline]
    fn offset(&self, byte: u32) -> u32 {
        if self.marks.is_empty() {
            return byte;
        }
        let at = (byte as usize).min(self.bytes.len());
        let mark = (at / STRIDE).min(self.marks.len() - 1);
        self.marks[mark] + count(&self.bytes[mark * STRIDE..at], self.offsets)
    }
}

/// How many units begin in these bytes: a character begins at each byte that does not continue one, and the four-byte
/// ones are two units of UTF-16.
fn count(bytes: &[u8], offsets: Offsets) -> u32 {
    let characters = || bytes.iter().map(|byte| u32::from(byte & 0xc0 != 0x80)).sum::<u32>();
    match offsets {
        Offsets::Byte => bytes.len() as u32,
        Offsets::Char => characters(),
        Offsets::Utf16 => {
            characters() + bytes.iter().map(|byte| u32::from(*byte >= 0xf0)).sum::<u32>()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_agree_with_the_standard_library_at_every_boundary() {
        let text = "a\u{feff}é€😀 e\u{301}".repeat(30);
        for end in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            let before = &text[..end];
            let offset = |unit| Ruler::new(&text, unit).offset(end as u32) as usize;
            assert_eq!(offset(Offsets::Byte), end);
            assert_eq!(offset(Offsets::Char), before.chars().count());
            assert_eq!(offset(Offsets::Utf16), before.encode_utf16().count());
        }
    }

    #[test]
    fn offsets_outside_the_text_do_not_panic() {
        assert_eq!(Ruler::new("é", Offsets::Char).offset(9), 1);
        assert_eq!(Ruler::new("", Offsets::Utf16).offset(0), 0);
    }

    #[test]
    fn confidence_is_a_number_in_hundredths() {
        let json = |value| serde_json::to_string(&hundredths(value)).unwrap_or_default();
        assert_eq!(json(0.966_6), "0.97");
        assert_eq!(json(1.0), "1.0");
        assert_eq!(json(7.0), "1.0");
        assert_eq!(json(f32::NAN), "0.0");
    }
}
