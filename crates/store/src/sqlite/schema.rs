//! The tables, the triggers that hold append-only, and the schema's version.

use crate::database::{Sql, values};
use crate::error::StoreError;
use crate::tables::meta;
use std::path::Path;

/// What brings a file from one version to the next, in order; what was once written here is never changed.
const STEPS: [&str; 5] = [TABLES, VERSION_2, VERSION_3, VERSION_4, VERSION_5];

/// The version of the schema that this software writes.
const VERSION: i64 = STEPS.len() as i64;

/// Every table and trigger of version 1. `entries` has no row id of its own, so that nothing can be put in its place by
/// that way; `INSERT OR REPLACE` is met by the triggers before insertion.
const TABLES: &str = "
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE heads (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    cases       INTEGER NOT NULL,
    digest      BLOB NOT NULL CHECK (length(digest) = 32),
    audit_rows  INTEGER NOT NULL,
    audit_chain BLOB NOT NULL CHECK (length(audit_chain) = 32)
) STRICT;

CREATE TABLE case_numbers (year INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;

CREATE TABLE cases (
    case_id     BLOB PRIMARY KEY CHECK (length(case_id) = 16),
    reference   TEXT NOT NULL UNIQUE,
    created     INTEGER NOT NULL,
    wrapped_key BLOB NOT NULL,
    head        INTEGER NOT NULL,
    chain       BLOB NOT NULL CHECK (length(chain) = 32)
) STRICT, WITHOUT ROWID;

CREATE TABLE entries (
    case_id       BLOB NOT NULL REFERENCES cases (case_id),
    seq           INTEGER NOT NULL,
    record_type   TEXT NOT NULL,
    occurred_from INTEGER NOT NULL,
    occurred_to   INTEGER NOT NULL,
    written       INTEGER NOT NULL,
    staff         TEXT NOT NULL,
    agency        TEXT NOT NULL,
    sealed        BLOB NOT NULL,
    sealed_digest BLOB NOT NULL CHECK (length(sealed_digest) = 32),
    chain         BLOB NOT NULL CHECK (length(chain) = 32),
    PRIMARY KEY (case_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE submissions (
    case_id    BLOB NOT NULL REFERENCES cases (case_id),
    submission BLOB NOT NULL,
    creates    INTEGER NOT NULL,
    first_seq  INTEGER NOT NULL,
    last_seq   INTEGER NOT NULL,
    PRIMARY KEY (case_id, submission)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX submissions_that_create ON submissions (submission) WHERE creates = 1;

CREATE TABLE case_rows (
    case_id        BLOB PRIMARY KEY REFERENCES cases (case_id),
    agency         TEXT NOT NULL,
    caseworker     TEXT,
    next_change_at INTEGER,
    last_written   INTEGER NOT NULL,
    summary        BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX case_rows_by_agency ON case_rows (agency, last_written);
CREATE INDEX case_rows_by_caseworker ON case_rows (caseworker, last_written) WHERE caseworker IS NOT NULL;
CREATE INDEX case_rows_by_change ON case_rows (next_change_at) WHERE next_change_at IS NOT NULL;

CREATE TABLE work_rows (
    case_id   BLOB NOT NULL REFERENCES cases (case_id),
    rule      TEXT NOT NULL,
    instance  TEXT NOT NULL,
    opens_at  INTEGER NOT NULL,
    due_at    INTEGER,
    done_at   INTEGER,
    PRIMARY KEY (case_id, rule, instance)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
    seq           INTEGER PRIMARY KEY,
    at            INTEGER NOT NULL,
    staff         TEXT NOT NULL,
    role          TEXT NOT NULL,
    action        TEXT NOT NULL,
    purpose       TEXT NOT NULL,
    case_tag      INTEGER NOT NULL,
    sealed        BLOB NOT NULL,
    sealed_digest BLOB NOT NULL CHECK (length(sealed_digest) = 32),
    chain         BLOB NOT NULL CHECK (length(chain) = 32)
) STRICT;
CREATE INDEX audit_by_case_tag ON audit (case_tag);

CREATE TABLE accounts (
    staff    TEXT PRIMARY KEY,
    name_tag BLOB NOT NULL UNIQUE,
    agency   TEXT NOT NULL,
    active   INTEGER NOT NULL,
    sealed   BLOB NOT NULL,
    password BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE invites (
    token_tag BLOB PRIMARY KEY,
    staff     TEXT NOT NULL,
    expires   INTEGER NOT NULL,
    sealed    BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
    token_tag BLOB PRIMARY KEY,
    staff     TEXT NOT NULL,
    created   INTEGER NOT NULL,
    expires   INTEGER NOT NULL,
    sealed    BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_staff ON sessions (staff);

CREATE TABLE sign_in_failures (name_tag BLOB NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE INDEX sign_in_failures_by_name ON sign_in_failures (name_tag, at);

CREATE TABLE drafts (
    draft_tag BLOB PRIMARY KEY,
    staff     TEXT NOT NULL,
    case_id   BLOB,
    saved     INTEGER NOT NULL,
    sealed    BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE packs (hash BLOB PRIMARY KEY CHECK (length(hash) = 32), bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TRIGGER entries_are_kept BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
CREATE TRIGGER entries_stay_as_written BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
CREATE TRIGGER entries_follow_each_other BEFORE INSERT ON entries
WHEN NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM entries WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;

CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_stays_as_written BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_rows_follow_each_other BEFORE INSERT ON audit
WHEN NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM audit)
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;

CREATE TRIGGER cases_are_kept BEFORE DELETE ON cases
BEGIN SELECT RAISE(ABORT, 'cases are kept'); END;
CREATE TRIGGER cases_are_made_once BEFORE INSERT ON cases
WHEN EXISTS (SELECT 1 FROM cases WHERE case_id = NEW.case_id OR reference = NEW.reference)
BEGIN SELECT RAISE(ABORT, 'cases are kept'); END;
CREATE TRIGGER case_heads_go_forward BEFORE UPDATE ON cases
WHEN NEW.case_id <> OLD.case_id OR NEW.reference <> OLD.reference OR NEW.created <> OLD.created
    OR NEW.head < OLD.head
    OR (NEW.head = OLD.head AND NEW.chain <> OLD.chain)
    OR NEW.head > (SELECT coalesce(max(seq), 0) FROM entries WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'the head of a case only goes forward'); END;

CREATE TRIGGER heads_are_kept BEFORE DELETE ON heads
BEGIN SELECT RAISE(ABORT, 'heads only go forward'); END;
CREATE TRIGGER heads_go_forward BEFORE UPDATE ON heads
WHEN NEW.cases < OLD.cases OR NEW.audit_rows < OLD.audit_rows
BEGIN SELECT RAISE(ABORT, 'heads only go forward'); END;
";

/// Version 2: registers, breaches, names, and instants by which lists are ordered; and the checkpoints that were made
/// last. What a case's row says is left to be reckoned anew. The keys that are added are no step of SQL.
const VERSION_2: &str = "
ALTER TABLE case_rows ADD COLUMN assessed_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE case_rows ADD COLUMN next_due_at INTEGER;
ALTER TABLE case_rows ADD COLUMN closed_at INTEGER;
ALTER TABLE case_rows ADD COLUMN stirred_at INTEGER;
ALTER TABLE case_rows ADD COLUMN name_keys BLOB NOT NULL DEFAULT x'';
UPDATE case_rows SET summary = x'', stirred_at = 0;
DROP INDEX case_rows_by_agency;
DROP INDEX case_rows_by_caseworker;
CREATE INDEX case_rows_by_agency_and_caseworker ON case_rows (agency, caseworker);
CREATE INDEX case_rows_by_agency_written ON case_rows (agency, last_written);
CREATE INDEX case_rows_by_agency_due ON case_rows (agency, next_due_at IS NULL, next_due_at);
CREATE INDEX case_rows_stirred ON case_rows (stirred_at) WHERE stirred_at IS NOT NULL;
CREATE INDEX work_rows_owed ON work_rows (due_at) WHERE done_at IS NULL AND due_at IS NOT NULL;

CREATE TABLE register_rows (
    case_id  BLOB NOT NULL REFERENCES cases (case_id),
    entry    INTEGER NOT NULL,
    register TEXT NOT NULL,
    began    INTEGER NOT NULL,
    until    INTEGER,
    ended    INTEGER,
    PRIMARY KEY (case_id, entry, register)
) STRICT, WITHOUT ROWID;
CREATE INDEX register_rows_by_register ON register_rows (register, ended);

CREATE TABLE name_keys (
    hash    INTEGER NOT NULL,
    case_id BLOB NOT NULL REFERENCES cases (case_id),
    PRIMARY KEY (hash, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE breaches (
    case_id     BLOB NOT NULL REFERENCES cases (case_id),
    rule        TEXT NOT NULL,
    instance    TEXT NOT NULL,
    breached_at INTEGER NOT NULL,
    noted_at    INTEGER NOT NULL,
    head        INTEGER NOT NULL,
    PRIMARY KEY (case_id, rule, instance)
) STRICT, WITHOUT ROWID;
CREATE INDEX breaches_by_noting ON breaches (noted_at);
CREATE TRIGGER breaches_are_kept BEFORE DELETE ON breaches
BEGIN SELECT RAISE(ABORT, 'breaches that were noted stay'); END;
CREATE TRIGGER breaches_stay_as_noted BEFORE UPDATE ON breaches
BEGIN SELECT RAISE(ABORT, 'breaches that were noted stay'); END;

CREATE TABLE checkpoints (made INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
";

/// Version 3: the hashes of a case's names stand beside its row, which is read for every list, and an index holds all by
/// which lists choose and order; views of lists that a person named,
/// which die with the account; and lines of registers that refer to the authority's book, and how often a register changed.
const VERSION_3: &str = "
CREATE TABLE case_names (
    case_id BLOB PRIMARY KEY REFERENCES cases (case_id),
    hashes  BLOB NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO case_names SELECT case_id, name_keys FROM case_rows WHERE length(name_keys) > 0;
ALTER TABLE case_rows DROP COLUMN name_keys;
DROP INDEX case_rows_by_agency_and_caseworker;
CREATE INDEX case_rows_by_carrier ON case_rows
    (agency, coalesce(caseworker, ''), closed_at, last_written, next_due_at);
CREATE INDEX work_rows_undated ON work_rows (opens_at) WHERE done_at IS NULL AND due_at IS NULL;

CREATE TABLE saved_views (
    view_id  TEXT PRIMARY KEY,
    staff    TEXT NOT NULL REFERENCES accounts (staff) ON DELETE CASCADE,
    name_tag BLOB NOT NULL,
    name     BLOB NOT NULL,
    asked    BLOB NOT NULL,
    UNIQUE (staff, name_tag)
) STRICT, WITHOUT ROWID;

ALTER TABLE register_rows ADD COLUMN in_book INTEGER;
CREATE INDEX register_rows_by_book ON register_rows (in_book) WHERE in_book IS NOT NULL;
CREATE TABLE register_versions (name TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;
";

/// Version 4: in the rows of lists nobody is the empty text, it stands in clear which cases are closed and which child is missing,
/// and indices hold the cases of one person or of all in each order in which lists show them.
const VERSION_4: &str = "
DROP INDEX case_rows_by_carrier;
DROP INDEX case_rows_by_agency_written;
DROP INDEX case_rows_by_agency_due;
ALTER TABLE case_rows ADD COLUMN closed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE case_rows ADD COLUMN missing INTEGER NOT NULL DEFAULT 0;
UPDATE case_rows SET closed = CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END, caseworker = coalesce(caseworker, '');
CREATE INDEX case_rows_by_carrier_written ON case_rows (agency, caseworker, closed, last_written, case_id, next_due_at);
CREATE INDEX case_rows_by_carrier_due ON case_rows (agency, caseworker, closed, missing, next_due_at, case_id);
CREATE INDEX case_rows_by_agency_written ON case_rows (agency, closed, last_written, case_id, next_due_at);
CREATE INDEX case_rows_by_agency_due ON case_rows (agency, closed, missing, next_due_at, case_id);
";

/// Version 5: a row of lists says its case's reference and place of the last entry itself, so that a list reads one table; and it
/// lies in a tree of small numbers. In a tree of their ids these rows, of a KiB each, made one of seven levels for ten thousand.
const VERSION_5: &str = "
CREATE TABLE rows_of_5 (
    case_id        BLOB NOT NULL UNIQUE REFERENCES cases (case_id),
    reference      TEXT NOT NULL,
    head           INTEGER NOT NULL,
    agency         TEXT NOT NULL,
    caseworker     TEXT NOT NULL,
    assessed_at    INTEGER NOT NULL,
    next_change_at INTEGER,
    next_due_at    INTEGER,
    last_written   INTEGER NOT NULL,
    closed_at      INTEGER,
    closed         INTEGER NOT NULL,
    missing        INTEGER NOT NULL,
    stirred_at     INTEGER,
    summary        BLOB NOT NULL
) STRICT;
INSERT INTO rows_of_5 SELECT r.case_id, c.reference, c.head, r.agency, r.caseworker, r.assessed_at, r.next_change_at,
    r.next_due_at, r.last_written, r.closed_at, r.closed, r.missing, r.stirred_at, r.summary
    FROM case_rows r JOIN cases c USING (case_id);
DROP TABLE case_rows;
ALTER TABLE rows_of_5 RENAME TO case_rows;
CREATE INDEX case_rows_by_reference ON case_rows (reference);
CREATE INDEX case_rows_by_change ON case_rows (next_change_at) WHERE next_change_at IS NOT NULL;
CREATE INDEX case_rows_stirred ON case_rows (stirred_at) WHERE stirred_at IS NOT NULL;
CREATE INDEX case_rows_by_carrier_written ON case_rows (agency, caseworker, closed, last_written, case_id, next_due_at);
CREATE INDEX case_rows_by_carrier_due ON case_rows (agency, caseworker, closed, missing, next_due_at, case_id);
CREATE INDEX case_rows_by_agency_written ON case_rows (agency, closed, last_written, case_id, next_due_at);
CREATE INDEX case_rows_by_agency_due ON case_rows (agency, closed, missing, next_due_at, case_id);
";

/// Whether a table of this name is there.
pub(super) fn has_table(conn: &mut dyn Sql, name: &str) -> Result<bool, StoreError> {
    let found = conn.one(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?1",
        values![name],
        |row| row.number(0),
    )?;
    Ok(found == Some(1))
}

/// Whether any table is there.
pub(super) fn has_any_table(conn: &mut dyn Sql) -> Result<bool, StoreError> {
    let found = conn.one("SELECT count(*) FROM sqlite_schema", &[], |row| row.number(0))?;
    Ok(found != Some(0))
}

/// The version in the file; 0 when nothing was made yet.
pub(super) fn version(conn: &mut dyn Sql) -> Result<i64, StoreError> {
    let version = conn.one("PRAGMA user_version", &[], |row| row.number(0))?;
    Ok(version.unwrap_or(0))
}

/// Refuses a version newer than this software's, and a file in which no store was made.
pub(super) fn check(conn: &mut dyn Sql, dir: &Path) -> Result<i64, StoreError> {
    match version(conn)? {
        0 if has_table(conn, meta::MOVING)? => Err(StoreError::MoveUnfinished(dir.display().to_string())),
        0 => Err(StoreError::NotThere(dir.display().to_string())),
        found if found > VERSION => Err(StoreError::NewerSchema { found, known: VERSION }),
        found => Ok(found),
    }
}

/// Makes what a version lacks, from 0 all tables; the caller holds the transaction.
pub(super) fn bring_up(conn: &mut dyn Sql, from: i64) -> Result<(), StoreError> {
    for (step, _) in STEPS.iter().zip(1..).filter(|(_, version)| *version > from) {
        conn.batch(step)?;
    }
    conn.batch(&format!("PRAGMA user_version = {VERSION}"))
}

/// Whether a version lacks something.
pub(super) fn is_behind(version: i64) -> bool {
    version < VERSION
}
