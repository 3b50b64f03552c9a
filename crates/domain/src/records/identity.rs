//! Who the child is, who is with the child, and what is decided on the trafficking.

use super::Checked;
use crate::codes::*;
use crate::fields::{Code, FieldProblem, Line, Many, Names, Problem, Words, group};
use crate::time::PartialDate;
use crate::value::Truth;

group! {
    /// The claimed relation of an adult who is with the child was verified, or found untrue.
    CompanionVerified {
        /// The adult's name in every writing given, one per line.
        names: Names => Personal,
        /// The relation as it was claimed.
        claim: Option<Line> => Personal,
        /// How it was verified.
        methods: Many<VerificationMethod> => Personal,
        /// Whether the claim was found to be true.
        confirmed: Truth => Personal,
        /// What the person is to the child, as found.
        relation: Relation => Personal,
        /// What was found, with what the child says when asked alone.
        findings: Words => Testimony,
    }
}

impl Checked for CompanionVerified {}

group! {
    /// Who the child is: names and nationality. Every name that was given is kept.
    IdentityEstablished {
        /// The names in every writing given, one per line.
        names: Names => Personal,
        /// The nationality, or that the child has none.
        nationality: Country => Personal,
        /// A second nationality.
        second_nationality: Option<Country> => Personal,
        /// How it was established.
        methods: Many<IdentityMethod> => Personal,
        /// Whether the identity is certain.
        certain: Truth => Personal,
        /// Whether an inquiry found nobody of this name.
        found_nobody: Option<Truth> => Personal,
        /// What was found, and who cared for the child.
        findings: Words => Personal,
    }
}

impl Checked for IdentityEstablished {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        if self.certain.is_true() && self.found_nobody.is_some_and(Truth::is_true) {
            problems.push(FieldProblem::new("certain", Problem::Contradicts("found_nobody")));
        }
        let states = |c: Country| !matches!(c.code(), "stateless" | "not_known");
        match self.second_nationality {
            Some(second) if second == self.nationality || !states(second) || !states(self.nationality) => {
                problems.push(FieldProblem::new(
                    "second_nationality",
                    Problem::Contradicts("nationality"),
                ));
            }
            _ => {}
        }
    }
}

group! {
    /// A paper that says who the child is was applied for, issued or refused.
    IdentityDocument {
        /// Which paper.
        kind: DocumentKind => Personal,
        /// How it stands with it.
        state: DocumentState => Personal,
        /// Which authority.
        authority: Line => Personal,
        /// Until when the paper is valid.
        until: Option<PartialDate> => Personal,
        /// Who keeps the paper for the child.
        kept_by: Option<Line> => Process,
        /// Why it was refused, or what is still missing.
        notes: Option<Words> => Personal,
    }
}

impl Checked for IdentityDocument {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        if self.state == DocumentState::Refused && self.notes.is_none() {
            problems.push(FieldProblem::new("notes", Problem::Missing));
        }
        if self.state != DocumentState::Issued && self.until.is_some() {
            problems.push(FieldProblem::new("until", Problem::Contradicts("state")));
        }
    }
}

group! {
    /// A competent authority decided whether the child was trafficked. For a child, act and purpose
    /// suffice; whether the child consented is never asked (Palermo Protocol 3(c)).
    TraffickingStatus {
        /// What was decided.
        status: TraffickingDecision => LegalStatus,
        /// Who decided.
        decided_by: Line => LegalStatus,
        /// The act.
        act: Option<Many<TraffickingAct>> => Testimony,
        /// The purpose: the exploitation that was meant or done.
        purpose: Option<Many<Exploitation>> => Testimony,
        /// The means, where they are known. A child's case needs none.
        means: Option<Many<Means>> => Testimony,
        /// The grounds, when the child is not identified.
        grounds: Option<Many<NotIdentifiedGround>> => LegalStatus,
        /// Why, in the words of the decision.
        reasons: Words => LegalStatus,
    }
}

impl Checked for TraffickingStatus {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let mut need = |missing: bool, field: &str| {
            if missing {
                problems.push(FieldProblem::new(field, Problem::Missing));
            }
        };
        let identified = self.status == TraffickingDecision::Identified;
        let not_identified = self.status == TraffickingDecision::NotIdentified;
        need(identified && self.act.is_none(), "act");
        // Help to migrate is not trafficking until somebody means to exploit the child.
        need(identified && self.purpose.is_none(), "purpose");
        need(not_identified && self.grounds.is_none(), "grounds");
        if !not_identified && self.grounds.is_some() {
            problems.push(FieldProblem::new("grounds", Problem::Contradicts("status")));
        }
    }
}
