//! The example `dump`, as a user runs it.

mod common;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Output, Stdio};
use std::sync::mpsc;
use std::thread;

use common::{articles, example, project};
use serde_json::Value;
use whosaid::Record;

fn dump() -> Command {
    example("dump")
}

fn run(command: &mut Command, input: &str) -> Output {
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.spawn().expect("dump starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let written = stdin.write_all(input.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().expect("dump ends");
    written.unwrap_or_else(|error| panic!("{error}: {}", stderr(&output)));
    output
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The records of an output in either format.
fn records(output: &Output) -> Vec<Record> {
    let records = serde_json::Deserializer::from_slice(&output.stdout).into_iter();
    records.map(|record| record.expect("standard output holds only records")).collect()
}

fn ids(output: &Output) -> Vec<Value> {
    records(output)
        .iter()
        .map(|record| serde_json::to_value(&record.id).expect("an id is JSON"))
        .collect()
}

/// A folder of this test's own, emptied.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, bytes).expect("the file can be written");
    path
}

#[test]
fn a_folder_gives_its_articles_in_the_order_of_their_names() {
    let output = run(dump().args(["--format", "jsonl"]).arg(project("examples/articles")), "");
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(stderr(&output), "");
    let names: Vec<Value> = articles().into_iter().map(|(name, _)| name.into()).collect();
    assert_eq!(ids(&output), names);
    let lines = output.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count();
    assert_eq!(lines, names.len(), "one line an article");
}

#[test]
fn the_formats_say_the_same_and_json_is_indented() {
    let article = project("examples/articles/harbour-vote.txt");
    let [json, jsonl] =
        ["json", "jsonl"].map(|format| run(dump().args(["--format", format]).arg(&article), ""));
    let plain = run(dump().arg(&article), "");
    assert_eq!(records(&json), records(&jsonl));
    assert_eq!(json.stdout, plain.stdout, "json is the default");
    assert!(json.stdout.starts_with(b"{\n  \"schema\": 1,\n  \"id\": \"harbour-vote.txt\",\n"));
}

#[test]
fn offsets_count_what_was_asked() {
    let text = "“Żółć” 😀, Ann Poe said.";
    let ends = ["byte", "char", "utf16"].map(|unit| {
        let output = run(dump().args(["--offsets", unit, "-"]), text);
        let record = records(&output).remove(0);
        assert_eq!(serde_json::to_value(record.offsets).expect("JSON"), unit);
        record.sentences.last().expect("a sentence").end as usize
    });
    assert_eq!(ends, [text.len(), text.chars().count(), text.encode_utf16().count()]);
}

#[test]
fn what_begins_with_a_brace_is_jsonl_but_in_a_text_file() {
    let folder = folder("braces");
    let line = "{\"id\": 7, \"text\": \"It rained.\"}\n";
    for (name, id) in [("a.JSONL", 7.into()), ("a.json", 7.into()), ("a.TXT", Value::from("a.TXT"))]
    {
        let file = write(&folder, name, line);
        assert_eq!(ids(&run(dump().arg(&file), "")), [id], "{name}");
    }
}

#[test]
fn standard_input_is_one_text_or_jsonl() {
    let text = run(dump().arg("-"), "It rained.\n\nIt snowed.\n");
    assert_eq!(ids(&text), ["-"]);
    let lines = run(
        dump().arg("-"),
        "\n{\"id\": \"a\", \"text\": \"It rained.\"}\n\n{\"id\": 7, \"text\": \"It snowed.\"}",
    );
    assert_eq!(ids(&lines), [Value::from("a"), Value::from(7)]);
    let empty = run(dump().arg("-"), "");
    assert!(empty.status.success());
    assert_eq!(records(&empty)[0].sentences, []);
}

#[test]
fn jsonl_fields_have_the_names_that_were_given() {
    let folder = folder("fields");
    let lines = [
        r#"{"body": "It rained on Monday.", "key": 18446744073709551615, "day": "2021-12-04T10:00:00Z"}"#,
        r#"{"body": "It snowed.", "key": "b", "text": 3}"#,
        r#"{"body": "It froze.", "day": null}"#,
    ];
    let path = write(&folder, "feed.ndjson", format!("\u{feff}{}\r\n", lines.join("\r\n")));
    let options = [
        "--text-field", "body", "--id-field", "key", "--date-field", "day", "--date", "2020-02-29",
    ];
    let output = run(dump().args(options).arg(path), "");
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(ids(&output), [Value::from(u64::MAX), Value::from("b"), Value::Null]);
    let dates: Vec<_> =
        records(&output).into_iter().map(|record| record.published.unwrap_or_default()).collect();
    assert_eq!(dates, ["2021-12-04", "2020-02-29", "2020-02-29"]);
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_goes_on() {
    let folder = folder("bad");
    let lines = [
        &br#"{"id": "first", "text": "It rained."}"#[..],
        b"{\"id\": \"cut",
        b"[1]",
        b"{\"id\": \"bytes\", \"text\": \"\xff\"}",
        br#"{"id": "no text"}"#,
        br#"{"id": "number", "text": 5}"#,
        br#"{"id": [1], "text": "It rained."}"#,
        br#"{"id": "last", "text": "It snowed."}"#,
    ];
    let jsonl = write(&folder, "lines.jsonl", lines.join(&b'\n'));
    let latin = write(&folder, "latin.txt", b"It rained.\nIn the caf\xe9, she said.");
    let good = write(&folder, "good.txt", "It rained.");
    let missing = folder.join("missing.txt");
    let empty = folder.join("empty");
    fs::create_dir(&empty).expect("the folder can be made");
    let output = run(dump().args([&jsonl, &latin, &missing, &empty, &good]), "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(ids(&output), ["first", "last", "good.txt"]);
    let errors = stderr(&output);
    let places = [
        "lines.jsonl:2: ", "lines.jsonl:3: ", "lines.jsonl:4: ", "lines.jsonl:5: ",
        "lines.jsonl:6: ", "lines.jsonl:7: ",
    ];
    for place in places.into_iter().chain(["latin.txt:2: ", "missing.txt: ", "empty: "]) {
        assert!(errors.contains(place), "no {place:?} in\n{errors}");
    }
    assert_eq!(errors.lines().count(), 9, "{errors}");
}

#[test]
fn an_article_without_a_good_date_is_read_all_the_same() {
    let lines = [
        r#"{"id": 1, "text": "It rained.", "day": ""}"#,
        r#"{"id": 2, "text": "It snowed.", "day": "March 3, 2024"}"#,
        r#"{"id": 3, "text": "It froze.", "day": "2024-03-03"}"#,
    ];
    let options = ["--date-field", "day", "--date", "2020-02-29", "-"];
    let output = run(dump().args(options), &lines.join("\n"));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(ids(&output), [1, 2, 3].map(Value::from));
    let dates: Vec<_> = records(&output).into_iter().filter_map(|it| it.published).collect();
    assert_eq!(dates, ["2020-02-29", "2020-02-29", "2024-03-03"]);
    assert_eq!(stderr(&output).lines().count(), 1, "{}", stderr(&output));
    assert!(stderr(&output).contains(":2: field \"day\""), "{}", stderr(&output));
}

#[test]
fn standard_input_is_the_same_in_pieces() {
    for pieces in [
        ["\n", r#"{"id": 7, "text": "It rained."}"#],
        ["\u{feff} ", r#"{"id": 7, "text": "It snowed."}"#],
    ] {
        let mut child = dump()
            .arg("-")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("dump starts");
        let mut stdin = child.stdin.take().expect("a pipe");
        for piece in pieces {
            stdin.write_all(piece.as_bytes()).expect("dump reads");
            thread::sleep(std::time::Duration::from_millis(50));
        }
        drop(stdin);
        assert_eq!(ids(&child.wait_with_output().expect("dump ends")), [Value::from(7)]);
    }
}

#[test]
fn one_field_may_be_text_and_id() {
    let output = run(dump().args(["--id-field", "text", "-"]), r#"{"text": "It rained."}"#);
    assert_eq!(ids(&output), [Value::from("It rained.")]);
}

#[test]
fn wrong_options_are_refused() {
    let folder = folder("options");
    let gazetteer = write(&folder, "mine.tsv", "name\ttype\nAcme\tplanet\n");
    let latin = write(&folder, "latin.tsv", b"name\ttype\nCaf\xe9 Poe\tplace\n");
    let [gazetteer, latin] = [&gazetteer, &latin].map(|path| path.to_string_lossy());
    let cases: [(&[&str], &str); 14] = [
        (&[], "PATH"),
        (&["--format", "xml", "-"], "xml"),
        (&["--offsets", "words", "-"], "words"),
        (&["--date", "2021-02-30", "-"], "2021-02-30"),
        (&["--colour", "-"], "--colour"),
        (&["--threads", "0", "-"], "--threads"),
        (&["--least-confidence", "1.5", "-"], "1.5"),
        (&["--least-confidence", "NaN", "-"], "NaN"),
        (&["--least-certainty", "2", "-"], "--least-certainty"),
        (&["--gazetteer", "absent.tsv", "-"], "absent.tsv"),
        (&["--gazetteer", &gazetteer, "-"], "mine.tsv:2: "),
        (&["--gazetteer", &latin, "-"], "latin.tsv:2: "),
        (&["--cues", &gazetteer, "-"], "mine.tsv:1: "),
        (&["--rules", &gazetteer, "-"], "mine.tsv:1: "),
    ];
    for (arguments, named) in cases {
        let output = dump().args(arguments).stdin(Stdio::null()).output().expect("dump runs");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(named), "{arguments:?}: {}", stderr(&output));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn help_names_every_option() {
    let output = dump().arg("--help").output().expect("dump runs");
    assert!(output.status.success());
    let help = String::from_utf8_lossy(&output.stdout).into_owned();
    let options = [
        "format", "offsets", "date", "text-field", "id-field", "date-field", "gazetteer", "cues",
        "rules", "threads", "least-confidence", "least-certainty", "whole-quotations",
        "patterns-alone",
    ];
    for option in options {
        assert!(help.contains(&format!("--{option}")), "{help}");
    }
}

#[test]
fn whole_quotations_are_an_option() {
    let text = "“It is late. We leave. Now,” said Ann Poe.";
    let count = |command: &mut Command| records(&run(command.arg("-"), text))[0].sentences.len();
    assert!(count(&mut dump()) > count(dump().arg("--whole-quotations")));
}

#[test]
fn patterns_alone_are_an_option() {
    let text = "There were fears of a flood.";
    let count = |command: &mut Command| records(&run(command.arg("-"), text))[0].claims.len();
    assert!(count(&mut dump()) > count(dump().arg("--patterns-alone")));
}

#[test]
fn cue_words_and_patterns_can_be_added() {
    let folder = folder("added");
    let cues = "lemma\tclass\tact\tframes\tstrength\nyodel\tverb\tstate\tquote,that\tcore\n";
    let rules =
        "name\tcue\tsource\tcontent\tcondition\tboost\nmine\tverb\tbefore\tthat\tlicensed\t1\n";
    let [cues, rules] =
        [("cues.tsv", cues), ("rules.tsv", rules)].map(|(name, tsv)| write(&folder, name, tsv));
    let text = "Ann Poe yodelled that the bridge would reopen in May.";
    assert_eq!(records(&run(dump().arg("-"), text))[0].claims, []);
    let mut command = dump();
    command.arg("--cues").arg(cues).arg("--rules").arg(rules).arg("-");
    let claims = records(&run(&mut command, text)).remove(0).claims;
    assert_eq!(claims.len(), 1);
    assert_eq!(claims[0].rule, "mine");
}

#[test]
fn any_number_of_threads_prints_the_same() {
    let folder = folder("threads");
    let texts = articles();
    let line = |number: usize| {
        let (_, text) = &texts[number % texts.len()];
        let text =
            if number.is_multiple_of(3) { text.as_str() } else { "It rained, officials said." };
        serde_json::json!({ "id": number, "text": text }).to_string() + "\n"
    };
    let path = write(&folder, "many.jsonl", (0..50).map(line).collect::<String>());
    for format in ["json", "jsonl"] {
        let print = |threads: &str| {
            let mut command = dump();
            command.args(["--threads", threads, "--format", format]).arg(&path);
            let output = run(command.arg(project("examples/articles")), "");
            assert!(output.status.success(), "{}", stderr(&output));
            output
        };
        let one = print("1");
        assert_eq!(ids(&one)[..50], (0..50).map(Value::from).collect::<Vec<_>>());
        assert_eq!(one.stdout, print("3").stdout);
    }
}

#[test]
fn unsure_claims_can_be_left_out() {
    let article = project("examples/articles/harbour-vote.txt");
    let claims = |least: &str| {
        let output = run(dump().args(["--least-confidence", least]).arg(&article), "");
        records(&output).remove(0).claims
    };
    let sure = claims("0.9");
    assert!(sure.iter().all(|claim| claim.confidence >= 0.9));
    assert!(!sure.is_empty() && sure.len() < claims("0").len());
}

#[test]
fn uncertain_speakers_can_be_left_out() {
    let article = project("examples/articles/harbour-vote.txt");
    let resolved = |least: &str| {
        let output = run(dump().args(["--least-certainty", least]).arg(&article), "");
        let claims = records(&output).remove(0).claims;
        let sources = claims.into_iter().filter_map(|claim| claim.source);
        sources.filter(|source| !source.entities.is_empty()).count()
    };
    let sure = resolved("0.97");
    assert!(sure > 0 && sure < resolved("0"), "{sure}");
}

/// `dump` at work on standard input: what comes out, as it comes out, and how much memory it has had.
struct Stream {
    child: Child,
    stdin: ChildStdin,
    records: mpsc::Receiver<()>,
}

impl Stream {
    fn new(threads: &str) -> Stream {
        let pipes = ["--format", "jsonl", "--threads", threads, "-"];
        let mut dump = dump();
        let dump = dump.args(pipes).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = dump.spawn().expect("dump starts");
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take().expect("a pipe"));
        let (line, records) = mpsc::channel();
        // It ends with dump, or when the test no longer counts.
        thread::spawn(move || {
            BufReader::new(stdout).split(b'\n').try_for_each(|_| line.send(()).ok())
        });
        Stream { child, stdin: stdin.expect("a pipe"), records }
    }

    /// Sends an article some times, waits for the records, and returns the kilobytes that dump has had at most until then,
    /// where the system tells.
    fn send(&mut self, text: &str, times: usize) -> Option<usize> {
        let line = serde_json::json!({ "text": text }).to_string() + "\n";
        thread::scope(|scope| {
            let stdin = &mut self.stdin;
            scope.spawn(move || (0..times).try_for_each(|_| stdin.write_all(line.as_bytes())));
            let ends = self.records.iter().take(times).count();
            assert_eq!(ends, times, "every article has its record before the input ends");
        });
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        peak.split_whitespace().next()?.parse().ok()
    }

    fn end(mut self) {
        drop(self.stdin);
        assert!(self.child.wait().expect("dump ends").success());
    }
}

const SPEECH: &str =
    "“It is late,” Ann Poe told Acme. She said that the bridge in Marsk was closed. ";

/// However many articles go through, memory stays as it was after the first ones.
#[test]
fn a_stream_without_end_takes_no_more_memory() {
    let mut stream = Stream::new("2");
    let text = SPEECH.repeat(20);
    let (few, many) = (stream.send(&text, 50), stream.send(&text, 1000));
    stream.end();
    let grown = few.zip(many).map(|(few, many)| many - few);
    assert!(grown.is_none_or(|kilobytes| kilobytes < 2000), "{few:?} and {many:?} kilobytes");
}

/// 30 MB before the first text, and no more than 30 bytes for each byte of the longest; most texts take two thirds of that.
#[test]
fn memory_is_bounded_by_the_longest_article() {
    let mut stream = Stream::new("1");
    let news: Vec<String> = articles().into_iter().map(|(_, text)| text).collect();
    let long = news.join("\n\n").repeat(60);
    let (start, peak) = (stream.send("It rained.", 1), stream.send(&long, 1));
    stream.end();
    println!("{start:?} and {peak:?} kilobytes for a text of {} bytes", long.len());
    assert!(start.is_none_or(|start| start < 30_000), "{start:?} kilobytes at the start");
    let grown = start.zip(peak).map(|(start, peak)| 1024 * (peak - start));
    assert!(grown.is_none_or(|bytes| bytes < 30 * long.len()), "{grown:?} of {}", long.len());
}

/// A reader that has seen enough, such as `head`, is no error.
#[test]
fn a_closed_pipe_ends_quietly() {
    let folder = folder("pipe");
    let line = r#"{"id": "a", "text": "It rained, officials said. It snowed, she said."}"#;
    let path = write(&folder, "many.jsonl", format!("{line}\n").repeat(2000));
    let mut child = dump()
        .arg(path)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("dump starts");
    let mut first = [0; 10];
    let mut stdout = child.stdout.take().expect("a pipe");
    stdout.read_exact(&mut first).expect("dump prints");
    drop(stdout);
    let output = child.wait_with_output().expect("dump ends");
    assert!(output.status.success(), "{:?}", output.status);
    assert_eq!(stderr(&output), "");
}
