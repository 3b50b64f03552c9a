//! Search by reference and by name, and the question whether a child is known already.

use crate::accounts::Actor;
use crate::error::AppError;
use crate::lists::CaseLine;
use crate::{App, access};
use jiff::Timestamp;
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use tutela_domain::ids::CaseId;
use tutela_matching::{Closeness, How, Key, Query};
use tutela_store::{ByName, ListFilter, ListedCase, NameKey, NameWord, Plain, StaffId};

/// So many hits are shown.
const SHOWN: usize = 25;
/// So many candidates of each tier are opened and looked at; a beginning of three letters may bring thousands.
pub(crate) const CANDIDATES: usize = 2_000;

/// What a search found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The hits, the surest first.
    pub hits: Vec<Hit>,
    /// Whether there are more than are shown.
    pub more: bool,
}

/// A case that was found.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The case.
    pub line: CaseLine,
    /// How its name was found; `None` when it was found by its reference.
    pub how: Option<How>,
}

/// A case whose child may be the one of a new referral. It says no more than whom to ask.
#[derive(Clone, Debug)]
pub struct Known {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// Who carries it.
    pub caseworker: Option<StaffId>,
    /// How near the names come.
    pub how: How,
    /// Whether the actor may open it.
    pub may_open: bool,
}

/// The cases whose child may be the one of a new referral.
#[derive(Clone, Debug, Default)]
pub struct KnownCases {
    /// The cases, the nearest first.
    pub cases: Vec<Known>,
    /// Whether there are more than are shown, or may be.
    pub more: bool,
}

impl App {
    /// The cases with this reference or name among those that the actor may see. What was typed is kept sealed in the audit.
    pub fn search(&self, actor: &Actor, typed: &str) -> Result<access::Redacted<Found>, AppError> {
        let now = self.now();
        let mut found: Vec<(ListedCase, Option<Closeness>)> = Vec::new();
        let scope = access::scope(actor);
        let referred = self.store.case_by_reference(&typed.trim().to_uppercase())?;
        // The authority's book has a reference too, and is no case.
        if let Some(case) = referred.filter(|case| *case != CaseId::AUTHORITY) {
            let filter = ListFilter {
                cases: Some(vec![case]),
                ..scope.clone()
            };
            let rows = self.readable(actor, self.store.case_rows(&filter)?, |row| row, now)?;
            found.extend(rows.into_iter().map(|row| (row, None)));
        }
        let asked: Vec<Query> = Query::of(typed).into_iter().collect();
        let (named, cut) = self.named(&asked, &scope, None)?;
        for (row, how) in named {
            if !found.iter().any(|(f, _)| f.case == row.case) {
                found.push((row, Some(how)));
            }
        }
        found.retain(|(row, _)| access::authorize(actor, Some(&row.row), access::Act::Read, ()).is_ok());
        let more = cut || found.len() > SHOWN;
        found.truncate(SHOWN);
        let found = self.readable(actor, found, |(row, _)| row, now)?;
        self.searched(
            actor,
            "searched",
            None,
            typed,
            found.iter().map(|(row, _)| row.case),
            now,
        )?;
        let (rows, hows): (Vec<ListedCase>, Vec<_>) = found.into_iter().unzip();
        let lines = self.lines(&rows, now);
        let hits = lines.into_iter().zip(hows).map(|(line, how)| Hit {
            line,
            how: how.map(|h| h.how),
        });
        let found = Found {
            hits: hits.collect(),
            more,
        };
        Ok(access::redact(actor, |_| found))
    }

