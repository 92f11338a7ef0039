//! Text functions without `core::fmt` and string patterns, which cost kilobytes of wasm each.

/// Concatenates the parts.
#[inline(never)]
pub(crate) fn concat(parts: &[&str]) -> String {
    join(parts, "")
}

/// Joins the parts with a separator.
#[inline(never)]
pub(crate) fn join(parts: &[&str], separator: &str) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() {
            text.push_str(separator);
        }
        text.push_str(part);
    }
    text
}

/// Whether a text contains a part.
pub(crate) fn contains(text: &str, part: &str) -> bool {
    text.as_bytes().windows(part.len().max(1)).any(|window| window == part.as_bytes())
}

/// Whether a name is in a list in which each name has a space on both sides.
pub(crate) fn is_among(names: &str, name: &str) -> bool {
    contains(names, &concat(&[" ", name, " "]))
}

/// The text before and after the first occurrence of an ASCII byte.
pub(crate) fn split_at_byte(text: &str, byte: u8) -> Option<(&str, &str)> {
    split_at(text, |other| other == byte)
}

/// The text before and after the first ASCII byte that matches.
pub(crate) fn split_at(text: &str, matches: impl Fn(u8) -> bool) -> Option<(&str, &str)> {
    let (before, rest) = text.split_at_checked(text.bytes().position(matches)?)?;
    Some((before, rest.get(1..)?))
}

/// The beginning of a text, at most `most` bytes long.
pub(crate) fn start(text: &str, most: usize) -> &str {
    let mut most = most.min(text.len());
    while !text.is_char_boundary(most) {
        most = most.saturating_sub(1);
    }
    text.get(..most).unwrap_or_default()
}
