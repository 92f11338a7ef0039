//! Paths and queries: every part is encoded, and what would change the path is refused.

use crate::error::Error;
use crate::host::{Kind, Value};
use crate::text;

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
pub fn fill(template: &str, operation: &str, ids: &[&str]) -> Result<String, Error> {
    let mut path = String::with_capacity(template.len());
    let mut ids = ids.iter();
    let mut rest = template;
    while let Some((before, name_and_rest)) = text::split_at_byte(rest, b'{') {
        let (name, after) = text::split_at_byte(name_and_rest, b'}').unwrap_or((name_and_rest, ""));
        path.push_str(before);
        let id = ids.next().copied().unwrap_or_default();
        // An empty id would turn "one" into "all", a dot into the folder above; a server may trim an id.
        let bare = id.trim_ascii();
        if matches!(bare, "" | "." | "..") {
            let got = if bare.is_empty() { "a blank string" } else { id };
            return Err(Error::usage(text::concat(&[
                operation,
                ": ",
                name,
                ": expected the id, got ",
                got,
                "; nothing was sent",
            ])));
        }
        well_formed(name, id)?;
        encode(&mut path, id);
        rest = after;
    }
    path.push_str(rest);
    Ok(path)
}

/// An unpaired surrogate arrives here as U+FFFD: something else than was meant would be sent.
fn well_formed(name: &str, text: &str) -> Result<(), Error> {
    if text::contains(text, "\u{fffd}") {
        return Err(Error::usage(text::concat(&[
            name,
            ": contains an unpaired surrogate; nothing was sent",
        ])));
    }
    Ok(())
}

/// Adds a field to a query; an array adds itself once for each entry.
pub fn query(into: &mut String, name: &str, value: Value<'_>) -> Result<(), Error> {
    if value.kind() == Kind::Array {
        let entries = value
            .items()
            .map_err(|why| Error::usage(text::concat(&[name, ": could not be read: ", &why])))?;
        return entries.into_iter().try_for_each(|entry| query_one(into, name, entry));
    }
    if value.kind() == Kind::Undefined {
        return Ok(());
    }
    query_one(into, name, value)
}

fn query_one(into: &mut String, name: &str, value: Value<'_>) -> Result<(), Error> {
    let text = match value.kind() {
        Kind::Boolean if value.is_true() => "true",
        Kind::Boolean => "false",
        Kind::String => value.text(),
        Kind::Date if !value.date().is_empty() => value.date(),
        Kind::Number if value.number().is_some_and(f64::is_finite) => value.describe(),
        _ => {
            return Err(Error::usage(text::concat(&[
                name,
                ": expected a string, a number, a boolean or an array of them, got ",
                value.describe(),
            ])));
        }
    };
    well_formed(name, name)?;
    well_formed(name, text)?;
    into.push(if into.is_empty() { '?' } else { '&' });
    encode(into, name);
    into.push('=');
    encode(into, text);
    Ok(())
}
