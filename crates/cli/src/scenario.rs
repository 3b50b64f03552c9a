//! `tutela scenario`: plays stories.

use crate::built_in;
use crate::failure::{Failure, found};
use clap::{Args, Subcommand};
use serde_json::json;
use std::path::PathBuf;
use std::process::ExitCode;
use tutela_packs::Library;
use tutela_packs::story::{Played, Seen, Story, day_by_day, play, readable};

#[derive(Subcommand)]
pub enum Scenario {
    /// Plays stories and says where they differ from what they expect.
    Run(Run),
    /// Walks through one story day by day.
    Step(Step),
}

#[derive(Args)]
pub struct Run {
    /// The story files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Prints the report for machines.
    #[arg(long)]
    json: bool,
    /// The folder of packs; without it, the packs built in.
    #[arg(long)]
    packs: Option<PathBuf>,
}

#[derive(Args)]
pub struct Step {
    /// The story file.
    file: PathBuf,
    /// The folder of packs; without it, the packs built in.
    #[arg(long)]
    packs: Option<PathBuf>,
}

impl Scenario {
    pub fn run(self) -> Result<ExitCode, Failure> {
        match self {
            Self::Run(run) => run.run(),
            Self::Step(step) => step.run(),
        }
    }
}

impl Run {
    fn run(self) -> Result<ExitCode, Failure> {
        let library = built_in::library(self.packs.as_deref());
        built_in::tell_errors(&library);
        let mut differences = false;
        let mut unplayable = false;
        let mut reports = Vec::new();
        for file in &self.files {
            match tell(&library, file) {
                Ok(played) => {
                    differences |= !played.is_as_expected();
                    if self.json {
                        reports.push(report(file, &played));
                    } else {
                        say!("{}", readable(&played));
                    }
                }
                Err(Failure(what)) => {
                    unplayable = true;
                    if self.json {
                        reports.push(json!({ "file": file, "error": what }));
                    } else {
                        eprintln!("tutela: {}: {what}", file.display());
                    }
                }
            }
        }
        if self.json {
            say!("{}", serde_json::to_string_pretty(&reports)?);
        }
        Ok(if unplayable {
            ExitCode::from(2)
        } else {
            found(differences)
        })
    }
}

impl Step {
    fn run(self) -> Result<ExitCode, Failure> {
        let library = built_in::library(self.packs.as_deref());
        let story = read(&self.file).map_err(|Failure(what)| Failure(format!("{}: {what}", self.file.display())))?;
        let packs: Vec<&str> = story.packs.iter().map(String::as_str).collect();
        built_in::tell_errors(&library);
        let protocol = library.protocol(&packs)?;
        let played = play(&story, &protocol)?;
        say!("{}", day_by_day(&played, &protocol));
        Ok(found(!played.is_as_expected()))
    }
}

fn read(file: &PathBuf) -> Result<Story, Failure> {
    let text = std::fs::read_to_string(file).map_err(|e| Failure(format!("{} cannot be read: {e}", file.display())))?;
    Ok(Story::read("line", &text)?)
}

fn tell(library: &Library, file: &PathBuf) -> Result<Played, Failure> {
    let story = read(file)?;
    let packs: Vec<&str> = story.packs.iter().map(String::as_str).collect();
    let protocol = library.protocol(&packs)?;
    Ok(play(&story, &protocol)?)
}

fn report(file: &PathBuf, played: &Played) -> serde_json::Value {
    let steps: Vec<_> = played.seen.iter().map(Seen::report).collect();
    json!({
        "file": file,
        "id": played.id,
        "title": played.title,
        "as_expected": played.is_as_expected(),
        "steps": steps,
    })
}
