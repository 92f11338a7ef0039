//! The way of every request, top to bottom: `build` makes it, `exchange` decides what is done with it
//! and how often, `reply` and `decode` read the answer, `failure` says what went wrong.

mod backoff;
pub mod build;
pub mod decode;
pub mod error;
pub mod exchange;
mod failure;
pub mod host;
pub mod race;
mod reply;
pub mod url;

pub use error::{Error, ErrorKind, Outcome};
