//! What is asked for and ordered, what is answered and carried out, and what is refused.

use super::Checked;
use crate::codes::*;
use crate::fields::{EntryRef, FieldProblem, Line, Many, Names, Problem, Words, group};
use crate::time::PartialDate;
use crate::value::Truth;

group! {
    /// The child, or somebody for the child, asks for something.
    RequestMade {
        /// Who asks.
        by: AskedBy => Process,
        /// What for.
        kind: RequestKind => Process,
        /// The request, in the words of the one who asks.
        request: Words => Voice,
        /// Whom it concerns.
        to: Line => Process,
    }
}

impl Checked for RequestMade {}

group! {
    /// A request, or what a parent or relative asked for, was answered.
    RequestAnswered {
        /// The number of the entry that asked.
        request: EntryRef => Process,
        /// What was answered.
        reply: Reply => Process,
        /// Who answered.
        by: Line => Process,
        /// Why.
        reasons: Words => Process,
        /// Whether the answer was explained to the child and the child understood.
        explained: Truth => Process,
    }
}

impl Checked for RequestAnswered {}

group! {
    /// A court or authority ordered something that concerns the child.
    OrderMade {
        /// What it is about.
        kind: OrderKind => LegalStatus,
        /// The court or authority, and its reference.
        by: Line => LegalStatus,
        /// What is ordered.
        order: Words => LegalStatus,
        /// By when it is to be carried out.
        carry_out_by: Option<PartialDate> => Process,
        /// Whether it follows from a report of violence or exploitation by the child or the family.
        after_report: Option<Truth> => Testimony,
    }
}

impl Checked for OrderMade {}

group! {
    /// An order was carried out, or reported back as not carried out.
    OrderCarriedOut {
        /// The number of the entry with the order.
        order: EntryRef => Process,
        /// Whether it was carried out.
        done: bool => Process,
        /// How it was carried out.
        how: Option<Words> => Process,
        /// Why it was not.
        why_not: Option<Words> => Process,
        /// To whom that was reported back.
        reported_to: Option<Line> => Process,
    }
}

impl Checked for OrderCarriedOut {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let mut need = |missing: bool, field: &str| {
            if missing {
                problems.push(FieldProblem::new(field, Problem::Missing));
            }
        };
        need(self.done && self.how.is_none(), "how");
        need(!self.done && self.why_not.is_none(), "why_not");
        need(!self.done && self.reported_to.is_none(), "reported_to");
        if self.done && self.why_not.is_some() {
            problems.push(FieldProblem::new("why_not", Problem::Contradicts("done")));
        }
    }
}

group! {
    /// A service, protection or procedure was refused, ended, or given only on a condition.
    ServiceRefused {
        /// What.
        service: ServiceKind => Process,
        /// If it is the right to stay: which status.
        status: Option<StatusKind> => LegalStatus,
        /// Refused, ended, or only on a condition.
        kind: RefusalKind => Process,
        /// By whom.
        by: Line => Process,
        /// On what grounds.
        grounds: Many<RefusalGround> => LegalStatus,
        /// In the words of the refusal, with the condition.
        reasons: Words => LegalStatus,
        /// Whether the child was told, and how to challenge it.
        told_child: Truth => Process,
    }
}

impl Checked for ServiceRefused {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        if self.service == ServiceKind::Residence && self.status.is_none() {
            problems.push(FieldProblem::new("status", Problem::Missing));
        }
    }
}

group! {
    /// A refusal or a condition was taken back, or the child has what was refused by another way.
    RefusalEnded {
        /// The number of the entry with the refusal.
        refusal: EntryRef => Process,
        /// What the child has now, and from whom.
        how: Words => Process,
    }
}

impl Checked for RefusalEnded {}

group! {
    /// A parent or relative asks for the child.
    ParentAsks {
        /// The person's name in every writing given, one per line.
        names: Names => Personal,
        /// What the person says to be to the child.
        relation: Relation => Personal,
        /// What is asked for.
        asks: ParentAsk => Personal,
        /// The claim in the person's own words.
        claim: Words => Testimony,
        /// Where the person is.
        whereabouts: Option<Line> => Location,
        /// Whether the person knows where the child lives.
        knows_place: Truth => Location,
    }
}

impl Checked for ParentAsks {}
