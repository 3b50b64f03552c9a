//! The store: an append-only log of opaque bytes, sealed and chained. It knows nothing of rules or of what a record
//! means. One synchronous trait, [`Store`]; one contract (the test suite `tests/store/contract.rs`) that every backend passes;
//! two backends, [`SqliteStore`] for one machine and [`PostgresStore`] for several. The tables and all that is done with
//! them are the same for both.
//!
//! # What stands in clear
//!
//! This list is closed; everything else is sealed (XChaCha20-Poly1305, compressed and padded first) or a keyed hash.
//!
//! | where | what |
//! |---|---|
//! | `cases` | case id, reference, instant of creation, place and link of the last entry |
//! | `entries` | case id, place, record type, instants (occurred from and to, written), staff id, agency, digest of the sealed bytes, link, padded length |
//! | `case_rows` | case id, reference, place of the last entry, agency, case worker's staff id, instants (reckoned, next change, soonest date, last written, closed, stirred), whether the child is missing |
//! | `case_names` | case id, 24-bit keyed hashes of what finds its names |
//! | `name_keys` | the same hashes, with the case ids that share one |
//! | `register_rows` | case id, name of the register, place of the entry, instants (from, until, ended); the place in the authority's book of the guardian or provider to whom it refers, so that cases which share one can be told |
//! | `register_versions` | name of a register, or of a guardian's place in the book; how often it changed |
//! | `breaches` | case id, rule id, instance id, instants (breached, noted), place of the last entry then |
//! | `work_rows` | case id, rule id, instance id, instants (opens, due, done) |
//! | `audit` | place, instant, staff id, codes of role, action and purpose, link; an 8-bit keyed hash of the case id, so that some hundred cases share one |
//! | `accounts` | staff id, agency, whether active; keyed hash of the sign-in name |
//! | `invites`, `sessions` | keyed hash of the token, staff id, instants |
//! | `sign_in_failures` | keyed hash of the name, instant |
//! | `drafts` | keyed hash of owner, case and key; staff id, case id, instant, padded length |
//! | `saved_views` | a random id, staff id, keyed hash of staff and name, padded lengths |
//! | `submissions` | case id, keyed hash of the submission id, places |
//! | `packs` | the packs' bytes: published rules, not personal data |
//! | `checkpoints` | the last checkpoints: instants, counts, digests, a signature |
//! | `case_numbers` | the last number given in each year |
//! | `meta` | settings of the authority (time zone, holidays), wrapped keys, the recovery recipient (public), salt and cost of the passphrase, heads; where the store was moved to (folder, or user, host and name of a database) |
//!
//! The caller must put no personal data into staff ids, agencies, record types, rules, instances and codes.
//!
//! # Keys
//!
//! A key file or a passphrase wraps a random instance key; a second copy is encrypted to a recovery recipient whose
//! secret is given out once ([`FirstStart`]). Each case has a data key of its own. That, and
//! the keys of audit, accounts, sessions, drafts, keyed hashes and checkpoints, are wrapped by the instance key. A rotation
//! puts a new key in front of each; what was sealed before stays as it is, and opens still.
//!
//! # The chain, and what it does not show
//!
//! Each entry is linked to the one before it, over its clear columns and the digest of its sealed bytes; a case keeps the
//! place and link of its last entry, the store a digest over all heads, the audit a chain of its own. [`Store::verify`]
//! walks all of it without a key and names what was changed, is missing or was cut. It also names a case that was turned back or
//! taken out, as far as something beside the chain still tells: what was submitted, breaches, registers, gaps in the references.
//!
//! The digests need no key, so whoever may write the database can compute them anew: a whole chain after a change (the
//! sealed bytes of other entries can still not be forged, but entries can be cut together with all heads), or the whole
//! file put back to an earlier state. A [`Checkpoint`] that was kept outside finds and names that ([`Place::verify`]).
//! Outside the chain stand projections (rebuild and compare), accounts, sessions, drafts, packs (named by their hash).
//!
//! # Append-only
//!
//! Triggers in the database refuse to update or delete entries and audit rows, and to move a case's head other than
//! forward, whoever is connected.

