//! The secrets in the headers that were sent, found in a text however they are escaped.

use std::iter;

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
const SECRET_HEADERS: [&str; 17] = [
    "cookie",
    "key",
    "token",
    "secret",
    "pass",
    "pwd",
    "session",
    "jwt",
    "assertion",
    "cred",
    "signature",
    "bearer",
    "dpop",
    "hmac",
    "csrf",
    "xsrf",
    "saml",
];

/// The same as whole words: they are parts of ordinary ones.
const SECRET_WORDS: [&str; 13] = [
    "cert",
    "mfa",
    "nonce",
    "otp",
    "pin",
    "principal",
    "psk",
    "seed",
    "sid",
    "sig",
    "sso",
    "ticket",
    "vault",
];

/// What precedes a secret, and is none.
const SCHEMES: [&str; 3] = ["basic ", "bearer ", "digest "];

/// The secrets of a request.
#[derive(Default)]
pub(super) struct Secrets {
    /// Their whole values, without what precedes them.
    whole: Vec<String>,
    /// Their parts, without escapes and as they stand, in order: every run of 8 characters, so that any beginning, middle or end of a secret
    /// is found.
    parts: Vec<Vec<u16>>,
}

/// The maximum length of a text that is searched: all requests of a process wait for it.
const MAX_LENGTH: u32 = 4_000_000;

/// Whether a text is too long to be searched.
pub(super) fn is_too_long(text: &JsValue) -> bool {
    text.is_string() && text.unchecked_ref::<JsString>().length() > MAX_LENGTH
}

/// Redacts the secrets in a text; returns anything else unchanged.
pub(super) fn redact_all(value: &JsValue, secrets: &Secrets) -> JsValue {
    if is_too_long(value) {
        return JsValue::from_str(REDACTED);
    }
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
        at = read(&lower, at, false).begin;
        let end = FORMS.map(|is_raw| end_of_part(&lower, at, secrets, is_raw)).into_iter().max().unwrap_or(0);
        at = at.saturating_add(1);
        if end <= done {
            continue;
        }
        // Parts overlap.
        if start >= done {
            let before = lower.get(done..start).unwrap_or_default();
            let start = start.saturating_sub(scheme_at_end(before));
            clean = clean.concat(&slice(done, start)).concat(&JsValue::from_str(REDACTED));
        }
        done = end;
    }
    if done == 0 { value.clone() } else { clean.concat(&slice(done, lower.len())).into() }
}

/// The same in serialized JSON. A word that is the name of a field stays, even if it is a part of a cookie: it may be that
/// of the id of what was created.
pub(super) fn redact_body(json: &JsValue, secrets: &Secrets) -> JsValue {
    let text = json.as_string().unwrap_or_default();
    let mut clean = String::new();
    let mut done = 0;
    for at in places(&text, "\":") {
        let before = text.get(done..at).unwrap_or_default();
        let Some((rest, name)) = before.rsplit_once('"') else { continue };
        let is_word = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_');
        if is_word && !secrets.whole.iter().any(|secret| text::contains(name, secret)) {
            clean.push_str(&redact_text(rest, secrets));
            clean.push('"');
            clean.push_str(name);
            done = at;
        }
    }
    clean.push_str(&redact_text(text.get(done..).unwrap_or_default(), secrets));
    JsValue::from_str(&clean)
}

/// Where a part of a text begins, each time. The search of the standard library would be a kilobyte of an application.
fn places(text: &str, part: &str) -> impl Iterator<Item = usize> {
    let windows = text.as_bytes().windows(part.len()).enumerate();
    windows.filter(|(_, window)| *window == part.as_bytes()).map(|(at, _)| at)
}

fn redact_text(text: &str, secrets: &Secrets) -> String {
    redact_all(&JsValue::from_str(text), secrets).as_string().unwrap_or_default()
}

