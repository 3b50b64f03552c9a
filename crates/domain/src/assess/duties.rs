//! Duties: what opens them, by when they are owed, what does them.

use super::timeline::{Opener, Span, Timeline, Versions, by_rule};
use super::{Deadline, Doing, DutyInstance, DutyState, Missed, Settled};
use crate::entry::Entry;
use crate::fields::Raw;
use crate::records::{Record, RecordType};
use crate::rules::{Condition, Due, Duty, Protocol, Rule, Scope, Urgency, WhenUnknown};
use crate::time::{Calendar, DayEnd, PartialDate, Period, Unit, day_of, day_start, just_before};
use crate::value::{Kind, Truth};
use crate::view::happened_after;
use jiff::{Timestamp, civil};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The duties of a case, and those that were missed and can no longer be done.
pub(super) struct Duties<'t, 'a> {
    timeline: &'t Timeline<'a>,
    protocol: &'t Protocol,
    pub instances: Vec<DutyInstance>,
    pub missed: Vec<Missed>,
}

/// What opened a series of instances, and when it ended.
struct Series<'s> {
    opener: Opener,
    occasion: Option<&'s Entry>,
    opened: Timestamp,
    ended: Option<Timestamp>,
    /// By when the first of them is due.
    due: Option<Deadline>,
    /// Whether its condition is not known to hold.
    unsure: bool,
}

impl<'t, 'a> Duties<'t, 'a> {
    /// The duties of a case.
    pub fn of_case(timeline: &'t Timeline<'a>, protocol: &'t Protocol) -> Self {
        Self::of(timeline, protocol, |versions| !is_of_authority(versions))
    }

    /// Those duties of a case that may have a date. No other is ever overdue.
    pub fn with_dates(timeline: &'t Timeline<'a>, protocol: &'t Protocol) -> Self {
        let has_date = |duty: &Duty| {
            let own = duty.every.is_some() || !matches!(duty.due, Due::Promptly(_));
            own || protocol.numbers.iter().any(|(name, _)| duty.rule.is_named(name))
        };
        Self::of(timeline, protocol, |versions| {
            !is_of_authority(versions) && versions.all().any(has_date)
        })
    }

    /// The duties of the authority.
    pub fn of_authority(timeline: &'t Timeline<'a>, protocol: &'t Protocol) -> Self {
        Self::of(timeline, protocol, is_of_authority)
    }

