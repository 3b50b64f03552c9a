//! Views of lists that a person named. Each change is written together with its audit row, and only when it is made.

use super::trail;
use crate::account::{SavedView, ViewChange};
use crate::audit::AuditEvent;
use crate::case::StaffId;
use crate::chain::Digest;
use crate::database::{Database, Sql, values};
use crate::error::{StoreError, Unreadable};
use crate::fields::Fields;
use crate::keys::Keys;
use crate::plain::Plain;

/// The keyed hash by which a name is found that the person uses already.
fn name_tag(keys: &Keys, staff: &StaffId, name: &Plain) -> Digest {
    let one_form = String::from_utf8_lossy(name.as_slice()).to_lowercase();
    keys.tags.tag(Fields::new("view").text(staff.as_str()).text(&one_form))
}

fn associated(what: &str, id: &str, staff: &StaffId) -> Vec<u8> {
    Fields::new("tutela view 1")
        .text(what)
        .text(id)
        .text(staff.as_str())
        .finish()
}

fn seal(keys: &Keys, what: &str, id: &str, staff: &StaffId, plain: &Plain) -> Result<Vec<u8>, StoreError> {
    keys.accounts.seal(&associated(what, id, staff), plain.as_slice())
}

pub(super) fn list_views(db: &impl Database, staff: &StaffId) -> Result<Vec<SavedView>, StoreError> {
    db.read(|conn| {
        conn.all(
            "SELECT view_id, name, asked FROM saved_views WHERE staff = ?1 ORDER BY view_id",
            values![staff.as_str()],
            |row| {
                let id = row.text(0)?;
                let open = |what, sealed| {
                    let opened = db.keys().accounts.open(&associated(what, id, staff), sealed);
                    opened.map_err(|_| StoreError::from(Unreadable::View))
                };
                Ok(SavedView {
                    name: open("name", row.bytes(1)?)?,
                    asked: open("asked", row.bytes(2)?)?,
                    id: id.to_owned(),
                    staff: staff.clone(),
                })
            },
        )
    })
}

/// How many views a person has beside one, and whether one of them has this name.
fn others(conn: &mut dyn Sql, staff: &str, beside: &str, tag: &Digest) -> Result<(u64, bool), StoreError> {
    let tags = conn.all(
        "SELECT name_tag FROM saved_views WHERE staff = ?1 AND view_id <> ?2",
        values![staff, beside],
        |row| Ok(row.bytes(0)? == tag),
    )?;
    Ok((tags.len() as u64, tags.contains(&true)))
}

pub(super) fn insert_view(
    db: &impl Database,
    view: &SavedView,
    at_most: u64,
    audit: AuditEvent,
) -> Result<ViewChange, StoreError> {
    let keys = db.keys();
    let tag = name_tag(keys, &view.staff, &view.name);
    let name = seal(keys, "name", &view.id, &view.staff, &view.name)?;
    let asked = seal(keys, "asked", &view.id, &view.staff, &view.asked)?;
    let audit = trail::sealed(keys, audit)?;
    let (id, staff) = (view.id.clone(), view.staff.as_str().to_owned());
    db.write(move |conn| {
        let (count, taken) = others(conn, &staff, &id, &tag)?;
        if taken {
            return Ok(ViewChange::NameTaken);
        }
        if count >= at_most {
            return Ok(ViewChange::TooMany);
        }
        conn.execute(
            "INSERT INTO saved_views (view_id, staff, name_tag, name, asked) VALUES (?1, ?2, ?3, ?4, ?5)",
            values![&id, &staff, &tag, &name, &asked],
        )?;
        trail::insert(conn, &audit)?;
        Ok(ViewChange::Made)
    })
}

pub(super) fn rename_view(
    db: &impl Database,
    staff: &StaffId,
    id: &str,
    name: &Plain,
    audit: AuditEvent,
) -> Result<ViewChange, StoreError> {
    let keys = db.keys();
    let tag = name_tag(keys, staff, name);
    let name = seal(keys, "name", id, staff, name)?;
    let audit = trail::sealed(keys, audit)?;
    let (id, staff) = (id.to_owned(), staff.as_str().to_owned());
    db.write(move |conn| {
        if others(conn, &staff, &id, &tag)?.1 {
            return Ok(ViewChange::NameTaken);
        }
        let renamed = conn.execute(
            "UPDATE saved_views SET name_tag = ?3, name = ?4 WHERE view_id = ?1 AND staff = ?2",
            values![&id, &staff, &tag, &name],
        )?;
        if renamed == 0 {
            return Ok(ViewChange::NotThere);
        }
        trail::insert(conn, &audit)?;
        Ok(ViewChange::Made)
    })
}

pub(super) fn delete_view(
    db: &impl Database,
    staff: &StaffId,
    id: &str,
    audit: AuditEvent,
) -> Result<ViewChange, StoreError> {
    let audit = trail::sealed(db.keys(), audit)?;
    let (id, staff) = (id.to_owned(), staff.as_str().to_owned());
    db.write(move |conn| {
        let deleted = conn.execute(
            "DELETE FROM saved_views WHERE view_id = ?1 AND staff = ?2",
            values![&id, &staff],
        )?;
        if deleted == 0 {
            return Ok(ViewChange::NotThere);
        }
        trail::insert(conn, &audit)?;
        Ok(ViewChange::Made)
    })
}
