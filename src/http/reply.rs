//! The response, read by its interface: a foreign `Response` or a mock is accepted.

use wasm_bindgen::JsValue;

/// A response.
pub struct Reply {
    /// The status, from 200 to 599.
    pub status: u16,
    /// The host's response object.
    pub response: JsValue,
    /// The body, as text of the host's; undefined where the caller reads it.
    pub text: JsValue,
}
