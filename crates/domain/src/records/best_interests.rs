//! The assessment of the child's best interests.

use super::Checked;
use crate::codes::*;
use crate::fields::{FieldProblem, Many, Problem, Words, group};
use crate::value::Truth;

group! {
    /// What is best for this child, assessed before a decision (JGC 3/22 §32(c); OSCE OP9 Rec 6).
    BestInterestsAssessment {
        /// Before which decision.
        occasion: BestInterestsOccasion => Process,
        /// What it looks at.
        covers: Many<BestInterestsElement> => Process,
        /// What it looks at besides, when it is about care or removal (UN Guidelines 58; OSCE OP9 §4.1.3).
        care_covers: Option<Many<CareContent>> => Process,
        /// Whether to look at family and relations was found to be against the child's interests.
        family_against: Option<Truth> => Process,
        /// Why family and relations are left out.
        why_not_family: Option<Words> => Personal,
        /// What was found, and what would be best.
        findings: Words => Personal,
        /// From whom and from what this is known.
        sources: Words => Personal,
        /// Which professions made it.
        done_by: Many<Profession> => Process,
        /// Who else took part.
        took_part: Many<HeardParty> => Process,
        /// Whether the migration authority made it or had a part in making it.
        migration_took_part: Truth => Process,
        /// Whether its grounds are this child's own: age, sex, maturity, background; each sibling apart.
        individual_grounds: Truth => Process,
        /// Whether the best interests came first, before prosecution and migration control.
        best_interests_first: Truth => Process,
        /// What else weighed, and how much.
        weighed: Option<Words> => Process,
    }
}

impl Checked for BestInterestsAssessment {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let against = self.family_against == Some(Truth::True);
        if against && self.why_not_family.is_none() {
            problems.push(FieldProblem::new("why_not_family", Problem::Missing));
        }
        if against && self.covers.has(BestInterestsElement::Family) {
            problems.push(FieldProblem::new("family_against", Problem::Contradicts("covers")));
        }
    }
}
