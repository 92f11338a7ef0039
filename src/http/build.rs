//! From arguments to a request that is ready to go: checked, encoded, written out. All of it
//! happens in the call itself, so what a caller changes afterwards is not sent.

use crate::text;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::url;
use crate::error::Error;
use crate::error::{Issue, codes};
use crate::host::{self, Encoded, Kind, Value};
use crate::schema::RetryPolicy;
use crate::schema::check::Checker;
use crate::schema::table::{self, Operation, Table};
use crate::settings::config::Config;
use crate::settings::given;
use crate::settings::option_name;
use crate::settings::options::{RequestOptions, Validation};

/// A request that is ready to go.
pub struct Request {
    /// What it does, and how its response is read.
    pub operation: Rc<Operation>,
    /// Whether repeating it may have a further effect.
    pub is_non_idempotent: bool,
    /// Where it goes.
    pub url: String,
    /// The body, as text of the host's.
    pub body: Option<JsValue>,
    /// Of a list, the params as they were given: a page's successor starts from them.
    pub params: Encoded,
}

/// Builds the request of an operation.
pub fn build(
    config: &Config,
    table: &Table,
    operation: &Rc<Operation>,
    ids: &[&str],
    params: &JsValue,
    options: &RequestOptions,
) -> Result<Request, Error> {
    let mut path = url::fill(&operation.path, operation.name, ids)?;
    let (in_query, optional) = table.in_query(operation.params);
    let has_body = operation.has_body();
    let held = host::list();
    let encoded = match (params.is_undefined(), operation.params) {
        (true, None) => Encoded::default(),
        (true, Some(_)) => Encoded::new("{}".to_owned()),
        // What is in the query is needed whole; that of an undeclared route may be pairs.
        (_, None) if !has_body => host::encode_pairs(params),
        (_, None) => {
            held.push(params);
            host::encode_fields(params)
        }
        _ => host::read_params(params, !has_body || !in_query.is_empty(), &held),
    };
    let validation = options.validation.unwrap_or(config.validation);
    let mut issues = Vec::new();
    if validation != Validation::Off
        && let Some(shape) = operation.params
    {
        issues = validate(table, operation, shape, encoded.root());
        if !issues.is_empty() && validation == Validation::Strict {
            return Err(Error::validation(summary(operation, &issues), issues));
        }
    }
    let mut query = String::new();
    let body = if has_body {
        add(operation, &mut query, encoded.root(), Some(&in_query))?;
        if !options.extra_body.is_undefined() {
            let extra = host::encode_pairs(&options.extra_body);
            let option = option_name!("", "extraBody", "extra_body");
            refuse(operation, option, extra.root(), encoded.root(), "")?;
            add(operation, &mut query, extra.root(), Some(&in_query))?;
        }
        let pairs = table.in_pairs(operation.params);
        let split = [&text::join(&in_query, " "), pairs.as_str()];
        write(operation, &held, encoded.root(), &options.extra_body, split, optional)?
    } else {
        if !options.extra_body.is_undefined() {
            let what = option_name!(": there is no body for ", "extraBody", "extra_body");
            return Err(Error::usage(text::concat(&[operation.name, what])));
        }
        add(operation, &mut query, encoded.root(), None)?;
        None
    };
    if !options.extra_query.is_undefined() {
        let extra = host::encode_pairs(&options.extra_query);
        let option = option_name!("", "extraQuery", "extra_query");
        let positions = if operation.response_kind.is_page() { " offset page_number cursor " } else { "" };
        refuse(operation, option, extra.root(), encoded.root(), positions)?;
        add(operation, &mut query, extra.root(), None)?;
    }
    path.push_str(&query);
    if !issues.is_empty() {
        config.log(2, &warning(operation, &issues));
    }
    // What is added to the body is not known here.
    let is_repeatable = options.extra_body.is_undefined() && operation.is_repeatable(encoded.root());
    Ok(Request {
        is_non_idempotent: operation.retry_policy == RetryPolicy::NonIdempotent && !is_repeatable,
        url: text::concat(&[config.base_url.as_str(), &path]),
        body,
        params: if operation.response_kind.is_page() { encoded } else { Encoded::default() },
        operation: Rc::clone(operation),
    })
}

