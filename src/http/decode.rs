//! From the text of a response to its data: parsed by the host, the envelope removed, differences normalized.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::build::Request;
use super::failure;
use super::reply::Reply;
use crate::error::{Error, issues_to_js};
use crate::host::{self, Encoded, Kind, Value};
use crate::schema::check::Checker;
use crate::schema::table::Operation;
use crate::schema::{Paging, ResponseKind};
use crate::settings::config::Config;

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
}

/// What there is besides a page's items.
pub struct Page {
    /// How many items there are in all, if the API says so.
    pub total: Option<f64>,
    /// What changes in the query for the next page, if there is one.
    pub next: Option<Next>,
    /// The whole response.
    pub body: JsValue,
}

/// The field of the query that asks for the next page.
pub struct Next {
    /// Its name.
    pub name: &'static str,
    /// The number it has; unless there is a cursor.
    pub number: f64,
    /// The cursor; else undefined.
    pub cursor: JsValue,
}

/// Reads a good reply.
pub fn decode(config: &Config, request: &Request, sent: &Array, reply: Reply) -> Result<Decoded, Error> {
    let Reply { status, response, text } = &reply;
    let status = *status;
    let done = |data, response, page| Ok(Decoded { status, attempts: 0, data, response, page });
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
    if outline.root().get("status").text() == "error" {
        return Err(failure::error_in_success(config, request, sent, reply));
    }
    let body = unwrap(body, outline);
    let root = body.root();
    let inner = root.get(operation.envelope_field);
    let mut page = None;
    let (data, created) = match (operation.response_kind, inner.kind()) {
        (ResponseKind::Page, _) => {
            let (items, count) =
                if is_other_page(request, root) { nothing() } else { items(&body, inner, operation) };
            page = Some(next(request, count, &body));
            (items, None)
        }
        (ResponseKind::One, Kind::Array) => {
            let first = host::get(&body.inner(operation), "0");
            if first.is_undefined() {
                return Err(failure::nothing_in(operation, sent, reply));
            }
            let fields = host::encode_outline(&first);
            (first, Some(has_created_id(operation, fields.root())))
        }
        (ResponseKind::One, kind) if !matches!(kind, Kind::Undefined | Kind::Null) => {
            (body.inner(operation), Some(has_created_id(operation, inner)))
        }
        _ => (body.data.clone(), Some(has_created_id(operation, root))),
    };
    report_drift(config, request, &data);
    // Without the id of what was created, a creation is no success.
    if created == Some(false) {
        return Err(failure::no_id(operation, sent, reply));
    }
    done(data, reply.response, page)
}

/// Whether a body has an id of what the operation creates, if it creates anything.
fn has_created_id(operation: &Operation, body: Value<'_>) -> bool {
    operation.creates.is_empty()
        || operation.created_ids().any(|name| {
            let id = body.get(name);
            id.number().is_some() || !id.text().is_empty()
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
    if kind == Kind::Undefined || !has_status && others > 0 {
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

/// The items and how many there are, as an array where there is one object.
fn items(body: &Body, inner: Value<'_>, operation: &Operation) -> (JsValue, usize) {
    let root = body.root();
    let count = |list: Value<'_>| list.items().unwrap_or_default().len();
    match (inner.kind(), root.kind()) {
        (Kind::Array, _) => (body.inner(operation), count(inner)),
        (Kind::Object, _) => (host::list_of_one(&body.inner(operation)), 1),
        (_, Kind::Array) => (body.data.clone(), count(root)),
        // Under another name: the only array that is there.
        _ => {
            let entries = root.entries().unwrap_or_default();
            let mut arrays = entries.into_iter().filter(|(_, value)| value.kind() == Kind::Array);
            match (arrays.next(), arrays.next()) {
                (Some((name, only)), None) => (host::get(&body.data, name), count(only)),
                _ => nothing(),
            }
        }
    }
}

fn nothing() -> (JsValue, usize) {
    (host::list_of_one(&JsValue::UNDEFINED), 0)
}

/// A field that is a number, or a number in a string.
fn number(object: Value<'_>, name: &str) -> Option<f64> {
    let value = object.get(name);
    match value.kind() {
        Kind::String => Some(host::number(value.text())),
        _ => value.number(),
    }
}

/// Whether an API that ignores the number of the page returned an earlier one: its items have
/// been seen, and the list would never end.
fn is_other_page(request: &Request, body: Value<'_>) -> bool {
    let asked = number(request.params.root(), "page_number");
    asked.zip(number(body, "page_number")).is_some_and(|(asked, told)| told < asked)
}

/// Where the next page begins. A page without items is always the last one, whatever the total.
fn next(request: &Request, count: usize, body: &Body) -> Page {
    let root = body.root();
    let pagination = root.get("pagination");
    let total = number(pagination, "total_records")
        .or_else(|| number(root, "total_records"))
        .or_else(|| number(root, "total"));
    let count = count as f64;
    let asked = |name: &str| number(request.params.root(), name);
    let mut cursor = JsValue::UNDEFINED;
    let (name, number, more) = match request.operation.paging {
        Paging::Offset => {
            let offset = asked("offset").unwrap_or_default() + count;
            let more =
                total.map_or_else(|| asked("limit").is_none_or(|limit| count >= limit), |all| offset < all);
            ("offset", offset, more)
        }
        Paging::Page => {
            let page = asked("page_number").unwrap_or(1.0);
            let told = number(root, "page_size").or_else(|| number(pagination, "limit"));
            let size = asked("page_size").or(told).unwrap_or(count);
            let more = total.map_or(count >= size, |all| page * size < all);
            ("page_number", page + 1.0, more)
        }
        Paging::Cursor => {
            let (says_more, given) = (root.get("has_more"), root.get("next_cursor"));
            let is_given = !given.text().is_empty() || given.number().is_some_and(|number| number != 0.0);
            if is_given {
                cursor = host::get(&body.data, "next_cursor");
            }
            ("cursor", 0.0, is_given && (says_more.kind() != Kind::Boolean || says_more.is_true()))
        }
        Paging::None => ("", 0.0, false),
    };
    let next = (more && count > 0.0).then_some(Next { name, number, cursor });
    Page { total, next, body: body.data.clone() }
}

/// Tells every difference between the data and what is documented; never fails the call.
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
