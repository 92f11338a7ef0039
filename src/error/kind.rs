//! What an error is, and what it says of the request.

/// The kind of an error. Each has a JavaScript class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// An option or an argument is invalid.
    Synthflow,
    /// The params are invalid; nothing was sent.
    Validation,
    /// The API responded with an error status.
    Api,
    /// There was no response.
    Connection,
    /// There was no complete response within the timeout.
    Timeout,
    /// The caller aborted the request.
    Abort,
    /// The response is not what it claims to be: a page of HTML, truncated JSON.
    Response,
}

impl ErrorKind {
    /// The name of the JavaScript class; the subclasses by status are chosen in JavaScript.
    #[must_use]
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

/// What happened to the request, as far as is known: the worst outcome of all attempts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// It was not sent.
    NotSent,
    /// The API refused it, so it had no effect.
    Refused,
    /// It may have taken effect.
    Unknown,
}

impl Outcome {
    /// The value in JavaScript.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotSent => "not-sent",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
        }
    }
}
