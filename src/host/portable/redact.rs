//! The secrets of a request: whoever repeats one in a response does not bring it into an error. Texts are redacted
//! whole, before anything is cut off them: a cut secret is not found any more.

use js_sys::{Array, JsString, Reflect};
use wasm_bindgen::prelude::*;

use super::super::{beginning, get, method, parse, stringify};
use super::proof::{DEPTH, cause_of, deepest};
use super::{list_of, object_entries};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Object, js_name = getOwnPropertyNames, catch)]
    fn own_names(object: &JsValue) -> Result<Option<Array>, JsValue>;

    type Headers;
    #[wasm_bindgen(constructor, catch)]
    fn new_headers(pairs: &Array) -> Result<Headers, JsValue>;
}

/// What stands in place of a secret.
const REDACTED: &str = "[redacted]";

/// What is shorter is no secret, and may be a word.
const SHORTEST: usize = 8;

/// How many letters of a foreign message are taken over.
const MESSAGE_LENGTH: u32 = 500;

/// Headers whose value is a secret, by a part of their name.
const SECRET_HEADERS: [&str; 7] = ["auth", "cookie", "key", "token", "secret", "pass", "session"];

/// A text without the secrets; anything else as it is.
pub fn redact(text: &JsValue, sent: &Array) -> JsValue {
    without(text, &secrets_of(sent))
}

/// A body without the secrets: parsed where it is JSON, however that wrote them.
pub fn parse_redacted(text: &JsValue, sent: &Array) -> JsValue {
    let secrets = secrets_of(sent);
    // Written anew, a secret is spelled in one way only.
    let written = parse(text).and_then(|parsed| stringify(&parsed));
    match written.and_then(|written| parse(&without(&written, &secrets))) {
        Ok(clean) => clean,
        Err(_) => without(text, &secrets),
    }
}

/// The headers of a response: the host's own object, or a copy where one repeats a secret.
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
        let redacted = without(&value, &secrets);
        differs |= redacted != value;
        clean.push(&Array::of2(&get(&pair, "0"), &redacted));
    }
    if differs {
        Headers::new_headers(&clean).map_or_else(|_| headers.clone(), JsValue::from)
    } else {
        headers.clone()
    }
}

/// What was thrown, in words, and what really went wrong where that is another.
pub fn describe_thrown(thrown: &JsValue, sent: &Array) -> String {
    let secrets = secrets_of(sent);
    clean_errors(thrown, &secrets);
    let words = |error: &JsValue| {
        let message = if error.is_string() { error.clone() } else { get(error, "message") };
        let message = without(&message, &secrets);
        if message.is_string() { beginning(&message, MESSAGE_LENGTH) } else { "no reason given".to_owned() }
    };
    let (top, below) = (words(thrown), words(&deepest(thrown)));
    if top == below { top } else { [&top, " (", &below, ")"].concat() }
}

/// Takes the secrets out of an error and its causes, which become causes: undici keeps what a server sent in `data`.
fn clean_errors(thrown: &JsValue, secrets: &[String]) {
    let mut error = thrown.clone();
    for _ in 0..=DEPTH {
        if !error.is_object() {
            break;
        }
        for name in own_names(&error).ok().flatten().unwrap_or_default().iter() {
            let text = Reflect::get(&error, &name).unwrap_or_default();
            let clean = without(&text, secrets);
            if clean != text {
                // A frozen error stays as it is.
                let _ = Reflect::set(&error, &name, &clean);
            }
        }
        error = cause_of(&error);
    }
}

fn without(text: &JsValue, secrets: &[String]) -> JsValue {
    if !text.is_string() {
        return text.clone();
    }
    let mut clean = text.clone();
    for secret in secrets {
        clean = clean.unchecked_ref::<JsString>().split(secret).join(REDACTED).into();
    }
    for secret in secrets {
        clean = without_cut_end(clean, secret);
    }
    clean
}

/// Where somebody else cut the text within a secret, its beginning stands at the end.
fn without_cut_end(text: JsValue, secret: &str) -> JsValue {
    let whole: &JsString = text.unchecked_ref();
    for most in (SHORTEST..secret.len()).rev() {
        let Some(part) = secret.get(..most) else { continue };
        if whole.ends_with(part, i32::try_from(whole.length()).unwrap_or(i32::MAX)) {
            let letters = u32::try_from(part.chars().count()).unwrap_or_default();
            let kept = whole.slice(0, whole.length().saturating_sub(letters));
            return kept.concat(&JsValue::from_str(REDACTED)).into();
        }
    }
    text
}

/// The secrets among the headers of all attempts, longest first: none is left in part where one holds another.
fn secrets_of(sent: &Array) -> Vec<String> {
    let mut secrets = Vec::new();
    for headers in sent.iter() {
        for pair in object_entries(&headers).unwrap_or_default().iter() {
            let name = get(&pair, "0").as_string().unwrap_or_default();
            let value = get(&pair, "1").as_string().unwrap_or_default();
            if SECRET_HEADERS.iter().any(|part| name.contains(part)) {
                let parts = value.split([' ', ';', ',', '=']);
                let long = parts.chain([value.as_str()]).filter(|secret| secret.len() >= SHORTEST);
                secrets.extend(long.flat_map(forms_of));
            }
        }
    }
    secrets.sort_by_key(|secret| core::cmp::Reverse(secret.len()));
    secrets
}

/// A secret as it is, as JSON writes it and JSON within JSON, and as a URL does.
fn forms_of(secret: &str) -> [String; 5] {
    let escaped = |text: &str| {
        let json = js_sys::JSON::stringify(&JsValue::from_str(text)).map(String::from).unwrap_or_default();
        json.get(1..json.len().saturating_sub(1)).unwrap_or_default().to_owned()
    };
    let inside = escaped(secret);
    let in_url = js_sys::encode_uri_component(secret).into();
    [secret.to_owned(), escaped(&inside), inside, secret.replace('/', "\\/"), in_url]
}
