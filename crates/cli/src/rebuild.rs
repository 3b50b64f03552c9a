//! `tutela rebuild`: makes the rows of lists anew from the entries.

use crate::failure::{Failure, bar, found};
use crate::serve::Opening;
use clap::Args;
use std::process::ExitCode;
use tutela_app::Rebuilt;

#[derive(Args)]
pub struct Rebuild {
    #[command(flatten)]
    opening: Opening,
    /// Only tells which rows differ.
    #[arg(long)]
    dry_run: bool,
}

impl Rebuild {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let app = self.opening.open(false)?;
        let progress = bar(0, "Cases");
        let rebuilt = app.rebuild(!self.dry_run, &mut |done, total| {
            progress.set_length(total as u64);
            progress.set_position(done as u64);
        })?;
        progress.finish_and_clear();
        for case in &rebuilt.different {
            say!("case {case}: its rows in lists were not what its entries say");
        }
        for case in &rebuilt.failed {
            say!("case {case}: its rows could not be made anew; run the verification, and open the case");
        }
        match (rebuilt.different.len(), self.dry_run) {
            (0, _) if !rebuilt.failed.is_empty() => {}
            (0, _) => say!("every row is what the entries say"),
            (n, true) => say!("{n} cases differ; nothing was changed"),
            (n, false) => say!("{n} cases were put right"),
        }
        Ok(found(rebuilt != Rebuilt::default()))
    }
}
