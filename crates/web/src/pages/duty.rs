//! A duty, and the page that answers "Why is this due?"

use super::case::CaseHead;
use super::frame::Frame;
use crate::dates::Stamp;
use crate::words::Words;
use askama::Template;
use tutela_domain::records::RecordType;

/// The sources of a rule.
#[derive(Clone, Debug, Default)]
pub struct SourceList(pub Vec<String>);

impl SourceList {
    /// In one line.
    pub fn line(&self, words: &Words) -> String {
        self.0.join(&words.t("source-joint"))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The state of a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DutyState {
    /// Its occasion has not come.
    NotYet,
    /// Open, without a date of its own.
    Open,
    /// Has a date.
    Due,
    /// Somebody else must act first.
    Waiting,
    /// The date has passed.
    Overdue,
    /// Done in time.
    Done,
    /// Done after the date.
    DoneLate,
    /// Handed over.
    HandedOver,
    /// Set aside by a supervisor.
    SetAside,
    /// Ended with the case.
    Ended,
}

/// Until when.
#[derive(Clone, Debug)]
pub enum Due {
    /// By a day or an instant.
    By(Stamp),
    /// Promptly: the law sets no number of days. Open since.
    Promptly(Stamp),
    /// Always, while something is so; since.
    While(Stamp),
}

/// A duty of the case.
#[derive(Clone, Debug)]
pub struct DutyView {
    /// Its id, as addresses and forms name it.
    pub id: String,
    /// What must be done.
    pub title: String,
    /// Its state.
    pub state: DutyState,
    /// Until when.
    pub due: Due,
    /// Days from today to the date; negative when it has passed.
    pub days: Option<i64>,
    /// Whose it is, in words.
    pub who: String,
    /// Who set the number of days, where the law sets none.
    pub date_set_by: Option<String>,
    /// What makes it due, in a line.
    pub because: Option<String>,
    /// The law.
    pub sources: SourceList,
    /// The record that does it.
    pub done_by: Option<RecordType>,
    /// The entry that did it.
    pub done_entry: Option<u64>,
}

impl DutyView {
    /// Whether the date has passed.
    pub fn is_overdue(&self) -> bool {
        self.state == DutyState::Overdue
    }

    /// Whether the date is today.
    pub fn is_due_today(&self) -> bool {
        self.state == DutyState::Due && self.days == Some(0)
    }

    /// Whether somebody still has to do it.
    pub fn is_owed(&self) -> bool {
        !matches!(
            self.state,
            DutyState::Done | DutyState::DoneLate | DutyState::HandedOver | DutyState::SetAside | DutyState::Ended
        )
    }

    /// The words of the tag: "Overdue by 5 days", "Due today", "In 2 days".
    pub fn tag(&self, words: &Words) -> String {
        match (self.state, self.days) {
            (DutyState::Overdue, Some(days)) if days < 0 => {
                words.t1("duty-overdue-days", "days", days.saturating_neg())
            }
            (DutyState::Overdue, _) => words.t("duty-overdue"),
            (DutyState::Due, Some(0)) => words.t("duty-today"),
            (DutyState::Due, Some(days)) => words.t1("duty-in-days", "days", days),
            (DutyState::Due, None) => words.t("duty-due"),
            (DutyState::Open, _) => words.t("duty-open"),
            (DutyState::NotYet, _) => words.t("duty-not-yet"),
            (DutyState::Waiting, _) => words.t("duty-waiting"),
            (DutyState::Done, _) => words.t("duty-done"),
            (DutyState::DoneLate, _) => words.t("duty-done-late"),
            (DutyState::HandedOver, _) => words.t("duty-handed-over"),
            (DutyState::SetAside, _) => words.t("duty-set-aside"),
            (DutyState::Ended, _) => words.t("duty-ended"),
        }
    }

    /// The class of the tag.
    pub fn tag_class(&self) -> &'static str {
        match self.state {
            DutyState::Overdue => "t-tag t-tag--red",
            DutyState::Due if self.days == Some(0) => "t-tag t-tag--amber",
            DutyState::Open => "t-tag t-tag--amber",
            DutyState::Done => "t-tag t-tag--green",
            DutyState::Due => "t-tag",
            _ => "t-tag t-tag--grey",
        }
    }

    /// The class of the line.
    pub fn class(&self) -> &'static str {
        match self.state {
            DutyState::Overdue => "t-duty t-duty--over",
            DutyState::Due if self.days == Some(0) => "t-duty t-duty--today",
            _ => "t-duty",
        }
    }

    /// "Was due by 20 November 2026."
    pub fn due_words(&self, words: &Words) -> String {
        match &self.due {
            Due::By(at) if self.is_overdue() => words.t1("duty-was-due-by", "date", words.stamp(at)),
            Due::By(at) => words.t1("duty-due-by", "date", words.stamp(at)),
            Due::Promptly(since) => words.t1("duty-promptly", "date", words.stamp(since)),
            Due::While(since) => words.t1("duty-while", "date", words.stamp(since)),
        }
    }

    /// "Open since 20 November 2026.", where what "promptly" means was said before.
    pub fn since_words(&self, words: &Words) -> String {
        match &self.due {
            Due::Promptly(since) | Due::While(since) => words.t1("duty-open-since", "date", words.stamp(since)),
            Due::By(_) => self.due_words(words),
        }
    }

    /// The address of the form that does it, tied to this duty.
    pub fn form(&self, head: &CaseHead) -> Option<String> {
        let record = self.done_by?;
        Some(format!("{}?duty={}", head.form(record), self.id))
    }

    /// The address of the page that says why it is due.
    pub fn why(&self, head: &CaseHead) -> String {
        head.below(&format!("/duties/{}", self.id))
    }
}

/// A fact that a rule has looked at.
#[derive(Clone, Debug)]
pub struct FactLine {
    /// What the fact says.
    pub sentence: String,
    /// What it is now, in words.
    pub value: String,
    /// The entry it comes from.
    pub entry: Option<u64>,
}

/// A rule, as its page shows it.
#[derive(Clone, Debug)]
pub struct RuleView {
    /// Its id.
    pub id: String,
    /// The pack it stands in.
    pub pack: String,
    /// The version of the pack.
    pub version: String,
    /// From when it is in force, in words.
    pub in_force: Option<Stamp>,
    /// Its condition, as the pack has it.
    pub condition: Option<String>,
    /// Whether it is binding law, guidance or a local agreement, in words.
    pub force: Option<String>,
}

/// "Why is this due?"
#[derive(Template)]
#[template(path = "duty.html")]
pub struct DutyPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The case.
    pub head: &'a CaseHead,
    /// The duty.
    pub duty: &'a DutyView,
    /// The occasion: the entry that opened it.
    pub opened_by: Option<&'a super::case::EventView>,
    /// The facts.
    pub facts: &'a [FactLine],
    /// The rule.
    pub rule: &'a RuleView,
    /// Whether the reader may hand it over.
    pub may_hand_over: bool,
    /// Whether the reader may set it aside.
    pub may_set_aside: bool,
}
