//! What lists need of a case: instants and a sealed summary, written with each entry.

use crate::error::AppError;
use serde::{Deserialize, Serialize};
use tutela_domain::assess::{Assessment, DutyInstance, DutyState};
use tutela_domain::case::Case;
use tutela_domain::records::{Record, RecordType};
use tutela_store::{AgencyId, CaseRow, Plain, Projection, StaffId, WorkRow};

/// What a list shows of a case, sealed with the case's key.
#[derive(Serialize, Deserialize)]
pub(crate) struct Summary {
    pub pseudonym: Option<String>,
    pub stage: String,
    pub missing: bool,
}

/// The rows of a case, as it stands. They hold instants, never states: lists compare with now.
pub(crate) fn projection(case: &Case, assessment: &Assessment, agency: &AgencyId) -> Result<Projection, AppError> {
    let accepted = case
        .of_type(RecordType::ReferralAccepted)
        .filter_map(|e| match &e.record {
            Record::ReferralAccepted(a) => Some((e.seq, a)),
            _ => None,
        });
    let accepted = accepted.max_by_key(|(seq, _)| *seq).map(|(_, a)| a);
    let summary = Summary {
        pseudonym: accepted.map(|a| a.pseudonym.reveal().to_owned()),
        stage: assessment.stage.name().to_owned(),
        missing: assessment.closed_by.is_none() && assessment.conditions.missing_since.is_some(),
    };
    let summary = serde_json::to_vec(&summary).map_err(|_| AppError::Unreadable(case.head))?;
    // A duty that waits because doing it may harm is no work: a list must never urge it.
    let held = |d: &&DutyInstance| d.state == DutyState::NotYet && d.opened <= assessment.at;
    let work = assessment.duties.iter().filter(|d| !held(d)).map(|duty| WorkRow {
        rule: duty.rule.name(),
        instance: duty.key(),
        opens_at: duty.opened,
        due_at: duty.due.as_ref().map(|d| d.at),
        done_at: duty.done.map(|d| d.at).or(duty.settled.map(|s| s.at)),
    });
    Ok(Projection {
        case_row: CaseRow {
            agency: agency.clone(),
            caseworker: accepted.map(|a| StaffId::new(a.caseworker.reveal())),
            next_change_at: assessment.next_change,
            last_written: case.written.iter().map(|e| e.written).max().unwrap_or(assessment.at),
            summary: Plain::from(summary),
        },
        work_rows: work.collect(),
    })
}
