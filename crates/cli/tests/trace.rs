//! Every record type has its words on the pages, and a rule that needs it.

#![allow(clippy::unwrap_used)] // a test may panic

use std::collections::BTreeSet;
use std::path::Path;
use tutela_domain::facts::Fact;
use tutela_domain::records::RecordType;
use tutela_packs::{load, trace};
use tutela_web::words::Words;

/// Why no rule needs to name a record type.
enum Why {
    /// Rules read it through this fact.
    Fact(&'static str),
    /// It needs none: this is why.
    NoRule(&'static str),
}

/// The record types that no rule of the baseline names.
const UNNAMED: &[(RecordType, Why)] = &[
    (RecordType::AgePresumed, Why::Fact("child.protected")),
    (RecordType::CompanionVerified, Why::Fact("companion.unverified")),
    (RecordType::StruckOff, Why::Fact("authority.policies")),
    (RecordType::TransferOffered, Why::Fact("transfer.accepted")),
    (RecordType::CaseReopened, Why::Fact("transfer.accepted")),
    (
        RecordType::StrategyMeetingHeld,
        Why::NoRule("the paper's number of days is one borough's: a national pack asks for it"),
    ),
    (
        RecordType::ReturnTalkHeld,
        Why::NoRule("no source of the baseline asks for it; national guidance does"),
    ),
    (
        RecordType::EpisodeClosed,
        Why::NoRule("it closes the file of an episode and finds no child: figures read it"),
    ),
    (
        RecordType::ContactMade,
        Why::NoRule("a visit is for people; no source of the baseline says how often"),
    ),
    (
        RecordType::CarerNote,
        Why::NoRule("a note of the day is for people: a rule cannot read it"),
    ),
    (
        RecordType::MaturityNoted,
        Why::NoRule(
            "it tells who gives weight to the child's views how mature the child is; each hearing says the weight",
        ),
    ),
    (
        RecordType::SamePerson,
        Why::NoRule("it joins what is known of one child in two cases, and people read it there"),
    ),
    (
        RecordType::DocumentAttached,
        Why::NoRule("what a document shows is recorded in its own record; the paper itself is for people"),
    ),
    (
        RecordType::EmergencyAccess,
        Why::NoRule("no source of the baseline knows it: it is our own safeguard, told to those who watch"),
    ),
    (
        RecordType::HandoverSent,
        Why::NoRule("the paper reports it of one state as practice; a national pack asks for it"),
    ),
    (
        RecordType::ReviewDelivered,
        Why::NoRule("the duty is to commission the review; what it found is for people to read"),
    ),
    (
        RecordType::GuardianRegistered,
        Why::NoRule("the register says whom one may ask; what a guardian must be is asked when one is appointed"),
    ),
    (
        RecordType::InterpreterRegistered,
        Why::NoRule("the register says whom one may ask; whether one suits is asked when one is engaged"),
    ),
    (
        RecordType::ProviderRegistered,
        Why::NoRule("the register says where one may ask; what a place must be is asked when a child is placed"),
    ),
    (
        RecordType::ProviderInspected,
        Why::NoRule("what an inspection found is for people; no source of the baseline says how often one is due"),
    ),
    (
        RecordType::Note,
        Why::NoRule("a note is for people: a rule cannot read it"),
    ),
    (
        RecordType::Correction,
        Why::NoRule("it changes what another record says, and no rule may hinder or demand that"),
    ),
];

#[test]
fn every_record_type_has_words_and_a_rule_that_needs_it() {
    let pack = load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/baseline")).unwrap();
    let traced = trace::trace(&pack);
    let named: BTreeSet<&str> = traced.iter().flat_map(trace::Traced::names).collect();
    let read: BTreeSet<&str> = traced.iter().flat_map(|rule| rule.facts.iter().copied()).collect();
    let words = Words::load("en").unwrap();
    let mut wrong = Vec::new();
    for record in RecordType::ALL {
        let name = record.name();
        if words.record(record).starts_with('[')
            || words.act(record).starts_with('[')
            || words.act_hint(record).is_none()
        {
            wrong.push(format!("`{name}` has no words in crates/web/locales/en"));
        }
        let unnamed = UNNAMED.iter().find(|(of, _)| of == record).map(|(_, why)| why);
        match (named.contains(name), unnamed) {
            (true, Some(_)) => wrong.push(format!("a rule names `{name}`: take it out of UNNAMED")),
            (false, None) => wrong.push(format!(
                "no rule names `{name}`: who needs it? If nobody, say in UNNAMED why"
            )),
            (false, Some(Why::Fact(fact))) => {
                if Fact::of(fact).is_none() || !read.contains(fact) {
                    wrong.push(format!("no rule reads `{fact}`, by which `{name}` was to be read"));
                }
            }
            (false, Some(Why::NoRule(why))) => assert!(why.len() > 20, "say why no rule needs `{name}`"),
            (true, None) => {}
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