/// Refuses extra fields that are in the params, too: which of them counts, each server would decide; and the position of a
/// list, which would never change.
fn refuse(
    operation: &Operation,
    option: &str,
    extra: Value<'_>,
    params: Value<'_>,
    positions: &str,
) -> Result<(), Error> {
    for (name, value) in extra.entries().unwrap_or_default() {
        let is_param = params.get(name).kind() != Kind::Undefined;
        if value.kind() != Kind::Undefined && (is_param || text::is_among(positions, name)) {
            let message = [operation.name, ": ", name, " is in ", option, ": pass it in the params only"];
            return Err(Error::usage(text::concat(&message)));
        }
    }
    Ok(())
}

/// Every issue of a request's params.
pub fn validate(table: &Table, operation: &Operation, shape: usize, params: Value<'_>) -> Vec<Issue> {
    let options = given::request_options();
    let mut checker = Checker::new(table);
    checker.options = &options;
    // In Rust the compiler knows the fields: one that is not declared is in `extra`, which a response may have brought.
    checker.accepts_unknown = cfg!(feature = "client");
    checker.is_update = operation.method == "PUT";
    checker.check(params, shape);
    checker.issues
}

/// Adds fields to the query: all of them, or the `only` ones.
fn add(
    operation: &Operation,
    query: &mut String,
    source: Value<'_>,
    only: Option<&[&str]>,
) -> Result<(), Error> {
    let kind = source.kind();
    // With a body, anything else than an object is the body.
    if kind != Kind::Object && (only.is_some() || matches!(kind, Kind::Undefined | Kind::Null)) {
        return Ok(());
    }
    if kind != Kind::Object {
        return Err(no_object(source));
    }
    let fields =
        source.entries().map_err(|why| Error::usage(text::concat(&["params cannot be read: ", &why])))?;
    for (name, value) in fields {
        if only.is_none_or(|only| only.contains(&name)) {
            url::query(query, name, value).map_err(|mut error| {
                error.0.message = text::concat(&[operation.name, ": ", &error.0.message]);
                error
            })?;
        }
    }
    Ok(())
}

fn no_object(params: Value<'_>) -> Error {
    Error::usage(text::concat(&["params: expected an object, got ", params.describe()]))
}

fn write(
    operation: &Operation,
    held: &Array,
    params: Value<'_>,
    extra: &JsValue,
    [in_query, in_pairs]: [&str; 2],
    optional: bool,
) -> Result<Option<JsValue>, Error> {
    match (params.kind(), extra.is_undefined()) {
        (Kind::Undefined, true) => return Ok(None),
        // JSON has neither.
        (Kind::Function | Kind::Other, _) => return Err(no_object(params)),
        (Kind::Object | Kind::Undefined, _) | (_, true) => {}
        _ => return Err(no_object(params)),
    }
    let written = host::write_body(held, extra, in_query, in_pairs, optional);
    written.map(|text| text.map(JsValue::from)).map_err(|thrown| {
        let why = host::thrown_message(&thrown);
        let message = [operation.name, " was not sent: its params cannot be written as JSON: ", &why];
        let message = text::concat(&message);
        let mut checker = Checker::new(table::requests());
        checker.report(codes::UNREADABLE, "", &why, "");
        Error::validation(message, checker.issues).with_cause(thrown)
    })
}

/// How many issues a message lists.
const LISTED: usize = 20;

/// All issues in one message, and the ways out.
fn summary(operation: &Operation, issues: &[Issue]) -> String {
    let mut text = text::concat(&[operation.name, " was not sent: ", &count(issues), " in the params:"]);
    for issue in issues.iter().take(LISTED) {
        text.push_str("\n  ");
        text.push_str(&issue.line());
    }
    if issues.len() > LISTED {
        text.push_str("\n  and more: see error.issues");
    }
    text.push_str(option_name!(
        "\nIf the API accepts this, pass ",
        "{ validation: \"warn\" } or \"off\" as a request option, or the new field in extraBody / extraQuery.",
        "Validation::Warn or Off as a request option, or the new field in extra_body / extra_query."
    ));
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
        return "1 issue".to_owned();
    }
    text::concat(&[&text::integer(issues.len() as i64), " issues"])
}
