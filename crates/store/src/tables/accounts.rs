//! Accounts and invites.

use crate::account::{Account, Invite};
use crate::case::{AgencyId, StaffId};
use crate::chain::Digest;
use crate::columns::instant;
use crate::database::{Database, Row, Value, unless_taken, values};
use crate::error::{StoreError, Unreadable};
use crate::fields::Fields;
use crate::keys::Keys;
use jiff::Timestamp;

/// The keyed hash by which a sign-in name is found.
pub(super) fn name_tag(keys: &Keys, sign_in_name: &str) -> Digest {
    keys.tags.tag(Fields::new("sign-in name").text(sign_in_name))
}

fn associated(staff: &StaffId, agency: &AgencyId, active: bool) -> Vec<u8> {
    Fields::new("tutela account 1")
        .text(staff.as_str())
        .text(agency.as_str())
        .number(i64::from(active))
        .finish()
}

fn password_associated(staff: &StaffId) -> Vec<u8> {
    Fields::new("tutela password 1").text(staff.as_str()).finish()
}

fn invite_associated(token_tag: &Digest, staff: &StaffId, expires: i64) -> Vec<u8> {
    Fields::new("tutela invite 1")
        .bytes(token_tag)
        .text(staff.as_str())
        .number(expires)
        .finish()
}

/// Texts with their lengths before them.
fn joined(texts: [&str; 3]) -> Result<crate::Plain, StoreError> {
    let mut bytes = Vec::new();
    for text in texts {
        let length = u32::try_from(text.len()).map_err(|_| StoreError::NotAcceptable {
            field: "the account",
            why: "is too large",
        })?;
        bytes.extend_from_slice(&length.to_le_bytes());
        bytes.extend_from_slice(text.as_bytes());
    }
    Ok(bytes.into())
}

