//! The four words of a declaration: `model!`, `choice!`, `union!`, `operations!`.
//!
//! Each writes the Rust type a caller uses and, beside it, the constant that everything else is
//! made from. CONTRIBUTING.md shows them in use.

/// Declares a JSON object: a struct whose fields are all optional, a setter for each, serde, and
/// its [`ModelDeclaration`](crate::schema::ModelDeclaration). `: open` lets other fields pass.
macro_rules! model {
    ($(
        $(#[doc = $doc:literal])*
        pub struct $name:ident $(: $open:ident)? {
            $(
                $(#[doc = $field_doc:literal])*
                $field:ident $(as $wire:literal)? : $type:ty $(= [$($rule:expr),* $(,)?])?
            ),* $(,)?
        }
    )*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $name {
            $(
                $(#[doc = $field_doc])*
                #[serde(
                    default,
                    skip_serializing_if = "Option::is_none",
                    deserialize_with = "crate::schema::lenient"
                    $(, rename = $wire)?
                )]
                pub $field: Option<$type>,
            )*
            /// Fields that are not declared: kept when read, sent along when written.
            #[serde(flatten)]
            pub extra: serde_json::Map<String, serde_json::Value>,
        }

        impl $name {
            /// With no field set.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }
            $(
                $(#[doc = $field_doc])*
                #[must_use]
                pub fn $field(mut self, $field: impl Into<$type>) -> Self {
                    self.$field = Some($field.into());
                    self
                }
            )*
        }

        impl $crate::schema::Declared for $name {
            const TYPE: $crate::schema::TypeDeclaration = {
                static DECLARATION: $crate::schema::ModelDeclaration = $crate::schema::ModelDeclaration {
                    name: stringify!($name),
                    docs: &[$($doc),*],
                    open: model!(@open $($open)?),
                    fields: &[$({
                        #[allow(unused_imports)]
                        use $crate::schema::rules::*;
                        $crate::schema::FieldDeclaration {
                            name: model!(@wire $field $($wire)?),
                            docs: &[$($field_doc),*],
                            holds: <$type as $crate::schema::Declared>::TYPE,
                            rules: &[$($($rule),*)?],
                        }
                    }),*],
                };
                $crate::schema::TypeDeclaration::Model(&DECLARATION)
            };
        }
    )*};
    (@open) => { false };
    (@open open) => { true };
    (@wire $field:ident $wire:literal) => { $wire };
    (@wire $field:ident) => { stringify!($field) };
}

/// Declares a string out of a list: an enum with an `Other` for what is not listed, serde, and its
/// [`ChoiceDeclaration`](crate::schema::ChoiceDeclaration). `open` lists may grow without notice.
macro_rules! choice {
    ($(
        $(#[doc = $doc:literal])*
        pub $kind:ident $name:ident {
            $($(#[doc = $value_doc:literal])* $variant:ident = $value:literal),* $(,)?
        }
        $(refused { $($old:literal => $instead:literal),* $(,)? })?
    )*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[doc = $value_doc])* #[serde(rename = $value)] $variant,)*
            /// A value this version does not know.
            #[serde(untagged)]
            Other(String),
        }

        impl $name {
            /// The value on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Other(other) => other,
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($value => Self::$variant,)*
                    other => Self::Other(other.to_owned()),
                }
            }
        }

        impl $crate::schema::Declared for $name {
            const TYPE: $crate::schema::TypeDeclaration = {
                static DECLARATION: $crate::schema::ChoiceDeclaration = $crate::schema::ChoiceDeclaration {
                    name: stringify!($name),
                    docs: &[$($doc),*],
                    open: choice!(@open $kind),
                    values: &[$($crate::schema::ValueDeclaration {
                        value: $value,
                        docs: &[$($value_doc),*],
                    }),*],
                    refused: &[$($(($old, $instead)),*)?],
                };
                $crate::schema::TypeDeclaration::Choice(&DECLARATION)
            };
        }
    )*};
    (@open open) => { true };
    (@open closed) => { false };
}

