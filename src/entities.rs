//! Names, times and quantities, and which of them mean the same thing.
//!
//! Lists (gazetteer, given names, titles, company words …), patterns of word kinds and the words around make features of
//! every stretch of capitalised words; learned weights cut it into names (`segment`), once by itself and, where that says
//! something, once more with what the first reading says of the article's other names (`readings`, `memory`). Titles and
//! roles are then read off the names' surroundings (`person`), and `link` tells which mentions mean the same entity.

mod amend;
mod certain;
mod chambers;
pub(crate) mod chunks;
mod conflicts;
mod dealings;
pub(crate) mod features;
pub(crate) mod fields;
mod firm;
pub(crate) mod gazetteer;
#[cfg(feature = "training")]
pub(crate) mod learn;
mod link;
mod lone;
mod memory;
mod namesakes;
mod person;
mod quantity;
mod readings;
pub(crate) mod segment;
mod time;
mod whereabouts;

use crate::document::{EntityType, Form, Kind, Part, Tables, Tag, Token};
use crate::key::{KeySet, key, keys};
use crate::lexicon::{Gender, Lexicon, TimeWord, class};
use crate::span::Run;
use chunks::THE;
use conflicts::Rank;
use features::{LONGEST_NAME, Reader, listed};
use gazetteer::{COUNTRY, Gazetteer, Name, Way};
use link::Draft;
pub(crate) use person::is_noble;
use readings::Named;
pub(crate) use readings::Readings;
use segment::Label;
use time::Clock;

/// Finds every mention and the entities they mean.
pub(crate) fn find_entities(
    text: &str,
    gazetteer: &Gazetteer,
    lexicon: &Lexicon,
    readings: &mut Readings,
    tables: &mut Tables,
) {
    let reader = Reader::new(text, tables, gazetteer, lexicon);
    readings.read(&reader, gazetteer.model());
    let mut drafts = Vec::new();
    let mut floor = 0;
    for named in readings.names(tables, lexicon) {
        if let Some(draft) = draft(text, tables, gazetteer, lexicon, named, floor) {
            drafts.push(draft);
        }
        // A place or an organisation of one word may be part of a role: "US President", "Labour Minister".
        let apart = named.label == Label::Organisation && named.run.len() > 1;
        if named.label == Label::Person || apart {
            floor = named.run.after();
        }
    }
    readings.forget();
    find_listed(tables, gazetteer, &mut drafts);
    fields::amend(tables, lexicon, &mut drafts);
    amend::name_with_the(tables, gazetteer, &mut drafts);
    amend::keep_own_s(tables, gazetteer, &mut drafts);
    amend::part_pairs(tables, &mut drafts);
    amend::name_surnames(tables, &mut drafts);
    amend::name_initialled(text, tables, &mut drafts);
    amend::name_letters(tables, &mut drafts);
    amend::join_nicknames(tables, lexicon, &mut drafts);
    amend::own_first_names(text, tables, &mut drafts);
    whereabouts::number_roads(tables, &mut drafts);
    whereabouts::find_parts(text, tables, gazetteer, &mut drafts);
    find_values(text, lexicon, tables, &mut drafts);
    // A sign and a number, or a title and a name, may stand on both sides of a border.
    drafts.retain(|draft| !tables.crosses(draft.run));
    let mut drafts = conflicts::choose(drafts, |draft| (draft.run, rank(gazetteer, draft)));
    amend::drop_tickers(tables, gazetteer, &mut drafts);
    amend::drop_nouns(tables, &mut drafts);
    amend::drop_parties(text, tables, &mut drafts);
    amend::disown_foreign(tables, gazetteer, &mut drafts);
    chambers::disown_chambers(tables, gazetteer, &mut drafts);
    amend::cut_headlines(text, tables, lexicon, &mut drafts);
    amend::own_up_persons(tables, gazetteer, lexicon, &mut drafts);
    lone::amend(text, tables, lexicon, &mut drafts);
    whereabouts::amend(tables, lexicon, &mut drafts);
    dealings::amend(tables, lexicon, &mut drafts);
    amend::share_surnames(tables, lexicon, &mut drafts);
    namesakes::tell_apart(tables, &mut drafts);
    let holds = |row, office| gazetteer.held(row, office);
    link::resolve_entities(text, &drafts, lexicon, tables, holds, |row| describe(gazetteer, row));
    amend::take_in_the(tables);
}

/// Times and quantities; they begin at numbers, signs, words with a hyphen and those that the lists name.
fn find_values(text: &str, lexicon: &Lexicon, tables: &Tables, drafts: &mut Vec<Draft>) {
    let mut clock = Clock::new(text, tables, lexicon);
    let mut end = 0;
    for at in 0..tables.tokens.len() {
        let token = &tables.tokens[at];
        let begins = match token.kind {
            Kind::Number => true,
            // "twenty-five"
            Kind::Word => {
                token.has(Token::HYPHEN)
                    || token.key == time::THEN
                    || lexicon.names.may_begin_value(token.key)
            }
            Kind::Symbol => true,
            _ => false,
        };
        if at < end || !begins {
            continue;
        }
        let time = clock.find_time(at, end);
        let time = time.map(|(run, value)| (EntityType::Time, run, value));
        let found = time.or_else(|| {
            let (run, value) = quantity::find_quantity(text, tables, lexicon, at)?;
            Some((EntityType::Quantity, run, Some(value)))
        });
        if let Some((kind, run, value)) = found {
            end = run.after();
            drafts.push(Draft { value, ..Draft::new(kind, Form::Name, run) });
        }
    }
}

/// Listed names that no chunk may hold: the caller's, which may be written in any way, and organisations that begin or end with a
/// small letter or have commas or a number, like "Time magazine", "Bureau of Alcohol, Tobacco, Firearms and Explosives" and "France 24".
fn find_listed(tables: &Tables, gazetteer: &Gazetteer, drafts: &mut Vec<Draft>) {
    let word = |at: usize| tables.tokens.get(at).filter(|it| it.kind == Kind::Word);
    let capital = |at: usize| word(at).is_some_and(|it| it.has(Token::CAPITAL));
    let small =
        |at: usize| word(at).is_some_and(|it| !it.has(Token::CAPITAL) && it.tag != Tag::POS);
    // "Anadolu news agency" is known by "Anadolu".
    let mut known: Vec<(u32, u32)> = Vec::new();
    known.extend(drafts.iter().filter_map(|draft| Some((draft.run.start, draft.row?))));
    known.sort_unstable();
    let mut end = 0;
    for at in 0..tables.tokens.len() {
        // Those of our own lists begin a run of capitals, or stand behind its "The".
        let begins = || at.checked_sub(1).is_none_or(|it| !capital(it) || tables.is(it, THE));
        let may = gazetteer.has_given() || capital(at) && begins();
        if at < end || !may {
            continue;
        }
        let Some((run, row, kind)) = listed_at(tables, gazetteer, at) else { continue };
        // "Channel 4 News"
        let number = run.range().any(|at| tables.kind(at) == Kind::Number);
        let cut = number && !is_count(tables, run.last())
            || run.range().any(|at| tables.kind(at) == Kind::Comma);
        let given = gazetteer.row(row).is_some_and(|row| row.given);
        let apart = given || small(run.first()) || small(run.last()) || cut;
        if apart && known.binary_search(&(run.start, row)).is_err() {
            drafts.push(Draft { row: Some(row), ..Draft::new(kind, Form::Name, run) });
            end = run.after();
        }
    }
}

