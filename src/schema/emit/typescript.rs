//! The TypeScript definitions of models and resources, doc comments included.
//!
//! Length: one kind of declaration after the other.

use super::{javascript, name, named_types, trimmed, visit, waits};
use crate::schema::naming::camel;
use crate::schema::rules::Rule;
use crate::schema::{
    FieldDeclaration, ModelDeclaration, OperationDeclaration, PAGES, ResourceDeclaration, ResponseKind,
    RetryPolicy, StringEnumDeclaration, TypeDeclaration, UnionDeclaration, ValueDeclaration,
};

/// All definitions.
pub fn types(resources: &[&ResourceDeclaration]) -> String {
    let mut text =
        String::from("// Generated from the declarations in src/resources by `npm run emit`. Do not edit.\n");
    text.push_str("\n/** The resources of a client. */\nexport interface Resources {\n");
    for resource in resources.iter().filter(|resource| !resource.name.contains('.')) {
        docs(&mut text, "  ", trimmed(resource.docs));
        text.push_str(&format!("  readonly {}: {};\n", resource.name, resource.type_name));
    }
    text.push_str("}\n");
    text.push_str("\n/** The names of all operations, for `check`. */\nexport type OperationName =");
    for resource in resources {
        for operation in resource.operations {
            text.push_str(&format!("\n  | \"{}.{}\"", resource.name, camel(operation.name)));
        }
    }
    text.push_str(";\n");
    for resource in resources {
        self::resource(&mut text, resource, resources);
    }
    for declared in named_types(resources) {
        definition(&mut text, &declared);
    }
    text
}

/// The definitions of the webhook events; types that the operations use too are imported.
pub fn webhooks(resources: &[&ResourceDeclaration], declared: &[TypeDeclaration]) -> String {
    let known: Vec<_> = named_types(resources).iter().filter_map(name).collect();
    let mut events = Vec::new();
    declared.iter().for_each(|event| visit(event, &mut events));
    let (shared, own): (Vec<_>, Vec<_>) =
        events.iter().partition(|declared| name(declared).is_some_and(|name| known.contains(&name)));
    let mut text = String::from(
        "// Generated from the declarations in src/webhooks by `npm run emit`. Do not edit.\n\n",
    );
    let mut names: Vec<_> = shared.iter().filter_map(|declared| name(declared)).collect();
    names.sort_unstable();
    names.retain(|name| own.iter().any(|declared| mentions(declared, name)));
    text.push_str(&format!("import type {{ {} }} from \"./index.js\";\n", names.join(", ")));
    for declared in &own {
        definition(&mut text, declared);
    }
    text
}

/// Whether a model has a field whose type has this name.
fn mentions(declared: &TypeDeclaration, name: &str) -> bool {
    let TypeDeclaration::Model(model) = declared else { return false };
    model.fields.iter().any(|field| {
        let mut holds = field.holds;
        while let TypeDeclaration::List(item) | TypeDeclaration::Map(item) = holds {
            holds = *item;
        }
        super::name(&holds) == Some(name)
    })
}

fn definition(text: &mut String, declared: &TypeDeclaration) {
    match declared {
        TypeDeclaration::Model(declared) => model(text, declared),
        TypeDeclaration::StringEnum(declared) => string_enum(text, declared),
        TypeDeclaration::Union(declared) => union(text, declared),
        _ => {}
    }
}

/// Writes a JSDoc comment.
pub fn docs(text: &mut String, indent: &str, lines: Vec<String>) {
    match lines.as_slice() {
        [] => {}
        [line] => text.push_str(&format!("{indent}/** {line} */\n")),
        lines => {
            text.push_str(&format!("{indent}/**\n"));
            for line in lines {
                text.push_str(format!("{indent} * {line}").trim_end());
                text.push('\n');
            }
            text.push_str(&format!("{indent} */\n"));
        }
    }
}

fn resource(text: &mut String, resource: &ResourceDeclaration, all: &[&ResourceDeclaration]) {
    text.push('\n');
    docs(text, "", trimmed(resource.docs));
    text.push_str(&format!("export interface {} {{\n", resource.type_name));
    for child in all {
        if let Some(name) = child.name.strip_prefix(resource.name).and_then(|rest| rest.strip_prefix('.')) {
            docs(text, "  ", trimmed(child.docs));
            text.push_str(&format!("  readonly {name}: {};\n", child.type_name));
        }
    }
    for operation in resource.operations {
        self::operation(text, resource.name, operation);
    }
    let of = |name: &str| resource.operations.iter().find(|operation| operation.name == name);
    if let (Some(get), Some(update)) = (of("get"), of("update"))
        && let Some(params) = &update.params
    {
        docs(
            text,
            "  ",
            [
                "Creates the params of `update` from a response of `get`: removes what `update` does not accept, also empty texts",
                "and the `actions` of an agent. Make changes in what it returns. Sends nothing.",
                "@example",
                "```ts",
            ]
            .map(str::to_owned)
            .into_iter()
            .chain(round_trip(resource, get, update))
            .chain(["```".to_owned()])
            .collect(),
        );
        text.push_str(&format!("  toUpdate(item: {}): {};\n", type_of(&get.response), type_of(params)));
    }
    text.push_str("}\n");
}

