//! The project's own annotated articles as lessons of whom "he" and "she" mean: each pronoun that is a source, with the name of
//! its speaker. `examples/evaluate/speakers.rs` describes their format.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use whosaid::Extractor;
use whosaid::training::speakers::Article;

use crate::corpora::read_text;
use crate::speakers::{Document, Pronoun};

/// Reads every `NAME.txt` of the folder that has a `NAME.tsv`, by name.
pub(crate) fn read(folder: &Path) -> Result<Vec<Document>, Box<dyn Error>> {
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut texts: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    texts.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    texts.sort();
    let extractor = Extractor::new();
    let mut documents = Vec::new();
    for path in texts {
        let text = read_text(&path)?;
        let mut document = Document {
            article: Article::read(&extractor, &text),
            text,
            news: true,
            annotated: true,
            pronouns: HashMap::new(),
            heads: HashMap::new(),
        };
        file_sources(&mut document, &read_text(&path.with_extension("tsv"))?);
        documents.push(document);
    }
    Ok(documents)
}

/// Files the pronouns among the sources, and where the names of their speakers stand.
fn file_sources(document: &mut Document, rows: &str) {
    let mut speakers: Vec<String> = Vec::new();
    for row in rows.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let (Some(source), Some(name)) = (cells.first(), cells.get(3)) else { continue };
        let (word, count) = source.rsplit_once('@').unwrap_or((source, "1"));
        let person = ["he", "she", "He", "She"].contains(&word);
        let place = count
            .parse()
            .ok()
            .and_then(|count: usize| words(&document.text, word).nth(count.checked_sub(1)?));
        let Some(place) = place.filter(|_| person && !name.is_empty() && !name.contains('|'))
        else {
            continue;
        };
        let known = speakers.iter().position(|speaker| speaker == name);
        let entity = known.unwrap_or(speakers.len()) as u32;
        if known.is_none() {
            speakers.push((*name).to_owned());
        }
        document.pronouns.insert(place as u32, Pronoun { entity, speaks: true });
    }
    for (entity, name) in (0..).zip(&speakers) {
        let last = name.rsplit(' ').next().unwrap_or(name);
        let heads: Vec<usize> = words(&document.text, last).collect();
        for at in heads {
            document.heads.entry(at as u32).or_default().insert(entity);
        }
    }
}

/// Where a word stands with no letter or digit joined to it.
fn words<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    let whole = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    };
    text.match_indices(word).map(|(at, _)| at).filter(move |at| whole(*at))
}
