//! What invented cases are made from: the packs' stories, told once by the rules, and gone on with by the
//! phases of `routine.toml`. What the rules refuse is left out.

use crate::failure::Failure;
use jiff::{Timestamp, ToSpan, civil};
use serde::Deserialize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tutela_domain::admit::{Admission, Submission, admit};
use tutela_domain::assess::{Assessment, assess};
use tutela_domain::case::{Case, fold};
use tutela_domain::codes::Basis;
use tutela_domain::entry::{Author, Entry, Role};
use tutela_domain::fields::{Code, Control, Field, Fields, Raw, Words};
use tutela_domain::records::{Record, RecordType};
use tutela_domain::rules::Protocol;
use tutela_domain::stage::Stage;
use tutela_domain::time::{Calendar, When};
use tutela_domain::value::Truth;
use tutela_domain::world::World;
use tutela_packs::story::{self, Step, Story};

/// About so many records has a full case.
const FULL: usize = 60;

/// A case as it was told, before names and dates are put in.
#[derive(Clone)]
pub struct Template {
    /// Its entries.
    pub entries: Vec<Arc<Entry>>,
    /// How it stands after the last.
    pub standing: Standing,
}

/// How a template ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It goes on: the child is here, and work is to be done.
    Open,
    /// It is closed, or the child has left or has grown up.
    Ended,
    /// The child is not there.
    Missing,
}

impl Template {
    /// Whether it has about as many records as a full case.
    pub fn is_full(&self) -> bool {
        self.entries.len() >= FULL * 4 / 5
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phases {
    phase: Vec<Story>,
}

/// Tells the stories and what follows them, each as one template.
pub fn templates(stories: &[&Story], protocol: &Protocol, calendar: &Calendar) -> Result<Vec<Template>, Failure> {
    let phases: Phases = toml::from_str(include_str!("routine.toml"))?;
    let next = AtomicUsize::new(0);
    let told = Mutex::new(Vec::new());
    let work = || -> Result<(), Failure> {
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(story) = stories.get(place) else {
                return Ok(());
            };
            let made = gone_on_with(story, &phases.phase, protocol, calendar)?;
            told.lock().unwrap_or_else(PoisonError::into_inner).push((place, made));
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|threads| {
        let all: Vec<_> = (0..cores).map(|_| threads.spawn(work)).collect();
        for one in all {
            one.join()
                .unwrap_or_else(|_| Err(Failure("telling a story failed".to_owned())))?;
        }
        Ok::<_, Failure>(())
    })?;
    let mut told = told.into_inner().unwrap_or_else(PoisonError::into_inner);
    told.sort_by_key(|(place, _)| *place);
    Ok(told.into_iter().flat_map(|(_, made)| made).collect())
}

/// A story and what follows it, until the case is full; then, as cases of their own, what may happen next.
fn gone_on_with(
    story: &Story,
    phases: &[Story],
    protocol: &Protocol,
    calendar: &Calendar,
) -> Result<Vec<Template>, Failure> {
    const FIRST: &[&str] = &["people", "first-weeks", "school", "plan"];
    const THEN: &[&str] = &["month", "quarter", "month", "month"];
    const LAST: &[&str] = &["missing", "liberty", "inquiry", "handing-over"];
    let phase = |id: &str| phases.iter().find(|p| p.id == id);
    let mut made = Vec::new();
    let mut teller = Teller::new(protocol, calendar);
    teller.story(story)?;
    let mut next = FIRST.iter().chain(THEN.iter().cycle().take(40));
    while teller.standing() == Standing::Open
        && teller.entries.len() < FULL
        && let Some(phase) = next.next().and_then(|id| phase(id))
    {
        teller.phase(phase)?;
    }
    if teller.standing() == Standing::Open {
        for phase in LAST.iter().filter_map(|id| phase(id)) {
            let mut other = teller.clone();
            other.phase(phase)?;
            made.extend(other.template());
        }
    }
    made.extend(teller.template());
    Ok(made)
}

/// Tells one case in memory.
#[derive(Clone)]
struct Teller<'p> {
    protocol: &'p Protocol,
    calendar: &'p Calendar,
    entries: Vec<Arc<Entry>>,
    labels: Vec<(String, u64)>,
}

impl<'p> Teller<'p> {
    fn new(protocol: &'p Protocol, calendar: &'p Calendar) -> Self {
        Self {
            protocol,
            calendar,
            entries: Vec::new(),
            labels: Vec::new(),
        }
    }

    fn template(self) -> Option<Template> {
        Some(Template {
            standing: self.standing(),
            entries: (!self.entries.is_empty()).then_some(self.entries)?,
        })
    }

    fn case(&self) -> Case {
        fold(self.calendar, &self.entries, Timestamp::MAX)
    }

    fn last_written(&self) -> Timestamp {
        self.entries.last().map_or(Timestamp::MIN, |e| e.written)
    }

    fn assessed(&self) -> Assessment {
        assess(&self.case(), &World::default(), self.protocol, self.last_written())
    }

