//! Drives an exchange for Rust users: waits for the host's promises, under one deadline each.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::race::{Deadline, Stop};
use crate::error::Error;
use crate::host::{self, AbortController};
use crate::http::decode::Decoded;
use crate::http::exchange::{Action, Event, Exchange, TURNS};
use crate::settings::pace::Place;

/// An exchange that succeeded.
pub struct Driven {
    pub exchange: Exchange,
    pub decoded: Decoded,
    /// The attempt whose body is still to be read.
    pub attempt: Attempt,
    /// Milliseconds that the attempt had.
    pub time: f64,
}

/// Drives an exchange to its end; `raw` leaves the body of a good response unread. One that rings has a `place` in the pace of its
/// client, if that has one, and waits for its turn: nothing that takes time is between that and sending.
pub async fn drive(mut exchange: Exchange, raw: bool, place: Option<Place>) -> Result<Driven, Error> {
    let mut event = Event::Ready;
    let mut attempt = Attempt(None);
    let mut last = 0.0;
    let signal = exchange.options.signal.clone();
    if !signal.is_undefined() {
        for _ in 0..TURNS {
            // A promise that is fulfilled is not rejected.
            let _ = JsFuture::from(Promise::resolve(&JsValue::UNDEFINED)).await;
        }
    }
    loop {
        if let Some(place) = &place
            && exchange.sends_at(&event)
            && Deadline::none(&signal).limit(place.turn()).await.is_err()
        {
            event = Event::Abort;
        }
        let is_limited = matches!(&event, Event::Reply(response, _) if is_limit(response));
        let action = exchange.next(event);
        if let Some(place) = &place {
            // A 429 holds all calls of the pace; another reason to retry holds only this one.
            match &action {
                Action::Sleep(time) => place.leave(if is_limited { *time + RETRY_FIRST_MS } else { 0.0 }),
                Action::Fail(error) if is_limited => place.leave(error.0.retry_after.unwrap_or_default()),
                Action::Send(..) => place.sent(),
                _ => {}
            }
        }
        event = match action {
            Action::Done(decoded) => return Ok(Driven { exchange, decoded, attempt, time: last }),
            Action::Fail(error) => return Err(error),
            Action::Sleep(time) => match Deadline::new(time, &signal).pass().await {
                Stop::Time => Event::Ready,
                Stop::Abort => Event::Abort,
            },
            Action::Key(provider, time) => key(&provider, &Deadline::new(time, &signal)).await,
            Action::Send(prepared, time) => {
                let controller = AbortController::new();
                let init = host::get(&prepared, "init");
                // Whoever reads the body later has no other way to end it.
                let joined = raw && signal.is_object();
                let own = controller.signal();
                let own = if joined { host::join_signals(&own, &signal) } else { own };
                host::set(&init, "signal", &own);
                attempt = Attempt(Some(controller));
                last = time;
                let event = send(&prepared, &init, raw, &Deadline::new(time, &signal)).await;
                let is_read = matches!(&event, Event::Reply(_, text) if !text.is_undefined());
                if is_read {
                    attempt.keep();
                    attempt = Attempt(None);
                } else if !matches!(event, Event::Reply(..)) {
                    attempt = Attempt(None);
                }
                event
            }
        };
    }
}

/// How much longer others are held than a request that is retried, in milliseconds: it comes before them.
const RETRY_FIRST_MS: f64 = 5.0;

fn is_limit(response: &JsValue) -> bool {
    host::get(response, "status").as_f64() == Some(429.0)
}

/// Ends the request of an attempt that nobody waits for any more, also where the future is dropped: its connection is
/// free again.
pub struct Attempt(Option<AbortController>);

impl Attempt {
    /// Leaves it alone: its response is read, or is the caller's.
    pub fn keep(mut self) {
        self.0 = None;
    }
}

impl Drop for Attempt {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

impl From<Stop> for Event {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Time => Self::Time,
            Stop::Abort => Self::Abort,
        }
    }
}

async fn key(provider: &Function, deadline: &Deadline) -> Event {
    match provider.call0(&JsValue::UNDEFINED) {
        Ok(promise) => {
            let decoded = deadline.race(&promise).await;
            decoded.map_or_else(Event::from, Event::Key)
        }
        Err(thrown) => Event::Key(Err(thrown)),
    }
}

async fn send(prepared: &JsValue, init: &JsValue, raw: bool, deadline: &Deadline) -> Event {
    exchange(prepared, init, raw, deadline).await.unwrap_or_else(|event| event)
}

async fn exchange(
    prepared: &JsValue,
    init: &JsValue,
    raw: bool,
    deadline: &Deadline,
) -> Result<Event, Event> {
    let fetch: Function = host::get(prepared, "fetch").unchecked_into();
    let promise =
        fetch.call2(&JsValue::UNDEFINED, &host::get(prepared, "url"), init).map_err(Event::Threw)?;
    let response = deadline.race(&promise).await?.map_err(Event::Threw)?;
    if raw && host::get(&response, "ok").is_truthy() {
        return Ok(Event::Reply(response, JsValue::UNDEFINED));
    }
    let Some(read) = host::method(&response, "text") else {
        return Ok(Event::Reply(response, JsValue::NULL));
    };
    let promise = read.call0(&response).map_err(Event::Broke)?;
    let text = deadline.race(&promise).await?.map_err(Event::Broke)?;
    // Undefined is the text of a response that the caller reads, which is none of these.
    Ok(Event::Reply(response, if text.is_undefined() { JsValue::NULL } else { text }))
}
