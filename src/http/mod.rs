//! The life of a request, top to bottom: `build` makes it, `exchange` decides when it is sent and retried, `reply` and
//! `decode` read the response, `failure` says what went wrong. For Rust users `transport` sends typed requests, and
//! `drive` waits for what `exchange` asks for; in the package that is done in JavaScript.

mod backoff;
pub mod build;
pub mod decode;
mod drive;
pub mod exchange;
mod failure;
pub mod numbers;
pub mod page;
pub mod race;
mod reply;
pub mod transport;
pub mod url;
