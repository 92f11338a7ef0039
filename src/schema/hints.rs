//! Parts of the messages of the checker: hints, lists, what is wrong with a phone number.

use super::naming::nearest;
use crate::text;

/// The hint with the most similar known name; empty if none is similar.
#[must_use]
pub fn did_you_mean(name: &str, known: &[&str]) -> String {
    match nearest(text::start(name, 100), known) {
        Some(near) => text::concat(&["did you mean ", &quoted(near), "?"]),
        None => String::new(),
    }
}

/// `"a", "b" or "c"`.
#[must_use]
pub fn listed(values: &[&str]) -> String {
    let mut text = String::new();
    let last = values.len().saturating_sub(1);
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            text.push_str(if index == last { " or " } else { ", " });
        }
        text.push_str(&quoted(value));
    }
    text
}

/// A quoted value for a message, truncated if it is long.
#[must_use]
pub fn quoted(text: &str) -> String {
    let short = text::start(text, 40);
    text::concat(&["\"", short, if short.len() < text.len() { "…\"" } else { "\"" }])
}

/// Checks for `+` and 7 to 15 digits, the first of them not 0; the error is what was found instead.
pub fn e164(text: &str) -> Result<(), &'static str> {
    let Some((b'+', digits)) = text.as_bytes().split_first() else {
        return Err("a string without a leading +");
    };
    for digit in digits {
        if !digit.is_ascii_digit() {
            return Err("a string with non-digits");
        }
    }
    match digits {
        [b'0', ..] => Err("a string with a leading 0"),
        _ if (7..=15).contains(&digits.len()) => Ok(()),
        _ => Err("the wrong number of digits"),
    }
}
