//! Texts that no newspaper prints: cost stays linear and nothing panics.

mod common;

use std::collections::HashMap;
use std::time::{Duration, Instant};

use common::{articles, check};
use whosaid::Extractor;

/// Name, what stands first, and what is repeated.
#[rustfmt::skip]
const SHAPES: &[(&str, &str, &str)] = &[
    ("one line of news", "", "The mayor said on Monday that the “old bridge” was safe, but Ann Poe denied it. "),
    ("open double quotes", "", "“"),
    ("open quotes and words", "", "“a said "),
    ("straight double quotes", "", "\""),
    ("straight quotes and words", "", "\" said \" Poe "),
    ("apostrophes", "", "' "),
    ("nested quotes", "", "“‘"),
    ("paragraphs that reopen a quotation", "“We left.\n\n", "“And we left again.\n\n"),
    ("one word", "", "a"),
    ("one name", "", "Poe "),
    ("names and commas", "", "Ann Poe, "),
    ("one cue", "", "said "),
    ("nested claims", "", "Poe said that "),
    ("according to", "", "according to "),
    ("colons", "", "Poe: "),
    ("full stops", "", "."),
    ("abbreviations", "", "Mr. U.S. "),
    ("commas", "", ","),
    ("dashes", "", "—"),
    ("brackets", "", "("),
    ("digits", "", "1,"),
    ("numbers", "", "1,000 "),
    ("adjectives", "", "big "),
    ("counted nouns and adjectives", "", "men 5 big "),
    ("line breaks", "", "\n"),
    ("empty paragraphs", "", "\n\n \n"),
    ("pronouns", "Ann Poe said so. ", "She said she knew that he knew. "),
    ("speakers behind their quotations", "Ann Poe left. ", "“He left,” he said. "),
    ("one surname of several", "", "Ann Poe and Dan Poe left. Poe said so. "),
    ("unnamed at the beginning", "", "a mayor said it rained and "),
    ("turns", "Ann Poe met Tom Reed.\n\n", "POE: He said so.\n\nAR: I said so.\n\nXY: She left.\n\n"),
    ("questions and answers", "Ann Poe is mayor.\n\n", "Q: Why?\n\nA: I said so.\n\n"),
    ("a long answer", "Ann Poe left.\n\nA: I do.\n\nQ: Who?\n\n", "(Laughs)\n\nI said that she knew.\n\n"),
    ("headlines", "", "Police: Ann Poe left – report\n\n"),
    ("new names", "", "Mr. \0 Poe said. "), // a new name takes the place of NUL
    ("new surnames behind titles", "His wife, Jean, left. ", "Mrs \0 said so. "),
    ("new families", "", "Ann \0 left. The \0s said so. "),
    ("other names", "", "Ann \0, also known as Bob \0, left. "),
    ("a name for many", "Velox Ltd lets its customers wait until ", "they said "),
    (
        "one name in no list",
        "Ann Poe and Carl Kiedis met. It rained. The town waited. Nobody knew. They left. It was late. Police met ",
        "Zorvak met ",
    ),
    ("governments and police", "Canada is large. Marsk Police left. ", "The federal government and police said so. "),
    ("words beside places", "", "Residents of Nong\0 fled from Smolyan to Pam\0, the MP for Ely\0 said. "),
    ("quotations behind a relay", "Ann Poe said so. “We left,” according to AP. ", "“We go.” "),
    ("dashes behind subjects", "", "Poe said the port – x – y – "),
    ("combining marks", "e", "\u{301}"),
    ("flags", "", "🇳🇴"),
    ("joined emoji", "", "👩\u{200d}"),
    ("byte order marks", "", "\u{feff}"),
    ("letters outside ASCII", "", "Żółć 北京 "),
    ("nouns that may be verbs", "", "12 percentage points "),
    ("clauses that may be reports", "", "; police Ltdto reports "),
    ("words before times", "", "this "),
    ("words before times and times", "", "the first this last 3 months of 2014, "),
    ("times of times", "", "the end of the next day two weeks later on Friday at 10 a.m. "),
    ("a quotation of verbs", "“", "Poe says, he says "),
    ("a noun for a firm", "", "The Company said so. Ann Poe left. "),
    ("nouns for firms and names", "", "The Company met Ann \0. "),
    ("labels with a full stop", "Ann Poe is mayor.\n\n", "Q. Why?\nA. Because you said so.\n"),
    ("labels of a record", "", "Mr. POE of Marsk. I rise and said so.\n\n"),
    ("labels on lines of their own", "", "ANN \0, HOST:\n\nI said so.\n\nTOM REED:\n\nYou said so?\n\n"),
    ("who asks from here on", "", "BY MS. \0:\n\nQ. Why?\n\nA. You said so.\n\n"),
    ("questions without labels", "In an interview, Ann Poe spoke to us.\n\n", "Why did you leave?\n\nI said I left.\n\n"),
    ("paragraphs that are said", "", "Ann Poe says:\n\nIt leaks a lot.\n\n"),
    ("lists that are said", "", "(a) it says that:\n\n"),
    ("posts", "", "It leaks. — Ann Poe (@annpoe) March 3, 2024\n\n"),
    ("posts in one paragraph", "It leaks", "  http://a.b/c — Ann Poe (@annpoe) "),
    ("signed letters", "To the Editor:\n\n", "I said it leaks.\n\nAnn \0\n\n"),
    ("letters for shares", "", "Marsk (NASDAQ: X) said so. "),
    ("open brackets of names", "", "(“Marsk” or the "),
    ("nicknames", "", "Hermo “Ingko” \0 said so. "),
    ("capitals", "It is old.\n\n", "MAYOR ANN \0 DENIED THAT IT LEAKS. IT IS OLD.\n\n"),
    ("benches", "", "A bench of Justices Ann \0 and Bob \0 said so. "),
    ("bodies of persons", "", "Ann Poe of the \0 Board left. The \0 Board candidate said so. "),
    ("offices for several fields", "", "Trade, Industry and Labour Minister Ann \0 said so. "),
    ("answers", "", "Berg said so. Asked about Berg's remarks, Poe denied the allegation. "),
    ("a quotation that goes on", "“We left,” Ann Poe said. “We went.\n\n", "“And we left it again today.\n\n"),
];

