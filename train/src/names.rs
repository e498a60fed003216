//! Learns the weights of the name model from names marked by hand, and from machine tags of news articles.
//!
//! The articles by hand are dealt into parts by their number; `--test` holds one part back and measures on it.

use std::collections::HashSet;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

use serde_json::Value;
use whosaid::Span;
use whosaid::training::names::{Article, Lists, learn, names};

use crate::Options;
use crate::corpora::read_text;
use crate::marked::read_names;

/// Parts that the articles of each corpus are dealt into.
const PARTS: usize = 5;

/// How often articles with names by hand are learned from, and the project's own among them: few of the others are news.
const BY_HAND: usize = 2;
const OWN: usize = 4;

type Name = (Span, String);

struct Document {
    article: Article,
    names: Vec<Name>,
    corpus: String,
    number: usize,
    /// It is one of the project's own articles.
    own: bool,
}

pub(crate) fn train(options: &Options) -> Result<(), Box<dyn Error>> {
    let mut by_hand = Vec::new();
    for path in options.need("gold")?.split(',') {
        read_gold(path, &mut by_hand)?;
    }
    let mut by_machine = Vec::new();
    if let (Some(path), Some(texts)) = (options.get("polnear"), options.get("texts")) {
        let most = options.get("most").map_or(Ok(usize::MAX), str::parse)?;
        read_machine_names(path, texts, most, &mut by_machine)?;
    }
    // Learned from and not measured on: its documents are of other kinds.
    let mut besides = Vec::new();
    for path in options.get("besides").into_iter().flat_map(|paths| paths.split(',')) {
        read_gold(path, &mut besides)?;
    }
    let lists = Lists::default();
    let test: Option<usize> = options.get("test").map(str::parse).transpose()?;
    let held_back = |document: &Document| test == Some(document.number % PARTS);
    let (mut learned, mut measured) = (Vec::new(), Vec::new());
    learned.extend(by_machine.iter().chain(&besides).map(|document| &document.article));
    for time in 0..OWN {
        let often = |document: &&Document| time < BY_HAND || document.own;
        let kept = by_hand.iter().filter(|document| often(document) && !held_back(document));
        learned.extend(kept.map(|document| &document.article));
    }
    measured.extend(by_hand.iter().filter(|document| test.is_none() || held_back(document)));
    println!("{} articles to learn from, {} to measure on", learned.len(), measured.len());
    if let Some(times) = options.get("speed") {
        return speed(&std::fs::read(options.need("out")?)?, &by_machine, &lists, times.parse()?);
    }
    let start = Instant::now();
    let model = learn(&learned, &lists);
    println!("learned in {:.0} s, {} bytes", start.elapsed().as_secs_f64(), model.len());
    if let Some(out) = options.get("out") {
        std::fs::write(out, &model)?;
    }
    let errors = options.get("errors").map_or(Ok(0), str::parse)?;
    report(&model, &measured, &lists, errors);
    Ok(())
}

/// Measures the reading of names on the machine's articles.
fn speed(
    model: &[u8],
    documents: &[Document],
    lists: &Lists,
    times: usize,
) -> Result<(), Box<dyn Error>> {
    let articles: Vec<&Article> = documents.iter().map(|document| &document.article).collect();
    let bytes: usize = articles.iter().map(|article| article.text().len()).sum();
    let start = Instant::now();
    let found: usize = (0..times)
        .map(|_| names(model, &articles, lists).iter().map(Vec::len).sum::<usize>())
        .sum();
    let speed = (bytes * times) as f64 / 1e6 / start.elapsed().as_secs_f64();
    println!("{} names in {bytes} bytes, {speed:.0} MB/s", found / times.max(1));
    Ok(())
}

fn report(model: &[u8], documents: &[&Document], lists: &Lists, errors: usize) {
    let articles: Vec<&Article> = documents.iter().map(|document| &document.article).collect();
    let found = names(model, &articles, lists);
    let mut corpora: Vec<&str> =
        documents.iter().map(|document| document.corpus.as_str()).collect();
    corpora.dedup();
    for corpus in corpora {
        let (mut right, mut said, mut gold) = (0, 0, 0);
        for (document, found) in
            documents.iter().zip(&found).filter(|(document, _)| document.corpus == corpus)
        {
            let own = document.names.iter().filter(|(_, label)| label != "MISC");
            let own: HashSet<(Span, &str)> =
                own.map(|(span, label)| (*span, label.as_str())).collect();
            print_errors(document, found, &own, errors);
            right += found.iter().filter(|name| own.contains(name)).count();
            said += found.len();
            gold += own.len();
        }
        let rate = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        println!(
            "{corpus:24} P {:5.1} R {:5.1} F1 {:5.1}   ({gold} names)",
            rate(right, said),
            rate(right, gold),
            rate(2 * right, said + gold)
        );
    }
}

