//! Instants, estimated times, periods and ages, with every rounding declared.

use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Span, Timestamp, ToSpan, civil};
use serde::{Deserialize, Serialize};

/// When something happened: an instant (`from == to`), or an interval when it is only estimated.
///
/// Deadlines run from `from`; a doing counts as done at `to` (`docs/SCENARIOS.md`, "Time").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occurred {
    /// The earliest instant at which it may have happened.
    pub from: Timestamp,
    /// The latest instant at which it may have happened.
    pub to: Timestamp,
}

impl Occurred {
    /// Something that happened exactly at `at`.
    pub fn at(at: Timestamp) -> Self {
        Self { from: at, to: at }
    }

    /// Whether the time is an estimate.
    pub fn is_estimate(&self) -> bool {
        self.from != self.to
    }
}

/// Why a text is not a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotATime;

/// A time as a person gives it: `2026`, `2026-11`, `2026-11-09`, `2026-11-09T14:20` (local to the
/// case), `2026-11-09T14:20+02:00`, or two of these joined by `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When(String);

impl When {
    /// Checks the text; the zone is applied by [`When::occurred`].
    pub fn parse(text: &str) -> Result<Self, NotATime> {
        let text = text.trim();
        bounds(text, &TimeZone::UTC)?;
        Ok(Self(text.to_owned()))
    }

    /// The text as given.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The interval it means in `zone`, cut at `written`: nothing is recorded before it happened.
    pub fn occurred(&self, zone: &TimeZone, written: Timestamp) -> Result<Occurred, NotATime> {
        let (from, to) = bounds(&self.0, zone)?;
        Ok(Occurred {
            from,
            to: to.min(written).max(from),
        })
    }
}

fn bounds(text: &str, zone: &TimeZone) -> Result<(Timestamp, Timestamp), NotATime> {
    match text.split_once('/') {
        Some((a, b)) => {
            let (from, to) = (one(a.trim(), zone)?.0, one(b.trim(), zone)?.1);
            if to < from { Err(NotATime) } else { Ok((from, to)) }
        }
        None => one(text, zone),
    }
}

fn one(text: &str, zone: &TimeZone) -> Result<(Timestamp, Timestamp), NotATime> {
    if text.contains('T') {
        if !is_clock_time(text) {
            return Err(NotATime);
        }
        if let Ok(at) = text.parse::<Timestamp>() {
            return Ok((at, at));
        }
        // A local time that occurs twice (the clock goes back) may be either: the interval holds both.
        let local: civil::DateTime = text.parse().map_err(|_| NotATime)?;
        let ambiguous = zone.to_ambiguous_timestamp(local);
        if matches!(ambiguous.offset(), AmbiguousOffset::Gap { .. }) {
            // The clock skipped it: there was no such time.
            return Err(NotATime);
        }
        let earlier = ambiguous.earlier().map_err(|_| NotATime)?;
        let later = ambiguous.later().map_err(|_| NotATime)?;
        return Ok((earlier.min(later), later.max(earlier)));
    }
    let date = PartialDate::parse(text).map_err(|_| NotATime)?;
    let next = start_of(date.last().tomorrow().map_err(|_| NotATime)?, zone)?;
    Ok((start_of(date.first(), zone)?, just_before(next)))
}

/// Whether the time of day and the offset are such as clocks show: no 60th second, no offset beyond
/// those in use (-12:00 to +14:00), which a parser may let pass.
fn is_clock_time(text: &str) -> bool {
    let time = text.split_once('T').map_or("", |(_, time)| time);
    let (clock, offset) = match time.find(['+', '-']) {
        Some(at) => time.split_at(at),
        None => (time, ""),
    };
    let hours: i32 = offset.get(..3).and_then(|hours| hours.parse().ok()).unwrap_or(0);
    !clock.contains(":60") && (-12..=14).contains(&hours)
}

fn start_of(date: civil::Date, zone: &TimeZone) -> Result<Timestamp, NotATime> {
    day_start(date, zone).ok_or(NotATime)
}

/// The last instant before another. Instants are kept to the microsecond.
pub fn just_before(at: Timestamp) -> Timestamp {
    at.checked_sub(jiff::SignedDuration::from_micros(1)).unwrap_or(at)
}

/// The first instant after another.
pub fn just_after(at: Timestamp) -> Timestamp {
    at.checked_add(jiff::SignedDuration::from_micros(1)).unwrap_or(at)
}

/// The first instant of a local day (not always 00:00: some clock changes skip midnight).
pub fn day_start(date: civil::Date, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_timestamp(date.at(0, 0, 0, 0)).ok()
}

/// The local day of an instant.
pub fn day_of(at: Timestamp, zone: &TimeZone) -> civil::Date {
    zone.to_datetime(at).date()
}

