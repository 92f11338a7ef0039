//! A client's settings, checked once.

use std::cell::Cell;

use crate::text;

use js_sys::Function;
use wasm_bindgen::JsValue;

use super::headers::check_headers;
use super::options::{self, ApiKey, ClientOptions, Validation};
use crate::error::Error;
use crate::host;
use crate::schema::hints::quoted;
use crate::schema::naming::nearest;
use crate::schema::table::{self, Table};

/// A client's settings.
pub struct Config {
    /// Where the key comes from.
    pub api_key: ApiKey,
    /// `global`, `us`, `eu`, or `custom` where a base URL was given.
    pub region: String,
    /// Without a slash at its end.
    pub base_url: String,
    /// Milliseconds an attempt may take.
    pub timeout: f64,
    /// How often a request is retried at most.
    pub max_retries: u32,
    /// Milliseconds that `Retry-After` may ask for.
    pub max_retry_after: f64,
    /// The caller's `fetch`.
    pub fetch: Option<Function>,
    /// Headers sent with every request.
    pub headers: Vec<(String, String)>,
    /// What is done about issues found in a request.
    pub validation: Validation,
    /// Where log lines go.
    pub logger: JsValue,
    /// 0 off to 4 debug.
    pub log_level: usize,
    /// Whether this runs in a browser without `dangerously_allow_browser`: then no request may carry a key.
    pub exposed: bool,
    /// Whether the requests go to the server of this page.
    pub is_same_origin: bool,
    /// Is called with each difference from the documented shape.
    pub on_drift: Option<(Function, &'static Table)>,
    /// The options with the hooks of a JavaScript caller; undefined without them.
    pub hooks: JsValue,
}

/// The level at which each attempt is logged.
pub const LOGS_ATTEMPTS: usize = 4;

pub(super) const LEVELS: [&str; 5] = ["off", "error", "warn", "info", "debug"];

const API_KEY: &str = option_name!("client option ", "apiKey: ", "api_key: ");

const BROWSER: &str = option_name!(
    "in a page, every visitor could read the key. Keep it on a server and let a proxy add it: ",
    "new Synthflow({ apiKey: null, baseURL: \"/synthflow\" }); see README. If only you can open this page, pass \
     dangerouslyAllowBrowser: true",
    "ClientOptions::without_key(\"/synthflow\"). If only you can open this page, set dangerously_allow_browser(true)"
);

/// Logged once in a process: a script that works today stops when the region is switched off.
const NO_REGION: &str = "no region is set: using \"global\", which Synthflow retires at the end of 2026; set the client \
                         option region to \"us\" or \"eu\"";

thread_local! {
    static HAS_WARNED: Cell<bool> = const { Cell::new(false) };
}

impl Config {
    /// Checks the options and fills in the defaults.
    pub fn new(options: ClientOptions) -> Result<Self, Error> {
        let is_default = options.region.is_none() && options.base_url.is_none();
        let region = options.region.unwrap_or_else(|| "global".to_owned());
        let base_url = match (&options.base_url, region.as_str()) {
            (Some(url), "global" | "us" | "eu") => base_url(url, options.dangerously_allow_http)?,
            (None, "global") => "https://api.synthflow.ai/v2".to_owned(),
            (None, "us" | "eu") => text::concat(&["https://api.", &region, ".synthflow.ai/v2"]),
            _ => {
                return Err(Error::usage(text::concat(&[
                    "client option region: expected \"global\", \"us\" or \"eu\", got ",
                    &shown(&region, &["global", "us", "eu"]),
                ])));
            }
        };
        if let ApiKey::Text(key) = &options.api_key {
            check_key(key)?;
        }
        check_headers(&options.default_headers)?;
        let sandbox = options.fetch.as_ref().is_some_and(|fetch| host::is_sandbox(fetch));
        // A key in a header is one too, unless it goes to the page's own server, where it is a session's.
        let is_same_origin = host::is_same_origin(&base_url);
        let in_header = has_authorization(&options.default_headers) && !is_same_origin;
        let has_key = in_header || !matches!(options.api_key, ApiKey::None);
        let exposed = !options.dangerously_allow_browser && !sandbox && host::is_browser();
        if has_key && exposed {
            return Err(Error::usage(text::concat(&[API_KEY, BROWSER])));
        }
        let level = options.log_level.as_deref().unwrap_or("warn");
        let Some(log_level) = LEVELS.iter().position(|known| *known == level) else {
            return Err(Error::usage(text::concat(&[
                option_name!("client option ", "logLevel", "log_level"),
                ": expected one of ",
                &text::join(&LEVELS, ", "),
                ", got ",
                &shown(level, &LEVELS),
            ])));
        };
        let config = Self {
            api_key: options.api_key,
            region: if options.base_url.is_some() { "custom".to_owned() } else { region },
            base_url,
            timeout: options::checked_timeout(options.timeout, "client option timeout")?.unwrap_or(60_000.0),
            max_retries: options::checked_retries(
                options.max_retries,
                option_name!("client option ", "maxRetries", "max_retries"),
            )?
            .unwrap_or(2),
            max_retry_after: options.max_retry_after.map_or(60_000.0, options::milliseconds),
            fetch: options.fetch,
            headers: options.default_headers,
            validation: options.validation.unwrap_or_default(),
            logger: options.logger,
            log_level,
            exposed,
            is_same_origin,
            on_drift: options.on_drift.map(drift).transpose()?,
            hooks: options.hooks,
        };
        if is_default && !sandbox && !host::is_browser() && !HAS_WARNED.replace(true) {
            config.log(2, NO_REGION);
        }
        Ok(config)
    }

