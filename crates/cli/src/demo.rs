//! `tutela demo`: invented cases to try Tutela with. The cases are stories of the packs, told through
//! the same door that people use, and moved in time so that they end yesterday.

mod book;
mod data;
mod people;
mod templates;

use crate::built_in;
use crate::failure::{Failure, bar};
use crate::serve::{At, answer, calendar_of, decided};
use clap::{Args, Subcommand};
use jiff::{Timestamp, ToSpan, civil};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use tutela_app::{Actor, App, Clock, NewPassword, Outcome, Settings, SignIn, Submit, SystemClock};
use tutela_domain::codes::Basis;
use tutela_domain::entry::Role;
use tutela_domain::fields::{Code, Control, Fields, Raw};
use tutela_domain::ids::CaseId;
use tutela_domain::records::RecordType;
use tutela_domain::time::Calendar;
use tutela_packs::story::{Step, Story};
use tutela_packs::{Library, story};
use tutela_store::{KeySource, Place};
use tutela_web::DemoSignIn;
use zeroize::Zeroizing;

/// A story that the demo tells, as it is told there.
struct Told {
    story: &'static str,
    /// How many days ago it ends.
    days_ago: i64,
    /// The name of a case that nobody takes in its story: the lead does at the end.
    pseudonym: &'static str,
    /// How many steps are told; 0 for all.
    steps: usize,
    /// Whether the lead takes the case.
    taken: bool,
    /// The child's name in every writing, in place of the story's.
    names: &'static [&'static str],
    /// What the child says at the end: the language, the words, the translation.
    voice: Option<(&'static str, &'static str, &'static str)>,
}

/// A story told to its end, as it stands in the pack.
const TOLD: Told = Told {
    story: "",
    days_ago: 1,
    pseudonym: "",
    steps: 0,
    taken: true,
    names: &[],
    voice: None,
};

