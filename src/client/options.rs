//! The options of a client and of one request, read from JavaScript and checked.

use crate::text::Glue as _;
use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};

use crate::http::Error;
use crate::http::host;
use crate::http::url;
use crate::schema::value::{Kind, Value};
use crate::schema::words::{did_you_mean, quoted};

/// Where the key comes from.
#[derive(Debug, Clone, Default)]
pub enum ApiKey {
    /// Nowhere: a proxy adds it.
    #[default]
    None,
    /// Here it is.
    Text(String),
    /// A function that is asked before each attempt; it may answer with a promise.
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
#[derive(Debug, Clone, Default)]
pub struct ClientOptions {
    /// The key.
    pub api_key: ApiKey,
    /// `global` (default), `us` or `eu`: a key works in its own region only.
    pub region: Option<String>,
    /// Another base URL than the region's.
    pub base_url: Option<String>,
    /// Milliseconds an attempt may take, the answer's body included. Default 60 000.
    pub timeout: Option<f64>,
    /// How often a request is sent again at most. Default 2.
    pub max_retries: Option<u32>,
    /// Milliseconds that `Retry-After` may ask for; longer waits end the request. Default 60 000.
    pub max_retry_after: Option<f64>,
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
    /// Is told every difference between an answer and its documented shape.
    pub on_drift: Option<Function>,
    /// Allows a key in a page, where every visitor can read it.
    pub dangerously_allow_browser: bool,
}

/// The options of one request.
#[derive(Debug, Clone, Default)]
pub struct RequestOptions {
    /// An `AbortSignal`.
    pub signal: JsValue,
    /// Milliseconds an attempt may take, instead of the client's.
    pub timeout: Option<f64>,
    /// How often the request is sent again at most, instead of the client's.
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

/// What an option must be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wants {
    Text,
    Number,
    Function,
    Object,
    Headers,
    Validation,
    Key,
    Flag,
}

const REQUEST: &[(&str, Wants)] = &[
    ("signal", Wants::Object),
    ("timeout", Wants::Number),
    ("maxRetries", Wants::Number),
    ("validation", Wants::Validation),
    ("headers", Wants::Headers),
    ("extraBody", Wants::Object),
    ("extraQuery", Wants::Object),
];

const CLIENT: &[(&str, Wants)] = &[
    ("apiKey", Wants::Key),
    ("region", Wants::Text),
    ("baseURL", Wants::Text),
    ("timeout", Wants::Number),
    ("maxRetries", Wants::Number),
    ("maxRetryAfter", Wants::Number),
    ("fetch", Wants::Function),
    ("defaultHeaders", Wants::Headers),
    ("validation", Wants::Validation),
    ("logger", Wants::Object),
    ("logLevel", Wants::Text),
    ("onDrift", Wants::Function),
    ("dangerouslyAllowBrowser", Wants::Flag),
];

/// The names of the request options.
pub fn request_options() -> Vec<&'static str> {
    REQUEST.iter().map(|(name, _)| *name).collect()
}

impl ClientOptions {
    /// Reads the options a JavaScript caller gave.
    pub fn from_js(options: &JsValue) -> Result<Self, Error> {
        check(options, "client option", CLIENT)?;
        let get = |name| host::get(options, name);
        let api_key = get("apiKey");
        Ok(Self {
            api_key: match api_key.as_string() {
                Some(text) => ApiKey::Text(text),
                // Nothing given is not `null`: it is refused like an empty key.
                None if api_key.is_undefined() => ApiKey::Text(String::new()),
                None => api_key.dyn_into().map_or(ApiKey::None, ApiKey::Provider),
            },
            region: get("region").as_string(),
            base_url: get("baseURL").as_string(),
            timeout: get("timeout").as_f64(),
            max_retries: whole(&get("maxRetries")),
            max_retry_after: get("maxRetryAfter").as_f64(),
            fetch: get("fetch").dyn_into().ok(),
            default_headers: headers(&get("defaultHeaders"))?,
            validation: validation(&get("validation")),
            logger: get("logger"),
            log_level: get("logLevel").as_string(),
            on_drift: get("onDrift").dyn_into().ok(),
            dangerously_allow_browser: get("dangerouslyAllowBrowser").is_truthy(),
        })
    }
}

