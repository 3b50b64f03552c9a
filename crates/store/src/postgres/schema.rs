//! The tables, the triggers that hold append-only, and the schema's version. The tables and columns are those of SQLite.

use super::url::PostgresUrl;
use crate::database::{Sql, values};
use crate::error::StoreError;
use crate::tables::meta;

/// What brings a database from one version to the next, in order; what was once written here is never changed.
const STEPS: [&str; 5] = [TABLES, VERSION_2, VERSION_3, VERSION_4, VERSION_5];

/// The version of the schema that this software writes.
pub(super) const VERSION: i64 = STEPS.len() as i64;

/// Every table and trigger of version 1. Texts are ordered by their bytes, as in SQLite.
const TABLES: &str = r#"
CREATE TABLE meta (name TEXT COLLATE "C" PRIMARY KEY, value BYTEA NOT NULL);

CREATE TABLE heads (
    one         BIGINT PRIMARY KEY CHECK (one = 1),
    cases       BIGINT NOT NULL,
    digest      BYTEA NOT NULL CHECK (length(digest) = 32),
    audit_rows  BIGINT NOT NULL,
    audit_chain BYTEA NOT NULL CHECK (length(audit_chain) = 32)
);

CREATE TABLE case_numbers (year BIGINT PRIMARY KEY, last BIGINT NOT NULL);

CREATE TABLE cases (
    case_id     BYTEA PRIMARY KEY CHECK (length(case_id) = 16),
    reference   TEXT COLLATE "C" NOT NULL UNIQUE,
    created     BIGINT NOT NULL,
    wrapped_key BYTEA NOT NULL,
    head        BIGINT NOT NULL,
    chain       BYTEA NOT NULL CHECK (length(chain) = 32)
);

CREATE TABLE entries (
    case_id       BYTEA NOT NULL REFERENCES cases (case_id),
    seq           BIGINT NOT NULL,
    record_type   TEXT COLLATE "C" NOT NULL,
    occurred_from BIGINT NOT NULL,
    occurred_to   BIGINT NOT NULL,
    written       BIGINT NOT NULL,
    staff         TEXT COLLATE "C" NOT NULL,
    agency        TEXT COLLATE "C" NOT NULL,
    sealed        BYTEA NOT NULL,
    sealed_digest BYTEA NOT NULL CHECK (length(sealed_digest) = 32),
    chain         BYTEA NOT NULL CHECK (length(chain) = 32),
    PRIMARY KEY (case_id, seq)
);

CREATE TABLE submissions (
    case_id    BYTEA NOT NULL REFERENCES cases (case_id),
    submission BYTEA NOT NULL,
    creates    BIGINT NOT NULL,
    first_seq  BIGINT NOT NULL,
    last_seq   BIGINT NOT NULL,
    PRIMARY KEY (case_id, submission)
);
CREATE UNIQUE INDEX submissions_that_create ON submissions (submission) WHERE creates = 1;

CREATE TABLE case_rows (
    case_id        BYTEA PRIMARY KEY REFERENCES cases (case_id),
    agency         TEXT COLLATE "C" NOT NULL,
    caseworker     TEXT COLLATE "C",
    next_change_at BIGINT,
    last_written   BIGINT NOT NULL,
    summary        BYTEA NOT NULL
);
CREATE INDEX case_rows_by_agency ON case_rows (agency, last_written);
CREATE INDEX case_rows_by_caseworker ON case_rows (caseworker, last_written) WHERE caseworker IS NOT NULL;
CREATE INDEX case_rows_by_change ON case_rows (next_change_at) WHERE next_change_at IS NOT NULL;

CREATE TABLE work_rows (
    case_id  BYTEA NOT NULL REFERENCES cases (case_id),
    rule     TEXT COLLATE "C" NOT NULL,
    instance TEXT COLLATE "C" NOT NULL,
    opens_at BIGINT NOT NULL,
    due_at   BIGINT,
    done_at  BIGINT,
    PRIMARY KEY (case_id, rule, instance)
);

CREATE TABLE audit (
    seq           BIGINT PRIMARY KEY,
    at            BIGINT NOT NULL,
    staff         TEXT COLLATE "C" NOT NULL,
    role          TEXT COLLATE "C" NOT NULL,
    action        TEXT COLLATE "C" NOT NULL,
    purpose       TEXT COLLATE "C" NOT NULL,
    case_tag      BIGINT NOT NULL,
    sealed        BYTEA NOT NULL,
    sealed_digest BYTEA NOT NULL CHECK (length(sealed_digest) = 32),
    chain         BYTEA NOT NULL CHECK (length(chain) = 32)
);
CREATE INDEX audit_by_case_tag ON audit (case_tag);

