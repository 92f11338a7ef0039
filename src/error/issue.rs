//! The issues that validation finds.

use crate::{host, text};

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Issue {
    /// The path of the value: `agent.end_call_reasons_v2[0].reason`.
    pub path: String,
    /// How many bytes of the path are declared names and indices; the rest is a name that the caller gave.
    pub declared: usize,
    /// The code: see [`codes`].
    pub code: &'static str,
    /// What was expected.
    pub expected: String,
    /// What was found.
    pub got: String,
    /// How to fix it, for a developer; may be empty.
    pub hint: String,
    /// The minimum and the maximum of a number, separated by a space; empty if there are none.
    pub limits: &'static str,
}

impl Issue {
    /// The message for a developer, without the path and the hint: `expected a number from 0.7 to 1.2, got 3`.
    #[must_use]
    pub fn message(&self) -> String {
        if self.code == codes::UNREADABLE {
            return self.got.clone();
        }
        text::concat(&["expected ", &self.expected, ", got ", &self.got])
    }

    /// The path, the message and the hint: `agent.voice_speed: expected a number from 0.7 to 1.2, got 3`.
    #[must_use]
    pub fn line(&self) -> String {
        let hint = if self.hint.is_empty() { "" } else { "; " };
        text::concat(&[&self.path, ": ", &self.message(), hint, &self.hint])
    }

    /// The message for a log, without anything the caller gave: `agent.voice_speed (out_of_range)`.
    #[must_use]
    pub fn log_line(&self) -> String {
        let declared = text::start(&self.path, self.declared);
        let rest = if declared.len() < self.path.len() { "…" } else { "" };
        let declared = if declared.is_empty() { "params" } else { declared };
        text::concat(&[declared, rest, " (", self.code, ")"])
    }
}

/// The codes of issues.
pub mod codes {
    /// A required field is missing.
    pub const REQUIRED: &str = "required";
    /// The value has the wrong type.
    pub const INVALID_TYPE: &str = "invalid_type";
    /// A number is outside its limits, or a time is too far from another.
    pub const OUT_OF_RANGE: &str = "out_of_range";
    /// The value is not in the list of accepted values.
    pub const INVALID_VALUE: &str = "invalid_value";
    /// A string has the wrong format: a phone number, a time zone, a time.
    pub const INVALID_FORMAT: &str = "invalid_format";
    /// The field is not declared.
    pub const UNKNOWN_FIELD: &str = "unknown_field";
    /// An object or an array could not be read.
    pub const UNREADABLE: &str = "unreadable";
}

/// The JavaScript objects of issues.
#[must_use]
pub fn issues_to_js(issues: &[Issue]) -> js_sys::Array {
    let list = host::list();
    for issue in issues {
        let Issue { path, code, expected, got, hint, limits, .. } = issue;
        host::add_issue(&list, path, code, expected, got, hint, &issue.message(), limits);
    }
    list
}
