//! The exports of the wasm: the settings of a client, a request of any operation, and what the package needs to know
//! about the operations. The client class in `pkg-template` is built on these.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::error::{self, Error};
use crate::host;
use crate::http::build;
use crate::http::decode::Decoded;
use crate::http::exchange::{Action, Event, Exchange};
use crate::http::numbers;
use crate::http::undeclared::undeclared;
use crate::resources::calls::status;
use crate::schema::ResponseKind;
use crate::schema::table::{self, Operation};
use crate::schema::value::Value;
use crate::settings::config::Config;
use crate::settings::{ClientOptions, RequestOptions};
use crate::text;

/// The validated settings of a client; they live as long as the JavaScript object.
#[wasm_bindgen]
pub struct Core {
    config: Rc<Config>,
}

#[wasm_bindgen]
impl Core {
    /// Validates the options.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> Result<Core, JsValue> {
        let config = ClientOptions::from_js(options).and_then(Config::new);
        Ok(Self { config: Rc::new(config.map_err(Error::into_js)?) })
    }

    /// Begins an operation, by its index in [`operations`]: validates the arguments and serializes the request.
    pub fn begin(&self, operation: usize, arguments: &Array) -> Result<Request, JsValue> {
        self.begin_call(operation, arguments).map_err(Error::into_js)
    }

    /// Begins a request to a route that is not declared.
    pub fn request(
        &self,
        method: &JsValue,
        path: &JsValue,
        params: &JsValue,
        options: &JsValue,
    ) -> Result<Request, JsValue> {
        let text = |given: &JsValue| given.as_string().unwrap_or_default();
        let operation = undeclared(&text(method), &text(path)).map_err(Error::into_js)?;
        self.begin_request(&operation, &[], params, options).map_err(Error::into_js)
    }

    /// Takes path parameters in order, then params if the operation has any, then options.
    fn begin_call(&self, operation: usize, arguments: &Array) -> Result<Request, Error> {
        let table = table::requests();
        let Some(operation) = table.operations.get(operation) else {
            return Err(Error::usage("unknown operation"));
        };
        let mut index = 0_u32;
        // A missing argument is undefined.
        let mut next = || {
            let argument = arguments.get(index);
            index = index.saturating_add(1);
            argument
        };
        let mut ids = Vec::new();
        let mut rest: &str = &operation.path;
        while let Some((_, part)) = text::split_at_byte(rest, b'{') {
            rest = part;
            let id = next();
            let Some(text) = id.as_string() else {
                let name = text::split_at_byte(part, b'}').map_or(part, |(name, _)| name);
                let got = id.describe();
                let parts =
                    [operation.name, ": ", name, ": expected a string, got ", &got, "; nothing was sent"];
                return Err(Error::usage(text::concat(&parts)));
            };
            ids.push(text);
        }
        let params = if operation.params.is_some() { next() } else { JsValue::UNDEFINED };
        let options = next();
        if !next().is_undefined() {
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
        ids: &[String],
        params: &JsValue,
        options: &JsValue,
    ) -> Result<Request, Error> {
        let options = RequestOptions::from_js(options)?;
        self.config.check_headers(&options.headers)?;
        let request = build::build(&self.config, table::requests(), operation, ids, params, &options)?;
        Ok(Request(Exchange::new(Rc::clone(&self.config), request, options)))
    }
}

/// A request in progress: returns to the driver in JavaScript what to do next.
#[wasm_bindgen]
pub struct Request(Exchange);

#[wasm_bindgen]
impl Request {
    /// The caller's signal.
    #[wasm_bindgen(getter)]
    pub fn signal(&self) -> JsValue {
        self.0.options.signal.clone()
    }

    /// Takes an event and returns the next action as an object with its number in `do`; both are from [`numbers`].
    pub fn next(&mut self, event: u8, value: JsValue, text: JsValue) -> JsValue {
        let action = self.0.next(match event {
            numbers::event::KEY => Event::Key(Ok(value)),
            numbers::event::KEY_THREW => Event::Key(Err(value)),
            numbers::event::REPLY => Event::Reply(value, text),
            numbers::event::THREW => Event::Threw(value),
            numbers::event::TIME => Event::Time,
            numbers::event::ABORT => Event::Abort,
            numbers::event::BROKE => Event::Broke(value),
            _ => Event::Ready,
        });
        let object = host::bare_object();
        let set = |name: &str, value: &JsValue| host::set(&object, name, value);
        let what = match action {
            Action::Key(provider, time) => {
                set("provider", &provider);
                set("time", &time.into());
                numbers::action::ASK
            }
            Action::Send { url, init, fetch, time } => {
                host::set_text(&object, "url", &url);
                set("init", &init);
                set("fetch", &fetch);
                set("time", &time.into());
                numbers::action::SEND
            }
            Action::Sleep(time) => {
                set("time", &time.into());
                numbers::action::SLEEP
            }
            Action::Done(decoded) => {
                set("result", &into_js(decoded));
                numbers::action::DONE
            }
            Action::Fail(error) => {
                set("error", &error.into_js());
                numbers::action::FAIL
            }
        };
        set("do", &what.into());
        object
    }
}

/// Whether a call of this status has ended.
#[wasm_bindgen(js_name = isFinalStatus)]
pub fn is_final_status(status: &JsValue) -> bool {
    status::is_final_status(&status.text())
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
    let shape = table.operation(&name.text()).and_then(|operation| operation.params);
    let issues = shape.map(|shape| build::validate(table, shape, params)).unwrap_or_default();
    host::array(issues.iter().map(error::issue_to_js))
}

fn into_js(decoded: Decoded) -> JsValue {
    let object = host::bare_object();
    host::set(&object, "data", &decoded.data);
    host::set(&object, "response", &decoded.response);
    if let Some(page) = decoded.page {
        host::set(&object, "total", &page.total.map_or(JsValue::UNDEFINED, JsValue::from));
        host::set(&object, "next", &page.next);
        host::set(&object, "body", &page.body);
    }
    object
}