    fn standing(&self) -> Standing {
        let now = self.assessed();
        let gone = now.closed_by.is_some()
            || now.stage == Stage::Monitoring
            || now.conditions.under_18 == Truth::False
            || self
                .entries
                .iter()
                .any(|e| e.record.record_type() == RecordType::ChildDied);
        match now.conditions.missing_since {
            _ if gone => Standing::Ended,
            Some(_) => Standing::Missing,
            None => Standing::Open,
        }
    }

    /// Tells a story from its beginning; a case that nobody takes in it is taken at its end.
    fn story(&mut self, story: &Story) -> Result<(), Failure> {
        for step in &story.steps {
            let at = story::instant(&step.at, &self.calendar.zone)
                .ok_or_else(|| Failure(format!("{}: {} is not a time", story.id, step.at)))?;
            self.step(at, step, 0);
        }
        let is_acceptance = |e: &Arc<Entry>| e.record.record_type() == RecordType::ReferralAccepted;
        if !self.entries.is_empty() && !self.entries.iter().any(is_acceptance) {
            let at = self.last_written().checked_add(1.hour())?;
            let taken = [("pseudonym", "…"), ("caseworker", "…")];
            let fields = taken.map(|(name, text)| (name.to_owned(), Raw::text(text)));
            self.submit(
                at,
                RecordType::ReferralAccepted,
                fields.into(),
                None,
                Role::Caseworker,
                &Said::default(),
            );
        }
        Ok(())
    }

    /// Goes on with a phase, some days after what was told last.
    fn phase(&mut self, phase: &Story) -> Result<(), Failure> {
        let day = |text: &str| text.get(..10).and_then(|d| d.parse::<civil::Date>().ok());
        let first = phase.steps.first().and_then(|s| day(&s.at));
        let first = first.ok_or_else(|| Failure(format!("{}: it has no first day", phase.id)))?;
        let last = tutela_domain::time::day_of(self.last_written(), &self.calendar.zone);
        // Phases begin on a Monday: then their days stay days of the week.
        let days = i64::from(first.until(last)?.get_days()).div_euclid(7) * 7 + 7;
        self.labels.clear();
        for step in &phase.steps {
            let at = story::instant(&super::moved(&step.at, days), &self.calendar.zone)
                .ok_or_else(|| Failure(format!("{}: {} is not a time", phase.id, step.at)))?;
            self.step(at, step, days);
        }
        Ok(())
    }

    fn step(&mut self, at: Timestamp, step: &Step, days: i64) {
        let Some(record_type) = step.record.as_deref().and_then(RecordType::of) else {
            return;
        };
        if step.book || record_type.is_of_authority() || at < self.last_written() {
            return;
        }
        let mut fields = story::fields(&step.fields);
        for field in record_type.fields() {
            let Some(text) = fields.get(field.name).and_then(Raw::as_text) else {
                continue;
            };
            match field.control {
                Control::Entry => {
                    if let Some((_, seq)) = self.labels.iter().find(|(l, _)| l == text) {
                        fields.insert(field.name.to_owned(), Raw::text(seq.to_string()));
                    }
                }
                Control::Date => {
                    let moved = super::moved(text, days);
                    fields.insert(field.name.to_owned(), Raw::text(moved));
                }
                // The label of an entry in the name of a duty or an alert.
                Control::Line => {
                    if let Some((rule, label)) = text.split_once('@')
                        && let Some((_, seq)) = self.labels.iter().find(|(l, _)| l == label)
                    {
                        let named = format!("{rule}@{seq}");
                        fields.insert(field.name.to_owned(), Raw::text(named));
                    }
                }
                _ => {}
            }
        }
        let said = Said {
            answers: story::fields(&step.answers),
            occurred: step.occurred.as_ref().map(|text| super::moved(text, days)),
            basis: step.basis.as_deref().and_then(Basis::of),
            urgent: step.urgent.clone(),
        };
        let role = step.by.as_deref().and_then(Role::of).unwrap_or(Role::Caseworker);
        self.submit(at, record_type, fields, step.label.clone(), role, &said);
    }

    /// Adds a record if it can be read and the rules let it pass.
    fn submit(
        &mut self,
        at: Timestamp,
        record_type: RecordType,
        fields: Fields,
        label: Option<String>,
        role: Role,
        said: &Said,
    ) {
        let Ok(record) = Record::read(record_type, &fields) else {
            return;
        };
        let submission = Submission {
            record,
            answers: said.answers.clone(),
            when: said.occurred.as_deref().and_then(|text| When::parse(text).ok()),
            basis: said.basis,
            urgent: (said.urgent.as_ref())
                .and_then(|text| Words::read(Some(&Raw::text(text)), "urgent", &mut Vec::new())),
            author: Author {
                staff: role.name().to_owned(),
                role,
                agency: "lead".to_owned(),
            },
        };
        if let Admission::Admitted(admitted) = admit(&self.case(), &World::default(), submission, self.protocol, at) {
            self.labels.extend(label.map(|label| (label, admitted.entry.seq)));
            self.entries.push(Arc::new(admitted.entry));
        }
    }
}

/// What a step says beside the record.
#[derive(Default)]
struct Said {
    answers: Fields,
    occurred: Option<String>,
    basis: Option<Basis>,
    urgent: Option<String>,
}