/// The tour: cases in every stage and condition, of children who write in several scripts.
const STORIES: &[Told] = &[
    Told {
        story: "boy-cannabis-house",
        days_ago: 1,
        pseudonym: "Lark",
        names: &["Trần Văn Minh", "Tran Van Minh"],
        voice: Some(("vi", "Con muốn gọi cho mẹ.", "I want to call my mother.")),
        ..TOLD
    },
    Told {
        story: "police-cell",
        days_ago: 2,
        pseudonym: "Avocet",
        names: &["Десислава Калинчева", "Desislava Kalincheva"],
        voice: Some(("bg", "Искам да се обадя на баба.", "I want to call my grandmother.")),
        ..TOLD
    },
    Told {
        story: "uncertain-age",
        days_ago: 3,
        pseudonym: "Siskin",
        names: &["حمید جویبار", "Hamid Juybar"],
        voice: Some((
            "prs",
            "من نمی‌دانم چند ساله‌ام. مادرم می‌داند.",
            "I do not know how old I am. My mother knows.",
        )),
        ..TOLD
    },
    Told {
        story: "return-refused-then-prepared",
        days_ago: 1,
        pseudonym: "Linnet",
        ..TOLD
    },
    Told {
        story: "who-is-she-with",
        days_ago: 4,
        pseudonym: "Dunlin",
        ..TOLD
    },
    Told {
        story: "half-a-year",
        days_ago: 2,
        pseudonym: "Godwit",
        ..TOLD
    },
    Told {
        story: "undermined",
        days_ago: 5,
        pseudonym: "Wagtail",
        ..TOLD
    },
    Told {
        story: "a-letter-to-the-village",
        days_ago: 6,
        pseudonym: "Redstart",
        ..TOLD
    },
    Told {
        story: "the-oath",
        days_ago: 2,
        pseudonym: "Serin",
        ..TOLD
    },
    Told {
        story: "a-cousin-at-the-traffic-light",
        days_ago: 3,
        pseudonym: "Whimbrel",
        ..TOLD
    },
    Told {
        story: "one-after-the-other",
        days_ago: 4,
        pseudonym: "Fieldfare",
        ..TOLD
    },
    Told {
        story: "it-holds",
        days_ago: 3,
        pseudonym: "Brambling",
        ..TOLD
    },
    Told {
        story: "nine-days",
        days_ago: 7,
        pseudonym: "Sanderling",
        names: &["Nguyễn Thị Linh", "Nguyen Thi Linh"],
        ..TOLD
    },
    Told {
        story: "a-door-that-opens",
        days_ago: 2,
        pseudonym: "Ruff",
        ..TOLD
    },
    Told {
        story: "the-plan-she-changed",
        days_ago: 4,
        pseudonym: "Twite",
        ..TOLD
    },
    Told {
        story: "the-sister-in-leipzig",
        days_ago: 6,
        pseudonym: "Bunting",
        steps: 39,
        ..TOLD
    },
    Told {
        story: "eighteen-in-september",
        days_ago: 5,
        pseudonym: "Redshank",
        ..TOLD
    },
    Told {
        story: "the-authority-by-the-sea",
        days_ago: 8,
        pseudonym: "Goldcrest",
        ..TOLD
    },
    Told {
        story: "three-months-in-the-centre",
        days_ago: 3,
        pseudonym: "Pipit",
        names: &["Стефан", "Stefan"],
        ..TOLD
    },
    Told {
        story: "the-mother-in-the-closed-centre",
        days_ago: 2,
        pseudonym: "Lapwing",
        names: &["Amina Diallo"],
        ..TOLD
    },
    Told {
        story: "what-he-hopes-for",
        days_ago: 9,
        pseudonym: "Dipper",
        names: &["یوسف سنگی", "Yusuf Sangi"],
        ..TOLD
    },
    Told {
        story: "a-house-in-order",
        days_ago: 1,
        pseudonym: "Crake",
        ..TOLD
    },
    // Cut short where much is still open.
    Told {
        story: "nine-days",
        days_ago: 1,
        pseudonym: "Turnstone",
        steps: 10,
        names: &["Phạm Thị Sương", "Pham Thi Suong"],
        ..TOLD
    },
    Told {
        story: "locked-doors",
        days_ago: 2,
        pseudonym: "Whinchat",
        steps: 8,
        names: &["Ingrid Sjøli"],
        ..TOLD
    },
    Told {
        story: "seven-months",
        days_ago: 6,
        pseudonym: "Garganey",
        steps: 18,
        names: &["Mirela Câmpeanu"],
        ..TOLD
    },
    Told {
        story: "nine-years-old-and-asked",
        days_ago: 10,
        pseudonym: "Wheatear",
        names: &["Andrei Ceban"],
        ..TOLD
    },
    Told {
        story: "on-the-ring-road",
        days_ago: 20,
        pseudonym: "Chough",
        steps: 3,
        names: &["Милан Врапчић", "Milan Vrapčić"],
        ..TOLD
    },
    Told {
        story: "older-than-he-said",
        days_ago: 12,
        pseudonym: "Nutcracker",
        names: &["طارق النخلاوي", "Tariq al-Nakhlawi"],
        ..TOLD
    },
    Told {
        story: "the-same-boy",
        days_ago: 5,
        pseudonym: "Smew",
        names: &["Иван Петров", "Ivan Petrov"],
        ..TOLD
    },
    Told {
        story: "eight-months-old",
        days_ago: 4,
        pseudonym: "Firecrest",
        names: &["Ελπίδα", "Elpida"],
        ..TOLD
    },
    Told {
        story: "a-letter-to-the-village",
        days_ago: 2,
        pseudonym: "Rosefinch",
        steps: 4,
        names: &["Μυρσίνη Θυμαράκη", "Myrsini Thymaraki"],
        voice: Some((
            "el",
            "Θέλω να μείνω εδώ με τη θεία μου.",
            "I want to stay here with my aunt.",
        )),
        ..TOLD
    },
    Told {
        story: "the-carer-with-the-keys",
        days_ago: 3,
        pseudonym: "Hobby",
        names: &["Őszike Kővári"],
        ..TOLD
    },
    // The inquiry lies at its third hand, and nobody has answered.
    Told {
        story: "a-question-from-abroad",
        days_ago: 3,
        pseudonym: "Stonechat",
        steps: 4,
        ..TOLD
    },
    // Nobody has taken these yet.
    Told {
        story: "somebody-is-looking-for-him",
        days_ago: 1,
        pseudonym: "",
        taken: false,
        names: &["Đỗ Văn Thuyền", "Do Van Thuyen"],
        ..TOLD
    },
    Told {
        story: "told-twice",
        days_ago: 2,
        pseudonym: "",
        steps: 1,
        taken: false,
        ..TOLD
    },
    Told {
        story: "what-the-school-needs",
        days_ago: 1,
        pseudonym: "",
        steps: 1,
        taken: false,
        names: &["Chidi Okwuosa"],
        ..TOLD
    },
];

