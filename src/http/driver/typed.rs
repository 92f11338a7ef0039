//! From values of the host to Rust types.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::{Error, ErrorKind, Outcome};
use crate::host;
use crate::http::decode::Decoded;
use crate::text;

/// Reads the data of a response. The request was delivered and its response is complete: what cannot be read is
/// an error that says so, and nothing that may be retried.
pub(super) fn read<T: DeserializeOwned>(decoded: &Decoded) -> Result<T, Error> {
    serde_json::from_str(&written(decoded)?).map_err(|error| unreadable(decoded, &error.to_string()))
}

/// The items of a page or of a stream, and those that do not fit their type.
pub(super) fn read_items<T: DeserializeOwned>(decoded: &Decoded) -> Result<(Vec<T>, Vec<Value>), Error> {
    let all: Vec<Value> =
        serde_json::from_str(&written(decoded)?).map_err(|error| unreadable(decoded, &error.to_string()))?;
    let (mut items, mut skipped) = (Vec::new(), Vec::new());
    for value in all {
        match T::deserialize(&value) {
            Ok(item) => items.push(item),
            Err(_) => skipped.push(value),
        }
    }
    Ok((items, skipped))
}

/// Reads an item of a list that was read as values.
pub(super) fn item<T: DeserializeOwned>(value: &Value) -> Result<T, Error> {
    T::deserialize(value).map_err(|error| {
        let message = text::concat(&["an item of the list is not what is documented: ", &error.to_string()]);
        Error::new(ErrorKind::Response, message).with_outcome(Outcome::Unknown)
    })
}

fn written(decoded: &Decoded) -> Result<String, Error> {
    let text = host::stringify(&decoded.data)
        .map_err(|thrown| unreadable(decoded, &host::thrown_message(&thrown)))?;
    text.as_string().ok_or_else(|| unreadable(decoded, "it cannot be written as JSON"))
}

fn unreadable(decoded: &Decoded, why: &str) -> Error {
    let message = text::concat(&["the response is not what is documented: ", why]);
    let mut error = Error::new(ErrorKind::Response, message).with_outcome(Outcome::Unknown).of(decoded);
    error.0.body = decoded.data.clone();
    error
}

impl Error {
    /// With the status, the headers and the attempts of a response, and the time at which its request began.
    pub(super) fn of(mut self, decoded: &Decoded) -> Self {
        self.0.attempts = decoded.attempts;
        self.0.status = decoded.status;
        self.0.headers = host::get(&decoded.response, "headers");
        self.with_start(decoded.started_at)
    }
}
