//! Notes, corrections, and what is said about duties, alerts and safeguards.

use super::Checked;
use crate::codes::*;
use crate::fields::{EntryRef, FieldProblem, Line, Problem, Replacement, Words, group};
use crate::time::{PartialDate, When};
use crate::value::Truth;

group! {
    /// A note.
    Note {
        /// What is to be remembered.
        text: Words => Personal,
    }
}

impl Checked for Note {}

group! {
    /// Somebody visited the child, or was in touch.
    ContactMade {
        /// Who.
        by: Line => Process,
        /// How.
        form: MeetingForm => Process,
        /// Where.
        place: Option<Line> => Location,
        /// Whether they could speak alone.
        alone: Truth => Process,
        /// What it was about, and what was seen.
        about: Words => Personal,
        /// What the child says.
        child_says: Option<Words> => Voice,
        /// When they see each other again.
        again: Option<PartialDate> => Process,
    }
}

impl Checked for ContactMade {}

group! {
    /// What a carer writes at the end of a day.
    CarerNote {
        /// How the day was.
        day: DayMood => Personal,
        /// Whether the child slept.
        slept: Truth => Health,
        /// Whether the child ate.
        ate: Truth => Health,
        /// What happened.
        note: Words => Personal,
        /// What the child says.
        child_says: Option<Words> => Voice,
        /// Whether something worries the carer.
        worry: Truth => Personal,
    }
}

impl Checked for CarerNote {}

group! {
    /// Something may endanger the child (OSCE OP9 §4.2).
    SafetyConcern {
        /// What it is.
        kind: ConcernKind => Personal,
        /// What was seen or heard.
        account: Words => Testimony,
        /// Whom it is about.
        about: Option<Line> => Testimony,
        /// Whether the child is safe now.
        now_safe: Truth => Personal,
        /// What was done at once.
        done: Words => Process,
        /// Who was told.
        told: Option<Line> => Process,
    }
}

impl Checked for SafetyConcern {}

group! {
    /// A duty is set aside by a supervisor, with a reason; visible to the monitor.
    DutySetAside {
        /// The duty, as its page names it.
        duty: Line => Process,
        /// Why.
        reason: Words => Process,
    }
}

impl Checked for DutySetAside {}

group! {
    /// A duty is handed over to another authority or person.
    DutyHandedOver {
        /// The duty, as its page names it.
        duty: Line => Process,
        /// To whom.
        to: Line => Process,
        /// Why.
        reason: Words => Process,
    }
}

impl Checked for DutyHandedOver {}

group! {
    /// A safeguard that law allows to override was overridden, for one step.
    SafeguardOverridden {
        /// The safeguard's id.
        safeguard: Line => Process,
        /// The record type of the step.
        step: Line => Process,
        /// On what ground.
        ground: OverrideGround => Process,
        /// The court or person who decided.
        decided_by: Line => Process,
        /// Why.
        reason: Words => Process,
    }
}

impl Checked for SafeguardOverridden {}

group! {
    /// A person looked at an alert and concluded.
    AlertLookedAt {
        /// The alert, as its page names it.
        alert: Line => Process,
        /// The conclusion.
        conclusion: Words => Process,
    }
}

impl Checked for AlertLookedAt {}

group! {
    /// Corrects or withdraws an earlier entry. What was written stays readable.
    Correction {
        /// The entry's number.
        entry: EntryRef => Process,
        /// Why.
        reason: Words => Process,
        /// Whether the entry is withdrawn altogether.
        withdraw: bool => Process,
        /// When it really happened.
        occurred: Option<When> => Process,
        /// The fields as they should read.
        replace: Option<Replacement> => Personal,
    }
}

impl Checked for Correction {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let changes = self.occurred.is_some() || self.replace.is_some();
        if self.withdraw && changes {
            problems.push(FieldProblem::new("withdraw", Problem::Contradicts("replace")));
        }
        if !self.withdraw && !changes {
            problems.push(FieldProblem::new("replace", Problem::Missing));
        }
    }
}
