//! The bits of [`Field::flags`](super::table::Field::flags).

/// Must be given.
pub const REQUIRED: u8 = 1;
/// May be null.
pub const NULLABLE: u8 = 2;
/// Is sent in the query although there is a body.
pub const IN_QUERY: u8 = 4;
/// Is a phone number in E.164 form.
pub const E164: u8 = 8;
/// Is a time zone that the host knows.
pub const TIME_ZONE: u8 = 16;
/// Is a string that is not empty.
pub const NOT_EMPTY: u8 = 32;
