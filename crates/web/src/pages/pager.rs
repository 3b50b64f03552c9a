//! The links from one page of a list to the next.

/// Which page of a list is shown, and where the others are.
#[derive(Clone, Debug, Default)]
pub struct Pager {
    /// The number of the page, from 1.
    pub number: usize,
    /// The address of the page before.
    pub previous: Option<String>,
    /// The address of the page after.
    pub next: Option<String>,
}

impl Pager {
    /// At a page, from 0, of a list whose pages have these addresses.
    pub fn at(page: usize, more: bool, address: impl Fn(usize) -> String) -> Self {
        Self {
            number: page.saturating_add(1),
            previous: page.checked_sub(1).map(&address),
            next: more.then(|| address(page.saturating_add(1))),
        }
    }

    /// Whether it is the only page.
    pub fn is_only(&self) -> bool {
        self.previous.is_none() && self.next.is_none()
    }
}
