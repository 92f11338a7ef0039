//! One request from its first attempt to its end: what to do next, and what an event means.
//!
//! It waits for nothing itself. Its driver, `pkg-template/src/drive.js` or `http/driver`, does what an
//! [`Action`] says and passes the resulting [`Event`] on. So one place decides what is retried, no executor is needed
//! in the wasm, and it can be tested without one.
//!
//! Length: one state machine, of which no part stands alone.

use std::borrow::Cow;
use std::rc::Rc;

use js_sys::{Array, Function};
use wasm_bindgen::JsValue;

use super::build::Request;
use super::decode::{self, Decoded};
use super::reply::Reply;
use super::{backoff, failure, redirect};
use crate::error::{Error, ErrorKind, Outcome};
use crate::host::{self, Kind};
use crate::schema::RetryPolicy;
use crate::settings::config::{self, Config, LOGS_ATTEMPTS};
#[cfg(not(feature = "package"))]
use crate::settings::config::{has_authorization, is_synthflow};
use crate::settings::option_name;
use crate::settings::options::{ApiKey, RequestOptions, milliseconds};
use crate::text;

/// What the driver does next.
pub enum Action {
    /// Ask for the key.
    Key(Function, f64),
    /// Call `fetch` and read the body, all within the milliseconds. The object has the `fetch`, the `url` and the `init`,
    /// which is without a signal: see `prepare` of the host operations.
    Send(JsValue, f64),
    /// Wait this many milliseconds.
    Sleep(f64),
    /// The request succeeded.
    Done(Decoded),
    /// The request failed.
    Fail(Error),
}

/// The result of an action.
pub enum Event {
    /// Nothing yet; or the sleep is over.
    Ready,
    /// The key, or what asking for it threw.
    Key(Result<JsValue, JsValue>),
    /// A response, and its text: undefined where the caller reads it, null where it has none.
    Reply(JsValue, JsValue),
    /// `fetch` threw: there is no response.
    Threw(JsValue),
    /// Reading the body threw.
    Broke(JsValue),
    /// It timed out.
    Time,
    /// The caller's signal fired.
    Abort,
}

/// How many microtasks a request with a signal waits before it is sent, so that an abort in the same turn counts:
/// React's strict mode starts an effect, aborts it and starts it again. The driver in JavaScript waits as many.
pub const TURNS: u8 = 10;

/// One request from its first attempt to its end.
pub struct Exchange {
    config: Rc<Config>,
    request: Request,
    /// The options of the request; the driver listens to its signal.
    pub options: RequestOptions,
    attempts: u32,
    /// How many of these followed a redirect: one or none.
    redirects: u32,
    worst: Outcome,
    /// Whether anything of this attempt may have left.
    sent: bool,
    start: f64,
    /// The headers of all attempts: a secret of them shows in no error.
    sent_headers: Array,
    /// By which a proxy knows copies of one request, over all attempts.
    idempotency_key: String,
    /// The last attempt.
    attempt: JsValue,
}

impl Exchange {
    /// Nothing has been done yet.
    #[must_use]
    pub fn new(config: Rc<Config>, request: Request, options: RequestOptions) -> Self {
        Self {
            config,
            request,
            options,
            attempts: 0,
            redirects: 0,
            worst: Outcome::NotSent,
            sent: false,
            start: 0.0,
            sent_headers: host::list(),
            idempotency_key: String::new(),
            attempt: JsValue::UNDEFINED,
        }
    }

    /// What to do after an event.
    pub fn next(&mut self, event: Event) -> Action {
        let result = match event {
            Event::Ready => self.begin(),
            Event::Key(Ok(key)) => self.keyed(&key),
            Event::Key(Err(_)) => Err(failure::key()),
            Event::Reply(response, text) => self.responded(response, text),
            Event::Threw(thrown) => {
                let never = host::never_left(&thrown, &self.attempt);
                let outcome = if never { Outcome::NotSent } else { Outcome::Unknown };
                Err(failure::connection(&self.sent_headers, thrown, outcome))
            }
            Event::Broke(thrown) => Err(failure::connection(&self.sent_headers, thrown, Outcome::Unknown)),
            Event::Time => Err(failure::timeout(self.timeout(), self.sent)),
            Event::Abort => Err(failure::abort(&self.sent_headers, &self.options.signal, self.sent)),
        };
        result.unwrap_or_else(|error| self.failed(error))
    }

    /// Whether what follows an event is sending.
    #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
    pub(crate) fn sends_at(&self, event: &Event) -> bool {
        let asks = matches!(self.config.api_key, ApiKey::Provider(_));
        matches!(event, Event::Ready) && !asks || matches!(event, Event::Key(Ok(_)))
    }

    fn timeout(&self) -> f64 {
        self.options.timeout.map_or(self.config.timeout, milliseconds)
    }

    /// The time, where it matters: every call of the host costs some.
    fn now(&self) -> f64 {
        let matters = self.config.log_level >= LOGS_ATTEMPTS
            || !self.config.hooks.is_undefined()
            || matches!(self.config.api_key, ApiKey::Provider(_));
        if matters { host::now() } else { 0.0 }
    }

