use super::*;
use crate::case::{Case, fold};
use crate::codes::Basis;
use crate::entry::{Author, Entry, Role};
use crate::fields::{Fields, Raw};
use crate::records::Record;
use crate::time::{Calendar, When};
use crate::view::Moment;
use crate::world::World;
use Truth::{False, True, Unknown};
use std::sync::Arc;

use crate::value::Truth;

mod arrival;
mod authority;
mod book;
mod borders;
mod moves;
mod plan_closing;
mod registers;
mod status;

/// A case in a zone; each entry as record type, time, and fields (`a|b` is a list).
struct Told {
    calendar: Calendar,
    entries: Vec<Arc<Entry>>,
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

impl Told {
    fn in_zone(zone: &str) -> Self {
        Self {
            calendar: Calendar::named(zone).unwrap(),
            entries: Vec::new(),
        }
    }

    fn with(mut self, record_type: &str, when: &str, fields: &[(&str, &str)]) -> Self {
        let raw = |text: &str| match text.split_once('|') {
            Some(_) => Raw::List(text.split('|').filter(|t| !t.is_empty()).map(Raw::text).collect()),
            None => Raw::text(text),
        };
        let fields: Fields = fields.iter().map(|(n, t)| ((*n).to_owned(), raw(t))).collect();
        let record = Record::read(RecordType::of(record_type).unwrap(), &fields).unwrap();
        let when = When::parse(when).unwrap();
        self.entries.push(Arc::new(Entry {
            seq: self.entries.len() as u64 + 1,
            record,
            occurred: when.occurred(&self.calendar.zone, Timestamp::MAX).unwrap(),
            written: at("2026-01-01T00:00Z"),
            author: Author {
                staff: "s".into(),
                role: Role::Caseworker,
                agency: "a".into(),
            },
            basis: Basis::Reported,
            urgent: None,
            answers: Fields::new(),
        }));
        self
    }

    fn referral(self, when: &str, more: &[(&str, &str)]) -> Self {
        let mut fields = vec![
            ("source", "police"),
            ("circumstances", "Found."),
            ("immediate_danger", "unknown"),
        ];
        if !more.iter().any(|(n, _)| *n == "company") {
            fields.push(("company", "alone"));
        }
        fields.extend(more);
        self.with("referral_received", when, &fields)
    }

    fn person(self, when: &str, name: &str, relation: &str, says: [&str; 3]) -> Self {
        let fields = [
            ("names", name),
            ("relation", relation),
            ("verified", says[0]),
            ("suspected", says[1]),
            ("accompanies", says[2]),
            ("knows_place", "unknown"),
        ];
        self.with("person_linked", when, &fields)
    }

    fn case(&self) -> Case {
        fold(&self.calendar, &self.entries, Timestamp::MAX)
    }

    fn value(&self, fact: &str, when: &str) -> Value {
        Moment::at(&self.case(), &World::default(), at(when)).fact(Fact::of(fact).unwrap())
    }

