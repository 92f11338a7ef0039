//! The compact table that the checker walks, decoded from the bytes that `schema::encode` packs.
//!
//! Bytes and not statics of pointers: names that repeat are there once, the whole compresses better
//! (the figures are in ARCHITECTURE.md), and a table that only some callers need, such as the
//! answers for `onDrift`, can be loaded when asked for.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

/// A table, ready to be walked.
#[derive(Debug)]
pub struct Table {
    strings: Vec<&'static str>,
    /// The bytes of each shape; everything refers to these by index.
    shapes: Vec<&'static [u8]>,
    /// The operations, in the order of the declarations.
    pub operations: Vec<Rc<Operation>>,
}

/// The first byte of a shape.
pub mod shapes {
    /// Any JSON value.
    pub const ANY: u8 = 0;
    /// A string.
    pub const TEXT: u8 = 1;
    /// A whole number.
    pub const INTEGER: u8 = 2;
    /// A number.
    pub const NUMBER: u8 = 3;
    /// `true` or `false`.
    pub const BOOLEAN: u8 = 4;
    /// An array; what it holds follows.
    pub const LIST: u8 = 5;
    /// An object with free keys; what it holds follows.
    pub const MAP: u8 = 6;
    /// An object; its fields follow.
    pub const MODEL: u8 = 7;
    /// A string out of a list; whether it is open, the values, and the refused ones follow.
    pub const CHOICE: u8 = 8;
    /// One of several shapes, which follow.
    pub const UNION: u8 = 9;
    /// An object that may have other fields too; its fields follow.
    pub const OPEN_MODEL: u8 = 10;
}

/// A field of a model.
#[derive(Debug)]
pub struct Field {
    /// The name on the wire.
    pub name: &'static str,
    /// What it holds.
    pub shape: usize,
    /// The bits of [`flags`].
    pub flags: u8,
    /// The least and the most, where there are limits.
    pub range: Option<(f64, f64)>,
    /// The form of a string, or the field of an earlier time.
    pub text: &'static str,
    /// How many days after that time at most.
    pub days: u8,
}

/// The bits of [`Field::flags`].
pub mod flags {
    /// Must be given.
    pub const REQUIRED: u8 = 1;
    /// May be null.
    pub const NULLABLE: u8 = 2;
    /// Is a phone number in E.164 form.
    pub const E164: u8 = 4;
    /// Is a time zone the host knows.
    pub const TIME_ZONE: u8 = 8;
    /// Goes into the query although there is a body.
    pub const IN_QUERY: u8 = 16;
    /// Limits follow.
    pub const RANGE: u8 = 32;
    /// The form of a string follows.
    pub const LIKE: u8 = 64;
    /// The field of an earlier time, and the days, follow.
    pub const DAYS_AFTER: u8 = 128;
}

/// An operation of the API.
#[derive(Debug)]
pub struct Operation {
    /// The full name: `agents.create`.
    pub name: &'static str,
    /// The verb.
    pub http: &'static str,
    /// The path, with `{names}`.
    pub path: Cow<'static, str>,
    /// The field of the answer that holds the data, or nothing.
    pub at: &'static str,
    /// 0 safe, 1 idempotent, 2 never blind.
    pub repeat: u8,
    /// 0 none, 1 offset, 2 page, 3 cursor.
    pub paging: u8,
    /// 0 whole, 1 one, 2 page, 3 stream.
    pub form: u8,
    /// The shape of the query or the body, if there is one.
    pub params: Option<usize>,
    /// The shape of what the answer holds; only in the table of answers.
    pub answer: Option<usize>,
}

impl Operation {
    /// Whether a body is sent: all but GET and DELETE have one when they have params.
    pub fn has_body(&self) -> bool {
        !matches!(self.http, "GET" | "DELETE")
    }
}

/// Reads the bytes of a table; what is cut short reads as zero and empty.
#[derive(Clone)]
pub struct Reader<'table> {
    bytes: &'static [u8],
    strings: &'table [&'static str],
}

