//! The compact table that the checker walks, decoded from the bytes that `schema::encode` packs.
//!
//! Bytes and not statics of pointers: names that repeat are there once, the whole compresses better
//! (the figures are in ARCHITECTURE.md), and a table that only some callers need, such as the
//! answers for `onDrift`, can be loaded when asked for.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

/// A decoded table.
#[derive(Debug, Default)]
pub struct Table {
    /// What fields, lists and maps hold; everything refers to these by index.
    pub shapes: Vec<Shape>,
    /// The operations, in the order of the declarations.
    pub operations: Vec<Operation>,
}

/// What a value must look like.
#[derive(Debug)]
pub enum Shape {
    /// Any JSON value.
    Any,
    /// A string.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An array of this shape.
    List(usize),
    /// An object with free keys, of this shape.
    Map(usize),
    /// An object with these fields.
    Model(Vec<Field>),
    /// One of these strings.
    Choice {
        /// Whether a value that is not listed passes.
        open: bool,
        /// The values.
        values: Vec<&'static str>,
        /// Values no longer taken, each with what to use instead.
        refused: Vec<(&'static str, &'static str)>,
    },
    /// One of these shapes.
    Union(Vec<usize>),
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
}

/// An operation of the API.
#[derive(Debug, Clone)]
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
    /// 0 whole, 1 one, 2 page.
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
struct Reader {
    bytes: &'static [u8],
    strings: Vec<&'static str>,
}

impl Reader {
    fn byte(&mut self) -> u8 {
        match self.bytes.split_first() {
            Some((first, rest)) => {
                self.bytes = rest;
                *first
            }
            None => 0,
        }
    }

    /// Seven bits a byte, least first; the high bit says that more follow.
    fn count(&mut self) -> usize {
        let low = self.byte();
        if low < 0x80 {
            return usize::from(low);
        }
        usize::from(low & 0x7f) | usize::from(self.byte()) << 7
    }

    fn take(&mut self, length: usize) -> &'static [u8] {
        let (taken, rest) = self.bytes.split_at(length.min(self.bytes.len()));
        self.bytes = rest;
        taken
    }

    fn text(&mut self) -> &'static str {
        let index = self.count();
        self.strings.get(index).copied().unwrap_or_default()
    }

    fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.count()).map(|_| read(self)).collect()
    }

    /// Zero is none; the index is one less.
    fn optional(&mut self) -> Option<usize> {
        self.count().checked_sub(1)
    }

    fn number(&mut self) -> f64 {
        let mut bytes = [0; 8];
        for byte in &mut bytes {
            *byte = self.byte();
        }
        f64::from_le_bytes(bytes)
    }

    fn field(&mut self) -> Field {
        let name = self.text();
        let shape = self.count();
        let flags = self.byte();
        let range = (flags & flags::RANGE != 0).then(|| (self.number(), self.number()));
        Field { name, shape, flags, range }
    }

    fn shape(&mut self) -> Shape {
        match self.byte() {
            1 => Shape::Text,
            2 => Shape::Integer,
            3 => Shape::Number,
            4 => Shape::Boolean,
            5 => Shape::List(self.count()),
            6 => Shape::Map(self.count()),
            7 => Shape::Model(self.list(Self::field)),
            8 => Shape::Choice {
                open: self.byte() != 0,
                values: self.list(Self::text),
                refused: self.list(|reader| (reader.text(), reader.text())),
            },
            9 => Shape::Union(self.list(Self::count)),
            _ => Shape::Any,
        }
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
        let mut reader = Reader { bytes, strings: Vec::new() };
        reader.strings = reader.list(|reader| {
            let length = reader.count();
            core::str::from_utf8(reader.take(length)).unwrap_or_default()
        });
        Self { shapes: reader.list(Reader::shape), operations: reader.list(Reader::operation) }
    }

    /// The shape at an index; anything goes where there is none.
    pub fn shape(&self, index: usize) -> &Shape {
        self.shapes.get(index).unwrap_or(&Shape::Any)
    }

    /// The fields of the model at an index.
    pub fn fields(&self, index: Option<usize>) -> &[Field] {
        match index.map(|index| self.shape(index)) {
            Some(Shape::Model(fields)) => fields,
            _ => &[],
        }
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
    REQUESTS.with(Clone::clone)
}

/// The table of what the operations answer, from the bytes that `synthflow-wasm/drift` brings.
pub fn answers(bytes: Vec<u8>) -> Rc<Table> {
    ANSWERS.with(|answers| Rc::clone(answers.get_or_init(|| Rc::new(Table::decode(bytes.leak())))))
}
