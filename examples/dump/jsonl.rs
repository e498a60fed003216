//! JSONL with an article a line. The fuzzers read this file too.

use std::io::{self, BufRead, Read};

use jiff::civil::Date;
use serde_json::Value;
use whosaid::records::Id;

/// A longer line is no article: it is passed over, not kept in memory.
pub(crate) const LONGEST_LINE: usize = 1 << 30;

/// An article and what its input says about it.
#[derive(Debug)]
pub(crate) struct Input {
    pub(crate) text: String,
    pub(crate) id: Option<Id>,
    pub(crate) date: Option<Date>,
    /// What is wrong with its date; the article can be read without one.
    pub(crate) flaw: Option<String>,
}

/// The names of the fields that a line is read for.
#[derive(Clone, Debug)]
pub(crate) struct Fields {
    pub(crate) text: String,
    pub(crate) id: String,
    pub(crate) date: Option<String>,
}

/// The articles of a stream with the number of each one's line, or what is wrong with it. Blank lines are passed over, and
/// no more than a line is in memory at a time.
pub(crate) struct Articles<'f, R> {
    input: R,
    fields: &'f Fields,
    longest: usize,
    line: Vec<u8>,
    number: usize,
    /// The input cannot be read on.
    broken: bool,
}

impl<'f, R: BufRead> Articles<'f, R> {
    pub(crate) fn new(input: R, fields: &'f Fields) -> Articles<'f, R> {
        let (line, longest) = (Vec::new(), LONGEST_LINE);
        Articles { input, fields, longest, line, number: 0, broken: false }
    }

    /// Sets how long a line may be.
    #[allow(dead_code)] // the tests do
    pub(crate) fn longest(mut self, bytes: usize) -> Articles<'f, R> {
        self.longest = bytes;
        self
    }

    /// Reads the next line; false at the end.
    fn read_line(&mut self) -> io::Result<bool> {
        self.line.clear();
        let limit = self.longest as u64 + 1;
        Ok(self.input.by_ref().take(limit).read_until(b'\n', &mut self.line)? > 0)
    }

    fn is_too_long(&self) -> bool {
        self.line.len() > self.longest && self.line.last() != Some(&b'\n')
    }

    /// What the line holds; `None` where it is blank.
    fn article(&mut self) -> Option<Result<Input, String>> {
        if self.is_too_long() {
            let skipped = skip_line(&mut self.input);
            self.broken = skipped.is_err();
            let what = format!("a line of more than {} bytes; expected shorter ones", self.longest);
            return Some(Err(skipped.map_or_else(|error| error.to_string(), |()| what)));
        }
        let mark: &[u8] = if self.number == 1 { b"\xef\xbb\xbf" } else { b"" };
        let json = self.line.strip_prefix(mark).unwrap_or(&self.line).trim_ascii();
        (!json.is_empty()).then(|| read_article(json, self.fields))
    }
}

impl<R: BufRead> Iterator for Articles<'_, R> {
    type Item = (usize, Result<Input, String>);

    fn next(&mut self) -> Option<Self::Item> {
        while !self.broken {
            self.number += 1;
            match self.read_line() {
                Ok(false) => break,
                Ok(true) => {}
                Err(error) => {
                    self.broken = true;
                    return Some((self.number, Err(error.to_string())));
                }
            }
            if let Some(article) = self.article() {
                return Some((self.number, article));
            }
        }
        None
    }
}

/// Reads up to the end of the line and keeps nothing.
fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let (read, done) = end.map_or((buffer.len(), buffer.is_empty()), |end| (end + 1, true));
        input.consume(read);
        if done {
            return Ok(());
        }
    }
}

/// The article of a line.
fn read_article(json: &[u8], fields: &Fields) -> Result<Input, String> {
    let mut row = match serde_json::from_slice(json) {
        Ok(Value::Object(row)) => row,
        Ok(_) => return Err("expected a JSON object".to_owned()),
        Err(error) => return Err(describe(&error)),
    };
    // One field may be two of these.
    let value = |field: &String| row.get(field).filter(|value| !value.is_null()).cloned();
    let id = value(&fields.id).map(|id| read_id(id, &fields.id)).transpose()?;
    let date = fields.date.as_ref().and_then(|field| Some((field, value(field)?)));
    let date = date.map(|(field, date)| read_date(&date, field)).transpose();
    let (date, flaw) = date.map_or_else(|flaw| (None, Some(flaw)), |date| (date.flatten(), None));
    match row.remove(&fields.text).filter(|value| !value.is_null()) {
        Some(Value::String(text)) => Ok(Input { text, id, date, flaw }),
        Some(_) => Err(format!("field {:?} is not a string", fields.text)),
        None => Err(format!("no field {:?}; expected one with the article's text", fields.text)),
    }
}

/// What serde says without its line, which is always the first.
fn describe(error: &serde_json::Error) -> String {
    let (what, column) = (error.to_string(), error.column());
    let place = format!(" at line 1 column {column}");
    what.strip_suffix(&place).map_or(what.clone(), |what| format!("{what} in column {column}"))
}

fn read_id(id: Value, field: &str) -> Result<Id, String> {
    serde_json::from_value(id)
        .map_err(|_| format!("field {field:?} is neither a string nor a number"))
}

/// A date, or a time stamp that begins with one; none in an empty string.
fn read_date(value: &Value, field: &str) -> Result<Option<Date>, String> {
    match value.as_str() {
        Some("") => Ok(None),
        text => text
            .and_then(parse_date)
            .map(Some)
            .ok_or_else(|| format!("field {field:?} is no date: {value}; expected YYYY-MM-DD")),
    }
}

/// The day of a date `YYYY-MM-DD`, or of a time stamp that begins with one.
pub(crate) fn parse_date(text: &str) -> Option<Date> {
    let (date, rest) = text.split_at_checked(10)?;
    let shape = matches!(date.as_bytes(), [_, _, _, _, b'-', _, _, b'-', _, _]);
    let ends = rest.is_empty() || rest.starts_with(['T', ' ']);
    (shape && ends).then(|| date.parse().ok())?
}