/// The password of all demo accounts. It protects nothing: the demo answers this machine only.
const PASSWORD: &str = "only for training";

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Demo {
    #[command(subcommand)]
    act: Option<Act>,
    /// The folder of the invented data; made at the first start.
    #[arg(long, default_value = "demo-data")]
    data: PathBuf,
    #[command(flatten)]
    at: At,
}

#[derive(Subcommand)]
enum Act {
    /// Fills a folder with many invented cases, to try Tutela at the size of a country.
    Data(data::Data),
}

impl Demo {
    pub fn run(self) -> Result<ExitCode, Failure> {
        if let Some(Act::Data(data)) = self.act {
            return data.run();
        }
        let listening = self.at.listening();
        listening.check()?;
        if !self.at.listen.ip().is_loopback() {
            return Err(Failure(
                "the demo answers this machine only, since its passwords are printed: listen on 127.0.0.1".to_owned(),
            ));
        }
        let clock = Arc::new(StoryClock::default());
        let (app, library) = opened(&self.data, None, clock.clone())?;
        if app.has_no_account()? {
            for (name, display, role) in ACCOUNTS {
                make_account(&app, name, display, *role)?;
            }
            tell(&app, &library, &clock)?;
        }
        let mut offered: Vec<DemoSignIn> = Vec::new();
        for name in OFFERED {
            if let Some((display, role)) = app.invented().map(|i| i.account(name)).transpose()?.flatten() {
                offered.push(DemoSignIn {
                    account: (*name).to_owned(),
                    who: format!("{display}, {}", role.name()),
                    password: PASSWORD.to_owned(),
                });
            }
        }
        say!("Training data: every person and case here is invented.");
        say!("Tutela answers at http://{}", self.at.listen);
        for sign_in in &offered {
            say!("  sign in as {} with the password: {PASSWORD}", sign_in.account);
        }
        answer(app, listening, offered)
    }
}

/// The accounts of the demonstration: sign-in name, name and role.
const ACCOUNTS: &[(&str, &str, Role)] = &[
    ("caseworker", "M. Sava (training)", Role::Caseworker),
    ("supervisor", "E. Dima (training)", Role::Supervisor),
];

/// The accounts that are offered on the page to sign in, where there are such: those of the demonstration,
/// and a few of those that `tutela demo data` makes.
const OFFERED: &[&str] = &[
    "caseworker",
    "supervisor",
    "caseworker-1",
    "caseworker-2",
    "supervisor-1",
];

