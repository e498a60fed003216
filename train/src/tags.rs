//! Learns the part-of-speech tagger: first the lexicon, then the weights, then which rows of weights to keep.

mod lexicon;
mod weights;

use std::collections::BTreeMap;
use std::error::Error;
use std::time::Instant;

use whosaid::training::{Model, tag_name, tag_number};

use crate::Options;
use crate::corpora::{Tagged, VerbForm, gum_verbs, read_dictionary, read_gum, read_machine_tags};
use lexicon::Lexicon;
use weights::Weights;

/// GUM documents of these kinds are never learned from: they are the test.
const HELD_BACK: [&str; 2] = ["GUM_news_", "GUM_interview_"];
/// How much more a tag by hand weighs than one by machine.
const HAND: f32 = 4.0;

pub(crate) fn train(options: &Options) -> Result<(), Box<dyn Error>> {
    let (mut test, mut learn): (Vec<Tagged>, Vec<(Tagged, f32)>) = (Vec::new(), Vec::new());
    // To choose settings without looking at the test: every sixth of the other documents is the test then.
    let tune = options.get("tune").is_some();
    for (at, document) in read_gum(options.need("gum")?)?.into_iter().enumerate() {
        let held = HELD_BACK.iter().any(|start| document.name.starts_with(start));
        match held || (tune && at % 6 == 3) {
            true if tune && held => {}
            true => test.push(document),
            false => learn.push((document, HAND)),
        }
    }
    let mut doubts = Vec::new();
    for (document, doubt) in machine_tags(options)? {
        doubts.push((learn.len(), doubt));
        learn.push((document, 1.0));
    }
    let mut dev = match (options.get("dev"), options.get("dev-texts")) {
        (Some(path), Some(texts)) => read_machine_tags(path, texts)?,
        _ => Vec::new(),
    };
    if let Some(path) = options.get("measure") {
        let model = Model::read(std::fs::read(path)?).ok_or(format!("{path}: no model"))?;
        return measure(options, &model, &mut test, &mut dev, &mut learn);
    }
    let dictionary = options.get("dictionary").map_or(Ok(Vec::new()), read_dictionary)?;
    let lexicon = Lexicon::learn(&learn, &dictionary);
    println!("{} words, {} ambiguity classes", lexicon.words.len(), lexicon.classes.len());
    let model = lexicon.model();
    let mut weights = Weights::count(&mut learn, &model);
    weights.learn(&mut learn, &model);
    report("all features", &mut test, |document| weights.tag(document, &model));
    settle(&mut learn, &doubts, |document| weights.tag(document, &model));
    let (_, _, kept) = Model::new(&[], &[], &weights.quantised());
    weights.keep(&kept);
    weights.learn(&mut learn, &model);
    report("kept features", &mut test, |document| weights.tag(document, &model));
    let (model, bytes, _) = Model::new(&lexicon.classes, &lexicon.words, &weights.quantised());
    std::fs::write(options.need("out")?, &bytes)?;
    println!("{} bytes", bytes.len());
    measure(options, &model, &mut test, &mut dev, &mut learn)
}

fn measure(
    options: &Options,
    model: &Model,
    test: &mut [Tagged],
    dev: &mut [Tagged],
    learned: &mut [(Tagged, f32)],
) -> Result<(), Box<dyn Error>> {
    report("shipped", test, |document| document.article.classify(model));
    report("shipped, machine tags", dev, |document| document.article.classify(model));
    if let Some(most) = options.get("errors") {
        confusions(test, most.parse()?);
    }
    lemmas(options.need("gum")?, model, options.get("errors").is_some())?;
    speed(learned, model);
    Ok(())
}

/// Tokens of one article on which two taggers differ, with what they say.
type Doubts = Vec<(usize, [usize; 2])>;

/// The articles with the tags that both taggers give.
fn machine_tags(options: &Options) -> Result<Vec<(Tagged, Doubts)>, Box<dyn Error>> {
    let texts = options.need("texts")?;
    let mut first = read_machine_tags(options.need("polnear")?, texts)?;
    let Some(path) = options.get("second") else {
        return Ok(first.into_iter().map(|document| (document, Vec::new())).collect());
    };
    let second = read_machine_tags(path, texts)?;
    if !first.iter().map(|document| &document.name).eq(second.iter().map(|document| &document.name))
    {
        return Err(format!("{path} has other articles than --polnear").into());
    }
    let mut doubts = Vec::new();
    for (document, other) in first.iter_mut().zip(&second) {
        let mut doubt = Vec::new();
        for (token, (one, two)) in document.gold.iter_mut().zip(&other.gold).enumerate() {
            if let (Some(one), Some(two)) = (*one, *two)
                && one != two
            {
                doubt.push((token, [one, two]));
            }
            *one = one.filter(|one| *two == Some(*one));
        }
        doubts.push(doubt);
    }
    Ok(first.into_iter().zip(doubts).collect())
}

