//! What a word sounds like, coarse enough that romanisations of one name agree.
//!
//! Consonants fall into classes, vowels are dropped except at the beginning. Where a letter is heard in several ways (`ch` in
//! Charles, Christina and Mikhail), each way is followed, up to a bound. Written for the spellings that offices give one name,
//! not for any one language; `tests/names.rs` has the table of what is found by it and what is not.

use std::cmp::Ordering;

/// So many ways of hearing one word are kept.
const WAYS: usize = 16;

/// What is heard, in classes: `A` a vowel that begins a word, `B` b p, `F` f v, `H` h and what is breathed, `K` k q, `L M N R`,
/// `S` every hiss, `T` t d, `Y` a y that begins a word; and digits, in a name that was typed so. The place of each is its number
/// in a [`Way`]; 0 is none.
const SOUNDS: &[u8; 23] = b" ABFHKLMNRSTY0123456789";

const A: Way = Way::of(b'A');
const B: Way = Way::of(b'B');
const F: Way = Way::of(b'F');
const H: Way = Way::of(b'H');
const K: Way = Way::of(b'K');
const L: Way = Way::of(b'L');
const M: Way = Way::of(b'M');
const N: Way = Way::of(b'N');
const R: Way = Way::of(b'R');
const S: Way = Way::of(b'S');
const T: Way = Way::of(b'T');
const Y: Way = Way::of(b'Y');
const KS: Way = K.then(S);
const SILENT: Way = Way(0);

/// Spellings that begin with one letter, longer ones first, and how each is heard, the likeliest first.
type Spellings = &'static [(&'static str, &'static [Way])];

fn heard(letter: u8) -> Spellings {
    match letter {
        b'a' => &[("a", &[SILENT])],
        b'b' => &[("bh", &[B]), ("b", &[B])],
        b'c' => &[
            ("ch", &[S, H, K]),
            ("ck", &[K]),
            ("cz", &[S]),
            ("ce", &[S, K]),
            ("ci", &[S, K]),
            ("cy", &[S, K]),
            ("c", &[K, S]),
        ],
        b'd' => &[
            ("dsch", &[S]),
            ("dsh", &[S]),
            ("dzh", &[S]),
            ("dz", &[S]),
            ("dj", &[S]),
            ("dh", &[T]),
            ("d", &[T]),
        ],
        b'e' => &[("e", &[SILENT])],
        b'f' => &[("f", &[F])],
        b'g' => &[
            ("gh", &[H]),
            ("gj", &[S]),
            ("ge", &[H, S, Y]),
            ("gi", &[H, S, Y]),
            ("g", &[H]),
        ],
        b'h' => &[("h", &[H, SILENT])],
        b'i' => &[("i", &[SILENT])],
        b'j' => &[("j", &[S, Y])],
        b'k' => &[("kh", &[H]), ("k", &[K])],
        b'l' => &[("l", &[L])],
        b'm' => &[("m", &[M])],
        b'n' => &[("n", &[N])],
        b'o' => &[("o", &[SILENT])],
        b'p' => &[("ph", &[F]), ("p", &[B])],
        b'q' => &[("qu", &[K]), ("q", &[K])],
        b'r' => &[("rh", &[R]), ("r", &[R])],
        b's' => &[("shch", &[S]), ("sch", &[S]), ("sh", &[S]), ("sz", &[S]), ("s", &[S])],
        b't' => &[
            ("tsch", &[S]),
            ("tch", &[S]),
            ("ts", &[S]),
            ("tz", &[S]),
            ("th", &[T]),
            ("t", &[T]),
        ],
        b'u' => &[("u", &[SILENT])],
        b'v' => &[("v", &[F])],
        b'w' => &[("w", &[F, SILENT])],
        b'x' => &[("xh", &[S]), ("x", &[KS, S])],
        b'y' => &[("y", &[SILENT])],
        b'z' => &[("zh", &[S]), ("z", &[S])],
        _ => &[],
    }
}