/// Whether a number stands at token `at` that tells how many there are of what follows: "In France *24* reporters".
fn is_count(tables: &Tables, at: usize) -> bool {
    let next = tables.tokens.get(at + 1).filter(|next| next.kind == Kind::Word);
    let counted = |tag: Tag| tag.is_noun() || matches!(tag, Tag::JJ | Tag::CD);
    tables.kind(at) == Kind::Number && next.is_some_and(|next| counted(next.tag))
}

/// The longest name that begins at token `at` of the caller's and of the listed organisations.
fn listed_at(tables: &Tables, gazetteer: &Gazetteer, at: usize) -> Option<(Run, u32, EntityType)> {
    let mut found = None;
    gazetteer.walk(&tables.tokens, at, at + LONGEST_NAME, |len, names| {
        let words = tables.tokens.get(at..at + len).unwrap_or(&[]);
        let named = |name: &&Name| matches!(name.way, Way::Name | Way::Alias);
        let rows = gazetteer.fitting(names, words).filter(named);
        let own = rows.filter_map(|name| Some((name.row, gazetteer.row(name.row)?)));
        let may = |row: &gazetteer::NamedThing| row.given || row.kind == EntityType::Organisation;
        if let Some((number, row)) = own.into_iter().find(|(_, row)| may(row)) {
            found = Some((Run::new(at, at + len), number, row.kind));
        }
    });
    found
}

fn rank(gazetteer: &Gazetteer, draft: &Draft) -> Rank {
    let given = draft.row.and_then(|row| gazetteer.row(row)).is_some_and(|row| row.given);
    match draft.kind {
        _ if given => Rank::Given,
        EntityType::Time => Rank::Time,
        EntityType::Quantity => Rank::Quantity,
        _ => Rank::Name,
    }
}

fn describe(gazetteer: &Gazetteer, row: u32) -> Option<(String, Option<String>, Gender)> {
    let row = gazetteer.row(row)?;
    Some((row.name.to_string(), row.link.as_deref().map(str::to_owned), row.gender))
}

/// The mention that a stretch with this label makes.
fn draft(
    text: &str,
    tables: &Tables,
    gazetteer: &Gazetteer,
    lexicon: &Lexicon,
    named: Named,
    floor: usize,
) -> Option<Draft> {
    let Named { run, listed, .. } = named;
    let label = label_in_place(tables, lexicon, named);
    let name = (listed != 0).then(|| listed_name(tables, gazetteer, run, label)).flatten();
    let kind = match name.and_then(|name| Some((name, gazetteer.row(name.row)?.kind))) {
        // What stands for a government is an entity of the government's kind.
        Some((name, kind)) if name.way == Way::Metonym => kind,
        Some((_, kind)) => type_of(label).unwrap_or(kind),
        None => type_of(label).filter(|_| !is_no_name(tables, lexicon, run, label))?,
    };
    let form = match name.map(|name| name.way) {
        Some(Way::Demonym) => Form::Demonym,
        Some(Way::Metonym) => Form::Metonym,
        _ => Form::Name,
    };
    let row = name.map(|name| name.row);
    let whole = if kind == EntityType::Organisation { with_form(tables, run) } else { run };
    let mut draft = Draft { row, ..Draft::new(kind, form, whole) };
    if kind == EntityType::Person && form == Form::Name {
        if row.is_none() {
            draft.name = person::without_titles(tables, lexicon, run)?;
            draft.name = person::with_nickname(tables, lexicon, draft.name);
            draft.name = person::with_initials(text, tables, draft.name, floor);
            draft.name = person::with_month(tables, lexicon, draft.name, floor);
            draft.name = person::with_rank(tables, lexicon, draft.name, floor);
        }
        draft.name = person::with_number(tables, draft.name);
        address(tables, gazetteer, lexicon, floor, &mut draft);
    }
    Some(draft)
}

/// The label that a stretch has where it stands: the weights see neither datelines nor what is said of a name behind it.
fn label_in_place(
    tables: &Tables,
    lexicon: &Lexicon,
    Named { run, label, listed }: Named,
) -> Label {
    match label {
        _ if is_plc(tables, run) => Label::Organisation,
        _ if is_trade_in_letters(tables, run) || is_letter_in_brackets(tables, run) => Label::Out,
        _ if is_people(tables, lexicon, run, listed) => Label::Out,
        Label::Person if only_acts(tables, lexicon, run, listed) => Label::Place,
        Label::Person if ends_in(tables, run, &BODIES) => Label::Organisation,
        Label::Person if ends_in(tables, run, &AREAS) => Label::Place,
        Label::Person | Label::Organisation if is_dateline(tables, run) => {
            // "MARSK, Norway (Northern Press) —": what stands bare in a dateline is a place, if no list knows better.
            if listed == 0 { Label::Place } else { label }
        }
        Label::Organisation | Label::Place | Label::Other
            if listed == 0
                && (person::is_titled(tables, lexicon, run)
                    || person::is_numbered(tables, lexicon, run)
                    || person::is_initialled(tables, lexicon, run)
                    || person::is_told(tables, lexicon, run)) =>
        {
            Label::Person
        }
        // "*the* Buckeye State" is no university.
        Label::Organisation if listed & listed::PLACE != 0 && is_the_state(tables, run) => {
            Label::Place
        }
        Label::Out if is_told_of(tables, lexicon, run) => Label::Organisation,
        label => label,
    }
}

/// Words that names of bodies end in and no surname is, and those of areas: "Ann Poe *Foundation*", "Scott *County*".
const BODIES: KeySet<20> = KeySet::new([
    "foundation", "museum", "university", "institute", "association", "committee", "commission",
    "federation", "ministry", "department", "council", "coalition", "alliance", "society",
    "library", "embassy", "authority", "agency", "bureau", "organization",
]);
const AREAS: KeySet<2> = KeySet::new(["county", "township"]);

/// Whether a name of several words ends in one of these.
fn ends_in<const N: usize>(tables: &Tables, run: Run, words: &KeySet<N>) -> bool {
    run.len() > 1 && words.holds(tables.key(run.last()))
}

