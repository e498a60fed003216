//! Records: made by threads, written in the order of their articles.

use std::io::{self, ErrorKind, Write};
use std::sync::mpsc::{Receiver, SyncSender};

use whosaid::{Article, Extractor, Offsets, Scratch};

use crate::jsonl::Input;

/// How many articles may wait for a thread, and how many pieces of its records for the writer: memory stays bounded.
pub(crate) const WAITING: usize = 4;
pub(crate) const PIECES: usize = 16;
/// The bytes of a piece: longer than most records.
const PIECE: usize = 1 << 16;

/// Writes the records of the threads in turn, piece by piece, which is the order of the input, as they get their articles in turn.
pub(crate) fn write_in_turn(records: &[Receiver<Vec<u8>>]) -> io::Result<()> {
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

/// Makes records of articles.
pub(crate) struct Printer {
    pub(crate) extractor: Extractor,
    pub(crate) offsets: Offsets,
    pub(crate) pretty: bool,
}

impl Printer {
    /// The records of `inputs` in their order, until there are no more or nobody wants them.
    pub(crate) fn print_all(&self, inputs: &Receiver<Input>, records: &SyncSender<Vec<u8>>) {
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
        if let Some(id) = input.id {
            article = article.id(id);
        }
        let document = self.extractor.extract_with(scratch, article);
        if self.pretty {
            serde_json::to_writer_pretty(&mut out, &document.to_record(self.offsets))?;
        } else {
            document.write_json(self.offsets, &mut out)?;
        }
        out.write_all(b"\n")?;
        out.end()
    }
}
