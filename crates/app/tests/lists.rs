//! Lists, search, registers, and the clock that reckons them anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)] // a test may panic

mod office;
#[path = "../../store/tests/store/server.rs"]
mod server;

use office::{Office, node, office, office_in, recorded};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use tutela_app::{
    Actor, App, AppError, Became, CaseLine, CaseQuery, Condition, How, InRegister, Order, Outcome, Rebuilt, Settled,
    Show, ShownAs, Submit, ViewProblem,
};
use tutela_domain::codes::Basis;
use tutela_domain::entry::Role;
use tutela_domain::ids::CaseId;
use tutela_domain::records::RecordType;
use tutela_domain::registers::Register;
use tutela_domain::stage::Stage;
use tutela_matching::{Names, Query};
use tutela_store::{CaseRow, ListFilter, ListedCase, Projection, Shared, StoreError};

/// A referral of a child of this name, taken by somebody or by nobody.
fn child(office: &Office, who: &Actor, name: &str, carried: Option<&Actor>) -> CaseId {
    let referral = office.form(
        RecordType::ReferralReceived,
        0,
        &[
            ("source", "police"),
            ("names", name),
            ("sex", "girl"),
            ("circumstances", "Found at a station."),
            ("immediate_danger", "no"),
            ("company", "alone"),
        ],
    );
    let Outcome::Recorded(receipt) = office.app.refer(who, &referral).unwrap() else {
        panic!("not referred");
    };
    if let Some(carried) = carried {
        office.accept(who, receipt.case, carried);
    }
    receipt.case
}

fn add(office: &Office, who: &Actor, case: CaseId, form: Submit) -> u64 {
    recorded(office.app.submit(who, case, &form).unwrap())
}

fn missing(office: &Office, who: &Actor, case: CaseId) -> u64 {
    let report = office.form(
        RecordType::MissingReported,
        2,
        &[("last_seen", "The bus stop."), ("circumstances", "Went out.")],
    );
    add(office, who, case, report)
}

fn cases(office: &Office, who: &Actor, query: &CaseQuery) -> Vec<CaseId> {
    office
        .app
        .list(who, query)
        .unwrap()
        .lines
        .iter()
        .map(|l| l.case)
        .collect()
}

/// An office on each kind of database.
fn on_both(ids: &[&str]) -> [Office; 2] {
    let url = server::Server::shared().database();
    [office_in(None, ids), office_in(Some(url), ids)]
}

/// An office in a database, and a way in beside the store on which no trigger holds.
fn with_a_way_in() -> (Office, postgres::Client) {
    let url = server::Server::shared().database();
    let office = office_in(Some(url.clone()), &["hillingdon"]);
    let mut client = postgres::Client::connect(&url, postgres::NoTls).unwrap();
    client.batch_execute("SET session_replication_role = replica").unwrap();
    (office, client)
}

/// Runs a statement on the rows of one case.
fn on(client: &mut postgres::Client, sql: &str, case: CaseId) -> u64 {
    client
        .execute(&format!("{sql} case_id = $1"), &[&case.as_bytes().as_slice()])
        .unwrap()
}

/// Flips a bit of the sealed summary.
const FLIPPED: &str = "UPDATE case_rows SET summary = set_byte(summary, 40, get_byte(summary, 40) # 1) WHERE";

fn rebuilt(office: &Office, put_right: bool) -> (Vec<CaseId>, Vec<CaseId>) {
    let rebuilt = office.app.rebuild(put_right, &mut |_, _| {}).unwrap();
    (
        rebuilt.different.into_iter().collect(),
        rebuilt.failed.into_iter().collect(),
    )
}

#[test]
fn a_damaged_row_hides_no_child_and_is_made_anew() {
    let (office, mut client) = with_a_way_in();
    let ana = office.actor("ana", Role::Caseworker);
    let [olga, boris] = ["Olga Petrenko", "Boris"].map(|name| child(&office, &ana, name, None));
    let before = office.list(&ana);
    let lines = |lines: &[CaseLine]| -> Vec<(CaseId, ShownAs, usize)> {
        let lines = lines.iter().map(|l| (l.case, l.shown_as.clone(), l.owed));
        let mut lines: Vec<_> = lines.collect();
        lines.sort_by_key(|(case, ..)| *case);
        lines
    };
    let found = || office.app.search(&ana, "Olga").unwrap().hits.len();
    for damage in [
        FLIPPED,
        "UPDATE case_rows SET last_written = last_written + 1 WHERE",
        "UPDATE case_rows SET head = head + 1 WHERE",
        "UPDATE case_rows SET reference = 'TU-2026-0099', head = -1 WHERE",
    ] {
        assert_eq!(on(&mut client, damage, olga), 1);
        assert_eq!(office.app.waiting(&ana).unwrap(), 0);
        // It is listed as the entries have it, found, opened, and waits to be made anew.
        assert_eq!(lines(&office.list(&ana)), lines(&before), "{damage}");
        assert_eq!((found(), office.app.waiting(&ana).unwrap()), (1, 1));
        assert_eq!(office.app.today(&ana).unwrap().unassigned.len(), 2);
        assert!(office.app.open(&ana, olga).is_ok());
        // The clock job makes it anew, and tells.
        let done = office.app.reckon_due(&mut || true).unwrap();
        assert_eq!((done.mended, done.cases), (BTreeSet::from([olga]), 1));
        assert_eq!(office.app.waiting(&ana).unwrap(), 0);
        assert_eq!(rebuilt(&office, false), (vec![], vec![]));
        // So does a rebuilding.
        on(&mut client, damage, olga);
        assert_eq!(rebuilt(&office, false), (vec![olga], vec![]));
        assert_eq!(rebuilt(&office, true), (vec![olga], vec![]));
        assert_eq!(rebuilt(&office, true), (vec![], vec![]));
        assert_eq!(lines(&office.list(&ana)), lines(&before));
    }
    // A reference alone that is another's.
    on(
        &mut client,
        "UPDATE case_rows SET reference = 'TU-2026-0002' WHERE",
        olga,
    );
    assert_eq!(rebuilt(&office, true), (vec![olga], vec![]));
    assert_eq!(lines(&office.list(&ana)), lines(&before));
    // Another program sealed something else there: it opens, and says nothing that this one knows, or not what is owed.
    let row = office.store.case_rows(&ListFilter::of(olga)).unwrap().remove(0);
    let mut older: serde_json::Value = serde_json::from_slice(row.row.summary.as_slice()).unwrap();
    assert!(older.as_object_mut().unwrap().remove("owed").is_some());
    for summary in [older.to_string(), "of a later version".to_owned()] {
        let projection = Projection {
            case_row: CaseRow {
                summary: summary.as_str().into(),
                ..row.row.clone()
            },
            work_rows: Vec::new(),
            register_rows: Vec::new(),
            breaches: Vec::new(),
            name_keys: BTreeSet::new(),
        };
        let replaced = office
            .store
            .replace_projection(olga, row.head, projection, Shared::default());
        assert_eq!(replaced, Ok(true));
        assert_eq!(lines(&office.list(&ana)), lines(&before));
        assert!(before.iter().all(|line| line.owed > 0));
        assert_eq!(rebuilt(&office, true), (vec![olga], vec![]));
    }
    // The entries are damaged too: the line is there and says that it cannot be read, and nothing else is held up.
    let entry = "UPDATE entries SET sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) WHERE";
    on(&mut client, FLIPPED, olga);
    on(&mut client, FLIPPED, boris);
    on(&mut client, entry, olga);
    let listed = office.list(&ana);
    assert_eq!(listed.len(), 2);
    let unread = listed.iter().find(|l| l.case == olga).unwrap();
    assert_eq!((&unread.shown_as, unread.stage), (&ShownAs::Unread, None));
    assert_eq!(unread.reference, "TU-2026-0001");
    let opened = office.app.open(&ana, olga);
    assert!(matches!(opened, Err(AppError::Store(StoreError::Unreadable { .. }))));
    assert_eq!(rebuilt(&office, true), (vec![boris], vec![olga]));
    assert_eq!(rebuilt(&office, true), (vec![], vec![olga]));
    let done = office.app.reckon_due(&mut || true).unwrap();
    assert_eq!(done.failed, BTreeSet::from([olga]));
}