    fn truth(&self, fact: &str, when: &str) -> Truth {
        self.value(fact, when).truth()
    }
}

#[test]
fn the_list_is_alphabetical_and_every_fact_is_found() {
    for pair in FACTS.windows(2) {
        assert!(pair[0].name < pair[1].name, "{} before {}", pair[0].name, pair[1].name);
    }
    for fact in FACTS {
        assert_eq!(Fact::of(fact.name).unwrap().name, fact.name);
        assert!(fact.sentence.ends_with('.'));
    }
}

#[test]
fn every_fact_of_an_empty_case_has_its_kind() {
    let told = Told::in_zone("UTC");
    for fact in FACTS {
        let value = told.value(fact.name, "2026-01-01T00:00Z");
        let fits = match value {
            Value::Unknown => true,
            Value::Truth(_) => fact.kind == Kind::Truth,
            Value::Number(_) => fact.kind == Kind::Number,
            Value::Code(_) => fact.kind == Kind::Code,
            Value::Codes(_) => fact.kind == Kind::Codes,
            Value::Instant(_) => fact.kind == Kind::Instant,
        };
        assert!(fits, "{}", fact.name);
        assert_eq!(
            fact.codes.is_some(),
            matches!(fact.kind, Kind::Code | Kind::Codes),
            "{}",
            fact.name
        );
    }
    assert_eq!(told.truth("child.protected", "2026-01-01T00:00Z"), True);
    assert_eq!(told.truth("risk.current", "2026-01-01T00:00Z"), False);
}

#[test]
fn best_interests_and_consent_count_since_the_last_move() {
    let place = [
        ("kind", "foster"),
        ("provider", "A family"),
        ("emergency", "no"),
        ("unrelated_adults", "no"),
        ("why_needed", "Alone."),
        ("why_suits", "Near."),
    ];
    let assessment = |occasion: &'static str| {
        [
            ("occasion", occasion),
            ("covers", "views|health"),
            ("findings", "x"),
            ("sources", "x"),
            ("done_by", "child_protection|health"),
            ("took_part", "child|lawyer"),
            ("migration_took_part", "no"),
            ("individual_grounds", "yes"),
            ("best_interests_first", "yes"),
        ]
    };
    let consent = |explained: &'static str| {
        [
            ("subject", "placement"),
            ("what", "A family."),
            ("explained", explained),
            ("answer", "objects"),
        ]
    };
    let told = Told::in_zone("UTC")
        .referral("2025-01-01T10:00Z", &[])
        .with(
            "best_interests_assessment",
            "2025-01-02T10:00Z",
            &assessment("solution"),
        )
        .with("consent_given", "2025-01-02T11:00Z", &consent("unknown"));
    let fact = |told: &Told, name: &str| told.truth(name, "2025-02-01T00:00Z");
    assert_eq!(fact(&told, "best_interests.on_solution"), True);
    assert_eq!(fact(&told, "best_interests.on_placement"), False);
    assert_eq!(fact(&told, "consent.on_placement"), Unknown);
    let told = told
        .with(
            "best_interests_assessment",
            "2025-01-03T10:00Z",
            &assessment("interim_care"),
        )
        .with("consent_given", "2025-01-03T11:00Z", &consent("yes"));
    assert_eq!(fact(&told, "best_interests.on_placement"), True);
    assert_eq!(fact(&told, "consent.on_placement"), True);
    let told = told.with("placement_started", "2025-01-04T10:00Z", &place);
    assert_eq!(fact(&told, "best_interests.on_placement"), False);
    assert_eq!(fact(&told, "consent.on_placement"), False);
    assert_eq!(fact(&told, "best_interests.on_solution"), True);
}

#[test]
fn an_interview_alone_is_made_good_by_hearing_the_child() {
    let interview = |side: &'static str, present: &'static str| {
        [
            ("purpose", "asylum"),
            ("topics", "journey|family"),
            ("asked_about_offenders", "no"),
            ("by", "Somebody"),
            ("officials", "1"),
            ("place", "office"),
            ("who_present", present),
            ("at_side", side),
            ("recording_kept", "no"),
        ]
    };
    let told = Told::in_zone("UTC").referral("2025-01-01T10:00Z", &[]);
    let alone = |told: &Told| told.truth("interview.alone", "2025-02-01T00:00Z");
    assert_eq!(alone(&told), False);
    let told = told.with(
        "interview_held",
        "2025-01-02T10:00Z",
        &interview("nobody", "nobody_else"),
    );
    assert_eq!(alone(&told), True);
    let told = told.with(
        "views_heard",
        "2025-01-03T10:00Z",
        &[
            ("topics", "proceedings"),
            ("heard", "yes"),
            ("says", "x"),
            ("weight", "x"),
            ("who_present", "relative|interpreter"),
        ],
    );
    assert_eq!(alone(&told), False);
    assert_eq!(told.truth("hearing.swayed", "2025-02-01T00:00Z"), True);
    // A parent stands for the child only when no guardian is needed.
    let told = told.with("interview_held", "2025-01-04T10:00Z", &interview("parent", "parent"));
    assert_eq!(alone(&told), True);
    let told = told.person("2025-01-05T10:00Z", "A", "mother", ["yes", "no", "yes"]);
    assert_eq!(alone(&told), False);
}

