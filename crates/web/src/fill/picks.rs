//! What records say of duties, alerts and safeguards: chosen and shown in words, never by their ids.

use super::Filler;
use crate::forms::Pick;
use tutela_domain::assess::GuardState;
use tutela_domain::records::RecordType;
use tutela_domain::rules::Override;

impl Filler<'_> {
    /// What the fields of a record type can name of this case.
    pub fn picks(&self, record: RecordType) -> Vec<Pick<'static>> {
        match record {
            RecordType::DutySetAside | RecordType::DutyHandedOver => vec![("duty", self.duties())],
            RecordType::AlertLookedAt => vec![("alert", self.alerts())],
            RecordType::SafeguardOverridden => vec![("safeguard", self.overridable()), ("step", self.steps())],
            _ => Vec::new(),
        }
    }

    fn duties(&self) -> Vec<(String, String)> {
        let owed = self.view.assessment.duties.iter().filter(|d| d.state.is_owed());
        owed.map(|d| {
            let shown = self.duty(d);
            let label = self
                .words
                .t2("duty-choice", "duty", &shown.title, "state", shown.tag(self.words));
            (shown.id, label)
        })
        .collect()
    }

    fn alerts(&self) -> Vec<(String, String)> {
        let open = self.view.assessment.alerts.iter().filter(|a| a.looked_at.is_none());
        open.map(|a| self.alert(a)).map(|a| (a.id, a.sentence)).collect()
    }

    /// The safeguards that are missing and that law allows to override.
    fn overridable(&self) -> Vec<(String, String)> {
        let guards = self.view.assessment.gates.iter().flat_map(|g| &g.guards);
        let mut all: Vec<(String, String)> = guards
            .filter(|g| g.safeguard.may_override != Override::Never && g.state != GuardState::Met)
            .map(|g| (g.safeguard.rule.id.clone(), self.rule_title(&g.safeguard.rule.name())))
            .collect();
        all.sort();
        all.dedup();
        all
    }

    fn steps(&self) -> Vec<(String, String)> {
        let gated = RecordType::ALL.iter().filter(|r| r.is_gated());
        gated.map(|r| (r.name().to_owned(), self.words.act(r))).collect()
    }

    fn rule_title(&self, name: &str) -> String {
        super::rules::title(self.words, self.app, name)
    }

    /// What a record names, in words.
    pub fn named(&self, record: RecordType, field: &str, name: &str) -> Option<String> {
        match (record, field) {
            (RecordType::DutySetAside | RecordType::DutyHandedOver, "duty") => {
                let duty = self.view.assessment.duties.iter().find(|d| d.is_named(name));
                duty.map(|d| self.duty(d).title)
            }
            (RecordType::AlertLookedAt, "alert") => {
                let alert = self.view.assessment.alerts.iter().find(|a| a.is_named(name));
                alert.map(|a| self.alert(a).sentence)
            }
            (RecordType::SafeguardOverridden, "safeguard") => {
                let guards = self.view.assessment.gates.iter().flat_map(|g| &g.guards);
                guards
                    .map(|g| &g.safeguard.rule)
                    .find(|rule| rule.id == name || rule.name() == name)
                    .map(|rule| self.rule_title(&rule.name()))
            }
            (RecordType::SafeguardOverridden, "step") => RecordType::of(name).map(|r| self.words.act(r)),
            _ => None,
        }
    }
}
