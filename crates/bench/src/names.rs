//! Search: what people type for the names in the data, and what everybody would find who looked at all of them.

use crate::Failure;
use crate::client::{Browser, Form, Work, hidden, links};
use serde::Deserialize;
use std::ops::ControlFlow;
use std::path::Path;
use tutela_matching::Query;
use tutela_store::{KeySource, ListFilter, Order, SqliteStore, Store};

/// So many hits a search shows.
const SHOWN: usize = 25;

/// A case and the names by which it is found.
struct Named {
    case: String,
    names: Vec<String>,
    compared: tutela_matching::Names,
}

/// What a list's row says of names.
#[derive(Deserialize)]
struct Summary {
    names: Vec<String>,
    pseudonym: Option<String>,
}

/// All names of the data.
pub struct Names(Vec<Named>);

impl Names {
    /// Reads them, by the key that lies beside training data.
    pub fn read(data: &Path) -> Result<Self, Failure> {
        let store = SqliteStore::open(data, &KeySource::File(data.join("training.key")))?;
        let mut all = Vec::new();
        store.each_case_row(&ListFilter::default(), Order::Reference, &mut |row| {
            let summary: Option<Summary> = serde_json::from_slice(row.row.summary.as_slice()).ok();
            let mut names = summary.map_or_else(Vec::new, |s| s.names.into_iter().chain(s.pseudonym).collect());
            names.dedup();
            all.push(Named {
                case: row.case.to_string(),
                compared: tutela_matching::Names::of(names.iter().map(String::as_str)),
                names,
            });
            ControlFlow::Continue(())
        })?;
        Ok(Self(all))
    }

    /// What people type, `count` of it: whole names, in each writing; beginnings of three to six letters; a name in which a
    /// letter was left out, or two were exchanged.
    pub fn typed(&self, count: usize) -> Vec<String> {
        let step = (self.0.len() / count.max(1)).max(1);
        let cases = self.0.iter().step_by(step).filter(|n| !n.names.is_empty());
        cases
            .take(count)
            .enumerate()
            .filter_map(|(number, named)| {
                let name = named.names.get(number / 4 % named.names.len())?;
                // Every invented pseudonym ends in a mark that it is for training: nobody looks for that.
                let is_typed = |p: &&str| p.chars().count() > 4 && !p.starts_with('(');
                let parts: Vec<&str> = name.split_whitespace().filter(is_typed).collect();
                let part: Vec<char> = parts.get(number / 4 % parts.len().max(1))?.chars().collect();
                let middle = part.len() / 2;
                Some(match number % 4 {
                    0 => name.clone(),
                    1 => part.iter().take(3 + number / 4 % 4).collect(),
                    2 => part
                        .iter()
                        .enumerate()
                        .filter(|(at, _)| *at != middle)
                        .map(|(_, c)| *c)
                        .collect(),
                    _ => {
                        let mut part = part;
                        part.swap(middle - 1, middle);
                        part.into_iter().collect()
                    }
                })
            })
            .collect()
    }

    /// Which share of the hits that looking at every name gives a person is shown by a search: of its first 25, where equally
    /// near ones may stand for each other. The person is a supervisor, who sees all.
    pub async fn recall(&self, browser: &mut Browser, typed: &[String]) -> Result<f64, Failure> {
        let blank = hidden(&browser.get("/search").await?.text());
        let (mut wanted, mut found) = (0_usize, 0_usize);
        for typed in typed {
            let Some(query) = Query::of(typed) else { continue };
            let mut near: Vec<_> = self
                .0
                .iter()
                .filter_map(|n| Some((&n.case, query.closeness(&n.compared)?)))
                .collect();
            near.sort_by(|(_, a), (_, b)| a.nearer(b));
            let Some((_, last)) = near.get(..SHOWN.min(near.len())).and_then(<[_]>::last) else {
                continue;
            };
            let among = near.iter().filter(|(_, how)| how.nearer(last).is_le());
            let among: Vec<&String> = among.map(|(case, _)| *case).collect();
            let page = browser.post("/search", &filled(&blank, typed)).await?.text();
            let mut shown = links(&page, "/cases/");
            shown.sort();
            shown.dedup();
            wanted += SHOWN.min(near.len());
            found += shown
                .iter()
                .filter(|link| among.iter().any(|case| link.ends_with(*case)))
                .count();
        }
        Ok(found as f64 / wanted.max(1) as f64)
    }
}

/// People who search for these, each beginning elsewhere; the form comes from the page of the search.
pub async fn searching(browsers: Vec<Browser>, typed: &[String]) -> Result<Vec<(Browser, Work)>, Failure> {
    let mut works = Vec::new();
    for (number, mut browser) in browsers.into_iter().enumerate() {
        let blank = hidden(&browser.get("/search").await?.text());
        let mut forms: Vec<(String, Form)> = typed
            .iter()
            .map(|typed| ("/search".to_owned(), filled(&blank, typed)))
            .collect();
        let start = number * 7 % forms.len().max(1);
        forms.rotate_left(start);
        works.push((browser, Work::Ask(forms)));
    }
    Ok(works)
}

fn filled(blank: &Form, typed: &str) -> Form {
    let mut form = blank.clone();
    form.push(("typed".to_owned(), typed.to_owned()));
    form
}
