//! The examples of the patterns in `data/rules/claims.tsv`: what each pattern finds, and what it leaves alone.

mod common;

use std::fs;

use common::project;
use whosaid::{Claim, Extractor, Span};

/// Patterns without an example or counterexample, and why.
const NOT_ALONE: &[(&str, &str)] = &[
    (
        "relative-verb",
        "\"which\" is read as a clause before the cue, which clause-source-verb names",
    ),
    (
        "verb-preposition",
        "the preposition mostly belongs to the cue, and what follows it is an object",
    ),
    (
        "mark-other",
        "what the colon and dash-tag patterns leave is named by it, no construction of its own",
    ),
];

/// Patterns whose examples only weights find, and why.
const NEED_WEIGHTS: &[(&str, &str)] = &[
    ("noun-of", "without a source, \"fears of\" and \"cup of\" look alike"),
    ("noun-other", "a colon is read as the cue before the noun before it"),
    ("noun-equated", "weights tell that \"of\" belongs to the cue"),
    ("noun-named", "weights tell that \"was\" and \"from\" belong to the cue"),
    ("preposition-other", "what is no phrase of the dictionary's is a weak cue"),
    ("verb-quoting", "weights leave the full stop out of what follows the verb"),
];

/// An example without its marks, and what they mark.
#[derive(Debug, Default, PartialEq)]
struct Marked {
    text: String,
    source: Vec<String>,
    cue: Vec<String>,
    content: Vec<String>,
}

/// Reads `[source] <cue> {content}`.
fn unmark(example: &str) -> Marked {
    let mut marked = Marked::default();
    let mut start = 0;
    for char in example.chars() {
        let end = marked.text[start..].to_owned();
        match char {
            '[' | '<' | '{' => start = marked.text.len(),
            ']' => marked.source.push(end),
            '>' => marked.cue.push(end),
            '}' => marked.content.push(end),
            _ => marked.text.push(char),
        }
    }
    marked
}

/// What the claim says, as an example would mark it.
fn mark(text: &str, claim: &Claim) -> Marked {
    let of = |span: &Span| span.of(text).to_owned();
    Marked {
        text: text.to_owned(),
        source: claim.source.iter().map(|source| of(&source.span)).collect(),
        cue: vec![of(&claim.cue.span)],
        content: claim.content.spans.iter().map(of).collect(),
    }
}

/// The name, examples and counterexamples of each pattern.
fn patterns() -> Vec<[String; 3]> {
    let file = fs::read_to_string(project("data/rules/claims.tsv")).expect("the file can be read");
    let mut rows = file.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t'));
    let header: Vec<&str> = rows.next().expect("a header").collect();
    let columns = ["name", "examples", "counterexamples"]
        .map(|name| header.iter().position(|column| *column == name).expect(name));
    let rows = rows.map(|row| row.collect::<Vec<_>>());
    rows.map(|row| columns.map(|at| row.get(at).copied().unwrap_or_default().to_owned())).collect()
}

fn examples(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(" | ").map(str::trim).filter(|example| !example.is_empty())
}

/// What is wrong with what the extractor makes of the examples and counterexamples.
fn misread(extractor: &Extractor) -> Vec<String> {
    let mut wrong = Vec::new();
    for [name, found, left] in patterns() {
        for example in examples(&found) {
            let expected = unmark(example);
            let document = extractor.extract(&*expected.text);
            let claims = document.claims().iter();
            let is =
                |claim: &Claim| *claim.rule == *name && mark(&expected.text, claim) == expected;
            if !claims.clone().any(is) {
                let got: Vec<_> =
                    claims.map(|claim| (claim.rule.clone(), mark(&expected.text, claim))).collect();
                wrong.push(format!("{name}: {example}\n    gives {got:?}"));
            }
        }
        for text in examples(&left) {
            let document = extractor.extract(text);
            if let Some(claim) = document.claims().iter().find(|claim| *claim.rule == *name) {
                wrong.push(format!("{name} finds {:?}", mark(text, claim)));
            }
        }
    }
    wrong
}

#[test]
fn examples_are_found_by_their_pattern_and_counterexamples_are_not() {
    let wrong = misread(&Extractor::new());
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn patterns_alone_find_the_examples_too() {
    let alone = Extractor::builder().patterns_alone(true).build().expect("built-in data");
    let (excused, wrong): (Vec<String>, Vec<String>) =
        misread(&alone).into_iter().partition(|wrong| {
            NEED_WEIGHTS.iter().any(|(name, _)| wrong.starts_with(&format!("{name}: ")))
        });
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(
        excused.len(),
        NEED_WEIGHTS.len(),
        "found now, no longer to be excused: {excused:?}"
    );
}

#[test]
fn every_pattern_is_shown_or_says_why_not() {
    for [name, found, left] in patterns() {
        let shown = examples(&found).next().is_some() && examples(&left).next().is_some();
        let excused = NOT_ALONE.iter().any(|(pattern, _)| *pattern == name);
        assert_ne!(shown, excused, "{name}: add an example and a counterexample, or a reason");
    }
    let known: Vec<String> = patterns().into_iter().map(|[name, ..]| name).collect();
    assert!(NOT_ALONE.iter().all(|(name, _)| known.iter().any(|known| known == name)));
}
