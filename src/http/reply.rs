//! What came back, read structurally: a foreign `Response` or a mock will do.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::failure;
use crate::error::Error;
use crate::host;
use crate::schema::value::{Kind, Value};

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
    let status = host::get(&response, "status").as_f64().unwrap_or_default();
    // A browser shows nothing of a redirect it did not follow: status 0.
    let opaque = host::get(&response, "type").text() == "opaqueredirect";
    if opaque || (300.0..400.0).contains(&status) {
        return Err(failure::redirect(sent, &response, status));
    }
    let readable = matches!(text.kind(), Kind::String | Kind::Undefined);
    if !readable || !(200.0..600.0).contains(&status) {
        return Err(failure::not_a_response(&response));
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Ok(Reply { status: status as u16, response, text })
}

/// A header of a response, read the way mocks have it too.
pub fn header(response: &JsValue, name: &str) -> Option<String> {
    let headers = host::get(response, "headers");
    let value = match host::method(&headers, "get") {
        Some(get) => get.call1(&headers, &JsValue::from_str(name)).ok()?,
        None => host::get(&headers, name),
    };
    value.as_string()
}
