//! The registers over all cases: who is missing, whose liberty is restricted, where children live, who stands for them, where
//! inquiries lie. No address and no true name of a child stands in one.

use super::case::CaseHead;
use super::frame::Frame;
use super::pager::Pager;
use crate::dates::Stamp;
use crate::words::Words;
use askama::Template;
use tutela_domain::registers::Register;
use tutela_domain::value::Truth;

/// The key of the words of a register.
pub fn key(register: Register) -> &'static str {
    match register {
        Register::Missing => "register-missing",
        Register::Liberty => "register-liberty",
        Register::Placements => "register-placements",
        Register::Guardians => "register-guardians",
        Register::Inquiries => "register-inquiries",
    }
}

/// The address of a page of a register, from 0.
pub fn address(register: Register, page: usize) -> String {
    match page {
        0 => format!("/registers/{}", register.name()),
        page => format!("/registers/{}?page={}", register.name(), page.saturating_add(1)),
    }
}

/// The key of what a register is for.
fn lead_key(register: Register) -> &'static str {
    match register {
        Register::Missing => "register-missing-lead",
        Register::Liberty => "register-liberty-lead",
        Register::Placements => "register-placements-lead",
        Register::Guardians => "register-guardians-lead",
        Register::Inquiries => "register-inquiries-lead",
    }
}

/// A register in the index.
#[derive(Clone, Debug)]
pub struct IndexLine {
    /// Which.
    pub register: Register,
    /// How many stand in it now.
    pub count: usize,
}

impl IndexLine {
    /// Its address.
    pub fn address(&self) -> String {
        address(self.register, 0)
    }

    /// Its name.
    pub fn title(&self, words: &Words) -> String {
        words.t(key(self.register))
    }

    /// What it is for.
    pub fn lead(&self, words: &Words) -> String {
        words.t(lead_key(self.register))
    }

    /// How many stand in it, in words.
    pub fn counted(&self, words: &Words) -> String {
        let key = match self.register {
            Register::Missing => "register-missing-count",
            Register::Liberty => "register-liberty-count",
            Register::Placements => "register-placements-count",
            Register::Guardians => "register-guardians-count",
            Register::Inquiries => "register-inquiries-count",
        };
        words.t1(key, "count", self.count)
    }

    /// Whether it asks for somebody's attention by itself.
    pub fn is_grave(&self) -> bool {
        self.register == Register::Missing && self.count > 0
    }
}

/// The hand at which an inquiry lay, or lies.
#[derive(Clone, Debug)]
pub struct HandRow {
    /// Whose, in words.
    pub hand: String,
    /// For how many days.
    pub days: i64,
    /// Whether it lies there now.
    pub now: bool,
}

/// What a register says of a case, beside the times.
#[derive(Clone, Debug)]
pub enum Said {
    /// Nothing more.
    Nothing,
    /// What restricts liberty, and whether a judge approved it.
    Liberty(Vec<String>, Truth),
    /// An inquiry: whether it came to us, whose the other side is, and the hands.
    Inquiry(bool, String, Vec<HandRow>),
}

/// A case in a register.
#[derive(Clone, Debug)]
pub struct RegisterRow {
    /// The case.
    pub head: CaseHead,
    /// The entry that began it.
    pub entry: u64,
    /// Who carries it; `None` for nobody.
    pub caseworker: Option<String>,
    /// When it began.
    pub from: Stamp,
    /// For how many days it lasts, or lasted.
    pub days: i64,
    /// When it is to end.
    pub until: Option<Stamp>,
    /// When it ended.
    pub ended: Option<Stamp>,
    /// What it is.
    pub said: Said,
}

/// A guardian.
#[derive(Clone, Debug)]
pub struct GuardianRow {
    /// The names.
    pub names: String,
    /// The address of the entry in the authority's book.
    pub book: Option<String>,
    /// Whether the person is trained, in words.
    pub trained: String,
    /// The children for whom the person stands.
    pub children: usize,
    /// At most.
    pub at_most: Option<u32>,
    /// Whether the person can take no other child.
    pub full: bool,
}

/// A provider of care.
#[derive(Clone, Debug)]
pub struct ProviderRow {
    /// The name.
    pub name: String,
    /// The address of the entry in the authority's book.
    pub book: Option<String>,
    /// The kind of care, in words.
    pub kind: Option<String>,
    /// The places.
    pub places: Option<u32>,
    /// How many children live there.
    pub children: usize,
    /// Those whose case the reader may see.
    pub here: Vec<PlacedRow>,
    /// The free places; negative when more live there than there are places.
    pub free: Option<i64>,
    /// Free places by the home's own word: how many, as of which day, and how many children came since.
    pub said_free: Option<(u32, Stamp, usize)>,
    /// Whether it has a safeguarding policy, in words.
    pub policy: String,
    /// From which day the policy holds, in words.
    pub policy_from: Option<String>,
    /// Until which day, in words.
    pub policy_until: Option<String>,
    /// Whether that day has passed.
    pub policy_ran_out: bool,
    /// When it last audited itself, in words.
    pub audited: Option<String>,
    /// When it was last inspected, and whether it met the minimum standards.
    pub inspected: Option<(Stamp, Truth)>,
}

