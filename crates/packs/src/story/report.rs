//! A played story, told.

use super::expect::in_words;
use super::play::{Outcome, Played, Seen};
use jiff::{Timestamp, ToSpan, ZonedDateTime};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use tutela_domain::assess::{Assessment, DutyInstance, assess};
use tutela_domain::case::fold;
use tutela_domain::rules::Protocol;
use tutela_domain::time::{Calendar, day_of, day_start, just_before};

/// What was seen at each step, and every difference.
pub fn readable(played: &Played) -> String {
    let mut out = format!("{} ({})\n", played.title, played.id);
    // What the authority as a whole owes is told where the story tells of the authority.
    let of_authority = !played.book.is_empty();
    for seen in &played.seen {
        let what = match (&seen.record, &seen.outcome) {
            (Some(record), Outcome::Admitted { seq, .. }) => format!("{record} is recorded as entry {seq}"),
            (Some(record), Outcome::Refused { missing, .. }) => {
                format!("{record} is refused: {} missing", missing.join(", "))
            }
            (Some(record), Outcome::Wrong(problems)) => {
                let problems: Vec<String> = problems.iter().map(|(at, what)| format!("{at} {what}")).collect();
                format!("{record} is not accepted: {}", problems.join(", "))
            }
            _ => "a look".to_owned(),
        };
        let _ = writeln!(
            out,
            "  {}  {}: {what}",
            local(seen.at, &played.calendar),
            seen.by.name()
        );
        state(&mut out, seen, of_authority, &played.calendar);
        for difference in &seen.differences {
            let _ = writeln!(out, "    DIFFERENCE: {difference}");
        }
    }
    let differences: usize = played.seen.iter().map(|s| s.differences.len()).sum();
    let _ = match differences {
        0 => writeln!(out, "  as expected, steps: {}", played.seen.len()),
        n => writeln!(out, "  differences: {n}"),
    };
    out
}

impl Seen {
    /// What was seen, for machines: instants in UTC.
    pub fn report(&self) -> Value {
        let outcome = match &self.outcome {
            Outcome::Looked => json!({ "looked": true }),
            Outcome::Admitted { seq, met } => json!({ "admitted": true, "entry": seq, "met": met }),
            Outcome::Refused { missing, met } => json!({ "admitted": false, "refused_by": missing, "met": met }),
            Outcome::Wrong(problems) => json!({ "admitted": false, "problems": problems }),
        };
        let now = &self.assessment;
        let blocked: BTreeMap<&str, Vec<&str>> = now
            .gates
            .iter()
            .map(|gate| {
                (
                    gate.step.name(),
                    gate.missing().map(|g| g.safeguard.rule.id.as_str()).collect(),
                )
            })
            .collect();
        json!({
            "at": self.at.to_string(),
            "by": self.by.name(),
            "record": self.record,
            "outcome": outcome,
            "stage": now.stage.name(),
            "guardian": now.conditions.guardian.name(),
            "missing": now.conditions.missing_since.is_some(),
            "liberty": if now.conditions.liberty_restricted { "restricted" } else { "free" },
            "duties": now.duties.iter().map(duty).collect::<Vec<_>>(),
            "authority_duties": self.authority.iter().map(duty).collect::<Vec<_>>(),
            "breaches": self.breaches(),
            "alerts": self.alerts(),
            "blocked": blocked,
            "differences": self.differences,
        })
    }
}

fn duty(d: &DutyInstance) -> Value {
    json!({
        "id": d.rule.id,
        "key": d.key(),
        "state": d.state.name(),
        "opened": d.opened.to_string(),
        "due": d.due.as_ref().map(|due| due.at.to_string()),
        "done": d.done.map(|done| done.at.to_string()),
        "sources": d.rule.sources.iter().map(|s| s.cite.as_str()).collect::<Vec<_>>(),
    })
}

fn local(at: Timestamp, calendar: &Calendar) -> String {
    ZonedDateTime::new(at, calendar.zone.clone())
        .strftime("%-d %B %Y %H:%M")
        .to_string()
}

fn state(out: &mut String, seen: &Seen, of_authority: bool, calendar: &Calendar) {
    let now = &seen.assessment;
    let _ = writeln!(
        out,
        "    stage {}, guardian {}",
        now.stage.name(),
        now.conditions.guardian.name()
    );
    let authority = seen.authority.iter().filter(|_| of_authority);
    for duty in now.duties.iter().chain(authority).filter(|d| d.state.is_owed()) {
        let _ = writeln!(out, "    duty {}", in_words(duty, &calendar.zone));
    }
    for (what, ids) in [("breach", seen.breaches()), ("alert", seen.alerts())] {
        for id in ids {
            let _ = writeln!(out, "    {what} {id}");
        }
    }
}

/// The story walked day by day: what changes from one day to the next, entries or not.
pub fn day_by_day(played: &Played, protocol: &Protocol) -> String {
    let mut out = format!("{} ({})\n", played.title, played.id);
    let (Some(first), Some(last)) = (played.seen.first(), played.seen.last()) else {
        return out;
    };
    let zone = &played.calendar.zone;
    let (mut day, end) = (day_of(first.at, zone), day_of(last.at, zone));
    let mut before = Vec::new();
    // Bounded: a story of many years is walked for at most ten.
    for _ in 0..3660 {
        let Some(next) = day.tomorrow().ok().and_then(|next| day_start(next, zone)) else {
            break;
        };
        let evening = just_before(next);
        let case = fold(&played.calendar, &played.entries, evening);
        let lines = lines(&assess(&case, &played.world, protocol, evening), &played.calendar);
        let new: Vec<&String> = lines.iter().filter(|l| !before.contains(*l)).collect();
        let gone: Vec<&String> = before.iter().filter(|l| !lines.contains(*l)).collect();
        if !new.is_empty() || !gone.is_empty() {
            let _ = writeln!(out, "  {}", day.strftime("%A %-d %B %Y"));
            for line in gone {
                let _ = writeln!(out, "    - {line}");
            }
            for line in new {
                let _ = writeln!(out, "    + {line}");
            }
        }
        before = lines;
        if day >= end {
            break;
        }
        day = day.saturating_add(1.day());
    }
    out
}

fn lines(now: &Assessment, calendar: &Calendar) -> Vec<String> {
    let mut lines = vec![
        format!("stage {}", now.stage.name()),
        format!("guardian {}", now.conditions.guardian.name()),
    ];
    lines.extend(
        now.duties
            .iter()
            .map(|d| format!("duty {}", in_words(d, &calendar.zone))),
    );
    lines.extend(
        now.breaches
            .iter()
            .filter(|b| b.stands())
            .map(|b| format!("breach {}@{}", b.rule.id, b.entry)),
    );
    lines.extend(now.missed.iter().map(|m| format!("missed {}@{}", m.rule.id, m.opener)));
    lines.extend(
        now.alerts
            .iter()
            .filter(|a| a.looked_at.is_none())
            .map(|a| format!("alert {}", a.key())),
    );
    lines
}
