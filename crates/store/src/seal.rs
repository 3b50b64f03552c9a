//! Sealing: compress (zstd), pad to a bucket, encrypt (XChaCha20-Poly1305) under associated data.
//!
//! Layout: one version byte, 24 bytes of nonce, then the ciphertext of: length of the plain bytes (u32), length of the
//! compressed bytes (u32), the compressed bytes, zeros up to the next multiple of [`BUCKET`].
//!
//! Version 1 compresses each content by itself. Version 2 does so from a dictionary of what entries have in common, learned from
//! invented cases (`examples/dictionary.rs`): an entry takes half the bytes, and is opened faster. Both are opened for ever.

use crate::error::StoreError;
use crate::keys::Key;
use crate::plain::Plain;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use std::io;
use std::sync::{LazyLock, Mutex, PoisonError};
use zeroize::{Zeroize, Zeroizing};
use zstd::bulk::{Compressor, Decompressor};
use zstd::dict::{DecoderDictionary, EncoderDictionary};

/// Sealed lengths are multiples of this (plus a constant), so that a length says little.
pub const BUCKET: usize = 256;

/// The most that is sealed at once; also bounds what a sealed value may grow to when opened.
pub const MOST: usize = 32 * 1024 * 1024;

const VERSION_1: u8 = 1;
const VERSION_2: u8 = 2;

/// What version 2 compresses from. It is never changed; another one is another version.
const DICTIONARY: &[u8] = include_bytes!("seal/dictionary-2.bin");
const LEVEL: i32 = 3;
static TO_COMPRESS: LazyLock<EncoderDictionary<'_>> = LazyLock::new(|| EncoderDictionary::copy(DICTIONARY, LEVEL));
static TO_DECOMPRESS: LazyLock<DecoderDictionary<'_>> = LazyLock::new(|| DecoderDictionary::copy(DICTIONARY));
const NONCE: usize = 24;
const LENGTHS: usize = 8;

/// What was sealed cannot be opened with this key and associated data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotOpened;

/// Seals bytes; `associated` must be given again to open them.
pub(crate) fn seal(key: &Key, associated: &[u8], plain: &[u8]) -> Result<Vec<u8>, StoreError> {
    let too_large = StoreError::NotAcceptable {
        field: "the content",
        why: "is larger than 32 MiB",
    };
    if plain.len() > MOST {
        return Err(too_large);
    }
    let compressed = Zeroizing::new(compressed(plain).map_err(StoreError::file("compressing"))?);
    let lengths = |length: usize| u32::try_from(length).map_err(|_| too_large.clone());
    let padded = (LENGTHS + compressed.len()).next_multiple_of(BUCKET);
    let mut inner = Zeroizing::new(Vec::with_capacity(padded));
    inner.extend_from_slice(&lengths(plain.len())?.to_le_bytes());
    inner.extend_from_slice(&lengths(compressed.len())?.to_le_bytes());
    inner.extend_from_slice(&compressed);
    inner.resize(padded, 0);

    let mut nonce = [0_u8; NONCE];
    getrandom::fill(&mut nonce).map_err(|_| StoreError::NoRandomness)?;
    let ciphertext = cipher(key)
        .encrypt(
            &XNonce::from(nonce),
            Payload {
                msg: &inner,
                aad: associated,
            },
        )
        .map_err(|_| too_large)?;
    let mut sealed = Vec::with_capacity(1 + NONCE + ciphertext.len());
    sealed.push(VERSION_2);
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(&ciphertext);
    Ok(sealed)
}

/// Opens what [`seal`] sealed under the same key and associated data.
pub(crate) fn open(key: &Key, associated: &[u8], sealed: &[u8]) -> Result<Plain, NotOpened> {
    let (version, rest) = sealed.split_first().ok_or(NotOpened)?;
    let (nonce, ciphertext) = rest.split_first_chunk::<NONCE>().ok_or(NotOpened)?;
    let inner = cipher(key)
        .decrypt(
            &XNonce::from(*nonce),
            Payload {
                msg: ciphertext,
                aad: associated,
            },
        )
        .map_err(|_| NotOpened)?;
    let inner = Zeroizing::new(inner);
    let (plain_length, rest) = inner.split_first_chunk::<4>().ok_or(NotOpened)?;
    let (compressed_length, rest) = rest.split_first_chunk::<4>().ok_or(NotOpened)?;
    let plain_length = u32::from_le_bytes(*plain_length) as usize;
    let compressed_length = u32::from_le_bytes(*compressed_length) as usize;
    if plain_length > MOST {
        return Err(NotOpened);
    }
    let compressed = rest.get(..compressed_length).ok_or(NotOpened)?;
    let mut plain = decompressed(*version, compressed, plain_length)?;
    if plain.len() != plain_length {
        plain.zeroize();
        return Err(NotOpened);
    }
    Ok(Plain::from(plain))
}

