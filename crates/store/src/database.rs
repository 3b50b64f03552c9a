//! What a database gives to the store: statements go in, rows come out. All tables, and all that is done with them, are
//! written once over these traits (`tables/`); a backend opens connections and holds transactions.

use crate::error::StoreError;
use crate::keys::Keys;
use crate::opened::OpenedSummaries;
use std::sync::Arc;
use tutela_domain::ids::CaseId;

/// A store on a database of some kind. Whoever implements this has the whole of [`crate::Store`].
pub(crate) trait Database: Send + Sync {
    /// The keys.
    fn keys(&self) -> &Arc<Keys>;

    /// What was opened of late.
    fn opened(&self) -> &OpenedSummaries;

    /// Reads as of one moment: everything in `work` sees the same state. It may be run again from its beginning.
    fn read<T>(&self, work: impl FnMut(&mut dyn Sql) -> Result<T, StoreError>) -> Result<T, StoreError>;

    /// Runs a job in the writer's transaction and returns when it is durable, or when nothing of it was kept.
    /// The job may be run again when it is certain that the first run left nothing.
    fn write<T, W>(&self, work: W) -> Result<T, StoreError>
    where
        T: Send + 'static,
        W: Fn(&mut dyn Sql) -> Result<T, StoreError> + Send + 'static;
}

/// One connection. Values stand in a statement as `?1`, `?2` and so on.
pub(crate) trait Sql {
    /// Runs statements that take no values and give no rows.
    fn batch(&mut self, sql: &str) -> Result<(), StoreError>;

    /// Runs a statement and tells how many rows it changed.
    fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, Failure>;

    /// Runs a statement and hands over its rows, one by one.
    fn each(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        row: &mut dyn FnMut(&dyn Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError>;
}

impl dyn Sql + '_ {
    /// All rows of a statement.
    pub(crate) fn all<T>(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        read: impl Fn(&dyn Row) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut found = Vec::new();
        self.each(sql, values, &mut |row| {
            found.push(read(row)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The one row of a statement, if there is one.
    pub(crate) fn one<T>(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        read: impl Fn(&dyn Row) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.all(sql, values, read)?.pop())
    }
}

/// A row that was read; columns are counted from 0.
pub(crate) trait Row {
    fn number(&self, column: usize) -> Result<i64, StoreError>;
    fn maybe_number(&self, column: usize) -> Result<Option<i64>, StoreError>;
    fn text(&self, column: usize) -> Result<&str, StoreError>;
    fn maybe_text(&self, column: usize) -> Result<Option<&str>, StoreError>;
    fn bytes(&self, column: usize) -> Result<&[u8], StoreError>;
    fn maybe_bytes(&self, column: usize) -> Result<Option<&[u8]>, StoreError>;
}

/// A value that goes into a statement.
#[derive(Clone, Copy)]
pub(crate) enum Value<'a> {
    Nothing,
    Number(i64),
    Text(&'a str),
    Bytes(&'a [u8]),
}

impl std::fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Value(…)")
    }
}

/// The values of a statement, in the order of their numbers.
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::database::Value::from($value)),*] };
}
pub(crate) use values;

impl From<i64> for Value<'_> {
    fn from(value: i64) -> Self {
        Self::Number(value)
    }
}

impl From<bool> for Value<'_> {
    fn from(value: bool) -> Self {
        Self::Number(i64::from(value))
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(value: &'a str) -> Self {
        Self::Text(value)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(value: &'a String) -> Self {
        Self::Text(value)
    }
}

impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(value: &'a [u8]) -> Self {
        Self::Bytes(value)
    }
}

impl<'a> From<&'a Vec<u8>> for Value<'a> {
    fn from(value: &'a Vec<u8>) -> Self {
        Self::Bytes(value)
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Value<'a> {
    fn from(value: &'a [u8; N]) -> Self {
        Self::Bytes(value)
    }
}

impl<'a> From<&'a CaseId> for Value<'a> {
    fn from(value: &'a CaseId) -> Self {
        Self::Bytes(value.as_bytes())
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

/// Why a statement failed.
pub(crate) struct Failure {
    /// Something unique was there already.
    pub(crate) taken: bool,
    /// The failure, if the caller knows no better word for it.
    pub(crate) error: StoreError,
}

impl From<Failure> for StoreError {
    fn from(failure: Failure) -> Self {
        failure.error
    }
}

/// Says what it means that something unique was there already.
pub(crate) fn unless_taken(result: Result<u64, Failure>, taken: StoreError) -> Result<u64, StoreError> {
    result.map_err(|failure| if failure.taken { taken } else { failure.error })
}
