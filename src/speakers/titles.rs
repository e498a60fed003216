//! What stands around a name and what it stands for: roles before it, brackets behind it, titles that were taken for names,
//! places that are named for their governments.

use std::ops::Range;

use super::Reading;
use super::cast::is_country;
use crate::document::{Entity, EntityType, Form, Kind, Mention, PhraseKind, Tables, Tag};
use crate::entities::fields::{fields_before, fields_behind, office_for};
use crate::entities::gazetteer::Way;
use crate::key::{key, keys};
use crate::lexicon::{Lexicon, RoleKind, class};
use crate::span::Run;

/// Where the brackets that open at `end` are closed, which tell party or place of a name: "Poe (D-Ohio)"; else `end`.
pub(super) fn past_brackets(tables: &Tables, end: u32) -> u32 {
    let opens = tables.kind(end as usize) == Kind::Open;
    let mut inside = (end..end + 6).filter(|at| opens && tables.kind(*at as usize) == Kind::Close);
    inside.next().map_or(end, |close| close + 1)
}

/// The role of several phrases that ends in a name: "Minister for Housing" before "Ann Poe", "Minister of State for IT" or "Leader
/// of the Opposition in the Assembly" before it.
pub(super) fn role_before(reading: Reading, name: Run) -> Option<Run> {
    let Reading { tables, lexicon, .. } = reading;
    // "Minister for Culture, Media and Sport"
    if let Some(office) = office_for(tables, lexicon, name.first()) {
        return tables.phrase_at(office.first()).map(|role| role.tokens);
    }
    let mut start = tables.phrase_at(name.first())?.tokens.first();
    let bracketed = before_brackets(tables, start);
    if let Some(open) = bracketed {
        start = tables.phrase_at(open.checked_sub(1)?)?.tokens.first();
    }
    // "sociologists at *the* Marsk Institute" are none of its title.
    let article = start + 1 == name.first() && tables.tag(start) == Tag::DT;
    let start = if article { name.first() } else { start };
    let mut of = start.checked_sub(1).filter(|_| start < name.first() || bracketed.is_some())?;
    for joints in [&OF[..], &OF[..3]] {
        let joins = tables.is_one_of(of, joints);
        let role = tables.phrase_at(of.checked_sub(1)?);
        let role = role.filter(|role| joins && role.kind == PhraseKind::Noun)?;
        let class = lexicon.names.class(tables.key(role.head()));
        if role.head() + 1 != of {
            return None;
        }
        // "Minister of *State* for IT"
        let state = tables.is(role.head(), key("state"));
        let told = class & (class::OFFICE | class::HUMAN) != 0 && !state;
        if told && tables.tag(role.tokens.first()) != Tag::DT {
            return Some(role.tokens);
        }
        of = role.tokens.first().checked_sub(1)?;
    }
    None
}

/// What the office of a source is for, where that is several fields: "*Trade and Labour* Minister Ann Poe".
pub(super) fn fields_of(tables: &Tables, lexicon: &Lexicon, source: Run) -> Option<Run> {
    let and = source.range().take(LONGEST_TITLE).find(|at| tables.is(*at, key("and")))?;
    let mention = tables.mention_at(tables.phrase_at(and + 1)?.head())?;
    let title = |at: &usize| {
        const TITLE: u32 = class::OFFICE | class::TITLE | class::HONORIFIC | class::RANK;
        lexicon.names.class(tables.key(*at)) & TITLE != 0
    };
    // "*Finance Minister* Ann Poe"
    let mut words = mention.tokens.first()..mention.tokens.last();
    let name = words.rfind(title).map_or(mention.tokens.first(), |at| at + 1);
    let person = tables.entity_type(mention) == Some(EntityType::Person);
    let fields = fields_before(tables, lexicon, name);
    let fields = fields.or_else(|| fields_behind(tables, lexicon, mention.tokens.first()));
    fields.filter(|it| person && it.holds(and))
}

