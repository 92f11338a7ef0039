//! The options of a client and of one request, as Rust users set them, and their checks.

use core::fmt;
use core::time::Duration;

use crate::text;
use js_sys::Function;
use wasm_bindgen::JsValue;

#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
use super::headers::check_headers;
use crate::error::Error;
#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
use crate::host;

/// Where the API key comes from.
#[derive(Clone)]
#[non_exhaustive]
pub enum ApiKey {
    /// Nowhere: a proxy adds it.
    None,
    /// A text.
    Text(String),
    /// A function of the host that is called before each attempt; it may return a promise.
    Provider(Function),
}

impl From<&str> for ApiKey {
    fn from(key: &str) -> Self {
        Self::Text(key.to_owned())
    }
}

impl From<String> for ApiKey {
    fn from(key: String) -> Self {
        Self::Text(key)
    }
}

impl From<Function> for ApiKey {
    fn from(provider: Function) -> Self {
        Self::Provider(provider)
    }
}

/// What is done about issues found in a request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Validation {
    /// Nothing is sent.
    #[default]
    Strict,
    /// They are logged, and the request is sent.
    Warn,
    /// The request is not validated.
    Off,
}

/// Where a workspace is: an API key works in its own region only.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Region {
    /// The default, which Synthflow retires at the end of 2026: its workspaces are moved to `Us` or `Eu`.
    #[default]
    Global,
    /// United States.
    Us,
    /// European Union.
    Eu,
}

/// Which log lines are written: those of this level and above.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LogLevel {
    /// None.
    Off,
    /// Errors of callbacks.
    Error,
    /// Requests that are sent despite issues, and a client without a region.
    #[default]
    Warn,
    /// Retries.
    Info,
    /// Every attempt.
    Debug,
}

/// The options of a client; what is not set has its default.
#[derive(Clone)]
pub struct ClientOptions {
    pub(crate) api_key: ApiKey,
    pub(crate) region: Option<String>,
    pub(crate) base_url: Option<String>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) max_retries: Option<u32>,
    pub(crate) max_retry_after: Option<Duration>,
    pub(crate) fetch: Option<Function>,
    pub(crate) default_headers: Vec<(String, String)>,
    pub(crate) validation: Option<Validation>,
    pub(crate) logger: JsValue,
    pub(crate) log_level: Option<String>,
    pub(crate) on_drift: Option<Function>,
    /// The options of a JavaScript caller with its hooks; undefined without them.
    pub(crate) hooks: JsValue,
    /// How fast calls are placed.
    #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
    pub(crate) pace: Option<super::Pace>,
    pub(crate) dangerously_allow_browser: bool,
    pub(crate) dangerously_allow_http: bool,
}

/// How the request of a wait is retried: until the wait itself ends.
#[derive(Clone, Copy)]
pub struct WaitRetry {
    /// The longest pause between two attempts, in milliseconds.
    pub pause: f64,
    /// Until when what is waited for may be missing, on the clock of `host::now`.
    pub late_until: f64,
}

/// The options of a request; what is not set is the client's.
#[derive(Clone, Default)]
pub struct RequestOptions {
    pub(crate) signal: JsValue,
    pub(crate) timeout: Option<Duration>,
    pub(crate) max_retries: Option<u32>,
    pub(crate) validation: Option<Validation>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) extra_body: JsValue,
    pub(crate) extra_query: JsValue,
    /// Of the request of a wait.
    pub(crate) wait_retry: Option<WaitRetry>,
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
            // With a credential in it, the client refuses it.
            .field("base_url", &self.base_url.as_deref().filter(|url| !url.contains('@')))
            .field("timeout", &self.timeout)
            .field("max_retries", &self.max_retries)
            .field("max_retry_after", &self.max_retry_after)
            .field("default_headers", &names(&self.default_headers))
            .field("validation", &self.validation)
            .field("log_level", &self.log_level)
            .field("dangerously_allow_browser", &self.dangerously_allow_browser)
            .field("dangerously_allow_http", &self.dangerously_allow_http)
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
    /// Refuses what the options of a JavaScript caller are refused for.
    #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
    pub(crate) fn check(&self) -> Result<(), Error> {
        checked_timeout(self.timeout, "request option timeout")?;
        checked_retries(self.max_retries, option_name!("request option ", "maxRetries", "max_retries"))?;
        check_headers(&self.headers)?;
        if !self.signal.is_undefined() && !host::is_signal(&self.signal) {
            return Err(Error::usage("request option signal: expected an AbortSignal"));
        }
        Ok(())
    }
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

/// More retries than this are a mistake.
pub(crate) const MAX_RETRIES: f64 = 100.0;

/// Refuses more retries than that.
pub(crate) fn checked_retries(retries: Option<u32>, what: &str) -> Result<Option<u32>, Error> {
    if retries.is_some_and(|retries| f64::from(retries) > MAX_RETRIES) {
        return Err(Error::usage(text::concat(&[what, ": expected an integer from 0 to 100"])));
    }
    Ok(retries)
}
