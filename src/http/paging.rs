//! Paging: where the next page begins, by what a response says and what was asked for.

use wasm_bindgen::JsValue;

use super::build::Request;
use crate::host::{self, Kind, Value};
use crate::schema::Paging;
use crate::text;

/// What there is besides a page's items.
pub struct Page {
    /// How many items there are in all, if the API says so.
    pub total: Option<f64>,
    /// How many items come before this page, as far as its position says so.
    pub before: f64,
    /// Whether the response says that there are more, by `has_more`: then no total ends the list.
    pub is_more: bool,
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
    /// The cursor; null if there is more, but the response does not say where; else undefined.
    pub cursor: JsValue,
}

/// Whether there must be a list: the request is for another page than the first, or the response says that there are items.
pub fn must_have_list(request: &Request, root: Value<'_>) -> bool {
    let params = request.params.root();
    let cursor = params.get("cursor");
    number(params, "offset") > 0.0
        || number(params, "page_number") > 1.0
        || !cursor.text().is_empty()
        || total(root) > 0.0
}

/// Whether the response says that there are items from the position on that was asked for.
pub fn says_items(request: &Request, root: Value<'_>) -> bool {
    let params = request.params.root();
    // A page has one item at least.
    total(root) > or(number(params, "offset"), or(number(params, "page_number") - 1.0, 0.0))
}

/// How many items the response says there are; NaN if it does not.
fn total(root: Value<'_>) -> f64 {
    or(stated_number(root, "total_records"), stated_number(root, "total"))
}

/// What there is besides the items, and whether the page is an earlier one than was asked for: see `by_number`.
pub fn next(request: &Request, count: usize, root: Value<'_>, data: &JsValue) -> (Page, Option<bool>) {
    let count = count as f64;
    let params = request.params.root();
    let before = or(number(params, "offset"), or((number(params, "page_number") - 1.0) * count, 0.0));
    // There are at least as many as are here, and more than that where the response says so.
    let is_more = says_more(root) == Some(true);
    let least = if is_more { before + count + 1.0 } else { count };
    let total = Some(total(root)).filter(|total| *total >= least).unwrap_or(f64::NAN);
    let (next, earlier, before) = match request.operation.paging {
        Paging::None => (None, None, 0.0),
        Paging::Cursor => (by_cursor(root, data), None, 0.0),
        paging => {
            // Contacts have both: who asks by an offset gets more by it, unless the response counts pages.
            let asks_by_offset = number(request.params.root(), "offset") >= 0.0;
            let counts_pages = stated_number(root, "page_number") >= 0.0;
            let is_offset = paging == Paging::Offset || asks_by_offset && !counts_pages;
            by_number(request, count, total, is_offset, root)
        }
    };
    let total = (total >= 0.0).then_some(total);
    (Page { total, before, is_more, next, body: data.clone() }, earlier)
}

fn by_cursor(root: Value<'_>, data: &JsValue) -> Option<Next> {
    let (says_more, given) = (says_more(root), said(root, "next_cursor"));
    // A large number has been rounded.
    let is_given = !given.text().is_empty() || given.is_integer() && given.number() != Some(0.0);
    let is_none = matches!(given.kind(), Kind::Undefined | Kind::Null | Kind::String)
        || given.kind() == Kind::Boolean && !given.is_true();
    if !is_given && says_more.unwrap_or(!is_none && given.number() != Some(0.0)) {
        return Some(Next { name: "cursor", number: 0.0, cursor: JsValue::NULL });
    }
    // A page of what was filtered may be empty and not the last one; a cursor of before ends the list.
    let more = says_more.unwrap_or(true);
    // The query has a text.
    let is_number = given.kind() == Kind::Number;
    let is_next = root.get("next_cursor").kind() != Kind::Undefined;
    let holder = || if is_next { data.clone() } else { host::get(data, "pagination") };
    let cursor = || if is_number { given.describe().into() } else { host::get(&holder(), "next_cursor") };
    (is_given && more).then(|| Next { name: "cursor", number: 0.0, cursor: cursor() })
}

/// The smallest of the page sizes that the API has as defaults.
const SMALLEST_PAGE: f64 = 10.0;

