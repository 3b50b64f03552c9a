//! Taking a child out of the family and keeping the two in touch; the end of restrictions of liberty; the way
//! into a place and out of care.

use super::Checked;
use crate::codes::*;
use crate::fields::{EntryRef, FieldProblem, Line, Many, Problem, Words, group};
use crate::time::PartialDate;
use crate::value::Truth;

group! {
    /// It is decided that the child is taken out of the care of the family (UN Guidelines 11, 14; OSCE OP9
    /// §4.1.3, 5.3.1). A court that confirms what was done in a hurry is recorded here once more.
    RemovedFromFamily {
        /// From whose care.
        from_whom: Line => Personal,
        /// Why.
        grounds: Words => Personal,
        /// Who decides.
        decided_by: RemovalDecider => Process,
        /// Which court or authority, and its reference.
        approval: Option<Line> => LegalStatus,
        /// Whether nothing less would keep the child safe.
        nothing_less: Truth => Process,
        /// What was tried or weighed so that the child could stay.
        alternatives: Option<Words> => Personal,
        /// Whether it is temporary where that is possible, and as short as possible.
        shortest: Truth => Process,
        /// When it ends or is looked at again.
        until: Option<PartialDate> => Process,
        /// Whether the interests of brothers, sisters and the rest of the family were looked at.
        family_considered: Truth => Process,
        /// What becomes of brothers and sisters.
        siblings: Option<Words> => Personal,
        /// How near to home the child stays.
        near_home: Option<Nearness> => Location,
    }
}

impl Checked for RemovedFromFamily {}

group! {
    /// Child and family were in touch, or why they are not.
    FamilyContact {
        /// What came of it.
        kind: FamilyContactKind => Process,
        /// With whom.
        with: Many<Relation> => Personal,
        /// How.
        form: Option<MeetingForm> => Process,
        /// Whether the contact is safe.
        safe: Truth => Personal,
        /// Whether the child wants it.
        child_wants: Truth => Voice,
        /// What the child says of it.
        child_says: Option<Words> => Voice,
        /// How it was, what comes next, or why there is none.
        account: Option<Words> => Personal,
    }
}

impl Checked for FamilyContact {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        let held = self.kind == FamilyContactKind::TookPlace;
        if held && self.form.is_none() {
            problems.push(FieldProblem::new("form", Problem::Missing));
        }
        // Whoever keeps a child and a family apart says why.
        if self.kind == FamilyContactKind::AgainstInterests && self.account.is_none() {
            problems.push(FieldProblem::new("account", Problem::Missing));
        }
    }
}

group! {
    /// A restriction of liberty was looked at again.
    LibertyReviewed {
        /// Which restriction.
        restriction: EntryRef => Process,
        /// Who looked at it.
        by: Line => Process,
        /// Whether it is still necessary, and nothing less would do.
        still_necessary: Truth => Process,
        /// What it does to the child.
        effect: Words => Personal,
        /// What the child says of it.
        child_says: Option<Words> => Voice,
        /// Whether the recorded reasons lie open to an independent authority (OSCE OP9 Rec. accommodation 5).
        reasons_open: Truth => Process,
        /// To which authority.
        open_to: Option<Line> => Process,
    }
}

impl Checked for LibertyReviewed {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        open_to_whom(self.reasons_open, self.open_to.as_ref(), problems);
    }
}

group! {
    /// A restriction of liberty ended before its day.
    LibertyLifted {
        /// Which restriction.
        restriction: EntryRef => Process,
        /// Why it ended.
        why: Words => Personal,
        /// What keeps the child safe instead.
        instead: Option<Words> => Personal,
        /// What it did to the child.
        effect: Option<Words> => Personal,
        /// What the child was told, and says.
        child_says: Option<Words> => Voice,
        /// Whether the recorded reasons lie open to an independent authority (OSCE OP9 Rec. accommodation 5).
        reasons_open: Truth => Process,
        /// To which authority.
        open_to: Option<Line> => Process,
    }
}

impl Checked for LibertyLifted {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        open_to_whom(self.reasons_open, self.open_to.as_ref(), problems);
    }
}

fn open_to_whom(open: Truth, to: Option<&Line>, problems: &mut Vec<FieldProblem>) {
    if open == Truth::True && to.is_none() {
        problems.push(FieldProblem::new("open_to", Problem::Missing));
    }
}

group! {
    /// A first visit to the place where the child will live or has just come to live (OSCE OP9 §6.5).
    IntroductoryVisit {
        /// Which place.
        place: Line => Location,
        /// Whether the child was there before moving in.
        before_moving: Truth => Process,
        /// Who came along.
        who_came: Many<PresentPerson> => Process,
        /// How the child was welcomed, and what was shown.
        welcome: Words => Personal,
        /// What the child says of the place.
        child_says: Option<Words> => Voice,
        /// What has still to be changed there.
        to_change: Option<Words> => Process,
    }
}

impl Checked for IntroductoryVisit {}

group! {
    /// What came after alternative care (OSCE OP9 §7.2.2).
    LeftAlternativeCare {
        /// Where the child lives now.
        next: AfterCare => Location,
        /// Whether the child chose it.
        child_chose: Truth => Process,
        /// What the child chose to do, in the child's words.
        child_says: Option<Words> => Voice,
        /// School, training or work.
        occupation: Option<Line> => Personal,
        /// What the care did for the child, as far as is known.
        effect: CareEffect => Personal,
        /// What worked and what did not.
        account: Option<Words> => Personal,
        /// Whom the child can call.
        whom_to_call: Option<Line> => Process,
    }
}

impl Checked for LeftAlternativeCare {}
