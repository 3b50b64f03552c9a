//! What can go wrong, told to a person: what happened, what was kept, what to do.

use std::path::{Path, PathBuf};
use tutela_domain::ids::CaseId;

/// Why the store did not do what it was asked. No variant holds personal data, and none holds a value that was to be
/// stored: these texts go to pages and logs.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no store in the folder or database.
    #[error("there is no store in {0}: nothing was changed; give the right place, or create a store there first")]
    NotThere(String),
    /// A store is already in the folder or database.
    #[error("there is already a store in {0}: nothing was changed; open it instead, or give an empty place")]
    AlreadyThere(String),
    /// A store was being moved or restored to here, and that was cut short.
    #[error(
        "moving or restoring a store into {0} was cut short: there is no store in it, and what it came from is whole; do it again, or give another place"
    )]
    MoveUnfinished(String),
    /// The store was moved elsewhere.
    #[error(
        "this store was moved to {to}: it is kept here as it was then, and nothing was written; open it there. If it does not open there, move it again; to come back, move it from there into an empty place"
    )]
    Moved {
        /// Where it lies now.
        to: String,
    },
    /// A file is where another was to be written.
    #[error(
        "there is already a file {0}: it was not changed; give another name, or say that it may be replaced (--replace)"
    )]
    FileThere(PathBuf),
    /// What was given as a backup is none, or none any more.
    #[error("{0} is no backup, or it is cut or damaged: nothing was made of it; give another")]
    NoBackup(PathBuf),
    /// What arrived is not what was sent.
    #[error("what arrived is not what was sent ({table}): the move was taken back, the store is untouched; move again")]
    Differs {
        /// In which table.
        table: &'static str,
    },
    /// The key file is not where it was said to be.
    #[error(
        "the key file {0} is missing: the store is untouched and stays sealed; put the key file back, or use the recovery key"
    )]
    MissingKey(PathBuf),
    /// The key file is not a key.
    #[error(
        "the key file {0} does not hold exactly 32 bytes: the store is untouched; put back the right file, or use the recovery key"
    )]
    BadKeyFile(PathBuf),
    /// The key or passphrase does not open this store.
    #[error(
        "the key or passphrase does not open this store: the store is untouched; give the right one, or use the recovery key"
    )]
    WrongKey,
    /// The store is opened by a passphrase and a file was given, or the other way round.
    #[error("this store is opened by {needed}: the store is untouched; give that, or use the recovery key")]
    OtherKeySource {
        /// The kind of key that is needed.
        needed: &'static str,
    },
    /// The keys were rotated while this program ran.
    #[error(
        "the keys were rotated while this program ran: this was not written, everything written before is kept; start the program again with the new key"
    )]
    KeysRotated,
    /// Something was found that is not as it was written.
    #[error(
        "the store is not whole ({first}; {faults} faults in all): this was not done, nothing was changed; run the verification and compare with a backup"
    )]
    NotWhole {
        /// The first fault.
        first: String,
        /// How many there are.
        faults: usize,
    },
    /// The keys were replaced, and the old wrapping of them still stands in the file.
    #[error(
        "the new key opens the data from now on, but what the old one opens could not be wiped from the disk yet: end every other program on the data, make room, then start Tutela and stop it once"
    )]
    NotForgotten,
    /// The recovery secret does not belong to this store.
    #[error("the recovery key does not belong to this store, or was copied with an error: the store is untouched")]
    WrongRecoverySecret,
    /// The store was written by a newer version of this software.
    #[error(
        "this store was written by a newer version (schema {found}; this version knows up to {known}): nothing was touched; install the newer version"
    )]
    NewerSchema {
        /// The version in the file.
        found: i64,
        /// The newest version that this software knows.
        known: i64,
    },
    /// The store was written by an older version, and what was asked needs it to be of this one.
    #[error("this store was written by an older version: nothing was touched; open it once with this version first")]
    OlderSchema,
    /// No room on the disk.
    #[error(
        "the disk is full: this was not written, everything written before is kept; make room on the disk and try again"
    )]
    DiskFull,
    /// The database file is damaged.
    #[error(
        "the database file is damaged: this was not done; stop the program, copy the folder aside as it is, run the verification, and restore from a backup"
    )]
    Damaged,
    /// Another program holds the database.
    #[error("another program holds the database: this was not written; end the other program, or try again")]
    Busy,
    /// The database file or its folder cannot be written.
    #[error(
        "the database cannot be opened or written: nothing of this was kept; check who may read and write the file and its folder, and the disk"
    )]
    ReadOnly,
    /// Another failure of the database.
    #[error("the database failed with code {code}: this was not written, everything written before is kept")]
    Database {
        /// SQLite's extended result code, or PostgreSQL's SQLSTATE.
        code: String,
    },
    /// A file or folder could not be read or written.
    #[error("{doing} failed ({kind}): nothing else was changed; check the path, the rights on it, and the disk")]
    File {
        /// What was being done, with which file.
        doing: String,
        /// The kind of failure.
        kind: std::io::ErrorKind,
    },
    /// The store has stopped writing.
    #[error(
        "the store has stopped writing: whether this last writing was kept is not known, sending it again is safe; start the program again"
    )]
    Stopped,
    /// The database server may forget what it acknowledged.
    #[error(
        "the database server runs with {setting} off, so that a power cut could take records back that were acknowledged: nothing was written; switch it on, then start again"
    )]
    NotDurable {
        /// The setting.
        setting: String,
    },
    /// The database server refused the connection.
    #[error(
        "the database server refused the connection with code {code}: nothing was written; check user, password and name of the database"
    )]
    Refused {
        /// PostgreSQL's SQLSTATE.
        code: String,
    },
    /// The database server cannot be reached.
    #[error("the database server cannot be reached ({why}): this was not written; check the server and try again")]
    Unreachable {
        /// What the connection met; never a value.
        why: String,
    },
    /// The database server is not known to be the right one.
    #[error(
        "the database server is not trusted ({why}): nothing was sent to it or written; check the address, and the certificate that sslrootcert names"
    )]
    Untrusted {
        /// What TLS met; never a value.
        why: &'static str,
    },
    /// The connection was lost while something was made durable.
    #[error(
        "the connection was lost at the moment of writing: whether this was kept is not known, sending it again is safe"
    )]
    Unanswered,
    /// The machine gave no random bytes.
    #[error("the machine gave no random bytes: nothing was written; try again")]
    NoRandomness,
    /// Something sealed cannot be opened: it was changed or damaged.
    #[error(
        "{what} cannot be opened, it was changed or damaged: it is kept as it is; run the verification and compare with a backup"
    )]
    Unreadable {
        /// What cannot be opened.
        what: Unreadable,
    },
    /// No such case.
    #[error("there is no such case: nothing was written")]
    NoSuchCase,
    /// A case with this id exists already.
    #[error("a case with this id exists already: nothing was written; make a new random id")]
    CaseIdTaken,
    /// No such account.
    #[error("there is no such account: nothing was written")]
    NoSuchAccount,
    /// The sign-in name or staff id is another's.
    #[error("the sign-in name or staff id is already in use: nothing was written; choose another")]
    AccountTaken,
    /// An invite or session with this token exists.
    #[error("this token is already in use: nothing was written; make a new random token")]
    TokenTaken,
    /// A submission without entries.
    #[error("the submission holds no entry: nothing was written")]
    NothingToWrite,
    /// A value that the store cannot take.
    #[error("{field} {why}: nothing was written")]
    NotAcceptable {
        /// The field.
        field: &'static str,
        /// What is wrong with it.
        why: &'static str,
    },
    /// Other bytes are already kept under this hash.
    #[error(
        "other bytes are already kept under this pack's hash: nothing was written; check how the hash was computed"
    )]
    PackDiffers,
}

