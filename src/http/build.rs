//! From arguments to a request that is ready to go: checked, encoded, written out. All of it
//! happens in the call itself, so what a caller changes afterwards is not sent.

use crate::text;
use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::url;
use crate::error::Error;
use crate::error::Issue;
use crate::host;
use crate::schema::check::Checker;
use crate::schema::table::{Operation, Table};
use crate::schema::value::{Kind, Value};
use crate::settings::config::Config;
use crate::settings::given;
use crate::settings::option_name;
use crate::settings::options::{RequestOptions, Validation};

/// A request that is ready to go.
pub struct Request {
    /// What it does, and how its response is read.
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
        let issues = validate(table, shape, &params);
        if !issues.is_empty() {
            if validation == Validation::Strict {
                return Err(Error::validation(summary(operation, &issues), issues));
            }
            config.log(2, &warning(operation, &issues));
        }
    }
    let mut query = String::new();
    let body = if operation.has_body() {
        split(&mut query, table, operation, &params, &options.extra_body)?
    } else {
        if !options.extra_body.is_undefined() {
            let what = option_name!(": there is no body for ", "extraBody", "extra_body");
            return Err(Error::usage(text::concat(&[operation.name, what])));
        }
        add(&mut query, &params, operation.params.is_none())?;
        None
    };
    add(&mut query, &options.extra_query, true)?;
    path.push_str(&query);
    Ok(Request {
        url: text::concat(&[config.base_url.as_str(), &path]),
        operation: Rc::clone(operation),
        body,
        params,
    })
}

/// Every problem of a request's params.
pub fn validate(table: &Table, shape: usize, params: &impl Value) -> Vec<Issue> {
    let options = given::request_options();
    let mut checker = Checker::new(table);
    checker.options = &options;
    // In Rust the compiler knows the fields: one that is not declared is in `extra`, which a response may have brought.
    checker.accepts_unknown = cfg!(feature = "client");
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
    if params.is_undefined() && extra.is_undefined() {
        return Ok(None);
    }
    if params.kind() != Kind::Object && !params.is_undefined() {
        return if extra.is_undefined() { write(operation, params) } else { Err(no_object(params)) };
    }
    let (in_query, mut has_body) = table.in_query(operation.params);
    let body = host::bare_object();
    for (source, is_extra) in [(params, false), (extra, true)] {
        if source.is_undefined() {
            continue;
        }
        for (name, value) in fields(source, is_extra)? {
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

fn add(query: &mut String, source: &JsValue, is_extra: bool) -> Result<(), Error> {
    if source.is_undefined() || source.is_null() {
        return Ok(());
    }
    if !source.is_object() || source.kind() != Kind::Object && !is_extra {
        return Err(no_object(source));
    }
    fields(source, is_extra)?.iter().try_for_each(|(name, value)| url::query(query, name, value))
}

fn no_object(params: &JsValue) -> Error {
    Error::usage(text::concat(&["params: expected an object, got ", &params.describe()]))
}

/// The fields of the params; of what is added to them also the pairs of a Map or of URLSearchParams.
fn fields(source: &JsValue, is_extra: bool) -> Result<Vec<(String, JsValue)>, Error> {
    let fields = if is_extra { host::pairs(source) } else { host::entries(source) };
    fields.map_err(|thrown| {
        Error::usage(text::concat(&["params cannot be read: ", &host::thrown_message(&thrown)]))
    })
}

fn write(operation: &Operation, body: &JsValue) -> Result<Option<JsValue>, Error> {
    match host::stringify(body) {
        Ok(text) if text.is_string() => Ok(Some(text)),
        Ok(_) => Ok(None),
        Err(thrown) => {
            let why = host::thrown_message(&thrown);
            let message = [operation.name, " was not sent: its params cannot be written as JSON: ", &why];
            Err(Error::validation(text::concat(&message), Vec::new()).with_cause(thrown))
        }
    }
}

/// How many problems a message lists.
const LISTED: usize = 20;

/// All problems in one message, and the ways out.
fn summary(operation: &Operation, issues: &[Issue]) -> String {
    let mut text = text::concat(&[operation.name, " was not sent: ", &count(issues), " in the params:"]);
    for issue in issues.iter().take(LISTED) {
        text.push_str("\n  ");
        text.push_str(&issue.line());
    }
    if issues.len() > LISTED {
        text.push_str("\n  and more: see error.issues");
    }
    text.push_str(
        "\nIf the API accepts this, pass { validation: \"warn\" } or \"off\" as a request option, \
         or the new field in extraBody / extraQuery.",
    );
    text
}

/// What the log says of a request that is sent all the same: nothing of what was given.
fn warning(operation: &Operation, issues: &[Issue]) -> String {
    let mut text = text::concat(&[operation.name, " was sent despite ", &count(issues), " in the params: "]);
    let lines: Vec<String> = issues.iter().take(LISTED).map(Issue::log_line).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    text.push_str(&text::join(&lines, ", "));
    text
}

fn count(issues: &[Issue]) -> String {
    if issues.len() == 1 {
        return "1 problem".to_owned();
    }
    text::concat(&[&host::number_to_string(issues.len() as f64), " problems"])
}
