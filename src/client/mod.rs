//! The client: its settings, and how typed requests go through it.

pub mod config;
mod drive;
pub mod given;
pub mod options;
mod page;
pub mod wait;

use core::fmt;
use std::rc::Rc;

use crate::text::Glue as _;

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

pub use options::{ApiKey, ClientOptions, RequestOptions, Validation};
pub use page::Page;

use crate::http::decode::Answer;
use crate::http::exchange::Exchange;
use crate::http::{Error, ErrorKind, Outcome, build, host};
use crate::schema::names::camel;
use crate::schema::table;
use config::Config;

/// A client of the API. Cloning it is cheap; the clones share the settings.
#[derive(Clone)]
pub struct Client {
    config: Rc<Config>,
    request: RequestOptions,
}

impl Client {
    /// With a key, for the global region.
    ///
    /// # Errors
    /// Where the key cannot be one, or this is a page: see [`ClientOptions`].
    pub fn new(api_key: impl Into<String>) -> Result<Self, Error> {
        let api_key = ApiKey::Text(api_key.into());
        Self::with_options(ClientOptions { api_key, ..ClientOptions::default() })
    }

    /// With all options.
    ///
    /// # Errors
    /// Where an option is wrong; the message names it.
    pub fn with_options(options: ClientOptions) -> Result<Self, Error> {
        Ok(Self { config: Rc::new(Config::new(options)?), request: RequestOptions::default() })
    }

    /// The same client with other options for the requests made through it.
    #[must_use]
    pub fn with_request_options(&self, request: RequestOptions) -> Self {
        Self { config: Rc::clone(&self.config), request }
    }

    /// Sends a typed request and reads a typed answer.
    pub(crate) async fn item<T: DeserializeOwned>(
        &self,
        name: &str,
        ids: &[&str],
        params: Option<&dyn Params>,
    ) -> Result<T, Error> {
        let params = params.map_or(Ok(JsValue::UNDEFINED), Params::to_js)?;
        read(&self.send(name, ids, params).await?)
    }

    /// Sends a typed request and reads a page of typed items.
    pub(crate) async fn page<T: DeserializeOwned>(
        &self,
        name: &str,
        ids: &[&str],
        params: Option<&dyn Params>,
    ) -> Result<Page<T>, Error> {
        let params = params.map_or(Ok(JsValue::UNDEFINED), Params::to_js)?;
        Page::load(self, name, ids.iter().map(|id| (*id).to_owned()).collect(), params).await
    }

    /// The one way of all typed requests, not generic over what they carry.
    async fn send(&self, name: &str, ids: &[&str], params: JsValue) -> Result<Answer, Error> {
        let table = table::requests();
        let name = camel(name);
        let Some(operation) = table.operation(&name) else {
            return Err(Error::usage(["there is no operation ", &name].glue()));
        };
        self.request.check()?;
        self.config.check_headers(&self.request.headers)?;
        let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
        let request = build::build(&self.config, table, operation, &ids, &params, &self.request)?;
        drive::drive(Exchange::new(Rc::clone(&self.config), request, self.request.clone())).await
    }
}

impl fmt::Debug for Client {
    /// Without the key and the headers.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let base_url = &self.config.base_url;
        formatter.debug_struct("Client").field("base_url", base_url).finish_non_exhaustive()
    }
}

/// What can be sent: everything serde can write.
pub trait Params {
    /// As a value of the host.
    ///
    /// # Errors
    /// Where it cannot be written as JSON.
    fn to_js(&self) -> Result<JsValue, Error>;
}

impl<T: Serialize> Params for T {
    // Of the typed client, which is in no export of the npm wasm.
    #[allow(clippy::disallowed_methods)]
    fn to_js(&self) -> Result<JsValue, Error> {
        let text = serde_json::to_string(self).map_err(|error| Error::usage(error.to_string()))?;
        host::parse(&JsValue::from_str(&text)).map_err(|thrown| Error::usage(host::words(&thrown)))
    }
}

/// Reads the data of a response. The request was delivered and its response is complete: what cannot be read is
/// an error that says so, and nothing that may be sent again.
// Of the typed client, which is in no export of the npm wasm.
#[allow(clippy::disallowed_methods)]
pub(crate) fn read<T: DeserializeOwned>(answer: &Answer) -> Result<T, Error> {
    let unreadable = |why: String| {
        let message = ["the response is not what is documented: ", &why].glue();
        let mut error = Error::new(ErrorKind::Response, message).ended(Outcome::Unknown);
        error.attempts = answer.attempts;
        error.status = answer.status;
        error.headers = host::get(&answer.response, "headers");
        error.body = answer.data.clone();
        error
    };
    let text = host::stringify(&answer.data).map_err(|thrown| unreadable(host::words(&thrown)))?;
    let text = text.as_string().ok_or_else(|| unreadable("it cannot be written as JSON".to_owned()))?;
    serde_json::from_str(&text).map_err(|error| unreadable(error.to_string()))
}
