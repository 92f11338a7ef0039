//! The Synthflow voice-agent API, for browsers, Node and Rust front ends compiled to WebAssembly.
//!
#![cfg_attr(all(target_arch = "wasm32", target_os = "unknown"), doc = "```no_run")]
#![cfg_attr(not(all(target_arch = "wasm32", target_os = "unknown")), doc = "```ignore")]
//! # async fn example() -> Result<(), synthflow_wasm::Error> {
//! use synthflow_wasm::resources::agents::{AgentSettings, AgentType, CreateAgent};
//! use synthflow_wasm::{Client, ClientOptions};
//!
//! // In a page: a proxy on the page's own origin adds the key.
//! let client = Client::with_options(ClientOptions::without_key("/synthflow"))?;
//! let agent = CreateAgent::new()
//!     .r#type(AgentType::Widget)
//!     .name("Concierge")
//!     .agent(AgentSettings::new().prompt("You greet visitors."));
//! let created = client.agents().create(&agent).await?;
//! println!("{:?}", created.model_id);
//! # Ok(())
//! # }
//! ```
//!
//! # Where it runs
//!
//! Requests go out through the host's `fetch`, so the client exists for wasm32-unknown-unknown only (feature `client`, on
//! by default): in pages, workers, Node, Deno and Bun. Models and, with the feature `webhooks`, the signatures of
//! [`webhooks`] are there on every target, and so is [`validate`], which on wasm32-unknown-unknown needs the feature
//! `client`.
//!
//! # Rules of fields
//!
//! The documentation of a field names its rules, and [`validate`] and each request check them before anything is sent:
//!
//! - `required`: must be set in a request, and is always there in a response;
//! - `nullable`: may be null in a response;
//! - `range(least, most)`: from the first number to the second, both included;
//! - `e164`: a phone number in E.164 form, `+` and 7 to 15 digits;
//! - `time_zone`: an IANA time zone the host knows;
//! - `url`, `https_url`: an http or https URL; an https URL;
//! - `date`, `date_time`, `time_of_day`: such as `2026-04-01`; the same, with or without a time; such as `09:30`;
//! - `days_after("field", days)`: a `date_time` at most so many days after the time in that field;
//! - `in_query`: sent in the query although the operation has a body;
//! - `deprecated("instead")`: still accepted; the text says what to use instead.

// Nothing is removed from the builds that tests run in.
#![cfg_attr(test, allow(clippy::disallowed_macros, clippy::disallowed_methods))]

#[cfg(all(feature = "package", feature = "client", target_arch = "wasm32"))]
compile_error!(
    "the feature `package` is for the npm package, without the client: build it with --no-default-features"
);

mod text;

#[doc(hidden)]
pub mod host;

pub mod error;

#[doc(hidden)]
#[macro_use]
pub mod schema;

#[doc(hidden)]
pub mod settings;

#[doc(hidden)]
pub mod http;

// The models' serde code formats errors. No export of the npm wasm uses it.
#[allow(clippy::disallowed_methods)]
pub mod resources;

#[allow(clippy::disallowed_methods)]
pub mod webhooks;

#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
pub mod client;

#[cfg(all(target_arch = "wasm32", target_os = "unknown", feature = "package"))]
mod exports;

#[cfg(all(target_arch = "wasm32", not(target_feature = "atomics"), feature = "package"))]
mod allocator;

#[cfg(all(target_arch = "wasm32", not(target_feature = "atomics"), feature = "package"))]
#[global_allocator]
static ALLOCATOR: allocator::Blocks = allocator::Blocks::new();

#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
pub use client::Client;
pub use error::{Error, ErrorKind, Issue, Outcome};
#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
pub use http::driver::{ItemStream, Page, RequestFuture, WaitOptions};
#[cfg(any(feature = "client", not(all(target_arch = "wasm32", target_os = "unknown"))))]
pub use http::validate;
#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
pub use settings::Pace;
pub use settings::{ApiKey, ClientOptions, LogLevel, Region, RequestOptions, Validation};

/// The code of the guide compiles. All of it uses the client.
#[cfg(all(doctest, feature = "client", target_arch = "wasm32", target_os = "unknown"))]
#[doc = include_str!("../docs/rust.md")]
struct RustGuide;
