//! From the text of a response to its data: parsed by the host, the envelope removed, differences normalized.

use js_sys::{Array, JsString};
use wasm_bindgen::{JsCast, JsValue};

use super::build::Request;
use super::failure;
use super::reply::Reply;
use crate::error::Error;
use crate::host;
use crate::schema::check::Checker;
use crate::schema::table::Operation;
use crate::schema::value::{Kind, Value};
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
}

/// What there is besides a page's items.
pub struct Page {
    /// How many items there are in all, if the API says so.
    pub total: Option<f64>,
    /// What changes in the query for the next page; undefined where there is none.
    pub next: JsValue,
    /// The whole response.
    pub body: JsValue,
}

/// Reads a good reply.
pub fn decode(config: &Config, request: &Request, sent: &Array, reply: Reply) -> Result<Decoded, Error> {
    let Reply { status, response, text } = &reply;
    let status = *status;
    if text.is_undefined() {
        return Ok(Decoded {
            status,
            attempts: 0,
            data: JsValue::UNDEFINED,
            response: reply.response,
            page: None,
        });
    }
    let unreadable = |_| failure::not_json(sent, response, status, text);
    let operation = &request.operation;
    if operation.response_kind == ResponseKind::Stream {
        let items = lines(text).map_err(unreadable)?;
        return Ok(Decoded { status, attempts: 0, data: items.into(), response: reply.response, page: None });
    }
    let body = if is_blank(text) { host::object() } else { parse(text).map_err(unreadable)? };
    if host::own(&body, "status").as_string().is_some_and(|word| word == "error") {
        return Err(failure::error_in_success(config, operation, sent, reply));
    }
    let body = unwrap(body);
    let inner = if operation.envelope_field.is_empty() {
        JsValue::UNDEFINED
    } else {
        host::own(&body, operation.envelope_field)
    };
    let mut page = None;
    let data = match operation.response_kind {
        ResponseKind::One => match one(inner, &body) {
            Some(item) => item,
            None => return Err(failure::nothing_in(operation, sent, reply)),
        },
        ResponseKind::Page => {
            let items =
                if is_other_page(request, &body) { host::array([]).into() } else { items(inner, &body) };
            page = Some(next(request, &items, body));
            items
        }
        _ => body,
    };
    report_drift(config, request, &data);
    // Without the id of what was created, a creation is no success.
    if !operation.creates.is_empty() && !has_created_id(operation, &data) {
        return Err(failure::no_id(operation, sent, reply));
    }
    Ok(Decoded { status, attempts: 0, data, response: reply.response, page })
}

/// Whether a body has an id of what the operation creates.
fn has_created_id(operation: &Operation, body: &JsValue) -> bool {
    operation.created_ids().any(|name| {
        let id = host::own(body, name);
        id.as_f64().is_some() || !id.text().is_empty()
    })
}

/// Parses JSON. Not every host drops a byte order mark, and `JSON.parse` takes none.
fn parse(text: &JsValue) -> Result<JsValue, JsValue> {
    host::parse(text).or_else(|thrown| match host::beginning(text, 1).as_str() {
        "\u{feff}" => host::parse(&text.unchecked_ref::<JsString>().slice(1, u32::MAX)),
        _ => Err(thrown),
    })
}

/// The items of a response in NDJSON.
fn lines(text: &JsValue) -> Result<js_sys::Array, JsValue> {
    let items = host::array([]);
    let text = text.as_string().unwrap_or_default();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let (line, after) = text::split_at_byte(rest, b'\n').unwrap_or((rest, ""));
        let line = line.trim_ascii();
        if !line.is_empty() {
            items.push(&host::parse(&JsValue::from_str(line))?);
        }
        rest = after;
    }
    Ok(items)
}

/// Whether there is nothing but white space; the host looks, so that a large text is not copied.
fn is_blank(text: &JsValue) -> bool {
    text.unchecked_ref::<JsString>().trim().length() == 0
}

/// Takes `{status, response}` off. What is next to `response`, such as `eta` and `details`, is
/// kept among the data, unless the data has a field of that name.
fn unwrap(body: JsValue) -> JsValue {
    if body.kind() != Kind::Object {
        return body;
    }
    let Ok(entries) = body.entries() else { return body };
    let has = |name: &str| entries.iter().any(|(known, _)| known == name);
    if !has("response") || !(has("status") || entries.len() == 1) {
        return body;
    }
    let data = match host::own(&body, "response") {
        none if none.is_null() => host::object(),
        data if data.kind() == Kind::Object => data,
        data => return data,
    };
    for (name, value) in &entries {
        let ours = matches!(name.as_str(), "status" | "response" | "__proto__");
        if !ours && host::own(&data, name).is_undefined() {
            host::set(&data, name, value);
        }
    }
    data
}

