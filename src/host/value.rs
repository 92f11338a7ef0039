//! A value that the host wrote out in one step, since every call between the wasm and its host costs time.
//!
//! Length: the text, what reads it and the tests of both belong together.
//!
//! It is text. Each value begins with a letter that says what it is:
//!
//! ```text
//! u n t f          undefined, null, true, false
//! #1.5;            a number, as the host formats it
//! "3:abc           a string: its length in UTF-16 units, then its content
//! [ … ]            an array, with its items
//! { "1:a … }       an object, with its names and values in turn
//! A"3:why E"3:why  an array and an object that could not be read, with what reading it threw
//! D1764547200000;  a Date, in milliseconds since the epoch
//! F x              a function, another value that JSON cannot represent
//! ```

use crate::text;

/// The type of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `undefined`.
    Undefined,
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number, `NaN` included.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// Any other object.
    Object,
    /// A JavaScript `Date`.
    Date,
    /// A function.
    Function,
    /// A symbol, a bigint, the bytes of a buffer: a value that JSON cannot represent.
    Other,
}

/// A value with all that is in it.
#[derive(Debug, Default)]
pub struct Encoded {
    text: String,
    /// Each value, followed by those in it.
    nodes: Vec<Node>,
}

#[derive(Debug, Clone, Copy)]
struct Node {
    kind: Kind,
    /// Where its text is: of a number, a string, or why an array or an object could not be read.
    start: usize,
    end: usize,
    /// How many nodes it is, with those in it.
    count: usize,
}

/// A value, or a part of one.
#[derive(Debug, Clone, Copy, Default)]
pub struct Value<'a> {
    text: &'a str,
    /// Its node, and those in it; without any, it is undefined.
    nodes: &'a [Node],
}

impl Encoded {
    /// Reads what the host wrote.
    #[must_use]
    pub fn new(text: String) -> Self {
        let mut reader = Reader { text: &text, at: 0, nodes: Vec::with_capacity(16) };
        reader.value();
        let nodes = reader.nodes;
        Self { text, nodes }
    }

    /// The value itself.
    #[must_use]
    pub fn root(&self) -> Value<'_> {
        Value { text: &self.text, nodes: &self.nodes }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    nodes: Vec<Node>,
}

impl Reader<'_> {
    #[inline(never)]
    fn byte(&mut self) -> Option<u8> {
        let byte = self.text.as_bytes().get(self.at).copied();
        self.at = self.at.saturating_add(1);
        byte
    }

    /// Reads a value; false at the end of an array, an object or the text.
    fn value(&mut self) -> bool {
        let index = self.nodes.len();
        let letter = self.byte();
        let kind = match letter {
            None | Some(b']' | b'}') => return false,
            Some(b'u') => Kind::Undefined,
            Some(b'n') => Kind::Null,
            Some(b't' | b'f') => Kind::Boolean,
            Some(b'#') => Kind::Number,
            Some(b'"') => Kind::String,
            Some(b'[' | b'A') => Kind::Array,
            Some(b'{' | b'E') => Kind::Object,
            Some(b'D') => Kind::Date,
            Some(b'F') => Kind::Function,
            Some(_) => Kind::Other,
        };
        self.nodes.push(Node { kind, start: self.at, end: self.at, count: 1 });
        match letter {
            Some(b't') => self.set_text(index, self.at.saturating_sub(1), self.at),
            Some(b'#' | b'D') => {
                let start = self.at;
                while !matches!(self.byte(), None | Some(b';')) {}
                self.set_text(index, start, self.at.saturating_sub(1));
            }
            Some(b'"') => self.string(index),
            Some(b'A' | b'E') => {
                self.byte();
                self.string(index);
            }
            Some(b'[' | b'{') => while self.value() {},
            _ => {}
        }
        let count = self.nodes.len().saturating_sub(index);
        if let Some(node) = self.nodes.get_mut(index) {
            node.count = count;
        }
        true
    }

    fn set_text(&mut self, index: usize, start: usize, end: usize) {
        if let Some(node) = self.nodes.get_mut(index) {
            (node.start, node.end) = (start, end);
        }
    }

    fn string(&mut self, index: usize) {
        let mut units = 0_usize;
        while let Some(digit @ b'0'..=b'9') = self.byte() {
            units = units.saturating_mul(10).saturating_add(usize::from(digit & 15));
        }
        let start = self.at;
        let end = start.saturating_add(units);
        if self.text.as_bytes().get(start..end).is_some_and(<[u8]>::is_ascii) {
            self.at = end;
        } else {
            for letter in self.text.get(start..).unwrap_or_default().chars() {
                let Some(left) = units.checked_sub(letter.len_utf16()) else { break };
                units = left;
                self.at = self.at.saturating_add(letter.len_utf8());
            }
        }
        self.set_text(index, start, self.at);
    }
}

impl<'a> Value<'a> {
    /// Its type.
    #[must_use]
    #[inline(never)]
    pub fn kind(self) -> Kind {
        self.nodes.first().map_or(Kind::Undefined, |node| node.kind)
    }

