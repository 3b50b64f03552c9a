//! A pack as a book (`tutela pack handbook`): a page for each rule, in Markdown, with its sources, the stories
//! that show it and the places in the product where people meet it.

use crate::pack::{Pack, RuleKind};
use crate::show::{self, ShownRule, ShownSource, capital};
use crate::trace::{StoryOf, Traced, trace};
use std::fmt::Write as _;
use tutela_domain::codes::LISTS;
use tutela_domain::facts::Fact;
use tutela_domain::records::RecordType;

/// What the pages call things. Their words stand with the pages; who prints a book hands them over.
pub trait Wording {
    /// What the form of a record type is called.
    fn form(&self, record: RecordType) -> String;
    /// The words for a code of a list.
    fn code(&self, list: &str, code: &str) -> String;
}

/// The code lists that are the vocabulary of the mechanism, and what they answer.
const VOCABULARY: &[(&str, &str)] = &[
    ("exploitation", "For what children are exploited"),
    ("placement_kind", "Where a child lives"),
    ("goal_area", "What a plan is for"),
];

/// A chapter for each kind of rule, with what it is.
const CHAPTERS: &[(RuleKind, &str, &str)] = &[
    (
        RuleKind::Duty,
        "Duties",
        "Something must happen. A duty *answers* a record, one for each, or it *stands* while something is so. Where the law \
         sets no number it is open since a day, and never silently overdue. While it is not known whether its condition \
         holds, it is owed, and so is finding out, unless its page says otherwise.",
    ),
    (
        RuleKind::Number,
        "Numbers",
        "A period set for a duty of another pack that has none, or a shorter one.",
    ),
    (
        RuleKind::Safeguard,
        "Safeguards",
        "Something must hold before a step. What is not known is not met. A step of our own that does not meet it is refused; \
         a step that has happened, or that another authority took, is recorded, and what was missing is a breach until it is \
         remedied.",
    ),
    (
        RuleKind::Alert,
        "Alerts",
        "A person must look at something. While it is not known whether its condition holds, it stands.",
    ),
    (RuleKind::Question, "Questions", "Something more is asked with a form."),
];

/// The book of a pack, with its words in a language. `packs` is where the folder of packs stands as seen from
/// the book, for its links.
pub fn book(pack: &Pack, language: &str, wording: &dyn Wording, packs: &str) -> String {
    let shown = show::pack(pack, language);
    let rules: Vec<(&ShownRule, Traced)> = shown.rules.iter().zip(trace(pack)).collect();
    let mut book = Book {
        text: String::new(),
        wording,
        packs,
    };
    let of = |kind: RuleKind| rules.iter().filter(move |(rule, _)| rule.kind == kind);
    book.para(&format!("# {}", shown.title));
    book.para(&format!(
        "<!-- Written by `tutela pack handbook`; `make baseline` renews docs/BASELINE.md. Change the pack, not this text. -->\n\n\
         The pack `{}`, version {}, for: {}. Each rule has a page: why it is, what it does, where it comes from, which \
         stories show it, and where people meet it. [PACKS.md](PACKS.md) says how rules are written, [SCENARIOS.md](SCENARIOS.md) \
         how stories are.",
        shown.id, shown.version, shown.jurisdiction
    ));
    book.para(
        "A source is *binding law*, *guidance* on how the law is to be understood, or an *agreement*. *Not read* means that \
         the authors of the pack did not read its wording: check it before you rely on it. A form is called as the pages call \
         it, with the name of its record type behind it. A duty may also be handed over or set aside, and an alert is looked at: \
         this no page repeats.",
    );

    book.para("## Contents");
    book.line(&format!("- [Who decides](#{})", anchor("Who decides")));
    for (kind, chapter, _) in CHAPTERS {
        if of(*kind).next().is_some() {
            book.line(&format!("- [{chapter}](#{}): {}", anchor(chapter), of(*kind).count()));
            let mut under = None;
            for (rule, _) in of(*kind) {
                if rule.heading.is_some() && rule.heading != under {
                    under.clone_from(&rule.heading);
                    book.line(&format!("  - *{}*", under.as_deref().unwrap_or_default()));
                }
                let depth = if under.is_some() { "    " } else { "  " };
                book.line(&format!("{depth}- [{}](#{})", rule.title, anchor(&title(rule))));
            }
        }
    }
    for chapter in ["Vocabulary", "Instruments"] {
        book.line(&format!("- [{chapter}](#{})", anchor(chapter)));
    }
    book.line("");

    book.para("## Who decides");
    if shown.decisions.is_empty() {
        book.line("The pack does not say.");
    }
    for decision in &shown.decisions {
        book.line(&format!("- **{}** {}.", decision.question, capital(&decision.who)));
        book.line(&format!("  Source: {}.", cited(&decision.sources, decision.checked)));
    }
    book.line("");

    for (kind, chapter, what) in CHAPTERS {
        if of(*kind).next().is_none() {
            continue;
        }
        book.para(&format!("## {chapter}"));
        book.para(what);
        let mut under = None;
        for (rule, traced) in of(*kind) {
            if rule.heading.is_some() && rule.heading != under {
                under.clone_from(&rule.heading);
                // The name of the chapter keeps apart the headings that stand in several files.
                book.para(&format!("### {chapter}: {}", under.as_deref().unwrap_or_default()));
            }
            book.rule(rule, traced);
        }
    }

    book.para("## Vocabulary");
    book.para("The codes that rules, forms and figures share.");
    for (name, what) in VOCABULARY {
        let Some(list) = LISTS.iter().find(|l| l.name == *name) else {
            continue;
        };
        book.para(&format!("### {what}"));
        book.line("| code | words |");
        book.line("|---|---|");
        for code in list.codes {
            book.line(&format!("| `{code}` | {} |", wording.code(list.name, code)));
        }
        book.line("");
    }

    book.para("## Instruments");
    book.line("| cited as | title | weight |");
    book.line("|---|---|---|");
    for instrument in &pack.instruments {
        let weight = binding(show::weight(instrument.weight));
        book.line(&format!("| {} | {} | {weight} |", instrument.id, instrument.title));
    }
    book.text.trim_end().to_owned() + "\n"
}