/// What is heard otherwise where a word begins: vowels, and a y that one spelling writes and another does not (Yelena, Elena;
/// Iulia, Julia).
fn heard_first(letter: u8) -> Spellings {
    match letter {
        b'a' => &[("a", &[A])],
        b'e' => &[("e", &[A])],
        b'h' => &[("h", &[H])],
        b'i' => &[
            ("ie", &[Y, A]),
            ("io", &[Y, A]),
            ("iu", &[Y, A]),
            ("ia", &[Y, A]),
            ("i", &[A]),
        ],
        b'j' => &[("je", &[Y, A, S])],
        b'o' => &[("o", &[A])],
        b'u' => &[("u", &[A])],
        b'w' => &[("w", &[F])],
        b'y' => &[("ye", &[Y, A]), ("yi", &[Y, A]), ("y", &[Y])],
        _ => &[],
    }
}

/// A way to hear a word: its sounds as one number, the last lowest. It holds [`Way::MOST`] of them and leaves out the rest: a
/// word of 24 letters has more only if at least two are an x and hardly any a vowel.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Way(u128);

impl Way {
    /// Bits of a sound.
    const BITS: u32 = 5;
    const MOST: u32 = u128::BITS / Self::BITS;

    /// One sound; none if it is not in [`SOUNDS`].
    const fn of(sound: u8) -> Self {
        let mut left: &[u8] = SOUNDS;
        while let Some((last, before)) = left.split_last() {
            if *last == sound {
                return Self(before.len() as u128);
            }
            left = before;
        }
        Self(0)
    }

    /// This, and then that.
    const fn then(self, that: Self) -> Self {
        if self.len() + that.len() > Self::MOST {
            return self;
        }
        Self((self.0 << (that.len() * Self::BITS)) | that.0)
    }

    /// How many sounds there are.
    pub(crate) const fn len(self) -> u32 {
        (u128::BITS - self.0.leading_zeros()).div_ceil(Self::BITS)
    }

    /// The sounds as letters. An index keeps hashes of this text, so it must stay as it is.
    pub(crate) fn text(self) -> String {
        let places = (0..self.len()).rev();
        let numbers = places.map(|place| (self.0 >> (place * Self::BITS)) as usize & ((1 << Self::BITS) - 1));
        numbers.filter_map(|n| SOUNDS.get(n)).map(|s| char::from(*s)).collect()
    }
}

/// The ways in which a word of plain Latin letters can be heard, in order and each once.
pub(crate) fn sounds(word: &str) -> Box<[Way]> {
    let mut ways: Vec<Way> = Vec::with_capacity(WAYS);
    let mut longer: Vec<Way> = Vec::with_capacity(WAYS);
    ways.push(SILENT);
    let mut rest = word;
    let mut former = "";
    while let Some(letter) = rest.bytes().next() {
        let first = if rest.len() == word.len() {
            heard_first(letter)
        } else {
            &[]
        };
        let mut spellings = first.iter().chain(heard(letter));
        let next = spellings.find_map(|(spelling, heard)| Some((*spelling, *heard, rest.strip_prefix(spelling)?)));
        let Some((spelling, heard, after)) = next else {
            // A digit, in a name that was typed so. A double one is heard twice.
            for way in &mut ways {
                *way = way.then(Way::of(letter));
            }
            former = "";
            rest = rest.get(1..).unwrap_or("");
            continue;
        };
        // A double letter is heard once.
        if spelling != former {
            // The likeliest hearing of all ways comes first, so that the bound cuts the least likely.
            let each = heard.iter().flat_map(|sound| ways.iter().map(|way| way.then(*sound)));
            longer.clear();
            longer.extend(each.take(WAYS));
            std::mem::swap(&mut ways, &mut longer);
        }
        former = spelling;
        rest = after;
    }
    ways.retain(|way| *way != SILENT);
    ways.sort_unstable();
    ways.dedup();
    ways.into_boxed_slice()
}

