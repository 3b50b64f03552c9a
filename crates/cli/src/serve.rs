//! `tutela serve`: the real start.

use crate::built_in;
use crate::checkpoint;
use crate::failure::Failure;
use crate::place::{make_folder, place_beside_key};
use clap::Args;
use jiff::civil;
use std::io::IsTerminal;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;
use tutela_app::{App, Reckoned, Settings, SystemClock};
use tutela_domain::time::Calendar;
use tutela_store::{FirstStart, KeySource, Place, Store, StoreError};
use tutela_web::DemoSignIn;
use tutela_web::serve::{Listening, Tls};

/// What opens the data, and the rules by which it is read.
#[derive(Args, Clone)]
pub struct Opening {
    /// The folder of the data; made at the first start. With a database, only the key is kept there.
    #[arg(long)]
    pub data: PathBuf,
    /// The address of the PostgreSQL database that holds the data (postgres://user@host/database); empty
    /// at the first start. Several Tutelas may work on one. The variable TUTELA_DATABASE may hold it,
    /// which keeps a password out of the list of processes.
    #[arg(long, value_name = "URL")]
    pub database: Option<String>,
    /// The key file, best on another disk than the data. Without it, a passphrase is asked for; the
    /// variable TUTELA_PASSPHRASE may hold it. Where nobody can be asked, a key file is made in the
    /// folder of the data, and that is said.
    #[arg(long)]
    pub key_file: Option<PathBuf>,
    /// A folder of packs, instead of those built in.
    #[arg(long)]
    pub packs: Option<PathBuf>,
    /// The pack that applies, with those that it builds on.
    #[arg(long, default_value = "baseline")]
    pub pack: String,
    /// The time zone of the authority, for example Europe/Athens. Decided at the first start (UTC when
    /// not said) and kept with the data: every deadline and birthday is counted by it.
    #[arg(long)]
    pub zone: Option<String>,
    /// A public holiday, as 2026-12-25, on which no working day is counted. Repeatable; those given
    /// replace those kept with the data.
    #[arg(long, value_name = "DAY")]
    pub holiday: Vec<civil::Date>,
    /// The id of the agency that leads the cases. Decided at the first start ("lead" when not said).
    #[arg(long)]
    pub agency: Option<String>,
}

#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    opening: Opening,
    #[command(flatten)]
    at: At,
    /// A folder into which the checkpoint of each day is written as well; best on another machine's disk.
    #[arg(long, value_name = "DIR")]
    checkpoints: Option<PathBuf>,
}

/// Where to answer.
#[derive(Args, Clone)]
pub struct At {
    /// The address and port to answer at.
    #[arg(long, default_value = "127.0.0.1:8000")]
    pub listen: SocketAddr,
    /// The certificate, in PEM. Needed to answer other machines, unless behind a proxy.
    #[arg(long, requires = "key")]
    pub certificate: Option<PathBuf>,
    /// The certificate's private key, in PEM.
    #[arg(long, requires = "certificate")]
    pub key: Option<PathBuf>,
    /// The addresses of a trusted proxy that gives TLS, for example 192.0.2.1/32. Repeatable.
    #[arg(long, value_name = "ADDRESSES")]
    pub behind_proxy: Vec<ipnet::IpNet>,
}

impl Serve {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let listening = self.at.listening();
        listening.check()?;
        if let Some(folder) = &self.checkpoints {
            make_folder(folder)?;
        }
        let (app, store) = self.opening.open_with_store(true)?;
        checkpoint::each_day(&store, self.checkpoints)?;
        drop(store);
        if app.has_no_account()? {
            let token = app.invite_first()?;
            say!("Nobody has an account yet. Make the first one (a supervisor's) within 24 hours at");
            say!("  {}/first-account/{}", self.at.reached_at(), token.as_str());
            say!("The link works once, at whatever address people reach this Tutela by.");
            say!("More accounts: tutela account invite --data DIR");
        }
        answer(app, listening, Vec::new())
    }
}

impl At {
    /// The address by which people reach it, as far as we know it ourselves.
    fn reached_at(&self) -> String {
        match (self.listening().is_tls(), self.listen.ip().is_unspecified()) {
            _ if !self.behind_proxy.is_empty() => "https://NAME-OF-THE-PROXY".to_owned(),
            (true, true) => format!("https://NAME-OF-THIS-MACHINE:{}", self.listen.port()),
            (true, false) => format!("https://{}", self.listen),
            (false, _) => format!("http://{}", self.listen),
        }
    }

