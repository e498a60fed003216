//! Prints one record of the wire format for each article: `dump [OPTIONS] PATH…`, see `dump --help`.

mod input;
mod jsonl;
mod options;
mod output;
mod progress;

use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;

use clap::ArgMatches;
use input::Reader;
use output::{PIECES, Printer, WAITING, write_in_turn};
use progress::Progress;

fn main() -> ExitCode {
    let arguments = options::command().get_matches();
    let printer = match options::build_printer(&arguments) {
        Ok(printer) => printer,
        Err(error) => {
            eprintln!("dump: {error}");
            return ExitCode::from(2);
        }
    };
    let (failed, written) = print_records(&arguments, &printer);
    match written {
        // Whoever read our output has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("dump: standard output: {error}");
            ExitCode::FAILURE
        }
        Ok(()) if failed => ExitCode::FAILURE,
        Ok(()) => ExitCode::SUCCESS,
    }
}

/// Reads the paths and prints their records; returns whether some input could not be read, and how writing ended.
fn print_records(arguments: &ArgMatches, printer: &Printer) -> (bool, std::io::Result<()>) {
    thread::scope(|scope| {
        let (mut jobs, mut records) = (Vec::new(), Vec::new());
        for _ in 0..options::threads(arguments) {
            let (job, inputs) = mpsc::sync_channel(WAITING);
            let (done, record) = mpsc::sync_channel(PIECES);
            scope.spawn(move || printer.print_all(&inputs, &done));
            jobs.push(job);
            records.push(record);
        }
        let writer = scope.spawn(move || write_in_turn(&records));
        let date = arguments.get_one("date").copied();
        let paths: Vec<&PathBuf> = arguments.get_many("PATH").into_iter().flatten().collect();
        let mut reader = Reader::new(jobs, options::fields(arguments), date, Progress::new(&paths));
        reader.read(&paths);
        let failed = reader.failed();
        drop(reader);
        (failed, writer.join().expect("the writer does not panic"))
    })
}
