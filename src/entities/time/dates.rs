//! Days, months and seasons, named or reckoned from another: "Friday", "May 3", "last week", "the next day", "Labor Day".

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::{
    days_between, letters, nearest_year, numbered_weekday, season_months, season_value,
    stepped_year, unit_from, unit_value, weekday_near, weekday_of_month,
};
use super::{Clock, EVERY, FUTURE, Found, OF, PAST, Sort, THE};
use crate::document::{Kind, Tag, Token};
use crate::key::{KeySet, key, keys};
use crate::lexicon::{Holiday, TimeUnit, TimeWord};

/// Months and weekdays that are other words too: they need a day, a year or one of `BEFORE` beside them.
const AMBIGUOUS: [u64; 8] = keys(["may", "march", "august", "sun", "sat", "mon", "wed", "mar"]);
const BEFORE: [u64; 18] = keys([
    "in", "on", "of", "by", "since", "until", "till", "from", "to", "through", "last", "next",
    "this", "early", "late", "mid", "every", "between",
]);
impl Clock<'_> {
    pub(super) fn text_at(&self, at: usize) -> Option<&str> {
        self.tables.tokens.get(at).map(|token| token.span().of(self.text))
    }

    pub(super) fn number(&self, at: usize) -> Option<u32> {
        let token = self.tables.tokens.get(at).filter(|token| token.kind == Kind::Number)?;
        let digits = token.span().of(self.text);
        digits.trim_end_matches(|letter: char| letter.is_ascii_alphabetic()).parse().ok()
    }

    fn day_of_month(&self, at: usize) -> Option<i8> {
        let token = self.tables.tokens.get(at)?;
        let short = token.end - token.start <= 4;
        self.number(at).filter(|day| short && (1..=31).contains(day)).map(|day| day as i8)
    }

    /// "Dec. 28", "December 28, 2014", "December 2014", "December"
    pub(super) fn month(&self, at: usize, end: usize, month: i8) -> Option<Found> {
        if let Some(day) = self.day_of_month(end) {
            let year = self.year_after(end + 1);
            let end = year.map_or(end + 1, |(end, _)| end);
            let value = self.date_value(year.map(|(_, year)| year), month, day);
            return Some(Found::point(at, end, value));
        }
        if let Some((end, value)) = self.month_of_year(end, month) {
            return Some(Found::point(at, end, Some(value)));
        }
        let supported = at > 0 && BEFORE.contains(&self.tables.key(at - 1)) && self.near(at);
        if AMBIGUOUS.contains(&self.tables.key(at)) && !supported {
            return None;
        }
        Some(Found::point(at, end, self.month_value(at, end, month)))
    }

    /// The year behind a month: "2014", "of 2014".
    pub(super) fn month_of_year(&self, end: usize, month: i8) -> Option<(usize, String)> {
        let of = usize::from(self.tables.key(end) == OF);
        let year = self.year_at(end + of)?;
        Some((end + of + 1, format!("{year:04}-{month:02}")))
    }

    /// The last such month, or the next where the sentence speaks of what is to come.
    pub(super) fn month_value(&self, at: usize, end: usize, month: i8) -> Option<String> {
        let date = self.published?;
        let ahead = self.lies_ahead(at, end);
        let year = date.year() + nearest_year(i16::from(month), i16::from(date.month()), ahead);
        Some(format!("{year:04}-{month:02}"))
    }

    /// "28 December 2014", "the 28th of December"
    pub(super) fn day_month(&self, at: usize) -> Option<Found> {
        let day = self.day_of_month(at)?;
        let of = usize::from(self.tables.key(at + 1) == OF);
        let (len, TimeWord::Month(month)) = self.word(at + 1 + of)? else { return None };
        if !self.tables.tokens.get(at + 1 + of)?.has(Token::CAPITAL) {
            return None;
        }
        let end = at + 1 + of + len;
        let year = self.year_after(end);
        let value = self.date_value(year.map(|(_, year)| year), month, day);
        Some(Found::point(at, year.map_or(end, |(end, _)| end), value))
    }

    /// A day of the year that is named, else of the year that brings it nearest to the day of publication; `None` of one that
    /// the calendar does not have.
    fn date_value(&self, year: Option<i16>, month: i8, day: i8) -> Option<String> {
        const LEAP: i16 = 2000;
        Date::new(year.unwrap_or(LEAP), month, day).ok()?;
        let date = match year {
            Some(year) => Date::new(year, month, day).ok(),
            None => self.nearest(|year| Date::new(year, month, day).ok()),
        };
        Some(date.map_or_else(|| format!("XXXX-{month:02}-{day:02}"), |date| date.to_string()))
    }

    /// The day that each year has which is nearest to the day of publication.
    fn nearest(&self, date: impl Fn(i16) -> Option<Date>) -> Option<Date> {
        let published = self.published?;
        let near = (-1..=1).filter_map(|step| date(published.year() + step));
        near.min_by_key(|date| (days_between(*date, published).abs(), *date))
    }

    /// "Friday", "Friday night", "Friday, Dec. 3", "every Friday": by itself the last such day up to the day of publication, or
    /// the next one where the sentence speaks of what is to come.
    pub(super) fn weekday(&self, at: usize, end: usize, day: i8, floor: usize) -> Option<Found> {
        let comma = usize::from(self.tables.kind(end) == Kind::Comma);
        if let Some(date) = self.date_at(end + comma) {
            return Some(Found::point(at, date.end, date.value));
        }
        let every = EVERY.contains(&self.before(at, 1, floor));
        if every || self.text_at(at).is_some_and(|word| word.ends_with("days")) {
            let value = Some(format!("XXXX-WXX-{day}"));
            return Some(Found::new(Sort::Whole, at - usize::from(every), end, value));
        }
        if self.tables.key(end) == THE
            && let Some(number) = self.day_of_month(end + 1)
        {
            let ahead = self.day_lies_ahead(at, end);
            let value = self.published.and_then(|date| numbered_weekday(date, day, number, ahead));
            return Some(Found::point(at, end + 2, value));
        }
        let supported = at > 0 && BEFORE.contains(&self.tables.key(at - 1));
        if AMBIGUOUS.contains(&self.tables.key(at)) && !supported {
            return None;
        }
        if self.is_street(at) {
            return None;
        }
        let step = if self.day_lies_ahead(at, end) { 1 } else { -1 };
        let date = self.published.map(|date| weekday_near(date, day, step, true).to_string());
        Some(self.part(at, end, date))
    }

    /// A day of a month: "Dec. 28, 2014", "28 December".
    pub(super) fn date_at(&self, at: usize) -> Option<Found> {
        let month_first = || {
            let (len, TimeWord::Month(month)) = self.word(at)? else { return None };
            self.day_of_month(at + len)?;
            self.month(at, at + len, month)
        };
        month_first().or_else(|| self.day_month(at))
    }

    /// "yesterday", "tomorrow morning", "last night"
    pub(super) fn day(&self, at: usize, end: usize, offset: i8, part: Option<[u8; 2]>) -> Found {
        let date = self.published.and_then(|date| date.checked_add(i64::from(offset).days()).ok());
        let date = date.map(|date| date.to_string());
        match part {
            Some(part) => {
                Found::point(at, end, date.map(|date| format!("{date}T{}", letters(part))))
            }
            None => self.part(at, end, date),
        }
    }

    /// "last week", "next Friday", "this year", "last May", "last three years", "the past few weeks", "this past weekend"
    pub(super) fn modified(&self, at: usize, next: usize, step: i8) -> Option<Found> {
        if !self.near(next) {
            return None;
        }
        let (len, word) = self.word(next).map_or((0, None), |(len, word)| (len, Some(word)));
        // "this past weekend"; one such word may follow another, no third.
        if let (Some(TimeWord::Modifier(again @ (-1 | 1))), 0) = (word, step) {
            let found = self.modified(next, next + len, again)?;
            return Some(Found { start: at, ..found });
        }
        // "the next day" is that after the one told of.
        let told = at > 0 && self.near(at) && self.tables.key(at - 1) == THE && step == 1;
        if let (Some(TimeWord::Unit(TimeUnit::Day) | TimeWord::Part(_)), true) = (word, told) {
            return self.anaphoric(at, next, step);
        }
        self.stepped_amount(at, next, step).or_else(|| self.stepped(at, next + len, step, word?))
    }

    /// The week, day, month or season `step` from that of publication; the words from `at` to `end` name it.
    fn stepped(&self, at: usize, end: usize, step: i8, word: TimeWord) -> Option<Found> {
        let year = |date, months| {
            let ahead = step == 0 && self.lies_ahead(at, end);
            stepped_year(date, step, months, ahead)
        };
        let published = self.published;
        let value = match word {
            // "at the last minute"
            TimeWord::Unit(TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour) => return None,
            TimeWord::Unit(_) if self.tables.tag(end - 1) == Tag::NNS => {
                Some(if step < 0 { PAST } else { FUTURE }.to_owned()).filter(|_| step != 0)
            }
            TimeWord::Unit(unit) => {
                published.and_then(|date| unit_value(date, unit, i64::from(step)))
            }
            TimeWord::Weekday(day) => {
                let date = published.map(|date| weekday_near(date, day, step, false).to_string());
                return Some(self.part(at, end, date));
            }
            TimeWord::Month(month) => {
                published.map(|date| format!("{:04}-{month:02}", year(date, [month; 2])))
            }
            TimeWord::Season(season) => {
                published.map(|date| season_value(year(date, season_months(season)), season))
            }
            TimeWord::Part(part) => published
                .and_then(|date| unit_value(date, TimeUnit::Day, i64::from(step)))
                .map(|date| format!("{date}T{}", letters(part))),
            _ => return None,
        };
        Some(Found::point(at, end, value))
    }

    /// "the previous day", "the following year", "the same night", "the previous three years": from the date that the article
    /// named before.
    pub(super) fn anaphoric(&self, at: usize, next: usize, step: i8) -> Option<Found> {
        if !self.near(next) {
            return None;
        }
        let the = at > 0 && self.near(at) && self.tables.key(at - 1) == THE;
        let (len, word) = self.word(next).map_or((0, None), |(len, word)| (len, Some(word)));
        let (end, steps) = (next + len, i64::from(step));
        let value = match word {
            Some(TimeWord::Unit(_)) if self.tables.tag(next) == Tag::NNS => match step {
                ..0 => Some(PAST.to_owned()),
                _ => return None,
            },
            Some(TimeWord::Unit(unit)) => {
                self.near_reference(at).and_then(|value| unit_from(value, unit, steps))
            }
            // "following Friday's vote"
            Some(TimeWord::Weekday(day)) if the => {
                let day = self.near_day(at).map(|date| weekday_near(date, day, step, false));
                return Some(self.part(at, end, day.map(|day| day.to_string())));
            }
            Some(TimeWord::Part(part)) => self
                .near_day(at)
                .and_then(|date| unit_value(date, TimeUnit::Day, steps))
                .map(|date| format!("{date}T{}", letters(part))),
            Some(TimeWord::Month(_) | TimeWord::Season(_)) if the => None,
            _ => return self.stepped_amount(at, next, step).filter(|_| the),
        };
        Some(Found::point(at, end, value))
    }

    /// "summer 2014", "the summer of 2014", "in the summer"
    pub(super) fn season(&self, at: usize, end: usize, season: [u8; 2]) -> Option<Found> {
        const IN: KeySet<11> = KeySet::new([
            "in", "during", "by", "until", "since", "through", "throughout", "over", "of", "for",
            "into",
        ]);
        let of = usize::from(self.tables.key(end) == OF);
        if let Some(year) = self.year_at(end + of) {
            return Some(Found::point(at, end + of + 1, Some(season_value(year, season))));
        }
        if EVERY.contains(&self.before(at, 1, 0)) {
            let value = Some(format!("XXXX-{}", letters(season)));
            return Some(Found::new(Sort::Whole, at - 1, end, value));
        }
        let the = usize::from(self.before(at, 1, 0) == THE);
        // "in the fall of Mosul", "a fall in prices"
        let prices = season == *b"FA" && matches!(self.tables.tag(end), Tag::IN);
        let bare = the == 0 && season == *b"FA" && self.tables.key(at) == key("fall");
        if of == 1 || prices || bare || !IN.holds(self.before(at, 1 + the, 0)) {
            return None;
        }
        let value = self.published.map(|date| {
            let [first, _] = season_months(season);
            let ahead = self.lies_ahead(at, end);
            let years = nearest_year(i16::from(first), i16::from(date.month()), ahead);
            season_value(date.year() + years, season)
        });
        Some(Found::point(at, end, value))
    }

    pub(super) fn holiday(&self, at: usize, end: usize, holiday: Holiday) -> Found {
        let year = self.year_after(end).filter(|(next, _)| *next == end + 1);
        let end = year.map_or(end, |(end, _)| end);
        let year = year.map(|(_, year)| year);
        let value = match holiday {
            Holiday::Date(month, day) => self.date_value(year, month, day),
            Holiday::Weekday(month, number, weekday) => {
                let date = |year| weekday_of_month(year, month, number, weekday);
                let date = year.map_or_else(|| self.nearest(date), date);
                date.map(|date| date.to_string())
            }
            Holiday::Movable => None,
        };
        match self.word(end) {
            Some((len, TimeWord::Unit(TimeUnit::Weekend))) if self.near(end) => {
                let weekend = value.and_then(|day| {
                    let day: Date = day.parse().ok()?;
                    // That before a Monday off.
                    unit_value(day.yesterday().ok()?, TimeUnit::Weekend, 0)
                });
                Found::point(at, end + len, weekend)
            }
            _ => Found::point(at, end, value),
        }
    }

    /// "2021-12-04"
    pub(super) fn iso(&self, at: usize) -> Option<Found> {
        let word = self.text_at(at)?;
        let date: Date = (word.len() == 10).then(|| word.parse().ok())??;
        Some(Found::point(at, at + 1, Some(date.to_string())))
    }
}
