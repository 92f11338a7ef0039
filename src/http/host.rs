//! What is asked of the host: everything structural, so that a foreign `Response` or a mock passes.

use js_sys::{Array, Date, Function, JsString, Object, Reflect, Symbol};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `String(value)`: a number as the host writes it.
    #[wasm_bindgen(js_name = String)]
    pub fn show(number: f64) -> String;

    /// `Number(text)`: NaN where it is none.
    #[wasm_bindgen(js_name = Number)]
    pub fn number(text: &str) -> f64;

    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(run: &JsValue, milliseconds: f64) -> JsValue;

    /// Takes [`later`] back.
    #[wasm_bindgen(js_name = clearTimeout)]
    pub fn never(timer: &JsValue);

    /// Milliseconds since the epoch.
    #[wasm_bindgen(js_namespace = Date)]
    pub fn now() -> f64;

    /// An HTTP date in milliseconds since the epoch, or NaN.
    #[wasm_bindgen(js_namespace = Date, js_name = parse)]
    pub fn parse_date(text: &str) -> f64;

    /// From 0 to 1.
    #[wasm_bindgen(js_namespace = Math)]
    pub fn random() -> f64;

    /// `JSON.stringify`.
    #[wasm_bindgen(js_namespace = JSON, catch)]
    pub fn stringify(value: &JsValue) -> Result<JsValue, JsValue>;

    // Where an import throws, wasm-bindgen keeps a slot of its table for the answer that never came, for
    // good; not where the answer is an option. So what throws in the course of things answers with one.
    #[wasm_bindgen(js_namespace = JSON, js_name = parse, catch)]
    fn json_parse(text: &JsValue) -> Result<Option<Object>, JsValue>;

    #[wasm_bindgen(js_namespace = Object, js_name = entries, catch)]
    fn object_entries(object: &JsValue) -> Result<Array, JsValue>;

    /// Throws for a proxy that has been revoked.
    #[wasm_bindgen(js_namespace = Array, js_name = isArray, catch)]
    fn array_is_array(value: &JsValue) -> Result<bool, JsValue>;

    #[wasm_bindgen(js_namespace = Object, js_name = create)]
    fn object_create(prototype: &JsValue) -> JsValue;

    /// A time zone that `Intl` refuses makes this throw.
    #[wasm_bindgen(js_namespace = Intl, js_name = DateTimeFormat, catch)]
    fn date_time_format(locale: &str, options: &JsValue) -> Result<Option<Object>, JsValue>;

    #[wasm_bindgen(thread_local_v2, js_name = globalThis)]
    static GLOBAL: JsValue;

    type Blob;
    #[wasm_bindgen(constructor)]
    fn new_blob(parts: &Array) -> Blob;
    #[wasm_bindgen(method)]
    fn stream(this: &Blob) -> JsValue;

    /// A controller of one attempt.
    pub type AbortController;
    /// A new one.
    #[wasm_bindgen(constructor)]
    pub fn new() -> AbortController;
    /// Its signal, for `fetch`.
    #[wasm_bindgen(method, getter)]
    pub fn signal(this: &AbortController) -> JsValue;
    /// Tells `fetch` to stop.
    #[wasm_bindgen(method)]
    pub fn abort(this: &AbortController);
}

/// Runs a function later. `setTimeout` fires at once above 2^31 - 1, hence the cap.
pub fn later(run: &JsValue, milliseconds: f64) -> JsValue {
    set_timeout(run, milliseconds.clamp(0.0, 2_147_483_647.0))
}

/// Keeps the host from sending a request again by itself. Deno does, when a connection breaks, unless
/// the body is a stream; no other host is known to, for which there is a way.
pub fn send_once(fetch: &Function, init: &JsValue) {
    let fetch: &JsValue = fetch;
    if get(&global(), "Deno").is_object() && get(&global(), "fetch") == *fetch {
        let body = get(init, "body");
        let text = if body.is_undefined() { JsValue::from_str("") } else { body };
        set(init, "body", &Blob::new_blob(&array([text])).stream());
        set(init, "duplex", &JsValue::from_str("half"));
    }
}

/// The global object.
pub fn global() -> JsValue {
    GLOBAL.with(JsValue::clone)
}

