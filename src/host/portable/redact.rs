//! Redacts the secrets of a request, so that a response that repeats one does not bring it into an error. Texts are
//! redacted before they are truncated: a truncated secret is not found.

use js_sys::{Array, JsString, Reflect, RegExp};
use wasm_bindgen::prelude::*;

use super::encode::{list_of, object_entries};
use super::proof::{DEPTH, cause_of, deepest};
use super::reply::parse;
use super::{beginning, get, method, stringify};
use crate::text;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Object, js_name = getOwnPropertyNames, catch)]
    fn own_names(object: &JsValue) -> Result<Option<Array>, JsValue>;

    type Headers;
    #[wasm_bindgen(constructor, catch)]
    fn new_headers(pairs: &Array) -> Result<Headers, JsValue>;
}

/// Replaces a secret.
const REDACTED: &str = "[redacted]";

/// Anything shorter is not a secret: it could be an ordinary word.
const MIN_SECRET_LENGTH: usize = 8;

/// The maximum length of a message that is quoted.
const MESSAGE_LENGTH: u32 = 500;

/// Parts of the names of headers whose value is a secret.
const SECRET_HEADERS: [&str; 7] = ["auth", "cookie", "key", "token", "secret", "pass", "session"];

/// Redacts the secrets in a text; returns anything else unchanged.
#[must_use]
pub fn redact(text: &JsValue, sent: &Array) -> JsValue {
    redact_all(text, &secrets_of(sent))
}

/// Redacts the secrets in a body; parses it if it is JSON, however the secrets are escaped in it.
#[must_use]
pub fn parse_redacted(text: &JsValue, sent: &Array) -> JsValue {
    let secrets = secrets_of(sent);
    // Serialized again, a secret is escaped in one way only.
    let serialized = parse(text).and_then(|parsed| stringify(&parsed));
    match serialized.and_then(|text| parse(&redact_all(&text, &secrets))) {
        Ok(clean) => clean,
        Err(_) => redact_all(text, &secrets),
    }
}

/// The headers of a response: the host's own object, or a redacted copy if one contains a secret.
pub fn redact_headers(headers: &JsValue, sent: &Array) -> JsValue {
    if method(headers, "entries").is_none() {
        return headers.clone();
    }
    let Ok(pairs) = list_of(headers) else { return headers.clone() };
    let secrets = secrets_of(sent);
    let clean = Array::new();
    let mut differs = false;
    for pair in pairs.iter() {
        let value = get(&pair, "1");
        let redacted = redact_all(&value, &secrets);
        differs |= redacted != value;
        clean.push(&Array::of2(&get(&pair, "0"), &redacted));
    }
    if differs {
        Headers::new_headers(&clean).map_or_else(|_| headers.clone(), JsValue::from)
    } else {
        headers.clone()
    }
}

/// The message of a thrown value and, if it differs, that of its deepest cause.
#[must_use]
pub fn describe_thrown(thrown: &JsValue, sent: &Array) -> String {
    let secrets = secrets_of(sent);
    clean_errors(thrown, &secrets);
    let message_of = |error: &JsValue| {
        let message = if error.is_string() { error.clone() } else { get(error, "message") };
        let message = redact_all(&message, &secrets);
        if message.is_string() { beginning(&message, MESSAGE_LENGTH) } else { "no reason given".to_owned() }
    };
    let (top, below) = (message_of(thrown), message_of(&deepest(thrown)));
    if top == below { top } else { [&top, " (", &below, ")"].concat() }
}

/// Redacts the secrets in an error and its causes, which become causes: undici keeps what a server sent in `data`.
fn clean_errors(thrown: &JsValue, secrets: &[String]) {
    let mut error = thrown.clone();
    for _ in 0..=DEPTH {
        if !error.is_object() {
            break;
        }
        for name in own_names(&error).ok().flatten().unwrap_or_default().iter() {
            let text = Reflect::get(&error, &name).unwrap_or_default();
            let clean = redact_all(&text, secrets);
            if clean != text {
                // Fails if the error is frozen, which leaves it as it is.
                let _ = Reflect::set(&error, &name, &clean);
            }
        }
        error = cause_of(&error);
    }
}

fn redact_all(text: &JsValue, secrets: &[String]) -> JsValue {
    if !text.is_string() {
        return text.clone();
    }
    let mut clean = text.clone();
    for secret in secrets {
        clean = clean.unchecked_ref::<JsString>().replace_by_pattern(&pattern_of(secret), REDACTED).into();
    }
    for secret in secrets {
        clean = redact_truncated(clean, secret);
    }
    clean
}

/// Redacts the beginning of a secret at the end of a text that was truncated within it.
fn redact_truncated(text: JsValue, secret: &str) -> JsValue {
    let whole: &JsString = text.unchecked_ref();
    for most in (MIN_SECRET_LENGTH..secret.len()).rev() {
        let Some(part) = secret.get(..most) else { continue };
        if whole.ends_with(part, i32::try_from(whole.length()).unwrap_or(i32::MAX)) {
            let letters = u32::try_from(part.chars().count()).unwrap_or_default();
            let kept = whole.slice(0, whole.length().saturating_sub(letters));
            return kept.concat(&JsValue::from_str(REDACTED)).into();
        }
    }
    text
}

/// The secrets in the headers of all attempts, longest first, so that one that contains another is redacted whole.
fn secrets_of(sent: &Array) -> Vec<String> {
    let mut secrets = Vec::new();
    for headers in sent.iter() {
        for pair in object_entries(&headers).unwrap_or_default().iter() {
            let name = get(&pair, "0").as_string().unwrap_or_default();
            let value = get(&pair, "1").as_string().unwrap_or_default();
            if SECRET_HEADERS.iter().any(|part| text::contains(&name, part)) {
                let parts = value.split([' ', ';', ',', '=']);
                let long = parts.chain([value.as_str()]).filter(|secret| secret.len() >= MIN_SECRET_LENGTH);
                for secret in long {
                    // In order as they come: the library's sort is 4 KB.
                    let at = secrets.iter().position(|known: &String| known.len() < secret.len());
                    secrets.insert(at.unwrap_or(secrets.len()), secret.to_owned());
                }
            }
        }
    }
    secrets
}

/// Finds a secret however it is escaped: in JSON, in JSON within JSON, in a URL.
fn pattern_of(secret: &str) -> RegExp {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut pattern = String::new();
    for letter in secret.chars() {
        // What a header can have is below U+0100.
        if let (false, Ok(byte)) = (letter == '_' || letter.is_ascii_alphanumeric(), u8::try_from(letter)) {
            let digit = |value: u8| char::from(HEX.get(usize::from(value)).copied().unwrap_or(b'0'));
            let hex = String::from_iter([digit(byte >> 4), digit(byte & 15)]);
            pattern.push_str(&["\\\\{0,9}(\\u00", &hex, "|u00", &hex, "|%", &hex, ")"].concat());
        } else {
            pattern.push(letter);
        }
    }
    RegExp::new(&pattern, "gi")
}
