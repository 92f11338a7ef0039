//! What several resources have in common.

/// A JSON object with fields of any kind.
pub type JsonObject = serde_json::Map<String, serde_json::Value>;

model! {
    /// Response of the operations that only confirm what they did.
    pub struct Confirmation {
        /// Message of the API, such as `"Agent deleted"`.
        answer: String,
        /// Such as `"ok"`.
        status: String = [nullable],
        /// Details, where the legacy API shows them.
        details: serde_json::Value,
    }

    /// A name and its value.
    pub struct KeyValue {
        /// The name.
        key: String = [required],
        /// The value.
        value: String = [required],
    }
}
