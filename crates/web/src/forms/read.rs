//! From what was typed to the fields of a record. Nothing is judged here: the domain reads and checks.

use super::envelope;
use super::typed::{Typed, rows_of};
use tutela_domain::fields::{Control, FieldDef, Fields, Raw};
use tutela_domain::records::RecordType;

/// The record that a correction corrects, as it reads now.
#[derive(Clone, Copy, Debug)]
pub struct Correcting<'a> {
    /// Its type.
    pub record: RecordType,
    /// Its fields.
    pub fields: &'a Fields,
}

/// The fields of a record as they were typed. Empty rows are left out of `typed` as well, so that the
/// rows of the form and those of the problems have the same numbers.
pub fn read_fields(record: RecordType, typed: &mut Typed, correcting: Option<Correcting<'_>>) -> Fields {
    let mut rows = rows_of(record, "");
    if let Some(old) = correcting {
        rows.extend(rows_of(old.record, REPLACE));
    }
    for name in rows {
        typed.close_gaps(&name);
    }
    group(&record.fields(), typed, "", correcting)
}

/// The fields that every record has beside its own: when it happened, the basis, the reason of urgency.
pub fn read_envelope(typed: &Typed) -> Fields {
    let mut fields = Fields::new();
    if let Some(when) = when(typed, envelope::OCCURRED) {
        fields.insert(envelope::OCCURRED.to_owned(), when);
    }
    for name in [envelope::BASIS, envelope::URGENT, envelope::URGENT_REASON] {
        if let Some(text) = text(typed, name) {
            fields.insert(name.to_owned(), text);
        }
    }
    fields
}

/// Below this name stand the fields that a correction replaces.
const REPLACE: &str = "replace.";

fn group(definitions: &[FieldDef], typed: &Typed, prefix: &str, correcting: Option<Correcting<'_>>) -> Fields {
    definitions
        .iter()
        .filter_map(|definition| {
            let raw = one(definition, typed, &format!("{prefix}{}", definition.name), correcting)?;
            Some((definition.name.to_owned(), raw))
        })
        .collect()
}

fn one(definition: &FieldDef, typed: &Typed, name: &str, correcting: Option<Correcting<'_>>) -> Option<Raw> {
    match definition.control {
        Control::Many(_) => {
            let all: Vec<Raw> = typed
                .all(name)
                .iter()
                .filter(|v| !v.is_empty())
                .map(Raw::text)
                .collect();
            (!all.is_empty()).then_some(Raw::List(all))
        }
        Control::Date => date(typed, name).map(Raw::Text),
        Control::When => when(typed, name),
        Control::Rows(fields) => {
            let fields = fields();
            let rows: Vec<Raw> = (1..=typed.rows(name))
                .map(|row| Raw::Row(group(&fields, typed, &format!("{name}.{row}."), None)))
                .collect();
            (!rows.is_empty()).then_some(Raw::List(rows))
        }
        Control::Replacement => {
            let old = correcting?;
            let changed = replaced(old, group(&old.record.fields(), typed, REPLACE, None));
            (!changed.is_empty()).then_some(Raw::Row(changed))
        }
        _ => text(typed, name),
    }
}

/// Only what is not as it was; what was emptied is replaced by nothing.
fn replaced(old: Correcting<'_>, new: Fields) -> Fields {
    let mut changed = Fields::new();
    for definition in old.record.fields() {
        let (before, after) = (old.fields.get(definition.name), new.get(definition.name));
        // A form cannot give names as a list, nor keep the kind of line ends.
        if plain(before) != plain(after) {
            let value = after.cloned().unwrap_or_else(|| Raw::text(""));
            changed.insert(definition.name.to_owned(), value);
        }
    }
    changed
}

fn plain(raw: Option<&Raw>) -> String {
    match raw {
        None => String::new(),
        Some(Raw::Text(text)) => text.replace("\r\n", "\n").trim().to_owned(),
        Some(Raw::List(list)) => list.iter().map(|r| plain(Some(r))).collect::<Vec<_>>().join("\n"),
        Some(Raw::Row(row)) => row
            .iter()
            .map(|(name, raw)| format!("{name}\u{1f}{}", plain(Some(raw))))
            .collect::<Vec<_>>()
            .join("\u{1e}"),
    }
}

fn text(typed: &Typed, name: &str) -> Option<Raw> {
    let text = typed.one(name);
    (!text.trim().is_empty()).then(|| Raw::text(text))
}