#[test]
fn a_row_that_does_not_open_gives_the_case_to_nobody() {
    let (office, mut client) = with_a_way_in();
    let [ana, ben] = ["ana", "ben"].map(|name| office.actor(name, Role::Caseworker));
    let case = child(&office, &ana, "Olga", Some(&ana));
    add(&office, &ana, case, appointed(&office, ("guardian", "Ines Ström")));
    add(&office, &ana, case, reported(place(&office, 9, "Harbour house")));
    missing(&office, &ana, case);
    office.clock.pass(60 * 24 * 30);
    reckoned(&office.app);
    // How many lines each page shows.
    let shown = |who: &Actor| -> Vec<usize> {
        let app = &office.app;
        let today = app.today(who).unwrap();
        let worked = [&today.overdue, &today.soon, &today.promptly];
        let mut shown = vec![today.missing.len() + today.unassigned.len()];
        shown.push(worked.iter().map(|lines| lines.len()).sum());
        shown.push(app.overdue(who, 0).unwrap().lines.len());
        shown.push(app.breaches(who, 0).unwrap().lines.len());
        let missing = app.register(who, Register::Missing, 0).unwrap();
        shown.extend([missing.lines.len(), app.guardians(who, 0).unwrap().lines.len()]);
        shown.extend([app.providers(who, 0).unwrap().lines.len(), office.list(who).len()]);
        shown
    };
    assert!(shown(&ana).iter().all(|lines| *lines > 0), "{:?}", shown(&ana));
    let to_ben = format!("UPDATE case_rows SET caseworker = '{}' WHERE", ben.staff().as_str());
    let emptied = format!(
        "UPDATE case_rows SET summary = '', caseworker = '{}' WHERE",
        ben.staff().as_str()
    );
    for forged in [to_ben, emptied] {
        on(&mut client, &forged, case);
        assert!(matches!(office.app.open(&ben, case), Err(AppError::NotFound)));
        assert!(office.app.search(&ben, "Olga").unwrap().hits.is_empty());
        assert_eq!(shown(&ben), [0; 8], "{forged}");
        assert!(office.app.open(&ana, case).is_ok());
        assert_eq!(reckoned(&office.app), 1);
        assert_eq!(office.list(&ana).len(), 1);
    }
}

#[test]
fn a_lost_name_or_breach_is_noticed_and_put_back() {
    let (office, mut client) = with_a_way_in();
    let ana = office.actor("ana", Role::Caseworker);
    let case = child(&office, &ana, "Olga Petrenko", Some(&ana));
    missing(&office, &ana, case);
    office.clock.pass(60 * 24 * 30);
    assert_eq!(reckoned(&office.app), 1);
    let noted = |office: &Office| office.store.breaches(&ListFilter::of(case), 0..99).unwrap().len();
    let breaches = noted(&office);
    assert!(breaches > 0);
    let found = || office.app.search(&ana, "Olga Petrenko").unwrap().hits.len();
    assert_eq!((found(), rebuilt(&office, false)), (1, (vec![], vec![])));
    for lost in [
        "DELETE FROM name_keys WHERE hash = (SELECT min(hash) FROM name_keys) AND",
        "DELETE FROM name_keys WHERE",
        "DELETE FROM case_names WHERE",
        "DELETE FROM breaches WHERE instance = (SELECT min(instance) FROM breaches) AND",
        "DELETE FROM breaches WHERE",
    ] {
        assert!(on(&mut client, lost, case) > 0);
        assert_eq!(rebuilt(&office, false), (vec![case], vec![]), "{lost}");
        assert_eq!(rebuilt(&office, true), (vec![case], vec![]), "{lost}");
        assert_eq!(rebuilt(&office, true), (vec![], vec![]), "{lost}");
        assert_eq!((found(), noted(&office)), (1, breaches), "{lost}");
    }
}

/// How many cases were reckoned anew; none may fail.
fn reckoned(app: &App) -> usize {
    let reckoned = app.reckon_due(&mut || true).unwrap();
    assert!(reckoned.failed.is_empty());
    reckoned.cases
}

#[test]
fn what_the_database_gives_is_what_the_actor_may_open() {
    let office = office();
    let people = [
        office.actor("ana", Role::Caseworker),
        office.actor("ben", Role::Caseworker),
        office.actor("chief", Role::Supervisor),
    ];
    let [ana, ben, _] = &people;
    let all = [
        child(&office, ana, "A", Some(ana)),
        child(&office, ana, "B", Some(ben)),
        child(&office, ana, "C", None),
    ];
    let everything = CaseQuery {
        show: Show::All,
        ..CaseQuery::default()
    };
    for actor in &people {
        let listed: BTreeSet<CaseId> = cases(&office, actor, &everything).into_iter().collect();
        let opened: BTreeSet<CaseId> = all.into_iter().filter(|c| office.app.open(actor, *c).is_ok()).collect();
        assert_eq!(listed, opened);
        for case in all {
            let found = office
                .app
                .search(actor, &office.store.load(case).unwrap().reference)
                .unwrap();
            assert_eq!(!found.hits.is_empty(), opened.contains(&case));
        }
    }
    // Asking for another's cases widens nothing.
    let others = CaseQuery {
        carried_by: Some(ben.staff().clone()),
        ..CaseQuery::default()
    };
    assert_eq!(cases(&office, ana, &others), []);
    assert_eq!(cases(&office, &people[2], &others), [all[1]]);
}

