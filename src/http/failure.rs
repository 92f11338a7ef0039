//! What went wrong, as a message that says what to do next, and what it means for the request.
//!
//! Length: one error after the other.

use crate::text;
use js_sys::Array;
use wasm_bindgen::JsValue;

use super::build::Request;
use super::reply::Reply;
use super::{backoff, redirect};
use crate::error::{Error, ErrorKind, Outcome};
use crate::host::{self, Kind, Value};
use crate::schema::ResponseKind;
use crate::schema::table::{self, Operation};
use crate::settings::config::Config;
use crate::settings::option_name;

/// What follows the name of an operation whose list repeats itself.
pub const REPEATED: &str = ": the response repeats an earlier page";

// `sent` holds the headers of all attempts: whoever repeats a secret of them does not bring it into an error.

/// The function that knows the key failed. Its error is not quoted: it may have a key that was never sent, or a part of one.
pub fn key() -> Error {
    Error::usage(option_name!(
        "the ",
        "apiKey function failed; its error is not shown, as it may contain a key: log it in the function",
        "api_key function failed; its error is not shown, as it may contain a key: log it in the function"
    ))
}

/// `fetch` failed, or the body broke off.
pub fn connection(sent: &Array, thrown: JsValue, outcome: Outcome) -> Error {
    let why = host::describe_thrown(&thrown, sent);
    let message = text::concat(&["no response from the API: ", &why]);
    Error::new(ErrorKind::Connection, message).with_cause(host::redact(&thrown, sent)).with_outcome(outcome)
}

/// The request timed out.
pub fn timeout(time: f64, sent: bool) -> Error {
    let message = text::concat(&[
        "no complete response within ",
        &host::number_to_string(time),
        " ms (option `timeout`)",
    ]);
    Error::new(ErrorKind::Timeout, message).with_outcome(if sent {
        Outcome::Unknown
    } else {
        Outcome::NotSent
    })
}

/// The caller's signal fired; `left` is whether the request may have been sent.
pub fn abort(sent: &Array, signal: &JsValue, left: bool) -> Error {
    Error::new(ErrorKind::Abort, "aborted by the caller's signal")
        .with_cause(host::redact(&host::get(signal, "reason"), sent))
        .with_outcome(if left { Outcome::Unknown } else { Outcome::NotSent })
}

/// The API, or what stands before it, sends elsewhere.
pub fn redirect(sent: &Array, response: &JsValue, status: u16, location: &str) -> Error {
    let location = host::redact(&JsValue::from_str(location), sent).as_string().unwrap_or_default();
    // What follows the path may be a secret, and so may what precedes the host.
    let to =
        text::split_at(&location, |byte| matches!(byte, b'?' | b'#')).map_or(location.as_str(), |(to, _)| to);
    let to = if text::contains(to, "@") { "" } else { to };
    let to = if to.is_empty() { String::new() } else { text::concat(&[" to ", text::start(to, 200)]) };
    let who = if status == redirect::FOLLOWED { ", which `fetch`" } else { ", which is not" };
    let message = ["redirected", &to, who, option_name!(" followed; check ", "baseURL", "base_url")];
    let status = if status < 300 { 0 } else { status };
    of_response(ErrorKind::Api, text::concat(&message), sent, status, response, JsValue::UNDEFINED)
}

/// An error that came with a response; the outcome is unknown.
fn of_response(
    kind: ErrorKind,
    message: String,
    sent: &Array,
    status: u16,
    response: &JsValue,
    body: JsValue,
) -> Error {
    let mut error = Error::new(kind, message).with_outcome(Outcome::Unknown);
    error.0.status = status;
    error.0.headers = host::redact_headers(&host::get(response, "headers"), sent);
    error.0.body = body;
    error
}

/// What `fetch` returned has no status or no text.
pub fn not_a_response(response: &JsValue) -> Error {
    let response = host::encode_fields(response);
    let message = ["`fetch` returned ", response.root().describe(), " instead of a Response"];
    Error::new(ErrorKind::Response, text::concat(&message)).with_outcome(Outcome::Unknown)
}

/// A good status with a body that is not JSON. What the parser threw is not kept: engines quote the text
/// in it, and the text may be a secret.
pub fn not_json(sent: &Array, response: &JsValue, status: u16, text: &JsValue) -> Error {
    let what = if is_html(host::encode_beginnings(text).root().text()) {
        "an HTML page"
    } else {
        "invalid or truncated JSON"
    };
    let message = [
        "the response (status ",
        &text::integer(status.into()),
        ") is ",
        what,
        option_name!(
            "; check ",
            "baseURL and any proxy in between, and see error.body",
            "base_url and any proxy in between, and see Error::body"
        ),
    ];
    of_response(ErrorKind::Response, text::concat(&message), sent, status, response, host::redact(text, sent))
}

