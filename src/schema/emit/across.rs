//! The rules across fields as JSON Schema.

// An index of a JSON object inserts what is missing.
#![allow(clippy::indexing_slicing, clippy::missing_panics_doc)]

use serde_json::{Value, json};

use crate::schema::rules::{Condition, ModelRule};
use crate::schema::{ModelDeclaration, TypeDeclaration};

/// The schemas that hold if a rule of a model does.
pub fn rule_of(model: &ModelDeclaration, rule: &ModelRule) -> Vec<Value> {
    match rule {
        ModelRule::ExactlyOne(fields) => {
            vec![
                json!({ "oneOf": fields.iter().map(|field| json!({ "required": [field] })).collect::<Vec<_>>() }),
            ]
        }
        ModelRule::Distinct(lists) => distinct(model, lists),
        ModelRule::If(when, path, values) => {
            vec![json!({ "if": condition(when), "then": has(path, values) })]
        }
        ModelRule::IfSet(when, path, values) => {
            let then = json!({ "anyOf": [has(path, values), { "not": has(path, &[]) }] });
            vec![json!({ "if": condition(when), "then": then })]
        }
    }
}

/// Whether the field at a path has one of some values; without any, whether it is set.
fn has(path: &str, values: &[&str]) -> Value {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    let inner = if !rest.is_empty() {
        let mut inner = has(rest, values);
        inner["type"] = json!("object");
        inner
    } else if values.is_empty() {
        json!({ "not": { "type": "null" } })
    } else {
        json!({ "enum": values.iter().flat_map(|value| spellings(value)).collect::<Vec<_>>() })
    };
    json!({ "required": [name], "properties": { name: inner } })
}

/// A value as text, and as the boolean or the number that it may be.
fn spellings(value: &str) -> Vec<Value> {
    let other = serde_json::from_str::<Value>(value).ok();
    [Some(json!(value)), other].into_iter().flatten().collect()
}

fn condition(condition: &Condition) -> Value {
    let is = has(condition.path, condition.values);
    if !condition.not {
        return is;
    }
    match condition.path.split_once('.') {
        // The object that the field is in must be there.
        Some((parent, _)) => json!({
            "not": is,
            "required": [parent],
            "properties": { parent: { "type": "object" } },
        }),
        None => json!({ "not": is }),
    }
}

/// No value of an enum is twice in the lists.
fn distinct(model: &ModelDeclaration, lists: &[&str]) -> Vec<Value> {
    let mut schemas = Vec::new();
    for value in lists.first().map(|list| values_of(model, list)).unwrap_or_default() {
        let contains = |path: &str| match path.split_once('.') {
            Some((_, field)) => json!({ "required": [field], "properties": { field: { "const": value } } }),
            None => json!({ "const": value }),
        };
        let list = |path: &str| path.split('.').next().unwrap_or_default().to_owned();
        for path in lists {
            let once = json!({ "contains": contains(path), "minContains": 0, "maxContains": 1 });
            schemas.push(json!({ "properties": { list(path): once } }));
        }
        if let [first, second] = lists {
            let both = json!({
                list(first): { "type": "array", "contains": contains(first) },
                list(second): { "type": "array", "contains": contains(second) },
            });
            schemas.push(json!({ "not": { "required": [list(first), list(second)], "properties": both } }));
        }
    }
    schemas
}

/// The values of the enum at a path.
fn values_of(model: &ModelDeclaration, path: &str) -> Vec<&'static str> {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    let field = model.fields.iter().find(|field| field.name == name);
    match field.map(|field| field.holds) {
        Some(TypeDeclaration::List(TypeDeclaration::StringEnum(declared))) => {
            declared.values.iter().map(|value| value.value).collect()
        }
        Some(TypeDeclaration::StringEnum(declared)) => {
            declared.values.iter().map(|value| value.value).collect()
        }
        Some(TypeDeclaration::List(TypeDeclaration::Model(inner))) => values_of(inner, rest),
        _ => Vec::new(),
    }
}
