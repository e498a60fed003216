//! Times: dates, weekdays, months, quarters, "last week", "three years ago", durations; with ISO 8601 values where the day of
//! publication or the words themselves tell them.

use jiff::civil::{Date, Weekday};
use jiff::{Span as Length, ToSpan};

use super::quantity::number_at;
use crate::document::{Act, Kind, Tables, Tag, Token};
use crate::lexicon::{CueClass, FrameKind, Lexicon, NumberWord, TimeUnit, TimeWord, key, keys};
use crate::span::Run;

/// A time and its ISO 8601 value.
pub(crate) type Time = (Run, Option<String>);

/// Longest phrase of the time words.
const LONGEST: usize = 4;
/// Months and weekdays that are other words too: they need a day, a year or one of `BEFORE` beside them.
const AMBIGUOUS: [u64; 8] = keys(["may", "march", "august", "sun", "sat", "mon", "wed", "mar"]);
const BEFORE: [u64; 18] = keys([
    "in", "on", "of", "by", "since", "until", "till", "from", "to", "through", "last", "next",
    "this", "early", "late", "mid", "every", "between",
]);
const BEFORE_YEAR: [u64; 20] = keys([
    "in", "since", "of", "by", "until", "till", "from", "to", "before", "after", "during", "year",
    "late", "early", "mid", "between", "circa", "around", "fiscal", "season",
]);
const EARLY: [u64; 5] = keys(["early", "late", "mid", "earlier", "later"]);

pub(crate) const THEN: u64 = key("then");
const AGO: u64 = key("ago");
const EARLIER: u64 = key("earlier");

/// The words around a time, and what they are.
pub(crate) struct Clock<'a> {
    pub(crate) text: &'a str,
    pub(crate) tables: &'a Tables,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) published: Option<Date>,
}