/// Declares one of several types: an enum, untagged in serde, and its
/// [`UnionDeclaration`](crate::schema::UnionDeclaration).
macro_rules! union {
    ($(
        $(#[doc = $doc:literal])*
        pub enum $name:ident {
            $($(#[doc = $member_doc:literal])* $variant:ident($type:ty)),* $(,)?
        }
    )*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(untagged)]
        pub enum $name {
            $($(#[doc = $member_doc])* $variant($type),)*
        }

        $(impl From<$type> for $name {
            fn from(value: $type) -> Self {
                Self::$variant(value)
            }
        })*

        impl $crate::schema::Declared for $name {
            const TYPE: $crate::schema::TypeDeclaration = {
                static DECLARATION: $crate::schema::UnionDeclaration = $crate::schema::UnionDeclaration {
                    name: stringify!($name),
                    docs: &[$($doc),*],
                    members: &[$(<$type as $crate::schema::Declared>::TYPE),*],
                };
                $crate::schema::TypeDeclaration::Union(&DECLARATION)
            };
        }
    )*};
}

/// Declares the operations of a resource: a handle with one method each for Rust users, and its
/// [`ResourceDeclaration`](crate::schema::ResourceDeclaration).
///
/// ```text
/// fn get(model_id; GetAgent) -> Agent = GET "/assistants/{model_id}" one "assistants", safe;
///    │   │         │            │       │   │                        │                └ repeat class
///    │   │         │            │       │   └ path                   └ `one` or `page` of that field
///    │   │         │            │       └ verb                         of the answer
///    │   │         │            └ what the answer holds
///    │   │         └ the body; the query of a GET or DELETE
///    │   └ path parameters
///    └ name; attach_phone_numbers is attachPhoneNumbers in JavaScript
/// ```
///
/// `stream` of nothing (`""`) is a response that comes as NDJSON. Behind the repeat class, `creates "call_id"`
/// names the id that the response to a creation must have; several names are alternatives.
macro_rules! operations {
    (
        $(#[doc = $doc:literal])*
        pub $resource:ident = $name:literal;
        $(
            $(#[doc = $operation_doc:literal])*
            fn $operation:ident($($id:ident),* $(; $params:ty)?) -> $answer:ty
                = $http:ident $path:literal $($form:ident $at:literal)?, $repeat:ident $(creates $creates:literal)?
                $(, $paging:ident)?;
        )*
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $resource<'client>(&'client $crate::Client);

        impl<'client> $resource<'client> {
            pub(crate) fn new(client: &'client $crate::Client) -> Self {
                Self(client)
            }
            $(
                $(#[doc = $operation_doc])*
                pub async fn $operation(
                    &self
                    $(, $id: &str)*
                    $(, params: &$params)?
                ) -> Result<operations!(@answer $answer $(, $form)?), $crate::Error> {
                    let name = concat!($name, ".", stringify!($operation));
                    let params: Option<&dyn $crate::client::Params> = operations!(@params $(params as $params)?);
                    operations!(@send self, (name, &[$($id),*], params) $(, $form)?)
                }
            )*
        }

        // Asserted when compiling.
        $(#[allow(clippy::disallowed_macros)]
        const _: () = assert!(
            $crate::schema::names_fit($path, &[$(stringify!($id)),*]),
            concat!($name, ".", stringify!($operation), ": its arguments are not the {{names}} of its path, in order")
        );)*

        /// What the operations of this file are.
        pub static DECLARATION: $crate::schema::ResourceDeclaration = $crate::schema::ResourceDeclaration {
            name: $name,
            type_name: stringify!($resource),
            docs: &[$($doc),*],
            operations: &[$($crate::schema::OperationDeclaration {
                name: stringify!($operation),
                docs: &[$($operation_doc),*],
                http: stringify!($http),
                path: $path,
                path_parameters: &[$(stringify!($id)),*],
                params: operations!(@type $($params)?),
                answer: <$answer as $crate::schema::Declared>::TYPE,
                form: operations!(@form $($form)?),
                at: concat!($($at)?),
                repeat: $crate::schema::Repeat::$repeat,
                creates: concat!($($creates)?),
                paging: operations!(@paging $($paging)?),
            }),*],
        };
    };
    (@answer $answer:ty, page) => { $crate::client::Page<$answer> };
    (@answer $answer:ty, stream) => { Vec<$answer> };
    (@answer $answer:ty $(, one)?) => { $answer };
    (@send $self:ident, ($($argument:expr),*), page) => { $self.0.page($($argument),*).await };
    (@send $self:ident, ($($argument:expr),*) $(, $form:ident)?) => { $self.0.item($($argument),*).await };
    (@form) => { $crate::schema::AnswerForm::Whole };
    (@form one) => { $crate::schema::AnswerForm::One };
    (@form page) => { $crate::schema::AnswerForm::Page };
    (@form stream) => { $crate::schema::AnswerForm::Stream };
    (@params) => { None };
    (@params $value:ident as $type:ty) => { Some($value) };
    (@type) => { None };
    (@type $type:ty) => { Some(<$type as $crate::schema::Declared>::TYPE) };
    (@paging) => { $crate::schema::Paging::none };
    (@paging $paging:ident) => { $crate::schema::Paging::$paging };
}
