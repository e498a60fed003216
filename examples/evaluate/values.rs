//! Times and quantities with their values, against sentences annotated by hand. The example `evaluate` and the tests share this file.
//!
//! A row holds the day of publication, a sentence in which brackets mark the times and quantities, and their values in text order,
//! parted by ` | `, "-" for none.

use std::fmt;
use std::path::Path;

use whosaid::{Article, EntityType, Extractor, Span};

/// A time or quantity with its value.
type Value = (Span, Option<String>);

const HEAD: &str = "published\ttext\tvalues";

/// How many times and quantities there are, were found, and have the right value; and what was wrong.
#[derive(Default)]
pub(crate) struct Tally {
    gold: usize,
    predicted: usize,
    found: usize,
    right: usize,
    pub(crate) misses: Vec<String>,
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let Tally { gold, predicted, found, right, .. } = self;
        write!(
            out,
            "{gold} times and quantities, {predicted} predicted, {found} found, {right} with the right value"
        )
    }
}

/// Reads the rows of a file and compares.
pub(crate) fn measure(extractor: &Extractor, path: &Path) -> Result<Tally, String> {
    let file = path.display();
    let rows = std::fs::read_to_string(path).map_err(|error| format!("{file}: {error}"))?;
    let mut tally = Tally::default();
    let mut lines = rows.lines().zip(1..).filter(|(line, _)| !line.starts_with('#'));
    if lines.next().is_none_or(|(head, _)| head != HEAD) {
        return Err(format!("{file}:1: expected {HEAD:?}"));
    }
    for (row, number) in lines {
        let at = |problem| format!("{file}:{number}: {problem}");
        let [published, marked, values] = row.split('\t').collect::<Vec<_>>()[..] else {
            return Err(at("expected 3 cells: published, text, values".to_owned()));
        };
        let (text, spans) = unmark(marked).map_err(at)?;
        let values: Vec<&str> = values.split(" | ").collect();
        if values.len() != spans.len() {
            return Err(at(format!("{} values for {} brackets", values.len(), spans.len())));
        }
        let values = values.into_iter().map(|value| (value != "-").then(|| value.to_owned()));
        let gold: Vec<Value> = spans.into_iter().zip(values).collect();
        tally.add(&text, &gold, &predict(extractor, &text, published));
    }
    Ok(tally)
}

/// The text without its brackets, and what they held.
fn unmark(marked: &str) -> Result<(String, Vec<Span>), String> {
    let (mut text, mut spans) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('[') {
        let (inside, after) = after.split_once(']').ok_or("a bracket does not close")?;
        text.push_str(before);
        let start = text.len() as u32;
        text.push_str(inside);
        spans.push(Span::new(start, text.len() as u32));
        rest = after;
    }
    text.push_str(rest);
    Ok((text, spans))
}

fn predict(extractor: &Extractor, text: &str, published: &str) -> Vec<Value> {
    let document = extractor.extract(Article::new(text).published(published));
    let is_value = |kind: EntityType| matches!(kind, EntityType::Time | EntityType::Quantity);
    let entities = document.entities().iter().filter(|entity| is_value(entity.kind));
    let mentions = entities.flat_map(|entity| {
        entity.mentions.iter().map(|mention| {
            let name = (entity.name != mention.span.of(text)).then(|| entity.name.clone());
            (mention.span, name)
        })
    });
    mentions.collect()
}

impl Tally {
    fn add(&mut self, text: &str, gold: &[Value], predicted: &[Value]) {
        self.gold += gold.len();
        self.predicted += predicted.len();
        for (span, value) in gold {
            // A bare year or day is its own value.
            let own = |found: &Value| found.1.clone().unwrap_or_else(|| span.of(text).to_owned());
            let found = predicted.iter().find(|(other, _)| other == span);
            self.found += usize::from(found.is_some());
            let right = found.is_some_and(|found| match value {
                Some(value) => own(found) == *value,
                None => found.1.is_none(),
            });
            self.right += usize::from(right);
            if !right {
                let words = span.of(text);
                self.misses.push(format!("{text}\n  {words}: {value:?}, not {found:?}"));
            }
        }
        let extra =
            predicted.iter().filter(|(span, _)| gold.iter().all(|(other, _)| other != span));
        self.misses.extend(extra.map(|(span, value)| {
            format!("{text}\n  {}: {value:?} is no time or quantity", span.of(text))
        }));
    }
}
