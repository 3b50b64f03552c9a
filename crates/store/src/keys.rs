//! Keys: what opens a store, the instance key behind it, the keys derived from that, and recovery.
//!
//! The key file or passphrase wraps a random *instance key*, which stands wrapped in the database. A second copy is
//! encrypted to the recovery recipient (age), whose secret is given out once at first start and never stored.

use crate::error::{StoreError, Unreadable};
use crate::fields::Fields;
use crate::seal::{self, NotOpened};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use zeroize::{Zeroize, Zeroizing};

/// What opens a store.
#[derive(Clone)]
pub enum KeySource {
    /// A file of 32 random bytes; made, readable by its owner only, when a store is created and the file is not there.
    /// For when the key's disk is not the data's disk.
    File(PathBuf),
    /// A passphrase, stretched by Argon2id. For when key and data would share a disk.
    Passphrase(Zeroizing<String>),
}

impl KeySource {
    /// A passphrase.
    pub fn passphrase(secret: impl Into<String>) -> Self {
        Self::Passphrase(Zeroizing::new(secret.into()))
    }
}

impl std::fmt::Debug for KeySource {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => f.debug_tuple("File").field(path).finish(),
            Self::Passphrase(_) => f.write_str("Passphrase(…)"),
        }
    }
}

/// What the first start gives out, once.
pub struct FirstStart {
    /// The secret recovery key (age), to be printed for two custodians. It is stored nowhere.
    pub recovery_secret: Zeroizing<String>,
}

impl std::fmt::Debug for FirstStart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FirstStart { recovery_secret: … }")
    }
}

/// A symmetric key, wiped when dropped.
#[derive(Clone)]
pub(crate) struct Key(Zeroizing<[u8; 32]>);

impl Key {
    pub(crate) fn random() -> Result<Self, StoreError> {
        let mut key = Zeroizing::new([0; 32]);
        getrandom::fill(key.as_mut()).map_err(|_| StoreError::NoRandomness)?;
        Ok(Self(key))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(|bytes| Self(Zeroizing::new(bytes)))
    }

    fn derived(&self, purpose: &str) -> Self {
        Self(Zeroizing::new(blake3::derive_key(purpose, self.bytes())))
    }

    /// A keyed hash, by which something is found again without standing in clear.
    pub(crate) fn tag(&self, fields: Fields) -> [u8; 32] {
        *blake3::keyed_hash(self.bytes(), &fields.finish()).as_bytes()
    }

    /// This key sealed by another.
    pub(crate) fn wrapped_by(&self, other: &Key, associated: &[u8]) -> Result<Vec<u8>, StoreError> {
        seal::seal(other, associated, self.bytes())
    }

    pub(crate) fn unwrapped_by(other: &Key, associated: &[u8], wrapped: &[u8]) -> Result<Self, NotOpened> {
        let plain = seal::open(other, associated, wrapped)?;
        Self::from_slice(plain.as_slice()).ok_or(NotOpened)
    }
}

/// The instance key's children, one for each use.
pub(crate) struct Keys {
    /// Wraps the cases' data keys.
    pub(crate) cases: Key,
    /// Seals audit rows.
    pub(crate) audit: Key,
    /// Seals accounts and invites.
    pub(crate) accounts: Key,
    /// Seals sessions.
    pub(crate) sessions: Key,
    /// Seals drafts.
    pub(crate) drafts: Key,
    /// Makes the keyed hashes.
    pub(crate) tags: Key,
    /// Makes the keyed hashes by which names are found.
    pub(crate) names: Key,
}

impl Keys {
    fn of(instance: &Key) -> Self {
        Self {
            cases: instance.derived("tutela store 2026-11 keys of cases"),
            audit: instance.derived("tutela store 2026-11 audit"),
            accounts: instance.derived("tutela store 2026-11 accounts"),
            sessions: instance.derived("tutela store 2026-11 sessions"),
            drafts: instance.derived("tutela store 2026-11 drafts"),
            tags: instance.derived("tutela store 2026-11 keyed hashes"),
            names: instance.derived("tutela store 2026-11 names"),
        }
    }
}

/// How much work the passphrase costs; kept beside the wrapped key, so that it can be raised later.
#[derive(Clone, Copy)]
struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl Cost {
    /// In this crate's unit tests the cost is small: unoptimised Argon2id takes many seconds.
    const NEW: Self = Self {
        memory_kib: if cfg!(test) { 64 } else { 64 * 1024 },
        passes: if cfg!(test) { 1 } else { 3 },
        lanes: 1,
    };
}

