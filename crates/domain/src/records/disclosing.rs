//! What leaves the agency and what comes to it; papers; who looked in an emergency.

use super::Checked;
use crate::codes::*;
use crate::fields::{EntryRef, FieldProblem, Line, Many, Problem, Words, group};
use crate::value::Truth;

group! {
    /// Something about the child was told to somebody outside the agency.
    DisclosureMade {
        /// To whom.
        to: Line => Process,
        /// What kind of information.
        what: Many<Disclosed> => Process,
        /// What exactly.
        content: Words => Personal,
        /// For what it is used there.
        purpose: InformationPurpose => Process,
        /// Why they need it.
        why: Words => Process,
        /// Under which agreement, law or consent.
        agreement: Option<Line> => Process,
        /// Whether those who receive it keep the common minimum standards for personal data.
        standards_kept: Truth => Process,
        /// Whether it is no more than they need for this.
        only_needed: Truth => Process,
        /// Whether traffickers, the press or the public could come to know by it who or where the child is.
        may_identify: Truth => Process,
        /// Whether it passes on what another state or agency gave.
        passes_on: Truth => Process,
        /// If so: the number of the entry with what was received.
        received: Option<EntryRef> => Process,
        /// If so: whether the giver agrees to this use.
        giver_agrees: Option<Truth> => Process,
    }
}

impl Checked for DisclosureMade {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        if self.passes_on.is_true() && self.received.is_none() {
            problems.push(FieldProblem::new("received", Problem::Missing));
        }
        if self.passes_on.is_false() && self.received.is_some() {
            problems.push(FieldProblem::new("received", Problem::Contradicts("passes_on")));
        }
    }
}

group! {
    /// Another state or agency gave information about the child.
    InformationReceived {
        /// From whom.
        from: Line => Informant,
        /// What.
        content: Words => Personal,
        /// For what it was given.
        purpose: InformationPurpose => Process,
        /// What the giver allows and does not allow, in the giver's words.
        limits: Option<Words> => Process,
    }
}

impl Checked for InformationReceived {}

group! {
    /// A paper belongs to the case. The paper itself is kept elsewhere; this says what it is and where it lies.
    DocumentAttached {
        /// Its title.
        title: Line => Process,
        /// What kind of paper.
        kind: PaperKind => Process,
        /// What it shows. It may be a finding of a doctor, or what is used as evidence.
        shows: Words => Testimony,
        /// Where it lies, and who may read it.
        lies: Line => Process,
    }
}

impl Checked for DocumentAttached {}

group! {
    /// Somebody looked into the case in an emergency, without belonging to it.
    EmergencyAccess {
        /// Who.
        who: Line => Process,
        /// Why it could not wait.
        reason: Words => Process,
        /// What was looked at.
        seen: Words => Process,
        /// Who was told of it.
        told: Option<Many<ToldOfAccess>> => Process,
    }
}

impl Checked for EmergencyAccess {}
