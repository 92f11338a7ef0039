//! The client: its settings, and a handle for each resource.
//!
//! It exists where there is a host's `fetch`: for wasm32-unknown-unknown, in pages, workers, Node, Deno and Bun.

use core::fmt;
use std::rc::Rc;

use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::http::driver::{RequestFuture, Transport};
use crate::resources::accessors;
use crate::settings::config::Config;
use crate::settings::{ApiKey, ClientOptions, Pace, Params, RequestOptions};

/// A client of the API. Cloning it is cheap; the clones share the settings.
#[derive(Clone)]
pub struct Client(Transport);

/// The HTTP method of a request to a route that this version does not declare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Method {
    /// Retried after transient failures.
    Get,
    /// Retried after transient failures.
    Put,
    /// Retried after transient failures.
    Delete,
    /// Retried only if the first attempt definitely had no effect.
    Post,
    /// Retried only if the first attempt definitely had no effect.
    Patch,
}

impl Client {
    /// With an API key: in the global region, with the default options.
    ///
    /// # Errors
    /// Where the key cannot be one, or this is a page: see [`ClientOptions::new`].
    pub fn new(api_key: impl Into<ApiKey>) -> Result<Self, Error> {
        Self::with_options(ClientOptions::new(api_key))
    }

    /// With these options.
    ///
    /// # Errors
    /// Where an option is wrong; the message names it.
    pub fn with_options(options: ClientOptions) -> Result<Self, Error> {
        let pace = options.pace.clone();
        pace.as_ref().map_or(Ok(()), Pace::check)?;
        let config = Rc::new(Config::new(options)?);
        Ok(Self(Transport { config, pace, options: RequestOptions::default() }))
    }

    /// The same client with other options for the requests made through it.
    #[must_use]
    pub fn with_request_options(&self, options: RequestOptions) -> Self {
        Self(Transport { options, ..self.0.clone() })
    }

    /// A request to a route that this version does not declare. The path is encoded and without a query, such as
    /// `/assistants`; the params are the query of a GET or DELETE, else the body. Nothing of it is validated.
    ///
    /// ```no_run
    /// # async fn example(client: synthflow_wasm::Client) -> Result<(), synthflow_wasm::Error> {
    /// use serde_json::{Value, json};
    /// use synthflow_wasm::client::Method;
    ///
    /// let created: Value = client.request(Method::Post, "/new/route", Some(&json!({ "name": "A" }))).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn request<T: DeserializeOwned + 'static>(
        &self,
        method: Method,
        path: &str,
        params: Option<&dyn Params>,
    ) -> RequestFuture<T> {
        let method = match method {
            Method::Get => "GET",
            Method::Put => "PUT",
            Method::Delete => "DELETE",
            Method::Post => "POST",
            Method::Patch => "PATCH",
        };
        self.0.undeclared(method, path, params)
    }
}

impl fmt::Debug for Client {
    /// Without the key and the headers.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let base_url = &self.0.config.base_url;
        formatter.debug_struct("Client").field("base_url", base_url).finish_non_exhaustive()
    }
}

accessors!();
