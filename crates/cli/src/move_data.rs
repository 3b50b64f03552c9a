//! `tutela move`: carries the data from a folder to a database, or back.

use crate::failure::{Failure, bar};
use crate::place::named;
use clap::Args;
use std::process::ExitCode;
use tutela_store::Place;

#[derive(Args)]
pub struct Move {
    /// Where the data lie: a folder, the address of a database (postgres://user@host/database), or the word
    /// TUTELA_DATABASE for what that variable holds. Stop every Tutela that works on them first.
    #[arg(long, value_name = "PLACE", required_unless_present = "take_back", requires = "to")]
    from: Option<String>,
    /// Where they shall lie: an empty folder or an empty database, said in the same way. A move that was cut short is
    /// done again in the same words.
    #[arg(long, value_name = "PLACE", requires = "from")]
    to: Option<String>,
    /// Moves nothing: lets the data in this place, from which they were moved, be opened there again. Only when nobody
    /// worked in the other place since; otherwise move them from there into an empty place.
    #[arg(long, value_name = "PLACE", conflicts_with_all = ["from", "to"])]
    take_back: Option<String>,
}

impl Move {
    pub fn run(self) -> Result<ExitCode, Failure> {
        match (self.from, self.to, self.take_back) {
            (Some(from), Some(to), None) => carry(&named(&from)?, &named(&to)?),
            (None, None, Some(place)) => take_back(&named(&place)?),
            _ => Err(Failure(
                "it is not said what to move: give --from and --to, or --take-back; nothing was done".to_owned(),
            )),
        }
    }
}

fn carry(from: &Place, to: &Place) -> Result<ExitCode, Failure> {
    let progress_bar = bar(0, "Verifying");
    let report = from.move_to(to, &mut |step, progress| {
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
    say!("What lies in {from} is kept as it was, and is opened there no more.");
    Ok(ExitCode::SUCCESS)
}

fn take_back(place: &Place) -> Result<ExitCode, Failure> {
    if place.take_back()? {
        say!("The data in {place} are opened there again, as they were when they were moved.");
        say!("Nobody may work in the place to which they were moved: what is written there stays behind.");
    } else {
        say!("The data in {place} were not moved elsewhere: nothing was changed.");
    }
    Ok(ExitCode::SUCCESS)
}
