//! Who stands beside the child: lawyer, interpreter, team; and the guardian's own contact.

use super::Checked;
use crate::codes::*;
use crate::fields::{FieldProblem, Line, Names, Problem, Words, group};
use crate::value::Truth;

group! {
    /// A lawyer was appointed for the child.
    LawyerAppointed {
        /// The lawyer's name.
        lawyer: Names => Process,
        /// What the lawyer does.
        role: LawyerRole => Process,
        /// Who appointed.
        appointed_by: Line => Process,
        /// Whether it costs the child nothing.
        free: Truth => Process,
        /// Whether the lawyer knows the law of children and of trafficking.
        qualified: Truth => Process,
        /// Whether the lawyer is independent of the authorities that decide.
        independent: Truth => Process,
        /// Whether the lawyer is meant to be the guardian as well.
        instead_of_guardian: Truth => Process,
    }
}

impl Checked for LawyerAppointed {}

group! {
    /// An interpreter or cultural mediator was engaged for the child.
    InterpreterEngaged {
        /// Interpreter or cultural mediator.
        role: InterpreterRole => Process,
        /// The person's name, or the service and its number.
        who: Names => Process,
        /// The language.
        language: Language => Process,
        /// Whether the person is trained for work with children.
        trained: Truth => Process,
        /// Whether it was checked that the person has no ties to the family, the traffickers or the child's home community.
        independent: Truth => Process,
        /// How it was checked.
        checked: Option<Words> => Process,
        /// Whether the child accepts the person.
        child_accepts: Truth => Process,
    }
}

impl Checked for InterpreterEngaged {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        if self.independent.is_true() && self.checked.is_none() {
            problems.push(FieldProblem::new("checked", Problem::Missing));
        }
    }
}

group! {
    /// Somebody joined the team of the case, or left it.
    TeamChanged {
        /// The person's name.
        who: Names => Process,
        /// What the person does in the case.
        role: TeamRole => Process,
        /// Joined or left.
        change: TeamChange => Process,
        /// To whom the work was handed over.
        handed_to: Option<Line> => Process,
        /// What the child was told of it.
        told_child: Option<Words> => Process,
    }
}

impl Checked for TeamChanged {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        if self.change == TeamChange::Joined && self.handed_to.is_some() {
            problems.push(FieldProblem::new("handed_to", Problem::Contradicts("change")));
        }
    }
}

group! {
    /// The guardian met the child.
    GuardianMetChild {
        /// How.
        form: MeetingForm => Process,
        /// Whether child and guardian could speak alone.
        alone: Truth => Process,
        /// Where.
        place: Option<Line> => Location,
        /// What they spoke about, as far as the child allows it to be written.
        about: Option<Words> => Personal,
        /// What the child says.
        child_says: Option<Words> => Voice,
    }
}

impl Checked for GuardianMetChild {}
