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
mod error;
mod projection;
mod submit;
mod view;

pub use access::{Authorized, Redacted};
pub use accounts::{Actor, Colleague, NewPassword, PasswordProblem, SignIn};
pub use cases::CaseLine;
pub use clock::{Clock, SystemClock};
pub use error::AppError;
pub use submit::{Outcome, Receipt, Submit, submission_id};
pub use view::{Author, CaseView, Shown, ShownEntry, WhyDue};

use jiff::Timestamp;
use std::sync::Arc;
use tutela_domain::rules::Protocol;
use tutela_domain::time::Calendar;
use tutela_store::Store;

/// What an authority decided for its Tutela.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The agency that leads the cases.
    pub agency: String,
    /// The zone and working days by which time is counted.
    pub calendar: Calendar,
    /// Whether every case is invented: shown on every page.
    pub training: bool,
}

/// The application.
pub struct App {
    store: Arc<dyn Store>,
    protocol: Arc<Protocol>,
    settings: Settings,
    clock: Arc<dyn Clock>,
}

impl App {
    /// An application on a store, with the rules that apply.
    pub fn new(store: Arc<dyn Store>, protocol: Arc<Protocol>, settings: Settings, clock: Arc<dyn Clock>) -> Self {
        Self {
            store,
            protocol,
            settings,
            clock,
        }
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