CREATE TABLE accounts (
    staff    TEXT COLLATE "C" PRIMARY KEY,
    name_tag BYTEA NOT NULL UNIQUE,
    agency   TEXT COLLATE "C" NOT NULL,
    active   BIGINT NOT NULL,
    sealed   BYTEA NOT NULL,
    password BYTEA NOT NULL
);

CREATE TABLE invites (
    token_tag BYTEA PRIMARY KEY,
    staff     TEXT COLLATE "C" NOT NULL,
    expires   BIGINT NOT NULL,
    sealed    BYTEA NOT NULL
);

CREATE TABLE sessions (
    token_tag BYTEA PRIMARY KEY,
    staff     TEXT COLLATE "C" NOT NULL,
    created   BIGINT NOT NULL,
    expires   BIGINT NOT NULL,
    sealed    BYTEA NOT NULL
);
CREATE INDEX sessions_by_staff ON sessions (staff);

CREATE TABLE sign_in_failures (name_tag BYTEA NOT NULL, at BIGINT NOT NULL);
CREATE INDEX sign_in_failures_by_name ON sign_in_failures (name_tag, at);

CREATE TABLE drafts (
    draft_tag BYTEA PRIMARY KEY,
    staff     TEXT COLLATE "C" NOT NULL,
    case_id   BYTEA,
    saved     BIGINT NOT NULL,
    sealed    BYTEA NOT NULL
);

CREATE TABLE packs (hash BYTEA PRIMARY KEY CHECK (length(hash) = 32), bytes BYTEA NOT NULL);

CREATE FUNCTION entries_are_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'entries are append-only'; END $$;
CREATE TRIGGER entries_are_kept BEFORE DELETE OR TRUNCATE ON entries
FOR EACH STATEMENT EXECUTE FUNCTION entries_are_append_only();
CREATE TRIGGER entries_stay_as_written BEFORE UPDATE ON entries
FOR EACH STATEMENT EXECUTE FUNCTION entries_are_append_only();
CREATE FUNCTION entries_follow_each_other() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    IF NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM entries WHERE case_id = NEW.case_id) THEN
        RAISE EXCEPTION 'entries are append-only';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER entries_follow_each_other BEFORE INSERT ON entries
FOR EACH ROW EXECUTE FUNCTION entries_follow_each_other();

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit is append-only'; END $$;
CREATE TRIGGER audit_is_kept BEFORE DELETE OR TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_stays_as_written BEFORE UPDATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE FUNCTION audit_rows_follow_each_other() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    IF NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM audit) THEN
        RAISE EXCEPTION 'the audit is append-only';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER audit_rows_follow_each_other BEFORE INSERT ON audit
FOR EACH ROW EXECUTE FUNCTION audit_rows_follow_each_other();

CREATE FUNCTION cases_are_kept() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'cases are kept'; END $$;
CREATE TRIGGER cases_are_kept BEFORE DELETE OR TRUNCATE ON cases
FOR EACH STATEMENT EXECUTE FUNCTION cases_are_kept();
CREATE FUNCTION case_heads_go_forward() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    IF NEW.case_id <> OLD.case_id OR NEW.reference <> OLD.reference OR NEW.created <> OLD.created
        OR NEW.head < OLD.head
        OR (NEW.head = OLD.head AND NEW.chain <> OLD.chain)
        OR NEW.head > (SELECT coalesce(max(seq), 0) FROM entries WHERE case_id = NEW.case_id)
    THEN
        RAISE EXCEPTION 'the head of a case only goes forward';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER case_heads_go_forward BEFORE UPDATE ON cases
FOR EACH ROW EXECUTE FUNCTION case_heads_go_forward();

CREATE FUNCTION heads_are_kept() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'heads only go forward'; END $$;
CREATE TRIGGER heads_are_kept BEFORE DELETE OR TRUNCATE ON heads
FOR EACH STATEMENT EXECUTE FUNCTION heads_are_kept();
CREATE FUNCTION heads_go_forward() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    IF NEW.cases < OLD.cases OR NEW.audit_rows < OLD.audit_rows THEN
        RAISE EXCEPTION 'heads only go forward';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER heads_go_forward BEFORE UPDATE ON heads
FOR EACH ROW EXECUTE FUNCTION heads_go_forward();
"#;

