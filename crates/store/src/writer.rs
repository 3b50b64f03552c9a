//! The one writer of a node: a thread that takes jobs from a channel and commits together what is waiting.
//!
//! Each job runs in a savepoint of its own, so that one that fails takes nothing else with it; one COMMIT (one wait for
//! the disk) then serves them all, and only after it do the jobs' callers get their answers.

use crate::database::Sql;
use crate::error::StoreError;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::thread::JoinHandle;

/// How many jobs are committed together at most, so that the first does not wait for ever.
const TOGETHER: usize = 256;

/// The writer's connection.
pub(crate) trait Writing: Sql + Send + 'static {
    /// Begins a transaction beside which nobody else writes, in this process or another: what a job reads cannot be
    /// changed before it writes.
    fn begin(&mut self) -> Result<(), StoreError>;

    /// Returns when everything in the transaction is durable. [`StoreError::Unanswered`] when that is not known.
    fn commit(&mut self) -> Result<(), StoreError>;

    /// Takes the transaction back, if there still is one.
    fn roll_back(&mut self);

    /// Whether the transaction still stands.
    fn in_transaction(&self) -> bool;

    /// Connects again after [`StoreError::Unreachable`].
    fn renew(&mut self) -> Result<(), StoreError>;
}

/// Something to be written, and someone who waits for it.
trait Job: Send {
    /// Runs it; on an error what it wrote is taken back.
    fn run(&mut self, conn: &mut dyn Sql) -> Result<(), StoreError>;
    /// Tells its caller what became of it, once that is certain.
    fn answer(self: Box<Self>, committed: Result<(), StoreError>);
}

struct Task<T, W> {
    work: W,
    result: Option<Result<T, StoreError>>,
    answer: SyncSender<Result<T, StoreError>>,
}

impl<T, W> Job for Task<T, W>
where
    T: Send,
    W: Fn(&mut dyn Sql) -> Result<T, StoreError> + Send,
{
    fn run(&mut self, conn: &mut dyn Sql) -> Result<(), StoreError> {
        let result = (self.work)(conn);
        let told = result.as_ref().map(|_| ()).map_err(Clone::clone);
        self.result = Some(result);
        told
    }

    fn answer(self: Box<Self>, committed: Result<(), StoreError>) {
        let Self { result, answer, .. } = *self;
        let result = committed.and_then(|()| result.unwrap_or(Err(StoreError::Stopped)));
        // Nobody listens any more only when the caller's thread has died.
        let _ = answer.send(result);
    }
}

/// The handle of the writer thread; dropping it writes what is waiting and ends the thread.
pub(crate) struct Writer {
    jobs: Option<Sender<Box<dyn Job>>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Starts the thread. `may_write` is asked at the beginning of each transaction, whether this program may write at all.
    pub(crate) fn start(
        conn: impl Writing,
        may_write: impl Fn(&mut dyn Sql) -> Result<(), StoreError> + Send + 'static,
    ) -> Result<Self, StoreError> {
        let (jobs, waiting) = mpsc::channel();
        let thread = std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || run(conn, &may_write, &waiting))
            .map_err(StoreError::file("starting the writer"))?;
        Ok(Self {
            jobs: Some(jobs),
            thread: Some(thread),
        })
    }

    /// Runs a job in the writer's transaction and returns when it is durable, or when nothing of it was kept.
    pub(crate) fn write<T, W>(&self, work: W) -> Result<T, StoreError>
    where
        T: Send + 'static,
        W: Fn(&mut dyn Sql) -> Result<T, StoreError> + Send + 'static,
    {
        let (answer, answered) = mpsc::sync_channel(1);
        let jobs = self.jobs.as_ref().ok_or(StoreError::Stopped)?;
        jobs.send(Box::new(Task {
            work,
            result: None,
            answer,
        }))
        .map_err(|_| StoreError::Stopped)?;
        answered.recv().map_err(|_| StoreError::Stopped)?
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            // Callers of a writer that panicked have got `Stopped`; there is nobody else to tell here.
            let _ = thread.join();
        }
    }
}

/// Whether this program may write at all.
type MayWrite<'a> = &'a dyn Fn(&mut dyn Sql) -> Result<(), StoreError>;

fn run(mut conn: impl Writing, may_write: MayWrite<'_>, waiting: &Receiver<Box<dyn Job>>) {
    while let Ok(first) = waiting.recv() {
        let mut jobs = vec![first];
        jobs.extend(waiting.try_iter().take(TOGETHER - 1));
        let mut committed = together(&mut conn, may_write, &mut jobs);
        // The connection was lost before COMMIT was sent: nothing was kept, so all of it can be done once more.
        if matches!(committed, Err(StoreError::Unreachable { .. })) {
            committed = conn.renew().and_then(|()| together(&mut conn, may_write, &mut jobs));
        }
        for job in jobs {
            job.answer(committed.clone());
        }
    }
}

