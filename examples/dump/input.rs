//! What there is to read: paths, folders, standard input.

use std::fs;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::mpsc::SyncSender;

use jiff::civil::Date;
use whosaid::records::Id;

use crate::jsonl::{Articles, Fields, Input};
use crate::progress::Progress;

/// Reads the articles of the input and hands them to the threads in turn.
pub(crate) struct Reader {
    jobs: Vec<SyncSender<Input>>,
    /// The thread that gets the next article.
    turn: usize,
    date: Option<Date>,
    fields: Fields,
    progress: Progress,
    /// Something could not be read.
    failed: bool,
}

/// The output has ended before the input.
struct Stopped;

/// The methods' error is that no thread takes articles any more; what is wrong with the input goes to
/// [`Reader::complain`].
impl Reader {
    pub(crate) fn new(
        jobs: Vec<SyncSender<Input>>,
        fields: Fields,
        date: Option<Date>,
        progress: Progress,
    ) -> Reader {
        Reader { jobs, turn: 0, date, fields, progress, failed: false }
    }

    /// Reads all of it; what stops it is that the writer has stopped, which says why.
    pub(crate) fn read(&mut self, paths: &[&PathBuf]) {
        let _ = paths.iter().try_for_each(|path| self.path(path));
        self.progress.end();
    }

    /// Whether something could not be read.
    pub(crate) fn failed(&self) -> bool {
        self.failed
    }

    /// Names what cannot be read, on standard error; never fails itself, so that a method can end with it.
    fn complain(&mut self, place: &str, what: impl std::fmt::Display) -> Result<(), Stopped> {
        self.progress.print(&format!("dump: {place}: {what}"));
        self.failed = true;
        Ok(())
    }

    fn path(&mut self, path: &Path) -> Result<(), Stopped> {
        let name = path.display().to_string();
        if path.as_os_str() == "-" {
            let input = self.progress.watch(BufReader::new(io::stdin().lock()));
            return self.stream(input, "-", path);
        }
        if path.is_dir() {
            return self.folder(path, &name);
        }
        let input = match fs::File::open(path) {
            Ok(file) => self.progress.watch(BufReader::new(file)),
            Err(error) => return self.complain(&name, error),
        };
        match path.extension().map(|end| end.to_ascii_lowercase()) {
            Some(end) if end == "jsonl" || end == "ndjson" => self.lines(input, &name),
            Some(end) if end == "txt" => self.text(Vec::new(), input, &name, path),
            _ => self.stream(input, &name, path),
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

    /// Standard input, or a file whose name tells nothing: JSONL if it begins with a brace, else one text.
    fn stream(&mut self, mut input: impl BufRead, name: &str, path: &Path) -> Result<(), Stopped> {
        let head = match read_head(&mut input) {
            Ok(head) => head,
            Err(error) => return self.complain(name, error),
        };
        if first_of(&head) == Some(b'{') {
            return self.lines(Cursor::new(head).chain(input), name);
        }
        self.text(head, input, name, path)
    }

    /// One text, which begins with bytes that are read already.
    fn text(
        &mut self,
        mut bytes: Vec<u8>,
        mut input: impl BufRead,
        name: &str,
        path: &Path,
    ) -> Result<(), Stopped> {
        match input.read_to_end(&mut bytes) {
            Ok(_) => self.bytes(bytes, name, path),
            Err(error) => self.complain(name, error),
        }
    }

    /// One text file.
    fn bytes(&mut self, bytes: Vec<u8>, name: &str, path: &Path) -> Result<(), Stopped> {
        let id = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        match String::from_utf8(bytes) {
            Ok(text) => {
                self.article(Input { text, id: Some(Id::Text(id)), date: self.date, flaw: None })
            }
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let line =
                    1 + error.as_bytes()[..valid].iter().filter(|byte| **byte == b'\n').count();
                self.complain(&format!("{name}:{line}"), format!("not UTF-8 at byte {valid}"))
            }
        }
    }

    /// One article a line.
    fn lines(&mut self, input: impl BufRead, name: &str) -> Result<(), Stopped> {
        let fields = self.fields.clone();
        for (number, article) in Articles::new(input, &fields) {
            match article {
                Ok(input) => {
                    if let Some(flaw) = &input.flaw {
                        let flaw = format!("{flaw}; the article is read all the same");
                        self.complain(&format!("{name}:{number}"), flaw)?;
                    }
                    let date = input.date.or(self.date);
                    self.article(Input { date, ..input })?;
                }
                Err(what) => self.complain(&format!("{name}:{number}"), what)?,
            }
        }
        Ok(())
    }

    fn article(&mut self, input: Input) -> Result<(), Stopped> {
        self.progress.add_article();
        self.jobs[self.turn].send(input).map_err(|_| Stopped)?;
        self.turn = (self.turn + 1) % self.jobs.len();
        Ok(())
    }
}

/// Reads up to where the first byte is that is no white space, however the input comes in pieces.
fn read_head(input: &mut impl BufRead) -> io::Result<Vec<u8>> {
    /// Whatever begins with more white space is a text.
    const LONGEST: usize = 1 << 16;
    let mut head = Vec::new();
    while first_of(&head).is_none() && head.len() < LONGEST {
        let piece = input.fill_buf()?;
        if piece.is_empty() {
            break;
        }
        head.extend_from_slice(piece);
        let read = piece.len();
        input.consume(read);
    }
    Ok(head)
}

/// The first byte that is no white space, nor of a byte order mark.
fn first_of(bytes: &[u8]) -> Option<u8> {
    const MARK: &[u8] = b"\xef\xbb\xbf";
    let text = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let text = if MARK.starts_with(text) { &[] } else { text.trim_ascii_start() };
    text.first().copied()
}
