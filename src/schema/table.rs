//! The compact table that the checker walks, decoded from the text that `schema::encode` packs.
//!
//! Length: the text, what decodes it and what reads it belong together.
//!
//! It is text rather than statics with pointers: it compresses better (ARCHITECTURE.md has the figures), and a table
//! that only some callers need, such as the responses for `onDrift`, can be loaded on demand. Its lines are columns,
//! since similar values next to each other compress best:
//!
//! ```text
//! operations: methods, response kinds, names, paths, envelope fields with the ids of creations
//! references: for each operation to its params and its response, then for each field to its shape
//! shapes:     kinds, the flags of the fields, the fields
//! hints:      a field, names that are used instead of it, and what to do if it is not to use that field
//! ```
//!
//! Entries are separated by [`ENTRY`]; the fields of one shape from those of the next, and the names of one resource, which
//! begin with that of the resource, from those of the next, by [`GROUP`]. The methods, kinds and flags are one character
//! each, in its low bits; see [`FIRST_REFERENCE`] for references.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;
use std::str::{Bytes, Chars};

use super::operation::{METHODS, Paging, ResponseKind, RetryPolicy};
use super::{flags, naming, shapes};
use crate::host::Value;
use crate::text;

/// A decoded table.
#[derive(Debug)]
pub struct Table {
    /// The kind of each shape, and the range of its fields; references are indices of this list.
    shapes: Vec<(u8, usize, usize)>,
    fields: Vec<Field>,
    /// The operations, in the order of the declarations.
    pub operations: Vec<Rc<Operation>>,
    /// The rules across the fields of models, each with the index of its shape: see [`across`](super::across).
    rules: Vec<(usize, &'static str)>,
    hints: &'static str,
}

/// The text of a list for which an object of names and values is accepted too.
pub const PAIRS: &str = "pairs";

/// A field of a model, or a part of another shape.
#[derive(Debug)]
pub struct Field {
    /// The name on the wire.
    pub name: &'static str,
    /// Of a number or a list: its minimum and maximum, separated by a space, if it has limits. Of a string: its format;
    /// or the field of an earlier time, a space, and the maximum number of days after that.
    pub text: &'static str,
    /// The index of its shape.
    pub shape: usize,
    /// The bits of [`flags`].
    pub flags: u8,
}

/// Separates the entries of a column, and those of a group.
pub const ENTRY: u8 = b'|';

/// Separates the fields of one shape from those of the next, and the names of one resource from those of the next.
pub const GROUP: u8 = b';';

/// The character of a reference to the first shape; a lower one is no reference.
pub const FIRST_REFERENCE: u32 = 48;

/// How many shapes have no fields. A reference of this number is to the next shape that was not referenced before.
pub const PLAIN: usize = 6;

/// An operation of the API.
#[derive(Debug)]
pub struct Operation {
    /// The full name as the caller writes it: `agents.attachPhoneNumbers`, in Rust `agents.attach_phone_numbers`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The path, with `{names}`.
    pub path: Cow<'static, str>,
    /// The field of the response that holds the data; empty if there is none.
    pub envelope_field: &'static str,
    /// When it may be retried.
    pub retry_policy: RetryPolicy,
    /// How the list is paged.
    pub paging: Paging,
    /// How the response holds its data.
    pub response_kind: ResponseKind,
    /// The fields one of which the response to a creation must have, separated by spaces; empty if nothing is created.
    pub creates: &'static str,
    /// The list to which a creation appends, and after a space the field by which the API skips items that it has; empty if
    /// it does not append.
    pub appends: &'static str,
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

    /// Whether repeating it has no further effect, although it may not be repeated in general: with the id that it creates
    /// among the params it appends to what has that id, and the API skips the items that it has. Each has its own id then.
    #[must_use]
    pub fn is_repeatable(&self, params: Value<'_>) -> bool {
        let (list, id) = pair(self.appends);
        let items = params.get(list).items().unwrap_or_default();
        !items.is_empty() && is_id(params.get(self.creates)) && items.iter().all(|item| is_id(item.get(id)))
    }

