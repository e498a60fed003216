//! The wire format: its names, its schema and its JSON.

mod common;

use std::collections::BTreeSet;

use common::articles;
use serde_json::{Value, json};
use whosaid::{Act, Article, Extractor, Id, Offsets, RECORD_SCHEMA, Record, SCHEMA_VERSION};

/// A record with everything in it, in the names of the format.
fn full() -> Value {
    json!({
        "schema": 1, "id": "a.txt", "published": "2021-12-04", "offsets": "byte",
        "sentences": [{"start": 0, "end": 81, "kind": "body"}, {"start": 82, "end": 90, "kind": "dateline"}],
        "entities": [
            {"id": 0, "type": "person", "name": "Lia Mardeni", "role": "president of Karvelia", "link": null, "mentions": [
                {"start": 17, "end": 50, "form": "name", "name": {"start": 41, "end": 50}},
                {"start": 60, "end": 63, "form": "pronoun"}]},
            {"id": 1, "type": "organisation", "name": "Northern Press", "role": null, "link": "Q1", "mentions": [
                {"start": 70, "end": 80, "form": "metonym"}]}],
        "claims": [
            {"id": 0, "parent": null, "quotation": "mixed",
             "source": {"start": 17, "end": 50, "text": "x", "entities": [0], "anonymous": false, "resolution": "name", "antecedent": null, "certainty": 0.99},
             "cue": {"start": 51, "end": 55, "text": "told", "lemma": "tell"},
             "content": {"text": "a b", "spans": [{"start": 0, "end": 1}, {"start": 3, "end": 4}], "quoted": [{"start": 0, "end": 1}]},
             "act": "state", "polarity": "positive", "commitment": "open", "force": "neutral",
             "addressee": {"start": 56, "end": 59, "text": "her", "entities": [], "anonymous": false, "resolution": "pronoun", "antecedent": {"start": 17, "end": 50, "text": "x"}, "certainty": 0.0},
             "said_at": {"start": 60, "end": 69, "text": "on Friday", "value": "2021-12-03"},
             "condition": {"start": 70, "end": 75, "text": "if so"},
             "hedge": {"start": 76, "end": 86, "text": "reportedly"},
             "via": [1], "reply_to": null, "confidence": 0.97, "rule": "verb-that"},
            {"id": 1, "parent": 0, "quotation": "indirect", "source": null,
             "cue": {"start": 5, "end": 9, "text": "deny", "lemma": "deny"},
             "content": {"text": "a", "spans": [{"start": 0, "end": 1}], "quoted": []},
             "act": "deny", "polarity": "negative", "commitment": "doubted", "force": "strong", "addressee": null, "said_at": null, "condition": null, "hedge": null,
             "via": [], "reply_to": 0, "confidence": 0.5, "rule": "other"}]
    })
}

#[test]
fn every_name_of_the_format_is_read_and_written() {
    let record: Record = serde_json::from_value(full()).expect("the format is read");
    let written: Value = serde_json::from_str(&record.to_json()).expect("JSON is written");
    assert_eq!(round(written), round(full()));
    let mut bytes = Vec::new();
    record.write_json(&mut bytes).expect("memory can be written");
    assert_eq!(bytes, record.to_json().into_bytes());
}

/// Numbers of 32 and 64 bits alike: in hundredths.
fn round(value: Value) -> Value {
    match value {
        Value::Object(object) => {
            object.into_iter().map(|(name, value)| (name, round(value))).collect()
        }
        Value::Array(array) => array.into_iter().map(round).collect(),
        Value::Number(number) if number.is_f64() => {
            json!((number.as_f64().unwrap_or_default() * 100.0).round() as i64)
        }
        value => value,
    }
}

