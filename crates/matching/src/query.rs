//! What somebody types to find a name, and how near a name comes to it.

use crate::names::{Names, Writing};
use crate::sounds::longest_common;
use crate::spelling::{FORGIVEN, Key, Word};
use std::collections::BTreeSet;
use std::fmt;

/// So many words of what was typed count. No name has more, and each costs look-ups.
const MOST_WORDS: usize = 12;

/// How a name was found, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// The words are the same, in this or another script.
    Same,
    /// A word begins so.
    Begins,
    /// One letter differs.
    OneTypo,
    /// It is heard alike.
    SoundsAlike,
}

impl How {
    /// All of them, the surest first.
    pub const ALL: [Self; 4] = [Self::Same, Self::Begins, Self::OneTypo, Self::SoundsAlike];
}

/// How near a name comes to what was asked; the smaller the nearer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Closeness {
    /// How its least sure word was found.
    pub how: How,
    /// From 0, not alike at all, to 1, the same letters; always 1 for [`How::Same`].
    pub alike: f64,
}

impl Closeness {
    /// The surest first, then the most alike.
    pub fn nearer(&self, other: &Self) -> std::cmp::Ordering {
        self.how.cmp(&other.how).then(other.alike.total_cmp(&self.alike))
    }
}

/// Words by which a name is looked for: each must be found in it.
pub struct Query {
    /// The words one by one.
    words: Vec<Asked>,
    /// The same as one word, if there are several: they may be one in the name.
    joined: Option<Asked>,
}

struct Asked {
    word: Word,
    vowels_missing: bool,
}

impl fmt::Debug for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[withheld]")
    }
}

impl Query {
    /// What was typed, in any script; `None` when there is no letter in it.
    pub fn of(typed: &str) -> Option<Self> {
        let Writing { words, vowels_missing } = Writing::of(typed);
        let asked = |word| Asked { word, vowels_missing };
        let (joined, mut words): (Vec<_>, Vec<_>) = words.into_iter().partition(|w| w.joined);
        words.truncate(MOST_WORDS);
        if words.is_empty() {
            return None;
        }
        let joined = if words.len() == 2 {
            joined.into_iter().next_back()
        } else {
            None
        };
        Some(Self {
            words: words.into_iter().map(asked).collect(),
            joined: joined.map(asked),
        })
    }

    /// For each way of reading what was typed, for each of its words, the keys of which a name must have one; in tiers, one
    /// for each [`How`]. A name whose closeness is of one `How` has, for each word, a key of that tier or of a nearer one.
    pub fn asks(&self) -> Vec<Vec<Vec<BTreeSet<Key>>>> {
        let one_by_one = self.words.iter().map(Asked::keys).collect();
        let as_one = self.joined.iter().map(|j| vec![j.keys()]);
        std::iter::once(one_by_one).chain(as_one).collect()
    }

    /// How near the nearest of a person's names comes; `None` when none is near.
    pub fn closeness(&self, names: &Names) -> Option<Closeness> {
        let near = names.writings().iter().filter_map(|writing| {
            let there = &writing.words;
            let best = |asked: &Asked| {
                let written = there
                    .iter()
                    .filter_map(|w| asked.written_near(w))
                    .min_by(Closeness::nearer);
                // Whatever is written alike is nearer than what only sounds so.
                let heard = || there.iter().filter_map(|w| asked.heard_near(w, writing.vowels_missing));
                written.or_else(|| heard().min_by(Closeness::nearer))
            };
            let one_by_one: Option<Vec<Closeness>> = self.words.iter().map(best).collect();
            let one_by_one = one_by_one.and_then(together);
            let as_one = self.joined.as_ref().and_then(best);
            one_by_one.into_iter().chain(as_one).min_by(Closeness::nearer)
        });
        near.min_by(Closeness::nearer)
    }
}

/// The closeness of several words: as unsure as the least sure.
fn together(words: Vec<Closeness>) -> Option<Closeness> {
    let how = words.iter().map(|c| c.how).max()?;
    let alike = words.iter().map(|c| c.alike).sum::<f64>() / words.len() as f64;
    Some(Closeness { how, alike })
}

impl Asked {
    fn keys(&self) -> Vec<BTreeSet<Key>> {
        let tier = |how: &How| match how {
            How::Same => BTreeSet::from([self.word.whole()]),
            How::Begins => self.word.as_beginning().into_iter().collect(),
            How::OneTypo => self.word.as_mistyped().into_iter().collect(),
            How::SoundsAlike => self.word.sound_keys().into_iter().collect(),
        };
        How::ALL.iter().map(tier).collect()
    }

    /// How near a word comes as it is written.
    fn written_near(&self, word: &Word) -> Option<Closeness> {
        let (asked, there) = (&*self.word.text, &*word.text);
        let alike = || strsim::jaro_winkler(asked, there);
        if asked == there {
            return Some(Closeness {
                how: How::Same,
                alike: 1.0,
            });
        }
        if asked.len() >= 3 && !word.joined && there.starts_with(asked) {
            return Some(Closeness {
                how: How::Begins,
                alike: alike(),
            });
        }
        let forgiven = asked.len().min(there.len()) >= FORGIVEN;
        (forgiven && one_typo(asked.as_bytes(), there.as_bytes())).then(|| Closeness {
            how: How::OneTypo,
            alike: alike(),
        })
    }

    /// How near a word comes as it is heard.
    fn heard_near(&self, word: &Word, vowels_missing: bool) -> Option<Closeness> {
        let common = longest_common(self.word.sounds(), word.sounds())?;
        // One or two sounds alone say little, unless the vowels were never written.
        let alike = strsim::jaro_winkler(&self.word.text, &word.text);
        let enough = common.len() >= 3 || vowels_missing || self.vowels_missing || alike >= 0.7;
        enough.then_some(Closeness {
            how: How::SoundsAlike,
            alike,
        })
    }
}

/// Whether two words of plain letters differ by one: another letter, one more, one less, or two neighbours exchanged.
fn one_typo(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([a, one_rest @ ..], [b, other_rest @ ..]) = (one, other)
        && a == b
    {
        (one, other) = (one_rest, other_rest);
    }
    while let ([one_rest @ .., a], [other_rest @ .., b]) = (one, other)
        && a == b
    {
        (one, other) = (one_rest, other_rest);
    }
    match (one, other) {
        ([_], [_]) | ([_], []) | ([], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::one_typo;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(5000))]

        /// It is what the distance says that counts exchanged neighbours once.
        #[test]
        fn one_typo_is_a_distance_of_one(one in "[ab]{0,6}", other in "[abc]{0,6}") {
            let apart = strsim::osa_distance(&one, &other);
            prop_assert_eq!(one_typo(one.as_bytes(), other.as_bytes()), apart == 1);
        }
    }
}
