//! From Rust types to values of the host.

use js_sys::{Array, Map, Object};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
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
        // Maps stay maps: as an entry of an object, `__proto__` would change its prototype.
        let serializer = Serializer::json_compatible().serialize_maps_as_objects(false);
        let value = self.serialize(&serializer).map_err(|error| unsendable(&error.to_string()))?;
        with_objects(value)
    }
}

fn unsendable(why: &str) -> Error {
    Error::usage(text::concat(&["the params cannot be sent: ", why]))
}

/// A number where `serde_json/arbitrary_precision` is on, which a crate of the application may have turned on: a struct with
/// this field.
const NUMBER: &str = "$serde_json::private::Number";

/// A value with objects instead of maps, in which every name is a field, and with numbers instead of the structs for them.
fn with_objects(value: JsValue) -> Result<JsValue, Error> {
    if let Some(list) = value.dyn_ref::<Array>() {
        let items = list.iter().map(with_objects).collect::<Result<Array, Error>>()?;
        return Ok(items.into());
    }
    let entries = match (value.dyn_ref::<Map>(), value.dyn_ref::<Object>()) {
        (Some(map), _) => Array::from(map),
        (None, Some(object)) => Object::entries(object),
        (None, None) => return Ok(value),
    };
    let object = host::bare_object();
    for entry in entries.iter() {
        let entry: Array = entry.unchecked_into();
        let Some(name) = entry.get(0).as_string() else {
            return Err(unsendable("a map has a key that is not a string"));
        };
        let field = with_objects(entry.get(1))?;
        if name == NUMBER
            && let Some(number) = field.as_string()
        {
            return Ok(host::number(&number).into());
        }
        host::set(&object, &name, &field);
    }
    Ok(object)
}

/// A value that no check reads: JSON would have null for a number that is not finite.
///
/// # Errors
/// If there is such a number.
pub fn finite(value: JsValue) -> Result<JsValue, Error> {
    if is_finite(&value) { Ok(value) } else { Err(unsendable("a number is not finite")) }
}

fn is_finite(value: &JsValue) -> bool {
    if let Some(list) = value.dyn_ref::<Array>() {
        return list.iter().all(|item| is_finite(&item));
    }
    if value.is_object() {
        return Object::values(value.unchecked_ref()).iter().all(|field| is_finite(&field));
    }
    value.as_f64().is_none_or(f64::is_finite)
}

/// The fields of an option with those that it had before; of a name, the last one counts.
///
/// # Errors
/// If they are no fields.
pub fn added(option: &str, before: &JsValue, fields: &JsValue) -> Result<JsValue, Error> {
    if !fields.is_object() || fields.is_instance_of::<Array>() {
        return Err(Error::usage(text::concat(&[
            option,
            ": expected fields, as those of a map or a struct",
        ])));
    }
    let all = host::bare_object();
    for source in [before, fields].into_iter().filter(|source| source.is_object()) {
        for entry in Object::entries(source.unchecked_ref()).iter() {
            let entry: Array = entry.unchecked_into();
            host::set(&all, &entry.get(0).as_string().unwrap_or_default(), &entry.get(1));
        }
    }
    Ok(all)
}
