//! Who wrote the article: what "I" means outside quotation marks.

use super::cast::only;
use crate::document::{EntityType, Form, Kind, Mention, Part, Tables, Tag};
use crate::key::{key, keys};

/// Words for a writer alone; "we" may be any of us.
const I: [u64; 5] = keys(["i", "me", "my", "mine", "myself"]);

/// Whether the word at a token, which nobody around it says, means who wrote the article.
pub(super) fn is_writer(tables: &Tables, at: usize) -> bool {
    tables.is_one_of(at, &I) && tables.speech(at) == 0
}

/// Where the only writer is named, in a byline or in the last paragraph, "Ann Poe is the author of …".
pub(super) fn find_writer(tables: &Tables) -> Option<&Mention> {
    let full = |mention: &&Mention| {
        let person = tables.entity_type(mention) == Some(EntityType::Person);
        person && mention.form == Form::Name
    };
    let inside = |mention: &&Mention| {
        let sentence = tables.sentence_at(mention.tokens.first());
        sentence.is_some_and(|it| it.part == Part::Byline)
    };
    // Bylines stand at the top or at the end.
    let mut named =
        tables.mentions.iter().take(NEAR).chain(tables.mentions.iter().rev().take(NEAR));
    if let Some(mention) = named.clone().filter(inside).find(full) {
        let all = named.filter(inside).filter(full).map(|it| it.entity);
        return only(all).map(|_| mention);
    }
    let block = tables.sentences.iter().rev().find(|it| it.part == Part::Body)?.block;
    named.find(|it| full(it) && told_at_end(tables, it, block))
}

/// Mentions at either end of the article that are looked at.
const NEAR: usize = 16;

/// Whether a person's full name begins a paragraph that tells who that is.
fn told_at_end(tables: &Tables, mention: &Mention, block: u32) -> bool {
    let first = tables.sentences.iter().rev().take_while(|it| it.block == block).last();
    let begins = first.is_some_and(|it| it.tokens.start == mention.tokens.start);
    let end = mention.tokens.after();
    // "Ann Poe, a columnist, is"
    let comma = tables.kind(end) == Kind::Comma;
    let close = (end + 1..end + NEAR).find(|at| tables.kind(*at) == Kind::Comma);
    let verb = if comma { close.map_or(end, |close| close + 1) } else { end };
    let is = tables.is_one_of(verb, &[key("is"), key("was")]);
    begins && is && mention.tokens.len() > 1 && tables.tag(verb + 1) == Tag::DT
}
