//! What validation finds: one issue for each thing that is wrong.

use crate::text;

/// One thing wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Where: `agent.end_call_reasons_v2[0].reason`.
    pub path: String,
    /// How many bytes of the path are declared names and indices; what follows is a name that was given.
    pub declared: usize,
    /// What is wrong, as a code: see [`codes`].
    pub code: &'static str,
    /// What was expected there.
    pub expected: String,
    /// What was found.
    pub got: String,
    /// What to do about it, where that can be said.
    pub hint: String,
}

impl Issue {
    /// One line: `agent.voice_speed: expected a number from 0.7 to 1.2, got 3`.
    pub fn message(&self) -> String {
        let hint = if self.hint.is_empty() { "" } else { "; " };
        text::concat(&[&self.path, ": expected ", &self.expected, ", got ", &self.got, hint, &self.hint])
    }

    /// The same for a log, without anything that was given: `agent.voice_speed (out_of_range)`.
    pub fn log_line(&self) -> String {
        let declared = text::start(&self.path, self.declared);
        let rest = if declared.len() < self.path.len() { "…" } else { "" };
        let declared = if declared.is_empty() { "params" } else { declared };
        text::concat(&[declared, rest, " (", self.code, ")"])
    }
}

/// What can be wrong with a value.
pub mod codes {
    /// A required field was not given.
    pub const REQUIRED: &str = "required";
    /// Another type than expected.
    pub const INVALID_TYPE: &str = "invalid_type";
    /// A number beyond its limits, a time too far from another.
    pub const OUT_OF_RANGE: &str = "out_of_range";
    /// Not one of the listed values.
    pub const INVALID_VALUE: &str = "invalid_value";
    /// A string of another form: a phone number, a time zone, a time.
    pub const INVALID_FORMAT: &str = "invalid_format";
    /// A field that is not declared.
    pub const UNKNOWN_FIELD: &str = "unknown_field";
    /// An object or an array that cannot be read.
    pub const UNREADABLE: &str = "unreadable";
}
