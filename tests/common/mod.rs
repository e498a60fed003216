//! The sample articles, and what holds of every document.
#![allow(dead_code, unreachable_pub)] // each test uses its part

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use unicode_segmentation::GraphemeCursor;
use whosaid::{ClaimId, Document, EntityId, Offsets, Span};

/// A path of the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The binary of an example, which `cargo test` builds beside the tests.
pub fn example(name: &str) -> Command {
    let test = std::env::current_exe().expect("a test knows its path");
    let target = test.parent().and_then(Path::parent).expect("target/PROFILE/deps/TEST");
    let path = target.join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(path.exists(), "no {}: run `cargo build --example {name}` first", path.display());
    Command::new(path)
}

/// The texts of a folder's `*.txt` files, by name.
pub fn texts(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    paths.sort();
    let name =
        |path: &Path| path.file_name().expect("a file has a name").to_string_lossy().into_owned();
    paths
        .iter()
        .map(|path| (name(path), fs::read_to_string(path).expect("a text is UTF-8")))
        .collect()
}

/// The sample articles, by name.
pub fn articles() -> Vec<(String, String)> {
    let articles = texts(&project("examples/articles"));
    assert!(articles.len() >= 4);
    articles
}

/// Panics where a span, id or number of the document cannot be right.
pub fn check(document: &Document) {
    check_sentences(document);
    check_entities(document);
    check_claims(document);
    check_record(document);
}

fn check_span(document: &Document, span: Span, what: &str) {
    let text = document.text();
    assert!(span.start < span.end, "{what} {span:?} is empty");
    let inside = text.get(span.range());
    let inside = inside
        .unwrap_or_else(|| panic!("{what} {span:?} does not fit the text of {} bytes", text.len()));
    assert_eq!(inside.trim(), inside, "{what} {span:?} has white space at its edge");
    let (end, after) = (span.end as usize, &text[span.end as usize..]);
    // A sign that joins what follows joins white space too, which is no part of a token.
    let whole = after.starts_with(char::is_whitespace)
        || GraphemeCursor::new(end, text.len(), true).is_boundary(text, 0) == Ok(true);
    assert!(whole, "{what} {span:?} ends inside a grapheme cluster");
}

/// Spans in text order, no two overlapping.
fn check_row(document: &Document, spans: &[Span], what: &str) {
    spans.iter().for_each(|span| check_span(document, *span, what));
    for pair in spans.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{what}: {pair:?} overlap or are out of order");
    }
}

/// Spans of which two may stand in each other, but never cross.
fn check_nested(document: &Document, spans: &[Span], what: &str) {
    let mut spans = spans.to_vec();
    spans.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    spans.iter().for_each(|span| check_span(document, *span, what));
    let mut around: Vec<Span> = Vec::new();
    for span in spans {
        while around.pop_if(|outer| outer.end <= span.start).is_some() {}
        if let Some(outer) = around.last() {
            assert!(outer.contains(span) && *outer != span, "{what}: {outer:?} and {span:?} cross");
        }
        around.push(span);
    }
}

fn check_sentences(document: &Document) {
    let spans: Vec<Span> = document.sentences().iter().map(|sentence| sentence.span).collect();
    check_row(document, &spans, "sentence");
}

fn check_entities(document: &Document) {
    let mut all = Vec::new();
    for (index, entity) in document.entities().iter().enumerate() {
        assert_eq!(entity.id.index(), index);
        assert!(!entity.name.trim().is_empty(), "entity {index} has no name");
        assert!(!entity.mentions.is_empty(), "entity {:?} is never mentioned", entity.name);
        let spans: Vec<Span> = entity.mentions.iter().map(|mention| mention.span).collect();
        check_nested(document, &spans, "mention");
        for mention in &entity.mentions {
            if let Some(name) = mention.name {
                check_span(document, name, "name");
                assert!(
                    mention.span.contains(name),
                    "the name {name:?} is outside its mention {mention:?}"
                );
            }
        }
        all.extend(spans);
    }
    check_nested(document, &all, "mentions of the article");
    all.iter().for_each(|span| check_in_sentence(document, *span, "mention"));
}

/// What stands in one sentence, as names and cues do.
fn check_in_sentence(document: &Document, span: Span, what: &str) {
    let sentences = document.sentences();
    let next = sentences.partition_point(|sentence| sentence.span.end <= span.start);
    let inside = sentences.get(next).is_some_and(|sentence| sentence.span.contains(span));
    assert!(inside, "{what} {span:?} is in no sentence");
}