fn operation(text: &mut String, resource: &str, operation: &OperationDeclaration) {
    let mut lines = trimmed(operation.docs);
    if operation.retry_policy == RetryPolicy::NonIdempotent {
        lines.push(String::new());
        let mut retried = "Retried only if the first attempt definitely had no effect".to_owned();
        if let Some((list, id)) = operation.appends.split_once(' ') {
            retried.push_str(&format!(
                ", or if `{}` is set and every item of `{list}` has an `{id}`",
                operation.creates
            ));
        }
        lines.push(format!("{retried}."));
    }
    if !operation.example.is_empty() {
        lines.push("@example".to_owned());
        lines.push("```ts".to_owned());
        lines.extend(unindented(operation.example));
        lines.push("```".to_owned());
    }
    if !operation.see.is_empty() {
        lines.push(format!("@see {PAGES}{}", operation.see));
    }
    docs(text, "  ", lines);
    text.push_str(&format!(
        "  {}({}): {};\n",
        camel(operation.name),
        signature(operation),
        returned(operation)
    ));
    if let Some(declared) = &operation.wait {
        waits::method(text, resource, operation, declared);
    }
}

/// An example of reading a resource, changing it and sending it back.
fn round_trip(
    resource: &ResourceDeclaration,
    get: &OperationDeclaration,
    update: &OperationDeclaration,
) -> [String; 2] {
    let ids = |operation: &OperationDeclaration| {
        operation.path_parameters.iter().map(|_| "\"your-id\"".to_owned()).collect::<Vec<_>>()
    };
    let mut arguments = ids(get);
    let required = |params: &TypeDeclaration| !is_optional(get, params);
    if get.params.as_ref().is_some_and(required) {
        arguments.push("{ workspace: \"your-workspace-id\" }".to_owned());
    }
    let name = resource.name;
    [
        format!("const item = await client.{name}.get({});", arguments.join(", ")),
        format!("await client.{name}.update({}, client.{name}.toUpdate(item));", ids(update).join(", ")),
    ]
}

/// The lines of an example, without their common indentation.
fn unindented(example: &str) -> Vec<String> {
    let lines: Vec<&str> = example.trim_matches('\n').trim_end().lines().collect();
    let indent = |line: &&str| line.len().saturating_sub(line.trim_start().len());
    let least = lines.iter().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or_default();
    lines.iter().map(|line| line.get(least..).unwrap_or_default().to_owned()).collect()
}

/// The parameters of a method.
pub fn signature(operation: &OperationDeclaration) -> String {
    let mut parameters: Vec<String> =
        operation.path_parameters.iter().map(|id| format!("{id}: string")).collect();
    if let Some(params) = &operation.params {
        let mark = if is_optional(operation, params) { "?" } else { "" };
        parameters.push(format!(
            "params{mark}: {}{}",
            type_of(params),
            if mark.is_empty() { "" } else { " | undefined" }
        ));
    }
    parameters.push("options?: RequestOptions | undefined".to_owned());
    parameters.join(", ")
}

/// What a method returns.
pub fn returned(operation: &OperationDeclaration) -> String {
    let promise = match operation.response_kind {
        ResponseKind::Page => "PagePromise",
        ResponseKind::Stream => "StreamPromise",
        _ => "APIPromise",
    };
    format!("{promise}<{}>", type_of(&operation.response))
}

/// Whether the params are optional: a query without a required field.
fn is_optional(operation: &OperationDeclaration, params: &TypeDeclaration) -> bool {
    let TypeDeclaration::Model(model) = params else { return false };
    let is_query = |field: &FieldDeclaration| field.rules.contains(&Rule::InQuery);
    let no_body = matches!(operation.method, "GET" | "DELETE") || model.fields.iter().all(is_query);
    no_body && !model.fields.iter().any(is_required)
}

fn is_required(field: &FieldDeclaration) -> bool {
    field.rules.contains(&Rule::Required)
}

