//! Dates and times in words: written out, and with their zone.

use crate::words::{Pick, Words};
use jiff::{ZonedDateTime, civil::Date};
use std::sync::Arc;
use tutela_domain::time::{PartialDate, When};

/// When something is, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stamp {
    /// On a day.
    Day(Date),
    /// At an instant, in the zone of the case.
    At(ZonedDateTime),
    /// Between two instants: an estimate.
    Between(ZonedDateTime, ZonedDateTime),
}

impl Stamp {
    /// For the `datetime` attribute; `None` for an estimate, which HTML has no form for.
    pub fn machine(&self) -> Option<String> {
        match self {
            Self::Day(day) => Some(day.to_string()),
            Self::At(at) => Some(at.strftime("%Y-%m-%dT%H:%M%:z").to_string()),
            Self::Between(..) => None,
        }
    }
}

impl Words {
    /// "25 November 2026".
    pub fn day(&self, day: impl Pick<Date>) -> String {
        self.written_out(day.pick()).as_ref().to_owned()
    }

    fn written_out(&self, day: Date) -> Arc<str> {
        if let Some(kept) = self.days.get(&day) {
            return kept;
        }
        let text = self.with(
            "date-day",
            &[
                ("day", day.day().to_string().into()),
                ("month", self.month(day.month()).into()),
                ("year", day.year().to_string().into()),
            ],
        );
        let text: Arc<str> = text.into();
        self.days.insert(day, text.clone());
        text
    }

    /// "25 November", where the year is plain.
    pub fn short_day(&self, day: impl Pick<Date>) -> String {
        let day = day.pick();
        let month = self.month(day.month());
        self.t2("date-short", "day", day.day().to_string(), "month", &month)
    }

    /// "25 November 2026 at 10:05 (Europe/London)".
    pub fn time(&self, at: &ZonedDateTime) -> String {
        self.with(
            "date-time",
            &[
                ("date", self.written_out(at.date()).as_ref().into()),
                ("time", clock(at).into()),
                ("zone", zone(at).into()),
            ],
        )
    }

    /// "10:05 (Europe/London)".
    pub fn clock(&self, at: &ZonedDateTime) -> String {
        self.t2("time-only", "time", clock(at), "zone", zone(at))
    }

    /// A day, an instant, or an estimate.
    pub fn stamp(&self, stamp: &Stamp) -> String {
        match stamp {
            Stamp::Day(day) => self.day(day),
            Stamp::At(at) => self.time(at),
            Stamp::Between(from, to) => self.t2("date-estimated", "from", self.time(from), "to", self.time(to)),
        }
    }

    /// The same from one to the other.
    pub fn between(&self, from: &Stamp, to: &Stamp) -> String {
        self.t2("date-between", "from", self.stamp(from), "to", self.stamp(to))
    }

    /// A date of which month and day may be missing: "March 2011".
    pub fn partial_date(&self, date: &PartialDate) -> String {
        let (first, last) = (date.first(), date.last());
        if first == last {
            self.day(first)
        } else if first.month() == last.month() {
            let month = self.month(first.month());
            self.t2("date-month", "month", &month, "year", first.year().to_string())
        } else {
            self.t1("date-year", "year", first.year().to_string())
        }
    }

    /// A time as a person gave it, in the zone of the case.
    pub fn when(&self, when: &When) -> String {
        let one = |text: &str| {
            let (date, time) = text.split_once('T').unwrap_or((text, ""));
            let date = PartialDate::parse(date).map_or_else(|_| date.to_owned(), |d| self.partial_date(&d));
            if time.is_empty() {
                date
            } else {
                self.t2("date-local", "date", &date, "time", time)
            }
        };
        match when.text().split_once('/') {
            Some((from, to)) => self.t2("date-estimated", "from", one(from.trim()), "to", one(to.trim())),
            None => one(when.text()),
        }
    }

    fn month(&self, month: i8) -> String {
        self.t(&format!("month-{month}"))
    }
}

/// "10:05".
fn clock(at: &ZonedDateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

fn zone(at: &ZonedDateTime) -> String {
    at.time_zone()
        .iana_name()
        .map_or_else(|| at.strftime("%:z").to_string(), str::to_owned)
}
