//! Names marked by hand in the project's own articles, as the example and the trainer read them.
//!
//! `names.tsv` of a folder holds a row for each name of each article: article, name, type (`PER`, `ORG`, `LOC`, or `MISC` for
//! names of other kinds). A name stands wherever its string does as whole words and no longer name of the article does;
//! `Jordan@2` is the second "Jordan" alone, which goes before.

use std::collections::BTreeMap;
use std::path::Path;

use whosaid::Span;

use crate::rows::{articles, places, read_text};

const HEAD: &str = "article\tname\ttype";
const LABELS: [&str; 4] = ["PER", "ORG", "LOC", "MISC"];

/// A name and its label.
pub(crate) type Name = (Span, &'static str);

/// The articles of a folder that `names.tsv` marks, by name, each with its text and its names in text order; of a malformed
/// row, an error that names file and line.
pub(crate) fn read_names(folder: &Path) -> Result<Vec<(String, Vec<Name>)>, String> {
    let file = folder.join("names.tsv");
    let tsv = read_text(&file)?;
    let wrong = |line: usize, what: String| format!("{}:{line}: {what}", file.display());
    let mut rows = (1..).zip(tsv.lines());
    if rows.next() != Some((1, HEAD)) {
        return Err(wrong(1, format!("expected {HEAD:?}")));
    }
    let mut marked: BTreeMap<&str, Vec<Row>> = BTreeMap::new();
    for (line, row) in rows {
        let (article, row) = read_row(line, row).map_err(|what| wrong(line, what))?;
        marked.entry(article).or_default().push(row);
    }
    let mut read = Vec::new();
    for path in articles(folder)? {
        let Some(rows) = path.file_stem().and_then(|stem| marked.remove(stem.to_str()?)) else {
            continue;
        };
        let text = read_text(&path)?;
        let names = find_names(&text, rows).map_err(|(line, what)| wrong(line, what))?;
        read.push((text, names));
    }
    match marked.pop_first() {
        Some((article, rows)) => Err(wrong(rows[0].line, format!("no article {article}.txt"))),
        None => Ok(read),
    }
}

struct Row<'t> {
    line: usize,
    words: &'t str,
    /// The only occurrence that is meant, from 1.
    number: Option<usize>,
    label: &'static str,
}

fn read_row(line: usize, row: &str) -> Result<(&str, Row<'_>), String> {
    let cells: Vec<&str> = row.split('\t').collect();
    let [article, name, label] = cells[..] else {
        return Err(format!("expected 3 cells, found {}", cells.len()));
    };
    let known = LABELS.into_iter().find(|known| *known == label);
    let label = known.ok_or_else(|| format!("expected one of {LABELS:?}, found {label:?}"))?;
    let numbered =
        name.rsplit_once('@').and_then(|(words, number)| Some((words, Some(number.parse().ok()?))));
    let (words, number) = numbered.unwrap_or((name, None));
    if words.is_empty() || number == Some(0) {
        return Err(format!("{name:?} names no string"));
    }
    Ok((article, Row { line, words, number, label }))
}

/// The names of a text, or the line that is wrong of it and why.
fn find_names(text: &str, mut rows: Vec<Row>) -> Result<Vec<Name>, (usize, String)> {
    rows.sort_by_key(|row| (row.number.is_none(), usize::MAX - row.words.len()));
    let mut names: Vec<Name> = Vec::new();
    for row in rows {
        let mut found: Vec<Span> = places(text, row.words).collect();
        if let Some(number) = row.number {
            found = found.get(number - 1).copied().into_iter().collect();
        }
        if found.is_empty() {
            return Err((row.line, format!("{:?} is not in the text", row.words)));
        }
        found.retain(|span| !names.iter().any(|(other, _)| other.overlaps(*span)));
        names.extend(found.into_iter().map(|span| (span, row.label)));
    }
    names.sort();
    Ok(names)
}