/// A type in TypeScript.
pub fn type_of(declared: &TypeDeclaration) -> String {
    match declared {
        TypeDeclaration::Any => "unknown".to_owned(),
        TypeDeclaration::Text => "string".to_owned(),
        TypeDeclaration::Integer | TypeDeclaration::Number => "number".to_owned(),
        TypeDeclaration::Boolean => "boolean".to_owned(),
        TypeDeclaration::Time => "Date | string | number".to_owned(),
        TypeDeclaration::List(item) => format!("Array<{}>", type_of(item)),
        TypeDeclaration::Map(item) => format!("Record<string, {}>", type_of(item)),
        TypeDeclaration::Model(model) => model.name.to_owned(),
        TypeDeclaration::StringEnum(declared) => declared.name.to_owned(),
        TypeDeclaration::Union(union) => union.name.to_owned(),
    }
}

fn model(text: &mut String, model: &ModelDeclaration) {
    text.push('\n');
    docs(text, "", trimmed(model.docs));
    text.push_str(&format!("export interface {} {{\n", model.name));
    for field in model.fields {
        let mut lines = trimmed(field.docs);
        for rule in field.rules {
            match rule {
                Rule::Range(least, most) if matches!(field.holds, TypeDeclaration::List(_)) => {
                    lines.push(if least == most {
                        format!("Exactly {least}.")
                    } else {
                        format!("From {least} to {most} items.")
                    });
                }
                Rule::Range(least, most) => lines.push(format!("From {least} to {most}.")),
                Rule::AtLeast(least) => lines.push(format!("At least {least}.")),
                Rule::NotEmpty => lines.push("Not empty.".to_owned()),
                Rule::HttpsUrl => lines.push("An https URL.".to_owned()),
                Rule::Date => lines.push("Written as `2026-04-01`.".to_owned()),
                Rule::DateTime => lines.push("Such as `2026-04-01` or `2026-04-01T09:30:00Z`.".to_owned()),
                Rule::TimeOfDay => lines.push("Written as `09:30`.".to_owned()),
                Rule::DaysAfter(field, days) => lines.push(format!("At most {days} days after `{field}`.")),
                Rule::FilledFrom(other) => lines.push(format!("Filled from `{other}` if the API omits it.")),
                Rule::Deprecated(instead) => lines.push(format!("@deprecated {}", javascript(instead))),
                _ => {}
            }
        }
        docs(text, "  ", lines);
        // Undefined is accepted with `exactOptionalPropertyTypes`, too.
        let (mark, undefined) = if is_required(field) { ("", "") } else { ("?", " | undefined") };
        let null = if field.rules.contains(&Rule::Nullable) { " | null" } else { "" };
        let (name, mut holds) = (field.name, type_of(&field.holds));
        if field.rules.contains(&Rule::Pairs) {
            holds.push_str(" | Record<string, string | number | boolean>");
        }
        let quote = if name.contains('-') { "\"" } else { "" };
        text.push_str(&format!("  {quote}{name}{quote}{mark}: {holds}{null}{undefined};\n"));
    }
    if model.open {
        text.push_str("  /** Other fields are accepted. */\n  [field: string]: unknown;\n");
    }
    text.push_str("}\n");
}

/// The day on which the dates of the declarations were last compared with Synthflow's list.
pub const AS_OF: &str = "2026-11-26";

/// The documentation of a value, with the day on which it retires.
pub fn value_docs(value: &ValueDeclaration) -> Vec<String> {
    let mut lines = trimmed(value.docs);
    if !value.retires.is_empty() {
        let tense = if value.retires <= AS_OF { "Retired" } else { "Retires" };
        lines.push(format!("{tense} on {}.", value.retires));
    }
    lines
}

/// Writes a string enum. Editors show the comment of the type, not of a member: the values are documented in both.
fn string_enum(text: &mut String, declared: &StringEnumDeclaration) {
    text.push('\n');
    let mut lines = trimmed(declared.docs);
    lines.push(String::new());
    for value in declared.values {
        lines.push(format!("- `{}`: {}", value.value, value_docs(value).join(" ")));
    }
    for (old, instead) in declared.refused {
        lines.push(format!("- `{old}` is not accepted; use {instead}."));
    }
    docs(text, "", lines);
    text.push_str(&format!("export type {} =\n", declared.name));
    let mut members = Vec::new();
    for value in declared.values {
        let mut member = String::new();
        docs(&mut member, "  ", value_docs(value));
        member.push_str(&format!("  | \"{}\"", value.value));
        members.push(member);
    }
    if declared.open {
        members.push(
            "  /** Other values are accepted: the API adds to this list. */\n  | (string & {})".to_owned(),
        );
    }
    text.push_str(&members.join("\n"));
    text.push_str(";\n");
}

fn union(text: &mut String, union: &UnionDeclaration) {
    text.push('\n');
    docs(text, "", trimmed(union.docs));
    let members: Vec<String> = union.members.iter().map(type_of).collect();
    text.push_str(&format!("export type {} = {};\n", union.name, members.join(" | ")));
}
