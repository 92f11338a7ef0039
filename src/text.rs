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

/// Writes an integer.
pub(crate) fn integer(number: i64) -> String {
    let mut digits = String::new();
    let mut rest = number.unsigned_abs();
    loop {
        digits.insert(0, char::from(b'0' | (rest % 10) as u8));
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        digits.insert(0, '-');
    }
    digits
}

/// Reads a number as JavaScript writes one: `-1.5e-7`, `Infinity`, `NaN`. Exact to the last digit or two.
pub(crate) fn number(text: &str) -> f64 {
    let (digits, exponent) = split_at_byte(text, b'e').unwrap_or((text, ""));
    let (mut number, mut scale, mut is_fraction) = (0.0, 1.0, false);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                number = number * 10.0 + f64::from(byte & 15);
                if is_fraction {
                    scale *= 10.0;
                }
            }
            b'.' => is_fraction = true,
            b'-' | b'+' => {}
            b'I' => return if digits.starts_with('-') { f64::NEG_INFINITY } else { f64::INFINITY },
            _ => return f64::NAN,
        }
    }
    number /= scale;
    if !exponent.is_empty() {
        let power = self::number(exponent);
        let mut steps = power.abs();
        while steps > 0.0 {
            number = if power > 0.0 { number * 10.0 } else { number / 10.0 };
            steps -= 1.0;
        }
    }
    if digits.starts_with('-') { -number } else { number }
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
