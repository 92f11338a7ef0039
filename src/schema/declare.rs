//! What a declaration is made of: plain constants that the macros fill and the emitter reads.
//!
//! Nothing here is reachable from a wasm export, so none of it, docs included, is in the wasm.

/// A JSON object: its fields, in the order they are declared.
#[derive(Debug)]
pub struct ModelDeclaration {
    /// The Rust and TypeScript name.
    pub name: &'static str,
    /// Doc comment lines.
    pub docs: &'static [&'static str],
    /// Whether other fields pass.
    pub open: bool,
    /// The fields.
    pub fields: &'static [FieldDeclaration],
}

/// One field of a model.
#[derive(Debug)]
pub struct FieldDeclaration {
    /// The name on the wire.
    pub name: &'static str,
    /// Doc comment lines.
    pub docs: &'static [&'static str],
    /// What the field holds.
    pub holds: TypeDeclaration,
    /// What is asked of it besides.
    pub rules: &'static [Rule],
}

/// A string out of a list.
#[derive(Debug)]
pub struct ChoiceDeclaration {
    /// The Rust and TypeScript name.
    pub name: &'static str,
    /// Doc comment lines.
    pub docs: &'static [&'static str],
    /// Whether a value that is not listed passes: the API adds to these lists without notice.
    pub open: bool,
    /// The values.
    pub values: &'static [ValueDeclaration],
    /// Values the API once took and now refuses, each with what to use instead.
    pub refused: &'static [(&'static str, &'static str)],
}

/// One value of a choice.
#[derive(Debug)]
pub struct ValueDeclaration {
    /// The value on the wire.
    pub value: &'static str,
    /// Doc comment lines.
    pub docs: &'static [&'static str],
}

/// One of several types.
#[derive(Debug)]
pub struct UnionDeclaration {
    /// The Rust and TypeScript name.
    pub name: &'static str,
    /// Doc comment lines.
    pub docs: &'static [&'static str],
    /// The types, best first.
    pub members: &'static [TypeDeclaration],
}

