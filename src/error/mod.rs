//! Errors: their kinds, what they say of a request, and the issues of params.

mod details;
mod issue;
mod kind;

pub use details::Error;
pub use issue::{Issue, codes, issues_to_js};
pub use kind::{ErrorKind, Outcome};