/// A good response that lacks what was asked for.
pub fn nothing_in(operation: &Operation, sent: &Array, reply: Reply) -> Error {
    let end = if operation.response_kind == ResponseKind::Page { "`" } else { "`; check the id" };
    let message = [operation.name, ": the response has no `", operation.envelope_field, end];
    incomplete(sent, reply, text::concat(&message))
}

/// A page of a list that is an earlier one than was asked for: items would be lost, or the list would never end.
pub fn repeated(operation: &Operation, sent: &Array, reply: &Reply) -> Error {
    let message = text::concat(&[operation.name, REPEATED]);
    of_response(ErrorKind::Response, message, sent, reply.status, &reply.response, JsValue::UNDEFINED)
}

/// A good response to a creation that does not say what was created.
pub fn no_id(operation: &Operation, sent: &Array, reply: Reply) -> Error {
    let (first, _) = table::pair(operation.creates);
    let message = [operation.name, ": the response has no `", first, "`"];
    incomplete(sent, reply, text::concat(&message))
}

/// A good status with a body that is not what it should be; what it says stands in the message.
fn incomplete(sent: &Array, reply: Reply, mut message: String) -> Error {
    let body = host::parse_redacted(&reply.text, sent);
    append(&mut message, ": ", &message_of(host::encode_beginnings(&body).root(), 5));
    of_response(ErrorKind::Response, message, sent, reply.status, &reply.response, body)
}

/// Adds a text to a message, if there is any.
fn append(message: &mut String, before: &str, text: &str) {
    if !text.is_empty() {
        message.push_str(before);
        message.push_str(text);
    }
}

/// `{"status": "error"}` under a good HTTP status.
pub fn error_in_success(config: &Config, request: &Request, sent: &Array, reply: Reply) -> Error {
    status(config, request, sent, reply).with_outcome(Outcome::Unknown)
}

/// An error status.
pub fn status(config: &Config, request: &Request, sent: &Array, reply: Reply) -> Error {
    let Reply { status, response, text } = reply;
    let body = host::parse_redacted(&text, sent);
    let mut message = text::integer(status.into());
    let encoded = host::encode_beginnings(&body);
    let said = encoded.root();
    let what = message_of(said, 5);
    append(&mut message, " ", &what);
    append(&mut message, ": ", &advice(config, status, &what));
    // Only these say that the API looked at the request and refused it. What stands in between may have
    // delivered the request first: its pages say nothing.
    // From 440 on they are codes of proxies, such as 499: the client went, and the request may go on.
    // What holds the id of what was to be created says that it was created.
    let is_creation = !request.operation.creates.is_empty();
    // No 429 of the API has an id; a 422 quotes the params, which may.
    let others = match status {
        429 if request.is_non_idempotent => {
            "call_id call_ids id _id ids call calls call_status call_sid call_uuid sid queued batch_id message_id message_sid session_id simulation_session_id"
        }
        _ if is_creation => "call_id call_ids",
        _ => "",
    };
    let refused = (400..440).contains(&status)
        && status != 408
        && is_of_the_api(said)
        && !host::header_of(&response, "content-type").is_some_and(|of| text::contains(&of, "html") || text::contains(&of, "problem"))
        && !host::mentions(&text, request.operation.creates)
        && !host::mentions(&text, others)
        // Enterprise plans queue what is above the limit.
        && !(status == 429 && (text::contains(&what, "queued") || text::contains(&what, "call_id") && !text::contains(&what, "batch_call_id")))
        // A browser may have resent the request, and this be the response to the second delivery.
        && !(matches!(status, 409 | 429)
            && request.is_non_idempotent
            && host::is_browser());
    let code = code_of(said);
    let mut error = of_response(ErrorKind::Api, message, sent, status, &response, body);
    if refused {
        error.0.outcome = Outcome::Refused;
    }
    error.0.code = code;
    error.0.retry_after =
        host::header_of(&response, "retry-after").and_then(|wait| backoff::retry_after(&wait));
    error
}

/// Whether an error body is one of the API's: `{detail}`, `{error: "slug", message}`, `{status: "error", …}`; and does not say
/// as well that the request succeeded. Other servers have such fields, too, with values of other types, or next to fields that the
/// API does not have.
fn is_of_the_api(body: Value<'_>) -> bool {
    let has = |name: &str| body.get(name).kind() != Kind::Undefined;
    let detail = body.get("detail");
    let has_detail = match detail.kind() {
        Kind::String => !detail.text().is_empty(),
        Kind::Array => detail.items().is_ok_and(|items| !items.is_empty()),
        kind => kind == Kind::Object,
    };
    let slug = body.get("error").text();
    let has_slug = !slug.is_empty() && !text::contains(slug, " ") && !body.get("message").text().is_empty();
    let is_foreign = has("title") || has("statusCode") || has("timestamp") || has("instance");
    let says_no = has_detail || has_slug;
    let state = body.get("status").text();
    let says_yes = has("response")
        || body.get("success").is_true()
        || body.get("ok").is_true()
        // The API has many values for success, and none is among these. The two spaces are for no value at all.
        || [state, detail.get("status").text()]
            .iter()
            .any(|state| !text::is_among(" error Error fail failed Failed failure  ", state));
    let has_more = body.entries().is_ok_and(|entries| entries.len() > 1);
    !is_foreign && (state == "error" && has_more || says_no && !says_yes)
}

