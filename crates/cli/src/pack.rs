//! `tutela pack`: checks and shows protocol packs.

use crate::built_in;
use crate::failure::{Failure, found};
use clap::{Args, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;
use tutela_packs::show;

#[derive(Subcommand)]
pub enum PackAct {
    /// Reads a pack, or every pack of a folder, plays its stories, and names every mistake.
    Check(Check),
    /// Prints the rules of a pack with their sources.
    Show(Show),
    /// Prints the facts that conditions may speak of, or the record types with their fields.
    Facts(Facts),
}

#[derive(Args)]
pub struct Check {
    /// The pack's folder, or a folder of packs.
    folder: PathBuf,
    /// Prints the mistakes for machines.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub struct Show {
    /// The pack's folder, or the id of a pack built in.
    pack: String,
    /// Prints it for machines.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub struct Facts {
    /// The record types, their fields and codes instead.
    #[arg(long)]
    records: bool,
    /// Prints them for machines.
    #[arg(long)]
    json: bool,
}

impl PackAct {
    pub fn run(self) -> Result<ExitCode, Failure> {
        match self {
            Self::Check(check) => check.run(),
            Self::Show(show) => show.run(),
            Self::Facts(facts) => facts.run(),
        }
    }
}

impl Check {
    fn run(self) -> Result<ExitCode, Failure> {
        let errors = tutela_packs::check(&self.folder);
        if self.json {
            say!("{}", serde_json::to_string_pretty(&errors)?);
        } else {
            for error in &errors {
                say!("{error}");
            }
            match errors.len() {
                0 => say!("{}: no mistake", self.folder.display()),
                n => say!("{}: mistakes: {n}", self.folder.display()),
            }
        }
        Ok(found(!errors.is_empty()))
    }
}

impl Show {
    fn run(self) -> Result<ExitCode, Failure> {
        let folder = PathBuf::from(&self.pack);
        let shown = if folder.join("pack.toml").is_file() {
            let pack = tutela_packs::load(&folder).map_err(|errors| {
                let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
                Failure(lines.join("\n"))
            })?;
            vec![show::pack(&pack, "en")]
        } else {
            let library = built_in::library(None);
            library
                .versions(&self.pack)
                .map(|pack| show::pack(pack, "en"))
                .collect()
        };
        if shown.is_empty() {
            return Err(Failure(format!(
                "there is no pack `{}`: give its folder, or the id of a pack built in",
                self.pack
            )));
        }
        if self.json {
            say!("{}", serde_json::to_string_pretty(&shown)?);
        } else {
            for pack in &shown {
                say!("{}", show::pack_text(pack));
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Facts {
    fn run(self) -> Result<ExitCode, Failure> {
        match (self.records, self.json) {
            (true, true) => say!("{}", serde_json::to_string_pretty(&show::records())?),
            (true, false) => say!("{}", show::records_text()),
            (false, true) => say!("{}", serde_json::to_string_pretty(&show::facts())?),
            (false, false) => say!("{}", show::facts_text()),
        }
        Ok(ExitCode::SUCCESS)
    }
}
