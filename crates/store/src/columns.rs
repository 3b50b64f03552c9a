//! How the store's own kinds of values stand in columns.

use crate::error::StoreError;
use jiff::Timestamp;
use tutela_domain::ids::CaseId;

/// A case id from its column. An id that was not made from random bytes comes back as it was, too.
pub(crate) fn case_id(bytes: &[u8]) -> Result<CaseId, StoreError> {
    let bytes: [u8; 16] = bytes.try_into().map_err(|_| StoreError::Damaged)?;
    let case = CaseId::from_random(bytes);
    if case.as_bytes() == &bytes {
        return Ok(case);
    }
    let text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    text.parse().map_err(|_| StoreError::Damaged)
}

pub(crate) fn instant(micros: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(micros).map_err(|_| StoreError::Damaged)
}

pub(crate) fn maybe_instant(micros: Option<i64>) -> Result<Option<Timestamp>, StoreError> {
    micros.map(instant).transpose()
}

pub(crate) fn digest(bytes: &[u8]) -> Result<[u8; 32], StoreError> {
    bytes.try_into().map_err(|_| StoreError::Damaged)
}

/// A place or a count, from the database.
pub(crate) fn place(number: i64) -> Result<u64, StoreError> {
    u64::try_from(number).map_err(|_| StoreError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_id_of_any_kind_comes_back_as_it_was() {
        for text in [
            "01890a5d-ac96-774b-bcce-b302099a8057",
            "00000000-0000-0000-0000-000000000000",
        ] {
            let case: CaseId = text.parse().ok().unwrap();
            assert_eq!(case_id(case.as_bytes()), Ok(case));
        }
        assert_eq!(case_id(&[1; 15]), Err(StoreError::Damaged));
    }
}