/// Opens a training folder, or makes one.
fn opened(data: &Path, zone: Option<&str>, clock: Arc<dyn Clock>) -> Result<(Arc<App>, Arc<Library>), Failure> {
    if let Some(zone) = zone {
        calendar_of(zone)?;
    }
    std::fs::create_dir_all(data)?;
    let source = KeySource::File(data.join("training.key"));
    let (store, _) = Place::Folder(data.to_owned()).open_or_create(&source)?;
    let library = Arc::new(built_in::library(None));
    let settings = Settings {
        agency: decided(&*store, "agency", None, "lead")?,
        calendar: calendar_of(&decided(&*store, "zone", zone, "Europe/London")?)?,
        packs: vec!["baseline".to_owned()],
        training: true,
    };
    let app = App::new(store, library.clone(), settings, clock)?;
    Ok((Arc::new(app), library))
}

/// The machine's clock, or the time of the story that is being told.
#[derive(Default)]
struct StoryClock(Mutex<Option<Timestamp>>);

impl StoryClock {
    fn set(&self, at: Option<Timestamp>) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = at;
    }
}

impl Clock for StoryClock {
    fn now(&self) -> Timestamp {
        let told = *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        told.unwrap_or_else(|| SystemClock.now())
    }
}

fn make_account(app: &App, name: &str, display: &str, role: Role) -> Result<(), Failure> {
    let token = app.invite(role)?;
    let new = NewPassword {
        sign_in_name: name.to_owned(),
        display_name: display.to_owned(),
        password: Zeroizing::new(PASSWORD.to_owned()),
        again: Zeroizing::new(PASSWORD.to_owned()),
    };
    match app.accept_invite(&token, &new)? {
        Ok(()) => Ok(()),
        Err(problem) => Err(Failure(format!("the account {name} was not made: {problem:?}"))),
    }
}

fn signed_in(app: &App, name: &str) -> Result<Actor, Failure> {
    match app.sign_in(name, PASSWORD)? {
        SignIn::In(token) => app
            .actor(&token)?
            .ok_or_else(|| Failure(format!("{name} could not be signed in"))),
        _ => Err(Failure(format!("{name} could not be signed in"))),
    }
}

fn tell(app: &App, library: &Library, clock: &StoryClock) -> Result<(), Failure> {
    let caseworker = signed_in(app, "caseworker")?;
    let supervisor = signed_in(app, "supervisor")?;
    let files: Vec<_> = library.versions("baseline").flat_map(|p| &p.stories).collect();
    let progress = bar(STORIES.len() as u64, "Telling invented cases");
    let now = app.now();
    let mut book = book::Book::written(app, clock, &supervisor, now)?;
    for told in STORIES {
        progress.inc(1);
        if let Some(file) = files.iter().find(|f| f.story.id == told.story) {
            Teller::new(&file.story, now, told)?.tell(app, clock, &caseworker, &supervisor, &mut book)?;
        }
    }
    book.renewed(app, clock, &supervisor, now)?;
    clock.set(None);
    // What the stories left to time, and to one another, is as it stands today when the first page is opened.
    app.reckon_due(&mut || true)?;
    progress.finish_and_clear();
    Ok(())
}

/// Tells one story, moved by whole days.
struct Teller<'s> {
    story: &'s Story,
    steps: &'s [Step],
    told: &'static Told,
    calendar: Calendar,
    days: i64,
    case: Option<CaseId>,
    labels: Vec<(String, u64)>,
    seen: u64,
}

impl<'s> Teller<'s> {
    fn new(story: &'s Story, now: Timestamp, told: &'static Told) -> Result<Self, Failure> {
        let calendar = story.calendar()?;
        let steps = match told.steps {
            0 => &story.steps,
            count => story.steps.get(..count).unwrap_or(&story.steps),
        };
        let last = steps
            .iter()
            .filter(|s| s.record.is_some())
            .map(|s| s.at.as_str())
            .max()
            .unwrap_or("");
        let last = date_of(last).ok_or_else(|| Failure(format!("{}: no time of the last record", story.id)))?;
        let today = tutela_domain::time::day_of(now, &calendar.zone);
        Ok(Self {
            story,
            steps,
            told,
            days: i64::from(last.until(today)?.get_days()) - told.days_ago,
            calendar,
            case: None,
            labels: Vec::new(),
            seen: 0,
        })
    }

