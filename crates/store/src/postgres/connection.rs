//! How connections are opened, and how PostgreSQL's failures and values become ours.

use super::url::PostgresUrl;
use crate::database::{Failure, Row, Sql, Value};
use crate::error::StoreError;
use crate::writer::Writing;
use bytes::BytesMut;
use postgres::error::{Severity, SqlState};
use postgres::fallible_iterator::FallibleIterator;
use postgres::types::{IsNull, ToSql, Type};
use postgres::{Client, Statement};
use rustls::CertificateError;
use std::collections::HashMap;
use std::sync::Arc;

/// The settings of the server on which it hangs that a commit outlives a power cut, and that texts are what we wrote.
const SETTINGS: &str = "SELECT name, setting FROM pg_catalog.pg_settings
    WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'server_encoding')";

/// A connection with the statements that it knows.
pub(super) struct Connection {
    url: Arc<PostgresUrl>,
    client: Client,
    statements: HashMap<String, Statement>,
    /// The server has gone, or has ended this connection.
    lost: bool,
}

impl Connection {
    /// A connection that only reads.
    pub(super) fn read_only(url: &Arc<PostgresUrl>) -> Result<Self, StoreError> {
        Ok(Self {
            url: url.clone(),
            client: url.connect()?,
            statements: HashMap::new(),
            lost: false,
        })
    }

    /// A connection that may write: the server must keep what it acknowledged.
    pub(super) fn writing(url: &Arc<PostgresUrl>) -> Result<Self, StoreError> {
        let mut conn = Self::read_only(url)?;
        let sql: &mut dyn Sql = &mut conn;
        for (name, setting) in sql.all(SETTINGS, &[], |row| {
            Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned()))
        })? {
            check_setting(&name, &setting)?;
        }
        Ok(conn)
    }

    /// Begins to read as of one moment.
    pub(super) fn begin_reading(&mut self) -> Result<(), StoreError> {
        self.batch("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    }

    /// Runs something on the client, and notices when the connection is lost.
    fn on_client<T>(
        &mut self,
        act: impl FnOnce(&mut Client) -> Result<T, postgres::Error>,
    ) -> Result<T, postgres::Error> {
        let done = act(&mut self.client);
        if let Err(error) = &done {
            self.lost |= is_lost(error);
        }
        done
    }

    fn prepared(&mut self, sql: &str) -> Result<Statement, postgres::Error> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        // A value stands as ?1 in our statements and as $1 in PostgreSQL's.
        let numbered = sql.replace('?', "$");
        let statement = self.on_client(|client| client.prepare(&numbered))?;
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

/// Refuses a server that may forget what it acknowledged.
fn check_setting(name: &str, setting: &str) -> Result<(), StoreError> {
    match (name, setting) {
        ("fsync" | "full_page_writes" | "synchronous_commit", "off") => Err(StoreError::NotDurable {
            setting: name.to_owned(),
        }),
        ("server_encoding", other) if other != "UTF8" => Err(StoreError::NotAcceptable {
            field: "the database",
            why: "has an encoding other than UTF8",
        }),
        _ => Ok(()),
    }
}

/// Whether an error says that the connection is no more.
fn is_lost(error: &postgres::Error) -> bool {
    match error.as_db_error() {
        Some(told) => matches!(told.parsed_severity(), Some(Severity::Fatal | Severity::Panic)),
        None => error.is_closed() || cause::<std::io::Error>(error).is_some(),
    }
}

fn cause<E: std::error::Error + 'static>(error: &postgres::Error) -> Option<&E> {
    std::error::Error::source(error)?.downcast_ref()
}

impl From<postgres::Error> for StoreError {
    /// Keeps only PostgreSQL's code: its texts may quote values.
    fn from(error: postgres::Error) -> Self {
        let Some(told) = error.as_db_error() else {
            return match cause::<std::io::Error>(&error) {
                Some(io) => of_io(io),
                None if error.is_closed() => Self::Unreachable {
                    why: "the connection was closed".to_owned(),
                },
                None if error.to_string().starts_with("error performing TLS handshake") => Self::Untrusted {
                    why: "it does not speak TLS, which the address asks for",
                },
                // A password that is missing, an address that is none.
                None => Self::Unreachable {
                    why: "it and the address do not fit together".to_owned(),
                },
            };
        };
        let code = told.code();
        match code.code() {
            // Rights, password, name of the database.
            refused if refused.starts_with("28") || refused == "3D000" => Self::Refused {
                code: refused.to_owned(),
            },
            _ if is_lost(&error) => Self::Unreachable {
                why: format!("code {}", code.code()),
            },
            "55P03" | "40P01" => Self::Busy,
            "25006" | "42501" => Self::ReadOnly,
            "XX001" | "XX002" => Self::Damaged,
            "22021" => Self::NotAcceptable {
                field: "a text",
                why: "holds a character that cannot be kept",
            },
            _ if *code == SqlState::DISK_FULL => Self::DiskFull,
            other => Self::Database { code: other.to_owned() },
        }
    }
}

/// What an input or output met, without addresses: the kind of failure, or what TLS found.
fn of_io(io: &std::io::Error) -> StoreError {
    let Some(tls) = io.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) else {
        // The kind of this one has no name.
        let unknown_name = io.to_string().starts_with("failed to lookup address information");
        return StoreError::Unreachable {
            why: match unknown_name {
                true => "its name is not known".to_owned(),
                false => io.kind().to_string(),
            },
        };
    };
    let why = match tls {
        rustls::Error::InvalidCertificate(CertificateError::UnknownIssuer | CertificateError::BadSignature) => {
            "its certificate does not come from an authority that is believed"
        }
        rustls::Error::InvalidCertificate(
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
        ) => "its certificate is good for another name than that in the address",
        rustls::Error::InvalidCertificate(CertificateError::Expired | CertificateError::ExpiredContext { .. }) => {
            "its certificate has expired"
        }
        rustls::Error::InvalidCertificate(_) => "its certificate is not good",
        other => {
            return StoreError::Unreachable { why: other.to_string() };
        }
    };
    StoreError::Untrusted { why }
}

