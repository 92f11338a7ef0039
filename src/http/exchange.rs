//! One request from its first attempt to its end: what to do next, and what an event means.
//!
//! It waits for nothing itself. Whoever drives it, the class face in JavaScript or `client::drive` in
//! Rust, does what an [`Action`] says and tells the [`Event`] that came of it. So there is one place
//! that decides what is sent again, it needs no executor in the wasm, and it can be tested without one.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsValue;

use super::build::Request;
use super::decode::{self, Answer};
use super::error::{Error, ErrorKind, Outcome};
use super::{backoff, failure, host, reply};
use crate::client::config::{self, Config};
use crate::client::options::{ApiKey, RequestOptions};
use crate::text::Glue as _;

/// What the driver does next.
pub enum Action {
    /// Ask for the key.
    Key(Function, f64),
    /// Call `fetch` and read the body, all within the milliseconds.
    Send {
        /// Where it goes.
        url: String,
        /// The second argument of `fetch`, without a signal.
        init: JsValue,
        /// The caller's `fetch`, or the host's.
        fetch: Function,
        /// Milliseconds.
        time: f64,
    },
    /// Wait this many milliseconds.
    Sleep(f64),
    /// It has come to a good end.
    Done(Answer),
    /// It has come to a bad end.
    Fail(Error),
}

/// What came of an action.
pub enum Event {
    /// Nothing yet; or the sleep is over.
    Ready,
    /// The key, or what asking for it threw.
    Key(Result<JsValue, JsValue>),
    /// A response, and its text: undefined where the caller reads it, null where it has none.
    Reply(JsValue, JsValue),
    /// `fetch`, or the reading of the body, threw.
    Threw(JsValue),
    /// The time was up.
    Time,
    /// The caller's signal fired.
    Abort,
}

/// The repeat class of a phone call, a message, a creation.
const NEVER_BLIND: u8 = 2;

/// One request from its first attempt to its end.
pub struct Exchange {
    config: Rc<Config>,
    request: Request,
    /// The options of the request; the driver listens to its signal.
    pub options: RequestOptions,
    attempts: u32,
    worst: Outcome,
    /// Whether anything of this attempt may have left.
    sent: bool,
    start: f64,
    /// The key of the last attempt: whoever repeats it in an answer does not bring it into an error.
    key: String,
}

impl Exchange {
    /// Nothing has been done yet.
    pub fn new(config: Rc<Config>, request: Request, options: RequestOptions) -> Self {
        let worst = Outcome::NotSent;
        Self { config, request, options, attempts: 0, worst, sent: false, start: 0.0, key: String::new() }
    }

    /// What to do after an event.
    pub fn next(&mut self, event: Event) -> Action {
        let result = match event {
            Event::Ready => self.begin(),
            Event::Key(Ok(key)) => self.keyed(&key),
            Event::Key(Err(thrown)) => Err(failure::key(thrown)),
            Event::Reply(response, text) => self.answered(response, text),
            Event::Threw(thrown) => Err(failure::connection(thrown)),
            Event::Time => Err(failure::timeout(self.timeout(), self.sent)),
            Event::Abort => Err(failure::abort(&self.options.signal, self.sent)),
        };
        result.unwrap_or_else(|error| self.failed(error))
    }

    fn timeout(&self) -> f64 {
        self.options.timeout.unwrap_or(self.config.timeout)
    }

    fn begin(&mut self) -> Result<Action, Error> {
        self.sent = false;
        self.start = host::now();
        if host::get(&self.options.signal, "aborted").is_truthy() {
            return Err(failure::abort(&self.options.signal, false));
        }
        self.attempts = self.attempts.saturating_add(1);
        let config = Rc::clone(&self.config);
        match &config.api_key {
            ApiKey::Provider(provider) => Ok(Action::Key(provider.clone(), self.timeout())),
            ApiKey::Text(key) => self.send(Some(key)),
            ApiKey::None => self.send(None),
        }
    }

    fn keyed(&mut self, key: &JsValue) -> Result<Action, Error> {
        let Some(key) = key.as_string() else {
            return Err(Error::usage("the apiKey function did not answer with a string; nothing was sent"));
        };
        config::check_key(&key)?;
        self.send(Some(&key))
    }

