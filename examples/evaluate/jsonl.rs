//! Sentence boundaries and names against JSONL with gold offsets in code points, names also against the project's own articles.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

use serde_json::Value;
use whosaid::{EntityType, Extractor, Form, Span};

use crate::marked::read_names;
use crate::{Score, lines, share};

/// A row, its text, and the byte offset of each code point.
type Annotated = (Value, String, Vec<usize>);

/// The rows of a file.
fn rows(path: &str) -> Result<Vec<Annotated>, Box<dyn Error>> {
    let lines = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let read = |(at, line): (usize, &str)| -> Result<_, Box<dyn Error>> {
        let wrong = |what: &dyn std::fmt::Display| format!("{path}:{}: {what}", at + 1);
        let row: Value = serde_json::from_str(line).map_err(|error| wrong(&error))?;
        let text = row["text"].as_str().ok_or_else(|| wrong(&"no string in field text"))?;
        let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let text = text.to_owned();
        Ok((row, text, bytes))
    };
    lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(read).collect()
}

/// The byte offset that a JSON number of code points stands for; the end of the text where it is past it.
fn byte(value: &Value, bytes: &[usize]) -> usize {
    let at = value.as_u64().and_then(|at| bytes.get(at as usize));
    at.or(bytes.last()).copied().unwrap_or(0)
}

/// A boundary is the place after a sentence's last character that is no white space; the end of the text does not count.
pub(crate) fn evaluate_sentences(
    extractor: &Extractor,
    path: &str,
    errors: usize,
) -> Result<String, Box<dyn Error>> {
    let (mut score, mut whole, mut texts, mut wrong) = (Score::default(), 0, 0, Vec::new());
    for (row, text, bytes) in rows(path)? {
        let back = |at: usize| text[..at].trim_end().len();
        let ends = row["ends"].as_array().into_iter().flatten();
        let mut gold: BTreeSet<usize> = ends.map(|end| back(byte(end, &bytes))).collect();
        let document = extractor.extract(&*text);
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
            wrong.extend(
                only.iter().map(|end| {
                    format!("{kind:8} …{} | {}", before(&text, *end), after(&text, *end))
                }),
            );
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
    let read = rows(path)?.into_iter().map(|(row, text, bytes)| {
        let names = row["entities"].as_array().into_iter().flatten().filter_map(|entity| {
            let label = label(entity["label"].as_str()?)?;
            Some((byte(&entity["start"], &bytes), byte(&entity["end"], &bytes), label))
        });
        (text, names.collect())
    });
    Ok(read.collect())
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