/// Whether letters are what somebody is by trade, who is told by age, "the 34-year-old *PA* said", or by the letters themselves,
/// "her *QC*"; "the 19-year-old LSU student" is told by what follows.
pub(crate) fn is_trade_in_letters(tables: &Tables, run: Run) -> bool {
    const TRADES: [u64; 11] =
        keys(["gp", "dj", "emt", "qc", "kc", "td", "nco", "pm", "phd", "pi", "mc"]);
    let (Some(before), Some(word)) = (
        run.first().checked_sub(1).and_then(|at| tables.tokens.get(at)),
        tables.tokens.get(run.first()),
    ) else {
        return false;
    };
    let age = before.has(Token::HYPHEN) && before.has(Token::DIGIT) && word.has(Token::ALL_CAPS);
    let described = matches!(before.tag, Tag::DT | Tag::PRPS | Tag::POS)
        || before.tag == Tag::JJ && !before.has(Token::CAPITAL);
    let next = tables.tokens.get(run.after()).filter(|next| next.kind == Kind::Word);
    let last = next.is_none_or(|next| !next.has(Token::CAPITAL) && !next.tag.is_noun());
    let joined = !word.has(Token::SENTENCE | Token::BLOCK);
    run.len() == 1 && joined && last && (age || described && TRADES.contains(&word.key))
}

/// Whether it is one letter that stands first in brackets, as a party's does: "Ann Poe (*D*)", "Ann Poe (*R*., Ohio)".
fn is_letter_in_brackets(tables: &Tables, run: Run) -> bool {
    let first = tables.tokens.get(run.first());
    let letter =
        first.is_some_and(|it| it.end - it.start <= 1 + u32::from(it.has(Token::ABBREVIATION)));
    letter && run.len() == 1 && run.start > 0 && tables.kind(run.first() - 1) == Kind::Open
}

/// Whether the stretch means many of one origin or faith: "Catholics", "Native Americans". "The Texans" may be a team.
fn is_people(tables: &Tables, lexicon: &Lexicon, run: Run, listed: u16) -> bool {
    let the = run.first().checked_sub(1).is_some_and(|before| tables.is(before, THE));
    let named = listed & !listed::DEMONYM != 0 || listed != 0 && the;
    lexicon.names.class(tables.key(run.last())) & class::PEOPLE != 0 && !named
}

/// Whether the form of a company follows that no chunk holds, since it is written in small letters.
fn is_plc(tables: &Tables, run: Run) -> bool {
    tables.is(run.after(), key("plc"))
}

/// An organisation's name with the words behind it that no chunk holds: "Harlund Holdings *plc*", "Transit Union Local *113*",
/// "Channel *12*".
pub(crate) fn with_form(tables: &Tables, run: Run) -> Run {
    const CHANNELS: [u64; 6] = keys(["channel", "kanal", "canal", "kanaal", "news", "antena"]);
    let end = run.after();
    let number = |at: usize| tables.kind(at) == Kind::Number;
    let local = |at: usize| tables.is(at, key("local"));
    let channel = tables.is_one_of(end - 1, &CHANNELS) && number(end) && !is_count(tables, end);
    let more = match () {
        () if is_plc(tables, run) || local(end - 1) && number(end) || channel => 1,
        () if local(end) && number(end + 1) => 2,
        () => 0,
    };
    Run::new(run.first(), end + more)
}

/// The type that a label gives a name; other names have that of their row.
fn type_of(label: Label) -> Option<EntityType> {
    match label {
        Label::Person => Some(EntityType::Person),
        Label::Organisation => Some(EntityType::Organisation),
        Label::Place => Some(EntityType::Place),
        Label::Other | Label::Out => None,
    }
}

/// Whether a stretch in no list reads like a name and is none: a time, as in "before Christmas", an office, a common noun, a
/// degree, or nobody of the article, as in "God willing".
fn is_no_name(tables: &Tables, lexicon: &Lexicon, run: Run, label: Label) -> bool {
    let person = label == Label::Person;
    let organisation = label == Label::Organisation;
    is_holiday(tables, lexicon, run)
        || organisation && is_office(tables, lexicon, run)
        || person && run.len() == 1 && (is_deity(tables, run) || is_degree(tables, run))
        || (person || organisation) && is_common(tables, lexicon, run)
}

/// Whether the words are what a state is called, and no university: "the Buckeye State".
fn is_the_state(tables: &Tables, run: Run) -> bool {
    let the = run.first().checked_sub(1).is_some_and(|at| tables.is(at, THE));
    the && tables.is(run.last(), key("state"))
}

/// Whether the stretch is a holiday's name.
fn is_holiday(tables: &Tables, lexicon: &Lexicon, run: Run) -> bool {
    let words = tables.tokens.get(run.range()).unwrap_or(&[]);
    let found = lexicon.names.times.longest(words.iter().map(|word| word.key));
    matches!(found, Some((len, TimeWord::Holiday(..))) if len == run.len())
}

/// Whether a word that would be no name has an apposition that speaks of a group: "Solvane, a maker of pumps,".
fn is_told_of(tables: &Tables, lexicon: &Lexicon, run: Run) -> bool {
    let end = run.after();
    run.len() == 1
        && tables.tag(end - 1) == Tag::NNP
        && tables.kind(end) == Kind::Comma
        && lexicon.names.class(tables.tokens[end - 1].key) == 0
        && person::find_apposition(tables, lexicon, end).is_some_and(|said| said.group)
}

/// Whether the word begins a degree: "*Master*'s student".
fn is_degree(tables: &Tables, run: Run) -> bool {
    let degree = tables.is_one_of(run.first(), &[key("master"), key("bachelor")]);
    degree && tables.tag(run.after()) == Tag::POS
}

fn is_deity(tables: &Tables, run: Run) -> bool {
    const DEITIES: [u64; 4] = keys(["god", "allah", "lord", "almighty"]);
    tables.tokens.get(run.first()).is_some_and(|word| DEITIES.contains(&word.key))
}

/// Whether the stretch names an office and not who holds it: "Minister of State for Petroleum".
fn is_office(tables: &Tables, lexicon: &Lexicon, run: Run) -> bool {
    let titled =
        |token: &Token| lexicon.names.class(token.key) & (class::TITLE | class::OFFICE) != 0;
    let joined = tables.is(run.first() + 1, key("of")) || tables.is(run.first() + 1, key("for"));
    run.len() > 2 && joined && tables.tokens.get(run.first()).is_some_and(titled)
}

/// Whether letters are no name but a common noun: an office, "Poe's VP", or a group, as an article, an owner or an adjective
/// before them tells: "the super PAC".
fn is_common(tables: &Tables, lexicon: &Lexicon, run: Run) -> bool {
    const ONE: [u64; 4] = keys(["a", "an", "the", "another"]);
    const KIND: [u64; 2] = keys(["super", "hybrid"]);
    let word = |at: usize| tables.tokens.get(at);
    let Some(letters) = word(run.last()).filter(|word| word.has(Token::ALL_CAPS)) else {
        return false;
    };
    let start = match word(run.last().wrapping_sub(1)) {
        Some(kind) if KIND.contains(&kind.key) => run.last() - 1,
        _ => run.last(),
    };
    let class = lexicon.names.class(letters.key);
    let told = start.checked_sub(1).and_then(word).is_some_and(|it| {
        let describes = it.tag == Tag::JJ && !it.has(Token::CAPITAL);
        ONE.contains(&it.key) || describes || matches!(it.tag, Tag::PRPS | Tag::POS)
    });
    let alone = run.first() >= start;
    let group = class & (class::GROUP | class::HUMAN) != 0 && (told || start < run.last());
    alone && (group || class & class::OFFICE != 0)
}

