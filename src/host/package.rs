//! The host operations in JavaScript: `pkg-template/src/host.js` documents each function.

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "./host.js")]
extern "C" {
    /// Redacts the secrets of the headers that were sent in a text.
    pub fn redact(text: &JsValue, sent: &Array) -> JsValue;

    /// Redacts these secrets in a body; parses it if it is JSON.
    #[wasm_bindgen(js_name = parseRedacted)]
    pub fn parse_redacted(text: &JsValue, sent: &Array) -> JsValue;

    /// Redacts these secrets in the headers of a response.
    #[wasm_bindgen(js_name = redactHeaders)]
    pub fn redact_headers(headers: &JsValue, sent: &Array) -> JsValue;

    /// The message of a thrown value, with that of its deepest cause.
    #[wasm_bindgen(js_name = describeThrown)]
    pub fn describe_thrown(thrown: &JsValue, sent: &Array) -> String;

    /// Whether an error of `fetch` proves that no connection to the URL was made.
    #[wasm_bindgen(js_name = neverConnected)]
    pub fn never_connected(thrown: &JsValue, fetch: &Function, url: &str) -> bool;

    /// Whether a JSON value has, however deep, a field of one of these names, which have spaces in between.
    pub fn mentions(value: &JsValue, names: &str) -> bool;

    /// Prepares a request for the host: no cache, no resending. Whether what `fetch` throws can prove something.
    pub fn prepare(init: &JsValue, is_non_idempotent: bool, fetch: &Function) -> bool;

    /// Whether this is a page or a worker of one.
    #[wasm_bindgen(js_name = isBrowser)]
    pub fn is_browser() -> bool;

    /// Whether a base URL is on the origin of this page.
    #[wasm_bindgen(js_name = isSameOrigin)]
    pub fn is_same_origin(base_url: &str) -> bool;

    /// A unique string.
    pub fn unique() -> String;

    /// The fields of an object, or the pairs of an iterable, as a flat list.
    #[wasm_bindgen(js_name = fieldsOf, catch)]
    pub fn fields_of(object: &JsValue, iterable: bool) -> Result<Option<Array>, JsValue>;

    /// The items of an array as JSON serializes them.
    #[wasm_bindgen(js_name = itemsOf, catch)]
    pub fn items_of(array: &JsValue) -> Result<Option<Array>, JsValue>;

    /// Whether the host knows the time zone.
    #[wasm_bindgen(js_name = isTimeZone)]
    pub fn is_time_zone(name: &str) -> bool;

    /// Calls a callback; returns whether it threw.
    #[wasm_bindgen(js_name = callSafely)]
    pub fn call_safely(run: &Function, this: &JsValue, argument: &JsValue) -> bool;
}