/// Prints up to `most` names of a document that were missed or found wrongly, with what stands around them.
fn print_errors(
    document: &Document,
    found: &[(Span, &str)],
    own: &HashSet<(Span, &str)>,
    most: usize,
) {
    let text = document.article.text();
    let missed = own.iter().filter(|name| !found.contains(name)).map(|name| ("missed", name));
    let wrong = found.iter().filter(|name| !own.contains(name)).map(|name| ("wrong", name));
    let mut rows: Vec<_> = missed.chain(wrong).collect();
    rows.sort_by_key(|(_, (span, _))| *span);
    for (kind, (span, label)) in rows.into_iter().take(most) {
        let before: String = text[..span.start as usize].chars().rev().take(30).collect();
        let before: String = before.chars().rev().collect();
        let after: String = text[span.end as usize..].chars().take(30).collect();
        println!("{} {kind} {label} {before:?} [{}] {after:?}", document.corpus, span.of(text));
    }
}

/// A file with one JSON object a line: text, and entities with start and end in characters and a label; or a folder of the
/// project's own articles.
fn read_gold(path: &str, documents: &mut Vec<Document>) -> Result<(), Box<dyn Error>> {
    let corpus = Path::new(path)
        .file_stem()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    if Path::new(path).is_dir() {
        for (number, (text, names)) in read_names(Path::new(path))?.into_iter().enumerate() {
            let names = names.into_iter().map(|(span, label)| (span, label.to_owned())).collect();
            let read = document(&text, names, true, corpus.clone(), number);
            documents.push(Document { own: true, ..read });
        }
        return Ok(());
    }
    let lines = read_text(Path::new(path))?;
    let first = documents.len();
    let mut others = false;
    let mut rows = Vec::new();
    for line in lines.lines() {
        let row: Value = serde_json::from_str(line)?;
        let text = row["text"].as_str().unwrap_or_default().to_owned();
        let offsets = offsets(&text);
        let mut names = Vec::new();
        for entity in row["entities"].as_array().into_iter().flatten() {
            let byte = |field: &str| {
                entity[field].as_u64().and_then(|at| offsets.get(at as usize).copied())
            };
            let (Some(start), Some(end), Some(label)) =
                (byte("start"), byte("end"), entity["label"].as_str())
            else {
                continue;
            };
            others |= label == "MISC";
            names.push((Span::new(start, end), label.to_owned()));
        }
        names.sort();
        rows.push((text, names));
    }
    for (text, names) in rows {
        let number = documents.len() - first;
        documents.push(document(
            &text,
            names,
            others && !corpus.starts_with("gum"),
            corpus.clone(),
            number,
        ));
    }
    Ok(())
}

fn document(text: &str, names: Vec<Name>, others: bool, corpus: String, number: usize) -> Document {
    let labelled: Vec<(Span, &str)> =
        names.iter().map(|(span, label)| (*span, label.as_str())).collect();
    let article = Article::read(text, &labelled, others);
    Document { article, names, corpus, number, own: false }
}

/// The byte of each character.
fn offsets(text: &str) -> Vec<u32> {
    text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect()
}

/// Articles with machine tags: neighbours with the same name tag are one name.
fn read_machine_names(
    path: &str,
    texts: &str,
    most: usize,
    documents: &mut Vec<Document>,
) -> Result<(), Box<dyn Error>> {
    let table = read_text(Path::new(path))?;
    for (number, article) in table.split("# ").skip(1).take(most).enumerate() {
        let Some((name, rows)) = article.split_once('\n') else { continue };
        let text = read_text(&Path::new(texts).join(format!("{name}.txt")))?;
        let offsets = offsets(&text);
        let mut names: Vec<Name> = Vec::new();
        let mut open: Option<&str> = None;
        for row in rows.lines() {
            let cells: Vec<&str> = row.split('\t').collect();
            let label = match cells.last() {
                Some(&"PERSON") => "PER",
                Some(&"ORGANIZATION") => "ORG",
                Some(&"LOCATION") => "LOC",
                Some(&"MISC") => "MISC",
                _ => {
                    open = None;
                    continue;
                }
            };
            let byte = |at: usize| {
                cells
                    .get(at)
                    .and_then(|cell| cell.parse().ok())
                    .and_then(|at: usize| offsets.get(at).copied())
            };
            let (Some(start), Some(end)) = (byte(0), byte(1)) else { continue };
            match names.last_mut() {
                Some((span, _)) if open == Some(label) => span.end = end,
                _ => names.push((Span::new(start, end), label.to_owned())),
            }
            open = Some(label);
        }
        documents.push(document(&text, names, true, "machine".to_owned(), number));
    }
    Ok(())
}