#[test]
fn a_service_refused_for_status_stands_until_it_is_given() {
    let ended = |how: &'static str, status: &'static str| {
        [
            ("service", "medical"),
            ("how", how),
            ("reasons", "x"),
            ("for_status", status),
        ]
    };
    let given = |service: &'static str| [("service", service), ("by", "x"), ("what", "x")];
    let told = Told::in_zone("UTC").referral("2025-01-01T10:00Z", &[]);
    let refused = |told: &Told| told.truth("services.refused_for_status", "2025-02-01T00:00Z");
    assert_eq!(refused(&told), False);
    let told = told.with("service_ended", "2025-01-02T10:00Z", &ended("completed", "yes"));
    assert_eq!(refused(&told), False);
    let told = told.with(
        "service_ended",
        "2025-01-03T10:00Z",
        &ended("refused_by_provider", "unknown"),
    );
    assert_eq!(refused(&told), Unknown);
    let told = told.with("service_ended", "2025-01-04T10:00Z", &ended("limited", "yes"));
    assert_eq!(refused(&told), True);
    let told = told.with("service_delivered", "2025-01-05T10:00Z", &given("legal"));
    assert_eq!(refused(&told), True);
    let told = told.with("service_delivered", "2025-01-06T10:00Z", &given("medical"));
    assert_eq!(refused(&told), False);
}

#[test]
fn a_need_is_answered_when_its_own_service_was_asked() {
    let unanswered = |told: &Told| told.truth("services.need_unanswered", "2025-02-01T00:00Z");
    let asked = |service: &'static str| [("service", service), ("to", "x"), ("need", "x")];
    let told = Told::in_zone("UTC").referral("2025-01-01T10:00Z", &[]);
    assert_eq!(unanswered(&told), False, "nothing was assessed yet");
    let told = told.with(
        "needs_assessment",
        "2025-01-02T10:00Z",
        &[
            ("areas", "safety|health|legal"),
            ("findings", "x"),
            ("sleeps", "x"),
            ("needs_care", "no"),
        ],
    );
    assert_eq!(unanswered(&told), True);
    let told = told.with("service_referred", "2025-01-03T10:00Z", &asked("material"));
    let told = told.with("service_referred", "2025-01-03T10:00Z", &asked("legal"));
    assert_eq!(unanswered(&told), True, "a coat is no doctor");
    let told = told.with("service_referred", "2025-01-04T10:00Z", &asked("medical"));
    assert_eq!(unanswered(&told), False);
}

#[test]
fn a_year_of_birth_is_uncertain_for_a_year() {
    // 2008 in Vienna: 18 between 1 January 2026 and 31 December 2026, local midnight.
    let told = Told::in_zone("Europe/Vienna").referral("2025-06-01", &[("born", "2008")]);
    assert_eq!(told.truth("child.under_18", "2025-12-31T22:59:59Z"), True);
    assert_eq!(told.truth("child.under_18", "2025-12-31T23:00Z"), Unknown);
    assert_eq!(told.truth("child.under_18", "2026-12-30T22:59:59Z"), Unknown);
    assert_eq!(told.truth("child.protected", "2026-12-30T22:59:59Z"), True);
    assert_eq!(told.truth("child.protected", "2026-12-30T23:00Z"), False);
    let latest = Value::Instant(at("2026-12-30T23:00Z"));
    assert_eq!(told.value("child.eighteen_latest", "2026-01-01T00:00Z"), latest);
    let case = told.case();
    let world = World::default();
    let moment = Moment::at(&case, &world, at("2026-01-01T00:00Z"));
    let changes = (Fact::of("child.protected").unwrap().changes)(&moment.latest);
    assert_eq!(changes, [at("2025-12-31T23:00Z"), at("2026-12-30T23:00Z")]);
}

#[test]
fn a_month_of_birth_is_uncertain_for_a_month_in_the_zone_of_the_case() {
    // February 2008 in Tokyo: 1 to 29 February; who was born on the 29th turns 18 on 1 March.
    let told = Told::in_zone("Asia/Tokyo").referral("2025-06-01", &[("born", "2008-02")]);
    assert_eq!(told.truth("child.under_18", "2026-01-31T14:59:59Z"), True);
    assert_eq!(told.truth("child.under_18", "2026-01-31T15:00Z"), Unknown);
    assert_eq!(told.truth("child.protected", "2026-02-28T14:59:59Z"), True);
    assert_eq!(told.truth("child.protected", "2026-02-28T15:00Z"), False);
}