/// Those that were made and are not in use: making one takes longer than compressing or opening a short entry, and each takes
/// room, so that there are no more than were ever at work together.
struct Idle<T>(Mutex<Vec<T>>);

impl<T> Idle<T> {
    const fn new() -> Self {
        Self(Mutex::new(Vec::new()))
    }

    fn with<R>(&self, make: impl Fn() -> io::Result<T>, work: impl FnOnce(&mut T) -> io::Result<R>) -> io::Result<R> {
        let idle = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = idle().pop();
        let mut one = taken.map_or_else(make, Ok)?;
        let done = work(&mut one);
        idle().push(one);
        done
    }
}

static COMPRESSORS: Idle<Compressor<'static>> = Idle::new();
/// They open version 1.
static PLAIN: Idle<Decompressor<'static>> = Idle::new();
/// They open version 2.
static LEARNED: Idle<Decompressor<'static>> = Idle::new();

fn compressed(plain: &[u8]) -> io::Result<Vec<u8>> {
    let make = || {
        let mut compressor = Compressor::with_prepared_dictionary(&TO_COMPRESS)?;
        // The version says which dictionary it is.
        compressor.include_dictid(false)?;
        Ok(compressor)
    };
    COMPRESSORS.with(make, |compressor| compressor.compress(plain))
}

fn decompressed(version: u8, compressed: &[u8], length: usize) -> Result<Vec<u8>, NotOpened> {
    let work = |decompressor: &mut Decompressor<'static>| decompressor.decompress(compressed, length);
    let done = match version {
        VERSION_1 => PLAIN.with(Decompressor::new, work),
        VERSION_2 => LEARNED.with(|| Decompressor::with_prepared_dictionary(&TO_DECOMPRESS), work),
        _ => return Err(NotOpened),
    };
    done.map_err(|_| NotOpened)
}

fn cipher(key: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.bytes().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_sealed_is_opened(plain in prop::collection::vec(any::<u8>(), 0..3000), associated in prop::collection::vec(any::<u8>(), 0..40)) {
            let key = Key::random().unwrap();
            let sealed = seal(&key, &associated, &plain).unwrap();
            prop_assert_eq!((sealed.len() - 1 - NONCE - 16) % BUCKET, 0);
            let opened = open(&key, &associated, &sealed).unwrap();
            prop_assert_eq!(opened.as_slice(), &plain[..]);
        }

        #[test]
        fn a_flipped_bit_is_found(plain in prop::collection::vec(any::<u8>(), 0..600), at in any::<prop::sample::Index>(), bit in 0_u8..8) {
            let key = Key::random().unwrap();
            let mut sealed = seal(&key, b"case", &plain).unwrap();
            let at = at.index(sealed.len());
            sealed[at] ^= 1 << bit;
            prop_assert_eq!(open(&key, b"case", &sealed).err(), Some(NotOpened));
        }
    }

    #[test]
    fn what_an_older_version_sealed_is_opened() {
        let key = Key::random().unwrap();
        let plain = b"the teacher calls: quick with numbers";
        let compressed = zstd::bulk::compress(plain, 3).unwrap();
        let mut inner = vec![0_u8; BUCKET];
        inner[..4].copy_from_slice(&(plain.len() as u32).to_le_bytes());
        inner[4..8].copy_from_slice(&(compressed.len() as u32).to_le_bytes());
        inner[8..8 + compressed.len()].copy_from_slice(&compressed);
        let payload = Payload {
            msg: &inner,
            aad: b"case",
        };
        let mut sealed = vec![VERSION_1];
        sealed.extend_from_slice(&[7; NONCE]);
        sealed.extend(cipher(&key).encrypt(&XNonce::from([7; NONCE]), payload).unwrap());
        assert_eq!(open(&key, b"case", &sealed).unwrap().as_slice(), plain);
        sealed[0] = 3;
        assert_eq!(open(&key, b"case", &sealed).err(), Some(NotOpened));
    }

    #[test]
    fn another_key_or_other_associated_data_opens_nothing() {
        let key = Key::random().unwrap();
        let sealed = seal(&key, b"case 1", b"words").unwrap();
        assert_eq!(open(&key, b"case 2", &sealed).err(), Some(NotOpened));
        assert_eq!(open(&Key::random().unwrap(), b"case 1", &sealed).err(), Some(NotOpened));
        assert_eq!(open(&key, b"case 1", &sealed[..10]).err(), Some(NotOpened));
        assert_eq!(open(&key, b"case 1", &[]).err(), Some(NotOpened));
    }

    #[test]
    fn two_short_texts_have_one_length() {
        let key = Key::random().unwrap();
        let short = seal(&key, b"", b"yes").unwrap();
        let longer = seal(&key, b"", b"no, she never wanted to go back to that house").unwrap();
        assert_eq!(short.len(), longer.len());
    }
}
