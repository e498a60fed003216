//! Sentence boundaries and names against JSONL with gold offsets in code points, names also against the project's own articles.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

use serde_json::Value;
use whosaid::{EntityType, Extractor, Form, Span};

use crate::marked::read_names;
use crate::{Score, lines, share};

/// An annotated text and where it stands.
struct Row {
    /// File and line.
    place: String,
    fields: Value,
    text: String,
    /// The byte offset of each code point and of the end.
    bytes: Vec<usize>,
}

impl Row {
    fn read(place: String, line: &str) -> Result<Row, String> {
        let fields: Value =
            serde_json::from_str(line).map_err(|error| format!("{place}: {error}"))?;
        let text = fields["text"].as_str().map(str::to_owned);
        let text = text.ok_or_else(|| format!("{place}: no string in field text"))?;
        let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Ok(Row { place, fields, text, bytes })
    }

    fn list(&self, field: &str) -> Result<&[Value], String> {
        let list = self.fields[field].as_array().map(Vec::as_slice);
        list.ok_or_else(|| format!("{}: no list in field {field}", self.place))
    }

    /// The byte offset that a JSON number of code points stands for.
    fn byte(&self, value: &Value) -> Result<usize, String> {
        let at = value.as_u64().and_then(|at| self.bytes.get(usize::try_from(at).ok()?));
        let (place, end) = (&self.place, self.bytes.len() - 1);
        at.copied().ok_or_else(|| format!("{place}: offset {value}; expected 0 to {end}"))
    }

    /// The span and label of a name; `None` of one that is neither person nor organisation nor place.
    fn name(&self, entity: &Value) -> Result<Option<(usize, usize, usize)>, String> {
        let (start, end) = (self.byte(&entity["start"])?, self.byte(&entity["end"])?);
        let name = entity["label"].as_str().unwrap_or_default();
        let label = LABELS.iter().position(|label| *label == name);
        let place = &self.place;
        if start >= end {
            return Err(format!("{place}: a name that ends where it starts, or before"));
        }
        if label.is_none() && name != "MISC" {
            let label = &entity["label"];
            return Err(format!("{place}: label {label}; expected PER, ORG, LOC or MISC"));
        }
        Ok(label.map(|label| (start, end, label)))
    }
}

/// The rows of a file.
fn rows(path: &str) -> Result<Vec<Row>, Box<dyn Error>> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    Ok(lines.map(|(line, at)| Row::read(format!("{path}:{at}"), line)).collect::<Result<_, _>>()?)
}

/// A boundary is the place after a sentence's last character that is no white space; the end of the text does not count.
pub(crate) fn evaluate_sentences(
    extractor: &Extractor,
    path: &str,
    errors: usize,
) -> Result<String, Box<dyn Error>> {
    let (mut score, mut whole, mut texts, mut wrong) = (Score::default(), 0, 0, Vec::new());
    for row in rows(path)? {
        let text = &*row.text;
        let back = |at: usize| text[..at].trim_end().len();
        let ends = row.list("ends")?.iter().map(|end| Ok(back(row.byte(end)?)));
        let mut gold = ends.collect::<Result<BTreeSet<usize>, String>>()?;
        let document = extractor.extract(text);
        let sentences = document.sentences();
        let mut found: BTreeSet<usize> =
            sentences.iter().map(|sentence| back(sentence.span.end as usize)).collect();
        gold.remove(&back(text.len()));
        found.remove(&back(text.len()));
        found.remove(&0);
        score.right += gold.intersection(&found).count();
        score.predicted += found.len();
        score.gold += gold.len();
        texts += 1;
        whole += usize::from(gold == found && !sentences.is_empty());
        for (kind, only) in [("missed", &gold - &found), ("spurious", &found - &gold)] {
            wrong
                .extend(only.iter().map(|end| {
                    format!("{kind:8} …{} | {}", before(text, *end), after(text, *end))
                }));
        }
    }
    let right = share(whole, texts);
    let scores =
        format!("boundaries {score}\ntexts wholly right {whole} of {texts} ({right:.1} %)\n");
    Ok(scores + &lines(&wrong, errors))
}

