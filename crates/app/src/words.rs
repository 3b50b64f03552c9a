//! The words of rules, for pages.

use crate::App;
use tutela_domain::rules::Rule;

/// What a pack says of a rule, in words.
#[derive(Clone, Copy, Debug, Default)]
pub struct RuleWords<'a> {
    /// Its title.
    pub title: Option<&'a str>,
    /// Why it is.
    pub why: Option<&'a str>,
    /// What is missing when a safeguard is not met.
    pub missing: Option<&'a str>,
}

impl App {
    /// The words of a rule, in a language or else in English, of the very version that the rule is of.
    pub fn rule_words(&self, rule: &Rule, language: &str) -> RuleWords<'_> {
        let Some(pack) = self.library.by_hash(&rule.pack.hash) else {
            return RuleWords::default();
        };
        RuleWords {
            title: pack.title_of(language, &rule.id),
            why: pack.why(language, &rule.id),
            missing: pack.missing(language, &rule.id),
        }
    }

    /// The words of a rule by its name (`pack/id`), of the newest version that has a title of it.
    pub fn newest_words(&self, name: &str, language: &str) -> RuleWords<'_> {
        let (pack, id) = name.split_once('/').unwrap_or_default();
        let mut versions = self.library.packs.iter().filter(|p| p.version.pack == pack);
        let newest = versions.rfind(|p| p.title_of(language, id).is_some());
        newest.map_or_else(RuleWords::default, |pack| RuleWords {
            title: pack.title_of(language, id),
            why: pack.why(language, id),
            missing: pack.missing(language, id),
        })
    }

    /// The title of a rule's pack.
    pub fn pack_title(&self, rule: &Rule) -> Option<&str> {
        self.library.by_hash(&rule.pack.hash).map(|p| p.title.as_str())
    }
}

/// The bytes of a hash in hexadecimal.
pub(crate) fn hash_bytes(hash: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hash.get(at * 2..at * 2 + 2)?, 16).ok()?;
    }
    Some(bytes)
}
