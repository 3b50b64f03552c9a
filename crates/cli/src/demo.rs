//! `tutela demo`: invented cases to try Tutela with. The cases are stories of the packs, told through
//! the same door that people use, and moved in time so that they end yesterday.

use crate::built_in;
use crate::failure::{Failure, bar};
use crate::serve::{At, answer, calendar_of, decided};
use clap::Args;
use jiff::{Timestamp, ToSpan, civil};
use std::path::PathBuf;
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

/// The stories that the demo tells, how many days ago each ends, and a pseudonym for those in which nobody
/// takes the case: in the demo the lead does at the end, so that each case has a name.
const STORIES: &[(&str, i64, &str)] = &[
    ("boy-cannabis-house", 1, "Lark"),
    ("police-cell", 2, "Avocet"),
    ("uncertain-age", 3, "Siskin"),
    ("return-refused-then-prepared", 1, "Linnet"),
    ("who-is-she-with", 4, "Dunlin"),
    ("half-a-year", 2, "Godwit"),
    ("undermined", 5, "Wagtail"),
    ("a-letter-to-the-village", 6, "Redstart"),
    ("the-oath", 2, "Serin"),
    ("a-cousin-at-the-traffic-light", 3, "Whimbrel"),
    ("one-after-the-other", 4, "Fieldfare"),
    ("it-holds", 3, "Brambling"),
    ("nine-days", 7, "Sanderling"),
    ("a-door-that-opens", 2, "Ruff"),
    ("the-plan-she-changed", 4, "Twite"),
    ("the-sister-in-leipzig", 6, "Bunting"),
    ("eighteen-in-september", 5, "Redshank"),
    ("the-authority-by-the-sea", 8, "Goldcrest"),
    ("three-months-in-the-centre", 3, "Pipit"),
    ("the-mother-in-the-closed-centre", 2, "Lapwing"),
    ("what-he-hopes-for", 9, "Dipper"),
    ("a-house-in-order", 1, "Crake"),
];

/// The password of both demo accounts. It protects nothing: the demo answers this machine only.
const PASSWORD: &str = "only for training";

#[derive(Args)]
pub struct Demo {
    /// The folder of the invented data; made at the first start.
    #[arg(long, default_value = "demo-data")]
    data: PathBuf,
    #[command(flatten)]
    at: At,
}

impl Demo {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let listening = self.at.listening();
        listening.check()?;
        if !self.at.listen.ip().is_loopback() {
            return Err(Failure(
                "the demo answers this machine only, since its passwords are printed: listen on 127.0.0.1".to_owned(),
            ));
        }
        std::fs::create_dir_all(&self.data)?;
        let source = KeySource::File(self.data.join("training.key"));
        let (store, _) = Place::Folder(self.data.clone()).open_or_create(&source)?;
        let library = built_in::library(None);
        let clock = Arc::new(StoryClock::default());
        let settings = Settings {
            agency: decided(&*store, "agency", None, "lead")?,
            calendar: calendar_of(&decided(&*store, "zone", None, "Europe/London")?)?,
            packs: vec!["baseline".to_owned()],
            training: true,
        };
        let library = Arc::new(library);
        let app = Arc::new(App::new(store, library.clone(), settings, clock.clone())?);
        let accounts = [
            ("caseworker", "M. Sava (training)", Role::Caseworker),
            ("supervisor", "E. Dima (training)", Role::Supervisor),
        ];
        if app.has_no_account()? {
            for (name, display, role) in accounts {
                make_account(&app, name, display, role)?;
            }
            tell(&app, &library, &clock)?;
        }
        say!("Training data: every person and case here is invented.");
        say!("Tutela answers at http://{}", self.at.listen);
        for (name, _, _) in accounts {
            say!("  sign in as {name} with the password: {PASSWORD}");
        }
        let sign_ins = accounts.map(|(name, display, role)| DemoSignIn {
            account: name.to_owned(),
            who: format!("{display}, {}", role.name()),
            password: PASSWORD.to_owned(),
        });
        answer(app, listening, sign_ins.to_vec())
    }
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
    for (id, days_ago, pseudonym) in STORIES {
        progress.inc(1);
        if let Some(file) = files.iter().find(|f| f.story.id == *id) {
            Teller::new(&file.story, now, *days_ago, pseudonym)?.tell(app, clock, &caseworker, &supervisor)?;
        }
    }
    clock.set(None);
    progress.finish_and_clear();
    Ok(())
}

/// Tells one story, moved by whole days.
struct Teller<'s> {
    story: &'s Story,
    pseudonym: &'static str,
    calendar: Calendar,
    days: i64,
    case: Option<CaseId>,
    labels: Vec<(String, u64)>,
    seen: u64,
}

impl<'s> Teller<'s> {
    fn new(story: &'s Story, now: Timestamp, days_ago: i64, pseudonym: &'static str) -> Result<Self, Failure> {
        let calendar = story.calendar()?;
        let last = story
            .steps
            .iter()
            .filter(|s| s.record.is_some())
            .map(|s| s.at.as_str())
            .max()
            .unwrap_or("");
        let last = date_of(last).ok_or_else(|| Failure(format!("{}: no time of the last record", story.id)))?;
        let today = tutela_domain::time::day_of(now, &calendar.zone);
        Ok(Self {
            story,
            pseudonym,
            days: i64::from(last.until(today)?.get_days()) - days_ago,
            calendar,
            case: None,
            labels: Vec::new(),
            seen: 0,
        })
    }

    fn tell(mut self, app: &App, clock: &StoryClock, caseworker: &Actor, supervisor: &Actor) -> Result<(), Failure> {
        for step in &self.story.steps {
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
                Some(case) => app.submit(actor, case, &submit)?,
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
        if !self
            .story
            .steps
            .iter()
            .any(|s| s.record.as_deref() == Some(RecordType::ReferralAccepted.name()))
        {
            self.accept(app, caseworker)?;
        }
        Ok(())
    }

    fn accept(&self, app: &App, caseworker: &Actor) -> Result<(), Failure> {
        let Some(case) = self.case else {
            return Ok(());
        };
        let mut fields = Fields::new();
        fields.insert("pseudonym".to_owned(), Raw::text(self.pseudonym));
        fields.insert("caseworker".to_owned(), Raw::text(caseworker.staff().as_str()));
        app.submit(
            caseworker,
            case,
            &Submit {
                record_type: RecordType::ReferralAccepted,
                fields,
                answers: Fields::new(),
                occurred: None,
                basis: None,
                urgent: None,
                seen: self.seen,
                id: tutela_app::submission_id()?,
            },
        )?;
        Ok(())
    }

    fn submit(&self, step: &Step, record: RecordType, caseworker: &Actor) -> Result<Submit, Failure> {
        let mut fields: Fields = story::fields(&step.fields);
        if record == RecordType::ReferralAccepted {
            fields.insert("caseworker".to_owned(), Raw::text(caseworker.staff().as_str()));
        }
        let of_entries = record
            .fields()
            .into_iter()
            .filter(|f| matches!(f.control, Control::Entry));
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