    /// Refuses a key in the headers of one request, where the client may not have one.
    pub fn check_headers(&self, headers: &[(String, String)]) -> Result<(), Error> {
        if self.exposed && has_authorization(headers) && !self.is_same_origin {
            return Err(Error::usage(text::concat(&["request option headers: ", BROWSER])));
        }
        Ok(())
    }

    /// Writes a log line at a level of 1 (error) to 4 (debug).
    pub fn log(&self, level: usize, line: &str) {
        if level > self.log_level {
            return;
        }
        host::log(&self.logger, LEVELS.get(level).copied().unwrap_or("debug"), line);
    }
}

/// The key may hold what a header can carry and no space; it is never part of a message.
pub fn check_key(key: &str) -> Result<(), Error> {
    let why = if key.is_empty() {
        option_name!(
            "it is empty: ",
            "set SYNTHFLOW_API_KEY or pass the key, or null for a proxy that adds it",
            "pass the key, or ClientOptions::without_key for a proxy that adds it"
        )
    } else if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
        "it contains whitespace or a non-ASCII character"
    } else if key == "undefined" || key == "null" {
        "it is the text of a missing value"
    } else {
        return Ok(());
    };
    Err(Error::usage(text::concat(&[API_KEY, why])))
}

/// Https, or plain http to this machine, or a path on the page's own origin; if allowed, plain http to any host but
/// Synthflow's.
fn base_url(url: &str, allow_http: bool) -> Result<String, Error> {
    let mut url = url;
    while let Some(shorter) = url.strip_suffix('/') {
        url = shorter;
    }
    let host = |rest: &str| text::split_at_byte(rest, b'/').map_or(rest, |(host, _)| host).to_owned();
    let secure = url.starts_with("https://");
    let plain = url
        .strip_prefix("http://")
        .map(host)
        .is_some_and(|host| is_loopback(&host) || allow_http && is_foreign(&host));
    let path = url.starts_with('/') && !url.starts_with("//");
    // A host that is empty would be skipped by the parser: the next part of the path would be it.
    if (path || (secure || plain) && !text::contains(url, ":///") && host::is_url(url))
        && url.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'?' | b'#' | b'@' | b'\\'))
    {
        return Ok(url.to_owned());
    }
    Err(Error::usage(text::concat(&[
        option_name!("client option ", "baseURL", "base_url"),
        ": expected https://…, http:// to this machine, or a path of the page's own origin such as /synthflow; for http:// \
         in a private network, set ",
        option_name!("", "dangerouslyAllowHttp", "dangerously_allow_http"),
    ])))
}

/// Whether a host is not one of Synthflow's, in no spelling.
fn is_foreign(host: &str) -> bool {
    !text::contains(host, "%") && !is_synthflow(&text::concat(&[".", host]))
}

/// `localhost`, `[::1]`, and `127.` with three numbers, not a name that starts like one.
fn is_loopback(host: &str) -> bool {
    let mut name = host;
    if let Some((before, port)) = text::split_at_byte(host, b':')
        && port.bytes().all(|byte| byte.is_ascii_digit())
    {
        name = before;
    }
    let numbers = name.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    name == "localhost" || host.starts_with("[::1]") || name.starts_with("127.") && numbers
}

/// Whether a URL is on a host of Synthflow's.
pub fn is_synthflow(url: &str) -> bool {
    text::contains(&url.to_ascii_lowercase(), ".synthflow.ai")
}

/// Whether headers have what identifies the caller.
pub fn has_authorization(headers: &[(String, String)]) -> bool {
    headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("authorization"))
}

/// A value in a message where it is near a known one. Another may be anything, a key among others.
fn shown(value: &str, known: &[&str]) -> String {
    match nearest(value, known) {
        Some(_) => quoted(value),
        None => "another string".to_owned(),
    }
}

/// The callback carries the table of responses: it is too large for everybody to load.
fn drift(report: Function) -> Result<(Function, &'static Table), Error> {
    match host::get(&report, "responses").as_string() {
        Some(text) => Ok((report, table::responses(text))),
        None => Err(Error::usage(
            "client option onDrift: expected watchDrift(callback), with watchDrift of \"synthflow-wasm/drift\"",
        )),
    }
}
