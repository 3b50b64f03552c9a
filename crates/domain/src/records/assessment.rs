//! Assessments.

use super::Checked;
use crate::codes::*;
use crate::fields::{FieldProblem, Line, Many, Problem, Rows, Words, group};
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
        /// Whether a return brings a reasonable risk that the child's fundamental rights are violated, or
        /// sends the child back to what it fled from (CRC GC6 §84: stricter than a serious risk).
        rights_at_risk: Option<Truth> => Personal,
        /// Of a return to which country it speaks.
        country: Option<Country> => Location,
        /// Whether it speaks of the very place and household to which the child would return.
        very_place: Option<Truth> => Process,
    }
}

impl Checked for RiskAssessment {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        place_named(self.country, self.very_place, problems);
    }
}

/// Who says that an assessment speaks of the very place of a return also says in which country that is.
fn place_named(country: Option<Country>, very_place: Option<Truth>, problems: &mut Vec<FieldProblem>) {
    if very_place.is_some_and(Truth::is_true) && country.is_none() {
        problems.push(FieldProblem::new("country", Problem::Missing));
    }
}

group! {
    /// The security situation, usually assessed by police (Warsaw Convention 16(7)).
    SecurityAssessment {
        /// Who assessed.
        assessed_by: Line => Process,
        /// Whether it finds a danger to the child or the family.
        danger: Truth => Testimony,
        /// What was found.
        findings: Words => Testimony,
        /// Of a return to which country it speaks.
        country: Option<Country> => Location,
        /// Whether it speaks of the very place and household to which the child would return.
        very_place: Option<Truth> => Process,
    }
}

impl Checked for SecurityAssessment {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        place_named(self.country, self.very_place, problems);
    }
}

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
        /// What it tells those who are asked, so that they can answer.
        tells: Option<Many<InquiryTopic>> => Process,
        /// Whether it tells each who reads it no more than that reader needs.
        only_needed: Option<Truth> => Process,
    }
}

impl Checked for InquirySent {}

group! {
    /// The report from the place of origin on the family or care unit.
    SocialInquiryReceived {
        /// Which authority reported.
        from: Line => Process,
        /// Of which country it speaks.
        country: Option<Country> => Location,
        /// Whether it speaks of the very place and household to which the child would return.
        very_place: Option<Truth> => Process,
        /// Of what it speaks: rules read this.
        covers: Option<Many<InquiryTopic>> => Process,
        /// Whether the family may be involved.
        family_involved: Truth => Testimony,
        /// Whether it finds that to live with the family is right for the child.
        family_suits: Option<Truth> => Personal,
        /// Who would care for the child.
        carer: Option<Line> => Location,
        /// Whether that person or agency has agreed.
        carer_agreed: Truth => Personal,
        /// Whether that person or agency is able to.
        carer_able: Truth => Personal,
        /// The solution it proposes.
        proposal: Words => Personal,
    }
}

impl Checked for SocialInquiryReceived {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        place_named(self.country, self.very_place, problems);
        if self.carer_agreed.is_true() && self.carer.is_none() {
            problems.push(FieldProblem::new("carer", Problem::Missing));
        }
    }
}
