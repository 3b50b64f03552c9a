//! The plan with the child: drawn up, signed, followed, reviewed.

use super::Checked;
use crate::codes::*;
use crate::fields::{EntryRef, FieldProblem, Line, Many, Problem, Words, group};
use crate::time::PartialDate;
use crate::value::Truth;

group! {
    /// A care plan or a life project was drawn up (OSCE OP9 §6.2, 6.2.1). It binds nobody before it is signed.
    PlanDrawnUp {
        /// Which of the two.
        kind: PlanKind => Process,
        /// What it is about, and what the child and the service each take upon themselves.
        summary: Words => Personal,
        /// Whether it was made from this child's own needs and from what was decided on the future.
        from_needs: Truth => Process,
        /// Whether the child was asked while it was made.
        child_consulted: Truth => Process,
        /// What the child says to it.
        child_says: Option<Words> => Voice,
        /// Whether the child wants to carry it out.
        child_commits: Truth => Process,
        /// The service that is responsible for it, and who there.
        responsible: Line => Process,
        /// When it is looked at again; the plan itself says so.
        review_on: PartialDate => Process,
        /// Until when it runs, where its time is limited. A life project has a limit.
        runs_until: Option<PartialDate> => Process,
        /// For a life project, what it speaks of: rules read this.
        covers: Option<Many<LifeProjectContent>> => Process,
    }
}

impl Checked for PlanDrawnUp {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let life_project = self.kind == PlanKind::LifeProject;
        if life_project && self.runs_until.is_none() {
            problems.push(FieldProblem::new("runs_until", Problem::Missing));
        }
        if life_project && self.covers.is_none() {
            problems.push(FieldProblem::new("covers", Problem::Missing));
        }
        if !life_project && self.covers.is_some() {
            problems.push(FieldProblem::new("covers", Problem::Contradicts("kind")));
        }
        if self
            .runs_until
            .is_some_and(|until| until.last() < self.review_on.first())
        {
            problems.push(FieldProblem::new("review_on", Problem::Contradicts("runs_until")));
        }
    }
}

group! {
    /// A goal was set in a plan (OSCE OP9 §6.1).
    GoalSet {
        /// The number of the entry with the plan.
        plan: EntryRef => Process,
        /// What it is for.
        area: GoalArea => Process,
        /// The goal.
        goal: Words => Personal,
        /// Whether it is the child's own.
        childs_own: Truth => Process,
        /// What is done for it.
        measure: Words => Personal,
        /// Who does it.
        owner: Line => Process,
        /// By when.
        by: Option<PartialDate> => Process,
    }
}

impl Checked for GoalSet {}

group! {
    /// How it stands with a goal.
    GoalFollowed {
        /// The number of the entry with the goal.
        goal: EntryRef => Process,
        /// Progressed, met, dropped or handed over.
        how: GoalState => Process,
        /// What has come of it.
        account: Words => Personal,
        /// Whether the child sees it so too.
        child_agrees: Truth => Process,
        /// For a goal that is handed over: who goes on with it.
        to: Option<Line> => Process,
    }
}

impl Checked for GoalFollowed {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let handed_over = self.how == GoalState::HandedOver;
        match &self.to {
            None if handed_over => problems.push(FieldProblem::new("to", Problem::Missing)),
            Some(_) if !handed_over => problems.push(FieldProblem::new("to", Problem::Contradicts("how"))),
            _ => {}
        }
    }
}

group! {
    /// A plan was signed, so that it comes into force (OSCE OP9 §6.2, 6.2.1).
    PlanSigned {
        /// The number of the entry with the plan.
        plan: EntryRef => Process,
        /// Who signed.
        signed_by: Many<Signatory> => Process,
        /// Whether the child is able to sign: to understand what the plan says and asks.
        child_able: Truth => Process,
        /// Why the child did not sign.
        why_not_child: Option<Words> => Personal,
        /// Who signed for the service.
        for_service: Option<Line> => Process,
        /// Whether the child has a copy, in a language that the child reads, or was read it.
        copy_given: Truth => Process,
    }
}

impl Checked for PlanSigned {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let child = self.signed_by.has(Signatory::Child);
        if child && self.child_able.is_false() {
            problems.push(FieldProblem::new("child_able", Problem::Contradicts("signed_by")));
        }
        if !child && self.why_not_child.is_none() {
            problems.push(FieldProblem::new("why_not_child", Problem::Missing));
        }
        if self.signed_by.has(Signatory::Service) && self.for_service.is_none() {
            problems.push(FieldProblem::new("for_service", Problem::Missing));
        }
    }
}

group! {
    /// A plan was explained, and the child or the guardian does not want it. A plan is the child's own: nobody is
    /// brought to sign it (OSCE OP9 §6.2).
    PlanDeclined {
        /// The number of the entry with the plan.
        plan: EntryRef => Process,
        /// Who declines.
        declined_by: Many<Signatory> => Process,
        /// Whether the plan was explained so that the child understands it.
        explained: Truth => Process,
        /// What the child says, in the child's own words.
        child_says: Option<Words> => Voice,
        /// The guardian's reasons, or the service's.
        reasons: Option<Words> => Personal,
        /// What is done about it, and how the child is helped meanwhile.
        answer: Words => Personal,
    }
}

impl Checked for PlanDeclined {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let child = self.declined_by.has(Signatory::Child);
        if child && self.child_says.is_none() {
            problems.push(FieldProblem::new("child_says", Problem::Missing));
        }
        if !child && self.reasons.is_none() {
            problems.push(FieldProblem::new("reasons", Problem::Missing));
        }
    }
}

group! {
    /// A plan was reviewed with the child.
    PlanReviewed {
        /// The number of the entry with the plan.
        plan: EntryRef => Process,
        /// It goes on, is changed, or ends.
        outcome: PlanReview => Process,
        /// Whether the child took part.
        child_took_part: Truth => Process,
        /// What the child says.
        child_says: Option<Words> => Voice,
        /// What was found, and what has changed in the child's life.
        findings: Words => Personal,
        /// When it is looked at next.
        next_on: Option<PartialDate> => Process,
    }
}

impl Checked for PlanReviewed {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let ends = self.outcome == PlanReview::Ends;
        if !ends && self.next_on.is_none() {
            problems.push(FieldProblem::new("next_on", Problem::Missing));
        }
        if ends && self.next_on.is_some() {
            problems.push(FieldProblem::new("next_on", Problem::Contradicts("outcome")));
        }
    }
}

group! {
    /// A service took on what it was asked for.
    ServiceAccepted {
        /// The number of the entry by which the service was asked.
        referral: EntryRef => Process,
        /// Who takes it on.
        by: Line => Process,
        /// From when.
        from: Option<PartialDate> => Process,
        /// How long the child has to wait, and what helps meanwhile.
        waiting: Option<Words> => Process,
    }
}

impl Checked for ServiceAccepted {}
