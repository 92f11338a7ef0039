//! Settings: the options of a client and of one request, read from JavaScript or set in Rust, and checked once.

pub mod config;
pub mod given;
pub mod headers;
pub mod options;

pub use options::{ApiKey, ClientOptions, RequestOptions, Validation};
