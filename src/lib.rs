#![doc = include_str!("../README.md")]
//! ## Which `Claim`
//! [`Claim`], [`Source`], [`Entity`] and the other rows here are what a [`Document`] holds: spans are byte ranges of the text
//! that was read, and nothing is copied out of it. [`records::Claim`], [`records::Source`] and so on are the same rows in a
//! [`Record`], the wire format, with offsets in the unit asked for and with the text itself.
// No text and no data of the caller may end in a panic. The modules that read the caller's data warn of `indexing_slicing`
// too; stages index their own tables, and places of the text that they have measured, which the fuzzers try to prove wrong.
#![cfg_attr(
    not(any(test, feature = "training")),
    warn(
        clippy::expect_used, clippy::get_unwrap, clippy::panic, clippy::string_slice,
        clippy::unreachable,
    )
)]

mod extractor;

mod article;
mod tokens;
mod quotes;
mod sentences;
mod tags;
mod phrases;
mod entities;
mod cues;
mod claims;
mod speakers;
mod stance;

pub mod records;

mod document;
mod error;
mod key;
mod lexicon;
mod rules;
mod span;

#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training;

pub use article::Article;
pub use document::{
    Act, Claim, ClaimId, Commitment, Content, Cue, Document, Entity, EntityId, EntityType, Force,
    Form, Id, Mention, Part, Polarity, Quotation, Resolution, SaidAt, Sentence, Source,
};
pub use error::{Error, UnknownName};
pub use extractor::{Extractor, ExtractorBuilder, Scratch};
pub use records::{Offsets, RECORD_SCHEMA, Record, SCHEMA_VERSION};
pub use span::Span;
