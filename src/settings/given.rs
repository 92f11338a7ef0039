//! The options that a JavaScript caller gives: read, checked, and named in what is wrong with them. Length: a list, and one
//! function for each kind of value.

use core::time::Duration;

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};

use super::headers::{pairs, read as headers};
use super::options::{ApiKey, ClientOptions, MAX_RETRIES, RequestOptions, Validation};
use crate::error::Error;
use crate::host::{self, Encoded, Kind, Value};
use crate::schema::hints::{did_you_mean, quoted};
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
    ("onRequest", Wants::Function),
    ("onResponse", Wants::Function),
    // Read by the client class, which has the timers.
    ("pace", Wants::Object),
    ("dangerouslyAllowBrowser", Wants::Flag),
    ("dangerouslyAllowHttp", Wants::Flag),
    // The driver adds them: `pkg-template/src/fetch-options.js`.
    ("fetchOptions", Wants::Object),
];

const WAIT: &[(&str, Wants)] = &[
    ("interval", Wants::Time),
    ("timeout", Wants::Time),
    ("onChange", Wants::Function),
    ("signal", Wants::Signal),
];

/// Checks the options of a wait of this name; returns a copy of them, and the times that were given.
pub fn wait_options(name: &str, options: &JsValue) -> Result<(JsValue, Option<f64>, Option<f64>), Error> {
    if options.is_undefined() {
        return Ok((JsValue::UNDEFINED, None, None));
    }
    let held = host::list();
    let encoded = host::read_options(options, &held);
    let given = Given::read(&held, &encoded, &text::concat(&[name, " option"]), WAIT)?;
    let time = |name: &str| given.get(name).number();
    let times = (time("interval"), time("timeout"));
    Ok((given.options, times.0, times.1))
}

/// The names of the request options.
#[must_use]
pub fn request_options() -> Vec<&'static str> {
    REQUEST.iter().map(|(name, _)| *name).collect()
}

impl ClientOptions {
    /// Reads the options a JavaScript caller gave.
    pub fn from_js(options: &JsValue) -> Result<Self, Error> {
        let held = host::list();
        let encoded = host::read_options(options, &held);
        let given = Given::read(&held, &encoded, "client option", CLIENT)?;
        Ok(Self {
            api_key: match given.text("apiKey") {
                Some(text) => ApiKey::Text(text),
                None => match given.get("apiKey").kind() {
                    Kind::Null => ApiKey::None,
                    Kind::Function => ApiKey::Provider(given.object("apiKey").unchecked_into()),
                    // Nothing given is not `null`: it is refused like an empty key.
                    _ => ApiKey::Text(String::new()),
                },
            },
            region: given.text("region"),
            base_url: given.text("baseURL"),
            timeout: given.duration("timeout"),
            max_retries: given.integer("maxRetries"),
            max_retry_after: given.duration("maxRetryAfter"),
            fetch: given.function("fetch"),
            default_headers: headers(&given.object("defaultHeaders"))?,
            validation: validation(given.get("validation")),
            logger: logger(given.object("logger"))?,
            log_level: given.text("logLevel"),
            on_drift: given.function("onDrift"),
            hooks: given.hooks(),
            #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
            pace: None,
            dangerously_allow_browser: given.get("dangerouslyAllowBrowser").is_true(),
            dangerously_allow_http: given.get("dangerouslyAllowHttp").is_true(),
        })
    }
}

impl RequestOptions {
    /// Reads the options a JavaScript caller gave.
    pub fn from_js(options: &JsValue) -> Result<Self, Error> {
        if options.is_undefined() {
            return Ok(Self::default());
        }
        let held = host::list();
        let encoded = host::read_options(options, &held);
        let given = Given::read(&held, &encoded, "request option", REQUEST)?;
        Ok(Self {
            signal: given.object("signal"),
            timeout: given.duration("timeout"),
            max_retries: given.integer("maxRetries"),
            validation: validation(given.get("validation")),
            headers: headers(&given.object("headers"))?,
            extra_body: given.object("extraBody"),
            extra_query: given.object("extraQuery"),
            wait_retry: None,
        })
    }
}

/// The options that were given; their own fields only, since anybody may add to a prototype.
struct Given<'a> {
    options: JsValue,
    fields: Vec<(&'a str, Value<'a>)>,
}

