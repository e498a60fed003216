//! Words with properties: the TSV reader, and the tables read from `data/lexicon`.

use crate::error::Error;
use crate::key::{KeyMap, NO_KEY, extend_key, key_of};

/// Name and text of a file of `data`, for the modules in the folders of `src`.
macro_rules! list {
    ($folder:literal, $name:literal) => {
        ($name, include_str!(concat!("../../data/", $folder, "/", $name)))
    };
}
pub(crate) use list;

mod cues;
mod names;
mod words;
pub(crate) use crate::document::Gender;
pub(crate) use cues::{CueClass, CueEntry, CueWords, FrameKind, Strength};
pub(crate) use names::{
    Holiday, NumberWord, PhraseMap, Role, RoleKind, TimeUnit, TimeWord, TitleKind, class, gender,
};
pub(crate) use words::{
    ASKED, AUXILIARIES, BE, COMPANIES, DAYS, DEPICTS, MONTHS, NEGATIONS, ON_DAY, SOME, WRITES,
    is_firm, is_trade,
};

/// Where a row of a TSV file stands, for errors.
pub(crate) struct Row<'f> {
    file: &'f str,
    pub(crate) line: usize,
}

impl Row<'_> {
    /// The cell of a column that every row has to fill.
    pub(crate) fn required<'c>(&self, column: &str, cell: &'c str) -> Result<&'c str, Error> {
        match cell {
            "" => Err(self.error(format!("no {column}; expected one in every row"))),
            cell => Ok(cell),
        }
    }

    pub(crate) fn error(&self, what: impl Into<String>) -> Error {
        Error::malformed(self.file, self.line, what)
    }
}

/// The parts of a cell that `|` separates.
pub(crate) fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(trim).filter(|part| !part.is_empty())
}

/// The keys of the parts of a cell that `|` separates, in one pass over its bytes.
pub(crate) fn part_keys(cell: &str) -> impl Iterator<Item = u64> {
    let mut rest = cell;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let (mut end, mut hash) = (0, NO_KEY);
            for byte in rest.as_bytes() {
                if *byte == b'|' {
                    break;
                }
                hash = extend_key(hash, byte.to_ascii_lowercase());
                end += 1;
            }
            let part = rest.get(..end).unwrap_or("");
            rest = rest.get(end + 1..).unwrap_or_default();
            let trimmed = trim(part);
            if !trimmed.is_empty() {
                let plain = trimmed.len() == part.len() && part.is_ascii();
                return Some(if plain { hash } else { key_of(trimmed) });
            }
        }
        None
    })
}

/// The text of a file, which has to be UTF-8.
pub(crate) fn decode(file: &str, bytes: Vec<u8>) -> Result<String, Error> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(Error::malformed(file, 1, "text in UTF-16; expected UTF-8"));
    }
    String::from_utf8(bytes).map_err(|error| {
        let (bytes, valid) = (error.as_bytes(), error.utf8_error().valid_up_to());
        let (before, after) = bytes.split_at(valid);
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        let byte = after.first().copied().unwrap_or_default();
        Error::malformed(file, line, format!("the byte {byte:#04x} in no letter; expected UTF-8"))
    })
}

/// Calls `each` with every row of a TSV text whose first line names the columns; `#` starts a comment line. The cells come in
/// the order of `columns`, empty where the file has no such column.
///
/// Columns outside `columns`, columns that stand twice and rows longer than the header are errors.
pub(crate) fn read_tsv<'t, const N: usize>(
    file: &str,
    text: &'t str,
    columns: [&str; N],
    mut each: impl FnMut(&Row, [&'t str; N]) -> Result<(), Error>,
) -> Result<(), Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rows = Rows { rest: text, line: 0 };
    let mut header = Vec::new();
    let names = rows.next(|at, name| {
        header.resize(at, "");
        header.push(name);
    });
    let width = names.unwrap_or(0);
    header.resize(width, "");
    // Of each column of the file, its place among `columns`.
    let mut places = Vec::with_capacity(width);
    for name in &header {
        let Some(place) = columns.iter().position(|column| column == name) else {
            let known = columns.join(", ");
            let what = format!(
                "header with a column {name:?}; expected some of {known}, with tabs between"
            );
            return Err(Error::malformed(file, rows.line, what));
        };
        if places.contains(&place) {
            let what = format!("column {name:?} twice; expected each column once");
            return Err(Error::malformed(file, rows.line, what));
        }
        places.push(place);
    }
    loop {
        let mut cells = [""; N];
        let count = rows.next(|at, cell| {
            let place = places.get(at).copied().unwrap_or(N);
            if let Some(place) = cells.get_mut(place) {
                *place = cell;
            }
        });
        let Some(count) = count else { return Ok(()) };
        let row = Row { file, line: rows.line };
        if count > width {
            return Err(row.error(format!("{count} cells; expected the header's {width} or fewer")));
        }
        each(&row, cells)?;
    }
}