impl Sql for Connection {
    fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        Ok(self.on_client(|client| client.batch_execute(sql))?)
    }

    fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, Failure> {
        let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as _).collect();
        self.prepared(sql)
            .and_then(|statement| self.on_client(|client| client.execute(&statement, &values)))
            .map_err(|error| Failure {
                taken: error.code() == Some(&SqlState::UNIQUE_VIOLATION),
                error: error.into(),
            })
    }

    fn each(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        row: &mut dyn FnMut(&dyn Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let statement = self.prepared(sql)?;
        // What `row` finds goes out beside what the client finds.
        let mut found = Ok(());
        self.on_client(|client| {
            let mut rows = client.query_raw(&statement, values)?;
            while let Some(next) = rows.next()? {
                if let Err(error) = row(&next) {
                    found = Err(error);
                    break;
                }
            }
            Ok(())
        })?;
        found
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Nothing => Ok(IsNull::Yes),
            Self::Number(number) => number.to_sql_checked(kind, out),
            Self::Text(text) => text.to_sql_checked(kind, out),
            Self::Bytes(bytes) => bytes.to_sql_checked(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        // Each kind asks for itself.
        true
    }

    postgres::types::to_sql_checked!();
}

/// A value of a kind that the store never writes into this column means that the database was damaged.
fn damaged<E>(_: E) -> StoreError {
    StoreError::Damaged
}

impl Row for postgres::Row {
    fn number(&self, column: usize) -> Result<i64, StoreError> {
        self.try_get(column).map_err(damaged)
    }

    fn maybe_number(&self, column: usize) -> Result<Option<i64>, StoreError> {
        self.try_get(column).map_err(damaged)
    }

    fn text(&self, column: usize) -> Result<&str, StoreError> {
        self.try_get(column).map_err(damaged)
    }

    fn maybe_text(&self, column: usize) -> Result<Option<&str>, StoreError> {
        self.try_get(column).map_err(damaged)
    }

    fn bytes(&self, column: usize) -> Result<&[u8], StoreError> {
        self.try_get(column).map_err(damaged)
    }

    fn maybe_bytes(&self, column: usize) -> Result<Option<&[u8]>, StoreError> {
        self.try_get(column).map_err(damaged)
    }
}

impl Writing for Connection {
    fn begin(&mut self) -> Result<(), StoreError> {
        if self.lost {
            return Err(StoreError::Unreachable {
                why: "the connection was lost".to_owned(),
            });
        }
        // The row of heads is the write lock of the whole store: the writers of two nodes follow each other. A node
        // that hangs while it holds the lock is cut off after a minute.
        self.batch(
            "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
             SET LOCAL lock_timeout = '10s';
             SET LOCAL idle_in_transaction_session_timeout = '60s';
             SELECT one FROM heads FOR UPDATE;",
        )
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        let done = self.batch("COMMIT");
        if self.lost {
            return Err(StoreError::Unanswered);
        }
        done
    }

    fn roll_back(&mut self) {
        if !self.lost && self.batch("ROLLBACK").is_err() {
            // Whatever state this connection is in, it is not used again.
            self.lost = true;
        }
    }

    fn in_transaction(&self) -> bool {
        !self.lost && !self.client.is_closed()
    }

    fn renew(&mut self) -> Result<(), StoreError> {
        *self = Self::writing(&self.url)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_may_forget_is_refused() {
        for name in ["fsync", "full_page_writes", "synchronous_commit"] {
            let refused = StoreError::NotDurable {
                setting: name.to_owned(),
            };
            assert_eq!(check_setting(name, "off"), Err(refused));
            assert_eq!(check_setting(name, "on"), Ok(()));
        }
        assert_eq!(check_setting("synchronous_commit", "remote_apply"), Ok(()));
        assert!(check_setting("server_encoding", "LATIN1").is_err());
    }
}
