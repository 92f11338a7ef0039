//! Paths and queries: every part is encoded, and what would change the path is refused.

use wasm_bindgen::JsValue;

use super::error::Error;
use crate::schema::value::{Kind, Value};

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// Adds a text, with all but letters, digits and `-._~` percent-encoded.
pub fn encode(into: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            into.push(char::from(byte));
        } else {
            into.push('%');
            for digit in [byte >> 4, byte & 15] {
                into.push(char::from(HEX.get(usize::from(digit)).copied().unwrap_or(b'0')));
            }
        }
    }
}

/// Puts the ids into a path with `{names}`.
pub fn fill(template: &str, operation: &str, ids: &[String]) -> Result<String, Error> {
    let mut path = String::with_capacity(template.len());
    let mut ids = ids.iter();
    let mut rest = template;
    while let Some((before, name_and_rest)) = rest.split_once('{') {
        let (name, after) = name_and_rest.split_once('}').unwrap_or((name_and_rest, ""));
        path.push_str(before);
        let id = ids.next().map(String::as_str).unwrap_or_default();
        // An empty id would turn "one" into "all", a dot into the folder above.
        if matches!(id, "" | "." | "..") {
            let got = if id.is_empty() { "an empty string" } else { id };
            return Err(Error::usage(
                [operation, ": ", name, ": expected the id, got ", got, "; nothing was sent"].concat(),
            ));
        }
        encode(&mut path, id);
        rest = after;
    }
    path.push_str(rest);
    Ok(path)
}

/// Adds a field to a query; an array adds itself once for each entry.
pub fn query(into: &mut String, name: &str, value: &JsValue) -> Result<(), Error> {
    let text = match value.kind() {
        Kind::Undefined | Kind::Null => return Ok(()),
        Kind::Array => {
            return value.items().iter().try_for_each(|entry| query(into, name, entry));
        }
        Kind::Boolean => value.is_truthy().to_string(),
        Kind::Number => value.number().map(|number| value.show(number)).unwrap_or_default(),
        Kind::String => value.text(),
        _ => {
            return Err(Error::usage(
                [
                    name,
                    ": expected a string, a number, a boolean or an array of these for the query, got ",
                    &value.describe(),
                ]
                .concat(),
            ));
        }
    };
    into.push(if into.is_empty() { '?' } else { '&' });
    encode(into, name);
    into.push('=');
    encode(into, &text);
    Ok(())
}

/// Why a header cannot be sent. The value is never part of the message: it may be a secret.
pub fn header(name: &str, value: &str) -> Result<(), &'static str> {
    let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    if name.is_empty() || !name.bytes().all(token) {
        return Err("this is not the name of a header");
    }
    // Beyond U+00FF a header cannot go at all, and a line break would start a new one.
    if value.chars().any(|letter| letter < ' ' && letter != '\t' || letter > '\u{ff}' || letter == '\u{7f}') {
        return Err("its value holds a line break or a letter that a header cannot carry");
    }
    Ok(())
}