#[test]
fn a_list_is_narrowed_by_what_stands_in_clear_and_by_what_stands_sealed() {
    let office = office();
    let ana = office.actor("ana", Role::Caseworker);
    let (first, second) = (
        child(&office, &ana, "A", Some(&ana)),
        child(&office, &ana, "B", Some(&ana)),
    );
    let third = child(&office, &ana, "C", None);
    missing(&office, &ana, second);
    let asked = |query: CaseQuery| cases(&office, &ana, &query);
    let none = CaseQuery::default;
    assert_eq!(
        asked(CaseQuery {
            condition: Some(Condition::Missing),
            ..none()
        }),
        [second]
    );
    assert_eq!(
        asked(CaseQuery {
            unassigned: true,
            ..none()
        }),
        [third]
    );
    let referred = asked(CaseQuery {
        stage: Some(Stage::Referred),
        order: Order::Reference,
        ..none()
    });
    assert_eq!(referred, [first, second, third]);
    assert_eq!(
        asked(CaseQuery {
            stage: Some(Stage::Closed),
            ..none()
        }),
        []
    );
    let girls = asked(CaseQuery {
        sex: Some("girl".to_owned()),
        ..none()
    });
    assert_eq!(
        (
            girls.len(),
            asked(CaseQuery {
                sex: Some("boy".to_owned()),
                ..none()
            })
            .len()
        ),
        (3, 0)
    );
    assert_eq!(
        asked(CaseQuery {
            nationality: Some("RO".to_owned()),
            ..none()
        }),
        []
    );
    let page = office.app.list(&ana, &CaseQuery { page: 1, ..none() }).unwrap();
    assert_eq!((page.lines.len(), page.total, page.more), (0, Some(3), false));
}

#[test]
fn a_date_that_passes_is_noted_once_across_restarts_and_nodes() {
    // A mechanism that sets numbers of hours; the baseline sets almost none.
    for office in on_both(&["hillingdon"]) {
        a_date_is_noted_once(office);
    }
}

fn a_date_is_noted_once(office: Office) {
    let ana = office.actor("ana", Role::Caseworker);
    let case = child(&office, &ana, "A", Some(&ana));
    missing(&office, &ana, case);
    let row = |office: &Office| office.store.case_rows(&ListFilter::of(case)).unwrap().remove(0).row;
    let due = office
        .app
        .open(&ana, case)
        .unwrap()
        .assessment
        .duties
        .iter()
        .filter_map(|d| d.due.as_ref().map(|d| d.at))
        .min();
    let due = due.unwrap();
    assert_eq!(reckoned(&office.app), 0);
    let before = office.store.breaches(&ListFilter::default(), 0..99).unwrap();
    office
        .clock
        .set(due.checked_add(jiff::SignedDuration::from_secs(1)).unwrap());
    // Two nodes at the same moment, and then one that was started anew.
    let other = node(&office.opened_again(), &office.clock, &["hillingdon"]);
    std::thread::scope(|scope| {
        let both = [&office.app, &other].map(|app| scope.spawn(|| reckoned(app)));
        for one in both {
            one.join().unwrap();
        }
    });
    let noted = office.store.breaches(&ListFilter::default(), 0..99).unwrap();
    let late: Vec<_> = noted.iter().filter(|b| b.breach.at == due).collect();
    assert!(noted.len() > before.len());
    assert_eq!(
        late.iter().map(|b| &b.breach.instance).collect::<BTreeSet<_>>().len(),
        late.len()
    );
    assert_eq!(row(&office).assessed_at, office.app.now());
    drop(other);
    let reopened = office.opened_again();
    let restarted = node(&reopened, &office.clock, &["hillingdon"]);
    assert_eq!(reckoned(&restarted), 0);
    assert_eq!(reopened.breaches(&ListFilter::default(), 0..99).unwrap(), noted);
    // Rows that the clock made are what the entries say.
    assert_eq!(office.app.rebuild(false, &mut |_, _| {}).unwrap(), Rebuilt::default());
    // And the list tells what the clock found.
    assert!(office.list(&ana)[0].overdue > 0);
    assert!(!office.app.breaches(&ana, 0).unwrap().lines.is_empty());
    assert!(office.app.breaches(&ana, 1).unwrap().lines.is_empty());
    assert!(!office.app.today(&ana).unwrap().overdue.is_empty());
}

#[test]
fn other_rules_stir_every_open_case() {
    let office = office();
    let ana = office.actor("ana", Role::Caseworker);
    child(&office, &ana, "A", Some(&ana));
    let other = node(&office.store, &office.clock, &["baseline", "hillingdon"]);
    // Until it is reckoned a list says that something may be missing; a node with the older rules leaves it alone.
    assert_eq!(other.waiting(&ana).unwrap(), 1);
    assert_eq!(reckoned(&office.app), 0);
    assert_eq!(reckoned(&other), 1);
    assert_eq!(other.waiting(&ana).unwrap(), 0);
    assert_eq!(reckoned(&other), 0);
}

#[test]
fn a_name_is_found_in_other_scripts_and_only_by_who_may_see_the_case() {
    let office = office();
    let (ana, ben) = (
        office.actor("ana", Role::Caseworker),
        office.actor("ben", Role::Caseworker),
    );
    let olga = child(&office, &ana, "Ольга Петренко", Some(&ana));
    child(&office, &ana, "يوسف", Some(&ana));
    let found = |who: &Actor, typed: &str| {
        let found = office.app.search(who, typed).unwrap();
        found.hits.iter().map(|h| (h.line.case, h.how)).collect::<Vec<_>>()
    };
    assert_eq!(found(&ana, "olga petrenko"), [(olga, Some(How::Same))]);
    assert_eq!(found(&ana, "Olha"), [(olga, Some(How::OneTypo))]);
    assert_eq!(found(&ana, "Petr"), [(olga, Some(How::Begins))]);
    assert_eq!(found(&ana, "Youssef").len(), 1);
    assert_eq!(found(&ana, "Wren").len(), 2);
    assert_eq!(found(&ana, "Wilhelmina"), []);
    assert_eq!(found(&ana, "   "), []);
    assert_eq!(found(&ben, "olga petrenko"), []);
    // What was typed stands sealed in the audit, and nowhere else.
    let audited = office.store.audit_after(0, 1000).unwrap();
    let searched: Vec<_> = audited.iter().filter(|row| row.event.action == "searched").collect();
    assert_eq!(searched.len(), 8);
    assert!(String::from_utf8_lossy(searched[0].event.detail.as_slice()).contains("olga petrenko"));
}

