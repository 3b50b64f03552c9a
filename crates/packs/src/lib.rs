//! Protocol packs: the law as text that a lawyer can read, checked and compiled.
//!
//! See `docs/PACKS.md` for the text, `docs/ARCHITECTURE.md` for where this stands.

pub mod condition;
mod suggest;
mod toml_file;
