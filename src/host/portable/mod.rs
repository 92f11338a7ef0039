//! The host operations in Rust: for Rust users, whose bundle has no `host.js`. Both implementations are tested with the
//! same cases, `tests/host.json`.

mod proof;
mod redact;

pub use proof::never_connected;
pub use redact::{describe_thrown, parse_redacted, redact, redact_headers};

use std::cell::OnceCell;

use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::{array, get, global, is_array, method, number_to_string, object, random, set};
use crate::text;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Object, js_name = entries, catch)]
    fn object_entries(object: &JsValue) -> Result<Array, JsValue>;

    #[wasm_bindgen(js_namespace = Object, js_name = getPrototypeOf, catch)]
    fn prototype_of(object: &JsValue) -> Result<Option<Object>, JsValue>;

    #[wasm_bindgen(js_namespace = Promise, js_name = allSettled)]
    fn all_settled(promises: &Array) -> JsValue;

    /// Throws for a time zone that `Intl` does not know.
    #[wasm_bindgen(js_namespace = Intl, js_name = DateTimeFormat, catch)]
    fn date_time_format(locale: &str, options: &JsValue) -> Result<Option<Object>, JsValue>;

    type Blob;
    #[wasm_bindgen(constructor)]
    fn new_blob(parts: &Array) -> Blob;

    #[wasm_bindgen(js_name = Request)]
    type HostRequest;
    #[wasm_bindgen(js_class = "Request", constructor, catch)]
    fn new_request(url: &str, init: &JsValue) -> Result<HostRequest, JsValue>;
}

/// A field of the global object, or a nested one: `location.origin`.
fn global_field(path: &str) -> JsValue {
    let mut found = global();
    let mut rest = path;
    while !rest.is_empty() {
        let (name, after) = text::split_at_byte(rest, b'.').unwrap_or((rest, ""));
        found = get(&found, name);
        rest = after;
    }
    found
}

/// Whether a JSON value has, however deep, a field of one of these names, which have spaces in between.
#[must_use]
pub fn mentions(value: &JsValue, names: &str) -> bool {
    let text = super::stringify(value).unwrap_or_default();
    let text: &js_sys::JsString = text.unchecked_ref();
    !names.is_empty() && names.split(' ').any(|name| text.includes(&["\"", name, "\":"].concat(), 0))
}

/// Prepares a request for the host. No cache of the host or of a framework may respond instead of the API; some
/// versions of workerd throw on the field. Deno resends a request by itself when a connection breaks, unless it keeps
/// no copy of the body: whatever `fetch` is used may end in the host's own, and every `fetch` takes a Blob.
///
/// Returns whether what `fetch` throws can prove something: see [`never_connected`]. Asked here too, since a dispatcher
/// may be replaced while the request is in flight. Deno and Bun resend other requests, so that a refused connection may
/// be the second one.
#[must_use]
pub fn prepare(init: &JsValue, is_non_idempotent: bool, fetch: &Function) -> bool {
    thread_local! {
        static KNOWS_CACHE: OnceCell<bool> = const { OnceCell::new() };
    }
    let knows_cache = KNOWS_CACHE.with(|known| {
        *known.get_or_init(|| {
            let trial = object();
            set(&trial, "cache", &JsValue::from_str("no-store"));
            !global_field("Request").is_function()
                || HostRequest::new_request("https://a.example", &trial).is_ok()
        })
    });
    if knows_cache {
        set(init, "cache", &JsValue::from_str("no-store"));
    }
    if is_non_idempotent && global_field("Deno").is_object() {
        let body = get(init, "body");
        set(init, "body", &Blob::new_blob(&array((!body.is_undefined()).then_some(body))));
    }
    let resends = global_field("Deno").is_object() || global_field("Bun").is_object();
    (is_non_idempotent || !resends) && proof::is_hosts_own(fetch)
}

/// Whether this is a page or a worker of one, including a service worker. The workers of Deno, Bun, Node and workerd
/// are not.
#[must_use]
pub fn is_browser() -> bool {
    let has = |path: &str| !global_field(path).is_undefined();
    has("window.document")
        || has("WorkerGlobalScope")
            && has("location")
            && !has("Deno")
            && !has("Bun")
            && !has("process.versions.node")
}

