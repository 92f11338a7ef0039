//! A response in NDJSON: its items as they come.

use js_sys::Uint8Array;
use serde::de::DeserializeOwned;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};

use super::drive::{Attempt, Driven};
use super::race::Deadline;
use super::request::{Outcomes, Plan};
use super::stream::{Batch, ItemStream, Next};
use super::typed;
use crate::error::{Error, ErrorKind, Outcome};
use crate::host;
use crate::http::decode::Decoded;
use crate::http::exchange::{Action, Event, Exchange};

/// How many bytes a line may have: what has no end would fill the memory.
const MAX_LINE_LENGTH: usize = 16 << 20;

/// How many chunks in turn may be empty.
const MAX_EMPTY: u32 = 1000;

/// Sends the request, and returns the items of its response as they come.
pub(super) async fn open<T: DeserializeOwned + 'static>(plan: Plan) -> Outcomes<ItemStream<T>> {
    let Driven { exchange, decoded, attempt, time } = plan.send(true).await?;
    let response = decoded.response.clone();
    let body = host::get(&response, "body");
    let reader = host::method(&body, "getReader").and_then(|get| get.call0(&body).ok());
    let source = Source {
        exchange,
        opened: decoded,
        reader,
        time,
        rest: Vec::new(),
        is_begun: false,
        empty: 0,
        _attempt: attempt,
    };
    Ok((ItemStream::after(Box::pin(source.batch())), response))
}

/// Where the lines come from. Dropping it aborts the request.
struct Source {
    exchange: Exchange,
    /// The response, its body unread.
    opened: Decoded,
    /// The reader of the body; a response without one is read as text.
    reader: Option<JsValue>,
    /// Milliseconds that may pass without a byte.
    time: f64,
    /// The beginning of a line whose end has not come.
    rest: Vec<u8>,
    is_begun: bool,
    /// How many chunks in turn were empty.
    empty: u32,
    _attempt: Attempt,
}

impl Source {
    /// The items of the next complete lines.
    async fn batch<T: DeserializeOwned + 'static>(self) -> Result<Batch<T>, Error> {
        let started_at = self.opened.started_at;
        self.read().await.map_err(|error| error.with_start(started_at))
    }

    async fn read<T: DeserializeOwned + 'static>(mut self) -> Result<Batch<T>, Error> {
        loop {
            let deadline = Deadline::new(self.time, &self.exchange.options.signal);
            let read = match &self.reader {
                Some(reader) => call(reader, "read", &deadline).await,
                None => call(&self.opened.response, "text", &deadline).await,
            };
            let chunk = match read {
                Ok(chunk) => chunk,
                Err(event) => return Err(self.end(event)),
            };
            let is_chunk = self.reader.is_none() || chunk.is_object();
            let (value, is_done) = match &self.reader {
                Some(_) => (host::get(&chunk, "value"), host::get(&chunk, "done").is_truthy()),
                None => (chunk, true),
            };
            // What was there before has no end of a line.
            let begun = self.rest.len();
            if !is_chunk || !self.take(&value) || self.empty > MAX_EMPTY {
                return Err(self.unreadable("the body is not a stream of text or bytes"));
            }
            let added = self.rest.get(begun..).unwrap_or_default();
            // Without an end, and without a turn in which the time could end it.
            self.empty = if added.is_empty() { self.empty.saturating_add(1) } else { 0 };
            let line_end = added.iter().rposition(|byte| *byte == b'\n');
            let end = if is_done {
                self.rest.len()
            } else {
                line_end.map_or(0, |at| begun.saturating_add(at).saturating_add(1))
            };
            if self.rest.len().saturating_sub(end) > MAX_LINE_LENGTH {
                return Err(self.unreadable("a line of the response is longer than 16 MB"));
            }
            if end == 0 && !is_done {
                continue;
            }
            let rest = self.rest.split_off(end);
            let lines = core::mem::replace(&mut self.rest, rest);
            let text = JsValue::from_str(&String::from_utf8_lossy(&lines));
            let (items, skipped) = match self.decode(text) {
                Ok(decoded) => typed::read_items(&decoded)?,
                Err(error) => {
                    let readable = readable(&lines);
                    if readable.is_empty() {
                        return Err(error);
                    }
                    let before = self.decode(JsValue::from_str(&String::from_utf8_lossy(readable)))?;
                    let (items, skipped) = typed::read_items(&before)?;
                    // The caller has the items before the line that is none, then the error.
                    let next: Next<T> = Box::new(move || Box::pin(async move { Err(error) }));
                    return Ok(Batch { items, skipped, next: Some(next) });
                }
            };
            if is_done {
                return Ok(Batch { items, skipped, next: None });
            }
            if !items.is_empty() || !skipped.is_empty() {
                let next: Next<T> = Box::new(move || Box::pin(self.batch()));
                return Ok(Batch { items, skipped, next: Some(next) });
            }
        }
    }

    fn decode(&mut self, text: JsValue) -> Result<Decoded, Error> {
        match self.exchange.next(Event::Reply(self.opened.response.clone(), text)) {
            Action::Done(decoded) => Ok(decoded),
            Action::Fail(error) => Err(error),
            _ => Err(Error::usage("a stream cannot be continued")),
        }
    }

    /// Adds a chunk: bytes, or text where the response is a mock; false for anything else. The last one may be nothing.
    fn take(&mut self, value: &JsValue) -> bool {
        let bytes = match (value.as_string(), value.dyn_ref::<Uint8Array>()) {
            (Some(text), _) => text.into_bytes(),
            (None, Some(bytes)) => bytes.to_vec(),
            (None, None) if value.is_undefined() => Vec::new(),
            (None, None) => return false,
        };
        let mark: &[u8] = if self.is_begun { b"" } else { b"\xef\xbb\xbf" };
        self.is_begun |= !bytes.is_empty();
        self.rest.extend_from_slice(bytes.strip_prefix(mark).unwrap_or(&bytes));
        true
    }

    fn unreadable(&self, message: &str) -> Error {
        Error::new(ErrorKind::Response, message).with_outcome(Outcome::Unknown).of(&self.opened)
    }

    /// What an event that ends it means.
    fn end(&mut self, event: Event) -> Error {
        match self.exchange.next(event) {
            Action::Fail(error) => error,
            _ => Error::usage("a stream cannot be retried"),
        }
    }
}

/// Calls an asynchronous method of an object of the host.
async fn call(object: &JsValue, method: &str, deadline: &Deadline) -> Result<JsValue, Event> {
    let Some(method) = host::method(object, method) else { return Ok(JsValue::UNDEFINED) };
    let promise = method.call0(object).map_err(Event::Broke)?;
    deadline.race(&promise).await?.map_err(Event::Broke)
}

/// The lines before the first one that is not JSON.
fn readable(lines: &[u8]) -> &[u8] {
    let is_readable =
        |line: &[u8]| line.trim_ascii().is_empty() || serde_json::from_slice::<Value>(line).is_ok();
    let length =
        lines.split_inclusive(|byte| *byte == b'\n').take_while(|line| is_readable(line)).map(<[u8]>::len);
    lines.get(..length.sum()).unwrap_or_default()
}