#[test]
fn the_birthday_begins_at_the_first_instant_of_the_local_day() {
    // In 2026 the clocks of Santiago skip midnight on 6 September: the day begins at 01:00.
    let told = Told::in_zone("America/Santiago").referral("2025-06-01", &[("born", "2008-09-06")]);
    assert_eq!(told.truth("child.under_18", "2026-09-06T03:59:59Z"), True);
    assert_eq!(told.truth("child.under_18", "2026-09-06T04:00Z"), False);
}

#[test]
fn a_leap_day_child_is_a_child_for_all_of_february() {
    let told = Told::in_zone("America/New_York").referral("2025-06-01", &[("born", "2008-02-29")]);
    assert_eq!(told.truth("child.under_18", "2026-03-01T04:59:59Z"), True);
    assert_eq!(told.truth("child.under_18", "2026-03-01T05:00Z"), False);
}

#[test]
fn an_age_that_is_seen_spans_years_and_never_makes_an_adult() {
    let looks = [("apparent_age_from", "15"), ("apparent_age_to", "17")];
    let told = Told::in_zone("UTC").referral("2026-03-02T10:00Z", &looks);
    // Born between 3 March 2008 and 2 March 2011.
    assert_eq!(told.truth("child.under_18", "2026-03-02T12:00Z"), True);
    assert_eq!(told.truth("child.under_18", "2026-03-03T00:00Z"), Unknown);
    assert_eq!(told.truth("child.protected", "2029-03-01T23:59Z"), True);
    assert_eq!(told.truth("child.protected", "2029-03-02T00:00Z"), False);
    let looks = [("apparent_age_from", "19"), ("apparent_age_to", "25")];
    let told = Told::in_zone("UTC").referral("2026-03-02T10:00Z", &looks);
    assert_eq!(told.truth("child.protected", "2026-03-02T12:00Z"), True);
    // On a leap day: 17 at most means born on 1 March 2010 at the earliest.
    let looks = [("apparent_age_from", "16"), ("apparent_age_to", "17")];
    let told = Told::in_zone("UTC").referral("2028-02-29T10:00Z", &looks);
    assert_eq!(told.truth("child.under_18", "2028-02-29T23:59Z"), True);
    assert_eq!(told.truth("child.under_18", "2028-03-01T00:00Z"), Unknown);
}

#[test]
fn who_says_that_she_is_nineteen_and_looks_fifteen_is_protected() {
    let told = Told::in_zone("UTC").referral(
        "2026-03-02T10:00Z",
        &[
            ("born", "2007-01-05"),
            ("apparent_age_from", "14"),
            ("apparent_age_to", "16"),
        ],
    );
    assert_eq!(told.truth("child.under_18", "2026-03-02T12:00Z"), Unknown);
    assert_eq!(told.truth("child.protected", "2026-03-02T12:00Z"), True);
}

fn verify<'a>(result: &'a str, born: &'a str) -> [(&'a str, &'a str); 4] {
    [
        ("method", "documents"),
        ("result", result),
        ("born", born),
        ("reasons", "A birth certificate."),
    ]
}

