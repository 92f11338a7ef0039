//! The host operations in JavaScript: `pkg-template/src/host.js` documents each function.

use js_sys::{Array, Function, Object};
use wasm_bindgen::prelude::*;

// When an import throws, wasm-bindgen never frees the table slot of its return value, unless that is an `Option`: so
// those that throw return one.
#[wasm_bindgen(raw_module = "./host.js")]
extern "C" {
    #[wasm_bindgen(js_name = encode)]
    pub(super) fn encode_value(value: &JsValue, depth: u32, length: u32, iterable: bool) -> String;

    #[wasm_bindgen(js_name = readParams)]
    pub(super) fn read_value(value: &JsValue, depth: u32, length: u32, held: &Array) -> String;

    /// Writes a body as JSON, of the params that are held, without the fields that are in the query, objects of some fields
    /// as pairs.
    #[wasm_bindgen(js_name = writeBody, catch)]
    pub fn write_body(
        held: &Array,
        extra: &JsValue,
        in_query: &str,
        in_pairs: &str,
        optional: bool,
    ) -> Result<Option<js_sys::JsString>, JsValue>;

    /// A field of any value; undefined if there is none or reading it throws.
    pub fn get(object: &JsValue, name: &str) -> JsValue;

    /// Defines a field of an object of data, whatever the page has added to `Object.prototype`.
    #[wasm_bindgen(js_name = setField)]
    pub fn define(object: &JsValue, name: &str, value: &JsValue);

    /// The beginning of the message of a thrown value.
    #[wasm_bindgen(js_name = reasonOf)]
    pub fn thrown_message(thrown: &JsValue) -> String;

    /// Whether a `fetch` is that of a sandbox.
    #[wasm_bindgen(js_name = isSandbox)]
    pub fn is_sandbox(fetch: &JsValue) -> bool;

    /// Prepares an attempt; undefined if there is no `fetch`.
    pub fn prepare(
        lines: &str,
        body: &JsValue,
        fetch: &JsValue,
        is_non_idempotent: bool,
        sent: &Array,
    ) -> JsValue;

    /// Whether what an attempt threw proves that it did not leave.
    #[wasm_bindgen(js_name = neverLeft)]
    pub fn never_left(thrown: &JsValue, attempt: &JsValue) -> bool;

    /// The status of a response; 0 if it is none, 1 for a redirect of which a browser shows nothing,
    /// 2 after one that `fetch` followed.
    #[wasm_bindgen(js_name = statusOf)]
    pub fn status_of(response: &JsValue, text: &JsValue, attempt: &JsValue) -> u16;

    #[wasm_bindgen(js_name = parseBody, catch)]
    pub(super) fn json_body(text: &JsValue) -> Result<Option<Object>, JsValue>;

    #[wasm_bindgen(js_name = parseLines, catch)]
    pub(super) fn json_lines(text: &JsValue) -> Result<Option<Array>, JsValue>;

    /// Adds what stands next to the data in an envelope to the data.
    #[wasm_bindgen(js_name = addSiblings)]
    pub fn add_siblings(data: &JsValue, body: &JsValue) -> JsValue;

    /// A header of a response.
    #[wasm_bindgen(js_name = headerOf)]
    pub fn header_of(response: &JsValue, name: &str) -> Option<String>;

    /// An array of one value; an empty one without it.
    #[wasm_bindgen(js_name = listOfOne)]
    pub fn list_of_one(value: &JsValue) -> JsValue;

    /// Redacts the secrets of the headers that were sent in a text; a thrown value that has one is replaced.
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

    /// Whether a body has, however deep, a field of one of these names, which have spaces in between.
    pub fn mentions(body: &JsValue, names: &str) -> bool;

    /// Whether this is a page or a worker of one.
    #[wasm_bindgen(js_name = isBrowser)]
    pub fn is_browser() -> bool;

    /// Whether the host can parse a URL.
    #[wasm_bindgen(js_name = isURL)]
    pub fn is_url(url: &str) -> bool;

    /// Whether a base URL is on the origin of this page.
    #[wasm_bindgen(js_name = isSameOrigin)]
    pub fn is_same_origin(base_url: &str) -> bool;

    /// A unique string.
    pub fn unique() -> String;

    #[wasm_bindgen(js_name = isTimeZone)]
    pub(super) fn intl_knows(name: &str) -> bool;

    /// Calls a callback with each of some issues, which are of an operation; returns whether it threw.
    pub fn report(callback: &Function, issues: &Array, operation: &str) -> bool;

    /// Calls the hook of an attempt that begins, or has ended, with what its log line says.
    #[wasm_bindgen(js_name = callHook)]
    pub fn call_hook(options: &JsValue, line: &str, outcome: &str, attempt: &JsValue);

    /// Writes a log line to a logger, or the console if it is undefined.
    pub fn log(logger: &JsValue, level: &str, line: &str);

    /// Whether a value has the interface of a signal.
    #[wasm_bindgen(js_name = isSignal)]
    pub fn is_signal(value: &JsValue) -> bool;

    /// Whether a signal has fired.
    #[wasm_bindgen(js_name = isAborted)]
    pub fn is_aborted(signal: &JsValue) -> bool;

    /// Adds the object of an issue to a list.
    #[allow(clippy::too_many_arguments)]
    #[wasm_bindgen(js_name = addIssue)]
    pub fn add_issue(
        issues: &Array,
        path: &str,
        code: &str,
        expected: &str,
        got: &str,
        hint: &str,
        message: &str,
        limits: &str,
    );

    /// What the driver does next.
    pub fn action(what: u8, value: &JsValue, time: f64) -> JsValue;

    /// The options of a wait with their times.
    #[wasm_bindgen(js_name = withTimes)]
    pub fn with_times(options: &JsValue, interval: f64, timeout: f64, late_until: f64) -> JsValue;

    /// What a request resolves to; the next page is asked for with the field of this name set to the cursor, or the number.
    #[allow(clippy::too_many_arguments)]
    pub fn result(
        data: &JsValue,
        response: &JsValue,
        total: Option<f64>,
        before: f64,
        is_more: bool,
        name: &str,
        number: f64,
        cursor: &JsValue,
        body: &JsValue,
    ) -> JsValue;

    /// The plain object from which an error is created.
    #[allow(clippy::too_many_arguments)]
    pub fn failure(
        kind: &str,
        message: &str,
        outcome: &str,
        attempts: u32,
        status: u16,
        code: Option<&str>,
        retry_after: Option<f64>,
        headers: &JsValue,
        body: &JsValue,
        cause: &JsValue,
        issues: &JsValue,
    ) -> JsValue;
}
