//! Places that only the words beside them tell: "the town of *Brandt*", "near *Khor Abdullah*", "from Smolyan to *Pamporovo*", the
//! "Toronto" of "*Toronto*-based".

use super::gazetteer::{Gazetteer, Way};
use super::link::Draft;
use super::lone::is_where;
use crate::document::{EntityType, Form, Kind, Tables, Tag, Token};
use crate::key::{KeySet, TextMap, key, key_of, keys};
use crate::lexicon::{Lexicon, class};
use crate::span::{Run, Span};

/// What a place is, or who belongs to one, before "of" and its name.
#[rustfmt::skip]
const OF_PLACES: KeySet<48> = KeySet::new([
    "town", "village", "villages", "city", "cities", "island", "islands", "region", "province", "provinces", "district",
    "districts", "municipality", "suburb", "suburbs", "hamlet", "township", "county", "counties", "borough", "parish", "commune",
    "neighbourhood", "neighborhood", "outskirts", "streets", "slopes", "shores", "coast", "port", "settlement", "constituency",
    "resident", "residents", "villagers", "inhabitants", "people", "farmers", "mayor", "governor", "north", "south", "east",
    "west", "northeast", "northwest", "southeast", "southwest",
]);
/// What stands behind a place's name.
const NEXT_TO_PLACES: KeySet<22> = KeySet::new([
    "residents", "villagers", "constituency", "by-election", "byelection", "neighbourhood",
    "neighborhood", "suburb", "headland", "peninsula", "valley", "province", "provinces", "region",
    "district", "county", "township", "municipality", "governorate", "oblast", "prefecture",
    "foothills",
]);
/// Who is elected for a place.
const ELECTED: KeySet<12> = KeySet::new([
    "mp", "mps", "mla", "mlas", "msp", "msps", "td", "tds", "mca", "senator", "representative",
    "deputy",
]);
/// What is taken off where somebody is from: "*Toronto*-based".
const TAILS: KeySet<8> = KeySet::new([
    "based", "listed", "born", "headquartered", "registered", "bound", "educated", "raised",
]);
/// Kinds of words that are in names of other things than places.
const OTHER: u32 = class::ORG_SUFFIX
    | class::ORG_SUFFIX_WEAK
    | class::ORG_HEAD
    | class::TEAM
    | class::EVENT
    | class::PAPER
    | class::GIVEN
    | class::HUMAN
    | class::OFFICE
    | class::PEOPLE;
/// No listed place has more words.
const LONGEST: usize = 4;

/// Takes names in no list for places where such words stand beside them, and finds those that were read as no name.
pub(super) fn amend(tables: &Tables, lexicon: &Lexicon, drafts: &mut Vec<Draft>) {
    let bodies = bodies(tables, drafts);
    for number in 0..drafts.len() {
        let draft = &drafts[number];
        let before = number.checked_sub(1).and_then(|before| drafts.get(before));
        if may_be_place(tables, lexicon, draft)
            && tables.tag(draft.run.after()) != Tag::POS
            && (is_told(tables, draft.run)
                || is_joined(tables, before, draft.run)
                || is_plain(tables, lexicon, draft)
                    && is_where(tables, draft.run.first())
                    && !bodies.contains_key(&tables.key(draft.run.first())))
        {
            drafts[number] = Draft::new(EntityType::Place, Form::Name, draft.run);
        }
    }
    let found = find_unread(tables, lexicon, drafts);
    if !found.is_empty() {
        drafts.extend(found);
        drafts.sort_by_key(|draft| draft.run.start);
    }
}

