//! Who the child is, what speaks for trafficking, and what still binds the child.

use crate::codes::{DocumentState, Indicator, TraffickingDecision};
use crate::entry::Entry;
use crate::fields::Code;
use crate::records::{IdentityEstablished, Record, RecordType};
use crate::value::{Truth, Value};
use crate::view::View;
use jiff::Timestamp;

fn newest<'a>(v: &View<'a>) -> Option<&'a IdentityEstablished> {
    v.newest(RecordType::IdentityEstablished, |r| match r {
        Record::IdentityEstablished(i) => Some(i),
        _ => None,
    })
    .map(|(_, identity)| identity)
}

/// Whether the identity is known for certain.
pub fn established(v: &View<'_>) -> Truth {
    newest(v).map_or(Truth::False, |i| i.certain)
}

/// Whether the identity that was given is in doubt, or nobody of that name was found.
pub fn doubtful(v: &View<'_>) -> Truth {
    newest(v).map_or(Truth::False, |i| {
        i.certain.not().or(i.found_nobody.unwrap_or(Truth::False))
    })
}

/// The nationalities that were established; that nobody knows them is no answer.
pub fn nationalities(v: &View<'_>) -> Value {
    newest(v)
        .filter(|i| i.nationality.code() != "not_known")
        .map_or(Value::Unknown, |i| {
            let both = [Some(i.nationality), i.second_nationality];
            Value::Codes(both.into_iter().flatten().map(|c| c.code().to_owned()).collect())
        })
}

fn paper<'a>(v: &View<'a>, state: DocumentState) -> Option<&'a Entry> {
    v.newest(RecordType::IdentityDocument, |r| match r {
        Record::IdentityDocument(d) => (d.state == state).then_some(()),
        _ => None,
    })
    .map(|(entry, ())| entry)
}

/// Whether the child is known to have no papers, and none was issued since.
pub fn without_papers(v: &View<'_>) -> bool {
    let said = v.newest(RecordType::ReferralReceived, |r| match r {
        Record::ReferralReceived(r) => r
            .indicators
            .as_ref()
            .is_some_and(|i| i.has(Indicator::NoPapers))
            .then_some(()),
        _ => None,
    });
    let sought = [DocumentState::Applied, DocumentState::Refused]
        .into_iter()
        .any(|state| paper(v, state).is_some());
    (said.is_some() || sought) && paper(v, DocumentState::Issued).is_none()
}

/// Whether a paper was applied for, and neither issued nor refused since.
pub fn paper_awaited(v: &View<'_>) -> bool {
    let applied = paper(v, DocumentState::Applied);
    [DocumentState::Issued, DocumentState::Refused]
        .into_iter()
        .all(|state| v.follows(applied, paper(v, state)))
}

fn decided<'a>(v: &View<'a>, status: TraffickingDecision) -> Option<&'a Entry> {
    v.newest(RecordType::TraffickingStatus, |r| match r {
        Record::TraffickingStatus(s) => (s.status == status).then_some(()),
        _ => None,
    })
    .map(|(entry, ())| entry)
}

/// Whether the newest decision on the trafficking identified the child.
pub fn identified(v: &View<'_>) -> bool {
    v.follows(
        decided(v, TraffickingDecision::Identified),
        decided(v, TraffickingDecision::NotIdentified),
    )
}

/// Since when the child is presumed to have been trafficked. A decision not to identify takes
/// nothing back: the presumption rests on its own grounds.
pub fn presumed_since(v: &View<'_>) -> Option<Timestamp> {
    let presumptions = v.all(RecordType::VictimPresumed);
    let decisions = v.all(RecordType::TraffickingStatus).filter(|e| match &e.record {
        Record::TraffickingStatus(s) => s.status != TraffickingDecision::NotIdentified,
        _ => false,
    });
    presumptions.chain(decisions).map(|e| v.effect(e)).min()
}

/// Whether something was noticed or found that may be a ground to presume trafficking.
pub fn grounds(v: &View<'_>) -> bool {
    let noticed = v.all(RecordType::ReferralReceived).any(|e| match &e.record {
        Record::ReferralReceived(r) => r.indicators.as_ref().is_some_and(|i| i.0.iter().any(|i| speaks(*i))),
        _ => false,
    });
    noticed || v.latest(&[RecordType::PressureIdentified]).is_some() || presumed_since(v).is_some()
}

/// Whether a sign speaks of exploitation or of control. Missing papers and injuries alone do not.
fn speaks(indicator: Indicator) -> bool {
    !matches!(
        indicator,
        Indicator::NoPapers | Indicator::Injuries | Indicator::SpokenFor | Indicator::Other
    )
}

/// Whether the newest word on what binds the child names nobody who acts on it.
pub fn pressure_unanswered(v: &View<'_>) -> bool {
    v.newest(RecordType::PressureIdentified, |r| match r {
        Record::PressureIdentified(p) => Some(p.owner.is_none()),
        _ => None,
    })
    .is_some_and(|(_, nobody)| nobody)
}
