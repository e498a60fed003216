//! More than anybody needs: a gazetteer of a million names, data as long or wide as a file can be, marks inside marks.

mod common;

use std::fmt::Write;
use std::fs;
use std::sync::Mutex;
use std::time::Instant;

use common::check;
use whosaid::Extractor;

/// One test at a time, as one measures the memory of the process.
static ALONE: Mutex<()> = Mutex::new(());

/// The most memory that this process has had so far, in bytes, where the system tells.
fn peak() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<usize>().ok().map(|kilobytes| kilobytes * 1024)
}

/// Another name for every number: "Kavelo Mardis".
fn name(number: usize) -> String {
    const PARTS: [&str; 10] = ["ka", "ve", "lo", "mar", "dis", "ter", "ou", "ni", "ba", "sel"];
    let part = |at: u32| PARTS[number / 10_usize.pow(at) % 10];
    let word = |ats: [u32; 3]| {
        let [first, rest @ ..] = ats.map(part);
        format!("{}{}{}", first[..1].to_uppercase(), &first[1..], rest.concat())
    };
    format!("{} {}", word([0, 1, 2]), word([3, 4, 5]))
}

/// Building takes memory for some copies of the file, and no name is lost.
#[test]
fn a_million_names() {
    let _alone = ALONE.lock();
    const NAMES: usize = 1_000_000;
    Extractor::new();
    let mut tsv = String::from("name\ttype\tlink\n");
    for number in 0..NAMES {
        writeln!(tsv, "{}\tperson\tX{number}", name(number)).expect("memory can be written");
    }
    let (bytes, before, start) = (tsv.len(), peak(), Instant::now());
    let extractor = Extractor::builder().gazetteer("mine.tsv", tsv).build().expect("a good file");
    let memory = peak().zip(before).map(|(after, before)| after - before);
    println!("{NAMES} names, {bytes} bytes: {:?}, {memory:?} bytes of memory", start.elapsed());
    assert!(memory.is_none_or(|memory| memory < 12 * bytes), "{memory:?} bytes for {bytes}");
    for number in [0, 1, 123_456, NAMES / 2, NAMES - 1] {
        let text = format!("It rained, {} said.", name(number));
        let document = extractor.extract(&text);
        let link = document.entities().first().and_then(|entity| entity.link.clone());
        assert_eq!(link, Some(format!("X{number}")), "{text}");
    }
}

/// Many rows with one metonym and one alias, and a text that is full of both.
#[test]
fn names_that_all_rows_share() {
    let _alone = ALONE.lock();
    let mut tsv = String::from("name\ttype\taliases\tmetonyms\n");
    for number in 0..100_000 {
        writeln!(tsv, "{}\torganisation\tVestmark\tVestmark Quay", name(number))
            .expect("memory can be written");
    }
    tsv.push_str("Vestmark\tperson\t\t\n");
    let start = Instant::now();
    let extractor = Extractor::builder().gazetteer("mine.tsv", tsv).build().expect("a good file");
    let text = "Vestmark said that Vestmark Quay was late. ".repeat(4_000);
    let document = extractor.extract(&text);
    println!("{:?}", start.elapsed());
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
    let names: Vec<_> = document.entities().iter().map(|entity| entity.name.as_str()).collect();
    assert!(names.contains(&name(0).as_str()), "{names:?}");
}

/// Cells, rows and lists as long as one likes.
#[test]
fn data_of_absurd_shape() {
    let _alone = ALONE.lock();
    let many = 100_000;
    let text = "Ann Poe told Acme that it rained.";
    let name = format!("name\ttype\n{}\tother\n", "Acme ".repeat(many));
    let error = Extractor::builder().gazetteer("mine.tsv", name).build().expect_err("too long");
    assert_eq!(error.line(), 2);
    let aliases = format!("name\ttype\taliases\nAcme\tother\t{}\n", "Poe|".repeat(many));
    let extractor = Extractor::builder().gazetteer("mine.tsv", aliases).build();
    check(&extractor.expect("nothing is wrong with it").extract(text));
    let head = "lemma\tclass\tact\tframes\tstrength\n";
    let frames = format!("{head}yodel\tverb\tstate\t{}\tcore\n", "that,".repeat(many));
    let words = format!("{head}{}\tverb\tstate\tthat\tcore\n", "told ".repeat(many));
    for tsv in [frames, words] {
        let extractor = Extractor::builder().cue_words("mine.tsv", tsv).build();
        check(&extractor.expect("nothing is wrong with it").extract(text));
    }
    let wide = format!("name\ttype\nAcme\tother{}\n", "\tx".repeat(many));
    let error = Extractor::builder().gazetteer("mine.tsv", wide).build().expect_err("too wide");
    assert_eq!(error.line(), 2);
}

/// Quotations nest a few deep, claims as far as their sentence goes; what is deeper is read all the same.
#[test]
fn absurd_nesting() {
    let _alone = ALONE.lock();
    let pairs = [
        ("“", "”"),
        ("‘", "’"),
        ("“‘", "’”"),
        ("«", "»"),
        ("„", "“"),
        ("\"'", "'\""),
        ("(", ")"),
        ("[(", ")]"),
        ("(“", "”)"),
    ];
    for (open, close) in pairs {
        for depth in [5, 100, 5_000] {
            let inside = "It rained, Ann Poe said. She denied it";
            let text =
                format!("{}{inside}{} Tom Berg said.", open.repeat(depth), close.repeat(depth));
            check(&Extractor::new().extract(&text));
        }
    }
    for clause in [
        "Poe said that ",
        "according to Berg, ",
        "Poe, who said “Berg claims: ",
        "the claim that he ",
    ] {
        let text = format!("{}it rained.", clause.repeat(1_000));
        check(&Extractor::new().extract(&text));
    }
}