    pub fn listening(&self) -> Listening {
        Listening {
            address: self.listen,
            tls: self
                .certificate
                .clone()
                .zip(self.key.clone())
                .map(|(certificate, key)| Tls { certificate, key }),
            behind_proxy: (!self.behind_proxy.is_empty()).then(|| self.behind_proxy.clone()),
        }
    }
}

impl Opening {
    /// Opens the data; `may_create` makes it at the first start and prints the recovery key once.
    pub fn open(&self, may_create: bool) -> Result<Arc<App>, Failure> {
        Ok(self.open_with_store(may_create)?.0)
    }

    /// The same, and the store itself for what is kept without being read.
    fn open_with_store(&self, may_create: bool) -> Result<(Arc<App>, Arc<dyn Store>), Failure> {
        if let Some(zone) = &self.zone {
            calendar_of(zone)?;
        }
        let library = built_in::library(self.packs.as_deref());
        built_in::tell_errors(&library);
        // Whatever keeps it from starting is said before anything is made.
        library.protocol(&[self.pack.as_str()])?;
        let place = place_beside_key(&self.data, self.database.as_deref())?;
        let source = key_source(&self.data, self.key_file.as_deref(), &place, may_create)?;
        let store = if may_create {
            let (store, first) = place.open_or_create(&source)?;
            if let Some(first) = first {
                tell_recovery(&first);
            }
            store
        } else {
            place.open(&source)?
        };
        let mut calendar = calendar_of(&decided(&*store, "zone", self.zone.as_deref(), "UTC")?)?;
        calendar.holidays = holidays(&*store, &self.holiday)?;
        let agency = decided(&*store, "agency", self.agency.as_deref(), "lead")?;
        let app = App::new(
            store.clone(),
            Arc::new(library),
            Settings {
                agency,
                calendar,
                packs: vec![self.pack.clone()],
                training: false,
            },
            Arc::new(SystemClock),
        )?;
        Ok((Arc::new(app), store))
    }
}

/// What opens the data: the key file that is named, the one in the folder, or a passphrase.
pub fn key_source(data: &Path, key_file: Option<&Path>, place: &Place, may_create: bool) -> Result<KeySource, Failure> {
    if let Some(file) = key_file {
        return Ok(KeySource::File(file.to_owned()));
    }
    let beside = data.join("instance.key");
    if !may_create && !data.is_dir() {
        return Err(Failure(format!(
            "there is no folder {}: nothing was made",
            data.display()
        )));
    }
    if beside.exists() {
        return Ok(KeySource::File(beside));
    }
    if let Ok(passphrase) = std::env::var("TUTELA_PASSPHRASE") {
        return long_enough(passphrase);
    }
    if std::io::stdin().is_terminal() {
        return ask(place);
    }
    if !may_create {
        return Ok(KeySource::File(beside));
    }
    eprintln!(
        "tutela: nobody can be asked for a passphrase, so the key is kept in {}, on the same disk as the data. \
         Whoever takes the disk can read it. Better: --key-file on another disk, or TUTELA_PASSPHRASE.",
        beside.display()
    );
    make_folder(data)?;
    Ok(KeySource::File(beside))
}

/// The calendar of a zone.
pub fn calendar_of(zone: &str) -> Result<Calendar, Failure> {
    Calendar::named(zone)
        .ok_or_else(|| Failure(format!("there is no time zone `{zone}`: write one like Europe/Athens")))
}

/// What was decided at the first start; it cannot be decided otherwise later, since every date of
/// every case would move.
pub fn decided(store: &dyn Store, name: &str, given: Option<&str>, unsaid: &str) -> Result<String, Failure> {
    match (store.setting(name)?, given) {
        (Some(kept), Some(given)) if kept != given => Err(Failure(format!(
            "the {name} of these data is {kept}, decided at the first start, and not {given}: nothing was changed; leave --{name} out"
        ))),
        (Some(kept), _) => Ok(kept),
        (None, given) => {
            let value = given.unwrap_or(unsaid);
            store.keep_setting(name, value)?;
            Ok(value.to_owned())
        }
    }
}

