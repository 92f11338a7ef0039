//! Settings: the options of a client and of one request, read from JavaScript or set in Rust, and checked once.

/// The name of an option as the caller writes it.
macro_rules! option_name {
    ($what:literal, $javascript:literal, $rust:literal) => {
        if cfg!(feature = "package") { concat!($what, $javascript) } else { concat!($what, $rust) }
    };
}
pub(crate) use option_name;

mod builder;
pub mod config;
pub mod given;
pub mod headers;
pub mod options;
#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
pub(crate) mod pace;
#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
#[allow(clippy::disallowed_methods)]
pub(crate) mod params;
pub mod rings;

pub use options::{ApiKey, ClientOptions, LogLevel, Region, RequestOptions, Validation};
#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
pub use pace::Pace;
#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
pub use params::Params;
