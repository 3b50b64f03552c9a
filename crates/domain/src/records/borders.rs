//! Across borders: inquiries from hand to hand, what a return needs before it begins, and what comes after it.

use super::Checked;
use crate::codes::*;
use crate::fields::{EntryRef, FieldProblem, Line, Many, Names, Problem, Words, group};
use crate::time::PartialDate;
use crate::value::Truth;

group! {
    /// An inquiry about a child reached us from another state (OSCE OP9 §4.5.2).
    InquiryReceived {
        /// Who asks.
        from: Line => Process,
        /// In which country the child is, or from which the question comes.
        country: Country => Process,
        /// Its reference there, or the number under which it was registered here.
        reference: Option<Line> => Process,
        /// What is asked.
        asks: Many<InquiryTopic> => Process,
        /// What it says of the child and the family.
        says: Words => Testimony,
    }
}

impl Checked for InquiryReceived {}

group! {
    /// An inquiry went from one hand to the next. From these the days at each hand can be counted.
    InquiryPassedOn {
        /// The number of the entry with the inquiry.
        inquiry: EntryRef => Process,
        /// From which hand it goes.
        from_hand: InquiryHand => Process,
        /// To which hand it goes.
        to_hand: InquiryHand => Process,
        /// To whom.
        to: Line => Process,
    }
}

impl Checked for InquiryPassedOn {}

group! {
    /// An inquiry that reached us was answered.
    InquiryAnswerSent {
        /// The number of the entry with the inquiry.
        inquiry: EntryRef => Process,
        /// To whom the answer went.
        to: Line => Process,
        /// Of what the answer speaks.
        covers: Many<InquiryTopic> => Process,
        /// What was found.
        findings: Words => Personal,
        /// The solution that is proposed.
        proposal: Option<Words> => Personal,
    }
}

impl Checked for InquiryAnswerSent {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        if self.covers.has(InquiryTopic::Proposal) && self.proposal.is_none() {
            problems.push(FieldProblem::new("proposal", Problem::Missing));
        }
    }
}

group! {
    /// Local services of two states spoke or wrote with each other directly (OSCE OP9 §4.5.2).
    DirectContact {
        /// With whom.
        with: Line => Process,
        /// In which country.
        country: Country => Process,
        /// About what.
        about: Words => Personal,
        /// Whether the focal point knows of it.
        focal_point_told: Truth => Process,
    }
}

impl Checked for DirectContact {}

group! {
    /// A consulate or embassy is contacted about the child (UN Guidelines 150).
    ConsularContact {
        /// Of which country.
        country: Country => Process,
        /// Which consulate or embassy.
        contact: Line => Process,
        /// What for.
        purpose: ConsularPurpose => Process,
        /// Why it serves the child.
        grounds: Words => Personal,
        /// Whether it is in the child's interests.
        in_interests: Truth => Process,
        /// Whether it was assessed first that it endangers neither the child nor the family.
        safe: Truth => Process,
        /// Whether the child fled from that state, or asks for protection from it.
        fled: Truth => LegalStatus,
        /// What is told, and what is held back.
        told: Words => Personal,
    }
}

impl Checked for ConsularContact {}

group! {
    /// The plan for the child's life after the return, made with the child (JGC 3/22 §32(k)).
    ReintegrationPlan {
        /// For which country.
        country: Country => Location,
        /// Who drew it up, here and there.
        drawn_up_by: Line => Process,
        /// Whether the child helped to make it.
        with_child: Truth => Process,
        /// Why the child did not.
        why_without: Option<Words> => Process,
        /// What the plan provides for: rules read this.
        covers: Many<ReintegrationContent> => Process,
        /// What protects the child from the first day.
        at_once: Words => Personal,
        /// What carries the child in the long term.
        long_term: Words => Personal,
        /// What the child says to it.
        says: Option<Words> => Voice,
        /// Who answers for it there.
        responsible: Line => Process,
        /// When it is looked at again.
        review: Option<PartialDate> => Process,
    }
}

impl Checked for ReintegrationPlan {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        if !self.with_child.is_true() && self.why_without.is_none() {
            problems.push(FieldProblem::new("why_without", Problem::Missing));
        }
    }
}

group! {
    /// The service in the place of return was contacted (ICMPD TRM measure 6, step 2).
    OriginContacted {
        /// In which country.
        country: Country => Process,
        /// Which service.
        service: Line => Process,
        /// What was exchanged and agreed.
        about: Words => Personal,
        /// Whether both sides agree on how the return goes.
        agreed: Truth => Process,
    }
}

impl Checked for OriginContacted {}

group! {
    /// The service in the place of return said that it will receive and help the child, or will not
    /// (ICMPD TRM measure 6, step 4).
    ReceptionConfirmed {
        /// In which country.
        country: Country => Process,
        /// Who confirms.
        by: Line => Process,
        /// Whether it will receive the child.
        will_receive: Truth => Process,
        /// Whether it will help the child.
        will_help: Truth => Process,
        /// Who waits where and when, and what help is ready.
        arrangements: Words => Location,
    }
}

