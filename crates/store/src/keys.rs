//! Keys: what opens a store, the instance key behind it, the keys that it wraps, recovery and rotation.
//!
//! The key file or passphrase wraps a random *instance key*, which stands wrapped in the database. A second copy is
//! encrypted to the recovery recipient (age), whose secret is given out once and never stored. The instance key wraps
//! the working keys ([`Keys`]), so that a rotation can replace it without sealing anything anew.

use crate::error::{StoreError, Unreadable};
use crate::fields::Fields;
use crate::plain::Plain;
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
    /// The public key by which this store's checkpoints are known, in hexadecimal.
    pub checkpoint_key: String,
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

/// Keys for one use: the newest seals, each of them opens. A rotation puts a new one in front.
#[derive(Clone)]
pub(crate) struct Ring {
    newest: Key,
    older: Vec<Key>,
}

impl Ring {
    pub(crate) fn random() -> Result<Self, StoreError> {
        Ok(Self::of(Key::random()?))
    }

    fn of(newest: Key) -> Self {
        Self {
            newest,
            older: Vec::new(),
        }
    }

    /// This ring with a new key in front.
    pub(crate) fn turned(&self) -> Result<Self, StoreError> {
        Ok(Self {
            newest: Key::random()?,
            older: self.keys().cloned().collect(),
        })
    }

    fn keys(&self) -> impl Iterator<Item = &Key> {
        std::iter::once(&self.newest).chain(&self.older)
    }

    pub(crate) fn seal(&self, associated: &[u8], plain: &[u8]) -> Result<Vec<u8>, StoreError> {
        seal::seal(&self.newest, associated, plain)
    }

    pub(crate) fn open(&self, associated: &[u8], sealed: &[u8]) -> Result<Plain, NotOpened> {
        self.keys()
            .find_map(|key| seal::open(key, associated, sealed).ok())
            .ok_or(NotOpened)
    }

    /// These keys sealed by another, the newest first.
    pub(crate) fn wrapped_by(&self, other: &Key, associated: &[u8]) -> Result<Vec<u8>, StoreError> {
        let mut bytes = Zeroizing::new(Vec::new());
        self.keys().for_each(|key| bytes.extend_from_slice(key.bytes()));
        seal::seal(other, associated, &bytes)
    }

    pub(crate) fn unwrapped_by(other: &Key, associated: &[u8], wrapped: &[u8]) -> Result<Self, NotOpened> {
        let plain = seal::open(other, associated, wrapped)?;
        let keys: Option<Vec<Key>> = plain.as_slice().chunks(32).map(Key::from_slice).collect();
        let mut keys = keys.ok_or(NotOpened)?.into_iter();
        Ok(Self {
            newest: keys.next().ok_or(NotOpened)?,
            older: keys.collect(),
        })
    }
}

/// The working keys, one for each use.
pub(crate) struct Keys {
    /// Wraps the cases' data keys.
    pub(crate) cases: Key,
    /// Makes the keyed hashes. It stays: what was tagged must be found again.
    pub(crate) tags: Key,
    /// Makes the keyed hashes by which names are found. It stays, as `tags` does.
    pub(crate) names: Key,
    /// The seed of the key that signs checkpoints. It stays: earlier checkpoints are known by it.
    signing: Key,
    /// Seals audit rows.
    pub(crate) audit: Ring,
    /// Seals accounts and invites.
    pub(crate) accounts: Ring,
    /// Seals sessions.
    pub(crate) sessions: Ring,
    /// Seals drafts.
    pub(crate) drafts: Ring,
    /// What stands in the database to recognise the instance key by; another after a rotation.
    check: Vec<u8>,
}

impl Keys {
    fn random() -> Result<Self, StoreError> {
        Ok(Self {
            cases: Key::random()?,
            tags: Key::random()?,
            names: Key::random()?,
            signing: Key::random()?,
            audit: Ring::random()?,
            accounts: Ring::random()?,
            sessions: Ring::random()?,
            drafts: Ring::random()?,
            check: Vec::new(),
        })
    }

