//! Learns the weights of the claims stage: which candidates are cues, and which source, content and extent each has.
//!
//! An annotated cue is learned at the candidate inside it that stands first. Candidates inside another attribution's content
//! are left out: people marked the outermost attribution only, so that nothing is known of them. The project's own articles
//! teach sources, contents and extents.

use std::error::Error;

use whosaid::training::{ClaimArticle, DECISIONS, FEATURES, SCALE, Unit};
use whosaid::{Extractor, Span};

use crate::brat::{Annotated, Gold, read_folder};
use crate::linear::{Choice, Linear, Steps};
use crate::{Options, annotated};

/// Parts of the articles for priors that have not seen the article they are used on.
const FOLDS: usize = 5;
/// One article in this many is held back to measure on.
const HELD: usize = 10;

/// A cue candidate.
struct Candidate {
    article: usize,
    features: Vec<u32>,
    /// Whether it is a cue; `None` where the annotation does not say.
    cue: Option<bool>,
}

/// What is learned at the cues.
#[derive(Default)]
struct Choices {
    sources: Vec<(usize, Choice)>,
    contents: Vec<(usize, Choice)>,
    extents: Vec<(usize, Choice)>,
    /// Of all cues, those whose right answer was among the candidates.
    cues: usize,
    /// Of those with a source before them: all, those whose source begins with the first reading of the subject, and with the
    /// second.
    subjects: [usize; 3],
}

pub(crate) fn train(options: &Options) -> Result<(), Box<dyn Error>> {
    let extractor = Extractor::new();
    let mut articles = read_folder(options.need("polnear")?)?;
    // Whether a word is a cue is learned from PolNeAR alone: how much people mark differs, what they mark at a cue hardly.
    let own = articles.len();
    for folder in options.get("annotated").iter().flat_map(|folders| folders.split(',')) {
        articles.extend(annotated::read_claims(folder.as_ref())?);
    }
    let read: Vec<ClaimArticle> =
        articles.iter().map(|article| ClaimArticle::read(&extractor, &article.text)).collect();
    let hold: Option<usize> = options.get("hold").map(str::parse).transpose()?;
    let held: Vec<bool> =
        (0..articles.len()).map(|at| at < own && hold == Some(at % HELD)).collect();
    let (priors, alone) = learn_priors(&articles[..own], &read);
    println!("prior: {} candidates", alone.len());
    let cues = collect_cues(&articles[..own], &read, &priors);
    let cue = learn_cues(&cues, &held);
    let choices = collect_choices(&articles, &read, &priors, &cue);
    println!(
        "{} cues with a candidate; right source among the candidates {}, content {}, extent {}",
        choices.cues,
        choices.sources.len(),
        choices.contents.len(),
        choices.extents.len()
    );
    let [all, first, second] = choices.subjects;
    println!("{all} sources before their cue: {first} are its subject, {second} the other reading");
    let steps = Steps { rounds: 8, rate: 0.07, decay: 0.001, least: 2 };
    let source = learn_choices("source", &choices.sources, &held, steps);
    let content = learn_choices("content", &choices.contents, &held, steps);
    let extent = learn_choices("extent", &choices.extents, &held, steps);
    let models = [&priors[FOLDS], &cue[FOLDS], &source, &content, &extent];
    assert_eq!(models.len(), DECISIONS);
    let weights: Vec<u8> = models.iter().flat_map(|model| model.quantised(SCALE)).collect();
    println!("{} weights are not zero", weights.iter().filter(|weight| **weight != 0).count());
    Ok(std::fs::write(options.need("out")?, weights)?)
}

/// The priors of each fold, learned on the others, and last that of all.
fn learn_priors(articles: &[Annotated], read: &[ClaimArticle]) -> (Vec<Linear>, Vec<Candidate>) {
    let mut candidates = Vec::new();
    for (article, (gold, read)) in articles.iter().zip(read).enumerate() {
        for unit in &read.units() {
            let matched = Matched::new(unit, gold);
            for index in 0..matched.cue.len() {
                candidates.push(Candidate {
                    article,
                    features: unit.prior(index),
                    cue: matched.is_cue(index),
                });
            }
        }
    }
    let steps = Steps { rounds: 4, rate: 0.1, decay: 0.0001, least: 3 };
    let learn = |fold: usize| {
        let examples: Vec<_> = candidates
            .iter()
            .filter(|candidate| candidate.article % FOLDS != fold)
            .filter_map(|candidate| Some((candidate.features.as_slice(), candidate.cue?)))
            .collect();
        let mut prior = Linear::new(FEATURES);
        prior.learn(&examples, steps);
        prior
    };
    ((0..=FOLDS).map(learn).collect(), candidates)
}

