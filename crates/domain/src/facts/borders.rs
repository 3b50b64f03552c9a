//! Of which place the preparation of a return speaks, and what is ready for it.
//!
//! A return that failed left nothing standing: what was assessed, planned or confirmed before the child
//! was met again does not count for the next one.

use crate::codes::{Country, InquiryTopic, PlacementEnd, ReintegrationContent};
use crate::entry::Entry;
use crate::fields::{Code, Field};
use crate::records::{Record, RecordType, SocialInquiryReceived, TravelDocuments};
use crate::value::{Truth, Value};
use crate::view::View;

/// The newest record after which the risks of a child's surroundings are assessed anew. That a place ends
/// with the journey itself is no such record: what was assessed for the journey is what it leads to.
pub fn moved<'a>(v: &View<'a>) -> Option<&'a Entry> {
    let came = v.latest(&[
        RecordType::PlacementStarted,
        RecordType::ReleasedFromCustody,
        RecordType::Found,
        RecordType::MetAgain,
    ]);
    let left = v.newest(RecordType::PlacementEnded, |r| match r {
        Record::PlacementEnded(p) => (p.reason != PlacementEnd::Departs).then_some(()),
        _ => None,
    });
    came.into_iter()
        .chain(left.map(|(entry, ())| entry))
        .max_by_key(|e| v.order(e))
}

/// The newest record that `pick` accepts, made since `after`.
fn since<'a, T>(
    v: &View<'a>,
    record_type: RecordType,
    after: Option<&Entry>,
    pick: impl Fn(&'a Record) -> Option<T>,
) -> Option<T> {
    let (entry, picked) = v.newest(record_type, pick)?;
    v.follows(Some(entry), after).then_some(picked)
}

fn met_again<'a>(v: &View<'a>) -> Option<&'a Entry> {
    v.latest(&[RecordType::MetAgain])
}

/// A country as a value; one that is not known, or none, is never the country of a return.
fn place(country: Option<Country>) -> Value {
    country
        .filter(|c| !matches!(c.code(), "stateless" | "not_known"))
        .map_or(Value::Unknown, |c| c.value())
}

/// The country of an assessment that speaks of the very place and household of a return.
fn very(country: Option<Country>, very_place: Option<Truth>) -> Option<Option<Country>> {
    very_place.is_some_and(Truth::is_true).then_some(country)
}

/// The country for whose very place of return the risks were assessed since the child last moved.
pub fn risk_place(v: &View<'_>) -> Value {
    place(
        since(v, RecordType::RiskAssessment, moved(v), |r| match r {
            Record::RiskAssessment(a) => very(a.country, a.very_place),
            _ => None,
        })
        .flatten(),
    )
}

/// The country for whose very place of return the security was assessed since the child was last found.
pub fn security_place(v: &View<'_>) -> Value {
    let after = v.latest(&[RecordType::Found, RecordType::MetAgain]);
    place(
        since(v, RecordType::SecurityAssessment, after, |r| match r {
            Record::SecurityAssessment(a) => very(a.country, a.very_place),
            _ => None,
        })
        .flatten(),
    )
}

/// The social inquiries on the very place of a return that stand.
fn inquiries<'a>(v: &View<'a>) -> impl Iterator<Item = (&'a Entry, &'a SocialInquiryReceived)> {
    let view = *v;
    let again = met_again(v);
    v.all(RecordType::SocialInquiryReceived)
        .filter(move |e| view.follows(Some(e), again))
        .filter_map(|e| match &e.record {
            Record::SocialInquiryReceived(i) if very(i.country, i.very_place).is_some() => Some((e, i)),
            _ => None,
        })
}

fn inquiry_country(v: &View<'_>) -> Option<Country> {
    inquiries(v)
        .max_by_key(|(e, _)| v.order(e))
        .and_then(|(_, i)| i.country)
}

/// The country on whose very place of return the newest social inquiry reports.
pub fn inquiry_place(v: &View<'_>) -> Value {
    place(inquiry_country(v))
}

/// Whether the social inquiries on the place of return, taken together, say what a return needs: what one
/// letter missed the next may add.
pub fn inquiry_complete(v: &View<'_>) -> bool {
    let country = inquiry_country(v);
    let says = |topic| {
        inquiries(v)
            .filter(|(_, i)| i.country == country)
            .any(|(_, i)| i.covers.as_ref().is_some_and(|c| c.has(topic)))
    };
    country.is_some()
        && [
            InquiryTopic::Family,
            InquiryTopic::Surroundings,
            InquiryTopic::Retrafficking,
            InquiryTopic::Involvement,
            InquiryTopic::Proposal,
        ]
        .into_iter()
        .all(says)
}

/// What the newest social inquiry says in favour of a return, and the newest of the very place of one: a
/// letter on something else does not take away what was found there.
fn both(v: &View<'_>, says: fn(&SocialInquiryReceived) -> Truth) -> Truth {
    let there = inquiries(v).max_by_key(|(e, _)| v.order(e)).map(|(_, i)| says(i));
    let newest = super::solution::inquiry(v, says);
    there.map_or(newest, |there| newest.and(there))
}

/// Whether it is found that to live with the family is right for the child, and that the family had no part
/// in what was done to the child.
pub fn family_suits(v: &View<'_>) -> Truth {
    both(v, |i| {
        i.family_suits.unwrap_or(Truth::Unknown).and(i.family_involved.not())
    })
}

/// Whether somebody has agreed, and is able, to care for the child.
pub fn care_available(v: &View<'_>) -> Truth {
    both(v, |i| i.carer_agreed.and(i.carer_able))
}

/// The country for which the newest reintegration plan was drawn up, if that plan says all it must.
pub fn reintegration_place(v: &View<'_>) -> Value {
    let plan = since(v, RecordType::ReintegrationPlan, met_again(v), |r| match r {
        Record::ReintegrationPlan(p) => Some(p),
        _ => None,
    });
    let complete = plan.filter(|p| ReintegrationContent::LIST.codes.iter().all(|c| has(&p.covers.0, c)));
    place(complete.map(|p| p.country))
}

fn has(covers: &[ReintegrationContent], code: &str) -> bool {
    covers.iter().any(|c| c.code() == code)
}

/// The country whose service confirmed that it will receive and help the child.
pub fn reception_place(v: &View<'_>) -> Value {
    place(
        since(v, RecordType::ReceptionConfirmed, met_again(v), |r| match r {
            Record::ReceptionConfirmed(c) => Some(c.will_receive.and(c.will_help).is_true().then_some(c.country)),
            _ => None,
        })
        .flatten(),
    )
}

/// Whether papers, things and information for the journey are given.
pub fn ready_to_travel(v: &View<'_>) -> Truth {
    let given = |d: &TravelDocuments| d.papers.and(d.items).and(d.information);
    since(v, RecordType::TravelDocuments, met_again(v), |r| match r {
        Record::TravelDocuments(d) => Some(given(d)),
        _ => None,
    })
    .unwrap_or(Truth::False)
}

/// Whether it is named who travels with the child.
pub fn escort_named(v: &View<'_>) -> bool {
    v.follows(v.latest(&[RecordType::EscortNamed]), met_again(v))
}
