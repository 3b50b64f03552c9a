//! What lists need of a case: instants and a sealed summary, written with each entry and whenever time changes them.

use crate::error::AppError;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::OnceLock;
use tutela_domain::assess::{Assessment, DutyInstance, DutyState};
use tutela_domain::case::Case;
use tutela_domain::codes::Exploitation;
use tutela_domain::entry::Seq;
use tutela_domain::fields::Code;
use tutela_domain::records::{Record, RecordType};
use tutela_domain::registers;
use tutela_domain::stage::Guardianship;
use tutela_domain::value::Truth;
use tutela_matching::Names;
use tutela_store::{AgencyId, Breach, CaseRow, NameKey, Plain, Projection, RegisterRow, StaffId, WorkRow};

/// Changes with what stands here or how it is reckoned: the rows of every case are then made anew.
pub(crate) const VERSION: u32 = 5;

/// What a list shows of a case, sealed with the case's key.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Summary {
    pub pseudonym: Option<String>,
    pub stage: String,
    #[serde(default)]
    pub guardian_vacant: bool,
    #[serde(default)]
    pub liberty_restricted: bool,
    /// The child's names in every writing.
    #[serde(default)]
    pub names: Vec<String>,
    /// Codes.
    #[serde(default)]
    pub sex: Option<String>,
    #[serde(default)]
    pub nationality: Option<String>,
    #[serde(default)]
    pub exploitation: Vec<String>,
    /// What the registers show, by the entry that began it.
    #[serde(default)]
    pub registers: BTreeMap<Seq, InRegister>,
    /// Duties that were settled and not done, by their keys.
    #[serde(default)]
    pub settled: BTreeMap<String, Settled>,
    /// What is to be done, also what opens later: as the rows of work have it. None where an older program made the summary.
    #[serde(default)]
    pub owed: Option<Vec<OwedDuty>>,
    /// The names as a search compares them, once that was asked.
    #[serde(skip)]
    compared: OnceLock<Names>,
}

/// A duty of a case that is not done, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwedDuty {
    /// The name of its rule, as `pack/id`.
    pub rule: String,
    /// Its identity.
    pub key: String,
    /// Since when it is owed.
    #[serde(with = "jiff::fmt::serde::timestamp::microsecond::required")]
    pub opened: Timestamp,
    /// By when it is due.
    #[serde(with = "jiff::fmt::serde::timestamp::microsecond::optional")]
    pub due: Option<Timestamp>,
}

impl From<&WorkRow> for OwedDuty {
    fn from(work: &WorkRow) -> Self {
        Self {
            rule: work.rule.clone(),
            key: work.instance.clone(),
            opened: work.opens_at,
            due: work.due_at,
        }
    }
}

/// How a duty was settled that was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Settled {
    /// Another took it over.
    HandedOver,
    /// A supervisor set it aside, with reasons.
    SetAside,
    /// It ended with the case.
    Ended,
}

/// What a register shows of its line, beside the instants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum InRegister {
    /// A guardian: the names in every writing; none where the appointment only refers to the authority's book.
    Guardian(Vec<String>),
    /// Where a child lives.
    Placement {
        /// The kind, as a code.
        kind: String,
        /// The provider, as it was named; empty where the placement only refers to the authority's book.
        provider: String,
    },
    /// A restriction of liberty: the measures, as codes.
    Liberty {
        /// What is restricted.
        measures: Vec<String>,
        /// Whether a judge approved it; `None` when it is not known.
        judge: Option<bool>,
    },
    /// A missing child.
    Missing,
    /// An inquiry.
    Inquiry {
        /// Whether it came to us.
        received: bool,
        /// From whom or to whom.
        other: String,
        /// The hands through which it went, as codes, each with since when it lies there.
        hands: Vec<(String, Timestamp)>,
    },
}

