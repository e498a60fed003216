//! Prints one record of the wire format for each article: `dump [OPTIONS] PATH…`, see `dump --help`.

use std::fs;
use std::io::{self, BufRead, BufReader, ErrorKind, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use jiff::civil::Date;
use serde_json::Value;
use whosaid::records::Id;
use whosaid::{Article, Extractor, Offsets, Scratch};

fn main() -> ExitCode {
    let arguments = command().get_matches();
    let extractor = match build_extractor(&arguments) {
        Ok(extractor) => extractor,
        Err(error) => {
            eprintln!("dump: {error}");
            return ExitCode::from(2);
        }
    };
    let offsets = match arguments.get_one::<String>("offsets").map(String::as_str) {
        Some("char") => Offsets::Char,
        Some("utf16") => Offsets::Utf16,
        _ => Offsets::Byte,
    };
    let pretty = arguments.get_one::<String>("format").is_some_and(|format| format == "json");
    let printer = Printer { extractor, offsets, pretty };
    let threads = arguments.get_one::<NonZero<usize>>("threads").copied();
    let threads = threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get);
    let (failed, written) = thread::scope(|scope| {
        let (mut jobs, mut records) = (Vec::new(), Vec::new());
        for _ in 0..threads {
            let (job, inputs) = mpsc::sync_channel(WAITING);
            let (done, record) = mpsc::sync_channel(PIECES);
            let printer = &printer;
            scope.spawn(move || printer.print_all(&inputs, &done));
            jobs.push(job);
            records.push(record);
        }
        let writer = scope.spawn(move || write_in_turn(&records));
        let mut reader = Reader {
            jobs,
            turn: 0,
            date: arguments.get_one::<Date>("date").copied(),
            fields: ["text-field", "id-field", "date-field"]
                .map(|name| arguments.get_one(name).cloned().unwrap_or_default()),
            failed: false,
        };
        let mut paths = arguments.get_many::<PathBuf>("PATH").into_iter().flatten();
        // What stops the reader is that the writer has stopped, which says why.
        let _ = paths.try_for_each(|path| reader.path(path));
        let failed = reader.failed;
        drop(reader);
        (failed, writer.join().expect("the writer does not panic"))
    });
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

/// How many articles may wait for a thread, and how many pieces of its records for the writer: memory stays bounded.
const WAITING: usize = 4;
const PIECES: usize = 16;
/// The bytes of a piece: longer than most records.
const PIECE: usize = 1 << 16;

/// Writes the records of the threads in turn, piece by piece, which is the order of the input, as they get their articles in turn.
fn write_in_turn(records: &[Receiver<Vec<u8>>]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for thread in records.iter().cycle() {
        // Articles go to the threads in turn, so that where one has no more, none has.
        let Ok(mut piece) = thread.recv() else { break };
        while !piece.is_empty() {
            out.write_all(&piece)?;
            let Ok(next) = thread.recv() else { break };
            piece = next;
        }
        out.flush()?;
    }
    Ok(())
}

/// A record on its way to the writer, in pieces; an empty one ends it.
struct Pieces<'w> {
    writer: &'w SyncSender<Vec<u8>>,
    piece: Vec<u8>,
}

impl Pieces<'_> {
    fn send(&mut self) -> io::Result<()> {
        let piece = std::mem::take(&mut self.piece);
        self.writer.send(piece).map_err(|_| ErrorKind::BrokenPipe.into())
    }

    fn end(mut self) -> io::Result<()> {
        if !self.piece.is_empty() {
            self.send()?;
        }
        self.send()
    }
}

