//! Residence, proceedings, and what an authority does to the family because of migration status.

use super::Checked;
use crate::codes::*;
use crate::fields::{FieldProblem, Line, Many, Problem, Words, group};
use crate::time::PartialDate;
use crate::value::Truth;

group! {
    /// How it stands with the child's right to stay: requested, granted, renewed, run out, or found to be
    /// missing (OSCE OP9 §4.3.1). An application for asylum is a status that is requested. That one is
    /// refused or withdrawn is recorded as [`ServiceRefused`](super::ServiceRefused), with its grounds.
    ResidenceStatus {
        /// How it stands.
        state: StatusState => LegalStatus,
        /// Which status.
        kind: Option<StatusKind> => LegalStatus,
        /// Which authority, and its reference.
        by: Line => LegalStatus,
        /// The last day on which it is valid; empty when there is no such day.
        until: Option<PartialDate> => LegalStatus,
        /// On what it depends.
        conditions: Option<Many<StatusCondition>> => LegalStatus,
        /// The conditions and the reasons, in the words of the decision.
        reasons: Option<Words> => LegalStatus,
        /// Whether it says who decided, who was heard and what each of them weighed (OSCE OP9 §5.3).
        decider_named: Option<Truth> => Process,
        /// Whether child protection led the procedure in which it was decided (OSCE OP9 Rec. decisions 1).
        child_protection_led: Option<Truth> => Process,
    }
}

impl Checked for ResidenceStatus {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let mut problem = |wrong: bool, field: &str, what: Problem| {
            if wrong {
                problems.push(FieldProblem::new(field, what));
            }
        };
        let given = matches!(self.state, StatusState::Granted | StatusState::Renewed);
        let none = self.state == StatusState::None;
        problem(!none && self.kind.is_none(), "kind", Problem::Missing);
        problem(given && self.conditions.is_none(), "conditions", Problem::Missing);
        let both = |c: &Many<StatusCondition>| c.has(StatusCondition::None) && c.0.len() > 1;
        problem(
            self.conditions.as_ref().is_some_and(both),
            "conditions",
            Problem::Contradicts("conditions"),
        );
    }
}

group! {
    /// Proceedings that concern the child: against the child, by the child, or with the child as a
    /// witness. A claim for compensation is one of them.
    Proceedings {
        /// What the child is in them.
        role: ProceedingsRole => LegalStatus,
        /// Of which kind.
        kind: ProceedingsKind => LegalStatus,
        /// How they stand.
        state: ProceedingsState => LegalStatus,
        /// Which court or authority, and its reference.
        by: Line => LegalStatus,
        /// What they are about.
        about: Words => Testimony,
        /// Whether the act follows directly from being trafficked (OSCE OP9 §1, 2.3).
        from_trafficking: Option<Truth> => Testimony,
        /// Whether the child has to decide now about giving testimony.
        testimony_demanded: Option<Truth> => LegalStatus,
        /// Whether the child wishes to speak already.
        own_wish: Option<Truth> => Voice,
        /// What came of them.
        outcome: Option<Words> => LegalStatus,
    }
}

impl Checked for Proceedings {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let mut need = |missing: bool, field: &str| {
            if missing {
                problems.push(FieldProblem::new(field, Problem::Missing));
            }
        };
        let opened = self.state == ProceedingsState::Opened;
        need(
            opened && self.role == ProceedingsRole::Accused && self.from_trafficking.is_none(),
            "from_trafficking",
        );
        need(
            opened
                && matches!(self.role, ProceedingsRole::Witness | ProceedingsRole::Injured)
                && self.testimony_demanded.is_none(),
            "testimony_demanded",
        );
        need(!opened && self.outcome.is_none(), "outcome");
    }
}

group! {
    /// The family is to be expelled, or a parent deported or detained, because of migration status
    /// (JGC 3/22 §32(e), (g)).
    FamilyMeasure {
        /// What.
        measure: FamilyMeasureKind => LegalStatus,
        /// How far it has come.
        state: MeasureState => LegalStatus,
        /// Which authority, and its reference.
        by: Line => LegalStatus,
        /// Whether it would separate the child from a parent.
        separates: Truth => Personal,
        /// For when it is announced.
        date: Option<PartialDate> => LegalStatus,
        /// The reasons given, and what was done against it.
        reasons: Words => LegalStatus,
    }
}

impl Checked for FamilyMeasure {}
