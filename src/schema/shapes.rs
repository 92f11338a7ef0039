//! The kinds of shapes. Those up to [`TIME`] are the first shapes of every table.

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
/// A time: a date, an ISO 8601 text, or milliseconds since the epoch.
pub const TIME: u8 = 5;
/// An array; its one field has the shape of the items.
pub const LIST: u8 = 6;
/// An object with free keys; its one field has the shape of the values.
pub const MAP: u8 = 7;
/// An object with known fields.
pub const MODEL: u8 = 8;
/// An object with known fields that may have others too.
pub const OPEN_MODEL: u8 = 9;
/// One of several shapes; each is a field.
pub const UNION: u8 = 10;
/// A string enum. A field is a value, or one that is no longer accepted with its replacement as its text.
pub const STRING_ENUM: u8 = 11;
/// A string enum that accepts other values too.
pub const OPEN_STRING_ENUM: u8 = 12;
