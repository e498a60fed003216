//! What bodies and offices are for, in their names: "the Ministry of *Agriculture, Fisheries and Food*", "the Minister for
//! *Justice*".

use super::chunks::{AMPERSAND, AND};
use super::link::Draft;
use crate::document::{EntityType, Form, Kind, Tables, Token};
use crate::key::{key, keys};
use crate::lexicon::{Lexicon, class};
use crate::span::Run;

/// What follows the noun of a body in its name.
const FOR: [u64; 3] = keys(["of", "for", "on"]);

/// How many words tell what an office is for at most.
const LONGEST: usize = 8;

/// Names bodies by all that they are for, where commas part it, and nobody by what an office is for.
pub(super) fn amend(tables: &Tables, lexicon: &Lexicon, drafts: &mut Vec<Draft>) {
    let head = |at: usize| lexicon.names.class(tables.key(at)) & class::ORG_HEAD != 0;
    let body = |run: Run| {
        let mut words = run.range().skip(1);
        words.any(|at| FOR.contains(&tables.key(at)) && head(at - 1))
    };
    let whole = |draft: &Draft| {
        let run = draft.run;
        let goes_on = draft.kind == EntityType::Organisation
            && tables.kind(run.after()) == Kind::Comma
            && lexicon.names.is_field(tables.key(run.last()))
            && body(run);
        let end = fields_end(tables, lexicon, run.after()).filter(|_| goes_on)?;
        Some(Draft::new(draft.kind, Form::Name, Run::new(run.first(), end)))
    };
    let found: Vec<Draft> = drafts.iter().filter_map(whole).collect();
    let is_of_office = |draft: &Draft| {
        let run = draft.run;
        let office = office_for(tables, lexicon, run.first());
        let end = office.and_then(|it| fields_end(tables, lexicon, it.after() + 1));
        // "Minister for Culture, Media and *Sport Ann Poe*"
        let whole = draft.kind != EntityType::Person && end == Some(run.after());
        let field = lexicon.names.is_field(tables.key(run.last()));
        whole || field && end.is_some_and(|end| run.last() < end)
    };
    let persons = drafts.iter().filter(|draft| draft.kind == EntityType::Person);
    let mut before: Vec<Run> =
        persons.filter_map(|draft| fields_before(tables, lexicon, draft.name.first())).collect();
    before.sort_unstable_by_key(|run| run.start);
    let is_before = |draft: &Draft| {
        let field = lexicon.names.is_field(tables.key(draft.run.last()));
        field && draft.kind != EntityType::Person && is_held(&before, draft.run)
    };
    drafts.retain(|draft| !is_of_office(draft) && !is_before(draft));
    drafts.extend(found);
}

/// Whether a run lies in the last of these that begins before it or where it does; they are sorted and hardly overlap.
pub(super) fn is_held(runs: &[Run], run: Run) -> bool {
    let next = runs.partition_point(|it| it.start <= run.start);
    next.checked_sub(1).and_then(|at| runs.get(at)).is_some_and(|it| it.contains(run))
}

/// What an office is for that stands before the name at token `name`, if that is several fields: "*Trade, Industry and Labour*
/// Minister Ann Poe".
pub(crate) fn fields_before(tables: &Tables, lexicon: &Lexicon, name: usize) -> Option<Run> {
    let capital = |at: usize| {
        tables.tokens.get(at).is_some_and(|word| word.is_word() && word.has(Token::CAPITAL))
    };
    let is = |at: usize, bits: u32| capital(at) && lexicon.names.class(tables.key(at)) & bits != 0;
    // "Health and Sports Minister *Dr* Ann Poe"
    let addressed = |at: &usize| is(*at, class::HONORIFIC | class::RANK);
    let titles = (0..name).rev().take_while(addressed).take(LONGEST).count();
    let letters = |at: usize| tables.is_one_of(at, &keys(["cs", "ps"]));
    let office = name.checked_sub(titles + 1);
    let office = office.filter(|at| is(*at, class::OFFICE) || letters(*at) && capital(*at))?;
    let floor = office.saturating_sub(2 * LONGEST);
    let (mut start, mut joined) = (office, false);
    loop {
        let first = (floor..start).rev().take_while(|at| capital(*at)).last()?;
        (first..start).find(|at| lexicon.names.is_field(tables.key(*at)))?;
        let joint = first.checked_sub(1).filter(|at| *at > floor);
        let goes_on = joint.filter(|at| match joined {
            true => tables.kind(*at) == Kind::Comma && capital(*at - 1),
            false => tables.is_one_of(*at, &[AND, AMPERSAND]),
        });
        let Some(joint) = goes_on else { return joined.then(|| Run::new(first, office)) };
        // "Trade, Industry*, and* Labour"
        let comma = joint.checked_sub(1).filter(|at| tables.kind(*at) == Kind::Comma && !joined);
        (start, joined) = (comma.unwrap_or(joint), true);
    }
}