/// The public holidays: those given now, or those kept.
fn holidays(store: &dyn Store, given: &[civil::Date]) -> Result<Vec<civil::Date>, Failure> {
    if !given.is_empty() {
        let days: Vec<String> = given.iter().map(ToString::to_string).collect();
        store.keep_setting("holidays", &days.join(" "))?;
        return Ok(given.to_vec());
    }
    let kept = store.setting("holidays")?.unwrap_or_default();
    Ok(kept.split_whitespace().filter_map(|day| day.parse().ok()).collect())
}

/// Asks for the passphrase; at the first start twice, since nobody could open the data after a slip.
fn ask(place: &Place) -> Result<KeySource, Failure> {
    let first_start = matches!(place.open(&KeySource::passphrase("")), Err(StoreError::NotThere(_)));
    let passphrase = rpassword::prompt_password("Passphrase that opens the data: ")?;
    if first_start {
        long_enough(passphrase.clone())?;
        if passphrase != rpassword::prompt_password("The same again: ")? {
            return Err(Failure(
                "the two passphrases differ: nothing was made; start again".to_owned(),
            ));
        }
    }
    Ok(KeySource::passphrase(passphrase))
}

/// A passphrase that is worth having.
pub fn long_enough(passphrase: String) -> Result<KeySource, Failure> {
    if passphrase.chars().count() < 12 {
        return Err(Failure(
            "the passphrase needs 12 characters or more: nothing was made".to_owned(),
        ));
    }
    Ok(KeySource::passphrase(passphrase))
}

fn tell_recovery(first: &FirstStart) {
    say!("This is the recovery key. It is shown once and stored nowhere. Print it for two custodians:");
    say!("  {}", first.recovery_secret.as_str());
    say!("With it and a backup the data can be opened when the key or passphrase is lost.");
    checkpoint::tell_key(&first.checkpoint_key);
}

/// Answers until the process is asked to end. The accounts of the demonstration are offered on the
/// page to sign in.
pub fn answer(app: Arc<App>, listening: Listening, demo: Vec<DemoSignIn>) -> Result<ExitCode, Failure> {
    // Colours are for a person who looks on; a file or a collector of logs gets plain text.
    tracing_subscriber::fmt()
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
    let settings = tutela_web::Settings {
        tls: listening.is_tls(),
        training: app.settings().training,
    };
    let web = tutela_web::Web::new(settings)?;
    let clock = ClockJob::start(app.clone())?;
    let router = tutela_web::application(web, app, demo);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(tutela_web::serve::serve(listening, router))?;
    clock.stop();
    Ok(ExitCode::SUCCESS)
}

/// So often the clock job looks for cases that time has changed.
const EVERY: Duration = Duration::from_secs(10);

/// The clock job: a thread that reckons anew the cases in which time changes something, so that lists, work and breaches are true
/// though nobody opens a case.
struct ClockJob {
    end: Sender<()>,
    thread: JoinHandle<()>,
}

impl ClockJob {
    fn start(app: Arc<App>) -> Result<Self, Failure> {
        let (end, ended) = mpsc::channel();
        let thread = std::thread::Builder::new()
            .name("clock-job".to_owned())
            .spawn(move || {
                let is_over = |wait| !matches!(ended.recv_timeout(wait), Err(RecvTimeoutError::Timeout));
                let mut over = false;
                while !over {
                    let reckoned = app.reckon_due(&mut || {
                        over = is_over(Duration::ZERO);
                        !over
                    });
                    match reckoned {
                        Ok(done) if done == Reckoned::default() => {}
                        Ok(done) => {
                            if !done.mended.is_empty() {
                                tracing::error!(
                                    mended = done.mended.len(),
                                    "rows of lists were damaged, and were made anew from the entries: run the verification"
                                );
                            }
                            if done.failed.is_empty() {
                                tracing::info!(cases = done.cases, "the clock job reckoned cases anew");
                            } else {
                                tracing::error!(
                                    cases = done.cases,
                                    failed = done.failed.len(),
                                    "the clock job could not reckon all cases"
                                );
                            }
                        }
                        // It is tried again at the next round.
                        Err(error) => tracing::error!(%error, "the clock job could not reckon"),
                    }
                    over = over || is_over(EVERY);
                }
            })?;
        Ok(Self { end, thread })
    }

    /// Ends it after the case at which it is.
    fn stop(self) {
        drop(self.end);
        // Whether it panicked was told where it did; the program ends in any case.
        let _ = self.thread.join();
    }
}
