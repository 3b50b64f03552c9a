//! The audit: who did what, when and for which purpose.

use crate::case::StaffId;
use crate::plain::Plain;
use jiff::Timestamp;
use tutela_domain::ids::CaseId;

/// One thing that someone did or looked at. Instant, staff id, role, action and purpose stand in clear; the case and
/// the detail are sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEvent {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub staff: StaffId,
    /// In which role (a code).
    pub role: String,
    /// What (a code).
    pub action: String,
    /// What for (a code).
    pub purpose: String,
    /// On which case, if on one.
    pub case: Option<CaseId>,
    /// Anything more, as the caller's bytes.
    pub detail: Plain,
}

/// An audit row, opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRow {
    /// Its place in the audit, from 1.
    pub row: u64,
    /// What it tells.
    pub event: AuditEvent,
}
