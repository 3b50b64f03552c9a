//! `tutela pack`: checks and shows protocol packs.

use crate::built_in;
use crate::failure::{Failure, found};
use clap::{Args, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use tutela_domain::records::RecordType;
use tutela_packs::handbook::{self, Wording};
use tutela_packs::{Pack, show, trace};
use tutela_web::words::Words;

#[derive(Subcommand)]
pub enum PackAct {
    /// Reads a pack, or every pack of a folder, plays its stories, and names every mistake.
    Check(Check),
    /// Prints the rules of a pack with their sources.
    Show(Show),
    /// Prints a pack as a book in Markdown: a page for each rule, with sources, stories and forms.
    Handbook(Handbook),
    /// Prints where each rule comes from and leads: pack, source, words, stories, forms, pages.
    Trace(Trace),
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
pub struct Handbook {
    /// The pack's folder, or the id of a pack built in.
    pack: String,
    /// Where the folder of packs stands as seen from the book, for its links.
    #[arg(long, default_value = "../packs")]
    links: String,
}

#[derive(Args)]
pub struct Trace {
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
            Self::Handbook(handbook) => handbook.run(),
            Self::Trace(trace) => trace.run(),
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

/// The pack of a folder, or every version of a pack built in.
fn packs(name: &str) -> Result<Vec<Pack>, Failure> {
    let folder = PathBuf::from(name);
    if folder.join("pack.toml").is_file() {
        let pack = tutela_packs::load(&folder).map_err(|errors| {
            let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
            Failure(lines.join("\n"))
        })?;
        return Ok(vec![pack]);
    }
    let packs: Vec<Pack> = built_in::library(None).versions(name).cloned().collect();
    if packs.is_empty() {
        return Err(Failure(format!(
            "there is no pack `{name}`: give its folder, or the id of a pack built in"
        )));
    }
    Ok(packs)
}

impl Show {
    fn run(self) -> Result<ExitCode, Failure> {
        let packs = packs(&self.pack)?;
        let shown: Vec<_> = packs.iter().map(|pack| show::pack(pack, "en")).collect();
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

/// What the pages call things, for a book.
struct OfPages(Arc<Words>);

impl Wording for OfPages {
    fn form(&self, record: RecordType) -> String {
        self.0.act(record)
    }

    fn code(&self, list: &str, code: &str) -> String {
        self.0.code(list, code)
    }
}

impl Handbook {
    fn run(self) -> Result<ExitCode, Failure> {
        let words = OfPages(Words::load("en").map_err(|e| Failure(e.to_string()))?);
        let books: Vec<String> = packs(&self.pack)?
            .iter()
            .map(|pack| handbook::book(pack, "en", &words, &self.links))
            .collect();
        say!("{}", books.join("\n").trim_end());
        Ok(ExitCode::SUCCESS)
    }
}

impl Trace {
    fn run(self) -> Result<ExitCode, Failure> {
        let traced: Vec<_> = packs(&self.pack)?.iter().flat_map(trace::trace).collect();
        if self.json {
            say!("{}", serde_json::to_string_pretty(&traced)?);
        } else {
            say!("{}", trace::text(&traced).trim_end());
        }
        Ok(found(traced.iter().any(|rule| !rule.holes().is_empty())))
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
