//! Organisations that only the words beside them tell: "shares in *Velox*", "works for *Velox*", "*Velox* shareholders".

use super::link::Draft;
use crate::document::{EntityType, Form, Kind, Tables, Token};
use crate::key::{KeySet, TextMap, key};
use crate::lexicon::{Lexicon, class};
use crate::span::Run;

/// What is held in a firm, or who heads it, before "in" or "of" and its name.
#[rustfmt::skip]
const HELD: KeySet<30> = KeySet::new([
    "share", "shares", "stake", "stakes", "stock", "bonds", "holding", "takeover", "acquisition", "shareholder", "shareholders",
    "investor", "investors", "boss", "bosses", "ceo", "executive", "founder", "founders", "co-founder", "cofounder", "chairman",
    "chairwoman", "subsidiary", "subsidiaries", "employee", "employees", "customers", "director", "owner",
]);
/// Who works at one.
const STAFF: KeySet<16> = KeySet::new([
    "worker", "workers", "employee", "employees", "engineer", "engineers", "analyst", "analysts",
    "economist", "economists", "strategist", "trader", "traders", "executives", "managers",
    "executive",
]);
/// What is done for one, before "for".
const WORKS: KeySet<3> = KeySet::new(["works", "worked", "working"]);
/// What is done by one, before "by".
const OWNED: KeySet<6> =
    KeySet::new(["owned", "acquired", "operated", "employed", "manufactured", "insured"]);
/// What stands behind its name.
const NEXT: KeySet<6> =
    KeySet::new(["shares", "shareholders", "shareholder", "investors", "employees", "stock"]);
/// Kinds of words that no such name is.
const OTHER: u32 = class::GIVEN
    | class::HONORIFIC
    | class::RANK
    | class::TITLE
    | class::OFFICE
    | class::HUMAN
    | class::DATE
    | class::PEOPLE
    | class::PLACE_SUFFIX
    | class::ORG_HEAD;

/// Takes single words in no list for organisations where such words stand beside them, everywhere in the article, unless a person
/// in full is called so.
pub(super) fn amend(tables: &Tables, lexicon: &Lexicon, drafts: &mut Vec<Draft>) {
    let mut told: TextMap<()> = TextMap::with_hasher(tables.spread);
    let words = || (1..tables.tokens.len()).filter(|at| may_be_firm(tables, lexicon, *at));
    told.extend(words().filter(|at| is_told(tables, *at)).map(|at| (tables.key(at), ())));
    if told.is_empty() {
        return;
    }
    for draft in drafts.iter().filter(|draft| is_otherwise(draft)) {
        draft.name.range().for_each(|at| {
            told.remove(&tables.key(at));
        });
    }
    let mut named = drafts.iter_mut().peekable();
    let mut found = Vec::new();
    for at in (0..tables.tokens.len()).filter(|at| told.contains_key(&tables.key(*at))) {
        while named.next_if(|draft| draft.run.after() <= at).is_some() {}
        let run = Run::new(at, at + 1);
        match named.peek_mut().filter(|draft| draft.run.holds(at)) {
            Some(draft) if draft.run == run && draft.form == Form::Name => {
                **draft = Draft::new(EntityType::Organisation, Form::Name, run);
            }
            Some(_) => {}
            None if is_alone(tables, at) => {
                found.push(Draft::new(EntityType::Organisation, Form::Name, run));
            }
            None => {}
        }
    }
    drafts.append(&mut found);
    drafts.sort_by_key(|draft| draft.run.start);
}

/// Whether a draft has words that are known as another's: in a name of several words, or as a list has them.
fn is_otherwise(draft: &Draft) -> bool {
    let person = draft.kind == EntityType::Person && draft.run.len() > 1;
    person || draft.row.is_some() || draft.form != Form::Name
}

/// Whether a token is a single word with a capital that is no other kind of word.
fn may_be_firm(tables: &Tables, lexicon: &Lexicon, at: usize) -> bool {
    let token = &tables.tokens[at];
    !token.has(Token::SENTENCE)
        && token.tag.is_name()
        && lexicon.names.class(token.key) & OTHER == 0
        && !lexicon.names.is_given_word(token.key)
        && is_alone(tables, at)
}

/// Whether a word has a capital, and the words beside it have none.
fn is_alone(tables: &Tables, at: usize) -> bool {
    let capital = |at: usize| {
        let token = tables.tokens.get(at);
        token.is_some_and(|it| it.has(Token::CAPITAL) && !it.has(Token::SENTENCE))
    };
    let own = tables.tokens[at];
    let plain = own.has(Token::CAPITAL) && !own.has(Token::ABBREVIATION);
    own.kind == Kind::Word
        && plain
        && !capital(at + 1)
        && at.checked_sub(1).is_none_or(|before| own.has(Token::SENTENCE) || !capital(before))
}

/// Whether the words beside a name leave no doubt that it is a firm's.
fn is_told(tables: &Tables, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map_or(0, |at| tables.key(at));
    let noun = before(2);
    let linked = match before(1) {
        IN | OF => HELD.holds(noun),
        AT => STAFF.holds(noun),
        FOR => WORKS.holds(noun),
        BY => OWNED.holds(noun),
        _ => false,
    };
    let next = tables.tokens.get(at + 1).filter(|next| !next.has(Token::CAPITAL | Token::BLOCK));
    linked || next.is_some_and(|next| NEXT.holds(next.key))
}

const IN: u64 = key("in");
const OF: u64 = key("of");
const AT: u64 = key("at");
const FOR: u64 = key("for");
const BY: u64 = key("by");
