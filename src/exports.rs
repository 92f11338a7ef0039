//! The exports of the wasm: the settings of a client, a request of any operation, and what the package needs to know
//! about the operations. The client class in `pkg-template` is built on these.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::error::{Error, issues_to_js};
use crate::host::{self, Encoded, Kind, Value};
use crate::http::build;
use crate::http::decode::Decoded;
use crate::http::exchange::{Action, Event, Exchange};
use crate::http::numbers;
use crate::http::paging::Next;
use crate::http::undeclared::undeclared;
use crate::http::wait;
use crate::schema::ResponseKind;
use crate::schema::hints::did_you_mean;
use crate::schema::table::{self, Operation};
use crate::settings::config::Config;
use crate::settings::given;
use crate::settings::options::WaitRetry;
use crate::settings::{ClientOptions, RequestOptions};
use crate::text;

/// The clients and the requests in progress, by their numbers. Shared, since a callback of the caller may begin or end a
/// request while another is decided on.
struct Slots<T> {
    all: RefCell<Vec<Option<Rc<T>>>>,
    /// The numbers that are free.
    free: RefCell<Vec<usize>>,
}

impl<T> Slots<T> {
    const fn new() -> Self {
        Self { all: RefCell::new(Vec::new()), free: RefCell::new(Vec::new()) }
    }

    /// Adds one; returns its number, which is free again once it is removed.
    fn add(&self, one: T) -> usize {
        let mut all = self.all.borrow_mut();
        let number = self.free.borrow_mut().pop().unwrap_or_else(|| {
            all.push(None);
            all.len().saturating_sub(1)
        });
        if let Some(slot) = all.get_mut(number) {
            *slot = Some(Rc::new(one));
        }
        number
    }

    fn get(&self, number: usize) -> Option<Rc<T>> {
        self.all.borrow().get(number).cloned().flatten()
    }

    fn remove(&self, number: usize) {
        // Dropped only when the list is free again: what it holds may run code of the host.
        let removed = self.all.borrow_mut().get_mut(number).and_then(Option::take);
        if removed.is_some() {
            self.free.borrow_mut().push(number);
        }
        drop(removed);
    }
}

thread_local! {
    static CLIENTS: Slots<Config> = const { Slots::new() };
    static REQUESTS: Slots<RefCell<Exchange>> = const { Slots::new() };
}

/// Validates the options of a client; returns its number.
#[wasm_bindgen]
pub fn configure(options: &JsValue) -> Result<usize, JsValue> {
    let config = ClientOptions::from_js(options).and_then(Config::new).map_err(Error::into_js)?;
    Ok(CLIENTS.with(|clients| clients.add(config)))
}

/// Forgets a client; its requests in progress go on.
#[wasm_bindgen]
pub fn forget(client: usize) {
    CLIENTS.with(|clients| clients.remove(client));
}

/// Begins an operation of a client, by its index in [`operations`]: validates the arguments and serializes the request.
/// `encoded` are the arguments without what is in their objects. Returns the number of the request. One of a wait has the
/// milliseconds of its pauses, and until when what is waited for may be missing.
#[wasm_bindgen]
pub fn begin(
    client: usize,
    operation: usize,
    encoded: String,
    arguments: &JsValue,
    pause: f64,
    late_until: f64,
) -> Result<usize, JsValue> {
    let wait_retry = (pause > 0.0).then_some(WaitRetry { pause, late_until });
    begin_call(client, operation, &Encoded::new(encoded), arguments, wait_retry).map_err(Error::into_js)
}

/// A string; empty if it is none.
fn text(given: &JsValue) -> String {
    given.as_string().unwrap_or_default()
}

/// Begins a request to a route that is not declared.
#[wasm_bindgen]
pub fn request(
    client: usize,
    method: &JsValue,
    path: &JsValue,
    params: &JsValue,
    options: &JsValue,
) -> Result<usize, JsValue> {
    let operation = undeclared(&text(method), &text(path));
    operation
        .and_then(|operation| begin_request(client, &operation, &[], params, options, None))
        .map_err(Error::into_js)
}

/// The caller's signal of a request.
#[wasm_bindgen]
pub fn signal(request: usize) -> JsValue {
    let request = REQUESTS.with(|requests| requests.get(request));
    request.map_or(JsValue::UNDEFINED, |request| request.borrow().options.signal.clone())
}

/// Takes an event of a request and returns the next action; their numbers are from [`numbers`].
#[wasm_bindgen]
pub fn next(request: usize, event: u8, value: JsValue, text: JsValue) -> JsValue {
    let event = match event {
        numbers::event::KEY => Event::Key(Ok(value)),
        numbers::event::KEY_THREW => Event::Key(Err(value)),
        numbers::event::REPLY => Event::Reply(value, text),
        numbers::event::THREW => Event::Threw(value),
        numbers::event::TIME => Event::Time,
        numbers::event::ABORT => Event::Abort,
        numbers::event::BROKE => Event::Broke(value),
        _ => Event::Ready,
    };
    let Some(request) = REQUESTS.with(|requests| requests.get(request)) else { return JsValue::UNDEFINED };
    let Ok(mut exchange) = request.try_borrow_mut() else { return JsValue::UNDEFINED };
    match exchange.next(event) {
        Action::Key(provider, time) => host::action(numbers::action::ASK, &provider, time),
        Action::Send(attempt, time) => host::action(numbers::action::SEND, &attempt, time),
        Action::Sleep(time) => host::action(numbers::action::SLEEP, &JsValue::UNDEFINED, time),
        Action::Done(decoded) => host::action(numbers::action::DONE, &result(&decoded), 0.0),
        Action::Fail(error) => host::action(numbers::action::FAIL, &error.into_js(), 0.0),
    }
}