#[test]
fn who_takes_a_referral_in_learns_that_the_child_may_be_known_and_nobody_else_does() {
    let office = office();
    let (ana, ben) = (
        office.actor("ana", Role::Caseworker),
        office.actor("ben", Role::Caseworker),
    );
    let olga = child(&office, &ana, "Ольга Петренко", Some(&ana));
    let again = child(&office, &ben, "Olha Petrenko", None);
    let known = office.app.known(&ben, again).unwrap().cases.clone();
    assert_eq!(known.len(), 1);
    assert_eq!(
        (known[0].case, known[0].how, known[0].may_open),
        (olga, How::OneTypo, false)
    );
    assert_eq!(known[0].caseworker.as_ref(), Some(ana.staff()));
    // Once it is taken, nobody is told any more.
    office.accept(&ben, again, &ben);
    assert!(office.app.known(&ben, again).unwrap().cases.is_empty());
    assert!(office.app.known(&ana, again).unwrap().cases.is_empty());
}

/// A child of this name, and then others in whom everything comes near to it, each written a minute later.
fn one_and_newer(office: &Office, who: &Actor, name: &str, newer: &[&str], carried: &Actor) -> CaseId {
    let one = child(office, who, name, Some(who));
    for name in newer {
        office.clock.pass(1);
        child(office, carried, name, Some(carried));
    }
    one
}

