//! `duties.toml`, `safeguards.toml`, `alerts.toml`, `questions.toml`: from tables to compiled rules.

use crate::condition::{self, Signature};
use crate::manifest::{Manifest, kebab, sources};
use crate::toml_file::{self, At, Reader};
use std::sync::Arc;
use tutela_domain::fields::Control;
use tutela_domain::records::RecordType;
use tutela_domain::rules::{
    Alert, Condition, Due, Duty, Number, Opens, Override, PackVersion, Question, Rule, Safeguard, Urgency, WhenUnknown,
};
use tutela_domain::time::{Period, Reckoning, Unit};

/// Records about other records: writing one is never the doing of a duty.
const NEVER_A_DOING: &[RecordType] = &[
    RecordType::Correction,
    RecordType::DutySetAside,
    RecordType::DutyHandedOver,
    RecordType::SafeguardOverridden,
    RecordType::AlertLookedAt,
    RecordType::CaseClosed,
    RecordType::CaseReopened,
];

/// What every rule is read with.
pub(crate) struct Building<'b> {
    /// What `pack.toml` says.
    pub manifest: &'b Manifest,
    /// The version that the rules stand in.
    pub version: Arc<PackVersion>,
}

type Table<'t, 'r, 'f> = Reader<'t, 'r, 'f>;

