//! Accounts and invites.

use super::SqliteStore;
use super::connection::{instant, is_taken};
use crate::account::{Account, Invite};
use crate::case::{AgencyId, StaffId};
use crate::chain::Digest;
use crate::error::{StoreError, Unreadable};
use crate::fields::Fields;
use crate::keys::Keys;
use crate::seal;
use jiff::Timestamp;
use rusqlite::{OptionalExtension, Params, Row, params};

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

fn sealed(keys: &Keys, account: &Account) -> Result<AccountRow, StoreError> {
    let inner = joined([&account.sign_in_name, &account.display_name, &account.role])?;
    let associated = associated(&account.staff, &account.agency, account.active);
    Ok(AccountRow {
        staff: account.staff.as_str().to_owned(),
        name_tag: name_tag(keys, &account.sign_in_name),
        agency: account.agency.as_str().to_owned(),
        active: account.active,
        sealed: seal::seal(&keys.accounts, &associated, inner.as_slice())?,
        password: sealed_password(keys, &account.staff, &account.password_hash)?,
    })
}

fn sealed_password(keys: &Keys, staff: &StaffId, password_hash: &str) -> Result<Vec<u8>, StoreError> {
    seal::seal(&keys.accounts, &password_associated(staff), password_hash.as_bytes())
}

fn opened(keys: &Keys, row: &Row<'_>) -> Result<Account, StoreError> {
    let staff = StaffId::new(row.get::<_, String>(0)?);
    let agency = AgencyId::new(row.get::<_, String>(1)?);
    let active = row.get(2)?;
    let unreadable = || StoreError::from(Unreadable::Account);
    let inner = seal::open(
        &keys.accounts,
        &associated(&staff, &agency, active),
        &row.get::<_, Vec<u8>>(3)?,
    )
    .map_err(|_| unreadable())?;
    let password = seal::open(&keys.accounts, &password_associated(&staff), &row.get::<_, Vec<u8>>(4)?)
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

impl SqliteStore {
    pub(super) fn insert_account(&self, account: &Account) -> Result<(), StoreError> {
        let row = sealed(&self.keys, account)?;
        self.writer.write(move |conn| {
            let inserted = conn
                .prepare_cached(
                    "INSERT INTO accounts (staff, name_tag, agency, active, sealed, password)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                )?
                .execute(params![
                    row.staff,
                    &row.name_tag[..],
                    row.agency,
                    row.active,
                    row.sealed,
                    row.password
                ]);
            match inserted {
                Err(error) if is_taken(&error) => Err(StoreError::AccountTaken),
                Err(error) => Err(error.into()),
                Ok(_) => Ok(()),
            }
        })
    }

    pub(super) fn update_account(&self, account: &Account) -> Result<(), StoreError> {
        let row = sealed(&self.keys, account)?;
        self.writer.write(move |conn| {
            let updated = conn
                .prepare_cached(
                    "UPDATE accounts SET name_tag = ?2, agency = ?3, active = ?4, sealed = ?5, password = ?6
                     WHERE staff = ?1",
                )?
                .execute(params![
                    row.staff,
                    &row.name_tag[..],
                    row.agency,
                    row.active,
                    row.sealed,
                    row.password
                ]);
            match updated {
                Err(error) if is_taken(&error) => Err(StoreError::AccountTaken),
                Err(error) => Err(error.into()),
                Ok(0) => Err(StoreError::NoSuchAccount),
                Ok(_) => Ok(()),
            }
        })
    }

    pub(super) fn update_password(&self, staff: &StaffId, password_hash: &str) -> Result<(), StoreError> {
        let password = sealed_password(&self.keys, staff, password_hash)?;
        let staff = staff.as_str().to_owned();
        self.writer.write(move |conn| {
            let updated = conn
                .prepare_cached("UPDATE accounts SET password = ?2 WHERE staff = ?1")?
                .execute(params![staff, password])?;
            if updated == 0 {
                return Err(StoreError::NoSuchAccount);
            }
            Ok(())
        })
    }

    pub(super) fn find_account_by_name(&self, sign_in_name: &str) -> Result<Option<Account>, StoreError> {
        let tag = name_tag(&self.keys, sign_in_name);
        Ok(self.read_accounts("WHERE name_tag = ?1", [&tag[..]])?.pop())
    }

    pub(super) fn find_account(&self, staff: &StaffId) -> Result<Option<Account>, StoreError> {
        Ok(self.read_accounts("WHERE staff = ?1", [staff.as_str()])?.pop())
    }

    pub(super) fn list_accounts(&self, agency: Option<&AgencyId>) -> Result<Vec<Account>, StoreError> {
        match agency {
            Some(agency) => self.read_accounts("WHERE agency = ?1 ORDER BY staff", [agency.as_str()]),
            None => self.read_accounts("ORDER BY staff", []),
        }
    }

    fn read_accounts(&self, which: &str, values: impl Params) -> Result<Vec<Account>, StoreError> {
        self.readers.read(|conn| {
            let mut statement = conn.prepare_cached(&format!(
                "SELECT staff, agency, active, sealed, password FROM accounts {which}"
            ))?;
            let mut rows = statement.query(values)?;
            let mut accounts = Vec::new();
            while let Some(row) = rows.next()? {
                accounts.push(opened(&self.keys, row)?);
            }
            Ok(accounts)
        })
    }

    fn invite_tag(&self, token: &str) -> Digest {
        self.keys.tags.tag(Fields::new("invite").text(token))
    }

    pub(super) fn insert_invite(&self, token: &str, invite: &Invite) -> Result<(), StoreError> {
        let tag = self.invite_tag(token);
        let expires = invite.expires.as_microsecond();
        let associated = invite_associated(&tag, &invite.staff, expires);
        let sealed = seal::seal(&self.keys.accounts, &associated, invite.detail.as_slice())?;
        let staff = invite.staff.as_str().to_owned();
        self.writer.write(move |conn| {
            let inserted = conn
                .prepare_cached("INSERT INTO invites (token_tag, staff, expires, sealed) VALUES (?1, ?2, ?3, ?4)")?
                .execute(params![&tag[..], staff, expires, sealed]);
            match inserted {
                Err(error) if is_taken(&error) => Err(StoreError::TokenTaken),
                Err(error) => Err(error.into()),
                Ok(_) => Ok(()),
            }
        })
    }

    pub(super) fn use_invite(&self, token: &str, now: Timestamp) -> Result<Option<Invite>, StoreError> {
        let tag = self.invite_tag(token);
        let keys = self.keys.clone();
        self.writer.write(move |conn| {
            let taken = conn
                .prepare_cached(
                    "DELETE FROM invites WHERE token_tag = ?1 AND expires > ?2 RETURNING staff, expires, sealed",
                )?
                .query_row(params![&tag[..], now.as_microsecond()], |row| {
                    Ok((row.get::<_, String>(0)?, row.get(1)?, row.get::<_, Vec<u8>>(2)?))
                })
                .optional()?;
            let Some((staff, expires, sealed)) = taken else {
                return Ok(None);
            };
            let staff = StaffId::new(staff);
            // When it cannot be opened, the error takes the deletion back.
            let detail = seal::open(&keys.accounts, &invite_associated(&tag, &staff, expires), &sealed)
                .map_err(|_| Unreadable::Invite)?;
            Ok(Some(Invite {
                staff,
                expires: instant(expires)?,
                detail,
            }))
        })
    }
}
