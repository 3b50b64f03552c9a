//! The store's tests: the contract that every backend passes, and what only a file on a disk can go through.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod append_only;
mod clear_text;
mod contract;
mod kill;
mod opening;
mod people;
mod samples;
mod tamper;

use std::cell::RefCell;

/// The contract, on SQLite.
#[test]
fn sqlite_keeps_the_contract() {
    let folders = RefCell::new(Vec::new());
    contract::run(|| {
        let folder = tempfile::tempdir().unwrap();
        let store = samples::created(folder.path());
        folders.borrow_mut().push(folder);
        Box::new(store)
    });
}
