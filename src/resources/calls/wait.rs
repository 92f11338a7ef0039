//! Following a call to its end.

use core::fmt;
use core::time::Duration;

use wasm_bindgen::JsValue;

use super::{Call, CallStatus, Calls};
use crate::error::Error;
use crate::http::driver::{Deadline, Stop};
use crate::http::wait;
use crate::settings::options::{checked_timeout, milliseconds};

type OnChange<'a> = Box<dyn FnMut(&Call) + 'a>;

/// How a call is waited for.
pub struct WaitOptions<'a> {
    interval: Duration,
    timeout: Duration,
    on_change: Option<OnChange<'a>>,
}

impl Default for WaitOptions<'_> {
    fn default() -> Self {
        Self {
            interval: Duration::from_millis(wait::INTERVAL_MS as u64),
            timeout: Duration::from_millis(wait::TIMEOUT_MS as u64),
            on_change: None,
        }
    }
}

impl<'a> WaitOptions<'a> {
    /// With the defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How long to pause between two requests; more than zero. Default: 2 seconds.
    #[must_use]
    pub fn interval(mut self, interval: Duration) -> Self {
        self.interval = interval;
        self
    }

    /// How long to wait at most, the request in flight included; more than zero. Default: 1 hour.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Is called with the call whenever its status is another than before.
    #[must_use]
    pub fn on_change(mut self, on_change: impl FnMut(&Call) + 'a) -> Self {
        self.on_change = Some(Box::new(on_change));
        self
    }
}

impl fmt::Debug for WaitOptions<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut options = formatter.debug_struct("WaitOptions");
        options.field("interval", &self.interval).field("timeout", &self.timeout).finish_non_exhaustive()
    }
}

impl Calls<'_> {
    /// Gets a call again and again until it has ended, and returns it.
    ///
    /// # Errors
    /// As [`get`](Self::get); a timeout where the call is still running after the time of
    /// [`timeout`](WaitOptions::timeout), an abort at the signal of the client's request options. The call itself goes
    /// on in both cases.
    pub async fn wait(self, call_id: &str, mut options: WaitOptions<'_>) -> Result<Call, Error> {
        self.0.options.check()?;
        checked_timeout(Some(options.interval), "calls.wait: interval")?;
        checked_timeout(Some(options.timeout), "calls.wait: timeout")?;
        let end = Deadline::new(milliseconds(options.timeout), &self.0.options.signal);
        let mut last: Option<CallStatus> = None;
        let waited = end.limit(async {
            loop {
                let call = self.get(call_id).await?;
                let status = call.status.clone().or_else(|| call.call_status.clone());
                if status != last {
                    last = status;
                    if let Some(on_change) = &mut options.on_change {
                        on_change(&call);
                    }
                }
                if last.as_ref().is_some_and(CallStatus::is_final) {
                    return Ok(call);
                }
                Deadline::new(milliseconds(options.interval), &JsValue::UNDEFINED).pass().await;
            }
        });
        match waited.await {
            Ok(result) => result,
            Err(Stop::Abort) => Err(wait::aborted(&self.0.options.signal)),
            Err(Stop::Time) => {
                let status = last.as_ref().map_or("", CallStatus::as_str);
                Err(wait::timed_out(milliseconds(options.timeout), status))
            }
        }
    }
}
