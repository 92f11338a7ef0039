//! Finding out whether a call was placed, if its response was lost.

use core::time::Duration;

use web_sys::AbortSignal;

use super::{Call, Calls, ListCalls};
use crate::error::{Error, Outcome};
use crate::host;
use crate::http::driver::{self, Transport};
use crate::http::placed::Search;
use crate::schema::{IntoField, Time, is_date};
use crate::settings::options::{checked_timeout, milliseconds};

/// What [`Calls::find_placed`] looks for, and for how long.
#[derive(Debug, Clone)]
#[must_use]
pub struct FindPlaced {
    model_id: String,
    phone: String,
    since: Option<Time>,
    until: Option<Time>,
    except: Vec<String>,
    interval: Duration,
    timeout: Duration,
    signal: Option<AbortSignal>,
}

impl FindPlaced {
    /// Looks for a call by this agent to this number, in E.164 format. `since` is when its request was sent, the
    /// [`started_at`](Error::started_at) of its error: a `SystemTime`, milliseconds since the epoch, or a text in ISO 8601.
    pub fn new(model_id: impl Into<String>, phone: impl Into<String>, since: impl IntoField<Time>) -> Self {
        Self {
            model_id: model_id.into(),
            phone: phone.into(),
            since: since.into_field(),
            until: None,
            except: Vec::new(),
            interval: Duration::from_secs(5),
            timeout: Duration::from_secs(60),
            signal: None,
        }
    }

    /// When the outcome of the call became known, if that was some time ago. Default: no end.
    pub fn until(mut self, until: impl IntoField<Time>) -> Self {
        self.until = until.into_field();
        self
    }

    /// The ids of other calls to this number, which are not it.
    pub fn except<T: Into<String>>(mut self, call_ids: impl IntoIterator<Item = T>) -> Self {
        self.except = call_ids.into_iter().map(Into::into).collect();
        self
    }

    /// How long to pause between two lists; more than zero. Default: 5 seconds.
    pub fn interval(mut self, interval: Duration) -> Self {
        self.interval = interval;
        self
    }

    /// How long to look for a call that is not in the list yet; more than zero. The list is read once more then. Not finding
    /// it proves nothing: see [`Placed::NotFound`]. Default: 1 minute.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Ends the search when the signal fires. Default: the signal of the client's request options.
    pub fn signal(mut self, signal: &AbortSignal) -> Self {
        self.signal = Some(signal.clone());
        self
    }

    fn search(&self) -> Result<Search, Error> {
        let since = self.since.as_ref().map_or(f64::NAN, time_of);
        let until = self.until.as_ref().map(time_of);
        Search::new(&self.model_id, &self.phone, since, until, host::wall_clock(), &self.except).ok_or_else(|| {
            Error::usage(
                "calls.find_placed: expected a phone number in E.164 format, since in the past, as a date of the calendar or \
                 in milliseconds since the epoch, and until not before it",
            )
        })
    }
}

/// The largest time of a JavaScript date, in milliseconds since the epoch.
const MAX_TIME: f64 = 8.64e15;

/// A time in milliseconds since the epoch; NaN if it is none.
fn time_of(time: &Time) -> f64 {
    match time {
        Time::Milliseconds(time) if (*time as f64).abs() > MAX_TIME => f64::NAN,
        // Of this century, in seconds.
        Time::Milliseconds(1_000_000_000..10_000_000_000) => f64::NAN,
        Time::Milliseconds(time) => *time as f64,
        Time::Text(text) if is_date(text) => host::parse_date(text),
        Time::Text(_) => f64::NAN,
    }
}

/// What happened to a call whose response was lost.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
// One value per search: a box would only be in the way.
#[allow(clippy::large_enum_variant)]
pub enum Placed {
    /// It was placed.
    Placed(Call),
    /// Several were placed, and any may be it; or one that may not be it: it names another agent, or the number in another form,
    /// such as +52 1 for +52; it has no id; or its list has fewer calls than it says there are.
    Ambiguous(Vec<Call>),
    /// None is in the list, though it was read until the timeout. This does not prove that the call was not placed:
    /// Synthflow does not say how late a call may be listed.
    NotFound,
}

impl Placed {
    /// The calls that were found.
    #[must_use]
    pub fn calls(&self) -> &[Call] {
        match self {
            Self::Placed(call) => core::slice::from_ref(call),
            Self::Ambiguous(calls) => calls,
            Self::NotFound => &[],
        }
    }
}

impl Calls<'_> {
    /// Finds out whether a call was placed, if its response was lost ([`Outcome::Unknown`]).
    ///
    /// Lists the calls of the agent to the number, from a minute before `since`, since clocks differ, to ten minutes after
    /// `until`, since a call may wait in the queue, until one is found or the timeout has passed: a call may be listed late.
    /// Transient failures in between do not end the search. Only reads: sends `calls.list` with `model_id`, `lead_phone_number`,
    /// `from_date`, `limit`, with `until` `to_date`, and `offset` for further pages; a proxy must allow it. Dropping the future ends
    /// the search.
    ///
    /// # Errors
    /// As `calls.list`, if it cannot be read until the timeout; an abort at the signal. None of them says that the call was
    /// not placed: their outcome is `Unknown`, that of the call.
    ///
    /// ```no_run
    /// # async fn example(client: synthflow_wasm::Client) -> Result<(), synthflow_wasm::Error> {
    /// use synthflow_wasm::Outcome;
    /// use synthflow_wasm::resources::calls::{CreateCall, FindPlaced, Placed};
    ///
    /// let call = CreateCall::new().model_id("your-agent-id").phone("+14155550123").name("Sam");
    /// match client.calls().create(&call).await {
    ///     Err(error) if error.outcome() == Outcome::Unknown => {
    ///         let search = FindPlaced::new("your-agent-id", "+14155550123", error.started_at());
    ///         match client.calls().find_placed(&search).await? {
    ///             Placed::Placed(call) => println!("it was placed: {}", call.call_id.unwrap_or_default()),
    ///             found => println!("it may be one of {:?}, or not placed", found.calls()),
    ///         }
    ///     }
    ///     created => println!("{:?}", created?.call_id),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn find_placed(self, params: &FindPlaced) -> impl Future<Output = Result<Placed, Error>> + use<> {
        let search = find_placed(self.0.clone(), params.clone());
        // The outcome of its errors is that of the call, about which nothing is known then: not that of the search.
        async move { search.await.map_err(|error| error.with_outcome(Outcome::Unknown)) }
    }
}

async fn find_placed(mut transport: Transport, params: FindPlaced) -> Result<Placed, Error> {
    let search = params.search()?;
    checked_timeout(Some(params.interval), "the search's interval")?;
    checked_timeout(Some(params.timeout), "the search's timeout")?;
    let mut query = ListCalls::new()
        .model_id(&params.model_id)
        .lead_phone_number(&params.phone)
        .from_date(search.from as i64)
        .limit(100);
    if search.to.is_finite() {
        query = query.to_date(search.to as i64);
    }
    if let Some(signal) = &params.signal {
        transport.options.signal = signal.into();
    }
    let list = transport.plan("calls.list", &[], Some(&query));
    let (interval, timeout) = (milliseconds(params.interval), milliseconds(params.timeout));
    let found = driver::find_placed(list, &search, interval, timeout).await;
    let (mut calls, is_certain) = found?;
    Ok(match calls.pop() {
        None => Placed::NotFound,
        Some(call) if is_certain => Placed::Placed(call),
        Some(call) => {
            calls.push(call);
            Placed::Ambiguous(calls)
        }
    })
}
