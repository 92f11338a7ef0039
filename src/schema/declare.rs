//! Declarations: constants that the macros create and the emitter reads.
//!
//! None of it is reachable from a wasm export, so none of it, including the docs, is in the wasm.

use super::operation::{Paging, ResponseKind, RetryPolicy};
use super::rules::{ModelRule, Rule};

/// A JSON object: its fields, in the order they are declared.
#[derive(Debug)]
pub struct ModelDeclaration {
    /// The Rust and TypeScript name.
    pub name: &'static str,
    /// Doc comment lines.
    pub docs: &'static [&'static str],
    /// Whether other fields are accepted.
    pub open: bool,
    /// The fields.
    pub fields: &'static [FieldDeclaration],
    /// The rules across fields.
    pub rules: &'static [ModelRule],
}

/// One field of a model.
#[derive(Debug)]
pub struct FieldDeclaration {
    /// The name on the wire.
    pub name: &'static str,
    /// Doc comment lines.
    pub docs: &'static [&'static str],
    /// The type of the value.
    pub holds: TypeDeclaration,
    /// The rules that its value must satisfy besides its type.
    pub rules: &'static [Rule],
}

/// A string enum.
#[derive(Debug)]
pub struct StringEnumDeclaration {
    /// The Rust and TypeScript name.
    pub name: &'static str,
    /// Doc comment lines.
    pub docs: &'static [&'static str],
    /// Whether other values are accepted: the API adds values without notice.
    pub open: bool,
    /// The values.
    pub values: &'static [ValueDeclaration],
    /// Values that the API no longer accepts, each with its replacement.
    pub refused: &'static [(&'static str, &'static str)],
}

/// One value of a string enum.
#[derive(Debug)]
pub struct ValueDeclaration {
    /// The value on the wire.
    pub value: &'static str,
    /// Doc comment lines.
    pub docs: &'static [&'static str],
    /// The day from which the API no longer offers it, such as `2027-03-05`; or empty.
    pub retires: &'static str,
}

/// One of several types.
#[derive(Debug)]
pub struct UnionDeclaration {
    /// The Rust and TypeScript name.
    pub name: &'static str,
    /// Doc comment lines.
    pub docs: &'static [&'static str],
    /// The types, the preferred one first.
    pub members: &'static [TypeDeclaration],
}

