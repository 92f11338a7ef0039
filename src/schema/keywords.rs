//! The keywords of an operation's declaration. Each is a constant, so that the compiler points at a misspelled one.
#![allow(non_upper_case_globals, missing_docs)]

/// HTTP methods.
pub mod method {
    pub const GET: &str = "GET";
    pub const PUT: &str = "PUT";
    pub const DELETE: &str = "DELETE";
    pub const POST: &str = "POST";
    pub const PATCH: &str = "PATCH";
}

/// Retry policies.
pub mod policy {
    use crate::schema::RetryPolicy;
    pub const safe: RetryPolicy = RetryPolicy::Safe;
    pub const idempotent: RetryPolicy = RetryPolicy::Idempotent;
    pub const non_idempotent: RetryPolicy = RetryPolicy::NonIdempotent;
}

/// Response kinds.
pub mod kind {
    use crate::schema::ResponseKind;
    pub const one: ResponseKind = ResponseKind::One;
    pub const page: ResponseKind = ResponseKind::Page;
    pub const stream: ResponseKind = ResponseKind::Stream;
}

/// Pagings.
pub mod paging {
    use crate::schema::Paging;
    pub const none: Paging = Paging::None;
    pub const offset: Paging = Paging::Offset;
    pub const page: Paging = Paging::Page;
    pub const cursor: Paging = Paging::Cursor;
}
