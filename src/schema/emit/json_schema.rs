//! The declarations as JSON Schema 2020-12: what `check` accepts, with titles, descriptions and units for forms.

// An index of a JSON object inserts what is missing.
#![allow(clippy::indexing_slicing, clippy::missing_panics_doc)]

use serde_json::{Map, Value, json};

use super::across::rule_of;
use super::titles::{title, type_title, value_title};
use super::typescript::{AS_OF, value_docs};
use super::{name, trimmed};
use crate::schema::rules::Rule;
use crate::schema::table::PAIRS;
use crate::schema::{
    FieldDeclaration, ModelDeclaration, StringEnumDeclaration, TypeDeclaration, UnionDeclaration,
    ValueDeclaration,
};

/// The smallest integer that is too large to be exact. It is an exclusive limit, since forms show an inclusive one.
const TOO_LARGE: i64 = 9_007_199_254_740_992;

/// The definition of a named type. A reference is this prefix and the name.
pub fn definition(declared: &TypeDeclaration, prefix: &str) -> Value {
    match declared {
        TypeDeclaration::Model(declared) => model(declared, prefix),
        TypeDeclaration::StringEnum(declared) => string_enum(declared),
        TypeDeclaration::Union(union) => {
            json!({ "description": text(union.docs), "anyOf": members(union, &[], prefix) })
        }
        plain => of_type(plain, &[], prefix),
    }
}

/// A reference to a named type, or the schema of another one. Phone numbers and time zones may be within lists, maps and
/// unions, to which the rules of their field apply.
pub fn of_type(declared: &TypeDeclaration, rules: &[Rule], prefix: &str) -> Value {
    let inner: Vec<Rule> =
        rules.iter().filter(|rule| matches!(rule, Rule::E164 | Rule::TimeZone)).copied().collect();
    match declared {
        TypeDeclaration::Any => json!({}),
        TypeDeclaration::Text => string(rules),
        TypeDeclaration::Integer => number("integer", rules),
        TypeDeclaration::Number => number("number", rules),
        TypeDeclaration::Boolean => json!({ "type": "boolean" }),
        TypeDeclaration::Time => json!({
            "anyOf": [
                { "type": "string", "title": "Date", "pattern": format!("{TIME}|^\\d{{13}}$") },
                { "type": "integer", "title": "Milliseconds", "minimum": 100_000_000_000_i64, "exclusiveMaximum": 100_000_000_000_000_i64 },
                { "type": "integer", "title": "Milliseconds before 1970", "exclusiveMinimum": -TOO_LARGE, "maximum": 0 },
            ],
        }),
        TypeDeclaration::List(item) => list(item, rules, &inner, prefix),
        TypeDeclaration::Map(item) => {
            json!({ "type": "object", "additionalProperties": of_type(item, &inner, prefix) })
        }
        TypeDeclaration::Union(union) if !inner.is_empty() => {
            json!({ "anyOf": members(union, &inner, prefix) })
        }
        named => json!({ "$ref": format!("{prefix}{}", name(named).unwrap_or_default()) }),
    }
}

fn members(union: &UnionDeclaration, rules: &[Rule], prefix: &str) -> Vec<Value> {
    union.members.iter().map(|member| titled(of_type(member, rules, prefix), member)).collect()
}

/// A schema with the title by which a form offers it among others.
fn titled(mut schema: Value, declared: &TypeDeclaration) -> Value {
    schema["title"] = json!(type_title(declared));
    schema
}

fn list(item: &TypeDeclaration, rules: &[Rule], inner: &[Rule], prefix: &str) -> Value {
    let mut schema = json!({ "type": "array", "items": of_type(item, inner, prefix) });
    for rule in rules {
        if let Rule::Range(least, most) = rule {
            schema["minItems"] = json!(*least as i64);
            schema["maxItems"] = json!(*most as i64);
        }
    }
    if rules.contains(&Rule::Pairs) {
        schema["title"] = json!("List");
        let entry = json!({ "type": ["string", "number", "boolean"] });
        // Not `additionalProperties`: @rjsf/core makes an invalid schema of an alternative that has nothing else.
        let pairs = json!({ "type": "object", "title": "Names and values", "unevaluatedProperties": entry });
        return json!({ "anyOf": [schema, pairs], "x-written-as": PAIRS });
    }
    schema
}

/// A date, and what may follow it.
const TIME: &str =
    "^\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d(:\\d\\d)?([.,]\\d+)?([Zz]| ?[+-]\\d\\d(:?\\d\\d)?)?)?$";

fn string(rules: &[Rule]) -> Value {
    let mut schema = json!({ "type": "string" });
    for rule in rules {
        match rule {
            Rule::NotEmpty => {
                schema["minLength"] = json!(1);
                schema["pattern"] = json!("[^\\u0000- ]");
            }
            Rule::Url => schema["pattern"] = json!("^https?://[\\s\\S]"),
            Rule::E164 => schema["pattern"] = json!("^\\+[1-9][0-9]{6,14}$"),
            Rule::TimeZone => schema["format"] = json!("iana-time-zone"),
            Rule::HttpsUrl => schema["pattern"] = json!("^https://[\\s\\S]"),
            Rule::Date => schema["pattern"] = json!("^[0-9]{4}-[01][0-9]-[0-3][0-9]$"),
            Rule::DateTime => schema["pattern"] = json!(TIME),
            Rule::TimeOfDay => schema["pattern"] = json!("^[0-2][0-9]:[0-5][0-9]$"),
            Rule::DaysAfter(field, days) => {
                schema["pattern"] = json!(TIME);
                schema["x-days-after"] = json!({ "field": field, "days": days });
            }
            _ => {}
        }
    }
    schema
}