    /// Cases whose child may be the child of a referral that nobody has accepted yet: over all cases of the agency, and told only
    /// to who takes the referral in.
    pub fn known(&self, actor: &Actor, referral: CaseId) -> Result<access::Redacted<KnownCases>, AppError> {
        let now = self.now();
        let mut rows = self.store.case_rows(&ListFilter::of(referral))?;
        self.read_anew(&mut rows, now)?;
        let row = rows.into_iter().find(|row| access::takes_in(actor, &row.row));
        let Some(summary) = row.and_then(|row| self.summary(&row)) else {
            return Ok(access::redact(actor, |_| KnownCases::default()));
        };
        let everywhere = ListFilter {
            agency: Some(actor.agency().clone()),
            ..ListFilter::default()
        };
        // In all its writings at once, so that each case is looked at once.
        let asked: Vec<Query> = summary.names.iter().filter_map(|name| Query::of(name)).collect();
        let (mut found, cut) = self.named(&asked, &everywhere, Some(referral))?;
        // Whose a row is that could not be read, the entries said meanwhile.
        found.retain(|(row, _)| row.row.agency == *actor.agency());
        let more = cut || found.len() > SHOWN;
        found.truncate(SHOWN);
        self.searched(
            actor,
            "compared",
            Some(referral),
            "",
            found.iter().map(|(row, _)| row.case),
            now,
        )?;
        let known = found.into_iter().map(|(row, how)| Known {
            case: row.case,
            may_open: access::authorize(actor, Some(&row.row), access::Act::Read, ()).is_ok(),
            reference: row.reference,
            caseworker: row.row.caseworker,
            how: how.how,
        });
        let known = KnownCases {
            cases: known.collect(),
            more,
        };
        Ok(access::redact(actor, |_| known))
    }

    /// Cases whose real names come near to one of the queries, the nearest first, and of equally near ones the last written;
    /// and whether there may be nearer ones than some that are given, because there were too many to look at. It stops where
    /// more than are shown are nearer than whatever was not looked at.
    fn named(
        &self,
        asked: &[Query],
        filter: &ListFilter,
        but: Option<CaseId>,
    ) -> Result<(Vec<(ListedCase, Closeness)>, bool), AppError> {
        let hashed = |keys: BTreeSet<Key>| keys.iter().map(|k| NameKey::new(k.reveal())).collect();
        let word = |tiers: Vec<BTreeSet<Key>>| tiers.into_iter().map(hashed).collect::<NameWord>();
        let readings = asked.iter().flat_map(Query::asks);
        let readings: Vec<Vec<NameWord>> = readings.map(|words| words.into_iter().map(word).collect()).collect();
        let mut near: Vec<(ListedCase, Closeness)> = Vec::new();
        let mut unread: Vec<ListedCase> = Vec::new();
        let (mut same, mut cut) = (0, false);
        let mut tiers = How::ALL.into_iter();
        let mut look = |given: ByName| {
            let enough = match given {
                ByName::Case(row) if Some(row.case) == but => false,
                ByName::Case(row) if row.damaged || row.row.summary.as_slice().is_empty() => {
                    unread.push(*row);
                    false
                }
                ByName::Case(row) => {
                    let how = self.closeness(asked, &row);
                    same += usize::from(how.is_some_and(|c| c.how == How::Same));
                    near.extend(how.map(|how| (*row, how)));
                    // Nothing is nearer than the same, all of that is equally near, and the last written come first.
                    same > SHOWN
                }
                ByName::TierEnds { cut: too_many } => {
                    cut |= too_many;
                    // Whatever is in no tier so far is less near than this one.
                    let tier = tiers.next();
                    near.iter().filter(|(_, c)| Some(c.how) <= tier).count() > SHOWN
                }
            };
            if enough {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        self.store
            .each_case_by_name(&readings, filter, self.candidates, &mut look)?;
        // What could not be read is made of the entries, all of it at once and so much of it as one page is given.
        self.read_anew(&mut unread, self.now())?;
        for row in unread {
            match self.closeness(asked, &row) {
                Some(how) => near.push((row, how)),
                None => cut |= row.damaged,
            }
        }
        near.sort_by(|(a, how_a), (b, how_b)| {
            let newer = || b.row.last_written.cmp(&a.row.last_written);
            how_a.nearer(how_b).then_with(newer).then_with(|| a.case.cmp(&b.case))
        });
        Ok((near, cut))
    }

    fn searched(
        &self,
        actor: &Actor,
        action: &str,
        about: Option<CaseId>,
        typed: &str,
        cases: impl Iterator<Item = CaseId>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let mut detail = typed.to_owned();
        for case in cases {
            detail.push('\n');
            detail.push_str(&case.to_string());
        }
        let mut event = actor.did(now, action, about);
        event.detail = Plain::from(detail.as_str());
        self.store.audit(event)?;
        Ok(())
    }

    /// How near a case's names come to the nearest of the queries.
    fn closeness(&self, asked: &[Query], row: &ListedCase) -> Option<Closeness> {
        let summary = self.summary(row)?;
        let near = asked.iter().filter_map(|query| query.closeness(summary.compared()));
        near.min_by(Closeness::nearer)
    }
}