impl<'a> Given<'a> {
    /// Checks all options of an object at once; what passes can be read without asking again.
    fn read(
        held: &JsValue,
        encoded: &'a Encoded,
        what: &str,
        known: &[(&str, Wants)],
    ) -> Result<Self, Error> {
        let root = encoded.root();
        if root.kind() != Kind::Object {
            return Err(Error::usage(text::concat(&[what, "s: expected an object, got ", root.describe()])));
        }
        let fields = root
            .entries()
            .map_err(|why| Error::usage(text::concat(&[what, "s: could not be read: ", &why])))?;
        let given = Self { options: host::get(held, "0"), fields };
        for (name, value) in given.fields.iter().copied() {
            let Some((_, wants)) = known.iter().find(|(known, _)| *known == name) else {
                return Err(unknown(what, name, known));
            };
            if !matches!(value.kind(), Kind::Undefined | Kind::Null) && !given.fits(name, value, *wants) {
                let expected = match wants {
                    Wants::Text => "a string",
                    Wants::Time => "a finite number of milliseconds above 0",
                    Wants::Wait => "a number of milliseconds, 0 or more",
                    Wants::Integer => "an integer from 0 to 100",
                    Wants::Function => "a function",
                    Wants::Object => "an object",
                    Wants::Fields => "an object with fields, a Map or URLSearchParams",
                    Wants::Signal => "an AbortSignal",
                    Wants::Headers => {
                        "Headers, pairs, or an object of strings, valid in headers and none of the connection"
                    }
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
                    value.describe(),
                ])));
            }
        }
        Ok(given)
    }

    #[inline(never)]
    fn fits(&self, name: &str, value: Value<'_>, wants: Wants) -> bool {
        let number = value.number();
        let is_object = matches!(value.kind(), Kind::Object | Kind::Array | Kind::Date);
        match wants {
            Wants::Text => value.kind() == Kind::String,
            Wants::Time => number.is_some_and(|number| number > 0.0 && number.is_finite()),
            Wants::Wait => number.is_some_and(|number| number >= 0.0),
            Wants::Integer => {
                value.is_integer() && number.is_some_and(|number| (0.0..=MAX_RETRIES).contains(&number))
            }
            Wants::Function => value.kind() == Kind::Function,
            Wants::Object => is_object,
            Wants::Fields => pairs(&host::encode_pairs(&self.object(name))).is_some(),
            Wants::Signal => host::is_signal(&self.object(name)),
            Wants::Headers => is_object && headers(&self.object(name)).is_ok(),
            Wants::Validation => validation(value).is_some(),
            Wants::Key => matches!(value.kind(), Kind::String | Kind::Function),
            Wants::Flag => value.kind() == Kind::Boolean,
        }
    }

    /// The option; undefined if it is not given.
    #[inline(never)]
    fn get(&self, name: &str) -> Value<'a> {
        let found = self.fields.iter().find(|(given, _)| *given == name);
        match found {
            // Null stands for "not given", as it often does in settings that come from elsewhere.
            Some((_, value)) if value.kind() != Kind::Null || name == "apiKey" => *value,
            _ => Value::default(),
        }
    }

    /// The option itself, where it is an object or a function; undefined if it is not given.
    #[inline(never)]
    fn object(&self, name: &str) -> JsValue {
        match self.get(name).kind() {
            Kind::Undefined => JsValue::UNDEFINED,
            _ => host::get(&self.options, name),
        }
    }

    #[inline(never)]
    fn function(&self, name: &str) -> Option<Function> {
        (self.get(name).kind() == Kind::Function).then(|| self.object(name).unchecked_into())
    }

    /// The options, if there is a hook among them.
    fn hooks(&self) -> JsValue {
        let has_hook = ["onRequest", "onResponse"].iter().any(|name| self.get(name).kind() == Kind::Function);
        if has_hook { self.options.clone() } else { JsValue::UNDEFINED }
    }

    #[inline(never)]
    fn text(&self, name: &str) -> Option<String> {
        let value = self.get(name);
        (value.kind() == Kind::String).then(|| value.text().to_owned())
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    #[inline(never)]
    fn integer(&self, name: &str) -> Option<u32> {
        self.get(name).number().map(|number| number as u32)
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    #[inline(never)]
    fn duration(&self, name: &str) -> Option<Duration> {
        self.get(name).number().map(|milliseconds| Duration::from_micros((milliseconds * 1000.0) as u64))
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

/// A logger: without one of these functions all lines would be lost, as those to a promise of a logger.
fn logger(logger: JsValue) -> Result<JsValue, Error> {
    if logger.is_undefined()
        || super::config::LEVELS.iter().any(|level| host::get(&logger, level).is_function())
    {
        return Ok(logger);
    }
    Err(Error::usage("client option logger: expected an object with functions error, warn, info and debug"))
}

fn validation(value: Value<'_>) -> Option<Validation> {
    match value.text() {
        "strict" => Some(Validation::Strict),
        "warn" => Some(Validation::Warn),
        "off" => Some(Validation::Off),
        _ => None,
    }
}