/// The type of a field, of the items of a list, or of the values of a map.
#[derive(Debug, Clone, Copy)]
pub enum TypeDeclaration {
    /// Any JSON value.
    Any,
    /// A string.
    Text,
    /// An integer.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A date, an ISO 8601 text, or milliseconds since the epoch.
    Time,
    /// An array.
    List(&'static TypeDeclaration),
    /// An object with free keys.
    Map(&'static TypeDeclaration),
    /// An object with known keys.
    Model(&'static ModelDeclaration),
    /// A string enum.
    StringEnum(&'static StringEnumDeclaration),
    /// One of several types.
    Union(&'static UnionDeclaration),
}

/// The URL that the documentation pages of all operations begin with.
pub const PAGES: &str = "https://docs.synthflow.ai/api-reference/platform-api/";

/// A Rust type that a declaration can name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the type of a field, of params or of a response",
    label = "not a type that can be declared",
    note = "use String, i64, f64, bool, Time, Vec<T>, BTreeMap<String, T>, serde_json::Value, JsonObject, or a type that \
            model!, string_enum! or union! declares"
)]
pub trait Declared {
    /// The type on the wire.
    const TYPE: TypeDeclaration;

    /// Whether a rule normalizes something in a value of this type.
    const IS_NORMALIZED: bool = false;

    /// Normalizes a value of a response, as far as it has this type: see [`normalize`](super::normalize).
    fn normalize(_value: &mut serde_json::Value) {}
}

macro_rules! declared {
    ($($rust:ty => $wire:ident),* $(,)?) => {
        $(impl Declared for $rust { const TYPE: TypeDeclaration = TypeDeclaration::$wire; })*
    };
}

declared! {
    serde_json::Value => Any,
    String => Text,
    i64 => Integer,
    f64 => Number,
    bool => Boolean,
    super::Time => Time,
}

impl Declared for serde_json::Map<String, serde_json::Value> {
    const TYPE: TypeDeclaration = TypeDeclaration::Map(&TypeDeclaration::Any);
}

impl<T: Declared> Declared for Vec<T> {
    const TYPE: TypeDeclaration = TypeDeclaration::List(&T::TYPE);
    const IS_NORMALIZED: bool = T::IS_NORMALIZED;

    fn normalize(value: &mut serde_json::Value) {
        if T::IS_NORMALIZED {
            value.as_array_mut().into_iter().flatten().for_each(T::normalize);
        }
    }
}

impl<T: Declared> Declared for std::collections::BTreeMap<String, T> {
    const TYPE: TypeDeclaration = TypeDeclaration::Map(&T::TYPE);
    const IS_NORMALIZED: bool = T::IS_NORMALIZED;

    fn normalize(value: &mut serde_json::Value) {
        if T::IS_NORMALIZED {
            value.as_object_mut().into_iter().flatten().for_each(|(_, value)| T::normalize(value));
        }
    }
}

/// A group of operations, such as `client.agents`.
#[derive(Debug)]
pub struct ResourceDeclaration {
    /// The name on the client, dotted where it is nested: `knowledgeBases.sources`.
    pub name: &'static str,
    /// The Rust and TypeScript name.
    pub type_name: &'static str,
    /// Doc comment lines.
    pub docs: &'static [&'static str],
    /// The operations.
    pub operations: &'static [OperationDeclaration],
}

/// How the end of something is waited for: by polling the operation that gets it.
#[derive(Debug, Clone, Copy)]
pub struct WaitDeclaration {
    /// What it is called in messages: `call`.
    pub noun: &'static str,
    /// The field of its status, which may be a number; alternatives are separated by spaces.
    pub status: &'static str,
    /// A field that is 0 as long as it has not begun, whatever its status; empty if there is none.
    pub begun: &'static str,
    /// The values of the status that are final, separated by spaces.
    pub is_final: &'static str,
}

/// One operation of the API.
#[derive(Debug)]
pub struct OperationDeclaration {
    /// The Rust name.
    pub name: &'static str,
    /// Doc comment lines.
    pub docs: &'static [&'static str],
    /// The HTTP method.
    pub method: &'static str,
    /// The path relative to the base URL, with path parameters as `{names}`.
    pub path: &'static str,
    /// The path parameters, in order.
    pub path_parameters: &'static [&'static str],
    /// The query or the body, if the operation has one.
    pub params: Option<TypeDeclaration>,
    /// The type of the data in the response.
    pub response: TypeDeclaration,
    /// How the response holds its data.
    pub response_kind: ResponseKind,
    /// The field of the response that holds the data; empty if the response is the data.
    pub envelope_field: &'static str,
    /// Whether it may be retried.
    pub retry_policy: RetryPolicy,
    /// The id that the response to a creation must have: field names with spaces in between, one of which is
    /// there. Without it the call is no success. Empty where nothing is created.
    pub creates: &'static str,
    /// The list to which a creation appends, and after a space the field by which the API skips items that it has. Empty
    /// where it does not append. See [`Operation::is_repeatable`](crate::schema::table::Operation::is_repeatable).
    pub appends: &'static str,
    /// How the list is paged.
    pub paging: Paging,
    /// How what it gets is waited for, if it can be.
    pub wait: Option<WaitDeclaration>,
    /// Its page in Synthflow's public documentation, below [`PAGES`]; empty where there is none: the operation is
    /// of the legacy API only.
    pub see: &'static str,
    /// An example in TypeScript, in which `client` is a client; or empty. A test compiles them all.
    pub example: &'static str,
}
