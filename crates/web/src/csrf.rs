//! Proof that a form was sent from our own page: the browser says that it is the same origin, and the
//! form carries a token that only a page of the same session can hold.

use axum::http::uri::{Authority, Uri};
use axum::http::{HeaderMap, header};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// The name of the field that carries the token.
pub const FIELD: &str = "form-token";

/// The token of a session, masked anew for each page so that compression cannot leak it.
pub fn token(session: &str, mask: [u8; 32]) -> String {
    let mut text = hex(&mask);
    text.push_str(&hex(&xor(secret(session), mask)));
    text
}

/// Whether a token belongs to the session.
pub fn fits(session: &str, token: &str) -> bool {
    let Some((mask, masked)) = token.split_at_checked(64) else {
        return false;
    };
    match (unhex(mask), unhex(masked)) {
        (Some(mask), Some(masked)) => bool::from(xor(masked, mask).ct_eq(&secret(session))),
        _ => false,
    }
}

/// Whether the browser says that our own page sent the request. Old browsers send only `Origin`;
/// a request with neither was not sent by a form of ours. Over HTTP/2 the name of the host stands in the
/// address, and not in a header.
pub fn is_same_origin(headers: &HeaderMap, address: &Uri) -> bool {
    let text = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return site == "same-origin";
    }
    let host = text(header::HOST.as_str()).or(address.authority().map(Authority::as_str));
    match (text(header::ORIGIN.as_str()), host) {
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, from)| from == host),
        _ => false,
    }
}

// The session's own id never stands in a page: only this digest of it, masked.
fn secret(session: &str) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update(b"tutela form token\0");
    digest.update(session.as_bytes());
    digest.finalize().into()
}

fn xor(a: [u8; 32], b: [u8; 32]) -> [u8; 32] {
    let mut both = a;
    for (left, right) in both.iter_mut().zip(b) {
        *left ^= right;
    }
    both
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; 32];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(at * 2..at * 2 + 2)?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_fits_its_own_session_only() {
        let first = token("one", [7; 32]);
        assert_ne!(first, token("one", [8; 32]));
        assert!(fits("one", &first) && fits("one", &token("one", [8; 32])));
        assert!(!fits("two", &first));
        for bad in ["", "x", &first[1..], &"é".repeat(64), &"+f".repeat(64)] {
            assert!(!fits("one", bad), "{bad}");
        }
    }

    #[test]
    fn only_our_own_origin_may_send_forms() {
        let is_same = |address: &str, pairs: &[(&'static str, &'static str)]| {
            let headers = pairs
                .iter()
                .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
            is_same_origin(&headers.collect::<HeaderMap>(), &address.parse().unwrap())
        };
        let is_same_origin = |pairs: &[(&'static str, &'static str)]| is_same("/sign-in", pairs);
        let origin = [("origin", "https://t.example:8443")];
        assert!(is_same("https://t.example:8443/sign-in", &origin));
        assert!(!is_same("https://evil.example/sign-in", &origin));
        assert!(is_same_origin(&[("sec-fetch-site", "same-origin")]));
        assert!(!is_same_origin(&[("sec-fetch-site", "same-site")]));
        assert!(!is_same_origin(&[("sec-fetch-site", "none")]));
        assert!(is_same_origin(&[
            ("origin", "https://t.example"),
            ("host", "t.example")
        ]));
        assert!(!is_same_origin(&[
            ("origin", "https://evil.example"),
            ("host", "t.example")
        ]));
        assert!(!is_same_origin(&[("origin", "null"), ("host", "null")]));
        assert!(!is_same_origin(&[]));
    }
}
