//! Finding a person by name, in whatever script and spelling it was written.
//!
//! A child is written Ольга by one office, Olha by the next and Olga by a third. Three steps find her:
//!
//! 1. [`spelling`] turns a name into words of plain Latin letters, each with its *sounds*: what is left when spellings of one
//!    sound are made one and vowels are dropped.
//! 2. [`keys`] gives what an index keeps of a name: whole words, words with one letter left out, beginnings, sounds. The store
//!    keeps only keyed hashes of them, cut short so that several names share one.
//! 3. [`Query`] asks the index for candidates by the same keys, in tiers, the nearest first ([`Query::asks`]), and decides over
//!    each candidate's real names ([`Names`], [`Query::closeness`]). Nothing is shown that was not decided so.
//!
//! Whatever the decision accepts shares a key with what was asked, so the index loses nothing; and it shares one in the tier of
//! how it was found or in a nearer one, so no tier holds anything nearer than itself (`tests/names.rs` holds both).

mod names;
mod query;
mod romanise;
mod sounds;
mod spelling;

/// A name in plain Latin letters, so that two writings of one name in one script, or accents left out, compare equal.
pub fn plain(name: &str) -> String {
    romanise::words(name).join(" ")
}

pub use names::Names;
pub use query::{Closeness, How, Query};
pub use spelling::{Key, keys};
