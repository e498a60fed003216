//! Articles written for this project in the manner of many outlets, with every claim annotated by hand: `tests/annotated`.
//!
//! `NAME.tsv` holds a row a claim of `NAME.txt`: source, cue, content, speakers, anonymous, act. Source, cue and content are
//! strings of the text; `he@3` is its third "he", counted where the string stands as whole words; parts of a split content
//! are joined by ` … `. Speakers are the fullest names of the article, or the country for its government, joined by `|`.
//! `cargo test --test annotated -- --nocapture` prints the figures.

mod common;

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::fs;

use common::{project, texts};
use whosaid::{Act, Document, Extractor, Span};

/// Floors in per cent, a little under what the extractor reaches: raise them with it, and never lower one unseen.
const FLOORS: Floors = Floors {
    found: 92.5,
    right: 92.5,
    full: 90.0,
    source: 85.0,
    cue: 85.5,
    content: 82.0,
    most_wrong: 1.5,
};

struct Floors {
    found: f64,
    right: f64,
    full: f64,
    source: f64,
    cue: f64,
    content: f64,
    /// Not a floor: the share of found claims with a wrong speaker must stay under it.
    most_wrong: f64,
}

/// A claim as the annotator sees it.
struct Gold {
    source: Option<Span>,
    cue: Span,
    content: Vec<Span>,
    speakers: Vec<String>,
    anonymous: bool,
}

/// The `count`-th place where `words` stand in `text` with no letter or digit joined to them.
fn place(text: &str, words: &str, count: usize) -> Option<Span> {
    let joined = |inner: Option<char>, outer: Option<char>| {
        inner.is_some_and(char::is_alphanumeric) && outer.is_some_and(char::is_alphanumeric)
    };
    let whole = |&at: &usize| {
        let end = at + words.len();
        text[at..].starts_with(words)
            && !joined(words.chars().next(), text[..at].chars().next_back())
            && !joined(words.chars().next_back(), text[end..].chars().next())
    };
    let mut places = text.char_indices().map(|(at, _)| at).filter(whole);
    places.nth(count - 1).map(|at| Span::new(at as u32, (at + words.len()) as u32))
}

/// The span of a cell's part; without a number the string must be the only one of its kind.
fn span(text: &str, part: &str) -> Result<Span, String> {
    let numbered =
        part.rsplit_once('@').and_then(|(words, number)| Some((words, number.parse().ok()?)));
    let (words, count): (&str, usize) = numbered.unwrap_or((part, 1));
    if words.is_empty() || count == 0 {
        return Err(format!("{part:?} names no string"));
    }
    let found = place(text, words, count).ok_or_else(|| format!("{part:?} is not in the text"))?;
    match numbered {
        None if place(text, words, 2).is_some() => {
            Err(format!("{part:?} occurs more than once: add @1, @2 …"))
        }
        _ => Ok(found),
    }
}

/// Spans in text order; those with only white space between them are one.
fn joined(text: &str, mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort();
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        match out.last_mut() {
            Some(last) if Span::new(last.end, span.start).of(text).trim().is_empty() => {
                last.end = span.end
            }
            _ => out.push(span),
        }
    }
    out
}

fn read_row(text: &str, row: &str) -> Result<Gold, String> {
    let cells: Vec<&str> = row.split('\t').collect();
    let [source, cue, content, speakers, anonymous, act] = cells[..] else {
        return Err(format!("expected 6 cells, found {}", cells.len()));
    };
    let names: Vec<String> =
        speakers.split('|').filter(|name| !name.is_empty()).map(str::to_owned).collect();
    if !["", "yes"].contains(&anonymous) || (anonymous == "yes" && !names.is_empty()) {
        return Err(format!("anonymous is yes, without speakers, or empty, not {anonymous:?}"));
    }
    serde_json::from_value::<Act>(act.into()).map_err(|_| format!("unknown act {act:?}"))?;
    let content: Result<Vec<Span>, String> =
        content.split(" … ").map(|part| span(text, part)).collect();
    Ok(Gold {
        source: if source.is_empty() { None } else { Some(span(text, source)?) },
        cue: span(text, cue)?,
        content: joined(text, content?),
        speakers: names,
        anonymous: anonymous == "yes",
    })
}