    fn check_signal(&self) -> Result<(), Error> {
        let signal = &self.options.signal;
        if host::is_aborted(signal) { Err(failure::abort(&self.sent_headers, signal, false)) } else { Ok(()) }
    }

    fn begin(&mut self) -> Result<Action, Error> {
        self.sent = false;
        self.start = self.now();
        self.check_signal()?;
        self.attempts = self.attempts.saturating_add(1);
        let config = Rc::clone(&self.config);
        match &config.api_key {
            ApiKey::Provider(provider) => Ok(Action::Key(provider.clone(), self.timeout())),
            ApiKey::Text(key) => self.send(Some(key)),
            ApiKey::None => self.send(None),
        }
    }

    fn keyed(&mut self, key: &JsValue) -> Result<Action, Error> {
        // One that is too long is none: it would fill the memory.
        let key = host::encode_fields(key);
        let key = key.root();
        if key.kind() != Kind::String {
            let what = option_name!(
                "the ",
                "apiKey function did not return a string",
                "api_key function did not return a string"
            );
            return Err(Error::usage(what));
        }
        config::check_key(key.text())?;
        self.send(Some(key.text()))
    }

    fn send(&mut self, key: Option<&str>) -> Result<Action, Error> {
        // An abort may have come while the key was asked for.
        self.check_signal()?;
        // The key may have come too late, as in a process that was suspended.
        let time = self.timeout() - (self.now() - self.start);
        if time <= 0.0 {
            return Err(failure::timeout(self.timeout(), false));
        }
        let is_non_idempotent = self.request.is_non_idempotent;
        self.check_keyed(key.is_some())?;
        let lines = self.lines(key);
        let nothing = JsValue::UNDEFINED;
        let body = self.request.body.as_ref().unwrap_or(&nothing);
        let fetch = self.config.fetch.as_ref().map_or(&nothing, AsRef::as_ref);
        self.attempt = host::prepare(&lines, body, fetch, is_non_idempotent, &self.sent_headers);
        if self.attempt.is_undefined() {
            let what = option_name!(
                "there is no fetch (pass the client option fetch), or ",
                "baseURL is a path and this page has no origin; on a server, it must be a URL",
                "base_url is a path and this page has no origin; on a server, it must be a URL"
            );
            return Err(Error::usage(what));
        }
        self.sent = true;
        self.call_hook(&self.about(), "");
        // The hook may have fired it.
        self.check_signal()?;
        Ok(Action::Send(self.attempt.clone(), time))
    }

    /// Refuses a request to Synthflow itself without a key, unless a `fetch` of the caller's may add it. In the package, the API does.
    #[cfg(not(feature = "package"))]
    fn check_keyed(&self, has_key: bool) -> Result<(), Error> {
        let has_header = has_authorization(&self.config.headers) || has_authorization(&self.options.headers);
        if has_key || has_header || self.config.fetch.is_some() || !is_synthflow(&self.config.base_url) {
            return Ok(());
        }
        Err(Error::usage("Synthflow itself needs an api_key; a proxy that adds the key needs a base_url"))
    }

    #[cfg(feature = "package")]
    fn check_keyed(&self, _: bool) -> Result<(), Error> {
        Ok(())
    }

    /// The method, the URL and the headers, one on each line: ours first, the client's over them, the request's last.
    fn lines(&mut self, key: Option<&str>) -> String {
        let operation = &self.request.operation;
        let mut lines = text::concat(&[operation.method, "\n", &self.request.url]);
        let mut add = |name: &str, parts: &[&str]| {
            for part in ["\n", name, "\n"].iter().chain(parts) {
                lines.push_str(part);
            }
        };
        add("accept", &["application/json"]);
        if self.request.body.is_some() {
            add("content-type", &["application/json"]);
        }
        if let Some(key) = key {
            add("authorization", &["Bearer ", key]);
        }
        // Of an append that may be retried, too: a proxy knows the operation only.
        if self.request.operation.retry_policy == RetryPolicy::NonIdempotent && self.config.is_same_origin {
            if self.idempotency_key.is_empty() {
                self.idempotency_key = host::unique();
            }
            add("idempotency-key", &[&self.idempotency_key]);
        }
        for (name, value) in self.config.headers.iter().chain(&self.options.headers) {
            add(&name.to_ascii_lowercase(), &[value]);
        }
        lines
    }

    fn responded(&mut self, response: JsValue, text: JsValue) -> Result<Action, Error> {
        let status = host::status_of(&response, &text, &self.attempt);
        match status {
            0 => return Err(failure::not_a_response(&response)),
            redirect::OPAQUE | redirect::FOLLOWED | 300..400 => return self.redirected(status, &response),
            _ => {}
        }
        let reply = Reply { status, response, text };
        if status >= 300 {
            return Err(failure::status(&self.config, &self.request, &self.sent_headers, reply));
        }
        let mut decoded = decode::decode(&self.config, &self.request, &self.sent_headers, reply)?;
        decoded.attempts = self.attempts;
        self.ended("", decoded.status, "");
        Ok(Action::Done(decoded))
    }

