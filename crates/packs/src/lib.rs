//! See `docs/ARCHITECTURE.md`.

pub mod story;
