//! How long the reckoning of a case takes: `cargo bench -p tutela-packs --bench reckoning`.
//!
//! Three cases: of 60 and of 500 entries, made of what the stories of the baseline tell, one after the other
//! over years; and a hard one, with a hundred reported moves that nobody remedied and thirty corrections.
//! For each it prints the median time of each function, and a digest of the assessment: a change that is only
//! to make it faster leaves the digests as they were. The line `stories` is a digest of every assessment of
//! every story of the packs, at every step.
//!
//! `… --bench reckoning -- hard assess 3` runs one function on one case three times, for a profiler that
//! counts instructions: `valgrind --tool=callgrind --toggle-collect=reckoning::run` counts those of the function
//! alone. Nothing here asserts a time: machines differ.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tutela_domain::admit::{Submission, admit};
use tutela_domain::assess::{assess, judge};
use tutela_domain::case::fold;
use tutela_domain::codes::Basis;
use tutela_domain::entry::{Author, Entry, Role, Seq};
use tutela_domain::fields::{Control, Fields, Raw};
use tutela_domain::records::{Record, RecordType};
use tutela_domain::rules::Protocol;
use tutela_domain::time::{Calendar, Occurred, When};
use tutela_domain::world::World;
use tutela_packs::Library;
use tutela_packs::story::{Played, play};

/// What is timed.
const FUNCTIONS: &[&str] = &["decode", "fold", "admit", "judge", "assess"];

struct Shape {
    name: &'static str,
    entries: Vec<Arc<Entry>>,
}

fn main() {
    let library = Library::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs"));
    let protocol = library.protocol(&["baseline"]).unwrap();
    let stories = stories(&library, &protocol);
    let calendar = Calendar::named("Europe/Rome").unwrap();
    let shapes = [
        Shape {
            name: "60",
            entries: Told::first(&calendar).tell(&stories, 60),
        },
        Shape {
            name: "500",
            entries: Told::first(&calendar).tell(&stories, 500),
        },
        Shape {
            name: "hard",
            entries: Told::first(&calendar).hard(&stories),
        },
    ];
    let asked: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    let wanted = |place: usize, name: &str| asked.get(place).is_none_or(|a| a == name);
    let times: Option<usize> = asked.get(2).map(|times| times.parse().unwrap());
    for shape in shapes.iter().filter(|s| wanted(0, s.name)) {
        for function in FUNCTIONS.iter().filter(|f| wanted(1, f)) {
            let took = time(shape, function, &protocol, &calendar, times);
            println!("{:>5} {function:<7} {took:>12.1?}", shape.name);
        }
        if asked.is_empty() {
            let case = fold(&calendar, &shape.entries, Timestamp::MAX);
            let assessment = assess(&case, &World::default(), &protocol, now(shape));
            println!(
                "{:>5} {} entries, {} duties, {} breaches: {:016x}",
                shape.name,
                case.entries.len(),
                assessment.duties.len(),
                assessment.breaches.len(),
                digest(&assessment),
            );
        }
    }
    if asked.is_empty() {
        let assessments = stories.iter().flat_map(|s| &s.seen).map(|s| &s.assessment);
        println!("stories {:016x}", digest(&assessments.collect::<Vec<_>>()));
    }
}

fn digest(what: &impl Debug) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{what:?}").hash(&mut hasher);
    hasher.finish()
}

/// A day after the newest entry.
fn now(shape: &Shape) -> Timestamp {
    later(shape.entries.last().unwrap().written, SignedDuration::from_hours(24))
}

/// The median of several runs.
fn time(shape: &Shape, function: &str, protocol: &Protocol, calendar: &Calendar, times: Option<usize>) -> Duration {
    let world = World::default();
    let now = now(shape);
    let case = fold(calendar, &shape.entries, now);
    let kept: Vec<(RecordType, String)> = shape
        .entries
        .iter()
        .map(|e| {
            let fields = serde_json::to_string(&e.record.write()).unwrap();
            (e.record.record_type(), fields)
        })
        .collect();
    let step = shape.entries.iter().rev().find(|e| e.record.record_type().is_gated());
    let submission = || Submission {
        record: step.unwrap().record.clone(),
        answers: Fields::new(),
        when: None,
        basis: Some(Basis::Deciding),
        urgent: None,
        author: author(),
    };
    let act = || match function {
        "decode" => kept.iter().for_each(|(record_type, fields)| {
            let fields: Fields = serde_json::from_str(fields).unwrap();
            black_box(Record::read(*record_type, &fields).unwrap());
        }),
        "fold" => drop(black_box(fold(calendar, &shape.entries, now))),
        "admit" => drop(black_box(admit(&case, &world, submission(), protocol, now))),
        "judge" => case.gated().for_each(|step| {
            black_box(judge(&case, &world, step, protocol));
        }),
        _ => drop(black_box(assess(&case, &world, protocol, now))),
    };
    let mut took: Vec<Duration> = Vec::new();
    let begun = Instant::now();
    let enough = |runs: usize| match times {
        Some(times) => runs >= times,
        None => runs >= 5 && (begun.elapsed() > Duration::from_secs(3) || runs >= 200),
    };
    while !enough(took.len()) {
        let begun = Instant::now();
        run(&act);
        took.push(begun.elapsed());
    }
    took.sort();
    took[took.len() / 2]
}

/// Has a name of its own for profilers.
#[inline(never)]
fn run(act: &dyn Fn()) {
    act();
}

