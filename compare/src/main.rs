//! Measures whosaid beside the crates that one would otherwise reach for, on the same articles in the same run, and writes
//! BENCHMARKS.md and BENCHMARKS.svg: `cargo run --release -p whosaid-compare`.

mod contenders;
mod instructions;
mod page;
mod scaling;
#[path = "../../benches/common/mod.rs"]
mod stages;
mod texts;

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use contenders::{Contender, contenders};
use whosaid::Extractor;

/// How much text each contender reads in a round, in bytes at least.
const BYTES: usize = 4_000_000;
const ROUNDS: usize = 7;

/// What a contender does, and the best time in which it read the articles.
struct Speed {
    name: &'static str,
    task: &'static str,
    time: Duration,
}

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let articles = texts::articles(&root)?;
    let mut arguments = std::env::args().skip(1);
    if let Some(passes) = arguments.next() {
        // As `instructions` starts it: the articles, so many times.
        instructions::read(&articles, passes.parse()?);
        return Ok(());
    }
    let repeated = texts::repeat(&articles, BYTES);
    let bytes: usize = repeated.iter().map(|text| text.len()).sum();
    let speeds = race(&repeated, &mut contenders(&root)?);
    let page = page::Page {
        articles: articles.len(),
        bytes,
        speeds,
        stages: stages::time_stages(&Extractor::new(), &repeated),
        instructions: instructions::count(&articles)?,
        sizes: scaling::sizes(&articles),
        shapes: scaling::shapes(),
    };
    std::fs::write(root.join("BENCHMARKS.md"), page.to_string())?;
    page.plot(&root.join("BENCHMARKS.svg"))?;
    print!("{page}");
    Ok(())
}

/// The best time of each contender. They take turns, so that what else the machine does meets all of them.
fn race(texts: &[&str], contenders: &mut [Contender]) -> Vec<Speed> {
    let mut speeds: Vec<Speed> = contenders
        .iter()
        .map(|contender| Speed { name: contender.name, task: contender.task, time: Duration::MAX })
        .collect();
    for _ in 0..ROUNDS {
        for (contender, speed) in contenders.iter_mut().zip(&mut speeds) {
            let begin = Instant::now();
            for text in texts {
                std::hint::black_box((contender.read)(text));
            }
            speed.time = speed.time.min(begin.elapsed());
        }
    }
    speeds
}
