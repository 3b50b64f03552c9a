//! Plays a story: each step through the same `admit` and `assess` that the application uses.

use super::expect::entry_of;
use super::{Step, Story, Unplayable, fields, instant};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tutela_domain::admit::{Admission, Asked, Submission, admit};
use tutela_domain::assess::{Assessment, DutyInstance, assess, assess_authority};
use tutela_domain::case::{Case, fold};
use tutela_domain::codes::Basis;
use tutela_domain::entry::{Author, Entry, Role};
use tutela_domain::fields::{Code, Control, Field, FieldProblem, Fields, Raw, Words};
use tutela_domain::ids::CaseId;
use tutela_domain::records::{Record, RecordType};
use tutela_domain::rules::Protocol;
use tutela_domain::time::{Calendar, When};
use tutela_domain::world::{self, Guardianship, Restriction, World};

/// What became of a step.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Nothing was recorded.
    Looked,
    /// The record was added.
    Admitted {
        /// As this entry.
        seq: u64,
        /// The safeguards asked and met.
        met: Vec<String>,
    },
    /// Safeguards were missing.
    Refused {
        /// These.
        missing: Vec<String>,
        /// These were met.
        met: Vec<String>,
    },
    /// Something was wrong, by field.
    Wrong(BTreeMap<String, String>),
}

/// What is seen after a step.
#[derive(Debug)]
pub struct Seen {
    /// When.
    pub at: Timestamp,
    /// The record type, if it was not a look.
    pub record: Option<String>,
    /// By whom.
    pub by: Role,
    /// What became of it.
    pub outcome: Outcome,
    /// The case then.
    pub assessment: Assessment,
    /// The duties of the authority then.
    pub authority: Vec<DutyInstance>,
    /// How it differs from what was expected.
    pub differences: Vec<String>,
}

impl Seen {
    /// The breaches that stand, and the duties that were missed.
    pub fn breaches(&self) -> Vec<String> {
        let standing = self.assessment.breaches.iter().filter(|b| b.stands());
        let missed = self.assessment.missed.iter().filter(|m| m.changed_by.is_none());
        let missed = missed.map(|m| m.rule.id.clone());
        unique(standing.map(|b| b.rule.id.clone()).chain(missed))
    }

    /// The alerts that nobody has looked at.
    pub fn alerts(&self) -> Vec<String> {
        let standing = self.assessment.alerts.iter().filter(|a| a.looked_at.is_none());
        unique(standing.map(|a| a.rule.id.clone()))
    }
}

fn unique(ids: impl Iterator<Item = String>) -> Vec<String> {
    let mut ids: Vec<String> = ids.collect();
    ids.sort();
    ids.dedup();
    ids
}

/// A story that was played.
#[derive(Debug)]
pub struct Played {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its calendar.
    pub calendar: Calendar,
    /// What was seen at each step.
    pub seen: Vec<Seen>,
    /// The entries of the case, for looking at other days.
    pub entries: Vec<Arc<Entry>>,
    /// The entries of the authority's book.
    pub book: Vec<Arc<Entry>>,
    /// The registers.
    pub world: World,
}

impl Played {
    /// Whether everything came out as expected.
    pub fn is_as_expected(&self) -> bool {
        self.seen.iter().all(|s| s.differences.is_empty())
    }
}

/// Plays a story by the rules of a protocol.
pub fn play(story: &Story, protocol: &Protocol) -> Result<Played, Unplayable> {
    let calendar = story.calendar()?;
    let (others, guardianships) = others(story, &calendar)?;
    let mut teller = Teller {
        protocol,
        calendar: calendar.clone(),
        entries: Vec::new(),
        book: Vec::new(),
        labels: BTreeMap::new(),
        without_entry: BTreeSet::new(),
        others,
        guardianships,
    };
    story.check(protocol)?;
    let mut steps = Vec::new();
    for (index, step) in story.steps.iter().enumerate() {
        let place = format!("step {}", index + 1);
        let at = instant(&step.at, &calendar.zone)
            .ok_or_else(|| Unplayable::new(&place, format!("`at = \"{}\"` is not a time", step.at)))?;
        steps.push((at, place, step));
    }
    steps.sort_by_key(|(at, _, _)| *at);
    let mut seen = Vec::new();
    for (at, place, step) in steps {
        let mut after = teller.step(at, step).map_err(|what| Unplayable::new(&place, what))?;
        after.differences = step.expect.differences(&after, &calendar.zone, &teller.labels);
        seen.push(after);
    }
    Ok(Played {
        id: story.id.clone(),
        title: story.title.clone(),
        world: teller.world(Timestamp::MAX, None),
        calendar,
        seen,
        entries: teller.entries,
        book: teller.book,
    })
}

