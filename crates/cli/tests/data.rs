//! `tutela demo data`: many invented cases at once.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // a test may panic

mod common;

use common::{Client, Server, run};

#[test]
fn invented_cases_are_whole_and_what_the_rules_say_of_them_is_so() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("many");
    let text = data.to_str().unwrap();
    let made = run(&["demo", "data", "--data", text, "--cases", "24", "--seed", "7"]);
    assert!(made.status.success(), "{made:?}");
    let again = run(&["demo", "data", "--data", text, "--cases", "24"]);
    assert_eq!(again.status.code(), Some(2), "a folder with data is left alone");
    let verified = run(&["verify", "--data", text]);
    let said = String::from_utf8_lossy(&verified.stdout).into_owned();
    assert!(verified.status.success() && said.contains("24 cases"), "{said}");
    // The rows of lists are made by a short cut: they must be what the entries say.
    let key = data.join("training.key");
    let rebuilt = run(&["rebuild", "--data", text, "--key-file", key.to_str().unwrap()]);
    assert!(rebuilt.status.success(), "{rebuilt:?}");
    // The demonstration opens them, and offers a few of their accounts.
    let server = Server::start("demo", &data);
    let mut client = Client::demo(&server, "caseworker-1");
    let page = client.get("/cases").unwrap();
    assert!(page.body.contains("(training)"), "{}", page.body);
}
