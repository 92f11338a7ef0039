//! Redacts the secrets of a request, so that a response that repeats one does not bring it into an error. Texts are
//! redacted before they are truncated: a truncated secret is not found.

use js_sys::{Array, Error, Reflect, Set};
use wasm_bindgen::prelude::*;

use super::encode::{is_plain, list_of, object_entries};
use super::proof::deepest;
use super::reply::parse;
use super::secrets::{Secrets, is_too_long, redact_all, redact_body, secrets_of};
use super::{beginning, get, is_array, method, set_text, stringify};
use crate::text;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Reflect, js_name = ownKeys, catch)]
    fn own_keys(object: &JsValue) -> Result<Option<Array>, JsValue>;

    #[wasm_bindgen(js_namespace = ["Object", "prototype", "toString"], js_name = call, catch)]
    fn tag_of(value: &JsValue) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Reflect, js_name = get, catch)]
    fn read_property(object: &JsValue, name: &JsValue) -> Result<JsValue, JsValue>;

    type Headers;
    #[wasm_bindgen(constructor, catch)]
    fn new_headers(pairs: &JsValue) -> Result<Headers, JsValue>;
}

/// The maximum number of properties that are read of an error and its causes.
const MAX_PROPERTIES: u32 = 1000;

/// The maximum length of a message that is quoted.
const MESSAGE_LENGTH: u32 = 500;

/// The fields of an error with other errors: of any, of an `AggregateError`, of a `SuppressedError`.
const CAUSES: [&str; 4] = ["cause", "errors", "error", "suppressed"];

/// Redacts the secrets in a text. Of a thrown value, returns a substitute if it has a secret.
#[must_use]
pub fn redact(value: &JsValue, sent: &Array) -> JsValue {
    let secrets = secrets_of(sent);
    if is_clean(value, &secrets, false) { redact_all(value, &secrets) } else { substitute(value, &secrets) }
}

/// Redacts the secrets in a body; parses it if it is JSON, however the secrets are escaped in it.
#[must_use]
pub fn parse_redacted(text: &JsValue, sent: &Array) -> JsValue {
    let secrets = secrets_of(sent);
    if is_too_long(text) {
        return redact_all(text, &secrets);
    }
    // Serialized again, a secret is escaped in one way only.
    let serialized = parse(text).and_then(|parsed| stringify(&parsed));
    match serialized.and_then(|text| parse(&redact_body(&text, &secrets))) {
        Ok(clean) => clean,
        Err(_) => redact_all(text, &secrets),
    }
}

/// The headers of a response: the host's own object, a redacted copy if it has a secret, or undefined if it cannot be
/// read. Those of a mock may be a Map or a plain object.
#[must_use]
pub fn redact_headers(headers: &JsValue, sent: &Array) -> JsValue {
    let pairs = if !headers.is_object() {
        return JsValue::UNDEFINED;
    } else if method(headers, "entries").is_some() {
        list_of(headers)
    } else if is_plain(headers) {
        object_entries(headers)
    } else {
        return JsValue::UNDEFINED;
    };
    let Ok(text) = pairs.and_then(|pairs| stringify(&pairs)) else { return JsValue::UNDEFINED };
    let clean = redact_all(&text, &secrets_of(sent));
    if clean == text {
        return headers.clone();
    }
    parse(&clean).and_then(|pairs| Headers::new_headers(&pairs)).map(JsValue::from).unwrap_or_default()
}

/// The message of a thrown value and, if it differs, that of its deepest cause.
#[must_use]
pub fn describe_thrown(thrown: &JsValue, sent: &Array) -> String {
    let secrets = secrets_of(sent);
    is_clean(thrown, &secrets, true);
    let (top, below) = (message_of(thrown, &secrets), message_of(&deepest(thrown), &secrets));
    if top == below { top } else { [&top, " (", &below, ")"].concat() }
}

/// The beginning of a text, redacted; none if it is not a text.
fn text_of(text: &JsValue, secrets: &Secrets) -> Option<String> {
    text.is_string().then(|| beginning(&redact_all(text, secrets), MESSAGE_LENGTH))
}

fn message_of(thrown: &JsValue, secrets: &Secrets) -> String {
    let message = if thrown.is_string() { thrown.clone() } else { get(thrown, "message") };
    text_of(&message, secrets).unwrap_or_else(|| "no reason given".to_owned())
}

/// Whether a value is an error, of any realm.
fn is_error(value: &JsValue) -> bool {
    let tag = || tag_of(value).unwrap_or_default();
    value.is_instance_of::<Error>() || text::contains(&tag(), "Error") || text::contains(&tag(), "Exception")
}

/// What is shown instead of an error from which a secret cannot be removed.
fn substitute(thrown: &JsValue, secrets: &Secrets) -> JsValue {
    let error = Error::new(&message_of(thrown, secrets));
    for name in ["name", "code"] {
        if let Some(text) = text_of(&get(thrown, name), secrets).filter(|text| !text.is_empty()) {
            set_text(&error, name, &text);
        }
    }
    error.into()
}

/// Whether no text of a thrown value and of what it has has a secret: its causes, the errors that it consists of, and what a
/// wrapper of `fetch` puts there, such as the options of the request. What is no error must be data, which is read as deep as it
/// is: a `Request` or a `Map` does not show what it has. With `is_ours`, secrets
/// are redacted in errors where possible: undici keeps what a server sent in `data`.
fn is_clean(thrown: &JsValue, secrets: &Secrets, is_ours: bool) -> bool {
    let (mut all, known) = (vec![thrown.clone()], Set::new(&JsValue::UNDEFINED));
    let (mut clean, mut left) = (true, MAX_PROPERTIES);
    while let Some(error) = all.pop() {
        // Its description is shown with it.
        if error.is_symbol() {
            return false;
        }
        if !(error.is_object() || error.is_function()) || known.has(&error) {
            continue;
        }
        known.add(&error);
        let is_data = !is_error(&error);
        // What cannot be read may have a secret.
        if is_data && !is_array(&error) && !is_plain(&error) {
            return false;
        }
        if get(&error, "length").as_f64().is_some_and(|length| length > left.into()) {
            return false;
        }
        let Ok(Some(names)) = own_keys(&error) else { return false };
        for name in ["message", "stack", "name"].into_iter().chain(CAUSES) {
            names.push(&JsValue::from_str(name));
        }
        for name in names.iter() {
            let Some(rest) = left.checked_sub(1) else { return false };
            left = rest;
            let Ok(text) = read_property(&error, &name) else {
                clean = false;
                continue;
            };
            clean &= redact_all(&name, secrets) == name;
            let redacted = redact_all(&text, secrets);
            if text.is_string() && redacted != text {
                clean = false;
                if is_ours && !is_data {
                    // Fails if it is read-only, which leaves it as it is.
                    let _ = Reflect::set(&error, &name, &redacted);
                }
            } else if is_data || !text.is_function() {
                // A function is printed as its name.
                all.push(text);
            }
        }
    }
    clean
}