/// A child who lives at a provider's.
#[derive(Clone, Debug)]
pub struct PlacedRow {
    /// The case.
    pub head: CaseHead,
    /// The entry of the placement.
    pub entry: u64,
    /// Since when.
    pub from: Stamp,
}

impl ProviderRow {
    /// How many children live there whom the reader is not shown.
    pub fn others(&self) -> usize {
        self.children.saturating_sub(self.here.len())
    }

    /// The free places in words.
    pub fn free_words(&self, words: &Words) -> String {
        match self.free {
            None => words.t("provider-places-unknown"),
            Some(free) if free < 0 => words.t1("provider-too-many", "count", free.saturating_neg()),
            Some(0) => words.t("provider-full"),
            Some(free) => words.t1("provider-free", "count", free),
        }
    }

    /// What the home itself said of its free places, in words.
    pub fn said_words(&self, words: &Words) -> Option<String> {
        let (places, day, came) = self.said_free.as_ref()?;
        let mut said = words.t2("provider-said-free", "count", *places, "date", words.stamp(day));
        if *came > 0 {
            said.push(' ');
            said.push_str(&words.t1("provider-came-since", "count", *came));
        }
        Some(said)
    }

    /// What the last inspection found, in words.
    pub fn inspected_words(&self, words: &Words) -> String {
        let Some((day, meets)) = &self.inspected else {
            return words.t("provider-never-inspected");
        };
        let key = match meets {
            Truth::True => "provider-inspected-meets",
            Truth::False => "provider-inspected-fails",
            Truth::Unknown => "provider-inspected-unknown",
        };
        words.t1(key, "date", words.stamp(day))
    }

    /// Whether the last inspection found less than the minimum standards.
    pub fn failed_inspection(&self) -> bool {
        matches!(&self.inspected, Some((_, Truth::False)))
    }

    /// Whether more live there than there are places.
    pub fn is_over(&self) -> bool {
        self.free.is_some_and(|free| free < 0)
    }
}

/// The lines of a register.
#[derive(Clone, Debug)]
pub enum Lines {
    /// Cases.
    Cases(Vec<RegisterRow>),
    /// Guardians.
    Guardians(Vec<GuardianRow>),
    /// Providers.
    Providers(Vec<ProviderRow>),
}

/// A register as a page shows it.
#[derive(Clone, Debug)]
pub struct RegisterView {
    /// Which.
    pub register: Register,
    /// Its lines.
    pub lines: Lines,
    /// Lines of other people's cases that name somebody in words, and are counted nowhere.
    pub uncounted: u64,
    /// How near the review of the restrictions of liberty is, where they are shown.
    pub review: Option<ReviewView>,
    /// The other pages of it.
    pub pager: Pager,
}

/// How near the authority is to a review of its restrictions of liberty.
#[derive(Clone, Debug)]
pub struct ReviewView {
    /// How many began since the last.
    pub since: usize,
    /// At how many the rules ask for one.
    pub asked_at: Option<usize>,
    /// The page of the duty, while it is owed: its address and its words.
    pub owed: Option<(String, String)>,
}

impl ReviewView {
    /// How many began, and at how many a review is owed, in words.
    pub fn counted(&self, words: &Words) -> String {
        let mut said = words.t1("liberty-since-review", "count", self.since);
        if let Some(number) = self.asked_at {
            said.push(' ');
            said.push_str(&words.t1("liberty-review-at", "count", number));
        }
        said
    }
}

impl RegisterView {
    /// Its name.
    pub fn title(&self, words: &Words) -> String {
        words.t(key(self.register))
    }

    /// What it is for.
    pub fn lead(&self, words: &Words) -> String {
        words.t(lead_key(self.register))
    }

    /// That some lines are counted nowhere, in words.
    pub fn uncounted_words(&self, words: &Words) -> Option<String> {
        let key = match self.register {
            Register::Guardians => "register-guardians-uncounted",
            Register::Placements => "register-placements-uncounted",
            Register::Missing | Register::Liberty | Register::Inquiries => return None,
        };
        (self.uncounted > 0).then(|| words.t1(key, "count", self.uncounted))
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        match &self.lines {
            Lines::Cases(lines) => lines.is_empty(),
            Lines::Guardians(lines) => lines.is_empty(),
            Lines::Providers(lines) => lines.is_empty(),
        }
    }

    /// What it says when nothing stands in it.
    pub fn none(&self, words: &Words) -> String {
        if self.pager.previous.is_some() {
            return words.t("page-empty");
        }
        words.t(match self.register {
            Register::Missing => "register-missing-none",
            Register::Liberty => "register-liberty-none",
            Register::Placements => "register-placements-none",
            Register::Guardians => "register-guardians-none",
            Register::Inquiries => "register-inquiries-none",
        })
    }

    /// Whether it is the one of missing children.
    pub fn is_missing(&self) -> bool {
        self.register == Register::Missing
    }

    /// Whether it is the one of liberty.
    pub fn is_liberty(&self) -> bool {
        self.register == Register::Liberty
    }
}

/// The index of the registers.
#[derive(Template)]
#[template(path = "registers.html")]
pub struct RegistersPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The registers.
    pub registers: &'a [IndexLine],
}

/// A register.
#[derive(Template)]
#[template(path = "register.html")]
pub struct RegisterPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The register.
    pub view: &'a RegisterView,
}
