//! Any script to plain Latin letters.

use unicode_normalization::UnicodeNormalization;

/// What is written otherwise than letter by letter, before each letter gets its Latin one. Longer ones first.
const TOGETHER: &[(&str, &str)] = &[
    // Greek pairs of letters that are one sound.
    ("γγ", "ng"),
    ("γκ", "g"),
    ("μπ", "b"),
    ("ντ", "d"),
    ("ου", "u"),
    ("αυ", "av"),
    ("ευ", "ev"),
    ("αύ", "av"),
    ("εύ", "ev"),
    // The feminine ending of Arabic is heard as a vowel.
    ("ة", "a"),
    ("ه‌", "a"),
    // Vav is a vowel as often as it is a consonant.
    ("ו", "w"),
    // Not the two letters that Serbian would give.
    ("đ", "d"),
];

/// Letters of Arabic that carry a vowel when a word begins with them.
const BEGIN_WITH_A_VOWEL: &str = "اأإآٱعءئؤ";

/// The words of a name in plain Latin small letters. What joins names (space, hyphen) parts words; apostrophes do not.
pub(crate) fn words(name: &str) -> Vec<String> {
    let mut text = name.to_lowercase();
    // Nothing of this is in ASCII.
    if !text.is_ascii() {
        // Composed, so that the pairs above are found; accents go when letters are made Latin.
        text = text.nfkc().collect();
        for (from, to) in TOGETHER {
            if text.contains(from) {
                text = text.replace(from, to);
            }
        }
    }
    let mut latin = String::with_capacity(text.len());
    let mut begins = true;
    for letter in text.chars() {
        if begins && BEGIN_WITH_A_VOWEL.contains(letter) {
            latin.push('a');
        } else if is_ideograph(letter) {
            // Each is a syllable, and names are written with and without a space between them.
            latin.push(' ');
            latin.push_str(any_ascii::any_ascii_char(letter));
            latin.push(' ');
        } else if letter.is_whitespace() || "-‐‑–—_/,.;()·・".contains(letter) {
            latin.push(' ');
        } else {
            latin.push_str(any_ascii::any_ascii_char(letter));
        }
        begins = latin.ends_with(' ') || latin.is_empty();
    }
    latin
        .split(' ')
        .map(|word| {
            let letters = word.chars().filter(char::is_ascii_alphanumeric);
            letters.map(|c| c.to_ascii_lowercase()).collect::<String>()
        })
        .filter(|word| !word.is_empty())
        .collect()
}

fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

/// Whether a name is written in a script that leaves most vowels out, so that only sounds can be compared.
pub(crate) fn leaves_vowels_out(name: &str) -> bool {
    name.chars()
        .any(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'))
}

#[cfg(test)]
mod tests {
    use super::words;

    fn of(name: &str) -> String {
        let words: Vec<String> = words(name).iter().map(|w| w.to_string()).collect();
        words.join(" ")
    }

    #[test]
    fn names_become_latin_words() {
        for (name, latin) in [
            ("Ольга Петренко", "olga petrenko"),
            ("Nguyễn Thị Đào", "nguyen thi dao"),
            ("Nguyê\u{303}n", "nguyen"),
            ("يوسف", "ywsf"),
            ("أحمد", "ahmd"),
            ("فاطمة", "ftma"),
            ("李娜", "li na"),
            ("Ευάγγελος", "evangelos"),
            ("Jean-Luc O’Connor", "jean luc oconnor"),
            ("  ", ""),
            ("Ștefan Müller", "stefan muller"),
        ] {
            assert_eq!(of(name), latin, "{name}");
        }
    }
}
