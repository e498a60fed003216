//! What is measured: whosaid, and what one would build with other crates.

use std::error::Error;
use std::path::Path;

use aho_corasick::{AhoCorasick, MatchKind};
use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;
use regex::Regex;
use unicode_segmentation::UnicodeSegmentation;
use whosaid::{Extractor, Offsets, Scratch};

/// A way to read a text; `read` returns a count, so that the work is done.
pub(crate) struct Contender {
    pub(crate) name: &'static str,
    pub(crate) task: &'static str,
    pub(crate) read: Box<dyn FnMut(&str) -> usize>,
}

impl Contender {
    fn new(
        name: &'static str,
        task: &'static str,
        read: impl FnMut(&str) -> usize + 'static,
    ) -> Contender {
        Contender { name, task, read: Box::new(read) }
    }
}

/// whosaid first.
pub(crate) fn contenders(root: &Path) -> Result<Vec<Contender>, Box<dyn Error>> {
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let names =
        AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(names(root)?)?;
    let verbs = Regex::new(&verbs(root)?)?;
    Ok(vec![
        Contender::new("whosaid", "who said what, as JSON", whosaid()),
        Contender::new("unicode-segmentation", "sentences", |text| {
            text.unicode_sentences().count()
        }),
        Contender::new("sentencex", "sentences", |text| sentencex::segment("en", text).len()),
        Contender::new("icu_segmenter", "sentences", move |text| {
            segmenter.segment_str(text).count()
        }),
        Contender::new("aho-corasick", "names of the gazetteer", move |text| {
            names.find_iter(text).count()
        }),
        Contender::new("regex", "verbs of the dictionary", move |text| {
            verbs.find_iter(text).count()
        }),
    ])
}

/// Reads a text and writes its record.
pub(crate) fn whosaid() -> impl FnMut(&str) -> usize {
    let extractor = Extractor::new();
    let (mut scratch, mut json) = (Scratch::default(), Vec::new());
    move |text| {
        json.clear();
        let document = extractor.extract_with(&mut scratch, text);
        document.write_json(Offsets::Byte, &mut json).expect("memory takes everything");
        json.len()
    }
}

/// The rows of a list of the crate, without comments and the header.
fn rows(root: &Path, list: &str) -> std::io::Result<Vec<Vec<String>>> {
    let text = std::fs::read_to_string(root.join("data").join(list))?;
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    Ok(lines.skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect())
}

/// Every name and alias of the gazetteer.
fn names(root: &Path) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for list in ["countries", "media", "offices", "organisations", "people", "places"] {
        for row in rows(root, &format!("gazetteer/{list}.tsv"))? {
            let aliases = row.get(3).into_iter().flat_map(|names| names.split('|'));
            names.extend(
                row.first().map(String::as_str).into_iter().chain(aliases).map(str::to_owned),
            );
        }
    }
    names.retain(|name| !name.is_empty());
    Ok(names)
}

/// An expression for the verbs of the dictionary of cues in their regular forms.
fn verbs(root: &Path) -> std::io::Result<String> {
    let rows = rows(root, "lexicon/cues.tsv")?;
    let verbs = rows.iter().filter(|row| row.get(1).is_some_and(|class| class == "verb"));
    let stems: Vec<&str> =
        verbs.filter_map(|row| row.first()).map(|lemma| lemma.trim_end_matches('e')).collect();
    Ok(format!(r"\b(?:{})(?:e|s|es|ed|ing)?\b", stems.join("|")))
}
