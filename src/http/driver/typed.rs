//! From values of the host to Rust types.

use serde::de::DeserializeOwned;
use serde_json::Value;
use wasm_bindgen::JsValue;

use crate::error::{Error, ErrorKind, Outcome};
use crate::host;
use crate::http::decode::Decoded;
use crate::text;

/// Reads the data of a response. The request was delivered and its response is complete: what cannot be read is
/// an error that says so, and nothing that may be retried.
pub(super) fn read<T: DeserializeOwned>(decoded: &Decoded) -> Result<T, Error> {
    let json = written(decoded)?;
    serde_json::from_str(&json).or_else(|error| {
        // An empty body arrives as an object without fields: of a type that may be nothing, it is that.
        let nothing = (json == "{}").then(|| serde_json::from_str("null").ok()).flatten();
        nothing.ok_or_else(|| misfit(decoded, &json, &error))
    })
}

/// The items of a page or of a stream, and those that do not fit their type.
pub(super) fn read_items<T: DeserializeOwned>(decoded: &Decoded) -> Result<(Vec<T>, Vec<Value>), Error> {
    let all: Vec<Value> = read(decoded)?;
    let (mut items, mut skipped) = (Vec::new(), Vec::new());
    for value in all {
        match T::deserialize(&value) {
            Ok(item) => items.push(item),
            Err(_) => skipped.push(value),
        }
    }
    Ok((items, skipped))
}

/// Reads an item of a list that was read as values.
pub(super) fn item<T: DeserializeOwned>(value: &Value) -> Result<T, Error> {
    T::deserialize(value).map_err(|_| {
        let message = "an item of the list is not what is documented";
        Error::new(ErrorKind::Response, message).with_outcome(Outcome::Unknown)
    })
}

fn written(decoded: &Decoded) -> Result<String, Error> {
    let text = host::stringify(&decoded.data)
        .map_err(|thrown| unreadable(decoded, &host::describe_thrown(&thrown, &decoded.sent)))?;
    let text = text.as_string().ok_or_else(|| unreadable(decoded, "it cannot be written as JSON"))?;
    Ok(without_surrogates(text))
}

/// JSON in which unpaired surrogates, which a Rust string cannot have, are replaced as everywhere. The host writes only those as
/// `\ud83d`.
fn without_surrogates(json: String) -> String {
    if !text::contains(&json, "\\ud") {
        return json;
    }
    let mut parts = json.split('\\');
    let mut text = parts.next().unwrap_or_default().to_owned();
    while let Some(part) = parts.next() {
        text.push('\\');
        if part.is_empty() {
            // A backslash that is one.
            text.push('\\');
            text.push_str(parts.next().unwrap_or_default());
        } else if let Some(rest) = part.strip_prefix("ud").and_then(|rest| rest.get(3..)) {
            text.push_str("ufffd");
            text.push_str(rest);
        } else {
            text.push_str(part);
        }
    }
    text
}

fn unreadable(decoded: &Decoded, why: &str) -> Error {
    let message = text::concat(&["the response is not what is documented: ", why]);
    let mut error = Error::new(ErrorKind::Response, message).with_outcome(Outcome::Unknown).of(decoded);
    if let Ok(json) = host::stringify(&decoded.data)
        && !json.is_undefined()
    {
        error.0.body = host::parse_redacted(&json, &decoded.sent);
    }
    error
}

/// A value that does not fit its type: its path and what it is. The text of serde is not kept: it quotes the value, which
/// may be a secret.
fn misfit(decoded: &Decoded, json: &str, error: &serde_json::Error) -> Error {
    let (path, what) = value_at(json, error.column());
    let path = host::redact(&JsValue::from_str(&path), &decoded.sent).as_string().unwrap_or_default();
    let text = error.to_string();
    let missing = text.strip_prefix("missing field `").and_then(|rest| rest.split_once('`'));
    let missing = missing.map(|(name, _)| name).filter(|name| is_plain(name));
    let it =
        if path.is_empty() { "it".to_owned() } else { text::concat(&["`", text::start(&path, 200), "`"]) };
    let without = missing.map_or_else(String::new, |name| text::concat(&[" without `", name, "`"]));
    unreadable(decoded, &text::concat(&[&it, " is ", what, &without]))
}

/// One step of a path; a name is `None` until its value begins.
enum Step<'a> {
    Name(Option<&'a str>),
    Index(i64),
}

/// The path of the value that begins or ends at a byte of serialized JSON, and what it is: `runs[1].minutes`, `a string`.
fn value_at(json: &str, end: usize) -> (String, &'static str) {
    let bytes = json.as_bytes();
    let mut path: Vec<Step<'_>> = Vec::new();
    let (mut at, mut name) = (0_usize, None);
    while at < end
        && let Some(byte) = bytes.get(at)
    {
        let start = at.saturating_add(1);
        at = start;
        match byte {
            b'"' => {
                at = end_of_string(bytes, start);
                name = json.get(start..at.saturating_sub(1));
            }
            b'{' => path.push(Step::Name(None)),
            b'[' => path.push(Step::Index(0)),
            b'}' | b']' => drop(path.pop()),
            b':' => path.last_mut().into_iter().for_each(|step| *step = Step::Name(name)),
            b',' => match path.last_mut() {
                Some(Step::Index(index)) => *index = index.saturating_add(1),
                Some(step) => *step = Step::Name(None),
                None => {}
            },
            _ => {}
        }
    }
    let what = if matches!(path.last(), Some(Step::Name(None))) {
        path.pop();
        "an object"
    } else if at > end {
        "a string"
    } else {
        let last = bytes.get(end).filter(|byte| matches!(byte, b'{' | b'['));
        match last.or_else(|| bytes.get(end.saturating_sub(1))) {
            Some(b'{' | b'}') => "an object",
            Some(b'[' | b']') => "an array",
            Some(b'"') => "a string",
            Some(b'e') => "a boolean",
            Some(b'l') => "null",
            _ => "a number",
        }
    };
    (written_path(&path), what)
}

/// Where a string ends that begins here, its quotes included.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    loop {
        match bytes.get(at) {
            Some(b'\\') => at = at.saturating_add(2),
            Some(b'"') | None => return at.saturating_add(1),
            Some(_) => at = at.saturating_add(1),
        }
    }
}

fn written_path(path: &[Step<'_>]) -> String {
    let mut written = String::new();
    for step in path {
        match step {
            Step::Index(index) => written.push_str(&text::concat(&["[", &text::integer(*index), "]"])),
            Step::Name(name) => {
                if !written.is_empty() {
                    written.push('.');
                }
                written.push_str(name.filter(|name| is_plain(name)).unwrap_or("…"));
            }
        }
    }
    written
}

/// Whether a name is one of a field: another may be a phone number or a text.
fn is_plain(name: &str) -> bool {
    name.len() <= 40 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

impl Error {
    /// With the status, the headers and the attempts of a response, and the time at which its request began.
    pub(super) fn of(mut self, decoded: &Decoded) -> Self {
        self.0.attempts = decoded.attempts;
        self.0.status = decoded.status;
        self.0.headers = host::redact_headers(&host::get(&decoded.response, "headers"), &decoded.sent);
        self.with_start(decoded.started_at)
    }
}