#[test]
fn a_verified_date_replaces_claims_and_the_result_narrows_it() {
    let referred = || Told::in_zone("UTC").referral("2026-03-02T10:00Z", &[("born", "2008")]);
    // Verified adult on 1 June, born in 2008: born by 1 June, so 18 already.
    let adult = referred().with("age_verified", "2026-06-01T10:00Z", &verify("adult", "2008"));
    assert_eq!(adult.truth("child.protected", "2026-06-01T09:59Z"), True);
    assert_eq!(adult.truth("child.protected", "2026-06-01T10:00Z"), False);
    // Verified child on the same day: born after it.
    let child = referred().with("age_verified", "2026-06-01T10:00Z", &verify("child", "2008"));
    assert_eq!(child.truth("child.under_18", "2026-06-01T12:00Z"), True);
    assert_eq!(child.truth("child.under_18", "2026-06-02T00:00Z"), Unknown);
    assert_eq!(child.truth("child.protected", "2026-12-31T00:00Z"), False);
    // A date that makes a child of the adult: the date stands, in doubt for the child.
    let doubt = referred().with("age_verified", "2026-06-01T10:00Z", &verify("adult", "2010-05"));
    assert_eq!(doubt.truth("child.protected", "2026-06-02T12:00Z"), True);
    // The claim made an adult, the verification without a date a child: how long is not known.
    let child = Told::in_zone("UTC")
        .referral("2026-03-02T10:00Z", &[("born", "2005")])
        .with("age_verified", "2026-06-01T10:00Z", &verify("child", ""));
    // A claim alone ends no protection.
    assert_eq!(child.truth("child.protected", "2026-05-31T12:00Z"), True);
    assert_eq!(child.truth("child.under_18", "2026-05-31T12:00Z"), Unknown);
    assert_eq!(child.truth("child.under_18", "2026-06-01T12:00Z"), True);
    assert_eq!(child.truth("child.protected", "2040-06-01T12:00Z"), True);
    assert_eq!(
        child.value("child.eighteen_latest", "2026-06-01T12:00Z"),
        Value::Unknown
    );
    // The newest verification counts: narrowed from a year to a day.
    let day = referred()
        .with("age_verified", "2026-03-10T10:00Z", &verify("child", "2008"))
        .with("age_verified", "2026-04-10T10:00Z", &verify("child", "2008-07-14"));
    assert_eq!(day.truth("child.under_18", "2026-07-13T23:59Z"), True);
    assert_eq!(day.truth("child.protected", "2026-07-14T00:00Z"), False);
}

#[test]
fn a_verified_adult_without_a_date_is_not_protected_unless_it_is_withdrawn() {
    let told = Told::in_zone("UTC")
        .referral(
            "2026-03-02T10:00Z",
            &[("apparent_age_from", "16"), ("apparent_age_to", "19")],
        )
        .with("age_verified", "2026-03-20T10:00Z", &verify("adult", ""));
    assert_eq!(told.truth("child.protected", "2026-03-20T09:00Z"), True);
    assert_eq!(told.truth("child.protected", "2026-03-21T09:00Z"), False);
    let withdrawn = told.with(
        "correction",
        "2026-04-01T10:00Z",
        &[
            ("entry", "2"),
            ("reason", "Another person's file."),
            ("withdraw", "yes"),
        ],
    );
    assert_eq!(withdrawn.truth("child.protected", "2026-03-21T09:00Z"), True);
}

#[test]
fn a_verification_of_uncertain_time_leaves_protection_unknown_between() {
    let told = Told::in_zone("UTC").referral("2026-03-02T10:00Z", &[]).with(
        "age_verified",
        "2026-03-20",
        &verify("adult", ""),
    );
    assert_eq!(told.truth("child.protected", "2026-03-19T23:59Z"), True);
    assert_eq!(told.truth("child.protected", "2026-03-20T12:00Z"), Unknown);
    assert_eq!(told.truth("child.protected", "2026-03-21T00:00Z"), False);
}

