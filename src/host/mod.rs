//! Access to the JavaScript host. Values are read by their interface, not their class, so that a foreign `Response` or
//! a mock is accepted.
//!
//! Every call from the wasm to its host costs time, so the operations that a request needs do all of a step at once. They
//! have two implementations with the same functions: for the npm package `pkg-template/src/host.js` (`package`), which is
//! small; for Rust users `portable`, which needs no file of JavaScript.

#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
#[allow(clippy::disallowed_methods)]
mod native;
#[cfg(feature = "package")]
mod package;
#[cfg(not(feature = "package"))]
mod portable;
mod value;

#[cfg(feature = "package")]
pub use package::*;
#[cfg(not(feature = "package"))]
pub use portable::*;
pub use value::{Encoded, Kind, Value};

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `String(value)`: a number as the host formats it.
    #[wasm_bindgen(js_name = String)]
    pub fn number_to_string(number: f64) -> String;

    /// `Number(text)`: NaN if it is not a number.
    #[wasm_bindgen(js_name = Number)]
    pub fn number(text: &str) -> f64;

    /// Throws where there is no `performance`.
    #[wasm_bindgen(js_namespace = performance, js_name = now, catch)]
    fn monotonic_clock() -> Result<f64, JsValue>;

    /// Milliseconds since the epoch, for HTTP dates.
    #[wasm_bindgen(js_namespace = Date, js_name = now)]
    pub fn wall_clock() -> f64;

    #[wasm_bindgen(js_namespace = Date, js_name = parse)]
    fn date_parse(text: &str) -> f64;

    /// A random number, from 0 to 1.
    #[wasm_bindgen(js_namespace = Math)]
    pub fn random() -> f64;
}

/// Milliseconds on a monotonic clock, where the host has one: only differences are meaningful.
#[must_use]
pub fn now() -> f64 {
    monotonic_clock().unwrap_or_else(|_| wall_clock())
}

/// Params: all of them, or of those whose strings are not `whole` only the beginnings, which is enough for their formats
/// and for messages. Each property is read once: a copy, which is what is sent, is put into the list.
#[must_use]
pub fn read_params(params: &JsValue, whole: bool, held: &Array) -> Encoded {
    Encoded::new(read_value(params, DEPTH, if whole { u32::MAX } else { BEGINNING }, held))
}

/// How deep they may be nested; an array counts three times. What is deeper in a response is of any type.
const DEPTH: u32 = 100;

const BEGINNING: u32 = 1000;

/// Options: their types, strings and numbers. Each is read once: a copy of them is put into the list.
#[must_use]
pub fn read_options(options: &JsValue, held: &Array) -> Encoded {
    Encoded::new(read_value(options, 1, u32::MAX, held))
}

/// The whole of a value, with the beginnings of its strings.
#[must_use]
pub fn encode_beginnings(value: &JsValue) -> Encoded {
    Encoded::new(encode_value(value, DEPTH, BEGINNING, false))
}

/// The types of a value and of what is directly in it; its strings and numbers whole.
#[must_use]
pub fn encode_fields(value: &JsValue) -> Encoded {
    Encoded::new(encode_value(value, 1, u32::MAX, false))
}

/// Three levels of a body: an envelope, what is in it, and the fields of that; of arrays only how many items they have.
#[must_use]
pub fn encode_outline(value: &JsValue) -> Encoded {
    Encoded::new(encode_value(value, 3, 200, false))
}

/// The same of headers, whose values are texts.
#[must_use]
pub fn encode_headers(value: &JsValue) -> Encoded {
    Encoded::new(encode_value(value, 1, u32::MAX, true))
}

/// The fields of an object, or the pairs of `Headers`, a `Map`, `URLSearchParams` or an array, for a query: a date is a text,
/// as in JSON.
#[must_use]
pub fn encode_pairs(value: &JsValue) -> Encoded {
    Encoded::new(encode_value(value, 5, u32::MAX, true))
}

/// `JSON.parse` of a body; white space only is an empty object.
pub fn parse_body(text: &JsValue) -> Result<JsValue, JsValue> {
    json_body(text).map(|value| value.map_or(JsValue::NULL, JsValue::from))
}

/// An empty list.
#[must_use]
pub fn list() -> Array {
    list_of_one(&JsValue::UNDEFINED).unchecked_into()
}

/// The items of a body in NDJSON.
pub fn parse_lines(text: &JsValue) -> Result<Array, JsValue> {
    json_lines(text).map(|lines| lines.unwrap_or_else(list))
}

/// Whether the host knows a time zone.
#[must_use]
pub fn is_time_zone(name: &str) -> bool {
    #[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
    return native::is_time_zone(name);
    #[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
    intl_knows(name)
}

/// An HTTP or ISO date in milliseconds since the epoch, or NaN.
#[must_use]
pub fn parse_date(text: &str) -> f64 {
    #[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
    return native::parse_date(text);
    #[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
    date_parse(text)
}
