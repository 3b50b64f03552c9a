//! The store in one SQLite file.

mod accounts;
mod cases;
mod connection;
mod drafts;
mod lookups;
mod projections;
mod reader;
mod schema;
mod sessions;
mod trail;
mod verify;
mod writer;

use crate::account::{Account, Draft, DraftKey, Invite, Session};
use crate::audit::{AuditEvent, AuditRow};
use crate::case::{
    AgencyId, Append, Appended, Created, EntryInstants, ListFilter, ListedCase, ListedWork, NewCase, Projection,
    StaffId, StoredCase, SubmissionId,
};
use crate::error::StoreError;
use crate::keys::{self, FirstStart, KeyRows, KeySlot, KeySource, Keys};
use crate::plain::Plain;
use crate::verify::{Progress, VerifyReport};
use crate::{Store, chain};
use jiff::Timestamp;
use reader::Readers;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tutela_domain::ids::CaseId;
use writer::Writer;

/// The name of the database file in its folder.
const FILE: &str = "tutela.db";

/// A store in one SQLite file: one thread writes and commits together what is waiting, a few connections read.
pub struct SqliteStore {
    keys: Arc<Keys>,
    readers: Readers,
    writer: Writer,
}

impl std::fmt::Debug for SqliteStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SqliteStore")
    }
}

impl Drop for SqliteStore {
    fn drop(&mut self) {
        // The writer closes last and then puts the write-ahead log into the file; a reader could not.
        self.readers.close();
    }
}

impl SqliteStore {
    /// Makes a new store in a folder, which is made too when it is not there.
    ///
    /// # Errors
    /// When a store is there already, the key cannot be read or made, or the folder cannot be written.
    pub fn create(dir: &Path, source: &KeySource) -> Result<(Self, FirstStart), StoreError> {
        make_folder(dir)?;
        let file = dir.join(FILE);
        // A file in which nothing was made is what a first start leaves that was cut short; it is taken over.
        if file_length(&file)? > 0 && !is_empty(&connection::read_only(&file)?)? {
            return Err(StoreError::AlreadyThere(dir.to_owned()));
        }
        make_file(&file)?;
        let (rows, keys, first) = keys::first_start(source)?;
        let mut conn = connection::writing(&file)?;
        let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if !is_empty(&transaction)? {
            return Err(StoreError::AlreadyThere(dir.to_owned()));
        }
        schema::make(&transaction)?;
        transaction.execute(
            "INSERT INTO heads (one, cases, digest, audit_rows, audit_chain) VALUES (1, 0, ?1, 0, ?2)",
            params![&[0_u8; 32][..], &chain::audit_start()[..]],
        )?;
        put_slot(&transaction, &rows.slot)?;
        put(&transaction, "recovery_recipient", rows.recovery_recipient.as_bytes())?;
        put(&transaction, "recovery_sealed", &rows.recovery_sealed)?;
        put(&transaction, "check", &rows.check)?;
        transaction.commit()?;
        sync_folder(dir)?;
        Ok((Self::started(file, conn, keys)?, first))
    }

    /// Opens the store in a folder.
    ///
    /// # Errors
    /// When there is none, its schema is newer, the key is missing or wrong, or the file is damaged; then nothing is
    /// touched.
    pub fn open(dir: &Path, source: &KeySource) -> Result<Self, StoreError> {
        let file = existing(dir)?;
        let keys = {
            let conn = connection::read_only(&file)?;
            schema::check(&conn, dir)?;
            keys::open(&key_rows(&conn)?, source)?
        };
        Self::started(file.clone(), connection::writing(&file)?, keys)
    }

    /// Opens the store in a folder, or makes it when there is none.
    ///
    /// # Errors
    /// As [`SqliteStore::open`] and [`SqliteStore::create`].
    pub fn open_or_create(dir: &Path, source: &KeySource) -> Result<(Self, Option<FirstStart>), StoreError> {
        match Self::open(dir, source) {
            Err(StoreError::NotThere(_)) => Self::create(dir, source).map(|(store, first)| (store, Some(first))),
            other => Ok((other?, None)),
        }
    }

