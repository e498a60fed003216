//! Paragraphs that somebody says without quotation marks, as live blogs and letters set them: "Ann Poe says:" stands above, and
//! the paragraph below is what she says.

use super::Draft;
use crate::document::{Act, Block, Kind, Part, Tables, Token};
use crate::key::{KeySet, key, keys};
use crate::span::Run;

/// Verbs that introduce what is said in a paragraph of its own.
#[rustfmt::skip]
const SPEAKS: KeySet<28> = KeySet::new([
    "say", "says", "said", "tell", "tells", "told", "write", "writes", "wrote", "written", "writing", "add", "adds",
    "added", "adding", "saying", "tweets", "tweeted", "posted", "posts", "continues", "continued", "explains",
    "explained", "replies", "replied", "reads", "read",
]);
/// Words that open a clause whose verb has its object before it, and what such a clause hangs on where its answer follows.
const ASKS: KeySet<3> = KeySet::new(["what", "how", "where"]);
const HERE: [u64; 3] = keys(["here", "this", "that"]);
const READS: [u64; 2] = keys(["reads", "read"]);
/// How many items belong to one clause.
const ITEMS: usize = 40;
/// How many tokens before the colon may hold the verb.
const NEAR: usize = 10;

/// The paragraph that is introduced by the one which ends with token `last`: "Ann Poe *told* reporters at the port:".
pub(super) fn introduced_by(tables: &Tables, last: usize) -> Option<Run> {
    if tables.kind(last) != Kind::Colon {
        return None;
    }
    let index = tables.blocks.partition_point(|block| block.tokens.after() <= last);
    let [block, next] = tables.blocks.get(index..index + 2)? else { return None };
    let body = |it: &Block| it.part == Part::Body;
    verb(tables, block.tokens, last).filter(|_| {
        block.tokens.last() == last && body(block) && body(next) && is_told(tables, next.tokens)
    })?;
    Some(next.tokens)
}

/// The verb of saying nearest before the colon, with at most whom, where and when behind it.
fn verb(tables: &Tables, block: Run, colon: usize) -> Option<usize> {
    let ends = |at: usize| !matches!(tables.kind(at), Kind::Word | Kind::Clitic | Kind::Number);
    let near = (block.first()..colon).rev().take(NEAR).take_while(|at| !ends(*at));
    let mut verbs = near.filter(|at| tables.tag(*at).is_verb());
    let verb = verbs.next().filter(|at| SPEAKS.holds(tables.key(*at)))?;
    // "Read what he said:" tells the reader where it stands, "Here's what he said:" that it follows.
    let sentence = tables.sentence_at(verb)?.tokens.first();
    let asks = (sentence..verb).any(|at| ASKS.holds(tables.key(at)));
    (!asks || tables.is_one_of(sentence, &HERE)).then_some(verb)
}

/// Whether a paragraph is made of sentences outside of quotation marks, and neither item of a list nor turn of a dialogue.
fn is_told(tables: &Tables, run: Run) -> bool {
    let word = matches!(tables.kind(run.first()), Kind::Word | Kind::Number);
    // A post may end in a #tag.
    let ends = matches!(
        tables.kind(run.last()),
        Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Ellipsis | Kind::Address
    );
    let marked = run
        .range()
        .take(NEAR)
        .any(|at| matches!(tables.kind(at), Kind::Colon | Kind::Double) || tables.speech(at) > 0);
    word && ends && !marked
}

/// The items of a list, the first with a small letter, which goes on with the clause that ends in a colon: "Ann Poe said that:
/// *(a) it leaks;* *and (b) it is old.*"
fn items_of(tables: &Tables, index: usize) -> Vec<Run> {
    let Some(block) = tables.blocks.get(index).filter(|it| !it.tokens.is_empty()) else {
        return Vec::new();
    };
    if tables.kind(block.tokens.last()) != Kind::Colon {
        return Vec::new();
    }
    let rest = tables.blocks.get(index + 1..).unwrap_or_default();
    let small = |it: &Run| !tables.tokens.get(it.first()).is_some_and(|it| it.has(Token::CAPITAL));
    let mut items = rest.iter().take(ITEMS).map_while(|it| item_of(tables, it)).peekable();
    if items.peek().is_some_and(small) { items.collect() } else { Vec::new() }
}

/// The item that a paragraph is, without its marker and the mark at its end.
fn item_of(tables: &Tables, block: &Block) -> Option<Run> {
    let sentence = tables.sentence_at(block.tokens.first())?;
    let first = tables.past_marker(sentence).start;
    let word = tables.tokens.get(first as usize)?.is_word();
    let mut run = Run { start: first, end: block.tokens.end };
    if !word || first == block.tokens.start {
        return None;
    }
    // "it leaks; and"
    let idle = |at: &usize| {
        matches!(tables.kind(*at), Kind::Stop | Kind::Semicolon | Kind::Comma)
            || tables.is_one_of(*at, &[key("and"), key("or")])
    };
    let left = run.range().rev().take_while(idle).count();
    run.end -= left as u32;
    (!run.is_empty()).then_some(run)
}

/// Makes the paragraph below it, or the items of the list, the content of each claim that introduces them.
pub(super) fn give_paragraphs(tables: &Tables, drafts: &mut [Draft]) {
    for (index, block) in tables.blocks.iter().enumerate() {
        let Some(last) = block.tokens.after().checked_sub(1) else { continue };
        let items = items_of(tables, index);
        if !items.is_empty() {
            give_items(tables, drafts, block, items);
            continue;
        }
        let Some(mut said) = introduced_by(tables, last) else { continue };
        let Some(verb) = verb(tables, block.tokens, last) else { continue };
        let first = drafts.partition_point(|it| it.cue.start < block.tokens.start);
        let own = drafts[first..].iter_mut().take_while(|it| it.cue.first() <= verb);
        let Some(draft) = own.into_iter().find(|it| it.cue.contains(Run::new(verb, verb + 1)))
        else {
            continue;
        };
        said.end -= u32::from(tables.kind(said.last()) == Kind::Stop);
        draft.content = vec![said];
        // What a statement reads is its words; who reads something believes it.
        if tables.is_one_of(verb, &READS) {
            draft.turn = Some(Act::State);
        }
    }
}

/// Gives items to the claim whose content ends right before the colon above them, "that" alone.
fn give_items(tables: &Tables, drafts: &mut [Draft], block: &Block, items: Vec<Run>) {
    let colon = block.tokens.last();
    let from = drafts.partition_point(|it| it.cue.start < block.tokens.start);
    let own = drafts[from..].iter_mut().take_while(|it| it.cue.first() < colon);
    let that = |it: &&mut Draft| {
        matches!(it.content.as_slice(), [part] if part.len() == 1 && part.after() == colon)
            && tables.is(colon - 1, key("that"))
    };
    if let Some(draft) = own.into_iter().find(that) {
        draft.content = items;
    }
}
