//! The words that names are made of and stand beside: titles, roles, given names, company words, words of time and number.

use std::ops::RangeInclusive;

use super::{Row, part_keys, parts, read_tsv};
use crate::document::Gender;
use crate::error::Error;
use crate::key::{KeyFilter, KeyMap, chain, keys, phrase_keys};

/// Phrases of one or more words, looked up word by word from the left.
///
/// A node's hash is that of the words so far, so a lookup stops at the first word that no phrase goes on with.
#[derive(Clone, Debug)]
pub(crate) struct PhraseMap<V> {
    nodes: KeyMap<Node<V>>,
}

#[derive(Clone, Debug)]
struct Node<V> {
    value: Option<V>,
    /// Longer phrases begin with these words.
    more: bool,
}

impl<V> Default for PhraseMap<V> {
    fn default() -> Self {
        PhraseMap { nodes: KeyMap::default() }
    }
}

impl<V> PhraseMap<V> {
    pub(crate) fn with_capacity(phrases: usize) -> PhraseMap<V> {
        PhraseMap { nodes: KeyMap::with_capacity_and_hasher(phrases, Default::default()) }
    }

    /// The value slot of the phrase with these word keys.
    pub(crate) fn slot(&mut self, keys: impl IntoIterator<Item = u64>) -> &mut Option<V> {
        let mut keys = keys.into_iter();
        let mut hash = keys.next().unwrap_or_default();
        for next in keys {
            self.nodes.entry(hash).or_insert(Node { value: None, more: false }).more = true;
            hash = chain(hash, next);
        }
        &mut self.nodes.entry(hash).or_insert(Node { value: None, more: false }).value
    }

    /// The value of a phrase of one word.
    pub(crate) fn word(&self, key: u64) -> Option<&V> {
        self.nodes.get(&key)?.value.as_ref()
    }

    /// Whether phrases of several words begin with this one.
    pub(crate) fn begins(&self, key: u64) -> bool {
        self.nodes.get(&key).is_some_and(|node| node.more)
    }

    /// Calls `each` with the length and value of every phrase that `keys` begins with, shortest first.
    pub(crate) fn walk<'v>(
        &'v self,
        keys: impl IntoIterator<Item = u64>,
        mut each: impl FnMut(usize, &'v V),
    ) {
        let mut hash = 0;
        for (at, key) in keys.into_iter().enumerate() {
            hash = if at == 0 { key } else { chain(hash, key) };
            let Some(node) = self.nodes.get(&hash) else { return };
            if let Some(value) = &node.value {
                each(at + 1, value);
            }
            if !node.more {
                return;
            }
        }
    }

    /// The longest phrase that `keys` begins with.
    pub(crate) fn longest(&self, keys: impl IntoIterator<Item = u64>) -> Option<(usize, &V)> {
        let mut found = None;
        self.walk(keys, |len, value| found = Some((len, value)));
        found
    }

    /// The value of exactly this phrase.
    pub(crate) fn exact(&self, keys: impl IntoIterator<Item = u64>) -> Option<&V> {
        let mut keys = keys.into_iter();
        let first = keys.next()?;
        self.nodes.get(&keys.fold(first, chain))?.value.as_ref()
    }
}

/// What a word may be in a name or beside one; one bit each, because many words are several of these.
pub(crate) mod class {
    pub(crate) const GIVEN: u32 = 1;
    pub(crate) const SURNAME: u32 = 1 << 1;
    pub(crate) const HONORIFIC: u32 = 1 << 2;
    pub(crate) const RANK: u32 = 1 << 3;
    pub(crate) const TITLE: u32 = 1 << 4;
    pub(crate) const ORG_SUFFIX: u32 = 1 << 5;
    pub(crate) const ORG_SUFFIX_WEAK: u32 = 1 << 6;
    pub(crate) const ORG_HEAD: u32 = 1 << 7;
    pub(crate) const PLACE_SUFFIX: u32 = 1 << 8;
    pub(crate) const PLACE_SUFFIX_WEAK: u32 = 1 << 9;
    pub(crate) const PLACE_PREFIX: u32 = 1 << 10;
    pub(crate) const PLACE_PREFIX_WEAK: u32 = 1 << 11;
    pub(crate) const TEAM: u32 = 1 << 12;
    pub(crate) const TEAM_WEAK: u32 = 1 << 13;
    pub(crate) const EVENT: u32 = 1 << 14;
    pub(crate) const DATE: u32 = 1 << 15;
    pub(crate) const OFFICE: u32 = 1 << 16;
    pub(crate) const HUMAN: u32 = 1 << 17;
    pub(crate) const GROUP: u32 = 1 << 18;
    pub(crate) const PAPER: u32 = 1 << 19;
    pub(crate) const NUMBER: u32 = 1 << 20;
    pub(crate) const TIME_UNIT: u32 = 1 << 21;
    pub(crate) const FEMALE: u32 = 1 << 22;
    pub(crate) const MALE: u32 = 1 << 23;
    /// A phrase of the time words begins with the word.
    pub(crate) const TIME: u32 = 1 << 24;
    pub(crate) const CURRENCY: u32 = 1 << 25;
    pub(crate) const ORDINAL: u32 = 1 << 26;
    /// Many of one origin or faith: "Catholics".
    pub(crate) const PEOPLE: u32 = 1 << 27;
}

