//! From arguments to a request that is ready to go: checked, encoded, written out. All of it
//! happens in the call itself, so what a caller changes afterwards is not sent.

use wasm_bindgen::JsValue;

use super::error::Error;
use super::{host, url};
use crate::client::config::Config;
use crate::client::options::{REQUEST_OPTIONS, RequestOptions, Validation};
use crate::schema::check::{Checker, Issue};
use crate::schema::table::{Field, Operation, Table, flags};
use crate::schema::value::{Kind, Value};

/// A request that is ready to go.
pub struct Request {
    /// What it does, and how its answer is read.
    pub operation: Operation,
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
    operation: &Operation,
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
    let fields = table.fields(operation.params);
    let mut query = String::new();
    let body = if operation.has_body() {
        split(&mut query, fields, operation, &params, &options.extra_body)?
    } else {
        add(&mut query, &params)?;
        None
    };
    add(&mut query, &options.extra_query)?;
    path.push_str(&query);
    Ok(Request {
        url: [config.base_url.as_str(), &path].concat(),
        operation: operation.clone(),
        body,
        params,
    })
}

/// Every problem of a request's params.
pub fn problems(table: &Table, shape: usize, params: &JsValue) -> Vec<Issue> {
    let mut checker = Checker::new(table);
    checker.options = REQUEST_OPTIONS;
    checker.check(params, shape);
    checker.issues
}

/// Writes the body, and takes out of it what belongs into the query.
fn split(
    query: &mut String,
    fields: &[Field],
    operation: &Operation,
    params: &JsValue,
    extra: &JsValue,
) -> Result<Option<JsValue>, Error> {
    if params.kind() != Kind::Object && extra.is_undefined() {
        return if params.is_undefined() { Ok(None) } else { write(operation, params) };
    }
    let in_query =
        |name: &str| fields.iter().any(|field| field.name == name && field.flags & flags::IN_QUERY != 0);
    if extra.is_undefined() && !fields.iter().any(|field| field.flags & flags::IN_QUERY != 0) {
        return write(operation, params);
    }
    let body = host::object();
    for source in [params, extra] {
        if source.kind() != Kind::Object {
            continue;
        }
        for (name, value) in source.entries().map_err(Error::usage)? {
            if in_query(&name) {
                url::query(query, &name, &value)?;
            } else {
                host::set(&body, &name, &value);
            }
        }
    }
    write(operation, &body)
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
            Err(Error::validation(message.concat(), Vec::new()).because(thrown))
        }
    }
}

/// All problems in one message, and the ways out.
fn summary(operation: &Operation, issues: &[Issue]) -> String {
    let mut text = [operation.name, " was not sent, its params have "].concat();
    if issues.len() == 1 {
        text.push_str("a problem:");
    } else {
        text.push_str(&issues.len().to_string());
        text.push_str(" problems:");
    }
    for issue in issues {
        text.push_str("\n  ");
        text.push_str(&issue.message());
    }
    text.push_str(
        "\nIf the API does take this, pass { validation: \"warn\" } or \"off\" in the request options, \
         or the new field in extraBody / extraQuery.",
    );
    text
}
