//! From the text of a response to its data: parsed by the host, the envelope removed, differences normalized.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::build::Request;
use super::failure;
use super::paging::{self, Page};
use super::reply::Reply;
use crate::error::{Error, issues_to_js};
use crate::host::{self, Encoded, Kind, Value};
use crate::schema::ResponseKind;
use crate::schema::check::Checker;
use crate::schema::table::{self, Operation};
use crate::settings::config::Config;
use crate::text;

/// What a caller gets.
pub struct Decoded {
    /// The status.
    pub status: u16,
    /// How often the request was sent, or tried to.
    pub attempts: u32,
    /// The data; undefined where the caller reads the response.
    pub data: JsValue,
    /// The host's response object.
    pub response: JsValue,
    /// What there is besides the data, where it is a page.
    pub page: Option<Page>,
    /// When the request began, in milliseconds since the epoch.
    #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
    pub started_at: f64,
    /// The headers of all attempts, whose secrets an error must not show.
    #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
    pub sent: Array,
}

/// Reads a good reply.
pub fn decode(config: &Config, request: &Request, sent: &Array, reply: Reply) -> Result<Decoded, Error> {
    let Reply { status, response, text } = &reply;
    let status = *status;
    let done = |data, response, page| {
        Ok(Decoded {
            status,
            attempts: 0,
            data,
            response,
            page,
            #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
            started_at: 0.0,
            #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
            sent: sent.clone(),
        })
    };
    if text.is_undefined() {
        return done(JsValue::UNDEFINED, reply.response, None);
    }
    let unreadable = |_| failure::not_json(sent, response, status, text);
    let operation = &request.operation;
    if operation.response_kind == ResponseKind::Stream {
        let items = host::parse_lines(text).map_err(unreadable)?;
        return done(items.into(), reply.response, None);
    }
    let body = host::parse_body(text).map_err(unreadable)?;
    let outline = host::encode_outline(&body);
    // Whatever the status is, these say that the request failed.
    let says_no = |name: &str| {
        let says = outline.root().get(name);
        match says.kind() {
            Kind::Boolean => !says.is_true(),
            Kind::Number => says.number() == Some(0.0),
            _ => text::is_among(" false False ", says.text()),
        }
    };
    let state = outline.root().get("status").text();
    // In an envelope, the status is that of the request: not of a call that has failed.
    let is_no = has_failed(state) && outline.root().get("response").kind() != Kind::Undefined;
    if text::is_among(" error Error ERROR fail failure ", state)
        || is_no
        || says_no("success")
        || says_no("ok")
    {
        return Err(failure::error_in_success(config, request, sent, reply));
    }
    let body = unwrap(body, outline);
    let root = body.root();
    let inner = root.get(operation.envelope_field);
    let mut page = None;
    let (data, id) = match (operation.response_kind, inner.kind()) {
        (ResponseKind::Page, _) => {
            // Nothing at all is no list, nor is a text or the like.
            let is_nothing = text.is_falsy() || !matches!(root.kind(), Kind::Object | Kind::Array);
            let is_needed = is_nothing || is_failure(root) || paging::must_have_list(request, root);
            let says_items = paging::says_items(request, root);
            let Some((items, count)) = items(&body, inner, operation, [is_needed, says_items]) else {
                // Earlier pages, or this one, have said that there are items.
                return Err(failure::nothing_in(operation, sent, reply));
            };
            let (found, earlier) = paging::next(request, count, body.root(), &body.data);
            if earlier == Some(true) {
                return Err(failure::repeated(operation, sent, &reply));
            }
            page = Some(found);
            (if earlier.is_some() { nothing().0 } else { items }, Some(JsValue::UNDEFINED))
        }
        (ResponseKind::One, kind) => {
            let one = match kind {
                Kind::Array => host::get(&body.inner(operation), "0"),
                Kind::Undefined => body.data.clone(),
                _ => body.inner(operation),
            };
            let outline = host::encode_outline(&one);
            let fields = outline.root();
            // A status alone is that of the request: not a call that has failed.
            if fields.kind() != Kind::Object || kind == Kind::Undefined && is_failure(root) {
                return Err(failure::nothing_in(operation, sent, reply));
            }
            let id = created_id(operation, &one, fields);
            (one, id)
        }
        _ => {
            // A message alone may be about what was done.
            let has = |name: &str| !matches!(root.get(name).kind(), Kind::Undefined | Kind::Null);
            // What was read may have failed itself.
            let says_failed = operation.method != "GET" && has_failed(root.get("status").text());
            let says_error = ["detail", "error", "errors", "errorMessage", "fault"].into_iter().any(has);
            if (says_error || says_failed) && is_failure(root) {
                return Err(failure::error_in_success(config, request, sent, reply));
            }
            (body.data.clone(), created_id(operation, &body.data, root))
        }
    };
    report_drift(config, request, &data);
    // Without the id of what was created, a creation is no success.
    let Some(id) = id else { return Err(failure::no_id(operation, sent, reply)) };
    if !id.is_undefined() {
        host::define(&data, table::pair(operation.creates).0, &id);
    }
    done(data, reply.response, page)
}