impl Building<'_> {
    fn reckoning(&self) -> Option<&Reckoning> {
        self.manifest.reckoning.as_ref()
    }

    /// Id, sources, and what else every rule has.
    fn rule(&self, table: &Table<'_, '_, '_>) -> Option<Arc<Rule>> {
        let id = table.required("id", "Write id = \"…\": small letters, digits and `-`.");
        let id = id.filter(|id| kebab(table, id));
        let (sources, checked) = sources(
            table,
            &self.manifest.instruments,
            "Write source = [\"…\"]: every rule says where it comes from.",
        );
        let answers = table.text("answers");
        if let Some(answers) = &answers
            && !names_a_rule(&answers.value)
        {
            table.wrong(
                &answers.span,
                format!("\"{}\" names no rule", answers.value),
                "Write answers = \"baseline/<id>\".",
            );
        }
        Some(Arc::new(Rule {
            id: id?.value,
            pack: Arc::clone(&self.version),
            sources,
            checked,
            answers: answers.map(|a| a.value),
            place: table.place(),
        }))
    }

    fn condition(&self, table: &Table<'_, '_, '_>, key: &'static str, signature: &Signature<'_>) -> Option<Condition> {
        let text = table.text(key)?;
        match condition::compile(&text.value, signature) {
            Ok(condition) => Some(condition),
            Err(error) => {
                let at = table
                    .inside(&text)
                    .map_or(text.span.start, |start| start + error.offset);
                table.wrong(&(at..at), format!("`{key}`: {}", error.what), error.remedy);
                None
            }
        }
    }

    fn period(&self, table: &Table<'_, '_, '_>, key: &'static str) -> Option<Period> {
        let period = table.period(key)?;
        if period.value.unit != Unit::Hours && self.reckoning().is_none() {
            table.wrong(
                &period.span,
                format!("`{key}` is counted in days or more, but pack.toml does not say how these end"),
                toml_file::DECLARE_RECKONING,
            );
        }
        Some(period.value)
    }

    /// `on` with `when`, or `while`.
    fn opens(&self, table: &Table<'_, '_, '_>, authority: bool) -> Option<Opens> {
        match (table.has("on"), table.has("while")) {
            (true, true) => {
                for key in ["on", "when", "while"] {
                    table.pass_over(key);
                }
                table.wrong(
                    &table.span,
                    "the rule has both `on` and `while`",
                    "It answers a record (`on`), or it stands while something holds (`while`).",
                );
                None
            }
            (false, false) => {
                table.wrong(
                    &table.span,
                    "the rule has neither `on` nor `while`",
                    "Name the records that it answers (`on`), or a condition while which it stands (`while`).",
                );
                None
            }
            (true, false) => {
                let names = table.some_texts("on", "Name at least one record type.");
                let types = table.record_types(&names);
                if types.len() != names.len() {
                    table.pass_over("when");
                    return None;
                }
                let signature = Signature {
                    occasion: Some(&types),
                    authority,
                    reckoning: self.reckoning(),
                    ..Signature::default()
                };
                let when = self.condition(table, "when", &signature);
                if table.has("when") && when.is_none() {
                    return None;
                }
                Some(Opens::On(types, when))
            }
            (false, true) => {
                if table.has("when") {
                    table.pass_over("when");
                    table.wrong(
                        &table.span,
                        "`when` goes with `on`, not with `while`",
                        "Join both conditions in `while` with `&&`.",
                    );
                }
                let signature = Signature {
                    authority,
                    reckoning: self.reckoning(),
                    ..Signature::default()
                };
                self.condition(table, "while", &signature).map(Opens::While)
            }
        }
    }

    /// The field of `by`: a date that every record type that the duty answers has.
    fn date_field(table: &Table<'_, '_, '_>, on: Option<&[RecordType]>) -> Option<String> {
        let field = table.text("by")?;
        let remedy = "It names a date of the record that the duty answers, as by = \"carry_out_by\"; without such a date the duty is `promptly`.";
        if !table.has("on") || !table.has("promptly") {
            table.wrong(&field.span, "`by` goes with `on` and with `promptly = true`", remedy);
            return None;
        }
        let dated = |t: &RecordType| {
            let fields = t.fields();
            fields
                .iter()
                .any(|f| f.name == field.value && matches!(f.control, Control::Date))
        };
        if let Some(without) = on?.iter().find(|t| !dated(t)) {
            let what = format!("`{}` has no date `{}`", without.name(), field.value);
            table.wrong(&field.span, what, remedy);
            return None;
        }
        Some(field.value)
    }

    fn due(&self, table: &Table<'_, '_, '_>, on: Option<&[RecordType]>) -> Option<Due> {
        let by = Self::date_field(table, on);
        let promptly = table.has("promptly") && table.yes("promptly");
        let urgency = table.one_of(
            "urgency",
            &[
                ("at-once", Urgency::AtOnce),
                ("soon", Urgency::Soon),
                ("planned", Urgency::Planned),
            ],
        );
        let within = self.period(table, "within");
        let same_day = table.has("same_day") && table.yes("same_day");
        let said = ["promptly", "within", "same_day"]
            .iter()
            .filter(|k| table.has(k))
            .count();
        if said != 1 {
            table.wrong(
                &table.span,
                if said == 0 {
                    "the duty does not say by when"
                } else {
                    "the duty says more than once by when"
                },
                "Write one of `promptly = true` with `urgency`, `within = \"72 hours\"`, `same_day = true`.",
            );
            return None;
        }
        if table.has("promptly") != table.has("urgency") {
            table.wrong(
                &table.span,
                "`promptly = true` and `urgency` go together",
                "Write urgency = \"at-once\", \"soon\" or \"planned\", or take it out.",
            );
            return None;
        }
        if table.has("by") && by.is_none() {
            return None;
        }
        if promptly {
            let urgency = urgency?;
            return Some(by.map_or(Due::Promptly(urgency), |field| Due::OnDate(field, urgency)));
        }
        if same_day {
            return Some(Due::SameDay);
        }
        within.map(Due::Within)
    }

    /// Reads a duty.
    pub fn duty(&self, table: &Table<'_, '_, '_>) -> Option<Duty> {
        let rule = self.rule(table);
        let authority = table.one_of("about", &[("authority", true)]).unwrap_or(false);
        let opens = self.opens(table, authority);
        let on = match &opens {
            Some(Opens::On(types, _)) => Some(types.as_slice()),
            _ => None,
        };
        let due = self.due(table, on);
        let names = table.texts("done_by");
        let done_by = table.record_types(&names);
        for (name, record_type) in names.iter().zip(&done_by) {
            if names.len() == done_by.len() && NEVER_A_DOING.contains(record_type) {
                table.wrong(
                    &name.span,
                    format!("a record `{}` cannot do a duty", record_type.name()),
                    "Name the record that says that it was done.",
                );
            }
        }
        if authority && (on.is_some() || table.has("done_by")) {
            table.wrong(
                &table.span,
                "a duty of the authority stands, and no record of a case opens or does it",
                "Give it `while` with `authority.` facts; it is done when that no longer holds.",
            );
        }
        if table.has("on") && !table.has("done_by") {
            table.wrong(
                &table.span,
                "`done_by` is missing",
                "Name the record types that do the duty; only a duty with `while` may have none.",
            );
        }
        for key in ["where", "every"] {
            if table.has(key) && !table.has("done_by") {
                table.wrong(
                    &table.span,
                    format!("`{key}` speaks of a doing, but `done_by` is missing"),
                    "Name the record types that do the duty.",
                );
            }
        }
        let later = Signature {
            occasion: on,
            authority,
            reckoning: self.reckoning(),
            this: None,
            newest: false,
            step: false,
        };
        let doing = Signature {
            this: Some(&done_by),
            ..later
        };
        // Where `on` cannot be read, what else speaks of the occasion cannot be checked yet.
        let unread = table.has("on") && opens.is_none();
        let read = |key, signature| {
            if unread {
                table.pass_over(key);
                return None;
            }
            self.condition(table, key, signature)
        };
        let tied = if done_by.is_empty() {
            table.pass_over("where");
            None
        } else {
            read("where", &doing)
        };
        let helping = table.texts("supplied_by");
        let supplied_by = table.record_types(&helping);
        if let (Some(first), false) = (helping.first(), done_by.is_empty()) {
            table.wrong(
                &first.span,
                "the duty has both `done_by` and `supplied_by`",
                "`supplied_by` is for a duty that is done when its condition no longer holds: name there what helps.",
            );
        }
        let every = self.period(table, "every");
        let until = read("until", &later);
        let waiting = read("waiting", &later);
        let unknown = table.one_of("unknown", &[("owe", WhenUnknown::Owe), ("hold", WhenUnknown::Hold)]);
        let who = table.required("who", "Say who must do it, as \"caseworker\".");
        table.finish();
        Some(Duty {
            rule: rule?,
            opens: opens?,
            due: due?,
            done_by,
            supplied_by,
            tied,
            every,
            until,
            waiting,
            unknown: unknown.unwrap_or(WhenUnknown::Owe),
            who: who?.value.into(),
        })
    }

    /// Reads a number that is set for a duty, with the duty's name.
    pub fn number(&self, table: &Table<'_, '_, '_>) -> Option<(At<String>, Number)> {
        let rule = self.rule(table);
        let duty = table.required("duty", "Write duty = \"baseline/<id>\".");
        let duty = duty.filter(|duty| {
            let fine = names_a_rule(&duty.value);
            if !fine {
                table.wrong(
                    &duty.span,
                    format!("\"{}\" names no duty", duty.value),
                    "Write duty = \"baseline/<id>\".",
                );
            }
            fine
        });
        if !table.has("within") {
            table.wrong(
                &table.span,
                "`within` is missing",
                "Write the period, as \"5 working days\".",
            );
        }
        let within = self.period(table, "within");
        table.finish();
        Some((
            duty?,
            Number {
                within: within?,
                rule: rule?,
            },
        ))
    }

    /// Reads a safeguard.
    pub fn safeguard(&self, table: &Table<'_, '_, '_>) -> Option<Safeguard> {
        let rule = self.rule(table);
        let names = table.some_texts("step", "Name the record types that it guards.");
        let steps = table.record_types(&names);
        for name in &names {
            if RecordType::of(&name.value).is_some_and(|t| !t.is_gated()) {
                let gated = RecordType::ALL.iter().filter(|t| t.is_gated()).map(|t| t.name());
                table.wrong(
                    &name.span,
                    format!("`{}` is no step that can be refused", name.value),
                    format!("Such steps are: {}.", gated.collect::<Vec<_>>().join(", ")),
                );
            }
        }
        let judged = Signature {
            this: Some(&steps),
            step: true,
            reckoning: self.reckoning(),
            ..Signature::default()
        };
        let known = !steps.is_empty() && steps.len() == names.len();
        let read = |key| {
            if known {
                return self.condition(table, key, &judged);
            }
            table.pass_over(key);
            None
        };
        let when = read("when");
        if !table.has("require") {
            table.wrong(
                &table.span,
                "`require` is missing",
                "Say what must hold before the step.",
            );
        }
        let require = read("require");
        // After the step, `this` is the newest such record: what was required of one is then asked of it.
        let after = Signature { newest: true, ..judged };
        let of_this = require.as_ref().is_some_and(|r| r.of_this);
        let remedy = match (known, table.has("remedy")) {
            (true, true) => self.condition(table, "remedy", &after),
            (true, false) if of_this => self.condition(table, "require", &after),
            (true, false) => require.clone(),
            (false, _) => read("remedy"),
        };
        let ask = table.required("ask", "Say who can supply what is missing, as \"caseworker\".");
        let supplied = table.texts("supplied_by");
        let supplied_by = table.record_types(&supplied);
        let may_override = table.one_of(
            "override",
            &[
                ("never", Override::Never),
                ("court", Override::Court),
                ("reasoned", Override::Reasoned),
            ],
        );
        if !table.has("override") {
            table.wrong(
                &table.span,
                "`override` is missing",
                "Say \"never\", \"court\" or \"reasoned\".",
            );
        }
        let urgent_owes = table.one_of("urgent", &[("owe", true)]).unwrap_or(false);
        table.finish();
        let require = require?;
        Some(Safeguard {
            rule: rule?,
            steps,
            when,
            remedy: remedy?,
            require,
            ask: ask?.value.into(),
            supplied_by,
            may_override: may_override?,
            urgent_owes,
        })
    }

    /// Reads an alert.
    pub fn alert(&self, table: &Table<'_, '_, '_>) -> Option<Alert> {
        let rule = self.rule(table);
        let opens = self.opens(table, false);
        let occasion = match &opens {
            Some(Opens::On(types, _)) => Some(types.as_slice()),
            _ => None,
        };
        let until = if table.has("until") && occasion.is_none() {
            table.pass_over("until");
            if opens.is_some() {
                table.wrong(
                    &table.span,
                    "`until` goes with `on`, not with `while`",
                    "An alert that stands ends when its condition is known not to hold.",
                );
            }
            None
        } else {
            let later = Signature {
                occasion,
                reckoning: self.reckoning(),
                ..Signature::default()
            };
            self.condition(table, "until", &later)
        };
        let who = table.required("who", "Say who looks at it, as \"caseworker\".");
        table.finish();
        Some(Alert {
            rule: rule?,
            opens: opens?,
            until,
            who: who?.value.into(),
        })
    }

    /// Reads a question.
    pub fn question(&self, table: &Table<'_, '_, '_>) -> Option<Question> {
        let rule = self.rule(table);
        let record = table.required("record", "Name the record type that it is asked with.");
        let record = record.and_then(|r| table.record_type(&r));
        if !table.has("answer") {
            table.wrong(
                &table.span,
                "`answer` is missing",
                "Say \"yes-no-unknown\", \"line\" or \"words\".",
            );
        }
        let control = table.one_of(
            "answer",
            &[
                ("yes-no-unknown", Control::YesNoUnknown),
                ("line", Control::Line),
                ("words", Control::Words),
            ],
        );
        let required = table.flag("required").unwrap_or(false);
        table.finish();
        Some(Question {
            rule: rule?,
            record: record?,
            control: control?,
            required,
        })
    }
}

/// Whether a text may be the name of a rule: `pack/id`.
fn names_a_rule(text: &str) -> bool {
    text.split_once('/')
        .is_some_and(|(pack, id)| !pack.is_empty() && !id.is_empty() && !id.contains('/'))
}