impl Checked for ReceptionConfirmed {}

group! {
    /// What the practitioners know of the child was handed over to the service in the place of return
    /// (OSCE OP9 §7.2.1).
    HandoverSent {
        /// To whom.
        to: Line => Process,
        /// What is to be known of the child's health.
        health: Words => Health,
        /// How the child feels, what frightens and what helps.
        emotional: Words => Health,
        /// Remarks of those who worked with the child.
        remarks: Words => Personal,
        /// Whether the child knows what was handed over.
        child_knows: Truth => Process,
    }
}

impl Checked for HandoverSent {}

group! {
    /// What the child needs for the journey was given (ICMPD TRM measure 7, step 1).
    TravelDocuments {
        /// Whether the child has valid papers for the whole journey.
        papers: Truth => Personal,
        /// Whether the child has what the journey needs: clothes, medicine, food, money, a telephone.
        items: Truth => Personal,
        /// Whether the child has the times, the names and the numbers to call.
        information: Truth => Process,
        /// Until when the papers are valid.
        until: Option<PartialDate> => Personal,
        /// Who carries the papers.
        carried_by: Option<Line> => Process,
    }
}

impl Checked for TravelDocuments {}

group! {
    /// Who travels with the child, and what the journey has to mind (OSCE OP9 §7.1).
    EscortNamed {
        /// The person's name.
        who: Names => Process,
        /// What the person is to the child.
        role: EscortRole => Process,
        /// Whether the person stays with the child until the child is handed over.
        whole_way: Truth => Process,
        /// Whether it was checked that the person can be trusted.
        trusted: Truth => Process,
        /// Whether the way itself is safe: the route, the night, who else travels.
        safe_way: Truth => Process,
        /// Whether the guardian agrees.
        guardian_consents: Truth => Process,
        /// Whether the child is pregnant.
        pregnant: Truth => Health,
        /// Whether somebody with medical training travels along.
        medical: Truth => Health,
        /// Whether the child travels as a mother.
        mother: Truth => Personal,
        /// Whether the child has a disability.
        disability: Truth => Health,
        /// Whether special attention is arranged for it.
        attention: Option<Truth> => Process,
        /// Which.
        attention_how: Option<Words> => Health,
    }
}

impl Checked for EscortNamed {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        if self.attention.is_some_and(Truth::is_true) && self.attention_how.is_none() {
            problems.push(FieldProblem::new("attention_how", Problem::Missing));
        }
    }
}

group! {
    /// The safe arrival was confirmed to those who sent the child (ICMPD TRM measure 7, step 5).
    ArrivalConfirmed {
        /// Who confirms.
        by: Line => Process,
        /// To whom.
        to: Line => Process,
        /// Whether the child arrived safely.
        safe: Truth => Personal,
        /// What was said of the child.
        about: Option<Words> => Personal,
    }
}

impl Checked for ArrivalConfirmed {}

group! {
    /// Somebody visited the child after the return, or reports on the child's life there
    /// (OSCE OP9 §7.2, 7.3).
    MonitoringReport {
        /// Who reports.
        by: Line => Location,
        /// Of what the report speaks.
        covers: Many<AfterReturn> => Process,
        /// Whether the child is safe.
        safe: Truth => Personal,
        /// Whether who reports is independent of those who decided and who look after the child.
        independent: Truth => Process,
        /// Whether it judges how the plan is carried out and what it does for the child.
        evaluates: Truth => Process,
        /// What the child says.
        says: Option<Words> => Voice,
        /// What was found.
        findings: Words => Personal,
        /// What is to be done.
        to_do: Option<Words> => Personal,
        /// When the next report is expected.
        next: Option<PartialDate> => Process,
    }
}

impl Checked for MonitoringReport {}

group! {
    /// Nobody reports on the child's life after the return any longer.
    MonitoringEnded {
        /// Why.
        reason: MonitoringEnd => Process,
        /// How the child lives now, and who is there from now on.
        now: Words => Personal,
        /// Whether the child was told, and knows whom to call.
        told_child: Truth => Process,
    }
}

impl Checked for MonitoringEnded {}

group! {
    /// A child who had been returned was met again, abroad or in the street (OSCE OP9 §4.6).
    MetAgain {
        /// Where the child was met.
        met: MetAgainWhere => Personal,
        /// The place.
        place: Line => Location,
        /// In which country.
        country: Country => Location,
        /// How it is known that it is the same child.
        recognised: Words => Personal,
        /// The earlier case or authority, if it is not this one.
        earlier_case: Option<Line> => Process,
        /// Why the return failed, as far as it is known.
        why_failed: Option<Words> => Testimony,
    }
}

impl Checked for MetAgain {}