    /// The keys of a store of version 1, which were derived from the instance key; and a key for checkpoints.
    fn of_version_1(instance: &Key) -> Result<Self, StoreError> {
        Ok(Self {
            cases: instance.derived("tutela store 2026-11 keys of cases"),
            tags: instance.derived("tutela store 2026-11 keyed hashes"),
            names: instance.derived("tutela store 2026-11 names"),
            signing: Key::random()?,
            audit: Ring::of(instance.derived("tutela store 2026-11 audit")),
            accounts: Ring::of(instance.derived("tutela store 2026-11 accounts")),
            sessions: Ring::of(instance.derived("tutela store 2026-11 sessions")),
            drafts: Ring::of(instance.derived("tutela store 2026-11 drafts")),
            check: Vec::new(),
        })
    }

    /// The keys after a rotation.
    fn turned(&self) -> Result<Self, StoreError> {
        Ok(Self {
            cases: Key::random()?,
            tags: self.tags.clone(),
            names: self.names.clone(),
            signing: self.signing.clone(),
            audit: self.audit.turned()?,
            accounts: self.accounts.turned()?,
            sessions: self.sessions.turned()?,
            drafts: self.drafts.turned()?,
            check: Vec::new(),
        })
    }

    /// Signs for this store.
    pub(crate) fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        use ed25519_dalek::Signer;
        self.signer().sign(bytes).to_bytes()
    }

    /// The public key by which what was signed is known.
    pub(crate) fn checkpoint_key(&self) -> [u8; 32] {
        self.signer().verifying_key().to_bytes()
    }

    fn signer(&self) -> ed25519_dalek::SigningKey {
        ed25519_dalek::SigningKey::from_bytes(self.signing.bytes())
    }

    /// Whether these are the keys of a database that holds this check.
    pub(crate) fn are_known_by(&self, check: &[u8]) -> bool {
        self.check == check
    }

    /// The keys as they stand in the database: the four that are alone, then audit, accounts, sessions and drafts by
    /// turns, the newest first. These four were always turned together.
    fn wrapped_by(&self, instance: &Key) -> Result<Vec<u8>, StoreError> {
        let mut bytes = Zeroizing::new(Vec::new());
        let mut add = |key: &Key| bytes.extend_from_slice(key.bytes());
        [&self.cases, &self.tags, &self.names, &self.signing]
            .into_iter()
            .for_each(&mut add);
        let mut rings = [&self.audit, &self.accounts, &self.sessions, &self.drafts].map(Ring::keys);
        while let [Some(audit), Some(accounts), Some(sessions), Some(drafts)] = rings.each_mut().map(Iterator::next) {
            [audit, accounts, sessions, drafts].into_iter().for_each(&mut add);
        }
        seal::seal(instance, KEYS, &bytes)
    }

    fn unwrapped_by(instance: &Key, rows: &KeyRows) -> Option<Self> {
        let plain = seal::open(instance, KEYS, rows.keys.as_ref()?).ok()?;
        let mut keys = plain.as_slice().chunks(32).map(Key::from_slice);
        let mut next = || keys.next().flatten();
        let mut read = Self {
            cases: next()?,
            tags: next()?,
            names: next()?,
            signing: next()?,
            audit: Ring::of(next()?),
            accounts: Ring::of(next()?),
            sessions: Ring::of(next()?),
            drafts: Ring::of(next()?),
            check: rows.check.clone(),
        };
        while let Some(audit) = next() {
            read.audit.older.push(audit);
            read.accounts.older.push(next()?);
            read.sessions.older.push(next()?);
            read.drafts.older.push(next()?);
        }
        Some(read)
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
    /// The working keys wrapped by the instance key; none in a store of version 1.
    pub(crate) keys: Option<Vec<u8>>,
    /// The public key of checkpoints; none in a store of version 1.
    pub(crate) checkpoint_key: Option<Vec<u8>>,
}

const INSTANCE: &[u8] = b"tutela instance key 1";
const CHECK: &[u8] = b"tutela check 1";

const KEYS: &[u8] = b"tutela keys 2";

/// A recovery identity that was just made: its recipient, and its secret to give out.
struct NewRecovery {
    recipient: age::x25519::Recipient,
    secret: Zeroizing<String>,
}

