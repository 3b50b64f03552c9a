//! The one door to a case: who asks, may they, load, admit, append.
//!
//! Pages know only this crate. An [`Actor`] comes out of a session and nowhere else; a case is
//! loaded only with an [`Authorized`] id, shown only as [`Redacted`]; every read and write of a case
//! is audited before anything leaves.

mod access;
mod accounts;
mod cases;
mod clock;
mod codec;
mod drafts;
mod error;
mod invented;
mod lists;
mod projection;
mod recent;
mod reckon;
mod registers;
mod search;
mod submit;
mod summaries;
mod view;
mod views;
mod words;

pub use access::{Authorized, Redacted};
pub use accounts::{Actor, Colleague, Colleagues, NewPassword, PasswordProblem, SHORTEST_PASSWORD, SignIn};
pub use clock::{Clock, SystemClock};
pub use error::AppError;
pub use invented::{Invented, InventedAccount};
pub use lists::{
    Became, BreachLine, CaseLine, CaseList, CaseQuery, Condition, Paged, Show, ShownAs, Today, WorkLine, Worker,
};
pub use projection::{InRegister, OwedDuty, Settled};
pub use reckon::{Rebuilt, Reckoned};
pub use registers::{BookChoice, Counted, GuardianLine, LibertyReview, Placed, ProviderLine, RegisterLine, SaidFree};
pub use search::{Found, Hit, Known, KnownCases};
pub use submit::{Outcome, Receipt, Submit, submission_id};
pub use tutela_matching::How;
pub use tutela_store::{Order, StaffId, SubmissionId};
pub use view::{Author, CaseView, Shown, ShownEntry, WhyDue};
pub use views::{LONGEST_VIEW_NAME, MOST_VIEWS, NamedView, ViewProblem};
pub use words::RuleWords;

use jiff::Timestamp;
use std::sync::Arc;
use tutela_domain::rules::Protocol;
use tutela_domain::time::Calendar;
use tutela_packs::{Library, ProtocolError};
use tutela_store::{Store, StoreError};

/// What an authority decided for its Tutela.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The agency that leads the cases.
    pub agency: String,
    /// The zone and working days by which time is counted.
    pub calendar: Calendar,
    /// The packs that apply, with those that they build on.
    pub packs: Vec<String>,
    /// Whether every case is invented: shown on every page.
    pub training: bool,
}

/// Why the application cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A pack that applies did not load.
    #[error(transparent)]
    Packs(#[from] ProtocolError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The application.
pub struct App {
    store: Arc<dyn Store>,
    library: Arc<Library>,
    protocol: Protocol,
    settings: Settings,
    clock: Arc<dyn Clock>,
    recent: recent::Recent,
    summaries: summaries::Summaries,
    people: accounts::People,
    turns: submit::Turns,
    candidates: usize,
}

impl App {
    /// An application on a store, with the packs that apply. They are kept in the store by the hash of
    /// their content, so that every entry can be read with the rules by which it was admitted.
    pub fn new(
        store: Arc<dyn Store>,
        library: Arc<Library>,
        settings: Settings,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, StartError> {
        let packs: Vec<&str> = settings.packs.iter().map(String::as_str).collect();
        let protocol = library.protocol(&packs)?;
        for pack in &library.packs {
            if let Some(hash) = words::hash_bytes(&pack.version.hash) {
                store.keep_pack(hash, &pack.bytes)?;
            }
        }
        let app = Self {
            store,
            library,
            protocol,
            settings,
            clock,
            recent: recent::Recent::new(),
            summaries: summaries::Summaries::new(),
            people: accounts::People::default(),
            turns: submit::Turns::default(),
            candidates: search::CANDIDATES,
        };
        app.stir_if_made_otherwise()?;
        Ok(app)
    }

    /// The same, where a search looks at no more than so many candidates of each tier: so that a test reaches the bound with
    /// few cases.
    #[doc(hidden)]
    pub fn looking_at(self, candidates: usize) -> Self {
        Self { candidates, ..self }
    }

    /// The time, to the microsecond, as it is kept.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// What the authority decided.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The rules that apply.
    pub fn protocol(&self) -> &Protocol {
        &self.protocol
    }
}
