//! The properties of an operation that are one keyword each: HTTP method, retry policy, response kind, paging.

/// When a request may be retried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum RetryPolicy {
    /// A read: retried after transient failures.
    Safe,
    /// A change that has the same result if repeated: retried after transient failures.
    Idempotent,
    /// A call, a message, a creation: retried only if the first attempt definitely had no effect.
    NonIdempotent,
}

/// How a response holds its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum ResponseKind {
    /// The response is the data.
    Whole,
    /// One item, which the API may wrap in an array of one.
    One,
    /// A page of items.
    Page,
    /// NDJSON: items, one on each line.
    Stream,
}

/// How a list is paged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Paging {
    /// Not paged.
    None,
    /// By `limit` and `offset`.
    Offset,
    /// By `page_number` and `page_size`.
    Page,
    /// By `limit` and `cursor`.
    Cursor,
}

impl RetryPolicy {
    /// Whether requests of this HTTP method can have the policy: only a GET certainly changes nothing.
    #[must_use]
    pub const fn fits(self, method: &str) -> bool {
        matches!(
            (self, method.as_bytes()),
            (Self::Safe, b"GET") | (Self::Idempotent | Self::NonIdempotent, _)
        )
    }
}

impl ResponseKind {
    /// Whether it is a page of items.
    #[must_use]
    pub const fn is_page(self) -> bool {
        matches!(self, Self::Page)
    }
}

// The packed table has two bits for each.

impl From<u8> for RetryPolicy {
    fn from(bits: u8) -> Self {
        match bits & 3 {
            0 => Self::Safe,
            1 => Self::Idempotent,
            // In doubt, the policy that retries least.
            _ => Self::NonIdempotent,
        }
    }
}

impl From<u8> for ResponseKind {
    fn from(bits: u8) -> Self {
        match bits & 3 {
            0 => Self::Whole,
            1 => Self::One,
            2 => Self::Page,
            _ => Self::Stream,
        }
    }
}

impl From<u8> for Paging {
    fn from(bits: u8) -> Self {
        match bits & 3 {
            0 => Self::None,
            1 => Self::Offset,
            2 => Self::Page,
            _ => Self::Cursor,
        }
    }
}

/// The HTTP methods, in the order of their numbers in the packed table, each with the retry policy of a request
/// to an undeclared route.
pub static METHODS: [(&str, RetryPolicy); 5] = [
    ("GET", RetryPolicy::Safe),
    ("PUT", RetryPolicy::Idempotent),
    ("DELETE", RetryPolicy::Idempotent),
    ("POST", RetryPolicy::NonIdempotent),
    ("PATCH", RetryPolicy::NonIdempotent),
];