/// The next page by an offset or a page number. The position, the size and the total that the response states count
/// more than what was asked for. A list ends at its total, which whoever counts the items knows, since a server that has a smaller
/// page than it states is not known by one page; without one at a page that is empty or not full. Where the response
/// does not say what a full one is, or only what was asked for, it may be any from [`SMALLEST_PAGE`] on, or of the size that was asked
/// for, since servers have limits of their own: if the list is complete, the next page is empty or the same.
///
/// An API that ignores the position returns an earlier page: then also whether the one that was asked for exists, by the
/// total or by `has_more`. Where neither says anything, whoever reads the pages compares the items. Also how many items come before.
fn by_number(
    request: &Request,
    count: f64,
    total: f64,
    is_offset: bool,
    root: Value<'_>,
) -> (Option<Next>, Option<bool>, f64) {
    let (name, size_name) = if is_offset { ("offset", "limit") } else { ("page_number", "page_size") };
    let params = request.params.root();
    let stated_size = or(stated_number(root, size_name), stated_number(root, "limit"));
    let asked_size = or(number(params, size_name), number(params, "limit"));
    let (stated_at, asked_at) = (stated_number(root, name), number(params, name));
    // Responses may count pages from 0 where requests count them from 1.
    let from_zero = !is_offset && stated_at + 1.0 == asked_at;
    let start = if is_offset { 0.0 } else { 1.0 };
    // Behind what was asked for, as where a response states the next position: what is in between would be lost.
    let is_ahead = stated_at > or(asked_at, start).max(start);
    let at = or(if from_zero || is_ahead { asked_at } else { stated_at }, or(asked_at, start));
    // What was asked for is no size of the server's own.
    let own_size = if stated_size == asked_size { f64::NAN } else { stated_size };
    let size = or(stated_size, or(asked_size, count));
    // Where the page would end behind the total, or is smaller than asked for and not the last one, those before it are taken to be as
    // large as it is: the server has a limit of its own.
    let end = (at - 1.0) * size + count;
    let is_limited = count > 0.0 && (end > total || count < size && end != total && own_size.is_nan());
    let size = if is_limited { count } else { size };
    // The index of the first item of a page.
    let first = |at: f64| if is_offset { at } else { (at - 1.0).max(0.0) * size };
    let number = at + if is_offset { count } else { 1.0 };
    let says_more = says_more(root);
    // How many items come before a later page is not certain then.
    let is_uncertain = !is_offset && at > 1.0 && own_size.is_nan();
    let more = if total >= 0.0 {
        !(is_uncertain && says_more == Some(false))
    } else {
        let is_full = count >= or(own_size, or(asked_size, SMALLEST_PAGE).min(SMALLEST_PAGE));
        says_more.unwrap_or(is_full)
    };
    let is_earlier = count > 0.0 && number <= asked_at;
    let is_expected = first(asked_at) < total || says_more == Some(true);
    let goes_on = more && count > 0.0 && !is_earlier;
    // Nothing is behind a page that states where the next one would begin.
    let is_last = says_more == Some(false) && stated_at == number;
    // If its items are those of an earlier page, it is the end; else the response does not say where it is.
    let is_unclear = is_earlier && !is_expected && total.is_nan() || is_ahead && count > 0.0 && !is_last;
    let next = if is_unclear {
        Some(Next { name: "cursor", number, cursor: JsValue::NULL })
    } else {
        goes_on.then_some(Next { name, number, cursor: JsValue::UNDEFINED })
    };
    (next, (is_earlier && !is_unclear).then_some(is_expected), first(at))
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

/// Whether the response says that there is more, if it says anything: a boolean, or a number or a text that stands for one.
fn says_more(root: Value<'_>) -> Option<bool> {
    let value = said(root, "has_more");
    match value.kind() {
        Kind::Boolean => Some(value.is_true()),
        Kind::Number => Some(value.number() != Some(0.0)),
        // Two spaces: the empty text, too.
        Kind::String => Some(!text::is_among(" 0 false False no  ", value.text())),
        _ => None,
    }
}

/// What the response says, next to the items or in `pagination`.
fn said<'a>(root: Value<'a>, name: &str) -> Value<'a> {
    let value = root.get(name);
    if value.kind() == Kind::Undefined { root.get("pagination").get(name) } else { value }
}

/// A number that the response states, next to the items or in `pagination`.
fn stated_number(root: Value<'_>, name: &str) -> f64 {
    or(number(root, name), number(root.get("pagination"), name))
}
