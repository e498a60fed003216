//! Words beside a name that stand beside names of firms and other bodies, and beside no person's: "Shares in Harlund", "Harlund's
//! largest shareholder", "Harlund, which".

use super::chunks::THE;
use super::person;
use crate::document::{Kind, Tables, Tag, Token};
use crate::key::{KeySet, key, key_of, keys};
use crate::lexicon::{AUXILIARIES, BE, Lexicon, class};

/// What a firm has: "Harlund shares", "Harlund's closing price", "shares in Harlund".
const OWNED: KeySet<26> = KeySet::new([
    "shares", "stock", "shareholder", "shareholders", "stockholders", "investors", "bonds", "debt",
    "profits", "revenue", "revenues", "earnings", "subsidiary", "subsidiaries", "headquarters",
    "executives", "employees", "customers", "subscribers", "shops", "stores", "branches",
    "directors", "plc", "management", "board",
]);
/// What stands after a firm's, a team's or a party's name alone: "Harlund spokesperson", "Stallions coach".
const OFFICERS: KeySet<28> = KeySet::new([
    "spokesperson", "spokesman", "spokeswoman", "spokespeople", "officials", "ceo", "cfo",
    "chairman", "chairwoman", "president", "boss", "bosses", "workers", "members", "mp", "mps",
    "lawmakers", "backbenchers", "coach", "captain", "midfielder", "striker", "goalkeeper",
    "keeper", "defender", "winger", "quarterback", "product",
]);
/// What letters that act are: "UMSW responded".
const ACTS: KeySet<14> = KeySet::new([
    "said", "says", "told", "reported", "reports", "confirmed", "denied", "declined", "announced",
    "responded", "called", "has", "did", "wants",
]);
const WHERE: KeySet<6> = KeySet::new(["in", "at", "from", "near", "to", "of"]);
const TELLS: KeySet<3> = KeySet::new(["told", "tells", "telling"]);
/// What follows "chief" in a firm's officer: "Harlund's chief executive"; any other chief may be a person's.
const CHIEFS: KeySet<4> = KeySet::new(["executive", "financial", "operating", "technology"]);
/// What stands in, of or at a firm: "a stake in Harlund", "analysts at Harlund".
const SHARED: KeySet<16> = KeySet::new([
    "shares", "stake", "stock", "stakes", "shareholders", "investors", "analysts", "analyst",
    "economist", "executives", "executive", "employees", "subsidiary", "unit", "division",
    "director",
]);
const JOINTS: KeySet<3> = KeySet::new(["in", "of", "at"]);
/// What stands behind "the" and a firm's name: "the Harlund *app*".
const THINGS: KeySet<10> = KeySet::new([
    "app", "airline", "brand", "chain", "franchise", "startup", "start-up", "platform",
    "supermarket", "dealership",
]);
/// Letters before a capital inside a word that persons' names have: "MacArthur", "VanDerBeek". With no more than two, "DeVos", no
/// word is a firm's.
const PREFIXES: KeySet<14> = KeySet::new([
    "mac", "fitz", "van", "von", "vander", "del", "della", "der", "dos", "ben", "abu", "mar",
    "tre", "sha",
]);
/// What somebody does who says so of "it": "Harlund said it *plans* to close", "said it would *sell* shops".
#[rustfmt::skip]
const OWN_ACTS: KeySet<56> = KeySet::new([
    "plans", "planned", "plan", "expects", "expect", "intends", "intended", "intend", "aims", "hopes", "wants", "wanted",
    "regrets", "regretted", "welcomes", "welcomed", "sell", "sold", "buy", "bought", "send", "sent", "cut", "close",
    "closed", "open", "opened", "pay", "paid", "offer", "offered", "appeal", "launch", "launched", "hire", "hired",
    "invest", "invested", "sue", "replied", "received", "signed", "raised", "raise", "review", "investigate", "cooperate",
    "comply", "refund", "recall", "recalled", "fired", "apologised", "apologized", "acquired", "acquire",
]);
/// What somebody is who says so of "it": "Harlund said it was *sorry*".
#[rustfmt::skip]
const OWN_STATES: KeySet<20> = KeySet::new([
    "sorry", "aware", "committed", "unable", "considering", "working", "negotiating", "pleased", "disappointed",
    "delighted", "confident", "reviewing", "investigating", "cooperating", "planning", "seeking", "cutting", "closing",
    "recalling", "suspending",
]);

