//! What the list of cases is asked for, as its address says it: codes and never names. Whatever is not known is ignored.

use crate::fill::stage_key;
use crate::words::Words;
use std::collections::BTreeMap;
use tutela_app::{CaseQuery, Condition, Order, Show, StaffId};
use tutela_domain::codes::{Country, Exploitation, Sex};
use tutela_domain::fields::Code;
use tutela_domain::stage::Stage;

/// The pages that an address can name; a list of millions of cases has fewer.
const LAST_PAGE: usize = 100_000;

/// The columns of the list, as their choice stands in an address. The child is always shown.
const COLUMNS: [&str; 5] = ["child", "stage", "next", "carrier", "written"];

/// What a list is asked for: each part by its name in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked(BTreeMap<&'static str, String>);

/// The parts that change how a list is shown, and not which cases stand in it.
const HOW: [&str; 3] = ["columns", "order", "page"];

/// A filter that is set, and the address that clears it.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// What it says.
    pub words: String,
    /// The address of the same list without it.
    pub clear: String,
}

/// The orders that can be chosen: the key of the words, and the value.
pub const ORDERS: [(&str, Option<&str>); 4] = [
    ("order-urgent", None),
    ("order-reference", Some("reference")),
    ("order-due", Some("due")),
    ("order-written", Some("written")),
];

/// A choice among others: a link.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What it says.
    pub words: String,
    /// Where it leads.
    pub address: String,
    /// Whether it is the one that is shown.
    pub current: bool,
}

/// The choices of one question.
#[derive(Clone, Debug)]
pub struct Facet {
    /// The question.
    pub title: String,
    /// The choices; the first sets nothing.
    pub choices: Vec<Choice>,
}

/// The name of a part and whether its value is one that it can have.
fn known(name: &str, value: &str) -> Option<&'static str> {
    let (name, fits) = match name {
        "show" => ("show", ["closed", "all"].contains(&value)),
        "who" => ("who", ["me", "nobody"].contains(&value) || is_staff(value)),
        "overdue" => ("overdue", value == "1"),
        "stage" => ("stage", Stage::ALL.iter().any(|s| stage_key(*s) == value)),
        "is" => ("is", condition(value).is_some()),
        "sex" => ("sex", Sex::LIST.codes.contains(&value)),
        "nationality" => ("nationality", Country::LIST.codes.contains(&value)),
        "exploitation" => ("exploitation", Exploitation::LIST.codes.contains(&value)),
        "order" => ("order", order(value).is_some()),
        "columns" => ("columns", columns(value.split('-')).as_deref() == Some(value)),
        "page" => (
            "page",
            value.parse::<usize>().is_ok_and(|p| (2..=LAST_PAGE).contains(&p)),
        ),
        _ => return None,
    };
    fits.then_some(name)
}

/// Whether it has the form of the random id of a colleague.
fn is_staff(value: &str) -> bool {
    let digits = value.strip_prefix("s-").unwrap_or_default();
    (1..=64).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_hexdigit())
}

/// The value that shows these columns and no others; `None` when all are shown.
fn columns<'c>(wanted: impl Iterator<Item = &'c str>) -> Option<String> {
    let wanted: Vec<&str> = wanted.collect();
    let shown: Vec<&str> = COLUMNS
        .into_iter()
        .filter(|column| *column == "child" || wanted.contains(column))
        .collect();
    (shown.len() < COLUMNS.len()).then(|| shown.join("-"))
}

fn condition(value: &str) -> Option<Condition> {
    match value {
        "missing" => Some(Condition::Missing),
        "no_guardian" => Some(Condition::NoGuardian),
        "liberty" => Some(Condition::Liberty),
        _ => None,
    }
}

fn order(value: &str) -> Option<Order> {
    match value {
        "reference" => Some(Order::Reference),
        "due" => Some(Order::NextDue),
        "written" => Some(Order::LastWritten),
        _ => None,
    }
}

impl Asked {
    /// What an address asks for.
    pub fn of(query: Option<&str>) -> Self {
        let pairs = || form_urlencoded::parse(query.unwrap_or_default().as_bytes());
        let mut asked: BTreeMap<_, _> = pairs()
            .filter_map(|(name, value)| Some((known(&name, &value)?, value.into_owned())))
            .collect();
        // The form of the columns sends each that is ticked.
        let ticked: Vec<_> = pairs()
            .filter(|(name, _)| name == "column")
            .map(|(_, value)| value)
            .collect();
        if !ticked.is_empty()
            && let Some(shown) = columns(ticked.iter().map(AsRef::as_ref))
        {
            asked.insert("columns", shown);
        }
        Self(asked)
    }

    /// Whether a column is shown.
    pub fn shows(&self, column: &str) -> bool {
        self.get("columns")
            .is_none_or(|shown| shown.split('-').any(|c| c == column))
    }

