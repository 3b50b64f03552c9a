//! The list of cases: which child needs somebody now?

use super::case::CaseHead;
use super::duty::DutyView;
use super::filter::{Asked, Choice, Chosen, Facet, ORDERS};
use super::frame::Frame;
use super::pager::Pager;
use super::views::SaveForm;
use crate::dates::Stamp;
use crate::words::Words;
use askama::Template;
use tutela_domain::records::RecordType;

/// A case in the list.
#[derive(Clone, Debug)]
pub struct CaseRow {
    /// What names it.
    pub head: CaseHead,
    /// Its stage, by its locale key without `stage-`.
    pub stage: &'static str,
    /// Whether the child is missing now.
    pub missing: bool,
    /// Since when, where that is told.
    pub missing_since: Option<Stamp>,
    /// How many duties are overdue.
    pub overdue: u32,
    /// The most urgent duty.
    pub next: Option<DutyView>,
    /// Who carries it, by name; `None` for nobody.
    pub caseworker: Option<String>,
    /// When somebody last wrote to it.
    pub last_written: Stamp,
}

impl CaseRow {
    /// The stage in words.
    pub fn stage_words(&self, words: &Words) -> String {
        words.t(&format!("stage-{}", self.stage))
    }

    /// The day on which somebody last wrote to it.
    pub fn written_words(&self, words: &Words) -> String {
        match &self.last_written {
            Stamp::At(at) => words.day(at.date()),
            other => words.stamp(other),
        }
    }
}

/// How many cases there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// So many.
    Known(u64),
    /// More than so many.
    MoreThan(u64),
    /// Counting them would open every case; the last page tells.
    AtTheEnd,
}

/// A page of the list.
#[derive(Clone, Debug)]
pub struct CaseListView {
    /// What was asked for.
    pub asked: Asked,
    /// Whether the cases of colleagues stand here too.
    pub of_all: bool,
    /// The cases.
    pub rows: Vec<CaseRow>,
    /// How many there are.
    pub total: Total,
    /// Whether a page follows.
    pub more: bool,
    /// The filters that are set.
    pub chosen: Vec<Chosen>,
    /// The questions by which it can be narrowed.
    pub facets: Vec<Facet>,
    /// Lists that are asked for often.
    pub views: Vec<Choice>,
    /// The views that the person saved.
    pub own: Vec<Choice>,
}

impl CaseListView {
    /// The page that is asked for, in the words of a frame; rows and total are put in by who knows them.
    pub fn of(words: &Words, asked: Asked, chosen: Vec<Chosen>) -> Self {
        Self {
            of_all: false,
            rows: Vec::new(),
            total: Total::Known(0),
            more: false,
            chosen,
            facets: asked.facets(words),
            views: asked.views(words),
            own: Vec::new(),
            asked,
        }
    }

    /// The title of the page.
    pub fn title(&self, words: &Words) -> String {
        words.t(if self.of_all { "cases-title-all" } else { "cases-title" })
    }

    /// How many there are, in words.
    pub fn count(&self, words: &Words) -> String {
        match self.total {
            Total::Known(count) => words.t1("cases-count", "count", count),
            Total::MoreThan(count) => words.t1("cases-more-than", "count", count),
            Total::AtTheEnd => words.t("cases-uncounted"),
        }
    }

    /// The orders that can be chosen.
    pub fn orders(&self, words: &Words) -> Vec<Choice> {
        ORDERS
            .into_iter()
            .map(|(key, order)| Choice {
                words: words.t(key),
                address: self.asked.having("order", order).address(),
                current: order.map_or(self.asked.is_most_urgent_first(), |o| self.asked.is("order", o)),
            })
            .collect()
    }

    /// The value of `aria-sort` of the column that an order sorts, when it does.
    pub fn sorted(&self, order: &str) -> Option<&'static str> {
        let direction = if order == "written" { "descending" } else { "ascending" };
        self.asked.is("order", order).then_some(direction)
    }

    /// The address of the list sorted by a column, or of the usual order when it is sorted so.
    pub fn sort(&self, order: &str) -> String {
        let order = Some(order).filter(|o| !self.asked.is("order", o));
        self.asked.having("order", order).address()
    }

    /// The links to the other pages.
    pub fn pager(&self) -> Pager {
        Pager::at(self.asked.page(), self.more, |page| self.asked.at_page(page))
    }

    /// Whether the list says with whom each case is.
    pub fn shows_carrier(&self) -> bool {
        self.of_all && self.asked.shows("carrier")
    }

    /// The columns that can be chosen, with their words and whether each is shown.
    pub fn columns(&self, words: &Words) -> Vec<(&'static str, String, bool)> {
        self.asked.columns(words, self.of_all)
    }

    /// The form that saves what is asked for as a view.
    pub fn saving(&self) -> SaveForm {
        SaveForm {
            asked: self.asked.to_keep(),
            name: String::new(),
            problem: None,
        }
    }
}

/// The list of cases.
#[derive(Template)]
#[template(path = "cases.html")]
pub struct CaseListPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The list.
    pub list: &'a CaseListView,
}
