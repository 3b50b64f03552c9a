//! Lists: each full, empty, and with hostile texts.

use super::{at, day, hostile, on};
use crate::dates::Stamp;
use crate::pages::case::CaseHead;
use crate::pages::cases::{CaseListView, CaseRow, Total};
use crate::pages::duty::{DutyState, DutyView};
use crate::pages::filter::{Asked, Choice};
use crate::pages::pager::Pager;
use crate::pages::registers::{
    GuardianRow, HandRow, IndexLine, Lines as Kept, PlacedRow, ProviderRow, RegisterRow, RegisterView, ReviewView,
    Said, address,
};
use crate::pages::search::{FoundView, HitRow, KnownRow, KnownView};
use crate::pages::today::{PromptCase, TodayView, WorkRow};
use crate::pages::views::OwnView;
use crate::pages::work::{BreachNow, BreachRow, Lines, Part, WorkView, WorkerRow};
use crate::words::Words;
use tutela_app::{How, Settled};
use tutela_domain::registers::Register;
use tutela_domain::value::Truth;

fn head(pseudonym: &str, reference: &str) -> CaseHead {
    CaseHead {
        id: CaseHead::sample().id,
        pseudonym: pseudonym.to_owned(),
        reference: reference.to_owned(),
    }
}

impl WorkRow {
    /// Examples in a state.
    fn samples(state: DutyState) -> Vec<Self> {
        let names = [("Wren", "TU-2026-0417"), ("Heron", "TU-2026-0409")];
        let duties = DutyView::samples().into_iter().filter(|d| d.state == state);
        duties
            .zip(names.iter().cycle())
            .map(|(duty, (pseudonym, reference))| Self {
                head: head(pseudonym, reference),
                caseworker: (*pseudonym == "Wren").then(|| "M. Sava".to_owned()),
                duty,
            })
            .collect()
    }

    /// Examples with hostile texts.
    fn hostile_samples() -> Vec<Self> {
        hostile()
            .into_iter()
            .zip(DutyView::samples().into_iter().cycle())
            .map(|(text, duty)| Self {
                head: head(&text, &text),
                duty: DutyView {
                    title: text.clone(),
                    ..duty
                },
                caseworker: Some(text),
            })
            .collect()
    }
}

impl CaseListView {
    /// A page in the middle of a list.
    pub fn sample(words: &Words) -> Self {
        let asked = Asked::of(Some("is=missing&nationality=VN&who=s-1&order=due&page=3"));
        let chosen = asked.chosen(words, &|_| Some("M. Sava".to_owned()));
        Self {
            of_all: true,
            rows: CaseRow::samples(),
            total: Total::AtTheEnd,
            more: true,
            own: Self::own(&asked, &["Missing from Viet Nam", "Girls"]),
            ..Self::of(words, asked, chosen)
        }
    }

    /// The first page of a long list, as it opens.
    pub fn first_sample(words: &Words) -> Self {
        Self {
            rows: CaseRow::samples(),
            total: Total::MoreThan(1000),
            more: true,
            ..Self::of(words, Asked::default(), Vec::new())
        }
    }

    /// A list in which nothing stands.
    pub fn empty_sample(words: &Words, asked: &str) -> Self {
        let asked = Asked::of(Some(asked));
        let chosen = asked.chosen(words, &|_| None);
        Self::of(words, asked, chosen)
    }

    /// A list of hostile texts.
    pub fn hostile_sample(words: &Words) -> Self {
        let [script, ..] = hostile();
        let asked = Asked::of(Some("who=s-1"));
        let chosen = asked.chosen(words, &|_| Some(script.clone()));
        Self {
            rows: CaseRow::hostile_samples(),
            own: Self::own(&asked, &hostile().each_ref().map(String::as_str)),
            ..Self::of(words, asked, chosen)
        }
    }

    /// A list of which not all columns are shown.
    pub fn columns_sample(words: &Words) -> Self {
        let asked = Asked::of(Some("column=child&column=next"));
        let chosen = asked.chosen(words, &|_| None);
        Self {
            of_all: true,
            rows: CaseRow::samples(),
            total: Total::Known(3),
            ..Self::of(words, asked, chosen)
        }
    }

    /// Views of these names; the first is the one that is shown.
    fn own(asked: &Asked, names: &[&str]) -> Vec<Choice> {
        let query = asked.to_keep();
        let asks = std::iter::once(query.as_str()).chain(std::iter::repeat("sex=girl"));
        names
            .iter()
            .zip(asks)
            .map(|(name, query)| asked.own_view(name, query))
            .collect()
    }
}

impl OwnView {
    /// Views of these names.
    pub fn samples(words: &Words, names: &[&str]) -> Vec<Self> {
        let asks = [
            "is=missing&nationality=VN&who=s-1&order=due",
            "",
            "columns=child-next&sex=girl",
        ];
        let view = |(at, (name, asked)): (usize, (&&str, &str))| {
            Self::of(words, &format!("{at:064x}"), name, asked, &|_| Some((*name).to_owned()))
        };
        names
            .iter()
            .zip(asks.into_iter().cycle())
            .enumerate()
            .map(view)
            .collect()
    }
}

