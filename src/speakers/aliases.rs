//! Other names that the text tells: "Joko Santoso, better known as *Jokan*,", "Dokko, whose real name is *Dwayne Petty*,",
//! "Harlund Holdings, formerly *Velox*,".

use crate::document::{Entity, EntityId, EntityType, Form, Kind, Mention, Tables};
use crate::key::{KeySet, key, keys};

/// How many tokens stand between two names of one thing at most.
const LONGEST: usize = 10;

/// Words that may stand around "known": "*better* known", "known *locally* as".
const HOW: KeySet<16> = KeySet::new([
    "better", "best", "also", "once", "formerly", "previously", "now", "widely", "popularly",
    "commonly", "locally", "professionally", "simply", "publicly", "originally", "otherwise",
]);
/// What tells another name by itself.
const ALIAS: KeySet<7> =
    KeySet::new(["aka", "a.k.a.", "a.k.a", "alias", "nicknamed", "née", "nee"]);
/// Of what somebody's other name is.
const REAL: [u64; 5] = keys(["real", "full", "birth", "stage", "given"]);

/// Entities each with the one whose other name they are, which a list has or the text told first.
pub(super) fn find_aliases(tables: &Tables) -> Vec<(EntityId, EntityId)> {
    let pairs = tables.mentions.windows(2).filter_map(|pair| {
        let [own, other] = pair else { return None };
        let told = tells_alias(tables, own, other);
        let (own, other) = (tables.entity(own)?, tables.entity(other)?);
        let (from, to) = if other.row.is_some() { (own, other) } else { (other, own) };
        (told && may_be_one(own, other)).then_some((from.id, to.id))
    });
    pairs.collect()
}

/// Whether two entities may be the same: at most one is in a list, and neither is a time or quantity.
fn may_be_one(own: &Entity, other: &Entity) -> bool {
    let named = |it: &Entity| {
        matches!(it.kind, EntityType::Person | EntityType::Organisation | EntityType::Place)
    };
    let listed = own.row.is_some() && other.row.is_some();
    own.id != other.id && named(own) && named(other) && !listed
}

/// Whether the words between two names say that the second is another name of the first.
fn tells_alias(tables: &Tables, own: &Mention, other: &Mention) -> bool {
    let (from, to) = (own.tokens.after(), other.tokens.first());
    if own.form != Form::Name || other.form != Form::Name || !(1..=LONGEST).contains(&(to - from)) {
        return false;
    }
    let set_off = matches!(tables.kind(from), Kind::Comma | Kind::Open);
    let first = past_age(tables, from + usize::from(set_off));
    let last = to - usize::from(tables.is(to - 1, key("the")));
    let closed = matches!(
        tables.kind(other.tokens.after()),
        Kind::Comma | Kind::Close | Kind::Stop | Kind::Semicolon
    );
    let person = tables.entity_type(other) == Some(EntityType::Person);
    let words = Words { tables, first, last };
    words.is_alias() || set_off && closed && (words.is_known_as() || words.tells_name(person))
}

/// Behind the age that stands between commas: "Ann Poe, *46,* also known as".
fn past_age(tables: &Tables, at: usize) -> usize {
    let age = tables.kind(at) == Kind::Number && tables.kind(at + 1) == Kind::Comma;
    if age { at + 2 } else { at }
}

/// What stands between two names.
struct Words<'a> {
    tables: &'a Tables,
    first: usize,
    last: usize,
}

impl Words<'_> {
    /// "alias", "also known as", which need no comma.
    fn is_alias(&self) -> bool {
        let alone = self.first + 1 == self.last && ALIAS.holds(self.tables.key(self.first));
        alone || self.tables.is(self.first, key("also")) && self.is_known_as()
    }

    /// "better known as", "known locally as", "a rapper known as", "formerly called", "which trades as".
    fn is_known_as(&self) -> bool {
        let tables = self.tables;
        let described = tables.is_one_of(self.first, &keys(["a", "an", "the"]));
        let word = |at: usize| tables.tag(at).is_noun() || tables.tag(at).is_adjective();
        let mut at = self.first;
        if described {
            at += 1;
            while at < self.last && word(at) && !HOW.holds(tables.key(at)) {
                at += 1;
            }
        }
        let named = at;
        while at < self.last && HOW.holds(tables.key(at)) {
            at += 1;
        }
        let how = at > named;
        if how && tables.is_one_of(at, &keys(["called", "named"])) {
            return at + 1 == self.last;
        }
        at += usize::from(tables.is_one_of(at, &keys(["which", "who"])));
        let known = tables.is_one_of(at, &keys(["known", "trades", "trading", "performs"]));
        let adverb = usize::from(HOW.holds(tables.key(at + 1)));
        known && tables.is(at + 1 + adverb, key("as")) && at + 2 + adverb == self.last
    }

    /// "whose real name is", "real name", "formerly"; of a person "born".
    fn tells_name(&self, person: bool) -> bool {
        let tables = self.tables;
        let one = self.first + 1 == self.last;
        if one && tables.is(self.first, key("born")) {
            return person;
        }
        if one && tables.is_one_of(self.first, &keys(["formerly", "previously", "originally"])) {
            return true;
        }
        let whose = usize::from(tables.is(self.first, key("whose")));
        let at = self.first + whose;
        let is = usize::from(tables.is_one_of(at + 2, &keys(["is", "was"])));
        tables.is_one_of(at, &REAL)
            && tables.is(at + 1, key("name"))
            && at + 2 + is == self.last
            && whose <= is
    }
}