/// A text and its names: byte offsets and the index of the label.
type Named = (String, BTreeSet<(usize, usize, usize)>);

const LABELS: [&str; 3] = ["PER", "ORG", "LOC"];

/// The texts with their names of a file, or of a folder of the project's own articles; gold MISC is left out.
fn read_named(path: &str) -> Result<Vec<Named>, Box<dyn Error>> {
    let label = |name: &str| LABELS.iter().position(|label| *label == name);
    if Path::new(path).is_dir() {
        let read = read_names(Path::new(path))?.into_iter().map(|(text, names)| {
            let name = |(span, kind): (Span, &str)| {
                Some((span.start as usize, span.end as usize, label(kind)?))
            };
            (text, names.into_iter().filter_map(name).collect())
        });
        return Ok(read.collect());
    }
    let read = rows(path)?.into_iter().map(|row| -> Result<Named, String> {
        let names = row.list("entities")?.iter().map(|entity| row.name(entity));
        let names = names.filter_map(Result::transpose).collect::<Result<_, _>>()?;
        Ok((row.text, names))
    });
    Ok(read.collect::<Result<_, _>>()?)
}

/// Names and metonyms of persons, organisations and places count, by the name's own span.
pub(crate) fn evaluate_entities(
    extractor: &Extractor,
    path: &str,
    errors: usize,
) -> Result<String, Box<dyn Error>> {
    let (mut scores, mut all, mut wrong) = ([Score::default(); 3], Score::default(), Vec::new());
    for (text, gold) in read_named(path)? {
        let found = find_named(extractor, &text);
        for (label, score) in scores.iter_mut().enumerate() {
            let of = |set: &BTreeSet<(usize, usize, usize)>| {
                set.iter().filter(|name| name.2 == label).count()
            };
            score.right += of(&(&gold & &found));
            score.predicted += of(&found);
            score.gold += of(&gold);
        }
        all.right += gold.intersection(&found).count();
        all.predicted += found.len();
        all.gold += gold.len();
        for (kind, only) in [("missed", &gold - &found), ("spurious", &found - &gold)] {
            wrong.extend(only.iter().map(|&(start, end, label)| {
                let (name, before, after) =
                    (&text[start..end], before(&text, start), after(&text, end));
                format!("{kind:8} {} {name:?} in …{before}[{name}]{after}…", LABELS[label])
            }));
        }
    }
    let labelled = LABELS.into_iter().zip(scores).chain([("all", all)]);
    let scores: String = labelled.map(|(label, score)| format!("{label:9} {score}\n")).collect();
    Ok(scores + &lines(&wrong, errors))
}

fn find_named(extractor: &Extractor, text: &str) -> BTreeSet<(usize, usize, usize)> {
    let mut found = BTreeSet::new();
    for entity in extractor.extract(text).entities() {
        let label = match entity.kind {
            EntityType::Person => 0,
            EntityType::Organisation => 1,
            EntityType::Place => 2,
            _ => continue,
        };
        for mention in &entity.mentions {
            let range = mention.name.unwrap_or(mention.span).range();
            if matches!(mention.form, Form::Name | Form::Metonym) {
                found.insert((range.start, range.end, label));
            }
        }
    }
    found
}

/// Some letters before a place of the text, on one line.
fn before(text: &str, at: usize) -> String {
    let letters: Vec<char> = text[..at].chars().rev().take(40).collect();
    letters.into_iter().rev().collect::<String>().replace('\n', " ")
}

/// Some letters after a place of the text, on one line.
fn after(text: &str, at: usize) -> String {
    text[at..].chars().take(30).collect::<String>().replace('\n', " ")
}
