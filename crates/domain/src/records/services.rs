//! Services and school.

use super::Checked;
use crate::codes::*;
use crate::fields::{Line, Words, group};
use crate::value::Truth;

group! {
    /// A service was asked to help the child.
    ServiceReferred {
        /// Which service.
        service: Service => Process,
        /// Who is asked.
        to: Line => Process,
        /// What the child, or the family, needs of it.
        need: Words => Health,
        /// How it fits the child's age, sex and special needs.
        fits: Option<Words> => Personal,
    }
}

impl Checked for ServiceReferred {}

group! {
    /// A service begins, or was given.
    ServiceDelivered {
        /// Which service.
        service: Service => Process,
        /// Who gives it.
        by: Line => Process,
        /// What is given.
        what: Words => Health,
        /// Whether it is given where health and dignity are respected, and nothing hurts the child anew.
        safe_surroundings: Option<Truth> => Process,
    }
}

impl Checked for ServiceDelivered {}

group! {
    /// A service ended, was limited, or was refused.
    ServiceEnded {
        /// Which service.
        service: Service => Process,
        /// How.
        how: ServiceEnd => Process,
        /// Why, and what takes its place.
        reasons: Words => Personal,
        /// Whether nationality or residence status is the reason, said or unsaid.
        for_status: Truth => LegalStatus,
        /// What the child was told of it.
        told_child: Option<Words> => Process,
    }
}

impl Checked for ServiceEnded {}

group! {
    /// The child begins, or goes on with, school, training or preparation for work.
    SchoolStarted {
        /// What kind.
        kind: Schooling => Process,
        /// Where.
        place: Line => Location,
        /// Whether the child wants it.
        child_wants: Truth => Process,
        /// What help the child gets with it.
        support: Option<Words> => Personal,
    }
}

impl Checked for SchoolStarted {}
