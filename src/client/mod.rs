//! The client: its settings, and how typed requests go through it.

mod wait;

use core::fmt;
use std::rc::Rc;

pub use crate::http::page::Page;
pub use crate::settings::{ApiKey, ClientOptions, RequestOptions, Validation};

use crate::error::Error;
use crate::http::transport::Transport;
use crate::resources::accessors;
use crate::settings::config::Config;

/// A client of the API. Cloning it is cheap; the clones share the settings.
#[derive(Clone)]
pub struct Client(Transport);

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
        Ok(Self(Transport { config: Rc::new(Config::new(options)?), options: RequestOptions::default() }))
    }

    /// The same client with other options for the requests made through it.
    #[must_use]
    pub fn with_request_options(&self, options: RequestOptions) -> Self {
        Self(Transport { config: Rc::clone(&self.0.config), options })
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
