//! Search by reference and by name, and the question whether a child is known already.

use crate::accounts::Actor;
use crate::error::AppError;
use crate::lists::CaseLine;
use crate::projection::Summary;
use crate::{App, access};
use jiff::Timestamp;
use std::collections::BTreeSet;
use tutela_domain::ids::CaseId;
use tutela_matching::{Closeness, How, Query};
use tutela_store::{ListFilter, ListedCase, NameKey, Plain, StaffId};

/// So many hits are shown.
const SHOWN: usize = 25;
/// So many candidates are opened and looked at; a beginning of three letters may bring thousands.
const CANDIDATES: u64 = 2_000;

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
            let mut rows = self.store.case_rows(&filter)?;
            self.read_anew(&mut rows, now)?;
            found.extend(rows.into_iter().map(|row| (row, None)));
        }
        let (named, cut) = self.named(typed, &scope)?;
        for (row, how) in named {
            if !found.iter().any(|(f, _)| f.case == row.case) {
                found.push((row, Some(how)));
            }
        }
        found.retain(|(row, _)| access::authorize(actor, Some(&row.row), access::Act::Read, ()).is_ok());
        let more = cut || found.len() > SHOWN;
        found.truncate(SHOWN);
        self.searched(
            actor,
            "searched",
            None,
            typed,
            found.iter().map(|(row, _)| row.case),
            now,
        )?;
        let (rows, hows): (Vec<ListedCase>, Vec<_>) = found.into_iter().unzip();
        let lines = self.lines(&rows, now)?;
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
        let Some(summary) = row.and_then(|row| Summary::of(&row.row)) else {
            return Ok(access::redact(actor, |_| KnownCases::default()));
        };
        let everywhere = ListFilter {
            agency: Some(actor.agency().clone()),
            ..ListFilter::default()
        };
        let mut found: Vec<(ListedCase, Closeness)> = Vec::new();
        let mut more = false;
        for name in summary.names {
            let (named, cut) = self.named(&name, &everywhere)?;
            more |= cut;
            for (other, how) in named {
                if other.case == referral {
                    continue;
                }
                match found.iter_mut().find(|(f, _)| f.case == other.case) {
                    Some((_, kept)) if how.nearer(kept).is_lt() => *kept = how,
                    Some(_) => {}
                    None => found.push((other, how)),
                }
            }
        }
        found.sort_by(|(_, a), (_, b)| a.nearer(b));
        more |= found.len() > SHOWN;
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

    /// Cases whose real names come near to what was typed, the nearest first; and whether there were more candidates than are
    /// looked at.
    fn named(&self, typed: &str, filter: &ListFilter) -> Result<(Vec<(ListedCase, Closeness)>, bool), AppError> {
        let Some(query) = Query::of(typed) else {
            return Ok((Vec::new(), false));
        };
        let hashed = |keys: &BTreeSet<tutela_matching::Key>| keys.iter().map(|k| NameKey::new(k.reveal())).collect();
        let readings: Vec<Vec<BTreeSet<NameKey>>> = query
            .asks()
            .iter()
            .map(|words| words.iter().map(hashed).collect())
            .collect();
        let mut candidates = self.store.cases_by_name(&readings, filter, CANDIDATES)?;
        let cut = candidates.len() as u64 == CANDIDATES;
        self.read_anew(&mut candidates, self.now())?;
        let mut near: Vec<(ListedCase, Closeness)> = candidates
            .into_iter()
            .filter_map(|row| {
                let summary = Summary::of(&row.row)?;
                let names = summary
                    .names
                    .iter()
                    .map(String::as_str)
                    .chain(summary.pseudonym.as_deref());
                let how = query.closeness(names)?;
                Some((row, how))
            })
            .collect();
        near.sort_by(|(_, a), (_, b)| a.nearer(b));
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
}
