//! Carries all tables from one database to another, row by row as they stand: sealed bytes stay sealed, no key is needed.

use super::verify::verify;
use crate::chain::Digest;
use crate::database::{Row, Sql, Value};
use crate::error::StoreError;
use crate::verify::{Progress, VerifyReport};
use std::collections::{BTreeMap, BTreeSet};

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Text,
    Bytes,
}

/// A table: its columns, and those by which its rows have one order on every database.
struct Table {
    name: &'static str,
    order: &'static str,
    columns: &'static [(&'static str, Kind)],
}

use Kind::{Bytes, Number, Text};

/// Every table, those first to which others point. The version of the schema is the database's own affair.
const TABLES: [Table; 22] = [
    Table {
        name: "meta",
        order: "name",
        columns: &[("name", Text), ("value", Bytes)],
    },
    Table {
        name: "heads",
        order: "one",
        columns: &[
            ("one", Number),
            ("cases", Number),
            ("digest", Bytes),
            ("audit_rows", Number),
            ("audit_chain", Bytes),
        ],
    },
    Table {
        name: "case_numbers",
        order: "year",
        columns: &[("year", Number), ("last", Number)],
    },
    Table {
        name: "cases",
        order: "case_id",
        columns: &[
            ("case_id", Bytes),
            ("reference", Text),
            ("created", Number),
            ("wrapped_key", Bytes),
            ("head", Number),
            ("chain", Bytes),
        ],
    },
    Table {
        name: "entries",
        order: "case_id, seq",
        columns: &[
            ("case_id", Bytes),
            ("seq", Number),
            ("record_type", Text),
            ("occurred_from", Number),
            ("occurred_to", Number),
            ("written", Number),
            ("staff", Text),
            ("agency", Text),
            ("sealed", Bytes),
            ("sealed_digest", Bytes),
            ("chain", Bytes),
        ],
    },
    Table {
        name: "submissions",
        order: "case_id, submission",
        columns: &[
            ("case_id", Bytes),
            ("submission", Bytes),
            ("creates", Number),
            ("first_seq", Number),
            ("last_seq", Number),
        ],
    },
    Table {
        name: "case_rows",
        order: "case_id",
        columns: &[
            ("case_id", Bytes),
            ("reference", Text),
            ("head", Number),
            ("agency", Text),
            ("caseworker", Text),
            ("assessed_at", Number),
            ("next_change_at", Number),
            ("next_due_at", Number),
            ("last_written", Number),
            ("closed_at", Number),
            ("closed", Number),
            ("missing", Number),
            ("stirred_at", Number),
            ("summary", Bytes),
        ],
    },
    Table {
        name: "register_rows",
        order: "case_id, entry, register",
        columns: &[
            ("case_id", Bytes),
            ("entry", Number),
            ("register", Text),
            ("began", Number),
            ("until", Number),
            ("ended", Number),
            ("in_book", Number),
        ],
    },
    Table {
        name: "case_names",
        order: "case_id",
        columns: &[("case_id", Bytes), ("hashes", Bytes)],
    },
    Table {
        name: "register_versions",
        order: "name",
        columns: &[("name", Text), ("version", Number)],
    },
    Table {
        name: "name_keys",
        order: "hash, case_id",
        columns: &[("hash", Number), ("case_id", Bytes)],
    },
    Table {
        name: "breaches",
        order: "case_id, rule, instance",
        columns: &[
            ("case_id", Bytes),
            ("rule", Text),
            ("instance", Text),
            ("breached_at", Number),
            ("noted_at", Number),
            ("head", Number),
        ],
    },
    Table {
        name: "work_rows",
        order: "case_id, rule, instance",
        columns: &[
            ("case_id", Bytes),
            ("rule", Text),
            ("instance", Text),
            ("opens_at", Number),
            ("due_at", Number),
            ("done_at", Number),
        ],
    },
    Table {
        name: "audit",
        order: "seq",
        columns: &[
            ("seq", Number),
            ("at", Number),
            ("staff", Text),
            ("role", Text),
            ("action", Text),
            ("purpose", Text),
            ("case_tag", Number),
            ("sealed", Bytes),
            ("sealed_digest", Bytes),
            ("chain", Bytes),
        ],
    },
    Table {
        name: "accounts",
        order: "staff",
        columns: &[
            ("staff", Text),
            ("name_tag", Bytes),
            ("agency", Text),
            ("active", Number),
            ("sealed", Bytes),
            ("password", Bytes),
        ],
    },
    Table {
        name: "saved_views",
        order: "view_id",
        columns: &[
            ("view_id", Text),
            ("staff", Text),
            ("name_tag", Bytes),
            ("name", Bytes),
            ("asked", Bytes),
        ],
    },
    Table {
        name: "invites",
        order: "token_tag",
        columns: &[
            ("token_tag", Bytes),
            ("staff", Text),
            ("expires", Number),
            ("sealed", Bytes),
        ],
    },
    Table {
        name: "sessions",
        order: "token_tag",
        columns: &[
            ("token_tag", Bytes),
            ("staff", Text),
            ("created", Number),
            ("expires", Number),
            ("sealed", Bytes),
        ],
    },
    Table {
        name: "sign_in_failures",
        order: "name_tag, at",
        columns: &[("name_tag", Bytes), ("at", Number)],
    },
    Table {
        name: "drafts",
        order: "draft_tag",
        columns: &[
            ("draft_tag", Bytes),
            ("staff", Text),
            ("case_id", Bytes),
            ("saved", Number),
            ("sealed", Bytes),
        ],
    },
    Table {
        name: "packs",
        order: "hash",
        columns: &[("hash", Bytes), ("bytes", Bytes)],
    },
    Table {
        name: "checkpoints",
        order: "made",
        columns: &[("made", Number), ("text", Text)],
    },
];

