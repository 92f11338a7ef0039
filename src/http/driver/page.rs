//! A page of a list, for Rust users.

use core::fmt;
use std::rc::Rc;

use js_sys::{Array, Object};
use serde::de::DeserializeOwned;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};

use super::request::{Outcomes, Plan};
use super::stream::{self, Batch, ItemStream};
use super::transport::operation;
use super::typed;
use crate::error::{Error, ErrorKind, Outcome};
use crate::host;
use crate::http::decode::Decoded;
use crate::http::failure::REPEATED;
use crate::http::paging::Next;
use crate::text;

/// A page of a list.
#[derive(Clone)]
#[non_exhaustive]
pub struct Page<T> {
    /// The items of this page.
    pub data: Vec<T>,
    /// The items that do not fit their type, as the API sent them.
    pub skipped: Vec<Value>,
    /// How many items there are in all, if the API says so.
    pub total: Option<f64>,
    /// Whether the response says that there are more, by `has_more`.
    pub(super) is_more: bool,
    /// Whether there is a list in the field that should have one: without it, a page without items says nothing.
    pub(super) has_list: bool,
    /// The request of the next page, and what was seen of the list so far.
    next: Option<Rc<(Plan, Seen)>>,
}

impl<T: fmt::Debug> fmt::Debug for Page<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut page = formatter.debug_struct("Page");
        page.field("data", &self.data).field("total", &self.total).finish_non_exhaustive()
    }
}

/// By which the end of a list is known, and one that never ends: the cursors and pages so far, and how many items there were
/// in all.
#[derive(Clone, Default)]
struct Seen {
    cursors: Vec<String>,
    /// The hash of the items of each page that had some.
    pages: Vec<u64>,
    /// That of the last page.
    last: Option<u64>,
    /// Whether the last page is an earlier one once more.
    is_repeat: bool,
    /// How many items come before the list, and are in it so far; `None` before the first page.
    at: Option<f64>,
    /// The total that the first page stated.
    first: Option<f64>,
    /// How many pages in turn were empty.
    empty: u32,
    /// The total that the last page stated; `None` if that page was an earlier one once more.
    total: Option<f64>,
}

impl Seen {
    /// What is seen with this page; `None` where the page is an earlier one once more, or empty with a cursor from before.
    fn with(&self, name: &str, decoded: &Decoded) -> Result<Option<Self>, Error> {
        let cursor = decoded.page.as_ref().and_then(|page| page.next.as_ref()?.cursor.as_string());
        let items = host::stringify(&decoded.data).ok().and_then(|text| text.as_string());
        let key = items.map(|text| hash(&without_urls(&text).unwrap_or(text)));
        let length = host::get(&decoded.data, "length").as_f64().unwrap_or_default();
        let (before, is_more) =
            decoded.page.as_ref().map_or((0.0, false), |page| (page.before, page.is_more));
        let mut cursors = self.cursors.clone();
        let has_cursor = cursor.is_some();
        if let Some(cursor) = cursor {
            if cursors.contains(&cursor) {
                return if length > 0.0 || is_more { Err(broken(name, decoded, REPEATED)) } else { Ok(None) };
            }
            cursors.push(cursor);
        }
        let mut total = decoded.page.as_ref().and_then(|page| page.total);
        let key = key.filter(|_| length > 0.0);
        let is_last = key.is_some() && key == self.last;
        let first = if self.at.is_none() { total } else { self.first };
        // One item alone may come once more, as one without an id or one that has changed its place, and so may all if others
        // arrive.
        let may_come = length < 2.0 || total.zip(first).is_some_and(|(total, first)| total > first);
        let is_repeat = is_last || !may_come && key.is_some_and(|key| self.pages.contains(&key));
        if is_repeat {
            // As many items may have arrived at the front; more than once in turn, the position is ignored.
            let is_shifted =
                !has_cursor && total.zip(self.total).is_some_and(|(total, before)| total >= before + length);
            // Where more is expected, what is missing would be lost silently.
            if !is_shifted {
                return if has_cursor || is_more || total.is_some() || !is_last {
                    Err(broken(name, decoded, REPEATED))
                } else {
                    Ok(None)
                };
            }
            total = None;
        }
        let empty = if length > 0.0 { 0 } else { self.empty.saturating_add(1) };
        // Each may have a cursor of its own, without an end.
        if has_cursor && empty > MAX_EMPTY {
            return Err(broken(name, decoded, ": 100 pages in turn are empty"));
        }
        let mut pages = self.pages.clone();
        pages.extend(key.filter(|_| !is_repeat));
        // An offset is where the items are, which may have come before.
        let has_offset = decoded
            .page
            .as_ref()
            .and_then(|page| page.next.as_ref())
            .is_some_and(|next| next.name == "offset");
        let at = Some(self.at.filter(|_| !has_offset).unwrap_or(before) + length);
        Ok(Some(Self { cursors, pages, last: key, is_repeat, at, empty, first, total }))
    }
}

