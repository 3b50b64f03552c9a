//! Checkpoints: a signed list of what every chain had come to at one instant. Kept elsewhere, one shows later that the
//! store still holds all that it covered.
//!
//! A text, so that it can be read, printed and sent. The list names no case: a line holds a tag of the case, another in
//! each checkpoint, and a digest of its head. Who holds only checkpoints learns how many cases there are and how many
//! were written to in between.

use crate::chain::{self, Digest};
use crate::error::StoreError;
use crate::fields::Fields;
use crate::keys::{Keys, hex};
use ed25519_dalek::{Signature, VerifyingKey};
use jiff::Timestamp;
use std::fmt;
use std::str::FromStr;
use tutela_domain::ids::CaseId;

const TITLE: &str = "tutela checkpoint 1";

/// What every chain had come to at one instant, signed by the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// When it was made.
    pub made: Timestamp,
    /// How many entries it covers.
    pub entries: u64,
    /// How many audit rows it covers.
    pub audit_rows: u64,
    pub(crate) audit_chain: Digest,
    pub(crate) heads: Vec<CoveredHead>,
    key: Digest,
    signature: [u8; 64],
}

/// The head of one case, as a checkpoint holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CoveredHead {
    pub(crate) tag: [u8; 16],
    pub(crate) head: Digest,
}

/// The tag of a case in the checkpoint of one instant.
pub(crate) fn tag(case: CaseId, made: Timestamp) -> [u8; 16] {
    let digest = Fields::new("tutela checkpoint tag 1")
        .bytes(case.as_bytes())
        .number(made.as_microsecond())
        .digest();
    let mut tag = [0; 16];
    tag.iter_mut().zip(digest).for_each(|(into, from)| *into = from);
    tag
}

impl Checkpoint {
    /// Signs what the chains have come to: of each case its id, the place of its last entry and that one's link.
    pub(crate) fn signed(
        keys: &Keys,
        made: Timestamp,
        cases: &[(CaseId, i64, Vec<u8>)],
        audit: (u64, Digest),
    ) -> Result<Self, StoreError> {
        let mut entries = 0_u64;
        let mut heads = Vec::with_capacity(cases.len());
        for (case, head, link) in cases {
            entries += crate::columns::place(*head)?;
            heads.push(CoveredHead {
                tag: tag(*case, made),
                head: chain::head_digest(*case, *head, link),
            });
        }
        // By tag: the order of the cases would tell which line is which.
        heads.sort();
        let (audit_rows, audit_chain) = audit;
        let mut checkpoint = Self {
            made,
            entries,
            audit_rows,
            audit_chain,
            heads,
            key: keys.checkpoint_key(),
            signature: [0; 64],
        };
        checkpoint.signature = keys.sign(checkpoint.covered().as_bytes());
        Ok(checkpoint)
    }

    /// How many cases it covers.
    pub fn cases(&self) -> u64 {
        self.heads.len() as u64
    }

    /// The public key that it says it was signed by, in hexadecimal.
    pub fn key(&self) -> String {
        hex(&self.key)
    }

    /// Whether it was signed by this key and is as it was signed.
    pub(crate) fn is_signed_by(&self, key: &[u8]) -> bool {
        let signed = VerifyingKey::from_bytes(&self.key).is_ok_and(|key| {
            key.verify_strict(self.covered().as_bytes(), &Signature::from_bytes(&self.signature))
                .is_ok()
        });
        signed && key == self.key
    }

    /// The lines that the signature covers.
    fn covered(&self) -> String {
        let mut list = Fields::new("tutela checkpoint list 1");
        for covered in &self.heads {
            list = list.bytes(&covered.tag).bytes(&covered.head);
        }
        format!(
            "{TITLE}\nmade {}\ncases {}\nentries {}\naudit-rows {}\naudit {}\nlist {}\nkey {}\n",
            self.made,
            self.heads.len(),
            self.entries,
            self.audit_rows,
            hex(&self.audit_chain),
            hex(&list.digest()),
            hex(&self.key),
        )
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}signature {}\n\n", self.covered(), hex(&self.signature))?;
        for covered in &self.heads {
            writeln!(f, "{} {}", hex(&covered.tag), hex(&covered.head))?;
        }
        Ok(())
    }
}

