//! The options, and what they say.

use std::fs;
use std::num::NonZero;
use std::path::PathBuf;
use std::thread;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use whosaid::{Extractor, Offsets};

use crate::jsonl::{Fields, parse_date};
use crate::output::Printer;

pub(crate) fn command() -> Command {
    Command::new("dump")
        .about("Reads English news and prints who said what: one JSON record an article, in the order of the input.")
        .args(input())
        .args(knowledge())
        .args(output())
        .after_help(
            "A file's id is its name without the folder, standard input's is \"-\". Standard input is JSONL if it begins with {, \
             else one text.\nWhat cannot be read is named on standard error, the rest goes on, and the exit status is 1; of a \
             wrong option or TSV file it is 2.",
        )
}

/// An option with a value.
fn option(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

/// An option for files that may be given several times.
fn file(name: &'static str, help: &'static str) -> Arg {
    let file = option(name, "FILE", help).value_parser(value_parser!(PathBuf));
    file.action(ArgAction::Append)
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).help(help).action(ArgAction::SetTrue)
}

/// What is read.
fn input() -> [Arg; 5] {
    let date = |date: &str| parse_date(date).ok_or("expected YYYY-MM-DD");
    [
        Arg::new("PATH")
            .help("Text files, folders with *.txt files, JSONL files (*.jsonl, *.ndjson, and others but *.txt that begin with a brace), - for standard input")
            .required(true)
            .num_args(1..)
            .value_parser(value_parser!(PathBuf)),
        option("date", "YYYY-MM-DD", "When the articles were published, to resolve \"on Monday\"; else the text is searched")
            .value_parser(date),
        option("text-field", "NAME", "The JSONL field with the article's text").default_value("text"),
        option("id-field", "NAME", "The JSONL field with its id, a string or a number").default_value("id"),
        option("date-field", "NAME", "The JSONL field with its publication date, by default none; --date is for lines without one"),
    ]
}

/// What the extractor knows, and how it decides.
fn knowledge() -> [Arg; 7] {
    [
        file("gazetteer", "A TSV file with names to know; may be given several times"),
        file(
            "cues",
            "A TSV file with cue words, as data/lexicon/cues.tsv; may be given several times",
        ),
        file(
            "rules",
            "A TSV file with patterns, as data/rules/claims.tsv; may be given several times",
        ),
        option("least-confidence", "X", "Leave out claims with a lower confidence, from 0 to 1")
            .value_parser(parse_share)
            .default_value("0"),
        option("least-certainty", "X", "Leave speakers of a lower certainty open, from 0 to 1")
            .value_parser(parse_share)
            .default_value("0"),
        flag("whole-quotations", "A quotation of several sentences stays one sentence"),
        flag(
            "patterns-alone",
            "Choose claims by patterns and cue dictionary, without learned weights",
        ),
    ]
}

/// What is printed, and by how many threads.
fn output() -> [Arg; 3] {
    let units = PossibleValuesParser::new(Offsets::ALL.iter().map(|unit| unit.name()));
    let offsets = units.try_map(|unit| unit.parse::<Offsets>());
    [
        option(
            "format",
            "FORMAT",
            "json: indented objects, one after another; jsonl: one object a line",
        )
        .value_parser(["json", "jsonl"])
        .default_value("json"),
        option(
            "offsets",
            "UNIT",
            "What start and end count: UTF-8 bytes, code points or UTF-16 units",
        )
        .value_parser(offsets)
        .default_value("byte"),
        option(
            "threads",
            "N",
            "How many articles to read at once; by default as many as the machine can",
        )
        .value_parser(parse_threads),
    ]
}

fn parse_threads(text: &str) -> Result<NonZero<usize>, String> {
    let number = text.parse().ok().filter(|number: &NonZero<usize>| number.get() <= 1024);
    number.ok_or_else(|| "expected a number from 1 to 1024".to_owned())
}

fn parse_share(text: &str) -> Result<f32, String> {
    let number = text.parse().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "expected a number from 0 to 1".to_owned())
}

/// The names and bytes of the files that an option gives.
fn read_files(arguments: &ArgMatches, option: &str) -> Result<Vec<(String, Vec<u8>)>, String> {
    let read = |path: &PathBuf| {
        let name = path.display().to_string();
        let bytes = fs::read(path).map_err(|error| format!("{name}: {error}"))?;
        Ok((name, bytes))
    };
    arguments.get_many(option).into_iter().flatten().map(read).collect()
}

fn build_extractor(arguments: &ArgMatches) -> Result<Extractor, String> {
    let least = |option| arguments.get_one(option).copied().unwrap_or_default();
    let mut builder = Extractor::builder()
        .whole_quotations(arguments.get_flag("whole-quotations"))
        .least_confidence(least("least-confidence"))
        .least_certainty(least("least-certainty"))
        .patterns_alone(arguments.get_flag("patterns-alone"));
    for (name, tsv) in read_files(arguments, "gazetteer")? {
        builder = builder.gazetteer(name, tsv);
    }
    for (name, tsv) in read_files(arguments, "cues")? {
        builder = builder.cue_words(name, tsv);
    }
    for (name, tsv) in read_files(arguments, "rules")? {
        builder = builder.rules(name, tsv);
    }
    builder.build().map_err(|error| error.to_string())
}

pub(crate) fn build_printer(arguments: &ArgMatches) -> Result<Printer, String> {
    let offsets = arguments.get_one("offsets").copied().unwrap_or_default();
    let pretty = arguments.get_one::<String>("format").is_some_and(|format| format == "json");
    Ok(Printer { extractor: build_extractor(arguments)?, offsets, pretty })
}

pub(crate) fn threads(arguments: &ArgMatches) -> usize {
    let threads = arguments.get_one::<NonZero<usize>>("threads").copied();
    threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get)
}

pub(crate) fn fields(arguments: &ArgMatches) -> Fields {
    let name = |option: &str| arguments.get_one::<String>(option).cloned();
    Fields {
        text: name("text-field").unwrap_or_default(),
        id: name("id-field").unwrap_or_default(),
        date: name("date-field"),
    }
}
