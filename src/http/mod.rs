//! The way of every request, top to bottom: `build` makes it, `repeat` sends it as often as it may,
//! `send` makes one attempt, `decode` reads the answer, `failure` says what went wrong.

mod backoff;
pub mod build;
mod decode;
pub mod error;
mod failure;
pub mod host;
pub mod race;
pub mod repeat;
mod send;
pub mod url;

pub use error::{Error, ErrorKind, Outcome};