impl Clock<'_> {
    /// The time at token `at`, the longest of those that begin there.
    pub(crate) fn find_time(&self, at: usize) -> Option<Time> {
        let found = self.any(at)?;
        let early = at > 0 && self.near(at) && EARLY.contains(&self.tables.key(at - 1));
        let start = if early { at - 1 } else { at };
        Some((Run::new(start, found.0), found.1))
    }

    /// "then" in "since then": the last day or year that the article named before, `latest`.
    pub(crate) fn find_then(&self, at: usize, latest: Option<&str>) -> Option<Time> {
        const BEFORE_THEN: [u64; 5] = keys(["since", "until", "till", "by", "before"]);
        let refers =
            at > 0 && self.tables.key(at) == THEN && BEFORE_THEN.contains(&self.tables.key(at - 1));
        refers.then(|| (Run::new(at, at + 1), latest.map(str::to_owned)))
    }

    fn any(&self, at: usize) -> Option<(usize, Option<String>)> {
        let token = self.tables.tokens.get(at)?;
        if token.kind == Kind::Number {
            let day_first = || self.day_month(at);
            return self
                .iso(at)
                .or_else(day_first)
                .or_else(|| self.clock(at))
                .or_else(|| self.amount(at))
                .or_else(|| self.year(at));
        }
        let found = self.word(at).and_then(|(len, word)| match word {
            TimeWord::Month(month) if token.has(Token::CAPITAL) => self.month(at, len, month),
            TimeWord::Weekday(day) if token.has(Token::CAPITAL) => self.weekday(at, at + len, day),
            TimeWord::Day(offset) => Some(self.day(at + len, offset)),
            TimeWord::Modifier(step) => self.modified(at, len, step),
            TimeWord::Season(season) => self.season(at, len, season),
            TimeWord::Holiday(month, day) if token.has(Token::CAPITAL) => {
                Some(self.holiday(at + len, month, day))
            }
            _ => None,
        });
        found.or_else(|| self.quarter(at)).or_else(|| self.amount(at))
    }

    /// Whether a space alone parts the token from the one before it.
    fn near(&self, at: usize) -> bool {
        self.tables
            .tokens
            .get(at)
            .is_some_and(|token| token.has(Token::SPACE) && !token.has(Token::SENTENCE))
    }

    fn word(&self, at: usize) -> Option<(usize, TimeWord)> {
        let tokens = self.tables.tokens.get(at..)?.iter().take(LONGEST);
        let found = self.lexicon.names.times.longest(tokens.map(|token| token.key));
        found.map(|(len, word)| (len, *word))
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
        let perfect = (start..verb)
            .any(|at| self.tables.key(at) == key("has") || self.tables.key(at) == key("have"));
        !perfect && [Tag::MD, Tag::VBZ, Tag::VBP].into_iter().any(has)
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

    fn number(&self, at: usize) -> Option<u32> {
        let token = self.tables.tokens.get(at).filter(|token| token.kind == Kind::Number)?;
        let digits = token.span().of(self.text);
        digits.trim_end_matches(|letter: char| letter.is_ascii_alphabetic()).parse().ok()
    }

    fn day_of_month(&self, at: usize) -> Option<i8> {
        let token = self.tables.tokens.get(at)?;
        let short = token.end - token.start <= 4;
        self.number(at).filter(|day| short && (1..=31).contains(day)).map(|day| day as i8)
    }

    fn year_at(&self, at: usize) -> Option<i16> {
        let token = self.tables.tokens.get(at)?;
        let four = token.end - token.start == 4;
        self.number(at).filter(|year| four && (1000..2200).contains(year)).map(|year| year as i16)
    }

    /// The year after a date, with or without a comma: its end and value.
    fn year_after(&self, end: usize) -> Option<(usize, i16)> {
        let at = if self.tables.kind(end) == Kind::Comma { end + 1 } else { end };
        self.year_at(at).map(|year| (at + 1, year))
    }

    /// "Dec. 28", "December 28, 2014", "December 2014", "December"
    fn month(&self, at: usize, len: usize, month: i8) -> Option<(usize, Option<String>)> {
        let mut end = at + len;
        if let Some(day) = self.day_of_month(end) {
            end += 1;
            let year = self.year_after(end);
            return Some((
                year.map_or(end, |(end, _)| end),
                self.date_value(year.map(|(_, year)| year), month, day),
            ));
        }
        let of = usize::from(self.tables.key(end) == key("of"));
        if let Some(year) = self.year_at(end + of) {
            return Some((end + of + 1, Some(format!("{year:04}-{month:02}"))));
        }
        let supported = at > 0 && BEFORE.contains(&self.tables.key(at - 1)) && self.near(at);
        if AMBIGUOUS.contains(&self.tables.key(at)) && !supported {
            return None;
        }
        let year = self.published.map(|date| {
            let ahead = self.lies_ahead(at, end);
            date.year() + nearest_year(i16::from(month), i16::from(date.month()), ahead)
        });
        Some((end, year.map(|year| format!("{year:04}-{month:02}"))))
    }

    /// "28 December 2014"
    fn day_month(&self, at: usize) -> Option<(usize, Option<String>)> {
        let day = self.day_of_month(at)?;
        let of = usize::from(self.tables.key(at + 1) == key("of"));
        let (len, TimeWord::Month(month)) = self.word(at + 1 + of)? else { return None };
        if !self.tables.tokens.get(at + 1 + of)?.has(Token::CAPITAL) {
            return None;
        }
        let end = at + 1 + of + len;
        let year = self.year_after(end);
        Some((
            year.map_or(end, |(end, _)| end),
            self.date_value(year.map(|(_, year)| year), month, day),
        ))
    }

    /// A day of the year that is named, else of the year that brings it nearest to the day of publication; `None` of one that
    /// the calendar does not have.
    fn date_value(&self, year: Option<i16>, month: i8, day: i8) -> Option<String> {
        const LEAP: i16 = 2000;
        Date::new(year.unwrap_or(LEAP), month, day).ok()?;
        let date = match year {
            Some(year) => Date::new(year, month, day).ok(),
            None => self.published.and_then(|published| {
                let near =
                    (-1..=1).filter_map(|step| Date::new(published.year() + step, month, day).ok());
                near.min_by_key(|date| (days_between(*date, published).abs(), *date))
            }),
        };
        Some(date.map_or_else(|| format!("XXXX-{month:02}-{day:02}"), |date| date.to_string()))
    }

    /// "Friday", "Friday night", "Friday, Dec. 3": by itself the last such day up to the day of publication, or the next one where
    /// the sentence speaks of what is to come.
    fn weekday(&self, at: usize, end: usize, day: i8) -> Option<(usize, Option<String>)> {
        let comma = usize::from(self.tables.kind(end) == Kind::Comma);
        if let Some((len, TimeWord::Month(month))) = self.word(end + comma)
            && let Some(found) = self
                .day_of_month(end + comma + len)
                .and_then(|_| self.month(end + comma, len, month))
        {
            return Some(found);
        }
        if let Some(found) = self.day_month(end + comma) {
            return Some(found);
        }
        if self.tables.key(end) == key("the")
            && let Some(number) = self.day_of_month(end + 1)
        {
            let ahead = self.lies_ahead(at, end);
            return Some((end + 2, self.numbered_weekday(day, number, ahead)));
        }
        let supported = at > 0 && BEFORE.contains(&self.tables.key(at - 1));
        if AMBIGUOUS.contains(&self.tables.key(at)) && !supported {
            return None;
        }
        let step = if self.lies_ahead(at, end) { 1 } else { -1 };
        let date = self.published.map(|date| weekday_near(date, day, step, true).to_string());
        Some(self.part(end, date))
    }

    /// "Friday the 13th": the last one up to the day of publication, or the next one `ahead`.
    fn numbered_weekday(&self, weekday: i8, day: i8, ahead: bool) -> Option<String> {
        /// A day of the month falls on each weekday within that many months; only the last days may take longer.
        const MONTHS: i32 = 14;
        let published = self.published?;
        let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
        let date = |months: i32| {
            let months = if ahead { months } else { -months };
            let month = published.first_of_month().checked_add(months.months()).ok()?;
            Date::new(month.year(), month.month(), day).ok()
        };
        let past = |date: &Date| if ahead { *date < published } else { *date > published };
        let mut those = (0..=MONTHS).filter_map(date).filter(|it| it.weekday() == weekday);
        those.find(|date| !past(date)).map(|date| date.to_string())
    }

    /// A part of the day after a date: "night" in "Friday night".
    fn part(&self, end: usize, date: Option<String>) -> (usize, Option<String>) {
        match self.word(end) {
            Some((len, TimeWord::Part(part))) if self.near(end) => {
                let letters = String::from_utf8_lossy(&part).into_owned();
                (end + len, date.map(|date| format!("{date}T{letters}")))
            }
            _ => (end, date),
        }
    }

    /// "yesterday", "tomorrow morning"
    fn day(&self, end: usize, offset: i8) -> (usize, Option<String>) {
        let date = self.published.and_then(|date| date.checked_add(i64::from(offset).days()).ok());
        self.part(end, date.map(|date| date.to_string()))
    }

    /// "last week", "next Friday", "this year", "last May", "last three years"
    fn modified(&self, at: usize, len: usize, step: i8) -> Option<(usize, Option<String>)> {
        let next = at + len;
        if !self.near(next) {
            return None;
        }
        let stepped =
            self.word(next).and_then(|(len, word)| self.stepped(at, next + len, step, word));
        // "They did *this* 30 years ago": no part of the time.
        stepped.or_else(|| self.amount(next).filter(|_| step != 0))
    }

    /// The week, day, month or season `step` from that of publication; the words from `at` to `end` name it.
    fn stepped(
        &self,
        at: usize,
        end: usize,
        step: i8,
        word: TimeWord,
    ) -> Option<(usize, Option<String>)> {
        let year = |date, months| {
            let ahead = step == 0 && self.lies_ahead(at, end);
            stepped_year(date, step, months, ahead)
        };
        let published = self.published;
        let value = match word {
            TimeWord::Unit(unit) => {
                published.and_then(|date| unit_value(date, unit, i64::from(step)))
            }
            TimeWord::Weekday(day) => {
                let date = published.map(|date| weekday_near(date, day, step, false).to_string());
                return Some(self.part(end, date));
            }
            TimeWord::Month(month) => {
                published.map(|date| format!("{:04}-{month:02}", year(date, [month; 2])))
            }
            TimeWord::Season(season) => {
                published.map(|date| season_value(year(date, season_months(season)), season))
            }
            TimeWord::Part(part) if step == 0 => {
                published.map(|date| format!("{date}T{}", String::from_utf8_lossy(&part)))
            }
            _ => return None,
        };
        Some((end, value))
    }

    /// "summer 2014", "summer of 2014"
    fn season(&self, at: usize, len: usize, season: [u8; 2]) -> Option<(usize, Option<String>)> {
        let of = usize::from(self.tables.key(at + len) == key("of"));
        let year = self.year_at(at + len + of)?;
        Some((at + len + of + 1, Some(season_value(year, season))))
    }

    fn holiday(&self, end: usize, month: i8, day: i8) -> (usize, Option<String>) {
        match self.year_after(end).filter(|(next, _)| *next == end + 1) {
            Some((end, year)) => (end, self.date_value(Some(year), month, day)),
            None => (end, self.date_value(None, month, day)),
        }
    }

    /// "third quarter", "fourth quarter of 2014"
    fn quarter(&self, at: usize) -> Option<(usize, Option<String>)> {
        let NumberWord::Ordinal(number) = self.lexicon.names.numbers.word(self.tables.key(at))?
        else {
            return None;
        };
        let (len, TimeWord::Unit(TimeUnit::Quarter)) = self.word(at + 1)? else { return None };
        if !(1.0..=4.0).contains(number) {
            return None;
        }
        let end = at + 1 + len;
        let of = usize::from(self.tables.key(end) == key("of"));
        if let Some(year) = self.year_at(end + of) {
            return Some((end + of + 1, Some(format!("{year:04}-Q{number}"))));
        }
        let value = self.published.map(|date| {
            let now = (i16::from(date.month()) + 2) / 3;
            let years = nearest_year(*number as i16, now, self.lies_ahead(at, end));
            format!("{:04}-Q{number}", date.year() + years)
        });
        Some((end, value))
    }

    /// "three years", "two weeks ago", "10 days later"
    fn amount(&self, at: usize) -> Option<(usize, Option<String>)> {
        let (next, number) = number_at(self.text, self.tables, self.lexicon, at)?;
        let (len, TimeWord::Unit(unit)) = self.word(next)? else { return None };
        if !self.near(next) || !(0.0..1e6).contains(&number) {
            return None;
        }
        let end = next + len;
        if unit == TimeUnit::Quarter && self.is_share(end) {
            return None;
        }
        // No day, month or year is a fraction of one away.
        let count = (number.fract() == 0.0).then_some(number as i64);
        let ago =
            || self.published.zip(count).and_then(|(date, count)| unit_value(date, unit, -count));
        Some(match self.tables.key(end) {
            AGO => (end + 1, ago()),
            EARLIER => (end + 1, None),
            _ => (end, duration(number, unit)),
        })
    }

    /// Whether those follow of whom a quarter is a share: "three quarters *of voters*", "a quarter *of the boats*".
    fn is_share(&self, of: usize) -> bool {
        let whole = self.tables.phrase_at(of + 1).filter(|_| self.tables.is(of, key("of")));
        whole.is_some_and(|whole| {
            matches!(self.tables.tag(whole.head as usize), Tag::NNS | Tag::NNPS | Tag::PRP)
        })
    }

    /// "2021-12-04"
    fn iso(&self, at: usize) -> Option<(usize, Option<String>)> {
        let word = self.tables.tokens.get(at)?.span().of(self.text);
        let date: Date = (word.len() == 10).then(|| word.parse().ok())??;
        Some((at + 1, Some(date.to_string())))
    }

    /// "10:30 a.m.", "5 p.m.", "10:30"
    fn clock(&self, at: usize) -> Option<(usize, Option<String>)> {
        let word = self.tables.tokens.get(at)?.span().of(self.text);
        let (digits, glued) = word
            .split_at(word.find(|letter: char| letter.is_ascii_alphabetic()).unwrap_or(word.len()));
        let next = if glued.is_empty() { self.tables.key(at + 1) } else { key(glued) };
        let afternoon = [key("pm"), key("p.m.")].contains(&next);
        let morning = [key("am"), key("a.m.")].contains(&next);
        let (hour, minute) = digits.split_once(':').unwrap_or((digits, "00"));
        let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
        let half = afternoon || morning;
        if hour > 24
            || minute > 59
            || half && !(1..=12).contains(&hour)
            || !half && (!digits.contains(':') || !glued.is_empty())
        {
            return None;
        }
        let hour = if half { hour % 12 + if afternoon { 12 } else { 0 } } else { hour };
        let end = at + 1 + usize::from(half && glued.is_empty());
        Some((end, Some(format!("T{hour:02}:{minute:02}"))))
    }

    /// "2014" where the words around say that it is a year, "1990s"
    fn year(&self, at: usize) -> Option<(usize, Option<String>)> {
        let word = self.tables.tokens.get(at)?.span().of(self.text);
        if word.len() == 5
            && word.ends_with("0s")
            && (word.starts_with("19") || word.starts_with("20") || word.starts_with("18"))
        {
            return Some((at + 1, word.get(..3).map(str::to_owned)));
        }
        let year = self.year_at(at).filter(|year| (1500..2100).contains(year))?;
        let before = at.checked_sub(1).map_or(0, |before| self.tables.key(before));
        let bracket = at > 0
            && self.tables.kind(at - 1) == Kind::Open
            && self.tables.kind(at + 1) == Kind::Close;
        let spelled = word.bytes().all(|byte| byte.is_ascii_digit());
        (spelled && (BEFORE_YEAR.contains(&before) || bracket))
            .then(|| (at + 1, Some(format!("{year:04}"))))
    }
}