/// Whether a name stands in a dateline and not in brackets.
fn is_dateline(tables: &Tables, run: Run) -> bool {
    let inside = tables
        .sentence_at(run.first())
        .filter(|sentence| sentence.part == Part::Dateline && sentence.tokens.contains(run));
    inside.is_some_and(|sentence| {
        !(sentence.tokens.start..run.start).any(|at| tables.kind(at as usize) == Kind::Open)
    })
}

/// Whether the lists know the stretch only as what stands for a government, and no word of it as a person's name: "Kremlin".
fn only_acts(tables: &Tables, lexicon: &Lexicon, run: Run, listed: u16) -> bool {
    let named = |at: usize| {
        lexicon.names.class(tables.tokens[at].key) & (class::GIVEN | class::SURNAME) != 0
    };
    listed & (listed::METONYM | listed::PERSON) == listed::METONYM && !run.range().any(named)
}

/// Adds to a person what stands around the name.
fn address(
    tables: &Tables,
    gazetteer: &Gazetteer,
    lexicon: &Lexicon,
    floor: usize,
    draft: &mut Draft,
) {
    let start = draft.name.first();
    let nation = |before: usize| nation_before(tables, gazetteer, before);
    let titles = person::find_titles(tables, lexicon, start, floor, nation);
    let end = person::with_letters(tables, draft.name.after());
    draft.run = Run::new(titles.start, end);
    draft.gender = titles.gender;
    if person::is_noble(tables.key(start), tables.key(start + 1)) {
        draft.gender = person::gender_of_noble(tables.key(start));
        draft.role = Some(tables.span(draft.name));
        return;
    }
    if titles.role {
        draft.role = Some(tables.span(Run::new(titles.start, start)));
    } else if let Some(said) = person::find_apposition(tables, lexicon, end) {
        if said.group {
            // "Solvane, a maker of pumps,"; of "Gov. Poe, the party's candidate," a title or a given name says more.
            let named = lexicon.names.class(tables.tokens[start].key) & class::GIVEN != 0;
            if !named && draft.row.is_none() && titles.start == start {
                draft.kind = EntityType::Organisation;
            }
            return;
        }
        draft.role = Some(said.words);
        if draft.gender == Gender::Unknown {
            draft.gender = said.gender;
        }
    }
    if draft.gender == Gender::Unknown {
        draft.by_name = draft.name.len() == 1;
        // Of "R. Peter Bhat" it is the second word, of "R. Bhat" none.
        let given = draft.name.first()..draft.name.last() + usize::from(draft.by_name);
        let words = tables.tokens.get(given).unwrap_or(&[]);
        let first = words.iter().find(|word| !word.has(Token::ABBREVIATION));
        draft.gender = first.map_or(Gender::Unknown, |word| match draft.by_name {
            true => lexicon.names.gender(word.key),
            false => lexicon.names.gender_of_given(word.key),
        });
    }
}

/// The start of the longest country's name or demonym that ends just before token `end`: "South Sudan" before "Sudan".
fn nation_before(tables: &Tables, gazetteer: &Gazetteer, end: usize) -> Option<usize> {
    let is_country = |name: &Name| gazetteer.row(name.row).is_some_and(|row| row.class == COUNTRY);
    let names_country = |start: &usize| {
        fitting(tables, gazetteer, Run::new(*start, end))
            .any(|name| name.way != Way::Metonym && is_country(name))
    };
    (end.saturating_sub(LONGEST_NAME)..end).find(names_country)
}

/// The gazetteer's names of exactly these tokens.
fn fitting<'a>(
    tables: &'a Tables,
    gazetteer: &'a Gazetteer,
    run: Run,
) -> impl Iterator<Item = &'a Name> {
    let words = tables.tokens.get(run.range()).unwrap_or(&[]);
    let mut found = None;
    gazetteer.walk(&tables.tokens, run.first(), run.after(), |len, names| {
        if len == run.len() {
            found = Some(names);
        }
    });
    found.into_iter().flat_map(move |names| gazetteer.fitting(names, words))
}

/// The row that a name of this label means: by its own name before by an alias, by what stands for it last.
fn listed_name(tables: &Tables, gazetteer: &Gazetteer, run: Run, label: Label) -> Option<Name> {
    let wanted = type_of(label).or((label == Label::Other).then_some(EntityType::Other));
    let adjective =
        tables.tag(run.first()) == Tag::JJ || matches!(label, Label::Other | Label::Out);
    let suits = |name: &&Name| {
        let kind = gazetteer.row(name.row).map(|row| row.kind);
        match name.way {
            Way::Demonym => adjective || label == Label::Place && kind == wanted,
            Way::Metonym => matches!(label, Label::Place | Label::Organisation),
            Way::Name | Way::Alias => kind == wanted,
        }
    };
    let built_in = |row: u32| gazetteer.row(row).is_some_and(|row| !row.given);
    fitting(tables, gazetteer, run)
        .filter(suits)
        .min_by_key(|name| (built_in(name.row), name.way))
        .copied()
}

#[cfg(test)]
mod tests {
    use super::Gazetteer;
    use crate::key::phrase_keys;
    use crate::lexicon::Lexicon;
    use crate::{Article, Document, Entity, EntityType, Extractor, Form};

