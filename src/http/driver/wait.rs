//! Waits for the end of something, for Rust users.

use core::fmt;
use core::time::Duration;

use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use super::race::{Deadline, Stop};
use super::transport::Transport;
use super::typed;
use crate::error::Error;
use crate::host;
use crate::http::wait;
use crate::schema::WaitDeclaration;
use crate::settings::options::{WaitRetry, checked_timeout, milliseconds};

type OnChange<'a, T> = Box<dyn FnMut(&T) + 'a>;

/// How something is waited for, such as a call.
pub struct WaitOptions<'a, T> {
    interval: Duration,
    timeout: Duration,
    on_change: Option<OnChange<'a, T>>,
}

impl<T> Default for WaitOptions<'_, T> {
    fn default() -> Self {
        Self {
            interval: Duration::from_millis(wait::INTERVAL_MS as u64),
            timeout: Duration::from_millis(wait::TIMEOUT_MS as u64),
            on_change: None,
        }
    }
}

impl<'a, T> WaitOptions<'a, T> {
    /// With the defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How long to pause between two requests; more than zero. After one that failed it may be shorter. Default: 2 seconds.
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

    /// Is called with what is waited for whenever its status is another than before.
    #[must_use]
    pub fn on_change(mut self, on_change: impl FnMut(&T) + 'a) -> Self {
        self.on_change = Some(Box::new(on_change));
        self
    }
}

impl<T> fmt::Debug for WaitOptions<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut options = formatter.debug_struct("WaitOptions");
        options.field("interval", &self.interval).field("timeout", &self.timeout).finish_non_exhaustive()
    }
}

/// Polls an operation until what it gets has ended.
pub(crate) async fn wait<T: DeserializeOwned>(
    transport: &Transport,
    declared: &WaitDeclaration,
    name: &str,
    id: &str,
    mut options: WaitOptions<'_, T>,
) -> Result<T, Error> {
    transport.options.check()?;
    let start = host::wall_clock();
    let mut plan = transport.plan(name, &[id], None);
    checked_timeout(Some(options.interval), "the wait's interval")?;
    checked_timeout(Some(options.timeout), "the wait's timeout")?;
    let (interval, timeout) = (milliseconds(options.interval), milliseconds(options.timeout));
    let signal = &transport.options.signal;
    let end = Deadline::new(timeout, signal);
    let late_until = wait::late_until();
    let mut last: Option<String> = None;
    let waited = end.limit(async {
        loop {
            plan.transport.options.wait_retry = Some(WaitRetry { pause: interval, late_until });
            let decoded = plan.clone().send(false).await?.decoded;
            let (status, is_final) = wait::state(declared, &decoded.data);
            let item = typed::read(&decoded)?;
            if last.as_ref() != Some(&status) {
                last = Some(status);
                if let Some(on_change) = &mut options.on_change {
                    on_change(&item);
                }
            }
            if is_final {
                return Ok(item);
            }
            Deadline::new(interval, &JsValue::UNDEFINED).pass().await;
        }
    });
    match waited.await {
        Ok(result) => result,
        Err(Stop::Abort) => Err(wait::aborted(declared.noun, signal).with_start(start)),
        Err(Stop::Time) => {
            let status = last.as_deref().map_or("", wait::quotable);
            Err(wait::timed_out(declared.noun, timeout, status).with_start(start))
        }
    }
}
