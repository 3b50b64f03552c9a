//! Keeping the child safe: safety plan, going missing, tracing, allegations.

use super::Checked;
use crate::codes::*;
use crate::fields::{FieldProblem, Line, Problem, Words, group};
use crate::time::PartialDate;
use crate::value::Truth;

group! {
    /// What keeps this child safe from now on.
    SafetyPlan {
        /// What is done, by whom, and whom the child calls.
        measures: Words => Personal,
        /// Whether it fits the child's age and sex.
        fits_age_and_sex: Truth => Process,
        /// Whether it guards against sexual abuse in particular.
        against_sexual_abuse: Truth => Process,
        /// Whether the child helped to make it.
        with_child: Truth => Process,
        /// When it is looked at again.
        review: Option<PartialDate> => Process,
    }
}

impl Checked for SafetyPlan {}

group! {
    /// How likely it is that the child goes missing, and what is done about it. The ten items of
    /// the Hillingdon protocol (OSCE OP9 §6.5), and how the child comes into the place.
    GoingMissingAssessment {
        /// How likely it is.
        likelihood: Level => Personal,
        /// How the child sees it.
        child_view: Option<Words> => Voice,
        /// What is done so that the child does not go missing.
        preventive_measures: Words => Personal,
        /// What supervision and support are offered.
        supervision: Option<Words> => Personal,
        /// How parents and carers see it.
        carers_view: Option<Words> => Personal,
        /// What harm would threaten.
        risk_of_harm: Option<Words> => Personal,
        /// Who or what pulls the child away from outside.
        external_influences: Option<Words> => Personal,
        /// Who might harbour the child.
        harbouring: Option<Words> => Testimony,
        /// What current figures say, for the ages of 14 to 16.
        statistics: Option<Words> => Process,
        /// What happens, and who acts, as soon as the child is not there.
        trigger_plan: Option<Words> => Location,
        /// Whether the child visited the place before moving in.
        visited_before: Option<Truth> => Process,
        /// Whether a specialist foster family was considered.
        foster_considered: Option<Truth> => Process,
    }
}

impl Checked for GoingMissingAssessment {}

group! {
    /// The family of the child is looked for.
    FamilyTracing {
        /// Who was asked, or is to be asked.
        asked: Line => Process,
        /// Whether it was assessed that the search itself exposes neither child nor family.
        safe: Truth => Process,
        /// Why it is safe, and what is held back.
        why_safe: Words => Personal,
        /// How it stands.
        result: TracingResult => Process,
        /// What was found.
        found: Option<Words> => Location,
    }
}

impl Checked for FamilyTracing {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        if self.result == TracingResult::Found && self.found.is_none() {
            problems.push(FieldProblem::new("found", Problem::Missing));
        }
    }
}

group! {
    /// Somebody says that the child is harmed by a carer, a member of staff, another child.
    AllegationMade {
        /// By whom the child is said to be harmed.
        about: AllegedPerson => Process,
        /// The service that looks after the child.
        service: Option<Line> => Location,
        /// What is said.
        says: Words => Testimony,
        /// Who said it.
        said_by: Option<Line> => Informant,
        /// To whom it was reported.
        reported_to: Line => Process,
        /// Whether the child is safe from that person now.
        child_safe: Truth => Process,
        /// How the child was made safe, or what stands in the way.
        made_safe: Words => Personal,
    }
}

impl Checked for AllegationMade {}

group! {
    /// An allegation was examined.
    AllegationExamined {
        /// Which authority examined it.
        by: Line => Process,
        /// Whether it is another one than the service that is accused.
        independent: Truth => Process,
        /// What came of it.
        outcome: AllegationOutcome => Process,
        /// What was found, and what follows.
        findings: Words => Testimony,
        /// What the child was told of it.
        told_child: Option<Words> => Process,
    }
}

impl Checked for AllegationExamined {}
