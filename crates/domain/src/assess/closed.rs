//! What a closing does to duties and alerts.
//!
//! Nothing is forgotten by it: duties and alerts follow from the entries as ever, reckoned until the
//! closing ([`Timeline::until`](super::timeline::Timeline::until)), and this only says how they read while
//! the case is closed. So nothing changes in it by time alone, a birthday included, but that a date passes of
//! what was written after the closing; and a case that is reopened goes on as if it had never been closed.

use super::{AlertInstance, DutyInstance, DutyState, Missed, Settled};
use crate::entry::Entry;

/// What was owed when the case was closed ended with it, visibly, and time opens nothing new. What was overdue
/// by then stays on record. What is written afterwards owes what it would owe in an open case: a disclosure
/// that nobody should have made, a harm that comes to light.
pub(super) fn end_duties(duties: &mut Vec<DutyInstance>, missed: &mut Vec<Missed>, closing: &Entry) {
    let at = closing.occurred.to;
    duties.retain(|d| d.state != DutyState::NotYet && (d.opened <= at || d.opener.is_later(closing)));
    for duty in duties
        .iter_mut()
        .filter(|d| d.state.is_owed() && !d.opener.is_later(closing))
    {
        if let Some(due) = duty.due.as_ref().filter(|due| due.at < at) {
            missed.push(Missed {
                rule: duty.rule.clone(),
                opener: duty.opener,
                after: duty.after,
                due: due.at,
                ended: at,
                changed_by: None,
            });
        }
        duty.waiting = false;
        duty.unsure = false;
        duty.state = DutyState::Ended;
        duty.settled = Some(Settled { entry: closing.seq, at });
    }
}

/// Alerts fall silent, but those that were raised by what was written afterwards, and that a decision rests
/// on something that reads otherwise now.
pub(super) fn silence(alerts: &mut Vec<AlertInstance>, closing: &Entry) {
    alerts.retain(|a| a.rule.id == super::UNDERMINED || a.opener.is_later(closing));
}