/// What to do about an error status, of which the response says `what`.
fn advice(config: &Config, status: u16, what: &str) -> String {
    match status {
        400 | 422 => "the API refused the params".to_owned(),
        401 if text::contains(what, "eader") => {
            "no usable API key arrived; check it and any proxy in between".to_owned()
        }
        401 => text::concat(&[
            "the API key is invalid or of another region",
            // With a base URL, the region is not known.
            &if config.region == "custom" {
                String::new()
            } else {
                text::concat(&[" than \"", &config.region, "\" (client option region)"])
            },
            if config.region == "global" {
                "; workspaces of \"global\" are moved to \"us\" or \"eu\" in 2026"
            } else {
                ""
            },
        ]),
        403 => "this API key lacks permission".to_owned(),
        404 => text::concat(&[
            "no resource with this id in the API key's workspace and region",
            if config.region == "custom" { ", or no such path: check the base URL" } else { "" },
        ]),
        429 => "rate limit exceeded".to_owned(),
        _ => String::new(),
    }
}

/// What an error body says: `detail` in its three forms, `message`, `error`, `response`, or text. It is
/// looked for so many levels deep.
fn message_of(body: Value<'_>, levels: u8) -> String {
    if body.kind() == Kind::String {
        let text = body.text();
        return if is_html(text) { "(an HTML page)" } else { text::start(text, 200) }.to_owned();
    }
    let Some(levels) = levels.checked_sub(1) else { return String::new() };
    for name in ["detail", "message", "description", "error", "response", "answer", "msg"] {
        let said = body.get(name);
        match said.kind() {
            Kind::String => return said.text().to_owned(),
            Kind::Object => return message_of(said, levels),
            Kind::Array => {
                let mut lines = String::new();
                for entry in said.items().unwrap_or_default().into_iter().take(20) {
                    let before = if lines.is_empty() { "" } else { "; " };
                    append(&mut lines, before, &line_of(entry, levels));
                }
                return lines;
            }
            _ => {}
        }
    }
    String::new()
}

/// One entry of a 422: `body.name: field required`.
fn line_of(entry: Value<'_>, levels: u8) -> String {
    let mut line = String::new();
    for step in entry.get("loc").items().unwrap_or_default().into_iter().take(20) {
        let before = if line.is_empty() { "" } else { "." };
        append(&mut line, before, if step.kind() == Kind::Number { step.describe() } else { step.text() });
    }
    let before = if line.is_empty() { "" } else { ": " };
    append(&mut line, before, &message_of(entry, levels));
    line
}

/// The code of the error: the gateway's slug. The `category` of a detail is a severity, such as "important".
fn code_of(body: Value<'_>) -> Option<String> {
    let code = body.get("error").text();
    let is_code = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_graphic());
    is_code.then(|| text::start(code, 200).to_owned())
}

/// Whether a text is a page.
fn is_html(text: &str) -> bool {
    text.trim_ascii_start().starts_with('<')
}

/// A `Retry-After` above the limit: the message says when to retry.
pub fn too_long(error: &mut Error, wait: f64) {
    let seconds = text::integer((wait / 1000.0).ceil() as i64);
    let limit = option_name!(" s (longer than option ", "maxRetryAfter allows)", "max_retry_after allows)");
    let parts = ["; retry after ", &seconds, limit];
    error.0.message.push_str(&text::concat(&parts));
}

/// Says what happened to a request that is not retried; `moved` if it was sent to the other slash form of its URL.
pub fn finish(request: &Request, moved: bool, error: &mut Error) {
    let operation = &request.operation;
    if moved {
        error.0.message.push_str(" (after a redirect of the trailing slash)");
    }
    if !request.is_non_idempotent || error.0.outcome != Outcome::Unknown {
        return;
    }
    let end = operation.name.bytes().rposition(|byte| byte == b'.').unwrap_or_default();
    let resource = operation.name.get(..end).unwrap_or_default();
    let list = text::concat(&[resource, ".list"]);
    let is_call = resource == "calls";
    let what = if is_call { "; the call may have been placed" } else { "; it may have taken effect" };
    error.0.message.push_str(what);
    // Other writes leave nothing in a list.
    if !operation.creates.is_empty() && table::requests().operation(&list).is_some() {
        error.0.message.push_str("; check with ");
        let find = option_name!("", "calls.findPlaced", "calls.find_placed");
        error.0.message.push_str(if is_call { find } else { &list });
        error.0.message.push_str(" whether it took effect before retrying");
    } else {
        error.0.message.push_str("; check whether it took effect before retrying");
    }
}
