//! The project's own annotated articles as lessons of whom "he" and "she" mean: each pronoun that is a source, with the name of
//! its speaker. [`crate::rows`] has their format.

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

use whosaid::training::speakers::Article;
use whosaid::{Extractor, Span};

use crate::brat::{self, Annotated};
use crate::rows::{Gold, articles, places, read_gold, read_text};
use crate::speakers::{Document, Pronoun};

/// Reads every `NAME.txt` of the folder with its `NAME.tsv`, by name; of a malformed row, an error that names file and line.
pub(crate) fn read(folder: &Path) -> Result<Vec<Document>, Box<dyn Error>> {
    let extractor = Extractor::new();
    let mut documents = Vec::new();
    for path in articles(folder)? {
        let text = read_text(&path)?;
        let rows = read_gold(&path.with_extension("tsv"), &text)?;
        let mut document = Document {
            article: Article::read(&extractor, &text),
            text,
            news: true,
            annotated: true,
            pronouns: HashMap::new(),
            heads: HashMap::new(),
        };
        file_sources(&mut document, &rows);
        documents.push(document);
    }
    Ok(documents)
}

/// The articles of such a folder with their claims.
pub(crate) fn read_claims(folder: &Path) -> Result<Vec<Annotated>, Box<dyn Error>> {
    let mut read = Vec::new();
    for path in articles(folder)? {
        let text = read_text(&path)?;
        let rows = read_gold(&path.with_extension("tsv"), &text)?;
        let range = |span: Span| (span.start as usize, span.end as usize);
        let claim = |row: Gold| brat::Gold {
            source: row
                .source
                .map(|it| with_clause(&text, it, row.cue))
                .into_iter()
                .map(range)
                .collect(),
            cue: vec![range(row.cue)],
            content: row.content.into_iter().map(range).collect(),
        };
        let claims = rows.into_iter().map(claim).collect();
        read.push(Annotated { claims, text });
    }
    Ok(read)
}

/// A source with the clause that tells about it before its cue, which PolNeAR's annotators take for a part of it, and the
/// project's do not: "Ann Poe*, who left,* said".
fn with_clause(text: &str, source: Span, cue: Span) -> Span {
    const RELATIVES: [&str; 4] = [", who ", ", which ", ", whose ", ", where "];
    let gap = text.get(source.end as usize..cue.start as usize).unwrap_or_default().trim_end();
    let clause = RELATIVES.iter().any(|it| gap.starts_with(it));
    let whole = clause && gap.ends_with(',') && !gap.contains(". ");
    Span { end: source.end + if whole { gap.len() as u32 } else { 0 }, ..source }
}

/// Files the pronouns among the sources, and where the names of their speakers stand.
fn file_sources(document: &mut Document, rows: &[Gold]) {
    let text = &document.text;
    let mut speakers: Vec<&str> = Vec::new();
    for row in rows {
        let (Some(source), [name]) = (row.source, row.speakers.as_slice()) else { continue };
        if !["he", "she", "He", "She"].contains(&source.of(text)) {
            continue;
        }
        let known = speakers.iter().position(|speaker| speaker == name);
        let entity = known.unwrap_or(speakers.len()) as u32;
        if known.is_none() {
            speakers.push(name);
        }
        document.pronouns.insert(source.start, Pronoun { entity, speaks: true });
    }
    for (entity, name) in (0..).zip(speakers) {
        let last = name.rsplit(' ').next().unwrap_or(name);
        for place in places(text, last) {
            document.heads.entry(place.start).or_default().insert(entity);
        }
    }
}
