//! `tutela demo data`: many invented cases at once, to try Tutela at the size of a country and to measure it.
//! The same number, seed and day make the same cases; only keys and reference numbers differ.

use super::people::{self, Chance, TONGUES, Tongue};
use super::templates::{Standing, Template, templates};
use super::{PASSWORD, opened};
use crate::failure::{Failure, bar};
use clap::Args;
use jiff::civil::{self, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tutela_app::{Invented, InventedAccount, SystemClock};
use tutela_domain::entry::{Author, Entry, Role};
use tutela_domain::fields::{Control, Field, Fields, Raw, Words};
use tutela_domain::records::{Record, RecordType};
use tutela_domain::time::{Occurred, day_of};

/// A caseworker carries so many cases.
const CASES_OF_A_CASEWORKER: u64 = 40;
/// A supervisor leads so many caseworkers.
const CASEWORKERS_OF_A_SUPERVISOR: u64 = 20;
/// So many cases wait for the disk together at most.
const TOGETHER: usize = 48;

#[derive(Args)]
pub struct Data {
    /// The folder to fill; it must not hold data yet.
    #[arg(long)]
    data: PathBuf,
    /// How many cases.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    cases: u64,
    /// The number from which chance is made: the same number makes the same cases on the same day.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// The time zone of the invented authority.
    #[arg(long, default_value = "Europe/London")]
    zone: String,
}

impl Data {
    pub fn run(self) -> Result<ExitCode, Failure> {
        if self.data.join("tutela.db").exists() {
            return Err(Failure(format!(
                "{} holds data already: nothing was changed; give an empty folder",
                self.data.display()
            )));
        }
        let (app, library) = opened(&self.data, Some(&self.zone), Arc::new(SystemClock))?;
        let calendar = app.settings().calendar.clone();
        let stories: Vec<_> = library.versions("baseline").flat_map(|p| &p.stories).collect();
        let mut stories: Vec<_> = stories.iter().map(|file| &*file.story).collect();
        // A handful of cases is not worth telling all of them first.
        stories.truncate(usize::try_from(self.cases / 10)?.max(6));
        let telling = bar(1, "Telling what the cases are made from");
        let templates = templates(&stories, app.protocol(), &calendar)?;
        telling.finish_and_clear();
        let Some(invented) = app.invented() else {
            return Err(Failure("this folder is not for training: nothing was made".to_owned()));
        };
        let staff = Staff::of(self.cases, self.seed);
        invented.accounts(&staff.accounts(self.seed), PASSWORD)?;
        let mold = Mold {
            templates: templates.iter().map(Shape::of).collect(),
            zone: calendar.zone.clone(),
            today: day_of(app.now(), &calendar.zone),
            seed: self.seed,
            staff: &staff,
        };
        let records = fill(&mold, &invented, self.cases)?;
        say!("Training data: every person and case here is invented.");
        say!("{} cases with {records} records in {}", self.cases, self.data.display());
        say!(
            "{} caseworkers (caseworker-1 …) and {} supervisors (supervisor-1 …), all with the password: {PASSWORD}",
            staff.caseworkers,
            staff.supervisors
        );
        say!("Look at them: tutela demo --data {}", self.data.display());
        Ok(ExitCode::SUCCESS)
    }
}

/// Makes and writes all cases. Threads wait for the disk while others reckon, and the store commits together
/// what is waiting.
fn fill(mold: &Mold<'_>, invented: &Invented<'_>, cases: u64) -> Result<u64, Failure> {
    let progress = bar(cases, "Inventing cases");
    let (next, records) = (AtomicU64::new(0), AtomicU64::new(0));
    let work = || -> Result<(), Failure> {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= cases {
                return Ok(());
            }
            let case = mold.case(number)?;
            let written = invented.case(case.id, &case.entries)?;
            records.fetch_add(written as u64, Ordering::Relaxed);
            progress.inc(1);
        }
    };
    std::thread::scope(|threads| {
        let all: Vec<_> = (0..TOGETHER).map(|_| threads.spawn(work)).collect();
        for one in all {
            match one.join() {
                Ok(done) => done?,
                Err(_) => {
                    return Err(Failure(
                        "inventing a case failed: the folder is not complete".to_owned(),
                    ));
                }
            }
        }
        Ok(())
    })?;
    progress.finish_and_clear();
    Ok(records.into_inner())
}