fn text(first: &str, piece: &str, bytes: usize) -> String {
    let mut text = String::from(first);
    let mut count = 0_u32;
    while text.len() < bytes {
        let letter = |at: u32| char::from(b'a' + (count / at % 26) as u8);
        let name = || format!("X{}{}{}", letter(1), letter(26), letter(676));
        text.push_str(&piece.replace('\0', &name()));
        count += 1;
    }
    text
}

/// The time that this thread has been on a processor, where the system tells; what else the machine does is not in it.
fn clock(start: Instant) -> Duration {
    let status = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanos = status.split(' ').next().and_then(|nanos| nanos.parse().ok());
    nanos.map_or_else(|| start.elapsed(), Duration::from_nanos)
}

/// The shortest of some runs.
fn shortest<T>(runs: usize, run: impl Fn() -> T) -> Duration {
    let time = || {
        let start = Instant::now();
        let before = clock(start);
        std::hint::black_box(run());
        clock(start).saturating_sub(before)
    };
    (0..runs).map(|_| time()).min().unwrap_or_default()
}

fn time(text: &str, runs: usize) -> Duration {
    shortest(runs, || Extractor::new().extract(text))
}

#[test]
fn hostile_texts_are_read() {
    for (name, first, piece) in SHAPES {
        println!("{name}"); // printed where the test fails
        check(&Extractor::new().extract(&text(first, piece, 4_000)));
    }
}

/// The texts that take more time than in proportion. Eight times the text may take sixteen times as long, to allow for caches and
/// neighbours; a quadratic stage takes 64.
fn slow<'a>(shapes: impl Iterator<Item = (&'a str, &'a str, &'a str)>) -> Vec<String> {
    Extractor::new();
    let mut slow = Vec::new();
    for (name, first, piece) in shapes {
        let [small, large] = [20_000, 160_000].map(|bytes| text(first, piece, bytes));
        let allowed = |small: Duration| small * 16 + Duration::from_millis(60);
        let before = time(&small, 3);
        let mut after = time(&large, 1);
        if after > allowed(before) {
            after = after.min(time(&large, 2)); // a neighbour may have disturbed it
        }
        if after > allowed(before) {
            let sizes = (small.len(), large.len());
            slow.push(format!("{name}: {before:?} and {after:?} for {sizes:?} bytes"));
        }
    }
    slow
}

#[test]
fn cost_is_linear_in_the_text() {
    let slow = slow(SHAPES.iter().copied());
    assert!(slow.is_empty(), "not linear:\n{}", slow.join("\n"));
}