/// `2026-11-25` from three inputs; `None` when all are empty. What is not a number stays as typed, and is refused later.
fn date(typed: &Typed, name: &str) -> Option<String> {
    let part = |part: &str| typed.one(&format!("{name}.{part}")).trim().to_owned();
    let (year, month, day) = (part("year"), part("month"), part("day"));
    match (year.as_str(), month.as_str(), day.as_str()) {
        ("", "", "") => None,
        (year, "", "") => Some(year.to_owned()),
        (year, month, "") => Some(format!("{year}-{month:0>2}")),
        // A day without a month is no date: an empty part makes the domain say so.
        (year, "", day) => Some(format!("{year}--{day:0>2}")),
        (year, month, day) => Some(format!("{year}-{month:0>2}-{day:0>2}")),
    }
}

fn moment(typed: &Typed, name: &str) -> Option<String> {
    let time = typed.one(&format!("{name}.time")).trim().replace('.', ":");
    match (date(typed, name), time.as_str()) {
        (date, "") => date,
        (date, time) => Some(format!("{}T{time:0>5}", date.unwrap_or_default())),
    }
}

fn when(typed: &Typed, name: &str) -> Option<Raw> {
    let (from, to) = (moment(typed, name), moment(typed, &format!("{name}.to")));
    match (from, to) {
        (None, None) => None,
        (Some(from), None) => Some(Raw::text(from)),
        (from, Some(to)) => Some(Raw::text(format!("{}/{to}", from.unwrap_or_default()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tutela_domain::records::Record;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        let mut typed = Typed::default();
        for (name, value) in pairs {
            typed.add(name, (*value).to_owned());
        }
        typed
    }

    #[test]
    fn a_form_gives_the_fields_of_a_record() {
        let mut typed = typed(&[
            ("occasion", "moved"),
            ("risks.2.risk", "calls"),
            ("risks.2.likelihood", "high"),
            ("risks.2.severity", "medium"),
            ("risks.2.measure", "A new number."),
            ("risks.2.owner", "M. Sava"),
            ("risks.2.by.day", "2"),
            ("risks.2.by.month", "12"),
            ("risks.2.by.year", "2026"),
            ("risks.1.owner", " "),
            ("serious_risk_on_return", "unknown"),
        ]);
        let fields = read_fields(RecordType::RiskAssessment, &mut typed, None);
        let record = Record::read(RecordType::RiskAssessment, &fields).unwrap();
        // The empty first row is gone, here and in the form.
        assert_eq!(typed.one("risks.1.risk"), "calls");
        // What is kept makes the same form again.
        let again = Typed::from_fields(&RecordType::RiskAssessment.fields(), &record.write(), "");
        let mut copy = again.clone();
        assert_eq!(read_fields(RecordType::RiskAssessment, &mut copy, None), fields);
        assert_eq!(again.one("risks.1.by.month"), "12");
    }

    #[test]
    fn times_are_read_whole_in_part_or_between_two() {
        let read = |pairs: &[(&str, &str)]| when(&typed(pairs), "t").and_then(|r| r.as_text().map(str::to_owned));
        let day = [("t.day", "5"), ("t.month", "1"), ("t.year", "2026")];
        assert_eq!(read(&day).as_deref(), Some("2026-01-05"));
        assert_eq!(
            read(&[&day[..], &[("t.time", "9:05")]].concat()).as_deref(),
            Some("2026-01-05T09:05")
        );
        assert_eq!(
            read(
                &[
                    &day[..],
                    &[("t.to.day", "7"), ("t.to.month", "1"), ("t.to.year", "2026")]
                ]
                .concat()
            )
            .as_deref(),
            Some("2026-01-05/2026-01-07")
        );
        assert_eq!(read(&[("t.day", "5")]).as_deref(), Some("--05"));
        assert_eq!(read(&[]), None);
    }

    #[test]
    fn a_correction_replaces_only_what_was_changed() {
        let old = Fields::from([
            ("police".to_owned(), Raw::text("Harbour")),
            ("reference".to_owned(), Raw::text("77")),
        ]);
        let correcting = Correcting {
            record: RecordType::PoliceInformed,
            fields: &old,
        };
        let mut typed = typed(&[
            ("entry", "4"),
            ("reason", "Wrong number."),
            ("withdraw", "no"),
            ("replace.police", "Harbour"),
            ("replace.reference", "78"),
        ]);
        let fields = read_fields(RecordType::Correction, &mut typed, Some(correcting));
        let expected = Fields::from([("reference".to_owned(), Raw::text("78"))]);
        assert_eq!(fields.get("replace"), Some(&Raw::Row(expected)));
        assert!(Record::read(RecordType::Correction, &fields).is_ok());
    }

    #[test]
    fn rows_are_added_and_taken_away_without_loss() {
        let mut typed = typed(&[("risks.1.owner", "a"), ("risks.2.owner", "b"), ("risks.3.owner", "c")]);
        typed.remove_row("risks", 2);
        assert_eq!((typed.one("risks.1.owner"), typed.one("risks.2.owner")), ("a", "c"));
        assert_eq!(typed.rows("risks"), 2);
        assert_eq!(Typed::decode(typed.encode().as_bytes()), typed);
    }
}