/// How the instance key stands in the database: a row of bytes for each name.
pub(crate) struct KeySlot {
    /// `file`, or `argon2id:<KiB>:<passes>:<lanes>`.
    pub(crate) kind: String,
    /// The salt of the passphrase; empty for a file.
    pub(crate) salt: Vec<u8>,
    /// The instance key wrapped by the key-encryption key.
    pub(crate) wrapped: Vec<u8>,
}

/// Everything about keys that stands in the database.
pub(crate) struct KeyRows {
    pub(crate) slot: KeySlot,
    /// The recipient to which the recovery copy is encrypted (public).
    pub(crate) recovery_recipient: String,
    /// The instance key encrypted to that recipient.
    pub(crate) recovery_sealed: Vec<u8>,
    /// A known text sealed by the instance key, which shows at once whether the key is the right one.
    pub(crate) check: Vec<u8>,
}

const INSTANCE: &[u8] = b"tutela instance key 1";
const CHECK: &[u8] = b"tutela check 1";

/// Makes a new instance key and a recovery identity.
pub(crate) fn first_start(source: &KeySource) -> Result<(KeyRows, Keys, FirstStart), StoreError> {
    let instance = Key::random()?;
    let identity = age::x25519::Identity::generate();
    let recovery_sealed = age::encrypt(&identity.to_public(), instance.bytes()).map_err(|_| Unreadable::InstanceKey)?;
    let secret = {
        use age::secrecy::ExposeSecret;
        Zeroizing::new(identity.to_string().expose_secret().to_owned())
    };
    let rows = KeyRows {
        slot: wrap(&instance, source)?,
        recovery_recipient: identity.to_public().to_string(),
        recovery_sealed,
        check: seal::seal(&instance, CHECK, CHECK)?,
    };
    Ok((
        rows,
        Keys::of(&instance),
        FirstStart {
            recovery_secret: secret,
        },
    ))
}

/// Opens the instance key with its key source.
pub(crate) fn open(rows: &KeyRows, source: &KeySource) -> Result<Keys, StoreError> {
    let encryption = match source {
        KeySource::File(path) if rows.slot.kind == "file" => file_key(path)?,
        KeySource::Passphrase(secret) if rows.slot.kind != "file" => {
            let cost = parse_cost(&rows.slot.kind).ok_or(StoreError::Damaged)?;
            passphrase_key(secret, &rows.slot.salt, cost)?
        }
        KeySource::File(_) => return Err(StoreError::OtherKeySource { needed: "a passphrase" }),
        KeySource::Passphrase(_) => return Err(StoreError::OtherKeySource { needed: "a key file" }),
    };
    let instance =
        Key::unwrapped_by(&encryption, INSTANCE, &rows.slot.wrapped).map_err(|NotOpened| StoreError::WrongKey)?;
    checked(rows, &instance)
}

/// Opens the instance key with the recovery secret and wraps it anew.
pub(crate) fn recover(rows: &KeyRows, secret: &str, source: &KeySource) -> Result<KeySlot, StoreError> {
    let identity: age::x25519::Identity = secret.trim().parse().map_err(|_| StoreError::WrongRecoverySecret)?;
    let mut bytes = age::decrypt(&identity, &rows.recovery_sealed).map_err(|_| StoreError::WrongRecoverySecret)?;
    let instance = Key::from_slice(&bytes);
    bytes.zeroize();
    let instance = instance.ok_or(Unreadable::InstanceKey)?;
    checked(rows, &instance)?;
    wrap(&instance, source)
}

fn checked(rows: &KeyRows, instance: &Key) -> Result<Keys, StoreError> {
    match seal::open(instance, CHECK, &rows.check) {
        Ok(text) if text.as_slice() == CHECK => Ok(Keys::of(instance)),
        _ => Err(Unreadable::InstanceKey.into()),
    }
}