    /// Opens the instance key with the recovery secret and wraps it by a new key source. The old one opens nothing more.
    ///
    /// # Errors
    /// When the recovery secret is not this store's, or the file cannot be written; then nothing is changed.
    pub fn recover(dir: &Path, recovery_secret: &str, source: &KeySource) -> Result<(), StoreError> {
        let file = existing(dir)?;
        let rows = {
            let conn = connection::read_only(&file)?;
            schema::check(&conn, dir)?;
            key_rows(&conn)?
        };
        let slot = keys::recover(&rows, recovery_secret, source)?;
        let mut conn = connection::writing(&file)?;
        let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        put_slot(&transaction, &slot)?;
        transaction.commit()?;
        // The old wrapping must not stay behind in the write-ahead log.
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// Verifies the store in a folder without any key.
    ///
    /// # Errors
    /// When there is none, its schema is newer, or the file is so damaged that it cannot be read.
    pub fn verify_in(dir: &Path, progress: &mut dyn FnMut(Progress)) -> Result<VerifyReport, StoreError> {
        let mut conn = connection::read_only(&existing(dir)?)?;
        schema::check(&conn, dir)?;
        let transaction = conn.transaction_with_behavior(TransactionBehavior::Deferred)?;
        verify::verify(&transaction, progress)
    }

    fn started(file: PathBuf, conn: Connection, keys: Keys) -> Result<Self, StoreError> {
        Ok(Self {
            keys: Arc::new(keys),
            readers: Readers::new(file),
            writer: Writer::start(conn)?,
        })
    }
}

fn existing(dir: &Path) -> Result<PathBuf, StoreError> {
    let file = dir.join(FILE);
    if file_length(&file)? == 0 {
        return Err(StoreError::NotThere(dir.to_owned()));
    }
    Ok(file)
}

/// The length of a file; 0 when it is not there.
fn file_length(file: &Path) -> Result<u64, StoreError> {
    match fs::metadata(file) {
        Ok(metadata) => Ok(metadata.len()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(0),
        Err(error) => Err(StoreError::file("looking for the database")(error)),
    }
}

fn make_folder(dir: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(dir).map_err(StoreError::file("making the folder"))
}

/// Makes the empty file ourselves, readable by its owner only; SQLite gives its log the same rights.
fn make_file(file: &Path) -> Result<(), StoreError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(file).map_err(StoreError::file("making the database"))?;
    Ok(())
}

/// The name of a new file must outlive a power cut, not only its content.
fn sync_folder(dir: &Path) -> Result<(), StoreError> {
    let folder = fs::File::open(dir).map_err(StoreError::file("opening the folder"))?;
    folder.sync_all().map_err(StoreError::file("making the folder durable"))
}

/// Whether nothing was made in a database yet.
fn is_empty(conn: &Connection) -> Result<bool, StoreError> {
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(tables == 0 && schema::version(conn)? == 0)
}

fn put(conn: &Connection, name: &str, value: &[u8]) -> Result<(), StoreError> {
    conn.execute(
        "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        params![name, value],
    )?;
    Ok(())
}

fn put_slot(conn: &Connection, slot: &KeySlot) -> Result<(), StoreError> {
    put(conn, "key_kind", slot.kind.as_bytes())?;
    put(conn, "key_salt", &slot.salt)?;
    put(conn, "wrapped_key", &slot.wrapped)
}

fn key_rows(conn: &Connection) -> Result<KeyRows, StoreError> {
    let bytes = |name: &str| -> Result<Vec<u8>, StoreError> {
        conn.query_row("SELECT value FROM meta WHERE name = ?1", [name], |row| row.get(0))
            .optional()?
            .ok_or(StoreError::Damaged)
    };
    let text = |name| String::from_utf8(bytes(name)?).map_err(|_| StoreError::Damaged);
    Ok(KeyRows {
        slot: KeySlot {
            kind: text("key_kind")?,
            salt: bytes("key_salt")?,
            wrapped: bytes("wrapped_key")?,
        },
        recovery_recipient: text("recovery_recipient")?,
        recovery_sealed: bytes("recovery_sealed")?,
        check: bytes("check")?,
    })
}

impl Store for SqliteStore {
    fn create_case(&self, new: NewCase) -> Result<Created, StoreError> {
        self.insert_case(new)
    }

    fn append(&self, append: Append) -> Result<Appended, StoreError> {
        self.append_entries(append)
    }

    fn load(&self, case: CaseId) -> Result<StoredCase, StoreError> {
        self.load_case(case)
    }

    fn case_by_reference(&self, reference: &str) -> Result<Option<CaseId>, StoreError> {
        self.find_reference(reference)
    }

    fn written_as(&self, case: CaseId, submission: &SubmissionId) -> Result<Option<RangeInclusive<u64>>, StoreError> {
        self.find_submission(case, submission)
    }

    fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.read_setting(name)
    }

