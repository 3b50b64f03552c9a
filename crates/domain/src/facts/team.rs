//! Who stands beside the child: lawyer, interpreter, caseworker, and the guardian in person.

use super::company;
use crate::codes::{InterpreterRole, TeamChange, TeamRole};
use crate::entry::Entry;
use crate::records::{LawyerAppointed, Record, RecordType};
use crate::value::Truth;
use crate::view::View;
use jiff::Timestamp;

/// What the newest appointment says of the child's lawyer; false when there is none.
pub fn lawyer(v: &View<'_>, says: fn(&LawyerAppointed) -> Truth) -> Truth {
    v.newest(RecordType::LawyerAppointed, |r| match r {
        Record::LawyerAppointed(l) => Some(says(l)),
        _ => None,
    })
    .map_or(Truth::False, |(_, truth)| truth)
}

/// Whether the child needs an interpreter, as far as somebody said so or asked for one.
pub fn interpreter_needed(v: &View<'_>) -> Truth {
    let asked = v.all(RecordType::RequestMade).any(|e| match &e.record {
        Record::RequestMade(r) => r.kind == crate::codes::RequestKind::Interpreter,
        _ => false,
    });
    let said = v.newest(RecordType::ReferralReceived, |r| match r {
        Record::ReferralReceived(r) => Some(r.needs_interpreter.unwrap_or(Truth::False)),
        _ => None,
    });
    Truth::from(asked).or(said.map_or(Truth::False, |(_, needed)| needed))
}

/// Whether the newest interpreter is trained and was checked to be independent.
pub fn interpreter_suitable(v: &View<'_>) -> Truth {
    v.newest(RecordType::InterpreterEngaged, |r| match r {
        Record::InterpreterEngaged(i) if i.role == InterpreterRole::Interpreter => {
            let refused = Truth::from(i.child_accepts.is_false());
            Some(i.trained.and(i.independent).and(refused.not()))
        }
        _ => None,
    })
    .map_or(Truth::False, |(_, suitable)| suitable)
}

/// Whether a named caseworker carries the case: since the lead accepted it, until one leaves whom
/// nobody follows.
pub fn caseworker(v: &View<'_>) -> bool {
    let change = |change: TeamChange| -> Option<&Entry> {
        v.newest(RecordType::TeamChanged, |r| match r {
            Record::TeamChanged(t) => (t.role == TeamRole::Caseworker && t.change == change).then_some(()),
            _ => None,
        })
        .map(|(entry, ())| entry)
    };
    let left = change(TeamChange::Left);
    let accepted = v.latest(&[RecordType::ReferralAccepted]);
    v.follows(accepted, left) || (accepted.is_some() && v.follows(change(TeamChange::Joined), left))
}

/// When the guardian in office last met the child.
pub fn guardian_met(v: &View<'_>) -> Option<Timestamp> {
    company::guardian(v)?;
    let appointed = v.latest(&[RecordType::GuardianAppointed]);
    let met = v.latest(&[RecordType::GuardianMetChild]);
    v.follows(met, appointed).then_some(met).flatten().map(|e| v.effect(e))
}