/// Whether of two steps of a year the first lies in the same year (0), the one before (-1) or the next (1): the last such step up
/// to now, or the next one `ahead`.
fn nearest_year(step: i16, now: i16, ahead: bool) -> i16 {
    if ahead { i16::from(step < now) } else { -i16::from(step > now) }
}

/// The year of the last (`step` < 0), this (0) or the next month or season, which lasts from the first of `months` to the last:
/// the last is over, the next has not begun, and this one is of the year of publication unless it is over and lies `ahead`.
fn stepped_year(date: Date, step: i8, [first, last]: [i8; 2], ahead: bool) -> i16 {
    let now = date.month();
    date.year()
        + match step {
            ..0 => -i16::from(now <= last),
            0 => i16::from(ahead && last < now),
            1.. => i16::from(first <= now),
        }
}

/// The first and the last month of a season. Winter counts as December, since its value has but one year.
fn season_months(season: [u8; 2]) -> [i8; 2] {
    match &season {
        b"SP" => [3, 5],
        b"SU" => [6, 8],
        b"FA" => [9, 11],
        _ => [12, 12],
    }
}

fn days_between(date: Date, other: Date) -> i32 {
    date.since(other).map_or(i32::MAX, |length| length.get_days())
}

/// The nearest such weekday: before (`step` < 0), from today on (0), or after today.
fn weekday_near(date: Date, day: i8, step: i8, today: bool) -> Date {
    let Ok(weekday) = Weekday::from_monday_one_offset(day) else { return date };
    if date.weekday() == weekday && (today || step == 0) {
        return date;
    }
    date.nth_weekday(if step < 0 { -1 } else { 1 }, weekday).unwrap_or(date)
}