    #[inline(never)]
    fn content(self) -> &'a str {
        self.nodes.first().and_then(|node| self.text.get(node.start..node.end)).unwrap_or_default()
    }

    /// The string; empty for any other value.
    #[must_use]
    #[inline(never)]
    pub fn text(self) -> &'a str {
        if self.kind() == Kind::String { self.content() } else { "" }
    }

    /// Whether it is `true`.
    #[must_use]
    pub fn is_true(self) -> bool {
        self.kind() == Kind::Boolean && !self.content().is_empty()
    }

    /// The number; `None` for any other value.
    #[must_use]
    #[inline(never)]
    pub fn number(self) -> Option<f64> {
        (self.kind() == Kind::Number).then(|| text::number(self.content()))
    }

    /// The time of a `Date`, in milliseconds since the epoch; empty for any other value, and for an invalid date.
    #[must_use]
    pub fn date(self) -> &'a str {
        if self.kind() == Kind::Date && self.content() != "NaN" { self.content() } else { "" }
    }

    /// Whether it is an integer that a number holds exactly. By its text, since the number is not exact to the last digit.
    #[must_use]
    pub fn is_integer(self) -> bool {
        let digits = self.content().bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        digits && self.number().is_some_and(|number| number.abs() <= 9_007_199_254_740_991.0)
    }

    /// The values directly in it; of an object its names and values in turn.
    fn parts(self) -> Parts<'a> {
        Parts(Value { text: self.text, nodes: self.nodes.get(1..).unwrap_or_default() })
    }

    /// What reading it threw.
    fn readable(self) -> Result<(), String> {
        match self.content() {
            why if !why.is_empty() && matches!(self.kind(), Kind::Array | Kind::Object) => {
                Err(why.to_owned())
            }
            _ => Ok(()),
        }
    }

    /// The items of an array, or what reading them threw; none for any other value.
    #[inline(never)]
    pub fn items(self) -> Result<Vec<Value<'a>>, String> {
        self.readable()?;
        Ok(if self.kind() == Kind::Array { self.parts().collect() } else { Vec::new() })
    }

    /// The fields of an object that JSON would serialize, or what reading them threw; none for any other value.
    #[inline(never)]
    pub fn entries(self) -> Result<Vec<(&'a str, Value<'a>)>, String> {
        self.readable()?;
        let mut entries = Vec::with_capacity(8);
        if self.kind() == Kind::Object {
            let mut parts = self.parts();
            while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
                entries.push((name.text(), value));
            }
        }
        Ok(entries)
    }

    /// A field of an object; undefined if there is none, and for an empty name.
    #[must_use]
    #[inline(never)]
    pub fn get(self, name: &str) -> Value<'a> {
        let mut parts = self.parts();
        if self.kind() == Kind::Object && !name.is_empty() {
            while let (Some(known), Some(value)) = (parts.next(), parts.next()) {
                if known.content() == name {
                    return value;
                }
            }
        }
        Value::default()
    }

    /// Describes it in a message: a number as it is, anything else by its type, since it may be a secret.
    #[must_use]
    pub fn describe(self) -> &'a str {
        match self.kind() {
            Kind::Number => self.content(),
            Kind::Undefined => "undefined",
            Kind::Null => "null",
            Kind::Boolean => "a boolean",
            Kind::String => "a string",
            Kind::Array => "an array",
            Kind::Object => "an object",
            Kind::Date => "a Date",
            Kind::Function | Kind::Other => "a value that is not JSON",
        }
    }
}

/// The values that are left.
struct Parts<'a>(Value<'a>);

impl<'a> Iterator for Parts<'a> {
    type Item = Value<'a>;

    #[inline(never)]
    fn next(&mut self) -> Option<Value<'a>> {
        let Value { text, nodes } = self.0;
        let (nodes, rest) = nodes.split_at_checked(nodes.first()?.count)?;
        self.0.nodes = rest;
        Some(Value { text, nodes })
    }
}

#[cfg(test)]
mod tests {
    use super::{Encoded, Kind};

    #[test]
    fn values_are_read() {
        let encoded = Encoded::new("{\"1:a#1.5;\"3:ä😀\"0:\"1:c[tfnuE\"3:whyD5;]}".to_owned());
        let root = encoded.root();
        assert_eq!(root.entries().map(|entries| entries.len()), Ok(3));
        assert_eq!(root.get("a").number(), Some(1.5));
        assert_eq!(root.get("nothing").kind(), Kind::Undefined);
        let number = |text: &str| Encoded::new(["#", text, ";"].concat());
        for text in ["0", "-5", "9007199254740991"] {
            assert!(number(text).root().is_integer(), "{text}");
        }
        for text in ["110.00000000000001", "1.5", "1e+21", "1e-7", "NaN", "-Infinity", "9007199254740992"] {
            assert!(!number(text).root().is_integer(), "{text}");
        }
        assert!(number("1.7976931348623157e+308").root().number().is_some_and(|number| number > 1.7e308));
        assert!(number("5e-324").root().number().is_some_and(|number| number < 1e-300));
    }

    #[test]
    fn lengths_are_in_utf_16_units() {
        let encoded = Encoded::new("[\"4:ä😀x\"0:A\"3:why]".to_owned());
        let items = encoded.root().items().unwrap_or_default();
        assert_eq!(items.iter().map(|item| item.text()).collect::<Vec<_>>(), ["ä😀x", "", ""]);
        assert_eq!(items.last().map(|item| item.items().map(|_| ())), Some(Err("why".to_owned())));
    }

    #[test]
    fn what_is_cut_off_ends() {
        for text in ["", "[", "{\"9:a", "\"99999999999999999999:a", "#1", "A", "[[[{"] {
            let encoded = Encoded::new(text.to_owned());
            assert!(encoded.root().entries().is_ok() || encoded.root().items().is_ok(), "{text}");
        }
    }
}
