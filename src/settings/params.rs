//! From Rust types to values of the host.

use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use serde_json::Number;
use wasm_bindgen::{JsCast, JsValue};

use crate::error::Error;
use crate::host;
use crate::text;

/// What can be sent: everything serde can write.
pub trait Params {
    /// As a value of the host.
    ///
    /// # Errors
    /// Where it has no form in JSON: an integer that a JavaScript number cannot hold, a map whose keys are no strings.
    fn to_js(&self) -> Result<JsValue, Error>;
}

impl<T: Serialize> Params for T {
    fn to_js(&self) -> Result<JsValue, Error> {
        let serializer = serde_wasm_bindgen::Serializer::json_compatible();
        let value = self.serialize(&serializer);
        // A crate of the application may have turned on `serde_json/arbitrary_precision`, by which a number is a struct.
        let is_struct = Number::from(1).serialize(&serializer).is_ok_and(|one| one.is_object());
        value
            .map(|value| if is_struct { with_numbers(value) } else { value })
            .map_err(|error| Error::usage(text::concat(&["the params cannot be sent: ", &error.to_string()])))
    }
}

/// The name of the field of such a struct.
const NUMBER: &str = "$serde_json::private::Number";

/// A value with numbers instead of the structs that stand for them.
fn with_numbers(value: JsValue) -> JsValue {
    if let Some(list) = value.dyn_ref::<Array>() {
        return list.iter().map(with_numbers).collect::<Array>().into();
    }
    let Some(object) = value.dyn_ref::<Object>() else { return value };
    if let Some(number) = host::get(object, NUMBER).as_string() {
        return host::number(&number).into();
    }
    for name in Object::keys(object) {
        // It cannot fail: the object is our own.
        let _ =
            Reflect::get(object, &name).and_then(|field| Reflect::set(object, &name, &with_numbers(field)));
    }
    value
}

/// A value that no check reads: JSON would have null for a number that is not finite.
///
/// # Errors
/// If there is such a number.
pub fn finite(value: JsValue) -> Result<JsValue, Error> {
    if is_finite(&value) {
        Ok(value)
    } else {
        Err(Error::usage("the params cannot be sent: a number is not finite"))
    }
}

fn is_finite(value: &JsValue) -> bool {
    match (value.dyn_ref::<Array>(), value.dyn_ref::<Object>()) {
        (Some(list), _) => list.iter().all(|item| is_finite(&item)),
        (None, Some(object)) => Object::values(object).iter().all(|field| is_finite(&field)),
        _ => value.as_f64().is_none_or(f64::is_finite),
    }
}
