//! Access to the JavaScript host. Values are read by their interface, not their class, so that a foreign `Response` or
//! a mock is accepted.
//!
//! Operations of many steps have two implementations with the same functions: for the npm package
//! `pkg-template/src/host.js` (`package`), which is smaller and crosses the boundary once; for Rust users `portable`.

#[cfg(feature = "package")]
mod package;
#[cfg(not(feature = "package"))]
mod portable;

#[cfg(feature = "package")]
pub use package::*;
#[cfg(not(feature = "package"))]
pub use portable::*;

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

    /// An HTTP date in milliseconds since the epoch, or NaN.
    #[wasm_bindgen(js_namespace = Date, js_name = parse)]
    pub fn parse_date(text: &str) -> f64;

    /// A random number, from 0 to 1.
    #[wasm_bindgen(js_namespace = Math)]
    pub fn random() -> f64;

    /// `JSON.stringify`.
    #[wasm_bindgen(js_namespace = JSON, catch)]
    pub fn stringify(value: &JsValue) -> Result<JsValue, JsValue>;

    // When an import throws, wasm-bindgen never frees the table slot of its return value, unless that is an `Option`.
    // So imports that are expected to throw return one.
    #[wasm_bindgen(js_namespace = JSON, js_name = parse, catch)]
    fn json_parse(text: &JsValue) -> Result<Option<Object>, JsValue>;

    #[wasm_bindgen(js_namespace = Object, js_name = hasOwn, catch)]
    fn has_own(object: &JsValue, name: &str) -> Result<bool, JsValue>;

    /// Throws for a revoked proxy.
    #[wasm_bindgen(js_namespace = Array, js_name = isArray, catch)]
    fn array_is_array(value: &JsValue) -> Result<bool, JsValue>;

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

/// `JSON.parse` on host values: the text does not enter the wasm.
pub fn parse(text: &JsValue) -> Result<JsValue, JsValue> {
    json_parse(text).map(|value| value.map_or(JsValue::NULL, JsValue::from))
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

/// The fields of an object as `JSON.stringify` would serialize them, or what reading them threw.
pub fn entries(object: &JsValue) -> Result<Vec<(String, JsValue)>, JsValue> {
    Ok(read_pairs(fields_of(object, false)?))
}

/// The same, also for the pairs of `Headers`, a `Map`, `URLSearchParams` or an array of pairs.
pub fn pairs(object: &JsValue) -> Result<Vec<(String, JsValue)>, JsValue> {
    Ok(read_pairs(fields_of(object, true)?))
}

fn read_pairs(list: Option<Array>) -> Vec<(String, JsValue)> {
    let mut pairs = Vec::new();
    let mut values = list.unwrap_or_default().into_iter();
    while let (Some(name), Some(value)) = (values.next(), values.next()) {
        pairs.push((name.as_string().unwrap_or_default(), value));
    }
    pairs
}

/// The items of an array as `JSON.stringify` would serialize them, or what reading them threw.
pub fn items(array: &JsValue) -> Result<Vec<JsValue>, JsValue> {
    Ok(items_of(array)?.unwrap_or_default().iter().collect())
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
