//! From the referral to the presumption that the child was trafficked.

use super::Checked;
use crate::codes::*;
use crate::fields::{FieldProblem, Line, Many, Names, Problem, Staff, Words, group};
use crate::time::PartialDate;
use crate::value::Truth;

group! {
    /// Somebody told the lead authority of a child. Opens the stream; the lead's clock runs from it.
    ReferralReceived {
        /// Who refers.
        source: ReferralSource => Informant,
        /// The child's name in every writing given, one per line.
        names: Option<Names> => Personal,
        /// Sex as recorded.
        sex: Option<Sex> => Personal,
        /// What happened and where the child was found.
        circumstances: Words => Testimony,
        /// What was noticed.
        indicators: Option<Many<Indicator>> => Testimony,
        /// Whether the child is in danger now.
        immediate_danger: Truth => Personal,
        /// With whom the child is.
        company: Company => Personal,
        /// Date of birth as claimed or documented; month and day may be missing.
        born: Option<PartialDate> => Personal,
        /// Lowest age the child seems to be, in years.
        apparent_age_from: Option<u32> => Personal,
        /// Highest age the child seems to be, in years.
        apparent_age_to: Option<u32> => Personal,
        /// Where the child is now.
        where_now: Option<Line> => Location,
        /// The language that the child speaks best.
        speaks: Option<Language> => Personal,
        /// What else the child speaks, and how well.
        also_speaks: Option<Line> => Personal,
        /// Whether the child needs an interpreter here.
        needs_interpreter: Option<Truth> => Personal,
    }
}

impl Checked for ReferralReceived {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        ages_in_order(
            self.apparent_age_from,
            self.apparent_age_to,
            "apparent_age_to",
            "apparent_age_from",
            problems,
        );
    }
}

fn ages_in_order(from: Option<u32>, to: Option<u32>, at: &str, other: &'static str, problems: &mut Vec<FieldProblem>) {
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        problems.push(FieldProblem::new(at, Problem::Contradicts(other)));
    }
    for (age, field) in [(from, other), (to, at)] {
        if age.is_some_and(|a| a > 40) {
            problems.push(FieldProblem::new(field, Problem::NotANumber(0, 40)));
        }
    }
}

group! {
    /// The lead authority takes the referral as a case of its own.
    ReferralAccepted {
        /// The name under which the case is shown, not the child's own.
        pseudonym: Line => Process,
        /// The caseworker who carries the case.
        caseworker: Staff => Process,
    }
}

impl Checked for ReferralAccepted {}

group! {
    /// The age is uncertain and there is reason to believe that the person is a child
    /// (Warsaw Convention 10(3)).
    AgePresumed {
        /// Lowest likely age, in years.
        apparent_age_from: u32 => Personal,
        /// Highest likely age, in years.
        apparent_age_to: u32 => Personal,
        /// Why.
        grounds: Words => Personal,
    }
}

impl Checked for AgePresumed {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let (from, to) = (Some(self.apparent_age_from), Some(self.apparent_age_to));
        ages_in_order(from, to, "apparent_age_to", "apparent_age_from", problems);
    }
}

group! {
    /// An age was verified, by documents, a registry or an assessment (CM/Rec(2022)22 for the last).
    AgeVerified {
        /// How.
        method: AgeMethod => Personal,
        /// What was found.
        result: AgeResult => Personal,
        /// Date of birth found; month and day may be missing.
        born: Option<PartialDate> => Personal,
        /// Why, with the margin of error and how it was counted for the child.
        reasons: Words => Personal,
        /// In an assessment: whether there was serious doubt of the age, and no other way to learn it.
        last_resort: Option<Truth> => Personal,
        /// In an assessment: whether several professions took part.
        multidisciplinary: Option<Truth> => Personal,
        /// In an assessment: whether the least invasive method that serves was chosen.
        least_invasive: Option<Truth> => Personal,
        /// In an assessment: whether the child, or the guardian for the child, consented.
        consent: Option<Truth> => Personal,
        /// In an assessment: whether the margin of error was counted for the child.
        margin_counted: Option<Truth> => Personal,
        /// In an assessment: whether the child was told how to challenge the result.
        challenge_explained: Option<Truth> => Personal,
    }
}

impl Checked for AgeVerified {}

group! {
    /// There are reasonable grounds to believe that the child was trafficked.
    VictimPresumed {
        /// The grounds.
        grounds: Words => Testimony,
        /// Form of exploitation, meant or done.
        exploitation: Many<Exploitation> => Testimony,
        /// Whether a border was crossed. Trafficking needs no border.
        crossed_border: Truth => Personal,
        /// How the child is or was held. Of a child no means need be shown (Palermo 3(c)).
        control: Option<Many<ControlMethod>> => Testimony,
        /// How the child was recruited.
        recruited: Option<Recruitment> => Testimony,
        /// In sexual exploitation: in which form.
        sexual_form: Option<Many<SexualForm>> => Testimony,
        /// In labour: in which trade.
        industry: Option<Industry> => Testimony,
    }
}

impl Checked for VictimPresumed {}