impl NewRecovery {
    fn make() -> Self {
        use age::secrecy::ExposeSecret;
        let identity = age::x25519::Identity::generate();
        Self {
            recipient: identity.to_public(),
            secret: Zeroizing::new(identity.to_string().expose_secret().to_owned()),
        }
    }
}

/// Everything about keys, for a new instance key that wraps these working keys.
fn rows_of(
    instance: &Key,
    keys: &mut Keys,
    source: &KeySource,
    recipient: &age::x25519::Recipient,
) -> Result<KeyRows, StoreError> {
    keys.check = seal::seal(instance, CHECK, CHECK)?;
    Ok(KeyRows {
        slot: wrap(instance, source)?,
        recovery_recipient: recipient.to_string(),
        recovery_sealed: age::encrypt(recipient, instance.bytes()).map_err(|_| Unreadable::InstanceKey)?,
        check: keys.check.clone(),
        keys: Some(keys.wrapped_by(instance)?),
        checkpoint_key: Some(keys.checkpoint_key().to_vec()),
    })
}

/// Makes a new instance key, the working keys and a recovery identity.
pub(crate) fn first_start(source: &KeySource) -> Result<(KeyRows, Keys, FirstStart), StoreError> {
    let recovery = NewRecovery::make();
    let mut keys = Keys::random()?;
    let rows = rows_of(&Key::random()?, &mut keys, source, &recovery.recipient)?;
    let first = FirstStart {
        recovery_secret: recovery.secret,
        checkpoint_key: hex(&keys.checkpoint_key()),
    };
    Ok((rows, keys, first))
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What is to become of the recovery key in a rotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recovery {
    /// The present one opens the store from now on too.
    Keep,
    /// A new one is made, and the present one opens nothing more.
    New,
}

/// A new instance key with new working keys, opened by `to`; and the secret of the new recovery key, if one was made.
pub(crate) fn rotated(
    rows: &KeyRows,
    old: &Keys,
    to: &KeySource,
    recovery: Recovery,
) -> Result<(KeyRows, Keys, Option<Zeroizing<String>>), StoreError> {
    let (recipient, secret) = match recovery {
        Recovery::New => {
            let new = NewRecovery::make();
            (new.recipient, Some(new.secret))
        }
        Recovery::Keep => (rows.recovery_recipient.parse().map_err(|_| StoreError::Damaged)?, None),
    };
    let mut keys = old.turned()?;
    let rows = rows_of(&Key::random()?, &mut keys, to, &recipient)?;
    Ok((rows, keys, secret))
}

/// Opens the working keys with the key source.
pub(crate) fn open(rows: &KeyRows, source: &KeySource) -> Result<Keys, StoreError> {
    let instance = instance(rows, source)?;
    Keys::unwrapped_by(&instance, rows).ok_or_else(|| Unreadable::InstanceKey.into())
}

/// What a store of version 1 lacks of its keys; nothing for one that lacks nothing.
pub(crate) fn completed(rows: KeyRows, source: &KeySource) -> Result<KeyRows, StoreError> {
    if rows.keys.is_some() {
        return Ok(rows);
    }
    let instance = instance(&rows, source)?;
    let keys = Keys::of_version_1(&instance)?;
    Ok(KeyRows {
        keys: Some(keys.wrapped_by(&instance)?),
        checkpoint_key: Some(keys.checkpoint_key().to_vec()),
        ..rows
    })
}

/// Whether a key source opens the store; changes nothing.
pub(crate) fn try_open(rows: &KeyRows, source: &KeySource) -> Result<(), StoreError> {
    instance(rows, source).map(|_| ())
}

/// The instance key, by its key source.
fn instance(rows: &KeyRows, source: &KeySource) -> Result<Key, StoreError> {
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
    checked(rows, instance)
}

/// Opens the instance key with the recovery secret and wraps it anew.
pub(crate) fn recover(rows: &KeyRows, secret: &str, source: &KeySource) -> Result<KeySlot, StoreError> {
    let identity: age::x25519::Identity = secret.trim().parse().map_err(|_| StoreError::WrongRecoverySecret)?;
    let mut bytes = age::decrypt(&identity, &rows.recovery_sealed).map_err(|_| StoreError::WrongRecoverySecret)?;
    let instance = Key::from_slice(&bytes);
    bytes.zeroize();
    let instance = checked(rows, instance.ok_or(Unreadable::InstanceKey)?)?;
    wrap(&instance, source)
}

fn checked(rows: &KeyRows, instance: Key) -> Result<Key, StoreError> {
    match seal::open(&instance, CHECK, &rows.check) {
        Ok(text) if text.as_slice() == CHECK => Ok(instance),
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
        Err(error) => return Err(StoreError::file_at("reading the key file", path)(error)),
    };
    let key = Key::from_slice(&bytes).ok_or_else(|| StoreError::BadKeyFile(path.to_owned()))?;
    Ok(key.derived("tutela store 2026-11 key file"))
}

/// Makes a key file. It appears under its name only when it is whole: on a full disk there is none, and not half of one.
fn make_key_file(path: &Path) -> Result<(), StoreError> {
    let doing = "writing the key file";
    let mut name = path.as_os_str().to_owned();
    name.push(".unfinished");
    let unfinished = PathBuf::from(name);
    let made = write_key(&unfinished).and_then(|()| fs::rename(&unfinished, path));
    if let Err(error) = made {
        // What is left of it opens nothing; the next try writes over it.
        let _ = fs::remove_file(&unfinished);
        return Err(StoreError::file_at(doing, path)(error));
    }
    // The name of the file must outlive a power cut as well as its content.
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        let folder = fs::File::open(folder).map_err(StoreError::file_at(doing, path))?;
        folder.sync_all().map_err(StoreError::file_at(doing, path))?;
    }
    Ok(())
}

