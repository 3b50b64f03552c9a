//! How a case passes to others and ends: transfer, closing, reopening, death, two cases of one child.

use super::Checked;
use crate::codes::*;
use crate::fields::{EntryRef, FieldProblem, Line, Problem, Words, group};
use crate::time::PartialDate;
use crate::value::Truth;

group! {
    /// The case was offered to another authority. Nothing ends by it: the lead stays the lead.
    TransferOffered {
        /// To which authority.
        to: Line => Process,
        /// Why.
        reasons: Words => Process,
        /// What goes with the case: open duties, the plan, what the other must know at once.
        hands_over: Words => Process,
        /// What the child was told of it.
        told_child: Option<Words> => Process,
    }
}

impl Checked for TransferOffered {}

group! {
    /// What became of an offer to transfer the case.
    TransferAnswered {
        /// The number of the entry with the offer.
        offer: EntryRef => Process,
        /// Accepted, refused, or taken back.
        answer: TransferAnswer => Process,
        /// Who answered; for an offer taken back, who took it back.
        by: Line => Process,
        /// From when the other authority leads.
        leads_from: Option<PartialDate> => Process,
        /// Why.
        reasons: Option<Words> => Process,
    }
}

impl Checked for TransferAnswered {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let accepted = self.answer == TransferAnswer::Accepted;
        if !accepted && self.reasons.is_none() {
            problems.push(FieldProblem::new("reasons", Problem::Missing));
        }
        if !accepted && self.leads_from.is_some() {
            problems.push(FieldProblem::new("leads_from", Problem::Contradicts("answer")));
        }
    }
}

group! {
    /// The case was closed.
    CaseClosed {
        /// On which ground. That a child is missing or has a birthday is none.
        ground: ClosingGround => Process,
        /// Why, in this case.
        reasons: Words => Personal,
        /// Whether help that is still needed was taken over by others, or none is needed.
        handed_over: Option<Truth> => Process,
        /// To whom the child, or the young adult, can turn from now on.
        turns_to: Option<Line> => Process,
        /// What the child was told: that the case closes, why, and how to come back.
        told_child: Option<Words> => Process,
    }
}

impl Checked for CaseClosed {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        // Whoever lives on needs a door to knock at.
        let mut need = |missing: bool, field: &str| {
            if missing && self.ground != ClosingGround::Died {
                problems.push(FieldProblem::new(field, Problem::Missing));
            }
        };
        need(self.handed_over.is_none(), "handed_over");
        need(self.turns_to.is_none(), "turns_to");
    }
}

group! {
    /// A closed case was reopened. It goes on from where it stood.
    CaseReopened {
        /// Why.
        reason: ReopeningReason => Process,
        /// What has happened, or what has come to light.
        account: Words => Personal,
        /// Who asks for it.
        asked_by: Line => Informant,
    }
}

impl Checked for CaseReopened {}

group! {
    /// The child died.
    ChildDied {
        /// Whether the death is certain, by whom it was certified or who saw the child.
        confirmed: Truth => Personal,
        /// Who certified it, with the reference.
        by: Option<Line> => Process,
        /// What is known of how it happened.
        circumstances: Words => Testimony,
        /// Who examines how it happened.
        examined_by: Option<Line> => Process,
        /// Who tells the family, the other children and those who were close.
        who_tells: Option<Words> => Process,
    }
}

impl Checked for ChildDied {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        if self.confirmed.is_true() && self.by.is_none() {
            problems.push(FieldProblem::new("by", Problem::Missing));
        }
    }
}

group! {
    /// This child and the child of another case may be, or are, one person.
    SamePerson {
        /// The reference of the other case.
        other: Line => Personal,
        /// Whether it is certain.
        certain: Truth => Personal,
        /// What says so.
        grounds: Words => Personal,
    }
}

impl Checked for SamePerson {}

group! {
    /// A second case of the same child was joined to the first: one child, one case.
    DuplicateJoined {
        /// The reference of the other case.
        other: Line => Personal,
        /// Which of the two goes on.
        goes_on: WhichCase => Process,
        /// Whether everything that the case that ends holds stands in the one that goes on.
        carried_over: Truth => Process,
        /// What was carried over, and what differs between the two.
        account: Words => Personal,
    }
}

impl Checked for DuplicateJoined {}
