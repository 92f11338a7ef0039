//! What the wasm exports: a client of settings, one call for all operations, and what the package
//! needs to know of them. The class face in `pkg-template` is made of these.

use std::borrow::Cow;
use std::rc::Rc;

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use crate::client::config::Config;
use crate::client::options::{ClientOptions, RequestOptions};
use crate::client::wait::{self, Wait};
use crate::http::build::{self, Request};
use crate::http::repeat::{self, Answer};
use crate::http::{Error, error, host};
use crate::schema::table::{self, Operation};
use crate::schema::value::Value;

/// The settings of a client, checked; they live as long as the JavaScript object.
#[wasm_bindgen]
pub struct Core {
    config: Rc<Config>,
}

#[wasm_bindgen]
impl Core {
    /// Checks the options.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> Result<Core, JsValue> {
        let config = ClientOptions::from_js(options).and_then(Config::new);
        Ok(Self { config: Rc::new(config.map_err(Error::into_js)?) })
    }

    /// Calls an operation by its place in [`operations`].
    pub fn call(&self, operation: usize, arguments: &Array, context: JsValue) -> Promise {
        let config = Rc::clone(&self.config);
        self.start(
            arguments_of(operation, arguments).and_then(|arguments| {
                let Arguments { operation, ids, params, options } = arguments;
                let table = table::requests();
                let request = build::build(&config, &table, &operation, &ids, &params, &options)?;
                Ok((request, options))
            }),
            context,
        )
    }

    /// Calls a route that is not declared.
    pub fn request(
        &self,
        http: &str,
        path: &str,
        params: JsValue,
        options: &JsValue,
        context: JsValue,
    ) -> Promise {
        let config = Rc::clone(&self.config);
        self.start(
            undeclared(http, path).and_then(|operation| {
                let options = RequestOptions::from_js(options)?;
                let request = build::build(&config, &table::requests(), &operation, &[], &params, &options)?;
                Ok((request, options))
            }),
            context,
        )
    }

    /// Follows a call to its end.
    pub fn wait(
        &self,
        call_id: String,
        interval: f64,
        timeout: f64,
        on_change: &JsValue,
        options: &JsValue,
    ) -> Promise {
        let config = Rc::clone(&self.config);
        let wait = Wait { interval, timeout, on_change: on_change.dyn_ref().cloned() };
        let options = RequestOptions::from_js(options);
        future_to_promise(async move {
            let options = options.map_err(Error::into_js)?;
            wait::wait(&config, call_id, wait, &options).await.map_err(Error::into_js)
        })
    }

    /// One future for all requests, so that there is one state machine and not a hundred.
    fn start(&self, prepared: Result<(Request, RequestOptions), Error>, context: JsValue) -> Promise {
        let config = Rc::clone(&self.config);
        future_to_promise(async move {
            let (request, options) = prepared.map_err(Error::into_js)?;
            let answer = repeat::run(&config, &request, &options, &context).await;
            answer.map(into_js).map_err(Error::into_js)
        })
    }
}

/// All operations in the order of their numbers; a star marks the lists that come in pages.
#[wasm_bindgen]
pub fn operations() -> String {
    let mut names = String::new();
    for operation in &table::requests().operations {
        names.push_str(operation.name);
        names.push_str(if operation.form == 2 { "* " } else { " " });
    }
    names
}

/// The problems of an operation's params, without sending anything.
#[wasm_bindgen]
pub fn problems(name: &str, params: &JsValue) -> Array {
    let table = table::requests();
    let known = table.operations.iter().find(|operation| operation.name == name);
    let shape = known.and_then(|operation| operation.params);
    let issues = shape.map(|shape| build::problems(&table, shape, params)).unwrap_or_default();
    host::array(issues.iter().map(error::issue_to_js))
}

struct Arguments {
    operation: Operation,
    ids: Vec<String>,
    params: JsValue,
    options: RequestOptions,
}

/// Path parameters in order, then params where the operation has any, then options.
fn arguments_of(operation: usize, arguments: &Array) -> Result<Arguments, Error> {
    let table = table::requests();
    let Some(operation) = table.operations.get(operation).cloned() else {
        return Err(Error::usage("there is no operation of this number"));
    };
    let mut given = arguments.iter();
    let mut ids = Vec::new();
    for part in operation.path.split('{').skip(1) {
        let id = given.next().unwrap_or(JsValue::UNDEFINED);
        let Some(text) = id.as_string() else {
            let name = part.split('}').next().unwrap_or_default();
            return Err(Error::usage(
                [
                    operation.name,
                    ": ",
                    name,
                    ": expected a string, got ",
                    &id.describe(),
                    "; nothing was sent",
                ]
                .concat(),
            ));
        };
        ids.push(text);
    }
    let params = if operation.params.is_some() { given.next() } else { None };
    let options = given.next().unwrap_or(JsValue::UNDEFINED);
    if given.any(|more| !more.is_undefined()) {
        let most = ids.len().saturating_add(1).saturating_add(usize::from(operation.params.is_some()));
        return Err(Error::usage(
            [operation.name, " takes at most ", &most.to_string(), " arguments; nothing was sent"].concat(),
        ));
    }
    Ok(Arguments {
        ids,
        params: params.unwrap_or(JsValue::UNDEFINED),
        options: RequestOptions::from_js(&options)?,
        operation,
    })
}

/// An operation for a route that is not declared: the verb says what it may do twice.
fn undeclared(http: &str, path: &str) -> Result<Operation, Error> {
    let (http, repeat) = match http {
        "GET" => ("GET", 0),
        "PUT" => ("PUT", 1),
        "DELETE" => ("DELETE", 1),
        "POST" => ("POST", 2),
        "PATCH" => ("PATCH", 2),
        _ => {
            return Err(Error::usage(
                "client.request: expected GET, POST, PUT, PATCH or DELETE as the first argument",
            ));
        }
    };
    let dots = path.split('/').any(|part| matches!(part, "." | ".."));
    if !path.starts_with('/') || path.starts_with("//") || dots || path.contains(['?', '#', '\\', '{']) {
        return Err(Error::usage(
            "client.request: expected a path like /assistants as the second argument: below baseURL, encoded, \
             its query in the third (GET, DELETE) or in extraQuery",
        ));
    }
    let path = Cow::Owned(path.to_owned());
    Ok(Operation {
        name: "client.request",
        http,
        path,
        at: "",
        repeat,
        paging: 0,
        form: 0,
        params: None,
        answer: None,
    })
}

fn into_js(answer: Answer) -> JsValue {
    let object = host::object();
    host::set(&object, "data", &answer.data);
    host::set(&object, "response", &answer.response);
    if let Some(page) = answer.page {
        host::set(&object, "total", &page.total.map_or(JsValue::UNDEFINED, JsValue::from));
        host::set(&object, "next", &page.next);
        host::set(&object, "body", &page.body);
    }
    object
}