/// Where the two taggers differ and ours agrees with one of them, that one is right.
fn settle(
    learn: &mut [(Tagged, f32)],
    doubts: &[(usize, Doubts)],
    mut tag: impl FnMut(&mut Tagged),
) {
    let (mut settled, mut all) = (0, 0);
    for (at, doubt) in doubts {
        let document = &mut learn[*at].0;
        tag(document);
        for (token, choices) in doubt {
            let guess = document.article.tag(*token);
            document.gold[*token] = Some(guess).filter(|guess| choices.contains(guess));
            settled += usize::from(choices.contains(&guess));
            all += 1;
        }
    }
    println!("{settled} of {all} differences settled");
}

/// How many verb forms of GUM get the base form that it gives.
fn lemmas(gum: &str, model: &Model, print: bool) -> Result<(), Box<dyn Error>> {
    let (mut all, mut right) = (0, 0);
    let mut wrong: BTreeMap<(String, String, String), usize> = BTreeMap::new();
    for VerbForm { form, base, tag } in gum_verbs(gum)? {
        let Some(tag) = tag_number(&tag) else { continue };
        let guess = model.lemma(&form, tag);
        all += 1;
        right += usize::from(guess == base);
        if guess != base {
            *wrong.entry((form, base, guess)).or_default() += 1;
        }
    }
    println!(
        "{:.2} % of {all} verb forms with the right base form",
        100.0 * right as f64 / all as f64
    );
    let mut wrong: Vec<_> = wrong.into_iter().filter(|_| print).collect();
    wrong.sort_by_key(|row| std::cmp::Reverse(row.1));
    wrong
        .iter()
        .take(60)
        .for_each(|((form, base, guess), count)| println!("{count}\t{form}: {base}, not {guess}"));
    Ok(())
}

fn report(what: &str, documents: &mut [Tagged], mut tag: impl FnMut(&mut Tagged)) {
    let punctuation = tag_number("PUNCT");
    let (mut all, mut right, mut words, mut right_words, mut parts, mut right_parts) =
        (0, 0, 0, 0, 0, 0);
    for document in documents.iter_mut() {
        tag(document);
        for (token, gold) in document.gold.iter().enumerate() {
            let Some(gold) = gold else { continue };
            let hit = usize::from(document.article.tag(token) == *gold);
            if document.compound[token] {
                parts += 1;
                right_parts += hit;
                continue;
            }
            all += 1;
            right += hit;
            if Some(*gold) != punctuation {
                words += 1;
                right_words += hit;
            }
        }
    }
    let share = |right: usize, all: usize| 100.0 * right as f64 / all.max(1) as f64;
    println!(
        "{what}: {:.2} % of {all} tokens right, {:.2} % of {words} words, {:.1} % of {parts} compounds",
        share(right, all),
        share(right_words, words),
        share(right_parts, parts),
    );
}

fn confusions(documents: &[Tagged], most: usize) {
    let mut counts: BTreeMap<(usize, usize), (usize, BTreeMap<String, usize>)> = BTreeMap::new();
    for document in documents {
        let spans: Vec<_> = document.article.tokens().collect();
        for (token, gold) in document.gold.iter().enumerate() {
            let guess = document.article.tag(token);
            if let Some(gold) = gold.filter(|gold| *gold != guess) {
                let (count, words) = counts.entry((gold, guess)).or_default();
                *count += 1;
                *words.entry(spans[token].of(document.article.text()).to_owned()).or_default() += 1;
            }
        }
    }
    let mut rows: Vec<_> = counts.into_iter().collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.1.0));
    for ((gold, guess), (count, words)) in rows.into_iter().take(most) {
        let mut words: Vec<_> = words.into_iter().collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.1));
        let words: Vec<String> =
            words.into_iter().take(9).map(|(word, count)| format!("{word} {count}")).collect();
        println!("{count}\t{} as {}\t{}", tag_name(gold), tag_name(guess), words.join(", "));
    }
}

/// Text a second of processor time; the fastest of some runs, for others on the machine only slow it down.
fn speed(documents: &mut [(Tagged, f32)], model: &Model) {
    let bytes: usize = documents.iter().map(|(document, _)| document.article.text().len()).sum();
    let runs = (0..8).map(|_| {
        let started = (processor_time(), Instant::now());
        documents.iter_mut().for_each(|(document, _)| document.article.classify(model));
        let passed = started.1.elapsed().as_secs_f64();
        processor_time().zip(started.0).map_or(passed, |(now, then)| now - then)
    });
    println!("{:.0} MB/s", bytes as f64 / 1e6 / runs.fold(f64::MAX, f64::min));
}

/// Seconds that this thread has run, where the system tells.
fn processor_time() -> Option<f64> {
    let line = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    line.split(' ').next()?.parse::<f64>().ok().map(|nanoseconds| nanoseconds / 1e9)
}