#[test]
fn the_record_of_a_small_article() {
    let text = "It rained in Marsk.\nIt may snow.";
    let document = Extractor::new().extract(Article::new(text).id("a1").published("2024-05-14"));
    let record = serde_json::to_value(document.to_record(Offsets::Char)).expect("JSON");
    assert_eq!(record["schema"], SCHEMA_VERSION);
    assert_eq!(record["id"], "a1");
    assert_eq!(record["published"], "2024-05-14");
    assert_eq!(record["offsets"], "char");
    assert_eq!(
        record["sentences"][0],
        json!({"start": 0, "end": 19, "kind": record["sentences"][0]["kind"]})
    );
    assert_eq!(record["sentences"][1], json!({"start": 20, "end": 32, "kind": "body"}));
}

#[test]
fn the_claim_in_the_readme_is_that_of_its_text() {
    let readme = std::fs::read_to_string("README.md").expect("README.md");
    let quoted = readme.lines().filter_map(|line| line.strip_prefix("> "));
    let text = quoted.collect::<Vec<_>>().join("\n");
    let (_, json) = readme.split_once("```json\n").expect("a claim in JSON");
    let (json, _) = json.split_once("```").expect("its end");
    let shown: Value = serde_json::from_str(json).expect("JSON");
    let document = Extractor::new().extract(Article::new(&text).published("2024-03-15"));
    let record: Value = serde_json::from_str(&document.to_record(Offsets::Byte).to_json()).unwrap();
    let id = shown["id"].as_u64().expect("an id") as usize;
    assert_eq!(record["claims"][id], shown);
}

#[test]
fn records_of_articles_follow_the_schema() {
    let schema: Value = serde_json::from_str(RECORD_SCHEMA).expect("the schema is JSON");
    let check = |record: &Value, what: &str| {
        validate(&schema, &schema, record, what).unwrap_or_else(|e| panic!("{e}"))
    };
    check(&full(), "full");
    for (name, text) in articles() {
        let document = Extractor::new().extract(Article::new(&text).id(&name));
        for offsets in [Offsets::Byte, Offsets::Char, Offsets::Utf16] {
            check(&serde_json::to_value(document.to_record(offsets)).expect("JSON"), &name);
        }
    }
}

#[test]
fn the_schema_refuses_what_the_format_does_not_have() {
    let schema: Value = serde_json::from_str(RECORD_SCHEMA).expect("the schema is JSON");
    let changes: [(&str, Value); 11] = [
        ("/schema", json!(2)),
        ("/id", json!([])),
        ("/published", json!("yesterday")),
        ("/offsets", json!("word")),
        ("/sentences/0/kind", json!("poem")),
        ("/sentences/0/start", json!(-1)),
        ("/entities/0/mentions/0/name", json!(null)),
        ("/claims/0/act", json!("shout")),
        ("/claims/0/confidence", json!(1.5)),
        ("/claims/0/source/certainty", json!(-0.1)),
        ("/claims/0/content", json!({"text": "a", "spans": []})),
    ];
    for (pointer, value) in changes {
        let mut record = full();
        *record.pointer_mut(pointer).expect(pointer) = value;
        assert!(validate(&schema, &schema, &record, "").is_err(), "{pointer}");
    }
}

/// What a later version adds does not keep an older reader from the rest.
#[test]
fn a_format_that_has_grown_can_be_read() {
    let schema: Value = serde_json::from_str(RECORD_SCHEMA).expect("the schema is JSON");
    let mut record = full();
    record["claims"][0]["mood"] = json!("glum");
    assert!(validate(&schema, &schema, &record, "").is_ok());
    record["claims"][0]["act"] = json!("shout");
    let read: Record = serde_json::from_value(record).expect("a record");
    assert_eq!(read.claims[0].act, Act::Other);
}

