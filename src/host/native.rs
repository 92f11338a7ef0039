//! Values for the checker where there is no JavaScript host.

use super::value::Encoded;
use crate::text;

impl From<&serde_json::Value> for Encoded {
    fn from(value: &serde_json::Value) -> Self {
        let mut text = String::new();
        write(&mut text, value);
        Self::new(text)
    }
}

fn write(into: &mut String, value: &serde_json::Value) {
    match value {
        serde_json::Value::Null => into.push('n'),
        serde_json::Value::Bool(value) => into.push(if *value { 't' } else { 'f' }),
        serde_json::Value::Number(number) => {
            let number = number.as_f64().unwrap_or_default().to_string();
            into.push_str(&text::concat(&["#", &number, ";"]));
        }
        serde_json::Value::String(text) => string(into, text),
        serde_json::Value::Array(items) => {
            into.push('[');
            for item in items {
                write(into, item);
            }
            into.push(']');
        }
        serde_json::Value::Object(fields) => {
            into.push('{');
            for (name, value) in fields {
                string(into, name);
                write(into, value);
            }
            into.push('}');
        }
    }
}

fn string(into: &mut String, text: &str) {
    into.push_str(&text::concat(&["\"", &text.encode_utf16().count().to_string(), ":", text]));
}

/// Without a host, `UTC` and any `Area/Place` is accepted.
#[must_use]
pub fn is_time_zone(name: &str) -> bool {
    name == "UTC" || name.contains('/')
}

/// Without a host, no text can be parsed as a time.
#[must_use]
pub fn parse_date(_: &str) -> f64 {
    f64::NAN
}
