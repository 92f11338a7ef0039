//! The options as Rust users set them.

use core::time::Duration;

use js_sys::Function;
use wasm_bindgen::JsValue;

use super::options::{ApiKey, ClientOptions, LogLevel, Region, RequestOptions, Validation};
#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
use super::params;
#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
use crate::error::Error;

/// Setters of options that are not set by default.
macro_rules! setters {
    ($($(#[doc = $doc:literal])* $name:ident: $type:ty;)*) => {$(
        $(#[doc = $doc])*
        #[must_use]
        pub fn $name(mut self, $name: $type) -> Self {
            self.$name = Some($name);
            self
        }
    )*};
}

impl Region {
    /// The name: `global`, `us`, `eu`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::Us => "us",
            Self::Eu => "eu",
        }
    }
}

impl LogLevel {
    /// The name: `off`, `error`, `warn`, `info`, `debug`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Error => "error",
            Self::Warn => "warn",
            Self::Info => "info",
            Self::Debug => "debug",
        }
    }
}

impl ClientOptions {
    /// With an API key: a text, or a function of the host that is called before each attempt and may return a promise.
    ///
    /// In a page a key is refused, since every visitor can read it: see
    /// [`dangerously_allow_browser`](Self::dangerously_allow_browser).
    #[must_use]
    pub fn new(api_key: impl Into<ApiKey>) -> Self {
        Self {
            api_key: api_key.into(),
            region: None,
            base_url: None,
            timeout: None,
            max_retries: None,
            max_retry_after: None,
            fetch: None,
            default_headers: Vec::new(),
            validation: None,
            logger: JsValue::UNDEFINED,
            log_level: None,
            on_drift: None,
            hooks: JsValue::UNDEFINED,
            #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
            pace: None,
            dangerously_allow_browser: false,
            dangerously_allow_http: false,
        }
    }

    /// Without a key, for a proxy that adds it: `/synthflow` on the page's own origin, for example.
    #[must_use]
    pub fn without_key(base_url: impl Into<String>) -> Self {
        Self::new(ApiKey::None).base_url(base_url)
    }

    /// The region of the key's workspace. Default: [`Region::Global`].
    #[must_use]
    pub fn region(mut self, region: Region) -> Self {
        self.region = Some(region.as_str().to_owned());
        self
    }

    /// Another base URL than the region's: https, http to this machine, or a path on the page's own origin. See
    /// [`dangerously_allow_http`](Self::dangerously_allow_http).
    #[must_use]
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = Some(base_url.into());
        self
    }

    setters! {
        /// How long an attempt may take, the response's body included; more than zero. Default: 60 seconds.
        timeout: Duration;
        /// How often a request is retried at most, from 0 to 100. Default: 2.
        max_retries: u32;
        /// How long `Retry-After` may ask to wait; a longer wait ends the request. Default: 60 seconds.
        max_retry_after: Duration;
        /// The `fetch` to use. Default: the global one, looked up at each call.
        fetch: Function;
        /// What is done about issues found in a request. Default: [`Validation::Strict`].
        validation: Validation;
    }

    /// How fast calls are placed. Default: no limit. Clients that are given clones of one pace share it.
    #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
    #[must_use]
    pub fn pace(mut self, pace: super::Pace) -> Self {
        self.pace = Some(pace);
        self
    }

    /// Adds a header that is sent with every request.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.default_headers.push((name.into(), value.into()));
        self
    }

    /// An object of the host with functions `error`, `warn`, `info` and `debug`. Default: the console.
    #[must_use]
    pub fn logger(mut self, logger: js_sys::Object) -> Self {
        self.logger = logger.into();
        self
    }

    /// Which log lines are written. They hold no key, no id, no phone number, no body. Default: [`LogLevel::Warn`].
    #[must_use]
    pub fn log_level(mut self, level: LogLevel) -> Self {
        self.log_level = Some(level.as_str().to_owned());
        self
    }

    /// Allows a key in a page, where every visitor can read it.
    #[must_use]
    pub fn dangerously_allow_browser(mut self, allow: bool) -> Self {
        self.dangerously_allow_browser = allow;
        self
    }

    /// Allows a base URL of plain http to another machine, as in a private network, where whoever is in between can read the
    /// key. Never to Synthflow itself.
    #[must_use]
    pub fn dangerously_allow_http(mut self, allow: bool) -> Self {
        self.dangerously_allow_http = allow;
        self
    }
}

impl RequestOptions {
    /// With nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Aborts the request when the signal fires.
    #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
    #[must_use]
    pub fn signal(mut self, signal: &web_sys::AbortSignal) -> Self {
        self.signal = signal.into();
        self
    }

    setters! {
        /// How long an attempt may take, instead of the client's time; more than zero.
        timeout: Duration;
        /// How often the request is retried at most, from 0 to 100, instead of the client's number.
        max_retries: u32;
        /// What is done about issues found in the request, instead of the client's choice.
        validation: Validation;
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Fields added to the body, and to those that were added before; not validated.
    ///
    /// # Errors
    /// Where they are no fields, as those of a map or a struct, or have no form in JSON.
    #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
    pub fn extra_body(mut self, fields: &impl serde::Serialize) -> Result<Self, Error> {
        let fields = params::finite(params::Params::to_js(fields)?)?;
        self.extra_body = params::added("extra_body", &self.extra_body, &fields)?;
        Ok(self)
    }

    /// Fields added to the query, and to those that were added before; not validated.
    ///
    /// # Errors
    /// Where they are no fields, as those of a map or a struct, or have no form in JSON.
    #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
    pub fn extra_query(mut self, fields: &impl serde::Serialize) -> Result<Self, Error> {
        self.extra_query = params::added("extra_query", &self.extra_query, &params::Params::to_js(fields)?)?;
        Ok(self)
    }
}
