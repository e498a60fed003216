//! What times are worth: values of ISO 8601 and TIMEX3, reckoned from a date.

use jiff::civil::{Date, DateTime, Weekday};
use jiff::{Span as Length, ToSpan};

use crate::lexicon::TimeUnit;

/// How many years to add so that `step`, a month or season of the year, is the last one up to `now` or, with `ahead`, the next
/// one: -1, 0 or 1.
pub(super) fn nearest_year(step: i16, now: i16, ahead: bool) -> i16 {
    if ahead { i16::from(step < now) } else { -i16::from(step > now) }
}

/// The year of the last (`step` < 0), this (0) or the next (> 0) month or season, whose first and last month are `months`. The
/// last is the latest that is over, the next the first that has not begun; "this" one is of the year of publication, or of the
/// next year if it is over and `ahead`.
pub(super) fn stepped_year(date: Date, step: i8, [first, last]: [i8; 2], ahead: bool) -> i16 {
    let now = date.month();
    date.year()
        + match step {
            ..0 => -i16::from(now <= last),
            0 => i16::from(ahead && last < now),
            1.. => i16::from(first <= now),
        }
}

/// The first and the last month of a season. Winter counts as December, since its value has but one year.
pub(super) fn season_months(season: [u8; 2]) -> [i8; 2] {
    match &season {
        b"SP" => [3, 5],
        b"SU" => [6, 8],
        b"FA" => [9, 11],
        _ => [12, 12],
    }
}

pub(super) fn season_value(year: i16, season: [u8; 2]) -> String {
    format!("{year:04}-{}", letters(season))
}

/// The letters of a season or of a part of the day.
pub(super) fn letters(of: [u8; 2]) -> String {
    String::from_utf8_lossy(&of).into_owned()
}

pub(super) fn days_between(date: Date, other: Date) -> i32 {
    date.since(other).map_or(i32::MAX, |length| length.get_days())
}

/// The nearest such weekday: before (`step` < 0), from today on (0), or after today.
pub(super) fn weekday_near(date: Date, day: i8, step: i8, today: bool) -> Date {
    let Ok(weekday) = Weekday::from_monday_one_offset(day) else { return date };
    if date.weekday() == weekday && (today || step == 0) {
        return date;
    }
    date.nth_weekday(if step < 0 { -1 } else { 1 }, weekday).unwrap_or(date)
}

/// "Friday the 13th": the last one up to the day of publication, or the next one `ahead`.
pub(super) fn numbered_weekday(
    published: Date,
    weekday: i8,
    day: i8,
    ahead: bool,
) -> Option<String> {
    /// A day of the month falls on each weekday within that many months; only the last days may take longer.
    const MONTHS: i32 = 14;
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

/// The `number`th such weekday of a month; the last one for -1.
pub(super) fn weekday_of_month(year: i16, month: i8, number: i8, weekday: i8) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(number, weekday).ok()
}

/// The unit that lies `steps` units from the one that holds the date.
pub(super) fn unit_value(date: Date, unit: TimeUnit, steps: i64) -> Option<String> {
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

/// The unit that lies `steps` units from the one in which a value lies; `None` where the value is coarser.
pub(super) fn unit_from(value: &str, unit: TimeUnit, steps: i64) -> Option<String> {
    let start = match unit {
        TimeUnit::Hour | TimeUnit::Minute => return clock_from(value, unit, steps),
        TimeUnit::Year | TimeUnit::Decade | TimeUnit::Century => {
            format!("{}-01-01", value.get(..4)?)
        }
        TimeUnit::Month | TimeUnit::Quarter => format!("{}-01", value.get(..7)?),
        _ => value.get(..10)?.to_owned(),
    };
    unit_value(start.parse().ok()?, unit, steps)
}

/// The time of day that lies `steps` hours or minutes from one.
fn clock_from(value: &str, unit: TimeUnit, steps: i64) -> Option<String> {
    let time: DateTime = value.parse().ok().filter(|_| value.len() == "YYYY-MM-DDThh:mm".len())?;
    let length = match unit {
        TimeUnit::Hour => Length::new().try_hours(steps),
        _ => Length::new().try_minutes(steps),
    };
    Some(time.checked_add(length.ok()?).ok()?.strftime("%Y-%m-%dT%H:%M").to_string())
}

/// An amount of time whose halves are whole numbers of a smaller unit, where there is one: 50 years for half a century.
pub(super) fn whole(number: f64, unit: TimeUnit) -> (f64, TimeUnit) {
    let (parts, smaller) = match unit {
        TimeUnit::Century => (100.0, TimeUnit::Year),
        TimeUnit::Decade => (10.0, TimeUnit::Year),
        TimeUnit::Year => (12.0, TimeUnit::Month),
        TimeUnit::Day => (24.0, TimeUnit::Hour),
        TimeUnit::Hour => (60.0, TimeUnit::Minute),
        TimeUnit::Minute => (60.0, TimeUnit::Second),
        _ => return (number, unit),
    };
    if number.fract() == 0.0 { (number, unit) } else { (number * parts, smaller) }
}

/// "P3Y", "PT2H"; of less than one in the smaller unit: "PT30M".
pub(super) fn duration(number: f64, unit: TimeUnit) -> Option<String> {
    let (number, unit) = if number < 1.0 { whole(number, unit) } else { (number, unit) };
    let (prefix, factor, letter) = letter(unit)?;
    Some(format!("{prefix}{}{letter}", number * factor))
}

/// "PXY": some years.
pub(super) fn some(unit: TimeUnit) -> Option<String> {
    let (prefix, _, own) = letter(unit)?;
    let own = match unit {
        TimeUnit::Decade => "DE".to_owned(),
        TimeUnit::Century => "CE".to_owned(),
        _ => own.to_string(),
    };
    Some(format!("{prefix}X{own}"))
}

/// How a duration writes a unit: what stands before the number, how many of the letter's unit it is, and the letter.
fn letter(unit: TimeUnit) -> Option<(&'static str, f64, char)> {
    Some(match unit {
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
    })
}