/// The longest way that is in both, each in order.
pub(crate) fn longest_common(mut one: &[Way], mut other: &[Way]) -> Option<Way> {
    // A longer way is a greater number.
    while let ([one_less @ .., a], [other_less @ .., b]) = (one, other) {
        match a.cmp(b) {
            Ordering::Equal => return Some(*a),
            Ordering::Greater => one = one_less,
            Ordering::Less => other = other_less,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(word: &str) -> Vec<String> {
        sounds(word).iter().map(|way| way.text()).collect()
    }

    #[test]
    fn one_name_is_heard_alike_in_its_spellings() {
        let alike = |a: &str, b: &str| {
            assert!(
                longest_common(&sounds(a), &sounds(b)).is_some(),
                "{a} {b}: {:?} {:?}",
                of(a),
                of(b)
            )
        };
        alike("olga", "olha");
        alike("youssef", "ywsf");
        alike("muhammad", "mehmet");
        alike("schewtschenko", "shevchenko");
        alike("zahra", "zara");
        alike("julia", "iuliia");
        alike("christina", "khristina");
    }

    #[test]
    fn different_names_are_heard_differently() {
        for (a, b) in [
            ("olga", "elena"),
            ("youssef", "ibrahim"),
            ("maria", "marta"),
            ("ali", "leo"),
        ] {
            assert!(longest_common(&sounds(a), &sounds(b)).is_none(), "{a} {b}");
        }
    }

    #[test]
    fn the_ways_of_a_long_word_are_bounded() {
        assert!(sounds(&"chgej".repeat(20)).len() <= WAYS);
        assert!(sounds("").is_empty());
    }

    /// Hashes of these texts are in indexes: they must not change.
    #[test]
    fn the_text_of_a_way_stays_as_it_was() {
        for (word, texts) in [
            ("olga", "ALH"),
            ("yelena", "ALN YLN"),
            ("jelena", "ALN SLN YLN"),
            ("julia", "SL YL"),
            ("zahra", "SHR SR"),
            ("hannah", "HN HNH"),
            ("anna", "AN"),
            ("max", "MKS MS"),
            ("maksim", "MKSM"),
            ("george", "HRH HRS HRY SRH SRS SRY YRH YRS YRY"),
            ("michael", "MHL MKL MSL"),
            ("wywwzz", "FFS FS"),
            ("schtschtsch", "SS"),
            ("tsvetan", "SFTN"),
            ("dschdshdzh", "SSS"),
            ("quentin", "KNTN"),
            ("h2oo11", "H211"),
            ("0123456789", "0123456789"),
            ("bdfklmnpqrstvz", "BTFKLMNBKRSTFS"),
            ("cjw", "KS KSF KY KYF SS SSF SY SYF"),
            ("lmnrlmnrlmnrlmnrlmnrlmnr", "LMNRLMNRLMNRLMNRLMNRLMNR"),
            (
                "xlmnrlmnrlmnrlmnrlmnrlmn",
                "KSLMNRLMNRLMNRLMNRLMNRLMN SLMNRLMNRLMNRLMNRLMNRLMN",
            ),
        ] {
            let mut ways = of(word);
            ways.sort();
            assert_eq!(ways.join(" "), texts, "{word}");
        }
    }

    #[test]
    fn what_no_word_sounds_like_is_cut() {
        let longest = sounds(&"xl".repeat(12)).iter().map(|way| way.len()).max();
        assert_eq!(longest, Some(Way::MOST));
    }

    #[test]
    fn the_longest_common_way_is_found() {
        let way = |text: &str| text.bytes().fold(SILENT, |way, sound| way.then(Way::of(sound)));
        let ways = |texts: &[&str]| {
            let mut ways: Vec<Way> = texts.iter().map(|t| way(t)).collect();
            ways.sort();
            ways
        };
        for (one, other, common) in [
            (&["MHL", "MSL", "ML"][..], &["SL", "ML"][..], Some("ML")),
            (&["A", "SS"], &["A", "SS"], Some("SS")),
            (&["A", "TT"], &["A", "TTT"], Some("A")),
            (&["A", "B"], &["F"], None),
            (&[], &["F"], None),
        ] {
            let found = longest_common(&ways(one), &ways(other)).map(Way::text);
            assert_eq!(found.as_deref(), common, "{one:?} {other:?}");
        }
    }
}