/// A sealed thing that cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// An entry of a case.
    Entry(CaseId, u64),
    /// The key of a case.
    CaseKey(CaseId),
    /// The summary of a case in the lists.
    Summary(CaseId),
    /// A row of the audit.
    Audit(u64),
    /// An account.
    Account,
    /// An invite.
    Invite,
    /// A session.
    Session,
    /// A draft.
    Draft,
    /// A view that a person named.
    View,
    /// The store's own key.
    InstanceKey,
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Entry(case, seq) => write!(f, "entry {seq} of case {case}"),
            Self::CaseKey(case) => write!(f, "the key of case {case}"),
            Self::Summary(case) => write!(f, "the summary of case {case}"),
            Self::Audit(row) => write!(f, "audit row {row}"),
            Self::Account => f.write_str("an account"),
            Self::Invite => f.write_str("an invite"),
            Self::Session => f.write_str("a session"),
            Self::Draft => f.write_str("a draft"),
            Self::View => f.write_str("a view that a person named"),
            Self::InstanceKey => f.write_str("the store's own key"),
        }
    }
}

impl From<Unreadable> for StoreError {
    fn from(what: Unreadable) -> Self {
        Self::Unreadable { what }
    }
}

impl StoreError {
    /// A failure of an operation, without the operating system's own text.
    pub(crate) fn file(doing: &str) -> impl FnOnce(std::io::Error) -> Self {
        move |error| match error.kind() {
            std::io::ErrorKind::StorageFull => Self::DiskFull,
            kind => Self::File {
                doing: doing.to_owned(),
                kind,
            },
        }
    }

    /// The same with a file or folder, which is named.
    pub(crate) fn file_at(doing: &str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        move |error| Self::file(&format!("{doing} {}", path.display()))(error)
    }
}
