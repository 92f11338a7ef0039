//! Types shared by several resources.

/// A JSON object with any fields.
pub type JsonObject = serde_json::Map<String, serde_json::Value>;

model! {
    /// Response of operations that return no resource.
    pub struct Confirmation {
        /// Confirmation message, for example `"Agent deleted"`.
        answer: String,
        /// Status text, for example `"ok"`.
        status: String = [nullable],
        /// Details; legacy API only.
        details: serde_json::Value,
    }

    /// A name and its value.
    pub struct KeyValue {
        /// Name.
        key: String = [required],
        /// Value.
        value: String = [required],
    }
}
