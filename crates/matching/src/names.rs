//! A person's names, made ready to be compared with what is asked.

use crate::romanise::leaves_vowels_out;
use crate::spelling::{Word, spelt};
use std::fmt;

/// The names of one person in all their writings. Romanised and parted into words once, and heard when that is first asked, so
/// that whoever compares them with many queries keeps them.
pub struct Names(Box<[Writing]>);

/// One writing of a name.
pub(crate) struct Writing {
    pub words: Box<[Word]>,
    /// Whether its script leaves most vowels out.
    pub vowels_missing: bool,
}

impl fmt::Debug for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[withheld]")
    }
}

impl Names {
    /// A person's names, each in every writing.
    pub fn of<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        Self(names.into_iter().map(Writing::of).collect())
    }

    pub(crate) fn writings(&self) -> &[Writing] {
        &self.0
    }
}

impl Writing {
    pub(crate) fn of(name: &str) -> Self {
        Self {
            words: spelt(name).into(),
            vowels_missing: leaves_vowels_out(name),
        }
    }
}
