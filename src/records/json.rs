//! JSON straight from the tables: byte for byte what serde makes of the [`Record`](super::Record), without building one.

use std::io::{self, Write};

use super::{Edge, Offsets, SCHEMA_VERSION};
use crate::Span;
use crate::document::{
    Claim, ClaimId, Content, Cue, Document, Entity, EntityId, Mention, SaidAt, Sentence, Source,
    hundredths,
};

/// The buffer goes to the writer when it holds this much.
const FULL: usize = 3 << 14;

/// Writes the record of `document`.
pub(super) fn write(
    document: &Document,
    edge: &Edge,
    offsets: Offsets,
    mut writer: impl Write,
) -> io::Result<()> {
    let mut json = Json { edge, out: Vec::with_capacity(FULL + FULL / 8) };
    json.head(document, offsets)?;
    json.raw(",\"sentences\":");
    json.rows(document.sentences(), &mut writer, Json::sentence)?;
    json.raw(",\"entities\":");
    json.rows(document.entities(), &mut writer, Json::entity)?;
    json.raw(",\"claims\":");
    json.rows(document.claims(), &mut writer, Json::claim)?;
    json.raw("}");
    writer.write_all(&json.out)
}

struct Json<'e, 't> {
    edge: &'e Edge<'t>,
    out: Vec<u8>,
}

impl Json<'_, '_> {
    #[inline(always)]
    fn raw(&mut self, json: &str) {
        self.out.extend_from_slice(json.as_bytes());
    }

    fn number(&mut self, number: u32) {
        let pair = |number: u32| PAIRS[number as usize % 100];
        match number {
            0..10 => self.out.push(b'0' + number as u8),
            10..100 => self.out.extend_from_slice(&pair(number)),
            100..1000 => {
                self.out.push(b'0' + (number / 100) as u8);
                self.out.extend_from_slice(&pair(number));
            }
            1000..10_000 => {
                self.out.extend_from_slice(&pair(number / 100));
                self.out.extend_from_slice(&pair(number));
            }
            _ => {
                self.number(number / 10_000);
                self.out.extend_from_slice(&pair(number / 100));
                self.out.extend_from_slice(&pair(number));
            }
        }
    }

    /// The inside of a string.
    fn escaped(&mut self, text: &str) {
        if is_plain(text.as_bytes()) {
            return self.raw(text);
        }
        let mut copied = 0;
        for (at, byte) in text.bytes().enumerate() {
            if !matches!(byte, 0..0x20 | b'"' | b'\\') {
                continue;
            }
            self.raw(text.get(copied..at).unwrap_or_default());
            copied = at + 1;
            match byte {
                b'"' => self.raw("\\\""),
                b'\\' => self.raw("\\\\"),
                b'\n' => self.raw("\\n"),
                b'\r' => self.raw("\\r"),
                b'\t' => self.raw("\\t"),
                0x08 => self.raw("\\b"),
                0x0c => self.raw("\\f"),
                _ => {
                    self.raw("\\u00");
                    self.out.push(b'0' + (byte >> 4));
                    self.out.push(b"0123456789abcdef"[usize::from(byte & 15)]);
                }
            }
        }
        self.raw(text.get(copied..).unwrap_or_default());
    }

    fn string(&mut self, text: &str) {
        self.out.push(b'"');
        self.escaped(text);
        self.out.push(b'"');
    }

    /// A word that needs no escapes.
    fn name(&mut self, name: &str) {
        self.out.push(b'"');
        self.raw(name);
        self.out.push(b'"');
    }

