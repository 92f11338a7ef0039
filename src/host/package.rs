//! What the host does in one step, in JavaScript: `pkg-template/src/host.js` says what each function does.

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "./host.js")]
extern "C" {
    /// A text without the secrets of the headers that were sent.
    pub fn redact(text: &JsValue, sent: &Array) -> JsValue;

    /// A body without these secrets, parsed where it is JSON.
    #[wasm_bindgen(js_name = parseRedacted)]
    pub fn parse_redacted(text: &JsValue, sent: &Array) -> JsValue;

    /// The headers of a response without these secrets.
    #[wasm_bindgen(js_name = redactHeaders)]
    pub fn redact_headers(headers: &JsValue, sent: &Array) -> JsValue;

    /// What was thrown, in words, with its deepest cause.
    #[wasm_bindgen(js_name = describeThrown)]
    pub fn describe_thrown(thrown: &JsValue, sent: &Array) -> String;

    /// Whether an error proves that no connection was made.
    #[wasm_bindgen(js_name = neverConnected)]
    pub fn never_connected(thrown: &JsValue, fetch: &Function, url: &str) -> bool;

    /// Prepares a request for the host: no cache, no resending. Whether what `fetch` throws can prove something.
    pub fn prepare(init: &JsValue, is_non_idempotent: bool, fetch: &Function) -> bool;

    /// Whether this is a page or a worker of one.
    #[wasm_bindgen(js_name = isBrowser)]
    pub fn is_browser() -> bool;

    /// Whether a base URL is on the server of this page.
    #[wasm_bindgen(js_name = isSameOrigin)]
    pub fn is_same_origin(base_url: &str) -> bool;

    /// A text that is given out once only.
    pub fn unique() -> String;

    /// The fields of an object, or the pairs of what iterates over pairs, in one list.
    #[wasm_bindgen(js_name = fieldsOf, catch)]
    pub fn fields_of(object: &JsValue, iterable: bool) -> Result<Option<Array>, JsValue>;

    /// The entries of an array as JSON writes them.
    #[wasm_bindgen(js_name = itemsOf, catch)]
    pub fn items_of(array: &JsValue) -> Result<Option<Array>, JsValue>;

    /// Whether the host knows the time zone.
    #[wasm_bindgen(js_name = isTimeZone)]
    pub fn is_time_zone(name: &str) -> bool;

    /// Calls a function of the caller's; whether it threw.
    #[wasm_bindgen(js_name = callSafely)]
    pub fn call_safely(run: &Function, this: &JsValue, argument: &JsValue) -> bool;
}
