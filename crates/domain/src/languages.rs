//! Languages: the two-letter codes of ISO 639-1, the three-letter ones of ISO 639-2 and 639-3 where there is
//! no shorter. They are also the tags by which a page says in which language words stand.

use crate::codes::code_field;
use crate::fields::{Code, CodeList, Control, Field, FieldProblem, Problem, Raw};
use crate::value::{Kind, Value};

/// The codes: the living languages of ISO 639-2, and some of ISO 639-3 that children speak and that it joins
/// under a wider one. `sgn` is any sign language.
#[rustfmt::skip] // a table
const CODES: &[&str] = &[
    "aa", "ab", "ace", "ach", "acm", "ada", "ady", "af", "ain", "ak", "ale", "alt", "am", "an", "anp", "apc", "apd",
    "ar", "arn", "arp", "arw", "ary", "arz", "as", "ast", "av", "awa", "ay", "az", "ba", "bal", "ban", "bas", "be",
    "bej", "bem", "bg", "bho", "bi", "bik", "bin", "bla", "bm", "bn", "bo", "br", "bra", "bs", "bua", "bug", "byn",
    "ca", "cad", "car", "ce", "ceb", "ch", "chk", "chm", "chn", "chp", "chr", "chy", "ckb", "cmn", "cnr", "co", "cr",
    "crh", "cs", "csb", "cv", "cy", "da", "dak", "dar", "de", "den", "dgr", "din", "doi", "dsb", "dua", "dv", "dyu",
    "dz", "ee", "efi", "eka", "el", "en", "es", "et", "eu", "ewo", "fa", "fan", "fat", "ff", "fi", "fil", "fj", "fo",
    "fon", "fr", "frr", "frs", "fur", "fy", "ga", "gaa", "gay", "gba", "gd", "gil", "gl", "gn", "gon", "gor", "grb",
    "gsw", "gu", "gv", "gwi", "ha", "hai", "haw", "haz", "he", "hi", "hil", "hmn", "ho", "hr", "hsb", "ht", "hu",
    "hup", "hy", "hz", "iba", "id", "ig", "ii", "ik", "ilo", "inh", "is", "it", "iu", "ja", "jpr", "jrb", "jv", "ka",
    "kaa", "kab", "kac", "kam", "kbd", "kea", "kg", "kha", "ki", "kj", "kk", "kl", "km", "kmb", "kmr", "kn", "ko",
    "kok", "kos", "kpe", "kr", "krc", "kri", "krl", "kru", "ks", "ku", "kum", "kut", "kv", "kw", "ky", "lad", "lah",
    "lam", "lb", "lez", "lg", "li", "ln", "lo", "lol", "loz", "lt", "lu", "lua", "lun", "luo", "lus", "luy", "lv",
    "mad", "mag", "mai", "mak", "man", "mas", "mdf", "mdr", "men", "mfe", "mg", "mh", "mi", "mic", "min", "mk", "ml",
    "mn", "mnc", "mni", "moh", "mos", "mr", "ms", "mt", "mwl", "mwr", "my", "myv", "na", "nap", "nb", "nd", "nds",
    "ne", "new", "ng", "nia", "niu", "nl", "nn", "no", "nog", "nqo", "nr", "nso", "nv", "ny", "nym", "nyn", "nyo",
    "nzi", "oc", "oj", "om", "or", "os", "osa", "pa", "pag", "pam", "pap", "pau", "pcm", "pl", "pon", "prs", "ps",
    "pt", "qu", "raj", "rap", "rar", "rhg", "rif", "rm", "rmy", "rn", "ro", "rom", "ru", "rup", "rw", "sad", "sah",
    "sas", "sat", "sc", "scn", "sco", "sd", "se", "sel", "sg", "shi", "shn", "si", "sid", "sk", "sl", "sm", "sma",
    "smj", "smn", "sms", "sn", "snk", "so", "sq", "sr", "srn", "srr", "ss", "st", "su", "suk", "sus", "sv", "sw",
    "syl", "syr", "ta", "te", "tem", "ter", "tet", "tg", "th", "ti", "tig", "tiv", "tk", "tkl", "tl", "tli", "tmh",
    "tn", "to", "tog", "tpi", "tr", "ts", "tsi", "tt", "tum", "tvl", "tw", "ty", "tyv", "tzm", "udm", "ug", "uk",
    "umb", "ur", "uz", "vai", "ve", "vi", "vot", "wa", "wal", "war", "was", "wo", "xal", "xh", "yao", "yap", "yi",
    "yo", "yue", "za", "zap", "zgh", "zh", "zu", "zza", "sgn", "other", "not_known",
];

/// A language. The words for its code are locale keys `code-language-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Language(&'static str);

impl Language {
    /// The tag by which a page marks words of this language; `None` where the code names none.
    pub fn tag(self) -> Option<&'static str> {
        (!matches!(self.0, "other" | "not_known")).then_some(self.0)
    }
}

impl Code for Language {
    const LIST: CodeList = CodeList {
        name: "language",
        codes: CODES,
    };
    fn code(self) -> &'static str {
        self.0
    }
    fn of(code: &str) -> Option<Self> {
        CODES.iter().find(|c| **c == code).map(|c| Self(c))
    }
}

code_field!(Language);
