//! Years and what is counted in them: quarters, decades, centuries, intervals.

use super::calendar::nearest_year;
use super::{Clock, Found, OF, Sort, THE};
use crate::document::{Kind, Tag};
use crate::key::{KeySet, key_of, keys};
use crate::lexicon::{TimeUnit, TimeWord};

/// What a year of long ago stands behind.
const BEFORE_YEAR: [u64; 20] = keys([
    "in", "since", "of", "by", "until", "till", "from", "to", "before", "after", "during", "year",
    "late", "early", "mid", "between", "circa", "around", "fiscal", "season",
]);

impl Clock<'_> {
    pub(super) fn year_at(&self, at: usize) -> Option<i16> {
        let token = self.tables.tokens.get(at)?;
        let four = token.end - token.start == 4;
        self.number(at).filter(|year| four && (1000..2200).contains(year)).map(|year| year as i16)
    }

    /// The year after a date, with or without a comma: its end and value.
    pub(super) fn year_after(&self, end: usize) -> Option<(usize, i16)> {
        let at = if self.tables.kind(end) == Kind::Comma { end + 1 } else { end };
        self.year_at(at).map(|year| (at + 1, year))
    }

    /// "2014" where nothing around it says that it is a number or a number's name, "1990s", "the '90s"
    pub(super) fn year(&self, at: usize) -> Option<Found> {
        let word = self.text_at(at)?;
        if let Some(value) = decade(word).or_else(|| self.short_decade(at, word)) {
            return Some(Found::point(at, at + 1, Some(value)));
        }
        if word.len() != 4 || !word.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let year = self.year_at(at).filter(|year| (1500..2100).contains(year))?;
        let before = at.checked_sub(1).map_or(0, |before| self.tables.key(before));
        let bracket = at > 0
            && self.tables.kind(at - 1) == Kind::Open
            && self.tables.kind(at + 1) == Kind::Close;
        let sure = BEFORE_YEAR.contains(&before) || bracket;
        let may = plausible_year(word).is_some() && !self.is_count(at) && !self.is_label(at);
        (sure && !self.is_street(at) || may)
            .then(|| Found::new(Sort::Year, at, at + 1, Some(format!("{year:04}"))))
    }

    /// "the '90s", "the 60s"; not "in her 60s"
    fn short_decade(&self, at: usize, word: &str) -> Option<String> {
        let bare = word.trim_start_matches(['\'', '’', '‘']);
        let tens: u8 = bare.strip_suffix("0s").filter(|tens| tens.len() == 1)?.parse().ok()?;
        let the = self.before(at, 1, 0) == THE;
        let told = bare.len() < word.len() && tens >= 2 || the && tens >= 5;
        told.then(|| format!("19{tens}"))
    }

    /// Whether a number of four digits says how many: "2000 people", "about 1950 of them", "$2016".
    fn is_count(&self, at: usize) -> bool {
        const MANY: KeySet<12> = KeySet::new([
            "about", "some", "nearly", "almost", "than", "least", "over", "only", "roughly",
            "approximately", "another", "exactly",
        ]);
        let next = self.tables.tokens.get(at + 1);
        let counts = next.is_some_and(|token| {
            let round = self.year_at(at).is_some_and(|year| year % 100 == 0);
            let unit = matches!(self.word(at + 1), Some((_, TimeWord::Unit(_))));
            let number = self.lexicon.names.numbers.word(token.key).is_some();
            token.kind == Kind::Symbol || number || unit || round && token.tag == Tag::NNS
        });
        let sign = at > 0 && self.tables.kind(at - 1) == Kind::Symbol;
        counts || sign || at > 0 && MANY.holds(self.tables.key(at - 1))
    }

    /// Whether a number of four digits tells one thing of many: "Route 1950", "Room 2014", "1999 Harbour Street".
    fn is_label(&self, at: usize) -> bool {
        const NUMBERED: KeySet<20> = KeySet::new([
            "flight", "route", "highway", "room", "number", "no", "no.", "page", "section",
            "resolution", "windows", "studio", "radio", "channel", "unit", "area", "article",
            "proposition", "hall", "lot",
        ]);
        at > 0 && NUMBERED.holds(self.tables.key(at - 1)) || self.is_street(at)
    }

    /// Whether the words behind a token go on to name a street.
    pub(super) fn is_street(&self, at: usize) -> bool {
        const STREETS: KeySet<14> = KeySet::new([
            "street", "st.", "st", "avenue", "ave.", "ave", "road", "rd.", "drive", "boulevard",
            "blvd.", "lane", "court", "square",
        ]);
        let mut named = (at + 1..at + 4).take_while(|at| self.tables.tag(*at) == Tag::NNP);
        named.any(|at| STREETS.holds(self.tables.key(at)))
    }

    /// "third quarter", "fourth quarter of 2014", "19th century": the ordinal is token `at`.
    pub(super) fn ordinal(&self, at: usize) -> Option<Found> {
        let number = self.ordinal_number(self.tables.key(at))?;
        let (len, TimeWord::Unit(unit)) = self.word(at + 1)? else { return None };
        self.ordinal_unit(at, at + 1 + len, number, unit)
    }

    fn ordinal_unit(&self, at: usize, end: usize, number: f64, unit: TimeUnit) -> Option<Found> {
        match unit {
            TimeUnit::Quarter if (1.0..=4.0).contains(&number) => {
                let (end, value) = self.quarter(at, end, number as i16);
                Some(Found::point(at, end, value))
            }
            TimeUnit::Century if (1.0..=99.0).contains(&number) => {
                Some(Found::point(at, end, Some(format!("{:02}", number - 1.0))))
            }
            _ => None,
        }
    }

    /// Where a quarter ends with its year, and its value: by itself the last one, or the next where the sentence speaks of what is
    /// to come.
    fn quarter(&self, at: usize, end: usize, quarter: i16) -> (usize, Option<String>) {
        let of = usize::from(self.tables.key(end) == OF);
        if let Some(year) = self.year_at(end + of) {
            return (end + of + 1, Some(format!("{year:04}-Q{quarter}")));
        }
        let value = self.published.map(|date| {
            let now = (i16::from(date.month()) + 2) / 3;
            let years = nearest_year(quarter, now, self.lies_ahead(at, end));
            format!("{:04}-Q{quarter}", date.year() + years)
        });
        (end, value)
    }

    /// A word with a hyphen or digits in it: "mid-January", "2015-16", "19th-century", "third-quarter", "10-year", "Q3".
    pub(super) fn compound(&self, at: usize) -> Option<Found> {
        let word = self.text_at(at)?;
        let Some((first, rest)) = word.split_once('-') else {
            let quarter = word.strip_prefix('Q').filter(|rest| rest.len() == 1);
            let number =
                quarter.and_then(|it| it.parse().ok()).filter(|it| (1..=4).contains(it))?;
            let (end, value) = self.quarter(at, at + 1, number);
            return Some(Found::point(at, end, value));
        };
        if ["mid", "early", "late"].contains(&first.to_ascii_lowercase().as_str()) {
            return self.inside(at, rest);
        }
        if let Some(value) = years(first, rest) {
            return Some(Found::point(at, at + 1, Some(value)));
        }
        let unit = self.lexicon.names.times.word(key_of(rest));
        match (self.ordinal_number(key_of(first)), unit) {
            (Some(number), Some(TimeWord::Unit(unit))) => {
                self.ordinal_unit(at, at + 1, number, *unit)
            }
            _ => self.length(at, word),
        }
    }

    /// "mid-January", "mid-2014", "mid-1990s": what stands behind the hyphen is `of`.
    fn inside(&self, at: usize, of: &str) -> Option<Found> {
        let end = at + 1;
        let value = match self.lexicon.names.times.word(key_of(of)) {
            Some(TimeWord::Month(month)) => match self.month_of_year(end, *month) {
                Some((end, value)) => return Some(Found::point(at, end, Some(value))),
                None => self.month_value(at, end, *month),
            },
            Some(_) => return None,
            None => match self.ordinal_number(key_of(of)) {
                Some(number) => {
                    let (len, TimeWord::Unit(unit)) = self.word(end)? else { return None };
                    return self.ordinal_unit(at, end + len, number, unit);
                }
                None => Some(decade(of).or_else(|| plausible_year(of))?),
            },
        };
        Some(Found::point(at, end, value))
    }
}

/// "1990s"
fn decade(word: &str) -> Option<String> {
    let whole = word.len() == 5 && word.ends_with("0s");
    let century = ["18", "19", "20"].iter().any(|century| word.starts_with(century));
    (whole && century).then(|| word.get(..3).map(str::to_owned)).flatten()
}

/// A year that news speaks of.
fn plausible_year(word: &str) -> Option<String> {
    let year: u16 = (word.len() == 4).then(|| word.parse().ok())??;
    (1900..2060).contains(&year).then(|| word.to_owned())
}

/// "2015-16", "2012-2016": as an interval of ISO 8601.
fn years(first: &str, last: &str) -> Option<String> {
    let from = plausible_year(first)?;
    let to = match last.len() {
        4 => plausible_year(last)?,
        2 => plausible_year(&format!("{}{last}", from.get(..2)?))?,
        _ => return None,
    };
    (from < to).then(|| format!("{from}/{to}"))
}