    fn send(&mut self, key: Option<&str>) -> Result<Action, Error> {
        let init = host::object();
        host::set(&init, "method", &self.request.operation.http.into());
        host::set(&init, "headers", &self.headers(key));
        if let Some(body) = &self.request.body {
            host::set(&init, "body", body);
        }
        // A redirect that is followed by itself may carry the key and the body to another origin.
        host::set(&init, "redirect", &"manual".into());
        let fetch = self.config.fetch()?;
        if self.request.operation.repeat == NEVER_BLIND {
            host::send_once(&fetch, &init);
        }
        let time = self.timeout() - (host::now() - self.start);
        self.sent = true;
        Ok(Action::Send { url: self.request.url.clone(), init, fetch, time })
    }

    /// Ours first, the client's over them, the request's last.
    fn headers(&mut self, key: Option<&str>) -> JsValue {
        let headers = host::bare_object();
        host::set(&headers, "accept", &"application/json".into());
        if self.request.body.is_some() {
            host::set(&headers, "content-type", &"application/json".into());
        }
        if let Some(key) = key {
            key.clone_into(&mut self.key);
            host::set(&headers, "authorization", &["Bearer ", key].glue().into());
        }
        for (name, value) in self.config.headers.iter().chain(&self.options.headers) {
            host::set(&headers, &name.to_ascii_lowercase(), &JsValue::from_str(value));
        }
        headers
    }

    fn answered(&mut self, response: JsValue, text: JsValue) -> Result<Action, Error> {
        let reply = reply::read(response, text)?;
        if reply.status >= 300 {
            return Err(failure::status(&self.config, reply));
        }
        let status = reply.status;
        let answer = decode::answer(&self.config, &self.request, reply)?;
        self.log(&host::show(status.into()));
        Ok(Action::Done(answer))
    }

    /// Sends it again, or ends it.
    fn failed(&mut self, mut error: Error) -> Action {
        if error.status == 0 {
            self.log(error.kind.class());
        } else {
            self.log(&host::show(error.status.into()));
        }
        self.worst = self.worst.max(error.outcome);
        error.outcome = self.worst;
        error.attempts = self.attempts;
        let most = self.options.max_retries.unwrap_or(self.config.max_retries);
        // Between two attempts nothing of the next one has left.
        self.sent = false;
        if self.attempts <= most && may_repeat(self.request.operation.repeat, &error) {
            let wait = error.retry_after.unwrap_or_else(|| backoff::delay(self.attempts));
            if wait <= self.config.max_retry_after {
                self.config.log(3, &[self.request.operation.name, ": sent again in a while"].glue());
                return Action::Sleep(wait);
            }
            failure::too_long(&mut error, wait);
        }
        error.forget(&self.key);
        failure::finish(&self.request, &mut error);
        Action::Fail(error)
    }

    /// The path goes into the log with its `{names}`: ids and phone numbers stay out.
    fn log(&self, end: &str) {
        if self.config.log_level < 4 {
            return;
        }
        let operation = &self.request.operation;
        let took = host::show((host::now() - self.start).round());
        let attempts = host::show(self.attempts.into());
        let parts = [
            operation.name,
            ": ",
            operation.http,
            " ",
            &operation.path,
            ", attempt ",
            &attempts,
            ": ",
            end,
            " after ",
            &took,
            " ms",
        ];
        self.config.log(4, &parts.glue());
    }
}

/// Whether another attempt may be made: the error must be one that passes, and where repeating would
/// do harm, every attempt so far must surely have had no effect.
fn may_repeat(repeat: u8, error: &Error) -> bool {
    let passes = match error.kind {
        ErrorKind::Connection | ErrorKind::Timeout | ErrorKind::Response => true,
        ErrorKind::Api => matches!(error.status, 408 | 429 | 500 | 502 | 503 | 504),
        ErrorKind::Synthflow | ErrorKind::Validation | ErrorKind::Abort => false,
    };
    passes && (repeat != NEVER_BLIND || error.outcome != Outcome::Unknown)
}