/// A date of which only the year, or year and month, may be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl PartialDate {
    /// `2008`, `2008-02` or `2008-02-29`; years 1900 to 2199.
    pub fn parse(text: &str) -> Result<Self, NotATime> {
        let mut parts = text.trim().split('-');
        let year: i16 = digits(parts.next(), 4)?.ok_or(NotATime)?;
        let month: Option<i8> = digits(parts.next(), 2)?;
        let day: Option<i8> = digits(parts.next(), 2)?;
        if parts.next().is_some() || !(1900..=2199).contains(&year) {
            return Err(NotATime);
        }
        civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).map_err(|_| NotATime)?;
        Ok(Self { year, month, day })
    }

    /// The first day it may mean.
    pub fn first(&self) -> civil::Date {
        civil::Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).unwrap_or(civil::Date::MIN)
    }

    /// The last day it may mean.
    pub fn last(&self) -> civil::Date {
        if self.day.is_some() {
            return self.first();
        }
        let month = civil::Date::new(self.year, self.month.unwrap_or(12), 1).unwrap_or(civil::Date::MIN);
        month.last_of_month()
    }
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

fn digits<T: std::str::FromStr>(part: Option<&str>, length: usize) -> Result<Option<T>, NotATime> {
    match part {
        None => Ok(None),
        Some(p) if p.len() == length && p.bytes().all(|b| b.is_ascii_digit()) => {
            p.parse().map(Some).map_err(|_| NotATime)
        }
        Some(_) => Err(NotATime),
    }
}

/// The unit of a [`Period`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Elapsed hours, exact across clock changes.
    Hours,
    /// Local calendar days.
    Days,
    /// Days of the case's working-day calendar.
    WorkingDays,
    /// Calendar months.
    Months,
    /// Calendar years.
    Years,
}

/// A length of time as a law gives it, for example `72 hours` or `15 working days`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// How many.
    pub count: u16,
    /// Of what.
    pub unit: Unit,
}

impl Period {
    /// Parses `1 hour`, `30 days`, `15 working days`, `3 months`, `18 years`.
    pub fn parse(text: &str) -> Option<Self> {
        let (count, unit) = text.split_once(' ')?;
        let unit = match unit {
            "hour" | "hours" => Unit::Hours,
            "day" | "days" => Unit::Days,
            "working day" | "working days" => Unit::WorkingDays,
            "month" | "months" => Unit::Months,
            "year" | "years" => Unit::Years,
            _ => return None,
        };
        let count: u16 = count.parse().ok()?;
        (1..=10_000).contains(&count).then_some(Self { count, unit })
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let unit = match (self.unit, self.count) {
            (Unit::Hours, 1) => "hour",
            (Unit::Hours, _) => "hours",
            (Unit::Days, 1) => "day",
            (Unit::Days, _) => "days",
            (Unit::WorkingDays, 1) => "working day",
            (Unit::WorkingDays, _) => "working days",
            (Unit::Months, 1) => "month",
            (Unit::Months, _) => "months",
            (Unit::Years, 1) => "year",
            (Unit::Years, _) => "years",
        };
        write!(f, "{} {unit}", self.count)
    }
}

/// When a period counted in days, months or years ends. A pack that uses one must say which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayEnd {
    /// At the end of its last local day.
    EndOfDay,
    /// At the same local time of day as it began.
    SameTime,
}

/// What a month means when the day does not exist in it (31 January + 1 month; 29 February + 1 year).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthEnd {
    /// The last day that the month has.
    LastDay,
    /// The first day of the month after.
    NextMonth,
}

/// How a pack counts: the roundings it declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reckoning {
    /// When counted days end.
    pub days_end: DayEnd,
    /// Where months without that day end.
    pub month_end: MonthEnd,
}

impl Default for Reckoning {
    fn default() -> Self {
        Self {
            days_end: DayEnd::EndOfDay,
            month_end: MonthEnd::LastDay,
        }
    }
}

/// The zone and the working days by which a case's time is counted; both are named on the case.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// The case's time zone.
    pub zone: TimeZone,
    /// Public holidays; Saturdays and Sundays are never working days.
    pub holidays: Vec<civil::Date>,
}

impl Calendar {
    /// A calendar of a named zone without holidays; `None` when the zone is not known.
    pub fn named(zone: &str) -> Option<Self> {
        Some(Self {
            zone: TimeZone::get(zone).ok()?,
            holidays: Vec::new(),
        })
    }

    fn is_working(&self, day: civil::Date) -> bool {
        !matches!(day.weekday(), civil::Weekday::Saturday | civil::Weekday::Sunday) && !self.holidays.contains(&day)
    }

    /// The instant at which `period`, begun at `from`, has passed: for days that end with the day, the
    /// first instant of the day after.
    pub fn after(&self, from: Timestamp, period: Period, reckoning: &Reckoning) -> Timestamp {
        self.reckon(from, period, reckoning).unwrap_or(Timestamp::MAX)
    }