mod account;
mod audit;
mod case;
mod chain;
mod checkpoint;
mod columns;
mod database;
mod error;
mod fields;
mod keys;
mod lists;
mod opened;
mod place;
mod plain;
mod postgres;
mod seal;
mod sqlite;
mod tables;
mod verify;
mod writer;

pub use account::{Account, Draft, DraftKey, Invite, SavedView, Session, ViewChange};
pub use audit::{AuditEvent, AuditRow};
pub use case::{
    AgencyId, Append, Appended, Created, EntryInstants, NewCase, NewEntry, Shared, StaffId, StoredCase, StoredEntry,
    SubmissionId,
};
pub use checkpoint::Checkpoint;
pub use error::{StoreError, Unreadable};
pub use keys::{FirstStart, KeySource, Recovery};
pub use lists::{
    Breach, ByName, Carried, CaseRow, ListFilter, ListedCase, ListedInRegister, ListedWork, NameKey, NameWord,
    NotedBreach, Order, Owed, Projection, Referring, Refers, RegisterFilter, RegisterRow, WorkRow, Workload,
};
pub use place::Place;
pub use plain::Plain;
pub use postgres::{PostgresStore, PostgresUrl};
pub use seal::{BUCKET, MOST};
pub use sqlite::SqliteStore;
pub use verify::{Fault, Progress, VerifyReport};

use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::{ControlFlow, Range, RangeInclusive};
use tutela_domain::ids::CaseId;

/// Everything that is kept. Each call that writes is durable when it returns.
pub trait Store: Send + Sync {
    // Cases

    /// Makes a case with its first entries, projection and audit row in one transaction, and gives it a reference.
    ///
    /// # Errors
    /// When the id is taken, a value cannot be taken, or the database fails; then nothing is written.
    fn create_case(&self, new: NewCase) -> Result<Created, StoreError>;

    /// Adds entries to a case, replaces its projection and writes the audit row, in one transaction.
    ///
    /// # Errors
    /// When there is no such case, a value cannot be taken, or the database fails; then nothing is written.
    fn append(&self, append: Append) -> Result<Appended, StoreError>;

    /// A case with all its entries, as of one moment.
    ///
    /// # Errors
    /// When there is no such case, or an entry cannot be opened.
    fn load(&self, case: CaseId) -> Result<StoredCase, StoreError>;

    /// The case with this reference.
    ///
    /// # Errors
    /// When the database fails.
    fn case_by_reference(&self, reference: &str) -> Result<Option<CaseId>, StoreError>;

    /// What a submission wrote to a case, if it was written before.
    ///
    /// # Errors
    /// When the database fails.
    fn written_as(&self, case: CaseId, submission: &SubmissionId) -> Result<Option<RangeInclusive<u64>>, StoreError>;

    /// All cases, in the order of their ids.
    ///
    /// # Errors
    /// When the database fails.
    fn all_cases(&self) -> Result<Vec<CaseId>, StoreError>;

    /// Walks all chains without a key.
    ///
    /// # Errors
    /// When the database fails; what the verification finds is in the report.
    fn verify(&self, progress: &mut dyn FnMut(Progress)) -> Result<VerifyReport, StoreError>;

    /// Walks all chains, and signs what they have come to when they are whole.
    ///
    /// # Errors
    /// When they are not whole, or the database fails; then no checkpoint is made.
    fn checkpoint(&self, now: Timestamp, progress: &mut dyn FnMut(Progress)) -> Result<Checkpoint, StoreError>;

    /// When the newest checkpoint was made.
    ///
    /// # Errors
    /// When the database fails.
    fn newest_checkpoint(&self) -> Result<Option<Timestamp>, StoreError>;

    // Projections

    /// Replaces a case's projection as a whole, when time or a register changed it; `false`, and nothing replaced, when the
    /// case's last entry is no longer `at_head`, or a register that was read has another version now.
    ///
    /// # Errors
    /// When there is no such case, or the database fails.
    fn replace_projection(
        &self,
        case: CaseId,
        at_head: u64,
        projection: Projection,
        shared: Shared,
    ) -> Result<bool, StoreError>;

