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

use js_sys::{Array, Function, JsString, Object, Reflect, Symbol};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `String(value)`: a number as the host formats it.
    #[wasm_bindgen(js_name = String)]
    pub fn number_to_string(number: f64) -> String;

    /// `Number(text)`: NaN if it is not a number.
    #[wasm_bindgen(js_name = Number)]
    pub fn number(text: &str) -> f64;

    #[wasm_bindgen(js_name = setTimeout)]
    fn host_set_timeout(run: &JsValue, milliseconds: f64) -> JsValue;

    /// Cancels a [`set_timeout`].
    #[wasm_bindgen(js_name = clearTimeout)]
    pub fn clear_timeout(timer: &JsValue);

    /// Milliseconds on a monotonic clock: only differences are meaningful.
    #[wasm_bindgen(js_namespace = performance)]
    pub fn now() -> f64;

    /// Milliseconds since the epoch, for HTTP dates.
    #[wasm_bindgen(js_namespace = Date, js_name = now)]
    pub fn wall_clock() -> f64;

    #[wasm_bindgen(js_namespace = Date, js_name = parse)]
    fn date_parse(text: &str) -> f64;

    /// A random number, from 0 to 1.
    #[wasm_bindgen(js_namespace = Math)]
    pub fn random() -> f64;

    /// `JSON.stringify`.
    #[wasm_bindgen(js_namespace = JSON, catch)]
    pub fn stringify(value: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = Object, js_name = hasOwn, catch)]
    fn has_own(object: &JsValue, name: &str) -> Result<bool, JsValue>;

    /// Throws for a revoked proxy.
    #[wasm_bindgen(js_namespace = Array, js_name = isArray, catch)]
    fn array_is_array(value: &JsValue) -> Result<bool, JsValue>;

    #[wasm_bindgen(js_namespace = Object, js_name = assign, catch)]
    fn assign(target: &JsValue, source: &JsValue) -> Result<Option<Object>, JsValue>;

    #[wasm_bindgen(js_namespace = Object, js_name = create)]
    fn object_create(prototype: &JsValue) -> JsValue;

    #[wasm_bindgen(thread_local_v2, js_name = globalThis)]
    static GLOBAL: JsValue;

    /// The abort controller of one attempt.
    pub type AbortController;
    /// A new one.
    #[wasm_bindgen(constructor)]
    pub fn new() -> AbortController;
    /// Its signal, for `fetch`.
    #[wasm_bindgen(method, getter)]
    pub fn signal(this: &AbortController) -> JsValue;
    /// Aborts `fetch`.
    #[wasm_bindgen(method)]
    pub fn abort(this: &AbortController);
}

/// Calls a function after a delay. `setTimeout` fires immediately above 2^31 - 1, hence the cap.
#[must_use]
pub fn set_timeout(run: &JsValue, milliseconds: f64) -> JsValue {
    host_set_timeout(run, milliseconds.clamp(0.0, 2_147_483_647.0))
}

/// The global object.
pub fn global() -> JsValue {
    GLOBAL.with(JsValue::clone)
}

/// How deep params are read: what is deeper is of any type.
const DEPTH: u32 = 100;

/// The whole of a value.
#[must_use]
pub fn encode(value: &JsValue) -> Encoded {
    Encoded::new(encode_value(value, DEPTH, u32::MAX, false))
}

/// The whole of a value, with the beginnings of its strings only: enough for their formats, and for messages.
#[must_use]
pub fn encode_beginnings(value: &JsValue) -> Encoded {
    Encoded::new(encode_value(value, DEPTH, 1000, false))
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

/// The fields of an object, or the pairs of `Headers`, a `Map`, `URLSearchParams` or an array.
#[must_use]
pub fn encode_pairs(value: &JsValue) -> Encoded {
    Encoded::new(encode_value(value, 5, u32::MAX, true))
}

/// `JSON.parse` of a body; white space only is an empty object.
pub fn parse_body(text: &JsValue) -> Result<JsValue, JsValue> {
    json_body(text).map(|value| value.map_or(JsValue::NULL, JsValue::from))
}

/// The items of a body in NDJSON.
pub fn parse_lines(text: &JsValue) -> Result<Array, JsValue> {
    json_lines(text).map(Option::unwrap_or_default)
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

/// A field of any value; undefined if there is none or reading it throws.
#[must_use]
pub fn get(object: &JsValue, name: &str) -> JsValue {
    // For anything else the host would throw, which is slow and leaks a slot: see above.
    if !object.is_object() && !object.is_function() {
        return JsValue::UNDEFINED;
    }
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// An own field of an object, not one of its prototype, which any script may have added; undefined if there is none
/// or reading it throws.
#[must_use]
pub fn own(object: &JsValue, name: &str) -> JsValue {
    let has = (object.is_object() || object.is_function()) && has_own(object, name).unwrap_or_default();
    if has { get(object, name) } else { JsValue::UNDEFINED }
}

/// Whether an object is marked: has the registered symbol of this name, set to true.
#[must_use]
pub fn is_marked(object: &JsValue, mark: &str) -> bool {
    Reflect::get(object, &Symbol::for_(mark)).is_ok_and(|marked| marked.is_truthy())
}

/// Sets a field of an object that this crate created.
pub fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Fails only on frozen objects and proxies, which these are not.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// Sets a field of an object of our own to a text.
#[inline(never)]
pub fn set_text(object: &JsValue, name: &str, text: &str) {
    set(object, name, &JsValue::from_str(text));
}

/// The field of an object, if it is a function.
#[must_use]
pub fn method(object: &JsValue, name: &str) -> Option<Function> {
    get(object, name).dyn_into().ok()
}

/// A new, empty object.
#[must_use]
pub fn object() -> JsValue {
    Object::new().into()
}

/// A new object without a prototype, in which any name is a field, including `__proto__`.
#[must_use]
pub fn bare_object() -> JsValue {
    object_create(&JsValue::NULL)
}

/// A copy of an object's own fields; what is read of it later is always the same.
#[must_use]
pub fn copy(object: &JsValue) -> JsValue {
    let copy = bare_object();
    // What cannot be read is left out.
    let _ = assign(&copy, object);
    copy
}

/// Whether it is an array; false for a revoked proxy.
#[must_use]
pub fn is_array(value: &JsValue) -> bool {
    array_is_array(value).unwrap_or_default()
}

/// The beginning of a string, at most `most` characters, without copying the rest; empty if it is not a string.
#[must_use]
pub fn beginning(value: &JsValue, most: u32) -> String {
    if value.is_string() { value.unchecked_ref::<JsString>().slice(0, most).into() } else { String::new() }
}

/// The beginning of the message of a thrown value; runs code of that value, such as a getter, once at most.
#[must_use]
pub fn thrown_message(thrown: &JsValue) -> String {
    let message = if thrown.is_string() { thrown.clone() } else { get(thrown, "message") };
    if message.is_string() { beginning(&message, 500) } else { "no reason given".to_owned() }
}

/// An array of values.
pub fn array(values: impl IntoIterator<Item = JsValue>) -> Array {
    values.into_iter().collect()
}
