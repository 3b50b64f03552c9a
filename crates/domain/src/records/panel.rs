//! What leads to a determination and what follows: the panel, the options, challenge and review; and
//! the determination of questions other than the solution.

use super::Checked;
use crate::codes::*;
use crate::fields::{EntryRef, FieldProblem, Line, Many, Names, Problem, Words, group};
use crate::value::Truth;

group! {
    /// The people who will determine the child's best interests are called together (JGC 3/22 §32(j)).
    PanelConvened {
        /// For which question.
        about: PanelAbout => Process,
        /// Who presides.
        chair: Line => Process,
        /// The members, one per line.
        members: Names => Process,
        /// From which agencies they come.
        agencies: Many<PanelAgency> => Process,
        /// What they know.
        expertise: Many<Profession> => Process,
        /// Whether child protection guides the procedure.
        child_protection_guides: Truth => Process,
        /// Whether the migration authority decides or carries out the assessment.
        migration_decides: Truth => Process,
        /// What is put before them, and what may no longer be added.
        dossier: Words => Process,
    }
}

impl Checked for PanelConvened {}

group! {
    /// One option for the child's future is weighed, or excluded with a reason (OSCE OP9 §4.5, 5.2).
    OptionWeighed {
        /// Which.
        option: SolutionOption => Process,
        /// What it would look like: where, with whom.
        proposal: Words => Personal,
        /// What came of it.
        outcome: OptionOutcome => Process,
        /// Why it is excluded.
        why_excluded: Option<Words> => Personal,
        /// What was looked at.
        factors: Option<Many<OptionFactor>> => Process,
        /// What speaks for it.
        pros: Option<Words> => Personal,
        /// What speaks against it.
        cons: Option<Words> => Personal,
        /// Its risks, and what could be done about each.
        risks: Option<Words> => Personal,
        /// Whether it was discussed and worked out with the child, in a way that fits the child.
        with_child: Truth => Process,
        /// What the child says to it.
        child_says: Option<Words> => Voice,
    }
}

impl Checked for OptionWeighed {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let excluded = self.outcome == OptionOutcome::Excluded;
        let needed = [
            (excluded, self.why_excluded.is_none(), "why_excluded"),
            (!excluded, self.factors.is_none(), "factors"),
            (!excluded, self.pros.is_none(), "pros"),
            (!excluded, self.cons.is_none(), "cons"),
            (!excluded, self.risks.is_none(), "risks"),
        ];
        for (_, _, field) in needed.into_iter().filter(|(asked, missing, _)| *asked && *missing) {
            problems.push(FieldProblem::new(field, Problem::Missing));
        }
    }
}

group! {
    /// The best interests in a question of fundamental weight that is not the solution: separation,
    /// adoption, expulsion of the family, detention of a parent (JGC 3/22 §32(e), (g)).
    QuestionDetermined {
        /// Which question.
        question: DeterminationQuestion => Process,
        /// Whether it would be in the child's best interests.
        in_interests: Truth => Process,
        /// Which authority decided.
        decided_by: Line => Process,
        /// Whether the migration authority decided or carried out the assessment.
        migration_decided: Truth => Process,
        /// Who was heard.
        heard: Many<HeardParty> => Process,
        /// Whether it says who decided, who was heard and what each of them weighed.
        decider_named: Truth => Process,
        /// On what the effect was examined.
        impact: Many<ImpactArea> => Process,
        /// Whether it would separate the child from a parent.
        separates: Truth => Personal,
        /// Whether a separation was judged as a court judges custody.
        as_in_custody: Option<Truth> => Process,
        /// Whether, in an adoption, the best interests were paramount and not only primary.
        paramount: Option<Truth> => Process,
        /// Whether its grounds are this child's own: age, sex, maturity, background; each sibling apart.
        individual_grounds: Truth => Process,
        /// Whether the best interests came first, before prosecution and migration control.
        best_interests_first: Truth => Process,
        /// Why, with what each voice weighed and who dissented.
        reasons: Words => Personal,
    }
}

impl Checked for QuestionDetermined {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let adoption = self.question == DeterminationQuestion::Adoption;
        if adoption && self.paramount.is_none() {
            problems.push(FieldProblem::new("paramount", Problem::Missing));
        }
        if !self.separates.is_false() && !adoption && self.as_in_custody.is_none() {
            problems.push(FieldProblem::new("as_in_custody", Problem::Missing));
        }
    }
}

group! {
    /// A determination is challenged, or new facts ask that it be looked at again (JGC 3/22 §32(c)).
    DeterminationChallenged {
        /// The number of the entry with the determination.
        determination: EntryRef => Process,
        /// Who asks for the review.
        by: ChallengedBy => Process,
        /// On what grounds.
        grounds: Many<ChallengeGround> => Process,
        /// What is said against it, or what is new.
        says: Words => Personal,
        /// To whom it goes.
        to: Line => Process,
    }
}

impl Checked for DeterminationChallenged {}

group! {
    /// A determination was reviewed: it is upheld, or the question is open again.
    DeterminationReviewed {
        /// The number of the entry with the challenge.
        challenge: EntryRef => Process,
        /// What came of it.
        outcome: ReviewOutcome => Process,
        /// Who reviewed it.
        by: Line => Process,
        /// Whether somebody reviewed it who had not decided it.
        independent: Truth => Process,
        /// Why.
        reasons: Words => Personal,
        /// Whether it was explained to the child and the child understood.
        explained: Truth => Process,
    }
}

impl Checked for DeterminationReviewed {}

group! {
    /// The decision that the child goes to a third country, to live there.
    ThirdCountryDecided {
        /// Which country.
        country: Country => Location,
        /// Who receives the child there.
        received_by: Line => Location,
        /// Whether a secure residence there is granted or promised.
        residence_secured: Truth => LegalStatus,
        /// Whether the child wants it.
        child_agrees: Truth => Process,
        /// Why.
        reasons: Words => Personal,
        /// Whether it says who decided, who was heard and what each of them weighed (OSCE OP9 §5.3).
        decider_named: Option<Truth> => Process,
        /// Whether the best interests came first, before prosecution and migration control.
        best_interests_first: Truth => Process,
    }
}

impl Checked for ThirdCountryDecided {}
