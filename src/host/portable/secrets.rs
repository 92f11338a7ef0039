//! The secrets in the headers that were sent, found in a text however they are escaped.

use js_sys::{Array, JsString};
use wasm_bindgen::prelude::*;

use super::encode::object_entries;
use super::get;
use crate::text;

/// Replaces a secret.
const REDACTED: &str = "[redacted]";

/// Anything shorter is not a secret: it could be an ordinary word.
const MIN_SECRET_LENGTH: usize = 8;

/// Parts of the names of headers whose value is a secret.
const SECRET_HEADERS: [&str; 15] = [
    "auth",
    "cookie",
    "key",
    "token",
    "secret",
    "pass",
    "pwd",
    "session",
    "jwt",
    "assertion",
    "credential",
    "signature",
    "bearer",
    "dpop",
    "hmac",
];

/// The secrets without escapes, as UTF-16 in order.
pub(super) type Secrets = Vec<Vec<u16>>;

/// Redacts the secrets in a text; returns anything else unchanged.
pub(super) fn redact_all(value: &JsValue, secrets: &Secrets) -> JsValue {
    let Some(text) = value.as_string() else { return value.clone() };
    let (whole, lower) = (value.unchecked_ref::<JsString>(), lower_case(&text));
    let slice = |from: usize, to: usize| {
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        whole.slice(place(from), place(to))
    };
    let mut clean = JsString::from("");
    let (mut at, mut done) = (0, 0);
    while at < lower.len() {
        let start = at;
        // Backslashes belong to what they escape. A long run of them is read once.
        at = read(&lower, at).begin;
        at = match end_of_secret(&lower, at, secrets) {
            Some(end) => {
                clean = clean.concat(&slice(done, start)).concat(&JsValue::from_str(REDACTED));
                done = end;
                end
            }
            None => at.saturating_add(1),
        };
    }
    if done == 0 { value.clone() } else { clean.concat(&slice(done, lower.len())).into() }
}

/// A text in lower case, of the same length: no other letter has a longer one.
fn lower_case(text: &str) -> Vec<u16> {
    let text = JsString::from(text.replace('\u{130}', "i")).to_lower_case();
    String::from(text).encode_utf16().collect()
}

/// A character, where it begins after its backslashes, and where it ends.
struct Read {
    unit: Option<u16>,
    begin: usize,
    end: usize,
}

/// Reads a character of a text in lower case, however often it is escaped: `\/`, `%2f`, `%252f`, `\u002f`.
fn read(text: &[u16], at: usize) -> Read {
    let mut found = Read { unit: text.get(at).copied(), begin: at, end: at.saturating_add(1) };
    loop {
        let length = match found.unit.and_then(|unit| u8::try_from(unit).ok()) {
            Some(b'\\') => {
                found = Read {
                    unit: text.get(found.end).copied(),
                    begin: found.end,
                    end: found.end.saturating_add(1),
                };
                continue;
            }
            Some(b'%') => 2,
            Some(b'u') => 4,
            _ => return found,
        };
        let end = found.end.saturating_add(length);
        let digits = text.get(found.end..end).and_then(|digits| String::from_utf16(digits).ok());
        let digits = digits.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let Some(Ok(unit)) = digits.map(|digits| u16::from_str_radix(&digits, 16)) else { return found };
        // A header has no others with a lower case.
        let is_upper = matches!(unit, 0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde);
        found.unit = Some(if is_upper { unit.saturating_add(32) } else { unit });
        found.end = end;
    }
}

/// Where the secret that starts here ends, however it is escaped: in JSON, in JSON within JSON, in a URL. A server or a limit
/// may have cut it off: the beginning is enough, after a word such as `Bearer`.
fn end_of_secret(text: &[u16], start: usize, secrets: &Secrets) -> Option<usize> {
    let first = read(text, start);
    let begin = [first.unit?, read(text, first.end).unit?];
    let from = secrets.partition_point(|secret| secret.as_slice() < begin.as_slice());
    let candidates = secrets.get(from..)?.iter().take_while(|secret| secret.starts_with(&begin));
    let mut found = None;
    for secret in candidates {
        let (mut at, mut length) = (start, 0_usize);
        while let Some(unit) = secret.get(length) {
            let next = read(text, at);
            if next.unit != Some(*unit) {
                break;
            }
            (at, length) = (next.end, length.saturating_add(1));
        }
        let word =
            secret.iter().position(|unit| *unit == u16::from(b' ')).map_or(0, |at| at.saturating_add(1));
        if length == secret.len() || length >= MIN_SECRET_LENGTH.saturating_add(word) {
            found = found.max(Some(at));
        }
    }
    found
}

/// The secrets in the headers of all attempts: whole values, and parts of them that may be the secret.
pub(super) fn secrets_of(sent: &Array) -> Secrets {
    let mut secrets = Secrets::new();
    for headers in sent.iter() {
        for pair in object_entries(&headers).unwrap_or_default().iter() {
            let name = get(&pair, "0").as_string().unwrap_or_default();
            let value = get(&pair, "1").as_string().unwrap_or_default();
            if !SECRET_HEADERS.iter().any(|part| text::contains(&name, part)) {
                continue;
            }
            add(&mut secrets, value.trim());
            let is_of_token = |letter: char| letter.is_ascii_alphanumeric() || "_.~+/%-".contains(letter);
            value.split(|letter| !is_of_token(letter)).for_each(|part| add(&mut secrets, part));
            for pair in value.split(|letter: char| letter.is_whitespace() || ";,\"'<>".contains(letter)) {
                add(&mut secrets, pair.split_once(['=', ':']).map_or(pair, |(_, part)| part));
            }
        }
    }
    secrets
}

/// Adds a secret, without its escapes and backslashes, and in UTF-8, as a URL has it.
fn add(secrets: &mut Secrets, secret: &str) {
    if secret.encode_utf16().count() < MIN_SECRET_LENGTH {
        return;
    }
    for form in [secret.to_owned(), secret.bytes().map(char::from).collect()] {
        let (text, mut plain, mut at) = (lower_case(&form), Vec::new(), 0);
        while at < text.len() {
            let next = read(&text, at);
            plain.extend(next.unit);
            at = next.end;
        }
        // With less between the escapes, it would be found anywhere.
        if let (true, Err(place)) = (plain.len() >= MIN_SECRET_LENGTH / 2, secrets.binary_search(&plain)) {
            secrets.insert(place, plain);
        }
    }
}
