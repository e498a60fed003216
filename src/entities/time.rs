//! Times: dates, weekdays, months, quarters, "last week", "three years ago", durations and what recurs, with values of ISO 8601
//! and TIMEX3 where the day of publication, the words themselves or a time named before tell them.
//!
//! What is a time, where it begins and where it ends follows TimeML's guidelines for TIMEX3 (Saurí et al. 2006): articles and
//! "early", "the end of" or "more than" belong to it, prepositions do not; ages are none. A word that only times have in them
//! is looked for first; what belongs to it stands around it.

mod amounts;
mod calendar;
mod dates;
mod edges;
mod hours;
mod years;

use jiff::civil::Date;

use crate::document::{Act, Kind, Tables, Tag, Token};
use crate::key::{key, keys};
use crate::lexicon::{CueClass, FrameKind, Lexicon, NEGATIONS, NumberWord, TimeWord};
use crate::span::Run;

/// A time and its value.
pub(crate) type Time = (Run, Option<String>);

/// Longest phrase of the time words.
const LONGEST: usize = 4;

pub(crate) const THEN: u64 = key("then");
const THE: u64 = key("the");
const OF: u64 = key("of");
const AND: u64 = key("and");
/// Values of what is no date: "a few years ago", "in the coming weeks", "these days".
const PAST: &str = "PAST_REF";
const FUTURE: &str = "FUTURE_REF";
const PRESENT: &str = "PRESENT_REF";
/// What stands before each that recurs: "every Friday".
const EVERY: [u64; 2] = keys(["every", "each"]);

/// The words around a time, and what they are.
pub(crate) struct Clock<'a> {
    pub(crate) text: &'a str,
    pub(crate) tables: &'a Tables,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) published: Option<Date>,
    latest: Option<Latest>,
}

/// The last date that the article named, and the token behind it.
struct Latest {
    value: String,
    end: usize,
}

/// A time without what belongs to it at its edges.
struct Found {
    start: usize,
    end: usize,
    value: Option<String>,
    sort: Sort,
}

/// What may belong to a time at its edges.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// A year by itself: "fiscal 2014", "the year 2014".
    Year,
    /// Any other time at which something is: "*early* on Friday".
    Point,
    /// The time by the clock: "*about* 9:30".
    Clock,
    /// How long something takes, or how far away it is: "*more than* a year".
    Amount,
    /// What is whole as it stands: "every Friday", "now".
    Whole,
}

impl Found {
    fn new(sort: Sort, start: usize, end: usize, value: Option<String>) -> Found {
        Found { start, end, value, sort }
    }

    fn point(start: usize, end: usize, value: Option<String>) -> Found {
        Found::new(Sort::Point, start, end, value)
    }
}

