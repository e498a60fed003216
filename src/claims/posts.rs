//! Posts of social media as articles embed them: what is said, without quotation marks, and below or behind it a dash, who posted
//! it, the handle in brackets and the date: "It leaks. — Ann Poe (@annpoe) March 3, 2024".

use super::Draft;
use crate::document::{Act, CueKind, EntityType, Kind, QuoteUse, Tables, Token};
use crate::key::keys;
use crate::span::Run;

/// How many tokens the name before the handle has at most.
const NAME: usize = 10;
/// How sure a post is.
const SURE: f32 = 0.9;
/// The rule that names quotations with such a tag too.
const TAGGED: &str = "dash-tag";

/// The posts of an article, in text order.
pub(super) fn find_posts(text: &str, tables: &Tables) -> Vec<Draft> {
    let handle = |at: &usize| {
        let address = tables.tokens.get(*at).filter(|it| it.kind == Kind::Address);
        address.is_some_and(|it| it.span().of(text).starts_with('@'))
            && tables.kind(at + 1) == Kind::Close
            && at.checked_sub(1).is_some_and(|before| tables.kind(before) == Kind::Open)
    };
    (0..tables.tokens.len()).filter(handle).filter_map(|at| post(text, tables, at)).collect()
}

/// The post with a handle at a token.
fn post(text: &str, tables: &Tables, handle: usize) -> Option<Draft> {
    let index = tables.blocks.partition_point(|block| block.tokens.after() <= handle);
    let block = tables.blocks.get(index)?.tokens;
    let open = handle.checked_sub(1)?;
    let before = (block.first()..open).rev().take(NAME + 1);
    let bracket = |at: &usize| matches!(tables.kind(*at), Kind::Open | Kind::Close);
    let mut before = before.take_while(|at| !bracket(at));
    let dash = before.find(|at| tables.kind(*at) == Kind::Dash)?;
    let name = Run::new(dash + 1, open);
    let capital = tables.tokens.get(name.first()).is_some_and(|it| it.has(Token::CAPITAL));
    let said = match dash == block.first() {
        true => tables.blocks.get(index.checked_sub(1)?)?.tokens,
        false => Run::new(block.first(), dash),
    };
    let content = without_links(text, tables, said);
    let quote = tables.quote_at(said.first()).filter(|it| it.use_ == QuoteUse::Speech);
    let time = time_at(tables, handle + 2);
    // Nothing but the date stands behind the handle.
    let end = time.map_or(handle + 2, |it| tables.mentions[it].tokens.after());
    let ends = end >= block.after();
    if name.is_empty() || !capital || content.is_empty() || quote.is_some() || !ends {
        return None;
    }
    let draft = Draft::of_mark(dash, CueKind::Dash, name, vec![content], SURE, TAGGED);
    Some(Draft { turn: Some(Act::State), said_at: time, ..draft })
}

/// What is said, without the links and the full stop at its end.
fn without_links(text: &str, tables: &Tables, mut said: Run) -> Run {
    // "pic.twitter.com/ab12"
    const PICTURE: [u64; 2] = keys(["pic", "pic."]);
    let link = |it: &Token| it.kind == Kind::Address && !it.span().of(text).starts_with(['#', '@']);
    let mut links = false;
    while let Some(last) = said.range().last() {
        let stop = tables.kind(last) == Kind::Stop;
        if tables.tokens.get(last).is_some_and(link) {
            links = true;
        } else if !(links && (stop || tables.is_one_of(last, &PICTURE))) {
            said.end -= u32::from(stop);
            break;
        }
        said.end -= 1;
    }
    said
}

/// The time that begins at a token, by the number of its mention.
fn time_at(tables: &Tables, at: usize) -> Option<usize> {
    let number = tables.mentions.partition_point(|it| it.tokens.first() < at);
    let mention = tables.mentions.get(number).filter(|it| it.tokens.first() == at)?;
    (tables.entity_type(mention) == Some(EntityType::Time)).then_some(number)
}