/// An invented case, ready to be written.
struct InventedCase {
    id: [u8; 16],
    entries: Vec<Arc<Entry>>,
}

/// The people of the invented authority.
struct Staff {
    caseworkers: u64,
    supervisors: u64,
    seed: u64,
}

impl Staff {
    fn of(cases: u64, seed: u64) -> Self {
        let caseworkers = cases.div_ceil(CASES_OF_A_CASEWORKER);
        Self {
            caseworkers,
            supervisors: caseworkers.div_ceil(CASEWORKERS_OF_A_SUPERVISOR),
            seed,
        }
    }

    fn caseworker(&self, number: u64) -> String {
        format!("s-{:016x}", Chance::of(self.seed, 1 << 40 | number).next())
    }

    fn supervisor(&self, number: u64) -> String {
        format!("s-{:016x}", Chance::of(self.seed, 1 << 41 | number).next())
    }

    fn accounts(&self, seed: u64) -> Vec<InventedAccount> {
        let account = |role: Role, number: u64, staff: String| {
            let mut chance = Chance::of(seed, 1 << 42 | number);
            let tongue = chance.one(TONGUES).map(|t| people::name(t, None, &mut chance));
            let name = tongue
                .and_then(|writings| writings.into_iter().last())
                .unwrap_or_default();
            InventedAccount {
                staff,
                sign_in_name: format!("{}-{}", role.name(), number + 1),
                display_name: format!("{name} (training)"),
                role,
            }
        };
        let supervisors = (0..self.supervisors).map(|n| account(Role::Supervisor, n, self.supervisor(n)));
        let caseworkers = (0..self.caseworkers).map(|n| account(Role::Caseworker, n, self.caseworker(n)));
        supervisors.chain(caseworkers).collect()
    }
}

/// What is put in another's place in a field of a record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Put {
    /// The child's names.
    Child,
    /// The names of another person of the case.
    Person(u64),
    /// The name under which the case is shown.
    Pseudonym,
    /// Who carries it.
    Caseworker,
    /// The child's language.
    Language,
    /// What the child says.
    Saying,
    /// The same in translation.
    Translation,
    /// What the child says, and the translation behind it.
    Both,
    /// The same days, moved.
    Days,
}

/// A record of a template, and what is put into its fields.
struct Part {
    record_type: RecordType,
    fields: Fields,
    puts: Vec<(String, Put)>,
}

/// A template with the places where a case of its own differs.
struct Shape<'t> {
    template: &'t Template,
    records: Vec<Part>,
    /// Whether the child is a girl, where that is recorded.
    girl: Option<bool>,
    /// The place of the entry by which somebody took the case.
    taken: Option<usize>,
}