/// What a field, a list or a map holds.
#[derive(Debug, Clone, Copy)]
pub enum TypeDeclaration {
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
    /// An array.
    List(&'static TypeDeclaration),
    /// An object with free keys.
    Map(&'static TypeDeclaration),
    /// An object with known keys.
    Model(&'static ModelDeclaration),
    /// A string out of a list.
    Choice(&'static ChoiceDeclaration),
    /// One of several types.
    Union(&'static UnionDeclaration),
}

/// What is asked of a field beside its type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rule {
    /// In a request: must be given. In an answer: is always there.
    Required,
    /// May be null.
    Nullable,
    /// From the first number to the second, both allowed.
    Range(f64, f64),
    /// A phone number in E.164 form.
    E164,
    /// A time zone the host knows.
    TimeZone,
    /// A string of this form, where each `0` stands for a digit.
    Like(&'static str),
    /// A time at most so many days after the time in that field.
    DaysAfter(&'static str, u8),
    /// Goes into the query although the operation has a body.
    InQuery,
    /// Still taken; the text says what to use instead.
    Deprecated(&'static str),
}

/// The rules by the names they have in a declaration.
pub mod rules {
    use super::Rule;

    #[allow(non_upper_case_globals)]
    mod words {
        use super::Rule;
        /// See [`Rule::Required`].
        pub const required: Rule = Rule::Required;
        /// See [`Rule::Nullable`].
        pub const nullable: Rule = Rule::Nullable;
        /// See [`Rule::E164`].
        pub const e164: Rule = Rule::E164;
        /// See [`Rule::TimeZone`].
        pub const time_zone: Rule = Rule::TimeZone;
        /// See [`Rule::InQuery`].
        pub const in_query: Rule = Rule::InQuery;
    }
    pub use words::*;

    /// See [`Rule::Range`].
    pub const fn range(least: f64, most: f64) -> Rule {
        Rule::Range(least, most)
    }

    /// See [`Rule::Like`].
    pub const fn like(form: &'static str) -> Rule {
        Rule::Like(form)
    }

    /// See [`Rule::DaysAfter`].
    pub const fn days_after(field: &'static str, days: u8) -> Rule {
        Rule::DaysAfter(field, days)
    }

    /// See [`Rule::Deprecated`].
    pub const fn deprecated(instead: &'static str) -> Rule {
        Rule::Deprecated(instead)
    }
}

/// A Rust type that can stand in a declaration.
pub trait Declared {
    /// What it is on the wire.
    const TYPE: TypeDeclaration;
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
}

impl Declared for serde_json::Map<String, serde_json::Value> {
    const TYPE: TypeDeclaration = TypeDeclaration::Map(&TypeDeclaration::Any);
}

impl<T: Declared> Declared for Vec<T> {
    const TYPE: TypeDeclaration = TypeDeclaration::List(&T::TYPE);
}

impl<T: Declared> Declared for std::collections::BTreeMap<String, T> {
    const TYPE: TypeDeclaration = TypeDeclaration::Map(&T::TYPE);
}

/// A group of operations: `client.agents`.
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

/// One operation of the API.
#[derive(Debug)]
pub struct OperationDeclaration {
    /// The Rust name.
    pub name: &'static str,
    /// Doc comment lines.
    pub docs: &'static [&'static str],
    /// The verb.
    pub http: &'static str,
    /// The path below the base URL, with `{names}` where the path parameters go.
    pub path: &'static str,
    /// The path parameters, in order.
    pub path_parameters: &'static [&'static str],
    /// The query or the body, if the operation has one.
    pub params: Option<TypeDeclaration>,
    /// What an answer holds.
    pub answer: TypeDeclaration,
    /// How the answer holds it.
    pub form: AnswerForm,
    /// The field of the answer that holds it, where it is not the answer itself.
    pub at: &'static str,
    /// Whether it may be sent twice.
    pub repeat: Repeat,
    /// The id that the response to a creation must have: field names with spaces in between, one of which is
    /// there. Without it the call is no success. Empty where nothing is created.
    pub creates: &'static str,
    /// Which of the three pagings, if any.
    pub paging: Paging,
}

/// How an answer holds its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerForm {
    /// The answer is the data.
    Whole,
    /// One item, which the API may wrap in an array of one.
    One,
    /// A page of items.
    Page,
    /// Items that come line by line.
    Stream,
}

/// Whether an operation may be sent again when it is not known what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(non_camel_case_types)]
pub enum Repeat {
    /// Reads: may be.
    safe,
    /// Changes that come out the same when done twice: may be.
    idempotent,
    /// Calls, messages, creations: only where the first surely had no effect.
    never_blind,
}

/// How a list is paged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(non_camel_case_types)]
pub enum Paging {
    /// Not at all.
    none,
    /// `limit` and `offset`.
    offset,
    /// `page_number` and `page_size`.
    page,
    /// `limit` and `cursor`.
    cursor,
}

/// Whether the `{names}` of a path are the arguments, in their order. For the compiler: an operation
/// where they differ does not compile.
#[must_use]
pub const fn names_fit(path: &str, arguments: &[&str]) -> bool {
    let (mut path, mut arguments) = (path.as_bytes(), arguments);
    while let [first, rest @ ..] = path {
        path = rest;
        if *first != b'{' {
            continue;
        }
        let [argument, others @ ..] = arguments else { return false };
        let mut name = argument.as_bytes();
        while let ([letter, after @ ..], [expected, left @ ..]) = (path, name) {
            if *letter != *expected {
                return false;
            }
            (path, name) = (after, left);
        }
        if !name.is_empty() || !matches!(path, [b'}', ..]) {
            return false;
        }
        arguments = others;
    }
    arguments.is_empty()
}
