//! What an authority records of itself and not of one child: its registers, its standing rules, its reviews.
//!
//! They stand in a stream of their own, the authority's book.

use super::Checked;
use crate::codes::*;
use crate::fields::{EntryRef, FieldProblem, Line, Many, Names, Problem, Words, group};
use crate::time::PartialDate;
use crate::value::Truth;
use jiff::civil::Date;

group! {
    /// An agency that works with the lead authority stands in the register.
    AgencyRegistered {
        /// Its name.
        name: Line => Process,
        /// What kind of agency.
        kind: AgencyKind => Process,
        /// Whether its people meet children.
        meets_children: Truth => Process,
        /// Whether it shares data about children with others.
        shares_data: Truth => Process,
        /// How it is reached, at any hour if it can be.
        contact: Option<Line> => Process,
        /// The entry that this one replaces.
        replaces: Option<EntryRef> => Process,
    }
}

impl Checked for AgencyRegistered {}

group! {
    /// An agency adopted a child-safeguarding policy (OSCE OP9 Rec. accommodation 1).
    PolicyAdopted {
        /// The agency, as it stands in the register.
        agency: EntryRef => Process,
        /// The policy's title.
        title: Line => Process,
        /// What it covers.
        covers: Many<PolicyContent> => Process,
        /// The last day on which it holds, if it ends.
        valid_until: Option<PartialDate> => Process,
        /// The entry that this one replaces.
        replaces: Option<EntryRef> => Process,
    }
}

impl Checked for PolicyAdopted {}

group! {
    /// People who meet children were trained (JGC 4/23 §43; Lanzarote Convention 5).
    TrainingDone {
        /// Who was trained.
        who: Many<TrainedGroup> => Process,
        /// In what.
        about: Words => Process,
        /// By whom.
        by: Line => Process,
        /// How many people.
        people: Option<u32> => Process,
    }
}

impl Checked for TrainingDone {}

group! {
    /// An agreement between agencies or between states is in force.
    AgreementMade {
        /// Between whom.
        kind: AgreementKind => Process,
        /// With which agencies, when it is between agencies.
        partners: Option<Many<AgencyKind>> => Process,
        /// With which state, when it is between states.
        country: Option<Country> => Process,
        /// Its title.
        title: Line => Process,
        /// What it settles.
        settles: Words => Process,
        /// The last day on which it holds, if it ends.
        valid_until: Option<PartialDate> => Process,
        /// The entry that this one replaces.
        replaces: Option<EntryRef> => Process,
    }
}

impl Checked for AgreementMade {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        match self.kind {
            AgreementKind::Agencies if self.partners.is_none() => {
                problems.push(FieldProblem::new("partners", Problem::Missing));
            }
            AgreementKind::States if self.country.is_none() => {
                problems.push(FieldProblem::new("country", Problem::Missing));
            }
            AgreementKind::Agencies | AgreementKind::States => {}
        }
    }
}

group! {
    /// The referral mechanism has a channel of its own for children (OSCE OP9 Rec. decisions 2).
    ReferralChannelOpened {
        /// What it is called, and how one reaches it.
        title: Line => Process,
        /// What it knows of children.
        covers: Many<ChannelContent> => Process,
        /// The entry that this one replaces.
        replaces: Option<EntryRef> => Process,
    }
}

impl Checked for ReferralChannelOpened {}

group! {
    /// The authority has a procedure for assessing and determining best interests
    /// (OSCE OP9 Rec. decisions 3; JGC 3/22 §32(d)).
    BestInterestsProcedureAdopted {
        /// Its title.
        title: Line => Process,
        /// What it is and holds.
        covers: Many<ProcedureContent> => Process,
        /// The entry that this one replaces.
        replaces: Option<EntryRef> => Process,
    }
}

impl Checked for BestInterestsProcedureAdopted {}

group! {
    /// A text says what must be assessed before a child returns (OSCE OP9 Rec. returns 1).
    ReturnRuleAdopted {
        /// The law, or the referral mechanism, and where in it.
        title: Line => Process,
        /// Whether the text binds those who decide.
        binding: Truth => Process,
        /// Which assessments it demands.
        demands: Many<ReturnAssessment> => Process,
        /// The entry that this one replaces.
        replaces: Option<EntryRef> => Process,
    }
}

impl Checked for ReturnRuleAdopted {}

group! {
    /// An agency adopted minimum standards for data about children (OSCE OP9 §2.1.1).
    DataStandardAdopted {
        /// The agency, as it stands in the register.
        agency: EntryRef => Process,
        /// The standard's title.
        title: Line => Process,
        /// Whether the agencies with which it shares have adopted the same.
        same_as_others: Truth => Process,
        /// The entry that this one replaces.
        replaces: Option<EntryRef> => Process,
    }
}

impl Checked for DataStandardAdopted {}

group! {
    /// A state's single contact for requests about children (OSCE OP9 Rec. returns 2).
    FocalPointNamed {
        /// Of which state.
        country: Country => Process,
        /// Whether it is our own.
        ours: Truth => Process,
        /// In which agency.
        agency: Line => Process,
        /// What it does.
        tasks: Many<FocalPointTask> => Process,
        /// How it is reached.
        contact: Line => Process,
        /// The entry that this one replaces.
        replaces: Option<EntryRef> => Process,
    }
}

impl Checked for FocalPointNamed {}

group! {
    /// Missing children were counted (OSCE OP9 §6.4, 6.5 n. 134).
    MissingCounted {
        /// The first day of the count.
        from: PartialDate => Process,
        /// The last day.
        to: PartialDate => Process,
        /// Children who went missing.
        missing: u32 => Process,
        /// Of these, children who were found or came back.
        found: u32 => Process,
        /// Of these, children who were found in a trafficker's control.
        in_control: u32 => Process,
        /// What the figures do not show.
        limits: Option<Words> => Process,
    }
}

