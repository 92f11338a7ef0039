//! Normalizes the fields of responses that differ between accounts, by the rules of their declarations.
//!
//! What does not parse stays as it was. `pkg-template/shared/normalize.js` does the same for the npm package, by a list
//! that is generated from the same rules; only Rust users have this.

use core::mem;

use serde_json::{Map, Number, Value};

use super::declare::Declared;
use super::rules::Rule;
use crate::text;

/// The largest integer below which a number has all of them.
const MAX_EXACT: f64 = 9_007_199_254_740_991.0;

/// Normalizes the fields of a model.
pub fn fields<T: Declared>(fields: &mut Map<String, Value>) {
    let mut value = Value::Object(mem::take(fields));
    T::normalize(&mut value);
    if let Value::Object(normalized) = value {
        *fields = normalized;
    }
}

/// Normalizes one field.
pub fn field(fields: &mut Map<String, Value>, name: &str, rules: &[Rule]) {
    for rule in rules {
        let given = fields.get(name);
        let made = match rule {
            Rule::FilledFrom(other) => {
                let other = fields.get(*other).filter(|other| !is_missing(Some(other)));
                let found = if is_missing(given) { other } else { given };
                // An id is a string, as its type says.
                match found {
                    Some(Value::Number(id)) if name.ends_with("id") && id.is_i64() => {
                        id.as_i64().map(|id| Value::String(text::integer(id)))
                    }
                    found => found.filter(|_| is_missing(given)).cloned(),
                }
            }
            Rule::Numeric => given.and_then(number),
            Rule::Json => {
                given.and_then(parsed).filter(|made| made.is_object() || made.is_array()).filter(is_exact)
            }
            _ => None,
        };
        if let Some(made) = made {
            fields.insert(name.to_owned(), made);
        }
    }
}

fn is_missing(value: Option<&Value>) -> bool {
    value.is_none_or(|value| value.is_null() || value.as_str() == Some(""))
}

fn parsed(value: &Value) -> Option<Value> {
    serde_json::from_str(value.as_str()?).ok()
}

/// Whether no number in it was rounded.
fn is_exact(value: &Value) -> bool {
    match value {
        Value::Number(number) => {
            !number.is_f64()
                || number.as_f64().is_some_and(|float| float.fract() != 0.0 || float.abs() <= MAX_EXACT)
        }
        Value::Array(items) => items.iter().all(is_exact),
        Value::Object(fields) => fields.values().all(is_exact),
        _ => true,
    }
}

/// The number in a string; an integer also where it is written with a fraction of zero.
fn number(value: &Value) -> Option<Value> {
    let made = parsed(value)?;
    let float = made.as_f64()?;
    if !made.is_f64() || float.fract() != 0.0 || float.abs() > MAX_EXACT {
        return Some(made);
    }
    Some(Value::Number(Number::from(float as i64)))
}
