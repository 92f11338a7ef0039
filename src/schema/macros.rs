//! The macros that declare types: `model!`, `string_enum!`, `union!`.
//!
//! Each creates the Rust type that a caller uses, and the constant from which everything else is generated.
//! CONTRIBUTING.md shows them in use.
//!
//! Length: a macro cannot be shorter than what it writes.

/// Declares a JSON object: a struct whose fields are all optional, a setter for each, serde, and
/// its [`ModelDeclaration`](crate::schema::ModelDeclaration). `: open` accepts other fields.
macro_rules! model {
    ($(
        $(#[doc = $doc:literal])*
        $(#[rules($($model_rule:expr),* $(,)?)])?
        pub struct $name:ident $(: $open:ident)? {
            $(
                $(#[doc = $field_doc:literal])*
                $field:ident $(as $wire:literal)? : $type:ty $(= [$($rule:expr),* $(,)?])?
            ),* $(,)?
        }
    )*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Default, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            $(
                $(#[doc = $field_doc])*
                $(#[doc = concat!("\n\nRules: ", $("`", stringify!($rule), "` "),*, "(see the crate's docs).")])?
                pub $field: Option<$type>,
            )*
            /// Fields that are not declared, and those that do not fit their type: kept when read, sent when written.
            pub extra: serde_json::Map<String, serde_json::Value>,
        }

        impl $name {
            /// Creates a value with no field set.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }
            $(
                $(#[doc = $field_doc])*
                #[must_use]
                pub fn $field(mut self, $field: impl $crate::schema::IntoField<$type>) -> Self {
                    self.$field = $field.into_field();
                    self
                }
            )*
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #[allow(unused_imports)]
                use serde::ser::SerializeMap as _;

                #[allow(unused_mut)]
                let mut fields = serializer.serialize_map(None)?;
                $(if let Some(value) = &self.$field {
                    fields.serialize_entry(model!(@wire $field $($wire)?), value)?;
                })*
                // What a response had under a field's name does not replace what the field was set to.
                let set: &[(&str, bool)] = &[$((model!(@wire $field $($wire)?), self.$field.is_some())),*];
                for (name, value) in &self.extra {
                    if !set.contains(&(name.as_str(), true)) {
                        fields.serialize_entry(name, value)?;
                    }
                }
                fields.end()
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            /// A response is never refused over one field: what does not fit its type is kept in `extra`.
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #[allow(unused_mut)]
                let mut fields = serde_json::Map::deserialize(deserializer)?;
                if const { <Self as $crate::schema::Declared>::IS_NORMALIZED } {
                    $crate::schema::normalize::fields::<Self>(&mut fields);
                }
                Ok(Self {
                    $($field: $crate::schema::take(&mut fields, model!(@wire $field $($wire)?)),)*
                    extra: fields,
                })
            }
        }

        $($($(
            const _: fn() = || {
                #[allow(unused_imports)]
                use $crate::schema::rules::*;
                $crate::schema::refuse::Rule::<{ $rule.fits(&<$type as $crate::schema::Declared>::TYPE) }>::of($rule);
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
                    rules: {
                        #[allow(unused_imports)]
                        use $crate::schema::rules::*;
                        &[$($($model_rule),*)?]
                    },
                };
                $crate::schema::TypeDeclaration::Model(&DECLARATION)
            };

            const IS_NORMALIZED: bool = {
                #[allow(unused_imports)]
                use $crate::schema::rules::*;
                false $(|| normalizes(&[$($($rule),*)?]) || <$type as $crate::schema::Declared>::IS_NORMALIZED)*
            };

            #[allow(unused_imports, unused_variables)]
            fn normalize(value: &mut serde_json::Value) {
                use $crate::schema::rules::*;
                let Some(fields) = value.as_object_mut() else { return };
                $(
                    if const { normalizes(&[$($($rule),*)?]) } {
                        $crate::schema::normalize::field(fields, model!(@wire $field $($wire)?), &[$($($rule),*)?]);
                    }
                    if const { <$type as $crate::schema::Declared>::IS_NORMALIZED }
                        && let Some(value) = fields.get_mut(model!(@wire $field $($wire)?))
                    {
                        <$type as $crate::schema::Declared>::normalize(value);
                    }
                )*
            }
        }
    )*};
    (@open) => { false };
    (@open open) => { true };
    (@wire $field:ident $wire:literal) => { $wire };
    (@wire $field:ident) => { $crate::schema::plain_name(stringify!($field)) };
}

/// Declares a string from a list of values: an enum with an `Other` for values not listed, serde, and its
/// [`StringEnumDeclaration`](crate::schema::StringEnumDeclaration). An `open` list accepts other values.
/// `#[retires = "2027-03-05"]` is the day from which the API no longer offers a value.
macro_rules! string_enum {
    ($(
        $(#[doc = $doc:literal])*
        pub $kind:ident $name:ident {
            $($(#[doc = $value_doc:literal])* $(#[retires = $retires:literal])? $variant:ident = $value:literal),* $(,)?
        }
        $(refused { $($old:literal => $instead:literal),* $(,)? })?
    )*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[doc = $value_doc])* $variant,)*
            /// A value that this version does not know.
            Other(String),
        }

        impl $name {
            /// The value as the API has it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Other(other) => other,
                }
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                match text.as_str() {
                    $($value => Self::$variant,)*
                    _ => Self::Other(text),
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::from(text.to_owned())
            }
        }

        impl core::str::FromStr for $name {
            type Err = core::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(Self::from(text))
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                formatter.pad(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(Self::from)
            }
        }

        impl $crate::schema::IntoField<$name> for &str {
            fn into_field(self) -> Option<$name> {
                Some(self.into())
            }
        }

        impl $crate::schema::IntoField<$name> for String {
            fn into_field(self) -> Option<$name> {
                Some(self.into())
            }
        }

        impl $crate::schema::IntoField<$name> for &String {
            fn into_field(self) -> Option<$name> {
                Some(self.as_str().into())
            }
        }

        impl $crate::schema::IntoField<$name> for Option<&str> {
            fn into_field(self) -> Option<$name> {
                self.map(Into::into)
            }
        }

        impl $crate::schema::IntoField<$name> for Option<String> {
            fn into_field(self) -> Option<$name> {
                self.map(Into::into)
            }
        }

        impl $crate::schema::IntoField<Vec<$name>> for Vec<&str> {
            fn into_field(self) -> Option<Vec<$name>> {
                Some(self.into_iter().map(Into::into).collect())
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
                        retires: concat!($($retires)?),
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
        #[non_exhaustive]
        pub enum $name {
            $($(#[doc = $member_doc])* $variant($type),)*
        }

        $(
            impl From<$type> for $name {
                fn from(value: $type) -> Self {
                    Self::$variant(value)
                }
            }

            impl $crate::schema::IntoField<$name> for $type {
                fn into_field(self) -> Option<$name> {
                    Some(self.into())
                }
            }
        )*

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
