//! What can go wrong, told once: the same for Rust users and for the JavaScript error classes.

mod issue;

use wasm_bindgen::JsValue;

use crate::host;
pub use issue::{Issue, codes};

/// Which of the error classes it is. The JavaScript name is the class's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// The client was set up wrongly, or an option is wrong.
    Synthflow,
    /// The request was checked and found wrong; nothing was sent.
    Validation,
    /// The API answered with an error status.
    Api,
    /// No answer came.
    Connection,
    /// No answer came in time.
    Timeout,
    /// The caller stopped it.
    Abort,
    /// The answer is not what it claims to be.
    Response,
}

impl ErrorKind {
    /// The name of the JavaScript class; for a status it is found there.
    pub fn class_name(self) -> &'static str {
        match self {
            Self::Synthflow => "SynthflowError",
            Self::Validation => "ValidationError",
            Self::Api => "APIError",
            Self::Connection => "APIConnectionError",
            Self::Timeout => "APITimeoutError",
            Self::Abort => "APIAbortError",
            Self::Response => "APIResponseError",
        }
    }
}

/// What became of the request, as far as can be known: the worst over its attempts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It never left.
    NotSent,
    /// The API refused it: it had no effect.
    Refused,
    /// It may have had its effect.
    Unknown,
}

impl Outcome {
    /// The JavaScript word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotSent => "not-sent",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
        }
    }
}

/// An error of this crate. Its fields are those of [`ErrorDetails`]; they are in a box, so that the
/// results that carry it stay small.
#[derive(Debug, Clone)]
pub struct Error(Box<ErrorDetails>);

/// What an error holds.
#[derive(Debug, Clone)]
pub struct ErrorDetails {
    /// Which kind.
    pub kind: ErrorKind,
    /// What happened and what to do next.
    pub message: String,
    /// What became of the request.
    pub outcome: Outcome,
    /// How often it was sent, or tried to.
    pub attempts: u32,
    /// The HTTP status, where an answer came.
    pub status: u16,
    /// The API's own word for the error, where it gives one.
    pub code: Option<String>,
    /// The problems, of a validation error.
    pub issues: Vec<Issue>,
    /// The answer's headers, as the host has them.
    pub headers: JsValue,
    /// The answer's body: parsed where it is JSON, else text.
    pub body: JsValue,
    /// What was thrown below.
    pub cause: JsValue,
    /// How long the API asks to wait, in milliseconds.
    pub retry_after: Option<f64>,
}

impl Error {
    /// An error that happened before anything was sent.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self::boxed(kind, message.into())
    }

    fn boxed(kind: ErrorKind, message: String) -> Self {
        Self(Box::new(ErrorDetails {
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
        }))
    }

    /// A wrong option or argument.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Synthflow, message)
    }

    /// Problems found before sending.
    pub fn validation(message: String, issues: Vec<Issue>) -> Self {
        let mut error = Self::new(ErrorKind::Validation, message);
        error.issues = issues;
        error
    }

    /// With what was thrown below.
    #[must_use]
    pub fn with_cause(mut self, cause: JsValue) -> Self {
        self.cause = cause;
        self
    }

    /// With what became of the request.
    #[must_use]
    pub fn with_outcome(mut self, outcome: Outcome) -> Self {
        self.outcome = outcome;
        self
    }

    /// As the plain object that the class face makes an error of.
    pub fn into_js(self) -> JsValue {
        let error = host::bare_object();
        let text = |text: &str| JsValue::from_str(text);
        host::set(&error, "class", &text(self.kind.class_name()));
        host::set(&error, "message", &text(&self.message));
        host::set(&error, "outcome", &text(self.outcome.as_str()));
        host::set(&error, "attempts", &self.attempts.into());
        if self.status != 0 {
            host::set(&error, "status", &self.status.into());
            host::set(&error, "headers", &self.headers);
            host::set(&error, "body", &self.body);
        }
        if let Some(code) = &self.code {
            host::set(&error, "code", &text(code));
        }
        if let Some(wait) = self.retry_after {
            host::set(&error, "retryAfter", &wait.into());
        }
        if self.kind == ErrorKind::Validation {
            let issues = self.issues.iter().map(issue_to_js);
            host::set(&error, "issues", &host::array(issues));
        }
        if !self.cause.is_undefined() {
            host::set(&error, "cause", &self.cause);
        }
        error
    }
}

/// A problem as JavaScript sees it.
pub fn issue_to_js(issue: &Issue) -> JsValue {
    let object = host::object();
    let text = |text: &str| JsValue::from_str(text);
    host::set(&object, "path", &text(&issue.path));
    host::set(&object, "code", &text(issue.code));
    host::set(&object, "expected", &text(&issue.expected));
    host::set(&object, "got", &text(&issue.got));
    host::set(&object, "message", &text(&issue.message()));
    object
}

impl core::ops::Deref for Error {
    type Target = ErrorDetails;

    fn deref(&self) -> &ErrorDetails {
        &self.0
    }
}

impl core::ops::DerefMut for Error {
    fn deref_mut(&mut self) -> &mut ErrorDetails {
        &mut self.0
    }
}

impl core::fmt::Display for Error {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
