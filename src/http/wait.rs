//! `calls.wait`: its defaults, and what its end means. `pkg-template/src/wait.js` and `resources/calls/wait.rs` only wait.

use wasm_bindgen::JsValue;

use crate::error::{Error, ErrorKind, Outcome};
use crate::host;
use crate::text;

/// The pause between two requests, in milliseconds.
pub const INTERVAL_MS: f64 = 2_000.0;

/// How long a call is waited for, in milliseconds.
pub const TIMEOUT_MS: f64 = 3_600_000.0;

/// The time was up; the status is the last one, empty if none is known.
#[must_use]
pub fn timed_out(time: f64, status: &str) -> Error {
    let message = [
        "the call had not ended after ",
        &host::number_to_string(time),
        " ms (status ",
        if status.is_empty() { "unknown" } else { status },
        ") and is still running; call wait() again or raise `timeout`",
    ];
    ended(ErrorKind::Timeout, text::concat(&message))
}

/// The caller's signal fired.
#[must_use]
pub fn aborted(signal: &JsValue) -> Error {
    let reason = host::redact(&host::get(signal, "reason"), &host::list());
    ended(ErrorKind::Abort, "aborted by the caller's signal; the call continues".to_owned())
        .with_cause(reason)
}

fn ended(kind: ErrorKind, message: String) -> Error {
    let mut error = Error::new(kind, message).with_outcome(Outcome::Unknown);
    error.0.attempts = 1;
    error
}
