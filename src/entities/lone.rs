//! Words in no list that look like somebody's name though the article, which names its persons in full, names nobody so:
//! "Ekaterra will appeal" speaks of a firm, "blackouts in Umlaza" of a place.

use super::amend::is_in_body;
use super::link::Draft;
use crate::document::{EntityType, Form, Kind, Tables, Tag, Token};
use crate::key::{KeySet, TextMap, key, key_of, keys};
use crate::lexicon::{Lexicon, class};

/// Words for where something is.
const WHERE: KeySet<4> = KeySet::new(["in", "near", "outside", "across"]);
/// What is not in a place: "shares *in* Harlund".
const SHARED: KeySet<14> = KeySet::new([
    "shares", "share", "stake", "stakes", "investor", "investors", "investment", "confidence",
    "faith", "trust", "interest", "interested", "published", "belief",
]);
const PRONOUNS: KeySet<8> =
    KeySet::new(["he", "him", "his", "himself", "she", "her", "hers", "herself"]);
/// What players do, who are often named by one word alone.
#[rustfmt::skip]
const PLAYS: KeySet<28> = KeySet::new([
    "scored", "scores", "equalised", "equalized", "netted", "headed", "curled", "volleyed", "tapped", "slotted", "fired",
    "struck", "crossed", "dribbled", "bowled", "batted", "dunked", "sank", "served", "tackled", "converted", "missed", "kicked",
    "rode", "sprinted", "knocked", "tweeted", "sang",
]);
/// How many sentences and full names of persons an article has at least that names others in full too.
const SENTENCES: usize = 6;
const FULL: usize = 2;
/// How far a pronoun is looked for, in tokens, and another person, in names: the time is linear where one sentence names one word
/// again and again.
const REACH: usize = 40;
const NAMES: usize = 32;

/// How far behind "is a" what somebody is stands.
const TRADE: usize = 4;

/// What the article tells of a word.
#[derive(Clone, Copy, Debug, Default)]
struct Told {
    person: bool,
    place: bool,
    acts: bool,
}

/// Gives such words the type that the words beside them tell.
pub(super) fn amend(text: &str, tables: &Tables, lexicon: &Lexicon, drafts: &mut [Draft]) {
    let suspect = |draft: &Draft| is_alone(tables, lexicon, draft);
    let persons = drafts.iter().filter(|draft| is_full(draft)).take(FULL).count();
    if tables.sentences.len() < SENTENCES || persons < FULL || !drafts.iter().any(suspect) {
        return;
    }
    let named = named(text, tables, drafts);
    let known = |at: usize| {
        let word = tables.tokens.get(at).map_or("", |word| word.span().of(text));
        spellings(word).any(|it| named.contains_key(&it))
    };
    let mut told: TextMap<Told> = TextMap::with_hasher(tables.spread);
    for (number, draft) in drafts.iter().enumerate().filter(|(_, draft)| suspect(draft)) {
        let at = draft.name.first();
        let own = told.entry(tables.key(at)).or_default();
        own.person |= known(at) || is_somebody(tables, lexicon, drafts, number);
        own.place |= is_where(tables, at) && tables.tag(at + 1) != Tag::POS;
        // Whom a quotation names is known to who speaks.
        let acts = tables.tag(at + 1).is_finite() && tables.speech(at) == 0;
        own.acts |= acts && !PLAYS.holds(tables.key(at + 1));
    }
    for draft in drafts.iter_mut().filter(|draft| suspect(draft)) {
        let kind = match told.get(&tables.key(draft.name.first())) {
            Some(Told { person: false, acts: true, .. }) => EntityType::Organisation,
            Some(Told { person: false, place: true, .. }) => EntityType::Place,
            _ => continue,
        };
        *draft = Draft::new(kind, Form::Name, draft.run);
    }
}

/// Whether a person is named by one word in no list, and nothing else is told of him.
fn is_alone(tables: &Tables, lexicon: &Lexicon, draft: &Draft) -> bool {
    const NAMES: u32 = class::GIVEN | class::SURNAME;
    let at = draft.name.first();
    let bare = draft.run == draft.name && draft.row.is_none() && draft.role.is_none();
    draft.kind == EntityType::Person
        && draft.form == Form::Name
        && draft.name.len() == 1
        && bare
        && lexicon.names.class(tables.key(at)) & NAMES == 0
        && !lexicon.names.is_given_word(tables.key(at))
        && is_in_body(tables, draft.run)
}

fn is_full(draft: &Draft) -> bool {
    draft.kind == EntityType::Person && draft.name.len() > 1
}