fn check_claims(document: &Document) {
    let claims = document.claims();
    let entity = |id: &EntityId| assert!(document.entity(*id).is_some(), "no entity {id}");
    let claim_id = |id: ClaimId| assert!(document.claim(id).is_some(), "no claim {id}");
    for (index, claim) in claims.iter().enumerate() {
        assert_eq!(claim.id.index(), index);
        assert!((0.0..=1.0).contains(&claim.confidence), "{claim:?}");
        assert!(!claim.rule.is_empty());
        claim.via.iter().for_each(entity);
        for someone in [&claim.source, &claim.addressee].into_iter().flatten() {
            check_span(document, someone.span, "source or addressee");
            someone.entities.iter().for_each(entity);
        }
        claim.said_at.iter().for_each(|said_at| check_span(document, said_at.span, "said_at"));
        claim.reply_to.into_iter().for_each(claim_id);
        assert_ne!(claim.reply_to, Some(claim.id));
        check_roles(document, claim);
        check_parents(claims, claim);
    }
}

/// Cue, source and content of one claim share no character.
fn check_roles(document: &Document, claim: &whosaid::Claim) {
    let spans = &claim.content.spans;
    assert!(!spans.is_empty(), "{claim:?} has no content");
    check_row(document, spans, "content");
    for pair in spans.windows(2) {
        let between = Span::new(pair[0].end, pair[1].start).of(document.text());
        assert!(!between.trim().is_empty(), "content {pair:?} should be one span");
    }
    check_row(document, &claim.content.quoted, "quoted");
    let hull = Span::new(spans[0].start, spans[spans.len() - 1].end);
    for quoted in &claim.content.quoted {
        assert!(hull.contains(*quoted), "quoted {quoted:?} is outside the content {spans:?}");
    }
    if let Some(hedge) = claim.hedge {
        check_span(document, hedge, "hedge");
    }
    if let Some(condition) = claim.condition {
        check_span(document, condition, "condition");
        assert!(hull.contains(condition), "{condition:?} is outside the content {spans:?}");
    }
    let mut roles = spans.clone();
    roles.extend(claim.source.iter().map(|source| source.span));
    roles.push(claim.cue.span);
    roles.sort();
    check_row(document, &roles, "source, cue and content of a claim");
    let cue = &claim.cue;
    assert!(!cue.lemma.is_empty());
    check_in_sentence(document, cue.span, "cue");
}

/// Parents lead to the top, and a child's cue stands in its parent's content.
fn check_parents(claims: &[whosaid::Claim], claim: &whosaid::Claim) {
    if let Some(parent) = claim.parent.and_then(|parent| claims.get(parent.index())) {
        let cue = claim.cue.span;
        let held = parent.content.spans.iter().any(|span| span.contains(cue));
        assert!(held, "the cue of claim {} is outside the content of {}", claim.id, parent.id);
    }
    let mut at = claim;
    for _ in 0..=claims.len() {
        let Some(parent) = at.parent else { return };
        at = claims.get(parent.index()).unwrap_or_else(|| panic!("no claim {parent}"));
        if at.id == claim.id {
            break;
        }
    }
    panic!("the parents of claim {} go in a circle", claim.id);
}

/// The record says the same in every unit and survives JSON.
fn check_record(document: &Document) {
    let [bytes, chars, units] = [Offsets::Byte, Offsets::Char, Offsets::Utf16].map(|offsets| {
        let record = document.to_record(offsets);
        let json = record.to_json();
        let read: whosaid::Record = serde_json::from_str(&json).expect("a record can be read");
        assert_eq!(read, record);
        for claim in &record.claims {
            let parts: Vec<&str> = document.claims()[claim.id.index()]
                .content
                .spans
                .iter()
                .map(|s| s.of(document.text()))
                .collect();
            assert_eq!(claim.content.text, parts.join(" "));
        }
        ranges(&serde_json::to_value(&record).expect("a record is JSON"))
    });
    let text = document.text();
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let utf16: Vec<u16> = text.encode_utf16().collect();
    assert!(bytes.len() == chars.len() && bytes.len() == units.len());
    for ((byte, char), unit) in bytes.iter().zip(&chars).zip(&units) {
        let slice = &text[byte.start..byte.end];
        assert_eq!(slice, &text[starts[char.start]..starts[char.end]]);
        let range = unit.start..unit.end;
        assert_eq!(slice, String::from_utf16(&utf16[range]).expect("no half pairs"));
        for said in [&byte.text, &char.text, &unit.text].into_iter().flatten() {
            assert_eq!(slice, said);
        }
    }
}

/// A stretch of the text in a record, with its text where the record has it.
struct Stretch {
    start: usize,
    end: usize,
    text: Option<String>,
}

/// Every `start`, `end` and `text` of a JSON value.
fn ranges(value: &serde_json::Value) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut left = vec![value];
    while let Some(value) = left.pop() {
        if let (Some(start), Some(end)) = (value.get("start"), value.get("end")) {
            let number = |value: &serde_json::Value| {
                value.as_u64().expect("offsets are whole numbers") as usize
            };
            let text = value.get("text").and_then(|text| text.as_str()).map(str::to_owned);
            found.push(Stretch { start: number(start), end: number(end), text });
        }
        left.extend(value.as_object().into_iter().flat_map(|object| object.values()));
        left.extend(value.as_array().into_iter().flatten());
    }
    found
}