fn wrap(instance: &Key, source: &KeySource) -> Result<KeySlot, StoreError> {
    let (kind, salt, encryption) = match source {
        KeySource::File(path) => {
            if !path.exists() {
                make_key_file(path)?;
            }
            ("file".to_owned(), Vec::new(), file_key(path)?)
        }
        KeySource::Passphrase(secret) => {
            if secret.is_empty() {
                return Err(StoreError::NotAcceptable {
                    field: "the passphrase",
                    why: "is empty",
                });
            }
            let mut salt = vec![0; 16];
            getrandom::fill(&mut salt).map_err(|_| StoreError::NoRandomness)?;
            let cost = Cost::NEW;
            let kind = format!("argon2id:{}:{}:{}", cost.memory_kib, cost.passes, cost.lanes);
            let key = passphrase_key(secret, &salt, cost)?;
            (kind, salt, key)
        }
    };
    Ok(KeySlot {
        kind,
        salt,
        wrapped: instance.wrapped_by(&encryption, INSTANCE)?,
    })
}

fn parse_cost(kind: &str) -> Option<Cost> {
    let mut parts = kind.strip_prefix("argon2id:")?.split(':').map(|part| part.parse().ok());
    Some(Cost {
        memory_kib: parts.next()??,
        passes: parts.next()??,
        lanes: parts.next()??,
    })
}

fn passphrase_key(secret: &str, salt: &[u8], cost: Cost) -> Result<Key, StoreError> {
    let params = argon2::Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32));
    let params = params.map_err(|_| StoreError::Damaged)?;
    let mut stretched = Zeroizing::new([0; 32]);
    argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
        .hash_password_into(secret.as_bytes(), salt, stretched.as_mut())
        .map_err(|_| StoreError::NotAcceptable {
            field: "the passphrase",
            why: "cannot be used",
        })?;
    Ok(Key(stretched))
}

fn file_key(path: &Path) -> Result<Key, StoreError> {
    let bytes = match fs::read(path) {
        Ok(bytes) => Zeroizing::new(bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(StoreError::MissingKey(path.to_owned()));
        }
        Err(error) => return Err(StoreError::file("reading the key file")(error)),
    };
    let key = Key::from_slice(&bytes).ok_or_else(|| StoreError::BadKeyFile(path.to_owned()))?;
    Ok(key.derived("tutela store 2026-11 key file"))
}

fn make_key_file(path: &Path) -> Result<(), StoreError> {
    let doing = "writing the key file";
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let key = Key::random()?;
    let mut file = options.open(path).map_err(StoreError::file(doing))?;
    file.write_all(key.bytes()).map_err(StoreError::file(doing))?;
    file.sync_all().map_err(StoreError::file(doing))?;
    // The name of the file must outlive a power cut as well as its content.
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        let folder = fs::File::open(folder).map_err(StoreError::file(doing))?;
        folder.sync_all().map_err(StoreError::file(doing))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_opens_and_another_does_not() {
        let (rows, keys, _) = first_start(&KeySource::passphrase("seven quiet herons")).unwrap();
        let again = open(&rows, &KeySource::passphrase("seven quiet herons")).unwrap();
        assert_eq!(again.cases.bytes(), keys.cases.bytes());
        let wrong = open(&rows, &KeySource::passphrase("seven quiet heron"));
        assert_eq!(wrong.err(), Some(StoreError::WrongKey));
        let other = open(&rows, &KeySource::File("nowhere".into()));
        assert_eq!(other.err(), Some(StoreError::OtherKeySource { needed: "a passphrase" }));
    }

    #[test]
    fn the_recovery_secret_wraps_anew_and_another_does_not() {
        let (mut rows, keys, first) = first_start(&KeySource::passphrase("lost")).unwrap();
        let (_, _, stranger) = first_start(&KeySource::passphrase("lost")).unwrap();
        let new = KeySource::passphrase("found");
        let refused = recover(&rows, &stranger.recovery_secret, &new);
        assert_eq!(refused.err(), Some(StoreError::WrongRecoverySecret));
        rows.slot = recover(&rows, &first.recovery_secret, &new).unwrap();
        assert_eq!(open(&rows, &new).unwrap().audit.bytes(), keys.audit.bytes());
        let old = open(&rows, &KeySource::passphrase("lost"));
        assert_eq!(old.err(), Some(StoreError::WrongKey));
    }

    #[test]
    fn secrets_are_not_shown() {
        let (_, _, first) = first_start(&KeySource::passphrase("x")).unwrap();
        assert!(!format!("{first:?}").contains("AGE-SECRET"));
        assert!(!format!("{:?}", KeySource::passphrase("hunter")).contains("hunter"));
    }
}