/// The heading of a rule's page.
fn title(rule: &ShownRule) -> String {
    format!("{} ({})", rule.title, rule.id)
}

/// The anchor of a heading, as those who show Markdown make it.
fn anchor(heading: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || " -_".contains(*c);
    let kept: String = heading.to_lowercase().chars().filter(kept).collect();
    kept.replace(' ', "-")
}

/// How binding a source is, in words.
fn binding(weight: &str) -> &str {
    match weight {
        "binding" => "binding law",
        other => other,
    }
}

/// Sources in one line, each with its weight.
fn cited(sources: &[ShownSource], checked: bool) -> String {
    let unread = if checked { "" } else { ", not read" };
    let cite = |s: &ShownSource| format!("{} ({}{unread})", s.cite, binding(s.weight));
    sources.iter().map(cite).collect::<Vec<_>>().join("; ")
}

struct Book<'b> {
    text: String,
    wording: &'b dyn Wording,
    packs: &'b str,
}

impl Book<'_> {
    fn line(&mut self, text: &str) {
        let _ = writeln!(self.text, "{text}");
    }

    fn para(&mut self, text: &str) {
        let _ = writeln!(self.text, "{text}\n");
    }

    fn rule(&mut self, rule: &ShownRule, traced: &Traced) {
        self.para(&format!("#### {}", title(rule)));
        self.para(&rule.why.split_whitespace().collect::<Vec<_>>().join(" "));
        for (key, value) in &rule.says {
            let said = self.said(rule.kind, key, value);
            self.line(&format!("- {said}"));
        }
        let says = |key: &str| rule.says.iter().any(|(said, _)| said == key);
        if rule.kind == RuleKind::Duty && !says("done_by") && !says("supplied_by") {
            self.line("- It is done when its condition no longer holds.");
        }
        if rule.kind == RuleKind::Safeguard && !says("remedy") {
            let of_step = rule
                .says
                .iter()
                .any(|(key, value)| key == "require" && value.contains("this."));
            self.line(if of_step {
                "- A breach ends when the newest such record meets what is required."
            } else {
                "- A breach ends when what is required holds."
            });
        }
        if let Some(missing) = &rule.missing {
            let missing = missing.split_whitespace().collect::<Vec<_>>().join(" ");
            self.line(&format!("- When it is not met: {missing}"));
        }
        let facts = traced.facts.iter().filter_map(|name| Fact::of(name));
        let facts: Vec<String> = facts.map(|f| format!("`{}`: {}", f.name, f.sentence)).collect();
        if !facts.is_empty() {
            self.line(&format!("- Facts: {}", facts.join(" ")));
        }
        self.line(&format!("- Source: {}", cited(&rule.sources, rule.checked)));
        let pages: Vec<&str> = traced.pages.iter().map(|p| p.name()).collect();
        self.line(&format!("- Shown on: {}", pages.join("; ")));
        self.line(&format!("- Stories, firing: {}", self.stories(&traced.fires)));
        self.line(&format!("- Stories, satisfied: {}", self.stories(&traced.satisfied)));
        let (file, line) = rule.place.rsplit_once(':').unwrap_or((&rule.place, "1"));
        let packs = self.packs;
        self.line(&format!("- In the pack: [{file}, line {line}]({packs}/{file}#L{line})"));
        self.line("");
    }

    fn stories(&self, stories: &[StoryOf]) -> String {
        let link = |s: &StoryOf| format!("[{}]({}/{})", s.title, self.packs, s.path);
        if stories.is_empty() {
            return "none".to_owned();
        }
        stories.iter().map(link).collect::<Vec<_>>().join("; ")
    }

    fn forms(&self, names: &[&str]) -> String {
        let form = |name: &&str| match RecordType::of(name) {
            Some(record) => format!("{} (`{name}`)", self.wording.form(record)),
            None => format!("`{name}`"),
        };
        names.iter().map(form).collect::<Vec<_>>().join("; ")
    }

    /// What a key of a rule says, as a sentence.
    fn said(&self, kind: RuleKind, key: &str, value: &str) -> String {
        let records = || self.forms(&value.split(", ").collect::<Vec<_>>());
        match (kind, key) {
            (RuleKind::Alert, "on") => format!("Each such record raises it: {}", records()),
            (_, "on") => format!("Each such record opens one: {}", records()),
            (RuleKind::Safeguard, "when") => format!("It applies when this holds or is not known: `{value}`"),
            (_, "when") => format!("If just after it this holds: `{value}`"),
            (_, "while") => format!("It stands while this holds: `{value}`"),
            (_, "promptly") => {
                let urgency = match value {
                    "at-once" => "at once",
                    "soon" => "as soon as possible",
                    _ => "as needed and planned",
                };
                format!("By when: {urgency}. The law sets no number.")
            }
            (RuleKind::Number, "within") => format!("The period: {value}"),
            (_, "within") => format!("By when: within {value}"),
            (_, "by") => format!("By when: {value}"),
            (_, "done_by") => format!("Done by: {}", records()),
            (RuleKind::Safeguard, "supplied_by") => format!("What is missing is supplied by: {}", records()),
            (_, "supplied_by") => format!(
                "It is done when its condition no longer holds. What helps: {}",
                records()
            ),
            (_, "where") => format!("The doing counts if: `{value}`"),
            (_, "every") => format!("It comes back {value} after the newest doing."),
            (RuleKind::Alert, "until") => format!("It ends when: `{value}`"),
            (_, "until") => format!("Nothing is owed any longer once: `{value}`"),
            (_, "waiting") => format!("It waits for others while: `{value}`"),
            (_, "unknown") => {
                "While it is not known whether its condition holds it waits, because doing it may harm.".to_owned()
            }
            (RuleKind::Alert, "who") => format!("Who looks at it: {value}"),
            (_, "who") => format!("Who does it: {value}"),
            (_, "step") => format!("The step that it guards: {}", records()),
            (_, "require") => format!("It requires: `{value}`"),
            (_, "remedy") => format!("A breach ends when: `{value}`"),
            (_, "ask") => format!("Who can supply what is missing: {value}"),
            (_, "override") => match value {
                "never" => "Nobody may set it aside.".to_owned(),
                "court" => "Only a court may set it aside.".to_owned(),
                _ => "A court, or a supervisor with reasons, may set it aside.".to_owned(),
            },
            (_, "urgent") => "An act that cannot wait may go ahead; what is missing is then owed.".to_owned(),
            (_, "duty") => format!("The duty that it sets a period for: `{value}`"),
            (_, "record") => format!("Asked with: {}", records()),
            (_, "answer") => format!("How it is answered: {value}"),
            (_, "required") if value == "true" => "It must be answered.".to_owned(),
            (_, "required") => "It may be left open.".to_owned(),
            (_, "answers") => format!("It answers the rule `{value}`."),
            _ => format!("{key}: `{value}`"),
        }
    }
}
