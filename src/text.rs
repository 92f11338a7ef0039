//! Small text work without the weight of `core::fmt` and of string patterns, which cost kilobytes of
//! wasm each.

/// Puts parts together.
pub(crate) trait Glue {
    /// The parts as one string.
    fn glue(&self) -> String;
    /// The parts with something in between.
    fn glue_with(&self, between: &str) -> String;
}

impl Glue for [&str] {
    #[inline(never)]
    fn glue(&self) -> String {
        self.glue_with("")
    }

    #[inline(never)]
    fn glue_with(&self, between: &str) -> String {
        let mut text = String::new();
        for part in self {
            if !text.is_empty() {
                text.push_str(between);
            }
            text.push_str(part);
        }
        text
    }
}

/// Whether a part is in a text.
pub(crate) fn contains(text: &str, part: &str) -> bool {
    text.as_bytes().windows(part.len().max(1)).any(|window| window == part.as_bytes())
}

/// Whether a word is in a list of words that have a space on both sides.
pub(crate) fn is_among(words: &str, word: &str) -> bool {
    contains(words, &[" ", word, " "].glue())
}

/// The text up to a byte of ASCII, and what follows it.
pub(crate) fn split_at_byte(text: &str, byte: u8) -> Option<(&str, &str)> {
    split_at(text, |other| other == byte)
}

/// The text up to the first byte of ASCII that fits, and what follows it.
pub(crate) fn split_at(text: &str, fits: impl Fn(u8) -> bool) -> Option<(&str, &str)> {
    let (before, rest) = text.split_at_checked(text.bytes().position(fits)?)?;
    Some((before, rest.get(1..)?))
}

/// The beginning of a text, at most this many bytes of it.
pub(crate) fn start(text: &str, most: usize) -> &str {
    let mut most = most.min(text.len());
    while !text.is_char_boundary(most) {
        most = most.saturating_sub(1);
    }
    text.get(..most).unwrap_or_default()
}
