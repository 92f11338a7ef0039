//! What came back, read structurally: a foreign `Response` or a mock will do.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::failure;
use crate::error::Error;
use crate::host;

/// What came back.
pub struct Reply {
    /// The status, from 200 to 599.
    pub status: u16,
    /// The host's response object.
    pub response: JsValue,
    /// The body, as text of the host's; undefined where the caller reads it.
    pub text: JsValue,
}

/// Reads a response; a redirect and what is no response are errors.
pub fn read(sent: &Array, response: JsValue, text: JsValue) -> Result<Reply, Error> {
    match host::status_of(&response, &text) {
        0 => Err(failure::not_a_response(&response)),
        // A browser shows nothing of a redirect it did not follow.
        1 => Err(failure::redirect(sent, &response, 0)),
        status @ 300..400 => Err(failure::redirect(sent, &response, status)),
        status => Ok(Reply { status, response, text }),
    }
}
