//! `tutela verify`: walks every chain without a key.

use crate::checkpoint;
use crate::failure::{Failure, bar, found};
use crate::place::There;
use clap::Args;
use serde_json::json;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Args)]
pub struct Verify {
    #[command(flatten)]
    there: There,
    /// A checkpoint that was made before and kept elsewhere: are the data still what it covers? Repeatable.
    #[arg(long, value_name = "FILE")]
    checkpoint: Vec<PathBuf>,
    /// Prints the report for machines.
    #[arg(long)]
    json: bool,
}

impl Verify {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let place = self.there.place()?;
        let checkpoints = checkpoint::read(&self.checkpoint)?;
        let progress_bar = bar(0, "Cases");
        let report = place.verify(&checkpoints, &mut |progress| {
            progress_bar.set_length(progress.total);
            progress_bar.set_position(progress.done);
        })?;
        progress_bar.finish_and_clear();
        let faults: Vec<String> = report.faults.iter().map(ToString::to_string).collect();
        if self.json {
            let report = json!({
                "cases": report.cases, "entries": report.entries, "audit_rows": report.audit_rows,
                "checkpoints": report.checkpoints, "faults": faults,
            });
            say!("{}", serde_json::to_string_pretty(&report)?);
        } else {
            for fault in &faults {
                say!("{fault}");
            }
            say!(
                "{} cases, {} entries, {} audit rows, {} checkpoints: {}",
                report.cases,
                report.entries,
                report.audit_rows,
                report.checkpoints,
                if faults.is_empty() {
                    "all whole".to_owned()
                } else {
                    format!("{} faults", faults.len())
                }
            );
        }
        Ok(found(!report.is_sound()))
    }
}