/// The unit that lies `steps` units from the one that holds the date.
fn unit_value(date: Date, unit: TimeUnit, steps: i64) -> Option<String> {
    let moved = |length: Length| date.checked_add(length).ok();
    let span = |length: Result<Length, jiff::Error>| length.ok().and_then(moved);
    let new = Length::new;
    Some(match unit {
        TimeUnit::Day => span(new().try_days(steps))?.to_string(),
        TimeUnit::Week | TimeUnit::Weekend | TimeUnit::Fortnight => {
            let weeks = if unit == TimeUnit::Fortnight { steps.checked_mul(2)? } else { steps };
            let week = span(new().try_weeks(weeks))?.iso_week_date();
            let tail = if unit == TimeUnit::Weekend { "-WE" } else { "" };
            format!("{:04}-W{:02}{tail}", week.year(), week.week())
        }
        TimeUnit::Month => span(new().try_months(steps))?.strftime("%Y-%m").to_string(),
        TimeUnit::Quarter => {
            let date = span(new().try_months(steps.checked_mul(3)?))?;
            format!("{:04}-Q{}", date.year(), (date.month() - 1) / 3 + 1)
        }
        TimeUnit::Year => format!("{:04}", span(new().try_years(steps))?.year()),
        TimeUnit::Decade => {
            format!("{:03}", span(new().try_years(steps.checked_mul(10)?))?.year() / 10)
        }
        TimeUnit::Century => {
            format!("{:02}", span(new().try_years(steps.checked_mul(100)?))?.year() / 100)
        }
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Millennium => return None,
    })
}

