//! Times and quantities with their values, against sentences annotated by hand. The example `evaluate` and the tests share this file.
//!
//! A row holds the day of publication, a text in which brackets mark the times and quantities, and their values in text order,
//! parted by ` | `, "-" for none. Where the third column is called `times` or `quantities`, the brackets mark only those, and
//! the others do not count.

use std::fmt;
use std::path::Path;

use whosaid::{Article, EntityType, Extractor, Span};

/// A time or quantity with its value.
type Value = (Span, Option<String>);

const HEAD: &str = "published\ttext\t";

/// What the brackets mark, by the name of the third column.
const MARKED: [(&str, &[EntityType]); 3] = [
    ("values", &[EntityType::Time, EntityType::Quantity]),
    ("times", &[EntityType::Time]),
    ("quantities", &[EntityType::Quantity]),
];

/// How many times and quantities there are, were found, and have the right value; and what was wrong.
#[derive(Default)]
pub(crate) struct Tally {
    gold: usize,
    predicted: usize,
    /// With exactly the span that is marked.
    found: usize,
    /// Those that share a byte with one that is marked, and of these those with its value, as TempEval-3 counts them.
    touched: usize,
    valued: usize,
    /// With the span and the value.
    right: usize,
    pub(crate) misses: Vec<String>,
}

impl Tally {
    /// The harmonic means of precision and recall, in per cent: with the span, with a part of it, with a part of it and the value.
    pub(crate) fn f1(&self) -> [f64; 3] {
        let all = (self.gold + self.predicted).max(1) as f64;
        [self.found, self.touched, self.valued].map(|hits| 200.0 * hits as f64 / all)
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let Tally { gold, predicted, found, right, .. } = *self;
        let [strict, relaxed, value] = self.f1();
        write!(
            out,
            "{gold} times and quantities, {predicted} predicted, {found} found, {right} with the right value; F1 strict {strict:.1}, relaxed {relaxed:.1}, value {value:.1}"
        )
    }
}

/// Reads the rows of a file and compares.
pub(crate) fn measure(extractor: &Extractor, path: &Path) -> Result<Tally, String> {
    let file = path.display();
    let rows = std::fs::read_to_string(path).map_err(|error| format!("{file}: {error}"))?;
    let mut tally = Tally::default();
    let mut lines = rows.lines().zip(1..).filter(|(line, _)| !line.starts_with('#'));
    let head = lines.next().map_or("", |(head, _)| head);
    let column = head.strip_prefix(HEAD).unwrap_or_default();
    let Some((_, kinds)) = MARKED.iter().find(|(name, _)| *name == column) else {
        return Err(format!("{file}:1: expected {HEAD:?} and values, times or quantities"));
    };
    for (row, number) in lines {
        let at = |problem| format!("{file}:{number}: {problem}");
        let [published, marked, values] = row.split('\t').collect::<Vec<_>>()[..] else {
            return Err(at("expected 3 cells: published, text, values".to_owned()));
        };
        let (text, spans) = unmark(marked).map_err(at)?;
        let values: Vec<&str> = values.split(" | ").filter(|value| !value.is_empty()).collect();
        if values.len() != spans.len() {
            return Err(at(format!("{} values for {} brackets", values.len(), spans.len())));
        }
        let values = values.into_iter().map(|value| (value != "-").then(|| value.to_owned()));
        let gold: Vec<Value> = spans.into_iter().zip(values).collect();
        let predicted = predict(extractor, &text, published, kinds);
        tally.add(&text, &gold, &predicted);
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

fn predict(extractor: &Extractor, text: &str, published: &str, kinds: &[EntityType]) -> Vec<Value> {
    let document = extractor.extract(Article::new(text).published(published));
    let entities = document.entities().iter().filter(|entity| kinds.contains(&entity.kind));
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
            let same = |(span, found): &Value| match value {
                // A bare year or day is its own value.
                Some(value) => found.as_deref().unwrap_or(span.of(text)) == value,
                None => found.is_none(),
            };
            let found = predicted.iter().find(|(other, _)| other == span);
            let shares = |(other, _): &&Value| other.start < span.end && span.start < other.end;
            let touched = found.or_else(|| predicted.iter().find(shares));
            let right = found.is_some_and(same);
            self.found += usize::from(found.is_some());
            self.right += usize::from(right);
            self.touched += usize::from(touched.is_some());
            self.valued += usize::from(touched.is_some_and(same));
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
