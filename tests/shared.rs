//! Scores on the corpora beside the project, `../shared`, held against floors. Where that folder or Python is absent, each
//! test says so and is skipped.
//!
//! A floor is a little under what the extractor reaches: raise it with the extractor, and never lower it unseen.

mod common;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use common::{check, project, texts};
use serde_json::Value;
use whosaid::records::Id;
use whosaid::{Article, Extractor, Offsets, Record};

/// Floors of F1 or shares on PolNeAR's dev articles, in per cent: the path of a figure in the output of `claims.py --json`,
/// floor with weights, floor of the patterns alone.
const CLAIM_FLOORS: &[(&str, f64, f64)] = &[
    ("span exact/source/f1", 78.3, 67.0),
    ("span exact/cue/f1", 72.9, 63.2),
    ("span exact/content/f1", 65.5, 53.1),
    ("speech found/f1", 94.6, 91.6),
    ("speech found and exact/all", 73.0, 60.8),
    ("quoted/found", 91.2, 85.9),
    ("quoted/right source", 89.2, 83.9),
];

/// Floors of the boundaries' F1 in per cent: corpus, floor.
const SENTENCE_FLOORS: &[(&str, f64)] = &[("gum", 98.2), ("gum_news", 98.3), ("ewt", 88.8)];

/// Floors of F1 in per cent: corpus, row of the output of `entities.py`, floor.
///
/// The shipped weights were learned from these texts too: the floors guard against a change, data/README.md has the figures
/// held out.
const ENTITY_FLOORS: &[(&str, &str, f64)] = &[
    ("gum_news_derived", "all", 73.4),
    ("wikigold", "all", 93.4),
    ("uner_ewt_devtest", "all", 87.6),
    ("crossner_politics_test", "all", 88.4),
];

/// How many of the seed article's claims must be met.
const SEED_FLOOR: usize = 17;

/// A path in `../shared`; where it is absent, a line on standard error says that the test is skipped.
fn shared(path: &str) -> Option<PathBuf> {
    let path = project("../shared").join(path);
    if path.exists() {
        return Some(path);
    }
    skip(&format!("../shared/{} is absent", path.file_name().unwrap_or_default().to_string_lossy()))
}

/// Written past the capture of the test runner, so that it is seen.
fn skip<T>(why: &str) -> Option<T> {
    let _ = writeln!(io::stderr(), "skipped: {why}");
    None
}

/// What a scorer prints, whatever its exit status.
fn score(scorer: &str, arguments: &[&Path]) -> Option<String> {
    let script = shared(&format!("score/{scorer}"))?;
    let json: &[&str] = if scorer == "claims.py" { &["--json"] } else { &[] };
    match Command::new("python3").arg(script).args(arguments).args(json).output() {
        Ok(output) if !output.stdout.is_empty() => {
            Some(String::from_utf8_lossy(&output.stdout).into_owned())
        }
        Ok(output) => panic!("{scorer}: {}", String::from_utf8_lossy(&output.stderr)),
        Err(error) => skip(&format!("python3: {error}")),
    }
}

/// Writes the records of these articles where a scorer can read them.
fn write(test: &str, records: &[Record]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}.jsonl"));
    let lines: String = records.iter().map(|record| record.to_json() + "\n").collect();
    fs::write(&path, lines).expect("the target folder can be written");
    path
}

fn record(id: &str, text: &str) -> Record {
    record_by(&Extractor::new(), id, text)
}

fn record_by(extractor: &Extractor, id: &str, text: &str) -> Record {
    let document = extractor.extract(Article::new(text).id(id));
    check(&document);
    document.to_record(Offsets::Char)
}

/// The records of a JSONL corpus with `id` and `text`.
fn records_of(corpus: &Path) -> Vec<Record> {
    let lines = fs::read_to_string(corpus).expect("the corpus is UTF-8");
    let row = |line: &str| {
        let row: Value = serde_json::from_str(line).expect("a line is JSON");
        let mut record = record("", row["text"].as_str().expect("a text"));
        record.id = serde_json::from_value::<Id>(row["id"].clone()).ok();
        record
    };
    lines.lines().map(row).collect()
}

