//! Entries in words: events of the timeline, answers, choices.

use super::Filler;
use crate::dates::Stamp;
use crate::forms::{Answer, EntryChoice, Shown, answers, envelope};
use crate::pages::case::{CorrectionLine, EventView};
use tutela_app::{Shown as ShownField, ShownEntry, Submit};
use tutela_domain::fields::{Control, FieldDef, Fields, Raw};
use tutela_domain::records::RecordType;
use tutela_domain::time::{When, day_of};

impl Filler<'_> {
    /// An entry as an event.
    pub fn event(&self, entry: &ShownEntry) -> EventView {
        let occurred = day_of(entry.occurred.to, self.zone());
        let written = day_of(entry.written, self.zone());
        EventView {
            entry: entry.seq,
            record: entry.record_type,
            summary: self.summary(entry),
            at: self.occurred(&entry.occurred),
            by: self.author(entry),
            written: (occurred != written).then_some(Stamp::Day(written)),
            corrections: self.corrections(entry),
        }
    }

    fn author(&self, entry: &ShownEntry) -> String {
        entry.author.name.clone()
    }

    fn corrections(&self, entry: &ShownEntry) -> Vec<CorrectionLine> {
        let by = entry.corrected_by.iter().copied().chain(entry.withdrawn_by);
        by.filter_map(|seq| self.view.entry(seq))
            .map(|correction| CorrectionLine {
                entry: correction.seq,
                at: self.at(correction.written),
                by: self.author(correction),
                reason: correction.text("reason").unwrap_or_default().to_owned(),
                withdraws: entry.withdrawn_by == Some(correction.seq),
            })
            .collect()
    }

    /// What an entry came to, in a line: what was chosen in its first fields, never its stories.
    pub(super) fn summary(&self, entry: &ShownEntry) -> Option<String> {
        let said: Vec<String> = entry
            .fields
            .iter()
            .filter_map(|field| self.chosen(&field.def, field.value.as_ref()?))
            .take(2)
            .collect();
        (!said.is_empty()).then(|| said.join(&self.words.t("list-joint")))
    }

    fn chosen(&self, def: &FieldDef, raw: &Raw) -> Option<String> {
        match def.control {
            Control::One(list) => Some(self.words.code(list.name, raw.as_text()?)),
            Control::Many(list) => {
                let codes: Vec<&str> = match raw {
                    Raw::List(all) => all.iter().filter_map(Raw::as_text).collect(),
                    one => one.as_text().into_iter().collect(),
                };
                let named: Vec<String> = codes.iter().map(|code| self.words.code(list.name, code)).collect();
                Some(named.join(&self.words.t("list-joint")))
            }
            _ => None,
        }
    }

    /// The answers of an entry, as some of its fields read.
    pub fn answers(&self, entry: &ShownEntry, fields: &[ShownField]) -> Vec<Answer> {
        let given: Fields = fields
            .iter()
            .filter_map(|f| Some((f.def.name.to_owned(), f.value.clone()?)))
            .collect();
        let corrects = given
            .get("entry")
            .filter(|_| entry.record_type == RecordType::Correction)
            .and_then(Raw::as_text)
            .and_then(|seq| self.view.entry(seq.parse().ok()?))
            .map(|subject| subject.record_type);
        let mut all = self.answers_of(entry.record_type, &given, &entry.answers, corrects);
        for (answer, field) in all.iter_mut().zip(fields) {
            if field.withheld {
                answer.shown = Shown::Said(self.words.t("withheld"));
            }
        }
        all
    }

    /// The answers of a record, those to questions of packs included.
    pub fn answers_of(
        &self,
        record: RecordType,
        fields: &Fields,
        to_questions: &Fields,
        corrects: Option<RecordType>,
    ) -> Vec<Answer> {
        let mut named = fields.clone();
        for def in record.fields() {
            // Staff are shown by name, not by id.
            if matches!(def.control, Control::Staff)
                && let Some(name) = fields
                    .get(def.name)
                    .and_then(Raw::as_text)
                    .and_then(|id| self.view.names.of(id))
            {
                named.insert(def.name.to_owned(), Raw::text(name.name.as_str()));
            }
        }
        for field in ["duty", "alert", "safeguard", "step"] {
            if let Some(name) = fields.get(field).and_then(Raw::as_text)
                && let Some(said) = self.named(record, field, name)
            {
                named.insert(field.to_owned(), Raw::text(said));
            }
        }
        let mut all = answers(self.words, record, &named, corrects);
        all.extend(to_questions.iter().map(|(name, raw)| Answer {
            label: super::rules::title(self.words, self.app, name),
            shown: match raw.as_text() {
                Some("yes") => Shown::Said(self.words.t("truth-yes")),
                Some("no") => Shown::Said(self.words.t("truth-no")),
                Some("unknown") => Shown::Said(self.words.t("truth-unknown")),
                Some(text) => Shown::Typed(text.to_owned()),
                None => Shown::Nothing,
            },
        }));
        all
    }

    /// When, and on what basis, as answers.
    pub fn envelope(&self, submit: &Submit) -> Vec<Answer> {
        let when = submit.occurred.as_deref().map(When::parse);
        let mut all = vec![Answer {
            label: self.words.t(envelope::OCCURRED),
            shown: match (when, &submit.occurred) {
                (Some(Ok(when)), _) => Shown::Said(self.words.when(&when)),
                (_, Some(text)) => Shown::Typed(text.clone()),
                (_, None) => Shown::Said(self.words.t("occurred-now")),
            },
        }];
        if let Some(basis) = submit.basis {
            use tutela_domain::fields::Code;
            all.push(Answer {
                label: self.words.t(envelope::BASIS),
                shown: Shown::Said(self.words.code("basis", basis.code())),
            });
        }
        if let Some(urgent) = &submit.urgent {
            all.push(Answer {
                label: self.words.t(envelope::URGENT_REASON),
                shown: Shown::Typed(urgent.clone()),
            });
        }
        all
    }

    /// The entries that a field may name, the newest first.
    pub fn entry_choices(&self) -> Vec<EntryChoice> {
        let stand = self.view.entries.iter().rev().filter(|e| e.stands());
        stand
            .map(|entry| EntryChoice {
                number: entry.seq,
                record: entry.record_type,
                label: self.words.with(
                    "entry-choice",
                    &[
                        ("number", entry.seq.to_string().into()),
                        ("record", self.called(entry).into()),
                        ("date", self.words.stamp(&self.occurred(&entry.occurred)).into()),
                    ],
                ),
            })
            .collect()
    }
}
