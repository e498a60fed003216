//! How long and how often: "three years", "two weeks ago", "a day", "recent months", "every four years", "a two-hour meeting".

use super::calendar::{duration, some, unit_from, unit_value, whole};
use super::{AND, Clock, EVERY, FUTURE, Found, OF, PAST, PRESENT, Sort, THE};
use crate::document::{Kind, Tag};
use crate::entities::quantity::{number_at, number_word};
use crate::key::{KeySet, key, key_of, keys};
use crate::lexicon::{TimeUnit, TimeWord};

const A: [u64; 2] = keys(["a", "an"]);
const AGO: u64 = key("ago");
const EARLIER: u64 = key("earlier");
const LATER: u64 = key("later");
const BEFORE: u64 = key("before");
const AFTER: u64 = key("after");
const FIRST: [u64; 2] = keys(["first", "final"]);
const ONCE: [u64; 2] = keys(["once", "twice"]);
const OLD: [u64; 3] = keys(["old", "older", "younger"]);
const HALF: u64 = key("half");
const FEW: u64 = key("few");
/// Words for a number that is not told.
const VAGUE: KeySet<4> = KeySet::new(["few", "several", "many", "various"]);
/// The same, before "of": "dozens of years".
const VAGUE_OF: KeySet<5> = KeySet::new(["dozens", "hundreds", "thousands", "scores", "number"]);
/// What may stand between a number and its unit: "two *more* years".
const BETWEEN: KeySet<17> = KeySet::new([
    "more", "full", "consecutive", "straight", "whole", "additional", "long", "solid", "working",
    "business", "calendar", "extra", "academic", "fiscal", "financial", "school", "trading",
]);

/// A number of units.
#[derive(Clone, Copy)]
enum Count {
    Of(f64),
    /// "several", "hours"
    Some,
}

