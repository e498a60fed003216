//! The one error type: what is wrong with a caller's gazetteer, lexicon or rule, and in which file and line.

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
#[error("{file}:{line}: {what}")]
pub struct Error {
    file: String,
    line: usize,
    what: String,
}

impl Error {
    /// `what` says what was found and what was expected; `line` counts from one.
    pub(crate) fn malformed(file: &str, line: usize, what: impl Into<String>) -> Error {
        Error { file: file.to_owned(), line, what: what.into() }
    }

    /// The name of the file or source that the caller gave.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line of that file, counted from one.
    pub fn line(&self) -> usize {
        self.line
    }

    /// What stands there and what was expected, without file and line.
    pub fn message(&self) -> &str {
        &self.what
    }
}
