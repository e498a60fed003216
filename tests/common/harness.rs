//! What is done with arbitrary bytes: one function a target, for the fuzzers in `fuzz/` and for `tests/fuzz.rs`. Each panics
//! where something is wrong.

use std::io::BufReader;
use std::sync::LazyLock;

use whosaid::{Article, Extractor, ExtractorBuilder, Offsets, Scratch};

use crate::common::check;
use jsonl::{Articles, Fields};

#[path = "../../examples/dump/jsonl.rs"]
mod jsonl;

/// A name, which is also that of the seeds' folder, and what is done.
type Target = (&'static str, fn(&[u8]));

pub(crate) const TARGETS: [Target; 5] =
    [("text", text), ("gazetteer", gazetteer), ("cues", cues), ("rules", rules), ("jsonl", jsonl)];

/// Any bytes as a text, with each option.
pub(crate) fn text(bytes: &[u8]) {
    static WHOLE: LazyLock<Extractor> = LazyLock::new(|| {
        Extractor::builder().whole_quotations(true).build().expect("the built-in data is sound")
    });
    static ALONE: LazyLock<Extractor> = LazyLock::new(|| {
        Extractor::builder().patterns_alone(true).build().expect("the built-in data is sound")
    });
    let text = String::from_utf8_lossy(bytes);
    let mut scratch = Scratch::default();
    for extractor in [&Extractor::new(), &*WHOLE, &*ALONE] {
        let document = extractor.extract_with(&mut scratch, &*text);
        check(&document);
        let again = extractor.extract(&*text).to_record(Offsets::Byte);
        assert_eq!(document.to_record(Offsets::Byte), again, "what the scratch held shows");
    }
}

/// Any bytes as names to know.
pub(crate) fn gazetteer(bytes: &[u8]) {
    data(bytes, |builder, tsv| builder.gazetteer(FILE, tsv));
}

/// Any bytes as cue words.
pub(crate) fn cues(bytes: &[u8]) {
    data(bytes, |builder, tsv| builder.cue_words(FILE, tsv));
}

/// Any bytes as patterns.
pub(crate) fn rules(bytes: &[u8]) {
    data(bytes, |builder, tsv| builder.rules(FILE, tsv));
}

const FILE: &str = "given.tsv";

/// Data of the caller's are refused with a line of theirs, or an extractor with them reads their own words as it reads
/// any text.
fn data(bytes: &[u8], add: fn(ExtractorBuilder, &[u8]) -> ExtractorBuilder) {
    let tsv = String::from_utf8_lossy(bytes);
    match add(Extractor::builder(), bytes).build() {
        Ok(extractor) => {
            let cells = tsv.replace('\t', " said that ").replace('|', " ");
            check(&extractor.extract(&format!("Ann Poe told Acme: “It rained.”\n\n{cells}")));
        }
        Err(error) => {
            let lines = tsv.split('\n').count();
            assert!((1..=lines).contains(&error.line()), "{error}: there are {lines} lines");
            assert_eq!(error.file(), FILE);
            assert!(error.to_string().contains("expected"), "{error}");
        }
    }
}

/// Any bytes as the JSONL that `dump` reads.
pub(crate) fn jsonl(bytes: &[u8]) {
    let name = str::to_owned;
    let fields = Fields { text: name("text"), id: name("id"), date: Some(name("date")) };
    let longest = 1000;
    // Small buffers, so that lines go over their edges.
    let input = BufReader::with_capacity(16, bytes);
    let articles: Vec<_> = Articles::new(input, &fields).longest(longest).collect();
    let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    assert!(articles.is_sorted_by(|(a, _), (b, _)| a < b), "each line is told of once");
    let mut told = articles.iter().peekable();
    for (number, line) in (1..).zip(&lines) {
        let Some((_, article)) = told.next_if(|(at, _)| *at == number) else {
            let blank = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line).trim_ascii();
            assert!(blank.is_empty(), "line {number} is lost");
            continue;
        };
        match article {
            Ok(input) => {
                assert!(line.len() <= longest && input.text.len() <= line.len());
                assert!(input.date.is_none() || input.flaw.is_none());
                let date = input.date.map(|date| date.to_string()).unwrap_or_default();
                let article = Article::new(&input.text).published(&date);
                let article = input.id.iter().fold(article, |article, id| article.id(id.clone()));
                let document = Extractor::new().extract(article);
                assert!(input.date.is_none() || document.published() == Some(date));
                let mut json = Vec::new();
                document.write_json(Offsets::Char, &mut json).expect("memory can be written");
                assert!(!json.contains(&b'\n'), "a record is one line");
                let record: whosaid::Record =
                    serde_json::from_slice(&json).expect("a record can be read");
                assert_eq!(record.id, input.id);
            }
            Err(what) => assert!(!what.is_empty() && !what.contains('\n')),
        }
    }
    assert!(told.next().is_none(), "a line that is not there is told of");
}