impl Checked for MissingCounted {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        if self.to.last() < self.from.first() {
            problems.push(FieldProblem::new("to", Problem::Contradicts("from")));
        }
        if self.in_control > self.found {
            problems.push(FieldProblem::new("in_control", Problem::Contradicts("found")));
        }
    }
}

group! {
    /// An independent review of restrictions of liberty was commissioned (OSCE OP9 Rec. accommodation 5).
    ReviewCommissioned {
        /// Who reviews.
        reviewer: Line => Process,
        /// Whether the reviewer is independent of those who restricted.
        independent: Truth => Process,
        /// What is asked.
        asks: Many<ReviewQuestion> => Process,
        /// By when it is to be delivered.
        expected: Option<PartialDate> => Process,
    }
}

impl Checked for ReviewCommissioned {}

group! {
    /// An independent review was delivered.
    ReviewDelivered {
        /// The review, as it was commissioned.
        review: EntryRef => Process,
        /// What it found.
        findings: Words => Process,
        /// What follows from it, and who sees to it.
        follows: Words => Process,
    }
}

impl Checked for ReviewDelivered {}

group! {
    /// A person who can be appointed as guardian stands in the register.
    GuardianRegistered {
        /// The name in every writing given, one per line.
        names: Names => Process,
        /// The first language.
        speaks: Language => Process,
        /// Other languages.
        also_speaks: Option<Line> => Process,
        /// Whether the person is trained.
        trained: Truth => Process,
        /// Whether the person can contradict the state bodies that decide.
        independent: Truth => Process,
        /// For how many children at most, as the authority set it; the paper sets no number.
        at_most: Option<u32> => Process,
        /// The entry that this one replaces.
        replaces: Option<EntryRef> => Process,
    }
}

impl Checked for GuardianRegistered {}

group! {
    /// A provider of care stands in the register.
    ProviderRegistered {
        /// Its name.
        name: Line => Location,
        /// What kind of care.
        kind: PlacementKind => Process,
        /// How many places it has.
        places: u32 => Process,
        /// How many of them are free.
        free: Option<u32> => Process,
        /// The lowest age.
        age_from: Option<u32> => Process,
        /// The highest age.
        age_to: Option<u32> => Process,
        /// Whether unrelated adults live there.
        adults_on_site: Truth => Process,
        /// Whether it has a current child-safeguarding policy, with the conduct expected of staff.
        policy: Truth => Process,
        /// The day from which that policy holds.
        policy_from: Option<PartialDate> => Process,
        /// The last day on which that policy holds, or by which it must be looked at anew.
        policy_until: Option<PartialDate> => Process,
        /// Whether it has a reporting procedure.
        reporting: Truth => Process,
        /// Against which standards it audits itself.
        standards: Option<ProviderStandard> => Process,
        /// When it last audited itself.
        audited: Option<PartialDate> => Process,
        /// The entry that this one replaces.
        replaces: Option<EntryRef> => Process,
    }
}

impl Checked for ProviderRegistered {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        if self.free.is_some_and(|free| free > self.places) {
            problems.push(FieldProblem::new("free", Problem::Contradicts("places")));
        }
        if let (Some(from), Some(to)) = (self.age_from, self.age_to)
            && from > to
        {
            problems.push(FieldProblem::new("age_to", Problem::Contradicts("age_from")));
        }
        if let (Some(from), Some(until)) = (self.policy_from, self.policy_until)
            && until.last() < from.first()
        {
            problems.push(FieldProblem::new("policy_until", Problem::Contradicts("policy_from")));
        }
    }
}

impl ProviderRegistered {
    /// Whether it has a policy that holds on a day: one that has not begun is none, nor one that has run out.
    pub fn policy_on(&self, day: Date) -> Truth {
        let begins_later = self.policy_from.is_some_and(|from| from.first() > day);
        if begins_later || self.policy_ran_out(day) {
            Truth::False
        } else {
            self.policy
        }
    }

    /// Whether it had a policy whose last day has passed.
    pub fn policy_ran_out(&self, day: Date) -> bool {
        self.policy == Truth::True && self.policy_until.is_some_and(|until| until.last() < day)
    }
}

group! {
    /// A provider was inspected.
    ProviderInspected {
        /// The provider, as it stands in the register.
        provider: EntryRef => Process,
        /// Who inspected.
        by: Line => Process,
        /// Whether it meets the minimum standards.
        meets_standards: Truth => Process,
        /// What was found.
        findings: Words => Process,
    }
}

impl Checked for ProviderInspected {}

group! {
    /// An interpreter or cultural mediator stands in the register.
    InterpreterRegistered {
        /// The name in every writing given, one per line.
        names: Names => Process,
        /// The first language.
        speaks: Language => Process,
        /// Other languages.
        also_speaks: Option<Line> => Process,
        /// Whether the person is trained for work with children.
        trained: Truth => Process,
        /// Whether it was checked that the person is independent of those who may hold power over a child.
        independent: Truth => Process,
        /// How the person is reached.
        contact: Option<Line> => Process,
        /// The entry that this one replaces.
        replaces: Option<EntryRef> => Process,
    }
}

impl Checked for InterpreterRegistered {}

group! {
    /// What stood in the book no longer holds.
    StruckOff {
        /// The entry.
        entry: EntryRef => Process,
        /// Why.
        reason: Words => Process,
    }
}

impl Checked for StruckOff {}
