//! The authority's page: what it owes, and what stands in its book.

use super::Filler;
use crate::pages::authority::{BookView, RegisterLine, RegisterView};
use crate::pages::duty::DutyView;
use tutela_app::ShownEntry;
use tutela_domain::assess::DutyInstance;
use tutela_domain::fields::{Control, Raw};
use tutela_domain::records::RecordType;

impl Filler<'_> {
    /// Everything on the authority's page. Who may not write in the book is led to no form.
    pub fn book(&self, may_write: bool) -> BookView {
        let (owed, settled): (Vec<_>, Vec<_>) = self.view.assessment.duties.iter().partition(|d| d.state.is_owed());
        let of_book = RecordType::ALL
            .iter()
            .filter(|t| t.is_of_authority() && **t != RecordType::StruckOff);
        let shown = |d: &DutyInstance| {
            let duty = self.duty(d);
            DutyView {
                done_by: duty.done_by.filter(|_| may_write),
                ..duty
            }
        };
        BookView {
            head: self.head(),
            duties: owed.into_iter().map(shown).collect(),
            settled: settled.into_iter().map(shown).collect(),
            registers: of_book
                .map(|t| RegisterView {
                    record: *t,
                    lines: self.view.of_type(*t).map(|e| self.register_line(e)).collect(),
                })
                .filter(|r| !r.lines.is_empty())
                .collect(),
        }
    }

    fn register_line(&self, entry: &ShownEntry) -> RegisterLine {
        RegisterLine {
            entry: entry.seq,
            title: self.name_of(entry),
            summary: {
                let said: Vec<String> = self.of_whom(entry).into_iter().chain(self.summary(entry)).collect();
                (!said.is_empty()).then(|| said.join(&self.words.t("list-joint")))
            },
            at: self.occurred(&entry.occurred),
            stands: !self.is_gone(entry),
        }
    }

    /// What an entry is called where one is chosen: its record type, and in the book also its name.
    pub(super) fn called(&self, entry: &ShownEntry) -> String {
        let record = self.words.record(entry.record_type);
        let named = entry
            .record_type
            .is_of_authority()
            .then(|| self.name_of(entry))
            .flatten();
        match named {
            Some(name) => [record, name].join(&self.words.t("list-joint")),
            None => record,
        }
    }

    /// The agency or provider of which an entry speaks, by its name.
    fn of_whom(&self, entry: &ShownEntry) -> Option<String> {
        let number = entry.text("agency").or(entry.text("provider"))?.parse().ok()?;
        self.name_of(self.view.entry(number)?)
    }

    /// What an entry of the book is called: its first name or line.
    fn name_of(&self, entry: &ShownEntry) -> Option<String> {
        entry
            .fields
            .iter()
            .find_map(|field| match (&field.def.control, field.value.as_ref()?) {
                (Control::Line | Control::Names, Raw::List(all)) => all.first()?.as_text().map(str::to_owned),
                (Control::Line | Control::Names, one) => one.as_text()?.lines().next().map(str::to_owned),
                _ => None,
            })
    }

    /// Whether another entry replaces this one or strikes it off.
    fn is_gone(&self, entry: &ShownEntry) -> bool {
        let number = entry.seq.to_string();
        let named = |other: &ShownEntry, field: &str| other.text(field) == Some(number.as_str());
        let mut struck = self.view.of_type(RecordType::StruckOff);
        let mut alike = self.view.of_type(entry.record_type);
        struck.any(|e| named(e, "entry")) || alike.any(|e| named(e, "replaces"))
    }
}
