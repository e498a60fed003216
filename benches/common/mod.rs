//! Where the time goes, for the bench `stages` and the benchmark page.

use std::time::{Duration, Instant};

use whosaid::{Extractor, Offsets, Scratch};

/// The time of each stage over the texts, from text to JSON, in the order in which they run.
pub(crate) fn time_stages(extractor: &Extractor, texts: &[&str]) -> Vec<(&'static str, Duration)> {
    let mut scratch = Scratch::default();
    let mut times: Vec<(&str, Duration)> = Vec::new();
    for text in texts {
        let mut lap = Instant::now();
        let mut add = |stage| {
            let time = lap.elapsed();
            match times.iter_mut().find(|(name, _)| *name == stage) {
                Some((_, sum)) => *sum += time,
                None => times.push((stage, time)),
            }
            lap = Instant::now();
        };
        let document = extractor.extract_by_stages(&mut scratch, *text, &mut add);
        document.write_json(Offsets::Byte, std::io::sink()).expect("a sink takes everything");
        add("records");
    }
    times
}
