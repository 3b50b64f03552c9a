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
        language: Line => Process,
        /// How.
        form: InformationForm => Process,
        /// Whether the child understood it.
        understood: Truth => Process,
        /// What was said.
        content: Option<Words> => Process,
    }
}

impl Checked for InformationGiven {}

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
        language: Option<Line> => Process,
        /// Who was present.
        present: Option<Line> => Process,
        /// Whether an independent interpreter took part.
        interpreter: Option<Truth> => Process,
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
        if !self.heard && self.says.is_some() {
            problems.push(FieldProblem::new("says", Problem::Contradicts("heard")));
        }
    }
}