/// A bit of `Names::classes` that tells nothing of a name's kind, so that `class` leaves it out.
const FIELD: u32 = 1 << 28;

/// A word or phrase that stands before a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Title {
    pub(crate) kind: TitleKind,
    pub(crate) gender: Gender,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TitleKind {
    /// "Mr."
    Honorific,
    /// "Gen."
    Rank,
    /// "President"
    Title,
}

/// A noun for a person, group or document that may be a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Role {
    pub(crate) kind: RoleKind,
    pub(crate) gender: Gender,
    pub(crate) plural: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum RoleKind {
    Office,
    Spokes,
    Official,
    Expert,
    Kin,
    Group,
    Document,
    Person,
}

/// A word or phrase of time and what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimeWord {
    /// 1 to 12
    Month(i8),
    /// Monday is 1.
    Weekday(i8),
    /// Days from the day of publication, and the part of the day: "tonight".
    Day(i8, Option<[u8; 2]>),
    Unit(TimeUnit),
    /// Part of the day, as TIMEX3 writes it: "MO".
    Part([u8; 2]),
    /// "SP", "SU", "FA", "WI"
    Season([u8; 2]),
    /// last, this, next: -1, 0, 1; from the day of publication
    Modifier(i8),
    /// previous, same, following: -1, 0, 1; from the time named before
    Anaphor(i8),
    /// A word that moves or bounds a time: "ago", "until".
    Edge,
    Holiday(Holiday),
    /// What happens once in each: "daily".
    Set(TimeUnit),
    /// A time that is no date, as TIMEX3 writes it: "now" is "PRESENT_REF".
    Reference(&'static str),
}

/// When in the year a holiday is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holiday {
    /// Month and day.
    Date(i8, i8),
    /// Month, which of its weekdays of the kind (-1 for the last) and the weekday; Monday is 1.
    Weekday(i8, i8, i8),
    /// By the moon, or as who calls it decides.
    Movable,
}

