//! Assessments.

use super::Checked;
use crate::codes::*;
use crate::fields::{Line, Many, Rows, Words, group};
use crate::time::PartialDate;
use crate::value::Truth;

group! {
    /// What the child needs: the starting point of case management (OSCE OP9 §4.1.2).
    NeedsAssessment {
        /// Areas in which there is a need.
        areas: Many<NeedArea> => Personal,
        /// What the child needs, how long and how exploited, what harm.
        findings: Words => Personal,
        /// Where the child sleeps tonight, and later.
        sleeps: Words => Location,
        /// Whether alternative care is needed.
        needs_care: Truth => Personal,
        /// How long the child was exploited, and how.
        how_long: Option<Words> => Testimony,
        /// What harm was done.
        harm: Option<Words> => Health,
        /// What the assessment speaks of: rules read this.
        covers: Option<Many<NeedsContent>> => Process,
    }
}

impl Checked for NeedsAssessment {}

group! {
    /// One risk with the measure against it.
    Risk {
        /// Which.
        risk: RiskKind => Personal,
        /// How likely.
        likelihood: Level => Personal,
        /// How severe.
        severity: Level => Personal,
        /// What is done against it.
        measure: Words => Personal,
        /// Who does it.
        owner: Line => Personal,
        /// By when.
        by: Option<PartialDate> => Personal,
    }
}

group! {
    /// The risks the child faces, with measures to mitigate each. Needed anew at each move.
    RiskAssessment {
        /// Why now.
        occasion: RiskOccasion => Personal,
        /// The risks.
        risks: Rows<Risk> => Personal,
        /// Whether a return would bring a serious risk to the child or the family.
        serious_risk_on_return: Truth => Personal,
        /// Whether a social inquiry of the place of origin is part of it.
        with_social_inquiry: Option<Truth> => Personal,
    }
}

impl Checked for RiskAssessment {}

group! {
    /// The security situation, usually assessed by police (Warsaw Convention 16(7)).
    SecurityAssessment {
        /// Who assessed.
        assessed_by: Line => Process,
        /// Whether it finds a danger to the child or the family.
        danger: Truth => Testimony,
        /// What was found.
        findings: Words => Testimony,
    }
}

impl Checked for SecurityAssessment {}

group! {
    /// A social inquiry or a tracing request goes to an authority in the place of origin.
    InquirySent {
        /// Which authority is asked.
        to: Line => Process,
        /// What it is asked.
        asks: Many<InquiryTopic> => Process,
        /// Whether it was assessed that sending it does not itself expose the child.
        safe: Truth => Process,
        /// Why it is safe, and what is held back: who will read it, who may learn of it.
        why_safe: Words => Personal,
    }
}

impl Checked for InquirySent {}

group! {
    /// The report from the place of origin on the family or care unit.
    SocialInquiryReceived {
        /// Which authority reported.
        from: Line => Process,
        /// Whether it speaks of the risk of re-trafficking.
        covers_retrafficking: Truth => Process,
        /// Whether the family may be involved.
        family_involved: Truth => Testimony,
        /// Whether somebody has agreed, and is able, to care for the child.
        care_available: Truth => Personal,
        /// The solution it proposes.
        proposal: Words => Personal,
    }
}

impl Checked for SocialInquiryReceived {}
