//! The people around the child, what the child says, what nobody may do.

use super::Filler;
use crate::pages::case::{PersonRole, PersonView, Voice};
use std::collections::BTreeSet;
use tutela_app::ShownEntry;
use tutela_domain::assess::DutyState;
use tutela_domain::codes::{Language, Relation, Topic};
use tutela_domain::fields::{Code, Raw};
use tutela_domain::records::RecordType;
use tutela_domain::value::Truth;

/// The topics on which a child must be heard in the course of a case (docs/ARCHITECTURE.md, case page).
const TO_ASK: &[Topic] = &[
    Topic::Placement,
    Topic::Solution,
    Topic::Return,
    Topic::Family,
    Topic::School,
];

impl Filler<'_> {
    /// The newest hearing at which the child spoke.
    pub fn voice(&self) -> Option<Voice> {
        let heard = self.view.of_type(RecordType::ViewsHeard).rev();
        let entry = heard.into_iter().find(|e| e.text("says").is_some())?;
        let text = |name: &str| entry.text(name).map(str::to_owned);
        let language = entry.text("language").and_then(Language::of);
        Some(Voice {
            original: text("says")?,
            lang: language.and_then(Language::tag).map(str::to_owned),
            language: language.map(|l| self.words.code("language", l.code())),
            translation: text("translation"),
            heard_by: entry.author.name.clone(),
            at: self.occurred(&entry.occurred),
            present: text("present"),
            interpreter: truth(entry, "interpreter"),
            topics: topics(entry),
            weight: text("weight"),
            entry: entry.seq,
        })
    }

    /// What the child has not been asked yet.
    pub fn not_asked(&self) -> Vec<Topic> {
        let asked: Vec<Topic> = self.view.of_type(RecordType::ViewsHeard).flat_map(topics).collect();
        TO_ASK.iter().copied().filter(|t| !asked.contains(t)).collect()
    }

    /// Those who hold an office for the child, then those linked to the child.
    pub fn people(&self) -> Vec<PersonView> {
        let mut people: Vec<PersonView> = self.guardian().into_iter().chain(self.caseworker()).collect();
        let mut named = BTreeSet::new();
        // The newest word on each person, by the writings of the name.
        for entry in self.view.of_type(RecordType::PersonLinked).rev() {
            let name = names(entry, "names");
            if named.insert(name.clone()) {
                people.push(PersonView {
                    role: PersonRole::Linked(entry.text("relation").and_then(Relation::of).unwrap_or(Relation::Other)),
                    name,
                    claim: entry.text("claim").map(str::to_owned),
                    verified: Some(truth(entry, "verified")),
                    suspected: truth(entry, "suspected") == Truth::True,
                    knows_place: Some(truth(entry, "knows_place")),
                    note: None,
                    entry: Some(entry.seq),
                });
            }
        }
        people
    }

    fn guardian(&self) -> Option<PersonView> {
        let appointed = self.view.newest(RecordType::GuardianAppointed)?;
        let ended = self.view.newest(RecordType::GuardianEnded);
        if ended.is_some_and(|e| (e.occurred.to, e.seq) > (appointed.occurred.to, appointed.seq)) {
            return None;
        }
        let since = self.words.stamp(&self.occurred(&appointed.occurred));
        Some(PersonView {
            role: PersonRole::Office(self.words.t("office-guardian")),
            name: names(appointed, "guardian"),
            claim: None,
            verified: None,
            suspected: false,
            knows_place: None,
            note: Some(self.words.t1("office-since", "since", since)),
            entry: Some(appointed.seq),
        })
    }

    fn caseworker(&self) -> Option<PersonView> {
        let accepted = self.view.newest(RecordType::ReferralAccepted)?;
        let id = accepted.text("caseworker")?;
        Some(PersonView {
            role: PersonRole::Office(self.words.t("office-caseworker")),
            name: Some(self.view.names.of(id).map_or_else(|| id.to_owned(), |c| c.name.clone())),
            claim: None,
            verified: None,
            suspected: false,
            knows_place: None,
            note: None,
            entry: Some(accepted.seq),
        })
    }

    /// What nobody may do, in full sentences: say where the child lives to those who must not know.
    pub fn do_not(&self) -> Vec<String> {
        let child = super::pseudonym(self.words, self.view.pseudonym());
        let mut lines: Vec<String> = self
            .people()
            .iter()
            .filter(|p| p.suspected || p.is_unverified())
            .filter(|p| matches!(p.role, PersonRole::Linked(_)))
            .map(|p| {
                let who = match (&p.name, &p.claim) {
                    (Some(name), Some(claim)) => {
                        self.words
                            .t2("do-not-who", "name", name.as_str(), "claim", claim.as_str())
                    }
                    (name, claim) => name.clone().or_else(|| claim.clone()).unwrap_or_default(),
                };
                let key = if p.suspected {
                    "do-not-suspected"
                } else {
                    "do-not-unverified"
                };
                self.words.t2(key, "child", child.as_str(), "who", who)
            })
            .collect();
        let held = self
            .view
            .assessment
            .duties
            .iter()
            .any(|d| d.state == DutyState::NotYet && d.due.is_none() && d.opened <= self.view.at);
        if held {
            lines.push(self.words.t("do-not-trace"));
        }
        lines
    }
}

fn truth(entry: &ShownEntry, field: &str) -> Truth {
    match entry.text(field) {
        Some("yes" | "true") => Truth::True,
        Some("no" | "false") => Truth::False,
        _ => Truth::Unknown,
    }
}

fn topics(entry: &ShownEntry) -> Vec<Topic> {
    let codes: Vec<&str> = match entry.field("topics") {
        Some(Raw::List(list)) => list.iter().filter_map(Raw::as_text).collect(),
        Some(one) => one.as_text().into_iter().collect(),
        None => Vec::new(),
    };
    codes.into_iter().filter_map(Topic::of).collect()
}

/// A name in all its writings.
fn names(entry: &ShownEntry, field: &str) -> Option<String> {
    match entry.field(field)? {
        Raw::List(list) => {
            let all: Vec<&str> = list.iter().filter_map(Raw::as_text).collect();
            (!all.is_empty()).then(|| all.join(" / "))
        }
        other => other.as_text().map(str::to_owned),
    }
}