/// Runs jobs in one transaction and commits it. On an error nothing of any of them is kept, unless that is not known.
fn together(conn: &mut impl Writing, may_write: MayWrite<'_>, jobs: &mut [Box<dyn Job>]) -> Result<(), StoreError> {
    let done = conn.begin().and_then(|()| {
        may_write(conn)?;
        for job in jobs {
            conn.batch("SAVEPOINT job")?;
            let ran = job.run(conn);
            // A full disk or a lost connection may have taken back the whole transaction, with the jobs before this one.
            if !conn.in_transaction() {
                return Err(ran.err().unwrap_or(StoreError::Stopped));
            }
            if ran.is_err() {
                conn.batch("ROLLBACK TO SAVEPOINT job")?;
            }
            conn.batch("RELEASE SAVEPOINT job")?;
        }
        conn.commit()
    });
    if done.is_err() {
        conn.roll_back();
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::database::values;
    use rusqlite::Connection;

    #[test]
    fn a_failing_job_takes_nothing_else_with_it() {
        let mut conn = Connection::open_in_memory().unwrap();
        conn.execute_batch("CREATE TABLE t (x INTEGER UNIQUE)").unwrap();
        let (answer, answered) = mpsc::sync_channel(9);
        let mut jobs: Vec<Box<dyn Job>> = Vec::new();
        for number in [1, 2, 1, 3] {
            jobs.push(Box::new(Task {
                work: move |conn: &mut dyn Sql| {
                    conn.execute("INSERT INTO t VALUES (?1 + 100)", values![number])?;
                    Ok(conn.execute("INSERT INTO t VALUES (?1)", values![number])?)
                },
                result: None,
                answer: answer.clone(),
            }));
        }
        let committed = together(&mut conn, &|_| Ok(()), &mut jobs);
        for job in jobs {
            job.answer(committed.clone());
        }
        let kept: Vec<bool> = answered.try_iter().map(|result| result.is_ok()).collect();
        assert_eq!(kept, [true, true, false, true]);
        let rows: i64 = conn.query_row("SELECT count(*) FROM t", [], |row| row.get(0)).unwrap();
        assert_eq!(rows, 6);
    }

    #[test]
    fn when_the_disk_is_full_everyone_is_told_and_what_was_kept_stays() {
        let dir = tempfile::tempdir().unwrap();
        let conn = Connection::open(dir.path().join("t.db")).unwrap();
        conn.execute_batch("CREATE TABLE t (x BLOB); PRAGMA max_page_count = 40;")
            .unwrap();
        let writer = Writer::start(conn, |_| Ok(())).unwrap();
        let small = |conn: &mut dyn Sql| Ok(conn.execute("INSERT INTO t VALUES (zeroblob(10))", &[])?);
        writer.write(small).unwrap();
        let large = writer.write(|conn| Ok(conn.execute("INSERT INTO t VALUES (zeroblob(1000000))", &[])?));
        assert_eq!(large, Err(StoreError::DiskFull));
        writer.write(small).unwrap();
        let rows = writer
            .write(|conn| conn.one("SELECT count(*) FROM t", &[], |row| row.number(0)))
            .unwrap();
        assert_eq!(rows, Some(2));
    }

    #[test]
    fn what_waits_is_committed_together() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("t.db");
        let conn = Connection::open(&file).unwrap();
        conn.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (x INTEGER)")
            .unwrap();
        let writer = Writer::start(conn, |_| Ok(())).unwrap();
        let jobs = writer.jobs.clone().unwrap();
        let (answer, answered) = mpsc::sync_channel(100);
        let (go, wait) = mpsc::channel::<()>();
        // The first job holds the writer until all others are waiting.
        jobs.send(Box::new(Task {
            work: move |_: &mut dyn Sql| {
                wait.recv().unwrap();
                Ok(0)
            },
            result: None,
            answer: answer.clone(),
        }))
        .unwrap();
        for number in 0..64 {
            let file = file.clone();
            jobs.send(Box::new(Task {
                work: move |conn: &mut dyn Sql| {
                    conn.execute("INSERT INTO t VALUES (?1)", values![number])?;
                    let outside = Connection::open(&file)?;
                    Ok(outside.query_row("SELECT count(*) FROM t", [], |row| row.get::<_, i64>(0))?)
                },
                result: None,
                answer: answer.clone(),
            }))
            .unwrap();
        }
        go.send(()).unwrap();
        drop((jobs, writer));
        let seen_outside: Vec<_> = answered.try_iter().collect();
        // All were answered, and until the last had run nobody else saw any of them.
        assert_eq!(seen_outside, vec![Ok(0); 65]);
        let outside = Connection::open(&file).unwrap();
        let rows: i64 = outside
            .query_row("SELECT count(*) FROM t", [], |row| row.get(0))
            .unwrap();
        assert_eq!(rows, 64);
    }
}
