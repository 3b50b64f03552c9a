//! `pack.toml`: who, since when, how days are counted, the instruments cited.

use crate::error::Report;
use crate::suggest;
use crate::toml_file::{self, At, Reader};
use jiff::{Timestamp, civil, tz::TimeZone};
use std::cell::RefCell;
use tutela_domain::rules::{Source, Weight};
use tutela_domain::time::{DayEnd, MonthEnd, Reckoning, day_start};

/// An instrument that the rules cite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// With what its citations begin.
    pub id: String,
    /// Its full title.
    pub title: String,
    /// How binding it is.
    pub weight: Weight,
}

/// What has to be decided about a child, as chapter 3 of OSCE Occasional Paper No. 9 asks it: each with
/// its name in packs. Somebody must decide each of them, and a pack says who.
pub const DECISIONS: &[(&str, &str)] = &[
    ("removal", "Is the child taken away from an exploiter or a parent?"),
    ("care-tonight", "Who looks after the child at once?"),
    (
        "questioning",
        "When and where is the child questioned about what was done?",
    ),
    ("proceedings", "Is the child asked to take part in legal proceedings?"),
    (
        "legal-responsibility",
        "Who takes legal responsibility for a child without parental care?",
    ),
    ("legal-advice", "Who gives the child legal advice?"),
    ("housing-short", "Where does the child live in the short term?"),
    ("housing-long", "Where does the child live in the long term?"),
    ("asking-the-child", "Who asks what the child wants, and how?"),
    ("reunification", "Is the child reunited with the family, when and how?"),
    ("return", "Is a child from another country returned, and to whom?"),
    (
        "inquiry-at-home",
        "Who looks into the child's home or place of origin, and how?",
    ),
];

/// Who decides one of [`DECISIONS`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What is decided: its name.
    pub about: &'static str,
    /// What is decided, as a question.
    pub question: &'static str,
    /// Who decides it.
    pub who: String,
    /// Where that comes from.
    pub sources: Vec<Source>,
    /// Whether the pack's authors read the wording of the sources.
    pub checked: bool,
    /// The file and line.
    pub place: String,
}

/// What `pack.toml` says.
#[derive(Clone, Debug)]
pub(crate) struct Manifest {
    pub id: String,
    pub title: String,
    pub jurisdiction: String,
    pub version: String,
    pub from: Option<Timestamp>,
    pub until: Option<Timestamp>,
    pub extends: Vec<String>,
    pub open_duties: bool,
    pub reckoning: Option<Reckoning>,
    pub instruments: Vec<Instrument>,
    pub decisions: Vec<Decision>,
}

impl Manifest {
    /// Reads `pack.toml`; what cannot be read is reported.
    pub fn read(report: &mut Report<'_>) -> Option<Self> {
        let text = report.text;
        let table = toml_file::parse(text, report)?;
        let report = RefCell::new(report);
        let reader = Reader::new(&table, 0..0, &report);
        let id = reader.required("id", "Write id = \"…\": letters, digits and `-`.");
        if let Some(id) = &id {
            kebab(&reader, id);
        }
        let title = reader.required("title", "Write title = \"…\", as people call it.");
        let jurisdiction = reader.required("jurisdiction", "Write for whom it holds, as \"international\".");
        let version = reader.required("version", "Write version = \"2026.1\".");
        let zone = reader.required("zone", "Write the zone of the dates, as \"Europe/Vienna\" or \"UTC\".");
        let zone = zone.and_then(|zone| match TimeZone::get(&zone.value) {
            Ok(found) => Some(found),
            Err(_) => {
                reader.wrong(
                    &zone.span,
                    format!("there is no time zone \"{}\"", zone.value),
                    "Write a name as \"Europe/Vienna\" or \"UTC\".",
                );
                None
            }
        });
        let zone = zone.unwrap_or(TimeZone::UTC);
        let from = day(&reader, "valid_from", &zone);
        let until = day(&reader, "valid_until", &zone);
        if let (Some(from), Some(until)) = (&from, &until)
            && until.value <= from.value
        {
            reader.wrong(
                &until.span,
                "`valid_until` is not after `valid_from`",
                "The version ends at the start of `valid_until`.",
            );
        }
        let extends: Vec<String> = reader.texts("extends").into_iter().map(|e| e.value).collect();
        let open_duties = reader.one_of("transition", &[("open-duties", true)]).unwrap_or(false);
        let reckoning = reader.table("reckoning").and_then(|t| reckoning(&t));
        let instruments = instruments(&reader);
        let decisions = decisions(&reader, &instruments, extends.is_empty());
        reader.finish();
        Some(Self {
            id: id?.value,
            title: title?.value,
            jurisdiction: jurisdiction?.value,
            version: version?.value,
            from: from.map(|f| f.value),
            until: until.map(|u| u.value),
            extends,
            open_duties,
            reckoning,
            instruments,
            decisions,
        })
    }
}

