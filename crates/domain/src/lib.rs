//! What Tutela knows about a child's case, without clock, storage or pages.
//!
//! A case is an append-only list of records ([`records::Record`]). A field is defined once
//! ([`fields`]): its form, its reading, its stored form and its use in a rule come from there.

pub mod admit;
pub mod assess;
pub mod case;
pub mod codes;
mod countries;
pub mod entry;
pub mod facts;
pub mod fields;
pub mod ids;
mod languages;
mod memo;
pub mod records;
pub mod registers;
pub mod rules;
pub mod stage;
pub mod time;
pub mod value;
pub mod view;
pub mod world;
