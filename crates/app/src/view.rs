//! A case as a person may see it.

use crate::accounts::Colleagues;
use crate::recent::{Recorded, Standing};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;
use tutela_domain::assess::{Assessment, DutyInstance, Opener, explain, facts_of};
use tutela_domain::codes::Basis;
use tutela_domain::entry::{Entry, Role, Seq};
use tutela_domain::facts::Fact;
use tutela_domain::fields::{Class, FieldDef, Fields, Raw};
use tutela_domain::ids::CaseId;
use tutela_domain::records::{Record, RecordType};
use tutela_domain::rules::{Condition, Protocol, Safeguard, Scope};
use tutela_domain::time::{Calendar, Occurred};
use tutela_domain::value::Value;
use tutela_domain::view::Moment;

/// A case, redacted for the person who looks.
#[derive(Debug)]
pub struct CaseView {
    /// The case.
    pub id: CaseId,
    /// Its reference.
    pub reference: String,
    /// The time as of which it is seen.
    pub at: Timestamp,
    /// The number of its newest entry; a form sends it back, so that others' writing is noticed.
    pub head: Seq,
    /// The zone and working days by which its time is counted.
    pub calendar: Calendar,
    /// The entries, by when they happened; withdrawn ones too, marked as such.
    pub entries: Vec<ShownEntry>,
    /// What follows from them.
    pub assessment: Arc<Assessment>,
    /// The people of the agency.
    pub names: Arc<Colleagues>,
    /// The names of those of the authority's book to whom the case refers, by their entry; empty for who may not read the book.
    pub in_book: BTreeMap<Seq, Vec<String>>,
    standing: Arc<Standing>,
}

/// Who wrote an entry.
#[derive(Clone, Debug)]
pub struct Author {
    /// The name that colleagues see; the id when the person has left.
    pub name: String,
    /// In which role.
    pub role: Role,
}

/// An entry, redacted.
#[derive(Clone, Debug)]
pub struct ShownEntry {
    /// Its number.
    pub seq: Seq,
    /// Its record type.
    pub record_type: RecordType,
    /// When it happened.
    pub occurred: Occurred,
    /// When it was written.
    pub written: Timestamp,
    /// By whom.
    pub author: Author,
    /// Our own act, or reported.
    pub basis: Basis,
    /// Why it could not wait.
    pub urgent: Option<String>,
    /// Its fields as they read now.
    pub fields: Vec<Shown>,
    /// For an entry that was corrected: its fields as they were written.
    pub as_written: Option<Vec<Shown>>,
    /// The corrections that changed it, oldest first.
    pub corrected_by: Vec<Seq>,
    /// The correction that withdrew it.
    pub withdrawn_by: Option<Seq>,
    /// The answers to questions of packs, by `pack/id`.
    pub answers: Fields,
}

/// A field as it is shown.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Its definition.
    pub def: FieldDef,
    /// What was given; `None` when nothing was.
    pub value: Option<Raw>,
    /// Whether it is withheld from this person.
    pub withheld: bool,
}

impl ShownEntry {
    /// The field of a name.
    pub fn field(&self, name: &str) -> Option<&Raw> {
        self.fields.iter().find(|f| f.def.name == name)?.value.as_ref()
    }

    /// The single text of a field.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.field(name).and_then(Raw::as_text)
    }

    /// Whether the entry stands: it was not withdrawn.
    pub fn stands(&self) -> bool {
        self.withdrawn_by.is_none()
    }
}

impl CaseView {
    pub(crate) fn of(
        standing: &Arc<Standing>,
        at: Timestamp,
        names: Arc<Colleagues>,
        reads_book: bool,
        sees: &dyn Fn(Class) -> bool,
    ) -> Self {
        let Standing {
            recorded,
            around,
            assessment,
        } = standing.as_ref();
        let Recorded { loaded, folded: case } = recorded.as_ref();
        let book = around.world.book.as_ref().filter(|_| reads_book);
        let mut entries: Vec<ShownEntry> = case
            .written
            .iter()
            .map(|written| {
                let effective = case.entry(written.seq);
                let reads = effective.map_or(written, |e| &e.entry);
                let corrected_by = effective.map(|e| e.corrected_by.clone()).unwrap_or_default();
                ShownEntry {
                    seq: written.seq,
                    record_type: reads.record.record_type(),
                    occurred: reads.occurred,
                    written: written.written,
                    author: author(written, &names),
                    basis: written.basis,
                    urgent: written.urgent.as_ref().map(|w| w.reveal().to_owned()),
                    fields: shown(reads, sees),
                    as_written: (!corrected_by.is_empty()).then(|| shown(written, sees)),
                    corrected_by,
                    withdrawn_by: case.withdrawn.get(&written.seq).copied(),
                    answers: written.answers.clone(),
                }
            })
            .collect();
        entries.sort_by_key(|e| (e.occurred.from, e.seq));
        Self {
            id: loaded.id,
            reference: loaded.reference.clone(),
            at,
            head: loaded.head,
            calendar: case.calendar.clone(),
            entries,
            assessment: assessment.clone(),
            names,
            in_book: book.map_or_else(BTreeMap::new, |book| {
                let written = book.written.iter();
                let reads = written.map(|e| book.entry(e.seq).map_or(e, |read| &read.entry));
                reads
                    .filter_map(|e| Some((e.seq, named_in_book(&e.record, sees)?)))
                    .collect()
            }),
            standing: standing.clone(),
        }
    }

