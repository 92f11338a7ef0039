//! Which headers can be sent.

use crate::error::Error;

/// Refuses headers that cannot be sent. Neither name nor value is part of the message: each may be a secret.
pub(crate) fn check_headers(headers: &[(String, String)]) -> Result<(), Error> {
    if headers.iter().all(|(name, value)| is_header(name, value)) { Ok(()) } else { Err(invalid_header()) }
}

pub(crate) fn invalid_header() -> Error {
    Error::usage("headers: one has a name or a value that cannot be sent")
}

/// Whether a header can be sent: beyond U+00FF it cannot go at all, and a line break in it would start
/// another one.
#[must_use]
pub fn is_header(name: &str, value: &str) -> bool {
    let token = |byte: u8| {
        let mark =
            matches!(byte, b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'.' | b'^'..=b'`' | b'|' | b'~');
        mark || byte.is_ascii_alphanumeric()
    };
    let fine = |letter: char| matches!(letter, '\t' | ' '..='~' | '\u{80}'..='\u{ff}');
    !name.is_empty() && name.bytes().all(token) && value.chars().all(fine)
}
