//! Words with properties: the TSV reader, the key of a word, and the tables read from `data/lexicon`.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::error::Error;

mod cues;
mod names;
pub(crate) use crate::document::Gender;
pub(crate) use cues::{CueClass, CueEntry, CueWords, FrameKind, Strength};
#[allow(unused_imports)] // later stages look roles up
pub(crate) use names::{
    NumberWord, PhraseMap, Role, RoleKind, TimeEdge, TimeUnit, TimeWord, Title, TitleKind, chain,
    class, phrase_keys,
};

/// The key of a word: a 64-bit FNV-1a hash of its bytes with ASCII capitals folded to lower case.
///
/// It is a `const fn`, so that stages compare token keys with constants: `const SAID: u64 = key("said")`. [`key_of`] gives
/// the same key for the same ASCII word and folds other capitals and the typographic apostrophe too.
pub(crate) const fn key(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let mut hash = NO_KEY;
    let mut at = 0;
    while at < bytes.len() {
        hash = extend_key(hash, bytes[at].to_ascii_lowercase());
        at += 1;
    }
    hash
}

/// The keys of some words, for `contains` on a constant list.
pub(crate) const fn keys<const N: usize>(words: [&str; N]) -> [u64; N] {
    let mut out = [0; N];
    let mut at = 0;
    while at < N {
        out[at] = key(words[at]);
        at += 1;
    }
    out
}

/// The key of any word of a text: letters folded to lower case, ’ to '.
pub(crate) fn key_of(word: &str) -> u64 {
    if word.is_ascii() {
        return key(word);
    }
    let mut hash = NO_KEY;
    let mut buffer = [0; 4];
    for letter in word.chars() {
        if matches!(letter, '’' | 'ʼ' | '‘') {
            hash = extend_key(hash, b'\'');
            continue;
        }
        for folded in letter.to_lowercase() {
            for &byte in folded.encode_utf8(&mut buffer).as_bytes() {
                hash = extend_key(hash, byte);
            }
        }
    }
    hash
}

/// The key of no letters.
pub(crate) const NO_KEY: u64 = 0xcbf2_9ce4_8422_2325;

/// The key of a word with one more byte, which must be folded already.
#[inline(always)]
pub(crate) const fn extend_key(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0000_0100_0000_01b3)
}

/// A map from word keys; they are hashes already, so they are not hashed again.
pub(crate) type KeyMap<V> = HashMap<u64, V, BuildHasherDefault<KeyHasher>>;

#[derive(Clone, Copy, Default)]
pub(crate) struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = extend_key(self.0, byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// One row of a TSV file: its cells by column name, and where it stands.
pub(crate) struct Row<'f> {
    pub(crate) file: &'f str,
    pub(crate) line: usize,
    header: &'f [&'f str],
    cells: Vec<&'f str>,
}

impl<'f> Row<'f> {
    /// The cell of this column; empty where the file has no such column.
    pub(crate) fn get(&self, column: &str) -> &'f str {
        let at = self.header.iter().position(|name| *name == column);
        at.and_then(|at| self.cells.get(at)).copied().unwrap_or("")
    }

    /// Where these columns stand; past the end where the file lacks one.
    pub(crate) fn positions<const N: usize>(&self, columns: [&str; N]) -> [usize; N] {
        columns
            .map(|column| self.header.iter().position(|name| *name == column).unwrap_or(usize::MAX))
    }

    /// The cell at a position that `positions` gave.
    pub(crate) fn at(&self, position: usize) -> &'f str {
        self.cells.get(position).copied().unwrap_or("")
    }

    /// The parts of a cell that `|` separates.
    pub(crate) fn list(&self, column: &str) -> impl Iterator<Item = &'f str> + use<'f> {
        self.get(column).split('|').map(str::trim).filter(|part| !part.is_empty())
    }

    /// The cell of a column that every row has to fill.
    pub(crate) fn required(&self, column: &str) -> Result<&'f str, Error> {
        match self.get(column) {
            "" => Err(self.error(format!("no {column}; expected one in every row"))),
            cell => Ok(cell),
        }
    }

    pub(crate) fn error(&self, what: impl Into<String>) -> Error {
        Error::malformed(self.file, self.line, what)
    }
}

/// Calls `each` with every row of a TSV text whose first line names the columns; `#` starts a comment line.
///
/// Columns outside `columns` and rows of another length than the header are errors.
pub(crate) fn read_tsv(
    file: &str,
    text: &str,
    columns: &[&str],
    mut each: impl FnMut(&Row) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut rows = Rows { rest: text.strip_prefix('\u{feff}').unwrap_or(text), line: 0 };
    let mut cells = Vec::new();
    if !rows.next(&mut cells) {
        return Ok(());
    }
    let header = cells;
    if let Some(name) = header.iter().find(|name| !columns.contains(name)) {
        let known = columns.join(", ");
        return Err(Error::malformed(
            file,
            rows.line,
            format!("column {name:?}; expected some of {known}"),
        ));
    }
    let mut cells = Vec::new();
    while rows.next(&mut cells) {
        if cells.len() > header.len() {
            let what =
                format!("{} cells; expected the header's {} or fewer", cells.len(), header.len());
            return Err(Error::malformed(file, rows.line, what));
        }
        let row = Row { file, line: rows.line, header: &header, cells };
        each(&row)?;
        cells = row.cells;
    }
    Ok(())
}

/// The rows of a TSV text.
struct Rows<'t> {
    rest: &'t str,
    /// The number of the last line read.
    line: usize,
}

impl<'t> Rows<'t> {
    /// Fills `cells` with those of the next line that is neither blank nor a comment; false at the end.
    fn next(&mut self, cells: &mut Vec<&'t str>) -> bool {
        while !self.rest.is_empty() {
            self.line += 1;
            let comment = self.rest.starts_with('#');
            self.rest = next_line(self.rest, cells);
            if !comment && cells.iter().any(|cell| !cell.is_empty()) {
                return true;
            }
        }
        false
    }
}

/// Fills `cells` with those of the first line of `text`, without the white space around them, and returns the lines after it.
fn next_line<'t>(text: &'t str, cells: &mut Vec<&'t str>) -> &'t str {
    cells.clear();
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        if byte == b'\t' || byte == b'\n' {
            cells.push(trim(&text[start..at]));
            start = at + 1;
            if byte == b'\n' {
                return &text[start..];
            }
        }
    }
    cells.push(trim(&text[start..]));
    ""
}

/// Most cells have nothing to trim, which two bytes tell.
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
    Month,
    Weekday,
    Place,
    /// "Inc.": may end a sentence.
    Company,
    /// "Jr.": may end a sentence.
    Suffix,
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
        read_tsv(file, text, &["abbreviation", "kind"], |row| {
            let kind = match row.list("kind").next().unwrap_or("") {
                "title" => Abbreviation::Title,
                "month" => Abbreviation::Month,
                "weekday" => Abbreviation::Weekday,
                "place" => Abbreviation::Place,
                "company" => Abbreviation::Company,
                "suffix" => Abbreviation::Suffix,
                "number" => Abbreviation::Number,
                "latin" => Abbreviation::Latin,
                "unit" => Abbreviation::Unit,
                "time" => Abbreviation::Time,
                "other" => Abbreviation::Other,
                kind => return Err(row.error(format!("kind {kind:?}; expected title, month, weekday, place, company, suffix, number, latin, unit, time or other"))),
            };
            // "Ft" and "ft" share a key; the first row counts.
            self.abbreviations.entry(key_of(row.get("abbreviation"))).or_insert(kind);
            Ok(())
        })
    }
}