/// The sources that a table names and whether its authors read them; what cannot be read is reported.
pub(crate) fn sources(table: &Reader<'_, '_, '_>, instruments: &[Instrument], remedy: &str) -> (Vec<Source>, bool) {
    let mut sources = Vec::new();
    for cite in table.some_texts("source", remedy) {
        match source(instruments, &cite.value) {
            Some(source) => sources.push(source),
            None => table.wrong(
                &cite.span,
                format!("\"{}\" begins with no instrument", cite.value),
                no_instrument(instruments, &cite.value),
            ),
        }
    }
    let checked = table.one_of("checked", &[("no", false), ("yes", true)]).unwrap_or(true);
    (sources, checked)
}

/// The source that a citation names: the instrument with the longest id that it begins with.
fn source(instruments: &[Instrument], cite: &str) -> Option<Source> {
    let begins = |i: &&Instrument| {
        cite.strip_prefix(i.id.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let instrument = instruments.iter().filter(begins).max_by_key(|i| i.id.len())?;
    Some(Source {
        cite: cite.to_owned(),
        title: instrument.title.clone(),
        weight: instrument.weight,
    })
}

/// What to do about a citation of an instrument that is not there.
fn no_instrument(instruments: &[Instrument], cite: &str) -> String {
    let first = cite.split(' ').next().unwrap_or_default();
    format!(
        "A citation begins with the id of an [[instrument]] of pack.toml. {}",
        suggest::remedy(first, instruments.iter().map(|i| i.id.as_str()))
    )
}

/// Checks that an id is kebab-case.
pub(crate) fn kebab(reader: &Reader<'_, '_, '_>, id: &At<String>) -> bool {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let text = &id.value;
    let fine = text.chars().all(letters)
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && !text.ends_with('-')
        && !text.contains("--")
        && text.len() <= 60;
    if !fine {
        reader.wrong(
            &id.span,
            format!("\"{text}\" cannot be an id"),
            "An id begins with a small letter and has small letters, digits and single `-`, at most 60.",
        );
    }
    fine
}

fn day(reader: &Reader<'_, '_, '_>, key: &'static str, zone: &TimeZone) -> Option<At<Timestamp>> {
    let text = reader.text(key)?;
    let exact = text.value.len() == 10;
    let date = text.value.parse::<civil::Date>().ok().filter(|_| exact);
    let start = date.and_then(|d| day_start(d, zone));
    if start.is_none() {
        reader.wrong(
            &text.span,
            format!("\"{}\" is not a day", text.value),
            "Write it as \"2026-01-31\".",
        );
    }
    start.map(|value| At { value, span: text.span })
}

fn reckoning(table: &Reader<'_, '_, '_>) -> Option<Reckoning> {
    for key in ["days_end", "month_end"] {
        if !table.has(key) {
            table.wrong(
                &table.span,
                format!("`{key}` is missing in [reckoning]"),
                "Say both `days_end` (\"end-of-day\" or \"same-time\") and `month_end` (\"last-day\" or \"next-month\").",
            );
        }
    }
    let days_end = table.one_of(
        "days_end",
        &[("end-of-day", DayEnd::EndOfDay), ("same-time", DayEnd::SameTime)],
    );
    let month_end = table.one_of(
        "month_end",
        &[("last-day", MonthEnd::LastDay), ("next-month", MonthEnd::NextMonth)],
    );
    table.finish();
    Some(Reckoning {
        days_end: days_end?,
        month_end: month_end?,
    })
}

fn instruments(reader: &Reader<'_, '_, '_>) -> Vec<Instrument> {
    let mut instruments: Vec<Instrument> = Vec::new();
    for table in reader.tables("instrument") {
        let id = table.required("id", "Citations begin with it, as \"Warsaw\".");
        let title = table.required("title", "Write the full title.");
        if !table.has("weight") {
            table.wrong(
                &table.span,
                "`weight` is missing",
                "Say \"binding\", \"guidance\" or \"agreement\".",
            );
        }
        let weight = table.one_of(
            "weight",
            &[
                ("binding", Weight::Binding),
                ("guidance", Weight::Guidance),
                ("agreement", Weight::Agreement),
            ],
        );
        if let Some(id) = &id
            && instruments.iter().any(|i| i.id == id.value)
        {
            table.wrong(
                &id.span,
                format!("the instrument \"{}\" stands twice", id.value),
                "Keep one of them.",
            );
        }
        table.finish();
        if let Some(id) = id {
            // What is missing is already reported; the citations of it need no second report.
            instruments.push(Instrument {
                id: id.value,
                title: title.map(|t| t.value).unwrap_or_default(),
                weight: weight.unwrap_or(Weight::Guidance),
            });
        }
    }
    instruments
}

/// Who decides what. A pack that builds on no other and names one decision names them all.
fn decisions(reader: &Reader<'_, '_, '_>, instruments: &[Instrument], builds_on_none: bool) -> Vec<Decision> {
    let mut decisions: Vec<Decision> = Vec::new();
    let tables = reader.tables("decision");
    let mut named: Vec<&str> = Vec::new();
    let mut unread = false;
    let questions: Vec<_> = DECISIONS.iter().map(|decision| (decision.0, decision)).collect();
    for table in &tables {
        if !table.has("about") {
            table.wrong(&table.span, "`about` is missing", one_of_the_decisions());
        }
        let about = table.one_of("about", &questions);
        let who = table.required(
            "who",
            "Say who decides, as \"court\" or \"the authority named by law\".",
        );
        let (sources, checked) = sources(
            table,
            instruments,
            "Write source = [\"…\"]: where it stands who decides.",
        );
        table.finish();
        let Some((about, question)) = about else {
            unread = true;
            continue;
        };
        if named.contains(about) {
            table.wrong(
                &table.span,
                format!("the decision \"{about}\" stands twice"),
                "Say once who decides it.",
            );
            continue;
        }
        named.push(about);
        if let Some(who) = who {
            decisions.push(Decision {
                about,
                question,
                who: who.value,
                sources,
                checked,
                place: table.place(),
            });
        }
    }
    let missing: Vec<&str> = DECISIONS
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| !named.contains(name))
        .collect();
    if let Some(first) = tables
        .first()
        .filter(|_| builds_on_none && !unread && !missing.is_empty())
    {
        first.wrong(
            &first.span,
            format!("no [[decision]] says who decides {}", missing.join(", ")),
            "Where the law leaves it open, write who = \"the authority named by law\".",
        );
    }
    decisions.sort_by_key(|d| DECISIONS.iter().position(|(name, _)| *name == d.about));
    decisions
}

fn one_of_the_decisions() -> String {
    let names: Vec<&str> = DECISIONS.iter().map(|(name, _)| *name).collect();
    format!("Say what is decided: {}.", names.join(", "))
}
