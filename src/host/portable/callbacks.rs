//! What a caller gave: signals, loggers, and callbacks, which may throw.

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;

use super::super::number;
use super::{array, get, global, method, object, set, set_text};
use crate::text;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Promise, js_name = allSettled)]
    fn all_settled(promises: &Array) -> JsValue;
}

/// Whether a value has the interface of a signal: one of another realm is one too.
#[must_use]
pub fn is_signal(value: &JsValue) -> bool {
    get(value, "aborted").as_bool().is_some()
        && method(value, "addEventListener").is_some()
        && method(value, "removeEventListener").is_some()
}

/// Whether a signal has fired.
#[must_use]
pub fn is_aborted(signal: &JsValue) -> bool {
    get(signal, "aborted").is_truthy()
}

/// Writes a log line to a logger, or the console if it is undefined.
pub fn log(logger: &JsValue, level: &str, line: &str) {
    let logger = if logger.is_undefined() { get(&global(), "console") } else { logger.clone() };
    if let Some(write) = method(&logger, level) {
        // A logger that throws must not fail the request it logs.
        let _ = call_safely(&write, &logger, &JsValue::from_str(line));
    }
}

/// Adds the object of an issue to a list; its limits are those of a number.
#[allow(clippy::too_many_arguments)]
pub fn add_issue(
    issues: &Array,
    path: &str,
    code: &str,
    expected: &str,
    got: &str,
    hint: &str,
    message: &str,
    limits: &str,
) {
    let issue = object();
    let texts = [("path", path), ("code", code), ("expected", expected), ("got", got), ("hint", hint)];
    for (name, text) in texts.into_iter().chain([("message", message)]) {
        set_text(&issue, name, text);
    }
    if let Some((least, most)) = text::split_at_byte(limits, b' ') {
        set(&issue, "minimum", &number(least).into());
        set(&issue, "maximum", &number(most).into());
    }
    issues.push(&issue);
}

/// Calls a callback with each of some issues, which are of an operation; returns whether it threw.
#[must_use]
pub fn report(callback: &Function, issues: &Array, operation: &str) -> bool {
    let mut threw = false;
    for issue in issues.iter() {
        set_text(&issue, "operation", operation);
        threw |= call_safely(callback, &JsValue::UNDEFINED, &issue);
    }
    threw
}

/// Calls a callback, ignoring what it throws or rejects with; returns whether it threw.
#[must_use]
pub fn call_safely(run: &Function, this: &JsValue, argument: &JsValue) -> bool {
    let Ok(result) = run.call1(this, argument) else { return true };
    if method(&result, "then").is_some() {
        // Handles the rejection, which would end the process otherwise.
        all_settled(&array([result]));
    }
    false
}