/// Finds roads by their numbers: "Highway *917*", "County Road *14*".
pub(super) fn number_roads(tables: &Tables, drafts: &mut Vec<Draft>) {
    const ROADS: KeySet<6> =
        KeySet::new(["highway", "route", "interstate", "motorway", "road", "loop"]);
    let capital = |at: usize| tables.tokens[at].has(Token::CAPITAL);
    let mut roads: Vec<Draft> = Vec::new();
    for at in 1..tables.tokens.len() {
        let number = &tables.tokens[at];
        let road = at - 1;
        if number.kind != Kind::Number || !capital(road) || !ROADS.holds(tables.key(road)) {
            continue;
        }
        // "County Road", but not "On Interstate"
        let before = road.checked_sub(1).and_then(|at| tables.tokens.get(at));
        let named = before.is_some_and(|it| it.has(Token::CAPITAL) && it.tag.is_name());
        let start = if named && tables.is(road, key("road")) { road - 1 } else { road };
        let alone = tables.is_one_of(road, &keys(["road", "loop"])) && start == road;
        if !alone && !number.has(Token::SENTENCE | Token::BLOCK) {
            roads.push(Draft::new(EntityType::Place, Form::Name, Run::new(start, at + 1)));
        }
    }
    drafts.append(&mut roads);
}

/// The first words of bodies where nothing tells a place.
fn bodies(tables: &Tables, drafts: &[Draft]) -> TextMap<()> {
    let mut bodies = TextMap::with_hasher(tables.spread);
    let body = |draft: &&Draft| {
        draft.kind == EntityType::Organisation && !is_where(tables, draft.run.first())
    };
    bodies.extend(drafts.iter().filter(body).map(|it| (tables.key(it.run.first()), ())));
    bodies
}

/// Whether a name in no list was read as another's than a place's and has no word that says so.
fn may_be_place(tables: &Tables, lexicon: &Lexicon, draft: &Draft) -> bool {
    let kind = matches!(draft.kind, EntityType::Person | EntityType::Organisation);
    let bare = draft.form == Form::Name && draft.run == draft.name && draft.row.is_none();
    let words = tables.tokens.get(draft.run.range()).unwrap_or_default();
    let plain = |word: &Token| {
        word.kind == Kind::Word
            && word.has(Token::CAPITAL)
            && !word.has(Token::ALL_CAPS)
            && lexicon.names.class(word.key) & OTHER == 0
    };
    kind && bare && draft.role.is_none() && words.len() <= 2 && words.iter().all(plain)
}

/// Whether no word of it is a surname.
fn is_plain(tables: &Tables, lexicon: &Lexicon, draft: &Draft) -> bool {
    let surname = |at: usize| lexicon.names.class(tables.key(at)) & class::SURNAME != 0;
    !draft.run.range().any(surname)
}

/// Whether the words beside a name leave no doubt that it is a place's.
fn is_told(tables: &Tables, name: Run) -> bool {
    let (start, end) = (name.first(), name.after());
    let Some(before) = start.checked_sub(1) else { return false };
    let noun = before.checked_sub(1).map_or(0, |at| tables.key(at));
    let of = tables.is(before, key("of")) && OF_PLACES.holds(noun);
    let elected = tables.is(before, key("for")) && ELECTED.holds(noun);
    let near = tables.is(before, key("near"));
    let next = tables.tokens.get(end).filter(|next| !next.has(Token::CAPITAL | Token::BLOCK));
    of || elected || near || next.is_some_and(|next| NEXT_TO_PLACES.holds(next.key))
}

/// Whether a name is joined to a place before it: "between Tanur and *Kollam*", "from Smolyan to *Pamporovo*".
fn is_joined(tables: &Tables, before: Option<&Draft>, name: Run) -> bool {
    let Some(place) = before.filter(|it| it.kind == EntityType::Place) else { return false };
    let (start, end) = (name.first(), name.after());
    if place.run.after() + 1 != start || place.run.first() == 0 {
        return false;
    }
    let opens = place.run.first() - 1;
    // "in Ohio and Ann Poe in Iowa"
    let apart = tables.is_one_of(end, &keys(["in", "at", "from"])) || tables.tag(end) == Tag::POS;
    let between = tables.is(opens, key("between")) && tables.is(start - 1, key("and"));
    let from = tables.is(opens, key("from")) && tables.is(start - 1, key("to"));
    let listed = is_where(tables, place.run.first())
        && tables.is_one_of(start - 1, &keys(["and", "or"]))
        && !tables.tag(end).is_finite();
    !apart && (between || from || listed)
}

