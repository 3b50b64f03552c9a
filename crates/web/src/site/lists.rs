//! The pages of lists over cases.

use super::{SignedIn, Site, at_the_door};
use crate::fill::lists::Lister;
use crate::guard::{Posted, Refusal, page};
use crate::pages::cases::CaseListPage;
use crate::pages::filter::Asked;
use crate::pages::frame::Place;
use crate::pages::pager::Pager;
use crate::pages::registers::{IndexLine, Lines as Kept, RegisterPage, RegisterView, RegistersPage, address};
use crate::pages::search::SearchPage;
use crate::pages::today::TodayPage;
use crate::pages::work::{Lines, Part, WorkPage, WorkView};
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use tutela_app::CaseQuery;
use tutela_domain::entry::Role;
use tutela_domain::registers::Register;

/// A longer name is looked for by its beginning.
const LONGEST_SEARCH: usize = 200;

/// What the person must do first.
pub(super) async fn today(State(site): State<Site>, who: SignedIn) -> Result<Response, Refusal> {
    let (today, colleagues) =
        at_the_door(|| Ok::<_, Refusal>((site.app.today(&who.actor)?, site.app.colleagues(&who.actor)?)))?;
    let frame = who.list_frame(&site, Place::Today)?;
    let of_all = who.actor.role() == Role::Supervisor;
    let view = Lister::new(&frame.words, &site.app, &colleagues).today(&today, of_all);
    page(&TodayPage {
        frame: &frame,
        view: &view,
    })
}

/// A page of the list of cases.
pub(super) async fn list(
    State(site): State<Site>,
    who: SignedIn,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let asked = Asked::of(query.as_deref());
    let (list, own, colleagues) = at_the_door(|| {
        let query = asked.for_actor(who.actor.staff());
        let list = site.app.list(&who.actor, &query)?;
        Ok::<_, Refusal>((list, site.app.views(&who.actor)?, site.app.colleagues(&who.actor)?))
    })?;
    let frame = who.list_frame(&site, Place::Cases)?;
    let of_all = who.actor.role() == Role::Supervisor;
    let view = Lister::new(&frame.words, &site.app, &colleagues).list(asked, &list, &own, of_all);
    page(&CaseListPage {
        frame: &frame,
        list: &view,
    })
}

/// The work over the cases that the person may see.
pub(super) async fn work(
    State(site): State<Site>,
    who: SignedIn,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    // The number of a page is read as that of the list of cases is.
    let asked = Asked::of(query.as_deref());
    let part = form_urlencoded::parse(query.unwrap_or_default().as_bytes())
        .find(|(name, _)| name == "show")
        .map_or(Part::default(), |(_, value)| Part::of(&value));
    let frame = who.list_frame(&site, Place::Work)?;
    let of_all = who.actor.role() == Role::Supervisor;
    let view = at_the_door(|| {
        let colleagues = site.app.colleagues(&who.actor)?;
        let lister = Lister::new(&frame.words, &site.app, &colleagues);
        let (lines, more) = match part {
            Part::Overdue => {
                let overdue = site.app.overdue(&who.actor, asked.page())?;
                (Lines::Duties(lister.work(&overdue.lines)), overdue.more)
            }
            Part::Unassigned => {
                let query = CaseQuery {
                    unassigned: true,
                    page: asked.page(),
                    ..CaseQuery::default()
                };
                let waiting = site.app.list(&who.actor, &query)?;
                (Lines::Cases(lister.cases(&waiting.lines)), waiting.more)
            }
            Part::Breaches => {
                let breaches = site.app.breaches(&who.actor, asked.page())?;
                (Lines::Breaches(lister.breaches(&breaches.lines)), breaches.more)
            }
            Part::Capacity => {
                let workers = site.app.workload(&who.actor)?;
                (Lines::Workers(lister.workers(&workers)), false)
            }
        };
        let page = if part == Part::Capacity { 0 } else { asked.page() };
        Ok::<_, Refusal>(WorkView {
            part,
            of_all,
            lines,
            pager: Pager::at(page, more, |page| part.address(page)),
        })
    })?;
    page(&WorkPage {
        frame: &frame,
        view: &view,
    })
}

/// The index of the registers, with what stands in each now.
pub(super) async fn registers(State(site): State<Site>, who: SignedIn) -> Result<Response, Refusal> {
    let index: Result<Vec<IndexLine>, Refusal> = at_the_door(|| {
        let line = |register| {
            Ok(IndexLine {
                register,
                count: site.app.count_in(&who.actor, register)?,
            })
        };
        Register::ALL.into_iter().map(line).collect()
    });
    page(&RegistersPage {
        frame: &who.list_frame(&site, Place::Registers)?,
        registers: &index?,
    })
}

/// A register.
pub(super) async fn register(
    State(site): State<Site>,
    who: SignedIn,
    Path(register): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let register = Register::of(&register).ok_or(Refusal::NotFound)?;
    let at = Asked::of(query.as_deref()).page();
    let frame = who.list_frame(&site, Place::Registers)?;
    let view = at_the_door(|| {
        let colleagues = site.app.colleagues(&who.actor)?;
        let lister = Lister::new(&frame.words, &site.app, &colleagues);
        let (lines, uncounted, more) = match register {
            Register::Guardians => {
                let page = site.app.guardians(&who.actor, at)?;
                (
                    Kept::Guardians(lister.guardians(&page.lines)),
                    page.uncounted,
                    page.more,
                )
            }
            Register::Placements => {
                let page = site.app.providers(&who.actor, at)?;
                (
                    Kept::Providers(lister.providers(&page.lines)),
                    page.uncounted,
                    page.more,
                )
            }
            Register::Missing | Register::Liberty | Register::Inquiries => {
                let page = site.app.register(&who.actor, register, at)?;
                (Kept::Cases(lister.register(&page.lines)), 0, page.more)
            }
        };
        let review = match register {
            Register::Liberty => Some(lister.review(&*site.app.liberty_review(&who.actor)?)),
            _ => None,
        };
        Ok::<_, Refusal>(RegisterView {
            register,
            lines,
            uncounted,
            review,
            pager: Pager::at(at, more, |page| address(register, page)),
        })
    })?;
    page(&RegisterPage {
        frame: &frame,
        view: &view,
    })
}

/// The form of the search.
pub(super) async fn search_form(State(site): State<Site>, who: SignedIn) -> Result<Response, Refusal> {
    page(&SearchPage {
        frame: &who.list_frame(&site, Place::Search)?,
        typed: "",
        found: None,
    })
}

/// What a search found. It is asked for by a form that is sent, so that no name stands in an address.
pub(super) async fn search(
    State(site): State<Site>,
    who: SignedIn,
    Posted(typed): Posted,
) -> Result<Response, Refusal> {
    let typed: String = typed.one("typed").chars().take(LONGEST_SEARCH).collect();
    let frame = who.list_frame(&site, Place::Search)?;
    let found = at_the_door(|| {
        if typed.trim().is_empty() {
            return Ok(None);
        }
        let colleagues = site.app.colleagues(&who.actor)?;
        let found = site.app.search(&who.actor, &typed)?;
        Ok::<_, Refusal>(Some(Lister::new(&frame.words, &site.app, &colleagues).found(&found)))
    })?;
    page(&SearchPage {
        frame: &frame,
        typed: &typed,
        found: found.as_ref(),
    })
}