    fn optional<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        match value {
            Some(value) => write(self, value),
            None => self.raw("null"),
        }
    }

    fn list<T>(&mut self, values: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.out.push(b'[');
        for (at, value) in values.iter().enumerate() {
            if at > 0 {
                self.out.push(b',');
            }
            write(self, value);
        }
        self.out.push(b']');
    }

    /// Like [`Json::list`], with what is finished handed to the writer.
    fn rows<T>(
        &mut self,
        rows: &[T],
        writer: &mut impl Write,
        mut write: impl FnMut(&mut Self, &T),
    ) -> io::Result<()> {
        self.out.push(b'[');
        for (at, row) in rows.iter().enumerate() {
            if at > 0 {
                self.out.push(b',');
            }
            write(self, row);
            if self.out.len() >= FULL {
                writer.write_all(&self.out)?;
                self.out.clear();
            }
        }
        self.out.push(b']');
        Ok(())
    }

    /// `"start":…,"end":…` after an opening brace.
    fn open(&mut self, span: Span) {
        self.raw("{\"start\":");
        self.number(self.edge.ruler.offset(span.start));
        self.raw(",\"end\":");
        self.number(self.edge.ruler.offset(span.end));
    }

    fn range(&mut self, span: Span) {
        self.open(span);
        self.raw("}");
    }

    /// An object with its text that more fields may follow.
    fn open_passage(&mut self, span: Span) {
        self.open(span);
        self.raw(",\"text\":");
        self.string(span.of(self.edge.text));
    }

    fn passage(&mut self, span: Span) {
        self.open_passage(span);
        self.raw("}");
    }

    fn entities(&mut self, ids: &[EntityId]) {
        self.list(ids, |json, id| json.number(id.0));
    }

    fn claim_id(&mut self, id: ClaimId) {
        self.number(id.0);
    }

    fn head(&mut self, document: &Document, offsets: Offsets) -> io::Result<()> {
        self.raw("{\"schema\":");
        self.number(SCHEMA_VERSION);
        self.raw(",\"id\":");
        match document.id() {
            Some(id) => serde_json::to_writer(&mut self.out, id)?,
            None => self.raw("null"),
        }
        self.raw(",\"published\":");
        self.optional(document.published().as_deref(), Self::string);
        self.raw(",\"offsets\":");
        self.name(offsets.name());
        Ok(())
    }

    fn sentence(&mut self, row: &Sentence) {
        self.open(row.span);
        self.raw(",\"kind\":");
        self.name(row.part.name());
        self.raw("}");
    }

    fn entity(&mut self, row: &Entity) {
        self.raw("{\"id\":");
        self.number(row.id.0);
        self.raw(",\"type\":");
        self.name(row.kind.name());
        self.raw(",\"name\":");
        self.string(&row.name);
        self.raw(",\"role\":");
        self.optional(row.role.as_deref(), Self::string);
        self.raw(",\"link\":");
        self.optional(row.link.as_deref(), Self::string);
        self.raw(",\"mentions\":");
        self.list(&row.mentions, Self::mention);
        self.raw("}");
    }

    fn mention(&mut self, row: &Mention) {
        self.open(row.span);
        self.raw(",\"form\":");
        self.name(row.form.name());
        if let Some(name) = row.name.filter(|name| *name != row.span) {
            self.raw(",\"name\":");
            self.range(name);
        }
        self.raw("}");
    }

    fn claim(&mut self, row: &Claim) {
        self.raw("{\"id\":");
        self.claim_id(row.id);
        self.raw(",\"parent\":");
        self.optional(row.parent, Self::claim_id);
        self.raw(",\"quotation\":");
        self.name(row.quotation.name());
        self.raw(",\"source\":");
        self.optional(row.source.as_ref(), Self::source);
        self.raw(",\"cue\":");
        self.cue(&row.cue);
        self.raw(",\"content\":");
        self.content(&row.content);
        self.raw(",\"act\":");
        self.name(row.act.name());
        self.raw(",\"polarity\":");
        self.name(row.polarity.name());
        self.raw(",\"commitment\":");
        self.name(row.commitment.name());
        self.raw(",\"force\":");
        self.name(row.force.name());
        self.raw(",\"addressee\":");
        self.optional(row.addressee.as_ref(), Self::source);
        self.raw(",\"said_at\":");
        self.optional(row.said_at.as_ref(), Self::said_at);
        self.raw(",\"condition\":");
        self.optional(row.condition, Self::passage);
        self.raw(",\"hedge\":");
        self.optional(row.hedge, Self::passage);
        self.raw(",\"via\":");
        self.entities(&row.via);
        self.raw(",\"reply_to\":");
        self.optional(row.reply_to, Self::claim_id);
        self.raw(",\"confidence\":");
        self.hundredths(row.confidence);
        self.raw(",\"rule\":");
        self.string(&row.rule);
        self.raw("}");
    }

    fn source(&mut self, row: &Source) {
        self.open_passage(row.span);
        self.raw(",\"entities\":");
        self.entities(&row.entities);
        self.raw(if row.anonymous { ",\"anonymous\":true" } else { ",\"anonymous\":false" });
        self.raw(",\"resolution\":");
        self.name(row.resolution.name());
        self.raw(",\"antecedent\":");
        self.optional(row.antecedent, Self::passage);
        self.raw(",\"certainty\":");
        self.hundredths(row.certainty);
        self.raw("}");
    }

    fn cue(&mut self, row: &Cue) {
        self.open_passage(row.span);
        self.raw(",\"lemma\":");
        self.string(&row.lemma);
        self.raw("}");
    }

    fn said_at(&mut self, row: &SaidAt) {
        self.open_passage(row.span);
        self.raw(",\"value\":");
        self.optional(row.value.as_deref(), Self::string);
        self.raw("}");
    }

    fn content(&mut self, row: &Content) {
        self.raw("{\"text\":\"");
        for (at, span) in row.spans.iter().enumerate() {
            if at > 0 {
                self.out.push(b' ');
            }
            self.escaped(span.of(self.edge.text));
        }
        self.raw("\",\"spans\":");
        self.list(&row.spans, |json, span| json.range(*span));
        self.raw(",\"quoted\":");
        self.list(&row.quoted, |json, span| json.range(*span));
        self.raw("}");
    }

    /// A confidence with as many decimals as it needs, at least one.
    fn hundredths(&mut self, confidence: f32) {
        let count = (hundredths(confidence) * 100.0).round() as u32;
        self.number(count / 100);
        self.raw(".");
        self.number(count / 10 % 10);
        if !count.is_multiple_of(10) {
            self.number(count % 10);
        }
    }
}