    /// Hands over the rows of cases in an order, until told to stop.
    ///
    /// # Errors
    /// When the database fails; a row of which the summary does not open says so itself.
    fn each_case_row(
        &self,
        filter: &ListFilter,
        order: Order,
        row: &mut dyn FnMut(ListedCase) -> ControlFlow<()>,
    ) -> Result<(), StoreError>;

    /// The rows of cases, last written first.
    ///
    /// # Errors
    /// When the database fails; a row of which the summary does not open says so itself.
    fn case_rows(&self, filter: &ListFilter) -> Result<Vec<ListedCase>, StoreError> {
        let mut rows = Vec::new();
        self.each_case_row(filter, Order::LastWritten, &mut |row| {
            rows.push(row);
            ControlFlow::Continue(())
        })?;
        Ok(rows)
    }

    /// How many cases there are, counted up to a bound.
    ///
    /// # Errors
    /// When the database fails.
    fn count_cases(&self, filter: &ListFilter, at_most: u64) -> Result<u64, StoreError>;

    /// The work of cases: what is due soonest first, then what has no date by when it opens.
    ///
    /// # Errors
    /// When the database fails.
    fn work_rows(&self, filter: &ListFilter) -> Result<Vec<ListedWork>, StoreError>;

    /// The work that is owed at an instant, it has opened and is not done: these rows of it, counted from 0.
    ///
    /// # Errors
    /// When the database fails.
    fn owed(
        &self,
        filter: &ListFilter,
        owed: Owed,
        at: Timestamp,
        rows: Range<u64>,
    ) -> Result<Vec<ListedWork>, StoreError>;

    /// Some lines of a register, from 0: what has not ended first, of that what began last. Only the summaries of these are
    /// opened.
    ///
    /// # Errors
    /// When the database fails; a row of which the summary does not open says so itself.
    fn register_rows(
        &self,
        register: &str,
        filter: &RegisterFilter,
        rows: Range<u64>,
    ) -> Result<Vec<ListedInRegister>, StoreError>;

    /// How many lines of a register these are: no case is opened.
    ///
    /// # Errors
    /// When the database fails.
    fn count_register(&self, register: &str, filter: &RegisterFilter) -> Result<u64, StoreError>;

    /// What a case brings to the registers, in the order of the entries that began it.
    ///
    /// # Errors
    /// When the database fails.
    fn register_rows_of(&self, case: CaseId) -> Result<Vec<RegisterRow>, StoreError>;

    /// When the lines of a register began, in all cases, as they stand: no case is opened.
    ///
    /// # Errors
    /// When the database fails.
    fn register_instants(&self, register: &str) -> Result<Vec<EntryInstants>, StoreError>;

    /// The lines of a register that refer to one of these entries of the authority's book, in all cases: no case is opened.
    ///
    /// # Errors
    /// When the database fails.
    fn referring(&self, register: &str, in_book: &BTreeSet<u64>) -> Result<Vec<Referring>, StoreError>;

    /// How often each of these registers was changed; what was read before the version that an [`Append`] names is what it
    /// counts on.
    ///
    /// # Errors
    /// When the database fails.
    fn register_versions(&self, names: &BTreeSet<String>) -> Result<BTreeMap<String, u64>, StoreError>;

    /// The breaches that were noted, the newest first: these rows of them, counted from 0.
    ///
    /// # Errors
    /// When the database fails.
    fn breaches(&self, filter: &ListFilter, rows: Range<u64>) -> Result<Vec<NotedBreach>, StoreError>;

    /// What each person carries of the open cases.
    ///
    /// # Errors
    /// When the database fails.
    fn workloads(&self, filter: &ListFilter, at: Timestamp) -> Result<Vec<Workload>, StoreError>;

    /// Goes through the cases that may have a name, tier by tier, until `visit` breaks. Each of the `readings` of what was asked
    /// lists words. A case comes once, in the first tier in which it has, for each word of a reading, a key of that tier or of a
    /// nearer one; those of a tier come with the last written first, and at most so many. Several names share a key, so the
    /// caller looks at the real names.
    ///
    /// # Errors
    /// When the database fails; a row of which the summary does not open says so itself.
    fn each_case_by_name(
        &self,
        readings: &[Vec<NameWord>],
        filter: &ListFilter,
        at_most: usize,
        visit: &mut dyn FnMut(ByName) -> ControlFlow<()>,
    ) -> Result<(), StoreError>;

