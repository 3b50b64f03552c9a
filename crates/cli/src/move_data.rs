//! `tutela move`: carries the data from a folder to a database, or back.

use crate::failure::{Failure, bar};
use crate::place::named;
use clap::Args;
use std::process::ExitCode;

#[derive(Args)]
pub struct Move {
    /// Where the data lie: a folder, the address of a database (postgres://user@host/database), or the word
    /// TUTELA_DATABASE for what that variable holds. Stop every Tutela that works on them first.
    #[arg(long, value_name = "PLACE")]
    from: String,
    /// Where they shall lie: an empty folder or an empty database, said in the same way.
    #[arg(long, value_name = "PLACE")]
    to: String,
}

impl Move {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let (from, to) = (named(&self.from)?, named(&self.to)?);
        let progress_bar = bar(0, "Verifying");
        let report = from.copy_to(&to, &mut |step, progress| {
            progress_bar.set_message(step);
            progress_bar.set_length(progress.total);
            progress_bar.set_position(progress.done);
        })?;
        progress_bar.finish_and_clear();
        say!(
            "{} cases, {} entries, {} audit rows were moved to {to}: every row and every chain is the same on both sides.",
            report.cases,
            report.entries,
            report.audit_rows
        );
        say!("The same key or passphrase opens them there. Work there from now on.");
        say!("What lies in {from} was left as it was. Start nothing on it again; what is written there stays behind.");
        Ok(ExitCode::SUCCESS)
    }
}
