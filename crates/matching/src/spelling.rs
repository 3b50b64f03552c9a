//! A name's words, and the keys by which an index finds it.

use crate::romanise::words;
use crate::sounds::{Way, sounds};
use std::collections::BTreeSet;
use std::fmt;
use std::sync::OnceLock;

/// Letters of a word that count; the rest of a longer one is cut.
const LONGEST: usize = 24;

/// Letters of a beginning that is kept, from and to.
const BEGINNINGS: std::ops::RangeInclusive<usize> = 3..=6;

/// From so many letters a word is found with one typing error; shorter ones would find each other.
pub(crate) const FORGIVEN: usize = 4;

/// Words that stand beside a name and are written or left out at will.
const PARTICLES: &[&str] = &[
    "al", "el", "ul", "bin", "ibn", "ben", "bint", "van", "von", "de", "da", "dos", "del",
];

/// Kinds of keys. What is left of a word stands apart from whole words, so that who types Maria finds her before any Mariam.
const WHOLE: char = 'w';
const LEFT_OUT: char = 'd';
const BEGINNING: char = 'b';
const SOUND: char = 's';

/// Something by which a name is found. It says much of the name, so it must be hashed with a key before it is kept.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(String);

impl Key {
    fn new(kind: char, text: &str) -> Self {
        Self(format!("{kind}{text}"))
    }

    /// What is to be hashed.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[withheld]")
    }
}

/// The keys under which names are kept, given each in every writing.
pub fn keys<'n>(names: impl IntoIterator<Item = &'n str>) -> BTreeSet<Key> {
    let mut keys = BTreeSet::new();
    for name in names {
        for word in spelt(name) {
            keys.insert(word.whole());
            keys.extend(word.left_out(LEFT_OUT));
            keys.extend(word.beginnings());
            keys.extend(word.sound_keys());
        }
    }
    keys
}

/// A word of a name.
pub(crate) struct Word {
    /// In plain Latin small letters.
    pub text: Box<str>,
    /// How it can be heard, once that was asked.
    sounds: OnceLock<Box<[Way]>>,
    /// Whether it is two words of the name written as one; nobody types its beginning.
    pub joined: bool,
}

/// The words of a name, and each two that follow each other as one: Abd al-Rahman is also Abdulrahman.
pub(crate) fn spelt(name: &str) -> Vec<Word> {
    let all = words(name);
    let plain: Vec<_> = all.iter().filter(|w| !PARTICLES.contains(&w.as_str())).collect();
    let mut spelt: Vec<Word> = plain.iter().map(|w| Word::of(w, false)).collect();
    if spelt.is_empty() {
        // A name may be a particle: Ben, Van.
        spelt.extend(all.iter().map(|w| Word::of(w, false)));
    }
    let mut join = |parts: &[&String]| {
        for pair in parts.windows(2) {
            let text: String = pair.iter().map(|w| w.as_str()).collect();
            spelt.push(Word::of(&text, true));
        }
        for three in parts
            .windows(3)
            .filter(|t| t.get(1).is_some_and(|w| PARTICLES.contains(&w.as_str())))
        {
            let text: String = three.iter().map(|w| w.as_str()).collect();
            spelt.push(Word::of(&text, true));
        }
    };
    join(&plain);
    if plain.len() < all.len() {
        join(&all.iter().collect::<Vec<_>>());
    }
    spelt
}

impl Word {
    fn of(text: &str, joined: bool) -> Self {
        // Plain ASCII by now, so that letters are bytes.
        let text = text.get(..LONGEST).unwrap_or(text);
        Self {
            sounds: OnceLock::new(),
            text: text.into(),
            joined,
        }
    }

    /// How it can be heard.
    pub(crate) fn sounds(&self) -> &[Way] {
        self.sounds.get_or_init(|| sounds(&self.text))
    }

    /// The whole word.
    pub(crate) fn whole(&self) -> Key {
        Key::new(WHOLE, &self.text)
    }

    /// The word with each letter left out.
    fn left_out(&self, kind: char) -> impl Iterator<Item = Key> + use<'_> {
        let forgiven = self.text.len() >= FORGIVEN;
        (0..self.text.len()).filter(move |_| forgiven).map(move |left_out| {
            let shorter = self.text.char_indices().filter(|(i, _)| *i != left_out).map(|(_, c)| c);
            Key::new(kind, &shorter.collect::<String>())
        })
    }

    /// The keys of words that differ by one typing error: they have a letter more, or one less, or both have one left out.
    pub(crate) fn as_mistyped(&self) -> Vec<Key> {
        if self.text.len() < FORGIVEN {
            return Vec::new();
        }
        let longer = Key::new(LEFT_OUT, &self.text);
        let shorter = self.left_out(WHOLE);
        std::iter::once(longer)
            .chain(shorter)
            .chain(self.left_out(LEFT_OUT))
            .collect()
    }

    fn beginnings(&self) -> Vec<Key> {
        let lengths = BEGINNINGS.filter(|_| !self.joined);
        lengths
            .filter_map(|n| self.text.get(..n))
            .map(|b| Key::new(BEGINNING, b))
            .collect()
    }

    /// The longest beginning that is kept, for a word of which perhaps only the beginning was typed.
    pub(crate) fn as_beginning(&self) -> Option<Key> {
        let longest = self.text.get(..*BEGINNINGS.end()).unwrap_or(&self.text);
        (longest.len() >= *BEGINNINGS.start()).then(|| Key::new(BEGINNING, longest))
    }

    pub(crate) fn sound_keys(&self) -> Vec<Key> {
        self.sounds().iter().map(|way| Key::new(SOUND, &way.text())).collect()
    }
}
