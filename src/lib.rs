#![doc = include_str!("../README.md")]

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
mod lexicon;
mod rules;
mod span;

#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training;

pub use article::Article;
pub use document::{
    Act, Claim, Commitment, Content, Cue, Document, Entity, EntityType, Force, Form, Mention, Part,
    Polarity, Quotation, Resolution, SaidAt, Sentence, Source,
};
pub use error::Error;
pub use extractor::{Extractor, ExtractorBuilder, Scratch};
pub use records::{Offsets, RECORD_SCHEMA, Record, SCHEMA_VERSION};
pub use span::Span;