fn write_key(path: &Path) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let key = Key::random().map_err(|_| std::io::Error::other("no random bytes"))?;
    let mut file = options.open(path)?;
    file.write_all(key.bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_opens_and_another_does_not() {
        let (rows, keys, _) = first_start(&KeySource::passphrase("seven quiet herons")).unwrap();
        let again = open(&rows, &KeySource::passphrase("seven quiet herons")).unwrap();
        assert_eq!(again.cases.bytes(), keys.cases.bytes());
        assert_eq!(again.checkpoint_key(), keys.checkpoint_key());
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
        assert_eq!(open(&rows, &new).unwrap().cases.bytes(), keys.cases.bytes());
        let old = open(&rows, &KeySource::passphrase("lost"));
        assert_eq!(old.err(), Some(StoreError::WrongKey));
    }

    #[test]
    fn what_was_sealed_before_a_rotation_opens_after_it_and_not_the_other_way_round() {
        let source = KeySource::passphrase("before");
        let (rows, old, first) = first_start(&source).unwrap();
        let before = old.audit.seal(b"", b"before").unwrap();
        let to = KeySource::passphrase("after");
        let (mut rows, new, secret) = rotated(&rows, &old, &to, Recovery::Keep).unwrap();
        assert!(secret.is_none());
        assert_eq!(open(&rows, &source).err(), Some(StoreError::WrongKey));
        let again = open(&rows, &to).unwrap();
        assert_eq!(again.audit.open(b"", &before).unwrap().as_slice(), b"before");
        assert_eq!(again.checkpoint_key(), old.checkpoint_key());
        let after = new.audit.seal(b"", b"after").unwrap();
        assert_eq!(again.audit.open(b"", &after).unwrap().as_slice(), b"after");
        assert!(old.audit.open(b"", &after).is_err());
        // The recovery key that was kept opens the new instance key.
        rows.slot = recover(&rows, &first.recovery_secret, &source).unwrap();
        assert!(open(&rows, &source).is_ok());
        let (rows, _, secret) = rotated(&rows, &again, &to, Recovery::New).unwrap();
        let refused = recover(&rows, &first.recovery_secret, &source).err();
        assert_eq!(refused, Some(StoreError::WrongRecoverySecret));
        assert!(recover(&rows, &secret.unwrap(), &source).is_ok());
    }

    #[test]
    fn secrets_are_not_shown() {
        let (_, _, first) = first_start(&KeySource::passphrase("x")).unwrap();
        assert!(!format!("{first:?}").contains("AGE-SECRET"));
        assert!(!format!("{:?}", KeySource::passphrase("hunter")).contains("hunter"));
    }
}
