//! The people around the child.

use super::Checked;
use crate::codes::*;
use crate::fields::{BookRef, FieldProblem, Line, Names, Problem, Words, group};
use crate::value::Truth;

group! {
    /// A person in the child's life, in the words of the claim.
    PersonLinked {
        /// The person's name in every writing given, one per line.
        names: Names => Personal,
        /// What the person is to the child.
        relation: Relation => Personal,
        /// The relation as it was claimed, for example "says that he is an uncle".
        claim: Option<Line> => Personal,
        /// Whether the relation was verified.
        verified: Truth => Personal,
        /// Whether the person may be complicit.
        suspected: Truth => Testimony,
        /// Whether the person accompanies the child now.
        accompanies: Truth => Personal,
        /// Whether the person knows where the child lives.
        knows_place: Truth => Location,
        /// Where the person lives.
        lives: Option<PersonLives> => Location,
    }
}

impl Checked for PersonLinked {}

group! {
    /// A guardian was appointed for the child.
    GuardianAppointed {
        /// The guardian, as the person stands in the authority's book.
        in_book: Option<BookRef> => Process,
        /// The guardian's name; needed of who does not stand in the book.
        guardian: Option<Names> => Process,
        /// Provisional until a court or authority confirms.
        kind: GuardianKind => Process,
        /// Who appointed.
        appointed_by: Line => Process,
        /// Whether the guardian is trained.
        trained: Truth => Process,
        /// Whether the guardian can contradict the state bodies that decide.
        independent: Truth => Process,
        /// Whether the guardian also looks after the child, or heads the place where the child lives (OSCE OP9 §4.3.2).
        cares_for_child: Option<Truth> => Process,
        /// Children the guardian stands for, this one included.
        children: Option<u32> => Process,
    }
}

impl Checked for GuardianAppointed {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        if self.in_book.is_none() && self.guardian.is_none() {
            problems.push(FieldProblem::new("guardian", Problem::Missing));
        }
    }
}

group! {
    /// The guardian's office ended.
    GuardianEnded {
        /// Why.
        reason: GuardianEnd => Process,
        /// What the child was told of it.
        told_child: Option<Words> => Process,
    }
}

impl Checked for GuardianEnded {}