    fn of(timeline: &'t Timeline<'a>, protocol: &'t Protocol, wanted: impl Fn(&Versions<'_, Duty>) -> bool) -> Self {
        let mut duties = Self {
            timeline,
            protocol,
            instances: Vec::new(),
            missed: Vec::new(),
        };
        for versions in by_rule(&protocol.duties).into_iter().filter(wanted) {
            duties.answering(&versions);
            duties.standing(&versions);
        }
        duties
    }

    /// The instances that answer records, by the version in force when each occurred.
    fn answering(&mut self, versions: &Versions<'_, Duty>) {
        for entry in versions.occasions(self.timeline.case, |duty| &duty.opens) {
            let Some(mut duty) = versions.at(entry.occurred.from) else {
                continue;
            };
            let Some((types, when)) = duty.opens.occasions() else {
                continue;
            };
            if !types.contains(&entry.record.record_type()) || entry.occurred.from > self.timeline.until() {
                continue;
            }
            let scope = Scope {
                moment: self.timeline.after(entry),
                this: None,
                occasion: Some(entry),
            };
            let holds = when.map_or(Truth::True, |c| c.holds(&scope));
            if holds.is_false() {
                continue;
            }
            // A new version that says so also governs what is still open when it begins.
            let taken_over = versions
                .takes_over(entry.occurred.from, self.timeline.until())
                .filter(|new| {
                    let first = self
                        .doings(duty, Some(entry), entry.occurred.from)
                        .first()
                        .map(|d| d.occurred.to);
                    new.rule
                        .pack
                        .from
                        .is_some_and(|begins| first.is_none_or(|done| done > begins))
                });
            let due = match taken_over {
                Some(new) => self.deadline_through(&[duty, new], Some(entry), entry.occurred.from),
                None => self.deadline(duty, Some(entry), entry.occurred.from),
            };
            duty = taken_over.unwrap_or(duty);
            if duty.unknown == WhenUnknown::Hold && !holds.is_true() {
                self.not_yet(duty, Opener::Entry(entry.seq), entry.occurred.from);
                continue;
            }
            self.series(
                duty,
                Series {
                    opener: Opener::Entry(entry.seq),
                    occasion: Some(entry),
                    opened: entry.occurred.from,
                    ended: None,
                    due,
                    unsure: !holds.is_true(),
                },
            );
        }
    }

    /// The instances that stand while a condition holds, by the version in force at each instant.
    fn standing(&mut self, versions: &Versions<'_, Duty>) {
        let timeline = self.timeline;
        let in_force = |at| versions.at(at).and_then(|d| d.opens.standing());
        let holding = versions.all().any(|d| d.unknown == WhenUnknown::Hold);
        let spans = timeline.spans(in_force, |t| if holding { t.is_true() } else { !t.is_false() });
        for span in spans {
            let reached = span
                .until
                .unwrap_or(timeline.until())
                .min(timeline.until())
                .max(span.from);
            let Some(duty) = versions.at(reached).or_else(|| versions.at(span.from)) else {
                continue;
            };
            if span.from > timeline.until() {
                self.not_yet(duty, span.opener, span.from);
                break;
            }
            let occasion = self.entry(span.opener);
            let through: Vec<&Duty> = versions.between(span.from, reached).collect();
            let due = self.deadline_through(&through, occasion, span.from);
            self.series(
                duty,
                Series {
                    opener: span.opener,
                    occasion,
                    opened: span.from,
                    ended: span.until.filter(|until| *until <= timeline.until()),
                    due,
                    unsure: self.is_unsure(duty),
                },
            );
        }
        if holding {
            self.held(versions);
        }
    }

    /// A duty whose doing may harm waits while it is unknown whether it is owed.
    fn held(&mut self, versions: &Versions<'_, Duty>) {
        let timeline = self.timeline;
        let in_force = |at| versions.at(at).and_then(|d| d.opens.standing());
        let unknown = timeline.spans(in_force, |t| t == Truth::Unknown);
        let covers_now = |s: &Span| s.from <= timeline.until() && s.until.is_none_or(|until| until > timeline.until());
        if let (Some(span), Some(duty)) = (unknown.iter().find(|s| covers_now(s)), versions.at(timeline.until())) {
            self.not_yet(duty, span.opener, span.from);
        }
    }

    fn is_unsure(&self, duty: &Duty) -> bool {
        let holds = |c: &Condition| self.timeline.holds(c, None, self.timeline.until());
        duty.opens.standing().is_some_and(|c| holds(c) == Truth::Unknown)
    }

    fn entry(&self, opener: Opener) -> Option<&'a Entry> {
        match opener {
            Opener::Entry(seq) => self.timeline.case.entry(seq).map(|e| e.entry.as_ref()),
            Opener::Time(_) => None,
        }
    }

    /// The records that do a duty opened at `opened` by `occasion`, by when they count as done.
    fn doings(&self, duty: &Duty, occasion: Option<&Entry>, opened: Timestamp) -> Vec<&'a Entry> {
        let case = self.timeline.case;
        let mut doings: Vec<&Entry> = duty
            .done_by
            .iter()
            .flat_map(|t| case.of_type(*t))
            .filter(|doing| doing.occurred.to <= self.timeline.until())
            .filter(|doing| match (&duty.tied, occasion) {
                (Some(tied), _) => {
                    let scope = Scope {
                        moment: self.timeline.after(doing),
                        this: Some(doing),
                        occasion,
                    };
                    tied.holds(&scope).is_true()
                }
                (None, Some(occasion)) => happened_after(doing, occasion, &case.calendar.zone).is_true(),
                (None, None) => doing.occurred.from >= opened,
            })
            .collect();
        doings.sort_by_key(|d| (d.occurred.to, d.seq));
        doings
    }

    /// One instance, or, for a duty that recurs, one after each doing.
    fn series(&mut self, duty: &Duty, series: Series<'_>) {
        let now = self.timeline.until();
        let until = duty
            .until
            .as_ref()
            .and_then(|until| self.timeline.first_true(until, series.occasion, series.opened))
            .filter(|until| *until <= now);
        let lapsed = until.is_some_and(|until| series.ended.is_none_or(|ended| until <= ended));
        let ended = [series.ended, until].into_iter().flatten().min();
        let calendar = &self.timeline.case.calendar;
        let mut due = series.due.clone();
        let mut opened = series.opened;
        let mut after = None;
        let mut doings = self.doings(duty, series.occasion, series.opened).into_iter();
        loop {
            let doing = doings
                .next()
                .filter(|d| ended.is_none_or(|ended| d.occurred.from <= ended));
            let done = match (doing, ended) {
                (Some(doing), _) => Some(Doing {
                    entry: Some(doing.seq),
                    at: doing.occurred.to,
                    written: doing.written,
                }),
                // A duty without a record that does it is done when its condition no longer holds.
                // Unless the need merely lapsed.
                (None, Some(ended)) if duty.done_by.is_empty() && !lapsed => Some(self.timeline.ending(ended)),
                _ => None,
            };
            if let (None, Some(ended)) = (&done, ended) {
                // Nothing is owed any longer. What was overdue by then stays on record.
                if due.as_ref().is_some_and(|due| due.at < ended) {
                    self.missed.push(Missed {
                        rule: duty.rule.clone(),
                        opener: series.opener,
                        after,
                        due: due.map_or(ended, |d| d.at),
                        ended,
                        changed_by: None,
                    });
                }
                return;
            }
            let recurs = duty.every.filter(|_| done.is_some());
            self.instances.push(DutyInstance {
                rule: duty.rule.clone(),
                opener: series.opener,
                after,
                opened,
                urgency: urgency(&duty.due, due.as_ref()),
                who: duty.who.clone(),
                supplied_by: duty.done_by.iter().chain(&duty.supplied_by).copied().collect(),
                waiting: self.is_waiting(duty, series.occasion),
                unsure: series.unsure && done.is_none(),
                state: DutyState::Open,
                settled: None,
                due: due.clone(),
                done,
            });
            let (Some(every), Some(doing)) = (recurs, doing) else {
                return;
            };
            // The next one counts from the newest doing, at its earliest; a doing whose time is only
            // estimated never turns the count back.
            opened = opened.max(doing.occurred.from);
            after = Some(doing.seq);
            due = self.with_numbers(duty, opened, Some(period_deadline(calendar, opened, every, &duty.rule)));
        }
    }

    fn is_waiting(&self, duty: &Duty, occasion: Option<&Entry>) -> bool {
        let holds = |c: &Condition| self.timeline.holds(c, occasion, self.timeline.until());
        duty.waiting.as_ref().is_some_and(|w| holds(w).is_true())
    }

    fn not_yet(&mut self, duty: &Duty, opener: Opener, opens: Timestamp) {
        self.instances.push(DutyInstance {
            rule: duty.rule.clone(),
            opener,
            after: None,
            opened: opens,
            due: None,
            urgency: urgency(&duty.due, None),
            who: duty.who.clone(),
            supplied_by: duty.done_by.iter().chain(&duty.supplied_by).copied().collect(),
            waiting: false,
            unsure: false,
            state: DutyState::NotYet,
            done: None,
            settled: None,
        });
    }

    /// By when a duty is due that was open while one version of its rule followed another. A date that
    /// had passed under the version then in force has passed; a new version sets no date in the past.
    fn deadline_through(&self, versions: &[&Duty], occasion: Option<&Entry>, opened: Timestamp) -> Option<Deadline> {
        let mut due = None;
        for (index, duty) in versions.iter().enumerate() {
            due = self.deadline(duty, occasion, opened);
            if let (Some(due), Some(begins)) = (&mut due, duty.rule.pack.from.filter(|from| *from > opened)) {
                due.at = due.at.max(begins);
            }
            let next = versions.get(index + 1).and_then(|next| next.rule.pack.from);
            if due.as_ref().zip(next).is_some_and(|(due, next)| due.at < next) {
                return due;
            }
        }
        due
    }

    /// By when a duty opened at `opened` is due: by its own period or date, or by the number that another
    /// pack sets for it if that is earlier. A number never weakens a period. It also shortens the
    /// time after each doing, for a duty that recurs.
    fn deadline(&self, duty: &Duty, occasion: Option<&Entry>, opened: Timestamp) -> Option<Deadline> {
        let calendar = &self.timeline.case.calendar;
        let own = match &duty.due {
            Due::Promptly(_) => None,
            Due::Within(period) => Some(period_deadline(calendar, opened, *period, &duty.rule)),
            Due::OnDate(field, _) => occasion
                .and_then(|occasion| date_of(occasion, field))
                .and_then(|date| end_of_day(calendar, date.last())),
            Due::SameDay => end_of_day(calendar, day_of(opened, &calendar.zone)),
        };
        self.with_numbers(duty, opened, own)
    }

    /// A deadline, or the one that a number of another pack sets if that is earlier.
    fn with_numbers(&self, duty: &Duty, opened: Timestamp, own: Option<Deadline>) -> Option<Deadline> {
        let calendar = &self.timeline.case.calendar;
        let set = self
            .protocol
            .numbers
            .iter()
            .filter(|(name, number)| duty.rule.is_named(name) && number.rule.pack.in_force(opened))
            .map(|(_, number)| Deadline {
                set_by: Some(number.rule.clone()),
                ..period_deadline(calendar, opened, number.within, &number.rule)
            });
        own.into_iter().chain(set).min_by_key(|d| d.at)
    }
}

