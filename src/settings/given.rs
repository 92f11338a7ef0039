//! The options that a JavaScript caller gives: read, checked, and named in what is wrong with them.

use core::time::Duration;

use wasm_bindgen::{JsCast, JsValue};

use super::headers::{check_headers, invalid_header};
use super::options::{ApiKey, ClientOptions, MAX_RETRIES, RequestOptions, Validation, is_signal};
use crate::error::Error;
use crate::host;
use crate::schema::hints::{did_you_mean, quoted};
use crate::schema::value::{Kind, Value};
use crate::text;

/// What an option must be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wants {
    Text,
    Time,
    Wait,
    Integer,
    Function,
    Object,
    Fields,
    Signal,
    Headers,
    Validation,
    Key,
    Flag,
}

const REQUEST: &[(&str, Wants)] = &[
    ("signal", Wants::Signal),
    ("timeout", Wants::Time),
    ("maxRetries", Wants::Integer),
    ("validation", Wants::Validation),
    ("headers", Wants::Headers),
    ("extraBody", Wants::Fields),
    ("extraQuery", Wants::Fields),
];

const CLIENT: &[(&str, Wants)] = &[
    ("apiKey", Wants::Key),
    ("region", Wants::Text),
    ("baseURL", Wants::Text),
    ("timeout", Wants::Time),
    ("maxRetries", Wants::Integer),
    ("maxRetryAfter", Wants::Wait),
    ("fetch", Wants::Function),
    ("defaultHeaders", Wants::Headers),
    ("validation", Wants::Validation),
    ("logger", Wants::Object),
    ("logLevel", Wants::Text),
    ("onDrift", Wants::Function),
    ("dangerouslyAllowBrowser", Wants::Flag),
];

/// The names of the request options.
#[must_use]
pub fn request_options() -> Vec<&'static str> {
    REQUEST.iter().map(|(name, _)| *name).collect()
}

impl ClientOptions {
    /// Reads the options a JavaScript caller gave.
    pub fn from_js(options: &JsValue) -> Result<Self, Error> {
        let given = Given::read(options, "client option", CLIENT)?;
        let api_key = given.get("apiKey");
        Ok(Self {
            api_key: match api_key.as_string() {
                Some(text) => ApiKey::Text(text),
                // Nothing given is not `null`: it is refused like an empty key.
                None if api_key.is_undefined() => ApiKey::Text(String::new()),
                None => api_key.dyn_into().map_or(ApiKey::None, ApiKey::Provider),
            },
            region: given.get("region").as_string(),
            base_url: given.get("baseURL").as_string(),
            timeout: given.duration("timeout"),
            max_retries: given.integer("maxRetries"),
            max_retry_after: given.duration("maxRetryAfter"),
            fetch: given.get("fetch").dyn_into().ok(),
            default_headers: headers(&given.get("defaultHeaders"))?,
            validation: validation(&given.get("validation")),
            logger: given.get("logger"),
            log_level: given.get("logLevel").as_string(),
            on_drift: given.get("onDrift").dyn_into().ok(),
            dangerously_allow_browser: given.get("dangerouslyAllowBrowser").is_truthy(),
        })
    }
}

impl RequestOptions {
    /// Reads the options a JavaScript caller gave.
    pub fn from_js(options: &JsValue) -> Result<Self, Error> {
        if options.is_undefined() {
            return Ok(Self::default());
        }
        let given = Given::read(options, "request option", REQUEST)?;
        Ok(Self {
            signal: given.get("signal"),
            timeout: given.duration("timeout"),
            max_retries: given.integer("maxRetries"),
            validation: validation(&given.get("validation")),
            headers: headers(&given.get("headers"))?,
            extra_body: given.get("extraBody"),
            extra_query: given.get("extraQuery"),
        })
    }
}

/// The options that were given, read once; their own fields only, since anybody may add to a prototype.
struct Given(Vec<(String, JsValue)>);