fn number_after(text: &str, label: &str) -> f64 {
    let rest = text.split_once(label).unwrap_or_else(|| panic!("no {label:?} in {text}")).1;
    rest.split_whitespace()
        .next()
        .and_then(|number| number.parse().ok())
        .unwrap_or_else(|| panic!("{label}: {text}"))
}

#[test]
fn seed_article() {
    let Some(folder) = shared("articles") else { return };
    let article = folder.join("seed-article.txt");
    let text = fs::read_to_string(&article).expect("the article is UTF-8");
    let predicted = write("seed", &[record("seed-article.txt", &text)]);
    let expected = folder.join("seed-article.expected.json");
    let Some(output) = score("expected.py", &[&expected, &article, &predicted]) else { return };
    // "17 expected, 2 not met, 19 claims in all"
    let last = output.lines().last().unwrap_or("");
    let all =
        last.split_whitespace().next().and_then(|number| number.parse::<usize>().ok()).expect(last);
    let met = all.saturating_sub(number_after(last, " expected, ") as usize);
    assert!(
        met >= SEED_FLOOR,
        "{met} of {all} claims are met, the floor is {SEED_FLOOR}\n{output}"
    );
}

/// The scorer's figures for an extractor's claims on PolNeAR's dev articles.
fn score_claims(test: &str, extractor: &Extractor) -> Option<Value> {
    let gold = shared("corpora/polnear/dev")?;
    let texts = texts(&gold.join("text"));
    let records: Vec<Record> =
        texts.iter().map(|(name, text)| record_by(extractor, name, text)).collect();
    assert!(records.len() > 50);
    let output = score("claims.py", &[&gold, &write(test, &records)])?;
    Some(serde_json::from_str(&output).expect("the scorer prints JSON"))
}

fn assert_over(figures: &Value, figure: &str, floor: f64) {
    let value = figure.split('/').fold(figures, |value, name| &value[name]);
    let value = value.as_f64().unwrap_or_else(|| panic!("no {figure} in {figures}"));
    assert!(value >= floor, "{figure}: {value} is under its floor of {floor}");
}

#[test]
fn polnear() {
    let Some(figures) = score_claims("polnear", &Extractor::new()) else { return };
    for (figure, floor, _) in CLAIM_FLOORS {
        assert_over(&figures, figure, *floor);
    }
}

#[test]
fn polnear_by_patterns_alone() {
    let alone = Extractor::builder().patterns_alone(true).build().expect("no data added");
    let Some(figures) = score_claims("polnear-patterns", &alone) else { return };
    for (figure, _, floor) in CLAIM_FLOORS {
        assert_over(&figures, figure, *floor);
    }
}

#[test]
fn sentences() {
    for (name, floor) in SENTENCE_FLOORS {
        let Some(gold) = shared(&format!("corpora/sentences/{name}.jsonl")) else { return };
        let predicted = write(&format!("sentences-{name}"), &records_of(&gold));
        let Some(output) = score("sentences.py", &[&gold, &predicted]) else { return };
        let value = number_after(&output, " F1 ");
        assert!(value >= *floor, "{name}: {value} is under its floor of {floor}\n{output}");
    }
}

#[test]
fn entities() {
    for (name, row, floor) in ENTITY_FLOORS {
        let Some(gold) = shared(&format!("corpora/entities/{name}.jsonl")) else { return };
        let predicted = write(&format!("entities-{name}-{row}"), &records_of(&gold));
        let Some(output) = score("entities.py", &[&gold, &predicted]) else { return };
        let line = output
            .lines()
            .find(|line| line.starts_with(row))
            .unwrap_or_else(|| panic!("no {row} in {output}"));
        let value = number_after(line, " F1 ");
        assert!(value >= *floor, "{name}, {row}: {value} is under its floor of {floor}\n{output}");
    }
}