/// Single words with a capital that were read as no name where only a place's stands.
fn find_unread(tables: &Tables, lexicon: &Lexicon, drafts: &[Draft]) -> Vec<Draft> {
    let mut named = drafts.iter().peekable();
    let mut before: Option<&Draft> = None;
    let capital = |at: usize| tables.tokens.get(at).is_some_and(|it| it.has(Token::CAPITAL));
    let mut found = Vec::new();
    for (at, word) in tables.tokens.iter().enumerate().skip(1) {
        let name = word.has(Token::CAPITAL)
            && word.kind == Kind::Word
            && word.tag.is_name()
            && !word.has(Token::SENTENCE | Token::ALL_CAPS | Token::ABBREVIATION)
            && lexicon.names.class(word.key) & OTHER == 0;
        if !name || capital(at - 1) || capital(at + 1) {
            continue;
        }
        while let Some(draft) = named.next_if(|draft| draft.run.after() <= at) {
            before = Some(draft);
        }
        if named.peek().is_some_and(|draft| draft.run.first() <= at) {
            continue;
        }
        let run = Run::new(at, at + 1);
        if is_told(tables, run) || is_joined(tables, before, run) {
            found.push(Draft::new(EntityType::Place, Form::Name, run));
        }
    }
    found
}

/// Finds listed places in what describes by them, "the *Toronto*-based group", and the state behind a party's letter, "R-*Okla.*".
pub(super) fn find_parts(
    text: &str,
    tables: &Tables,
    gazetteer: &Gazetteer,
    drafts: &mut Vec<Draft>,
) {
    let mut found: Vec<Draft> = Vec::new();
    for (at, word) in tables.tokens.iter().enumerate() {
        if !word.has(Token::HYPHEN) || !word.has(Token::CAPITAL) || word.kind != Kind::Word {
            continue;
        }
        let own = word.span().of(text);
        let place = match own.split_once('-') {
            Some(("R" | "D" | "I", state)) => {
                let end = word.end;
                listed_part(tables, gazetteer, at..at + 1, state)
                    .map(|row| (at, row, Span::new(end - state.len() as u32, end)))
            }
            _ => own.rsplit_once('-').filter(|(_, tail)| TAILS.holds(key_of(tail))).and_then(
                |(head, _)| {
                    let capital = |at: &usize| tables.tokens[*at].has(Token::CAPITAL);
                    let mut starts = (at.saturating_sub(LONGEST - 1)..=at).filter(|start| {
                        (*start..at)
                            .all(|it| capital(&it) && !tables.tokens[it + 1].has(Token::BLOCK))
                    });
                    let end = word.start + head.len() as u32;
                    starts.find_map(|start| {
                        let row = listed_part(tables, gazetteer, start..at + 1, head)?;
                        Some((start, row, Span::new(tables.tokens[start].start, end)))
                    })
                },
            ),
        };
        if let Some((start, row, part)) = place {
            let draft = Draft::new(EntityType::Place, Form::Name, Run::new(start, at + 1));
            found.push(Draft { row: Some(row), part: Some(part), ..draft });
        }
    }
    let taken = |draft: &Draft| {
        let next = found.partition_point(|it| it.run.end <= draft.run.start);
        found.get(next).is_some_and(|it| it.run.start < draft.run.end)
    };
    drafts.retain(|draft| !taken(draft));
    drafts.append(&mut found);
}

/// The row of the listed place that these words name, the last of them cut to `last`.
fn listed_part(
    tables: &Tables,
    gazetteer: &Gazetteer,
    words: std::ops::Range<usize>,
    last: &str,
) -> Option<u32> {
    let mut words: Vec<Token> = tables.tokens.get(words)?.to_vec();
    words.last_mut()?.key = key_of(last);
    let mut row = None;
    gazetteer.walk(&words, 0, words.len(), |len, names| {
        let place = |name: &&super::gazetteer::Name| {
            let kind = gazetteer.row(name.row).map(|row| row.kind);
            matches!(name.way, Way::Name | Way::Alias) && kind == Some(EntityType::Place)
        };
        if len == words.len() {
            row = gazetteer.fitting(names, &words).find(place).map(|name| name.row);
        }
    });
    row
}
