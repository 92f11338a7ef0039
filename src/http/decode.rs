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
    let done = |data, response, page| {
        Ok(Decoded {
            status,
            attempts: 0,
            data,
            response,
            page,
            #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
            started_at: 0.0,
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
    if outline.root().get("status").text() == "error" {
        return Err(failure::error_in_success(config, request, sent, reply));
    }
    let body = unwrap(body, outline);
    let root = body.root();
    let inner = root.get(operation.envelope_field);
    let mut page = None;
    let (data, created) = match (operation.response_kind, inner.kind()) {
        (ResponseKind::Page, _) => {
            let Some((items, count)) = items(&body, inner, operation, is_further(request)) else {
                // Earlier pages have said that there are more.
                return Err(failure::nothing_in(operation, sent, reply));
            };
            let (found, earlier) = next(request, count, &body);
            if earlier == Some(true) {
                return Err(failure::repeated(operation, sent, &reply));
            }
            page = Some(found);
            (if earlier.is_some() { nothing().0 } else { items }, None)
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

/// Whether the request is for another page than the first.
fn is_further(request: &Request) -> bool {
    let params = request.params.root();
    let cursor = params.get("cursor");
    number(params, "offset") > 0.0 || number(params, "page_number") > 1.0 || !cursor.text().is_empty()
}

/// The items and how many there are, as an array where there is one object. A first page may have no list where there are no
/// items; `None` if another one has none.
fn items(body: &Body, inner: Value<'_>, operation: &Operation, is_further: bool) -> Option<(JsValue, usize)> {
    let root = body.root();
    let count = |list: Value<'_>| list.items().unwrap_or_default().len();
    let found = match (inner.kind(), root.kind()) {
        (Kind::Array, _) => (body.inner(operation), count(inner)),
        (Kind::Object, _) => (host::list_of_one(&body.inner(operation)), 1),
        // The declared field says that there are none, whatever else is there.
        (Kind::Null, _) => nothing(),
        (_, Kind::Array) => (body.data.clone(), count(root)),
        // Under another name: the only array that is there.
        _ => {
            let entries = root.entries().unwrap_or_default();
            let mut arrays = entries.into_iter().filter(|(_, value)| value.kind() == Kind::Array);
            match (arrays.next(), arrays.next()) {
                // A name with an unpaired surrogate arrives here as another one.
                (Some((name, only)), None) if !text::contains(name, "\u{fffd}") => {
                    (host::get(&body.data, name), count(only))
                }
                _ if is_further => return None,
                _ => nothing(),
            }
        }
    };
    Some(found)
}

fn nothing() -> (JsValue, usize) {
    (host::list_of_one(&JsValue::UNDEFINED), 0)
}

/// A field that is a number, or a number in a string; otherwise NaN.
fn number(object: Value<'_>, name: &str) -> f64 {
    let value = object.get(name);
    if value.text().is_empty() { value.number().unwrap_or(f64::NAN) } else { host::number(value.text()) }
}

/// The first of two numbers, unless it is none: NaN, or negative, since it counts something.
fn or(number: f64, other: f64) -> f64 {
    if number >= 0.0 { number } else { other }
}

/// A number that the response states, next to the items or in `pagination`.
fn told(root: Value<'_>, name: &str) -> f64 {
    or(number(root, name), number(root.get("pagination"), name))
}

/// What there is besides the items, and whether the page is an earlier one than was asked for: see [`by_number`].
fn next(request: &Request, count: usize, body: &Body) -> (Page, Option<bool>) {
    let root = body.root();
    let total = or(told(root, "total_records"), told(root, "total"));
    let count = count as f64;
    let (next, earlier) = match request.operation.paging {
        Paging::None => (None, None),
        Paging::Cursor => (by_cursor(count, body), None),
        paging => by_number(request, count, total, paging == Paging::Offset, root),
    };
    (Page { total: (total >= 0.0).then_some(total), next, body: body.data.clone() }, earlier)
}

fn by_cursor(count: f64, body: &Body) -> Option<Next> {
    let root = body.root();
    let (says_more, given) = (root.get("has_more"), root.get("next_cursor"));
    let is_given = !given.text().is_empty() || given.number().is_some_and(|number| number != 0.0);
    // A page of what was filtered may be empty and not the last one.
    let more = if says_more.kind() == Kind::Boolean { says_more.is_true() } else { count > 0.0 };
    let cursor = || host::get(&body.data, "next_cursor");
    (is_given && more).then(|| Next { name: "cursor", number: 0.0, cursor: cursor() })
}

/// The smallest of the page sizes that the API has as defaults.
const SMALLEST_PAGE: f64 = 10.0;

/// The next page by an offset or a page number. The position, the size and the total that the response states count
/// more than what was asked for. A list ends at its total; without one at a page that is empty or not full. Where neither the
/// response nor the request says what a full one is, it may be any from [`SMALLEST_PAGE`] on: if the list is complete, the next
/// page is empty or the same.
///
/// An API that ignores the position returns an earlier page: then also whether the one that was asked for exists, by the
/// total.
fn by_number(
    request: &Request,
    count: f64,
    total: f64,
    is_offset: bool,
    root: Value<'_>,
) -> (Option<Next>, Option<bool>) {
    let (name, size_name) = if is_offset { ("offset", "limit") } else { ("page_number", "page_size") };
    let asked = |name: &str| number(request.params.root(), name);
    let size = or(told(root, size_name), told(root, "limit"));
    let (told, asked, asked_size) = (told(root, name), asked(name), asked(size_name));
    // Responses may count pages from 0 where requests count them from 1.
    let from_zero = !is_offset && told + 1.0 == asked;
    let at = or(if from_zero { asked } else { told }, or(asked, if is_offset { 0.0 } else { 1.0 }));
    // The index of the first item of a page.
    let first = |at: f64| if is_offset { at } else { (at - 1.0).max(0.0) * or(size, count) };
    let number = at + if is_offset { count } else { 1.0 };
    let more = if total >= 0.0 {
        first(at) + count < total
    } else {
        count >= or(size, or(asked_size, SMALLEST_PAGE))
    };
    let is_earlier = count > 0.0 && number <= asked;
    let has_next = more && count > 0.0 && !is_earlier;
    (
        has_next.then_some(Next { name, number, cursor: JsValue::UNDEFINED }),
        is_earlier.then_some(first(asked) < total),
    )
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