fn number(kind: &str, rules: &[Rule]) -> Value {
    let mut schema = json!({ "type": kind });
    let (mut has_least, mut has_most) = (kind == "number", kind == "number");
    for rule in rules {
        if let Rule::Range(least, _) | Rule::AtLeast(least) = rule {
            schema["minimum"] = limit(*least);
            has_least = true;
        }
        if let Rule::Range(_, most) = rule {
            schema["maximum"] = limit(*most);
            has_most = true;
        }
    }
    if !has_least {
        schema["exclusiveMinimum"] = json!(-TOO_LARGE);
    }
    if !has_most {
        schema["exclusiveMaximum"] = json!(TOO_LARGE);
    }
    schema
}

/// A limit without a fraction of zero.
fn limit(value: f64) -> Value {
    if value.fract() == 0.0 { json!(value as i64) } else { json!(value) }
}

fn model(model: &ModelDeclaration, prefix: &str) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for declared in model.fields {
        properties.insert(declared.name.to_owned(), field(declared, prefix));
        if declared.rules.contains(&Rule::Required) {
            required.push(declared.name);
        }
    }
    let mut schema = json!({ "type": "object", "description": text(model.docs), "properties": properties });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    if !model.open {
        schema["additionalProperties"] = json!(false);
    }
    let rules: Vec<Value> = model.rules.iter().flat_map(|rule| rule_of(model, rule)).collect();
    if !rules.is_empty() {
        schema["allOf"] = json!(rules);
    }
    schema
}

fn field(field: &FieldDeclaration, prefix: &str) -> Value {
    let mut schema = of_type(&field.holds, field.rules, prefix);
    if field.rules.contains(&Rule::Nullable) {
        schema = nullable(schema, &field.holds);
    }
    schema["title"] = json!(title(field.name));
    let description = text(field.docs);
    if let Some(unit) = unit(&description) {
        schema["x-unit"] = json!(unit);
    }
    if let Some(default) = default(&description, &field.holds) {
        schema["default"] = default;
    }
    schema["description"] = json!(description);
    if field.rules.iter().any(|rule| matches!(rule, Rule::Deprecated(_))) {
        schema["deprecated"] = json!(true);
    }
    schema
}

fn nullable(mut schema: Value, declared: &TypeDeclaration) -> Value {
    if let Some(kind) = schema.get("type").cloned() {
        schema["type"] = json!([kind, "null"]);
        return schema;
    }
    json!({ "anyOf": [titled(schema, declared), { "type": "null", "title": "None" }] })
}

fn string_enum(declared: &StringEnumDeclaration) -> Value {
    let values: Vec<Value> = declared
        .values
        .iter()
        .map(|value| {
            let docs = value_docs(value).join(" ");
            let mut schema = json!({ "const": value.value, "title": value_title(&docs) });
            if !docs.is_empty() {
                schema["description"] = json!(docs);
            }
            if !value.retires.is_empty() {
                schema["x-retires"] = json!(value.retires);
            }
            schema
        })
        .collect();
    let mut schema = json!({ "type": "string", "description": text(declared.docs) });
    if declared.open {
        let is_offered = |value: &&ValueDeclaration| value.retires.is_empty() || value.retires > AS_OF;
        schema["examples"] = declared.values.iter().filter(is_offered).map(|value| value.value).collect();
        schema["x-suggestions"] = json!(values);
        if !declared.refused.is_empty() {
            schema["not"] =
                json!({ "enum": declared.refused.iter().map(|(old, _)| old).collect::<Vec<_>>() });
        }
    } else {
        schema["oneOf"] = json!(values);
    }
    schema
}

/// The documentation as one paragraph.
pub fn text(docs: &[&str]) -> String {
    trimmed(docs).join(" ").trim().to_owned()
}

/// The unit that a description names.
fn unit(description: &str) -> Option<&'static str> {
    ["milliseconds", "seconds", "minutes", "hours", "days"]
        .into_iter()
        .find(|unit| description.contains(&format!("in {unit}")))
}

/// The default that a description states, if it is a value of the type.
fn default(description: &str, holds: &TypeDeclaration) -> Option<Value> {
    let (_, rest) = description.split_once("Default ")?;
    let end = rest.find([',', ';']).unwrap_or(rest.len());
    let stated =
        rest.get(..end)?.trim_end_matches('.').split(". ").next()?.trim_matches('`').trim_matches('"');
    match holds {
        TypeDeclaration::Integer | TypeDeclaration::Number => stated.parse::<f64>().ok().map(limit),
        TypeDeclaration::Boolean => stated.parse::<bool>().ok().map(Value::Bool),
        TypeDeclaration::StringEnum(declared) => {
            declared.values.iter().find(|value| value.value == stated).map(|value| json!(value.value))
        }
        TypeDeclaration::Text if !stated.contains(' ') => Some(json!(stated)),
        _ => None,
    }
}
