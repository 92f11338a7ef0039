//! From Rust types to values of the host.

use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::error::Error;
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
        self.serialize(&serializer)
            .map_err(|error| Error::usage(text::concat(&["the params cannot be sent: ", &error.to_string()])))
    }
}