/// Every name that records can have is described, and no other.
#[test]
fn schema_and_record_have_the_same_names() {
    let schema: Value = serde_json::from_str(RECORD_SCHEMA).expect("the schema is JSON");
    let (mut described, mut written) = (BTreeSet::new(), BTreeSet::new());
    visit(&schema, &mut |object| {
        if let Some(Value::Object(properties)) = object.get("properties") {
            described.extend(properties.keys().cloned());
            let silent: Vec<_> = properties
                .iter()
                .filter(|(_, p)| p.get("description").is_none() && p.get("$ref").is_none())
                .collect();
            assert!(silent.is_empty(), "no description: {silent:?}");
        }
    });
    visit(&full(), &mut |object| written.extend(object.keys().cloned()));
    assert_eq!(described, written);
}

fn visit(value: &Value, each: &mut impl FnMut(&serde_json::Map<String, Value>)) {
    if let Value::Object(object) = value {
        each(object);
    }
    let inner = value.as_object().into_iter().flat_map(|object| object.values());
    inner.chain(value.as_array().into_iter().flatten()).for_each(|value| visit(value, each));
}

/// Checks a value against the part of JSON Schema that our schema uses; a keyword outside it is an error too.
fn validate(root: &Value, schema: &Value, value: &Value, place: &str) -> Result<(), String> {
    let keywords = schema.as_object().ok_or("a schema is an object")?;
    for (keyword, rule) in keywords {
        let fits = match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" => true,
            "$ref" => {
                let pointer = rule
                    .as_str()
                    .and_then(|rule| rule.strip_prefix('#'))
                    .ok_or("a $ref is local")?;
                validate(root, root.pointer(pointer).ok_or("a $ref leads nowhere")?, value, place)?;
                true
            }
            "anyOf" => list(rule).iter().any(|rule| validate(root, rule, value, place).is_ok()),
            "const" => value == rule,
            "enum" => list(rule).contains(value),
            "type" if rule.is_array() => list(rule).iter().any(|rule| is(value, rule)),
            "type" => is(value, rule),
            "minimum" => value.as_f64() >= rule.as_f64(),
            "maximum" => value.as_f64() <= rule.as_f64(),
            "minLength" => value.as_str().map(|text| text.chars().count() as u64) >= rule.as_u64(),
            "pattern" => {
                let pattern = regex_lite::Regex::new(rule.as_str().ok_or("a pattern is text")?)
                    .map_err(|e| e.to_string())?;
                value.as_str().is_some_and(|text| pattern.is_match(text))
            }
            "items" => {
                for (at, item) in list(value).iter().enumerate() {
                    validate(root, rule, item, &format!("{place}/{at}"))?;
                }
                true
            }
            "required" => {
                list(rule).iter().all(|name| value.get(name.as_str().unwrap_or_default()).is_some())
            }
            "properties" => {
                for (name, rule) in rule.as_object().into_iter().flatten() {
                    let inner = value
                        .get(name)
                        .map(|inner| validate(root, rule, inner, &format!("{place}/{name}")));
                    inner.transpose()?;
                }
                true
            }
            keyword => return Err(format!("this test does not know {keyword}")),
        };
        if !fits {
            return Err(format!("{place}: {value} does not fit {keyword} {rule}"));
        }
    }
    Ok(())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn is(value: &Value, kind: &Value) -> bool {
    match kind.as_str() {
        Some("null") => value.is_null(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_u64() || value.is_i64(),
        Some("number") => value.is_number(),
        Some("string") => value.is_string(),
        Some("array") => value.is_array(),
        Some("object") => value.is_object(),
        _ => false,
    }
}

#[test]
fn a_record_knows_who_speaks() {
    let document =
        Extractor::new().extract("Ann Poe and Carl Berg said that the mill would close.");
    let record = document.to_record(Offsets::Char);
    let names: Vec<&str> = record.speakers(&record.claims[0]).map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Ann Poe", "Carl Berg"]);
}

#[test]
fn an_id_stays_what_it_was() {
    for json in ["\"a-1\"", "7", "-7", "18446744073709551615", "1.5"] {
        let id: Id = serde_json::from_str(json).expect(json);
        assert_eq!(serde_json::to_string(&id).expect(json), json);
    }
    assert!(serde_json::from_str::<Id>("[1]").is_err());
}