fn parted(mut bytes: &[u8]) -> Option<[String; 3]> {
    let mut next = || {
        let (length, rest) = bytes.split_first_chunk::<4>()?;
        let (text, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        bytes = rest;
        String::from_utf8(text.to_vec()).ok()
    };
    Some([next()?, next()?, next()?])
}

/// An account as it stands in the table.
struct AccountRow {
    staff: String,
    name_tag: Digest,
    agency: String,
    active: bool,
    sealed: Vec<u8>,
    password: Vec<u8>,
}

impl AccountRow {
    fn values(&self) -> [Value<'_>; 6] {
        [
            Value::from(&self.staff),
            Value::from(&self.name_tag),
            Value::from(&self.agency),
            Value::from(self.active),
            Value::from(&self.sealed),
            Value::from(&self.password),
        ]
    }
}

fn sealed(keys: &Keys, account: &Account) -> Result<AccountRow, StoreError> {
    let inner = joined([&account.sign_in_name, &account.display_name, &account.role])?;
    let associated = associated(&account.staff, &account.agency, account.active);
    Ok(AccountRow {
        staff: account.staff.as_str().to_owned(),
        name_tag: name_tag(keys, &account.sign_in_name),
        agency: account.agency.as_str().to_owned(),
        active: account.active,
        sealed: keys.accounts.seal(&associated, inner.as_slice())?,
        password: sealed_password(keys, &account.staff, &account.password_hash)?,
    })
}

fn sealed_password(keys: &Keys, staff: &StaffId, password_hash: &str) -> Result<Vec<u8>, StoreError> {
    keys.accounts
        .seal(&password_associated(staff), password_hash.as_bytes())
}

fn opened(keys: &Keys, row: &dyn Row) -> Result<Account, StoreError> {
    let staff = StaffId::new(row.text(0)?);
    let agency = AgencyId::new(row.text(1)?);
    let active = row.number(2)? != 0;
    let unreadable = || StoreError::from(Unreadable::Account);
    let inner = keys
        .accounts
        .open(&associated(&staff, &agency, active), row.bytes(3)?)
        .map_err(|_| unreadable())?;
    let password = keys
        .accounts
        .open(&password_associated(&staff), row.bytes(4)?)
        .map_err(|_| unreadable())?;
    let [sign_in_name, display_name, role] = parted(inner.as_slice()).ok_or_else(unreadable)?;
    Ok(Account {
        staff,
        sign_in_name,
        display_name,
        role,
        agency,
        password_hash: String::from_utf8(password.into_bytes()).map_err(|_| unreadable())?,
        active,
    })
}

pub(super) fn insert_account(db: &impl Database, account: &Account) -> Result<(), StoreError> {
    let row = sealed(db.keys(), account)?;
    db.write(move |conn| {
        let inserted = conn.execute(
            "INSERT INTO accounts (staff, name_tag, agency, active, sealed, password) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            &row.values(),
        );
        unless_taken(inserted, StoreError::AccountTaken)?;
        Ok(())
    })
}

pub(super) fn update_account(db: &impl Database, account: &Account) -> Result<(), StoreError> {
    let row = sealed(db.keys(), account)?;
    db.write(move |conn| {
        let updated = conn.execute(
            "UPDATE accounts SET name_tag = ?2, agency = ?3, active = ?4, sealed = ?5, password = ?6 WHERE staff = ?1",
            &row.values(),
        );
        match unless_taken(updated, StoreError::AccountTaken)? {
            0 => return Err(StoreError::NoSuchAccount),
            _ if row.active => {}
            _ => {
                conn.execute("DELETE FROM saved_views WHERE staff = ?1", values![&row.staff])?;
            }
        }
        Ok(())
    })
}

pub(super) fn update_password(db: &impl Database, staff: &StaffId, password_hash: &str) -> Result<(), StoreError> {
    let password = sealed_password(db.keys(), staff, password_hash)?;
    let staff = staff.as_str().to_owned();
    db.write(move |conn| {
        match conn.execute(
            "UPDATE accounts SET password = ?2 WHERE staff = ?1",
            values![&staff, &password],
        )? {
            0 => Err(StoreError::NoSuchAccount),
            _ => Ok(()),
        }
    })
}

pub(super) fn find_account_by_name(db: &impl Database, sign_in_name: &str) -> Result<Option<Account>, StoreError> {
    let tag = name_tag(db.keys(), sign_in_name);
    Ok(read_accounts(db, "WHERE name_tag = ?1", values![&tag])?.pop())
}

pub(super) fn find_account(db: &impl Database, staff: &StaffId) -> Result<Option<Account>, StoreError> {
    Ok(read_accounts(db, "WHERE staff = ?1", values![staff.as_str()])?.pop())
}

pub(super) fn list_accounts(db: &impl Database, agency: Option<&AgencyId>) -> Result<Vec<Account>, StoreError> {
    match agency {
        Some(agency) => read_accounts(db, "WHERE agency = ?1 ORDER BY staff", values![agency.as_str()]),
        None => read_accounts(db, "ORDER BY staff", &[]),
    }
}

fn read_accounts(db: &impl Database, which: &str, values: &[Value<'_>]) -> Result<Vec<Account>, StoreError> {
    let sql = format!("SELECT staff, agency, active, sealed, password FROM accounts {which}");
    db.read(|conn| conn.all(&sql, values, |row| opened(db.keys(), row)))
}

fn invite_tag(db: &impl Database, token: &str) -> Digest {
    db.keys().tags.tag(Fields::new("invite").text(token))
}

pub(super) fn insert_invite(db: &impl Database, token: &str, invite: &Invite) -> Result<(), StoreError> {
    let tag = invite_tag(db, token);
    let expires = invite.expires.as_microsecond();
    let associated = invite_associated(&tag, &invite.staff, expires);
    let sealed = db.keys().accounts.seal(&associated, invite.detail.as_slice())?;
    let staff = invite.staff.as_str().to_owned();
    db.write(move |conn| {
        let inserted = conn.execute(
            "INSERT INTO invites (token_tag, staff, expires, sealed) VALUES (?1, ?2, ?3, ?4)",
            values![&tag, &staff, expires, &sealed],
        );
        unless_taken(inserted, StoreError::TokenTaken)?;
        Ok(())
    })
}

pub(super) fn use_invite(db: &impl Database, token: &str, now: Timestamp) -> Result<Option<Invite>, StoreError> {
    let tag = invite_tag(db, token);
    let keys = db.keys().clone();
    db.write(move |conn| {
        conn.one(
            "DELETE FROM invites WHERE token_tag = ?1 AND expires > ?2 RETURNING staff, expires, sealed",
            values![&tag, now.as_microsecond()],
            |row| {
                let (staff, expires) = (StaffId::new(row.text(0)?), row.number(1)?);
                // When it cannot be opened, the error takes the deletion back.
                let detail = keys
                    .accounts
                    .open(&invite_associated(&tag, &staff, expires), row.bytes(2)?)
                    .map_err(|_| Unreadable::Invite)?;
                Ok(Invite {
                    staff,
                    expires: instant(expires)?,
                    detail,
                })
            },
        )
    })
}