impl FromStr for Checkpoint {
    type Err = StoreError;

    /// Reads the text of a checkpoint; what it says is not believed until its signature was checked.
    fn from_str(text: &str) -> Result<Self, StoreError> {
        let no_checkpoint = StoreError::NotAcceptable {
            field: "the checkpoint",
            why: "is cut, was changed, or is none",
        };
        let read = read(text).ok_or_else(|| no_checkpoint.clone())?;
        // Also the counts and the digest of the list, which are reckoned and not kept, must stand there as they are.
        if read.to_string().trim_end() == text.replace("\r\n", "\n").trim_end() {
            Ok(read)
        } else {
            Err(no_checkpoint)
        }
    }
}

fn read(text: &str) -> Option<Checkpoint> {
    let mut lines = text.lines();
    if lines.next()? != TITLE {
        return None;
    }
    let mut value = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ').map(str::to_owned);
    let made = value("made")?.parse().ok()?;
    value("cases")?;
    let entries = value("entries")?.parse().ok()?;
    let audit_rows = value("audit-rows")?.parse().ok()?;
    let audit_chain = bytes(&value("audit")?)?;
    value("list")?;
    let key = bytes(&value("key")?)?;
    let signature = bytes(&value("signature")?)?;
    let heads = lines.skip(1).map(|line| {
        let (tag, head) = line.split_once(' ')?;
        Some(CoveredHead {
            tag: bytes(tag)?,
            head: bytes(head)?,
        })
    });
    Some(Checkpoint {
        made,
        entries,
        audit_rows,
        audit_chain,
        heads: heads.collect::<Option<_>>()?,
        key,
        signature,
    })
}

fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let pairs = text.as_bytes().chunks(2).map(|pair| match pair {
        [high, low] => Some(digit(*high)? * 16 + digit(*low)?),
        _ => None,
    });
    pairs.collect::<Option<Vec<u8>>>()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::{KeySource, first_start};

    #[test]
    fn a_checkpoint_is_read_as_it_was_written_and_a_change_is_found() {
        let (_, keys, first) = first_start(&KeySource::passphrase("x")).unwrap();
        let (_, stranger, _) = first_start(&KeySource::passphrase("x")).unwrap();
        let case = |n: u8| (CaseId::from_random([n; 16]), i64::from(n), vec![n; 32]);
        let made = "2026-11-24T09:00:00Z".parse().unwrap();
        let checkpoint = Checkpoint::signed(&keys, made, &[case(1), case(2)], (7, [3; 32])).unwrap();
        let text = checkpoint.to_string();
        assert_eq!(text.parse(), Ok(checkpoint.clone()));
        assert_eq!(
            (checkpoint.cases(), checkpoint.entries, checkpoint.key()),
            (2, 3, first.checkpoint_key)
        );
        assert!(checkpoint.is_signed_by(&keys.checkpoint_key()));
        assert!(!checkpoint.is_signed_by(&stranger.checkpoint_key()));
        assert!(!text.contains(&checkpoint.heads[0].tag.map(|_| '0').iter().collect::<String>()));
        for (from, to) in [
            ("cases 2", "cases 1"),
            ("entries 3", "entries 2"),
            ("audit-rows 7", "audit-rows 6"),
        ] {
            let changed = text.replace(from, to);
            assert_ne!(changed, text);
            let found: Result<Checkpoint, _> = changed.parse();
            assert!(
                found.is_err() || !found.unwrap().is_signed_by(&keys.checkpoint_key()),
                "{to}"
            );
        }
        for cut in 0..text.len() - 1 {
            assert!(text[..cut].parse::<Checkpoint>().is_err(), "{cut}");
        }
        // Another list under the same signature.
        let mut other = checkpoint.clone();
        other.heads.pop();
        assert!(!other.is_signed_by(&keys.checkpoint_key()));
    }
}