/// Columns that no version after an older one has, with their tables.
const ONLY_OLDER: [(&str, &str, Kind); 1] = [("case_rows", "name_keys", Bytes)];

/// What is carried of a table.
struct Part {
    name: &'static str,
    order: &'static str,
    columns: Vec<(&'static str, Kind)>,
}

/// What is carried: every table and column that the store's version has.
pub(crate) struct Shape(Vec<Part>);

impl Shape {
    /// Of the newest version.
    pub(crate) fn newest() -> Self {
        Self(TABLES.iter().map(|table| Part::of(table, table.columns)).collect())
    }

    /// Of the version that has these tables with these columns. What this software does not know it cannot carry.
    pub(crate) fn of(there: &BTreeMap<String, BTreeSet<String>>) -> Result<Self, StoreError> {
        let mut parts = Vec::new();
        for table in &TABLES {
            if let Some(columns) = there.get(table.name) {
                let older = ONLY_OLDER.iter().filter(|(of, ..)| *of == table.name);
                let older = older.map(|(_, column, kind)| (*column, *kind));
                let known: Vec<_> = table.columns.iter().copied().chain(older).collect();
                let has = |(column, _): &(&'static str, Kind)| columns.contains(*column);
                parts.push(Part::of(table, &known.into_iter().filter(has).collect::<Vec<_>>()));
            }
        }
        let known = parts.iter().map(|part| part.columns.len()).sum::<usize>();
        if parts.len() != there.len() || known != there.values().map(BTreeSet::len).sum::<usize>() {
            return Err(StoreError::Damaged);
        }
        Ok(Self(parts))
    }
}

impl Part {
    fn of(table: &Table, columns: &[(&'static str, Kind)]) -> Self {
        Self {
            name: table.name,
            order: table.order,
            columns: columns.to_vec(),
        }
    }

    /// Reads all rows in order; each as the values of its columns.
    fn rows(
        &self,
        conn: &mut dyn Sql,
        mut each: impl FnMut(&[Value<'_>]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        let (names, order) = (names.join(", "), self.order);
        let sql = format!(
            "SELECT {names} FROM {} WHERE {} ORDER BY {order}",
            self.name,
            self.condition()
        );
        conn.each(&sql, &[], &mut |row| {
            let values: Result<Vec<_>, _> = (0..)
                .zip(&self.columns)
                .map(|(at, (_, kind))| value(row, at, *kind))
                .collect();
            each(&values?)
        })
    }

    /// Which rows belong to the store, and not to the place in which it lies.
    fn condition(&self) -> String {
        match self.name {
            "meta" => format!("name NOT IN ('{}', '{}')", super::meta::VERSION, super::meta::MOVED),
            _ => "1 = 1".to_owned(),
        }
    }

    fn count(&self, conn: &mut dyn Sql) -> Result<u64, StoreError> {
        let sql = format!("SELECT count(*) FROM {} WHERE {}", self.name, self.condition());
        let count = conn.one(&sql, &[], |row| crate::columns::place(row.number(0)?))?;
        Ok(count.unwrap_or(0))
    }

    fn insertion(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        let values: Vec<String> = (1..=names.len()).map(|number| format!("?{number}")).collect();
        format!(
            "INSERT INTO {} ({}) VALUES ({})",
            self.name,
            names.join(", "),
            values.join(", ")
        )
    }
}

fn value<'a>(row: &'a dyn Row, column: usize, kind: Kind) -> Result<Value<'a>, StoreError> {
    Ok(match kind {
        Number => row.maybe_number(column)?.into(),
        Text => row.maybe_text(column)?.into(),
        Bytes => row.maybe_bytes(column)?.into(),
    })
}

/// A digest over rows, so that two tables can be compared that cannot be laid side by side.
struct Digester(blake3::Hasher);

impl Digester {
    fn row(&mut self, values: &[Value<'_>]) {
        for value in values {
            let number;
            let (kind, bytes): (u8, &[u8]) = match value {
                Value::Nothing => (0, &[]),
                Value::Number(value) => {
                    number = value.to_le_bytes();
                    (1, &number)
                }
                Value::Text(text) => (2, text.as_bytes()),
                Value::Bytes(bytes) => (3, bytes),
            };
            self.0.update(&[kind]);
            self.0.update(&(bytes.len() as u64).to_le_bytes());
            self.0.update(bytes);
        }
    }

    fn digest(&self) -> Digest {
        *self.0.finalize().as_bytes()
    }
}

/// Carries everything over and proves that what arrived is what was sent: every row of every table, and the walk along
/// every chain on both sides. The caller holds a transaction on each side and takes the target's back on an error.
pub(crate) fn carry(
    from: &mut dyn Sql,
    to: &mut dyn Sql,
    Shape(parts): &Shape,
    tell: &mut dyn FnMut(&'static str, Progress),
) -> Result<VerifyReport, StoreError> {
    let sent = verify(from, &[], &mut |progress| tell("Verifying", progress))?.whole()?;
    let mut total = 0;
    for part in parts {
        total += part.count(from)?;
    }
    let mut digests = Vec::new();
    let mut done = 0;
    for part in parts {
        let insertion = part.insertion();
        let mut digester = Digester(blake3::Hasher::new());
        part.rows(from, |values| {
            digester.row(values);
            to.execute(&insertion, values)?;
            done += 1;
            if done % 100 == 0 {
                tell("Moving", Progress { done, total });
            }
            Ok(())
        })?;
        digests.push(digester.digest());
    }
    done = 0;
    for (part, digest) in parts.iter().zip(digests) {
        let mut digester = Digester(blake3::Hasher::new());
        part.rows(to, |values| {
            digester.row(values);
            done += 1;
            if done % 100 == 0 {
                tell("Comparing", Progress { done, total });
            }
            Ok(())
        })?;
        if digester.digest() != digest {
            return Err(StoreError::Differs { table: part.name });
        }
    }
    let arrived = verify(to, &[], &mut |progress| tell("Verifying", progress))?;
    if arrived != sent {
        return Err(StoreError::Differs { table: "the chains" });
    }
    Ok(arrived)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{KeySource, SqliteStore, database::Database};

    #[test]
    fn no_table_and_no_column_is_left_behind() {
        let folder = tempfile::tempdir().unwrap();
        let (store, _) = SqliteStore::create(folder.path(), &KeySource::passphrase("x")).unwrap();
        let all = store.read(|conn| {
            conn.all(
                "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'",
                &[],
                |row| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned())),
            )
        });
        let mut there: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (table, column) in all.unwrap() {
            there.entry(table).or_default().insert(column);
        }
        let columns = |table: &Table| table.columns.iter().map(|(name, _)| (*name).to_owned()).collect();
        let carried: BTreeMap<_, _> = TABLES
            .iter()
            .map(|table| (table.name.to_owned(), columns(table)))
            .collect();
        assert_eq!(carried, there);
    }
}