    fn tell(
        mut self,
        app: &App,
        clock: &StoryClock,
        caseworker: &Actor,
        supervisor: &Actor,
        book: &mut book::Book,
    ) -> Result<(), Failure> {
        for step in self.steps {
            let Some(record) = step.record.as_deref().and_then(RecordType::of) else {
                continue;
            };
            let at = story::instant(&moved(&step.at, self.days), &self.calendar.zone)
                .ok_or_else(|| Failure(format!("{}: {} is not a time", self.story.id, step.at)))?;
            clock.set(Some(at));
            let actor = if step.by.as_deref() == Some("supervisor") {
                supervisor
            } else {
                caseworker
            };
            let submit = self.submit(step, record, caseworker)?;
            let outcome = match self.case {
                _ if record.is_of_authority() => app.submit(actor, CaseId::AUTHORITY, &submit)?,
                None => app.refer(actor, &submit)?,
                Some(case) => {
                    let pointing = book.pointing(&submit).map(|submit| app.submit(actor, case, &submit));
                    match pointing.transpose()? {
                        Some(recorded @ Outcome::Recorded(_)) => recorded,
                        // Who has no room, or came into the book later, stays a name.
                        _ => app.submit(actor, case, &submit)?,
                    }
                }
            };
            // A story also tells of steps that are refused: then nothing was recorded, as it should be.
            if let Outcome::Recorded(receipt) = outcome {
                if !record.is_of_authority() {
                    self.case = Some(receipt.case);
                    self.seen = receipt.seq;
                }
                self.labels.extend(step.label.clone().map(|label| (label, receipt.seq)));
            }
        }
        let is_acceptance = |s: &Step| s.record.as_deref() == Some(RecordType::ReferralAccepted.name());
        if self.told.taken && !self.steps.iter().any(is_acceptance) {
            let fields = [
                ("pseudonym", self.told.pseudonym),
                ("caseworker", caseworker.staff().as_str()),
            ];
            self.add(app, caseworker, RecordType::ReferralAccepted, &fields)?;
        }
        if let Some((language, says, translation)) = self.told.voice {
            let fields = [
                ("topics", "assistance"),
                ("heard", "yes"),
                ("says", says),
                ("translation", translation),
                ("language", language),
            ];
            self.add(app, caseworker, RecordType::ViewsHeard, &fields)?;
        }
        Ok(())
    }

    /// Adds a record that the story does not have.
    fn add(
        &mut self,
        app: &App,
        caseworker: &Actor,
        record_type: RecordType,
        fields: &[(&str, &str)],
    ) -> Result<(), Failure> {
        let Some(case) = self.case else {
            return Ok(());
        };
        let fields = fields
            .iter()
            .map(|(name, text)| ((*name).to_owned(), Raw::text(*text)))
            .collect();
        let submit = Submit {
            record_type,
            fields,
            answers: Fields::new(),
            occurred: None,
            basis: None,
            urgent: None,
            seen: self.seen,
            id: tutela_app::submission_id()?,
        };
        if let Outcome::Recorded(receipt) = app.submit(caseworker, case, &submit)? {
            self.seen = receipt.seq;
        }
        Ok(())
    }