/// The digits of the numbers below a hundred.
const PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[0; 2]; 100];
    let mut at = 0;
    while at < pairs.len() {
        pairs[at] = [b'0' + at as u8 / 10, b'0' + at as u8 % 10];
        at += 1;
    }
    pairs
};

/// Whether nothing needs an escape, told for eight bytes at a time. A "no" may be wrong, which costs time only.
fn is_plain(bytes: &[u8]) -> bool {
    /// In each of eight bytes.
    const ONES: u64 = u64::MAX / 255;
    let special = |eight: &[u8; 8]| {
        let eight = u64::from_le_bytes(*eight);
        let below = |bytes: u64, limit: u64| bytes.wrapping_sub(limit * ONES) & !bytes;
        let equal = |byte: u8| below(eight ^ (u64::from(byte) * ONES), 1);
        (below(eight, 0x20) | equal(b'"') | equal(b'\\')) & (128 * ONES)
    };
    let (chunks, rest) = bytes.as_chunks();
    let found = chunks.iter().fold(0, |found, chunk| found | special(chunk));
    let rest = match bytes.last_chunk() {
        Some(last) => special(last) == 0,
        None => rest.iter().all(|byte| !matches!(byte, 0..0x20 | b'"' | b'\\')),
    };
    found == 0 && rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{
        Act, Commitment, EntityType, Force, Form, Part, Polarity, Quotation, Resolution,
    };
    use crate::span::Run;

    /// A claim with every field set, for each act, confidence and resolution.
    fn document(text: &str) -> Document<'_> {
        let all = Span::new(0, text.len() as u32);
        let source = |resolution| Source {
            entities: vec![EntityId(0), EntityId(10)],
            resolution,
            antecedent: Some(all),
            certainty: 0.57,
            ..Source::new(all, Run::default())
        };
        let acts = Act::ALL;
        let resolutions = Resolution::ALL;
        let claims = (0..=102).map(|at| Claim {
            id: ClaimId(at),
            parent: (at > 0).then_some(ClaimId(at)),
            quotation: [Quotation::Direct, Quotation::Indirect, Quotation::Mixed][at as usize % 3],
            source: (at != 1).then(|| source(resolutions[at as usize % 7])),
            cue: Cue { span: all, lemma: text.into(), tokens: Run::default() },
            content: Content {
                spans: vec![all; at as usize % 4],
                quoted: vec![all],
                ..Content::default()
            },
            act: acts[at as usize % acts.len()],
            polarity: [Polarity::Positive, Polarity::Negative][at as usize % 2],
            commitment: [Commitment::Presumed, Commitment::Open, Commitment::Doubted]
                [at as usize % 3],
            force: [Force::Mild, Force::Neutral, Force::Strong][at as usize % 3],
            addressee: (at == 2).then(|| source(Resolution::Name)),
            said_at: (at == 2).then(|| SaidAt { span: all, value: Some(text.into()) }),
            condition: (at == 2).then_some(all),
            hedge: (at == 1).then_some(all),
            via: vec![EntityId(at); at as usize % 3],
            reply_to: (at % 2 == 1).then_some(ClaimId(4_000_000_000 + at)),
            confidence: at as f32 / 100.0,
            rule: text.into(),
            negated: false,
        });
        let mut document = crate::Extractor::new().extract(text);
        document.claims = claims.collect();
        document
    }

    #[test]
    fn the_same_as_the_record_by_serde() {
        let hostile: String =
            (0..0x250).filter_map(char::from_u32).chain("😀\u{2028}\"\\".chars()).collect();
        for text in ["", "Ann Poe, 40, of Oslo said on Monday: “No.”", &hostile] {
            let mut document = document(text);
            for (at, offsets) in
                [Offsets::Byte, Offsets::Char, Offsets::Utf16].into_iter().enumerate()
            {
                document.id = (at > 0).then(|| text.into());
                let mut json = Vec::new();
                document.write_json(offsets, &mut json).expect("a vector takes everything");
                let record = document.to_record(offsets).to_json();
                assert_eq!(String::from_utf8(json).expect("UTF-8"), record);
            }
        }
    }

    #[test]
    fn names_are_those_of_serde() {
        fn check<T: Copy + serde::Serialize + std::fmt::Display>(all: &[T]) {
            for it in all {
                assert_eq!(serde_json::to_string(it).ok(), Some(format!("\"{it}\"")));
            }
        }
        check(Part::ALL);
        check(EntityType::ALL);
        check(Form::ALL);
        check(Quotation::ALL);
        check(Act::ALL);
        check(Polarity::ALL);
        check(Commitment::ALL);
        check(Force::ALL);
        check(Resolution::ALL);
    }
}