impl<'t> Shape<'t> {
    fn of(template: &'t Template) -> Self {
        let mut persons: Vec<String> = Vec::new();
        let mut records = Vec::new();
        let mut girl = None;
        for entry in &template.entries {
            let record_type = entry.record.record_type();
            let mut fields = entry.record.write();
            if record_type == RecordType::ReferralReceived {
                match fields.get("sex").and_then(Raw::as_text) {
                    Some("girl") => girl = Some(true),
                    Some("boy") => girl = Some(false),
                    _ => {}
                }
                fields.entry("names".to_owned()).or_insert_with(|| Raw::text("…"));
            }
            let mut puts = Vec::new();
            for field in record_type.fields() {
                let Some(raw) = fields.get_mut(field.name) else {
                    continue;
                };
                let put = match (field.name, field.control) {
                    ("names", Control::Names)
                        if matches!(
                            record_type,
                            RecordType::ReferralReceived | RecordType::IdentityEstablished
                        ) =>
                    {
                        Some(Put::Child)
                    }
                    (_, Control::Names) => {
                        let who = format!("{raw:?}{}", texts(raw).join("\n"));
                        let at = persons.iter().position(|p| *p == who).unwrap_or_else(|| {
                            persons.push(who);
                            persons.len() - 1
                        });
                        Some(Put::Person(at as u64))
                    }
                    ("pseudonym", _) => Some(Put::Pseudonym),
                    (_, Control::Staff) => Some(Put::Caseworker),
                    ("language" | "speaks", Control::One(_)) => Some(Put::Language),
                    ("says", Control::Words) if record_type == RecordType::ViewsHeard => Some(Put::Saying),
                    ("translation", _) => Some(Put::Translation),
                    ("says" | "child_says", Control::Words) => Some(Put::Both),
                    // The names of rules and steps are read by the program.
                    ("duty" | "alert" | "safeguard" | "step", _) => None,
                    (_, Control::Line) => {
                        mark(raw, " (training)");
                        None
                    }
                    (_, Control::Words) => {
                        mark(raw, " [training data]");
                        None
                    }
                    _ => texts(raw).iter().any(|t| has_days(t)).then_some(Put::Days),
                };
                puts.extend(put.map(|put| (field.name.to_owned(), put)));
            }
            if record_type == RecordType::ViewsHeard && fields.contains_key("says") {
                puts.push(("translation".to_owned(), Put::Translation));
            }
            records.push(Part {
                record_type,
                fields,
                puts,
            });
        }
        let taken = template
            .entries
            .iter()
            .position(|e| e.record.record_type() == RecordType::ReferralAccepted);
        Self {
            template,
            records,
            girl,
            taken,
        }
    }
}

/// All texts in what a field holds.
fn texts(raw: &Raw) -> Vec<&str> {
    match raw {
        Raw::Text(text) => vec![text],
        Raw::List(list) => list.iter().flat_map(texts).collect(),
        Raw::Row(fields) => fields.values().flat_map(texts).collect(),
    }
}

fn mark(raw: &mut Raw, with: &str) {
    if let Raw::Text(text) = raw {
        text.push_str(with);
    }
}

fn has_days(text: &str) -> bool {
    text.get(..4)
        .is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit()))
        && text.len() != 4
        || text.len() == 4 && text.parse::<u16>().is_ok_and(|year| (1980..2100).contains(&year))
}

/// A date, a month, a year or a time, moved by days; other texts as they are.
fn days_moved(text: &str, days: i64) -> String {
    let of_month = |text: &str| format!("{text}-15").parse::<civil::Date>().ok();
    match text.len() {
        4 | 7 if has_days(text) => {
            let middle = if text.len() == 4 {
                of_month(&format!("{text}-07"))
            } else {
                of_month(text)
            };
            match middle.and_then(|date| date.checked_add(days.days()).ok()) {
                Some(date) => date.to_string().get(..text.len()).unwrap_or(text).to_owned(),
                None => text.to_owned(),
            }
        }
        _ => super::moved(text, days),
    }
}

fn all_moved(raw: &Raw, days: i64) -> Raw {
    match raw {
        Raw::Text(text) if has_days(text) => Raw::Text(days_moved(text, days)),
        Raw::Text(text) => Raw::Text(text.clone()),
        Raw::List(list) => Raw::List(list.iter().map(|r| all_moved(r, days)).collect()),
        Raw::Row(fields) => Raw::Row(fields.iter().map(|(n, r)| (n.clone(), all_moved(r, days))).collect()),
    }
}

/// Makes one case after another.
struct Mold<'a> {
    templates: Vec<Shape<'a>>,
    zone: TimeZone,
    today: civil::Date,
    seed: u64,
    staff: &'a Staff,
}