impl TodayView {
    /// A day with much to do.
    pub fn sample() -> Self {
        let rows = CaseRow::samples();
        Self {
            of_all: true,
            missing: rows.iter().filter(|r| r.missing).cloned().collect(),
            all_missing: 60,
            overdue: WorkRow::samples(DutyState::Overdue),
            soon: WorkRow::samples(DutyState::Due),
            promptly: PromptCase::grouped(WorkRow::samples(DutyState::Open)).0,
            unassigned: rows.into_iter().filter(|r| r.caseworker.is_none()).collect(),
            more: true,
            ..Self::calm_sample()
        }
    }

    /// A day on which nothing waits.
    pub fn calm_sample() -> Self {
        Self {
            day: day("2026-11-25"),
            of_all: false,
            missing: Vec::new(),
            all_missing: 0,
            overdue: Vec::new(),
            soon: Vec::new(),
            promptly: Vec::new(),
            unassigned: Vec::new(),
            more: false,
        }
    }

    /// A day full of hostile texts.
    pub fn hostile_sample() -> Self {
        Self {
            of_all: true,
            missing: CaseRow::hostile_samples(),
            all_missing: 60,
            overdue: WorkRow::hostile_samples(),
            soon: WorkRow::hostile_samples(),
            promptly: PromptCase::grouped(WorkRow::hostile_samples()).0,
            unassigned: CaseRow::hostile_samples(),
            ..Self::calm_sample()
        }
    }
}

impl WorkView {
    /// Every part, full, empty and with hostile texts, each by the name of its page.
    pub fn samples() -> Vec<(String, Self)> {
        let [script, _, _, long, ..] = hostile();
        let breach = |rule: &str, child: &str, now: BreachNow| BreachRow {
            head: head(child, "TU-2026-0417"),
            rule: rule.to_owned(),
            duty: now.is_owed().then(|| "baseline/risk-assessment@14".to_owned()),
            step: matches!(now, BreachNow::Happened).then_some(14),
            caseworker: now.is_owed().then(|| "M. Sava".to_owned()),
            at: on("2026-11-20"),
            noted: on("2026-11-21"),
            now,
        };
        let became = || {
            let day = || on("2026-11-23");
            let settled = |how| BreachNow::Settled(how, day());
            vec![
                BreachNow::Owed,
                BreachNow::Done(day()),
                settled(Settled::HandedOver),
                settled(Settled::SetAside),
                settled(Settled::Ended),
                BreachNow::Happened,
                BreachNow::NoLonger,
            ]
        };
        let breaches = |rule: &str, child: &str| {
            let rows = became().into_iter().map(|now| breach(rule, child, now));
            Lines::Breaches(rows.collect())
        };
        let worker = |name: Option<&str>, cases, overdue| WorkerRow {
            name: name.map(str::to_owned),
            address: "/cases?who=s-1".to_owned(),
            cases,
            overdue,
        };
        let view = |part: Part, page, more, lines| Self {
            part,
            of_all: true,
            lines,
            pager: Pager::at(page, more, |page| part.address(page)),
        };
        let overdue = Lines::Duties(WorkRow::samples(DutyState::Overdue));
        let workers = Lines::Workers(vec![worker(Some("M. Sava"), 18, 4), worker(None, 2, 0)]);
        let hostile_workers = Lines::Workers(vec![worker(Some(&script), 18, 4), worker(Some(&long), 2, 0)]);
        [
            ("work", view(Part::Overdue, 0, true, overdue)),
            (
                "work-unassigned",
                view(Part::Unassigned, 0, false, Lines::Cases(CaseRow::samples())),
            ),
            (
                "work-breaches",
                view(
                    Part::Breaches,
                    2,
                    true,
                    breaches("Assess the risks of the new place", "Wren"),
                ),
            ),
            ("work-capacity", view(Part::Capacity, 0, false, workers)),
            ("work-none", view(Part::Breaches, 0, false, Lines::Breaches(Vec::new()))),
            (
                "work-past-the-end",
                view(Part::Breaches, 9, false, Lines::Breaches(Vec::new())),
            ),
            (
                "work-hostile",
                view(Part::Overdue, 0, false, Lines::Duties(WorkRow::hostile_samples())),
            ),
            (
                "work-breaches-hostile",
                view(Part::Breaches, 0, false, breaches(&script, &long)),
            ),
            ("work-capacity-hostile", view(Part::Capacity, 0, false, hostile_workers)),
        ]
        .map(|(name, view)| (name.to_owned(), view))
        .into()
    }
}

impl IndexLine {
    /// Every register, with something in it or not.
    pub fn samples(count: usize) -> Vec<Self> {
        let line = |register| Self { register, count };
        Register::ALL.into_iter().map(line).collect()
    }
}

