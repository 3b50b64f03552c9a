//! What the verification of the chains tells.

use crate::error::StoreError;
use jiff::Timestamp;
use tutela_domain::ids::CaseId;

/// How far a verification is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Entries and audit rows looked at.
    pub done: u64,
    /// Entries and audit rows that there are.
    pub total: u64,
}

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// An entry's sealed bytes, clear columns or link were changed.
    EntryChanged {
        /// The case.
        case: CaseId,
        /// The entry.
        seq: u64,
    },
    /// An entry between others is missing.
    EntryMissing {
        /// The case.
        case: CaseId,
        /// The entry.
        seq: u64,
    },
    /// The case's last entries are missing.
    EntriesCut {
        /// The case.
        case: CaseId,
        /// The first that is missing.
        seq: u64,
    },
    /// The case holds entries after its head.
    EntriesAdded {
        /// The case.
        case: CaseId,
        /// The first that was added.
        seq: u64,
    },
    /// The case's head or reference was changed.
    HeadChanged {
        /// The case.
        case: CaseId,
    },
    /// Something was written up to an entry that the case no longer has, nor its head: it was turned back.
    TurnedBack {
        /// The case.
        case: CaseId,
        /// The last entry that it once had, as far as is known.
        seq: u64,
    },
    /// A reference was given, and no case has it.
    ReferenceMissing {
        /// The reference.
        reference: String,
    },
    /// Something of a case is there that is no longer in the list of cases.
    CaseMissing {
        /// The case.
        case: CaseId,
    },
    /// The list of all heads is not what was last written: a case was taken out, put in, or turned back.
    HeadsDiffer {
        /// How many cases were last written.
        expected: u64,
        /// How many there are.
        found: u64,
    },
    /// An audit row was changed.
    AuditChanged {
        /// The row.
        row: u64,
    },
    /// An audit row between others is missing.
    AuditMissing {
        /// The row.
        row: u64,
    },
    /// The last audit rows are missing.
    AuditCut {
        /// The first that is missing.
        row: u64,
    },
    /// There are audit rows after the audit's head.
    AuditAdded {
        /// The first that was added.
        row: u64,
    },
    /// There are more faults than are named.
    More {
        /// How many more.
        faults: u64,
    },
    /// A kept value that the verification needs (named here) is missing or was changed.
    KeptValue(&'static str),
    /// A checkpoint was not signed by this store, or was changed.
    NotOurCheckpoint {
        /// When it says that it was made.
        made: Timestamp,
    },
    /// The case does not hold what a checkpoint covers: its entries were changed or cut with everything that would show
    /// it, or the store was put back to an earlier state.
    UnlikeCheckpoint {
        /// The case.
        case: CaseId,
        /// When the first such checkpoint was made.
        made: Timestamp,
    },
    /// Cases that a checkpoint covers are no longer there.
    CasesGone {
        /// How many.
        cases: u64,
        /// When the checkpoint was made.
        made: Timestamp,
    },
    /// The audit does not hold what a checkpoint covers.
    AuditUnlikeCheckpoint {
        /// When the first such checkpoint was made.
        made: Timestamp,
    },
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::EntryChanged { case, seq } => write!(f, "case {case}: entry {seq} was changed"),
            Self::EntryMissing { case, seq } => write!(f, "case {case}: entry {seq} is missing"),
            Self::EntriesCut { case, seq } => write!(f, "case {case}: the entries from {seq} on were cut"),
            Self::EntriesAdded { case, seq } => write!(f, "case {case}: entry {seq} was added from outside"),
            Self::HeadChanged { case } => write!(f, "case {case}: its head or reference was changed"),
            Self::TurnedBack { case, seq } => {
                write!(f, "case {case} was turned back: it was written up to entry {seq} once")
            }
            Self::ReferenceMissing { reference } => write!(f, "the case {reference} is missing"),
            Self::CaseMissing { case } => write!(f, "case {case} is missing from the list of cases"),
            Self::HeadsDiffer { expected, found } => {
                write!(
                    f,
                    "cases were taken out, put in or turned back: {expected} were written, {found} are there"
                )
            }
            Self::AuditChanged { row } => write!(f, "audit row {row} was changed"),
            Self::AuditMissing { row } => write!(f, "audit row {row} is missing"),
            Self::AuditCut { row } => write!(f, "the audit rows from {row} on were cut"),
            Self::AuditAdded { row } => write!(f, "audit row {row} was added from outside"),
            Self::NotOurCheckpoint { made } => {
                write!(f, "the checkpoint of {made} was changed, or is not of this store")
            }
            Self::UnlikeCheckpoint { case, made } => write!(
                f,
                "case {case} does not hold what the checkpoint of {made} covers: entries were changed or cut, or the store was put back"
            ),
            Self::CasesGone { cases, made } => {
                write!(
                    f,
                    "{cases} cases that the checkpoint of {made} covers are no longer there"
                )
            }
            Self::AuditUnlikeCheckpoint { made } => write!(
                f,
                "the audit does not hold what the checkpoint of {made} covers: rows were changed or cut, or the store was put back"
            ),
            Self::More { faults } => write!(f, "there are {faults} more faults"),
            Self::KeptValue(what) => write!(f, "{what} is missing or was changed"),
        }
    }
}

/// What a verification found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifyReport {
    /// Cases looked at.
    pub cases: u64,
    /// Entries looked at.
    pub entries: u64,
    /// Audit rows looked at.
    pub audit_rows: u64,
    /// Everything that is not as it was written; of very many, how many more there are.
    pub faults: Vec<Fault>,
    /// Checkpoints that were looked at, given and kept.
    pub checkpoints: u64,
}

impl VerifyReport {
    /// Whether everything is as it was written.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    /// This report, unless something is not as it was written.
    pub(crate) fn whole(self) -> Result<Self, StoreError> {
        match self.faults.first() {
            None => Ok(self),
            Some(first) => Err(StoreError::NotWhole {
                first: first.to_string(),
                faults: self.faults.len(),
            }),
        }
    }
}
