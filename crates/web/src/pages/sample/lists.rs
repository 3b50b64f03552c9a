//! Lists: each full, empty, and with hostile texts.

use super::{day, hostile};
use crate::pages::case::CaseHead;
use crate::pages::cases::CaseRow;
use crate::pages::duty::{DutyState, DutyView};
use crate::pages::today::{PromptCase, TodayView, WorkRow};

fn head(pseudonym: &str, reference: &str) -> CaseHead {
    CaseHead {
        id: CaseHead::sample().id,
        pseudonym: pseudonym.to_owned(),
        reference: reference.to_owned(),
    }
}

impl WorkRow {
    /// Examples in a state.
    fn samples(state: DutyState) -> Vec<Self> {
        let names = [("Wren", "TU-2026-0417"), ("Heron", "TU-2026-0409")];
        let duties = DutyView::samples().into_iter().filter(|d| d.state == state);
        duties
            .zip(names.iter().cycle())
            .map(|(duty, (pseudonym, reference))| Self {
                head: head(pseudonym, reference),
                caseworker: (*pseudonym == "Wren").then(|| "M. Sava".to_owned()),
                duty,
            })
            .collect()
    }

    /// Examples with hostile texts.
    fn hostile_samples() -> Vec<Self> {
        hostile()
            .into_iter()
            .zip(DutyView::samples().into_iter().cycle())
            .map(|(text, duty)| Self {
                head: head(&text, &text),
                duty: DutyView {
                    title: text.clone(),
                    ..duty
                },
                caseworker: Some(text),
            })
            .collect()
    }
}

impl TodayView {
    /// A day with much to do.
    pub fn sample() -> Self {
        let rows = CaseRow::samples();
        Self {
            of_all: true,
            missing: rows.iter().filter(|r| r.missing).cloned().collect(),
            overdue: WorkRow::samples(DutyState::Overdue),
            soon: WorkRow::samples(DutyState::Due),
            promptly: PromptCase::grouped(WorkRow::samples(DutyState::Open)),
            unassigned: rows.into_iter().filter(|r| r.caseworker.is_none()).collect(),
            more: true,
            ..Self::calm_sample()
        }
    }

    /// A day on which nothing waits.
    pub fn calm_sample() -> Self {
        Self {
            day: day("2026-11-25"),
            of_all: false,
            missing: Vec::new(),
            overdue: Vec::new(),
            soon: Vec::new(),
            promptly: Vec::new(),
            unassigned: Vec::new(),
            more: false,
        }
    }

    /// A day full of hostile texts.
    pub fn hostile_sample() -> Self {
        Self {
            of_all: true,
            missing: CaseRow::hostile_samples(),
            overdue: WorkRow::hostile_samples(),
            soon: WorkRow::hostile_samples(),
            promptly: PromptCase::grouped(WorkRow::hostile_samples()),
            unassigned: CaseRow::hostile_samples(),
            ..Self::calm_sample()
        }
    }
}