/// The words of names of several words that a surname may be, and of persons of whom more is told, each also without any one of its
/// letters, so that a surname is known that is spelled otherwise once: "Kiedis … *Keidis* said".
fn named(text: &str, tables: &Tables, drafts: &[Draft]) -> TextMap<()> {
    let mut named: TextMap<()> = TextMap::with_hasher(tables.spread);
    for draft in drafts {
        let told = draft.kind == EntityType::Person
            && (draft.name.len() > 1 || draft.run != draft.name || draft.role.is_some());
        let from = if told { draft.name.first() } else { draft.name.last() };
        if !told && draft.name.len() < 2 {
            continue;
        }
        for word in tables.tokens.get(from..draft.name.after()).unwrap_or_default() {
            for part in word.span().of(text).split('-') {
                named.extend(spellings(part).map(|it| (it, ())));
            }
        }
    }
    named
}

/// A word, and the word without each of its letters.
fn spellings(word: &str) -> impl Iterator<Item = u64> {
    /// Shorter words are like too many others.
    const SHORTEST: usize = 5;
    /// Longer ones are no surnames.
    const LONGEST: usize = 24;
    let may = (SHORTEST..=LONGEST).contains(&word.len());
    let shorter = word.char_indices().filter(move |_| may).map(move |(at, letter)| {
        let (before, rest) = word.split_at(at);
        let rest = rest.get(letter.len_utf8()..).unwrap_or_default();
        key_of(&[before, rest].concat())
    });
    std::iter::once(key_of(word)).chain(shorter)
}

/// Whether the words beside a name speak of a person.
fn is_somebody(tables: &Tables, lexicon: &Lexicon, drafts: &[Draft], number: usize) -> bool {
    const HUMAN: u32 = class::HUMAN | class::OFFICE | class::TITLE | class::RANK;
    let Some(draft) = drafts.get(number) else { return false };
    let (start, end) = (draft.name.first(), draft.name.after());
    let before = start.checked_sub(1).and_then(|at| tables.tokens.get(at));
    // "his wife, Orla," or "26-year-old Orla"
    let noun = match before {
        Some(comma) if comma.kind == Kind::Comma => start.checked_sub(2),
        _ => start.checked_sub(1),
    };
    let noun = noun.and_then(|at| tables.tokens.get(at));
    let human = noun.is_some_and(|it| {
        // "who *accused* Ekaterra"
        let role = it.tag.is_noun() && lexicon.names.class(it.key) & HUMAN != 0;
        role || it.has(Token::DIGIT) && it.has(Token::HYPHEN)
    });
    let family = before.is_some_and(|it| it.key == key("the"));
    let told = tables.kind(end) == Kind::Comma
        && (tables.is(end + 1, key("who"))
            || tables.kind(end + 1) == Kind::Number
            || PRONOUNS.holds(tables.key(end + 1)));
    let byline = tables.is(end, key("reported")) && tables.is(end + 1, key("from"));
    let label = tables.kind(end) == Kind::Colon;
    let trade = tables.is_one_of(end, &keys(["is", "was"]))
        && tables.tag(end + 1) == Tag::DT
        && (end + 2..end + 2 + TRADE).any(|at| lexicon.names.class(tables.key(at)) & HUMAN != 0);
    human || family || told || byline || label || trade || has_pronoun(tables, drafts, number)
}

/// Whether "he" or "she" stands behind the only person of a sentence, in it or at the head of the next.
fn has_pronoun(tables: &Tables, drafts: &[Draft], number: usize) -> bool {
    let Some(draft) = drafts.get(number) else { return false };
    let Some(sentence) = tables.sentence_at(draft.name.first()) else { return false };
    let inside = |it: &&Draft| sentence.tokens.contains(it.run);
    let other = |it: &Draft| {
        it.kind == EntityType::Person
            && tables.key(it.name.first()) != tables.key(draft.name.first())
    };
    let before = drafts[..number].iter().rev().take(NAMES).take_while(inside).any(other);
    let after = drafts[number + 1..].iter().take(NAMES).take_while(inside).any(other);
    let end = sentence.tokens.after().min(draft.name.after() + REACH) + 1;
    let pronoun = (draft.name.after()..end).any(|at| PRONOUNS.holds(tables.key(at)));
    !before && !after && pronoun
}

/// Whether a name follows a word for where something is.
pub(super) fn is_where(tables: &Tables, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let shared = before.checked_sub(1).is_some_and(|noun| SHARED.holds(tables.key(noun)));
    WHERE.holds(tables.key(before)) && tables.tag(before) == Tag::IN && !shared
}