/// Whether the word at token `at` stands where only firms and other bodies do.
pub(super) fn is_firm(tables: &Tables, lexicon: &Lexicon, at: usize) -> bool {
    let word = |at: usize| tables.tokens.get(at).filter(|word| !word.has(Token::BLOCK));
    let own = tables.tokens.get(at).map_or(0, |own| lexicon.names.class(own.key));
    if own & class::GIVEN != 0 {
        return false;
    }
    let noun = |at: usize| word(at).filter(|noun| noun.tag.is_noun());
    let owns = |at: usize| {
        let chief = || word(at + 1).is_some_and(|it| CHIEFS.holds(it.key));
        // "Harlund *shares* fell" is often read as what Harlund does.
        let shares = |it: &Token| it.key == key("shares") && word(at + 1).is_some_and(is_verb);
        let owned = noun(at).is_some_and(|it| OWNED.holds(it.key));
        owned || word(at).is_some_and(|it| shares(it) || it.key == key("chief") && chief())
    };
    let left_of = |at: usize| word(at).and_then(|_| tables.tokens.get(at.checked_sub(1)?));
    let before = left_of(at);
    let shared = before.is_some_and(|it| JOINTS.holds(it.key))
        && left_of(at - 1).is_some_and(|it| SHARED.holds(it.key));
    let told = before.is_some_and(|it| TELLS.holds(it.key));
    let thing = before.is_some_and(|it| it.key == THE)
        && noun(at + 1).is_some_and(|it| THINGS.holds(it.key));
    if shared || thing || told && own & class::SURNAME == 0 {
        return true;
    }
    match tables.kind(at + 1) {
        Kind::Open => tables.past_ticker(at + 1).is_some(),
        Kind::Clitic if tables.tag(at + 1) == Tag::POS => (at + 2..at + 5).any(owns),
        // "in Marlow, which"
        Kind::Comma if before.is_some_and(|it| WHERE.holds(it.key)) => false,
        Kind::Comma => {
            tables.is(at + 2, key("which"))
                || person::find_apposition(tables, lexicon, at + 1).is_some_and(|it| it.group)
        }
        _ => {
            let letters = tables.tokens.get(at).is_some_and(|it| it.has(Token::ALL_CAPS));
            let acts = || word(at + 1).is_some_and(|it| ACTS.holds(it.key));
            owns(at + 1)
                || noun(at + 1).is_some_and(|it| OFFICERS.holds(it.key))
                || letters && acts()
        }
    }
}

fn is_verb(word: &Token) -> bool {
    word.tag.is_finite()
}

/// Whether a word that no title stands before and no list knows for a person's is more like a firm's name: a capital is inside it,
/// "RailNorth", or it speaks of itself as "it": "Harlund said *it* would sell two shops".
pub(super) fn is_like_firm(text: &str, tables: &Tables, lexicon: &Lexicon, at: usize) -> bool {
    let Some(word) = tables.tokens.get(at) else { return false };
    let person = lexicon.names.class(word.key) & (class::GIVEN | class::SURNAME) != 0;
    // "CrudeStocks.pdf"
    let file = tables.kind(at + 1) == Kind::Stop
        && tables.tokens.get(at + 2).is_some_and(|it| !it.has(Token::SPACE | Token::BLOCK));
    let compound = || is_compound(lexicon, word.span().of(text)) && !file;
    !person && (compound() || speaks_of_itself(tables, at))
}

/// Whether a capital stands inside a word, behind letters that no person's name has there: "RailNorth", but neither "MacArthur" nor
/// "AnnPoe".
pub(super) fn is_compound(lexicon: &Lexicon, word: &str) -> bool {
    let small = word.bytes().skip(1).take_while(u8::is_ascii_lowercase).count();
    let (before, after) = word.split_at_checked(small + 1).unwrap_or((word, ""));
    let first = key_of(before);
    small > 1
        && word.is_ascii()
        && after.len() > 1
        && after.starts_with(|letter: char| letter.is_ascii_uppercase())
        && !PREFIXES.holds(first)
        && lexicon.names.class(first) & class::GIVEN == 0
}

/// Whether the word at token `at` says what "it" does or is: "Harlund said *it had opened* a plant". In "said it would be hard" or
/// "said it was agreed" nobody need be meant.
fn speaks_of_itself(tables: &Tables, at: usize) -> bool {
    const SAYS: [u64; 2] = keys(["said", "says"]);
    const LONGEST: usize = 4;
    let that = usize::from(tables.is(at + 2, key("that")));
    let it = at + 2 + that;
    if !tables.is_one_of(at + 1, &SAYS) || !tables.is(it, key("it")) {
        return false;
    }
    let helps = |at: &usize| AUXILIARIES.holds(tables.key(*at)) || tables.tag(*at).is_adverb();
    let helpers = (it + 1..it + 1 + LONGEST).take_while(helps);
    let is = helpers.clone().any(|at| BE.holds(tables.key(at)));
    let act = tables.key(it + 1 + helpers.count());
    if is { OWN_STATES.holds(act) } else { OWN_ACTS.holds(act) }
}
