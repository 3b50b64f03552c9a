//! People who sign in: accounts, invites, sessions; what they had typed but not sent, and the views that they named.

use crate::case::{AgencyId, StaffId};
use crate::plain::Plain;
use jiff::Timestamp;
use tutela_domain::ids::CaseId;
use zeroize::Zeroize;

/// An account. Staff id, agency and whether it is active stand in clear; all else is sealed.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// The pseudonymous staff id.
    pub staff: StaffId,
    /// The name by which the person signs in; found by a keyed hash. The caller brings it into one form (case, spaces).
    pub sign_in_name: String,
    /// The name that others see.
    pub display_name: String,
    /// The role, a code.
    pub role: String,
    /// The agency.
    pub agency: AgencyId,
    /// The hash of the password, as the caller made it.
    pub password_hash: String,
    /// Whether the person may sign in.
    pub active: bool,
}

impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Account")
            .field("staff", &self.staff)
            .field("agency", &self.agency)
            .field("active", &self.active)
            .finish_non_exhaustive()
    }
}

impl Drop for Account {
    fn drop(&mut self) {
        self.sign_in_name.zeroize();
        self.display_name.zeroize();
        self.password_hash.zeroize();
    }
}

/// A link that can be used once, to set a password. Found by the hash of its token; the token is not stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invite {
    /// For whom.
    pub staff: StaffId,
    /// Until when.
    pub expires: Timestamp,
    /// Anything more, sealed.
    pub detail: Plain,
}

/// Someone signed in. Found by the hash of its token; the token is not stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Who.
    pub staff: StaffId,
    /// Since when.
    pub created: Timestamp,
    /// Until when.
    pub expires: Timestamp,
    /// Anything more, sealed.
    pub state: Plain,
}

/// Which draft: whose, on which case, of what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftKey {
    /// Whose.
    pub staff: StaffId,
    /// On which case; none when the case is not made yet.
    pub case: Option<CaseId>,
    /// Of what, such as a record type and subject. Stored only as a keyed hash.
    pub key: String,
}

/// What was typed and not yet sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// When it was kept.
    pub saved: Timestamp,
    /// What was typed.
    pub typed: Plain,
}

/// What a person asks a list for, under a name of the person's own. Id and staff stand in clear; all else is sealed, for
/// both may tell something of a child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    /// A random id.
    pub id: String,
    /// Whose.
    pub staff: StaffId,
    /// Its name. Two names of one person that differ in capitals only are the same.
    pub name: Plain,
    /// What is asked for, as the caller writes it.
    pub asked: Plain,
}

/// What became of a change to a person's views.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewChange {
    /// It was made.
    Made,
    /// The person has another view of this name.
    NameTaken,
    /// The person has as many as one may have.
    TooMany,
    /// The person has no such view.
    NotThere,
}
