//! What conditions mean, and what is refused.

use super::*;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use tutela_domain::case::{Case, fold};
use tutela_domain::codes::Basis;
use tutela_domain::entry::{Author, Entry, Role};
use tutela_domain::fields::Raw;
use tutela_domain::records::Record;
use tutela_domain::time::{Calendar, Occurred};
use tutela_domain::value::Truth;
use tutela_domain::world::World;

const PLACED: &[RecordType] = &[RecordType::PlacementStarted];
const RESTRICTED: &[RecordType] = &[RecordType::LibertyRestricted];
const BOTH: &[RecordType] = &[RecordType::PlacementStarted, RecordType::LibertyRestricted];

fn signature(this: &'static [RecordType]) -> Signature<'static> {
    static RECKONING: std::sync::LazyLock<Reckoning> = std::sync::LazyLock::new(Reckoning::default);
    Signature {
        this: Some(this),
        newest: false,
        step: false,
        occasion: Some(PLACED),
        authority: false,
        reckoning: Some(&RECKONING),
    }
}

pub(super) fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub(super) fn entry(seq: u64, name: &str, fields: &[(&str, &str)], from: Timestamp, to: Timestamp) -> Entry {
    let fields: BTreeMap<String, Raw> = fields.iter().map(|(k, v)| ((*k).to_owned(), Raw::text(*v))).collect();
    let record = Record::read(RecordType::of(name).unwrap(), &fields).unwrap();
    Entry {
        seq,
        record,
        occurred: Occurred { from, to },
        written: to,
        author: Author {
            staff: "a".to_owned(),
            role: Role::Caseworker,
            agency: "b".to_owned(),
        },
        basis: Basis::Reported,
        urgent: None,
        answers: Default::default(),
    }
}

fn placed(seq: u64, kind: &str, from: &str, to: &str) -> Entry {
    let fields = [
        ("kind", kind),
        ("provider", "p"),
        ("emergency", "no"),
        ("unrelated_adults", "unknown"),
        ("why_needed", "w"),
        ("why_suits", "w"),
    ];
    entry(seq, "placement_started", &fields, at(from), at(to))
}

fn case(entries: &[Entry]) -> Case {
    let entries: Vec<Arc<Entry>> = entries.iter().cloned().map(Arc::new).collect();
    fold(&Calendar::named("UTC").unwrap(), &entries, Timestamp::MAX)
}

fn judged(text: &str, entries: &[Entry], now: &str, this: Option<&Entry>, occasion: Option<&Entry>) -> Truth {
    let condition = compile(text, &signature(PLACED)).unwrap();
    let (case, world) = (case(entries), World::default());
    let mut scope = Scope::of(Moment::at(&case, &world, at(now)));
    (scope.this, scope.occasion) = (this, occasion);
    condition.holds(&scope)
}

fn refused(text: &str) -> String {
    let error = compile(text, &signature(BOTH)).unwrap_err();
    format!("{}: {}", error.offset, error)
}

#[test]
fn ranges_are_asked_in_both_readings() {
    let foster = placed(1, "foster", "2026-03-01T00:00Z", "2026-03-03T00:00Z");
    let text = r#"records.placement_started.exists(r, r.kind == "foster")"#;
    let ask = |now| judged(text, std::slice::from_ref(&foster), now, None, None);
    assert_eq!(ask("2026-02-28T00:00Z"), Truth::False);
    assert_eq!(ask("2026-03-02T00:00Z"), Truth::Unknown);
    assert_eq!(ask("2026-03-03T00:00Z"), Truth::True);
}

#[test]
fn counts_hold_where_the_uncertain_ones_do_not_matter() {
    let entries: Vec<Entry> = (1..=3)
        .map(|n| placed(n, "foster", "2026-03-01T00:00Z", "2026-03-01T00:00Z"))
        .chain([placed(4, "foster", "2026-03-01T00:00Z", "2026-03-09T00:00Z")])
        .collect();
    let ask = |text| judged(text, &entries, "2026-03-05T00:00Z", None, None);
    assert_eq!(ask("records.placement_started.count(r, true) >= 3"), Truth::True);
    assert_eq!(ask("records.placement_started.count(r, true) >= 4"), Truth::Unknown);
    assert_eq!(ask("records.placement_started.count(r, true) >= 5"), Truth::False);
    assert_eq!(
        ask("records.placement_started.count(r, r.unrelated_adults) == 0"),
        Truth::Unknown
    );
    // The same bounds are not the same number.
    assert_eq!(
        ask(
            "records.placement_started.count(r, r.unrelated_adults) == records.placement_started.count(r, !r.unrelated_adults)"
        ),
        Truth::Unknown
    );
}

#[test]
fn the_newest_that_may_be_picked_leaves_it_open() {
    let entries = [
        placed(1, "foster", "2026-03-01T00:00Z", "2026-03-01T00:00Z"),
        placed(2, "kinship", "2026-03-02T00:00Z", "2026-03-02T00:00Z"),
    ];
    let ask = |text| judged(text, &entries, "2026-03-05T00:00Z", None, None);
    assert_eq!(
        ask(r#"records.placement_started.latest().kind == "kinship""#),
        Truth::True
    );
    assert_eq!(
        ask(r#"records.placement_started.latest(r, r.kind != "kinship").kind == "foster""#),
        Truth::True
    );
    assert_eq!(
        ask(r#"records.placement_started.latest(r, r.unrelated_adults || r.kind == "foster").kind == "foster""#),
        Truth::Unknown
    );
    assert_eq!(ask(r#"records.needs_assessment.latest().needs_care"#), Truth::Unknown);
}

#[test]
fn of_words_only_whether_they_were_given_may_be_asked() {
    let (said, silent) = (
        entry(
            1,
            "placement_started",
            &[
                ("kind", "foster"),
                ("provider", "p"),
                ("address", "a"),
                ("emergency", "no"),
                ("unrelated_adults", "unknown"),
                ("why_needed", "w"),
                ("why_suits", "w"),
            ],
            at("2026-03-01T00:00Z"),
            at("2026-03-01T00:00Z"),
        ),
        placed(2, "foster", "2026-03-02T00:00Z", "2026-03-02T00:00Z"),
    );
    let ask = |text, entries: &[Entry], this| judged(text, entries, "2026-03-05T00:00Z", this, None);
    assert_eq!(ask("given(this.address)", &[], Some(&said)), Truth::True);
    assert_eq!(ask("given(this.address)", &[], Some(&silent)), Truth::False);
    assert_eq!(ask("given(this.address)", &[], None), Truth::Unknown);
    let newest = "given(records.placement_started.latest().address)";
    assert_eq!(ask(newest, std::slice::from_ref(&said), None), Truth::True);
    assert_eq!(ask(newest, &[said.clone(), silent.clone()], None), Truth::False);
    assert_eq!(ask(newest, &[], None), Truth::Unknown);
    let some = "records.placement_started.exists(r, given(r.address))";
    assert_eq!(ask(some, std::slice::from_ref(&said), None), Truth::True);
}

#[test]
fn following_is_unknown_where_the_readings_differ() {
    let first = placed(1, "foster", "2026-03-01T00:00Z", "2026-03-04T00:00Z");
    let second = placed(2, "kinship", "2026-03-03T00:00Z", "2026-03-03T00:00Z");
    let third = placed(3, "kinship", "2026-03-06T00:00Z", "2026-03-06T00:00Z");
    let ask = |a, b| judged("follows(this, occasion)", &[], "2026-03-07T00:00Z", Some(a), Some(b));
    assert_eq!(ask(&second, &first), Truth::Unknown);
    assert_eq!(ask(&third, &first), Truth::True);
    assert_eq!(ask(&first, &third), Truth::False);
    // Same instant: the order written.
    assert_eq!(
        ask(
            &third,
            &Entry {
                seq: 4,
                ..third.clone()
            }
        ),
        Truth::False
    );
    assert_eq!(
        judged("follows(this, occasion)", &[], "2026-03-07T00:00Z", None, Some(&first)),
        Truth::Unknown
    );
}

#[test]
fn elapsed_counts_in_both_readings_and_names_its_instants() {
    let missing = entry(
        1,
        "missing_reported",
        &missing_fields(),
        at("2026-03-01T10:00Z"),
        at("2026-03-02T10:00Z"),
    );
    let condition = compile(r#"elapsed(missing.since, "3 days")"#, &signature(PLACED)).unwrap();
    let (case, world) = (case(std::slice::from_ref(&missing)), World::default());
    let ask = |now| condition.holds(&Scope::of(Moment::at(&case, &world, at(now))));
    assert_eq!(ask("2026-03-04T23:59Z"), Truth::False);
    assert_eq!(ask("2026-03-05T00:00Z"), Truth::Unknown);
    assert_eq!(ask("2026-03-06T00:00Z"), Truth::True);
    let moment = Moment::at(&case, &world, at("2026-03-03T00:00Z"));
    assert_eq!(
        condition.elapses().unwrap()(&moment.earliest),
        [at("2026-03-05T00:00Z")]
    );
    assert_eq!(condition.elapses().unwrap()(&moment.latest), [at("2026-03-06T00:00Z")]);

    // Counted from a record, each that it may be.
    let condition = compile(r#"elapsed(occasion.at, "6 hours")"#, &signature(PLACED)).unwrap();
    let case = self::case(&[placed(1, "foster", "2026-03-01T00:00Z", "2026-03-01T00:00Z")]);
    let moment = Moment::at(&case, &world, at("2026-03-01T00:00Z"));
    assert_eq!(
        condition.elapses().unwrap()(&moment.earliest),
        [at("2026-03-01T06:00Z")]
    );
}

fn missing_fields() -> Vec<(&'static str, &'static str)> {
    let mut given = Vec::new();
    for field in RecordType::MissingReported.fields() {
        let value = match field.control {
            tutela_domain::fields::Control::YesNo => "yes",
            tutela_domain::fields::Control::YesNoUnknown => "unknown",
            tutela_domain::fields::Control::One(list) => list.codes[0],
            tutela_domain::fields::Control::Many(list) => list.codes[0],
            tutela_domain::fields::Control::Number => "3",
            tutela_domain::fields::Control::When => "2026-03-01",
            _ => "words",
        };
        if field.required {
            given.push((field.name, value));
        }
    }
    given
}

#[test]
fn nothing_elapses_from_nothing() {
    let text = r#"elapsed(missing.since, "3 days")"#;
    assert_eq!(judged(text, &[], "2026-03-07T00:00Z", None, None), Truth::Unknown);
}

#[test]
fn a_fact_whose_name_cel_keeps_for_itself_can_be_spoken_of() {
    if Fact::of("return.departed").is_some() {
        let condition = compile("!return.departed", &signature(PLACED)).unwrap();
        assert_eq!(
            condition.facts.iter().map(|f| f.name).collect::<Vec<_>>(),
            ["return.departed"]
        );
    }
}

#[test]
fn a_condition_says_what_it_speaks_of() {
    let condition = compile(
        r#"child.protected && this.kind == "prison" && follows(this, occasion) && child.protected"#,
        &signature(PLACED),
    )
    .unwrap();
    assert_eq!(
        condition.facts.iter().map(|f| f.name).collect::<Vec<_>>(),
        ["child.protected"]
    );
    assert!(condition.of_this && condition.of_occasion);
}

#[test]
fn no_record_has_a_field_named_at_or_number() {
    for record_type in RecordType::ALL {
        assert!(
            record_type
                .fields()
                .iter()
                .all(|f| f.name != "at" && f.name != "number"),
            "{}",
            record_type.name()
        );
    }
}

#[test]
fn mistakes_are_named_with_place_and_remedy() {
    let texts = [
        "",
        "risk.curent",
        "risk.current && ",
        "risk.current or needs.assessed",
        "risk.current ? true : false",
        "risk.current && 1 + 1 == 2",
        "risk",
        "this",
        "risk.current.now",
        r#"placement.kind == "fostr""#,
        r#"placement.kind in ["foster", "jail"]"#,
        r#"placement.kind < "foster""#,
        "placement.kind == 3",
        "placement.kind",
        r#"this.kind == "prison""#,
        "this.measures",
        "records.placement_started",
        "records.placment_started.exists(r, true)",
        "records.placement_started.exist(r, true)",
        "records.placement_started.exists(r)",
        "records.placement_started.exists(this, true)",
        r#"records.placement_started.exists(r, r.provider == "x")"#,
        "records.placement_started.exists(r, records.found.exists(s, records.found.exists(t, follows(t, s))))",
        "records.placement_started.latest()",
        r#"records.liberty_restricted.exists(r, r.measures == "phone")"#,
        r#""phon" in records.liberty_restricted.latest().measures"#,
        "follows(this, that)",
        "follows(this)",
        r#"elapsed(missing.since, "3 dys")"#,
        r#"elapsed(risk.current, "3 days")"#,
        "elapsed(missing.since, 3)",
        "size(this)",
        "given(records.placement_started.latest().kind)",
        "given(records.placement_started.latest().adress)",
        "given(risk.current)",
        "given(this)",
        "given()",
        "has(this.kind)",
        "authority.restrictions_since_review >= 6",
        "risk.current && !risk.current",
        r#"placement.kind == "foster" && placement.kind == "prison""#,
        "records.found.count(r, true) >= 0",
        "b'abc' == placement.kind",
        r#"placement.kind == "a\n""#,
        "missing.since == 12345678901234567890",
        "1.5 == 1.5",
        "[] == []",
        "risk.current; risk.current",
        "risk.current\0",
        "è.ok",
    ];
    let report: Vec<String> = texts.iter().map(|t| format!("{t:?}\n    {}", refused(t))).collect();
    insta::assert_snapshot!(report.join("\n"));
}

#[test]
fn a_rule_of_the_authority_speaks_of_the_authority_only() {
    let signature = Signature {
        authority: true,
        ..Signature::default()
    };
    assert!(compile("authority.restrictions_since_review >= 6", &signature).is_ok());
    assert!(compile("risk.current", &signature).is_err());
    assert!(compile("records.found.exists(r, true)", &signature).is_err());
}

#[test]
fn days_are_counted_only_as_declared() {
    let undeclared = Signature::default();
    assert!(compile(r#"elapsed(missing.since, "3 days")"#, &undeclared).is_err());
    assert!(compile(r#"elapsed(missing.since, "72 hours")"#, &undeclared).is_ok());
}

#[test]
fn fields_must_exist_in_every_type_that_this_may_be() {
    assert!(compile(r#""phone" in this.measures"#, &signature(RESTRICTED)).is_ok());
    assert!(compile(r#""phone" in this.measures"#, &signature(BOTH)).is_err());
}

#[test]
fn hostile_texts_are_refused_quickly() {
    let many = |part: &str, n: usize| part.repeat(n);
    let texts = [
        many("(", 100_000),
        format!("{}risk.current{}", many("(", 100_000), many(")", 100_000)),
        format!("{}risk.current{}", many("(", 400), many(")", 400)),
        format!("{}risk.current{}", many("(", 25), many(")", 25)),
        many("[", 900),
        many("!", 100_000),
        many("risk.current && ", 1_000_000),
        format!("{}risk.current", many("risk.current||", 60)),
        format!("a{}", many(".a", 490)),
        format!("a{}", many(".a()", 240)),
        many("a(", 400),
        many("1<", 490),
        format!("{}1", many("1==", 320)),
        "\0".to_owned(),
        "risk.current\0".to_owned(),
        "\u{202e}risk.current".to_owned(),
        "\"".to_owned(),
        many("\"", 999),
        many("a.b ? ", 150),
        many("records.found.exists(r,", 40),
        "99999999999999999999 == 1".to_owned(),
        many("{", 500),
        many("`", 500),
        "a.b == r\"\"\"".to_owned(),
        many("in ", 300),
        many(" ", 999),
    ];
    for text in texts {
        let begun = Instant::now();
        let shown: String = text.chars().take(40).collect();
        assert!(compile(&text, &signature(PLACED)).is_err(), "{shown}");
        assert!(
            begun.elapsed() < Duration::from_secs(2),
            "{shown} took {:?}",
            begun.elapsed()
        );
    }
}
