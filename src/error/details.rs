//! The error type, which the JavaScript error classes are created from too: an accessor for each thing that an error says.

use wasm_bindgen::JsValue;

#[cfg(feature = "package")]
use super::issues_to_js;
use super::{ErrorKind, Issue, Outcome};
#[cfg(any(feature = "package", all(feature = "client", target_arch = "wasm32", target_os = "unknown")))]
use crate::host;

/// An error of this crate. What it holds is in a box, so that the results that carry it stay small.
#[derive(Debug, Clone)]
pub struct Error(pub(crate) Box<Details>);

/// The fields of an error.
#[derive(Clone)]
pub(crate) struct Details {
    pub(crate) kind: ErrorKind,
    pub(crate) message: String,
    pub(crate) outcome: Outcome,
    pub(crate) attempts: u32,
    /// 0 where there was no response.
    pub(crate) status: u16,
    pub(crate) code: Option<String>,
    pub(crate) issues: Vec<Issue>,
    /// The headers of the response, as the host has them.
    pub(crate) headers: JsValue,
    /// The body of the response: parsed where it is JSON, else text.
    pub(crate) body: JsValue,
    pub(crate) cause: JsValue,
    /// Milliseconds.
    pub(crate) retry_after: Option<f64>,
    /// When the request began, in milliseconds since the epoch. In the package, JavaScript notes it.
    #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
    pub(crate) started_at: f64,
}

impl core::fmt::Debug for Details {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let mut details = formatter.debug_struct("Details");
        details.field("kind", &self.kind).field("message", &self.message).field("outcome", &self.outcome);
        details.field("attempts", &self.attempts).field("status", &self.status).field("code", &self.code);
        details.field("issues", &self.issues).field("retry_after", &self.retry_after);
        // Only a JavaScript host can write its values.
        if cfg!(all(target_arch = "wasm32", target_os = "unknown")) {
            details.field("headers", &self.headers).field("body", &self.body).field("cause", &self.cause);
        }
        details.finish_non_exhaustive()
    }
}

impl Error {
    /// An error that happened before anything was sent.
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self::boxed(kind, message.into())
    }

    fn boxed(kind: ErrorKind, message: String) -> Self {
        Self(Box::new(Details {
            kind,
            message,
            outcome: Outcome::NotSent,
            attempts: 0,
            status: 0,
            code: None,
            issues: Vec::new(),
            headers: JsValue::UNDEFINED,
            body: JsValue::UNDEFINED,
            cause: JsValue::UNDEFINED,
            retry_after: None,
            #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
            started_at: host::wall_clock(),
        }))
    }

    /// A wrong option or argument.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Synthflow, message)
    }

    /// Issues found before sending.
    pub(crate) fn validation(message: String, issues: Vec<Issue>) -> Self {
        let mut error = Self::new(ErrorKind::Validation, message);
        error.0.issues = issues;
        error
    }

    /// Sets the underlying error.
    #[must_use]
    pub(crate) fn with_cause(mut self, cause: JsValue) -> Self {
        self.0.cause = cause;
        self
    }

    /// Sets what happened to the request.
    #[must_use]
    pub(crate) fn with_outcome(mut self, outcome: Outcome) -> Self {
        self.0.outcome = outcome;
        self
    }

    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// What happened and what to do next.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// What happened to the request.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.0.outcome
    }

    /// How often the request was sent, or tried to be.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// The HTTP status, where there was a response.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        (self.0.status != 0).then_some(self.0.status)
    }

    /// The API's own code of the error, where it gives one.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// What validation found.
    #[must_use]
    pub fn issues(&self) -> &[Issue] {
        &self.0.issues
    }

    /// The body of the response, without the request's secrets: parsed where it is JSON, else a string; undefined where
    /// there was none.
    #[must_use]
    pub fn body(&self) -> &JsValue {
        &self.0.body
    }

    /// What was thrown below: by `fetch`, by a callback, or the reason of the signal; undefined where nothing was.
    #[must_use]
    pub fn cause(&self) -> &JsValue {
        &self.0.cause
    }

    /// How long the API asks to wait before the next request.
    #[must_use]
    pub fn retry_after(&self) -> Option<core::time::Duration> {
        // One that is too long for a duration is none.
        self.0.retry_after.and_then(|time| core::time::Duration::try_from_secs_f64(time / 1000.0).ok())
    }

    /// When the request began, retries included; for an error without a request, when the error was created. A lost call is
    /// looked for from then on: see [`FindPlaced`](crate::resources::calls::FindPlaced).
    #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
    #[must_use]
    pub fn started_at(&self) -> std::time::SystemTime {
        let since = core::time::Duration::from_millis(self.0.started_at as u64);
        std::time::UNIX_EPOCH.checked_add(since).unwrap_or(std::time::UNIX_EPOCH)
    }

    /// With the time at which its request began.
    #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
    pub(crate) fn with_start(mut self, started_at: f64) -> Self {
        self.0.started_at = started_at;
        self
    }

    /// The request id, if the response has one: Synthflow's support asks for it.
    #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
    #[must_use]
    pub fn request_id(&self) -> Option<String> {
        let body = &self.0.body;
        let text = |id: JsValue| id.as_f64().map(host::number_to_string).or_else(|| id.as_string());
        [host::get(body, "detail"), host::get(body, "response"), body.clone()]
            .into_iter()
            .find_map(|of| text(host::get(&of, "request_id")).filter(|id| !id.is_empty()))
            .or_else(|| self.headers()?.get("x-request-id"))
    }

    /// The headers of the response, without the request's secrets; `None` where there was none, or where the client's
    /// `fetch` gave something other than the host's own `Headers`.
    #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
    #[must_use]
    pub fn headers(&self) -> Option<gloo_net::http::Headers> {
        use wasm_bindgen::JsCast;

        let headers = self.0.headers.dyn_ref::<web_sys::Headers>()?;
        Some(gloo_net::http::Headers::from_raw(headers.clone()))
    }

    /// The plain object from which the JavaScript error is created.
    #[cfg(feature = "package")]
    pub(crate) fn into_js(self) -> JsValue {
        let Details { kind, outcome, attempts, status, retry_after, .. } = *self.0;
        let issues = if kind == ErrorKind::Validation {
            issues_to_js(&self.0.issues).into()
        } else {
            JsValue::UNDEFINED
        };
        host::failure(
            kind.class_name(),
            &self.0.message,
            outcome.as_str(),
            attempts,
            status,
            self.0.code.as_deref(),
            retry_after,
            &self.0.headers,
            &self.0.body,
            &self.0.cause,
            &issues,
        )
    }
}

impl core::fmt::Display for Error {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.write_str(&self.0.message)
    }
}

impl std::error::Error for Error {}
