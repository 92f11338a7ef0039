//! A page of a list, for Rust users.

use core::fmt;

use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use super::decode::Answer;
use super::transport::{Transport, read};
use crate::error::{Error, ErrorKind, Outcome};
use crate::host;
use crate::schema::naming::camel;
use crate::text;

/// A page of a list.
#[derive(Clone)]
pub struct Page<T> {
    /// The items of this page.
    pub data: Vec<T>,
    /// How many items there are in all, if the API says so.
    pub total: Option<f64>,
    transport: Transport,
    name: String,
    ids: Vec<String>,
    next: Option<JsValue>,
    /// What was seen of the list so far.
    seen: Seen,
}

impl<T: fmt::Debug> fmt::Debug for Page<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut page = formatter.debug_struct("Page");
        page.field("data", &self.data).field("total", &self.total).finish_non_exhaustive()
    }
}

/// By which a list that never ends is known: the cursors so far, and the items of the last page.
#[derive(Clone, Default)]
struct Seen {
    cursors: Vec<String>,
    items: Option<String>,
}

impl Seen {
    /// What is seen with this page; `None` where the page is the one before once more.
    fn with(&self, name: &str, answer: &Answer) -> Result<Option<Self>, Error> {
        let next = answer.page.as_ref().map_or(JsValue::UNDEFINED, |page| page.next.clone());
        let items = host::stringify(&answer.data).ok().and_then(|text| text.as_string());
        let mut cursors = self.cursors.clone();
        if let Some(cursor) = host::get(&next, "cursor").as_string() {
            if cursors.contains(&cursor) {
                return Err(repeated(name, answer));
            }
            cursors.push(cursor);
        }
        let is_empty = items.as_deref() == Some("[]");
        if !is_empty && items.is_some() && items == self.items {
            // Where a total promises more, what is missing would be lost without a word.
            let total = answer.page.as_ref().and_then(|page| page.total);
            return if total.is_some() { Err(repeated(name, answer)) } else { Ok(None) };
        }
        Ok(Some(Self { cursors, items }))
    }
}

fn repeated(name: &str, answer: &Answer) -> Error {
    let message = [&camel(name), ": the response repeats the page before, so the list would never end"];
    let mut error = Error::new(ErrorKind::Response, text::concat(&message)).with_outcome(Outcome::Unknown);
    error.attempts = answer.attempts;
    error.status = answer.status;
    error
}

impl<T: DeserializeOwned> Page<T> {
    /// Loads one page.
    pub(crate) async fn load(
        transport: &Transport,
        name: &str,
        ids: Vec<String>,
        params: JsValue,
    ) -> Result<Self, Error> {
        Self::load_after(transport, name, ids, params, &Seen::default()).await
    }

    async fn load_after(
        transport: &Transport,
        name: &str,
        ids: Vec<String>,
        params: JsValue,
        before: &Seen,
    ) -> Result<Self, Error> {
        let names: Vec<&str> = ids.iter().map(String::as_str).collect();
        let answer = transport.send(name, &names, params.clone()).await?;
        let seen = before.with(name, &answer)?;
        let Some(seen) = seen else {
            let (transport, name) = (transport.clone(), name.to_owned());
            return Ok(Self {
                data: Vec::new(),
                total: None,
                transport,
                name,
                ids,
                next: None,
                seen: before.clone(),
            });
        };
        let data = read(&answer)?;
        let (total, next) = answer.page.map_or((None, JsValue::UNDEFINED), |page| (page.total, page.next));
        Ok(Self {
            data,
            total,
            transport: transport.clone(),
            name: name.to_owned(),
            ids,
            next: (!next.is_undefined()).then(|| merge(&params, &next)),
            seen,
        })
    }

    /// Whether there is another page.
    #[must_use]
    pub fn has_next(&self) -> bool {
        self.next.is_some()
    }

    /// Loads the next page, if there is one.
    ///
    /// # Errors
    /// As the list itself.
    pub async fn next(&self) -> Result<Option<Self>, Error> {
        match &self.next {
            Some(params) => {
                let ids = self.ids.clone();
                let page = Self::load_after(&self.transport, &self.name, ids, params.clone(), &self.seen);
                page.await.map(Some)
            }
            None => Ok(None),
        }
    }
}

fn merge(params: &JsValue, next: &JsValue) -> JsValue {
    let merged = host::object();
    for source in [params, next] {
        for (name, value) in host::entries(source).unwrap_or_default() {
            host::set(&merged, &name, &value);
        }
    }
    merged
}