/// The item, out of its array where it is in one.
fn one(inner: JsValue, body: &JsValue) -> Option<JsValue> {
    match inner.kind() {
        Kind::Array => Some(host::get(&inner, "0")).filter(|first| !first.is_undefined()),
        Kind::Undefined | Kind::Null => Some(body.clone()),
        _ => Some(inner),
    }
}

/// The items, as an array where there is one object.
fn items(inner: JsValue, body: &JsValue) -> JsValue {
    match (inner.kind(), body.kind()) {
        (Kind::Array, _) => inner,
        (Kind::Object, _) => host::array([inner]).into(),
        (_, Kind::Array) => body.clone(),
        // Under another name: the only array that is there.
        _ => {
            let entries = body.entries().unwrap_or_default();
            let mut arrays = entries.into_iter().filter(|(_, value)| value.kind() == Kind::Array);
            match (arrays.next(), arrays.next()) {
                (Some((_, only)), None) => only,
                _ => host::array([]).into(),
            }
        }
    }
}

/// A field that is a number, or a number in a string.
fn number(object: &JsValue, name: &str) -> Option<f64> {
    let value = host::own(object, name);
    value.as_f64().or_else(|| value.as_string().map(|text| host::number(&text)))
}

/// Whether an API that ignores the number of the page returned an earlier one: its items have
/// been seen, and the list would never end.
fn is_other_page(request: &Request, body: &JsValue) -> bool {
    let asked = number(&request.params, "page_number");
    asked.zip(number(body, "page_number")).is_some_and(|(asked, told)| told < asked)
}

/// Where the next page begins. A page without items is always the last one, whatever the total.
fn next(request: &Request, items: &JsValue, body: JsValue) -> Page {
    let pagination = host::own(&body, "pagination");
    let total = number(&pagination, "total_records")
        .or_else(|| number(&body, "total_records"))
        .or_else(|| number(&body, "total"));
    let count = f64::from(items.unchecked_ref::<js_sys::Array>().length());
    let asked = |name: &str| number(&request.params, name);
    let (name, value, more) = match request.operation.paging {
        Paging::Offset => {
            let offset = asked("offset").unwrap_or_default() + count;
            let more =
                total.map_or_else(|| asked("limit").is_none_or(|limit| count >= limit), |all| offset < all);
            ("offset", offset.into(), more)
        }
        Paging::Page => {
            let page = asked("page_number").unwrap_or(1.0);
            let told = number(&body, "page_size").or_else(|| number(&pagination, "limit"));
            let size = asked("page_size").or(told).unwrap_or(count);
            let more = total.map_or(count >= size, |all| page * size < all);
            ("page_number", (page + 1.0).into(), more)
        }
        Paging::Cursor => {
            let cursor = host::own(&body, "next_cursor");
            let more = host::own(&body, "has_more") != false && cursor.is_truthy();
            ("cursor", cursor, more)
        }
        Paging::None => ("", JsValue::UNDEFINED, false),
    };
    let next = if more && count > 0.0 {
        let next = host::bare_object();
        host::set(&next, name, &value);
        next
    } else {
        JsValue::UNDEFINED
    };
    Page { total, next, body }
}

/// Tells every difference between the data and what is documented; never fails the call.
fn report_drift(config: &Config, request: &Request, data: &JsValue) {
    let Some((report, table)) = &config.on_drift else { return };
    let name = request.operation.name;
    let Some(shape) = table.operation(name).and_then(|operation| operation.response) else { return };
    let mut checker = Checker::new(table);
    checker.strict = true;
    if request.operation.response_kind == ResponseKind::Page {
        checker.check_items(data, shape);
    } else {
        checker.check(data, shape);
    }
    for issue in &checker.issues {
        let difference = crate::error::issue_to_js(issue);
        host::set(&difference, "operation", &JsValue::from_str(name));
        if host::call_safely(report, &JsValue::UNDEFINED, &difference) {
            config.log(1, "the onDrift callback threw an error");
        }
    }
}