#[test]
fn a_claimed_relation_leaves_open_whether_the_child_is_alone() {
    let now = "2026-03-05T00:00Z";
    let of = |company| Told::in_zone("UTC").referral("2026-03-02T10:00Z", &[("company", company)]);
    assert_eq!(of("alone").truth("child.unaccompanied", now), True);
    assert_eq!(of("alone").truth("companion.unverified", now), False);
    for company in ["with_parent", "with_relative", "with_adult"] {
        assert_eq!(of(company).truth("child.unaccompanied", now), Unknown, "{company}");
        assert_eq!(of(company).truth("companion.unverified", now), True, "{company}");
    }
    assert_eq!(of("unknown").truth("companion.unverified", now), Unknown);
    assert_eq!(of("with_parent").truth("guardian.needed", now), Unknown);

    let claimed = of("with_parent").person("2026-03-03", "Ana M.", "mother", ["unknown", "unknown", "yes"]);
    assert_eq!(claimed.truth("child.unaccompanied", now), Unknown);
    assert_eq!(claimed.truth("guardian.needed", now), Unknown);
    assert_eq!(claimed.truth("companion.unverified", now), Unknown);
    assert_eq!(claimed.truth("family.suspected", now), Unknown);
    let fit = claimed.person("2026-03-04T08:00Z", "Ana M.", "mother", ["yes", "no", "yes"]);
    assert_eq!(fit.truth("child.unaccompanied", now), False);
    assert_eq!(fit.truth("guardian.needed", now), False);
    assert_eq!(fit.truth("companion.unverified", now), False);
    assert_eq!(fit.truth("family.suspected", now), False);
    let suspected = fit.person("2026-03-04T23:59:59Z", "Ana M.", "mother", ["yes", "yes", "yes"]);
    assert_eq!(suspected.truth("guardian.needed", now), True);
    assert_eq!(suspected.truth("family.suspected", now), True);
    let gone = suspected.person("2026-03-04T23:59:59Z", "Ana M.", "mother", ["yes", "yes", "no"]);
    assert_eq!(gone.truth("child.unaccompanied", now), True);
    let silent = gone.person("2026-03-04T23:59:59Z", "Ana M.", "mother", ["yes", "unknown", "no"]);
    assert_eq!(
        silent.truth("family.suspected", now),
        True,
        "what is silent answers nothing"
    );
    let answered = silent.person("2026-03-04T23:59:59Z", "Ana M.", "mother", ["yes", "no", "no"]);
    assert_eq!(answered.truth("family.suspected", now), False);
}

#[test]
fn an_adult_who_is_no_family_does_not_accompany_the_child() {
    let told = Told::in_zone("UTC")
        .referral("2026-03-02T10:00Z", &[("company", "with_adult")])
        .person(
            "2026-03-03",
            "Viktor",
            "suspected_trafficker",
            ["unknown", "yes", "yes"],
        );
    assert_eq!(told.truth("child.unaccompanied", "2026-03-05T00:00Z"), True);
    assert_eq!(told.truth("guardian.needed", "2026-03-05T00:00Z"), True);
    // An uncle far away says nothing of the company.
    let told = Told::in_zone("UTC")
        .referral("2026-03-02T10:00Z", &[("company", "with_relative")])
        .person("2026-03-03", "Uncle", "relative", ["no", "unknown", "no"]);
    assert_eq!(told.truth("child.unaccompanied", "2026-03-05T00:00Z"), Unknown);
    assert_eq!(told.truth("companion.unverified", "2026-03-05T00:00Z"), True);
}

#[test]
fn a_restriction_ends_after_its_last_day_or_with_the_place() {
    let restrict = |ends, measures| {
        [
            ("measures", measures),
            ("grounds", "Calls from the trafficker."),
            ("alternatives", "A new number."),
            ("necessary", "yes"),
            ("judge_approved", "yes"),
            ("ends", ends),
            ("for_migration", "no"),
        ]
    };
    let london = || Told::in_zone("Europe/London");
    let day = london().with(
        "liberty_restricted",
        "2026-06-01T10:00Z",
        &restrict("2026-06-10", "phone"),
    );
    assert_eq!(day.truth("liberty.restricted", "2026-06-01T09:00Z"), False);
    assert_eq!(day.truth("liberty.restricted", "2026-06-10T22:59:59Z"), True);
    assert_eq!(day.truth("liberty.restricted", "2026-06-10T23:00Z"), False);
    let month = london().with("liberty_restricted", "2026-06-01T10:00Z", &restrict("2026-06", "phone"));
    assert_eq!(month.truth("liberty.restricted", "2026-06-20T10:00Z"), Unknown);
    let ended = [("reason", "moved"), ("next", "A foster family.")];
    let left = month.with("placement_ended", "2026-06-15T10:00Z", &ended);
    assert_eq!(left.truth("liberty.restricted", "2026-06-20T10:00Z"), False);
    let country = london()
        .with(
            "liberty_restricted",
            "2026-06-01T10:00Z",
            &restrict("", "leaving_the_country"),
        )
        .with("placement_ended", "2026-06-15T10:00Z", &ended);
    assert_eq!(country.truth("liberty.restricted", "2027-06-20T10:00Z"), True);
}

