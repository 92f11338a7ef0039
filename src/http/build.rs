//! From arguments to a request that is ready to go: checked, encoded, written out. All of it
//! happens in the call itself, so what a caller changes afterwards is not sent.

use crate::text::Glue as _;
use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::error::Error;
use super::{host, url};
use crate::client::config::Config;
use crate::client::options::{self, RequestOptions, Validation};
use crate::schema::check::{Checker, Issue};
use crate::schema::table::{Operation, Table};
use crate::schema::value::{Kind, Value};

/// A request that is ready to go.
pub struct Request {
    /// What it does, and how its answer is read.
    pub operation: Rc<Operation>,
    /// Where it goes.
    pub url: String,
    /// The body, as text of the host's.
    pub body: Option<JsValue>,
    /// The query as it was given: a page's successor starts from it.
    pub params: JsValue,
}

/// Builds the request of an operation.
pub fn build(
    config: &Config,
    table: &Table,
    operation: &Rc<Operation>,
    ids: &[String],
    params: &JsValue,
    options: &RequestOptions,
) -> Result<Request, Error> {
    let mut path = url::fill(&operation.path, operation.name, ids)?;
    let params =
        if params.is_undefined() && operation.params.is_some() { host::object() } else { params.clone() };
    let validation = options.validation.unwrap_or(config.validation);
    if validation != Validation::Off
        && let Some(shape) = operation.params
    {
        let issues = problems(table, shape, &params);
        if !issues.is_empty() {
            let message = summary(operation, &issues);
            if validation == Validation::Strict {
                return Err(Error::validation(message, issues));
            }
            config.log(2, &message);
        }
    }
    let mut query = String::new();
    let body = if operation.has_body() {
        split(&mut query, table, operation, &params, &options.extra_body)?
    } else {
        add(&mut query, &params)?;
        None
    };
    add(&mut query, &options.extra_query)?;
    path.push_str(&query);
    Ok(Request {
        url: [config.base_url.as_str(), &path].glue(),
        operation: Rc::clone(operation),
        body,
        params,
    })
}

/// Every problem of a request's params.
pub fn problems(table: &Table, shape: usize, params: &JsValue) -> Vec<Issue> {
    let options = options::request_options();
    let mut checker = Checker::new(table);
    checker.options = &options;
    checker.check(params, shape);
    checker.issues
}

/// Writes the body, and takes out of it what belongs into the query.
fn split(
    query: &mut String,
    table: &Table,
    operation: &Operation,
    params: &JsValue,
    extra: &JsValue,
) -> Result<Option<JsValue>, Error> {
    if params.kind() != Kind::Object && extra.is_undefined() {
        return if params.is_undefined() { Ok(None) } else { write(operation, params) };
    }
    let (in_query, mut has_body) = table.in_query(operation.params);
    let body = host::bare_object();
    for source in [params, extra] {
        if source.kind() != Kind::Object {
            continue;
        }
        for (name, value) in source.entries().map_err(Error::usage)? {
            if in_query.contains(&name.as_str()) {
                url::query(query, &name, &value)?;
            } else if !value.is_function() {
                // JSON has no functions, and one called toJSON would be asked for the body.
                has_body = true;
                host::set(&body, &name, &value);
            }
        }
    }
    if has_body { write(operation, &body) } else { Ok(None) }
}

fn add(query: &mut String, params: &JsValue) -> Result<(), Error> {
    if params.kind() != Kind::Object {
        return Ok(());
    }
    let entries = params.entries().map_err(Error::usage)?;
    entries.iter().try_for_each(|(name, value)| url::query(query, name, value))
}

fn write(operation: &Operation, body: &JsValue) -> Result<Option<JsValue>, Error> {
    match host::stringify(body) {
        Ok(text) if text.is_string() => Ok(Some(text)),
        Ok(_) => Ok(None),
        Err(thrown) => {
            let why = host::words(&thrown);
            let message = [operation.name, " was not sent: its params cannot be written as JSON: ", &why];
            Err(Error::validation(message.glue(), Vec::new()).because(thrown))
        }
    }
}

/// All problems in one message, and the ways out.
fn summary(operation: &Operation, issues: &[Issue]) -> String {
    let mut text = [operation.name, " was not sent, its params have "].glue();
    if issues.len() == 1 {
        text.push_str("a problem:");
    } else {
        text.push_str(&host::show(issues.len() as f64));
        text.push_str(" problems:");
    }
    for issue in issues.iter().take(20) {
        text.push_str("\n  ");
        text.push_str(&issue.message());
    }
    if issues.len() > 20 {
        text.push_str("\n  and more: see error.issues");
    }
    text.push_str(
        "\nIf the API does take this, pass { validation: \"warn\" } or \"off\" in the request options, \
         or the new field in extraBody / extraQuery.",
    );
    text
}
