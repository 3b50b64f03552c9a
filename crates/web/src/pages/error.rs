//! Pages for what went wrong. Their text is fixed: nothing of the request stands in it.

use super::frame::Frame;
use askama::Template;
use axum::http::StatusCode;

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The form did not come from a page of this session.
    FormExpired,
    /// There is nothing here, or nothing that this person may know of.
    NotFound,
    /// The address takes another method.
    WrongMethod,
    /// More was sent than is accepted.
    TooLarge,
    /// The request cannot be read.
    BadRequest,
    /// It took too long.
    Timeout,
    /// A fault of ours.
    Fault,
}

impl ErrorKind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::FormExpired,
        Self::NotFound,
        Self::WrongMethod,
        Self::TooLarge,
        Self::BadRequest,
        Self::Timeout,
        Self::Fault,
    ];

    /// The kind for a status.
    pub fn of(status: StatusCode) -> Self {
        match status {
            StatusCode::FORBIDDEN => Self::FormExpired,
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::WrongMethod,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::REQUEST_TIMEOUT | StatusCode::SERVICE_UNAVAILABLE => Self::Timeout,
            status if status.is_client_error() => Self::BadRequest,
            _ => Self::Fault,
        }
    }

    /// The locale key of the heading.
    pub fn key(self) -> &'static str {
        match self {
            Self::FormExpired => "error-form-expired",
            Self::NotFound => "error-not-found",
            Self::WrongMethod => "error-wrong-method",
            Self::TooLarge => "error-too-large",
            Self::BadRequest => "error-bad-request",
            Self::Timeout => "error-timeout",
            Self::Fault => "error-fault",
        }
    }

    /// The locale key of what to do.
    pub fn remedy_key(&self) -> String {
        format!("{}.remedy", self.key())
    }
}

/// A form that a fault kept from being taken, to be sent again from the page of the fault.
#[derive(Clone, Debug)]
pub struct Again {
    /// Where it was sent.
    pub action: String,
    /// Everything that was typed, and what else the form held.
    pub typed: Vec<(String, String)>,
}

/// The page of an error.
#[derive(Template)]
#[template(path = "error.html")]
pub struct ErrorPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// What went wrong.
    pub kind: ErrorKind,
    /// The id under which the operation stands in the log, for a fault of ours.
    pub operation: Option<&'a str>,
    /// What was typed, for a fault of ours.
    pub again: Option<&'a Again>,
}
