//! The Synthflow voice-agent API, for browsers, Node and Rust front ends compiled to WebAssembly.
//!
//! ```no_run
//! # async fn example() -> Result<(), synthflow_wasm::Error> {
//! use synthflow_wasm::Client;
//! use synthflow_wasm::resources::agents::{AgentSettings, AgentType, CreateAgent};
//!
//! let client = Client::new("your key")?;
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
//! Requests go out through the host's `fetch`, so this works where there is one: compiled to
//! `wasm32-unknown-unknown`, in a page, a worker, Node, Deno, Bun. The models, the checker and the
//! declarations work natively too.

// Nothing is cut out of what tests run in.
#![cfg_attr(test, allow(clippy::disallowed_macros, clippy::disallowed_methods))]

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

// The models' serde code formats errors. It is in no export of the npm wasm.
#[allow(clippy::disallowed_methods)]
pub mod resources;

#[allow(clippy::disallowed_methods)]
pub mod webhooks;

#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
pub mod client;

#[cfg(all(target_arch = "wasm32", target_os = "unknown", feature = "package"))]
mod exports;

#[cfg(all(target_arch = "wasm32", not(target_feature = "atomics"), feature = "package"))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
pub use client::Client;
pub use error::{Error, ErrorKind, Issue, Outcome};
#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
pub use http::driver::{ItemStream, Page, RequestFuture};
#[cfg(any(feature = "client", not(all(target_arch = "wasm32", target_os = "unknown"))))]
pub use http::validate;
pub use settings::{ApiKey, ClientOptions, LogLevel, Region, RequestOptions, Validation};
