//! Words beside a name that stand beside names of firms and other bodies, and beside no person's: "Shares in Harlund", "Harlund's
//! largest shareholder", "Harlund, which".

use super::person;
use crate::document::{Kind, Tables, Tag, Token};
use crate::key::{KeySet, key};
use crate::lexicon::{Lexicon, class};

/// What a firm has: "Harlund shares", "Harlund's closing price", "shares in Harlund".
const OWNED: KeySet<26> = KeySet::new([
    "shares",
    "stock",
    "shareholder",
    "shareholders",
    "stockholders",
    "investors",
    "bonds",
    "debt",
    "profits",
    "revenue",
    "revenues",
    "earnings",
    "subsidiary",
    "subsidiaries",
    "headquarters",
    "executives",
    "employees",
    "customers",
    "subscribers",
    "shops",
    "stores",
    "branches",
    "directors",
    "plc",
    "management",
    "board",
]);
/// What stands after a firm's, a team's or a party's name alone: "Harlund spokesperson", "Stallions coach".
const OFFICERS: KeySet<28> = KeySet::new([
    "spokesperson",
    "spokesman",
    "spokeswoman",
    "spokespeople",
    "officials",
    "ceo",
    "cfo",
    "chairman",
    "chairwoman",
    "president",
    "boss",
    "bosses",
    "workers",
    "members",
    "mp",
    "mps",
    "lawmakers",
    "backbenchers",
    "coach",
    "captain",
    "midfielder",
    "striker",
    "goalkeeper",
    "keeper",
    "defender",
    "winger",
    "quarterback",
    "product",
]);
/// What letters that act are: "UMSW responded".
const ACTS: KeySet<14> = KeySet::new([
    "said",
    "says",
    "told",
    "reported",
    "reports",
    "confirmed",
    "denied",
    "declined",
    "announced",
    "responded",
    "called",
    "has",
    "did",
    "wants",
]);
const WHERE: KeySet<6> = KeySet::new(["in", "at", "from", "near", "to", "of"]);
const TELLS: KeySet<3> = KeySet::new(["told", "tells", "telling"]);
/// What follows "chief" in a firm's officer: "Harlund's chief executive"; any other chief may be a person's.
const CHIEFS: KeySet<4> = KeySet::new(["executive", "financial", "operating", "technology"]);
/// What stands in, of or at a firm: "a stake in Harlund", "analysts at Harlund".
const SHARED: KeySet<16> = KeySet::new([
    "shares",
    "stake",
    "stock",
    "stakes",
    "shareholders",
    "investors",
    "analysts",
    "analyst",
    "economist",
    "executives",
    "executive",
    "employees",
    "subsidiary",
    "unit",
    "division",
    "director",
]);
const JOINTS: KeySet<3> = KeySet::new(["in", "of", "at"]);

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
        noun(at).is_some_and(|it| OWNED.holds(it.key) || it.key == key("chief") && chief())
    };
    let left_of = |at: usize| word(at).and_then(|_| tables.tokens.get(at.checked_sub(1)?));
    let before = left_of(at);
    let shared = before.is_some_and(|it| JOINTS.holds(it.key))
        && left_of(at - 1).is_some_and(|it| SHARED.holds(it.key));
    let told = before.is_some_and(|it| TELLS.holds(it.key));
    if shared || told && own & class::SURNAME == 0 {
        return true;
    }
    match tables.kind(at + 1) {
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
