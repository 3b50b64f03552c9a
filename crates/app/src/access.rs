//! Who may do what. Deny by default.
//!
//! Access follows from role and relation. [`Authorized`] and [`Redacted`] can be made only here, so a
//! case that was not checked cannot be loaded, and a record that was not redacted cannot be shown.
//! Two roles stand so far; more roles, relations and purposes join in `relation` and `may`.

use crate::accounts::Actor;
use crate::error::AppError;
use std::ops::Deref;
use tutela_domain::entry::Role;
use tutela_domain::fields::Class;
use tutela_store::{Carried, CaseRow, ListFilter};

/// What a person is to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// Carries it.
    Team,
    /// Works for the lead, and nobody carries it yet.
    Intake,
    /// Supervises those who carry it.
    Supervises,
}

/// What a person wants to do with a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    /// See it.
    Read,
    /// Add a record to it.
    Write,
}

/// Something that an actor was found to be allowed to do with a `T`.
#[derive(Debug)]
pub struct Authorized<T> {
    subject: T,
}

impl<T> Authorized<T> {
    /// What it is about.
    pub fn subject(&self) -> &T {
        &self.subject
    }
}

/// Something from which all was taken that the actor may not see.
#[derive(Debug)]
pub struct Redacted<T>(T);

impl<T> Deref for Redacted<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// What the actor is to the case; `None` when nothing.
fn relation(actor: &Actor, row: &CaseRow) -> Option<Relation> {
    if row.agency != *actor.agency() {
        return None;
    }
    match (actor.role(), &row.caseworker) {
        (Role::Supervisor, _) => Some(Relation::Supervises),
        (Role::Caseworker, Some(staff)) if staff == actor.staff() => Some(Relation::Team),
        (Role::Caseworker, None) => Some(Relation::Intake),
        (Role::Caseworker, Some(_)) => None,
    }
}

/// Whether the actor takes in referrals for the case of a row: those who do may learn that a child is known already.
pub(crate) fn takes_in(actor: &Actor, row: &CaseRow) -> bool {
    let relation = relation(actor, row);
    matches!(relation, Some(Relation::Intake)) || (relation == Some(Relation::Supervises) && row.caseworker.is_none())
}

/// Whether the relation allows the act. Written out, so that a new relation must say.
fn may(relation: Relation, act: Act) -> bool {
    match (relation, act) {
        (Relation::Team | Relation::Supervises | Relation::Intake, Act::Read | Act::Write) => true,
    }
}

/// Lets an actor do something with the case of a row, or says that there is no such case: whether
/// it exists stays unknown.
pub(crate) fn authorize<T>(
    actor: &Actor,
    row: Option<&CaseRow>,
    act: Act,
    subject: T,
) -> Result<Authorized<T>, AppError> {
    match row.and_then(|row| relation(actor, row)) {
        Some(relation) if may(relation, act) => Ok(Authorized { subject }),
        _ => Err(AppError::NotFound),
    }
}

/// The cases that an actor may read, for the database: it gives no row that [`authorize`] would refuse, and all that it would
/// not.
pub(crate) fn scope(actor: &Actor) -> ListFilter {
    ListFilter {
        agency: Some(actor.agency().clone()),
        carried: match actor.role() {
            Role::Supervisor => Carried::Any,
            Role::Caseworker => Carried::ByOrNobody(actor.staff().clone()),
        },
        ..ListFilter::default()
    }
}

/// Lets an actor do something with the authority's book: all who work for the lead authority read it, a
/// supervisor writes in it.
pub(crate) fn authorize_book<T>(actor: &Actor, lead: &str, act: Act, subject: T) -> Result<Authorized<T>, AppError> {
    if actor.agency().as_str() != lead {
        return Err(AppError::NotFound);
    }
    match (actor.role(), act) {
        (Role::Supervisor, Act::Read | Act::Write) | (Role::Caseworker, Act::Read) => Ok(Authorized { subject }),
        (Role::Caseworker, Act::Write) => Err(AppError::NotFound),
    }
}

/// Whether a role sees fields of a class.
pub(crate) fn sees(role: Role, class: Class) -> bool {
    match (role, class) {
        // The lead authority sees all of its own cases.
        (
            Role::Caseworker | Role::Supervisor,
            Class::Process
            | Class::Personal
            | Class::Voice
            | Class::Health
            | Class::Testimony
            | Class::Location
            | Class::Informant
            | Class::LegalStatus,
        ) => true,
    }
}

/// Marks a view as redacted: `make` is given what the role sees and builds only that.
pub(crate) fn redact<T>(actor: &Actor, make: impl FnOnce(&dyn Fn(Class) -> bool) -> T) -> Redacted<T> {
    let role = actor.role();
    Redacted(make(&move |class| sees(role, class)))
}
