//! What the rest of the article and the words beside a name say against how it was read alone.

use super::chunks::THE;
use super::gazetteer::Gazetteer;
use super::link::Draft;
use crate::document::{EntityType, Form, Kind, Part, Tables, Token};
use crate::lexicon::{KeyMap, Lexicon, class, key, keys};
use crate::span::Run;

/// Takes letters for another name than the listed one of a country that the article does not speak of, if it speaks of another:
/// "EFF" in an article about Durban is no American foundation. News media are read everywhere.
pub(super) fn disown_foreign(tables: &Tables, gazetteer: &Gazetteer, drafts: &mut [Draft]) {
    const MEDIA: [u64; 5] = keys(["newspaper", "broadcaster", "wire", "magazine", "website"]);
    const LONGEST: u32 = 4;
    let letters = |draft: &Draft| {
        let word = tables.tokens.get(draft.name.first());
        let short = word.is_some_and(|it| it.has(Token::ALL_CAPS) && it.end - it.start <= LONGEST);
        draft.kind == EntityType::Organisation && draft.name.len() == 1 && short
    };
    let country = |draft: &Draft| gazetteer.row(draft.row?).and_then(|row| row.country);
    let mut seen: Vec<u32> = drafts.iter().filter(|it| !letters(it)).filter_map(country).collect();
    seen.sort_unstable();
    seen.dedup();
    for draft in drafts.iter_mut().filter(|draft| letters(draft)) {
        let row = draft.row.and_then(|row| gazetteer.row(row));
        let built_in = row.is_some_and(|row| !row.given && !MEDIA.contains(&row.class));
        let foreign = country(draft);
        let foreign =
            foreign.is_some_and(|own| !seen.is_empty() && seen.binary_search(&own).is_err());
        if built_in && foreign {
            draft.row = None;
        }
    }
}

/// Takes a place that is followed by "who" for the person of the article who has its name for a surname: "Paris, who …".
pub(super) fn own_up_persons(tables: &Tables, drafts: &mut [Draft]) {
    let who = |draft: &Draft| {
        let end = draft.run.end as usize;
        let place = draft.kind == EntityType::Place && draft.run.len() == 1;
        place && tables.kind(end) == Kind::Comma && tables.is(end + 1, key("who"))
    };
    if !drafts.iter().any(who) {
        return;
    }
    let last = |draft: &Draft| tables.tokens.get(draft.name.last()).map(|word| word.key);
    let full = |it: &&Draft| it.kind == EntityType::Person && it.name.len() > 1;
    let mut surnames: Vec<u64> = drafts.iter().filter(full).filter_map(last).collect();
    surnames.sort_unstable();
    for draft in drafts.iter_mut().filter(|draft| who(draft)) {
        if last(draft).is_some_and(|name| surnames.binary_search(&name).is_ok()) {
            *draft = Draft::new(EntityType::Person, Form::Name, draft.run);
        }
    }
}

/// Gives the first of two persons the surname that they share, "brothers John and Brian Meza", if he is first named there. What
/// may be a surname itself, as in "David and Charles Koch", must stand nowhere else.
pub(super) fn share_surnames(tables: &Tables, lexicon: &Lexicon, drafts: &mut [Draft]) {
    let word = |at: usize| tables.tokens.get(at).map_or(0, |word| word.key);
    let pairs = drafts.windows(2).enumerate();
    let found = pairs.filter_map(|(at, pair)| Some((at, shared(tables, lexicon, pair)?)));
    let mut found = found.collect::<Vec<_>>().into_iter().peekable();
    if found.peek().is_none() {
        return;
    }
    let mut ends: KeyMap<u32> = KeyMap::default();
    for draft in drafts.iter() {
        *ends.entry(word(draft.name.last())).or_default() += 1;
    }
    let mut seen: KeyMap<()> = KeyMap::default();
    for (at, draft) in drafts.iter_mut().enumerate() {
        let Some((next, _)) = found.peek() else { return };
        let surname = if *next == at { found.next() } else { None };
        let first = word(draft.name.first());
        let new = seen.insert(first, ()).is_none();
        let surely =
            lexicon.names.class(first) & class::SURNAME == 0 || ends.get(&first) == Some(&1);
        draft.shared = surname.map(|(_, surname)| surname).filter(|_| new && surely);
    }
}

/// The surname of the second of two persons, if it may be that of the first too.
fn shared(tables: &Tables, lexicon: &Lexicon, pair: &[Draft]) -> Option<Run> {
    const WHERE: [u64; 4] = keys(["of", "in", "from", "at"]);
    const NAME: u32 = class::GIVEN | class::FEMALE | class::MALE | class::SURNAME;
    let [draft, next] = pair else { return None };
    let (first, end) = (draft.name.first(), draft.name.end as usize);
    let persons = pair.iter().all(|it| it.kind == EntityType::Person);
    let and = tables.is(end, key("and")) && next.run.first() == end + 1;
    // "the mayor of Ashton and Ann Poe"
    let before = first.checked_sub(1).and_then(|at| tables.tokens.get(at));
    let apart = before.is_none_or(|word| !WHERE.contains(&word.key));
    let short = draft.name.len() == 1 && draft.row.is_none();
    let class = tables.tokens.get(first).map_or(0, |word| lexicon.names.class(word.key));
    let given = class & !NAME == 0 && class & (class::GIVEN | class::SURNAME) != class::SURNAME;
    let long = next.name.len() > 1 && next.run.start == next.name.start;
    let both = persons && and && apart && short && given && long;
    both.then(|| Run::new(next.name.last(), next.name.end as usize))
}

/// Gives names that are common nouns but for their "The", as its capital inside a sentence tells, that article; and finds them
/// where a sentence begins so: "the editors of The Advocate … The Advocate said".
pub(super) fn name_with_the(tables: &Tables, lexicon: &Lexicon, drafts: &mut Vec<Draft>) {
    let capital_the = |at: usize| {
        let the = at.checked_sub(1).and_then(|at| tables.tokens.get(at));
        the.filter(|the| the.key == THE && the.has(Token::CAPITAL))
    };
    let mut known: KeyMap<()> = KeyMap::default();
    drafts.retain(|draft| {
        let at = draft.name.first();
        let word = tables.tokens.get(at).map_or(0, |word| word.key);
        let common = || lexicon.names.class(word) & class::HUMAN != 0;
        let own = draft.kind == EntityType::Organisation
            && draft.name.len() == 1
            && draft.row.is_none()
            && capital_the(at).is_some_and(|the| !the.has(Token::SENTENCE | Token::BLOCK))
            && common()
            && is_in_body(tables, draft.name);
        if own {
            known.insert(word, ());
        }
        !own
    });
    if known.is_empty() {
        return;
    }
    for (at, word) in tables.tokens.iter().enumerate() {
        let next = tables.tokens.get(at + 1).filter(|next| next.has(Token::CAPITAL));
        // "The Guardian Council" is another.
        let whole = next.is_none_or(|next| next.has(Token::SENTENCE | Token::BLOCK));
        let named = known.contains_key(&word.key) && word.has(Token::CAPITAL) && whole;
        if named && capital_the(at).is_some() {
            drafts.push(Draft::new(EntityType::Organisation, Form::Name, Run::new(at - 1, at + 1)));
        }
    }
}

/// Whether a name stands in the article's body, where capitals say something.
fn is_in_body(tables: &Tables, run: Run) -> bool {
    let at = tables.sentences.partition_point(|sentence| sentence.tokens.end <= run.start);
    tables.sentences.get(at).is_some_and(|sentence| sentence.part == Part::Body)
}
