//! Articles annotated by hand, as the example, the tests and the trainer read them.
//!
//! `NAME.tsv` holds a row a claim of `NAME.txt`: source, cue, content, speakers, anonymous, act. Source, cue and content are
//! strings of the text; `he@3` is its third "he", counted where the string stands as whole words; parts of a split content
//! are joined by ` … `. Speakers are the fullest names of the article, or the country for its government, joined by `|`.

use std::fs;
use std::path::{Path, PathBuf};

use whosaid::{Act, Span};

/// A claim as the annotator sees it.
pub(crate) struct Gold {
    pub(crate) source: Option<Span>,
    pub(crate) cue: Span,
    pub(crate) content: Vec<Span>,
    pub(crate) speakers: Vec<String>,
    pub(crate) anonymous: bool,
}

/// Where `words` stand in `text` with no letter or digit joined to them.
pub(crate) fn places<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = Span> + 't {
    let joined = |inner: Option<char>, outer: Option<char>| {
        inner.is_some_and(char::is_alphanumeric) && outer.is_some_and(char::is_alphanumeric)
    };
    let whole = move |&at: &usize| {
        let end = at + words.len();
        text[at..].starts_with(words)
            && !joined(words.chars().next(), text[..at].chars().next_back())
            && !joined(words.chars().next_back(), text[end..].chars().next())
    };
    let places = text.char_indices().map(|(at, _)| at).filter(whole);
    places.map(|at| Span::new(at as u32, (at + words.len()) as u32))
}

/// The span of a cell's part; without a number the string must be the only one of its kind.
fn span(text: &str, part: &str) -> Result<Span, String> {
    let numbered =
        part.rsplit_once('@').and_then(|(words, number)| Some((words, number.parse().ok()?)));
    let (words, count): (&str, usize) = numbered.unwrap_or((part, 1));
    if words.is_empty() || count == 0 {
        return Err(format!("{part:?} names no string"));
    }
    let found =
        places(text, words).nth(count - 1).ok_or_else(|| format!("{part:?} is not in the text"))?;
    match numbered {
        None if places(text, words).nth(1).is_some() => {
            Err(format!("{part:?} occurs more than once: add @1, @2 …"))
        }
        _ => Ok(found),
    }
}

/// Spans in text order; those with only white space between them are one.
fn joined(text: &str, mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort();
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        match out.last_mut() {
            Some(last) if Span::new(last.end, span.start).of(text).trim().is_empty() => {
                last.end = span.end
            }
            _ => out.push(span),
        }
    }
    out
}

pub(crate) fn read_row(text: &str, row: &str) -> Result<Gold, String> {
    let cells: Vec<&str> = row.split('\t').collect();
    let [source, cue, content, speakers, anonymous, act] = cells[..] else {
        return Err(format!("expected 6 cells, found {}", cells.len()));
    };
    let names: Vec<String> =
        speakers.split('|').filter(|name| !name.is_empty()).map(str::to_owned).collect();
    if !["", "yes"].contains(&anonymous) || (anonymous == "yes" && !names.is_empty()) {
        return Err(format!("anonymous is yes, without speakers, or empty, not {anonymous:?}"));
    }
    act.parse::<Act>().map_err(|_| format!("unknown act {act:?}"))?;
    let content: Result<Vec<Span>, String> =
        content.split(" … ").map(|part| span(text, part)).collect();
    Ok(Gold {
        source: if source.is_empty() { None } else { Some(span(text, source)?) },
        cue: span(text, cue)?,
        content: joined(text, content?),
        speakers: names,
        anonymous: anonymous == "yes",
    })
}

/// The gold claims of an article; of a malformed row, an error that names file and line.
pub(crate) fn read_gold(file: &Path, text: &str) -> Result<Vec<Gold>, String> {
    let tsv = read_text(file)?;
    let file = file.display();
    let mut rows = tsv.lines().enumerate();
    if rows.next() != Some((0, HEAD)) {
        return Err(format!("{file}:1: expected {HEAD:?}"));
    }
    rows.map(|(at, row)| read_row(text, row).map_err(|what| format!("{file}:{}: {what}", at + 1)))
        .collect()
}

const HEAD: &str = "source\tcue\tcontent\tspeakers\tanonymous\tact";

pub(crate) fn read_text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The articles of a folder, every `NAME.txt` in it, by name.
pub(crate) fn articles(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut texts: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    texts.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    texts.sort();
    if texts.is_empty() { Err(format!("{}: no *.txt in it", folder.display())) } else { Ok(texts) }
}
