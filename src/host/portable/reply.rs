//! The response: its status and its body.

use js_sys::{Array, JsString, Object, RegExp};
use wasm_bindgen::prelude::*;

use super::{array, beginning, define, get, method, object, own, stringify};
use crate::text;

#[wasm_bindgen]
extern "C" {
    // When an import throws, wasm-bindgen never frees the table slot of its return value, unless that is an `Option`.
    #[wasm_bindgen(js_namespace = JSON, js_name = parse, catch)]
    fn json_parse(text: &JsValue) -> Result<Option<Object>, JsValue>;
}

/// What a response is: its status; 0 if it is none; 1 for a redirect of which a browser shows nothing, 2 after one that
/// `fetch` followed, which a polyfill may show only by the host of its URL. Read by its
/// interface, so that a foreign `Response` or a mock is accepted. A text is a string, or undefined if the caller reads it.
#[must_use]
pub fn status_of(response: &JsValue, text: &JsValue, attempt: &JsValue) -> u16 {
    if get(response, "type").as_string().is_some_and(|kind| kind == "opaqueredirect") {
        return 1;
    }
    let redirected = get(response, "redirected");
    if redirected.is_truthy() || (redirected.is_undefined() && is_of_another_host(response, attempt)) {
        return 2;
    }
    let status = get(response, "status").as_f64().unwrap_or_default();
    let is_redirect = (300.0..400.0).contains(&status);
    if !(200.0..600.0).contains(&status) || !(is_redirect || text.is_string() || text.is_undefined()) {
        return 0;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let status = status as u16;
    status
}

fn is_of_another_host(response: &JsValue, attempt: &JsValue) -> bool {
    let host_of = |of: &JsValue| {
        // In lower case by the host: the tables of the standard library would be four kilobytes of an application.
        let url = String::from(get(of, "url").dyn_into::<JsString>().ok()?.to_lower_case());
        let (_, rest) = text::split_at_byte(&url, b':')?;
        let rest = rest.strip_prefix("//")?;
        let host = text::split_at(rest, |byte| matches!(byte, b'/' | b':' | b'?' | b'#'))
            .map_or(rest, |(host, _)| host);
        (!host.is_empty()).then(|| host.to_owned())
    };
    matches!((host_of(response), host_of(attempt)), (Some(from), Some(to)) if from != to)
}

/// `JSON.parse`.
pub(super) fn parse(text: &JsValue) -> Result<JsValue, JsValue> {
    json_parse(text).map(|value| value.map_or(JsValue::NULL, JsValue::from))
}

/// Parses JSON; white space only is an empty object. `trim` takes off a byte order mark, which not every host drops.
pub(crate) fn json_body(text: &JsValue) -> Result<Option<Object>, JsValue> {
    let text = text.unchecked_ref::<JsString>().trim();
    if text.length() == 0 { Ok(Some(Object::new())) } else { json_parse(&text) }
}

/// Parses NDJSON.
pub(crate) fn json_lines(text: &JsValue) -> Result<Option<Array>, JsValue> {
    let items = Array::new();
    for line in text.as_string().unwrap_or_default().split('\n') {
        let line = line.trim();
        if !line.is_empty() {
            items.push(&parse(&JsValue::from_str(line))?);
        }
    }
    Ok(Some(items))
}

/// Adds what stands next to the data in an envelope, such as `eta`, to the data, unless it has a field of that name. Null
/// becomes an object.
#[must_use]
pub fn add_siblings(data: &JsValue, body: &JsValue) -> JsValue {
    let data = if data.is_null() { object() } else { data.clone() };
    for name in Object::keys(body.unchecked_ref::<Object>()).iter().filter_map(|name| name.as_string()) {
        let ours = matches!(name.as_str(), "status" | "response" | "__proto__");
        if !ours && own(&data, &name).is_undefined() {
            define(&data, &name, &own(body, &name));
        }
    }
    data
}

/// A header of a response, read the way mocks have it too.
#[must_use]
pub fn header_of(response: &JsValue, name: &str) -> Option<String> {
    let headers = get(response, "headers");
    let value = match method(&headers, "get") {
        Some(read) => read.call1(&headers, &JsValue::from_str(name)).ok()?,
        None => get(&headers, name),
    };
    // Above what any server sends: a mock may have one that fills the memory.
    value.is_string().then(|| beginning(&value, 100_000))
}

/// An array of one value; an empty one without it.
#[must_use]
pub fn list_of_one(value: &JsValue) -> JsValue {
    array((!value.is_undefined()).then(|| value.clone())).into()
}

/// Whether a body has, however deep and in texts that are JSON, a field of one of these names, which have spaces in between.
/// In any case, with another separator or none for their underscores.
#[must_use]
pub fn mentions(body: &JsValue, names: &str) -> bool {
    if names.is_empty() || !body.is_string() {
        return false;
    }
    // Serialized again, a name is written in one way only.
    let text = parse(body).and_then(|parsed| stringify(&parsed)).unwrap_or_else(|_| body.clone());
    let mut any = String::new();
    for letter in names.chars() {
        match letter {
            ' ' => any.push('|'),
            '_' => any.push_str("[_ -]?"),
            letter => any.push(letter),
        }
    }
    // Quotes within a text are escaped; a dictionary of Python has others.
    let pattern = text::concat(&[r#"["']("#, &any, r#")\\*["']\s*:"#]);
    RegExp::new(&pattern, "i").test(&text.as_string().unwrap_or_default())
}