impl RequestOptions {
    /// Reads the options a JavaScript caller gave.
    pub fn from_js(options: &JsValue) -> Result<Self, Error> {
        if options.is_undefined() {
            return Ok(Self::default());
        }
        check(options, "request option", REQUEST)?;
        let get = |name| host::get(options, name);
        Ok(Self {
            signal: get("signal"),
            timeout: get("timeout").as_f64(),
            max_retries: whole(&get("maxRetries")),
            validation: validation(&get("validation")),
            headers: headers(&get("headers"))?,
            extra_body: get("extraBody"),
            extra_query: get("extraQuery"),
        })
    }
}

/// Checks all options of an object at once; what passes can be read without asking again.
fn check(options: &JsValue, what: &str, known: &[(&str, Wants)]) -> Result<(), Error> {
    if options.kind() != Kind::Object {
        return Err(Error::usage([what, "s: expected an object, got ", &options.describe()].glue()));
    }
    for (name, value) in options.entries().map_err(Error::usage)? {
        let Some((_, wants)) = known.iter().find(|(known, _)| *known == name) else {
            let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            let mut hint = did_you_mean(&name, &names);
            if hint.is_empty() {
                hint = ["known are ", &names.glue_with(", ")].glue();
            }
            return Err(Error::usage(["there is no ", what, " ", &quoted(&name), "; ", &hint].glue()));
        };
        // Null stands for "not given", as it often does in settings that come from elsewhere.
        if !value.is_undefined() && !value.is_null() && !fits(&value, *wants) {
            let expected = match wants {
                Wants::Text => "a string",
                Wants::Number => "a number above 0 (maxRetries: a whole one from 0 to 100)",
                Wants::Function => "a function",
                Wants::Object => "an object",
                Wants::Headers => "an object of strings that a header can carry",
                Wants::Validation => "\"strict\", \"warn\" or \"off\"",
                Wants::Key => "a string, a function or null",
                Wants::Flag => "true or false",
            };
            return Err(Error::usage(
                [what, " ", &name, ": expected ", expected, ", got ", &value.describe()].glue(),
            ));
        }
    }
    whole_where_given(options, what)
}

fn fits(value: &JsValue, wants: Wants) -> bool {
    match wants {
        Wants::Text => value.is_string(),
        Wants::Number => value.as_f64().is_some_and(|number| number >= 0.0),
        Wants::Function => value.is_function(),
        Wants::Object => value.is_object(),
        Wants::Headers => value.is_object() && headers(value).is_ok(),
        Wants::Validation => validation(value).is_some(),
        Wants::Key => value.is_string() || value.is_function(),
        Wants::Flag => value.as_bool().is_some(),
    }
}

/// A time of nothing would fail every request, half a retry is none.
fn whole_where_given(options: &JsValue, what: &str) -> Result<(), Error> {
    if host::get(options, "timeout").as_f64() == Some(0.0) {
        return Err(Error::usage([what, " timeout: expected milliseconds above 0, got 0"].glue()));
    }
    let retries = host::get(options, "maxRetries");
    if retries.as_f64().is_some() && whole(&retries).is_none() {
        return Err(Error::usage(
            [what, " maxRetries: expected a whole number from 0 to 100, got ", &retries.describe()].glue(),
        ));
    }
    Ok(())
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(value: &JsValue) -> Option<u32> {
    let whole = |number: &f64| *number >= 0.0 && *number <= 100.0 && *number % 1.0 == 0.0;
    value.as_f64().filter(whole).map(|number| number as u32)
}

fn validation(value: &JsValue) -> Option<Validation> {
    match value.as_string()?.as_str() {
        "strict" => Some(Validation::Strict),
        "warn" => Some(Validation::Warn),
        "off" => Some(Validation::Off),
        _ => None,
    }
}

/// The value of a header is never part of a message: it may be a secret.
fn headers(object: &JsValue) -> Result<Vec<(String, String)>, Error> {
    let mut headers = Vec::new();
    if object.is_object() {
        for (name, value) in object.entries().map_err(Error::usage)? {
            match value.as_string() {
                Some(value) if url::is_header(&name, &value) => headers.push((name, value)),
                _ => {
                    return Err(Error::usage(
                        ["header ", &quoted(&name), ": its name or its value cannot be sent"].glue(),
                    ));
                }
            }
        }
    }
    Ok(headers)
}