impl Write for Pieces<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.send()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn command() -> Command {
    let text = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    let file = |name: &'static str, help: &'static str| {
        let file = text(name, "FILE", help).value_parser(value_parser!(PathBuf));
        file.action(ArgAction::Append)
    };
    Command::new("dump")
        .about("Reads English news and prints who said what: one JSON record an article, in the order of the input.")
        .arg(
            Arg::new("PATH")
                .help("Text files, folders with *.txt files, JSONL files (*.jsonl, *.ndjson), - for standard input")
                .required(true)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            text("format", "FORMAT", "json: indented objects, one after another; jsonl: one object a line")
                .value_parser(["json", "jsonl"])
                .default_value("json"),
        )
        .arg(
            text("offsets", "UNIT", "What start and end count: UTF-8 bytes, code points or UTF-16 units")
                .value_parser(["byte", "char", "utf16"])
                .default_value("byte"),
        )
        .arg(
            text("date", "YYYY-MM-DD", "When the articles were published, to resolve \"on Monday\"; else the text is searched")
                .value_parser(|date: &str| date.parse::<Date>().map_err(|error| error.to_string())),
        )
        .arg(text("text-field", "NAME", "The JSONL field with the article's text").default_value("text"))
        .arg(text("id-field", "NAME", "The JSONL field with its id, a string or a number").default_value("id"))
        .arg(text("date-field", "NAME", "A JSONL field with its publication date; --date is for lines without one"))
        .arg(file("gazetteer", "A TSV file with names to know; may be given several times"))
        .arg(file("cues", "A TSV file with cue words, as data/lexicon/cues.tsv; may be given several times"))
        .arg(file("rules", "A TSV file with patterns, as data/rules/claims.tsv; may be given several times"))
        .arg(
            text("least-confidence", "X", "Leave out claims with a lower confidence, from 0 to 1")
                .value_parser(parse_confidence)
                .default_value("0"),
        )
        .arg(
            text("threads", "N", "How many articles to read at once; by default as many as the machine can")
                .value_parser(parse_threads),
        )
        .arg(
            Arg::new("whole-quotations")
                .long("whole-quotations")
                .action(ArgAction::SetTrue)
                .help("A quotation of several sentences stays one sentence"),
        )
        .after_help(
            "A file's id is its name without the folder, standard input's is \"-\". Standard input is JSONL if it begins with {, \
             else one text.\nWhat cannot be read is named on standard error, the rest goes on, and the exit status is 1; of a \
             wrong option or TSV file it is 2.",
        )
}

fn parse_threads(text: &str) -> Result<NonZero<usize>, String> {
    let number = text.parse().ok().filter(|number: &NonZero<usize>| number.get() <= 1024);
    number.ok_or_else(|| "expected a number from 1 to 1024".to_owned())
}

fn parse_confidence(text: &str) -> Result<f32, String> {
    let number = text.parse().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "expected a number from 0 to 1".to_owned())
}

/// The names and texts of the files that an option gives.
fn read_files(arguments: &ArgMatches, option: &str) -> Result<Vec<(String, String)>, String> {
    let read = |path: &PathBuf| {
        let name = path.display().to_string();
        let text = fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
        Ok((name, text))
    };
    arguments.get_many(option).into_iter().flatten().map(read).collect()
}