/// Ends a request: its number may be another one's from now on.
#[wasm_bindgen]
pub fn end(request: usize) {
    REQUESTS.with(|requests| requests.remove(request));
}

/// Takes path parameters in order, then params if the operation has any, then options.
fn begin_call(
    client: usize,
    operation: usize,
    encoded: &Encoded,
    arguments: &JsValue,
    wait_retry: Option<WaitRetry>,
) -> Result<usize, Error> {
    let table = table::requests();
    let Some(operation) = table.operations.get(operation) else {
        return Err(Error::usage("unknown operation"));
    };
    let given = encoded.root().items().map_err(|why| {
        let parts = [operation.name, ": an argument could not be read: ", &why, "; nothing was sent"];
        Error::usage(text::concat(&parts))
    })?;
    let mut given = given.into_iter();
    let mut ids = Vec::new();
    let mut rest: &str = &operation.path;
    while let Some((_, part)) = text::split_at_byte(rest, b'{') {
        rest = part;
        let id = given.next();
        match id {
            Some(id) if id.kind() == Kind::String => ids.push(id.text()),
            _ => {
                let name = text::split_at_byte(part, b'}').map_or(part, |(name, _)| name);
                let got = id.map_or("undefined", Value::describe);
                let parts =
                    [operation.name, ": ", name, ": expected a string, got ", got, "; nothing was sent"];
                return Err(Error::usage(text::concat(&parts)));
            }
        }
    }
    let mut index = ids.len() as i64;
    // A missing argument is undefined.
    let mut next = || match given.next() {
        Some(argument) if argument.kind() != Kind::Undefined => {
            let argument = host::get(arguments, &text::integer(index));
            index = index.saturating_add(1);
            argument
        }
        _ => {
            index = index.saturating_add(1);
            JsValue::UNDEFINED
        }
    };
    let params = if operation.params.is_some() { next() } else { JsValue::UNDEFINED };
    let options = next();
    if given.any(|argument| argument.kind() != Kind::Undefined) {
        return Err(Error::usage(text::concat(&[operation.name, ": too many arguments; nothing was sent"])));
    }
    begin_request(client, operation, &ids, &params, &options, wait_retry)
}

fn begin_request(
    client: usize,
    operation: &Rc<Operation>,
    ids: &[&str],
    params: &JsValue,
    options: &JsValue,
    wait_retry: Option<WaitRetry>,
) -> Result<usize, Error> {
    let Some(config) = CLIENTS.with(|clients| clients.get(client)) else {
        return Err(Error::usage("unknown client"));
    };
    let mut options = RequestOptions::from_js(options)?;
    options.wait_retry = wait_retry;
    config.check_headers(&options.headers)?;
    let request = build::build(&config, table::requests(), operation, ids, params, &options)?;
    let exchange = RefCell::new(Exchange::new(config, request, options));
    Ok(REQUESTS.with(|requests| requests.add(exchange)))
}

/// Checks the options of the wait of this name; returns them with their defaults.
#[wasm_bindgen(js_name = waitOptions)]
pub fn wait_options(name: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let (given, interval, timeout) = given::wait_options(&text(name), options).map_err(Error::into_js)?;
    let (interval, timeout) = (interval.unwrap_or(wait::INTERVAL_MS), timeout.unwrap_or(wait::TIMEOUT_MS));
    Ok(host::with_times(&given, interval, timeout, wait::late_until()))
}

/// What the end of a wait for something means: it timed out, or else the signal fired.
#[wasm_bindgen(js_name = waitFailure)]
pub fn wait_failure(
    noun: &JsValue,
    is_timeout: bool,
    time: f64,
    status: &JsValue,
    signal: &JsValue,
) -> JsValue {
    let error = if is_timeout {
        wait::timed_out(&text(noun), time, &text(status))
    } else {
        wait::aborted(&text(noun), signal)
    };
    error.into_js()
}

/// The names of all operations, in the order of their indices; a star marks a paged list, a tilde a response in NDJSON.
#[wasm_bindgen]
pub fn operations() -> JsValue {
    let mut names = String::new();
    for operation in &table::requests().operations {
        names.push_str(operation.name);
        names.push_str(match operation.response_kind {
            ResponseKind::Page => "* ",
            ResponseKind::Stream => "~ ",
            ResponseKind::Whole | ResponseKind::One => " ",
        });
    }
    names.into()
}

/// The issues of an operation's params, without sending anything.
#[wasm_bindgen]
pub fn validate(name: &JsValue, params: &JsValue) -> Result<Array, JsValue> {
    let table = table::requests();
    let name = text(name);
    let Some(operation) = table.operation(&name) else {
        let names: Vec<&str> = table.operations.iter().map(|operation| operation.name).collect();
        let hint = did_you_mean(&name, &names);
        let message = ["check: there is no such operation", if hint.is_empty() { "" } else { "; " }, &hint];
        return Err(Error::usage(text::concat(&message)).into_js());
    };
    let encoded = host::encode_beginnings(params);
    let issues = operation.params.map(|shape| build::validate(table, operation, shape, encoded.root()));
    Ok(issues_to_js(&issues.unwrap_or_default()))
}

fn result(Decoded { data, response, page, .. }: &Decoded) -> JsValue {
    let (mut total, mut body, mut before, mut is_more) = (None, &JsValue::UNDEFINED, 0.0, false);
    let mut next = &Next { name: "", number: 0.0, cursor: JsValue::UNDEFINED };
    if let Some(page) = page {
        (total, body, before, is_more) = (page.total, &page.body, page.before, page.is_more);
        next = page.next.as_ref().unwrap_or(next);
    }
    host::result(data, response, total, before, is_more, next.name, next.number, &next.cursor, body)
}