/// The gold claims of an article; a malformed row panics with its file and line.
fn read_gold(name: &str, text: &str) -> Vec<Gold> {
    let file = format!("tests/annotated/{name}");
    let tsv = fs::read_to_string(project(&file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let mut rows = tsv.lines().enumerate();
    assert_eq!(
        rows.next(),
        Some((0, "source\tcue\tcontent\tspeakers\tanonymous\tact")),
        "{file}:1"
    );
    rows.map(|(at, row)| {
        read_row(text, row).unwrap_or_else(|what| panic!("{file}:{}: {what}", at + 1))
    })
    .collect()
}

/// Pairs of gold and found claims whose cues overlap, one to one, the largest overlap first.
fn pairs(gold: &[Gold], document: &Document) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (wanted, row) in gold.iter().enumerate() {
        for claim in document.claims() {
            let Some(cue) = &claim.cue else { continue };
            let end = row.cue.end.min(cue.span.end);
            let overlap = end.saturating_sub(row.cue.start.max(cue.span.start));
            if overlap > 0 {
                candidates.push((u32::MAX - overlap, wanted, claim.id as usize));
            }
        }
    }
    candidates.sort_unstable();
    let (mut wanted, mut found) = (HashSet::new(), HashSet::new());
    candidates.retain(|(_, gold, claim)| {
        !wanted.contains(gold)
            && !found.contains(claim)
            && wanted.insert(*gold)
            && found.insert(*claim)
    });
    candidates.into_iter().map(|(_, gold, claim)| (gold, claim)).collect()
}

/// The words of a name, "the" and "Mr" apart.
fn words(name: &str) -> HashSet<String> {
    let name = name.to_lowercase().replace('’', "'").replace("'s", "").replace(['.', '\''], "");
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !["", "the", "mr", "mrs", "ms", "miss", "dr"].contains(word))
        .map(str::to_owned)
        .collect()
}

/// Whether `name` has all words of `speaker`.
fn is_full(name: &str, speaker: &str) -> bool {
    words(speaker).is_subset(&words(name))
}

/// Whether all words of the one name stand in the other.
fn same_name(name: &str, speaker: &str) -> bool {
    !words(name).is_empty() && (is_full(name, speaker) || is_full(speaker, name))
}

/// What became of the speakers of a found claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Right,
    Wrong,
    /// Some speaker is missing, and none is wrong.
    Unresolved,
}

#[derive(Default)]
struct Tally {
    articles: usize,
    gold: usize,
    predicted: usize,
    found: usize,
    /// Gold claims with speakers, and those of them that are found: with the right speakers, a wrong one, or too few.
    speakers: usize,
    right: usize,
    /// Of the right ones, those under their full names: "Ann Poe", not a "Poe" apart from her.
    full: usize,
    wrong: usize,
    unresolved: usize,
    /// Right, wrong and unresolved by how the extractor resolved the source.
    ways: BTreeMap<String, [usize; 3]>,
    /// The wrong and unresolved ones, a line each.
    misses: Vec<String>,
    /// Anonymous gold sources that are found, and those of them that were given a name.
    anonymous: usize,
    named: usize,
    /// Source, cue and content: in gold, predicted, and exact.
    roles: [[usize; 3]; 3],
}

impl Tally {
    fn add(&mut self, name: &str, gold: &[Gold], document: &Document) {
        self.articles += 1;
        self.gold += gold.len();
        self.predicted += document.claims().len();
        self.speakers += gold.iter().filter(|row| !row.speakers.is_empty()).count();
        let [source, cue, content] = &mut self.roles;
        source[0] += gold.iter().filter(|row| row.source.is_some()).count();
        source[1] += document.claims().iter().filter(|claim| claim.source.is_some()).count();
        cue[0] += gold.len();
        cue[1] += document.claims().iter().filter(|claim| claim.cue.is_some()).count();
        content[0] += gold.len();
        content[1] += document.claims().len();
        for (wanted, found) in pairs(gold, document) {
            let (wanted, claim) = (&gold[wanted], &document.claims()[found]);
            self.found += 1;
            let span = claim.source.as_ref().map(|source| source.span);
            self.roles[0][2] += usize::from(span.is_some() && span == wanted.source);
            self.roles[1][2] +=
                usize::from(claim.cue.as_ref().is_some_and(|cue| cue.span == wanted.cue));
            self.roles[2][2] += usize::from(claim.content.spans == wanted.content);
            let entities = claim.source.iter().flat_map(|source| &source.entities);
            let names = entities.map(|id| document.entities()[*id as usize].name.as_str());
            let names: Vec<&str> = names.collect();
            let Some(verdict) = self.add_speakers(wanted, &names) else { continue };
            let way = claim.source.as_ref().map_or("no source".into(), |source| {
                format!("{:?}", source.resolution).to_lowercase()
            });
            self.ways.entry(way.clone()).or_default()[verdict as usize] += 1;
            if verdict != Verdict::Right {
                let source = span.map_or("", |span| span.of(document.text()));
                let wanted = wanted.speakers.join(" | ");
                let cue = claim.cue.as_ref().map_or("", |cue| cue.span.of(document.text()));
                self.misses.push(format!(
                    "{verdict:?}: {name}: {source:?} ({cue}, {way}) means {wanted}, not {names:?}"
                ));
            }
        }
    }

