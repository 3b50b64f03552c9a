//! Bytes that must not be seen: shown as a length in `Debug`, wiped when dropped.

use std::sync::Arc;
use zeroize::Zeroize;

/// Opened bytes. The store seals them before they touch the disk; `Debug` tells only how many there are. A clone shares them.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Plain(Arc<Wiped>);

#[derive(PartialEq, Eq, Default)]
struct Wiped(Vec<u8>);

impl Plain {
    /// The bytes.
    pub fn as_slice(&self) -> &[u8] {
        &self.0.0
    }

    /// The bytes, no longer wiped when dropped.
    pub fn into_bytes(self) -> Vec<u8> {
        match Arc::try_unwrap(self.0) {
            Ok(mut wiped) => std::mem::take(&mut wiped.0),
            Err(shared) => shared.0.clone(),
        }
    }

    /// Whether this is a clone of the other, or the other of this: then what was made of one need not be made of the other.
    pub fn is_shared_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Drop for Wiped {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl From<Vec<u8>> for Plain {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Arc::new(Wiped(bytes)))
    }
}

impl From<&[u8]> for Plain {
    fn from(bytes: &[u8]) -> Self {
        bytes.to_vec().into()
    }
}

impl From<&str> for Plain {
    fn from(text: &str) -> Self {
        text.as_bytes().into()
    }
}

impl std::fmt::Debug for Plain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Plain({} bytes)", self.as_slice().len())
    }
}
