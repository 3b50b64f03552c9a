//! What was typed and not sent, kept sealed on the server: also when the session ended meanwhile.

use crate::App;
use crate::accounts::Actor;
use crate::error::AppError;
use jiff::Timestamp;
use tutela_domain::ids::CaseId;
use tutela_domain::records::RecordType;
use tutela_store::{Draft, DraftKey, Plain, StaffId};

fn key(staff: &StaffId, case: Option<CaseId>, record: RecordType) -> DraftKey {
    DraftKey {
        staff: staff.clone(),
        case,
        key: record.name().to_owned(),
    }
}

impl App {
    /// Keeps what a person typed into the form of a record, in place of what was kept before.
    pub fn keep_draft(
        &self,
        actor: &Actor,
        case: Option<CaseId>,
        record: RecordType,
        typed: &str,
    ) -> Result<(), AppError> {
        self.put(actor.staff(), case, record, typed)
    }

    /// Keeps what was typed by the person whose session has ended; `false` when it is not known whose
    /// it was. Only the same person sees it again.
    pub fn keep_draft_of_ended(
        &self,
        token: &str,
        case: Option<CaseId>,
        record: RecordType,
        typed: &str,
    ) -> Result<bool, AppError> {
        // A session that has ended is still kept for a day.
        match self.store.session(token, Timestamp::MIN)? {
            Some(session) => self.put(&session.staff, case, record, typed).map(|()| true),
            None => Ok(false),
        }
    }

    fn put(&self, staff: &StaffId, case: Option<CaseId>, record: RecordType, typed: &str) -> Result<(), AppError> {
        let draft = Draft {
            saved: self.now(),
            typed: Plain::from(typed),
        };
        Ok(self.store.put_draft(&key(staff, case, record), &draft)?)
    }

    /// What a person typed, and when it was kept.
    pub fn draft(&self, actor: &Actor, case: Option<CaseId>, record: RecordType) -> Result<Option<Vec<u8>>, AppError> {
        let draft = self.store.draft(&key(actor.staff(), case, record))?;
        Ok(draft.map(|d| d.typed.as_slice().to_vec()))
    }

    /// Forgets a draft.
    pub fn forget_draft(&self, actor: &Actor, case: Option<CaseId>, record: RecordType) -> Result<(), AppError> {
        Ok(self.store.delete_draft(&key(actor.staff(), case, record))?)
    }
}
