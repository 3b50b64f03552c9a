//! Determination of the solution, decision on return, departure.

use super::Checked;
use crate::codes::*;
use crate::fields::{FieldProblem, Line, Many, Problem, Words, group};
use crate::value::Truth;

group! {
    /// The best-interests determination.
    DeterminationMade {
        /// What was chosen.
        solution: Solution => Process,
        /// Which authority decided.
        decided_by: Line => Process,
        /// Whether the migration authority decided or carried out the assessment.
        migration_decided: Truth => Process,
        /// Who was heard.
        heard: Many<HeardParty> => Process,
        /// What each of them weighed.
        weight: Option<Words> => Process,
        /// Whether it says who decided, who was heard and what each of them weighed (OSCE OP9 §5.3).
        decider_named: Option<Truth> => Process,
        /// Why, with the options weighed.
        reasons: Words => Personal,
        /// Who of those who decided would have decided otherwise, and why.
        dissent: Option<Words> => Process,
        /// Whether it was looked at first whether the child can live with the family again.
        family_first: Option<Truth> => Process,
        /// What the solution brings with it.
        standards: Option<Many<SolutionStandard>> => Process,
        /// Whether it names a way to a secure residence, for a family that is with the child too.
        residence_secured: Option<Truth> => LegalStatus,
        /// Whether it holds beyond the 18th birthday.
        beyond_eighteen: Option<Truth> => Process,
        /// What holds after the 18th birthday; "until 18" alone is not a solution (OSCE OP9 §5.2).
        after_eighteen: Option<Words> => Personal,
        /// What further facts are awaited, when it is deferred.
        awaits: Option<Words> => Personal,
        /// Whether its grounds are this child's own: age, sex, maturity, background; each sibling apart.
        individual_grounds: Option<Truth> => Process,
        /// Whether the best interests came first, before prosecution and migration control.
        best_interests_first: Option<Truth> => Process,
        /// What else weighed, and how much.
        weighed: Option<Words> => Process,
    }
}

impl Checked for DeterminationMade {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let deferred = self.solution == Solution::Deferred;
        if deferred && self.awaits.is_none() {
            problems.push(FieldProblem::new("awaits", Problem::Missing));
        }
        if !deferred && self.after_eighteen.is_none() {
            problems.push(FieldProblem::new("after_eighteen", Problem::Missing));
        }
    }
}

group! {
    /// The decision that the child returns.
    ReturnDecided {
        /// To which country.
        country: Country => Location,
        /// Where to.
        destination: Line => Location,
        /// Who receives the child.
        received_by: Line => Location,
        /// In whose care the child will live there.
        care_there: ReturnCare => Location,
        /// If not with the family: whether it was found for this child that care outside the family is needed.
        care_needed: Option<Truth> => Personal,
        /// Whether nobody with whom the child will live is suspected of a part in what was done to the child.
        household_free: Option<Truth> => Testimony,
        /// Whether risks, security and the social inquiry speak of this very place and household.
        place_assessed: Truth => Process,
        /// Whether the child wants it.
        child_agrees: Truth => Process,
        /// Why.
        reasons: Words => Personal,
        /// Whether it says who decided, who was heard and what each of them weighed (OSCE OP9 §5.3).
        decider_named: Option<Truth> => Process,
        /// Whether the best interests came first, before prosecution and migration control.
        best_interests_first: Option<Truth> => Process,
        /// What else weighed, and how much.
        weighed: Option<Words> => Process,
    }
}

impl Checked for ReturnDecided {}

group! {
    /// The child left for the place of return.
    Departed {
        /// To which country.
        country: Country => Location,
        /// Where to.
        destination: Line => Location,
        /// Whether it is the place and household for which the return was decided.
        as_decided: Option<Truth> => Process,
        /// Whether still nobody with whom the child will live is suspected of a part in what was done to the child.
        household_free: Option<Truth> => Testimony,
        /// Whether the child still wants it on the day.
        still_agrees: Option<Truth> => Process,
        /// Who travels with the child.
        escort: Option<Line> => Process,
        /// Who meets the child on arrival.
        met_by: Line => Location,
    }
}

impl Checked for Departed {}

group! {
    /// The child arrived at the place of return and was met there.
    MetOnArrival {
        /// Who met the child.
        by: Line => Process,
        /// Where.
        place: Line => Location,
        /// Whether the child arrived safely.
        safe: Truth => Personal,
        /// Whether the child was told what comes next, and got the first help.
        oriented: Option<Truth> => Process,
    }
}

impl Checked for MetOnArrival {}
