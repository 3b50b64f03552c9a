//! Every page renders its samples, in English and turned round, within its budget, and shows what was typed as text.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // a test may panic

use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::BTreeSet;
use std::io::Write;
use tutela_web::assets::Assets;
use tutela_web::pages::frame::Frame;
use tutela_web::pages::gallery;
use tutela_web::words::Words;

fn frames() -> [Frame; 2] {
    let assets = Assets::load().unwrap();
    [Words::load("en").unwrap(), Words::pseudo_rtl().unwrap()].map(|words| Frame::sample(words, &assets))
}

fn packed(text: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap().len()
}

fn page(frame: &Frame, name: &str) -> String {
    let pages = gallery::all(frame).unwrap();
    pages.into_iter().find(|(n, _)| n == name).unwrap().1
}

/// What stands between tags, a rough reading that is enough for our own pages.
fn title(html: &str) -> &str {
    html.split("<title>").nth(1).unwrap().split("</title>").next().unwrap()
}

#[test]
fn every_page_renders_in_both_directions() {
    for (frame, dir) in frames().iter().zip(["ltr", "rtl"]) {
        let pages = gallery::all(frame).unwrap();
        assert!(pages.len() > 50);
        let names: BTreeSet<_> = pages.iter().map(|(name, _)| name).collect();
        assert_eq!(names.len(), pages.len());
        for (name, html) in &pages {
            assert!(html.contains(&format!("dir=\"{dir}\"")), "{name}");
            // An unknown key shows as [key].
            let key = html.match_indices('[').find(|(at, _)| {
                let rest = &html[at + 1..];
                let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c)));
                end.is_some_and(|end| end > 2 && rest[end..].starts_with(']'))
            });
            assert!(key.is_none(), "{name}: {}", &html[key.unwrap().0..][..40]);
            // Neither styles nor scripts in the page: the policy allows none.
            assert!(
                !html.contains("<script") && !html.contains(" style=") && !html.contains("<style"),
                "{name}"
            );
        }
    }
}

#[test]
fn what_was_typed_is_text() {
    for frame in frames() {
        for (name, html) in gallery::all(&frame).unwrap() {
            assert!(!html.contains("<script>alert"), "{name}");
            assert!(!html.contains("onmouseover=\"x"), "{name}");
            assert!(!html.contains("onload=\"x"), "{name}");
            assert!(!html.contains("</textarea></style>"), "{name}");
        }
    }
}

#[test]
fn titles_and_addresses_hold_no_name() {
    for frame in frames() {
        for (name, html) in gallery::all(&frame).unwrap() {
            assert!(!title(&html).contains("Wren"), "{name}");
            for attribute in ["href=\"", "action=\""] {
                for (at, _) in html.match_indices(attribute) {
                    let address = html[at + attribute.len()..].split('"').next().unwrap();
                    assert!(!address.contains("Wren"), "{name}: {address}");
                }
            }
        }
    }
}

#[test]
fn the_case_page_keeps_its_budget() {
    for frame in frames() {
        let size = packed(page(&frame, "case").as_bytes());
        assert!(size <= 15 * 1024, "{size} bytes");
    }
}

#[test]
fn the_style_keeps_its_budget_and_its_brand() {
    let assets = Assets::load().unwrap();
    for frame in frames() {
        let sheet = assets.sheet(frame.words.direction());
        let text = String::from_utf8(sheet.content.to_vec()).unwrap();
        assert!(packed(text.as_bytes()) <= 15 * 1024);
        for foreign in [
            "GDS Transport",
            "crest",
            "@font-face",
            "url(http",
            "url(\"http",
            "url(//",
            "@import",
        ] {
            assert!(!text.contains(foreign), "{foreign}");
        }
        // Our own rules turn round by themselves.
        for rule in text.split('}').filter(|r| r.trim_start().starts_with(".t-")) {
            let physical = ["left:", "right:", "-left", "-right"];
            assert!(physical.iter().all(|p| !rule.contains(p)), "{rule}");
        }
    }
}

#[test]
fn a_form_keeps_what_was_typed_and_shows_each_problem_twice() {
    let [frame, _] = frames();
    let html = page(&frame, "form-problems");
    assert!(
        html.contains("&#34;&#62;&#60;b&#62;2") && html.contains("A new telephone")
            || html.contains("W".repeat(9_000).as_str())
    );
    assert_eq!(html.matches("class=\"govuk-error-message\"").count(), 4);
    for link in [
        "#f-entry-occurred",
        "#f-risks-1-severity",
        "#f-risks-2-by",
        "#f-serious_risk_on_return",
    ] {
        assert!(html.contains(&format!("href=\"{link}\"")), "{link}");
        assert!(html.contains(&format!("id=\"{}\"", &link[1..])), "{link}");
    }
    // Two rows are kept, one more is offered.
    assert!(html.contains("name=\"risks.3.owner\"") && !html.contains("name=\"risks.4.owner\""));
}
