//! The life of a request, top to bottom: `build` makes it, `exchange` decides when it is sent and retried, `reply` and
//! `decode` read the response, `paging` where the next page begins, `failure` says what went wrong. Whoever drives it only waits: `driver` for Rust users,
//! `pkg-template/src/drive.js` in the package.

mod backoff;
pub mod build;
pub mod decode;
#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
#[allow(clippy::disallowed_methods)]
pub mod driver;
pub mod exchange;
mod failure;
pub mod numbers;
pub mod paging;
// Never part of the package, which has `pkg-template/src/placed.js`.
#[cfg(any(feature = "client", not(all(target_arch = "wasm32", target_os = "unknown"))))]
#[allow(clippy::disallowed_methods)]
pub mod placed;
pub mod redirect;
mod reply;
pub mod undeclared;
pub mod url;
// Never part of the package.
#[cfg(any(feature = "client", not(all(target_arch = "wasm32", target_os = "unknown"))))]
#[allow(clippy::disallowed_methods)]
mod validate;
pub mod wait;

#[cfg(any(feature = "client", not(all(target_arch = "wasm32", target_os = "unknown"))))]
pub use validate::validate;