/// The hash of a text (FNV-1a).
fn hash(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The items without URLs, by which a repeated page is known: signed ones differ each time.
fn without_urls(items: &str) -> Option<String> {
    let mut items: Value = serde_json::from_str(items).ok()?;
    remove_urls(&mut items);
    Some(items.to_string())
}

fn remove_urls(value: &mut Value) {
    match value {
        Value::String(text) if text.starts_with("http://") || text.starts_with("https://") => text.clear(),
        Value::Array(items) => items.iter_mut().for_each(remove_urls),
        Value::Object(fields) => fields.values_mut().for_each(remove_urls),
        _ => {}
    }
}

/// How many pages in turn may be empty.
const MAX_EMPTY: u32 = 100;

fn broken(name: &str, decoded: &Decoded, why: &str) -> Error {
    let message = [name, why];
    Error::new(ErrorKind::Response, text::concat(&message)).with_outcome(Outcome::Unknown).of(decoded)
}

/// Loads the first page of a list.
pub(super) async fn load<T: DeserializeOwned + 'static>(plan: Plan) -> Outcomes<Page<T>> {
    load_after(plan, Seen::default()).await
}

async fn load_after<T: DeserializeOwned + 'static>(mut plan: Plan, before: Seen) -> Outcomes<Page<T>> {
    // Read once, so that what follows is asked for with the same.
    let params = plan.params.clone()?;
    let again = Plan {
        transport: plan.transport.clone(),
        name: plan.name.clone(),
        ids: plan.ids.clone(),
        params: Ok(params.clone()),
    };
    plan.params = Ok(params.clone());
    let decoded = plan.send(false).await?.decoded;
    let response = decoded.response.clone();
    let field = operation(&again.name)?.envelope_field;
    let list = decoded.page.as_ref().map(|page| host::get(&page.body, field));
    let has_list = list.is_some_and(|list| Array::is_array(&list));
    let Some(seen) = before.with(&again.name, &decoded)? else {
        let none =
            Page { data: Vec::new(), skipped: Vec::new(), total: None, is_more: false, has_list, next: None };
        return Ok((none, response));
    };
    let (data, skipped) = if seen.is_repeat { Default::default() } else { typed::read_items(&decoded)? };
    let (total, is_more, next) =
        decoded.page.map_or((None, false, None), |page| (page.total, page.is_more, page.next));
    // A page of a server that has smaller ones than it states looks like the last.
    let is_left = |total| seen.at.is_none_or(|at| at < total);
    let next = next.filter(|_| is_more || total.is_none_or(is_left)).map(|next| {
        let params = Ok(merge(&params, &next));
        Rc::new((Plan { params, ..again }, seen))
    });
    Ok((Page { data, skipped, total, is_more, has_list, next }, response))
}

async fn load_next<T: DeserializeOwned + 'static>(next: &(Plan, Seen)) -> Result<Page<T>, Error> {
    let (plan, seen) = next;
    if plan.params.as_ref().is_ok_and(|params| host::get(params, "cursor").is_null()) {
        let message =
            text::concat(&[&plan.name, ": there is more, but the response does not say where it begins"]);
        return Err(Error::new(ErrorKind::Response, message).with_outcome(Outcome::Unknown));
    }
    Ok(load_after(plan.clone(), seen.clone()).await?.0)
}

impl<T: DeserializeOwned + 'static> Page<T> {
    /// Whether there is another page.
    #[must_use]
    pub fn has_next(&self) -> bool {
        self.next.is_some()
    }

    /// Loads the next page, if there is one.
    ///
    /// # Errors
    /// As the list itself.
    pub fn next(&self) -> impl Future<Output = Result<Option<Self>, Error>> + use<T> {
        let next = self.next.clone();
        async move {
            let Some(next) = next else { return Ok(None) };
            Ok(Some(load_next(&next).await?))
        }
    }

    /// The items of this page and of those that follow, each page loaded when its first item is asked for.
    pub fn into_stream(self) -> ItemStream<T> {
        ItemStream::from_batch(self.into_batch())
    }

    pub(super) fn into_batch(self) -> Batch<T> {
        let Self { data, skipped, next, .. } = self;
        let next = next.map(|next| -> stream::Next<T> {
            Box::new(move || Box::pin(async move { Ok(load_next(&next).await?.into_batch()) }))
        });
        Batch { items: data, skipped, next }
    }
}

/// The params of the next page. Nothing is assigned from undefined.
fn merge(params: &JsValue, next: &Next) -> JsValue {
    let merged = host::bare_object();
    Object::assign(merged.unchecked_ref::<Object>(), params.unchecked_ref());
    let value = if next.cursor.is_undefined() { next.number.into() } else { next.cursor.clone() };
    host::set(&merged, next.name, &value);
    merged
}
