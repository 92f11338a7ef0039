//! The compact table that the checker walks, decoded from the text that `schema::encode` packs.
//!
//! A text and not statics of pointers: it compresses better (the figures are in ARCHITECTURE.md), and a
//! table that only some callers need, such as the responses for `onDrift`, can be loaded when asked for.
//! Its lines are columns, since values of one sort next to each other compress best:
//!
//! ```text
//! operations: methods, response kinds, names, paths, envelope fields with what is created
//! references: for each operation to its params and its response, then for each field to its shape
//! shapes:     kinds, the flags of the fields, the fields
//! ```
//!
//! Entries are separated by [`ENTRY`], the fields of one shape from those of the next by [`SHAPE`]. The
//! methods, kinds and flags are one character each, whose low bits count; see [`FIRST_REFERENCE`] for references.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;
use std::str::{Bytes, Chars};

use super::naming;
use super::operation::{METHODS, Paging, ResponseKind, RetryPolicy};
use crate::text;

/// A table, ready to be walked.
#[derive(Debug)]
pub struct Table {
    /// The kind of each shape, and where its fields begin and end; everything refers to these by index.
    shapes: Vec<(u8, usize, usize)>,
    fields: Vec<Field>,
    /// The operations, in the order of the declarations.
    pub operations: Vec<Rc<Operation>>,
}

/// The kind of a shape. Those up to [`shapes::BOOLEAN`] are the first shapes of every table.
pub mod shapes {
    /// Any JSON value.
    pub const ANY: u8 = 0;
    /// A string.
    pub const TEXT: u8 = 1;
    /// An integer.
    pub const INTEGER: u8 = 2;
    /// A number.
    pub const NUMBER: u8 = 3;
    /// `true` or `false`.
    pub const BOOLEAN: u8 = 4;
    /// An array; its one field has the shape of the items.
    pub const LIST: u8 = 5;
    /// An object with free keys; its one field has the shape of the values.
    pub const MAP: u8 = 6;
    /// An object with known fields.
    pub const MODEL: u8 = 7;
    /// An object with known fields that may have others too.
    pub const OPEN_MODEL: u8 = 8;
    /// One of several shapes, each of which has a field.
    pub const UNION: u8 = 9;
    /// A string from a list. A field is a value, or a refused one with its replacement as its text.
    pub const STRING_ENUM: u8 = 10;
    /// The same of a list that may grow.
    pub const OPEN_STRING_ENUM: u8 = 11;
}

/// A field of a model, or a part of another shape.
#[derive(Debug)]
pub struct Field {
    /// The name on the wire.
    pub name: &'static str,
    /// Of a number: the least and the most, where there are limits, with a space in between.
    /// Of a string: its form; or the field of an earlier time, a space, and how many days after that at most.
    pub text: &'static str,
    /// What it holds.
    pub shape: usize,
    /// The bits of [`flags`].
    pub flags: u8,
}

/// The bits of [`Field::flags`].
pub mod flags {
    /// Must be given.
    pub const REQUIRED: u8 = 1;
    /// May be null.
    pub const NULLABLE: u8 = 2;
    /// Goes into the query although there is a body.
    pub const IN_QUERY: u8 = 4;
    /// Is a phone number in E.164 form.
    pub const E164: u8 = 8;
    /// Is a time zone the host knows.
    pub const TIME_ZONE: u8 = 16;
}

/// What separates the entries of a column, and the fields of a shape.
pub const ENTRY: u8 = b'|';

/// What separates the fields of one shape from those of the next.
pub const SHAPE: u8 = b';';

/// The character of a reference to the first shape; a lower one refers to nothing.
pub const FIRST_REFERENCE: u32 = 48;

/// How many shapes have no fields; a reference of this number is to the next shape that had none.
pub const PLAIN: usize = 5;

/// An operation of the API.
#[derive(Debug)]
pub struct Operation {
    /// The full name as the caller writes it: `agents.attachPhoneNumbers`, in Rust `agents.attach_phone_numbers`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The path, with `{names}`.
    pub path: Cow<'static, str>,
    /// The field of the response that holds the data, or nothing.
    pub envelope_field: &'static str,
    /// When it may be retried.
    pub retry_policy: RetryPolicy,
    /// How the list is paged.
    pub paging: Paging,
    /// How the response holds its data.
    pub response_kind: ResponseKind,
    /// The fields, of which the response to a creation has one, with spaces in between; or nothing.
    pub creates: &'static str,
    /// The shape of the query or the body, if there is one.
    pub params: Option<usize>,
    /// The shape of the data in the response; only in the table of responses.
    pub response: Option<usize>,
}

impl Operation {
    /// The fields of which the response to a creation has one.
    pub fn created_ids(&self) -> impl Iterator<Item = &'static str> {
        parts(self.creates, b' ')
    }

    /// Whether a body is sent: all but GET and DELETE have one when they have params.
    pub fn has_body(&self) -> bool {
        !matches!(self.method, "GET" | "DELETE")
    }
}

/// The parts of a text between separators.
struct Parts {
    rest: Option<&'static str>,
    separator: u8,
}