fn is_of_authority(versions: &Versions<'_, Duty>) -> bool {
    versions.all().any(Duty::is_of_authority)
}

/// The date that a field of a record gives.
fn date_of(entry: &Entry, field: &str) -> Option<PartialDate> {
    match entry.record.write_field(field) {
        Some(Raw::Text(date)) => PartialDate::parse(&date).ok(),
        _ => None,
    }
}

fn end_of_day(calendar: &Calendar, day: civil::Date) -> Option<Deadline> {
    let next = day.tomorrow().ok()?;
    Some(Deadline {
        at: just_before(day_start(next, &calendar.zone)?),
        whole_day: true,
        set_by: None,
    })
}

fn period_deadline(calendar: &Calendar, opened: Timestamp, period: Period, rule: &Rule) -> Deadline {
    let reckoning = &rule.pack.reckoning;
    let whole_day = period.unit != Unit::Hours && reckoning.days_end == DayEnd::EndOfDay;
    let passed = calendar.after(opened, period, reckoning);
    Deadline {
        at: if whole_day { just_before(passed) } else { passed },
        whole_day,
        set_by: None,
    }
}

fn urgency(due: &Due, deadline: Option<&Deadline>) -> Option<Urgency> {
    match due {
        Due::Promptly(urgency) | Due::OnDate(_, urgency) if deadline.is_none() => Some(*urgency),
        _ => None,
    }
}

