//! Instructions a byte, counted by callgrind: the same on every machine with the same compiler, whatever else runs.

use std::error::Error;
use std::process::Command;

use crate::contenders::whosaid;

/// What the process of `count` does: reads the articles so many times.
pub(crate) fn read(articles: &[String], passes: usize) {
    let mut read = whosaid();
    for _ in 0..passes {
        articles.iter().for_each(|text| {
            std::hint::black_box(read(text));
        });
    }
}

/// The instructions a byte of one more reading of the articles, and those of the start; `None` without valgrind.
pub(crate) fn count(articles: &[String]) -> Result<Option<(f64, u64)>, Box<dyn Error>> {
    if Command::new("valgrind").arg("--version").output().is_err() {
        return Ok(None);
    }
    let bytes: usize = articles.iter().map(String::len).sum();
    let (start, one, two) = (count_passes(0)?, count_passes(1)?, count_passes(2)?);
    Ok(Some(((two - one) as f64 / bytes as f64, start)))
}

fn count_passes(passes: usize) -> Result<u64, Box<dyn Error>> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe()?)
        .arg(passes.to_string())
        .output()?;
    let report = String::from_utf8_lossy(&output.stderr);
    let count = report.lines().find_map(|line| line.split_once("Collected : "));
    let (_, count) = count.ok_or_else(|| format!("callgrind counted nothing: {report}"))?;
    Ok(count.trim().parse()?)
}
