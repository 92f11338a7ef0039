//! The exports of the wasm: the settings of a client, a request of any operation, and what the package needs to know
//! about the operations. The client class in `pkg-template` is built on these.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::error::{Error, issues_to_js};
use crate::host::{self, Encoded, Kind, Value};
use crate::http::build;
use crate::http::decode::{Decoded, Page};
use crate::http::exchange::{Action, Event, Exchange};
use crate::http::numbers;
use crate::http::undeclared::undeclared;
use crate::resources::calls::status;
use crate::schema::ResponseKind;
use crate::schema::table::{self, Operation};
use crate::settings::config::Config;
use crate::settings::{ClientOptions, RequestOptions};
use crate::text;

/// The validated settings of a client, and its requests in progress.
#[wasm_bindgen]
pub struct Core {
    config: Rc<Config>,
    requests: RefCell<Vec<Option<Slot>>>,
}

/// Shared, since a callback of the caller may begin or end a request of the same client.
type Slot = Rc<RefCell<Exchange>>;

#[wasm_bindgen]
impl Core {
    /// Validates the options.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> Result<Core, JsValue> {
        let config = ClientOptions::from_js(options).and_then(Config::new);
        Ok(Self { config: Rc::new(config.map_err(Error::into_js)?), requests: RefCell::default() })
    }

    /// Begins an operation, by its index in [`operations`]: validates the arguments and serializes the request. `encoded`
    /// are the arguments without what is in their objects. Returns the number of the request.
    pub fn begin(&self, operation: usize, encoded: String, arguments: &Array) -> Result<usize, JsValue> {
        self.begin_call(operation, &Encoded::new(encoded), arguments).map_err(Error::into_js)
    }

    /// Begins a request to a route that is not declared.
    pub fn request(
        &self,
        method: &JsValue,
        path: &JsValue,
        params: &JsValue,
        options: &JsValue,
    ) -> Result<usize, JsValue> {
        let text = |given: &JsValue| given.as_string().unwrap_or_default();
        let operation = undeclared(&text(method), &text(path)).map_err(Error::into_js)?;
        self.begin_request(&operation, &[], params, options).map_err(Error::into_js)
    }

    /// The caller's signal of a request.
    pub fn signal(&self, request: usize) -> JsValue {
        let slot = self.slot(request);
        slot.map_or(JsValue::UNDEFINED, |slot| slot.borrow().options.signal.clone())
    }

    /// Takes an event of a request and returns the next action; their numbers are from [`numbers`].
    pub fn next(&self, request: usize, event: u8, value: JsValue, text: JsValue) -> JsValue {
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
        let Some(slot) = self.slot(request) else { return JsValue::UNDEFINED };
        let Ok(mut exchange) = slot.try_borrow_mut() else { return JsValue::UNDEFINED };
        match exchange.next(event) {
            Action::Key(provider, time) => host::action(numbers::action::ASK, &provider, time),
            Action::Send(attempt, time) => host::action(numbers::action::SEND, &attempt, time),
            Action::Sleep(time) => host::action(numbers::action::SLEEP, &JsValue::UNDEFINED, time),
            Action::Done(decoded) => host::action(numbers::action::DONE, &result(&decoded), 0.0),
            Action::Fail(error) => host::action(numbers::action::FAIL, &error.into_js(), 0.0),
        }
    }

    /// Ends a request: its number may be another one's from now on.
    pub fn end(&self, request: usize) {
        if let Some(slot) = self.requests.borrow_mut().get_mut(request) {
            *slot = None;
        }
    }

    fn slot(&self, request: usize) -> Option<Slot> {
        self.requests.borrow().get(request).cloned().flatten()
    }

    /// Takes path parameters in order, then params if the operation has any, then options.
    fn begin_call(&self, operation: usize, encoded: &Encoded, arguments: &Array) -> Result<usize, Error> {
        let table = table::requests();
        let Some(operation) = table.operations.get(operation) else {
            return Err(Error::usage("unknown operation"));
        };
        let mut given = encoded.root().items().unwrap_or_default().into_iter();
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
        let mut index = ids.len() as u32;
        // A missing argument is undefined.
        let mut next = || match given.next() {
            Some(argument) if argument.kind() != Kind::Undefined => {
                let argument = arguments.get(index);
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
            return Err(Error::usage(text::concat(&[
                operation.name,
                ": too many arguments; nothing was sent",
            ])));
        }
        self.begin_request(operation, &ids, &params, &options)
    }

    fn begin_request(
        &self,
        operation: &Rc<Operation>,
        ids: &[&str],
        params: &JsValue,
        options: &JsValue,
    ) -> Result<usize, Error> {
        let options = RequestOptions::from_js(options)?;
        self.config.check_headers(&options.headers)?;
        let request = build::build(&self.config, table::requests(), operation, ids, params, &options)?;
        let exchange = Some(Rc::new(RefCell::new(Exchange::new(Rc::clone(&self.config), request, options))));
        let mut requests = self.requests.borrow_mut();
        let free = requests.iter().position(Option::is_none);
        match free.and_then(|free| requests.get_mut(free)) {
            Some(slot) => *slot = exchange,
            None => requests.push(exchange),
        }
        Ok(free.unwrap_or(requests.len().saturating_sub(1)))
    }
}

/// Whether a call of this status has ended.
#[wasm_bindgen(js_name = isFinalStatus)]
pub fn is_final_status(status: &JsValue) -> bool {
    status::is_final_status(&status.as_string().unwrap_or_default())
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
pub fn validate(name: &JsValue, params: &JsValue) -> Array {
    let table = table::requests();
    let name = name.as_string().unwrap_or_default();
    let shape = table.operation(&name).and_then(|operation| operation.params);
    let encoded = host::encode_beginnings(params);
    let issues = shape.map(|shape| build::validate(table, shape, encoded.root())).unwrap_or_default();
    issues_to_js(&issues)
}

fn result(Decoded { data, response, page, .. }: &Decoded) -> JsValue {
    match page {
        Some(Page { total, next, body }) => host::result(data, response, *total, next, body),
        None => host::result(data, response, None, &JsValue::UNDEFINED, &JsValue::UNDEFINED),
    }
}