/// The rows of a TSV text.
struct Rows<'t> {
    rest: &'t str,
    /// The number of the last line read.
    line: usize,
}

impl<'t> Rows<'t> {
    /// Calls `each` with the number and the text of every cell of the next line that is neither blank nor a comment, unless
    /// the cell is empty, and returns how many cells there are; `None` at the end.
    fn next(&mut self, mut each: impl FnMut(usize, &'t str)) -> Option<usize> {
        while !self.rest.is_empty() {
            self.line += 1;
            if self.rest.starts_with('#') {
                self.rest = self.rest.split_once('\n').map_or("", |(_, rest)| rest);
                continue;
            }
            let (mut count, mut blank, mut more) = (0, true, true);
            while more {
                let (cell, rest) = self.rest.split_at(cell_end(self.rest.as_bytes()));
                let cell = trim(cell);
                if !cell.is_empty() {
                    each(count, cell);
                    blank = false;
                }
                count += 1;
                more = rest.starts_with('\t');
                self.rest = rest.get(1..).unwrap_or_default();
            }
            if !blank {
                return Some(count);
            }
        }
        None
    }
}

/// Where the first tab or line break stands; the length where there is none.
fn cell_end(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| matches!(byte, b'\t' | b'\n')).unwrap_or(bytes.len())
}

/// Most cells have nothing to trim, which two bytes tell.
#[inline]
fn trim(cell: &str) -> &str {
    let solid = |byte: Option<&u8>| byte.is_none_or(|byte| (b'!'..=b'~').contains(byte));
    let bytes = cell.as_bytes();
    if solid(bytes.first()) && solid(bytes.last()) { cell } else { cell.trim() }
}

/// The built-in word lists.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    pub(crate) abbreviations: KeyMap<Abbreviation>,
    pub(crate) cues: CueWords,
    pub(crate) names: names::Names,
}

/// What kind of word a full stop shortens, which says how likely a sentence ends after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// "Mr.": a name follows.
    Title,
    /// "Mass.": a comma before it makes it likelier that the sentence ends.
    Place,
    /// "Inc.", "Jr.", "Jan.": part of a name or a date, which may end a sentence.
    Name,
    /// "No.": a number follows.
    Number,
    Latin,
    /// "ft.": a number stands before.
    Unit,
    Time,
    Other,
}

impl Lexicon {
    /// The lexicon of `data/lexicon`, each file checked as it is read.
    #[cfg(any(test, feature = "training"))]
    pub(crate) fn built_in() -> Result<Lexicon, Error> {
        Lexicon::new(&[])
    }

    /// The built-in lexicon with the caller's cue words, `(name, text)` pairs.
    pub(crate) fn new(cue_words: &[(String, String)]) -> Result<Lexicon, Error> {
        let mut lexicon = Lexicon::default();
        lexicon.add_abbreviations(
            "abbreviations.tsv",
            include_str!("../data/lexicon/abbreviations.tsv"),
        )?;
        lexicon.cues = CueWords::new(cue_words)?;
        lexicon.names = names::Names::built_in()?;
        Ok(lexicon)
    }

    fn add_abbreviations(&mut self, file: &str, text: &str) -> Result<(), Error> {
        read_tsv(file, text, ["abbreviation", "kind"], |row, [abbreviation, kind]| {
            let kind = match parts(kind).next().unwrap_or("") {
                "title" => Abbreviation::Title,
                "place" => Abbreviation::Place,
                "month" | "weekday" | "company" | "suffix" => Abbreviation::Name,
                "number" => Abbreviation::Number,
                "latin" => Abbreviation::Latin,
                "unit" => Abbreviation::Unit,
                "time" => Abbreviation::Time,
                "other" => Abbreviation::Other,
                kind => return Err(row.error(format!("kind {kind:?}; expected title, month, weekday, place, company, suffix, number, latin, unit, time or other"))),
            };
            // "Ft" and "ft" share a key; the first row counts.
            self.abbreviations.entry(key_of(abbreviation)).or_insert(kind);
            Ok(())
        })
    }
}
