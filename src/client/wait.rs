//! Following a call to its end.

use core::time::Duration;

use wasm_bindgen::JsValue;

use super::Client;
use super::options::{checked_timeout, milliseconds};
use crate::http::race::{Deadline, Stop};
use crate::http::{Error, ErrorKind, Outcome, host};
use crate::resources::calls::{Call, CallStatus};
use crate::text::{self, Glue as _};

const ENDED: &str =
    " completed failed no-answer busy canceled user-canceled hangup_on_voicemail left_voicemail spam ";

/// Whether a call of this status has ended. One that is not known has not: it is waited on.
pub fn has_ended(status: &str) -> bool {
    text::is_among(ENDED, status)
}

impl Client {
    /// Gets a call every `interval` until it has ended, and returns it; at most for the time of `timeout`, the
    /// request in flight included.
    ///
    /// # Errors
    /// As `calls.get`; a time-out where the call is still running after `timeout`.
    pub async fn wait_for_call(
        &self,
        call_id: &str,
        interval: Duration,
        timeout: Duration,
    ) -> Result<Call, Error> {
        self.request.check()?;
        checked_timeout(Some(interval), "wait_for_call: interval")?;
        checked_timeout(Some(timeout), "wait_for_call: timeout")?;
        let end = Deadline::new(milliseconds(timeout), &self.request.signal);
        let mut last = "unknown".to_owned();
        let waited = end.limit(async {
            loop {
                let call = self.calls().get(call_id).await?;
                let status = call.status.as_ref().or(call.call_status.as_ref()).map(CallStatus::as_str);
                if status.is_some_and(has_ended) {
                    return Ok(call);
                }
                if let Some(status) = status {
                    status.clone_into(&mut last);
                }
                Deadline::new(milliseconds(interval), &JsValue::UNDEFINED).pass().await;
            }
        });
        match waited.await {
            Ok(result) => result,
            Err(Stop::Abort) => {
                let message = "aborted by the caller's signal: the call itself goes on";
                let reason = host::get(&self.request.signal, "reason");
                Err(Error::new(ErrorKind::Abort, message).because(reason).ended(Outcome::Unknown))
            }
            Err(Stop::Time) => {
                let time = host::show(milliseconds(timeout));
                let message = [
                    "the call had not ended after ",
                    &time,
                    " ms (status ",
                    &last,
                    ") and is still running; call wait_for_call() again or raise `timeout`",
                ];
                Err(Error::new(ErrorKind::Timeout, message.glue()).ended(Outcome::Unknown))
            }
        }
    }
}