/// Whether a base URL is on the origin of this page.
#[must_use]
pub fn is_same_origin(base_url: &str) -> bool {
    if base_url.starts_with('/') {
        return true;
    }
    let origin = global_field("location.origin").as_string().filter(|origin| !origin.is_empty());
    let after = origin.and_then(|origin| base_url.strip_prefix(origin.as_str()));
    after.is_some_and(|after| after.is_empty() || after.starts_with('/'))
}

/// A unique string. Pages without TLS have no `randomUUID`.
#[must_use]
pub fn unique() -> String {
    let crypto = global_field("crypto");
    let made = method(&crypto, "randomUUID").and_then(|make| make.call0(&crypto).ok()?.as_string());
    made.unwrap_or_else(|| {
        [number_to_string(random()), number_to_string(random()), number_to_string(super::now())].concat()
    })
}

/// The fields of an object as a flat list of names and values; with `iterable`, also the pairs of `Headers`, a `Map`,
/// `URLSearchParams` or an array. Fails for an object that has no fields and is not plain, such as a Map or a promise:
/// its content would be lost.
pub fn fields_of(object: &JsValue, iterable: bool) -> Result<Option<Array>, JsValue> {
    let plain = is_plain(object);
    let is_list = iterable && (is_array(object) || !plain && method(object, "entries").is_some());
    let pairs = if is_list { list_of(object)? } else { object_entries(object)? };
    if pairs.length() == 0 && !plain && !is_list {
        return Err(JsValue::from_str("it has no own properties"));
    }
    let fields = Array::new();
    for pair in pairs.iter() {
        let name = get(&pair, "0");
        if !is_array(&pair) || get(&pair, "length") != 2 || !name.is_string() {
            return Err(JsValue::from_str("expected [name, value] pairs"));
        }
        fields.push(&name);
        fields.push(&json_value(get(&pair, "1"))?);
    }
    Ok(Some(fields))
}

/// Whether the prototype is null or `Object.prototype` of any realm, which has no prototype itself.
fn is_plain(object: &JsValue) -> bool {
    let above = |object: &JsValue| prototype_of(object).ok().flatten();
    above(object).is_none_or(|prototype| above(&prototype).is_none())
}

/// The maximum number of pairs, and of items of an array.
const MAX_PAIRS: u32 = 10_000;
const MAX_ITEMS: f64 = 1e6;
const TOO_MANY: &str = "too many entries";

/// The items of an iterable, up to a limit: an array with four billion holes is easily made and would fill the memory.
fn list_of(iterable: &JsValue) -> Result<Array, JsValue> {
    let list = Array::new();
    let Some(entries) = js_sys::try_iter(iterable)? else {
        return Err(JsValue::from_str("it does not iterate over pairs"));
    };
    for entry in entries {
        if list.push(&entry?) > MAX_PAIRS {
            return Err(JsValue::from_str(TOO_MANY));
        }
    }
    Ok(list)
}

/// The items of an array as JSON serializes them.
pub fn items_of(array: &JsValue) -> Result<Option<Array>, JsValue> {
    let length = get(array, "length").as_f64().unwrap_or_default();
    if length > MAX_ITEMS {
        return Err(JsValue::from_str(TOO_MANY));
    }
    let items = Array::new();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    for index in 0..length as u32 {
        items.push(&json_value(Reflect::get_u32(array.unchecked_ref(), index)?)?);
    }
    Ok(Some(items))
}

/// The value that JSON serializes instead: what `toJSON` returns.
fn json_value(value: JsValue) -> Result<JsValue, JsValue> {
    if !value.is_object() || value.is_instance_of::<Date>() {
        return Ok(value);
    }
    method(&value, "toJSON").map_or(Ok(value.clone()), |to_json| to_json.call0(&value))
}

/// Whether `Intl` knows the time zone; true if there is no `Intl`.
#[must_use]
pub fn is_time_zone(name: &str) -> bool {
    if name.starts_with(['+', '-']) {
        return false;
    }
    if global_field("Intl").is_undefined() {
        return true;
    }
    let options = object();
    set(&options, "timeZone", &JsValue::from_str(name));
    date_time_format("en", &options).is_ok()
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
