//! Alerts: what a person must look at.

use super::AlertInstance;
use super::timeline::{Opener, Timeline, by_rule};
use crate::case::Case;
use crate::entry::Entry;
use crate::records::{Record, RecordType};
use crate::rules::{Alert, Protocol, Scope};
use jiff::Timestamp;

/// The alerts that rules raise. An alert whose condition is unknown fires.
pub(super) fn alerts(timeline: &Timeline<'_>, protocol: &Protocol) -> Vec<AlertInstance> {
    let mut raised = Vec::new();
    for versions in by_rule(&protocol.alerts) {
        for entry in versions.occasions(timeline.case, |alert| &alert.opens) {
            let Some(alert) = versions.at(entry.occurred.from) else {
                continue;
            };
            let Some((types, when)) = alert.opens.occasions() else {
                continue;
            };
            let scope = Scope {
                moment: timeline.after(entry),
                this: None,
                occasion: Some(entry),
            };
            if types.contains(&entry.record.record_type())
                && entry.occurred.from <= timeline.now
                && when.is_none_or(|c| !c.holds(&scope).is_false())
                && !is_over(timeline, alert, entry)
            {
                raised.push(raise(alert, Opener::Entry(entry.seq), entry.occurred.from));
            }
        }
        let in_force = |at| versions.at(at).and_then(|a| a.opens.standing());
        let spans = timeline.spans(in_force, |t| !t.is_false());
        let standing = spans
            .iter()
            .find(|s| s.from <= timeline.now && s.until.is_none_or(|until| until > timeline.now));
        if let (Some(span), Some(alert)) = (standing, versions.at(timeline.now)) {
            raised.push(raise(alert, span.opener, span.from));
        }
    }
    raised
}

/// Whether what a record raised stands no longer.
fn is_over(timeline: &Timeline<'_>, alert: &Alert, entry: &Entry) -> bool {
    let over = |until| timeline.first_true(until, Some(entry), entry.occurred.to);
    alert.until.as_ref().and_then(over).is_some_and(|at| at <= timeline.now)
}

fn raise(alert: &Alert, opener: Opener, since: Timestamp) -> AlertInstance {
    AlertInstance {
        rule: alert.rule.clone(),
        opener,
        since,
        who: alert.who.clone(),
        looked_at: None,
        because_of: None,
    }
}

/// Notes which alerts somebody has looked at since they were raised.
pub(super) fn look_at(alerts: &mut [AlertInstance], case: &Case) {
    for alert in alerts {
        alert.looked_at = case
            .of_type(RecordType::AlertLookedAt)
            .filter(|e| e.occurred.to >= alert.since)
            .filter(|e| matches!(&e.record, Record::AlertLookedAt(l) if alert.is_named(l.alert.reveal())))
            .map(|e| e.seq)
            .max();
    }
}
