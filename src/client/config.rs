//! A client's settings, checked once.

use crate::text::{self, Glue as _};
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsValue;

use super::options::{ApiKey, ClientOptions, Validation};
use crate::http::Error;
use crate::http::host;
use crate::schema::table::{self, Table};
use crate::schema::words::quoted;

/// A client's settings.
#[derive(Debug)]
pub struct Config {
    /// Where the key comes from.
    pub api_key: ApiKey,
    /// `global`, `us`, `eu`, or `custom` where a base URL was given.
    pub region: String,
    /// Without a slash at its end.
    pub base_url: String,
    /// Milliseconds an attempt may take.
    pub timeout: f64,
    /// How often a request is sent again at most.
    pub max_retries: u32,
    /// Milliseconds that `Retry-After` may ask for.
    pub max_retry_after: f64,
    /// The caller's `fetch`.
    pub fetch: Option<Function>,
    /// Headers sent with every request.
    pub headers: Vec<(String, String)>,
    /// What is done about problems found in a request.
    pub validation: Validation,
    /// Where log lines go.
    pub logger: JsValue,
    /// 0 off to 4 debug.
    pub log_level: usize,
    /// Is told about drift.
    pub on_drift: Option<(Function, Rc<Table>)>,
}

/// The mark of a sandbox's `fetch`: its key opens nothing, so a page may have it.
const SANDBOX: &str = "synthflow-wasm.sandbox";

const LEVELS: [&str; 5] = ["off", "error", "warn", "info", "debug"];

const BROWSER: &str = "this is a page, and a Synthflow key has full power over its workspace: \
every visitor could read it. Keep the key on a server and let a proxy add it: \
new Synthflow({ apiKey: null, baseURL: \"/synthflow\" }), with a route on your server that forwards \
/synthflow/* to https://api.synthflow.ai/v2/* with the header Authorization: Bearer <key>. \
Where nobody else can open the page, pass dangerouslyAllowBrowser: true";

impl Config {
    /// Checks the options and fills in the defaults.
    pub fn new(options: ClientOptions) -> Result<Self, Error> {
        let region = options.region.unwrap_or_else(|| "global".to_owned());
        let base_url = match (&options.base_url, region.as_str()) {
            (Some(url), _) => base_url(url)?,
            (None, "global") => "https://api.synthflow.ai/v2".to_owned(),
            (None, "us" | "eu") => ["https://api.", &region, ".synthflow.ai/v2"].glue(),
            _ => {
                return Err(Error::usage(
                    ["client option region: expected \"global\", \"us\" or \"eu\", got ", &quoted(&region)]
                        .glue(),
                ));
            }
        };
        if let ApiKey::Text(key) = &options.api_key {
            check_key(key)?;
        }
        let sandbox = options.fetch.as_ref().is_some_and(|fetch| host::is_marked(fetch, SANDBOX));
        let keyless = matches!(options.api_key, ApiKey::None);
        if !keyless && !options.dangerously_allow_browser && !sandbox && is_page() {
            return Err(Error::usage(["client option apiKey: ", BROWSER].glue()));
        }
        let level = options.log_level.as_deref().unwrap_or("warn");
        let Some(log_level) = LEVELS.iter().position(|known| *known == level) else {
            return Err(Error::usage(
                [
                    "client option logLevel: expected one of ",
                    &LEVELS.glue_with(", "),
                    ", got ",
                    &quoted(level),
                ]
                .glue(),
            ));
        };
        Ok(Self {
            api_key: options.api_key,
            region: if options.base_url.is_some() { "custom".to_owned() } else { region },
            base_url,
            timeout: options.timeout.unwrap_or(60_000.0),
            max_retries: options.max_retries.unwrap_or(2),
            max_retry_after: options.max_retry_after.unwrap_or(60_000.0),
            fetch: options.fetch,
            headers: options.default_headers,
            validation: options.validation.unwrap_or_default(),
            logger: options.logger,
            log_level,
            on_drift: options.on_drift.map(drift).transpose()?,
        })
    }

    /// The `fetch` of this call.
    pub fn fetch(&self) -> Result<Function, Error> {
        match &self.fetch {
            Some(fetch) => Ok(fetch.clone()),
            None => host::method(&host::global(), "fetch")
                .ok_or_else(|| Error::usage("there is no fetch here: pass one as the client option fetch")),
        }
    }

    /// Writes a log line at a level of 1 (error) to 4 (debug).
    pub fn log(&self, level: usize, line: &str) {
        if level > self.log_level {
            return;
        }
        let logger = if self.logger.is_undefined() {
            host::get(&host::global(), "console")
        } else {
            self.logger.clone()
        };
        let name = LEVELS.get(level).copied().unwrap_or("debug");
        if let Some(write) = host::method(&logger, name) {
            // A logger that throws must not fail the request it logs.
            let _ = write.call1(&logger, &JsValue::from_str(line));
        }
    }
}

/// The key may hold what a header can carry and no space; it is never part of a message.
pub fn check_key(key: &str) -> Result<(), Error> {
    let why = if key.is_empty() {
        "it is empty: set SYNTHFLOW_API_KEY or pass the key, or null for a proxy that adds it"
    } else if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
        "it holds a space, a line break or a letter outside ASCII: was it copied whole?"
    } else {
        return Ok(());
    };
    Err(Error::usage(["client option apiKey: ", why].glue()))
}

/// Https, or plain http to this machine, or a path on the page's own origin.
fn base_url(url: &str) -> Result<String, Error> {
    let mut url = url;
    while let Some(shorter) = url.strip_suffix('/') {
        url = shorter;
    }
    let host = |rest: &str| text::split_at_byte(rest, b'/').map_or(rest, |(host, _)| host).to_owned();
    let secure = url.strip_prefix("https://").is_some_and(|rest| !host(rest).is_empty());
    let loopback = url.strip_prefix("http://").is_some_and(|rest| is_loopback(&host(rest)));
    let path = url.starts_with('/') && !url.starts_with("//");
    if (secure || loopback || path)
        && url.bytes().all(|byte| byte.is_ascii_graphic() && !b"?#@\\".contains(&byte))
    {
        return Ok(url.to_owned());
    }
    Err(Error::usage(
        "client option baseURL: expected https://…, http:// to this machine (localhost, 127.0.0.1, [::1]), \
         or a path of the page's own origin such as /synthflow",
    ))
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

fn is_page() -> bool {
    !host::get(&host::get(&host::global(), "window"), "document").is_undefined()
}

/// The reporter brings the table of answers along: it is too large for everybody to carry.
fn drift(report: Function) -> Result<(Function, Rc<Table>), Error> {
    match host::get(&report, "answers").as_string() {
        // One letter a byte.
        Some(letters) => Ok((report, table::answers(letters.chars().map(|letter| letter as u8).collect()))),
        None => Err(Error::usage(
            "client option onDrift: expected a function from watchDrift(); \
             import { watchDrift } from \"synthflow-wasm/drift\" and pass watchDrift(yourFunction)",
        )),
    }
}