    /// What the requirement of a safeguard reads of the case.
    pub fn facts_of(&self, safeguard: &Safeguard) -> Vec<(&'static Fact, Value)> {
        let Standing { recorded, around, .. } = self.standing.as_ref();
        facts_of(
            safeguard,
            &recorded.folded,
            &around.world,
            &self.assessment.duties,
            self.at,
        )
    }

    /// The entry of a number.
    pub fn entry(&self, seq: Seq) -> Option<&ShownEntry> {
        self.entries.iter().find(|e| e.seq == seq)
    }

    /// The entries of a type that stand, by when they happened.
    pub fn of_type(&self, record_type: RecordType) -> impl DoubleEndedIterator<Item = &ShownEntry> {
        self.entries
            .iter()
            .filter(move |e| e.record_type == record_type && e.stands())
    }

    /// The newest entry of a type that stands.
    pub fn newest(&self, record_type: RecordType) -> Option<&ShownEntry> {
        self.of_type(record_type).next_back()
    }

    /// The name under which the case is shown; `None` before it is accepted.
    pub fn pseudonym(&self) -> Option<&str> {
        self.newest(RecordType::ReferralAccepted)?.text("pseudonym")
    }
}

/// The names of a guardian or provider in the authority's book.
pub(crate) fn named_in_book(record: &Record, sees: &dyn Fn(Class) -> bool) -> Option<Vec<String>> {
    match record {
        Record::GuardianRegistered(g) if sees(Class::Process) => Some(g.names.reveal().to_vec()),
        Record::ProviderRegistered(p) if sees(Class::Location) => Some(vec![p.name.reveal().to_owned()]),
        _ => None,
    }
}

fn author(entry: &Entry, names: &Colleagues) -> Author {
    let staff = &entry.author.staff;
    Author {
        name: names.of(staff).map_or_else(|| staff.clone(), |c| c.name.clone()),
        role: entry.author.role,
    }
}

/// A record's fields; those of a class that the person may not see are withheld.
fn shown(entry: &Entry, sees: &dyn Fn(Class) -> bool) -> Vec<Shown> {
    let mut given: BTreeMap<String, Raw> = entry.record.write();
    // A correction repeats fields of another record, whose classes are that record's.
    let whole = matches!(entry.record, Record::Correction(_));
    let all = [
        Class::Voice,
        Class::Health,
        Class::Testimony,
        Class::Location,
        Class::Informant,
    ];
    entry
        .record
        .record_type()
        .fields()
        .into_iter()
        .map(|def| {
            let value = given.remove(def.name);
            let may = sees(def.class) && !(whole && def.name == "replace" && !all.iter().all(|c| sees(*c)));
            Shown {
                withheld: !may && value.is_some(),
                value: value.filter(|_| may),
                def,
            }
        })
        .collect()
}

/// Why a duty is due.
#[derive(Debug)]
pub struct WhyDue {
    /// The duty.
    pub duty: DutyInstance,
    /// The record type of the entry that opened it.
    pub opened_by: Option<RecordType>,
    /// Its condition, as the pack writes it.
    pub condition: Option<String>,
    /// The facts when it opened, and now.
    pub facts: Vec<(&'static Fact, Value, Value)>,
}

impl WhyDue {
    pub(crate) fn of(standing: &Standing, protocol: &Protocol, now: Timestamp, key: &str) -> Option<Self> {
        let Standing {
            recorded,
            around,
            assessment,
        } = standing;
        let case = &recorded.folded;
        let world = &around.world;
        let duty = assessment.duties.iter().find(|d| d.key() == key)?.clone();
        let condition = condition(protocol, &duty);
        let then = Scope::of(Moment::at(case, world, duty.opened));
        let now = Scope::of(Moment::at(case, world, now));
        let facts = condition.map_or_else(Vec::new, |c| {
            let now = explain(c, &now);
            let then = explain(c, &then);
            then.into_iter()
                .zip(now)
                .map(|((fact, then), (_, now))| (fact, then, now))
                .collect()
        });
        let opened_by = match duty.opener {
            Opener::Entry(seq) => case.entry(seq).map(|e| e.entry.record.record_type()),
            Opener::Time(_) => None,
        };
        Some(Self {
            opened_by,
            condition: condition.map(|c| c.text.clone()),
            facts,
            duty,
        })
    }
}

/// What opens a duty: its own condition, or for a remedy the safeguard that was not met.
fn condition<'p>(protocol: &'p Protocol, instance: &DutyInstance) -> Option<&'p Condition> {
    let duty = protocol.duties.iter().find(|d| Arc::ptr_eq(&d.rule, &instance.rule));
    let opens = duty.and_then(|d| d.opens.standing().or(d.opens.occasions().and_then(|(_, when)| when)));
    let safeguard = || {
        protocol
            .safeguards
            .iter()
            .find(|s| Arc::ptr_eq(&s.rule, &instance.rule))
    };
    opens.or_else(|| safeguard().map(|s| &s.require))
}
