//! The options of a client and of one request, read from JavaScript and checked.

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};

use crate::http::Error;
use crate::http::host;
use crate::http::url;
use crate::schema::check::quoted;
use crate::schema::names::nearest;
use crate::schema::value::{Kind, Value};

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

/// The names of the request options.
pub const REQUEST_OPTIONS: &[&str] =
    &["signal", "timeout", "maxRetries", "validation", "headers", "extraBody", "extraQuery"];

const CLIENT_OPTIONS: &[&str] = &[
    "apiKey",
    "region",
    "baseURL",
    "timeout",
    "maxRetries",
    "maxRetryAfter",
    "fetch",
    "defaultHeaders",
    "validation",
    "logger",
    "logLevel",
    "onDrift",
    "dangerouslyAllowBrowser",
];

impl ClientOptions {
    /// Reads the options a JavaScript caller gave.
    pub fn from_js(options: &JsValue) -> Result<Self, Error> {
        let reader = Reader::new(options, "client option", CLIENT_OPTIONS)?;
        let api_key = match reader.get("apiKey") {
            key if key.is_null() || key.is_undefined() => ApiKey::None,
            key if key.is_string() => ApiKey::Text(key.text()),
            key => match key.dyn_into() {
                Ok(provider) => ApiKey::Provider(provider),
                Err(key) => return Err(reader.wrong("apiKey", "a string, a function or null", &key)),
            },
        };
        Ok(Self {
            api_key,
            region: reader.text("region")?,
            base_url: reader.text("baseURL")?,
            timeout: reader.milliseconds("timeout")?,
            max_retries: reader.whole("maxRetries")?,
            max_retry_after: reader.milliseconds("maxRetryAfter")?,
            fetch: reader.function("fetch")?,
            default_headers: reader.headers("defaultHeaders")?,
            validation: reader.validation()?,
            logger: reader.object("logger")?,
            log_level: reader.text("logLevel")?,
            on_drift: reader.function("onDrift")?,
            dangerously_allow_browser: reader.get("dangerouslyAllowBrowser").is_truthy(),
        })
    }
}

impl RequestOptions {
    /// Reads the options a JavaScript caller gave.
    pub fn from_js(options: &JsValue) -> Result<Self, Error> {
        if options.is_undefined() {
            return Ok(Self::default());
        }
        let reader = Reader::new(options, "request option", REQUEST_OPTIONS)?;
        Ok(Self {
            signal: reader.object("signal")?,
            timeout: reader.milliseconds("timeout")?,
            max_retries: reader.whole("maxRetries")?,
            validation: reader.validation()?,
            headers: reader.headers("headers")?,
            extra_body: reader.object("extraBody")?,
            extra_query: reader.object("extraQuery")?,
        })
    }
}

/// Reads fields of an options object, with one form of message for all of them.
struct Reader<'a> {
    options: &'a JsValue,
    what: &'static str,
}

impl<'a> Reader<'a> {
    fn new(options: &'a JsValue, what: &'static str, known: &[&str]) -> Result<Self, Error> {
        let reader = Self { options, what };
        if options.kind() != Kind::Object {
            return Err(Error::usage([what, "s: expected an object, got ", &options.describe()].concat()));
        }
        for (name, _) in options.entries().map_err(Error::usage)? {
            if !known.contains(&name.as_str()) {
                let hint = match nearest(&name, known.iter().copied()) {
                    Some(near) => ["did you mean ", near, "?"].concat(),
                    None => ["known are ", &known.join(", ")].concat(),
                };
                return Err(Error::usage(["there is no ", what, " ", &quoted(&name), "; ", &hint].concat()));
            }
        }
        Ok(reader)
    }

    fn get(&self, name: &str) -> JsValue {
        host::get(self.options, name)
    }

    fn wrong(&self, name: &str, expected: &str, got: &JsValue) -> Error {
        let got = got.describe();
        Error::usage([self.what, " ", name, ": expected ", expected, ", got ", &got].concat())
    }

    /// The field, read where it is given.
    fn read<T>(
        &self,
        name: &str,
        expected: &str,
        read: impl FnOnce(&JsValue) -> Option<T>,
    ) -> Result<Option<T>, Error> {
        let value = self.get(name);
        if value.is_undefined() || value.is_null() {
            return Ok(None);
        }
        match read(&value) {
            Some(read) => Ok(Some(read)),
            None => Err(self.wrong(name, expected, &value)),
        }
    }

    fn text(&self, name: &str) -> Result<Option<String>, Error> {
        self.read(name, "a string", JsValue::as_string)
    }

    fn function(&self, name: &str) -> Result<Option<Function>, Error> {
        self.read(name, "a function", |value| value.dyn_ref().cloned())
    }

    fn object(&self, name: &str) -> Result<JsValue, Error> {
        let object = self.read(name, "an object", |value| value.is_object().then(|| value.clone()))?;
        Ok(object.unwrap_or(JsValue::UNDEFINED))
    }

    fn milliseconds(&self, name: &str) -> Result<Option<f64>, Error> {
        self.read(name, "milliseconds above 0", |value| value.as_f64().filter(|time| *time > 0.0))
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn whole(&self, name: &str) -> Result<Option<u32>, Error> {
        self.read(name, "a whole number from 0 to 100", |value| {
            let whole = |number: &f64| (0.0..=100.0).contains(number) && number % 1.0 == 0.0;
            value.as_f64().filter(whole).map(|number| number as u32)
        })
    }

    fn validation(&self) -> Result<Option<Validation>, Error> {
        self.read("validation", "\"strict\", \"warn\" or \"off\"", |value| match value.text().as_str() {
            "strict" => Some(Validation::Strict),
            "warn" => Some(Validation::Warn),
            "off" => Some(Validation::Off),
            _ => None,
        })
    }

    fn headers(&self, name: &str) -> Result<Vec<(String, String)>, Error> {
        let object = self.object(name)?;
        if object.is_undefined() {
            return Ok(Vec::new());
        }
        let mut headers = Vec::new();
        for (header, value) in object.entries().map_err(Error::usage)? {
            let Some(value) = value.as_string() else {
                return Err(self.wrong(&[name, ".", &header].concat(), "a string", &value));
            };
            url::header(&header, &value).map_err(|why| {
                Error::usage([self.what, " ", name, ".", &quoted(&header), ": ", why].concat())
            })?;
            headers.push((header, value));
        }
        Ok(headers)
    }
}