/// The stories of the baseline, played.
fn stories(library: &Library, protocol: &Protocol) -> Vec<Played> {
    let pack = library.packs.iter().find(|p| p.version.pack == "baseline").unwrap();
    pack.stories.iter().map(|s| play(&s.story, protocol).unwrap()).collect()
}

fn author() -> Author {
    Author {
        staff: "amara".to_owned(),
        role: Role::Caseworker,
        agency: "lead".to_owned(),
    }
}

fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_add(by).unwrap()
}

fn record(record_type: RecordType, fields: &[(&str, &str)]) -> Record {
    let fields: Fields = fields
        .iter()
        .map(|(name, text)| ((*name).to_owned(), Raw::text(*text)))
        .collect();
    Record::read(record_type, &fields).unwrap()
}

/// A case that is told on and on.
struct Told {
    entries: Vec<Arc<Entry>>,
    next: Timestamp,
}

impl Told {
    fn first(calendar: &Calendar) -> Self {
        let begins = When::parse("2020-01-06T09:00").unwrap();
        let mut told = Self {
            entries: Vec::new(),
            next: begins.occurred(&calendar.zone, Timestamp::MAX).unwrap().from,
        };
        told.add(record(
            RecordType::ReferralReceived,
            &[
                ("source", "police"),
                ("circumstances", "Found asleep in a lorry."),
                ("immediate_danger", "unknown"),
                ("company", "alone"),
                ("born", "2016-05-02"),
            ],
        ));
        told
    }

    /// A reported record, a day after the one before.
    fn add(&mut self, record: Record) -> Seq {
        let seq = self.entries.len() as Seq + 1;
        self.entries.push(Arc::new(Entry {
            seq,
            record,
            occurred: Occurred::at(self.next),
            written: self.next,
            author: author(),
            basis: Basis::Reported,
            urgent: None,
            answers: Fields::new(),
        }));
        self.next = later(self.next, SignedDuration::from_hours(24));
        seq
    }

    /// What happens in a story, as far as it does not begin, end or age the case.
    fn tell_story(&mut self, story: &Played, most: usize) {
        let Some(begun) = story.entries.iter().map(|e| e.occurred.from).min() else {
            return;
        };
        let by = self.next.duration_since(begun);
        let mut numbers: BTreeMap<String, String> = BTreeMap::new();
        for entry in &story.entries {
            let record_type = entry.record.record_type();
            let left_out = [
                RecordType::ReferralReceived,
                RecordType::AgeVerified,
                RecordType::AgePresumed,
                RecordType::CaseClosed,
                RecordType::CaseReopened,
                RecordType::ChildDied,
            ];
            if left_out.contains(&record_type) || self.entries.len() >= most {
                continue;
            }
            let Some(record) = renumbered(&entry.record, &numbers) else {
                continue;
            };
            let seq = self.entries.len() as Seq + 1;
            numbers.insert(entry.seq.to_string(), seq.to_string());
            self.next = later(entry.written, by);
            self.entries.push(Arc::new(Entry {
                seq,
                record,
                occurred: Occurred {
                    from: later(entry.occurred.from, by),
                    to: later(entry.occurred.to, by),
                },
                written: self.next,
                ..entry.as_ref().clone()
            }));
        }
        self.next = later(self.next, SignedDuration::from_hours(24));
    }

    fn tell(mut self, stories: &[Played], most: usize) -> Vec<Arc<Entry>> {
        for story in stories.iter().cycle() {
            if self.entries.len() >= most {
                return self.entries;
            }
            self.tell_story(story, most);
        }
        self.entries
    }

    /// A hundred moves of which the safeguards asked much and nothing was done, and corrections of some.
    fn hard(mut self, stories: &[Played]) -> Vec<Arc<Entry>> {
        for story in stories {
            self.tell_story(story, 60);
        }
        for number in 0..100 {
            let moved = self.add(record(
                RecordType::PlacementStarted,
                &[
                    (
                        "kind",
                        if number % 3 == 0 {
                            "police_cell"
                        } else {
                            "residential_short"
                        },
                    ),
                    ("provider", "A house"),
                    ("emergency", "no"),
                    ("unrelated_adults", "unknown"),
                    ("why_needed", "Nobody said."),
                    ("why_suits", "Nobody said."),
                    ("needed", "unknown"),
                    ("suits", "unknown"),
                    ("near_family", "family_elsewhere"),
                ],
            ));
            if number % 10 < 3 {
                let fields = Fields::from([
                    ("entry".to_owned(), Raw::text(moved.to_string())),
                    ("reason".to_owned(), Raw::text("It was another house.")),
                    ("withdraw".to_owned(), Raw::text("no")),
                    (
                        "replace".to_owned(),
                        Raw::Row(Fields::from([("provider".to_owned(), Raw::text("Another house"))])),
                    ),
                ]);
                self.add(Record::read(RecordType::Correction, &fields).unwrap());
            }
        }
        self.entries
    }
}

/// The record with the numbers of the entries that it names; `None` when one was left out.
fn renumbered(record: &Record, numbers: &BTreeMap<String, String>) -> Option<Record> {
    let record_type = record.record_type();
    let mut fields = record.write();
    for def in record_type.fields() {
        if matches!(def.control, Control::Entry)
            && let Some(named) = fields.get(def.name).and_then(Raw::as_text)
        {
            let number = numbers.get(named)?.clone();
            fields.insert(def.name.to_owned(), Raw::text(number));
        }
    }
    Record::read(record_type, &fields).ok()
}