fn parts(text: &'static str, separator: u8) -> Parts {
    Parts { rest: Some(text), separator }
}

impl Iterator for Parts {
    type Item = &'static str;

    #[inline(never)]
    fn next(&mut self) -> Option<&'static str> {
        let rest = self.rest?;
        let (part, after) = text::split_at_byte(rest, self.separator).unzip();
        self.rest = after;
        Some(part.unwrap_or(rest))
    }
}

/// A number of a field's text, which has digits and a point at most.
pub fn number(text: &str) -> f64 {
    let (mut number, mut below, mut scale) = (0.0, false, 1.0);
    for byte in text.bytes() {
        if byte == b'.' {
            below = true;
            continue;
        }
        number = number * 10.0 + f64::from(byte & 15);
        if below {
            scale *= 10.0;
        }
    }
    number / scale
}

/// What is before the first space, and what follows.
pub fn pair(text: &str) -> (&str, &str) {
    text::split_at_byte(text, b' ').unwrap_or((text, ""))
}

/// What the next character of a column says.
#[inline(never)]
fn next_bits(column: &mut Bytes<'static>) -> u8 {
    column.next().unwrap_or_default()
}

struct References {
    characters: Chars<'static>,
    /// The next shape that nothing referred to.
    fresh: usize,
}

impl References {
    #[inline(never)]
    fn next(&mut self) -> Option<usize> {
        let number = u32::from(self.characters.next()?).checked_sub(FIRST_REFERENCE)? as usize;
        let Some(back) = number.checked_sub(PLAIN) else { return Some(number) };
        let shape = self.fresh.saturating_sub(back);
        if back == 0 {
            self.fresh = self.fresh.saturating_add(1);
        }
        Some(shape)
    }
}

impl Table {
    /// Reads the text of a table; what is cut short reads as zero and empty.
    pub fn decode(text: &'static str) -> Self {
        let mut columns = parts(text, b'\n');
        let mut column = || columns.next().unwrap_or_default();
        let (mut methods, mut kinds) = (column().bytes(), column().bytes());
        let names = parts(column(), ENTRY);
        let (mut paths, mut held) = (parts(column(), ENTRY), parts(column(), ENTRY));
        let mut references = References { characters: column().chars(), fresh: PLAIN };
        let mut operations = Vec::new();
        for name in names {
            let name = if cfg!(feature = "package") { name } else { naming::snake(name).leak() };
            let method = next_bits(&mut methods);
            let kinds = next_bits(&mut kinds);
            let (envelope_field, creates) = pair(held.next().unwrap_or_default());
            operations.push(Rc::new(Operation {
                name,
                method: METHODS.get(usize::from(method & 7)).map_or("", |(method, _)| method),
                path: Cow::Borrowed(paths.next().unwrap_or_default()),
                envelope_field,
                retry_policy: (method >> 3).into(),
                paging: (kinds >> 2).into(),
                response_kind: kinds.into(),
                creates,
                params: references.next(),
                response: references.next(),
            }));
        }
        let (kinds, mut flags) = (column().bytes(), column().bytes());
        let mut lists = parts(column(), SHAPE);
        let (mut shapes, mut fields) = (Vec::new(), Vec::new());
        for kind in kinds {
            let kind = kind & 15;
            let begin = fields.len();
            if kind > shapes::BOOLEAN {
                for part in parts(lists.next().unwrap_or_default(), ENTRY) {
                    let (name, text) = pair(part);
                    let (mut shape, mut field_flags) = (0, 0);
                    if kind < shapes::STRING_ENUM {
                        shape = references.next().unwrap_or_default();
                        field_flags = next_bits(&mut flags);
                    }
                    fields.push(Field { name, text, shape, flags: field_flags });
                }
            }
            shapes.push((kind, begin, fields.len()));
        }
        Self { shapes, fields, operations }
    }

    /// The kind of the shape at an index, see [`shapes`], and its fields.
    pub fn shape(&self, index: usize) -> (u8, &[Field]) {
        let (kind, begin, end) = self.shapes.get(index).copied().unwrap_or_default();
        (kind, self.fields.get(begin..end).unwrap_or_default())
    }

    /// Which fields go into the query although there is a body, and whether there are others.
    pub fn in_query(&self, shape: Option<usize>) -> (Vec<&'static str>, bool) {
        let mut names = Vec::new();
        let Some(shape) = shape else { return (names, true) };
        let (kind, fields) = self.shape(shape);
        let mut others = kind != shapes::MODEL;
        for field in fields {
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
    static REQUESTS: &'static Table = Box::leak(Box::new(Table::decode(include_str!("generated/requests.table"))));
    /// The table of responses: decoded when the first client asks for it.
    static RESPONSES: OnceCell<&'static Table> = const { OnceCell::new() };
}

/// The table of all operations and their requests.
pub fn requests() -> &'static Table {
    REQUESTS.with(|table| *table)
}

/// The table of what the operations respond with, from the text that `synthflow-wasm/drift` brings.
pub fn responses(text: String) -> &'static Table {
    RESPONSES.with(|table| *table.get_or_init(|| Box::leak(Box::new(Table::decode(text.leak())))))
}