/// How long the word is at the end of a text that precedes a secret.
fn scheme_at_end(text: &[u16]) -> usize {
    let is_at_end = |scheme: &&str| text.ends_with(&scheme.encode_utf16().collect::<Vec<_>>());
    SCHEMES.iter().find(|scheme| is_at_end(scheme)).map_or(0, |scheme| scheme.len())
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

/// As they stand, too: a key may have a `u` before four digits.
const FORMS: [bool; 2] = [false, true];

/// Reads a character of a text in lower case, however often it is escaped: `\/`, `%2f`, `%252f`, `\u002f`; as it stands if it
/// `is_raw`.
fn read(text: &[u16], at: usize, is_raw: bool) -> Read {
    let mut found = Read { unit: text.get(at).copied(), begin: at, end: at.saturating_add(1) };
    if is_raw {
        return found;
    }
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

/// Where a part of a secret that begins here ends, however it is escaped; 0 if there is none.
fn end_of_part(text: &[u16], start: usize, secrets: &Secrets, is_raw: bool) -> usize {
    let (mut part, mut at, mut found) = (Vec::with_capacity(MIN_SECRET_LENGTH), start, 0);
    while part.len() < MIN_SECRET_LENGTH {
        let next = read(text, at, is_raw);
        let Some(unit) = next.unit else { break };
        part.push(unit);
        at = next.end;
        if part.len() >= MIN_SECRET_LENGTH / 2 {
            match secrets.parts.binary_search(&part) {
                Ok(_) => found = at,
                Err(place) if !secrets.parts.get(place).is_some_and(|next| next.starts_with(&part)) => break,
                Err(_) => {}
            }
        }
    }
    found
}

/// Whether the value of a header of this name is a secret. That of `x-author` is none.
fn is_secret(name: &str) -> bool {
    SECRET_HEADERS.iter().any(|part| text::contains(name, part))
        || name.split('-').any(|word| SECRET_WORDS.contains(&word))
        || places(name, "auth").any(|at| !matches!(name.get(at.saturating_add(4)..), Some("or" | "ors")))
}

/// The secrets in the headers of all attempts.
pub(super) fn secrets_of(sent: &Array) -> Secrets {
    let mut secrets = Secrets::default();
    for headers in sent.iter() {
        for pair in object_entries(&headers).unwrap_or_default().iter() {
            let name = get(&pair, "0").as_string().unwrap_or_default();
            let value = get(&pair, "1").as_string().unwrap_or_default();
            if is_secret(&name) {
                add(&mut secrets, value.trim());
            }
        }
    }
    secrets
}

/// Adds a secret, without its escapes and backslashes, and in UTF-8, as a URL has it.
fn add(secrets: &mut Secrets, secret: &str) {
    let length = |text: &str| text.encode_utf16().count();
    let is_scheme =
        |scheme: &&&str| secret.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let scheme = SCHEMES.iter().find(is_scheme).map_or(0, |scheme| scheme.len());
    let bare = secret.get(scheme..).unwrap_or(secret).trim_ascii_start();
    let secret = if length(bare) < MIN_SECRET_LENGTH { secret } else { bare };
    if length(secret) < MIN_SECRET_LENGTH || secrets.whole.iter().any(|known| known == secret) {
        return;
    }
    secrets.whole.push(secret.to_owned());
    let utf8: String = secret.bytes().map(char::from).collect();
    for (form, is_raw) in [(secret, false), (secret, true), (&utf8, false)] {
        let (text, mut plain, mut at) = (lower_case(form), Vec::new(), 0);
        while at < text.len() {
            let next = read(&text, at, is_raw);
            plain.extend(next.unit);
            at = next.end;
        }
        // With less between the escapes, it would be found anywhere.
        if plain.len() >= MIN_SECRET_LENGTH / 2 {
            let first = plain.get(..MIN_SECRET_LENGTH).unwrap_or(&plain);
            for part in iter::once(first).chain(plain.windows(MIN_SECRET_LENGTH).skip(1)) {
                // In order as they come: sorting would be a kilobyte of an application.
                if let Err(place) = secrets.parts.binary_search_by(|known| known.as_slice().cmp(part)) {
                    secrets.parts.insert(place, part.to_vec());
                }
            }
        }
    }
}