impl<'a> Clock<'a> {
    pub(crate) fn new(text: &'a str, tables: &'a Tables, lexicon: &'a Lexicon) -> Clock<'a> {
        Clock { text, tables, lexicon, published: tables.published, latest: None }
    }

    /// The time whose first telling word is token `at`, the longest of those; it may begin before `at`, but not before `floor`.
    pub(crate) fn find_time(&mut self, at: usize, floor: usize) -> Option<Time> {
        let found = self.core(at, floor).or_else(|| self.then(at))?;
        let found = self.with_edges(found, floor);
        let dated = |value: &&String| value.starts_with(|letter: char| letter.is_ascii_digit());
        if let Some(value) = found.value.as_ref().filter(dated) {
            // "at 4:30 p.m. on *Sunday*": the day says less than its hour.
            let finer = self.latest.take().filter(|it| it.value.starts_with(value.as_str()));
            let value = finer.map_or_else(|| value.clone(), |it| it.value);
            self.latest = Some(Latest { value, end: found.end });
        }
        Some((Run::new(found.start, found.end), found.value))
    }

    /// "then" in "since then": the last day or year that the article named before.
    fn then(&self, at: usize) -> Option<Found> {
        const BEFORE_THEN: [u64; 5] = keys(["since", "until", "till", "by", "before"]);
        let refers =
            at > 0 && self.tables.key(at) == THEN && BEFORE_THEN.contains(&self.tables.key(at - 1));
        let latest = self.latest.as_ref().map(|latest| latest.value.clone());
        refers.then(|| Found::new(Sort::Whole, at, at + 1, latest))
    }

    fn core(&self, at: usize, floor: usize) -> Option<Found> {
        let token = self.tables.tokens.get(at)?;
        if token.kind == Kind::Number {
            return self
                .iso(at)
                .or_else(|| self.day_month(at))
                .or_else(|| self.clock(at))
                .or_else(|| self.compound(at))
                .or_else(|| self.ordinal(at))
                .or_else(|| self.amount(at, floor))
                .or_else(|| self.year(at));
        }
        let capital = token.has(Token::CAPITAL);
        let found = self.word(at).and_then(|(len, word)| {
            let end = at + len;
            match word {
                TimeWord::Month(month) if capital => self.month(at, end, month),
                TimeWord::Weekday(day) if capital => self.weekday(at, end, day, floor),
                TimeWord::Day(offset, part) => Some(self.day(at, end, offset, part)),
                TimeWord::Modifier(step) => self.modified(at, end, step),
                TimeWord::Anaphor(step) => self.anaphoric(at, end, step),
                TimeWord::Season(season) => self.season(at, end, season),
                TimeWord::Part(part) => self.part_alone(at, end, part, floor),
                TimeWord::Holiday(holiday) if capital => Some(self.holiday(at, end, holiday)),
                TimeWord::Unit(unit) => self.unit(at, end, unit, floor),
                TimeWord::Set(unit) if !capital => {
                    Some(Found::new(Sort::Whole, at, end, calendar::duration(1.0, unit)))
                }
                TimeWord::Reference(value) => self.reference(at, end, value),
                _ => None,
            }
        });
        if found.is_some() {
            found
        } else if token.has(Token::HYPHEN) || token.has(Token::DIGIT) {
            self.compound(at).or_else(|| self.amount(at, floor))
        } else {
            self.lexicon.names.numbers.word(token.key)?;
            self.ordinal(at).or_else(|| self.amount(at, floor))
        }
    }

    /// "now", "recently"; but "now *that* the vote is over".
    fn reference(&self, at: usize, end: usize, value: &'static str) -> Option<Found> {
        let joins = self.tables.key(end) == key("that") && self.tables.tag(end) == Tag::IN;
        (!joins).then(|| Found::new(Sort::Whole, at, end, Some(value.to_owned())))
    }

    /// Whether a space alone parts the token from the one before it.
    fn near(&self, at: usize) -> bool {
        self.tables
            .tokens
            .get(at)
            .is_some_and(|token| token.has(Token::SPACE) && !token.has(Token::SENTENCE))
    }

    /// The word `steps` tokens before another, with only spaces between and not before `floor`; else 0.
    fn before(&self, at: usize, steps: usize, floor: usize) -> u64 {
        let reaches = at >= floor + steps && (at + 1 - steps..=at).all(|it| self.near(it));
        if reaches { self.tables.key(at - steps) } else { 0 }
    }

    fn word(&self, at: usize) -> Option<(usize, TimeWord)> {
        let tokens = self.tables.tokens.get(at..)?.iter().take(LONGEST);
        let found = self.lexicon.names.times.longest(tokens.map(|token| token.key));
        found.map(|(len, word)| (len, *word))
    }

    fn ordinal_number(&self, key: u64) -> Option<f64> {
        match self.lexicon.names.numbers.word(key)? {
            NumberWord::Ordinal(number) => Some(*number),
            _ => None,
        }
    }

    /// The value of the last date that the article named, if that is not far away.
    fn near_reference(&self, at: usize) -> Option<&str> {
        /// Farther back, "the next day" means another.
        const REACH: usize = 60;
        let latest = self.latest.as_ref().filter(|latest| at < latest.end + REACH)?;
        Some(&latest.value)
    }

    /// The last day that the article named, if that is not far away.
    fn near_day(&self, at: usize) -> Option<Date> {
        self.near_reference(at)?.get(..10)?.parse().ok()
    }

    /// Whether a day lies ahead by the preposition before it, else as [`Clock::lies_ahead`] says: "adjourned *until* Monday",
    /// "planned *for* Monday".
    fn day_lies_ahead(&self, start: usize, end: usize) -> bool {
        const AHEAD: [u64; 3] = keys(["until", "till", "for"]);
        AHEAD.contains(&self.before(start, 1, 0)) || self.lies_ahead(start, end)
    }

    /// Whether the verbs nearest before a time in its sentence, else those after it, speak of what is to come: "will meet *on
    /// Friday*", "agreed to meet *in May*", "is due *on Friday*".
    fn lies_ahead(&self, start: usize, end: usize) -> bool {
        /// How far away the verb may be, in tokens.
        const REACH: usize = 24;
        let Tables { tokens, .. } = self.tables;
        let starts = |at: &usize| tokens[*at].has(Token::SENTENCE);
        let first = (start.saturating_sub(REACH)..=start).rev().find(starts);
        let first = first.unwrap_or(start.saturating_sub(REACH));
        if let Some(verb) = (first..start).rev().find(|at| tokens[*at].tag.is_verb()) {
            return self.is_future(first, verb);
        }
        let after = tokens.len().min(end + REACH);
        let verb = |at: &usize| tokens[*at].tag.is_verb() || tokens[*at].tag == Tag::MD;
        let next = (end..after).take_while(|at| !starts(at)).find(verb);
        // The last word of its group tells: "will be held".
        next.is_some_and(|verb| {
            let group = (verb..after).take_while(|at| goes_in_group(tokens[*at].tag));
            self.is_future(verb, group.last().unwrap_or(verb))
        })
    }

    /// Whether the verb group that ends with `verb` speaks of what is to come; `first` bounds it.
    fn is_future(&self, first: usize, verb: usize) -> bool {
        let tag = |at: usize| self.tables.tag(at);
        let group = (first..=verb).rev().take_while(|at| goes_in_group(tag(*at)));
        let start = group.last().unwrap_or(verb);
        let has = |wanted: Tag| (start..=verb).any(|at| tag(at) == wanted);
        if let Some(to) = (start..=verb).rev().find(|at| tag(*at) == Tag::TO) {
            // "agreed to meet on Friday", but "declined to comment on Friday"
            let governs = to.checked_sub(1).filter(|at| *at >= first && tag(*at).is_verb());
            let past = |at: usize| matches!(tag(at), Tag::VBD | Tag::VBN);
            return governs.is_none_or(|at| !past(at) || self.is_plan(at));
        }
        let any = |words: &[u64]| (start..verb).any(|at| self.tables.is_one_of(at, words));
        let perfect = any(&[key("has"), key("have")]);
        // "did not respond on Friday", "could not be reached on Friday"
        let past = any(&[key("did")]) || any(&[key("could")]) && any(&NEGATIONS);
        !perfect && !past && [Tag::MD, Tag::VBZ, Tag::VBP, Tag::VB].into_iter().any(has)
    }

    /// Whether a verb introduces what somebody means, wants or expects to happen.
    fn is_plan(&self, at: usize) -> bool {
        use Act::{Ask, Demand, Intend, Predict, Promise, Propose};
        let cues = &self.lexicon.cues;
        let mut entries = cues
            .get(self.tables.key(at), CueClass::Verb)
            .map(|entry| &cues.entries[entry as usize]);
        let entry = entries.find(|entry| entry.rest.is_empty());
        let act = entry.map(|entry| entry.act_in(FrameKind::To));
        matches!(act, Some(Ask | Demand | Intend | Predict | Promise | Propose))
    }
}

/// Whether a word may stand in a verb group.
fn goes_in_group(tag: Tag) -> bool {
    tag.is_verb() || tag.is_adverb() || matches!(tag, Tag::MD | Tag::TO)
}