/// The cases that the last row of the audit names; of which there is one.
fn audited(office: &Office, action: &str) -> BTreeSet<String> {
    let audited = office.store.audit_after(0, 9999).unwrap();
    let mut rows = audited.iter().filter(|row| row.event.action == action);
    let detail = rows.next().unwrap().event.detail.clone();
    assert!(rows.next().is_none());
    let detail = String::from_utf8_lossy(detail.as_slice()).into_owned();
    detail.lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn newer_names_that_only_come_near_take_no_place_from_the_child_who_is_searched() {
    let office = office();
    let (ana, chief) = (
        office.actor("ana", Role::Caseworker),
        office.actor("chief", Role::Supervisor),
    );
    // They begin so, differ by one letter, or sound alike: of each more than the search below looks at.
    let newer = [
        "Yusufi", "Yusufu", "Yusufa", "Yusud", "Yusur", "Yusaf", "Youssef", "Yousef", "Josef",
    ];
    let one = one_and_newer(&office, &ana, "Yusuf Haddad", &newer, &chief);
    let few = node(&office.store, &office.clock, &["baseline"]).looking_at(2);
    let found = few.search(&chief, "yusuf").unwrap();
    assert_eq!((found.hits[0].line.case, found.hits[0].how), (one, Some(How::Same)));
    let hows: Vec<_> = found.hits.iter().filter_map(|h| h.how).collect();
    let two = |how: How| [how, how];
    let near = [How::Begins, How::OneTypo, How::SoundsAlike].map(two).concat();
    assert_eq!((&hows[1..], found.more), (near.as_slice(), true));
    // One row names what is shown, and nothing else.
    let shown: BTreeSet<String> = found.hits.iter().map(|h| h.line.case.to_string()).collect();
    assert_eq!(audited(&office, "searched"), shown);
    // Where all is looked at, nothing more is promised.
    let found = office.app.search(&chief, "yusuf").unwrap();
    assert_eq!(
        (found.hits[0].line.case, found.hits.len(), found.more),
        (one, 10, false)
    );
    // Whoever sees few cases loses none of them to cases that others carry.
    let mine = node(&office.store, &office.clock, &["baseline"]).looking_at(1);
    for typed in ["yusuf", "Yusu", "Yuzuf Haddad", "Youssef"] {
        let found = mine.search(&ana, typed).unwrap();
        let cases: Vec<_> = found.hits.iter().map(|h| h.line.case).collect();
        assert_eq!((cases, found.more), (vec![one], false), "{typed}");
    }
}

#[test]
fn newer_names_that_only_come_near_do_not_hide_that_a_child_is_known() {
    let office = office();
    let (ana, ben) = (
        office.actor("ana", Role::Caseworker),
        office.actor("ben", Role::Caseworker),
    );
    let newer = ["Youssef", "Yousef", "Josef", "Yusud", "Yusufi"];
    let one = one_and_newer(&office, &ana, "Yusuf", &newer, &ana);
    let again = child(&office, &ben, "Yusuf", None);
    let few = node(&office.store, &office.clock, &["baseline"]).looking_at(2);
    let known = few.known(&ben, again).unwrap();
    assert_eq!((known.cases[0].case, known.cases[0].how), (one, How::Same));
    assert_eq!((known.cases.len(), known.more), (5, true));
    let shown: BTreeSet<String> = known.cases.iter().map(|k| k.case.to_string()).collect();
    assert_eq!(audited(&office, "compared"), shown);
    let known = office.app.known(&ben, again).unwrap();
    assert_eq!((known.cases[0].case, known.cases.len(), known.more), (one, 6, false));
}

#[test]
fn a_search_shows_what_a_look_at_every_name_would_show() {
    let office = office();
    let chief = office.actor("chief", Role::Supervisor);
    let names = [
        "Amina Diallo",
        "Amina",
        "Aminata Diallo",
        "Emina",
        "Amine",
        "Амина",
        "أمينة",
        "Diallo",
        "Dialo",
        "Djalo",
        "Amin",
    ];
    let mut name_of = BTreeMap::new();
    for number in 0..60 {
        office.clock.pass(1);
        // Many have the first names, few the others.
        let name = names[if number % 2 == 0 {
            number / 2 % names.len()
        } else {
            number / 2 % 2
        }];
        name_of.insert(child(&office, &chief, name, None), name);
    }
    let mut rows = Vec::new();
    let mut every = |row: ListedCase| {
        rows.push(row);
        ControlFlow::Continue(())
    };
    let filter = ListFilter::default();
    office
        .store
        .each_case_row(&filter, Order::LastWritten, &mut every)
        .unwrap();
    let mut stopped = 0;
    for typed in [
        "amina",
        "Amina Diallo",
        "diallo",
        "Ami",
        "Amna",
        "Aminata",
        "أمينة",
        "amena dialo",
        "Wilhelmina",
    ] {
        let query = Query::of(typed).unwrap();
        let near = rows.iter().filter_map(|row| {
            let near = query.closeness(&Names::of([name_of[&row.case]]))?;
            Some((row.case, near))
        });
        let mut near: Vec<_> = near.collect();
        near.sort_by(|(_, a), (_, b)| a.nearer(b));
        let expected: Vec<_> = near
            .iter()
            .take(25)
            .map(|(case, near)| (*case, Some(near.how)))
            .collect();
        let found = office.app.search(&chief, typed).unwrap();
        let hits: Vec<_> = found.hits.iter().map(|h| (h.line.case, h.how)).collect();
        assert_eq!((hits, found.more), (expected, near.len() > 25), "{typed}");
        stopped += usize::from(found.more);
    }
    assert!((2..9).contains(&stopped), "{stopped}");
}

#[test]
fn registers_show_children_and_the_book_counts_them() {
    let office = office();
    let (ana, chief) = (
        office.actor("ana", Role::Caseworker),
        office.actor("chief", Role::Supervisor),
    );
    let book = [
        office.form(
            RecordType::GuardianRegistered,
            0,
            &[
                ("names", "Ines Ström"),
                ("speaks", "sv"),
                ("trained", "yes"),
                ("independent", "yes"),
                ("at_most", "1"),
            ],
        ),
        office.form(
            RecordType::ProviderRegistered,
            1,
            &[
                ("name", "Harbour house"),
                ("kind", "residential_short"),
                ("places", "3"),
                ("adults_on_site", "no"),
                ("policy", "yes"),
                ("reporting", "yes"),
            ],
        ),
    ];
    for form in book {
        recorded(office.app.submit(&chief, CaseId::AUTHORITY, &form).unwrap());
    }
    let case = child(&office, &ana, "A", Some(&ana));
    let appointed = office.form(
        RecordType::GuardianAppointed,
        2,
        &[
            ("guardian", "ines strom"),
            ("kind", "provisional"),
            ("appointed_by", "Court"),
            ("trained", "yes"),
            ("independent", "yes"),
        ],
    );
    add(&office, &ana, case, reported(appointed));
    missing(&office, &ana, case);
    let guardians = &office.app.guardians(&ana, 0).unwrap().lines;
    assert_eq!(guardians.len(), 1);
    assert_eq!((guardians[0].children, guardians[0].is_full()), (1, true));
    let providers = &office.app.providers(&ana, 0).unwrap().lines;
    assert_eq!((providers.len(), providers[0].free()), (1, Some(3)));
    let lines = &office.app.register(&ana, Register::Missing, 0).unwrap().lines;
    assert_eq!(lines.len(), 1);
    assert_eq!(
        (lines[0].case, lines[0].ended, lines[0].what.clone()),
        (case, None, Some(InRegister::Missing))
    );
    assert_eq!(office.app.today(&ana).unwrap().missing.len(), 1);
    // A home that a case names and the book does not is told to those only who see the case.
    let home = place(&office, 4, "Her aunt, second floor");
    add(&office, &ana, case, reported(home));
    let named = |who: &Actor| {
        office
            .app
            .providers(who, 0)
            .unwrap()
            .lines
            .iter()
            .any(|p| p.entry.is_none())
    };
    let ben = office.actor("ben", Role::Caseworker);
    assert_eq!((named(&chief), named(&ana), named(&ben)), (true, true, false));
    // What a case says in words is read by those only who see it: to others it is a placement that is not counted. Of a home
    // that the book does not name, nobody learns that another child lives there too.
    for (name, at) in [("B", "harbour HOUSE"), ("C", "Her aunt, second floor")] {
        let other = child(&office, &ben, name, Some(&ben));
        add(&office, &ben, other, reported(place(&office, 2, at)));
    }
    let count = |who: &Actor| -> (Vec<(usize, usize)>, u64) {
        let counted = office.app.providers(who, 0).unwrap();
        let lines = counted.lines.iter().map(|l| (l.children, l.here.len()));
        (lines.collect(), counted.uncounted)
    };
    assert_eq!(count(&chief), (vec![(1, 1), (2, 2)], 0));
    assert_eq!(count(&ana), (vec![(0, 0), (1, 1)], 2));
    assert_eq!(count(&ben), (vec![(1, 1), (1, 1)], 1));
    let placed = office.app.providers(&ana, 0).unwrap().lines.last().unwrap().here[0].clone();
    assert_eq!(
        (placed.case, &placed.shown_as),
        (case, &ShownAs::Pseudonym("Wren".to_owned()))
    );
    let told = office.store.audit_after(0, 9999).unwrap();
    let told = told.iter().rev().find(|r| r.event.staff == *ana.staff()).unwrap();
    assert_eq!(told.event.detail.as_slice(), case.to_string().as_bytes());
    assert!(
        office
            .app
            .register(&ben, Register::Missing, 0)
            .unwrap()
            .lines
            .is_empty()
    );
    assert_eq!(office.app.workload(&chief).unwrap().len(), 3);
}

/// A guardian of the book, for a number of children at most.
fn guardian(office: &Office, names: &str) -> Submit {
    let fields = [
        ("names", names),
        ("speaks", "sv"),
        ("trained", "yes"),
        ("independent", "yes"),
        ("at_most", "9"),
    ];
    office.form(RecordType::GuardianRegistered, 9, &fields)
}

/// A home of the book.
fn home(office: &Office, more: &[(&str, &str)]) -> Submit {
    let fields = [
        ("name", "Harbour house"),
        ("kind", "residential_short"),
        ("places", "5"),
        ("adults_on_site", "no"),
        ("policy", "yes"),
        ("reporting", "yes"),
    ];
    let fields: Vec<_> = fields.iter().chain(more).copied().collect();
    office.form(RecordType::ProviderRegistered, 9, &fields)
}

/// An appointment of a guardian: by an entry of the book, or in words.
fn appointed(office: &Office, who: (&str, &str)) -> Submit {
    let fields = [
        who,
        ("kind", "provisional"),
        ("appointed_by", "Court"),
        ("trained", "yes"),
        ("independent", "yes"),
    ];
    reported(office.form(RecordType::GuardianAppointed, 9, &fields))
}

/// A placement at a home of the book.
fn placed_in(office: &Office, home: u64) -> Submit {
    let mut form = reported(place(office, 9, ""));
    form.fields.remove("provider");
    form.fields
        .insert("in_book".to_owned(), tutela_domain::fields::Raw::text(home.to_string()));
    form
}

fn write_in_book(office: &Office, chief: &Actor, form: &Submit) -> u64 {
    recorded(office.app.submit(chief, CaseId::AUTHORITY, form).unwrap())
}

#[test]
fn a_register_counts_the_children_of_others_and_opens_nothing_of_theirs() {
    let office = office();
    let [ana, ben] = ["ana", "ben"].map(|name| office.actor(name, Role::Caseworker));
    let chief = office.actor("chief", Role::Supervisor);
    let ines = write_in_book(&office, &chief, &guardian(&office, "Ines Ström")).to_string();
    let harbour = write_in_book(&office, &chief, &home(&office, &[]));
    let (own, others, in_words) = (
        child(&office, &ana, "A", Some(&ana)),
        child(&office, &ben, "B", Some(&ben)),
        child(&office, &ben, "C", Some(&ben)),
    );
    for (case, who) in [(own, &ana), (others, &ben)] {
        add(&office, who, case, appointed(&office, ("in_book", &ines)));
        add(&office, who, case, placed_in(&office, harbour));
    }
    add(&office, &ben, in_words, appointed(&office, ("guardian", "Ines Ström")));
    add(&office, &ben, in_words, reported(place(&office, 9, "Harbour house")));
    // Whoever opens what lists show of these makes them wait to be made anew, as the supervisor does below.
    office.app.reckon_due(&mut || true).unwrap();
    office.spoil(others);
    office.spoil(in_words);
    let guardians = office.app.guardians(&ana, 0).unwrap();
    assert_eq!((guardians.lines.len(), guardians.uncounted), (1, 1));
    assert_eq!(guardians.lines[0].children, 2);
    let homes = office.app.providers(&ana, 0).unwrap();
    assert_eq!((homes.lines.len(), homes.uncounted), (1, 1));
    let harbour = &homes.lines[0];
    assert_eq!((harbour.children, harbour.here.len(), harbour.free()), (2, 1, Some(3)));
    assert_eq!(harbour.here[0].case, own);
    for register in Register::ALL {
        assert!(office.app.register(&ana, register, 0).is_ok(), "{register:?}");
    }
    assert_eq!(office.app.waiting(&chief).unwrap(), 0);
    office.app.providers(&chief, 0).unwrap();
    assert_eq!(office.app.waiting(&chief).unwrap(), 2);
}

#[test]
fn a_guardian_whom_only_a_case_names_is_told_to_those_who_see_that_case() {
    let office = office();
    let [ana, ben] = ["ana", "ben"].map(|name| office.actor(name, Role::Caseworker));
    let chief = office.actor("chief", Role::Supervisor);
    for who in [&ana, &ben] {
        let case = child(&office, who, "A", Some(who));
        add(&office, who, case, appointed(&office, ("guardian", "Ines Ström")));
    }
    let told = |who: &Actor| -> Vec<(Vec<String>, usize)> {
        let guardians = office.app.guardians(who, 0).unwrap();
        let lines = guardians.lines.iter().map(|l| (l.names.clone(), l.children));
        lines.collect()
    };
    let ines = vec!["Ines Ström".to_owned()];
    assert_eq!(told(&ana), [(ines.clone(), 1)]);
    assert_eq!(told(&chief), [(ines, 2)]);
    // Where a name was read, the case is named in the audit.
    let row = office.store.audit_after(0, 9999).unwrap().pop().unwrap();
    assert_eq!(row.event.action, "listed");
    assert_eq!(String::from_utf8_lossy(row.event.detail.as_slice()).lines().count(), 2);
    let cy = office.actor("cy", Role::Caseworker);
    assert_eq!(told(&cy), []);
}

/// A placement at a provider's.
fn place(office: &Office, seen: u64, provider: &str) -> Submit {
    office.form(
        RecordType::PlacementStarted,
        seen,
        &[
            ("kind", "kinship"),
            ("provider", provider),
            ("emergency", "no"),
            ("unrelated_adults", "no"),
            ("why_needed", "x"),
            ("why_suits", "x"),
        ],
    )
}

/// The same form, reported as done by another.
fn reported(form: Submit) -> Submit {
    Submit {
        basis: form.basis.map(|_| Basis::Reported),
        ..form
    }
}

#[test]
fn a_view_is_a_persons_own_and_each_change_leaves_its_trace() {
    let office = office();
    let [ana, ben] = ["ana", "ben"].map(|name| office.actor(name, Role::Caseworker));
    let app = &office.app;
    let names = |who: &Actor| -> Vec<String> { app.views(who).unwrap().into_iter().map(|v| v.name).collect() };
    let before = office.store.audit_after(0, 999).unwrap().len();

    for (name, asked) in [("  the  Drossels ", "sex=girl&order=due"), ("alone", "")] {
        assert_eq!(app.save_view(&ana, name, asked).unwrap(), Ok(()));
    }
    let views = app.views(&ana).unwrap();
    assert_eq!(names(&ana), ["alone", "the Drossels"]);
    assert_eq!(views[1].asked, "sex=girl&order=due");
    assert!(!format!("{views:?}").contains("Drossel"));
    assert_eq!(names(&ben), [""; 0]);

    let long = "x".repeat(61);
    for (name, problem) in [
        (" \u{200b}—", ViewProblem::NoName),
        (long.as_str(), ViewProblem::TooLong),
        ("THE drossels", ViewProblem::NameTaken),
    ] {
        assert_eq!(app.save_view(&ana, name, "").unwrap(), Err(problem));
        assert_eq!(app.rename_view(&ana, &views[0].id, name).unwrap(), Err(problem));
    }
    // Whose a view is is never asked for: another's is not there.
    assert!(matches!(
        app.rename_view(&ben, &views[0].id, "mine"),
        Err(AppError::NotFound)
    ));
    app.delete_view(&ben, &views[0].id).unwrap();
    assert_eq!(names(&ana), ["alone", "the Drossels"]);
    assert_eq!(app.rename_view(&ana, &views[1].id, "girls").unwrap(), Ok(()));
    app.delete_view(&ana, &views[0].id).unwrap();
    assert_eq!(names(&ana), ["girls"]);
    let rows = office.store.audit_after(0, 999).unwrap();
    let did: Vec<&str> = rows[before..].iter().map(|r| r.event.action.as_str()).collect();
    assert_eq!(did, ["view_saved", "view_saved", "view_renamed", "view_deleted"]);

    for number in 1..tutela_app::MOST_VIEWS {
        assert_eq!(app.save_view(&ana, &format!("view {number}"), "").unwrap(), Ok(()));
    }
    assert_eq!(app.save_view(&ana, "one more", "").unwrap(), Err(ViewProblem::TooMany));
}

/// Cases of one person in each of which one duty has become late.
fn late(office: &Office, chief: &Actor, count: usize) -> Vec<CaseId> {
    let cases: Vec<CaseId> = (0..count).map(|_| child(office, chief, "A", Some(chief))).collect();
    for case in &cases {
        missing(office, chief, *case);
    }
    office.clock.pass(60 * 24 * 60);
    reckoned(&office.app);
    cases
}

#[test]
fn a_breach_says_whether_what_was_owed_was_done_or_settled() {
    let office = office_in(None, &["hillingdon"]);
    let chief = office.actor("chief", Role::Supervisor);
    let cases = late(&office, &chief, 3);
    let lines = || office.app.breaches(&chief, 0).unwrap().lines.clone();
    let of = |case: CaseId| {
        let line = lines().into_iter().find(|l| l.case == case && l.about.is_ok()).unwrap();
        assert_eq!(line.shown_as, ShownAs::Pseudonym("Wren".to_owned()));
        (line.about.unwrap(), line.became)
    };
    for (case, record, more) in [
        (cases[0], RecordType::DutySetAside, None),
        (cases[1], RecordType::DutyHandedOver, Some(("to", "Health service"))),
    ] {
        let (duty, became) = of(case);
        assert_eq!(became, Became::Owed);
        let fields = [("duty", duty.as_str()), ("reason", "It is theirs.")];
        let fields: Vec<_> = fields.into_iter().chain(more).collect();
        add(&office, &chief, case, office.form(record, 99, &fields));
    }
    let now = office.app.now();
    assert_eq!(of(cases[0]).1, Became::Settled(Settled::SetAside, now));
    assert_eq!(of(cases[1]).1, Became::Settled(Settled::HandedOver, now));
    assert_eq!(of(cases[2]).1, Became::Owed);
}

#[test]
fn a_list_of_breaches_is_read_page_by_page() {
    let office = office_in(None, &["hillingdon"]);
    let chief = office.actor("chief", Role::Supervisor);
    late(&office, &chief, 30);
    let mut pages = Vec::new();
    loop {
        let page = office.app.breaches(&chief, pages.len()).unwrap();
        let more = page.more;
        pages.push(page.lines.clone());
        if !more {
            break;
        }
    }
    assert!(pages.len() > 1 && pages.iter().rev().skip(1).all(|p| p.len() == 25));
    let seen: BTreeSet<_> = pages
        .iter()
        .flatten()
        .map(|l| (l.case, l.rule.clone(), l.about.clone()))
        .collect();
    assert_eq!(seen.len(), pages.iter().map(Vec::len).sum::<usize>());
    assert_eq!(
        seen.len(),
        office.store.breaches(&ListFilter::default(), 0..9999).unwrap().len()
    );
    let overdue = office.app.overdue(&chief, 0).unwrap();
    assert!(overdue.more && overdue.lines.len() == 25);
    assert!(office.app.overdue(&chief, 1000).unwrap().lines.is_empty());
}

#[test]
fn who_takes_a_referral_in_is_told_that_more_cases_come_near_than_are_shown() {
    let office = office();
    let ana = office.actor("ana", Role::Caseworker);
    for _ in 0..26 {
        child(&office, &ana, "Amina Diallo", Some(&ana));
    }
    let referral = child(&office, &ana, "Amina Diallo", None);
    let known = office.app.known(&ana, referral).unwrap();
    assert_eq!((known.cases.len(), known.more), (25, true));
    let other = child(&office, &ana, "Bintou Keita", None);
    assert!(!office.app.known(&ana, other).unwrap().more);
}

#[test]
fn a_place_is_free_only_where_the_home_itself_says_so_too() {
    let office = office();
    let [ana, ben] = ["ana", "ben"].map(|name| office.actor(name, Role::Caseworker));
    let chief = office.actor("chief", Role::Supervisor);
    let app = &office.app;
    let harbour = write_in_book(&office, &chief, &home(&office, &[]));
    let told = || {
        let lines = app.providers(&ana, 0).unwrap();
        let line = &lines.lines[0];
        let said = line.said_free;
        (
            line.free(),
            said.map(|s| (s.places, s.came)),
            line.policy_ran_out,
            line.policy,
        )
    };
    let yes = Some(tutela_domain::value::Truth::True);
    let moves_in = |home| {
        let case = child(&office, &ben, "B", Some(&ben));
        add(&office, &ben, case, placed_in(&office, home));
        case
    };
    let first = moves_in(harbour);
    assert_eq!(told(), (Some(4), None, false, yes));
    // Another authority placed children there: of five places, with one child of ours, two are free.
    office.clock.pass(60);
    let said = [
        ("free", "2"),
        ("policy_until", "2026-03-20"),
        ("replaces", &*harbour.to_string()),
    ];
    let anew = write_in_book(&office, &chief, &home(&office, &said));
    assert_eq!(told(), (Some(2), Some((2, 0)), false, yes));
    // Who comes after that takes one of the two; who leaves gives back what one of ours took, and no more than was said.
    office.clock.pass(60);
    moves_in(anew);
    assert_eq!(told(), (Some(1), Some((2, 1)), false, yes));
    let leaves = [("reason", "moved"), ("next", "x")];
    let leaves = reported(office.form(RecordType::PlacementEnded, 9, &leaves));
    office.clock.pass(60);
    add(&office, &ben, first, leaves);
    office.clock.pass(60);
    assert_eq!(told(), (Some(2), Some((2, 0)), false, yes));
    // More of ours than the home said that it had room for: full, and not less than nothing while there are places.
    for _ in 0..3 {
        moves_in(anew);
    }
    assert_eq!(told(), (Some(0), Some((2, 3)), false, yes));
    for _ in 0..2 {
        moves_in(anew);
    }
    assert_eq!(told().0, Some(-1));
    // A policy that has run out is none; the newest inspection is told with what it found.
    let inspected = |meets: &str| {
        let provider = anew.to_string();
        let fields = [
            ("provider", &*provider),
            ("by", "County"),
            ("meets_standards", meets),
            ("findings", "x"),
        ];
        office.form(RecordType::ProviderInspected, 99, &fields)
    };
    write_in_book(&office, &chief, &inspected("yes"));
    office.clock.set("2026-03-21T00:00Z".parse().unwrap());
    write_in_book(&office, &chief, &inspected("no"));
    let no = tutela_domain::value::Truth::False;
    assert_eq!((told().2, told().3), (true, Some(no)));
    let lines = app.providers(&ana, 0).unwrap();
    assert_eq!(lines.lines[0].inspected, Some((app.now(), no)));
}

#[test]
fn who_carries_nothing_is_told_too_and_only_to_who_sees_all_cases() {
    let office = office();
    let [ana, ben] = ["ana", "ben"].map(|name| office.actor(name, Role::Caseworker));
    let chief = office.actor("chief", Role::Supervisor);
    child(&office, &ana, "A", Some(&ana));
    child(&office, &ana, "B", None);
    let carry = |who: &Actor| -> Vec<(Option<String>, u64)> {
        let workers = office.app.workload(who).unwrap();
        let each = workers
            .iter()
            .map(|w| (w.staff.as_ref().map(|s| s.to_string()), w.cases));
        each.collect()
    };
    let name = |who: &Actor| Some(who.staff().to_string());
    let all = carry(&chief);
    assert_eq!(all.len(), 4);
    for (who, cases) in [(name(&ana), 1), (None, 1), (name(&ben), 0), (name(&chief), 0)] {
        assert!(all.contains(&(who, cases)), "{all:?}");
    }
    assert!(all[..2].iter().all(|(_, cases)| *cases == 1), "the freest stand last");
    // Of what ana carries ben sees nothing: that she is free is not said.
    assert_eq!(carry(&ben), [(None, 1), (name(&ben), 0)]);
}

#[test]
fn a_register_is_read_page_by_page_and_opens_what_it_shows() {
    let office = office();
    let chief = office.actor("chief", Role::Supervisor);
    let app = &office.app;
    let cases: Vec<CaseId> = (0..27)
        .map(|_| {
            office.clock.pass(1);
            let case = child(&office, &chief, "A", Some(&chief));
            missing(&office, &chief, case);
            case
        })
        .collect();
    let shown = |page| -> (Vec<CaseId>, bool) {
        let page = app.register(&chief, Register::Missing, page).unwrap();
        (page.lines.iter().map(|l| l.case).collect(), page.more)
    };
    let newest: Vec<CaseId> = cases.iter().rev().copied().collect();
    assert_eq!(shown(0), (newest[..25].to_vec(), true));
    assert_eq!(shown(1), (newest[25..].to_vec(), false));
    assert_eq!(shown(2), (vec![], false));
    assert_eq!(app.count_in(&chief, Register::Missing).unwrap(), 27);
    let told = office.store.audit_after(0, 9999).unwrap().pop().unwrap();
    assert_eq!(told.event.detail.as_slice(), b"");
    // Who has come back stands last, however late the child went.
    let found = [("place", "At home."), ("safe", "yes")];
    let found = office.form(RecordType::Found, 99, &found);
    office.clock.pass(1);
    add(&office, &chief, newest[0], found);
    assert_eq!(shown(1).0.last(), Some(&newest[0]));
    assert_eq!(app.count_in(&chief, Register::Missing).unwrap(), 26);
    // What lists show of a case far down on the second page is not opened for the first.
    app.reckon_due(&mut || true).unwrap();
    office.spoil(newest[0]);
    app.register(&chief, Register::Missing, 0).unwrap();
    assert_eq!(app.waiting(&chief).unwrap(), 0);
    app.register(&chief, Register::Missing, 1).unwrap();
    assert_eq!(app.waiting(&chief).unwrap(), 1);
    assert_eq!(app.count_in(&chief, Register::Missing).unwrap(), 26);
}

#[test]
fn guardians_and_homes_come_in_pages_too() {
    let office = office();
    let chief = office.actor("chief", Role::Supervisor);
    let app = &office.app;
    let homes: Vec<u64> = (0..26)
        .map(|number| {
            let (name, places) = (format!("House {number:02}"), (40 - number).to_string());
            write_in_book(&office, &chief, &guardian(&office, &format!("Guardian {number:02}")));
            let mut home = home(&office, &[]);
            for (field, text) in [("name", &name), ("places", &places)] {
                home.fields
                    .insert(field.to_owned(), tutela_domain::fields::Raw::text(text));
            }
            write_in_book(&office, &chief, &home)
        })
        .collect();
    // The child of a home of the second page: opened for that page alone.
    let case = child(&office, &chief, "A", Some(&chief));
    add(&office, &chief, case, placed_in(&office, homes[25]));
    let first = app.providers(&chief, 0).unwrap();
    assert_eq!(
        (first.lines.len(), first.more, &*first.lines[0].name),
        (25, true, "House 00")
    );
    let second = app.providers(&chief, 1).unwrap();
    assert_eq!(
        (second.lines.len(), second.more, &*second.lines[0].name),
        (1, false, "House 25")
    );
    assert_eq!(second.lines[0].here[0].case, case);
    app.reckon_due(&mut || true).unwrap();
    office.spoil(case);
    app.providers(&chief, 0).unwrap();
    assert_eq!(app.waiting(&chief).unwrap(), 0);
    app.providers(&chief, 1).unwrap();
    assert_eq!(app.waiting(&chief).unwrap(), 1);
    let guardians = [0, 1, 2].map(|page| app.guardians(&chief, page).unwrap());
    let shown = guardians.each_ref().map(|page| (page.lines.len(), page.more));
    assert_eq!(shown, [(25, true), (1, false), (0, false)]);
    assert_eq!(app.count_in(&chief, Register::Placements).unwrap(), 26);
}

#[test]
fn a_missing_child_stands_on_the_first_page_wherever_the_order_would_put_the_case() {
    let office = office();
    let ana = office.actor("ana", Role::Caseworker);
    for _ in 0..55 {
        child(&office, &ana, "A", Some(&ana));
    }
    let page = |order, page| {
        let query = CaseQuery {
            order,
            page,
            ..CaseQuery::default()
        };
        cases(&office, &ana, &query)
    };
    let last = page(Order::MostUrgent, 1);
    assert_eq!((page(Order::MostUrgent, 0).len(), last.len()), (50, 5));
    missing(&office, &ana, last[4]);
    // By the order alone the case stands where it stood, as nothing of it has a date.
    assert!(page(Order::NextDue, 1).contains(&last[4]));
    let pages = [
        page(Order::MostUrgent, 0),
        page(Order::MostUrgent, 1),
        page(Order::MostUrgent, 2),
    ];
    assert_eq!(pages.each_ref().map(Vec::len), [50, 5, 0]);
    assert_eq!(pages[0][0], last[4]);
    let all: BTreeSet<CaseId> = pages.iter().flatten().copied().collect();
    assert_eq!(all.len(), 55, "each case stands once");
    // What narrows the list narrows those above it too.
    let of_boys = CaseQuery {
        sex: Some("boy".to_owned()),
        order: Order::MostUrgent,
        ..CaseQuery::default()
    };
    assert_eq!(cases(&office, &ana, &of_boys), []);
}

#[test]
fn of_very_many_those_who_went_or_came_last_are_named_and_all_are_counted() {
    let office = office();
    let chief = office.actor("chief", Role::Supervisor);
    let harbour = write_in_book(&office, &chief, &home(&office, &[]));
    let cases: Vec<CaseId> = (0..52).map(|_| child(&office, &chief, "A", Some(&chief))).collect();
    for case in &cases {
        missing(&office, &chief, *case);
        office.clock.pass(1);
    }
    for case in &cases[..21] {
        add(&office, &chief, *case, placed_in(&office, harbour));
        office.clock.pass(1);
    }
    let today = office.app.today(&chief).unwrap();
    assert_eq!((today.missing.len(), today.all_missing), (50, 52));
    assert!(
        today
            .missing
            .iter()
            .all(|line| line.case != cases[0] && line.case != cases[1])
    );
    let homes = office.app.providers(&chief, 0).unwrap();
    assert_eq!((homes.lines[0].here.len(), homes.lines[0].children), (20, 21));
    assert!(homes.lines[0].here.iter().all(|placed| placed.case != cases[0]));
}
