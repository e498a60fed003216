//! Throughput and start-up: `cargo bench`. Sizes are made of the sample articles in changing order; the corpus beside the
//! project is measured too where it is present.

use std::fs;
use std::path::{Path, PathBuf};

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use whosaid::{Extractor, Offsets, Scratch};

fn main() {
    Extractor::new(); // so that start-up is measured where it is meant to be
    divan::main();
}

/// The texts of a folder's `*.txt` files, in the order of their names.
fn texts(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    paths.sort();
    paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect()
}

fn articles() -> Vec<String> {
    texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles"))
}

/// Paragraphs of the sample articles, each round from another place on, until `bytes` are full.
fn news(bytes: usize) -> String {
    let articles = articles().join("\n\n");
    let paragraphs: Vec<&str> = articles.split("\n\n").collect();
    let mut text = String::with_capacity(bytes + 1000);
    let mut round = 0;
    while text.len() < bytes {
        for at in 0..paragraphs.len() {
            text.push_str(paragraphs[(at * 7 + round * 3) % paragraphs.len()]);
            text.push_str("\n\n");
        }
        round += 1;
    }
    let end = (bytes..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    text.truncate(end);
    text
}

/// Loads the built-in data once more: what the first call in a process costs.
#[divan::bench(sample_count = 20)]
fn start_up() -> Extractor {
    Extractor::builder().build().expect("the built-in data is sound")
}

/// One text of growing size, with working memory that is kept.
#[divan::bench(args = [1_000, 10_000, 100_000, 1_000_000, 10_000_000], max_time = 5)]
fn extract(bencher: Bencher, bytes: usize) {
    let (extractor, text) = (Extractor::new(), news(bytes));
    let mut scratch = Scratch::default();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| extractor.extract_with(&mut scratch, &text));
}

/// The sample articles one by one, to JSON.
#[divan::bench(args = [Offsets::Byte, Offsets::Char, Offsets::Utf16])]
fn articles_to_json(bencher: Bencher, offsets: Offsets) {
    let (extractor, articles) = (Extractor::new(), articles());
    let mut scratch = Scratch::default();
    let bytes: usize = articles.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).counter(ItemsCount::new(articles.len())).bench_local(
        || {
            let json = |text| {
                extractor.extract_with(&mut scratch, text).to_record(offsets).to_json().len()
            };
            articles.iter().map(json).sum::<usize>()
        },
    );
}

/// The records alone.
#[divan::bench(args = [Offsets::Byte, Offsets::Char, Offsets::Utf16])]
fn records(bencher: Bencher, offsets: Offsets) {
    let text = news(1_000_000);
    let document = Extractor::new().extract(&text);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| document.to_record(offsets));
}

/// What is far from news: a megabyte of one thing.
#[divan::bench(args = ["“", "\" said \" Poe ", "said ", "Poe said that ", "Ann Poe, ", "Mr. U.S. ", "a"], max_time = 3)]
fn hostile(bencher: Bencher, piece: &str) {
    let (extractor, text) = (Extractor::new(), piece.repeat(1_000_000 / piece.len()));
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| extractor.extract(&text));
}

/// Real news: the texts of `../shared/corpora/polnear/dev`, where they are.
#[divan::bench]
fn corpus(bencher: Bencher) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/polnear/dev/text");
    let texts = texts(&folder);
    if texts.is_empty() {
        eprintln!("skipped: ../shared is absent");
        return;
    }
    let extractor = Extractor::new();
    let mut scratch = Scratch::default();
    let bytes: usize = texts.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).counter(ItemsCount::new(texts.len())).bench_local(
        || {
            texts
                .iter()
                .map(|text| extractor.extract_with(&mut scratch, text).claims().len())
                .sum::<usize>()
        },
    );
}
