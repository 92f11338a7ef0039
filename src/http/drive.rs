//! Drives an exchange for Rust users: waits for the host's promises, under one deadline each.

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::error::Error;
use crate::host::{self, AbortController};
use crate::http::decode::Answer;
use crate::http::exchange::{Action, Event, Exchange, TURNS};
use crate::http::race::{Deadline, Stop};

/// Drives an exchange to its end.
pub async fn drive(mut exchange: Exchange) -> Result<Answer, Error> {
    let mut event = Event::Ready;
    let signal = exchange.options.signal.clone();
    if !signal.is_undefined() {
        for _ in 0..TURNS {
            // A promise that is fulfilled is not rejected.
            let _ = JsFuture::from(Promise::resolve(&JsValue::UNDEFINED)).await;
        }
    }
    loop {
        event = match exchange.next(event) {
            Action::Done(answer) => return Ok(answer),
            Action::Fail(error) => return Err(error),
            Action::Sleep(time) => match Deadline::new(time, &signal).pass().await {
                Stop::Time => Event::Ready,
                Stop::Abort => Event::Abort,
            },
            Action::Key(provider, time) => key(&provider, &Deadline::new(time, &signal)).await,
            Action::Send { url, init, fetch, time } => {
                let attempt = Attempt(Some(AbortController::new()));
                if let Attempt(Some(controller)) = &attempt {
                    host::set(&init, "signal", &controller.signal());
                }
                let event = send(&fetch, &url, &init, &Deadline::new(time, &signal)).await;
                if matches!(event, Event::Reply(..)) {
                    attempt.keep();
                }
                event
            }
        };
    }
}

/// Ends the request of an attempt that nobody waits for any more, also where the future is dropped: its
/// connection is free again.
struct Attempt(Option<AbortController>);

impl Attempt {
    fn keep(mut self) {
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
            let answer = deadline.race(Promise::resolve(&promise)).await;
            answer.map_or_else(Event::from, Event::Key)
        }
        Err(thrown) => Event::Key(Err(thrown)),
    }
}

async fn send(fetch: &Function, url: &str, init: &JsValue, deadline: &Deadline) -> Event {
    exchange(fetch, url, init, deadline).await.unwrap_or_else(|event| event)
}

async fn exchange(fetch: &Function, url: &str, init: &JsValue, deadline: &Deadline) -> Result<Event, Event> {
    // A path is on the page's own origin, whatever its `<base>` says.
    let origin = host::get(&host::get(&host::global(), "location"), "origin").as_string();
    let origin = origin.filter(|origin| url.starts_with('/') && origin.starts_with("http"));
    let url = JsValue::from_str(&[origin.as_deref().unwrap_or_default(), url].concat());
    let promise = fetch.call2(&JsValue::UNDEFINED, &url, init).map_err(Event::Threw)?;
    let response = deadline.race(Promise::resolve(&promise)).await?.map_err(Event::Threw)?;
    let Some(read) = host::method(&response, "text") else {
        return Ok(Event::Reply(response, JsValue::NULL));
    };
    let promise = read.call0(&response).map_err(Event::Broke)?;
    let text = deadline.race(Promise::resolve(&promise)).await?.map_err(Event::Broke)?;
    // Undefined is the text of a response that the caller reads, which is none of these.
    Ok(Event::Reply(response, if text.is_undefined() { JsValue::NULL } else { text }))
}
