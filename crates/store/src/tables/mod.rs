//! The tables, and all that is done with them: the same on every database.

mod accounts;
mod breaches;
mod cases;
mod checkpoints;
pub(crate) mod copy;
mod drafts;
mod lookups;
pub(crate) mod meta;
mod names;
mod projections;
pub(crate) mod rotation;
mod sessions;
mod shared;
mod trail;
pub(crate) mod verify;
mod views;

use crate::Store;
use crate::account::{Account, Draft, DraftKey, Invite, SavedView, Session, ViewChange};
use crate::audit::{AuditEvent, AuditRow};
use crate::case::{
    AgencyId, Append, Appended, Created, EntryInstants, NewCase, Shared, StaffId, StoredCase, SubmissionId,
};
use crate::checkpoint::Checkpoint;
use crate::database::Database;
use crate::error::StoreError;
use crate::lists::{
    ByName, ListFilter, ListedCase, ListedInRegister, ListedWork, NameKey, NameWord, NotedBreach, Order, Owed,
    Projection, Referring, RegisterFilter, RegisterRow, Workload,
};
use crate::plain::Plain;
use crate::verify::{Progress, VerifyReport};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::{ControlFlow, Range, RangeInclusive};
use tutela_domain::ids::CaseId;

impl<D: Database> Store for D {
    fn create_case(&self, new: NewCase) -> Result<Created, StoreError> {
        cases::insert_case(self, new)
    }

    fn append(&self, append: Append) -> Result<Appended, StoreError> {
        cases::append_entries(self, append)
    }

    fn load(&self, case: CaseId) -> Result<StoredCase, StoreError> {
        cases::load_case(self, case)
    }

    fn case_by_reference(&self, reference: &str) -> Result<Option<CaseId>, StoreError> {
        cases::find_reference(self, reference)
    }

    fn written_as(&self, case: CaseId, submission: &SubmissionId) -> Result<Option<RangeInclusive<u64>>, StoreError> {
        lookups::find_submission(self, case, submission)
    }

    fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        lookups::read_setting(self, name)
    }

    fn keep_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        lookups::write_setting(self, name, value)
    }

    fn all_cases(&self) -> Result<Vec<CaseId>, StoreError> {
        cases::every_case(self)
    }

    fn verify(&self, progress: &mut dyn FnMut(Progress)) -> Result<VerifyReport, StoreError> {
        self.read(|conn| verify::verify(conn, &[], progress))
    }

    fn checkpoint(&self, now: Timestamp, progress: &mut dyn FnMut(Progress)) -> Result<Checkpoint, StoreError> {
        checkpoints::make(self, now, progress)
    }

    fn newest_checkpoint(&self) -> Result<Option<Timestamp>, StoreError> {
        checkpoints::newest(self)
    }

    fn replace_projection(
        &self,
        case: CaseId,
        at_head: u64,
        projection: Projection,
        shared: Shared,
    ) -> Result<bool, StoreError> {
        projections::rebuild(self, case, at_head, projection, shared)
    }

    fn each_case_row(
        &self,
        filter: &ListFilter,
        order: Order,
        row: &mut dyn FnMut(ListedCase) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        projections::each_case(self, filter, order, row)
    }

    fn count_cases(&self, filter: &ListFilter, at_most: u64) -> Result<u64, StoreError> {
        projections::count(self, filter, at_most)
    }

    fn work_rows(&self, filter: &ListFilter) -> Result<Vec<ListedWork>, StoreError> {
        projections::list_work(self, filter)
    }

    fn owed(
        &self,
        filter: &ListFilter,
        owed: Owed,
        at: Timestamp,
        rows: Range<u64>,
    ) -> Result<Vec<ListedWork>, StoreError> {
        projections::list_owed(self, filter, owed, at, rows)
    }

    fn register_rows(
        &self,
        register: &str,
        filter: &RegisterFilter,
        rows: Range<u64>,
    ) -> Result<Vec<ListedInRegister>, StoreError> {
        projections::list_register(self, register, filter, rows)
    }

    fn count_register(&self, register: &str, filter: &RegisterFilter) -> Result<u64, StoreError> {
        projections::count_register(self, register, filter)
    }

    fn register_rows_of(&self, case: CaseId) -> Result<Vec<RegisterRow>, StoreError> {
        self.read(|conn| projections::registers_of(conn, case))
    }

    fn register_instants(&self, register: &str) -> Result<Vec<EntryInstants>, StoreError> {
        projections::register_instants(self, register)
    }

    fn referring(&self, register: &str, in_book: &BTreeSet<u64>) -> Result<Vec<Referring>, StoreError> {
        shared::referring(self, register, in_book)
    }

    fn register_versions(&self, names: &BTreeSet<String>) -> Result<BTreeMap<String, u64>, StoreError> {
        shared::versions(self, names)
    }

    fn breaches(&self, filter: &ListFilter, rows: Range<u64>) -> Result<Vec<NotedBreach>, StoreError> {
        breaches::list(self, filter, rows)
    }

    fn workloads(&self, filter: &ListFilter, at: Timestamp) -> Result<Vec<Workload>, StoreError> {
        projections::workloads(self, filter, at)
    }

    fn each_case_by_name(
        &self,
        readings: &[Vec<NameWord>],
        filter: &ListFilter,
        at_most: usize,
        visit: &mut dyn FnMut(ByName) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        names::each(self, readings, filter, at_most, visit)
    }

    fn has_names(&self, case: CaseId, names: &BTreeSet<NameKey>, index_is_whole: bool) -> Result<bool, StoreError> {
        names::are_kept(self, case, names, index_is_whole)
    }

    fn index_is_whole(&self) -> Result<bool, StoreError> {
        names::is_whole(self)
    }

    fn cases_to_reckon(&self, at: Timestamp, at_most: u64) -> Result<Vec<CaseId>, StoreError> {
        projections::to_reckon(self, at, at_most)
    }

    fn stir(&self, cases: Option<&BTreeSet<CaseId>>, at: Timestamp) -> Result<u64, StoreError> {
        projections::stir(self, cases, at)
    }

    fn audit(&self, event: AuditEvent) -> Result<u64, StoreError> {
        trail::write_audit(self, event)
    }

    fn audit_of(&self, case: CaseId) -> Result<Vec<AuditRow>, StoreError> {
        trail::read_audit_of(self, case)
    }

    fn audit_after(&self, row: u64, limit: u32) -> Result<Vec<AuditRow>, StoreError> {
        trail::read_audit_after(self, row, limit)
    }

    fn create_account(&self, account: &Account) -> Result<(), StoreError> {
        accounts::insert_account(self, account)
    }

    fn replace_account(&self, account: &Account) -> Result<(), StoreError> {
        accounts::update_account(self, account)
    }

    fn set_password_hash(&self, staff: &StaffId, password_hash: &str) -> Result<(), StoreError> {
        accounts::update_password(self, staff, password_hash)
    }

    fn account_by_sign_in(&self, sign_in_name: &str) -> Result<Option<Account>, StoreError> {
        accounts::find_account_by_name(self, sign_in_name)
    }

    fn account(&self, staff: &StaffId) -> Result<Option<Account>, StoreError> {
        accounts::find_account(self, staff)
    }

    fn accounts(&self, agency: Option<&AgencyId>) -> Result<Vec<Account>, StoreError> {
        accounts::list_accounts(self, agency)
    }

    fn create_invite(&self, token: &str, invite: &Invite) -> Result<(), StoreError> {
        accounts::insert_invite(self, token, invite)
    }

    fn take_invite(&self, token: &str, now: Timestamp) -> Result<Option<Invite>, StoreError> {
        accounts::use_invite(self, token, now)
    }

    fn create_session(&self, token: &str, session: &Session) -> Result<(), StoreError> {
        sessions::insert_session(self, token, session)
    }

    fn session(&self, token: &str, now: Timestamp) -> Result<Option<Session>, StoreError> {
        sessions::find_session(self, token, now)
    }

    fn touch_session(&self, token: &str, expires: Timestamp, state: &Plain) -> Result<bool, StoreError> {
        sessions::update_session(self, token, expires, state)
    }

    fn delete_session(&self, token: &str) -> Result<(), StoreError> {
        sessions::end_session(self, token)
    }

    fn delete_sessions_of(&self, staff: &StaffId) -> Result<u64, StoreError> {
        sessions::end_sessions_of(self, staff)
    }

    fn delete_expired(&self, now: Timestamp) -> Result<u64, StoreError> {
        sessions::clear_expired(self, now)
    }

    fn note_failed_sign_in(&self, sign_in_name: &str, at: Timestamp) -> Result<(), StoreError> {
        sessions::insert_failure(self, sign_in_name, at)
    }

    fn failed_sign_ins(&self, sign_in_name: &str, since: Timestamp) -> Result<u64, StoreError> {
        sessions::count_failures(self, sign_in_name, since)
    }

    fn forget_failed_sign_ins(&self, sign_in_name: &str) -> Result<(), StoreError> {
        sessions::clear_failures(self, sign_in_name)
    }

    fn put_draft(&self, key: &DraftKey, draft: &Draft) -> Result<(), StoreError> {
        drafts::write_draft(self, key, draft)
    }

    fn draft(&self, key: &DraftKey) -> Result<Option<Draft>, StoreError> {
        drafts::read_draft(self, key)
    }

    fn delete_draft(&self, key: &DraftKey) -> Result<(), StoreError> {
        drafts::forget_draft(self, key)
    }

    fn saved_views(&self, staff: &StaffId) -> Result<Vec<SavedView>, StoreError> {
        views::list_views(self, staff)
    }

    fn save_view(&self, view: &SavedView, at_most: u64, audit: AuditEvent) -> Result<ViewChange, StoreError> {
        views::insert_view(self, view, at_most, audit)
    }

    fn rename_view(
        &self,
        staff: &StaffId,
        id: &str,
        name: &Plain,
        audit: AuditEvent,
    ) -> Result<ViewChange, StoreError> {
        views::rename_view(self, staff, id, name, audit)
    }

    fn delete_view(&self, staff: &StaffId, id: &str, audit: AuditEvent) -> Result<ViewChange, StoreError> {
        views::delete_view(self, staff, id, audit)
    }

    fn keep_pack(&self, hash: [u8; 32], bytes: &[u8]) -> Result<(), StoreError> {
        drafts::write_pack(self, hash, bytes)
    }

    fn pack(&self, hash: [u8; 32]) -> Result<Option<Vec<u8>>, StoreError> {
        drafts::read_pack(self, hash)
    }
}
