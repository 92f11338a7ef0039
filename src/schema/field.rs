//! What the structs of the models are made with: setters, and reading without loss.

use core::time::Duration;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::text;

/// What a setter of a model accepts for a field of type `T`: the type itself, an option of it, and what becomes it
/// without loss.
#[diagnostic::on_unimplemented(
    message = "a field of type `{T}` cannot be set to a `{Self}`",
    note = "it can be set to the type itself, to an `Option` of it (`None` leaves it unset), and to what becomes it without loss"
)]
pub trait IntoField<T> {
    /// The value of the field; `None` leaves it unset.
    fn into_field(self) -> Option<T>;
}

impl<T> IntoField<T> for T {
    fn into_field(self) -> Option<T> {
        Some(self)
    }
}

impl<T> IntoField<T> for Option<T> {
    fn into_field(self) -> Self {
        self
    }
}

macro_rules! into_field {
    ($($from:ty => $to:ty: $make:expr;)*) => {
        $(impl IntoField<$to> for $from {
            fn into_field(self) -> Option<$to> {
                let make: fn($from) -> $to = $make;
                Some(make(self))
            }
        }

        impl IntoField<$to> for Option<$from> {
            fn into_field(self) -> Option<$to> {
                self.and_then(IntoField::into_field)
            }
        })*
    };
}

into_field! {
    &str => String: |text| text.to_owned();
    &String => String: |text| text.clone();
    Box<str> => String: String::from;
    Cow<'_, str> => String: |text| text.into_owned();
    char => String: String::from;
    Vec<&str> => Vec<String>: |texts| texts.into_iter().map(str::to_owned).collect();
    i32 => i64: i64::from;
    u32 => i64: i64::from;
    u16 => i64: i64::from;
    u8 => i64: i64::from;
    i16 => i64: i64::from;
    i8 => i64: i64::from;
    f32 => f64: f64::from;
    i32 => f64: f64::from;
    u32 => f64: f64::from;
    i16 => f64: f64::from;
    u16 => f64: f64::from;
    i8 => f64: f64::from;
    u8 => f64: f64::from;
    &str => Value: |text| Value::from(text);
    String => Value: Value::from;
    bool => Value: Value::from;
    i64 => Value: Value::from;
    f64 => Value: Value::from;
    Map<String, Value> => Value: Value::Object;
}

impl<T: From<U>, U, const N: usize> IntoField<Vec<T>> for [U; N] {
    fn into_field(self) -> Option<Vec<T>> {
        Some(self.into_iter().map(T::from).collect())
    }
}

impl<T: Clone> IntoField<Vec<T>> for &[T] {
    fn into_field(self) -> Option<Vec<T>> {
        Some(self.to_vec())
    }
}

impl<T, const N: usize> IntoField<BTreeMap<String, T>> for [(&str, T); N] {
    fn into_field(self) -> Option<BTreeMap<String, T>> {
        Some(self.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }
}

/// The largest number that is an id: a larger one has been rounded, and is that of something else.
pub const LARGEST_ID: u64 = 9_007_199_254_740_991;

/// Takes a field out of what was read. Null is nothing, an id that is a number is its text; what does not fit its type stays
/// where it is.
pub fn take<T: DeserializeOwned>(fields: &mut Map<String, Value>, name: &str) -> Option<T> {
    let value = fields.get(name)?;
    if value.is_null() {
        fields.remove(name);
        return None;
    }
    let is_id = name == "id" || name.ends_with("_id");
    let text = |id: i64| T::deserialize(Value::String(text::integer(id))).ok();
    let read = T::deserialize(value)
        .ok()
        .or_else(|| value.as_i64().filter(|id| is_id && id.unsigned_abs() <= LARGEST_ID).and_then(text))?;
    fields.remove(name);
    Some(read)
}

/// A name without the `r#` that a Rust keyword needs.
#[must_use]
pub const fn plain_name(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

/// A time in a request: milliseconds since the epoch, or a text such as `2026-04-01` or `2026-04-01T12:00:00Z`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Time {
    /// Milliseconds since the epoch.
    Milliseconds(i64),
    /// A date, or a date and a time, in ISO 8601.
    Text(String),
}

impl IntoField<Time> for i64 {
    fn into_field(self) -> Option<Time> {
        Some(Time::Milliseconds(self))
    }
}

impl IntoField<Time> for &str {
    fn into_field(self) -> Option<Time> {
        Some(Time::Text(self.to_owned()))
    }
}

impl IntoField<Time> for String {
    fn into_field(self) -> Option<Time> {
        Some(Time::Text(self))
    }
}

impl IntoField<Time> for Option<i64> {
    fn into_field(self) -> Option<Time> {
        self.map(Time::Milliseconds)
    }
}

impl IntoField<Time> for Option<&str> {
    fn into_field(self) -> Option<Time> {
        self.and_then(IntoField::into_field)
    }
}

impl IntoField<Time> for Option<SystemTime> {
    fn into_field(self) -> Option<Time> {
        self.and_then(IntoField::into_field)
    }
}

impl IntoField<Time> for SystemTime {
    fn into_field(self) -> Option<Time> {
        let milliseconds = |time: Duration| i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
        let since = self.duration_since(UNIX_EPOCH).map(milliseconds);
        Some(Time::Milliseconds(
            since.unwrap_or_else(|before| milliseconds(before.duration()).saturating_neg()),
        ))
    }
}