    /// The columns that can be chosen, each with its words and whether it is shown; in a list of one's own cases not with
    /// whom they are.
    pub fn columns(&self, words: &Words, of_all: bool) -> Vec<(&'static str, String, bool)> {
        [
            ("stage", "cases-stage"),
            ("next", "cases-next"),
            ("carrier", "cases-carrier"),
            ("written", "cases-written"),
        ]
        .into_iter()
        .filter(|(column, _)| of_all || *column != "carrier")
        .map(|(column, key)| (column, words.t(key), self.shows(column)))
        .collect()
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Whether this is one of the parts, with this value.
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.get(name) == Some(value)
    }

    /// The same list with another value of a part, or without it; from its first page.
    #[must_use]
    pub fn having(&self, name: &str, value: Option<&str>) -> Self {
        let mut asked = self.clone();
        asked.0.remove("page");
        asked.0.remove(name);
        if let Some((value, name)) = value.and_then(|v| Some((v, known(name, v)?))) {
            asked.0.insert(name, value.to_owned());
        }
        asked
    }

    /// Its address.
    pub fn address(&self) -> String {
        let query = self.query();
        if query.is_empty() {
            return "/cases".to_owned();
        }
        format!("/cases?{query}")
    }

    /// The part of the address that says what is asked for.
    pub fn query(&self) -> String {
        form_urlencoded::Serializer::new(String::new())
            .extend_pairs(&self.0)
            .finish()
    }

    /// The parts that the form of nationality and columns must carry along.
    pub fn beside_form(&self) -> Vec<(&'static str, String)> {
        let beside = self
            .0
            .iter()
            .filter(|(part, _)| !["nationality", "columns", "page"].contains(part));
        beside.map(|(part, value)| (*part, value.clone())).collect()
    }

    /// The page, from 0.
    pub fn page(&self) -> usize {
        self.get("page")
            .and_then(|p| p.parse::<usize>().ok())
            .map_or(0, |p| p.saturating_sub(1))
    }

    /// The address of a page, from 0.
    pub fn at_page(&self, page: usize) -> String {
        let number = page.saturating_add(1).to_string();
        self.having("page", Some(&number)).address()
    }

    /// Whether nothing is asked for but how the list is shown.
    pub fn is_plain(&self) -> bool {
        self.0.keys().all(|k| HOW.contains(k))
    }

    /// Whether no order is asked for: then the most urgent come first.
    pub fn is_most_urgent_first(&self) -> bool {
        self.get("order").is_none()
    }

    /// What the application is asked.
    pub fn for_actor(&self, me: &StaffId) -> CaseQuery {
        let code = |name| self.get(name).map(str::to_owned);
        CaseQuery {
            show: match self.get("show") {
                Some("closed") => Show::Closed,
                Some("all") => Show::All,
                _ => Show::Open,
            },
            carried_by: match self.get("who") {
                Some("me") => Some(me.clone()),
                Some("nobody") | None => None,
                Some(staff) => Some(StaffId::new(staff)),
            },
            unassigned: self.is("who", "nobody"),
            overdue: self.is("overdue", "1"),
            stage: Stage::ALL.iter().copied().find(|s| self.is("stage", stage_key(*s))),
            condition: self.get("is").and_then(condition),
            sex: code("sex"),
            nationality: code("nationality"),
            exploitation: code("exploitation"),
            order: self.get("order").and_then(order).unwrap_or(Order::MostUrgent),
            page: self.page(),
        }
    }

    /// The filters that are set, in words, each with the way to clear it.
    pub fn chosen(&self, words: &Words, colleague: &dyn Fn(&str) -> Option<String>) -> Vec<Chosen> {
        let said = |name: &str, value: &str| match (name, value) {
            ("order" | "page", _) => None,
            ("columns", _) => Some(words.t("filter-columns-fewer")),
            ("who", staff) if is_staff(staff) => {
                let name = colleague(staff).unwrap_or_else(|| words.t("colleague-left"));
                Some(words.t1("filter-carried-by", "who", name))
            }
            ("nationality", country) => {
                let country = words.code("country", country);
                Some(words.t1("filter-nationality", "country", country))
            }
            (name, value) => Some(said(words, name, value)),
        };
        self.0
            .iter()
            .filter_map(|(name, value)| {
                Some(Chosen {
                    words: said(name, value)?,
                    clear: self.having(name, None).address(),
                })
            })
            .collect()
    }

    /// The questions by which the list can be narrowed; nationality, with its many answers, is a form.
    pub fn facets(&self, words: &Words) -> Vec<Facet> {
        let stages: Vec<&str> = Stage::ALL
            .iter()
            .filter(|s| **s != Stage::Closed)
            .map(|s| stage_key(*s))
            .collect();
        let all: [(&str, &str, &str, &[&str]); 7] = [
            ("show", "filter-which", "filter-open", &["closed", "all"]),
            ("who", "filter-who", "filter-anybody", &["me", "nobody"]),
            ("overdue", "filter-dates", "filter-any", &["1"]),
            (
                "is",
                "filter-condition",
                "filter-any",
                &["missing", "no_guardian", "liberty"],
            ),
            ("stage", "cases-stage", "filter-any", &stages),
            ("sex", "filter-sex", "filter-any", Sex::LIST.codes),
            (
                "exploitation",
                "filter-exploitation",
                "filter-any",
                Exploitation::LIST.codes,
            ),
        ];
        all.iter()
            .map(|(name, title, nothing, values)| {
                let first = Choice {
                    words: words.t(nothing),
                    address: self.having(name, None).address(),
                    current: self.get(name).is_none(),
                };
                let others = values.iter().map(|value| Choice {
                    words: said(words, name, value),
                    address: self.having(name, Some(value)).address(),
                    current: self.is(name, value),
                });
                Facet {
                    title: words.t(title),
                    choices: std::iter::once(first).chain(others).collect(),
                }
            })
            .collect()
    }