    fn read(text: &str) -> Document<'_> {
        Extractor::new().extract(Article::new(text).published("2024-05-15"))
    }

    /// The entity whose mentions hold this text, with the mention's form.
    fn entity<'d>(document: &'d Document, text: &str) -> Option<(&'d Entity, Form)> {
        let found = |entity: &'d Entity| {
            let mention =
                entity.mentions.iter().find(|mention| mention.span.of(document.text()) == text)?;
            Some((entity, mention.form))
        };
        document.entities().iter().find_map(found)
    }

    #[track_caller]
    fn check(text: &str, mention: &str, kind: EntityType, name: &str, form: Form) {
        let document = read(text);
        let Some((entity, own)) = entity(&document, mention) else {
            panic!("{mention:?} is no mention in {:#?}", document.entities())
        };
        assert_eq!((entity.kind, entity.name.as_str(), own), (kind, name, form), "{mention:?}");
    }

    #[track_caller]
    fn check_none(text: &str, mention: &str) {
        assert!(entity(&read(text), mention).is_none(), "{mention:?} is a mention in {text:?}");
    }

    #[test]
    fn title_belongs_to_the_mention_and_not_to_the_name() {
        let document = read("The plan will fail, Finance Minister Ann Poe said on Friday.");
        let (poe, _) =
            entity(&document, "Finance Minister Ann Poe").expect("the mention with its title");
        assert_eq!(poe.name, "Ann Poe");
        assert_eq!(poe.role.as_deref(), Some("Finance Minister"));
        assert_eq!(poe.mentions[0].name.map(|name| name.of(document.text())), Some("Ann Poe"));
    }

    #[test]
    fn country_begins_the_role_of_its_president() {
        let document = read("United States President Joe Biden said that he would wait.");
        let (biden, _) =
            entity(&document, "United States President Joe Biden").expect("the whole mention");
        assert_eq!(biden.role.as_deref(), Some("United States President"));
    }

    #[test]
    fn longest_country_begins_the_role() {
        for role in ["South Sudan President", "Democratic Republic of the Congo President"] {
            let text = format!("{role} Dan Weel said that he would wait.");
            let document = read(&text);
            let weel = document.entities().iter().find(|entity| entity.name == "Dan Weel");
            assert_eq!(weel.and_then(|weel| weel.role.as_deref()), Some(role));
        }
    }

    #[test]
    fn apposition_gives_the_role() {
        let document = read("Ann Poe, the mayor of Lakewood, said the bridge was safe.");
        let (poe, _) = entity(&document, "Ann Poe").expect("the name");
        assert_eq!(poe.role.as_deref(), Some("mayor of Lakewood"));
    }

    #[test]
    fn surname_means_the_person_of_the_full_name() {
        check(
            "Ann Trellis won the vote. Trellis thanked her voters.",
            "Trellis",
            EntityType::Person,
            "Ann Trellis",
            Form::Name,
        );
        check(
            "Trellis wins\n\nAnn Trellis won the vote, she said.",
            "Ann Trellis",
            EntityType::Person,
            "Ann Trellis",
            Form::Name,
        );
    }

    #[test]
    fn a_verb_with_a_capital_is_no_part_of_a_name_in_a_headline() {
        let body = "Ann Poe told of a plan on Monday.";
        for verb in ["Stuns", "Shocks", "Plans"] {
            let text = format!("Poe {verb} The Bridge Plan After Talks\n\n{body}");
            check(&text, "Poe", EntityType::Person, "Ann Poe", Form::Name);
        }
        let text =
            "Poe Motors Plans Sale\n\nThe boss of Poe Motors, Ann Poe, told of it on Monday.";
        check(text, "Poe Motors", EntityType::Organisation, "Poe Motors", Form::Name);
    }

    #[test]
    fn acronym_means_the_long_form_of_the_article() {
        let text = "The National Rescue Council (NRC) met on Monday. The NRC denied the report.";
        check(text, "NRC", EntityType::Organisation, "National Rescue Council", Form::Name);
    }

    #[test]
    fn the_article_of_a_paper_belongs_to_its_name_where_its_capital_tells() {
        let text =
            "She told The Lakewood Courier. The Lakewood Courier and the Marsk Post wrote of it.";
        check(
            text,
            "The Lakewood Courier",
            EntityType::Organisation,
            "Lakewood Courier",
            Form::Name,
        );
        let courier = read(text);
        let courier = courier.entities().iter().find(|it| it.name == "Lakewood Courier");
        let spans =
            courier.map(|it| it.mentions.iter().map(|it| it.span.of(text)).collect::<Vec<_>>());
        assert_eq!(spans, Some(vec!["The Lakewood Courier", "Lakewood Courier"]));
        check(text, "Marsk Post", EntityType::Organisation, "Marsk Post", Form::Name);
    }

    #[test]
    fn a_firm_in_no_list_is_told_by_the_words_beside_it() {
        for text in [
            "Shares in Tollmark have lost half their value.",
            "Workers at Tollmark were told on Friday.",
            "It is owned by Tollmark.",
            "Tollmark fell. The boss of Tollmark, Ann Poe, said so.",
        ] {
            check(text, "Tollmark", EntityType::Organisation, "Tollmark", Form::Name);
        }
        let text = "Karin Tollmark left. It is owned by Tollmark.";
        check(text, "Tollmark", EntityType::Person, "Karin Tollmark", Form::Name);
    }

    #[test]
    fn initials_in_brackets_tell_where_a_name_begins() {
        let text =
            "The Ports and Ferries Commission (PFC) met. A Ports and Ferries Commission is rare.";
        check(text, "PFC", EntityType::Organisation, "Ports and Ferries Commission", Form::Name);
        let text = "It joined the Jan Kalyan Dal (JKD) in May.";
        check(text, "Jan Kalyan Dal", EntityType::Organisation, "Jan Kalyan Dal", Form::Name);
        let text = "The Department of Ports and Ferries (PAF) met.";
        check(text, "PAF", EntityType::Organisation, "Department of Ports and Ferries", Form::Name);
    }

    #[test]
    fn storms_are_no_persons() {
        check_none("Hurricane Ann hit Norway on Monday.", "Hurricane Ann");
        check_none("It was Tropical Storm Ann that hit Norway.", "Ann");
    }

    #[test]
    fn many_of_one_faith_or_origin_are_no_name() {
        for people in ["Catholics", "Native Americans", "Sunni Muslims"] {
            check_none(&format!("The mayor left. {people} said that he was wrong."), people);
        }
        let text = "The mayor left. Texans said that he was wrong.";
        check(text, "Texans", EntityType::Place, "Texas", Form::Demonym);
        let text = "It is called Catholics for Peace.";
        check(
            text,
            "Catholics for Peace",
            EntityType::Organisation,
            "Catholics for Peace",
            Form::Name,
        );
    }

    #[test]
    fn demonym_and_metonym_mean_the_country() {
        let text = "The Kremlin denied it. Syrian officials were silent.";
        check(text, "Kremlin", EntityType::Place, "Russia", Form::Metonym);
        check(text, "Syrian", EntityType::Place, "Syria", Form::Demonym);
    }

    #[test]
    fn letters_of_a_country_are_not_the_pronoun() {
        check("The US said it was ready.", "US", EntityType::Place, "United States", Form::Name);
        check("The US said so.", "US", EntityType::Place, "United States", Form::Name);
        check("It was NATO.", "NATO", EntityType::Organisation, "NATO", Form::Name);
        check_none("They told us so.", "us");
    }

    #[test]
    fn ordinary_words_in_capitals_are_no_names() {
        check_none("Meanwhile the talks went on. However, they failed.", "Meanwhile");
        check_none("Talks began on Monday. The talks failed.", "Talks");
    }

    #[test]
    fn article_that_names_persons_in_full_names_firms_and_places_by_one_word() {
        const ABOUT: &str = "Ann Poe and Carl Kiedis met. It rained. The town waited. Nobody knew why. They left. It was late.";
        for (text, word, kind) in [
            (
                "It was late. Ekatera will appeal, the court said.",
                "Ekatera",
                EntityType::Organisation,
            ),
            ("They accused Milahe of waste. Milahe denied it.", "Milahe", EntityType::Organisation),
            ("Police reported blackouts in Umlaza.", "Umlaza", EntityType::Place),
            // Misspelled, told of as "he", by kin or as a player he is a person.
            ("“We will see,” Keidis said.", "Keidis", EntityType::Person),
            ("Guciver said that he had hidden it.", "Guciver", EntityType::Person),
            ("Fabinhu scored twice.", "Fabinhu", EntityType::Person),
        ] {
            check(&format!("{ABOUT} {text}"), word, kind, word, Form::Name);
        }
        // Of a few words nothing says that persons are named in full.
        let text = "They accused Milahe of waste. Milahe denied it.";
        check(text, "Milahe", EntityType::Person, "Milahe", Form::Name);
    }

    #[test]
    fn words_beside_a_place_tell_it() {
        for (text, place) in [
            ("Villagers near Khor Dulva fled on Monday.", "Khor Dulva"),
            ("The road from Smolyan to Pamporova is shut, she said.", "Pamporova"),
            ("The mayor of Brandtley said no.", "Brandtley"),
            ("Residents of Nongomba fled.", "Nongomba"),
            ("Ann Poe, the MP for Ely Norvale, said no.", "Ely Norvale"),
            ("The Umvoti constituency is poor, he said.", "Umvoti"),
            ("He slept by County Road 14 on Monday.", "County Road 14"),
            ("On Interstate 95 he slept.", "Interstate 95"),
        ] {
            check(text, place, EntityType::Place, place, Form::Name);
        }
        let text = "Shares in Veldra fell 3 percent.";
        check(text, "Veldra", EntityType::Organisation, "Veldra", Form::Name);
        let text = "They voted in Ohio and Ann Poe in Iowa.";
        check(text, "Ann Poe", EntityType::Person, "Ann Poe", Form::Name);
        check_none("Road 14 is bad.", "Road 14");
    }

    #[test]
    fn part_of_a_word_is_the_name_of_a_place() {
        for (text, word, part, name) in [
            ("The Toronto-based firm said no.", "Toronto-based", "Toronto", "Toronto"),
            ("A New York-based fund left.", "New York-based", "New York", "New York"),
            ("Sen. Ann Poe (R-Okla.) said no.", "R-Okla.", "Okla.", "Oklahoma"),
            ("Rep. Carl Berg, D-Texas, said yes.", "D-Texas", "Texas", "Texas"),
        ] {
            check(text, word, EntityType::Place, name, Form::Name);
            let document = read(text);
            let place = entity(&document, word).map(|(place, _)| place.mentions[0]);
            let named = place.and_then(|it| it.name).map(|it| it.of(document.text()));
            assert_eq!(named, Some(part), "{text:?}");
        }
        check_none("The community-based group said no.", "community-based");
        check_none("It was an R-rated film, she said.", "R-rated");
    }

    #[test]
    fn names_end_before_where_they_are() {
        for (text, name) in [
            ("The Central Election Commission in Sofia said no.", "Central Election Commission"),
            ("The Marsk Hospital at Varnum said no.", "Marsk Hospital"),
            ("The American University in Cairo said no.", "American University in Cairo"),
        ] {
            check(text, name, EntityType::Organisation, name, Form::Name);
        }
    }

    #[test]
    fn letters_and_nouns_tell_ships_and_firms() {
        check_none("The MV Maria Lolita sank on Monday.", "Maria Lolita");
        check_none("The HMS Trent left.", "Trent");
        check(
            "Ms Maria Lolita left.",
            "Ms Maria Lolita",
            EntityType::Person,
            "Maria Lolita",
            Form::Name,
        );
        let text = "The contractor, Kestrel Dovane, disputes it.";
        check(text, "Kestrel Dovane", EntityType::Organisation, "Kestrel Dovane", Form::Name);
        let text = "The developer, Ann Poe, said no.";
        check(text, "Ann Poe", EntityType::Person, "Ann Poe", Form::Name);
        let text = "Al Jazeera could not verify it.";
        check(text, "Al Jazeera", EntityType::Organisation, "Al Jazeera", Form::Name);
        let text = "Ralph Lauren said that he would retire.";
        check(text, "Ralph Lauren", EntityType::Person, "Ralph Lauren", Form::Name);
    }

    #[test]
    fn long_names_of_the_gazetteer_are_not_cut() {
        for name in ["Health and Safety Executive", "Competition and Markets Authority"] {
            let text = format!("The {name} said the site was closed.");
            check(&text, name, EntityType::Organisation, name, Form::Name);
        }
    }

    #[test]
    fn letters_and_titles_are_no_part_of_a_name() {
        for (text, name, role) in [
            ("The bridge is old, Prosecutor Ann Marsh KC said.", "Ann Marsh", Some("Prosecutor")),
            ("The bridge is old, Peter Lodge, QC, said.", "Peter Lodge", None),
            ("The bridge is old, Lawmaker Tina Rumley said.", "Tina Rumley", Some("Lawmaker")),
            ("It was read by Town Clerk Dora Quill.", "Dora Quill", Some("Town Clerk")),
            ("Police spokeswoman, SP Grace Arwell, denied it.", "Grace Arwell", None),
            ("Det Insp Paul Garrow denied it.", "Paul Garrow", Some("Det Insp")),
            ("MLA N. Suresh Gowda said the bridge was safe.", "N. Suresh Gowda", Some("MLA")),
        ] {
            let document = read(text);
            let (person, _) = entity(&document, name)
                .or_else(|| {
                    document
                        .entities()
                        .iter()
                        .find(|one| one.name == name)
                        .map(|one| (one, Form::Name))
                })
                .unwrap_or_else(|| panic!("{name:?} in {:#?}", document.entities()));
            assert_eq!((person.kind, person.name.as_str()), (EntityType::Person, name));
            assert!(role.is_none() || person.role.as_deref() == role, "{:?}", person.role);
            assert_eq!(document.entities().len(), 1, "{:#?}", document.entities());
        }
    }

    #[test]
    fn office_of_an_officer_is_an_organisation() {
        for name in ["Lawton County Sheriff's Office", "Marlow City Attorney's Office"] {
            let text = format!("A man was found, the {name} said.");
            check(&text, name, EntityType::Organisation, name, Form::Name);
        }
    }

    #[test]
    fn names_of_organisations_are_whole() {
        for (text, name) in [
            (
                "Officials told The Harbinger that it was fine. The Harbinger asked twice.",
                "The Harbinger",
            ),
            ("She wrote for The Blaze and The Harbinger.", "The Blaze"),
            ("The ads come from Our Rivers PAC, he said.", "Our Rivers PAC"),
            (
                "She spoke to the House Select Committee on Ferries in May.",
                "House Select Committee on Ferries",
            ),
        ] {
            check(text, name, EntityType::Organisation, name, Form::Name);
        }
        let text = "The ferry is late, The Hill reported.";
        check(text, "Hill", EntityType::Organisation, "The Hill", Form::Name);
        let text = "Ann Trellis and Bob Marsh met. Rivals of Trellis and Marsh were there.";
        check(text, "Marsh", EntityType::Person, "Bob Marsh", Form::Name);
    }

    #[test]
    fn capitals_inside_and_what_it_says_tell_a_firm() {
        use EntityType::{Organisation, Person};
        for (text, name, kind) in [
            ("The fence was down. RailNorth said it was late.", "RailNorth", Organisation),
            ("He blamed HarlundPoint on Monday.", "HarlundPoint", Organisation),
            ("The council met on Monday. MacArlund said so.", "MacArlund", Person),
            ("The council met on Monday. DeHarlo said so.", "DeHarlo", Person),
            ("Ann Harlo met Trelleck. Trelleck said it rained.", "Ann Harlo", Person),
            ("Trelleck said it would close two shops.", "Trelleck", Organisation),
            ("Trelleck's chief executive left. Trelleck said so.", "Trelleck", Organisation),
            ("The Trelleck app failed. Trelleck said so.", "Trelleck", Organisation),
            ("The Trelleck app failed. Ann Trelleck said so.", "Ann Trelleck", Person),
        ] {
            check(text, name, kind, name, Form::Name);
        }
    }

    #[test]
    fn persons_stand_behind_their_country() {
        for (text, name) in [
            ("The lead went to Thailand's Ploy Suwan. Suwan said so.", "Ploy Suwan"),
            ("The race was led by the American Brody Tanz. Tanz said so.", "Brody Tanz"),
            ("He was behind the Briton Orin Fench.", "Orin Fench"),
            ("It was led by Kenya's Mercy Chelagat until noon.", "Mercy Chelagat"),
        ] {
            check(text, name, EntityType::Person, name, Form::Name);
        }
        let text = "It was told to Japan's Harlund Trellis Bank. Trellis said so.";
        let name = "Harlund Trellis Bank";
        check(text, name, EntityType::Organisation, name, Form::Name);
    }

    #[test]
    fn bodies_of_two_places_are_one() {
        for name in [
            "Oxford and Bucks NHS Trust",
            "Dorset and Wiltshire Fire and Rescue Service",
            "Bath and Wells Building Society",
        ] {
            let text = format!("{name} said it was sorry.");
            check(&text, name, EntityType::Organisation, name, Form::Name);
        }
        for text in
            ["Oxford and Cambridge University Press left.", "Toyota and General Motors left."]
        {
            let (second, first) = (text.split(" and ").nth(1), text.split(' ').next());
            let second = second.and_then(|rest| rest.strip_suffix(" left.")).expect("two names");
            check(text, second, EntityType::Organisation, second, Form::Name);
            assert!(entity(&read(text), first.expect("a word")).is_some(), "{text:?}");
        }
    }

    #[test]
    fn channels_have_numbers() {
        for (text, name) in [
            ("France 24 reported that he had fled.", "France 24"),
            ("He told Channel 12 that it was late.", "Channel 12"),
        ] {
            check(text, name, EntityType::Organisation, name, Form::Name);
        }
        check("In France 24 reporters left.", "France", EntityType::Place, "France", Form::Name);
    }

    #[test]
    fn letters_for_trades_are_no_names() {
        check_none("Ann Poe won. The 34-year-old PA said so.", "PA");
        check_none("Ann Poe won. Her GP said so.", "GP");
        check_none("Ann Poe won. The PM said so.", "PM");
        let text = "Ann Poe won. The 34-year-old NBA player said so.";
        assert!(entity(&read(text), "NBA").is_some());
    }

    #[test]
    fn ranks_may_be_given_names() {
        for (text, mention, name) in [
            ("Publican Col Trellis said so.", "Publican Col Trellis", "Col Trellis"),
            ("Driver Prince Okafor said so.", "Driver Prince Okafor", "Prince Okafor"),
            ("Army spokesman Col Trellis said so.", "spokesman Col Trellis", "Trellis"),
        ] {
            check(text, mention, EntityType::Person, name, Form::Name);
        }
    }

    #[test]
    fn said_may_be_a_surname() {
        for text in [
            "Amina Said said no. Said said no.",
            "“No,” Amina Said said.",
            "Amina Said, a baker, left.",
        ] {
            check(text, "Amina Said", EntityType::Person, "Amina Said", Form::Name);
        }
        check(
            "Amina Said said no. Said also told him so.",
            "Said",
            EntityType::Person,
            "Amina Said",
            Form::Name,
        );
        check_none("Amina left. Said one: “No.”", "Said");
    }

    #[test]
    fn nobles_are_named_by_their_place() {
        for name in ["Duchess of Kelso", "Earl of Marsk", "Comtesse de Marsac"] {
            let text = format!("The {name} said no.");
            check(&text, name, EntityType::Person, name, Form::Name);
        }
        for text in [
            "The Duchess of Kelso, Ann Poe, said no.",
            "Ann Poe, Duchess of Kelso, said no.",
            "The Duke of Kelso Award was late.",
        ] {
            check_none(text, "Duchess of Kelso");
            check_none(text, "Duke of Kelso");
        }
    }

    #[test]
    fn chambers_are_those_of_the_country_that_is_told_of() {
        let link = |text: &str, mention: &str| {
            let document = read(text);
            let found = entity(&document, mention).expect("the chamber");
            found.0.name.clone()
        };
        for (text, mention, name) in [
            ("The Senate said it would vote.", "Senate", "US Senate"),
            ("WASHINGTON — The Senate said it would vote.", "Senate", "US Senate"),
            ("MANILA — The Senate said it would vote.", "Senate", "Senate"),
            ("Brazil's Congress passed it. Congress was late.", "Congress", "Congress"),
            ("NEW DELHI: The Congress said no.", "Congress", "Indian National Congress"),
            ("The Texas Senate passed it. The Senate was late.", "Senate", "Texas Senate"),
            ("KYIV — He met the U.S. Senate. The Senate was late.", "Senate", "US Senate"),
            ("She won Ohio's Senate race. The Senate was late.", "Senate", "US Senate"),
        ] {
            assert_eq!(link(text, mention), name, "{text:?}");
        }
    }

    #[test]
    fn firms_are_told_by_what_they_make() {
        use EntityType::{Organisation, Person, Place};
        for (text, name, kind) in [
            ("Fordham Motor said so.", "Fordham Motor", Organisation),
            ("The Merri Hotel said it was late.", "Merri Hotel", Organisation),
            ("The Italian daily Gazzetta del Lago said so.", "Gazzetta del Lago", Organisation),
            ("Guinea and Sierra Leone said so.", "Sierra Leone", Place),
            ("Ann Motte said so.", "Ann Motte", Person),
        ] {
            check(text, name, kind, name, Form::Name);
        }
    }

    #[test]
    fn firms_are_told_by_what_they_have() {
        for rest in [
            "Shares in Harlund fell.",
            "Investors sold Harlund stock.",
            "Harlund, which makes pumps, is old.",
        ] {
            let text =
                format!("He spoke on Monday. A judge fined Harlund twice. Rain fell. {rest}");
            check(&text, "Harlund", EntityType::Organisation, "Harlund", Form::Name);
        }
        let text =
            "Ann Trellis was fined. A judge told Trellis to wait. Trellis, which was late, left.";
        check(text, "Trellis", EntityType::Person, "Ann Trellis", Form::Name);
    }

    #[test]
    fn letters_of_offices_and_groups_are_no_names() {
        check_none("Marsh's potential VP said no.", "VP");
        check_none("The Super PAC said that it would wait.", "Super PAC");
        check_none("An NGO said that it would wait.", "NGO");
    }

    #[test]
    fn all_may_begin_a_name() {
        for text in ["The All Farmers Union left.", "All Farmers Union members left."] {
            let name = "All Farmers Union";
            check(text, name, EntityType::Organisation, name, Form::Name);
        }
        check_none("All Norwegians left.", "All Norwegians");
    }

    #[test]
    fn apposition_tells_an_organisation() {
        let text = "Solvane, a maker of pumps, said it could not wait.";
        check(text, "Solvane", EntityType::Organisation, "Solvane", Form::Name);
    }

    #[test]
    fn verb_is_no_role() {
        let document = read("The union has accused Governor Ann Poe of lying, he said.");
        let (poe, _) = entity(&document, "Governor Ann Poe").expect("the mention with its title");
        assert_eq!(poe.role.as_deref(), Some("Governor"));
    }

    #[test]
    fn person_ends_before_a_place() {
        let text = "He tried to stop Imran Malik at the Amber Lodge on Monday.";
        check(text, "Imran Malik", EntityType::Person, "Imran Malik", Form::Name);
    }

    #[test]
    fn holidays_are_times() {
        let text = "The work will be done before Christmas, a spokeswoman said.";
        check(text, "Christmas", EntityType::Time, "2023-12-25", Form::Name);
        let text = "Halloween was quiet, police said.";
        check(text, "Halloween", EntityType::Time, "2024-10-31", Form::Name);
    }

    #[test]
    fn times_have_values_relative_to_publication() {
        // 15 May 2024 was a Wednesday.
        for (words, value) in [
            ("on Friday", "2024-05-10"),
            ("next Friday", "2024-05-17"),
            ("yesterday", "2024-05-14"),
            ("last month", "2024-04"),
            ("three years ago", "2021"),
            ("two weeks ago", "2024-W18"),
            ("on Dec. 28", "2023-12-28"),
            ("on 4 March 2019", "2019-03-04"),
            ("in 2014", "2014"),
            ("in the third quarter of 2023", "2023-Q3"),
            ("in May 2020", "2020-05"),
            ("for six months", "P6M"),
            ("at 5:30 p.m.", "2024-05-15T17:30"),
        ] {
            let text = format!("The harbour was closed {words}, he said.");
            let document = read(&text);
            let times = document.entities().iter().filter(|entity| entity.kind == EntityType::Time);
            assert_eq!(
                times.map(|time| time.name.as_str()).collect::<Vec<_>>(),
                [value],
                "{words}"
            );
        }
    }

    #[test]
    fn words_that_are_also_months_need_support() {
        check_none("She may go. They march on.", "may");
        check_none("He said that May was late for work.", "May");
    }

    #[test]
    fn quantities_have_a_normal_form() {
        for (words, value) in [
            ("$5.2 million", "USD 5200000"),
            ("3 percent", "3 %"),
            ("1,200 people", "1200 people"),
            ("twenty-five percent", "25 %"),
            ("more than 3 percentage points", "> 3 pp"),
            ("80 cents", "USD 0.8"),
        ] {
            let text = format!("It was {words}, he said.");
            let document = read(&text);
            let found =
                document.entities().iter().filter(|entity| entity.kind == EntityType::Quantity);
            assert_eq!(
                found.map(|entity| entity.name.as_str()).collect::<Vec<_>>(),
                [value],
                "{words}"
            );
        }
    }

    #[test]
    fn callers_rows_win() {
        let rows = "name\ttype\tlink\nWhite House\torganisation\tmine:1\nZorbo\tperson\tmine:2\n";
        let extractor =
            Extractor::builder().gazetteer("mine.tsv", rows).build().expect("rows are well formed");
        let document = extractor.extract("The White House said Zorbo was late.");
        let links: Vec<_> = document
            .entities()
            .iter()
            .map(|entity| (entity.kind, entity.link.as_deref()))
            .collect();
        assert_eq!(
            links,
            [(EntityType::Organisation, Some("mine:1")), (EntityType::Person, Some("mine:2"))]
        );
    }

    #[test]
    fn callers_names_may_have_small_letters() {
        let rows = "name\ttype\nquux labs\torganisation\nzorbo\tperson\n";
        let extractor =
            Extractor::builder().gazetteer("mine.tsv", rows).build().expect("rows are well formed");
        for (text, names) in [
            ("He told quux labs that zorbo was late.", vec!["quux labs", "zorbo"]),
            ("Nobody said zorbos were late at quux laboratories.", vec![]),
        ] {
            let document = extractor.extract(text);
            let found: Vec<_> =
                document.entities().iter().map(|entity| entity.name.as_str()).collect();
            assert_eq!(found, names, "{text:?}");
        }
    }

    #[test]
    fn offices_have_holders_by_date() {
        let lexicon = Lexicon::built_in().expect("the built-in data is well formed");
        let gazetteer = Gazetteer::new(&[], &lexicon).expect("the built-in data is well formed");
        let states =
            (0..9).find(|row| gazetteer.row(*row).is_some_and(|row| &*row.name == "United States"));
        let president = phrase_keys("president").next().expect("a word");
        for (day, name) in [("2021-12-04", "Joe Biden"), ("2010-01-01", "Barack Obama")] {
            let day = day.parse().expect("a date");
            let here = gazetteer.holders(president).filter(|office| Some(office.country) == states);
            let holders = here
                .filter(|office| office.held_on(day))
                .filter_map(|office| gazetteer.row(office.holder));
            assert_eq!(holders.map(|row| &*row.name).collect::<Vec<_>>(), [name]);
        }
    }

    #[test]
    fn wrong_rows_name_file_and_line() {
        for (rows, message) in [
            ("name\ttype\nAcme\tplanet\n", "mine.tsv:2: type \"planet\""),
            (
                "name\ttype\nAcme\tplace\nAcme\tplace\n",
                "mine.tsv:3: \"Acme\" stands in line 2; expected each name of a type once",
            ),
            ("name\tsort\nAcme\tplace\n", "mine.tsv:1: header with a column \"sort\""),
            ("name\nAcme\n", "mine.tsv:2: type \"\""),
            ("type\nplace\n", "mine.tsv:2: the row has no name"),
        ] {
            let error = Extractor::builder()
                .gazetteer("mine.tsv", rows)
                .build()
                .err()
                .map(|error| error.to_string());
            assert!(
                error.as_ref().is_some_and(|error| error.starts_with(message)),
                "{error:?} for {rows:?}"
            );
        }
    }

    #[test]
    fn mentions_stand_in_order_and_apart() {
        let text = "Sen. Ann Poe of Texas told Acme Corp. on Friday, May 3, 2024, that $5 million went to the U.S. Senate.";
        let document = read(text);
        let mut mentions: Vec<_> =
            document.entities().iter().flat_map(|entity| &entity.mentions).collect();
        mentions.sort_by_key(|mention| mention.span);
        assert!(mentions.len() > 4);
        assert!(mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    }

    #[test]
    fn capitals_without_end_take_linear_time() {
        let text = "Aardvark ".repeat(100_000);
        let start = std::time::Instant::now();
        let document = read(&text);
        assert_eq!(document.text().len(), text.len());
        assert!(start.elapsed().as_secs() < 20);
    }
}