/// Words and marks that the stages look for.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "Ann Poe", "Marsk", "Poe", "POE", "Mr.", "Harlund Bank", "U.S.", "the", "a", "his", "mayor", "police", "people", "points",
    "reports", "years", "plan", "big", "late", "12", "33", "percent", "said", "says", "say", "told", "warned", "reports", "knew",
    "denied", "to leave", "leaving", "rejected", "is", "was", "has", "will", "he", "she", "they", "I", "who", "that", "what",
    "of", "in", "by", "for", "on Monday", "according to", "and", "or", "but", "not", "because", "when", "also", ",", ";", ":",
    "this", "last", "first", "3 months", "ago", "later", "10 a.m.", "2014", "the end of", "every", "–", "(", ")", "“", "”", "\"", "‘", "’", "'s", "?", ".", ".\n\n", "\n\n", "• ", "- ", "Q:", "#tag", "@poe", "…",
];

/// A phrase of one to six of the words, the same for the same number.
fn phrase(mut seed: u64) -> String {
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let count = 1 + next(6);
    (0..count).map(|_| WORDS[next(WORDS.len())]).collect::<Vec<_>>().join(" ") + " "
}

#[test]
fn cost_is_linear_in_phrases_of_any_words() {
    let phrases: Vec<String> = (0..60).map(phrase).collect();
    let slow = slow(phrases.iter().map(|phrase| (phrase.as_str(), "", phrase.as_str())));
    assert!(slow.is_empty(), "not linear:\n{}", slow.join("\n"));
}

/// Ten milliseconds on an idle machine; some more where neighbours use its caches, and without optimisation.
#[test]
fn an_extractor_is_soon_built() {
    let start = shortest(5, || Extractor::builder().build());
    let allowed = if cfg!(debug_assertions) { 200 } else { 30 };
    assert!(start < Duration::from_millis(allowed), "{start:?}");
}

/// Four letters, others for each number.
fn letters(number: usize) -> [u8; 4] {
    [1, 26, 676, 17_576].map(|at| b'a' + (number / at % 26) as u8)
}

/// Surnames to which the library's hash of words, FNV-1a, gives the same low bits. They are found by meeting in the middle, as
/// each step of the hash can be taken back.
fn alike(count: usize) -> Vec<String> {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    const BITS: u64 = (1 << 22) - 1;
    // Newton's iteration: each step doubles the bits of the inverse that are right.
    let better =
        |inverse: u64| inverse.wrapping_mul(2_u64.wrapping_sub(PRIME.wrapping_mul(inverse)));
    let inverse = (0..6).fold(PRIME, |inverse, _| better(inverse));
    let on = |hash: u64, letter: &u8| (hash ^ u64::from(*letter)).wrapping_mul(PRIME);
    let back = |hash: u64, letter: &u8| hash.wrapping_mul(inverse) ^ u64::from(*letter);
    let mut ends: HashMap<u64, Vec<usize>> = HashMap::new();
    for end in 0..26_usize.pow(4) {
        let before = letters(end).iter().rev().fold(0, back);
        ends.entry(before & BITS).or_default().push(end);
    }
    let names = (0..26_usize.pow(4)).flat_map(|start| {
        let hash = b"x".iter().chain(&letters(start)).fold(START, on);
        let ends = ends.get(&(hash & BITS)).into_iter().flatten();
        ends.map(move |end| surname(start, *end))
    });
    names.take(count).collect()
}

fn surname(start: usize, end: usize) -> String {
    let [start, end] = [start, end].map(|number| letters(number).map(char::from));
    format!("X{}{}", String::from_iter(start), String::from_iter(end))
}

#[test]
fn names_made_to_collide_take_no_longer_than_others() {
    let count = 20_000;
    let text = |names: Vec<String>| -> String {
        names.iter().map(|name| format!("Mr. {name} said it rained. ")).collect()
    };
    let alike = text(alike(count));
    let others = text((0..count).map(|at| surname(at * 7_919, at * 104_729)).collect());
    assert_eq!(alike.len(), others.len());
    let [others, alike] = [others, alike].map(|text| time(&text, 2));
    assert!(alike < others * 3 / 2 + Duration::from_millis(60), "{alike:?}, {others:?} for others");
}

#[test]
fn one_line_of_five_megabytes_and_a_hundred_thousand_open_quotes() {
    let news: String = articles().into_iter().map(|(_, text)| text.replace('\n', " ")).collect();
    let line = news.repeat(5_000_000 / news.len() + 1);
    let document = Extractor::new().extract(&line);
    assert!(document.sentences().len() > 10_000);
    let quotes = "“".repeat(100_000) + " Ann Poe said. " + &"“It rains. ".repeat(100_000);
    check(&Extractor::new().extract(&quotes));
}