/// `JSON.parse`, from and to the host: the text does not enter the wasm.
pub fn parse(text: &JsValue) -> Result<JsValue, JsValue> {
    json_parse(text).map(|value| value.map_or(JsValue::NULL, JsValue::from))
}

/// A field of any object; undefined where there is none or reading it throws.
pub fn get(object: &JsValue, name: &str) -> JsValue {
    // Of anything else the host would throw, which is slow and leaves a slot: see above.
    if !object.is_object() && !object.is_function() {
        return JsValue::UNDEFINED;
    }
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// Whether an object bears a mark: the registered symbol of this name, set to true.
pub fn is_marked(object: &JsValue, mark: &str) -> bool {
    Reflect::get(object, &Symbol::for_(mark)).is_ok_and(|marked| marked.is_truthy())
}

/// Sets a field of an object of our own.
pub fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Fails on frozen objects and proxies only; ours are neither.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// A function among the fields of an object.
pub fn method(object: &JsValue, name: &str) -> Option<Function> {
    get(object, name).dyn_into().ok()
}

/// A new, empty object.
pub fn object() -> JsValue {
    Object::new().into()
}

/// A new object in which any name is a field, `__proto__` too.
pub fn bare_object() -> JsValue {
    object_create(&JsValue::NULL)
}

/// The fields of an object as `JSON.stringify` would write them, or what reading them threw.
pub fn entries(object: &JsValue) -> Result<Vec<(String, JsValue)>, JsValue> {
    let mut entries = Vec::new();
    for pair in object_entries(object)?.iter() {
        let pair: Array = pair.unchecked_into();
        entries.push((pair.get(0).as_string().unwrap_or_default(), written(pair.get(1))?));
    }
    Ok(entries)
}

/// The entries of an array as `JSON.stringify` would write them, or what reading them threw.
pub fn items(array: &JsValue) -> Result<Vec<JsValue>, JsValue> {
    let length = get(array, "length").as_f64().unwrap_or_default();
    // One of four billion holes is made by a slip, and would fill the memory.
    if length > 1e6 {
        return Err(JsValue::from_str("it has more than a million entries"));
    }
    let mut items = Vec::new();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    for index in 0..length as u32 {
        items.push(written(Reflect::get_u32(array.unchecked_ref(), index)?)?);
    }
    Ok(items)
}

/// What is written in place of a value: what its `toJSON` answers. A `Date` is told apart elsewhere.
fn written(value: JsValue) -> Result<JsValue, JsValue> {
    if !value.is_object() || value.is_instance_of::<Date>() {
        return Ok(value);
    }
    method(&value, "toJSON").map_or(Ok(value.clone()), |to_json| to_json.call0(&value))
}

/// Whether it is an array; a proxy that has been revoked is none.
pub fn is_array(value: &JsValue) -> bool {
    array_is_array(value).unwrap_or_default()
}

/// The beginning of a string, so many letters of it, without copying the rest; empty where it is none.
pub fn beginning(value: &JsValue, most: u32) -> String {
    if value.is_string() { value.unchecked_ref::<JsString>().slice(0, most).into() } else { String::new() }
}

/// A string without a secret in it; anything else as it is.
pub fn without(value: &JsValue, secret: &str) -> JsValue {
    if value.is_string() {
        value.unchecked_ref::<JsString>().split(secret).join("[the key]").into()
    } else {
        value.clone()
    }
}

/// What was thrown, in words, without running code of the thrown thing more than once.
pub fn words(thrown: &JsValue) -> String {
    let message = if thrown.is_string() { thrown.clone() } else { get(thrown, "message") };
    if message.is_string() { beginning(&message, 500) } else { "no reason given".to_owned() }
}

/// Whether `Intl` knows the time zone; true where there is no `Intl` to ask.
pub fn is_time_zone(name: &str) -> bool {
    if name.starts_with(['+', '-']) {
        return false;
    }
    if get(&global(), "Intl").is_undefined() {
        return true;
    }
    let options = object();
    set(&options, "timeZone", &JsValue::from_str(name));
    date_time_format("en", &options).is_ok()
}

/// An array of values.
pub fn array(values: impl IntoIterator<Item = JsValue>) -> Array {
    values.into_iter().collect()
}
