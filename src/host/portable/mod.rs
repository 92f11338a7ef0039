//! The host operations in Rust: for Rust users, whose bundle has no `host.js`. Both implementations are tested with the
//! same cases, `tests/host.json`.

mod callbacks;
mod encode;
mod environment;
mod proof;
mod redact;
mod reply;
mod secrets;
mod send;
mod values;

pub use callbacks::{add_issue, call_safely, is_aborted, is_signal, log, report};
pub(super) use encode::read_value;
pub use encode::{encode_value, write_body};
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
pub(super) use environment::intl_knows;
pub use environment::{is_browser, is_same_origin, is_url, unique};
pub use proof::never_connected;
pub use redact::{describe_thrown, parse_redacted, redact, redact_headers};
pub use reply::{add_siblings, header_of, list_of_one, mentions, status_of};
pub(super) use reply::{json_body, json_lines};
pub use send::{is_sandbox, never_left, prepare};
pub use values::*;
