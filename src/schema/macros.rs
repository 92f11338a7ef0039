//! What types are declared with: `model!`, `string_enum!`, `union!`.
//!
//! Each writes the Rust type a caller uses and, beside it, the constant that everything else is
//! made from. CONTRIBUTING.md shows them in use.

/// Declares a JSON object: a struct whose fields are all optional, a setter for each, serde, and
/// its [`ModelDeclaration`](crate::schema::ModelDeclaration). `: open` accepts other fields.
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

        $($($(
            const _: fn() = || {
                #[allow(unused_imports)]
                use $crate::schema::rules::*;
                $crate::schema::refuse::rule::<{ $rule.fits(&<$type as $crate::schema::Declared>::TYPE) }, _>($rule);
            };
        )*)?)*

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

/// Declares a string from a list of values: an enum with an `Other` for values not listed, serde, and its
/// [`StringEnumDeclaration`](crate::schema::StringEnumDeclaration). An `open` list accepts other values.
macro_rules! string_enum {
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
                static DECLARATION: $crate::schema::StringEnumDeclaration = $crate::schema::StringEnumDeclaration {
                    name: stringify!($name),
                    docs: &[$($doc),*],
                    open: string_enum!(@open $kind),
                    values: &[$($crate::schema::ValueDeclaration {
                        value: $value,
                        docs: &[$($value_doc),*],
                    }),*],
                    refused: &[$($(($old, $instead)),*)?],
                };
                $crate::schema::TypeDeclaration::StringEnum(&DECLARATION)
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
