//! A page of a list, for Rust users.

use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use super::{Client, read};
use crate::http::{Error, host};

/// A page of a list.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The items of this page.
    pub data: Vec<T>,
    /// How many items there are in all, if the API says so.
    pub total: Option<f64>,
    client: Client,
    name: String,
    ids: Vec<String>,
    next: Option<JsValue>,
}

impl<T: DeserializeOwned> Page<T> {
    /// Loads one page.
    pub(super) async fn load(
        client: &Client,
        name: &str,
        ids: Vec<String>,
        params: JsValue,
    ) -> Result<Self, Error> {
        let names: Vec<&str> = ids.iter().map(String::as_str).collect();
        let answer = client.send(name, &names, params.clone()).await?;
        let (total, next) = answer.page.map_or((None, JsValue::UNDEFINED), |page| (page.total, page.next));
        Ok(Self {
            data: read(&answer.data)?,
            total,
            client: client.clone(),
            name: name.to_owned(),
            ids,
            next: (!next.is_undefined()).then(|| merge(&params, &next)),
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
                Self::load(&self.client, &self.name, ids, params.clone()).await.map(Some)
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
