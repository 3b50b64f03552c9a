//! What still holds the child, force used by authorities, and the way out of custody.

use super::Checked;
use crate::codes::*;
use crate::fields::{FieldProblem, Line, Many, Problem, Words, group};
use crate::value::Truth;

group! {
    /// Something binds the child to those who exploit: a debt, an oath, a threat, an attachment.
    PressureIdentified {
        /// What it is.
        pressures: Many<Pressure> => Testimony,
        /// What the child, or others, say of it: how much, to whom, sworn where, threatened how.
        account: Words => Testimony,
        /// Who exerts it.
        by_whom: Option<Line> => Testimony,
        /// What is done against it.
        measure: Option<Words> => Process,
        /// Who does it.
        owner: Option<Line> => Process,
        /// With whom in the place of origin.
        with: Option<Line> => Location,
    }
}

impl Checked for PressureIdentified {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        // A measure without somebody who takes it is a wish.
        if self.measure.is_some() && self.owner.is_none() {
            problems.push(FieldProblem::new("owner", Problem::Missing));
        }
        if self.owner.is_some() && self.measure.is_none() {
            problems.push(FieldProblem::new("measure", Problem::Missing));
        }
    }
}

group! {
    /// Force or pressure was used on the child by somebody who should protect: a harm of its own.
    CoercionUsed {
        /// By whom.
        by: CoercionBy => Process,
        /// Which service or person.
        whom: Line => Process,
        /// For what.
        purpose: CoercionPurpose => Process,
        /// What was done.
        account: Words => Testimony,
        /// What the child says of it.
        child_says: Option<Words> => Voice,
        /// Whether the child was hurt.
        hurt: Truth => Health,
    }
}

impl Checked for CoercionUsed {}

group! {
    /// The child, or somebody who may be a child, leaves custody or detention.
    ReleasedFromCustody {
        /// From where.
        from: PlacementKind => Process,
        /// The police station, prison or centre.
        place: Line => Location,
        /// Whether there is a credible suspicion that the child will be exploited again.
        suspicion: Truth => Process,
        /// The measures against it.
        measures: Option<Words> => Personal,
        /// Whether the measures are in place.
        in_place: Truth => Process,
        /// To whom, and to where.
        to: Line => Location,
    }
}

impl Checked for ReleasedFromCustody {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        if !crate::facts::is_detention(self.from) {
            problems.push(FieldProblem::new("from", Problem::NotAllowed));
        }
        if self.in_place.is_true() && self.measures.is_none() {
            problems.push(FieldProblem::new("measures", Problem::Missing));
        }
    }
}