impl Reader<'_> {
    /// The next byte.
    #[inline(never)]
    pub fn byte(&mut self) -> u8 {
        match self.bytes.split_first() {
            Some((first, rest)) => {
                self.bytes = rest;
                *first
            }
            None => 0,
        }
    }

    /// Seven bits a byte, least first; the high bit says that more follow.
    #[inline(never)]
    pub fn count(&mut self) -> usize {
        let low = self.byte();
        if low < 0x80 {
            return usize::from(low);
        }
        usize::from(low & 0x7f) | usize::from(self.byte()) << 7
    }

    fn take(&mut self) -> &'static [u8] {
        let length = self.count();
        let (taken, rest) = self.bytes.split_at_checked(length).unwrap_or_default();
        self.bytes = rest;
        taken
    }

    /// The next string.
    #[inline(never)]
    pub fn text(&mut self) -> &'static str {
        let index = self.count();
        self.strings.get(index).copied().unwrap_or_default()
    }

    /// The next strings.
    pub fn texts(&mut self) -> Vec<&'static str> {
        let mut texts = Vec::new();
        for _ in 0..self.count() {
            texts.push(self.text());
        }
        texts
    }

    /// Zero is none; the index is one less.
    fn optional(&mut self) -> Option<usize> {
        self.count().checked_sub(1)
    }

    fn number(&mut self) -> f64 {
        let (number, rest) = self.bytes.split_first_chunk().unwrap_or((&[0; 8], &[]));
        self.bytes = rest;
        f64::from_le_bytes(*number)
    }

    /// The next field.
    #[inline(never)]
    pub fn field(&mut self) -> Field {
        let name = self.text();
        let shape = self.count();
        let flags = self.byte();
        let range = (flags & flags::RANGE != 0).then(|| (self.number(), self.number()));
        let text = if flags & (flags::LIKE | flags::DAYS_AFTER) == 0 { "" } else { self.text() };
        let days = if flags & flags::DAYS_AFTER == 0 { 0 } else { self.byte() };
        Field { name, shape, flags, range, text, days }
    }

    fn operation(&mut self) -> Operation {
        Operation {
            name: self.text(),
            http: self.text(),
            path: Cow::Borrowed(self.text()),
            at: self.text(),
            repeat: self.byte(),
            paging: self.byte(),
            form: self.byte(),
            params: self.optional(),
            answer: self.optional(),
        }
    }
}

impl Table {
    /// Reads the bytes of a table.
    pub fn decode(bytes: &'static [u8]) -> Self {
        let mut reader = Reader { bytes, strings: &[] };
        let mut strings = Vec::new();
        for _ in 0..reader.count() {
            strings.push(core::str::from_utf8(reader.take()).unwrap_or_default());
        }
        let mut shapes = Vec::new();
        for _ in 0..reader.count() {
            shapes.push(reader.take());
        }
        let mut reader = Reader { bytes: reader.bytes, strings: &strings };
        let mut operations = Vec::new();
        for _ in 0..reader.count() {
            operations.push(Rc::new(reader.operation()));
        }
        Self { strings, shapes, operations }
    }

    /// The shape at an index, to be read from its first byte.
    pub fn shape(&self, index: usize) -> Reader<'_> {
        Reader { bytes: self.shapes.get(index).copied().unwrap_or_default(), strings: &self.strings }
    }

    /// Which fields go into the query although there is a body, and whether there are others.
    pub fn in_query(&self, shape: Option<usize>) -> (Vec<&'static str>, bool) {
        let mut names = Vec::new();
        let Some(shape) = shape else { return (names, true) };
        let mut reader = self.shape(shape);
        let mut others = reader.byte() != shapes::MODEL;
        for _ in 0..if others { 0 } else { reader.count() } {
            let field = reader.field();
            if field.flags & flags::IN_QUERY == 0 {
                others = true;
            } else {
                names.push(field.name);
            }
        }
        (names, others)
    }

    /// The operation of a name.
    pub fn operation(&self, name: &str) -> Option<&Rc<Operation>> {
        self.operations.iter().find(|operation| operation.name == name)
    }
}

thread_local! {
    /// The table of requests: part of the wasm, decoded once.
    static REQUESTS: Rc<Table> =
        Rc::new(Table::decode(include_bytes!("generated/requests.table")));
    /// The table of answers: decoded when the first client asks for it.
    static ANSWERS: OnceCell<Rc<Table>> = const { OnceCell::new() };
}

/// The table of all operations and their requests.
pub fn requests() -> Rc<Table> {
    REQUESTS.with(Rc::clone)
}

/// The table of what the operations answer, from the bytes that `synthflow-wasm/drift` brings.
pub fn answers(bytes: Vec<u8>) -> Rc<Table> {
    ANSWERS.with(|answers| Rc::clone(answers.get_or_init(|| Rc::new(Table::decode(bytes.leak())))))
}
