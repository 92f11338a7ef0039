//! The words of the checker: hints, lists, what is wrong with a phone number.

use super::naming::nearest;
use crate::text;

/// The hint that names the nearest known name, or an empty one.
pub fn did_you_mean(name: &str, known: &[&str]) -> String {
    match nearest(text::start(name, 100), known) {
        Some(near) => text::concat(&["did you mean ", &quoted(near), "?"]),
        None => String::new(),
    }
}

/// `"a", "b" or "c"`.
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

/// A value of a list in a message, cut where it is long.
pub fn quoted(text: &str) -> String {
    let short = text::start(text, 40);
    text::concat(&["\"", short, if short.len() < text.len() { "…\"" } else { "\"" }])
}

/// `+` and 7 to 15 digits, the first of them not 0; else what is there instead.
pub fn e164(text: &str) -> Result<(), &'static str> {
    let Some((b'+', digits)) = text.as_bytes().split_first() else {
        return Err("a string without the leading +");
    };
    for digit in digits {
        if !digit.is_ascii_digit() {
            return Err("a string with something other than digits after the +");
        }
    }
    match digits {
        [b'0', ..] => Err("a string with 0 after the +"),
        _ if (7..=15).contains(&digits.len()) => Ok(()),
        _ => Err("a string of another length"),
    }
}
