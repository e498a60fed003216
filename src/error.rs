//! The one error type: what is wrong with a caller's gazetteer, lexicon or rule, and in which file and line.

/// Why an [`ExtractorBuilder`](crate::ExtractorBuilder) could not use the data it was given.
///
/// The message names the file, the line and what was expected.
///
/// ```
/// let error = whosaid::Extractor::builder().gazetteer("mine.tsv", "name\ttype\nAcme\tplanet\n").build();
/// assert!(error.err().is_some_and(|e| e.to_string().starts_with("mine.tsv:2: ")));
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
}