impl Mold<'_> {
    /// Which template, and how many of its records have been written so far.
    fn choose(&self, chance: &mut Chance) -> Option<(&Shape<'_>, usize)> {
        let full = |shape: &Shape<'_>| shape.template.is_full();
        let open = |shape: &Shape<'_>| shape.template.standing == Standing::Open;
        let roll = chance.below(100);
        // Where none fits, as with few stories, any does.
        let fitting: Vec<&Shape<'_>> = match roll {
            0..72 => self.templates.iter().filter(|s| full(s) && open(s)).collect(),
            72..80 => self.templates.iter().filter(|s| full(s) && !open(s)).collect(),
            80..86 => self.templates.iter().filter(|s| !open(s)).collect(),
            _ => self.templates.iter().filter(|s| open(s)).collect(),
        };
        let shape = match chance.one(&fitting) {
            Some(shape) => shape,
            None => self.templates.get(chance.place(self.templates.len()))?,
        };
        let all = shape.records.len();
        let told = match roll {
            // Some are in the middle, some have just come in, some of them not taken yet.
            86..93 => 1 + chance.place(all),
            93..97 => 1 + chance.place(all.min(8)),
            97.. => 1 + chance.place(shape.taken.unwrap_or(all).clamp(1, 3)),
            _ => all,
        };
        Some((shape, told))
    }

    /// How many days ago somebody last wrote to a case.
    fn silence(&self, shape: &Shape<'_>, told: usize, chance: &mut Chance) -> u64 {
        let ended = told == shape.records.len() && shape.template.standing == Standing::Ended;
        match chance.below(100) {
            _ if ended => 1 + chance.below(5 * 365),
            _ if told < 9 => 1 + chance.below(12),
            0..50 => 1 + chance.below(13),
            50..85 => 14 + chance.below(60),
            _ => 70 + chance.below(500),
        }
    }

    /// The case of a number.
    fn case(&self, number: u64) -> Result<InventedCase, Failure> {
        let mut chance = Chance::of(self.seed, number);
        let mut id = [0; 16];
        let random = u128::from(chance.next()) << 64 | u128::from(chance.next());
        id.copy_from_slice(&random.to_be_bytes());
        let nothing = || Failure("there is no story from which a case could be made".to_owned());
        let (shape, told) = self.choose(&mut chance).ok_or_else(nothing)?;
        let last = told.checked_sub(1).and_then(|at| shape.template.entries.get(at));
        let last = day_of(last.ok_or_else(nothing)?.written, &self.zone);
        let silence = i64::try_from(self.silence(shape, told, &mut chance))?;
        // By whole weeks, so that a working day stays one.
        let days = (i64::from(last.until(self.today)?.get_days()) - silence).div_euclid(7) * 7;
        let carried_by = number / CASES_OF_A_CASEWORKER;
        let filled = Filled {
            tongue: chance.one(TONGUES).ok_or_else(nothing)?,
            girl: shape.girl,
            persons: chance.next(),
            pseudonym: people::pseudonym(number + 1, &mut chance),
            caseworker: self.staff.caseworker(carried_by),
            supervisor: self.staff.supervisor(carried_by / CASEWORKERS_OF_A_SUPERVISOR),
            days,
            zone: &self.zone,
        };
        let parts = shape.template.entries.iter().zip(&shape.records).take(told);
        let entries: Result<Vec<_>, _> = parts
            .map(|(entry, part)| filled.entry(entry, part, &mut chance).map(Arc::new))
            .collect();
        Ok(InventedCase { id, entries: entries? })
    }
}

/// What a case has of its own.
struct Filled<'a> {
    tongue: &'static Tongue,
    girl: Option<bool>,
    persons: u64,
    pseudonym: String,
    caseworker: String,
    supervisor: String,
    days: i64,
    zone: &'a TimeZone,
}

