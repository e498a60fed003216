//! How the time grows with the text: news of growing size, and shapes that no newspaper prints.

use std::time::{Duration, Instant};

use whosaid::{Extractor, Scratch};

use crate::texts::joined;

/// How long a text is, and the best time in which it was read.
pub(crate) struct Reading {
    pub(crate) bytes: usize,
    pub(crate) time: Duration,
}

/// What is repeated, and the times of some bytes of it and of ten times as many.
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    pub(crate) once: Reading,
    pub(crate) tenfold: Reading,
}

/// News of 1 kB to 10 MB, each as one text.
pub(crate) fn sizes(articles: &[String]) -> Vec<Reading> {
    let sizes = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];
    sizes.into_iter().map(|bytes| time(&joined(articles, bytes))).collect()
}

/// The hostile shapes: a hundred thousand pieces, or a megabyte where that is less, and ten times as much.
pub(crate) fn shapes() -> Vec<Shape> {
    const PIECES: [(&str, &str); 9] = [
        ("one line of news", "The mayor said the “old bridge” was safe, but Ann Poe denied it. "),
        ("no spaces", "a"),
        ("open quotation marks", "“"),
        ("capitalised words in a row", "Poe "),
        ("cues in one sentence", "said "),
        ("claims in claims", "Poe said that "),
        ("brackets in brackets", "("),
        ("titles", "Mr. "),
        ("commas", ","),
    ];
    let shape = |(name, piece): (&'static str, &str)| {
        let times = 100_000.min(1_000_000 / piece.len());
        let read = |times: usize| time(&piece.repeat(times));
        Shape { name, once: read(times), tenfold: read(times * 10) }
    };
    PIECES.into_iter().map(shape).collect()
}

/// The best time of a few readings.
fn time(text: &str) -> Reading {
    let extractor = Extractor::new();
    let mut scratch = Scratch::default();
    let mut read = || {
        let begin = Instant::now();
        std::hint::black_box(extractor.extract_with(&mut scratch, text));
        begin.elapsed()
    };
    let rounds = (2_000_000 / text.len().max(1)).clamp(3, 200);
    let time = (0..rounds).map(|_| read()).min().unwrap_or_default();
    Reading { bytes: text.len(), time }
}