/// What an office is for, where that stands between it and the name at token `name`: "Minister of *Trade, Industry and Labour* Ann
/// Poe".
pub(crate) fn fields_behind(tables: &Tables, lexicon: &Lexicon, name: usize) -> Option<Run> {
    let capital = |at: usize| tables.tokens.get(at).is_some_and(|it| it.has(Token::CAPITAL));
    let inside = |at: &usize| {
        capital(*at) || tables.is_one_of(*at, &[AND, AMPERSAND]) || tables.kind(*at) == Kind::Comma
    };
    let field = name.checked_sub(1).filter(|at| lexicon.names.is_field(tables.key(*at)))?;
    let first = (name.saturating_sub(2 * LONGEST)..name).rev().take_while(inside).last()?;
    let office = first.checked_sub(2).filter(|_| tables.is_one_of(first - 1, &FOR))?;
    let holder = lexicon.names.class(tables.key(office)) & class::OFFICE != 0;
    (capital(office) && holder && first < field).then(|| Run::new(first, name))
}

/// The end of a list of fields at token `at`, or that goes on at a comma, with "and" before the last one.
pub(crate) fn fields_end(tables: &Tables, lexicon: &Lexicon, mut at: usize) -> Option<usize> {
    /// Fields of one body, and words of one field.
    const FIELDS: usize = 6;
    const WORDS: usize = 3;
    for _ in 0..FIELDS {
        at += usize::from(tables.kind(at) == Kind::Comma);
        let last = tables.is_one_of(at, &[AND, AMPERSAND]);
        at += usize::from(last);
        let capital = |at: &usize| tables.tokens.get(*at).is_some_and(|it| it.has(Token::CAPITAL));
        let words = (at..at + WORDS).take_while(capital);
        let field = |at: usize| lexicon.names.is_field(tables.key(at));
        let end = words.clone().last().filter(|_| words.clone().any(field))? + 1;
        if last {
            return Some(end);
        }
        at = end;
    }
    None
}

/// The words from the noun of an office up to its "for", if what it is for stands between that and token `end`: "*Minister* for
/// Justice Ann Poe", "*Minister of State* for Roads and the Marine Ann Poe".
pub(crate) fn office_for(tables: &Tables, lexicon: &Lexicon, end: usize) -> Option<Run> {
    const BETWEEN: [u64; 3] = keys(["and", "the", "of"]);
    let inside = |at: usize| {
        let capital = tables.tokens.get(at).is_some_and(|word| word.has(Token::CAPITAL));
        capital || tables.is_one_of(at, &BETWEEN) || tables.kind(at) == Kind::Comma
    };
    let first = end.saturating_sub(LONGEST);
    let is_for = |at: usize| tables.is(at, key("for"));
    let at = (first..end).rev().find(|at| is_for(*at) || !inside(*at)).filter(|at| is_for(*at))?;
    let state = at > 1 && tables.is(at - 1, key("state")) && tables.is(at - 2, key("of"));
    let noun = at.checked_sub(if state { 3 } else { 1 })?;
    let office = tables.tokens.get(noun).is_some_and(|word| {
        word.has(Token::CAPITAL) && lexicon.names.class(word.key) & class::OFFICE != 0
    });
    (at + 1 < end && office).then(|| Run::new(noun, at))
}
