//! Byte spans of the text and runs of the token table.

use std::fmt;
use std::ops::Range;

/// How many bytes of a text are read: as far as the numbers of a [`Span`] reach.
pub(crate) const LONGEST: usize = u32::MAX as usize;

/// A half-open range of **bytes** of the article's text, always on character boundaries.
///
/// ```
/// use whosaid::Span;
/// let span = Span::new(0, 5);
/// assert_eq!(span.of("Hello, world"), "Hello");
/// assert_eq!(span.len(), 5);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// The span from byte `start` up to, not including, byte `end`.
    pub const fn new(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    /// The length in bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The part of `text` that the span covers; empty where the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// The span as a range for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether `other` lies wholly inside this span.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share a byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Range<usize> {
        span.range()
    }
}

/// As Rust writes ranges: `3..8`.
impl fmt::Display for Span {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}..{}", self.start, self.end)
    }
}

/// A half-open range of the token table: what a [`Span`] is to the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Run {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Run {
    pub(crate) const fn new(start: usize, end: usize) -> Run {
        Run { start: start as u32, end: end as u32 }
    }

    pub(crate) const fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    pub(crate) const fn first(self) -> usize {
        self.start as usize
    }

    /// The index of the last token; equal to the first where the run is empty.
    pub(crate) const fn last(self) -> usize {
        if self.end > self.start { self.end as usize - 1 } else { self.start as usize }
    }

    /// The index behind the last token.
    pub(crate) const fn after(self) -> usize {
        self.end as usize
    }

    pub(crate) const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    pub(crate) const fn holds(self, token: usize) -> bool {
        self.start as usize <= token && token < self.end as usize
    }

    pub(crate) const fn contains(self, other: Run) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub(crate) const fn overlaps(self, other: Run) -> bool {
        self.start < other.end && other.start < self.end
    }
}