/// What joins the parts of a role; the last ones only behind the others.
const OF: [u64; 5] = keys(["for", "of", "on", "in", "at"]);

/// The person whose full name ends a source that begins with what that person is and where: "Opposition Leader in the National
/// Assembly Ann Poe", "Directors Guild of America president Ann Poe"; but not "Aides to candidate Ann Poe".
pub(super) fn named_at_end<'t>(reading: Reading<'t>, source: Run) -> Option<&'t Mention> {
    let Reading { tables, lexicon, .. } = reading;
    let end = source.after() - usize::from(tables.kind(source.last()) == Kind::Comma);
    let mention = tables.mention_at(end.checked_sub(1)?).filter(|it| source.contains(it.tokens))?;
    let start = mention.tokens.first();
    let before = source.first()..start;
    let full = mention.tokens.after() == end && mention.tokens.len() > 1;
    let person = tables.entity_type(mention) == Some(EntityType::Person);
    let joined = |at: usize| {
        let word = matches!(tables.kind(at), Kind::Word | Kind::Clitic);
        word && !tables.tag(at).is_verb()
    };
    let role = |at: usize| {
        let class = lexicon.names.class(tables.key(at));
        class & (class::OFFICE | class::HUMAN | class::TITLE) != 0
    };
    if !full || !person || before.len() > LONGEST_TITLE {
        return None;
    }
    if let Some(titled) = behind_letters(tables, before.clone()) {
        return (mention.name.is_some() || titled.last().is_some_and(role)).then_some(mention);
    }
    if !before.clone().all(joined) {
        return None;
    }
    let of = before.clone().find(|at| tables.tag(*at) == Tag::IN)?;
    // "Directors Guild *of* America"
    let body =
        tables.mention_at(of).filter(|it| tables.entity_type(it) == Some(EntityType::Organisation));
    if let Some(body) = body {
        let mut between = body.tokens.after()..start;
        let titled = mention.name.is_some() || !between.is_empty();
        return (titled && between.all(role)).then_some(mention);
    }
    let last = start.checked_sub(1)?;
    let bare = !matches!(tables.tag(source.first()), Tag::DT | Tag::PRPS);
    let title = bare && of.checked_sub(1).is_some_and(|at| source.holds(at) && role(at));
    let apart = matches!(tables.tag(last), Tag::IN | Tag::TO | Tag::CC | Tag::POS | Tag::DT);
    (title && mention.name.is_none() && !apart && !role(last)).then_some(mention)
}

/// What stands behind an organisation's name and its letters in brackets, where nothing but words do: "*working president*" of
/// "Harlund Union (HU) working president".
fn behind_letters(tables: &Tables, before: Range<usize>) -> Option<Range<usize>> {
    let letters = before.clone().find(|at| tables.kind(*at) == Kind::Open)?;
    let close = tables.past_letters(letters)? - 1;
    let mark = letters.checked_sub(1)?;
    let body = tables.mention_at(mark.checked_sub(usize::from(tables.tag(mark) == Tag::POS))?)?;
    let organisation = tables.entity_type(body) == Some(EntityType::Organisation);
    let first = body.tokens.first() <= before.start + 1;
    let words = close + 1..before.end;
    let whole = words.clone().all(|at| tables.kind(at) == Kind::Word);
    (organisation && first && whole).then_some(words)
}

/// Most words of a title before a name.
const LONGEST_TITLE: usize = 12;

/// Where the brackets open that close just before `at`: "Superintendent of police (city) Ann Poe".
fn before_brackets(tables: &Tables, at: usize) -> Option<usize> {
    let close = at.checked_sub(1).filter(|at| tables.kind(*at) == Kind::Close)?;
    (close.saturating_sub(4)..close).rev().find(|at| tables.kind(*at) == Kind::Open)
}