impl RegisterView {
    /// Every register, each with texts of the given kind and with nothing in it, by the name of its page.
    pub fn samples() -> Vec<(String, Self)> {
        let [script, _, _, long, ..] = hostile();
        let full = Register::ALL
            .into_iter()
            .map(|r| (format!("register-{}", r.name()), Self::full(r, "Wren", "Harbour house")));
        let hostile = Register::ALL
            .into_iter()
            .map(|r| (format!("register-{}-hostile", r.name()), Self::full(r, &script, &long)));
        let empty = Register::ALL.into_iter().map(|register| {
            let view = Self {
                register,
                lines: Kept::Cases(Vec::new()),
                uncounted: 0,
                review: None,
                pager: Pager::default(),
            };
            (format!("register-{}-none", register.name()), view)
        });
        full.chain(hostile).chain(empty).collect()
    }

    fn full(register: Register, child: &str, other: &str) -> Self {
        let lines = match register {
            Register::Guardians => Kept::Guardians(GuardianRow::samples(other)),
            Register::Placements => Kept::Providers(ProviderRow::samples(other, child)),
            _ => Kept::Cases(RegisterRow::samples(register, child, other)),
        };
        Self {
            register,
            lines,
            uncounted: 2,
            review: (register == Register::Liberty).then(|| ReviewView {
                since: 7,
                asked_at: Some(6),
                owed: Some(("/cases/1/duties/2".to_owned(), other.to_owned())),
            }),
            pager: Pager::at(1, true, |page| address(register, page)),
        }
    }
}

impl RegisterRow {
    fn samples(register: Register, child: &str, other: &str) -> Vec<Self> {
        let hand = |hand: &str, days, now| HandRow {
            hand: hand.to_owned(),
            days,
            now,
        };
        let said = |judge, received| match register {
            Register::Liberty => Said::Liberty(vec!["A closed place".to_owned(), "Going out".to_owned()], judge),
            Register::Inquiries => Said::Inquiry(
                received,
                other.to_owned(),
                vec![hand("Focal point", 3, false), hand("Local service", 12, true)],
            ),
            _ => Said::Nothing,
        };
        let row = |said, days, ended: Option<&str>| Self {
            head: head(child, "TU-2026-0417"),
            entry: 12,
            caseworker: ended.is_none().then(|| "M. Sava".to_owned()),
            from: Stamp::At(at("2026-11-20T18:00")),
            days,
            until: ended.is_some().then(|| on("2026-12-01")),
            ended: ended.map(on),
            said,
        };
        vec![
            row(said(Truth::False, true), 5, None),
            row(said(Truth::Unknown, false), 0, None),
            row(said(Truth::True, false), 2, Some("2026-11-22")),
        ]
    }
}

impl GuardianRow {
    fn samples(name: &str) -> Vec<Self> {
        let row = |book: Option<u64>, children, at_most, full| Self {
            names: name.to_owned(),
            book: book.map(|entry| CaseHead::sample().entry(entry)),
            trained: "Yes".to_owned(),
            children,
            at_most,
            full,
        };
        vec![
            row(Some(3), 9, Some(9), true),
            row(Some(4), 2, None, false),
            row(None, 1, None, false),
        ]
    }
}

impl ProviderRow {
    fn samples(name: &str, child: &str) -> Vec<Self> {
        let row = |book: Option<u64>, places, children, free| Self {
            name: name.to_owned(),
            book: book.map(|entry| CaseHead::sample().entry(entry)),
            kind: Some("Foster family".to_owned()),
            places,
            children,
            here: (0..children.min(2))
                .map(|at| PlacedRow {
                    head: head(child, "TU-2026-0417"),
                    entry: 12 + at as u64,
                    from: on("2026-11-20"),
                })
                .collect(),
            free,
            said_free: places.map(|most| (most, on("2026-03-02"), children)),
            policy: "Not known".to_owned(),
            policy_from: book.map(|_| "January 2024".to_owned()),
            policy_until: places.map(|_| "June 2026".to_owned()),
            policy_ran_out: free == Some(0),
            audited: book.map(|_| "March 2026".to_owned()),
            inspected: free.map(|free| (on("2026-03-02"), Truth::from(free > 0))),
        };
        vec![
            row(Some(5), Some(6), 2, Some(4)),
            row(Some(6), Some(2), 2, Some(0)),
            row(Some(7), Some(2), 3, Some(-1)),
            row(None, None, 1, None),
        ]
    }
}

impl KnownView {
    /// One that may be opened, and one of a colleague.
    pub fn sample(reference: &str, who: &str, more: bool) -> Self {
        let row = |how, may_open: bool| KnownRow {
            head: head("", reference),
            caseworker: (!may_open).then(|| who.to_owned()),
            how,
            may_open,
        };
        Self {
            rows: vec![row(How::Same, true), row(How::SoundsAlike, false)],
            more,
        }
    }
}

impl FoundView {
    /// Hits of every kind.
    pub fn sample(more: bool, rows: Vec<CaseRow>) -> Self {
        let hows = [
            None,
            Some(How::Same),
            Some(How::Begins),
            Some(How::OneTypo),
            Some(How::SoundsAlike),
        ];
        let hits = rows.into_iter().cycle().zip(hows);
        Self {
            hits: hits.map(|(row, how)| HitRow { row, how }).collect(),
            more,
        }
    }
}
