//! The options of a client and of one request, as Rust users set them, and their checks.

use core::fmt;
use core::time::Duration;

use crate::text;
use js_sys::Function;
use wasm_bindgen::JsValue;

use super::headers::check_headers;
use crate::error::Error;
use crate::host;

/// Where the key comes from.
#[derive(Clone, Default)]
pub enum ApiKey {
    /// Nowhere: a proxy adds it.
    #[default]
    None,
    /// Here it is.
    Text(String),
    /// A function that is called before each attempt; it may return a promise.
    Provider(Function),
}

/// What is done about problems found in a request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Validation {
    /// Nothing is sent.
    #[default]
    Strict,
    /// They are logged, and the request is sent.
    Warn,
    /// They are not looked for.
    Off,
}

/// The options of a client; what is left out has its default.
#[derive(Clone, Default)]
pub struct ClientOptions {
    /// The key.
    pub api_key: ApiKey,
    /// `global` (default), `us` or `eu`: a key works in its own region only.
    pub region: Option<String>,
    /// Another base URL than the region's.
    pub base_url: Option<String>,
    /// How long an attempt may take, the response's body included; more than nothing. Default: 60 seconds.
    pub timeout: Option<Duration>,
    /// How often a request is retried at most, from 0 to 100. Default: 2.
    pub max_retries: Option<u32>,
    /// How long `Retry-After` may ask to wait; a longer wait ends the request. Default: 60 seconds.
    pub max_retry_after: Option<Duration>,
    /// The `fetch` to use. Default: the global one, looked up at each call.
    pub fetch: Option<Function>,
    /// Headers sent with every request.
    pub default_headers: Vec<(String, String)>,
    /// What is done about problems found in a request.
    pub validation: Option<Validation>,
    /// An object with `error`, `warn`, `info` and `debug`. Default: the console.
    pub logger: JsValue,
    /// `off`, `error`, `warn` (default), `info`, `debug`.
    pub log_level: Option<String>,
    /// Is called with every difference between a response and its documented shape.
    pub on_drift: Option<Function>,
    /// Allows a key in a page, where every visitor can read it.
    pub dangerously_allow_browser: bool,
}

/// The options of one request.
#[derive(Clone, Default)]
pub struct RequestOptions {
    /// An `AbortSignal`.
    pub signal: JsValue,
    /// How long an attempt may take, instead of the client's time; more than nothing.
    pub timeout: Option<Duration>,
    /// How often the request is retried at most, from 0 to 100, instead of the client's number.
    pub max_retries: Option<u32>,
    /// What is done about problems, instead of the client's.
    pub validation: Option<Validation>,
    /// Headers sent besides.
    pub headers: Vec<(String, String)>,
    /// Fields added to the body, unchecked.
    pub extra_body: JsValue,
    /// Fields added to the query, unchecked.
    pub extra_query: JsValue,
}

// What is printed of the options holds no secret: names of headers only, and no key.

impl fmt::Debug for ApiKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::None => "None",
            Self::Text(_) => "Text([redacted])",
            Self::Provider(_) => "Provider(..)",
        })
    }
}

impl fmt::Debug for ClientOptions {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ClientOptions")
            .field("api_key", &self.api_key)
            .field("region", &self.region)
            .field("base_url", &self.base_url)
            .field("timeout", &self.timeout)
            .field("max_retries", &self.max_retries)
            .field("max_retry_after", &self.max_retry_after)
            .field("default_headers", &names(&self.default_headers))
            .field("validation", &self.validation)
            .field("log_level", &self.log_level)
            .field("dangerously_allow_browser", &self.dangerously_allow_browser)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for RequestOptions {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RequestOptions")
            .field("timeout", &self.timeout)
            .field("max_retries", &self.max_retries)
            .field("validation", &self.validation)
            .field("headers", &names(&self.headers))
            .finish_non_exhaustive()
    }
}

fn names(headers: &[(String, String)]) -> Vec<&str> {
    headers.iter().map(|(name, _)| name.as_str()).collect()
}

impl RequestOptions {
    /// Refuses what JavaScript's options are refused for: the fields are public.
    pub(crate) fn check(&self) -> Result<(), Error> {
        checked_timeout(self.timeout, "request option timeout")?;
        checked_retries(self.max_retries, "request option maxRetries")?;
        check_headers(&self.headers)?;
        if !self.signal.is_undefined() && !is_signal(&self.signal) {
            return Err(Error::usage("request option signal: expected an AbortSignal"));
        }
        Ok(())
    }
}

/// A signal by what it can do: one of another realm is one too.
pub(crate) fn is_signal(value: &JsValue) -> bool {
    host::get(value, "aborted").as_bool().is_some()
        && host::method(value, "addEventListener").is_some()
        && host::method(value, "removeEventListener").is_some()
}

/// A duration in milliseconds, as the host counts them.
pub(crate) fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs() as f64 * 1000.0 + f64::from(duration.subsec_micros()) / 1000.0
}

/// A time of nothing would fail every request.
pub(crate) fn checked_timeout(timeout: Option<Duration>, what: &str) -> Result<Option<f64>, Error> {
    if timeout.is_some_and(|timeout| timeout.is_zero()) {
        return Err(Error::usage(text::concat(&[what, ": expected a time above 0"])));
    }
    Ok(timeout.map(milliseconds))
}

/// More retries than this are a slip.
pub(crate) const MAX_RETRIES: f64 = 100.0;

/// Refuses more retries than that.
pub(crate) fn checked_retries(retries: Option<u32>, what: &str) -> Result<Option<u32>, Error> {
    if retries.is_some_and(|retries| f64::from(retries) > MAX_RETRIES) {
        return Err(Error::usage(text::concat(&[what, ": expected an integer from 0 to 100"])));
    }
    Ok(retries)
}
