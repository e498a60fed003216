//! Learns how certain it is that a source means whom it was resolved to: a logistic regression on the annotated articles.
//!
//! What the other weights were learned from is resolved better than other articles are, so that what is learned here is a little
//! too certain: it puts speakers in order, and `--test` says how often each certainty is right elsewhere.

use std::error::Error;
use std::path::Path;

use whosaid::Extractor;
use whosaid::training::certainty::{features, features_of};

use crate::Options;
use crate::rows::{articles, read_gold, read_text};
use crate::verdicts::{Verdict, judge, pairs, speakers_of};

/// The features of a source, and whether it means whom the annotator says.
type Lesson = (Vec<usize>, bool);

pub(crate) fn train(options: &Options) -> Result<(), Box<dyn Error>> {
    let mut lessons = Vec::new();
    for folder in options.need("annotated")?.split(',') {
        read(Path::new(folder), &mut lessons)?;
    }
    let weights = learn(&lessons);
    report("learned from", &lessons, &weights);
    if let Some(folder) = options.get("test") {
        let mut test = Vec::new();
        read(Path::new(folder), &mut test)?;
        report(folder, &test, &weights);
    }
    let mut text = String::from(
        "# How much each feature speaks for a source meaning whom it was resolved to; learned by `whosaid-train certainty`.\nfeature\tweight\n",
    );
    for (name, weight) in features().iter().zip(&weights) {
        text.push_str(&format!("{name}\t{weight:.2}\n"));
    }
    std::fs::write(options.need("out")?, text)?;
    Ok(())
}

/// The resolved sources of a folder's articles whose annotator names the speakers or says that there is no name.
fn read(folder: &Path, lessons: &mut Vec<Lesson>) -> Result<(), Box<dyn Error>> {
    let extractor = Extractor::new();
    for path in articles(folder)? {
        let text = read_text(&path)?;
        let gold = read_gold(&path.with_extension("tsv"), &text)?;
        let document = extractor.extract(&*text);
        let own = features_of(&extractor, &text);
        let cues: Vec<_> = gold.iter().map(|row| row.cue).collect();
        for (wanted, found) in pairs(&cues, &document) {
            let (wanted, claim) = (&gold[wanted], &document.claims()[found]);
            let verdict = judge(wanted, &speakers_of(&document, claim), &text);
            let told = !wanted.speakers.is_empty() || wanted.anonymous;
            if let Some(features) =
                own[found].as_ref().filter(|_| told && verdict != Verdict::Unresolved)
            {
                lessons.push((features.clone(), verdict == Verdict::Right));
            }
        }
    }
    Ok(())
}

/// How strongly weights are drawn to none.
const PRIOR: f64 = 3.0;
const ROUNDS: usize = 300;

/// Weights by Newton's method, one feature at a time as if the others of a lesson changed with it, so that no step is too long.
fn learn(lessons: &[Lesson]) -> Vec<f64> {
    let mut weights = vec![0.0; features().len()];
    for _ in 0..ROUNDS {
        let mut slope: Vec<f64> = weights.iter().map(|weight| -weight * PRIOR).collect();
        let mut bend = vec![PRIOR; weights.len()];
        for (features, right) in lessons {
            let likely = likelihood(features, &weights);
            for &feature in features {
                slope[feature] += f64::from(u8::from(*right)) - likely;
                bend[feature] += likely * (1.0 - likely) * features.len() as f64;
            }
        }
        for ((weight, slope), bend) in weights.iter_mut().zip(slope).zip(bend) {
            *weight += slope / bend;
        }
    }
    weights
}

fn likelihood(features: &[usize], weights: &[f64]) -> f64 {
    let score: f64 = features.iter().map(|feature| weights[*feature]).sum();
    1.0 / (1.0 + (-score).exp())
}

/// Prints how many are wrong among the most certain ones, and how likely a wrong one is less certain than a right one.
fn report(what: &str, lessons: &[Lesson], weights: &[f64]) {
    let mut sure: Vec<(f64, bool)> =
        lessons.iter().map(|(features, right)| (likelihood(features, weights), *right)).collect();
    sure.sort_by(|a, b| b.0.total_cmp(&a.0));
    let wrong = sure.iter().filter(|(_, right)| !right).count();
    let mut seen = 0;
    let mut ordered = 0;
    for (_, right) in &sure {
        seen += usize::from(!right);
        ordered += if *right { wrong - seen } else { 0 };
    }
    let pairs = wrong * (sure.len() - wrong);
    println!(
        "{what}: {} sources, {wrong} wrong; area under the curve {:.3}",
        sure.len(),
        ordered as f64 / pairs.max(1) as f64
    );
    for share in [100, 95, 90, 80, 70, 60, 50] {
        let kept = &sure[..sure.len() * share / 100];
        let wrong = kept.iter().filter(|(_, right)| !right).count();
        let least = kept.last().map_or(0.0, |(likely, _)| *likely);
        println!(
            "  {share:3} % of them, certainty from {least:.3}: {:.2} % wrong",
            100.0 * wrong as f64 / kept.len().max(1) as f64
        );
    }
}