    /// Whether a case is found by these names, and by no other of its own. `index_is_whole` says that this is known of the index.
    ///
    /// # Errors
    /// When the database fails.
    fn has_names(&self, case: CaseId, names: &BTreeSet<NameKey>, index_is_whole: bool) -> Result<bool, StoreError>;

    /// Whether the index of names holds what stands beside the cases, and nothing else.
    ///
    /// # Errors
    /// When the database fails.
    fn index_is_whole(&self) -> Result<bool, StoreError>;

    /// Up to so many cases that are to be reckoned anew at an instant: their next change has come, or they were stirred;
    /// the soonest first.
    ///
    /// # Errors
    /// When the database fails.
    fn cases_to_reckon(&self, at: Timestamp, at_most: u64) -> Result<Vec<CaseId>, StoreError>;

    /// Stirs cases, which are then to be reckoned anew: all, because something outside of them changed at this instant; or these, if
    /// they do not wait for it already. Tells how many.
    ///
    /// # Errors
    /// When the database fails.
    fn stir(&self, cases: Option<&BTreeSet<CaseId>>, at: Timestamp) -> Result<u64, StoreError>;

    // Audit

    /// Writes an audit row, durable when this returns; gives its place.
    ///
    /// # Errors
    /// When the database fails: then what was to be shown must not be shown.
    fn audit(&self, event: AuditEvent) -> Result<u64, StoreError>;

    /// The audit rows of a case, in order.
    ///
    /// # Errors
    /// When a row cannot be opened, or the database fails.
    fn audit_of(&self, case: CaseId) -> Result<Vec<AuditRow>, StoreError>;

    /// Up to `limit` audit rows after a place, in order.
    ///
    /// # Errors
    /// When a row cannot be opened, or the database fails.
    fn audit_after(&self, row: u64, limit: u32) -> Result<Vec<AuditRow>, StoreError>;

    // Accounts

    /// Makes an account.
    ///
    /// # Errors
    /// When the staff id or sign-in name is taken, or the database fails.
    fn create_account(&self, account: &Account) -> Result<(), StoreError>;

    /// Replaces what is kept of an account. The views of one that is not active any more are deleted.
    ///
    /// # Errors
    /// When there is no such account, the sign-in name is another's, or the database fails.
    fn replace_account(&self, account: &Account) -> Result<(), StoreError>;

    /// Sets an account's password hash, and nothing else.
    ///
    /// # Errors
    /// When there is no such account, or the database fails.
    fn set_password_hash(&self, staff: &StaffId, password_hash: &str) -> Result<(), StoreError>;

    /// The account with this sign-in name.
    ///
    /// # Errors
    /// When it cannot be opened, or the database fails.
    fn account_by_sign_in(&self, sign_in_name: &str) -> Result<Option<Account>, StoreError>;

    /// The account with this staff id.
    ///
    /// # Errors
    /// When it cannot be opened, or the database fails.
    fn account(&self, staff: &StaffId) -> Result<Option<Account>, StoreError>;

    /// The accounts of an agency, or all, in the order of their staff ids.
    ///
    /// # Errors
    /// When one cannot be opened, or the database fails.
    fn accounts(&self, agency: Option<&AgencyId>) -> Result<Vec<Account>, StoreError>;

    /// Keeps an invite under its token's hash.
    ///
    /// # Errors
    /// When the token is in use, or the database fails.
    fn create_invite(&self, token: &str, invite: &Invite) -> Result<(), StoreError>;

    /// Takes an invite that has not expired. Of several who try, one gets it, once.
    ///
    /// # Errors
    /// When it cannot be opened (then it is kept), or the database fails.
    fn take_invite(&self, token: &str, now: Timestamp) -> Result<Option<Invite>, StoreError>;

    // Sessions and sign-in

    /// Keeps a session under its token's hash.
    ///
    /// # Errors
    /// When the token is in use, or the database fails.
    fn create_session(&self, token: &str, session: &Session) -> Result<(), StoreError>;

