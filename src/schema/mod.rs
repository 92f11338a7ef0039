//! What a model and an operation are, the table that is generated from them, and the checker that walks it.

#[macro_use]
mod macros;
pub mod check;
mod declare;
#[cfg(feature = "emit")]
// Never part of the wasm.
#[allow(clippy::disallowed_macros, clippy::disallowed_methods)]
pub mod emit;
#[cfg(any(test, feature = "emit"))]
pub mod encode;
pub mod hints;
mod js;
#[cfg(not(target_arch = "wasm32"))]
// Never part of the wasm.
#[allow(clippy::disallowed_methods)]
mod json;
pub mod naming;
mod operation;
pub mod refuse;
pub mod rules;
pub mod table;
pub mod value;
pub mod words;

pub use declare::*;
pub use operation::*;

use serde::{Deserialize, Deserializer, de::DeserializeOwned};

impl FieldDeclaration {
    /// The name without the `r#` that a Rust keyword needs.
    pub fn wire_name(&self) -> &'static str {
        self.name.strip_prefix("r#").unwrap_or(self.name)
    }
}

/// Reads a field, or nothing where the API answers another type than it documents: an answer is
/// never refused over one field.
pub(crate) fn lenient<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(T::deserialize(value).ok())
}