/// Version 2: registers, breaches, names, and instants by which lists are ordered; and the checkpoints that were made
/// last. What a case's row says is left to be reckoned anew. The keys that are added are no step of SQL.
const VERSION_2: &str = r#"
ALTER TABLE case_rows ADD COLUMN assessed_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE case_rows ADD COLUMN next_due_at BIGINT;
ALTER TABLE case_rows ADD COLUMN closed_at BIGINT;
ALTER TABLE case_rows ADD COLUMN stirred_at BIGINT;
ALTER TABLE case_rows ADD COLUMN name_keys BYTEA NOT NULL DEFAULT '';
UPDATE case_rows SET summary = '', stirred_at = 0;
DROP INDEX case_rows_by_agency;
DROP INDEX case_rows_by_caseworker;
CREATE INDEX case_rows_by_agency_and_caseworker ON case_rows (agency, caseworker);
CREATE INDEX case_rows_by_agency_written ON case_rows (agency, last_written);
CREATE INDEX case_rows_by_agency_due ON case_rows (agency, (next_due_at IS NULL), next_due_at);
CREATE INDEX case_rows_stirred ON case_rows (stirred_at) WHERE stirred_at IS NOT NULL;
CREATE INDEX work_rows_owed ON work_rows (due_at) WHERE done_at IS NULL AND due_at IS NOT NULL;

CREATE TABLE register_rows (
    case_id  BYTEA NOT NULL REFERENCES cases (case_id),
    entry    BIGINT NOT NULL,
    register TEXT COLLATE "C" NOT NULL,
    began    BIGINT NOT NULL,
    until    BIGINT,
    ended    BIGINT,
    PRIMARY KEY (case_id, entry, register)
);
CREATE INDEX register_rows_by_register ON register_rows (register, ended);

CREATE TABLE name_keys (
    hash    BIGINT NOT NULL,
    case_id BYTEA NOT NULL REFERENCES cases (case_id),
    PRIMARY KEY (hash, case_id)
);

CREATE TABLE breaches (
    case_id     BYTEA NOT NULL REFERENCES cases (case_id),
    rule        TEXT COLLATE "C" NOT NULL,
    instance    TEXT COLLATE "C" NOT NULL,
    breached_at BIGINT NOT NULL,
    noted_at    BIGINT NOT NULL,
    head        BIGINT NOT NULL,
    PRIMARY KEY (case_id, rule, instance)
);
CREATE INDEX breaches_by_noting ON breaches (noted_at);
CREATE FUNCTION breaches_stay() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'breaches that were noted stay'; END $$;
CREATE TRIGGER breaches_are_kept BEFORE DELETE OR TRUNCATE ON breaches
FOR EACH STATEMENT EXECUTE FUNCTION breaches_stay();
CREATE TRIGGER breaches_stay_as_noted BEFORE UPDATE ON breaches
FOR EACH STATEMENT EXECUTE FUNCTION breaches_stay();

CREATE TABLE checkpoints (made BIGINT PRIMARY KEY, text TEXT NOT NULL);
"#;

/// Version 3: the hashes of a case's names stand beside its row, which is read for every list, and an index holds all by
/// which lists choose and order; views of lists that a person named,
/// which die with the account; and lines of registers that refer to the authority's book, and how often a register changed.
const VERSION_3: &str = r#"
CREATE TABLE case_names (
    case_id BYTEA PRIMARY KEY REFERENCES cases (case_id),
    hashes  BYTEA NOT NULL
);
INSERT INTO case_names SELECT case_id, name_keys FROM case_rows WHERE length(name_keys) > 0;
ALTER TABLE case_rows DROP COLUMN name_keys;
DROP INDEX case_rows_by_agency_and_caseworker;
CREATE INDEX case_rows_by_carrier ON case_rows
    (agency, coalesce(caseworker, ''), closed_at, last_written, next_due_at);
CREATE INDEX work_rows_undated ON work_rows (opens_at) WHERE done_at IS NULL AND due_at IS NULL;

CREATE TABLE saved_views (
    view_id  TEXT COLLATE "C" PRIMARY KEY,
    staff    TEXT COLLATE "C" NOT NULL REFERENCES accounts (staff) ON DELETE CASCADE,
    name_tag BYTEA NOT NULL,
    name     BYTEA NOT NULL,
    asked    BYTEA NOT NULL,
    UNIQUE (staff, name_tag)
);

ALTER TABLE register_rows ADD COLUMN in_book BIGINT;
CREATE INDEX register_rows_by_book ON register_rows (in_book) WHERE in_book IS NOT NULL;
CREATE TABLE register_versions (name TEXT COLLATE "C" PRIMARY KEY, version BIGINT NOT NULL);
"#;