/// What other cases bring, and for whom guardians of the book stand there, by the label of the guardian.
type Others<'s> = (World, Vec<(&'s str, Guardianship)>);

fn others<'s>(story: &'s Story, calendar: &Calendar) -> Result<Others<'s>, Unplayable> {
    let read = |text: &String| {
        let occurred = When::parse(text).and_then(|when| when.occurred(&calendar.zone, Timestamp::MAX));
        occurred.map_err(|_| Unplayable::new("authority", format!("`{text}` is not a time")))
    };
    let restrictions: Result<Vec<_>, _> = story.authority.restrictions.iter().map(read).collect();
    let guardianships = story.authority.guardianships.iter().zip(1..).map(|(told, number)| {
        let from = read(&told.from)?.from;
        let guardianship = Guardianship {
            guardian: 0,
            // Each of another child.
            case: CaseId::from_random(u128::to_le_bytes(number)),
            from,
            ended: told.until.as_ref().map(read).transpose()?.map(|o| o.to),
            written: from,
        };
        Ok((told.guardian.as_str(), guardianship))
    });
    let guardianships: Result<Vec<_>, _> = guardianships.collect();
    // As everywhere: what opens a duty counts from its earliest time.
    let world = World {
        restrictions: restrictions?
            .into_iter()
            .map(|o| Restriction {
                from: o.from,
                written: o.from,
            })
            .collect(),
        ..World::default()
    };
    Ok((world, guardianships?))
}

struct Teller<'p, 's> {
    protocol: &'p Protocol,
    calendar: Calendar,
    entries: Vec<Arc<Entry>>,
    /// What the authority recorded of itself.
    book: Vec<Arc<Entry>>,
    labels: BTreeMap<String, u64>,
    /// Labels of steps that were not recorded: they name no entry.
    without_entry: BTreeSet<String>,
    others: World,
    /// For which other children guardians stand, by the label of the step that brought them into the book.
    guardianships: Vec<(&'s str, Guardianship)>,
}

impl Teller<'_, '_> {
    fn case(&self, known_at: Timestamp) -> Case {
        fold(&self.calendar, &self.entries, known_at)
    }

    fn book(&self, known_at: Timestamp) -> Case {
        fold(&self.calendar, &self.book, known_at)
    }

    /// The registers: what other cases bring, and this one; and what the book says of those to whom the case refers, or what is
    /// submitted to it.
    fn world(&self, known_at: Timestamp, submitted: Option<&Record>) -> World {
        let mut world = self.others.clone();
        let case = self.case(known_at);
        world.book = world::of_those(&self.book(known_at), &world::refers(&case, submitted));
        let known = self.guardianships.iter().filter(|(_, g)| g.written <= known_at);
        world.guardianships = known
            .filter_map(|(label, g)| {
                Some(Guardianship {
                    guardian: *self.labels.get(*label)?,
                    ..*g
                })
            })
            .collect();
        world.restrictions.retain(|r| r.written <= known_at);
        world
            .restrictions
            .extend(case.of_type(RecordType::LibertyRestricted).map(|e| Restriction {
                from: e.occurred.from,
                written: e.written,
            }));
        world
    }

    fn step(&mut self, at: Timestamp, step: &Step) -> Result<Seen, String> {
        step.check()?;
        let by = step.by.as_deref().unwrap_or("caseworker");
        let by = Role::of(by).ok_or_else(|| format!("`by = \"{by}\"`: write caseworker or supervisor"))?;
        let outcome = match &step.record {
            Some(record) => self.submit(at, by, record, step)?,
            None => Outcome::Looked,
        };
        let known_at = match &step.known_at {
            None => at,
            // A day: what was known by its end.
            Some(text) => {
                When::parse(text)
                    .and_then(|when| when.occurred(&self.calendar.zone, Timestamp::MAX))
                    .map_err(|_| format!("`known_at = \"{text}\"` is not a time"))?
                    .to
            }
        };
        let case = self.case(known_at);
        let world = self.world(known_at, None);
        Ok(Seen {
            at,
            record: step.record.clone(),
            by,
            outcome,
            assessment: assess(&case, &world, self.protocol, at),
            authority: assess_authority(&self.book(known_at), &world, self.protocol, at).duties,
            differences: Vec::new(),
        })
    }

