//! What a closing does to duties and alerts.
//!
//! Nothing is forgotten by it: duties and alerts follow from the entries as ever, and this only says
//! how they read while the case is closed. So a case that is reopened goes on from where it stood.

use super::timeline::Opener;
use super::{AlertInstance, DutyInstance, DutyState, Missed, Settled};
use crate::entry::Entry;

/// What was owed when the case was closed ended with it, visibly; nothing new opens. What was overdue
/// by then stays on record.
pub(super) fn end_duties(duties: &mut Vec<DutyInstance>, missed: &mut Vec<Missed>, closing: &Entry) {
    let at = closing.occurred.to;
    duties.retain(|d| match d.state {
        DutyState::NotYet => false,
        state => !state.is_owed() || d.opened <= at,
    });
    for duty in duties.iter_mut().filter(|d| d.state.is_owed()) {
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

/// Alerts fall silent but one: that the closing itself rests on something that reads otherwise now.
pub(super) fn silence(alerts: &mut Vec<AlertInstance>, closing: &Entry) {
    alerts.retain(|a| a.rule.id == super::UNDERMINED && a.opener == Opener::Entry(closing.seq));
}
