//! Following a call to its end.

use wasm_bindgen::JsValue;

use super::Client;
use crate::http::race::{Deadline, Stop};
use crate::http::{Error, ErrorKind, host};
use crate::resources::calls::{Call, CallStatus};
use crate::text;

const ENDED: &str =
    " completed failed no-answer busy canceled user-canceled hangup_on_voicemail left_voicemail spam ";

/// Whether a call of this status has ended. One that is not known has not: it is waited on.
pub fn has_ended(status: &str) -> bool {
    text::is_among(ENDED, status)
}

impl Client {
    /// Asks for a call every `interval` milliseconds until it has ended, and answers with it.
    ///
    /// # Errors
    /// As `calls.get`; a time-out where the call goes on for more than `timeout` milliseconds.
    pub async fn wait_for_call(&self, call_id: &str, interval: f64, timeout: f64) -> Result<Call, Error> {
        let start = host::now();
        loop {
            let call = self.calls().get(call_id).await?;
            let status = call.status.as_ref().or(call.call_status.as_ref()).map(CallStatus::as_str);
            if status.is_some_and(has_ended) {
                return Ok(call);
            }
            if host::now() - start + interval > timeout {
                return Err(Error::new(
                    ErrorKind::Timeout,
                    "the call has not ended in time: it goes on all the same; wait for it again, or longer",
                ));
            }
            if Deadline::new(interval, &self.request.signal).pass().await == Stop::Abort {
                let abort = Error::new(ErrorKind::Abort, "aborted by its signal: the call itself goes on");
                return Err(abort.because(JsValue::UNDEFINED));
            }
        }
    }
}