    fn keep_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.write_setting(name, value)
    }

    fn instants_of(&self, record_type: &str) -> Result<Vec<EntryInstants>, StoreError> {
        self.instants_of_type(record_type)
    }

    fn all_cases(&self) -> Result<Vec<CaseId>, StoreError> {
        self.every_case()
    }

    fn verify(&self, progress: &mut dyn FnMut(Progress)) -> Result<VerifyReport, StoreError> {
        self.readers.read(|conn| verify::verify(conn, progress))
    }

    fn replace_projection(&self, case: CaseId, at_head: u64, projection: Projection) -> Result<bool, StoreError> {
        self.rebuild(case, at_head, projection)
    }

    fn case_rows(&self, filter: &ListFilter) -> Result<Vec<ListedCase>, StoreError> {
        self.list_cases(filter)
    }

    fn work_rows(&self, filter: &ListFilter) -> Result<Vec<ListedWork>, StoreError> {
        self.list_work(filter)
    }

    fn cases_changing_before(&self, instant: Timestamp) -> Result<Vec<CaseId>, StoreError> {
        self.changing_before(instant)
    }

    fn audit(&self, event: AuditEvent) -> Result<u64, StoreError> {
        self.write_audit(event)
    }

    fn audit_of(&self, case: CaseId) -> Result<Vec<AuditRow>, StoreError> {
        self.read_audit_of(case)
    }

    fn audit_after(&self, row: u64, limit: u32) -> Result<Vec<AuditRow>, StoreError> {
        self.read_audit_after(row, limit)
    }

    fn create_account(&self, account: &Account) -> Result<(), StoreError> {
        self.insert_account(account)
    }

    fn replace_account(&self, account: &Account) -> Result<(), StoreError> {
        self.update_account(account)
    }

    fn set_password_hash(&self, staff: &StaffId, password_hash: &str) -> Result<(), StoreError> {
        self.update_password(staff, password_hash)
    }

    fn account_by_sign_in(&self, sign_in_name: &str) -> Result<Option<Account>, StoreError> {
        self.find_account_by_name(sign_in_name)
    }

    fn account(&self, staff: &StaffId) -> Result<Option<Account>, StoreError> {
        self.find_account(staff)
    }

    fn accounts(&self, agency: Option<&AgencyId>) -> Result<Vec<Account>, StoreError> {
        self.list_accounts(agency)
    }

    fn create_invite(&self, token: &str, invite: &Invite) -> Result<(), StoreError> {
        self.insert_invite(token, invite)
    }

    fn take_invite(&self, token: &str, now: Timestamp) -> Result<Option<Invite>, StoreError> {
        self.use_invite(token, now)
    }

    fn create_session(&self, token: &str, session: &Session) -> Result<(), StoreError> {
        self.insert_session(token, session)
    }

    fn session(&self, token: &str, now: Timestamp) -> Result<Option<Session>, StoreError> {
        self.find_session(token, now)
    }

    fn touch_session(&self, token: &str, expires: Timestamp, state: &Plain) -> Result<bool, StoreError> {
        self.update_session(token, expires, state)
    }

    fn delete_session(&self, token: &str) -> Result<(), StoreError> {
        self.end_session(token)
    }

    fn delete_sessions_of(&self, staff: &StaffId) -> Result<u64, StoreError> {
        self.end_sessions_of(staff)
    }

    fn delete_expired(&self, now: Timestamp) -> Result<u64, StoreError> {
        self.clear_expired(now)
    }

    fn note_failed_sign_in(&self, sign_in_name: &str, at: Timestamp) -> Result<(), StoreError> {
        self.insert_failure(sign_in_name, at)
    }

    fn failed_sign_ins(&self, sign_in_name: &str, since: Timestamp) -> Result<u64, StoreError> {
        self.count_failures(sign_in_name, since)
    }

    fn forget_failed_sign_ins(&self, sign_in_name: &str) -> Result<(), StoreError> {
        self.clear_failures(sign_in_name)
    }

    fn put_draft(&self, key: &DraftKey, draft: &Draft) -> Result<(), StoreError> {
        self.write_draft(key, draft)
    }

    fn draft(&self, key: &DraftKey) -> Result<Option<Draft>, StoreError> {
        self.read_draft(key)
    }

    fn delete_draft(&self, key: &DraftKey) -> Result<(), StoreError> {
        self.forget_draft(key)
    }

    fn keep_pack(&self, hash: [u8; 32], bytes: &[u8]) -> Result<(), StoreError> {
        self.write_pack(hash, bytes)
    }

    fn pack(&self, hash: [u8; 32]) -> Result<Option<Vec<u8>>, StoreError> {
        self.read_pack(hash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_is_opened_by_its_passphrase_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let right = KeySource::passphrase("seven quiet herons");
        drop(SqliteStore::create(folder.path(), &right).unwrap());
        assert!(SqliteStore::open(folder.path(), &right).is_ok());
        let wrong = SqliteStore::open(folder.path(), &KeySource::passphrase("eight quiet herons"));
        assert_eq!(wrong.err(), Some(StoreError::WrongKey));
        let empty = SqliteStore::create(&folder.path().join("other"), &KeySource::passphrase(""));
        assert!(matches!(empty.err(), Some(StoreError::NotAcceptable { .. })));
    }

    #[test]
    fn a_first_start_that_was_cut_short_is_taken_over() {
        let folder = tempfile::tempdir().unwrap();
        let source = KeySource::passphrase("x");
        make_file(&folder.path().join(FILE)).unwrap();
        drop(connection::writing(&folder.path().join(FILE)).unwrap());
        let not_there = StoreError::NotThere(folder.path().to_owned());
        assert_eq!(SqliteStore::open(folder.path(), &source).err(), Some(not_there));
        assert!(SqliteStore::create(folder.path(), &source).is_ok());
    }
}