    /// Whether params are sent as a body: with any HTTP method but GET and DELETE.
    #[must_use]
    pub fn has_body(&self) -> bool {
        !matches!(self.method, "GET" | "DELETE")
    }
}

/// Whether a value is an id: an API may trim one, and take a blank one for none.
fn is_id(value: Value<'_>) -> bool {
    !value.text().trim_ascii().is_empty()
}

/// The parts of a text between separators.
#[derive(Debug, Clone)]
pub struct Parts {
    rest: Option<&'static str>,
    separator: u8,
}

/// See [`Parts`].
pub fn parts(text: &'static str, separator: u8) -> Parts {
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

/// The text before and after the first space.
#[must_use]
pub fn pair(text: &str) -> (&str, &str) {
    text::split_at_byte(text, b' ').unwrap_or((text, ""))
}

/// The next character of a column.
#[inline(never)]
fn next_bits(column: &mut Bytes<'static>) -> u8 {
    column.next().unwrap_or_default()
}

struct References {
    characters: Chars<'static>,
    /// The next shape that was not referenced.
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
    /// Decodes the text of a table; missing values are zero or empty.
    #[must_use]
    pub fn decode(text: &'static str) -> Self {
        let mut columns = parts(text, b'\n');
        let mut column = || columns.next().unwrap_or_default();
        let (mut methods, mut kinds) = (column().bytes(), column().bytes());
        let resources = parts(column(), GROUP);
        let (mut paths, mut held) = (parts(column(), ENTRY), parts(column(), ENTRY));
        let mut references = References { characters: column().chars(), fresh: PLAIN };
        let mut operations = Vec::new();
        for resource in resources {
            let mut names = parts(resource, ENTRY);
            let resource = names.next().unwrap_or_default();
            for name in names {
                let name = text::concat(&[resource, ".", name]);
                let name = if cfg!(feature = "package") { name } else { naming::snake(&name) };
                let method = next_bits(&mut methods);
                let kinds = next_bits(&mut kinds);
                let (envelope_field, ids) = pair(held.next().unwrap_or_default());
                let (creates, appends) = text::split_at_byte(ids, b'/').unwrap_or((ids, ""));
                operations.push(Rc::new(Operation {
                    name: name.leak(),
                    method: METHODS.get(usize::from(method & 7)).map_or("", |(method, _)| method),
                    path: Cow::Borrowed(paths.next().unwrap_or_default()),
                    envelope_field,
                    retry_policy: (method >> 3).into(),
                    paging: (kinds >> 2).into(),
                    response_kind: kinds.into(),
                    creates,
                    appends,
                    params: references.next(),
                    response: references.next(),
                }));
            }
        }
        let (kinds, mut flags) = (column().bytes(), column().bytes());
        let mut lists = parts(column(), GROUP);
        let (mut shapes, mut fields, mut rules) = (Vec::new(), Vec::new(), Vec::new());
        for kind in kinds {
            let kind = kind & 15;
            let begin = fields.len();
            if kind > shapes::TIME {
                for part in parts(lists.next().unwrap_or_default(), ENTRY) {
                    let (name, text) = pair(part);
                    if name.is_empty() && matches!(kind, shapes::MODEL | shapes::OPEN_MODEL) {
                        rules.push((shapes.len(), text));
                        continue;
                    }
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
        Self { shapes, fields, operations, rules, hints: column() }
    }

    /// The kind of the shape at an index, see [`shapes`], and its fields.
    #[must_use]
    pub fn shape(&self, index: usize) -> (u8, &[Field]) {
        let (kind, begin, end) = self.shapes.get(index).copied().unwrap_or_default();
        (kind, self.fields.get(begin..end).unwrap_or_default())
    }

    /// The rules across the fields of the shape at an index.
    pub fn rules(&self, index: usize) -> impl Iterator<Item = &'static str> {
        self.rules.iter().filter(move |(shape, _)| *shape == index).map(|(_, rule)| *rule)
    }

    /// The fields that are sent in the query although there is a body, and whether there are no others.
    #[must_use]
    pub fn in_query(&self, shape: Option<usize>) -> (Vec<&'static str>, bool) {
        let mut names = Vec::new();
        let Some(shape) = shape else { return (names, false) };
        let (kind, fields) = self.shape(shape);
        let mut only = kind == shapes::MODEL;
        for field in fields {
            if field.flags & flags::IN_QUERY == 0 {
                only = false;
            } else {
                names.push(field.name);
            }
        }
        (names, only)
    }

    /// The fields for which an object is sent as pairs, with spaces in between.
    #[must_use]
    pub fn in_pairs(&self, shape: Option<usize>) -> String {
        let (_, fields) = shape.map_or((0, [].as_slice()), |shape| self.shape(shape));
        let names: Vec<&str> =
            fields.iter().filter(|field| field.text == PAIRS).map(|field| field.name).collect();
        text::join(&names, " ")
    }

    /// The hint for a name that is none of these fields; empty if there is none.
    #[must_use]
    pub fn hint(&self, name: &str, fields: &[Field]) -> String {
        let name = naming::plain(name);
        for entry in parts(self.hints, ENTRY) {
            let (field, names) = pair(entry);
            let (names, hint) = pair(names);
            let is_meant = || parts(names, b',').any(|other| naming::plain(other) == name);
            if fields.iter().any(|known| known.name == field) && is_meant() {
                return if hint.is_empty() { text::concat(&["use ", field]) } else { hint.to_owned() };
            }
        }
        String::new()
    }

    /// The operation of a name.
    #[must_use]
    pub fn operation(&self, name: &str) -> Option<&Rc<Operation>> {
        self.operations.iter().find(|operation| operation.name == name)
    }
}

thread_local! {
    /// The table of requests: part of the wasm, decoded once.
    static REQUESTS: &'static Table = Box::leak(Box::new(Table::decode(include_str!("generated/requests.table"))));
    /// The table of responses: decoded when a client needs it.
    static RESPONSES: OnceCell<&'static Table> = const { OnceCell::new() };
}

/// The table of all operations and their requests.
#[must_use]
pub fn requests() -> &'static Table {
    REQUESTS.with(|table| *table)
}

/// The table of the responses of all operations, from the text in `synthflow-wasm/drift`.
#[must_use]
pub fn responses(text: String) -> &'static Table {
    RESPONSES.with(|table| *table.get_or_init(|| Box::leak(Box::new(Table::decode(text.leak())))))
}
