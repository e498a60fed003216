//! The errors: what is wrong with a caller's gazetteer, lexicon or rule, and in which file and line; and names that the wire format
//! does not have.

/// Why an [`ExtractorBuilder`](crate::ExtractorBuilder) could not use the data it was given.
///
/// Printed, it names the file, the line, what stands there and what was expected; each has an accessor too.
///
/// ```
/// let built = whosaid::Extractor::builder().gazetteer("mine.tsv", "name\ttype\nAcme\tplanet\n").build();
/// let error = built.err().unwrap();
/// assert_eq!((error.file(), error.line()), ("mine.tsv", 2));
/// assert_eq!(error.to_string(), format!("mine.tsv:2: {}", error.message()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}:{line}: {what}", printable(file))]
pub struct Error {
    file: String,
    line: usize,
    what: String,
}

impl Error {
    /// `what` says what was found and what was expected; `line` counts from one.
    pub(crate) fn malformed(file: &str, line: usize, what: impl Into<String>) -> Error {
        Error { file: file.to_owned(), line, what: shortened(what.into()) }
    }

    /// The name of the file or source that the caller gave.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line of that file, counted from one.
    pub fn line(&self) -> usize {
        self.line
    }

    /// What stands there and what was expected, without file and line; the middle of a long cell is left out.
    pub fn message(&self) -> &str {
        &self.what
    }
}

/// A name that the wire format does not have for what it was read as: what stands there and what was expected.
///
/// ```
/// use whosaid::Act;
/// assert_eq!("deny".parse(), Ok(Act::Deny));
/// let error = "sing".parse::<Act>().unwrap_err();
/// assert!(error.to_string().starts_with("\"sing\"; expected one of state, attribute, deny,"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", shortened(format!("{found:?}; expected one of {}", expected.join(", "))))]
pub struct UnknownName {
    found: String,
    expected: &'static [&'static str],
}

impl UnknownName {
    pub(crate) fn new(found: &str, expected: &'static [&'static str]) -> UnknownName {
        UnknownName { found: found.to_owned(), expected }
    }
}

/// A name without what a terminal would obey.
fn printable(name: &str) -> String {
    let spelled = |letter: char| match letter.is_control() {
        true => letter.escape_default().to_string(),
        false => letter.to_string(),
    };
    name.chars().map(spelled).collect()
}

/// What is said, of which the middle is left out if it is long.
fn shortened(what: String) -> String {
    /// Letters kept at either end; what was expected may be a long list.
    const KEPT: usize = 400;
    let last = what.char_indices().rev().nth(KEPT - 1).map_or(0, |(at, _)| at);
    let first = what.char_indices().nth(KEPT).map_or(what.len(), |(at, _)| at);
    if first + KEPT > last {
        return what;
    }
    let part = |range| what.get(range).unwrap_or_default();
    format!("{}…{}", part(0..first), part(last..what.len()))
}