/// Whether what was taken for a name is a title with no name: "US President", "the Governor".
pub(super) fn is_title(reading: Reading, mention: &Mention) -> bool {
    let Reading { text, tables, lexicon, .. } = reading;
    let Some(entity) =
        tables.entity(mention).filter(|entity| may_be_title(reading, mention, entity))
    else {
        return false;
    };
    let words = mention.tokens.len();
    let last = tables.key(mention.tokens.last());
    let the = mention.tokens.first().checked_sub(1).is_some_and(|at| tables.is(at, key("the")));
    let ends = |end| mention.span.of(text).ends_with(end);
    // "the Irishman", "the Finn"
    let people = || ends("man") || is_people(reading, mention.tokens.last());
    // "the Harbour Ward MCA"
    let known = || reading.words.titles.contains_key(&last) && lexicon.names.class(last) == 0;
    if the && (words == 1 && people() || known()) {
        return true;
    }
    // "Leader of the Opposition Ann Poe"
    let of = tables.is(mention.tokens.after(), key("of"));
    // "Harlund Marine" is a firm, "Labour Leader" an office.
    let organisation = entity.kind == EntityType::Organisation;
    let office = || lexicon.names.class(last) & (class::OFFICE | class::TITLE) != 0;
    (words > 1 || the || of || entity.kind != EntityType::Person)
        && (!organisation || office())
        && lexicon.names.roles.word(last).is_some_and(|role| {
            !role.plural && !matches!(role.kind, RoleKind::Group | RoleKind::Document)
        })
}

/// Whether nothing about a name by itself tells that it is one.
fn may_be_title(reading: Reading, mention: &Mention, entity: &Entity) -> bool {
    let Reading { tables, lexicon, .. } = reading;
    let words = mention.tokens.len();
    let first = tables.key(mention.tokens.first());
    let class = lexicon.names.class(first);
    // "Omar Sheikh"
    let given = class & class::GIVEN != 0 && class & (class::OFFICE | class::HUMAN) == 0;
    entity.row.is_none()
        && mention.name.is_none()
        && mention.form == Form::Name
        && words <= 3
        // "King" is a surname where the article has a longer name for the person.
        && entity.name.split_whitespace().count() == words
        // "The Advocate"
        && !(words > 1 && (first == key("the") || given))
}

/// Whether the word is one for the people of a country: "Finn".
pub(super) fn is_people(reading: Reading, at: usize) -> bool {
    let Reading { tables, gazetteer, .. } = reading;
    let words = tables.tokens.get(at..at + 1).unwrap_or(&[]);
    let mut people = false;
    gazetteer.walk(&tables.tokens, at, at + 1, |_, names| {
        people |= gazetteer.fitting(names, words).any(|name| name.way == Way::Demonym);
    });
    people
}

/// The country for whose government a place or building is named.
pub(super) fn governed(reading: Reading, mention: &Mention) -> Option<u32> {
    let Reading { tables, gazetteer, .. } = reading;
    let entity = tables.entity(mention)?;
    if entity.kind == EntityType::Person || mention.form == Form::Demonym {
        return None;
    }
    if mention.form == Form::Metonym && is_country(gazetteer, entity.row) {
        return entity.row;
    }
    // What the caller's gazetteer names is that and nothing else.
    if entity.row.and_then(|row| gazetteer.row(row)).is_some_and(|row| row.given) {
        return None;
    }
    let words = tables.tokens.get(mention.tokens.range()).unwrap_or(&[]);
    let mut country = None;
    let Run { start, end } = mention.tokens;
    gazetteer.walk(&tables.tokens, start as usize, end as usize, |len, names| {
        if len == words.len() {
            let metonyms = gazetteer.fitting(names, words).filter(|it| it.way == Way::Metonym);
            let mut rows = metonyms.map(|name| name.row);
            country = rows.find(|row| is_country(gazetteer, Some(*row)));
        }
    });
    country
}
