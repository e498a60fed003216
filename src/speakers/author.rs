//! Who wrote the article: what "I" means outside quotation marks.

use super::cast::only;
use crate::document::{Block, EntityType, Form, Kind, Mention, Part, Tables, Tag};
use crate::key::{KeySet, key, keys};

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

/// Those who sign a letter to the editor, in text order: persons whose full name, perhaps with what or where they are behind a
/// comma, is a paragraph below the salutation.
pub(super) fn find_signatures(tables: &Tables) -> Vec<&Mention> {
    let Some(salutation) = tables.blocks.iter().position(|it| is_salutation(tables, it)) else {
        return Vec::new();
    };
    tables.blocks.iter().skip(salutation + 1).filter_map(|it| signature(tables, it)).collect()
}

/// Whether a paragraph begins a letter to a newspaper: "To the Editor:", "Dear Editor,", "SIR –", or is a title, "Letter: It leaks",
/// "Letters to the Editor".
fn is_salutation(tables: &Tables, block: &Block) -> bool {
    const TITLES: [u64; 2] = keys(["letter", "letters"]);
    const READERS: KeySet<6> =
        KeySet::new(["editor", "editors", "sir", "sirs", "madam", "editor-in-chief"]);
    const TO: [u64; 3] = keys(["to", "the", "dear"]);
    let first = block.tokens.first();
    let editor = tables.is(first + 3, key("editor")) && first + 4 == block.tokens.after();
    if tables.is_one_of(first, &TITLES) && (editor || tables.kind(first + 1) == Kind::Colon) {
        return true;
    }
    let bare = !tables.is_one_of(first, &TO);
    let reader =
        (first..block.tokens.after().min(first + 3)).find(|at| !tables.is_one_of(*at, &TO));
    reader.is_some_and(|at| {
        let next = tables.kind(at + 1);
        let mark = matches!(next, Kind::Comma | Kind::Colon | Kind::Dash);
        let ends = at + 1 == block.tokens.after() && !bare;
        READERS.holds(tables.key(at)) && (mark || ends)
    })
}

/// Who is named in a paragraph that is nothing else than a signature: "Ann Poe", "— Ann Poe, Marsk", "Ann Poe (retired)".
fn signature<'t>(tables: &'t Tables, block: &Block) -> Option<&'t Mention> {
    /// Tokens of a signature.
    const LONGEST: usize = 16;
    let first = block.tokens.first() + usize::from(tables.kind(block.tokens.first()) == Kind::Dash);
    let end = block.tokens.after();
    let mention = tables.mention_at(first).filter(|it| it.tokens.first() == first)?;
    let named = tables.entity_type(mention) == Some(EntityType::Person)
        && mention.form == Form::Name
        && mention.tokens.len() > 1;
    let behind = mention.tokens.after();
    let told =
        behind == end || matches!(tables.kind(behind), Kind::Comma | Kind::Open | Kind::Dash);
    let clause = (first..end.min(first + LONGEST)).any(|at| tables.tag(at).is_finite());
    (named && told && !clause && end - first <= LONGEST).then_some(mention)
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