#[test]
fn care_goes_on_through_moves_and_not_through_cells() {
    let place = |kind| {
        [
            ("kind", kind),
            ("provider", "P"),
            ("emergency", "no"),
            ("unrelated_adults", "no"),
            ("why_needed", "x"),
            ("why_suits", "y"),
        ]
    };
    let told = Told::in_zone("UTC")
        .with("placement_started", "2026-01-01T10:00Z", &place("police_cell"))
        .with("placement_started", "2026-01-02T10:00Z", &place("foster"))
        .with(
            "placement_ended",
            "2026-02-02T10:00Z",
            &[("reason", "moved"), ("next", "x")],
        )
        .with("placement_started", "2026-02-02T10:00Z", &place("residential_short"));
    let since = |told: &Told, when| told.value("placement.in_care_since", when);
    assert_eq!(told.truth("placement.in_detention", "2026-01-01T11:00Z"), True);
    assert_eq!(since(&told, "2026-01-01T11:00Z"), Value::Unknown);
    let first = Value::Instant(at("2026-01-02T10:00Z"));
    assert_eq!(since(&told, "2026-03-01T00:00Z"), first);
    let home = told.with(
        "placement_ended",
        "2026-04-01T10:00Z",
        &[("reason", "went_home"), ("next", "x")],
    );
    assert_eq!(since(&home, "2026-04-02T00:00Z"), Value::Unknown);
    assert_eq!(home.truth("placement.active", "2026-04-02T00:00Z"), False);
}

#[test]
fn what_was_not_understood_does_not_inform() {
    let inform = |understood| {
        [
            ("topics", "return|placement"),
            ("language", "vi"),
            ("form", "spoken"),
            ("understood", understood),
        ]
    };
    let told = Told::in_zone("UTC").with("information_given", "2026-01-01T10:00Z", &inform("no"));
    assert_eq!(told.truth("information.on_return", "2026-02-01T00:00Z"), False);
    let told = told.with("information_given", "2026-01-02T10:00Z", &inform("unknown"));
    assert_eq!(told.truth("information.on_return", "2026-02-01T00:00Z"), Unknown);
    let told = told.with("information_given", "2026-01-03T10:00Z", &inform("yes"));
    assert_eq!(told.truth("information.on_return", "2026-02-01T00:00Z"), True);
    assert_eq!(told.truth("information.on_placement", "2026-02-01T00:00Z"), True);
    let moved = [("reason", "moved"), ("next", "x")];
    let told = told.with("placement_ended", "2026-01-20T10:00Z", &moved);
    assert_eq!(told.truth("information.on_placement", "2026-02-01T00:00Z"), True);
    let home = [("reason", "went_home"), ("next", "x")];
    let told = told.with("placement_ended", "2026-01-21T10:00Z", &home);
    assert_eq!(told.truth("information.on_placement", "2026-02-01T00:00Z"), False);
    assert_eq!(told.truth("information.on_return", "2026-02-01T00:00Z"), True);
}

#[test]
fn a_guardian_who_left_leaves_the_office_vacant() {
    let told = Told::in_zone("UTC")
        .referral("2026-01-01T09:00Z", &[])
        .with(
            "guardian_appointed",
            "2026-01-01T10:00Z",
            &[
                ("guardian", "G"),
                ("kind", "provisional"),
                ("appointed_by", "Court"),
                ("trained", "yes"),
                ("independent", "unknown"),
            ],
        )
        .with("guardian_ended", "2026-02-01T10:00Z", &[("reason", "replaced")]);
    assert_eq!(told.truth("guardian.in_office", "2026-01-15T00:00Z"), True);
    assert_eq!(told.truth("guardian.trained", "2026-01-15T00:00Z"), True);
    assert_eq!(told.truth("guardian.independent", "2026-01-15T00:00Z"), Unknown);
    assert_eq!(told.truth("guardian.in_office", "2026-02-15T00:00Z"), False);
    assert_eq!(
        told.value("guardian.vacant_since", "2026-02-15T00:00Z"),
        Value::Instant(at("2026-02-01T10:00Z"))
    );
}
