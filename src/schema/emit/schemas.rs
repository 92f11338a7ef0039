//! The schemas of the params of all operations, and the operations as OpenAPI: both as JSON.

// An index of a JSON object inserts what is missing.
#![allow(clippy::indexing_slicing, clippy::missing_panics_doc)]

use serde_json::{Map, Value, json};

use super::json_schema::{definition, of_type, text};
use super::titles::form_title;
use super::{name, named_types, visit};
use crate::schema::naming::camel;
use crate::schema::rules::Rule;
use crate::schema::{
    FieldDeclaration, OperationDeclaration, ResourceDeclaration, ResponseKind, TypeDeclaration,
};

/// The JSON Schema of each type of params; and for each operation that has params: their type, and the title of its form.
pub fn schemas(resources: &[&ResourceDeclaration]) -> String {
    let mut types = Vec::new();
    let mut params = Map::new();
    for resource in resources {
        for operation in resource.operations {
            if let Some(declared) = &operation.params {
                visit(declared, &mut types);
                let full = format!("{}.{}", resource.name, camel(operation.name));
                params.insert(full, json!([name(declared).unwrap_or_default(), form_title(operation.docs)]));
            }
        }
    }
    format!("{}\n", json!({ "definitions": definitions(&types, "#/$defs/"), "params": params }))
}

fn definitions(types: &[TypeDeclaration], prefix: &str) -> Map<String, Value> {
    let named = types.iter().filter_map(|declared| Some((name(declared)?, declared)));
    named.map(|(name, declared)| (name.to_owned(), definition(declared, prefix))).collect()
}

const COMPONENTS: &str = "#/components/schemas/";

/// All operations as an OpenAPI 3.1 document.
pub fn openapi(resources: &[&ResourceDeclaration], version: &str) -> String {
    let mut paths = Map::new();
    let mut tags = Vec::new();
    for resource in resources {
        tags.push(json!({ "name": resource.name, "description": text(resource.docs) }));
        for operation in resource.operations {
            let entry = paths.entry(operation.path).or_insert_with(|| json!({}));
            let method = operation.method.to_lowercase();
            // Two generations of the API have an operation each for some routes: the current one is declared last.
            entry[method] = described(resource, operation);
        }
    }
    let servers: Vec<Value> = ["api", "api.us", "api.eu"]
        .iter()
        .map(|host| json!({ "url": format!("https://{host}.synthflow.ai/v2") }))
        .collect();
    let mut document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Synthflow",
            "version": version,
            "description": "The operations that synthflow-wasm declares, with the params that it accepts.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": servers,
        "security": [{ "key": [] }],
        "tags": tags,
        "paths": paths,
        "components": {
            "securitySchemes": { "key": { "type": "http", "scheme": "bearer" } },
            "schemas": definitions(&named_types(resources), COMPONENTS),
        },
    });
    remove_titles(&mut document["paths"]);
    remove_titles(&mut document["components"]);
    format!("{document}\n")
}

/// Removes titles, which are for forms.
fn remove_titles(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            // A field with this name is an object.
            if fields.get("title").is_some_and(Value::is_string) {
                fields.remove("title");
            }
            fields.values_mut().for_each(remove_titles);
        }
        Value::Array(items) => items.iter_mut().for_each(remove_titles),
        _ => {}
    }
}

fn described(resource: &ResourceDeclaration, operation: &OperationDeclaration) -> Value {
    let docs = text(operation.docs);
    let mut parameters: Vec<Value> = operation
        .path_parameters
        .iter()
        .map(|id| json!({ "name": id, "in": "path", "required": true, "schema": { "type": "string", "minLength": 1 } }))
        .collect();
    let mut described = json!({
        "operationId": format!("{}.{}", resource.name, camel(operation.name)),
        "tags": [resource.name],
        "summary": docs.split_once(". ").map_or(docs.as_str(), |(first, _)| first).trim_end_matches('.'),
        "description": docs,
        "responses": { "200": response(operation), "default": { "description": "An error." } },
    });
    let has_body = !matches!(operation.method, "GET" | "DELETE");
    if let Some(declared) = &operation.params {
        let fields = if let TypeDeclaration::Model(model) = declared { model.fields } else { &[] };
        let is_in_query = |field: &FieldDeclaration| !has_body || field.rules.contains(&Rule::InQuery);
        let schema = definition(declared, COMPONENTS);
        for field in fields.iter().filter(|field| is_in_query(field)) {
            parameters.push(json!({
                "name": field.name, "in": "query", "required": field.rules.contains(&Rule::Required),
                "schema": schema["properties"][field.name],
            }));
        }
        // No operation has fields of both.
        if has_body && !fields.first().is_some_and(is_in_query) {
            let schema = of_type(declared, &[], COMPONENTS);
            described["requestBody"] =
                json!({ "required": true, "content": { "application/json": { "schema": schema } } });
        }
    }
    if !parameters.is_empty() {
        described["parameters"] = json!(parameters);
    }
    described
}

/// The response with its envelope.
fn response(operation: &OperationDeclaration) -> Value {
    let mut data = of_type(&operation.response, &[], COMPONENTS);
    if operation.response_kind == ResponseKind::Stream {
        return json!({ "description": "Items, one on each line.", "content": { "application/x-ndjson": { "schema": data } } });
    }
    if operation.response_kind == ResponseKind::Page {
        data = json!({ "type": "array", "items": data });
    }
    if !operation.envelope_field.is_empty() {
        data = json!({ "type": "object", "properties": { operation.envelope_field: data } });
    }
    let schema = json!({ "type": "object", "properties": { "status": {}, "response": data } });
    json!({ "description": "The data, in its envelope.", "content": { "application/json": { "schema": schema } } })
}
