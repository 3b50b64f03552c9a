//! Where the child lives, and liberty.

use super::Checked;
use crate::codes::*;
use crate::fields::{Line, Many, Words, group};
use crate::time::PartialDate;
use crate::value::Truth;

group! {
    /// The child begins to live somewhere.
    PlacementStarted {
        /// What kind of place.
        kind: PlacementKind => Process,
        /// The provider or family.
        provider: Line => Location,
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
    }
}

impl Checked for PlacementStarted {}

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
        /// The day on which it ends.
        ends: Option<PartialDate> => Process,
        /// Whether it serves migration enforcement.
        for_migration: Truth => LegalStatus,
        /// Whether the best interests came first, before prosecution and migration control.
        best_interests_first: Option<Truth> => Process,
        /// What else weighed, and how much.
        weighed: Option<Words> => Process,
    }
}

impl Checked for LibertyRestricted {}