/// Whether a word may stand in a verb group.
fn goes_in_group(tag: Tag) -> bool {
    tag.is_verb() || tag.is_adverb() || matches!(tag, Tag::MD | Tag::TO)
}

fn season_value(year: i16, season: [u8; 2]) -> String {
    format!("{year:04}-{}", String::from_utf8_lossy(&season))
}

/// "P3Y", "PT2H"
fn duration(number: f64, unit: TimeUnit) -> Option<String> {
    let (prefix, factor, letter) = match unit {
        TimeUnit::Second => ("PT", 1.0, 'S'),
        TimeUnit::Minute => ("PT", 1.0, 'M'),
        TimeUnit::Hour => ("PT", 1.0, 'H'),
        TimeUnit::Day => ("P", 1.0, 'D'),
        TimeUnit::Week => ("P", 1.0, 'W'),
        TimeUnit::Fortnight => ("P", 2.0, 'W'),
        TimeUnit::Month => ("P", 1.0, 'M'),
        TimeUnit::Quarter => ("P", 3.0, 'M'),
        TimeUnit::Year => ("P", 1.0, 'Y'),
        TimeUnit::Decade => ("P", 10.0, 'Y'),
        TimeUnit::Century => ("P", 100.0, 'Y'),
        TimeUnit::Millennium => ("P", 1000.0, 'Y'),
        TimeUnit::Weekend => return None,
    };
    Some(format!("{prefix}{}{letter}", number * factor))
}
