//! What a case brings to the registers.

use super::*;
use crate::codes::InquiryHand;
use crate::registers::{Register, hands, of_case};

fn guardian(name: &str) -> [(&str, &str); 5] {
    [
        ("guardian", name),
        ("kind", "provisional"),
        ("appointed_by", "Court"),
        ("trained", "yes"),
        ("independent", "yes"),
    ]
}

/// Each row as register, entry, and when it ended.
fn rows(told: &Told) -> Vec<(Register, u64, Option<String>)> {
    let rows = of_case(&told.case(), at("2026-12-01T00:00Z"), None);
    rows.into_iter()
        .map(|r| (r.register, r.entry, r.ended.map(|e| e.to_string())))
        .collect()
}

#[test]
fn a_missing_child_stands_in_the_register_until_certainly_found() {
    let report = [("last_seen", "x"), ("circumstances", "y")];
    let told = Told::in_zone("UTC").with("missing_reported", "2026-01-01T10:00Z", &report);
    assert_eq!(rows(&told), [(Register::Missing, 1, None)]);
    let found = [
        ("place", "x"),
        ("safe", "yes"),
        ("by", "police"),
        ("condition", "well"),
        ("to_whom", "x"),
    ];
    let fields: Vec<(&str, &str)> = RecordType::Found
        .fields()
        .iter()
        .filter_map(|f| found.iter().find(|(n, _)| *n == f.name).copied())
        .collect();
    let told = told.with("found", "2026-01-02T10:00Z/2026-01-03T10:00Z", &fields);
    assert_eq!(
        rows(&told),
        [(Register::Missing, 1, Some("2026-01-03T10:00:00Z".to_owned()))]
    );
    // Closing the case finds nobody.
    let told = Told::in_zone("UTC").with("missing_reported", "2026-01-01T10:00Z", &report);
    let closed = of_case(&told.case(), at("2026-12-01T00:00Z"), Some(at("2026-02-01T00:00Z")));
    assert_eq!(closed[0].ended, None);
}

#[test]
fn one_guardian_is_in_office_and_the_one_before_is_not() {
    let told = Told::in_zone("UTC")
        .with("guardian_appointed", "2026-01-01T10:00Z", &guardian("A"))
        .with("guardian_appointed", "2026-02-01T10:00Z", &guardian("B"))
        // Told a day late, of the first: the second stays.
        .with("guardian_ended", "2026-02-02T10:00Z", &[("reason", "replaced")]);
    let first_ended = Some("2026-02-01T10:00:00Z".to_owned());
    assert_eq!(
        rows(&told),
        [(Register::Guardians, 1, first_ended), (Register::Guardians, 2, None)]
    );
    let told = told.with(
        "guardian_ended",
        "2026-03-01T10:00Z",
        &[("reason", "conflict_of_interest")],
    );
    assert!(
        rows(&told).iter().all(|(_, _, ended)| ended.is_some()),
        "{:?}",
        rows(&told)
    );
}

#[test]
fn the_days_at_each_hand_can_be_counted() {
    let passed =
        |from: &'static str, to: &'static str| [("inquiry", "1"), ("from_hand", from), ("to_hand", to), ("to", "x")];
    let asked = [("from", "x"), ("country", "RO"), ("asks", "identity|"), ("says", "x")];
    let told = Told::in_zone("UTC").with("inquiry_received", "2026-01-01T10:00Z", &asked);
    assert_eq!(hands(&told.case(), 1), []);
    let told = told
        .with(
            "inquiry_passed_on",
            "2026-01-05T10:00Z",
            &passed("focal_point", "regional_authority"),
        )
        .with(
            "inquiry_passed_on",
            "2026-01-09T10:00Z",
            &passed("regional_authority", "local_service"),
        );
    let days = [
        (InquiryHand::Focal, at("2026-01-01T10:00Z")),
        (InquiryHand::Regional, at("2026-01-05T10:00Z")),
        (InquiryHand::Local, at("2026-01-09T10:00Z")),
    ];
    assert_eq!(hands(&told.case(), 1), days);
    assert_eq!(rows(&told), [(Register::Inquiries, 1, None)]);
}
