//! The guardians and homes that stand in the book of the demonstration's authority, and who of its children is with whom.

use super::StoryClock;
use crate::failure::Failure;
use jiff::{Timestamp, ToSpan};
use tutela_app::{Actor, App, Outcome, Submit};
use tutela_domain::fields::{Fields, Raw};
use tutela_domain::ids::CaseId;
use tutela_domain::records::RecordType;
use tutela_domain::time::day_of;

/// So many days before today everybody came into the book: before the oldest story begins.
const DAYS_AGO: i64 = 1_500;

/// Who stands in the book: the fields of each entry.
type Lines = &'static [&'static [(&'static str, &'static str)]];

const GUARDIANS: Lines = &[
    &[
        ("names", "Miriam Okafor (training)"),
        ("speaks", "en"),
        ("also_speaks", "Vietnamese, French"),
        ("trained", "yes"),
        ("independent", "yes"),
        ("at_most", "4"),
    ],
    &[
        ("names", "Тодор Вълчев (training)\nTodor Valchev (training)"),
        ("speaks", "bg"),
        ("also_speaks", "English, Romanian"),
        ("trained", "yes"),
        ("independent", "yes"),
        ("at_most", "6"),
    ],
    &[
        ("names", "Hélène Ducastel (training)"),
        ("speaks", "fr"),
        ("also_speaks", "English"),
        ("trained", "yes"),
        ("independent", "yes"),
    ],
];

const PROVIDERS: Lines = &[
    &[
        ("name", "House at the lock (training)"),
        ("kind", "residential_short"),
        ("places", "9"),
        ("adults_on_site", "no"),
        ("policy", "yes"),
        ("reporting", "yes"),
        ("standards", "keeping_children_safe_2014"),
    ],
    &[
        ("name", "Foster service of the county (training)"),
        ("kind", "foster"),
        ("places", "30"),
        ("adults_on_site", "no"),
        ("policy", "yes"),
        ("reporting", "yes"),
        ("standards", "national"),
    ],
];

/// A home in which no child of the demonstration lives.
const HOSTEL: &[(&str, &str)] = &[
    ("name", "Hostel by the mill (training)"),
    ("kind", "residential_long"),
    ("places", "6"),
    ("free", "0"),
    ("adults_on_site", "no"),
    ("policy", "yes"),
    ("reporting", "no"),
];

/// So many days before today the homes said how they stand.
const SAID_DAYS_AGO: i64 = 30;

/// The book of the demonstration.
pub(super) struct Book {
    guardians: Vec<u64>,
    /// With the kind of care.
    providers: Vec<(String, u64)>,
    /// How many guardians were asked for.
    asked: usize,
}

impl Book {
    /// Writes everybody into the book.
    pub fn written(app: &App, clock: &StoryClock, supervisor: &Actor, now: Timestamp) -> Result<Self, Failure> {
        let then = now.checked_sub((24 * DAYS_AGO).hours())?;
        clock.set(Some(then));
        let mut book = Self {
            guardians: Vec::new(),
            providers: Vec::new(),
            asked: 0,
        };
        for fields in GUARDIANS {
            book.guardians
                .extend(enter(app, supervisor, RecordType::GuardianRegistered, fields)?);
        }
        for fields in PROVIDERS {
            let kind = fields
                .iter()
                .find(|(name, _)| *name == "kind")
                .map_or("", |(_, kind)| kind);
            let entry = enter(app, supervisor, RecordType::ProviderRegistered, fields)?;
            book.providers.extend(entry.map(|entry| (kind.to_owned(), entry)));
        }
        Ok(book)
    }

    /// What the homes said of themselves of late: free places, the dates of their policies, an inspection. The policy of the last
    /// has run out.
    pub fn renewed(&self, app: &App, clock: &StoryClock, supervisor: &Actor, now: Timestamp) -> Result<(), Failure> {
        clock.set(Some(now.checked_sub((24 * SAID_DAYS_AGO).hours())?));
        let today = day_of(now, &app.settings().calendar.zone);
        let day = |days: i64| Ok::<_, Failure>(today.checked_add(days.days())?.to_string());
        let (began, ends, ended) = (day(-600)?, day(200)?, day(-9)?);
        let audited = day(-120)?;
        let of = |until| {
            [
                ("policy_from", &*began),
                ("policy_until", until),
                ("audited", &*audited),
            ]
        };
        for (fields, free) in PROVIDERS.iter().zip(["5", "11"]) {
            let kind = fields.iter().find(|(name, _)| *name == "kind").map(|(_, kind)| *kind);
            let before = self.providers.iter().find(|(of, _)| Some(&**of) == kind);
            let Some(before) = before.map(|(_, entry)| entry.to_string()) else {
                continue;
            };
            let fields: Vec<_> = fields.iter().copied().chain(of(&ends)).collect();
            let fields = [fields, vec![("free", free), ("replaces", &*before)]].concat();
            if let Some(entry) = enter(app, supervisor, RecordType::ProviderRegistered, &fields)? {
                let inspected = [
                    ("provider", &*entry.to_string()),
                    ("by", "County inspectors (training)"),
                    ("meets_standards", "yes"),
                    (
                        "findings",
                        "Two staff at night, and a door that each child can lock. [training data]",
                    ),
                ];
                enter(app, supervisor, RecordType::ProviderInspected, &inspected)?;
            }
        }
        let fields = [HOSTEL, &of(&ended)].concat();
        enter(app, supervisor, RecordType::ProviderRegistered, &fields)?;
        Ok(())
    }

    /// The same record of a story, pointing at somebody of the book where that says nothing else: every guardian who is trained
    /// and independent but each third, who stays a name, and every home of a kind that the book knows.
    pub fn pointing(&mut self, submit: &Submit) -> Option<Submit> {
        let says = |field: &str| submit.fields.get(field).and_then(Raw::as_text);
        let (entry, name) = match submit.record_type {
            RecordType::GuardianAppointed => {
                let fit = |field| matches!(says(field), Some("yes"));
                if !fit("trained") || !fit("independent") {
                    return None;
                }
                self.asked += 1;
                let turn = self.asked.checked_rem(self.guardians.len() + 1)?;
                (*self.guardians.get(turn)?, "guardian")
            }
            RecordType::PlacementStarted => {
                let has = match submit.fields.get("provider_has")? {
                    Raw::List(all) => all.len(),
                    _ => 1,
                };
                let kind = says("kind")?;
                let (_, entry) = self.providers.iter().find(|(of, _)| of == kind).filter(|_| has >= 3)?;
                (*entry, "provider")
            }
            _ => return None,
        };
        let mut fields = submit.fields.clone();
        fields.remove(name);
        fields.insert("in_book".to_owned(), Raw::text(entry.to_string()));
        Some(Submit {
            fields,
            id: tutela_app::submission_id().ok()?,
            ..submit.clone()
        })
    }
}

fn enter(
    app: &App,
    supervisor: &Actor,
    record_type: RecordType,
    fields: &[(&str, &str)],
) -> Result<Option<u64>, Failure> {
    let fields: Fields = fields
        .iter()
        .map(|(name, text)| ((*name).to_owned(), Raw::text(*text)))
        .collect();
    let submit = Submit {
        record_type,
        fields,
        answers: Fields::new(),
        occurred: None,
        basis: None,
        urgent: None,
        seen: u64::MAX,
        id: tutela_app::submission_id()?,
    };
    Ok(match app.submit(supervisor, CaseId::AUTHORITY, &submit)? {
        Outcome::Recorded(receipt) => Some(receipt.seq),
        _ => None,
    })
}