    fn add_speakers(&mut self, gold: &Gold, names: &[&str]) -> Option<Verdict> {
        if gold.speakers.is_empty() {
            self.anonymous += usize::from(gold.anonymous);
            self.named += usize::from(gold.anonymous && !names.is_empty());
            return None;
        }
        let known = |name: &&str| gold.speakers.iter().any(|speaker| same_name(speaker, name));
        let met = |speaker: &String| names.iter().any(|name| same_name(speaker, name));
        let full = |name: &&str| gold.speakers.iter().any(|speaker| is_full(name, speaker));
        if !names.iter().all(known) {
            self.wrong += 1;
            Some(Verdict::Wrong)
        } else if gold.speakers.iter().all(met) {
            self.right += 1;
            self.full += usize::from(names.iter().all(full));
            Some(Verdict::Right)
        } else {
            self.unresolved += 1;
            Some(Verdict::Unresolved)
        }
    }

    /// Precision, recall and F1 of a role's exact spans.
    fn exact(&self, role: usize) -> [f64; 3] {
        let [gold, predicted, exact] = self.roles[role];
        [share(exact, predicted), share(exact, gold), share(2 * exact, gold + predicted)]
    }

    /// The found claims whose gold names a speaker.
    fn named_found(&self) -> usize {
        self.right + self.wrong + self.unresolved
    }
}

fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = self.named_found();
        writeln!(
            out,
            "{} articles, {} claims, {} with speakers",
            self.articles, self.gold, self.speakers
        )?;
        let [recall, precision] = [share(self.found, self.gold), share(self.found, self.predicted)];
        writeln!(
            out,
            "claims found            {recall:5.1} % of gold, {precision:5.1} % of predicted"
        )?;
        writeln!(out, "of {found} found with speakers:")?;
        for (what, count) in [
            ("right", self.right),
            ("  by the full name", self.full),
            ("wrong", self.wrong),
            ("unresolved", self.unresolved),
        ] {
            writeln!(out, "  {what:<20}  {:5.1} %  ({count})", share(count, found))?;
        }
        writeln!(out, "  by resolution         right wrong unresolved")?;
        for (way, [right, wrong, unresolved]) in &self.ways {
            writeln!(out, "    {way:<18}  {right:5} {wrong:5} {unresolved:10}")?;
        }
        writeln!(
            out,
            "anonymous, yet named    {:5.1} %  ({})",
            share(self.named, self.anonymous),
            self.named
        )?;
        writeln!(out, "exact spans                 P     R    F1")?;
        for (role, name) in ["source", "cue", "content"].iter().enumerate() {
            let [precision, recall, f1] = self.exact(role);
            writeln!(out, "  {name:<20}  {precision:5.1} {recall:5.1} {f1:5.1}")?;
        }
        Ok(())
    }
}

#[test]
fn speakers_of_the_annotated_articles() {
    let extractor = Extractor::new();
    let mut tally = Tally::default();
    for (name, text) in texts(&project("tests/annotated")) {
        let gold = read_gold(&name.replace(".txt", ".tsv"), &text);
        tally.add(&name, &gold, &extractor.extract(&*text));
    }
    println!("{}\n{tally}", tally.misses.join("\n"));
    let at_least = |what: &str, value: f64, floor: f64| {
        assert!(value >= floor, "{what}: {value:.1} < {floor}")
    };
    at_least("claims found", share(tally.found, tally.gold), FLOORS.found);
    at_least("right speakers", share(tally.right, tally.named_found()), FLOORS.right);
    at_least("speakers by full names", share(tally.full, tally.named_found()), FLOORS.full);
    at_least(
        "claims without a wrong speaker",
        100.0 - share(tally.wrong, tally.named_found()),
        100.0 - FLOORS.most_wrong,
    );
    for (role, floor) in [FLOORS.source, FLOORS.cue, FLOORS.content].into_iter().enumerate() {
        at_least(
            ["exact sources", "exact cues", "exact contents"][role],
            tally.exact(role)[2],
            floor,
        );
    }
}

#[test]
fn malformed_rows_are_named() {
    let text = "He said the mill was shut. He left.";
    let row = |row: &str| read_row(text, row).map(|_| ()).unwrap_err();
    assert!(row("He@1\tsaid").contains("6 cells"));
    assert!(row("He\tsaid\tthe mill was shut\t\t\tstate").contains("more than once"));
    assert!(row("He@3\tsaid\tthe mill was shut\t\t\tstate").contains("not in the text"));
    assert!(row("He@1\tsaid\tthe mill was shut\t\t\tutter").contains("unknown act"));
    assert!(row("He@1\tsaid\tthe mill was shut\tAnn Poe\tyes\tstate").contains("anonymous"));
    assert!(read_row(text, "He@1\tsaid\tthe mill was shut\tAnn Poe\t\tstate").is_ok());
}

#[test]
fn names_are_compared_by_words() {
    assert!(same_name("Mrs Poe’s", "Ann Poe") && !is_full("Mrs Poe", "Ann Poe"));
    assert!(same_name("Vestfrakt Inc.", "Vestfrakt") && is_full("Vestfrakt Inc.", "Vestfrakt"));
    assert!(!same_name("Carl Poe", "Ann Poe") && !same_name("the", "Ann Poe"));
}
