//! A place for one store of one kind, and a way in beside the store, as someone with the database has it.

use crate::samples::key_in;
use crate::server::Server;
use std::path::Path;
use tempfile::TempDir;
use tutela_store::*;

/// A place for a store: a folder, or a folder for the key and a database.
pub struct Bench {
    folder: TempDir,
    url: Option<String>,
}

impl Bench {
    pub fn sqlite() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            url: None,
        }
    }

    pub fn postgres() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            url: Some(Server::shared().database()),
        }
    }

    /// One of each kind.
    pub fn both() -> [Self; 2] {
        [Self::sqlite(), Self::postgres()]
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    pub fn created(&self) -> Box<dyn Store> {
        create(self.folder(), self.url())
    }

    pub fn opened(&self) -> Box<dyn Store> {
        open(self.folder(), self.url())
    }

    pub fn verify(&self) -> VerifyReport {
        match &self.url {
            None => SqliteStore::verify_in(self.folder(), &mut |_| {}).unwrap(),
            Some(url) => PostgresStore::verify_in(&url.parse().unwrap(), &mut |_| {}).unwrap(),
        }
    }

    pub fn raw(&self) -> Raw {
        match &self.url {
            None => Raw::Sqlite(rusqlite::Connection::open(self.folder().join("tutela.db")).unwrap()),
            Some(url) => {
                let mut client = postgres::Client::connect(url, postgres::NoTls).unwrap();
                client
                    .batch_execute(
                        "CREATE OR REPLACE FUNCTION pg_temp.zeroblob(n integer) RETURNS bytea LANGUAGE sql AS
                         $$ SELECT decode(repeat('00', n), 'hex') $$",
                    )
                    .unwrap();
                Raw::Postgres(client)
            }
        }
    }

    /// A way in on which the triggers are gone: someone who owns the database can do that.
    pub fn without_triggers(&self) -> Raw {
        let mut raw = self.raw();
        match &mut raw {
            Raw::Sqlite(conn) => {
                let list = "SELECT group_concat(name) FROM sqlite_schema WHERE type = 'trigger'";
                let names: Option<String> = conn.query_row(list, [], |row| row.get(0)).unwrap();
                for name in names.iter().flat_map(|names| names.split(',')) {
                    conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
                }
                conn.pragma_update(None, "foreign_keys", "OFF").unwrap();
            }
            Raw::Postgres(client) => client.batch_execute("SET session_replication_role = replica").unwrap(),
        }
        raw
    }
}

/// Makes a store in a folder, or in a database with its key in the folder.
pub fn create(folder: &Path, url: Option<&str>) -> Box<dyn Store> {
    match url {
        None => Box::new(SqliteStore::create(folder, &key_in(folder)).unwrap().0),
        Some(url) => Box::new(PostgresStore::create(&url.parse().unwrap(), &key_in(folder)).unwrap().0),
    }
}

/// Opens it.
pub fn open(folder: &Path, url: Option<&str>) -> Box<dyn Store> {
    match url {
        None => Box::new(SqliteStore::open(folder, &key_in(folder)).unwrap()),
        Some(url) => Box::new(PostgresStore::open(&url.parse().unwrap(), &key_in(folder)).unwrap()),
    }
}

/// A connection that is not the store's. Statements are written as SQLite has them.
pub enum Raw {
    Sqlite(rusqlite::Connection),
    Postgres(postgres::Client),
}

impl Raw {
    pub fn batch(&mut self, sql: &str) -> Result<(), String> {
        match self {
            Self::Sqlite(conn) => conn.execute_batch(sql).map_err(|error| error.to_string()),
            Self::Postgres(client) => {
                let sql = sql.replace("x'", "'\\x").replace("zeroblob(", "pg_temp.zeroblob(");
                let told = |error: postgres::Error| error.as_db_error().unwrap().message().to_owned();
                client.batch_execute(&sql).map_err(told)
            }
        }
    }

    /// The bytes of one column of one row.
    pub fn bytes(&mut self, sql: &str) -> Vec<u8> {
        match self {
            Self::Sqlite(conn) => conn.query_row(sql, [], |row| row.get(0)).unwrap(),
            Self::Postgres(client) => client.query_one(&sql.replace("x'", "'\\x"), &[]).unwrap().get(0),
        }
    }
}

/// Bytes as a statement has them.
pub fn literal(bytes: &[u8]) -> String {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("x'{hex}'")
}