impl Given {
    /// Checks all options of an object at once; what passes can be read without asking again.
    fn read(options: &JsValue, what: &str, known: &[(&str, Wants)]) -> Result<Self, Error> {
        if options.kind() != Kind::Object {
            return Err(Error::usage(text::concat(&[
                what,
                "s: expected an object, got ",
                &options.describe(),
            ])));
        }
        let mut given = options.entries().map_err(|why| Error::usage(text::concat(&[what, "s: ", &why])))?;
        // Null stands for "not given", as it often does in settings that come from elsewhere.
        for (_, value) in given.iter_mut().filter(|(name, value)| value.is_null() && name != "apiKey") {
            *value = JsValue::UNDEFINED;
        }
        for (name, value) in &given {
            let Some((_, wants)) = known.iter().find(|(known, _)| known == name) else {
                return Err(unknown(what, name, known));
            };
            if !value.is_undefined() && !value.is_null() && !fits(value, *wants) {
                let expected = match wants {
                    Wants::Text => "a string",
                    Wants::Time => "a finite number of milliseconds above 0",
                    Wants::Wait => "a number of milliseconds, 0 or more",
                    Wants::Integer => "an integer from 0 to 100",
                    Wants::Function => "a function",
                    Wants::Object => "an object",
                    Wants::Fields => "an object with fields, a Map or URLSearchParams",
                    Wants::Signal => "an AbortSignal",
                    Wants::Headers => "Headers, pairs, or an object of strings, valid in headers",
                    Wants::Validation => "\"strict\", \"warn\" or \"off\"",
                    Wants::Key => "a string, a function or null",
                    Wants::Flag => "true or false",
                };
                return Err(Error::usage(text::concat(&[
                    what,
                    " ",
                    name,
                    ": expected ",
                    expected,
                    ", got ",
                    &value.describe(),
                ])));
            }
        }
        Ok(Self(given))
    }

    fn get(&self, name: &str) -> JsValue {
        let found = self.0.iter().find(|(given, _)| given == name);
        found.map_or(JsValue::UNDEFINED, |(_, value)| value.clone())
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn integer(&self, name: &str) -> Option<u32> {
        self.get(name).as_f64().map(|number| number as u32)
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn duration(&self, name: &str) -> Option<Duration> {
        self.get(name).as_f64().map(|milliseconds| Duration::from_micros((milliseconds * 1000.0) as u64))
    }
}

/// An unknown name is shown only where it is near a known one: it may be an API key passed by mistake.
fn unknown(what: &str, name: &str, known: &[(&str, Wants)]) -> Error {
    let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
    let hint = did_you_mean(name, &names);
    if hint.is_empty() {
        return Error::usage(text::concat(&[
            "there is no such ",
            what,
            "; known are ",
            &text::join(&names, ", "),
        ]));
    }
    Error::usage(text::concat(&["there is no ", what, " ", &quoted(name), "; ", &hint]))
}

fn fits(value: &JsValue, wants: Wants) -> bool {
    let number = value.as_f64();
    match wants {
        Wants::Text => value.is_string(),
        Wants::Time => number.is_some_and(|number| number > 0.0 && number.is_finite()),
        Wants::Wait => number.is_some_and(|number| number >= 0.0),
        Wants::Integer => {
            number.is_some_and(|number| (0.0..=MAX_RETRIES).contains(&number) && number % 1.0 == 0.0)
        }
        Wants::Function => value.is_function(),
        Wants::Object => value.is_object(),
        Wants::Fields => value.is_object() && host::pairs(value).is_ok(),
        Wants::Signal => is_signal(value),
        Wants::Headers => value.is_object() && headers(value).is_ok(),
        Wants::Validation => validation(value).is_some(),
        Wants::Key => value.is_string() || value.is_function(),
        Wants::Flag => value.as_bool().is_some(),
    }
}

fn validation(value: &JsValue) -> Option<Validation> {
    match value.as_string()?.as_str() {
        "strict" => Some(Validation::Strict),
        "warn" => Some(Validation::Warn),
        "off" => Some(Validation::Off),
        _ => None,
    }
}

/// Reads the headers a JavaScript caller gave.
fn headers(given: &JsValue) -> Result<Vec<(String, String)>, Error> {
    let mut headers = Vec::new();
    if given.is_object() {
        for (name, value) in host::pairs(given).map_err(|_| invalid_header())? {
            let value = value.as_string().ok_or_else(invalid_header)?;
            // As `Headers` joins them.
            match headers
                .iter_mut()
                .find(|(known, _): &&mut (String, String)| known.eq_ignore_ascii_case(&name))
            {
                Some((_, before)) => *before = text::concat(&[before, ", ", &value]),
                None => headers.push((name, value)),
            }
        }
    }
    check_headers(&headers)?;
    Ok(headers)
}