impl Summary {
    /// The names in every writing and the pseudonym, as a search compares them.
    pub fn compared(&self) -> &Names {
        let names = || self.names.iter().chain(&self.pseudonym).map(String::as_str);
        self.compared.get_or_init(|| Names::of(names()))
    }
}

/// The rows of a case, as it stands. They hold instants, never states: lists compare with now.
pub(crate) fn projection(case: &Case, assessment: &Assessment, agency: &AgencyId) -> Result<Projection, AppError> {
    let accepted = case
        .of_type(RecordType::ReferralAccepted)
        .filter_map(|e| match &e.record {
            Record::ReferralAccepted(a) => Some((e.seq, a)),
            _ => None,
        });
    let accepted = accepted.max_by_key(|(seq, _)| *seq).map(|(_, a)| a);
    let closed_at = assessment
        .closed_by
        .and_then(|seq| case.entry(seq))
        .map(|e| e.entry.occurred.to);
    let in_registers = registers::of_case(case, assessment.at, closed_at);
    let mut summary = summary(case, assessment, &in_registers);
    summary.pseudonym = accepted.map(|a| a.pseudonym.reveal().to_owned());
    let names = summary
        .names
        .iter()
        .map(String::as_str)
        .chain(summary.pseudonym.as_deref());
    let name_keys = tutela_matching::keys(names);
    // A duty that waits because doing it may harm is no work: a list must never urge it.
    let held = |d: &&DutyInstance| d.state == DutyState::NotYet && d.opened <= assessment.at;
    let work: Vec<WorkRow> = assessment.duties.iter().filter(|d| !held(d)).map(work_row).collect();
    let to_do = || work.iter().filter(|work| work.done_at.is_none());
    summary.owed = Some(to_do().map(OwedDuty::from).collect());
    Ok(Projection {
        case_row: CaseRow {
            agency: agency.clone(),
            caseworker: accepted.map(|a| StaffId::new(a.caseworker.reveal())),
            assessed_at: assessment.at,
            next_change_at: assessment.next_change,
            next_due_at: to_do().filter_map(|w| w.due_at).min(),
            last_written: case.written.iter().map(|e| e.written).max().unwrap_or(assessment.at),
            closed_at,
            missing: assessment.closed_by.is_none() && assessment.conditions.missing_since.is_some(),
            summary: Plain::from(serde_json::to_vec(&summary).map_err(|_| AppError::Unreadable(case.head))?),
        },
        work_rows: work,
        register_rows: in_registers.iter().flat_map(register_rows).collect(),
        breaches: breaches(case, assessment),
        name_keys: name_keys.iter().map(|key| NameKey::new(key.reveal())).collect(),
    })
}

/// The name under which restrictions that count for the authority's review stand once more, so that they are counted without
/// opening a case.
pub(crate) const DETENTIONS: &str = "detentions";

fn register_rows(line: &registers::InRegister) -> impl Iterator<Item = RegisterRow> + use<> {
    let row = RegisterRow {
        register: line.register.name().to_owned(),
        entry: line.entry,
        from: line.from,
        until: line.until,
        ended: line.ended,
        in_book: line.in_book.map(|named| named.0),
    };
    // In the order of their names, as the store gives them.
    let counted = line.detains.then(|| RegisterRow {
        register: DETENTIONS.to_owned(),
        ..row.clone()
    });
    counted.into_iter().chain([row])
}

fn work_row(duty: &DutyInstance) -> WorkRow {
    WorkRow {
        rule: duty.rule.name(),
        instance: duty.key(),
        opens_at: duty.opened,
        due_at: duty.due.as_ref().map(|d| d.at),
        done_at: duty.done.map(|d| d.at).or(duty.settled.map(|s| s.at)),
    }
}