/// The log odds of each candidate of a unit seen alone.
fn prior_odds(prior: &Linear, unit: &Unit) -> Vec<f32> {
    (0..unit.cues().len()).map(|index| prior.score(&unit.prior(index))).collect()
}

fn collect_cues(
    articles: &[Annotated],
    read: &[ClaimArticle],
    priors: &[Linear],
) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for (article, (gold, read)) in articles.iter().zip(read).enumerate() {
        let prior = &priors[article % FOLDS];
        for unit in &read.units() {
            let matched = Matched::new(unit, gold);
            let alone = prior_odds(prior, unit);
            for index in 0..matched.cue.len() {
                let features = unit.cue(&alone, index);
                candidates.push(Candidate { article, features, cue: matched.is_cue(index) });
            }
        }
    }
    candidates
}

/// The model of each fold, learned on the others, and last that of all.
fn learn_cues(candidates: &[Candidate], held: &[bool]) -> Vec<Linear> {
    let steps = Steps { rounds: 4, rate: 0.05, decay: 0.001, least: 5 };
    let learn = |fold: usize| {
        let examples: Vec<_> = candidates
            .iter()
            .filter(|candidate| candidate.article % FOLDS != fold && !held[candidate.article])
            .filter_map(|candidate| Some((candidate.features.as_slice(), candidate.cue?)))
            .collect();
        let mut cue = Linear::new(FEATURES);
        cue.learn(&examples, steps);
        cue
    };
    let models: Vec<Linear> = (0..=FOLDS).map(learn).collect();
    let test: Vec<_> = candidates
        .iter()
        .filter(|candidate| held[candidate.article])
        .filter_map(|candidate| Some((candidate.features.as_slice(), candidate.cue?)))
        .collect();
    for threshold in [0.3, 0.4, 0.5, 0.6, 0.9] {
        report_cues(&models[FOLDS], &test, threshold);
    }
    models
}

fn report_cues(model: &Linear, test: &[(&[u32], bool)], threshold: f32) {
    let (mut hit, mut said, mut gold) = (0.0, 0.0, 0.0);
    for (features, yes) in test {
        let found = model.probability(features) >= threshold;
        hit += f32::from(u8::from(found && *yes));
        said += f32::from(u8::from(found));
        gold += f32::from(u8::from(*yes));
    }
    let (precision, recall) = (hit / said, hit / gold);
    let f1 = 200.0 * precision * recall / (precision + recall);
    println!(
        "cue, held back, ≥ {threshold}: P {:.1} R {:.1} F1 {f1:.1}",
        100.0 * precision,
        100.0 * recall
    );
}

fn learn_choices(name: &str, choices: &[(usize, Choice)], held: &[bool], steps: Steps) -> Linear {
    let part = |test: bool| -> Vec<&Choice> {
        choices
            .iter()
            .filter(|(article, _)| held[*article] == test)
            .map(|(_, choice)| choice)
            .collect()
    };
    let mut model = Linear::new(FEATURES);
    model.learn_choice(&part(false), steps);
    for (what, choices) in [("held back", part(true)), ("learned", part(false))] {
        let right = choices.iter().filter(|choice| model.choose(choice) == choice.right).count();
        println!(
            "{name}, {what}: {:.1} % of {} right",
            100.0 * right as f32 / choices.len().max(1) as f32,
            choices.len()
        );
    }
    model
}

fn collect_choices(
    articles: &[Annotated],
    read: &[ClaimArticle],
    priors: &[Linear],
    cues: &[Linear],
) -> Choices {
    let mut choices = Choices::default();
    for (article, (gold, read)) in articles.iter().zip(read).enumerate() {
        let (prior, cue) = (&priors[article % FOLDS], &cues[article % FOLDS]);
        for mut unit in read.units() {
            let matched = Matched::new(&unit, gold);
            let alone = prior_odds(prior, &unit);
            let odds: Vec<f32> =
                (0..alone.len()).map(|index| cue.score(&unit.cue(&alone, index))).collect();
            unit.set_likely(&odds);
            for (index, claim) in matched.cue.iter().enumerate() {
                if let Some(claim) = claim {
                    choices.cues += 1;
                    choices.count_subjects(&unit, index, &gold.claims[*claim]);
                    choices.add(article, &unit, index, &gold.text, &gold.claims[*claim]);
                }
            }
        }
    }
    choices
}

