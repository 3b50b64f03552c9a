//! The store's tests: the contract that every backend passes, and what goes wrong around them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod append_only;
mod bench;
mod clear_text;
mod contract;
mod keeping;
mod kill;
mod moving;
mod opening;
mod people;
mod postgres_only;
mod samples;
mod server;
mod tamper;
mod tls;

use std::cell::RefCell;

/// The contract, on stores of one kind; their folders are kept until the end.
fn keeps_the_contract(make: fn() -> bench::Bench) {
    let benches = RefCell::new(Vec::new());
    contract::run(|| {
        let bench = make();
        let store = bench.created();
        benches.borrow_mut().push(bench);
        store
    });
}

#[test]
fn sqlite_keeps_the_contract() {
    keeps_the_contract(bench::Bench::sqlite);
}

#[test]
fn postgres_keeps_the_contract() {
    keeps_the_contract(bench::Bench::postgres);
}