/// Dates that have passed, steps that lacked a safeguard. The store notes each once.
fn breaches(case: &Case, assessment: &Assessment) -> Vec<Breach> {
    let late = assessment.duties.iter().filter_map(|duty| {
        let passed = matches!(duty.state, DutyState::Overdue | DutyState::DoneLate);
        let due = duty.due.as_ref().filter(|_| passed)?;
        Some(Breach {
            rule: duty.rule.name(),
            instance: duty.key(),
            at: due.at,
        })
    });
    // A need that has ended, or a correction, takes no breach back.
    let missed = assessment.missed.iter().map(|missed| Breach {
        rule: missed.rule.name(),
        instance: missed.key(),
        at: missed.due,
    });
    let unguarded = assessment.breaches.iter().filter_map(|breach| {
        let act = case.as_written(breach.entry)?;
        Some(Breach {
            rule: breach.rule.name(),
            instance: format!("{}#{}", breach.rule.name(), breach.entry),
            at: act.occurred.from,
        })
    });
    late.chain(missed).chain(unguarded).collect()
}

fn summary(case: &Case, assessment: &Assessment, in_registers: &[registers::InRegister]) -> Summary {
    let mut summary = Summary {
        stage: assessment.stage.name().to_owned(),
        guardian_vacant: assessment.conditions.guardian == Guardianship::Vacant,
        liberty_restricted: assessment.conditions.liberty_restricted,
        ..Summary::default()
    };
    for effective in &case.entries {
        match &effective.entry.record {
            Record::ReferralReceived(r) => {
                summary.names.extend(r.names.iter().flat_map(|n| n.reveal()).cloned());
                summary.sex = r.sex.map(|s| s.code().to_owned()).or(summary.sex);
            }
            Record::IdentityEstablished(i) => {
                summary.names.extend(i.names.reveal().iter().cloned());
                summary.nationality = Some(i.nationality.code().to_owned());
            }
            Record::VictimPresumed(v) => {
                summary.exploitation = v
                    .exploitation
                    .0
                    .iter()
                    .map(|e: &Exploitation| e.code().to_owned())
                    .collect();
            }
            _ => {}
        }
    }
    let settled = assessment.duties.iter().filter_map(|duty| {
        let how = match duty.state {
            DutyState::HandedOver => Settled::HandedOver,
            DutyState::SetAside => Settled::SetAside,
            DutyState::Ended => Settled::Ended,
            _ => return None,
        };
        Some((duty.key(), how))
    });
    summary.settled = settled.collect();
    let mut seen = std::collections::BTreeSet::new();
    summary.names.retain(|name| seen.insert(name.clone()));
    summary.registers = in_registers
        .iter()
        .filter_map(|line| Some((line.entry, in_register(case, line)?)))
        .collect();
    summary
}

fn in_register(case: &Case, line: &registers::InRegister) -> Option<InRegister> {
    let began = &case.entry(line.entry)?.entry.record;
    Some(match began {
        Record::GuardianAppointed(g) => {
            InRegister::Guardian(g.guardian.iter().flat_map(|names| names.reveal()).cloned().collect())
        }
        Record::PlacementStarted(p) => InRegister::Placement {
            kind: p.kind.code().to_owned(),
            provider: p.provider.as_ref().map_or_else(String::new, |p| p.reveal().to_owned()),
        },
        Record::LibertyRestricted(l) => InRegister::Liberty {
            measures: l.measures.0.iter().map(|m| m.code().to_owned()).collect(),
            judge: match l.judge_approved {
                Truth::True => Some(true),
                Truth::False => Some(false),
                Truth::Unknown => None,
            },
        },
        Record::MissingReported(_) => InRegister::Missing,
        Record::InquirySent(i) => inquiry(case, line.entry, false, i.to.reveal()),
        Record::InquiryReceived(i) => inquiry(case, line.entry, true, i.from.reveal()),
        _ => return None,
    })
}

fn inquiry(case: &Case, entry: Seq, received: bool, other: &str) -> InRegister {
    let hands = registers::hands(case, entry);
    InRegister::Inquiry {
        received,
        other: other.to_owned(),
        hands: hands
            .into_iter()
            .map(|(hand, since)| (hand.code().to_owned(), since))
            .collect(),
    }
}