    fn submit(&self, step: &Step, record: RecordType, caseworker: &Actor) -> Result<Submit, Failure> {
        let mut fields: Fields = story::fields(&step.fields);
        if record == RecordType::ReferralAccepted {
            fields.insert("caseworker".to_owned(), Raw::text(caseworker.staff().as_str()));
        }
        if record == RecordType::ReferralReceived && !self.told.names.is_empty() {
            let names = self.told.names.iter().map(|name| Raw::text(*name));
            fields.insert("names".to_owned(), Raw::List(names.collect()));
        }
        // Whole days in the fields move with the story: a restriction ends as long after it began, and the
        // child is as old as in the story.
        for field in record.fields().iter().filter(|f| matches!(f.control, Control::Date)) {
            if let Some(day) = fields.get(field.name).and_then(Raw::as_text) {
                fields.insert(field.name.to_owned(), Raw::text(moved(day, self.days)));
            }
        }
        let of_entries = record
            .fields()
            .into_iter()
            .filter(|f| matches!(f.control, Control::Entry | Control::Book));
        for name in of_entries.map(|f| f.name) {
            if let Some(label) = fields.get(name).and_then(Raw::as_text)
                && let Some((_, seq)) = self.labels.iter().find(|(l, _)| l == label)
            {
                fields.insert(name.to_owned(), Raw::text(seq.to_string()));
            }
        }
        // The stories are in the time of their own zone; the office of the demo is elsewhere.
        let zoned = |text: &String| in_zone(&moved(text, self.days), &self.calendar);
        Ok(Submit {
            record_type: record,
            fields,
            answers: story::fields(&step.answers),
            occurred: step.occurred.as_ref().map(zoned),
            basis: step.basis.as_deref().and_then(Basis::of),
            urgent: step.urgent.clone(),
            seen: self.seen,
            id: tutela_app::submission_id()?,
        })
    }
}

fn date_of(text: &str) -> Option<civil::Date> {
    text.get(..10)?.parse().ok()
}

/// A time of a story, moved by days. What is less exact than a day stays as it is.
fn moved(text: &str, days: i64) -> String {
    let one = |text: &str| match (date_of(text), text.get(10..)) {
        (Some(date), Some(rest)) => match date.checked_add(days.days()) {
            Ok(date) => format!("{date}{rest}"),
            Err(_) => text.to_owned(),
        },
        _ => text.to_owned(),
    };
    text.split('/').map(one).collect::<Vec<_>>().join("/")
}