impl Filled<'_> {
    fn entry(&self, entry: &Entry, part: &Part, chance: &mut Chance) -> Result<Entry, Failure> {
        let mut fields = part.fields.clone();
        let (says, translation) = people::saying(self.tongue, chance);
        for (name, put) in &part.puts {
            let raw = match put {
                Put::Child => named(self.tongue, self.girl, self.persons),
                Put::Person(who) => named(self.tongue, None, self.persons.wrapping_add(who + 1)),
                Put::Pseudonym => Raw::text(&self.pseudonym),
                Put::Caseworker => Raw::text(&self.caseworker),
                Put::Language => Raw::text(self.tongue.language),
                Put::Saying => Raw::text(says),
                Put::Translation => Raw::text(format!("{translation} [training data]")),
                Put::Both => Raw::text(format!("{says} ({translation}) [training data]")),
                Put::Days => fields
                    .get(name)
                    .map_or_else(|| Raw::text(""), |r| all_moved(r, self.days)),
            };
            fields.insert(name.clone(), raw);
        }
        let record = Record::read(part.record_type, &fields).map_err(|problems| {
            let fields: Vec<_> = problems.iter().map(|p| p.field.as_str()).collect();
            Failure(format!(
                "an invented {} cannot be read ({}): this is a fault of Tutela",
                part.record_type.name(),
                fields.join(", ")
            ))
        })?;
        let written = self.moved(entry.written)?;
        let to = self
            .moved(entry.occurred.to)?
            .min(written.max(self.moved(entry.occurred.from)?));
        let urgent = entry.urgent.as_ref().map(|w| Raw::text(w.reveal()));
        Ok(Entry {
            seq: entry.seq,
            record,
            occurred: Occurred {
                from: self.moved(entry.occurred.from)?.min(to),
                to,
            },
            written,
            author: Author {
                staff: match entry.author.role {
                    Role::Caseworker => self.caseworker.clone(),
                    Role::Supervisor => self.supervisor.clone(),
                },
                role: entry.author.role,
                agency: entry.author.agency.clone(),
            },
            basis: entry.basis,
            urgent: urgent.and_then(|raw| Words::read(Some(&raw), "urgent", &mut Vec::new())),
            answers: entry.answers.clone(),
        })
    }

    fn moved(&self, at: Timestamp) -> Result<Timestamp, Failure> {
        let local: DateTime = self.zone.to_datetime(at);
        Ok(self.zone.to_timestamp(local.checked_add(self.days.days())?)?)
    }
}

fn named(tongue: &Tongue, girl: Option<bool>, person: u64) -> Raw {
    let names = people::name(tongue, girl, &mut Chance::of(person, 0));
    Raw::List(names.into_iter().map(Raw::text).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a test may panic

    use super::*;
    use crate::demo::signed_in;
    use tutela_app::{CaseQuery, Order, Show};

    /// What a folder that was filled from a seed says: of each case, by its id, what each entry says and when. References
    /// and the numbers of sendings depend on who was written first.
    fn made(seed: u64) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let data = Data {
            data: folder.path().join("many"),
            cases: 20,
            seed,
            zone: "Europe/London".to_owned(),
        };
        let path = data.data.clone();
        data.run().unwrap_or_else(|f| unreachable!("{}", f.0));
        let (app, _) = opened(&path, None, Arc::new(SystemClock)).unwrap_or_else(|f| unreachable!("{}", f.0));
        let actor = signed_in(&app, "supervisor-1").unwrap_or_else(|f| unreachable!("{}", f.0));
        let all = CaseQuery {
            show: Show::All,
            order: Order::LastWritten,
            ..CaseQuery::default()
        };
        let list = app.list(&actor, &all).unwrap();
        let cases = list.lines.iter().map(|line| {
            let view = app.open(&actor, line.case).unwrap();
            let entries = view.entries.iter().map(|e| {
                let fields: Vec<_> = e.fields.iter().map(|f| (f.def.name, f.value.clone())).collect();
                format!(
                    "{} {:?} {:?} {} {fields:?}",
                    e.seq, e.record_type, e.occurred, e.written
                )
            });
            let entries: Vec<String> = entries.collect();
            format!("{} {entries:?}", line.case)
        });
        let mut cases: Vec<String> = cases.collect();
        cases.sort();
        cases
    }

    #[test]
    fn the_same_number_makes_the_same_cases_and_another_number_others() {
        let [first, again, other] = [7, 7, 8].map(made);
        assert_eq!(first.len(), 20);
        assert!(first == again, "the same seed, the same day");
        // Of another seed no case is the same.
        assert!(first.iter().all(|case| !other.contains(case)));
    }
}
