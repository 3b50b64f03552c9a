//! The hash chain: each entry's link covers the digest of its sealed bytes, its clear columns and the link before.
//! No key is needed to walk it.

use crate::fields::Fields;
use tutela_domain::ids::CaseId;

/// One link, or one digest.
pub(crate) type Digest = [u8; 32];

/// The clear columns of an entry, as they stand in the database.
pub(crate) struct ClearEntry<'a> {
    pub(crate) case: CaseId,
    pub(crate) seq: i64,
    pub(crate) record_type: &'a str,
    pub(crate) occurred_from: i64,
    pub(crate) occurred_to: i64,
    pub(crate) written: i64,
    pub(crate) staff: &'a str,
    pub(crate) agency: &'a str,
}

impl ClearEntry<'_> {
    fn fields(&self, label: &str) -> Fields {
        Fields::new(label)
            .bytes(self.case.as_bytes())
            .number(self.seq)
            .text(self.record_type)
            .number(self.occurred_from)
            .number(self.occurred_to)
            .number(self.written)
            .text(self.staff)
            .text(self.agency)
    }

    /// The associated data under which the entry is sealed: no clear column can be exchanged unnoticed.
    pub(crate) fn associated(&self) -> Vec<u8> {
        self.fields("tutela entry 1").finish()
    }

    /// The link of this entry after the link before it.
    pub(crate) fn link(&self, before: &Digest, sealed_digest: &Digest) -> Digest {
        self.fields("tutela entry link 1")
            .bytes(sealed_digest)
            .bytes(before)
            .digest()
    }
}

/// The clear columns of an audit row.
pub(crate) struct ClearAudit<'a> {
    pub(crate) at: i64,
    pub(crate) staff: &'a str,
    pub(crate) role: &'a str,
    pub(crate) action: &'a str,
    pub(crate) purpose: &'a str,
    pub(crate) case_tag: i64,
}

impl ClearAudit<'_> {
    fn fields(&self, label: &str) -> Fields {
        Fields::new(label)
            .number(self.at)
            .text(self.staff)
            .text(self.role)
            .text(self.action)
            .text(self.purpose)
            .number(self.case_tag)
    }

    /// The associated data of the sealed part. Without the row's number, which is known only inside the transaction;
    /// the order is held by the chain.
    pub(crate) fn associated(&self) -> Vec<u8> {
        self.fields("tutela audit 1").finish()
    }

    /// The link of this row after the link before it.
    pub(crate) fn link(&self, row: i64, before: &Digest, sealed_digest: &Digest) -> Digest {
        self.fields("tutela audit link 1")
            .number(row)
            .bytes(sealed_digest)
            .bytes(before)
            .digest()
    }
}

/// The digest of sealed bytes.
pub(crate) fn sealed_digest(sealed: &[u8]) -> Digest {
    *blake3::hash(sealed).as_bytes()
}

/// The link before a case's first entry: binds the case's id, reference and instant of creation.
pub(crate) fn case_start(case: CaseId, reference: &str, created: i64) -> Digest {
    Fields::new("tutela case 1")
        .bytes(case.as_bytes())
        .text(reference)
        .number(created)
        .digest()
}

/// The link before the first audit row.
pub(crate) fn audit_start() -> Digest {
    Fields::new("tutela audit start 1").digest()
}

/// What one case adds to the digest over all heads.
pub(crate) fn head_digest(case: CaseId, head: i64, chain: &[u8]) -> Digest {
    Fields::new("tutela head 1")
        .bytes(case.as_bytes())
        .number(head)
        .bytes(chain)
        .digest()
}

/// Adds a head to the digest over all heads, or takes it out again (the same act), in any order.
pub(crate) fn mix(all: &mut Digest, head: &Digest) {
    for (into, from) in all.iter_mut().zip(head) {
        *into ^= from;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn link(staff: &str, agency: &str, seq: i64, sealed: &[u8]) -> Digest {
        ClearEntry {
            case: CaseId::from_random([1; 16]),
            seq,
            record_type: "risk_assessment",
            occurred_from: 1,
            occurred_to: 2,
            written: 3,
            staff,
            agency,
        }
        .link(&[0; 32], &sealed_digest(sealed))
    }

    proptest! {
        #[test]
        fn any_flipped_byte_changes_the_link(sealed in prop::collection::vec(any::<u8>(), 1..400), at in any::<prop::sample::Index>(), flip in 1_u8..) {
            let mut other = sealed.clone();
            let at = at.index(other.len());
            other[at] ^= flip;
            prop_assert_ne!(link("s-1", "a", 1, &sealed), link("s-1", "a", 1, &other));
        }

        #[test]
        fn neighbouring_columns_do_not_run_together(left in "[a-c]{0,4}", right in "[a-c]{0,4}", other_left in "[a-c]{0,4}", other_right in "[a-c]{0,4}") {
            let same = left == other_left && right == other_right;
            prop_assert_eq!(link(&left, &right, 1, b"x") == link(&other_left, &other_right, 1, b"x"), same);
        }
    }

    #[test]
    fn mixing_twice_takes_out() {
        let mut all = [0; 32];
        let (one, two) = ([7; 32], [9; 32]);
        mix(&mut all, &one);
        mix(&mut all, &two);
        mix(&mut all, &one);
        assert_eq!(all, two);
    }
}