/// From the shortest to the longest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A word of number and its value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum NumberWord {
    Unit(f64),
    Scale(f64),
    Ordinal(f64),
    Fraction(f64),
    /// "%", "pp" or "bp": per cent, percentage points, basis points.
    Percent(&'static str),
    /// The code of ISO 4217, and how many of the unit make one.
    Currency(&'static str, f64),
    /// ">", "<", ">=", "<=", "~" or "=": how the number compares with what is meant.
    Comparator(&'static str),
}

/// The lists of `data/lexicon` that the entities stage reads.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// The `class` bits of a word, whatever the phrase of a list that it stands in, and `FIELD`.
    pub(crate) classes: KeyMap<u32>,
    pub(crate) titles: PhraseMap<Title>,
    pub(crate) roles: PhraseMap<Role>,
    pub(crate) times: PhraseMap<TimeWord>,
    pub(crate) numbers: PhraseMap<NumberWord>,
    /// Given names that are other words or places too, which only what stands around them tells, and their gender.
    also_given: KeyMap<Gender>,
    /// Which words may begin a time or a quantity.
    triggers: KeyFilter,
}

impl Names {
    pub(crate) fn built_in() -> Result<Names, Error> {
        let mut names = Names {
            classes: KeyMap::with_capacity_and_hasher(45_000, Default::default()),
            triggers: KeyFilter::with_room(1 << 11),
            ..Names::default()
        };
        names.add_given_names(list!("lexicon", "given_names.tsv"))?;
        names.add_given_words(list!("lexicon", "given_words.tsv"))?;
        names.add_surnames(list!("lexicon", "surnames.tsv"))?;
        names.add_titles(list!("lexicon", "titles.tsv"))?;
        names.add_roles(list!("lexicon", "roles.tsv"))?;
        names.add_organisation_words(list!("lexicon", "organisation_words.tsv"))?;
        names.add_time_words(list!("lexicon", "time_words.tsv"))?;
        names.add_number_words(list!("lexicon", "number_words.tsv"))?;
        Ok(names)
    }

    /// Whether a time or a quantity may begin with the word; sometimes yes where none does.
    pub(crate) fn may_begin_value(&self, key: u64) -> bool {
        self.triggers.may_hold(key)
    }

    /// The `class` bits of a word.
    pub(crate) fn class(&self, key: u64) -> u32 {
        self.classes.get(&key).copied().unwrap_or(0) & !FIELD
    }

    /// Whether the word names what a ministry, committee or school is for: "Health", "Fisheries".
    pub(crate) fn is_field(&self, key: u64) -> bool {
        self.classes.get(&key).is_some_and(|bits| bits & FIELD != 0)
    }

    /// The gender that a given name tells.
    pub(crate) fn gender(&self, key: u64) -> Gender {
        match self.class(key) & (class::FEMALE | class::MALE) {
            class::FEMALE => Gender::Female,
            class::MALE => Gender::Male,
            _ => Gender::Unknown,
        }
    }

    /// The gender that a word tells which stands where given names do.
    pub(crate) fn gender_of_given(&self, key: u64) -> Gender {
        self.also_given.get(&key).copied().unwrap_or_else(|| self.gender(key))
    }

    /// Whether the word is another word or a place more often than the given name that it may be.
    pub(crate) fn is_given_word(&self, key: u64) -> bool {
        self.also_given.contains_key(&key)
    }

    fn mark(&mut self, key: u64, bits: u32) {
        *self.classes.entry(key).or_default() |= bits;
    }

    /// Marks the first word of a phrase that is a time or a quantity or begins one.
    fn mark_first(&mut self, phrase: &str, bits: u32) {
        let first = phrase_keys(phrase).next().unwrap_or_default();
        self.mark(first, bits);
        if bits & (class::TIME | class::NUMBER | class::ORDINAL) != 0 && !IDLE.contains(&first) {
            self.triggers.add(first);
        }
    }

    /// Marks the last word of a phrase.
    fn mark_head(&mut self, phrase: &str, bits: u32) {
        if let Some(head) = phrase_keys(phrase).last() {
            self.mark(head, bits);
        }
    }

    fn add_given_names(&mut self, (file, text): (&str, &str)) -> Result<(), Error> {
        read_tsv(file, text, ["gender", "names"], |row, [sex, names]| {
            let bits = match gender(row, sex)? {
                Gender::Female => class::FEMALE,
                Gender::Male => class::MALE,
                Gender::Unknown => 0,
            };
            part_keys(names).for_each(|name| self.mark(name, class::GIVEN | bits));
            Ok(())
        })
    }

    fn add_given_words(&mut self, (file, text): (&str, &str)) -> Result<(), Error> {
        read_tsv(file, text, ["gender", "names"], |row, [sex, names]| {
            let gender = gender(row, sex)?;
            self.also_given.extend(part_keys(names).map(|name| (name, gender)));
            Ok(())
        })
    }

    fn add_surnames(&mut self, (file, text): (&str, &str)) -> Result<(), Error> {
        read_tsv(file, text, ["names"], |_, [names]| {
            part_keys(names).for_each(|name| self.mark(name, class::SURNAME));
            Ok(())
        })
    }

    fn add_titles(&mut self, (file, text): (&str, &str)) -> Result<(), Error> {
        read_tsv(file, text, ["title", "kind", "gender"], |row, [title, kind, sex]| {
            let (kind, bits) = match kind {
                "honorific" => (TitleKind::Honorific, class::HONORIFIC),
                "rank" => (TitleKind::Rank, class::RANK),
                "title" => (TitleKind::Title, class::TITLE),
                kind => {
                    return Err(
                        row.error(format!("kind {kind:?}; expected honorific, rank or title"))
                    );
                }
            };
            let gender = gender(row, sex)?;
            // "Datuk *Seri*" and "Tan *Sri*" are no titles without their first word.
            if kind != TitleKind::Honorific || !title.contains(' ') || title.starts_with("The ") {
                self.mark_head(title, bits);
            }
            *self.titles.slot(phrase_keys(title)) = Some(Title { kind, gender });
            Ok(())
        })
    }

    fn add_roles(&mut self, (file, text): (&str, &str)) -> Result<(), Error> {
        read_tsv(file, text, ["role", "plural", "gender", "kind"], |row, [one, more, sex, kind]| {
            let (kind, bits) = role_kind(row, kind)?;
            for (phrase, plural) in [(one, false), (more, true)] {
                if phrase.is_empty() {
                    continue;
                }
                self.mark_head(phrase, bits);
                let role = Role { kind, gender: gender(row, sex)?, plural };
                // "police" is its own plural: the first entry, the singular, stays.
                self.roles.slot(phrase_keys(phrase)).get_or_insert(role);
            }
            Ok(())
        })
    }

    fn add_organisation_words(&mut self, (file, text): (&str, &str)) -> Result<(), Error> {
        read_tsv(file, text, ["word", "position", "strength"], |row, [word, position, strength]| {
            let mut strong = match strength {
                "strong" => true,
                "weak" => false,
                other => {
                    return Err(row.error(format!("strength {other:?}; expected strong or weak")));
                }
            };
            for position in parts(position) {
                let bits = match (position, strong) {
                    ("suffix", true) => class::ORG_SUFFIX,
                    ("suffix", false) => class::ORG_SUFFIX_WEAK,
                    ("head", _) => class::ORG_HEAD,
                    ("place-suffix", true) => class::PLACE_SUFFIX,
                    ("place-suffix", false) => class::PLACE_SUFFIX_WEAK,
                    ("place-prefix", true) => class::PLACE_PREFIX,
                    ("place-prefix", false) => class::PLACE_PREFIX_WEAK,
                    ("team-suffix", true) => class::TEAM,
                    ("team-suffix", false) => class::TEAM_WEAK,
                    ("event", _) => class::EVENT,
                    ("people", _) => class::PEOPLE,
                    ("field", _) => FIELD,
                    (other, _) => return Err(row.error(format!("position {other:?}; expected suffix, head, place-suffix, place-prefix, team-suffix, event, people or field"))),
                };
                self.mark_head(word, bits);
                // The strength applies to the first position only.
                strong = false;
            }
            Ok(())
        })
    }

    fn add_time_words(&mut self, (file, text): (&str, &'static str)) -> Result<(), Error> {
        read_tsv(file, text, ["word", "kind", "value"], |row, [word, kind, value]| {
            let time = time_word(row, kind, value)?;
            let bits = match time {
                TimeWord::Month(_) | TimeWord::Weekday(_) => class::DATE,
                TimeWord::Unit(_) => class::TIME_UNIT,
                _ => 0,
            };
            match time {
                // No name has one of these in it that has a date.
                TimeWord::Set(_) | TimeWord::Reference(_) => {
                    self.triggers.add(phrase_keys(word).next().unwrap_or_default());
                }
                _ => self.mark_first(word, bits | class::TIME),
            }
            self.times.slot(phrase_keys(word)).get_or_insert(time);
            Ok(())
        })
    }

    fn add_number_words(&mut self, (file, text): (&str, &'static str)) -> Result<(), Error> {
        read_tsv(file, text, ["word", "value", "kind"], |row, [word, cell, kind]| {
            let value = || cell.parse::<f64>().map_err(|_| row.error("value is not a number"));
            let (number, bits) = match kind {
                "unit" => (NumberWord::Unit(value()?), class::NUMBER),
                "scale" => (NumberWord::Scale(value()?), class::NUMBER),
                "ordinal" => (NumberWord::Ordinal(value()?), class::ORDINAL),
                "fraction" => (NumberWord::Fraction(value()?), 0),
                "percent" => (NumberWord::Percent(cell), 0),
                "currency" => match cell.strip_suffix("/100") {
                    Some(code) => (NumberWord::Currency(code, 100.0), class::CURRENCY),
                    None => (NumberWord::Currency(cell, 1.0), class::CURRENCY),
                },
                "comparator" => (NumberWord::Comparator(cell), 0),
                kind => return Err(row.error(format!("kind {kind:?}; expected unit, scale, ordinal, fraction, percent, currency or comparator"))),
            };
            self.mark_first(word, bits);
            self.numbers.slot(phrase_keys(word)).get_or_insert(number);
            Ok(())
        })
    }
}

/// The gender of a column `gender`.
pub(crate) fn gender(row: &Row, cell: &str) -> Result<Gender, Error> {
    match cell {
        "f" => Ok(Gender::Female),
        "m" => Ok(Gender::Male),
        "" | "u" | "mf" => Ok(Gender::Unknown),
        other => Err(row.error(format!("gender {other:?}; expected f, m, mf, u or nothing"))),
    }
}

fn role_kind(row: &Row, cell: &str) -> Result<(RoleKind, u32), Error> {
    Ok(match cell {
        "office" => (RoleKind::Office, class::OFFICE),
        "spokes" => (RoleKind::Spokes, class::HUMAN),
        "official" => (RoleKind::Official, class::HUMAN),
        "expert" => (RoleKind::Expert, class::HUMAN),
        "kin" => (RoleKind::Kin, class::HUMAN),
        "group" => (RoleKind::Group, class::GROUP),
        "document" => (RoleKind::Document, class::PAPER),
        "person" => (RoleKind::Person, class::HUMAN),
        kind => return Err(row.error(format!("kind {kind:?}; expected office, spokes, official, expert, kin, group, document or person"))),
    })
}

fn time_word(row: &Row, kind: &str, value: &'static str) -> Result<TimeWord, Error> {
    let wrong = || row.error(format!("value {value:?} does not fit the kind"));
    let in_range = |value: &str, range: RangeInclusive<i8>| {
        value.parse().ok().filter(|number| range.contains(number)).ok_or_else(wrong)
    };
    let number = |range| in_range(value, range);
    let letters = |value: &str| <[u8; 2]>::try_from(value.as_bytes()).map_err(|_| wrong());
    Ok(match kind {
        "month" => TimeWord::Month(number(1..=12)?),
        "weekday" => TimeWord::Weekday(number(1..=7)?),
        "day" => match value.split_once(' ') {
            Some((days, part)) => {
                TimeWord::Day(in_range(days, i8::MIN..=i8::MAX)?, Some(letters(part)?))
            }
            None => TimeWord::Day(number(i8::MIN..=i8::MAX)?, None),
        },
        "unit" => TimeWord::Unit(time_unit(value).ok_or_else(wrong)?),
        "part" => TimeWord::Part(letters(value)?),
        "season" => TimeWord::Season(letters(value)?),
        "modifier" => TimeWord::Modifier(number(-1..=1)?),
        "anaphor" => TimeWord::Anaphor(number(-1..=1)?),
        "edge" if EDGES.contains(&value) => TimeWord::Edge,
        "edge" => return Err(wrong()),
        "holiday" => TimeWord::Holiday(holiday(value).ok_or_else(wrong)?),
        "set" => TimeWord::Set(time_unit(value).ok_or_else(wrong)?),
        "reference" if REFERENCES.contains(&value) => TimeWord::Reference(value),
        "reference" => return Err(wrong()),
        kind => return Err(row.error(format!("kind {kind:?}; expected month, weekday, day, unit, part, season, modifier, anaphor, edge, holiday, set or reference"))),
    })
}

/// "12-25", "11-4-4" for the fourth Thursday of November, "-" where it moves otherwise.
fn holiday(value: &str) -> Option<Holiday> {
    if value == "-" {
        return Some(Holiday::Movable);
    }
    let (month, day) = value.split_once('-')?;
    let month = month.parse().ok()?;
    match day.split_once('-') {
        Some((weekday, number)) => {
            Some(Holiday::Weekday(month, number.parse().ok()?, weekday.parse().ok()?))
        }
        None => Some(Holiday::Date(month, day.parse().ok()?)),
    }
}

fn time_unit(value: &str) -> Option<TimeUnit> {
    Some(match value {
        "second" => TimeUnit::Second,
        "minute" => TimeUnit::Minute,
        "hour" => TimeUnit::Hour,
        "day" => TimeUnit::Day,
        "week" => TimeUnit::Week,
        "weekend" => TimeUnit::Weekend,
        "fortnight" => TimeUnit::Fortnight,
        "month" => TimeUnit::Month,
        "quarter" => TimeUnit::Quarter,
        "year" => TimeUnit::Year,
        "decade" => TimeUnit::Decade,
        "century" => TimeUnit::Century,
        "millennium" => TimeUnit::Millennium,
        _ => return None,
    })
}

/// Values of times that are no dates.
const REFERENCES: [&str; 3] = ["PAST_REF", "PRESENT_REF", "FUTURE_REF"];

/// How a word may move or bound a time; the list says it for whoever reads it.
const EDGES: [&str; 8] = ["BEFORE", "AFTER", "SINCE", "UNTIL", "START", "MID", "END", "DURING"];

/// Words of the lists that begin none by themselves, or too rarely for how often they stand in a text.
const IDLE: [u64; 26] = keys([
    "the", "over", "about", "around", "after", "before", "since", "from", "until", "by", "in",
    "at", "up", "some", "more", "less", "under", "within", "through", "during", "than", "as", "a",
    "an", "to", "of",
]);