fn build_extractor(arguments: &ArgMatches) -> Result<Extractor, String> {
    let least = arguments.get_one("least-confidence").copied().unwrap_or_default();
    let mut builder = Extractor::builder()
        .whole_quotations(arguments.get_flag("whole-quotations"))
        .least_confidence(least);
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

/// Makes records of articles.
struct Printer {
    extractor: Extractor,
    offsets: Offsets,
    pretty: bool,
}

impl Printer {
    /// The records of `inputs` in their order, until there are no more or nobody wants them.
    fn print_all(&self, inputs: &Receiver<Input>, records: &SyncSender<Vec<u8>>) {
        let mut scratch = Scratch::default();
        for input in inputs {
            let record = Pieces { writer: records, piece: Vec::new() };
            if self.print(input, &mut scratch, record).is_err() {
                break;
            }
        }
    }

    fn print(&self, input: Input, scratch: &mut Scratch, mut out: Pieces) -> io::Result<()> {
        let mut article = Article::new(&input.text);
        if let Some(date) = input.date {
            article = article.published(&date.to_string());
        }
        let document = self.extractor.extract_with(scratch, article);
        if self.pretty {
            let mut record = document.to_record(self.offsets);
            record.id = input.id;
            serde_json::to_writer_pretty(&mut out, &record)?;
        } else {
            document.write_json(input.id.as_ref(), self.offsets, &mut out)?;
        }
        out.write_all(b"\n")?;
        out.end()
    }
}

/// Reads the articles of the input and hands them to the threads in turn.
struct Reader {
    jobs: Vec<SyncSender<Input>>,
    /// The thread that gets the next article.
    turn: usize,
    date: Option<Date>,
    /// The names of the JSONL fields with text, id and date; the last is empty where none is to be read.
    fields: [String; 3],
    /// Something could not be read.
    failed: bool,
}

/// An article and what its input says about it.
struct Input {
    text: String,
    id: Option<Id>,
    date: Option<Date>,
}

/// The output has ended before the input.
struct Stopped;

/// The methods' error is that no thread takes articles any more; what is wrong with the input goes to
/// [`Reader::complain`].
impl Reader {
    /// Names what cannot be read, on standard error; never fails itself, so that a method can end with it.
    fn complain(&mut self, place: &str, what: impl std::fmt::Display) -> Result<(), Stopped> {
        eprintln!("dump: {place}: {what}");
        self.failed = true;
        Ok(())
    }

    fn path(&mut self, path: &Path) -> Result<(), Stopped> {
        let name = path.display().to_string();
        if path.as_os_str() == "-" {
            return self.stream(BufReader::new(io::stdin().lock()), "-");
        }
        if path.is_dir() {
            return self.folder(path, &name);
        }
        if path.extension().is_some_and(|end| end == "jsonl" || end == "ndjson") {
            return match fs::File::open(path) {
                Ok(file) => self.lines(BufReader::new(file), &name),
                Err(error) => self.complain(&name, error),
            };
        }
        match fs::read(path) {
            Ok(bytes) => self.bytes(bytes, &name, path),
            Err(error) => self.complain(&name, error),
        }
    }

    /// The `*.txt` files of a folder in the order of their names.
    fn folder(&mut self, path: &Path, name: &str) -> Result<(), Stopped> {
        let entries =
            fs::read_dir(path).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
        let mut files: Vec<PathBuf> = match entries {
            Ok(files) => files,
            Err(error) => return self.complain(name, error),
        };
        files.retain(|file| file.extension().is_some_and(|end| end == "txt") && !file.is_dir());
        files.sort();
        if files.is_empty() {
            self.complain(name, "no *.txt file in this folder")?;
        }
        files.iter().try_for_each(|file| self.path(file))
    }

    /// Standard input: JSONL if it begins with a brace, else one text.
    fn stream(&mut self, mut input: impl BufRead, name: &str) -> Result<(), Stopped> {
        let begin = match input.fill_buf() {
            Ok(buffer) => buffer
                .strip_prefix(b"\xef\xbb\xbf")
                .unwrap_or(buffer)
                .trim_ascii_start()
                .first()
                .copied(),
            Err(error) => return self.complain(name, error),
        };
        if begin == Some(b'{') {
            return self.lines(input, name);
        }
        let mut bytes = Vec::new();
        match input.read_to_end(&mut bytes) {
            Ok(_) => self.bytes(bytes, name, Path::new(name)),
            Err(error) => self.complain(name, error),
        }
    }

    /// One text file.
    fn bytes(&mut self, bytes: Vec<u8>, name: &str, path: &Path) -> Result<(), Stopped> {
        let id = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        match String::from_utf8(bytes) {
            Ok(text) => self.article(Input { text, id: Some(Id::Text(id)), date: self.date }),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let line =
                    1 + error.as_bytes()[..valid].iter().filter(|byte| **byte == b'\n').count();
                self.complain(&format!("{name}:{line}"), format!("not UTF-8 at byte {valid}"))
            }
        }
    }

    /// One article a line; only one line is in memory at a time.
    fn lines(&mut self, mut input: impl BufRead, name: &str) -> Result<(), Stopped> {
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            match input.read_until(b'\n', &mut line) {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) => {
                    return self.complain(&format!("{name}:{number}"), error);
                }
            }
            let json = if number == 1 {
                line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line)
            } else {
                &line
            };
            if json.trim_ascii().is_empty() {
                continue;
            }
            match self.read_line(json) {
                Ok(input) => self.article(input)?,
                Err(what) => self.complain(&format!("{name}:{number}"), what)?,
            }
        }
        Ok(())
    }

    fn read_line(&self, json: &[u8]) -> Result<Input, String> {
        let [text_field, id_field, date_field] = &self.fields;
        let mut row = match serde_json::from_slice(json) {
            Ok(Value::Object(row)) => row,
            Ok(_) => return Err("expected a JSON object".to_owned()),
            Err(error) => return Err(error.to_string()),
        };
        let id = match row.remove(id_field) {
            None | Some(Value::Null) => None,
            Some(id) => match serde_json::from_value(id) {
                Ok(id) => Some(id),
                Err(_) => {
                    return Err(format!("field {id_field:?} is neither a string nor a number"));
                }
            },
        };
        let date = match row.remove(date_field) {
            None | Some(Value::Null) => self.date,
            Some(date) => Some(
                read_date(&date)
                    .ok_or_else(|| format!("field {date_field:?} is not a date: {date}"))?,
            ),
        };
        match row.remove(text_field) {
            Some(Value::String(text)) => Ok(Input { text, id, date }),
            Some(_) => Err(format!("field {text_field:?} is not a string")),
            None => Err(format!("no field {text_field:?}")),
        }
    }

    fn article(&mut self, input: Input) -> Result<(), Stopped> {
        self.jobs[self.turn].send(input).map_err(|_| Stopped)?;
        self.turn = (self.turn + 1) % self.jobs.len();
        Ok(())
    }
}

/// A date, or a time stamp that begins with one.
fn read_date(value: &Value) -> Option<Date> {
    let text = value.as_str()?;
    let (date, rest) = text.split_at_checked(10)?;
    (rest.is_empty() || rest.starts_with(['T', ' '])).then(|| date.parse().ok())?
}
