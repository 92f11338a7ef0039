//! Drives an exchange for Rust users: waits for the host's promises, under one deadline each.

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;

use crate::http::Error;
use crate::http::decode::Answer;
use crate::http::exchange::{Action, Event, Exchange};
use crate::http::host::{self, AbortController};
use crate::http::race::{Deadline, Stop};

/// Drives an exchange to its end.
pub async fn drive(mut exchange: Exchange) -> Result<Answer, Error> {
    let mut event = Event::Ready;
    let signal = exchange.options.signal.clone();
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
                let controller = AbortController::new();
                host::set(&init, "signal", &controller.signal());
                let event = send(&fetch, &url, &init, &Deadline::new(time, &signal)).await;
                if !matches!(event, Event::Reply(..)) {
                    // Frees the connection of an answer nobody waits for any more.
                    controller.abort();
                }
                event
            }
        };
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
    let promise = fetch.call2(&JsValue::UNDEFINED, &JsValue::from_str(url), init).map_err(Event::Threw)?;
    let response = deadline.race(Promise::resolve(&promise)).await?.map_err(Event::Threw)?;
    let Some(read) = host::method(&response, "text") else {
        return Ok(Event::Reply(response, JsValue::NULL));
    };
    let promise = read.call0(&response).map_err(Event::Threw)?;
    let text = deadline.race(Promise::resolve(&promise)).await?.map_err(Event::Threw)?;
    Ok(Event::Reply(response, text))
}
