//! Where the time goes: every stage on the sample articles, from text to JSON, on one core. `cargo bench --bench stages`.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use whosaid::{Extractor, Offsets, Scratch};

/// How long to measure.
const BUDGET: Duration = Duration::from_secs(3);

fn main() {
    let begin = Instant::now();
    let extractor = Extractor::new();
    let start_up = begin.elapsed();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let articles: Vec<String> =
        entries.filter_map(|entry| fs::read_to_string(entry.path()).ok()).collect();
    let mut times = Times { lap: Instant::now(), stages: Vec::new() };
    let mut scratch = Scratch::default();
    let mut bytes = 0;
    while !articles.is_empty() && times.all() < BUDGET {
        for text in &articles {
            bytes += text.len();
            times.lap = Instant::now();
            let document =
                extractor.extract_by_stages(&mut scratch, text, |stage| times.add(stage));
            let written = document.write_json(None, Offsets::Byte, std::io::sink());
            written.expect("a sink takes everything");
            times.add("records");
        }
    }
    println!("start-up {:.1} ms", start_up.as_secs_f64() * 1e3);
    println!("{:<10} {:>8} {:>8} {:>6}", "stage", "ns/byte", "MB/s", "share");
    let all = times.all();
    for (stage, time) in &times.stages {
        print_row(stage, *time, all, bytes);
    }
    print_row("all", all, all, bytes);
}

fn print_row(stage: &str, time: Duration, all: Duration, bytes: usize) {
    let seconds = time.as_secs_f64();
    let (nanoseconds, speed) = (seconds * 1e9 / bytes as f64, bytes as f64 / seconds / 1e6);
    let share = 100.0 * seconds / all.as_secs_f64();
    println!("{stage:<10} {nanoseconds:>8.2} {speed:>8.1} {share:>5.1}%");
}

/// The time of each stage, in the order in which they run.
struct Times {
    lap: Instant,
    stages: Vec<(&'static str, Duration)>,
}

impl Times {
    /// Adds the time since the last stage was done.
    fn add(&mut self, stage: &'static str) {
        let time = self.lap.elapsed();
        match self.stages.iter_mut().find(|(name, _)| *name == stage) {
            Some((_, sum)) => *sum += time,
            None => self.stages.push((stage, time)),
        }
        self.lap = Instant::now();
    }

    fn all(&self) -> Duration {
        self.stages.iter().map(|(_, time)| *time).sum()
    }
}
