//! One unambiguous way to put several values into one string of bytes, for associated data and digests.

/// Values one after another, each with its length before it, so that no two lists of values give the same bytes.
pub(crate) struct Fields(Vec<u8>);

impl Fields {
    /// A new list; the label says what it is for, so that one use cannot be taken for another.
    pub(crate) fn new(label: &str) -> Self {
        Self(Vec::with_capacity(160)).text(label)
    }

    pub(crate) fn bytes(mut self, value: &[u8]) -> Self {
        self.0.extend_from_slice(&(value.len() as u64).to_le_bytes());
        self.0.extend_from_slice(value);
        self
    }

    pub(crate) fn text(self, value: &str) -> Self {
        self.bytes(value.as_bytes())
    }

    pub(crate) fn number(self, value: i64) -> Self {
        self.bytes(&value.to_le_bytes())
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.0
    }

    pub(crate) fn digest(self) -> [u8; 32] {
        *blake3::hash(&self.0).as_bytes()
    }
}
