//! What went wrong, in words that say what to do next, and what it means for the request.

use crate::text::{self, Glue as _};
use wasm_bindgen::JsValue;

use super::build::Request;
use super::error::{Error, ErrorKind, Outcome};
use super::reply::{Reply, header};
use super::{backoff, host};
use crate::client::config::Config;
use crate::schema::table::{self, Operation};
use crate::schema::value::{Kind, Value};

/// Codes that are given before a connection stands, so that nothing can have been delivered.
const NEVER_CONNECTED: &str = " ECONNREFUSED ENOTFOUND EAI_AGAIN UND_ERR_CONNECT_TIMEOUT ERR_INVALID_URL \
    ConnectionRefused FailedToOpenSocket ";

/// The function that knows the key failed.
pub fn key(thrown: JsValue) -> Error {
    let message = ["the apiKey function failed: ", &host::words(&thrown), "; nothing was sent"];
    Error::usage(message.glue()).because(thrown)
}

/// `fetch` failed, or the body broke off.
pub fn connection(thrown: JsValue) -> Error {
    let cause = host::get(&thrown, "cause");
    let below = if cause.is_object() { host::words(&cause) } else { String::new() };
    let mut message = ["no answer from the API: ", &host::words(&thrown)].glue();
    if !below.is_empty() {
        message.push_str(" (");
        message.push_str(&below);
        message.push(')');
    }
    let outcome = if never_connected(&thrown) { Outcome::NotSent } else { Outcome::Unknown };
    Error::new(ErrorKind::Connection, message).because(thrown).ended(outcome)
}

/// Whether the error says that no connection was made: by code in Node and Bun, in words in Deno.
/// Browsers do not say.
fn never_connected(thrown: &JsValue) -> bool {
    let mut error = thrown.clone();
    for _ in 0..3 {
        let word = |name: &str| host::beginning(&host::get(&error, name), 50);
        if text::is_among(NEVER_CONNECTED, &word("code")) || word("syscall") == "connect" {
            return true;
        }
        if text::contains(&host::words(&error), "client error (Connect)") {
            return true;
        }
        error = host::get(&error, "cause");
    }
    false
}

/// The time was up.
pub fn timeout(time: f64, sent: bool) -> Error {
    let message = ["no whole answer within ", &host::show(time), " ms (option timeout)"].glue();
    Error::new(ErrorKind::Timeout, message).ended(if sent { Outcome::Unknown } else { Outcome::NotSent })
}

/// The caller's signal fired.
pub fn abort(signal: &JsValue, sent: bool) -> Error {
    Error::new(ErrorKind::Abort, "aborted by its signal")
        .because(host::get(signal, "reason"))
        .ended(if sent { Outcome::Unknown } else { Outcome::NotSent })
}

/// The API, or what stands before it, sends elsewhere.
pub fn redirect(response: &JsValue, status: f64) -> Error {
    let location = header(response, "location").unwrap_or_default();
    // What follows the path may be a secret.
    let to = text::split_at_byte(&location, b'?').map_or(location.as_str(), |(to, _)| to);
    let to = if to.is_empty() { String::new() } else { [" to ", text::start(to, 200)].glue() };
    let message = [
        "redirected",
        &to,
        ", which is not followed: the key goes to baseURL and nowhere else. Is baseURL right?",
    ];
    let mut error = Error::new(ErrorKind::Api, message.glue()).ended(Outcome::Unknown);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    {
        error.status = status as u16;
    }
    error.headers = host::get(response, "headers");
    error
}

/// What `fetch` answered has no status or no text.
pub fn not_a_response(response: &JsValue) -> Error {
    let message = [
        "fetch did not answer with a Response but with ",
        &response.describe(),
        ": is the client option fetch a fetch?",
    ];
    Error::new(ErrorKind::Response, message.glue()).ended(Outcome::Unknown)
}

/// A good status with a body that is not JSON. What the parser threw is not kept: engines quote the text
/// in it, and the text may be a secret.
pub fn not_json(response: &JsValue, status: u16, text: &JsValue) -> Error {
    let what = if looks_like_html(text) { "an HTML page" } else { "something that is not whole JSON" };
    let message = [
        "the answer (status ",
        &host::show(status.into()),
        ") is ",
        what,
        ": is baseURL the API's, and is there a proxy in between? See error.body",
    ];
    let mut error = Error::new(ErrorKind::Response, message.glue());
    error.status = status;
    error.headers = host::get(response, "headers");
    error.body = text.clone();
    error.ended(Outcome::Unknown)
}

/// A good answer that lacks what was asked for.
pub fn nothing_in(operation: &Operation, response: &JsValue, status: u16) -> Error {
    let message = [operation.name, ": the answer holds nothing in ", operation.at, ": is the id right?"];
    let mut error = Error::new(ErrorKind::Response, message.glue()).ended(Outcome::Unknown);
    error.status = status;
    error.headers = host::get(response, "headers");
    error
}