impl Choices {
    fn count_subjects(&mut self, unit: &Unit, index: usize, gold: &Gold) {
        let (_, main) = unit.cues()[index];
        let Some((start, _)) = gold.source.first() else { return };
        if *start < main.start as usize {
            let is = |subject: Option<Span>| subject.is_some_and(|it| it.start as usize == *start);
            let [first, second] = unit.subjects(index).map(is);
            let [all, one, other] = &mut self.subjects;
            *all += 1;
            *one += usize::from(first);
            *other += usize::from(!first && second);
        }
    }

    /// Adds the choices at a cue, each given the right answer to the one before; stops where that is no candidate.
    fn add(
        &mut self,
        article: usize,
        unit: &Unit,
        index: usize,
        text: &str,
        gold: &Gold,
    ) -> Option<()> {
        let (source, learned) = choice(unit.sources(index), text, &gold.source)?;
        self.sources.push((article, learned));
        let (content, learned) =
            choice_of_first(unit.contents(index, source), text, &gold.content)?;
        self.contents.push((article, learned));
        let (_, learned) = choice(unit.extents(index, source, content), text, &gold.cue)?;
        self.extents.push((article, learned));
        Some(())
    }
}

/// The candidates and the index of the one whose spans are `gold`.
fn choice(
    candidates: whosaid::training::Choice,
    text: &str,
    gold: &[(usize, usize)],
) -> Option<(usize, Choice)> {
    let right = candidates.iter().position(|(spans, _)| ranges(text, spans) == gold)?;
    Some((
        right,
        Choice {
            candidates: candidates.into_iter().map(|(_, features)| features).collect(),
            right,
        },
    ))
}

/// Like [`choice`]; later parts of a content that stand outside the unit, as continued quotations do, are passed over.
fn choice_of_first(
    candidates: whosaid::training::Choice,
    text: &str,
    gold: &[(usize, usize)],
) -> Option<(usize, Choice)> {
    let right = (1..=gold.len()).rev().find_map(|parts| {
        candidates.iter().position(|(spans, _)| ranges(text, spans) == gold[..parts])
    })?;
    Some((
        right,
        Choice {
            candidates: candidates.into_iter().map(|(_, features)| features).collect(),
            right,
        },
    ))
}

fn ranges(text: &str, spans: &[Span]) -> Vec<(usize, usize)> {
    let mut ranges = spans.iter().map(|span| (span.start as usize, span.end as usize)).collect();
    crate::brat::tidy(text, &mut ranges);
    ranges
}

/// The candidates of a unit against the annotation.
struct Matched {
    /// The claim that a candidate is the cue of.
    cue: Vec<Option<usize>>,
    /// Whether the annotation is silent on the candidate.
    unknown: Vec<bool>,
}

impl Matched {
    fn new(unit: &Unit, gold: &Annotated) -> Matched {
        let cues = unit.cues();
        let inside = |span: Span, ranges: &[(usize, usize)]| {
            ranges
                .iter()
                .any(|(start, end)| *start <= span.start as usize && span.end as usize <= *end)
        };
        let mut matched = Matched { cue: vec![None; cues.len()], unknown: vec![false; cues.len()] };
        let mut taken = vec![];
        for (index, (group, main)) in cues.iter().enumerate() {
            let claim = gold.claims.iter().position(|claim| inside(*main, &claim.cue));
            match claim {
                Some(claim) if !taken.contains(&claim) => {
                    taken.push(claim);
                    matched.cue[index] = Some(claim);
                }
                // "released a statement *saying*": the last verb of a chain has the content.
                Some(claim) if unit.is_chained(index) => {
                    let before = matched.cue.iter().position(|it| *it == Some(claim));
                    before.into_iter().for_each(|before| matched.cue[before] = None);
                    matched.cue[index] = Some(claim);
                }
                Some(_) => matched.unknown[index] = true,
                None => {
                    // "wants {*to see* it}": the verb that a content begins with is no chain's last, nor is "denied {*having* said it}".
                    let opens = |claim: &Gold| {
                        let first = claim.content.first();
                        first.is_some_and(|(start, _)| *start == group.start as usize)
                    };
                    let first = gold.text[group.range()].split_whitespace().next();
                    let infinite = first.is_some_and(|word| word == "to" || word.ends_with("ing"));
                    matched.unknown[index] = !(infinite && gold.claims.iter().any(opens))
                        && gold.claims.iter().any(|claim| inside(*main, &claim.content))
                }
            }
        }
        matched
    }

    fn is_cue(&self, index: usize) -> Option<bool> {
        match self.cue[index] {
            Some(_) => Some(true),
            None if self.unknown[index] => None,
            None => Some(false),
        }
    }
}
