//! Following a call to its end.

use core::time::Duration;

use wasm_bindgen::JsValue;

use super::Client;
use crate::error::{Error, ErrorKind, Outcome};
use crate::host;
use crate::http::race::{Deadline, Stop};
use crate::resources::calls::{Call, CallStatus};
use crate::settings::options::{checked_timeout, milliseconds};
use crate::text;

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
        self.0.options.check()?;
        checked_timeout(Some(interval), "wait_for_call: interval")?;
        checked_timeout(Some(timeout), "wait_for_call: timeout")?;
        let end = Deadline::new(milliseconds(timeout), &self.0.options.signal);
        let mut last = "unknown".to_owned();
        let waited = end.limit(async {
            loop {
                let call = self.calls().get(call_id).await?;
                let status = call.status.as_ref().or(call.call_status.as_ref());
                if status.is_some_and(CallStatus::is_final) {
                    return Ok(call);
                }
                if let Some(status) = status {
                    status.as_str().clone_into(&mut last);
                }
                Deadline::new(milliseconds(interval), &JsValue::UNDEFINED).pass().await;
            }
        });
        match waited.await {
            Ok(result) => result,
            Err(Stop::Abort) => {
                let message = "aborted by the caller's signal: the call itself goes on";
                let reason = host::get(&self.0.options.signal, "reason");
                Err(Error::new(ErrorKind::Abort, message).with_cause(reason).with_outcome(Outcome::Unknown))
            }
            Err(Stop::Time) => {
                let time = host::number_to_string(milliseconds(timeout));
                let message = [
                    "the call had not ended after ",
                    &time,
                    " ms (status ",
                    &last,
                    ") and is still running; call wait_for_call() again or raise `timeout`",
                ];
                Err(Error::new(ErrorKind::Timeout, text::concat(&message)).with_outcome(Outcome::Unknown))
            }
        }
    }
}
