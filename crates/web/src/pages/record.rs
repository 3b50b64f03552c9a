//! Recording: choosing what, the form, checking the answers, the receipt, the conflict.

use super::case::{CaseHead, EventView};
use super::entry::AnswersHtml;
use super::frame::Frame;
use super::safeguard::{BlockedStep, SafeguardState};
use crate::forms::{Answer, FieldHtml, FieldView, PartView, RecordForm, Typed};
use askama::Template;
use tutela_domain::records::{RecordGroup, RecordType};

/// A group of record types, to choose from.
#[derive(Clone, Debug)]
pub struct RecordChoices {
    /// The group.
    pub group: RecordGroup,
    /// The record types that the person may record here.
    pub records: Vec<RecordType>,
}

impl RecordChoices {
    /// Record types by group, in the order of the catalogue.
    pub fn grouped(records: &[RecordType]) -> Vec<Self> {
        let mut groups: Vec<Self> = Vec::new();
        for record in records {
            match groups.iter_mut().find(|g| g.group == record.group()) {
                Some(group) => group.records.push(*record),
                None => groups.push(Self {
                    group: record.group(),
                    records: vec![*record],
                }),
            }
        }
        groups.sort_by_key(|g| g.group);
        groups
    }
}

/// "What do you want to record?"
#[derive(Template)]
#[template(path = "choose-record.html")]
pub struct ChooseRecordPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The case.
    pub head: &'a CaseHead,
    /// The choices.
    pub groups: &'a [RecordChoices],
    /// The steps that are not open.
    pub blocked: &'a [BlockedStep],
}

impl ChooseRecordPage<'_> {
    /// The step, when it is not open.
    pub fn block_of(&self, record: &RecordType) -> Option<&BlockedStep> {
        self.blocked
            .iter()
            .find(|b| b.step == *record && !b.missing().is_empty())
    }
}

/// What a form says about what was kept of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftNote {
    /// One was kept earlier, and can be opened at this address.
    Waits(String),
    /// It is open here.
    Open,
    /// It has just been kept.
    Kept,
    /// It has just been kept, on the way to this part.
    KeptAt(String),
    /// Nothing was recorded, for others were writing; what was typed is here, to be sent again.
    Crowded,
}

/// The form of a record.
#[derive(Template)]
#[template(path = "record-form.html")]
pub struct RecordFormPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The case; `None` for a report.
    pub head: Option<&'a CaseHead>,
    /// What is recorded.
    pub record: RecordType,
    /// Where the form is sent.
    pub action: &'a str,
    /// Inputs that are sent along: the version that was seen, the duty.
    pub hidden: &'a [(&'a str, &'a str)],
    /// The step, when safeguards are missing or depend on the answers.
    pub blocked: Option<&'a BlockedStep>,
    /// The draft that was kept.
    pub draft: Option<DraftNote>,
    asks_more: bool,
    parts: Vec<PartView>,
    summary: Vec<(String, String)>,
}

impl<'a> RecordFormPage<'a> {
    /// The page of a form.
    pub fn new(
        frame: &'a Frame,
        head: Option<&'a CaseHead>,
        action: &'a str,
        form: RecordForm<'_>,
        hidden: &'a [(&'a str, &'a str)],
        blocked: Option<&'a BlockedStep>,
    ) -> Self {
        let parts = form.parts();
        // Problems are named in the order in which a person meets their fields.
        let mut summary = form.summary();
        let place = |target: &str| {
            let at = |f: &FieldView| {
                target
                    .strip_prefix(&f.id)
                    .is_some_and(|r| r.is_empty() || r.starts_with('-'))
            };
            let mut all = parts.iter().flat_map(|p| &p.fields).enumerate();
            // `f-a` begins `f-a-b` too: the longest that fits is meant.
            all.by_ref()
                .filter(|(_, f)| at(f))
                .max_by_key(|(_, f)| f.id.len())
                .map_or(usize::MAX, |(place, _)| place)
        };
        summary.sort_by_key(|(target, _)| place(target));
        Self {
            frame,
            head,
            record: form.record,
            action,
            hidden,
            blocked,
            draft: None,
            asks_more: form.asks_more(),
            parts,
            summary,
        }
    }

    fn in_parts(&self) -> bool {
        self.parts.iter().any(|p| p.title.is_some())
    }

    fn part_after(&self, at: &usize) -> Option<&PartView> {
        self.parts.get(at + 1).filter(|p| p.title.is_some())
    }

    fn kept_at(&self, part: &PartView) -> bool {
        matches!(&self.draft, Some(DraftNote::KeptAt(name)) if name == part.name)
    }

    fn html<'b>(&'b self, field: &'b FieldView) -> FieldHtml<'b> {
        FieldHtml::new(self.frame, field)
    }
}

/// The answers once more, before a grave act.
#[derive(Template)]
#[template(path = "check.html")]
pub struct CheckPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The case.
    pub head: &'a CaseHead,
    /// What is recorded.
    pub record: RecordType,
    /// Where the form is sent.
    pub action: &'a str,
    /// What was typed, to be sent again.
    pub typed: &'a Typed,
    /// When, and on what basis.
    pub envelope: &'a [Answer],
    /// The answers.
    pub answers: &'a [Answer],
    /// The safeguards, with how they are met.
    pub safeguards: Option<&'a BlockedStep>,
}

impl CheckPage<'_> {
    fn html<'b>(&'b self, answers: &'b [Answer]) -> AnswersHtml<'b> {
        AnswersHtml::new(self.frame, answers)
    }
}

/// It is recorded.
#[derive(Template)]
#[template(path = "receipt.html")]
pub struct ReceiptPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The case; `None` for a report, whose case does not exist yet.
    pub head: Option<&'a CaseHead>,
    /// What was recorded.
    pub event: &'a EventView,
    /// The reference to keep, for a report.
    pub reference: Option<&'a str>,
    /// The duties that this opened.
    pub opened: &'a [super::duty::DutyView],
    /// The duties that this did.
    pub done: &'a [super::duty::DutyView],
    /// The safeguards that were not met by what was reported.
    pub breaches: &'a [super::case::Breach],
}

/// Somebody else wrote what this record rests on.
#[derive(Template)]
#[template(path = "conflict.html")]
pub struct ConflictPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The case.
    pub head: &'a CaseHead,
    /// What was to be recorded.
    pub record: RecordType,
    /// What was written in between.
    pub between: &'a [EventView],
    /// Where the form is sent again.
    pub action: &'a str,
    /// What was typed, kept.
    pub typed: &'a Typed,
    /// What was typed, as answers.
    pub answers: &'a [Answer],
}

impl ConflictPage<'_> {
    fn html<'b>(&'b self, answers: &'b [Answer]) -> AnswersHtml<'b> {
        AnswersHtml::new(self.frame, answers)
    }
}
