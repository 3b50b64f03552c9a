//! What is wrong with a pack: where, what, and what to do.

use std::fmt;

/// A mistake in a pack. A pack with one does not load.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct PackError {
    /// The file, with the pack's folder.
    pub file: String,
    /// The line, from 1, when it is known.
    pub line: Option<usize>,
    /// The column, from 1, when it is known.
    pub column: Option<usize>,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub remedy: String,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        for number in [self.line, self.column].into_iter().flatten() {
            write!(f, ":{number}")?;
        }
        write!(f, ": {}. {}", self.what, self.remedy)
    }
}

impl std::error::Error for PackError {}

/// The most mistakes that are reported of one file: a hostile file shall not keep the check busy.
pub(crate) const MOST_MISTAKES: usize = 200;

/// Collects the mistakes of one file.
pub(crate) struct Report<'r> {
    /// The file, with the pack's folder.
    pub file: String,
    /// Its text.
    pub text: &'r str,
    /// The mistakes found so far.
    pub errors: Vec<PackError>,
    line_starts: Vec<usize>,
}

impl<'r> Report<'r> {
    /// A report on a file, empty.
    pub fn new(file: impl Into<String>, text: &'r str) -> Self {
        Self {
            file: file.into(),
            text,
            errors: Vec::new(),
            line_starts: std::iter::once(0)
                .chain(text.match_indices('\n').map(|(at, _)| at + 1))
                .collect(),
        }
    }

    /// Line and column of an offset, from 1.
    pub fn place(&self, offset: usize) -> (usize, usize) {
        let line = self.line_starts.partition_point(|start| *start <= offset).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        let before = self.text.get(start..offset.min(self.text.len())).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    /// Whether there are so many mistakes that no more are looked for.
    pub fn is_full(&self) -> bool {
        self.errors.len() >= MOST_MISTAKES
    }

    /// A mistake at an offset of the file.
    pub fn at(&mut self, offset: usize, what: impl Into<String>, remedy: impl Into<String>) {
        if self.is_full() {
            return;
        }
        let (line, column) = self.place(offset);
        self.errors.push(PackError {
            file: self.file.clone(),
            line: Some(line),
            column: Some(column),
            what: what.into(),
            remedy: remedy.into(),
        });
    }

    /// A mistake of the whole file.
    pub fn whole(&mut self, what: impl Into<String>, remedy: impl Into<String>) {
        self.errors.push(of_file(&self.file, what, remedy));
    }
}

/// A mistake of a whole file.
pub(crate) fn of_file(file: impl Into<String>, what: impl Into<String>, remedy: impl Into<String>) -> PackError {
    PackError {
        file: file.into(),
        line: None,
        column: None,
        what: what.into(),
        remedy: remedy.into(),
    }
}
