//! Protocol packs: the law as text that a lawyer can read, checked and compiled.
//!
//! See `docs/PACKS.md` for the text, `docs/ARCHITECTURE.md` for where this stands.

pub mod condition;
mod coverage;
mod error;
pub mod handbook;
mod library;
mod manifest;
mod pack;
mod rules;
pub mod show;
pub mod story;
mod suggest;
mod toml_file;
pub mod trace;
mod words;

pub use coverage::{Shown, coverage, gaps};
pub use error::PackError;
pub use library::{Library, ProtocolError, check, load, played};
pub use manifest::{DECISIONS, Decision, Instrument};
pub use pack::{Files, LARGEST, Pack, PackStory, RuleKind, content_hash};