/// Settles the state of each instance: what was set aside or handed over, done, waiting, overdue.
pub(super) fn settle(instances: &mut [DutyInstance], timeline: &Timeline<'_>) {
    let mut settlements: Vec<(&Entry, &str, DutyState)> = [RecordType::DutySetAside, RecordType::DutyHandedOver]
        .iter()
        .flat_map(|t| timeline.case.of_type(*t))
        .filter_map(|e| match &e.record {
            Record::DutySetAside(s) => Some((e, s.duty.reveal(), DutyState::SetAside)),
            Record::DutyHandedOver(h) => Some((e, h.duty.reveal(), DutyState::HandedOver)),
            _ => None,
        })
        .collect();
    settlements.sort_by_key(|(e, _, _)| e.seq);
    for instance in instances {
        // A rule's bare id means every duty of it that is open then; what was settled before stays so.
        let named = settlements
            .iter()
            .filter(|(e, duty, _)| instance.is_named(duty) && instance.opened <= e.written);
        let settled = named.fold(None, |settled: Option<&(&Entry, &str, DutyState)>, next| {
            if settled.is_none() || next.1.contains('@') {
                Some(next)
            } else {
                settled
            }
        });
        instance.state = match (&instance.done, settled, &instance.due) {
            _ if instance.state == DutyState::NotYet => DutyState::NotYet,
            (Some(done), _, Some(due)) if done.at > due.at => DutyState::DoneLate,
            (Some(_), _, _) => DutyState::Done,
            (None, Some((entry, _, state)), _) => {
                instance.settled = Some(Settled {
                    entry: entry.seq,
                    at: entry.occurred.to,
                });
                *state
            }
            (None, None, Some(due)) if timeline.reckoned(instance.opener) > due.at => DutyState::Overdue,
            (None, None, _) if instance.waiting => DutyState::WaitingForOthers,
            (None, None, Some(_)) => DutyState::Due,
            (None, None, None) => DutyState::Open,
        };
    }
}

/// The duties to find out what is unknown and matters: one for each fact that leaves an owed duty
/// unsure. It is open since the first such duty opened.
pub(super) fn find_out(instances: &[DutyInstance], protocol: &Protocol, timeline: &Timeline<'_>) -> Vec<DutyInstance> {
    let now = timeline.at(timeline.until());
    let mut wanted: BTreeMap<&'static str, &DutyInstance> = BTreeMap::new();
    for instance in instances.iter().filter(|i| i.unsure && i.state.is_owed()) {
        let Some(duty) = protocol.duties.iter().find(|d| Arc::ptr_eq(&d.rule, &instance.rule)) else {
            continue;
        };
        let condition = duty
            .opens
            .standing()
            .or(duty.opens.occasions().and_then(|(_, when)| when));
        for fact in condition.into_iter().flat_map(|c| &c.facts) {
            // An instant is unknown where there is nothing to count from; that is not to be found out.
            if fact.kind != Kind::Instant && now.fact(fact).is_unknown() {
                let first = wanted.entry(fact.name).or_insert(instance);
                if instance.opened < first.opened {
                    *first = instance;
                }
            }
        }
    }
    wanted
        .into_iter()
        .map(|(fact, instance)| DutyInstance {
            rule: Arc::new(Rule {
                id: format!("find-out/{fact}"),
                ..instance.rule.as_ref().clone()
            }),
            after: None,
            due: None,
            urgency: Some(Urgency::Soon),
            supplied_by: Vec::new(),
            waiting: false,
            unsure: false,
            state: DutyState::Open,
            ..instance.clone()
        })
        .collect()
}
