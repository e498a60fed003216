//! Where the time goes: every stage on the sample articles, from text to JSON, on one core. `cargo bench --bench stages`.

mod common;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use whosaid::Extractor;

/// How often the articles are read.
const ROUNDS: usize = 300;

fn main() {
    let begin = Instant::now();
    let extractor = Extractor::new();
    let start_up = begin.elapsed();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let articles: Vec<String> =
        entries.filter_map(|entry| fs::read_to_string(entry.path()).ok()).collect();
    let texts: Vec<&str> = articles.iter().map(String::as_str).collect::<Vec<_>>().repeat(ROUNDS);
    let bytes = texts.iter().map(|text| text.len()).sum();
    let times = common::time_stages(&extractor, &texts);
    println!("start-up {:.1} ms", start_up.as_secs_f64() * 1e3);
    println!("{:<10} {:>8} {:>8} {:>6}", "stage", "ns/byte", "MB/s", "share");
    let all = times.iter().map(|(_, time)| *time).sum();
    for (stage, time) in times.into_iter().chain([("all", all)]) {
        print_row(stage, time, all, bytes);
    }
}

fn print_row(stage: &str, time: Duration, all: Duration, bytes: usize) {
    let seconds = time.as_secs_f64();
    let (nanoseconds, speed) = (seconds * 1e9 / bytes as f64, bytes as f64 / seconds / 1e6);
    let share = 100.0 * seconds / all.as_secs_f64();
    println!("{stage:<10} {nanoseconds:>8.2} {speed:>8.1} {share:>5.1}%");
}
