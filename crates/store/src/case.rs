//! What goes into a case's stream and comes out of it.

use crate::audit::AuditEvent;
use crate::error::StoreError;
use crate::lists::Projection;
use crate::plain::Plain;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::RangeInclusive;
use tutela_domain::ids::CaseId;

/// The pseudonymous id of a member of staff, such as `s-7f3a…`. It stands in clear: never a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StaffId(String);

/// The id of an agency. It stands in clear.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AgencyId(String);

impl StaffId {
    /// A staff id.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AgencyId {
    /// An agency id.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for StaffId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for AgencyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Names one sending of a form, so that sending it twice writes it once. Stored only as a keyed hash.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct SubmissionId(String);

impl SubmissionId {
    /// A submission id: 1 to 64 bytes of text, made by whoever sends.
    ///
    /// # Errors
    /// When it is empty or longer.
    pub fn new(id: impl Into<String>) -> Result<Self, StoreError> {
        let id = id.into();
        if id.is_empty() || id.len() > 64 {
            return Err(StoreError::NotAcceptable {
                field: "the submission id",
                why: "is empty or longer than 64 bytes",
            });
        }
        Ok(Self(id))
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SubmissionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SubmissionId(…)")
    }
}

/// An entry to be written. Instants are kept to the microsecond.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEntry {
    /// The record's type, in clear.
    pub record_type: String,
    /// The earliest instant at which it can have happened.
    pub occurred_from: Timestamp,
    /// The latest.
    pub occurred_to: Timestamp,
    /// When it was written.
    pub written: Timestamp,
    /// Who wrote it.
    pub staff: StaffId,
    /// For which agency.
    pub agency: AgencyId,
    /// The record itself, sealed by the store.
    pub plain: Plain,
}

/// An entry as it is kept, opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEntry {
    /// Its place in the case, from 1.
    pub seq: u64,
    /// What was written.
    pub entry: NewEntry,
}

/// A new case with its first entries.
#[derive(Clone, Debug)]
pub struct NewCase {
    /// The id; randomness is the caller's. [`CaseId::AUTHORITY`] makes the authority's book.
    pub case: CaseId,
    /// When the case is made; its year (UTC) goes into the reference.
    pub written: Timestamp,
    /// Names this sending: the same one sent again makes no second case.
    pub submission: SubmissionId,
    /// The first entries, at least one.
    pub entries: Vec<NewEntry>,
    /// The rows for lists.
    pub projection: Projection,
    /// The audit row.
    pub audit: AuditEvent,
}

/// What became of a [`NewCase`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Created {
    /// It was written.
    Written {
        /// The case.
        case: CaseId,
        /// Its reference, such as `TU-2026-0417`.
        reference: String,
    },
    /// The same submission made a case before; nothing was written now.
    AlreadyWritten {
        /// The case that it made.
        case: CaseId,
        /// Its reference.
        reference: String,
    },
}

impl Created {
    /// The case that exists now.
    pub fn case(&self) -> CaseId {
        let (Self::Written { case, .. } | Self::AlreadyWritten { case, .. }) = self;
        *case
    }

    /// Its reference.
    pub fn reference(&self) -> &str {
        let (Self::Written { reference, .. } | Self::AlreadyWritten { reference, .. }) = self;
        reference
    }
}

/// What a writing read that other cases change too, and what it changes for them. A register is named freely, without personal
/// data; one that was never changed has version 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// The registers that were read, each at the version that it had: where one has another now, nothing is written.
    pub read: BTreeMap<String, u64>,
    /// The registers that change: their versions are raised.
    pub changed: BTreeSet<String>,
    /// Entries of the authority's book of which something else is known now: the other cases that refer to one of them in a
    /// register are stirred.
    pub stirred: BTreeSet<u64>,
}

/// Entries to be added to a case.
#[derive(Clone, Debug)]
pub struct Append {
    /// The case.
    pub case: CaseId,
    /// The case's last entry that the writer had seen.
    pub expected_head: u64,
    /// Names this sending: the same one sent again writes nothing.
    pub submission: SubmissionId,
    /// The entries, at least one.
    pub entries: Vec<NewEntry>,
    /// The rows for lists, as they are after these entries.
    pub projection: Projection,
    /// What was read of registers, and what changes in them.
    pub shared: Shared,
    /// The audit row.
    pub audit: AuditEvent,
}

/// What became of an [`Append`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Appended {
    /// Entries, projection and audit row were written, durably and together.
    Written {
        /// The places of the new entries.
        seqs: RangeInclusive<u64>,
    },
    /// The same submission was written before; nothing was written now.
    AlreadyWritten {
        /// The places it got then.
        seqs: RangeInclusive<u64>,
    },
    /// Another wrote in between, to the case or to a register that was read; nothing was written.
    Moved {
        /// The case's last entry now.
        head: u64,
    },
}

/// A case as it is kept, opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredCase {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// When it was made.
    pub created: Timestamp,
    /// The place of its last entry.
    pub head: u64,
    /// All its entries in order.
    pub entries: Vec<StoredEntry>,
}

/// When an entry occurred and was written: what stands in clear of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryInstants {
    /// The case.
    pub case: CaseId,
    /// Its place in the case.
    pub seq: u64,
    /// The earliest instant at which it can have happened.
    pub occurred_from: Timestamp,
    /// When it was written.
    pub written: Timestamp,
}
