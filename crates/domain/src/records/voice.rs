//! What the child is told, and what the child says.

use super::Checked;
use crate::codes::*;
use crate::fields::{FieldProblem, Line, Many, Problem, Words, group};
use crate::value::Truth;

group! {
    /// The child was given information, in a language and form that the child understands.
    InformationGiven {
        /// About what.
        topics: Many<Topic> => Process,
        /// In which language.
        language: Language => Process,
        /// How.
        form: InformationForm => Process,
        /// Whether the child understood it.
        understood: Truth => Process,
        /// Whether the child is too young to be told, and who stands for the child was told instead (OSCE
        /// OP9 Glossary: the child has a say, unless too young).
        too_young: Option<Truth> => Process,
        /// What was said.
        content: Option<Words> => Process,
    }
}

impl Checked for InformationGiven {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        if self.understood.is_true() && self.too_young == Some(Truth::True) {
            problems.push(FieldProblem::new("too_young", Problem::Contradicts("understood")));
        }
    }
}

group! {
    /// The child was heard, or could not be, and why.
    ViewsHeard {
        /// On what.
        topics: Many<Topic> => Process,
        /// Whether the child could be heard.
        heard: bool => Process,
        /// Why the child could not be heard.
        why_not: Option<Words> => Process,
        /// What the child says, in the language spoken.
        says: Option<Words> => Voice,
        /// The same in translation.
        translation: Option<Words> => Voice,
        /// The language the child spoke.
        language: Option<Language> => Process,
        /// Who was present.
        present: Option<Line> => Process,
        /// The same, as codes: rules read these.
        who_present: Option<Many<PresentPerson>> => Process,
        /// Whether an independent interpreter took part.
        interpreter: Option<Truth> => Process,
        /// For a return within the thirty days of reflection: whether the child wants it now, of the child's own
        /// accord (Warsaw 13).
        own_wish: Option<Truth> => Process,
        /// The weight given to the views, and why.
        weight: Option<Words> => Process,
    }
}

impl Checked for ViewsHeard {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let mut need = |missing: bool, field: &str| {
            if missing {
                problems.push(FieldProblem::new(field, Problem::Missing));
            }
        };
        need(self.heard && self.says.is_none(), "says");
        need(self.heard && self.weight.is_none(), "weight");
        need(!self.heard && self.why_not.is_none(), "why_not");
        if !self.heard && self.own_wish == Some(Truth::True) {
            problems.push(FieldProblem::new("own_wish", Problem::Contradicts("heard")));
        }
        if !self.heard && self.says.is_some() {
            problems.push(FieldProblem::new("says", Problem::Contradicts("heard")));
        }
    }
}

group! {
    /// A service, a placement or a measure was explained to the child, who agrees or objects
    /// (OSCE OP9 §2.4.5).
    ConsentGiven {
        /// To what.
        subject: ConsentSubject => Process,
        /// Which service, when it is one.
        service: Option<Service> => Process,
        /// What exactly.
        what: Words => Personal,
        /// Whether it was explained so that the child understands it, and that the child may say no.
        explained: Truth => Process,
        /// What the child answers.
        answer: ConsentAnswer => Process,
        /// What the child says to it.
        says: Option<Words> => Voice,
        /// Whether the guardian or parent who stands for the child agrees.
        guardian_agrees: Option<Truth> => Process,
    }
}

impl Checked for ConsentGiven {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let of_service = self.subject == ConsentSubject::Service;
        if of_service && self.service.is_none() {
            problems.push(FieldProblem::new("service", Problem::Missing));
        }
        if !of_service && self.service.is_some() {
            problems.push(FieldProblem::new("service", Problem::Contradicts("subject")));
        }
    }
}

group! {
    /// The child, or somebody for the child, complains.
    ComplaintMade {
        /// About what or whom.
        about: ComplaintAbout => Process,
        /// What the complaint says.
        says: Words => Voice,
        /// To whom it goes.
        to: Line => Process,
        /// Whether who receives it is independent of the carer and of those it is about.
        independent: Truth => Process,
        /// Whether the child was told who answers, and how.
        told_child: Truth => Process,
    }
}

impl Checked for ComplaintMade {}

group! {
    /// The child was, or is to be, interviewed by an official.
    InterviewHeld {
        /// What for.
        purpose: InterviewPurpose => Process,
        /// About what.
        topics: Many<InterviewTopic> => Process,
        /// Whether the child is asked about those who exploited.
        asked_about_offenders: Truth => Process,
        /// Who asks.
        by: Line => Process,
        /// How many officials question the child or are in the room.
        officials: u32 => Process,
        /// Whether the child has spoken with this interviewer before; for a first interview there is nothing to say.
        same_interviewer: Option<Truth> => Process,
        /// Whether it is where the child was interviewed before; for a first interview there is nothing to say.
        same_place: Option<Truth> => Process,
        /// Where.
        place: InterviewPlace => Process,
        /// Who else is present.
        who_present: Many<PresentPerson> => Process,
        /// Who stands at the child's side.
        at_side: AtSide => Process,
        /// Whether a reasoned decision excludes the person who should stand there.
        excluded_by_decision: Option<Truth> => Process,
        /// Who decided that, whom it excludes, and why.
        exclusion: Option<Words> => Process,
        /// Whether a recording is kept, so that the child need not say it again.
        recording_kept: Truth => Process,
        /// What the child said, where it is not left to the recording.
        account: Option<Words> => Testimony,
    }
}

impl Checked for InterviewHeld {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let excluded = self.excluded_by_decision == Some(Truth::True);
        if excluded && self.exclusion.is_none() {
            problems.push(FieldProblem::new("exclusion", Problem::Missing));
        }
        if !excluded && self.exclusion.is_some() {
            problems.push(FieldProblem::new(
                "exclusion",
                Problem::Contradicts("excluded_by_decision"),
            ));
        }
        let alone = self.who_present.has(PresentPerson::NobodyElse);
        if alone && self.who_present.0.len() > 1 {
            problems.push(FieldProblem::new("who_present", Problem::Contradicts("who_present")));
        }
        if alone && self.at_side != AtSide::Nobody {
            problems.push(FieldProblem::new("at_side", Problem::Contradicts("who_present")));
        }
    }
}

group! {
    /// A house rule or a restriction is applied to the child, with its reason and its limits.
    RestrictionExplained {
        /// What it concerns.
        kind: HouseRule => Process,
        /// What the rule says.
        rule: Words => Process,
        /// Why.
        reason: Words => Personal,
        /// Where it ends: how long, how far, what stays free.
        limits: Words => Process,
        /// Whether reason and limits were explained so that the child understands them.
        explained: Truth => Process,
        /// Whether it fits this child.
        fits_child: Truth => Process,
        /// Whether it touches another right of the child.
        touches_right: Truth => Process,
        /// What the child can still choose.
        choices: Option<Words> => Process,
        /// What the child says.
        says: Option<Words> => Voice,
    }
}

impl Checked for RestrictionExplained {}

group! {
    /// How old and how mature the child is in the eyes of those who know the child, and how to speak so
    /// that the child understands. It says what weight the child's word can have; it verifies no age.
    MaturityNoted {
        /// Who says so.
        by: Many<Profession> => Process,
        /// What the child understands and can decide alone.
        findings: Words => Personal,
        /// How to speak with this child.
        how_to_speak: Words => Personal,
    }
}

impl Checked for MaturityNoted {}