/// A local time of a story with its offset; anything else as it is.
fn in_zone(text: &str, calendar: &Calendar) -> String {
    let one = |text: &str| match story::instant(text, &calendar.zone) {
        Some(at) if text.contains('T') => at.to_string(),
        _ => text.to_owned(),
    };
    text.split('/').map(one).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a test may panic

    use super::*;
    use std::collections::BTreeSet;
    use tutela_app::InRegister;
    use tutela_domain::registers::Register;
    use tutela_domain::stage::Stage;

    /// Who shows Tutela finds there whatever it can show.
    #[test]
    fn the_tour_holds_every_stage_every_condition_and_several_scripts() {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(StoryClock::default());
        let (app, library) = opened(folder.path(), None, clock.clone()).unwrap_or_else(|f| unreachable!("{}", f.0));
        for (name, display, role) in ACCOUNTS {
            assert!(make_account(&app, name, display, *role).is_ok());
        }
        assert!(tell(&app, &library, &clock).is_ok());
        let supervisor = signed_in(&app, "supervisor").unwrap_or_else(|f| unreachable!("{}", f.0));
        let all = tutela_app::CaseQuery {
            show: tutela_app::Show::All,
            ..tutela_app::CaseQuery::default()
        };
        let lines = &app.list(&supervisor, &all).unwrap().lines;
        let mut stages = BTreeSet::new();
        let mut conditions: BTreeSet<&str> = BTreeSet::new();
        let mut texts = String::new();
        for line in lines.iter() {
            if line.caseworker.is_none() {
                conditions.insert("unassigned");
            }
            let opened = app.open(&supervisor, line.case).unwrap();
            let case = &*opened;
            let now = &case.assessment;
            stages.insert(now.stage);
            conditions.insert(now.stage.name());
            let found = [
                ("missing", now.conditions.missing_since.is_some()),
                ("liberty restricted", now.conditions.liberty_restricted),
                ("overdue", line.overdue > 0),
                ("breach", now.breaches.iter().any(|b| b.stands())),
                (
                    "return blocked",
                    now.gates
                        .iter()
                        .any(|g| g.step == RecordType::ReturnDecided && g.missing().next().is_some()),
                ),
                ("alert", !now.alerts.is_empty()),
                (
                    "in translation",
                    case.entries.iter().any(|e| e.text("translation").is_some()),
                ),
                (now.conditions.guardian.name(), true),
            ];
            conditions.extend(found.iter().filter(|(_, so)| *so).map(|(what, _)| *what));
            for entry in &case.entries {
                if let Some(Raw::List(names)) = entry.field("names") {
                    texts.extend(names.iter().filter_map(Raw::as_text));
                }
            }
        }
        assert_eq!(stages, Stage::ALL.iter().copied().collect(), "every stage");
        for wanted in [
            "unassigned",
            "missing",
            "liberty restricted",
            "overdue",
            "breach",
            "return blocked",
            "determination pending",
            "alert",
            "in translation",
            "in office",
            "vacant",
            "not needed",
        ] {
            assert!(
                conditions.contains(wanted),
                "{wanted} is not in the tour: {conditions:?}"
            );
        }
        // Four scripts; and letters that a Latin alphabet of English lacks.
        let has = |from: char, to: char| texts.chars().any(|c| (from..=to).contains(&c));
        assert!(has('a', 'z'), "Latin");
        assert!(has('\u{400}', '\u{4ff}'), "Cyrillic");
        assert!(has('\u{370}', '\u{3ff}'), "Greek");
        assert!(has('\u{600}', '\u{6ff}'), "Arabic");
        assert!(has('\u{1ea0}', '\u{1ef9}'), "Vietnamese");
        assert!(has('\u{100}', '\u{17f}'), "Latin with marks");
        assert!(lines.len() >= 30, "{} cases", lines.len());
        // Guardians and homes stand in the book, with the children of these cases.
        let guardians = &app.guardians(&supervisor, 0).unwrap().lines;
        let in_book = guardians.iter().filter(|g| g.entry.is_some() && g.children > 0);
        assert!(in_book.count() >= 2, "{guardians:?}");
        assert!(guardians.iter().any(|g| g.entry.is_none()), "some guardians are names");
        assert!(
            guardians
                .iter()
                .any(|g| g.at_most.is_some_and(|most| g.children <= most as usize))
        );
        let providers = &app.providers(&supervisor, 0).unwrap().lines;
        assert!(
            providers.iter().any(|p| p.entry.is_some() && p.children > 0),
            "{providers:?}"
        );
        assert!(providers.iter().any(|p| p.policy_ran_out), "a policy has run out");
        let said = providers
            .iter()
            .filter(|p| p.said_free.is_some() && p.inspected.is_some());
        assert!(said.count() >= 2, "{providers:?}");
        // In the registers: a child who is missing now, a restriction with its end, an inquiry with the days at each hand.
        let lines = |register| app.register(&supervisor, register, 0).unwrap().lines.clone();
        assert!(lines(Register::Missing).iter().any(|l| l.ended.is_none()));
        assert!(
            lines(Register::Liberty)
                .iter()
                .any(|l| l.ended.is_none() && l.until.is_some())
        );
        let hands = lines(Register::Inquiries).into_iter().filter_map(|l| match l.what? {
            InRegister::Inquiry { hands, .. } => Some(hands.len()),
            _ => None,
        });
        assert!(hands.max().unwrap_or(0) >= 2, "an inquiry was passed on");
        // And work that is late, for the caseworker and for the supervisor.
        for who in ["caseworker", "supervisor"] {
            let actor = signed_in(&app, who).unwrap_or_else(|f| unreachable!("{}", f.0));
            assert!(!app.overdue(&actor, 0).unwrap().lines.is_empty(), "{who}");
        }
    }
}