    fn submit(&mut self, at: Timestamp, by: Role, record: &str, step: &Step) -> Result<Outcome, String> {
        let record_type = RecordType::of(record)
            .ok_or_else(|| format!("there is no record type `{record}`; `tutela pack facts --records` lists them"))?;
        let mut problems = Vec::new();
        let when = match step.occurred.as_deref().map(When::parse) {
            None => None,
            Some(Ok(when)) => Some(when),
            Some(Err(_)) => {
                problems.push(FieldProblem::new("occurred", tutela_domain::fields::Problem::NotATime));
                None
            }
        };
        let basis = step
            .basis
            .as_deref()
            .map(|b| Basis::of(b).ok_or_else(|| format!("`basis = \"{b}\"`: write deciding or reported")))
            .transpose()?;
        let urgent = step.urgent.as_ref().map(Raw::text);
        let urgent = urgent.and_then(|raw| Words::read(Some(&raw), "urgent", &mut problems));
        let read = Record::read(record_type, &self.named(record_type, fields(&step.fields))?);
        let record = match read {
            Ok(record) if problems.is_empty() => record,
            Ok(_) => return Ok(wrong(problems)),
            Err(more) => return Ok(wrong(problems.into_iter().chain(more))),
        };
        let submission = Submission {
            record,
            answers: fields(&step.answers),
            when,
            basis,
            urgent,
            author: Author {
                staff: by.name().to_owned(),
                role: by,
                agency: "lead".to_owned(),
            },
        };
        let of_authority = step.book || record_type.is_of_authority();
        let case = if of_authority { self.book(at) } else { self.case(at) };
        let world = self.world(at, Some(&submission.record));
        self.without_entry.extend(step.label.clone());
        Ok(match admit(&case, &world, submission, self.protocol, at) {
            Admission::Wrong(problems) => wrong(problems),
            Admission::Refused { missing, met } => Outcome::Refused {
                missing: ids(&missing),
                met: ids(&met),
            },
            Admission::Admitted(admitted) => {
                let seq = admitted.entry.seq;
                if let Some(label) = &step.label {
                    self.without_entry.remove(label);
                    self.labels.insert(label.clone(), seq);
                }
                let stream = if of_authority {
                    &mut self.book
                } else {
                    &mut self.entries
                };
                stream.push(Arc::new(admitted.entry));
                Outcome::Admitted {
                    seq,
                    met: ids(&admitted.met),
                }
            }
        })
    }

    /// Labels of other steps in the fields that name entries, duties and alerts.
    fn named(&self, record_type: RecordType, mut fields: Fields) -> Result<Fields, String> {
        let of_entries = record_type
            .fields()
            .into_iter()
            .filter(|f| matches!(f.control, Control::Entry | Control::Book));
        for name in of_entries.map(|f| f.name) {
            let Some(entry) = fields.get(name).and_then(Raw::as_text) else {
                continue;
            };
            let seq = match entry_of(&toml::Value::String(entry.to_owned()), &self.labels) {
                Some(seq) => seq,
                // The step of that label was refused: the story goes on, and says so.
                None if self.without_entry.contains(entry) => 0,
                None => return Err(format!("no earlier step has the label `{entry}`")),
            };
            fields.insert(name.to_owned(), Raw::text(seq.to_string()));
        }
        for name in ["duty", "alert"] {
            let Some((id, label)) = fields.get(name).and_then(Raw::as_text).and_then(|t| t.split_once('@')) else {
                continue;
            };
            if let Some(seq) = self.labels.get(label) {
                let named = format!("{id}@{seq}");
                fields.insert(name.to_owned(), Raw::text(named));
            }
        }
        Ok(fields)
    }
}

fn wrong(problems: impl IntoIterator<Item = FieldProblem>) -> Outcome {
    let named = problems.into_iter().map(|p| (p.field, p.problem.name().to_owned()));
    Outcome::Wrong(named.collect())
}

fn ids(asked: &[Asked]) -> Vec<String> {
    asked.iter().map(|a| a.rule.id.clone()).collect()
}
