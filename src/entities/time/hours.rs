//! Times of day: parts of the day and the time by the clock, with the day that they are of.

use jiff::civil::Date;

use super::calendar::{duration, letters};
use super::{Clock, EVERY, Found, Sort, THE};
use crate::document::{Kind, Tag, Token};
use crate::key::{KeySet, key, key_of};
use crate::lexicon::{TimeUnit, TimeWord};

impl Clock<'_> {
    /// A part of the day after a date: "night" in "Friday night".
    pub(super) fn part(&self, at: usize, end: usize, date: Option<String>) -> Found {
        match self.word(end) {
            Some((len, TimeWord::Part(part))) if self.near(end) => {
                let value = date.map(|date| format!("{date}T{}", letters(part)));
                Found::point(at, end + len, value)
            }
            _ => Found::point(at, end, date),
        }
    }

    /// "noon", "midnight", "in the morning", "at night", "every evening"
    pub(super) fn part_alone(
        &self,
        at: usize,
        end: usize,
        part: [u8; 2],
        floor: usize,
    ) -> Option<Found> {
        const IN: KeySet<7> =
            KeySet::new(["in", "during", "by", "of", "for", "throughout", "through"]);
        const AT: KeySet<6> = KeySet::new(["at", "by", "before", "after", "until", "since"]);
        let before = |steps| self.before(at, steps, floor);
        if EVERY.contains(&before(1)) {
            let value = duration(1.0, TimeUnit::Day);
            return Some(Found::new(Sort::Whole, at - 1, end, value));
        }
        let token = self.tables.tokens[at];
        let name = token.has(Token::CAPITAL) && !token.has(Token::SENTENCE);
        let (start, clock) = match token.key {
            noon if [key("noon"), key("midday")].contains(&noon) && !name => {
                (at, "12:00".to_owned())
            }
            midnight if midnight == key("midnight") && !name => (at, "24:00".to_owned()),
            _ if before(1) == THE && IN.holds(before(2)) => (at - 1, letters(part)),
            _ if before(1) == key("that") => (at - 1, letters(part)),
            _ if AT.holds(before(1)) && self.tables.tag(at) == Tag::NN => (at, letters(part)),
            _ => return None,
        };
        let by_clock = clock.len() > 2;
        let day = self.day_beside(at, end).or_else(|| self.near_day(at));
        let day = day.or(self.published.filter(|_| by_clock));
        Some(Found::point(start, end, day.map(|day| format!("{day}T{clock}"))))
    }

    /// "10:30 a.m.", "5 p.m. ET", "10:30", "10 o'clock", "8 p.m. Friday"; of the day beside it, else of the one named last, else
    /// of the day of publication.
    pub(super) fn clock(&self, at: usize) -> Option<Found> {
        let (mut end, time) = self.time_of_day(at)?;
        if self.is_zone(end) {
            end += 1;
        } else if self.tables.key(end) == key("local") && self.tables.key(end + 1) == key("time") {
            end += 2;
        }
        let beside = self.near(end).then(|| self.named_day(end)).flatten();
        if let Some(found) = beside {
            let value = found.value.map_or_else(|| time.clone(), |day| format!("{day}{time}"));
            return Some(Found::new(Sort::Clock, at, found.end, Some(value)));
        }
        let day = self.day_beside(at, end).or_else(|| self.near_day(at)).or(self.published);
        let value = day.map_or_else(|| time.clone(), |day| format!("{day}{time}"));
        Some(Found::new(Sort::Clock, at, end, Some(value)))
    }

    /// Whether letters name a time zone: "ET", "GMT".
    fn is_zone(&self, at: usize) -> bool {
        const ZONES: KeySet<26> = KeySet::new([
            "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt", "gmt",
            "bst", "utc", "cet", "cest", "ist", "aest", "aedt", "sast", "wat", "jst", "hkt", "sgt",
            "msk",
        ]);
        let token = self.tables.tokens.get(at);
        ZONES.holds(self.tables.key(at)) && token.is_some_and(|it| it.has(Token::ALL_CAPS))
    }

    /// The time that the clock shows at token `at`, and where it ends.
    fn time_of_day(&self, at: usize) -> Option<(usize, String)> {
        let word = self.text_at(at)?;
        let (digits, glued) = word
            .split_at(word.find(|letter: char| letter.is_ascii_alphabetic()).unwrap_or(word.len()));
        let next = if glued.is_empty() { self.tables.key(at + 1) } else { key_of(glued) };
        let afternoon = [key("pm"), key("p.m.")].contains(&next);
        let morning = [key("am"), key("a.m.")].contains(&next);
        let sharp = glued.is_empty() && next == key("o'clock");
        // "1000 GMT", and "2.30am" as the British write it
        let army = digits.len() == 4 && glued.is_empty() && self.is_zone(at + 1);
        let told = afternoon || morning || self.is_part_of_today(at + 1);
        let point = if told { [':', '.'] } else { [':'; 2] };
        let (hour, minute) = match digits.split_at_checked(2).filter(|_| army) {
            Some(parts) => parts,
            None => digits.split_once(point).unwrap_or((digits, "00")),
        };
        let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
        let half = afternoon || morning;
        if hour > 23 && (hour, minute) != (24, 0)
            || minute > 59
            || (half || sharp) && !(1..=12).contains(&hour)
            || !half && !sharp && !army && (!digits.contains(point) || !glued.is_empty())
        {
            return None;
        }
        let hour = if half { hour % 12 + if afternoon { 12 } else { 0 } } else { hour };
        let end = at + 1 + usize::from((half || sharp) && glued.is_empty());
        Some((end, format!("T{hour:02}:{minute:02}")))
    }

    /// "this morning"
    fn is_part_of_today(&self, at: usize) -> bool {
        let Some((len, TimeWord::Modifier(0))) = self.word(at) else { return false };
        matches!(self.word(at + len), Some((_, TimeWord::Part(_))))
    }

    /// A weekday, a date or "today" at token `at`, with the day for its value.
    fn named_day(&self, at: usize) -> Option<Found> {
        let capital = self.tables.tokens.get(at)?.has(Token::CAPITAL);
        let found = match self.word(at) {
            Some((len, TimeWord::Weekday(day))) if capital => self.weekday(at, at + len, day, at),
            Some((len, TimeWord::Day(offset, part))) => Some(self.day(at, at + len, offset, part)),
            // "6 a.m. this morning"
            Some((len, _)) if self.is_part_of_today(at) => self.modified(at, at + len, 0),
            _ => self.date_at(at),
        };
        let mut found = found?;
        if let Some(value) = &mut found.value {
            value.truncate("YYYY-MM-DD".len());
        }
        Some(found)
    }

    /// The day that stands beside a time of day: "10 a.m. *on Friday*", "*Friday* at 10 a.m."
    fn day_beside(&self, at: usize, end: usize) -> Option<Date> {
        /// Between a day and its time: ", at", "at about".
        const BETWEEN: usize = 3;
        let comma = usize::from(self.tables.kind(end) == Kind::Comma);
        let on = usize::from(self.tables.key(end + comma) == key("on"));
        let after = self.near(end + comma).then(|| self.named_day(end + comma + on)).flatten();
        let latest = self.latest.as_ref().filter(|latest| at <= latest.end + BETWEEN);
        let value = after.and_then(|found| found.value).or_else(|| Some(latest?.value.clone()))?;
        value.get(..10)?.parse().ok()
    }
}