/// `{"status": "error"}` under a good HTTP status.
pub fn error_in_success(config: &Config, reply: Reply, body: JsValue) -> Error {
    let mut error = status(config, reply);
    error.body = body;
    error.ended(Outcome::Unknown)
}

/// An error status.
pub fn status(config: &Config, reply: Reply) -> Error {
    let Reply { status, response, text } = reply;
    let body = host::parse(&text).unwrap_or_else(|_| text.clone());
    let mut message = host::show(status.into());
    let said = words_of(&body, 5);
    if !said.is_empty() {
        message.push(' ');
        message.push_str(&said);
    }
    let advice = advice(config, status);
    if !advice.is_empty() {
        message.push_str(": ");
        message.push_str(&advice);
    }
    // Only these say that the request was looked at and turned down.
    let refused = (400..500).contains(&status) && status != 408;
    let mut error =
        Error::new(ErrorKind::Api, message).ended(if refused { Outcome::Refused } else { Outcome::Unknown });
    error.status = status;
    error.code = code_of(&body);
    error.retry_after = header(&response, "retry-after").and_then(|wait| backoff::retry_after(&wait));
    error.headers = host::get(&response, "headers");
    error.body = body;
    error
}

fn advice(config: &Config, status: u16) -> String {
    match status {
        400 | 422 => "the API refused the params".to_owned(),
        401 => [
            "the key is wrong, or it is of another region than \"",
            &config.region,
            "\" (a key works only in its own: global, us or eu; client option region)",
        ]
        .glue(),
        403 => "this key may not do that".to_owned(),
        404 => "there is nothing of this id in the key's workspace and region".to_owned(),
        429 => "too many calls a second or at once".to_owned(),
        _ => String::new(),
    }
}

/// What an error body says: `detail` in its three forms, `message`, `error`, `response`, or text. It is
/// looked for so many levels deep.
fn words_of(body: &JsValue, levels: u8) -> String {
    if body.is_string() {
        return if looks_like_html(body) { "(an HTML page)".to_owned() } else { host::beginning(body, 200) };
    }
    let Some(levels) = levels.checked_sub(1) else { return String::new() };
    for name in ["detail", "message", "description", "error", "response", "answer", "msg"] {
        let said = host::get(body, name);
        match said.kind() {
            Kind::String => return host::beginning(&said, 1000),
            Kind::Object => return words_of(&said, levels),
            Kind::Array => {
                let mut lines = String::new();
                for entry in said.items().unwrap_or_default().iter().take(20) {
                    if !lines.is_empty() {
                        lines.push_str("; ");
                    }
                    line_of(&mut lines, entry, levels);
                }
                return lines;
            }
            _ => {}
        }
    }
    String::new()
}

/// One entry of a 422: `body.name: field required`.
fn line_of(lines: &mut String, entry: &JsValue, levels: u8) {
    let place = host::get(entry, "loc");
    if place.kind() == Kind::Array {
        let mut between = "";
        for step in place.items().unwrap_or_default().iter().take(20) {
            lines.push_str(between);
            lines.push_str(&step.as_f64().map_or_else(|| step.text(), host::show));
            between = ".";
        }
    }
    lines.push_str(": ");
    lines.push_str(&words_of(entry, levels));
}

/// The API's word for the error: the gateway's slug, or the category of a detail.
fn code_of(body: &JsValue) -> Option<String> {
    let detail = host::get(body, "detail");
    let words = [host::get(body, "error"), host::get(&detail, "category")];
    words.iter().find(|word| word.is_string()).map(|word| host::beginning(word, 200))
}

fn looks_like_html(text: &JsValue) -> bool {
    host::beginning(text, 100).trim_ascii_start().starts_with('<')
}

/// A `Retry-After` beyond what we wait for: the caller is told when to come back.
pub fn too_long(error: &mut Error, wait: f64) {
    let seconds = host::show((wait / 1000.0).ceil());
    let parts = ["; come back in ", &seconds, " s: longer than this client waits (option maxRetryAfter)"];
    error.message.push_str(&parts.glue());
}

/// Says what became of a request that must not be sent blindly again.
pub fn finish(request: &Request, error: &mut Error) {
    let operation = &request.operation;
    if operation.repeat != 2 || error.outcome != Outcome::Unknown {
        return;
    }
    let resource = text::split_at_byte(operation.name, b'.').map_or("", |(resource, _)| resource);
    let list = [resource, ".list"].glue();
    let what = if resource == "calls" { "the call may have been placed" } else { "it may have taken effect" };
    error.message.push_str("; ");
    error.message.push_str(what);
    if table::requests().operation(&list).is_some() {
        error.message.push_str("; look it up with ");
        error.message.push_str(&list);
        error.message.push_str(" before trying again");
    } else {
        error.message.push_str("; look it up before trying again");
    }
}