    /// Tries the other slash form of the URL, once: see [`redirect`]. It costs no retry.
    fn redirected(&mut self, status: u16, response: &JsValue) -> Result<Action, Error> {
        let location = host::header_of(response, "location").unwrap_or_default();
        let other = redirect::other_form(&self.request.url);
        let is_known = redirect::is_to_other_form(status, &location, &self.request.url, &other);
        // A redirect that a page cannot see may be a 303, by which the request was processed. Where repeating would do
        // harm, it must be on the page's own origin, where the server knows a repetition by its `idempotency-key`.
        let may_be =
            status == redirect::OPAQUE && (!self.request.is_non_idempotent || self.config.is_same_origin);
        if self.redirects == 0 && (is_known || may_be) {
            self.ended("redirected", status, "");
            self.redirects = 1;
            self.request.url = other;
            let had_none = is_known || self.request.operation.retry_policy == RetryPolicy::Safe;
            self.worst = self.worst.max(if had_none { Outcome::Refused } else { Outcome::Unknown });
            return self.begin();
        }
        let error = failure::redirect(&self.sent_headers, response, status, &location);
        Err(if is_known { error.with_outcome(Outcome::Refused) } else { error })
    }

    /// Retries it, or ends it.
    fn failed(&mut self, mut error: Error) -> Action {
        let details = &error.0;
        let (class, outcome) = (details.kind.class_name(), details.outcome.as_str());
        self.ended(class, details.status, outcome);
        self.worst = self.worst.max(error.0.outcome);
        error.0.outcome = self.worst;
        let most = self.options.max_retries.unwrap_or(self.config.max_retries);
        // Between two attempts nothing of the next one has left.
        self.sent = false;
        let may_retry = self.attempts.saturating_sub(self.redirects) <= most
            && may_retry(self.request.is_non_idempotent, &error);
        let wait_retry = self.options.wait_retry.filter(|wait_retry| wait_retry.retries(&error));
        if wait_retry.is_some() || may_retry {
            let asked = error.0.retry_after.unwrap_or_default();
            if wait_retry.is_some() || asked <= self.config.max_retry_after {
                // On top of what the API asks for: many that were refused at once do not come back at once.
                let most = wait_retry.map_or(f64::MAX, |wait_retry| wait_retry.pause);
                let wait = asked + backoff::delay(self.attempts, most);
                let milliseconds = text::integer(wait.round() as i64);
                let line = [self.request.operation.name, ": retrying in ", &milliseconds, " ms"];
                self.config.log(3, &text::concat(&line));
                return Action::Sleep(wait);
            }
            failure::too_long(&mut error, asked);
        }
        error.0.attempts = self.attempts;
        failure::finish(&self.request, self.redirects > 0, &mut error);
        Action::Fail(error)
    }

    /// Reports the end of an attempt: to the log, and to the hook.
    fn ended(&self, error: &str, status: u16, outcome: &str) {
        let is_logged = self.config.log_level >= LOGS_ATTEMPTS;
        if !is_logged && self.config.hooks.is_undefined() {
            return;
        }
        let took = text::integer((self.now() - self.start).round() as i64);
        let status = text::integer(status.into());
        // A redirect of which nothing is known has no status.
        let end = if status.len() < 3 { error } else { &status };
        let line = text::concat(&[&self.about(), ": ", end, " after ", &took, " ms"]);
        if is_logged {
            self.config.log(LOGS_ATTEMPTS, &line);
        }
        self.call_hook(&line, outcome);
    }

    /// What a log line says of an attempt. The path has its `{names}`: ids and phone numbers stay out, as does what a
    /// caller wrote.
    fn about(&self) -> String {
        let operation = &self.request.operation;
        let path = if matches!(operation.path, Cow::Borrowed(_)) { &operation.path } else { "…" };
        let attempts = text::integer(self.attempts.into());
        text::concat(&[operation.name, ": ", operation.method, " ", path, ", attempt ", &attempts])
    }

    /// Calls the hook of an attempt that was sent.
    #[cfg(feature = "package")]
    fn call_hook(&self, line: &str, outcome: &str) {
        if self.sent && !self.config.hooks.is_undefined() {
            host::call_hook(&self.config.hooks, line, outcome, &self.attempt);
        }
    }

    /// Rust users have none.
    #[cfg(not(feature = "package"))]
    #[allow(clippy::unused_self)]
    fn call_hook(&self, _: &str, _: &str) {}
}

/// Whether another attempt may be made: the failure must be a transient one; and where repeating would do harm, every
/// attempt so far must definitely have had no effect.
fn may_retry(is_non_idempotent: bool, error: &Error) -> bool {
    is_transient(error) && (!is_non_idempotent || error.0.outcome != Outcome::Unknown)
}

/// Whether another attempt may succeed. After a complete response it does not, unless its status says so.
pub fn is_transient(error: &Error) -> bool {
    match error.0.kind {
        ErrorKind::Connection | ErrorKind::Timeout => true,
        ErrorKind::Api => matches!(error.0.status, 408 | 429 | 500 | 502 | 503 | 504),
        ErrorKind::Synthflow | ErrorKind::Validation | ErrorKind::Abort | ErrorKind::Response => false,
    }
}
