//! Waiting for the end of something: what its status is, which failures it continues after, and what the end of the wait
//! means. `driver/wait.rs` only waits; `pkg-template/src/wait.js` also reads the status and says whether it is final.

use wasm_bindgen::JsValue;

use super::exchange::is_transient;
use crate::error::{Error, ErrorKind, Outcome};
use crate::host;
#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
use crate::host::{Kind, Value};
#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
use crate::schema::WaitDeclaration;
use crate::settings::options::WaitRetry;
use crate::text;

/// The pause between two requests, in milliseconds.
pub const INTERVAL_MS: f64 = 2_000.0;

/// How long something is waited for, in milliseconds.
pub const TIMEOUT_MS: f64 = 3_600_000.0;

/// How long what is waited for may be missing at first, in milliseconds: a read may miss what was written just before.
const LATE_MS: f64 = 10_000.0;

/// Until when what is waited for may be missing, if the wait begins now.
#[must_use]
pub fn late_until() -> f64 {
    host::now() + LATE_MS
}

impl WaitRetry {
    /// Whether a failure does not end the wait.
    #[must_use]
    pub fn retries(self, error: &Error) -> bool {
        // A response without what was asked for says the same as a 404.
        let is_missing = error.0.status == 404 || error.0.kind == ErrorKind::Response;
        is_transient(error) || error.0.status >= 500 || is_missing && host::now() < self.late_until
    }
}

/// The status of what was got, and whether it is final. An unknown one is not. `pkg-template/src/wait.js` has the same in JavaScript.
#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
pub fn state(declared: &WaitDeclaration, item: &JsValue) -> (String, bool) {
    let encoded = host::encode_outline(item);
    let root = encoded.root();
    let text = |value: Value<'_>| match value.kind() {
        Kind::Number => value.describe().to_owned(),
        _ => value.text().to_owned(),
    };
    let found = declared.status.split(' ').map(|name| text(root.get(name))).find(|status| !status.is_empty());
    let status = found.unwrap_or_default();
    let begun = root.get(declared.begun);
    let has_begun = begun.kind() != Kind::Null && text(begun) != "0";
    let is_final = has_begun && is_final(declared.is_final, &status);
    (status, is_final)
}

/// A status as it may be quoted: anything else than a plain word or a small number may be a secret, or very long.
/// `pkg-template/src/wait.js` has the same in JavaScript.
#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
pub fn quotable(status: &str) -> &str {
    let is_word = status.len() <= 40 && status.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'-' | b'_'));
    let is_number = status.len() <= 6 && status.bytes().all(|byte| byte.is_ascii_digit());
    if is_word || is_number { status } else { "unknown" }
}

/// Whether a status is among the final ones.
#[must_use]
pub fn is_final(finals: &str, status: &str) -> bool {
    text::is_among(&text::concat(&[" ", finals, " "]), status)
}

/// The wait timed out; the status is the last one, empty if none is known.
#[must_use]
pub fn timed_out(noun: &str, time: f64, status: &str) -> Error {
    let time = host::number_to_string(time);
    let message = if status.is_empty() {
        let end = " ms; check the id, or raise `timeout`; failures are in the log at level debug";
        ["no status of the ", noun, " within ", &time, end, "", ""]
    } else {
        let end = "); call wait() again or raise `timeout`";
        ["no end of the ", noun, " was seen within ", &time, " ms (status ", status, end]
    };
    ended(ErrorKind::Timeout, text::concat(&message))
}

/// The caller's signal fired.
#[must_use]
pub fn aborted(noun: &str, signal: &JsValue) -> Error {
    let reason = host::redact(&host::get(signal, "reason"), &host::list());
    let message = ["aborted by the caller's signal", "; the ", noun, " continues"];
    ended(ErrorKind::Abort, text::concat(&message)).with_cause(reason)
}

fn ended(kind: ErrorKind, message: String) -> Error {
    let mut error = Error::new(kind, message).with_outcome(Outcome::Unknown);
    error.0.attempts = 1;
    error
}