    /// The views that every list has: what needs somebody, what is missing, what is closed.
    pub fn views(&self, words: &Words) -> Vec<Choice> {
        [
            ("view-open", ""),
            ("view-now", "overdue=1"),
            ("filter-missing", "is=missing"),
            ("filter-no-guardian", "is=no_guardian"),
            ("view-nobody", "who=nobody"),
            ("filter-closed", "show=closed"),
        ]
        .into_iter()
        .map(|(key, query)| self.view(words.t(key), query))
        .collect()
    }

    /// A view by its name.
    pub fn view(&self, words: String, query: &str) -> Choice {
        let view = Self::of(Some(query));
        let mut here = self.clone();
        here.0.retain(|name, _| !HOW.contains(name));
        Choice {
            words,
            address: view.address(),
            current: here == view,
        }
    }

    /// A view that a person saved: its order and columns count as well.
    pub fn own_view(&self, name: &str, query: &str) -> Choice {
        let view = Self::of(Some(query));
        Choice {
            words: name.to_owned(),
            address: view.address(),
            current: self.having("page", None) == view,
        }
    }

    /// What a view keeps: all but the page.
    pub fn to_keep(&self) -> String {
        self.having("page", None).query()
    }

    /// The order in words, where one was chosen.
    pub fn order_words(&self, words: &Words) -> Option<String> {
        let order = ORDERS
            .iter()
            .find(|(_, order)| order.is_some_and(|o| self.is("order", o)));
        order.map(|(key, _)| words.t1("view-order", "order", words.t(key)))
    }
}

/// A value of a part, in words.
fn said(words: &Words, name: &str, value: &str) -> String {
    match (name, value) {
        ("show", "closed") => words.t("filter-closed"),
        ("show", _) => words.t("filter-all"),
        ("who", "me") => words.t("filter-me"),
        ("who", _) => words.t("filter-nobody"),
        ("overdue", _) => words.t("filter-overdue"),
        ("is", "missing") => words.t("filter-missing"),
        ("is", "no_guardian") => words.t("filter-no-guardian"),
        ("is", _) => words.t("filter-liberty"),
        ("stage", stage) => words.t(&format!("stage-{stage}")),
        (list, code) => words.code(list, code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_codes_and_whatever_else_it_holds_is_ignored() {
        let asked = Asked::of(Some(
            "show=closed&who=Wren&stage=nowhere&sex=girl&nationality=%FF&page=99999999999999999999&name=Wren&order=due&is=missing",
        ));
        assert_eq!(asked.address(), "/cases?is=missing&order=due&sex=girl&show=closed");
        assert_eq!(Asked::of(Some("page=1&&=&%")).address(), "/cases");
        assert_eq!(Asked::of(None), Asked::default());
        let query = asked.for_actor(&StaffId::new("s-1"));
        assert_eq!((query.show, query.condition), (Show::Closed, Some(Condition::Missing)));
        assert_eq!((query.sex.as_deref(), query.nationality), (Some("girl"), None));
    }

    #[test]
    fn columns_are_chosen_by_a_form_and_kept_in_one_way() {
        let all = "column=child&column=stage&column=next&column=carrier&column=written";
        assert_eq!(Asked::of(Some(all)), Asked::default());
        let asked = Asked::of(Some("sex=girl&column=child&column=written&column=next"));
        assert_eq!(asked.address(), "/cases?columns=child-next-written&sex=girl");
        assert!(asked.shows("next") && !asked.shows("stage"));
        assert_eq!(Asked::of(Some(&asked.query())), asked);
        for other in ["columns=next-child", "columns=", "columns=child-name", "columns=all"] {
            assert_eq!(Asked::of(Some(other)), Asked::default(), "{other}");
        }
        assert!(!Asked::of(Some("column=child")).shows("written"));
        assert_eq!(
            Asked::of(Some("page=3&sex=girl&order=due")).to_keep(),
            "order=due&sex=girl"
        );
    }

    #[test]
    fn a_filter_leads_back_to_the_first_page() {
        let asked = Asked::of(Some("page=4&overdue=1"));
        assert_eq!(asked.page(), 3);
        assert_eq!(asked.having("sex", Some("boy")).address(), "/cases?overdue=1&sex=boy");
        assert_eq!(asked.having("overdue", None).address(), "/cases");
        assert_eq!(asked.having("sex", Some("Wren")).address(), "/cases?overdue=1");
        assert_eq!(asked.at_page(4), "/cases?overdue=1&page=5");
        assert_eq!(asked.at_page(0), "/cases?overdue=1");
    }
}