/// The id of what the operation creates, where the data has it under another name than the first, or as a number: as the type
/// of the response says, it is a text under the first one. Undefined where it is, or nothing is created; `None` without an id.
fn created_id(operation: &Operation, data: &JsValue, body: Value<'_>) -> Option<JsValue> {
    if operation.creates.is_empty() {
        return Some(JsValue::UNDEFINED);
    }
    let (field, _) = table::pair(operation.creates);
    operation.created_ids().find_map(|name| {
        let id = body.get(name);
        // A large number has been rounded: it is the id of something else.
        if id.is_integer() {
            return Some(JsValue::from_str(id.describe()));
        }
        let is_named = name == field;
        (!id.text().is_empty()).then(|| if is_named { JsValue::UNDEFINED } else { host::get(data, name) })
    })
}

/// Whether a field of a body says what went wrong: for the API, or for a gateway, problem details (RFC 9457), Spring or Lambda.
fn is_about_failure(name: &str) -> bool {
    text::contains(
        " detail message error errors code request_id statusCode timestamp path title type fault errorType errorMessage requestId stackTrace trace traceId instance ",
        &text::concat(&[" ", name, " "]),
    )
}

/// Whether a status says that something failed: a request, or what was asked for.
fn has_failed(state: &str) -> bool {
    text::is_among(" failed Failed FAILED ", state)
}

/// Whether a body has nothing but what says that a request failed.
fn is_failure(root: Value<'_>) -> bool {
    let state = root.get("status").text();
    (state.is_empty() || has_failed(state))
        && root.entries().is_ok_and(|entries| {
            !entries.is_empty() && entries.iter().all(|(name, _)| *name == "status" || is_about_failure(name))
        })
}

/// A body without its envelope.
struct Body {
    data: JsValue,
    /// What is in it, or in the envelope.
    outline: Encoded,
    is_in_envelope: bool,
}

impl Body {
    fn root(&self) -> Value<'_> {
        let root = self.outline.root();
        if self.is_in_envelope { root.get("response") } else { root }
    }

    /// What is in the field that holds the data.
    fn inner(&self, operation: &Operation) -> JsValue {
        host::get(&self.data, operation.envelope_field)
    }
}

/// Takes `{status, response}` off. What is next to `response`, such as `eta` and `details`, is
/// kept among the data, unless the data has a field of that name.
fn unwrap(body: JsValue, outline: Encoded) -> Body {
    let root = outline.root();
    let count = root.entries().unwrap_or_default().len();
    let has_status = root.get("status").kind() != Kind::Undefined;
    let kind = root.get("response").kind();
    let others = count.saturating_sub(if has_status { 2 } else { 1 });
    // What else only says how the request went.
    let is_envelope = has_status
        || root.entries().is_ok_and(|entries| {
            let is_known = |name: &str| matches!(name, "response" | "success") || is_about_failure(name);
            entries.iter().all(|(name, _)| is_known(name))
        });
    if kind == Kind::Undefined || !is_envelope {
        return Body { data: body, outline, is_in_envelope: false };
    }
    let data = host::get(&body, "response");
    if kind == Kind::Null || kind == Kind::Object && others > 0 {
        let data = host::add_siblings(&data, &body);
        let outline = host::encode_outline(&data);
        return Body { data, outline, is_in_envelope: false };
    }
    Body { data, outline, is_in_envelope: true }
}

/// The items and how many there are, as an array where there is one object. `None` if there is no list and it
/// `is_needed`, or null although the response `says_items`.
fn items(
    body: &Body,
    inner: Value<'_>,
    operation: &Operation,
    [is_needed, says_items]: [bool; 2],
) -> Option<(JsValue, usize)> {
    let root = body.root();
    let count = |list: Value<'_>| list.items().unwrap_or_default().len();
    let found = match (inner.kind(), root.kind()) {
        (Kind::Array, _) => (body.inner(operation), count(inner)),
        (Kind::Object, _) if inner.entries().is_ok_and(|fields| !fields.is_empty()) => {
            (host::list_of_one(&body.inner(operation)), 1)
        }
        // The declared field says that there are none, whatever else is there.
        (Kind::Null | Kind::Object, _) if !says_items => nothing(),
        (Kind::Undefined, Kind::Array) => (body.data.clone(), count(root)),
        // Under another name: the only array that is there.
        (Kind::Undefined, _) => {
            let entries = root.entries().unwrap_or_default();
            let mut arrays = entries
                .into_iter()
                .filter(|(name, value)| value.kind() == Kind::Array && !is_about_failure(name));
            match (arrays.next(), arrays.next()) {
                // A name with an unpaired surrogate arrives here as another one.
                (Some((name, only)), None) if !text::contains(name, "\u{fffd}") => {
                    (host::get(&body.data, name), count(only))
                }
                _ if is_needed => return None,
                _ => nothing(),
            }
        }
        _ => return None,
    };
    Some(found)
}

fn nothing() -> (JsValue, usize) {
    (host::list_of_one(&JsValue::UNDEFINED), 0)
}

/// Reports every difference between the data and what is documented; never fails the call.
fn report_drift(config: &Config, request: &Request, data: &JsValue) {
    let Some((report, table)) = &config.on_drift else { return };
    let name = request.operation.name;
    let Some(shape) = table.operation(name).and_then(|operation| operation.response) else { return };
    let mut checker = Checker::new(table);
    checker.strict = true;
    let encoded = host::encode_beginnings(data);
    if request.operation.response_kind == ResponseKind::Page {
        checker.check_items(encoded.root(), shape);
    } else {
        checker.check(encoded.root(), shape);
    }
    if host::report(report, &issues_to_js(&checker.issues), name) {
        config.log(1, "the onDrift callback threw an error");
    }
}
