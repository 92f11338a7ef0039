//! Which headers can be sent, and how a JavaScript caller gives them.

use wasm_bindgen::JsValue;

use crate::error::Error;
use crate::host::{self, Encoded, Kind, Value};
use crate::text;

/// Refuses headers that cannot be sent. Neither name nor value is part of the message: each may be a secret.
pub(crate) fn check_headers(headers: &[(String, String)]) -> Result<(), Error> {
    if headers.iter().all(|(name, value)| is_header(name, value)) { Ok(()) } else { Err(invalid_header()) }
}

pub(crate) fn invalid_header() -> Error {
    Error::usage("headers: one has a name or a value that cannot be sent")
}

/// Those of the connection, which hosts set themselves: browsers drop them, Node throws when the request is under way.
const OF_CONNECTION: &str = " connection content-length expect host keep-alive transfer-encoding upgrade ";

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
    let word = text::concat(&[" ", &name.to_ascii_lowercase(), " "]);
    !name.is_empty()
        && name.bytes().all(token)
        && value.chars().all(fine)
        && !text::contains(OF_CONNECTION, &word)
}

/// The fields or pairs that were given; `None` where it is something else.
pub(super) fn pairs(given: &Encoded) -> Option<Vec<(&str, Value<'_>)>> {
    let root = given.root();
    root.entries().ok().filter(|_| root.kind() == Kind::Object)
}

/// Reads the headers a JavaScript caller gave.
pub(super) fn read(given: &JsValue) -> Result<Vec<(String, String)>, Error> {
    let mut headers = Vec::new();
    if !given.is_undefined() {
        let encoded = host::encode_headers(given);
        for (name, value) in pairs(&encoded).ok_or_else(invalid_header)? {
            if value.kind() != Kind::String {
                return Err(invalid_header());
            }
            // As `Headers` joins them.
            match headers
                .iter_mut()
                .find(|(known, _): &&mut (String, String)| known.eq_ignore_ascii_case(name))
            {
                Some((_, before)) => *before = text::concat(&[before, ", ", value.text()]),
                None => headers.push((name.to_owned(), value.text().to_owned())),
            }
        }
    }
    check_headers(&headers)?;
    Ok(headers)
}
