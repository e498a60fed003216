//! Measures the crate on annotated text: `evaluate claims|speakers|details|sentences|entities|values PATH`, see `evaluate --help`.

mod brat;
mod claims;
mod details;
mod jsonl;
mod marked;
mod rows;
mod speakers;
mod values;

use std::error::Error;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use whosaid::Extractor;

fn main() -> ExitCode {
    let report = evaluate(&command().get_matches());
    match report.and_then(|report| Ok(io::stdout().write_all(report.as_bytes())?)) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the report has seen enough.
        Err(error) if is_broken_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("evaluate: {error}");
            ExitCode::FAILURE
        }
    }
}

fn is_broken_pipe(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

/// The report on what the arguments ask for.
fn evaluate(arguments: &ArgMatches) -> Result<String, Box<dyn Error>> {
    let Some((subject, options)) = arguments.subcommand() else { return Ok(String::new()) };
    let path = options.get_one::<String>("PATH").map_or("", String::as_str);
    let errors = options.get_one::<usize>("errors").copied().unwrap_or(0);
    let whole = subject == "sentences" && options.get_flag("whole-quotations");
    let extractor = Extractor::builder().whole_quotations(whole).build()?;
    match subject {
        "claims" => {
            let least = options.get_one::<f32>("least-confidence").copied().unwrap_or(0.0);
            claims::evaluate(&extractor, path, least, errors)
        }
        "speakers" => {
            let tally = speakers::measure(&extractor, path.as_ref())?;
            Ok(lines(&tally.misses, errors) + &format!("{tally}\n"))
        }
        "details" => {
            let tally = details::measure(&extractor, path.as_ref())?;
            Ok(lines(&tally.misses, errors) + &tally.to_string())
        }
        "values" => {
            let tally = values::measure(&extractor, path.as_ref())?;
            Ok(lines(&tally.misses, errors) + &format!("{tally}\n"))
        }
        "sentences" => jsonl::evaluate_sentences(&extractor, path, errors),
        _ => jsonl::evaluate_entities(&extractor, path, errors),
    }
}

/// The first `most` errors, a line each.
pub(crate) fn lines(errors: &[String], most: usize) -> String {
    errors.iter().take(most).map(|error| format!("{error}\n")).collect()
}

fn command() -> Command {
    Command::new("evaluate")
        .about("Measures the crate on text that people have annotated.")
        .subcommand_required(true)
        .subcommands(subjects())
}

/// What can be measured.
fn subjects() -> [Command; 6] {
    let least = Arg::new("least-confidence")
        .long("least-confidence")
        .value_name("X")
        .value_parser(parse_confidence)
        .help("Leaves out claims less sure than this, from 0 to 1");
    let whole = Arg::new("whole-quotations")
        .long("whole-quotations")
        .action(ArgAction::SetTrue)
        .help("A quotation of several sentences stays one sentence");
    [
        subject(
            "claims",
            "Sources, cues and contents",
            "A folder with text/NAME.txt and attributions/NAME_*.ann (brat)",
        )
        .arg(least),
        subject(
            "speakers",
            "Claims with the entities that their sources mean",
            "A folder with NAME.txt and NAME.tsv: source, cue, content, speakers, anonymous, act",
        ),
        subject(
            "details",
            "Act, polarity, addressee, time, condition, hedge, relay and parent of claims",
            "Pieces of news, each with its claims and their fields",
        ),
        subject("sentences", "Sentence boundaries", "JSONL with text and ends (code points)")
            .arg(whole),
        subject(
            "entities",
            "Names",
            "JSONL with text and entities: start, end (code points), label PER, ORG, LOC or MISC; or a folder of articles with names.tsv",
        ),
        subject(
            "values",
            "Times and quantities with their values",
            "TSV with published, text (times and quantities in brackets), values",
        ),
    ]
}

fn parse_confidence(text: &str) -> Result<f32, String> {
    let number = text.parse().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "expected a number from 0 to 1".to_owned())
}

fn subject(name: &'static str, about: &'static str, path: &'static str) -> Command {
    let errors = Arg::new("errors")
        .long("errors")
        .value_name("N")
        .value_parser(value_parser!(usize))
        .help("Prints the N most frequent confusions, or the first N errors");
    Command::new(name).about(about).arg(Arg::new("PATH").required(true).help(path)).arg(errors)
}

/// Precision, recall and F1 of things found.
#[derive(Clone, Copy, Default)]
pub(crate) struct Score {
    pub(crate) right: usize,
    pub(crate) predicted: usize,
    pub(crate) gold: usize,
}

impl Score {
    pub(crate) fn precision(self) -> f64 {
        share(self.right, self.predicted)
    }

    pub(crate) fn recall(self) -> f64 {
        share(self.right, self.gold)
    }

    pub(crate) fn f1(self) -> f64 {
        share(2 * self.right, self.predicted + self.gold)
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (precision, recall, f1) = (self.precision(), self.recall(), self.f1());
        write!(out, "P {precision:5.1} R {recall:5.1} F1 {f1:5.1}   ")?;
        write!(out, "({} right, {} predicted, {} gold)", self.right, self.predicted, self.gold)
    }
}

/// Per cent; of nothing, 0.
pub(crate) fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}
