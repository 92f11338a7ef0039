//! Small steps with values of the host, of which the others consist.

use js_sys::{Array, Function, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn host_set_timeout(run: &JsValue, milliseconds: f64) -> JsValue;

    /// Cancels a [`set_timeout`].
    #[wasm_bindgen(js_name = clearTimeout)]
    pub fn clear_timeout(timer: &JsValue);

    /// `JSON.stringify`.
    #[wasm_bindgen(js_namespace = JSON, catch)]
    pub fn stringify(value: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = Object, js_name = hasOwn, catch)]
    fn has_own(object: &JsValue, name: &str) -> Result<bool, JsValue>;

    /// Throws for a revoked proxy.
    #[wasm_bindgen(js_namespace = Array, js_name = isArray, catch)]
    fn array_is_array(value: &JsValue) -> Result<bool, JsValue>;

    #[wasm_bindgen(js_namespace = Object, js_name = create)]
    fn object_create(prototype: &JsValue) -> JsValue;

    #[wasm_bindgen(js_namespace = Object, js_name = getPrototypeOf, catch)]
    fn get_prototype(object: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(thread_local_v2, js_namespace = Object, js_name = prototype)]
    static OBJECT_PROTOTYPE: JsValue;

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

    /// Throws where the host does not have it, and for signals that are not the host's own.
    #[wasm_bindgen(js_namespace = AbortSignal, js_name = any, catch)]
    fn any_signal(signals: &Array) -> Result<Option<Object>, JsValue>;
}

/// A signal that fires when one of two does; the first one if they cannot be joined.
#[must_use]
pub fn join_signals(first: &JsValue, second: &JsValue) -> JsValue {
    let joined = any_signal(&array([first.clone(), second.clone()]));
    joined.ok().flatten().map_or_else(|| first.clone(), JsValue::from)
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

/// A field of any value; undefined if there is none, reading it throws, or it is from `Object.prototype`, to which any
/// script may have added it. Those of host objects are in prototypes, too.
#[must_use]
pub fn get(object: &JsValue, name: &str) -> JsValue {
    // For anything else the host would throw, which is slow and leaks a slot: see above.
    if !object.is_object() && !object.is_function() || is_polluted(object, name) {
        return JsValue::UNDEFINED;
    }
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// Whether an object has a field only because `Object.prototype` has it.
fn is_polluted(object: &JsValue, name: &str) -> bool {
    OBJECT_PROTOTYPE.with(|prototype| {
        let has = |holder: &JsValue| has_own(holder, name).unwrap_or(true);
        if !has(prototype) {
            return false;
        }
        let mut holder = object.clone();
        while !has(&holder) {
            holder = get_prototype(&holder).unwrap_or_default();
        }
        holder == *prototype
    })
}

/// An own field of an object, not one of its prototype, which any script may have added; undefined if there is none
/// or reading it throws.
#[must_use]
pub fn own(object: &JsValue, name: &str) -> JsValue {
    let has = (object.is_object() || object.is_function()) && has_own(object, name).unwrap_or_default();
    if has { get(object, name) } else { JsValue::UNDEFINED }
}

/// Sets a field of an object that this crate created.
pub fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Fails only on frozen objects and proxies, which these are not.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// Defines a field of any name: setting it would call a setter that a page has added to `Object.prototype`, or fail where
/// that is frozen.
pub fn define(object: &JsValue, name: &str, value: &JsValue) {
    let descriptor = bare_object();
    set(&descriptor, "value", value);
    for flag in ["configurable", "writable", "enumerable"] {
        set(&descriptor, flag, &JsValue::TRUE);
    }
    // Fails only on frozen objects and proxies, which these are not.
    let _ = Reflect::define_property(
        object.unchecked_ref::<Object>(),
        &JsValue::from_str(name),
        descriptor.unchecked_ref(),
    );
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
