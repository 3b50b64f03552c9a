//! Makes the dictionary of `src/seal/` from stores of invented cases:
//! `cargo run --release -p tutela-store --example dictionary -- OUT STORE...`, each store a folder of training data with its
//! key (`tutela demo data`). A new dictionary is a new version of sealing; the old one stays, so that all is opened for ever.

use std::error::Error;
use std::ops::ControlFlow;
use std::path::Path;
use tutela_store::{KeySource, ListFilter, Order, SqliteStore, Store};

/// The most bytes of the dictionary.
const SIZE: usize = 48 * 1024;
/// Of each store so many cases are read.
const CASES: usize = 400;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let out = arguments.next().ok_or("where to write the dictionary?")?;
    let mut samples: Vec<Vec<u8>> = Vec::new();
    for store in arguments {
        let store = Path::new(&store);
        let store = SqliteStore::open(store, &KeySource::File(store.join("training.key")))?;
        for case in store.all_cases()?.into_iter().take(CASES) {
            let stored = store.load(case)?;
            samples.extend(stored.entries.iter().map(|e| shape(e.entry.plain.as_slice())));
        }
        let mut read = 0;
        store.each_case_row(&ListFilter::default(), Order::Reference, &mut |row| {
            samples.push(shape(row.row.summary.as_slice()));
            read += 1;
            if read < CASES {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        })?;
    }
    let dictionary = zstd::dict::from_samples(&samples, SIZE)?;
    std::fs::write(out, dictionary)?;
    Ok(())
}

/// The shape of what is kept, without what people wrote and what is different each time: of a sentence, a name or an id
/// nothing is to be learned.
fn shape(plain: &[u8]) -> Vec<u8> {
    let is_word = |part: &[u8]| part.len() <= 32 && part.iter().all(|b| b.is_ascii_lowercase() || b"_-/.".contains(b));
    let is_date = |part: &[u8]| part.len() <= 10 && part.iter().all(|b| b.is_ascii_digit() || *b == b'-');
    plain
        .split(|byte| *byte == b'"')
        .map(|part| {
            let is_punctuation = part.iter().all(|b| b"{}[],:".contains(b) || b.is_ascii_digit());
            let is_known = is_word(part) || is_date(part) || is_punctuation;
            if is_known || part.ends_with(b":") {
                part
            } else {
                &b""[..]
            }
        })
        .collect::<Vec<_>>()
        .join(&b'"')
}
