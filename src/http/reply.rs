//! What came back, read structurally: a foreign `Response` or a mock will do.

use wasm_bindgen::JsValue;

/// What came back.
pub struct Reply {
    /// The status, from 200 to 599.
    pub status: u16,
    /// The host's response object.
    pub response: JsValue,
    /// The body, as text of the host's; undefined where the caller reads it.
    pub text: JsValue,
}