/// Version 4: in the rows of lists nobody is the empty text, it stands in clear which cases are closed and which child is missing,
/// and indices hold the cases of one person or of all in each order in which lists show them.
const VERSION_4: &str = r#"
DROP INDEX case_rows_by_carrier;
DROP INDEX case_rows_by_agency_written;
DROP INDEX case_rows_by_agency_due;
ALTER TABLE case_rows ADD COLUMN closed BIGINT NOT NULL DEFAULT 0;
ALTER TABLE case_rows ADD COLUMN missing BIGINT NOT NULL DEFAULT 0;
UPDATE case_rows SET closed = CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END, caseworker = coalesce(caseworker, '');
ALTER TABLE case_rows ALTER COLUMN caseworker SET NOT NULL;
CREATE INDEX case_rows_by_carrier_written ON case_rows (agency, caseworker, closed, last_written, case_id, next_due_at);
CREATE INDEX case_rows_by_carrier_due ON case_rows (agency, caseworker, closed, missing, next_due_at, case_id);
CREATE INDEX case_rows_by_agency_written ON case_rows (agency, closed, last_written, case_id, next_due_at);
CREATE INDEX case_rows_by_agency_due ON case_rows (agency, closed, missing, next_due_at, case_id);
"#;

/// Version 5: a row of lists says its case's reference and place of the last entry itself, so that a list reads one table.
const VERSION_5: &str = r#"
ALTER TABLE case_rows ADD COLUMN reference TEXT COLLATE "C";
ALTER TABLE case_rows ADD COLUMN head BIGINT;
UPDATE case_rows SET reference = c.reference, head = c.head FROM cases c WHERE c.case_id = case_rows.case_id;
ALTER TABLE case_rows ALTER COLUMN reference SET NOT NULL, ALTER COLUMN head SET NOT NULL;
CREATE INDEX case_rows_by_reference ON case_rows (reference);
"#;

/// Whether a table of this name is there.
pub(super) fn has_table(conn: &mut dyn Sql, name: &str) -> Result<bool, StoreError> {
    let found = conn.one(
        "SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname = current_schema() AND tablename = ?1",
        values![name],
        |row| row.number(0),
    )?;
    Ok(found == Some(1))
}

/// Whether any table is there.
pub(super) fn has_any_table(conn: &mut dyn Sql) -> Result<bool, StoreError> {
    let found = conn.one(
        "SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname = current_schema()",
        &[],
        |row| row.number(0),
    )?;
    Ok(found != Some(0))
}

/// The version in the database; 0 when nothing was made yet.
pub(super) fn version(conn: &mut dyn Sql) -> Result<i64, StoreError> {
    if !has_table(conn, "meta")? {
        return Ok(0);
    }
    let version = conn.one(
        "SELECT value FROM meta WHERE name = ?1",
        values![meta::VERSION],
        |row| {
            let digits = str::from_utf8(row.bytes(0)?).map_err(|_| StoreError::Damaged)?;
            digits.parse().map_err(|_| StoreError::Damaged)
        },
    )?;
    version.ok_or(StoreError::Damaged)
}

/// Refuses a version newer than this software's, and a database in which no store was made.
pub(super) fn check(conn: &mut dyn Sql, url: &PostgresUrl) -> Result<i64, StoreError> {
    match version(conn)? {
        0 if has_table(conn, meta::MOVING)? => Err(StoreError::MoveUnfinished(url.to_string())),
        0 => Err(StoreError::NotThere(url.to_string())),
        found if found > VERSION => Err(StoreError::NewerSchema { found, known: VERSION }),
        found => Ok(found),
    }
}

/// Makes what a version lacks, from 0 all tables; the caller holds the transaction.
pub(super) fn bring_up(conn: &mut dyn Sql, from: i64) -> Result<(), StoreError> {
    bring_up_to(conn, from, VERSION)
}

/// The same up to another version: what a backup of that version is restored into.
pub(super) fn bring_up_to(conn: &mut dyn Sql, from: i64, to: i64) -> Result<(), StoreError> {
    let steps = STEPS.iter().zip(1..);
    for (step, _) in steps.filter(|(_, version)| (from + 1..=to).contains(version)) {
        conn.batch(step)?;
    }
    meta::put(conn, meta::VERSION, to.to_string().as_bytes())
}

/// Whether a version lacks something.
pub(super) fn is_behind(version: i64) -> bool {
    version < VERSION
}