    fn reckon(&self, from: Timestamp, period: Period, reckoning: &Reckoning) -> Option<Timestamp> {
        let count = i64::from(period.count);
        if period.unit == Unit::Hours {
            return from.checked_add(count.hours()).ok();
        }
        let start = self.zone.to_datetime(from);
        let day = match period.unit {
            Unit::Days => start.date().checked_add(count.days()).ok()?,
            Unit::Months => months_after(start.date(), count.months(), reckoning.month_end)?,
            Unit::Years => months_after(start.date(), count.years(), reckoning.month_end)?,
            Unit::WorkingDays | Unit::Hours => {
                let mut day = start.date();
                let mut left = period.count;
                while left > 0 {
                    day = day.tomorrow().ok()?;
                    if self.is_working(day) {
                        left -= 1;
                    }
                }
                day
            }
        };
        match reckoning.days_end {
            DayEnd::EndOfDay => day_start(day.tomorrow().ok()?, &self.zone),
            DayEnd::SameTime => self.zone.to_timestamp(day.to_datetime(start.time())).ok(),
        }
    }

    /// The first instant of the day on which a person born on `born` turns `years`. Born on
    /// 29 February, in a year without one: 1 March, the later day, which favours the child.
    pub fn birthday(&self, born: civil::Date, years: i16) -> Option<Timestamp> {
        let year = born.year().checked_add(years)?;
        let day = civil::Date::new(year, born.month(), born.day())
            .or_else(|_| civil::Date::new(year, 3, 1))
            .ok()?;
        day_start(day, &self.zone)
    }
}

fn months_after(day: civil::Date, span: Span, end: MonthEnd) -> Option<civil::Date> {
    let landed = day.checked_add(span).ok()?;
    match end {
        MonthEnd::NextMonth if landed.day() != day.day() => landed.tomorrow().ok(),
        _ => Some(landed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_local_time_that_occurs_twice_is_an_interval() {
        let zone = TimeZone::get("Europe/Athens").unwrap();
        let when = When::parse("2026-10-25T03:30")
            .unwrap()
            .occurred(&zone, at("2026-10-26T00:00Z"))
            .unwrap();
        assert_eq!(when.from, at("2026-10-25T00:30Z"));
        assert_eq!(when.to, at("2026-10-25T01:30Z"));
    }

    #[test]
    fn what_no_clock_shows_is_no_time() {
        let zone = TimeZone::get("Europe/Athens").unwrap();
        let now = at("2026-12-01T00:00Z");
        for text in [
            "2026-11-09T14:20:60",
            "2026-11-09T14:20+25:00",
            "2026-03-29T03:30",
            "2026-02-30",
        ] {
            let read = When::parse(text).and_then(|when| when.occurred(&zone, now));
            assert!(read.is_err(), "{text}");
        }
        for text in [
            "2026-11-09T14:20",
            "2026-11-09T14:20+14:00",
            "2026-11-09T14:20:59-11:00",
        ] {
            assert!(When::parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn a_day_is_cut_at_the_moment_of_writing() {
        let zone = TimeZone::get("Europe/Athens").unwrap();
        let when = When::parse("2026-11-20")
            .unwrap()
            .occurred(&zone, at("2026-11-20T12:00Z"))
            .unwrap();
        assert_eq!((when.from, when.to), (at("2026-11-19T22:00Z"), at("2026-11-20T12:00Z")));
    }

    #[test]
    fn periods_round_as_declared() {
        let calendar = Calendar::named("Europe/London").unwrap();
        let reckoning = Reckoning::default();
        let months = |n| Period {
            count: n,
            unit: Unit::Months,
        };
        // 31 January + 1 month: to the end of 28 February.
        assert_eq!(
            calendar.after(at("2027-01-31T09:00Z"), months(1), &reckoning),
            at("2027-03-01T00:00Z")
        );
        // 24 hours across the spring change end at 11:00 local time, not 10:00.
        let day = Period {
            count: 24,
            unit: Unit::Hours,
        };
        assert_eq!(
            calendar.after(at("2027-03-27T10:00Z"), day, &reckoning),
            at("2027-03-28T10:00Z")
        );
        // One day across the same change ends at local midnight.
        let day = Period {
            count: 1,
            unit: Unit::Days,
        };
        assert_eq!(
            calendar.after(at("2027-03-27T10:00Z"), day, &reckoning),
            at("2027-03-28T23:00Z")
        );
    }

    #[test]
    fn working_days_pass_over_weekends_and_holidays() {
        let mut calendar = Calendar::named("Europe/Vienna").unwrap();
        calendar.holidays.push(civil::date(2026, 12, 8));
        let three = Period {
            count: 3,
            unit: Unit::WorkingDays,
        };
        // From Friday 4 December: Monday 7, (Tuesday 8 is a holiday), Wednesday 9, Thursday 10.
        let end = calendar.after(at("2026-12-04T09:00Z"), three, &Reckoning::default());
        assert_eq!(end, at("2026-12-10T23:00Z"));
    }

    #[test]
    fn a_leap_day_child_turns_eighteen_on_the_first_of_march() {
        let calendar = Calendar::named("Europe/London").unwrap();
        let birthday = calendar.birthday(civil::date(2008, 2, 29), 18).unwrap();
        assert_eq!(birthday, at("2026-03-01T00:00Z"));
    }
}
