//! Where the child lives, and liberty.

use super::Checked;
use crate::codes::*;
use crate::fields::{BookRef, FieldProblem, Line, Many, Problem, Words, group};
use crate::time::PartialDate;
use crate::value::Truth;

group! {
    /// The child begins to live somewhere.
    PlacementStarted {
        /// What kind of place.
        kind: PlacementKind => Process,
        /// The provider, as it stands in the authority's book.
        in_book: Option<BookRef> => Location,
        /// The provider or family; needed where it does not stand in the book.
        provider: Option<Line> => Location,
        /// Where it is.
        address: Option<Line> => Location,
        /// Whether it is meant for a first night or a few days.
        emergency: Truth => Process,
        /// Whether unrelated adults live there.
        unrelated_adults: Truth => Process,
        /// Why care is needed at all.
        why_needed: Words => Personal,
        /// Why this care fits this child.
        why_suits: Words => Personal,
        /// Whether care outside the family is needed at all: the necessity principle (UN Guidelines).
        needed: Option<Truth> => Process,
        /// Whether this care fits this child: the suitability principle (UN Guidelines).
        suits: Option<Truth> => Process,
        /// Why it is no family and no flat with support, if it is none (JGC 3/22 §32(f)).
        instead_of_family: Option<InsteadOfFamily> => Process,
        /// How near to the family it is.
        near_family: Option<Nearness> => Location,
        /// Whether the place or the carer is prepared for children who were trafficked (OSCE OP9 Rec. accommodation 2).
        specialised: Option<Truth> => Process,
        /// What the provider is known to have (OSCE OP9 §4.2).
        provider_has: Option<Many<ProviderAssurance>> => Process,
    }
}

impl Checked for PlacementStarted {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        if self.in_book.is_none() && self.provider.is_none() {
            problems.push(FieldProblem::new("provider", Problem::Missing));
        }
    }
}

group! {
    /// Necessity and suitability of the placement were reviewed.
    PlacementReviewed {
        /// Whether care is still needed.
        still_needed: Truth => Process,
        /// Whether this care still fits the child.
        still_suits: Truth => Process,
        /// What was found.
        findings: Words => Personal,
    }
}

impl Checked for PlacementReviewed {}

group! {
    /// The placement ended.
    PlacementEnded {
        /// Why.
        reason: PlacementEnd => Process,
        /// What comes next, or what the child chose.
        next: Words => Personal,
        /// For a child who goes home: whether nobody with whom the child will live is suspected of a part in what
        /// was done to the child.
        household_free: Option<Truth> => Testimony,
    }
}

impl Checked for PlacementEnded {}

group! {
    /// A placement or measure that leaves the child less free than others of that age.
    LibertyRestricted {
        /// What is restricted.
        measures: Many<LibertyMeasure> => Process,
        /// Why.
        grounds: Words => Personal,
        /// What less restrictive measures were tried or weighed.
        alternatives: Option<Words> => Personal,
        /// Whether it keeps this child from harm, and nothing less would do.
        necessary: Truth => Process,
        /// Whether a judge approved it.
        judge_approved: Truth => LegalStatus,
        /// Whether it lasts for the shortest possible time.
        shortest: Option<Truth> => Process,
        /// The day on which it ends.
        ends: Option<PartialDate> => Process,
        /// Whether it stands inside the child-protection system, with the safeguards of that system.
        in_child_protection: Option<Truth> => Process,
        /// Whether it is part of the child's care plan.
        in_care_plan: Option<Truth> => Process,
        /// Whether it serves migration enforcement.
        for_migration: Truth => LegalStatus,
        /// Whether the best interests came first, before prosecution and migration control.
        best_interests_first: Option<Truth> => Process,
        /// What else weighed, and how much.
        weighed: Option<Words> => Process,
    }
}

impl Checked for LibertyRestricted {}