    /// The session of a token, unless it has expired.
    ///
    /// # Errors
    /// When it cannot be opened, or the database fails.
    fn session(&self, token: &str, now: Timestamp) -> Result<Option<Session>, StoreError>;

    /// Sets a session's state and when it expires; `false` when there is none.
    ///
    /// # Errors
    /// When the database fails.
    fn touch_session(&self, token: &str, expires: Timestamp, state: &Plain) -> Result<bool, StoreError>;

    /// Ends a session.
    ///
    /// # Errors
    /// When the database fails.
    fn delete_session(&self, token: &str) -> Result<(), StoreError>;

    /// Ends all sessions of one person; tells how many.
    ///
    /// # Errors
    /// When the database fails.
    fn delete_sessions_of(&self, staff: &StaffId) -> Result<u64, StoreError>;

    /// Deletes expired sessions and invites, and sign-in failures older than a day; tells how many rows.
    ///
    /// # Errors
    /// When the database fails.
    fn delete_expired(&self, now: Timestamp) -> Result<u64, StoreError>;

    /// Notes that signing in under this name failed; the name need not exist.
    ///
    /// # Errors
    /// When the database fails.
    fn note_failed_sign_in(&self, sign_in_name: &str, at: Timestamp) -> Result<(), StoreError>;

    /// How often signing in under this name failed since an instant.
    ///
    /// # Errors
    /// When the database fails.
    fn failed_sign_ins(&self, sign_in_name: &str, since: Timestamp) -> Result<u64, StoreError>;

    /// Forgets the failures of a name, after signing in.
    ///
    /// # Errors
    /// When the database fails.
    fn forget_failed_sign_ins(&self, sign_in_name: &str) -> Result<(), StoreError>;

    // Settings

    /// What was decided for the whole store under a name, such as the time zone; in clear.
    ///
    /// # Errors
    /// When the database fails.
    fn setting(&self, name: &str) -> Result<Option<String>, StoreError>;

    /// Keeps what was decided for the whole store under a name.
    ///
    /// # Errors
    /// When the database fails.
    fn keep_setting(&self, name: &str, value: &str) -> Result<(), StoreError>;

    // Drafts, views and packs

    /// Keeps what was typed, in place of what was kept before under this key.
    ///
    /// # Errors
    /// When it is too large, or the database fails.
    fn put_draft(&self, key: &DraftKey, draft: &Draft) -> Result<(), StoreError>;

    /// What was typed.
    ///
    /// # Errors
    /// When it cannot be opened, or the database fails.
    fn draft(&self, key: &DraftKey) -> Result<Option<Draft>, StoreError>;

    /// Forgets what was typed.
    ///
    /// # Errors
    /// When the database fails.
    fn delete_draft(&self, key: &DraftKey) -> Result<(), StoreError>;

    /// The views that a person named.
    ///
    /// # Errors
    /// When one cannot be opened, or the database fails.
    fn saved_views(&self, staff: &StaffId) -> Result<Vec<SavedView>, StoreError>;

    /// Keeps a new view, if the name is new and the person has fewer than so many, with its audit row.
    ///
    /// # Errors
    /// When there is no such account, or the database fails.
    fn save_view(&self, view: &SavedView, at_most: u64, audit: AuditEvent) -> Result<ViewChange, StoreError>;

    /// Gives a person's view another name, with its audit row.
    ///
    /// # Errors
    /// When the database fails.
    fn rename_view(&self, staff: &StaffId, id: &str, name: &Plain, audit: AuditEvent)
    -> Result<ViewChange, StoreError>;

    /// Deletes a person's view, with its audit row.
    ///
    /// # Errors
    /// When the database fails.
    fn delete_view(&self, staff: &StaffId, id: &str, audit: AuditEvent) -> Result<ViewChange, StoreError>;

    /// Keeps a pack under the hash of its content, which the caller computes. Keeping it again does nothing.
    ///
    /// # Errors
    /// When other bytes are kept under this hash, or the database fails.
    fn keep_pack(&self, hash: [u8; 32], bytes: &[u8]) -> Result<(), StoreError>;

    /// The pack with this hash.
    ///
    /// # Errors
    /// When the database fails.
    fn pack(&self, hash: [u8; 32]) -> Result<Option<Vec<u8>>, StoreError>;
}