impl Clock<'_> {
    /// "three years", "two weeks ago", "every four years", "two more days": the number is token `at`.
    pub(super) fn amount(&self, at: usize, floor: usize) -> Option<Found> {
        let (mut next, mut number) = number_at(self.text, self.tables, self.lexicon, at)?;
        if self.is_and_a_half(next) {
            (next, number) = (next + 3, number + 0.5);
        }
        if BETWEEN.holds(self.tables.key(next)) && self.near(next) {
            next += 1;
        }
        let (len, TimeWord::Unit(unit)) = self.word(next)? else { return None };
        if !self.near(next) || !(0.0..1e6).contains(&number) {
            return None;
        }
        let end = next + len;
        if unit == TimeUnit::Quarter && self.is_share(end) || self.is_age(end) {
            return None;
        }
        if EVERY.contains(&self.before(at, 1, floor)) {
            return Some(Found::new(Sort::Whole, at - 1, end, duration(number, unit)));
        }
        // "One day they will"
        if self.tables.key(at) == key("one") && unit == TimeUnit::Day && !self.is_measured(at, end)
        {
            return None;
        }
        if FIRST.contains(&self.before(at, 1, floor))
            && let Some(whole) = self.part_of(at - 1, end)
        {
            return Some(whole);
        }
        Some(self.placed(at, end, Count::Of(number), unit))
    }

    /// Whether what stands around a single unit says that it is measured: "for *one day*", "*one day* later".
    fn is_measured(&self, at: usize, end: usize) -> bool {
        const MEASURE: KeySet<9> =
            KeySet::new(["for", "in", "within", "of", "than", "only", "just", "least", "after"]);
        const PLACED: KeySet<5> = KeySet::new(["ago", "later", "earlier", "before", "after"]);
        MEASURE.holds(self.before(at, 1, 0)) || PLACED.holds(self.tables.key(end))
    }

    /// "first three months *of 2014*": from `start`, where the amount ends at `end`; with the value of what it is part of.
    fn part_of(&self, start: usize, end: usize) -> Option<Found> {
        if self.tables.key(end) != OF {
            return None;
        }
        let the = usize::from(self.tables.key(end + 1) == THE);
        let whole = self.core(end + 1 + the, end)?;
        (whole.start <= end + 1 + the).then_some(Found { start, ..whole })
    }

    /// An amount from `start` to `end` with what places it behind: "ago", "later", "from now".
    fn placed(&self, start: usize, end: usize, count: Count, unit: TimeUnit) -> Found {
        const NOW: [u64; 2] = keys(["now", "today"]);
        let next = if self.near(end) { self.tables.key(end) } else { 0 };
        let from_now = next == key("from") && NOW.contains(&self.tables.key(end + 1));
        let amount = |len: usize, value| Found::new(Sort::Amount, start, end + len, value);
        let published = |step: i64| {
            match count {
                Count::Some => Some(if step < 0 { PAST } else { FUTURE }.to_owned()),
                Count::Of(number) => {
                    let (number, unit) = whole(number, unit);
                    // No day, month or year is a fraction of one away.
                    let number = (number.fract() == 0.0).then_some(number as i64)?;
                    unit_value(self.published?, unit, step * number)
                }
            }
        };
        let named = |step: i64| {
            let Count::Of(number) = count else { return None };
            let (number, unit) = whole(number, unit);
            let number = (number.fract() == 0.0).then_some(number as i64)?;
            unit_from(self.near_reference(start)?, unit, step * number)
        };
        match next {
            AGO => amount(1, published(-1)),
            EARLIER => amount(1, named(-1)),
            LATER => amount(1, named(1)),
            BEFORE if self.stands_last(end) => amount(1, named(-1)),
            AFTER if self.stands_last(end) => amount(1, named(1)),
            _ if from_now => amount(2, published(1)),
            _ => match count {
                Count::Of(number) => {
                    let (end, value) = self.with_smaller(end, duration(number, unit), unit);
                    Found::new(Sort::Amount, start, end, value)
                }
                Count::Some => amount(0, some(unit)),
            },
        }
    }

    /// Whether nothing follows a word that it could be a preposition of: "two days *before*."
    fn stands_last(&self, at: usize) -> bool {
        let next = self.tables.tag(at + 1);
        self.tables.kind(at + 1) != Kind::Word || matches!(next, Tag::IN | Tag::TO | Tag::CC)
    }

    /// A duration with the smaller units behind it: "two hours, *8 minutes and 1 second*".
    fn with_smaller(
        &self,
        mut end: usize,
        mut value: Option<String>,
        mut unit: TimeUnit,
    ) -> (usize, Option<String>) {
        let join = |end: usize| self.tables.kind(end) == Kind::Comma || self.tables.is(end, AND);
        while value.is_some() && join(end) {
            let next = end + 1 + usize::from(self.tables.is(end + 1, AND));
            let number = number_at(self.text, self.tables, self.lexicon, next);
            let Some((after, number)) = number else { break };
            let Some((len, TimeWord::Unit(smaller))) = self.word(after) else { break };
            let (Some(whole), Some(part)) = (&value, duration(number, smaller)) else { break };
            let prefix = if part.starts_with("PT") { "PT" } else { "P" };
            let fits = whole.starts_with("PT") == (prefix == "PT") && smaller < unit;
            let Some(part) = part.strip_prefix(prefix).filter(|_| fits) else { break };
            (end, unit, value) = (after + len, smaller, Some(format!("{whole}{part}")));
        }
        (end, value)
    }

    /// A unit whose number is no number word: "a year", "half an hour", "several months", "recent days", "years ago", "each
    /// week", "that night", "the weekend".
    pub(super) fn unit(
        &self,
        at: usize,
        end: usize,
        unit: TimeUnit,
        floor: usize,
    ) -> Option<Found> {
        let before = |steps| self.before(at, steps, floor);
        let next = if self.near(end) { self.tables.key(end) } else { 0 };
        let far = [AGO, LATER, EARLIER].contains(&next);
        // "a second term", "a quarter of voters"
        let other = matches!(unit, TimeUnit::Second | TimeUnit::Quarter | TimeUnit::Weekend);
        let whole = |start, value| Some(Found::new(Sort::Whole, start, end, value));
        if self.is_age(end) {
            return None;
        }
        if EVERY.contains(&before(1)) {
            return whole(at - 1, duration(1.0, unit));
        }
        if before(1) == key("other") && before(2) == EVERY[0] {
            return whole(at - 2, duration(2.0, unit));
        }
        if before(1) == key("per") && !other {
            return whole(at, duration(1.0, unit));
        }
        if self.tables.tag(at) == Tag::NNS {
            return self.units(at, end, unit, floor);
        }
        if A.contains(&before(1)) && (!other || far) {
            return Some(self.one(at, end, unit, floor));
        }
        if before(1) == key("that") {
            let value = self.near_reference(at).and_then(|value| unit_from(value, unit, 0));
            return (!other || unit == TimeUnit::Weekend).then(|| Found::point(at - 1, end, value));
        }
        if before(1) == THE { self.this_unit(at, end, unit, floor) } else { None }
    }

    /// "a year", "half a year", "a year and a half"; the unit is token `at`.
    fn one(&self, at: usize, end: usize, unit: TimeUnit, floor: usize) -> Found {
        let (start, number, end) = match self.before(at, 2, floor) {
            HALF => (at - 2, 0.5, end),
            _ if self.is_and_a_half(end) => (at - 1, 1.5, end + 3),
            // "twice a day"
            often if ONCE.contains(&often) => (at - 2, 1.0, end),
            _ => (at - 1, 1.0, end),
        };
        self.placed(start, end, Count::Of(number), unit)
    }

    /// "several months", "a few days", "recent weeks", "these days", "years ago", "for hours"; the units are token `at`.
    fn units(&self, at: usize, end: usize, unit: TimeUnit, floor: usize) -> Option<Found> {
        const BARE: KeySet<9> = KeySet::new([
            "for", "within", "in", "over", "after", "than", "spanning", "spent", "through",
        ]);
        let before = |steps| self.before(at, steps, floor);
        let reference = |steps, value: &str| {
            Some(Found::new(Sort::Whole, at - steps, end, Some(value.to_owned())))
        };
        let some = |steps| Some(self.placed(at - steps, end, Count::Some, unit));
        let couple = before(1) == OF && before(2) == key("couple") || before(1) == key("couple");
        if couple {
            let steps = 1 + usize::from(before(1) == OF);
            let article = usize::from(A.contains(&before(steps + 1)));
            return Some(self.placed(at - steps - article, end, Count::Of(2.0), unit));
        }
        match before(1) {
            of if of == OF && VAGUE_OF.holds(before(2)) => {
                some(2 + usize::from(A.contains(&before(3))))
            }
            FEW if A.contains(&before(2)) => some(2),
            vague if VAGUE.holds(vague) => some(1),
            recent if recent == key("recent") => reference(1, PAST),
            these if these == key("these") => reference(1, PRESENT),
            those if those == key("those") => reference(1, PAST),
            _ => {
                const PLACES: [u64; 5] = keys(["ago", "later", "earlier", "after", "before"]);
                let placed = self.near(end) && PLACES.contains(&self.tables.key(end));
                let bare = BARE.holds(before(1)) && self.tables.key(end) != OF;
                if placed || bare { some(0) } else { None }
            }
        }
    }

    /// "the weekend", "in the year", "later in the day": the unit is token `at` behind "the".
    fn this_unit(&self, at: usize, end: usize, unit: TimeUnit, floor: usize) -> Option<Found> {
        const IN: KeySet<7> =
            KeySet::new(["in", "for", "of", "during", "throughout", "through", "over"]);
        const EARLY: [u64; 4] = keys(["earlier", "later", "early", "late"]);
        let before = |steps| self.before(at, steps, floor);
        let other = match self.tables.key(end) {
            OF => return None,
            BEFORE if self.stands_last(end) => -1,
            AFTER if self.stands_last(end) => 1,
            _ => 0,
        };
        if other != 0 {
            // "the day before"
            let value = self.near_reference(at).and_then(|value| unit_from(value, unit, other));
            return Some(Found::point(at - 1, end + 1, value));
        }
        if !self.closes(at, end) {
            return None;
        }
        let value = match unit {
            TimeUnit::Weekend => self.published.and_then(|date| {
                let over = date.weekday().to_monday_one_offset() < 6;
                let step = -i64::from(over && !self.lies_ahead(at, end));
                unit_value(date, unit, step)
            }),
            TimeUnit::Day if EARLY.contains(&before(3)) => {
                self.near_day(at).and_then(|day| unit_value(day, unit, 0))
            }
            TimeUnit::Week | TimeUnit::Month | TimeUnit::Year | TimeUnit::Quarter
                if IN.holds(before(2)) =>
            {
                self.published.and_then(|date| unit_value(date, unit, 0))
            }
            TimeUnit::Decade | TimeUnit::Century if before(2) == OF => {
                self.published.and_then(|date| unit_value(date, unit, 0))
            }
            _ => return None,
        };
        Some(Found::point(at - 1, end, value))
    }

    /// Whether the noun phrase of a unit ends with it.
    fn closes(&self, at: usize, end: usize) -> bool {
        self.tables.phrase_at(at).is_none_or(|phrase| phrase.tokens.after() <= end)
    }

    /// "last year", "the past year", "past three years", "next few days", "this past weekend": behind a word that steps from
    /// the day of publication; `from` is where the time begins, `at` what is stepped to.
    pub(super) fn stepped_amount(&self, from: usize, at: usize, step: i8) -> Option<Found> {
        let (_, word) = self.word(at).unzip();
        let the = from > 0 && self.near(from) && self.tables.key(from - 1) == THE;
        match word {
            // "over the past year", but "last year", "the last weekend"
            Some(TimeWord::Unit(unit)) if the && lasts(unit) => {
                let end = at + 1;
                let many = self.tables.tag(at) == Tag::NNS;
                let value = match (many, step) {
                    (false, _) => duration(1.0, unit),
                    (true, ..0) => Some(PAST.to_owned()),
                    (true, _) => Some(FUTURE.to_owned()),
                };
                Some(Found::new(Sort::Amount, from, end, value))
            }
            _ if VAGUE.holds(self.tables.key(at)) => {
                let (len, TimeWord::Unit(unit)) = self.word(at + 1)? else { return None };
                Some(Found::new(Sort::Amount, from, at + 1 + len, some(unit)))
            }
            _ if self.tables.key(at) == key("couple") => {
                let units = at + 1 + usize::from(self.tables.key(at + 1) == OF);
                let (len, TimeWord::Unit(unit)) = self.word(units)? else { return None };
                Some(Found::new(Sort::Amount, from, units + len, duration(2.0, unit)))
            }
            // "They did *this* 30 years ago": no part of the time.
            _ if step != 0 => {
                let amount = self.amount(at, at)?;
                Some(Found::new(Sort::Amount, from, amount.end, amount.value))
            }
            _ => None,
        }
    }

    /// A word with a hyphen: "10-year", "two-hour", "half-century", "month-long"; ages are none.
    pub(super) fn length(&self, at: usize, word: &str) -> Option<Found> {
        // "three-quarters" are a share.
        let unit_of = |name: &str| match self.lexicon.names.times.word(key_of(name))? {
            TimeWord::Unit(unit) if *unit != TimeUnit::Quarter => Some(*unit),
            _ => None,
        };
        let word = word.strip_suffix("-long").unwrap_or(word);
        let end = at + 1;
        let Some((number, name)) = word.rsplit_once('-') else {
            let unit = unit_of(word)?;
            let value = if word.ends_with('s') { some(unit) } else { duration(1.0, unit) };
            return Some(Found::new(Sort::Amount, at, end, value));
        };
        let unit = unit_of(name)?;
        let number = match key_of(number) {
            HALF => 0.5,
            number if number == key("quarter") => 0.25,
            _ => number.parse().ok().or_else(|| number_word(number, self.lexicon))?,
        };
        let start = at - usize::from(number < 1.0 && A.contains(&self.before(at, 1, 0)));
        Some(self.placed(start, end, Count::Of(number), unit))
    }

    /// "and a half"
    fn is_and_a_half(&self, at: usize) -> bool {
        let key = |steps| self.tables.key(at + steps);
        key(0) == AND && A.contains(&key(1)) && key(2) == HALF
    }

    /// Whether an amount that ends there is an age: "82 years *old*".
    fn is_age(&self, end: usize) -> bool {
        OLD.contains(&self.tables.key(end))
    }

    /// Whether those follow of whom a quarter is a share: "three quarters *of voters*", "a quarter *of the boats*".
    fn is_share(&self, of: usize) -> bool {
        let whole = self.tables.phrase_at(of + 1).filter(|_| self.tables.is(of, OF));
        whole.is_some_and(|whole| {
            matches!(self.tables.tag(whole.head()), Tag::NNS | Tag::NNPS | Tag::PRP)
        })
    }
}

/// Whether "the past" before a unit says how long, not when.
fn lasts(unit: TimeUnit) -> bool {
    !matches!(
        unit,
        TimeUnit::Day | TimeUnit::Weekend | TimeUnit::Quarter | TimeUnit::Second | TimeUnit::Minute
    )
}
