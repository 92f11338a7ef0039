//! What several resources have in common.

/// A JSON object with fields of any kind.
pub type JsonObject = serde_json::Map<String, serde_json::Value>;

model! {
    /// Answer of the operations that only say whether they worked.
    pub struct Done {
        /// Such as `"ok"`.
        status: String = [nullable],
    }

    /// Answer of operations that say in words what they did.
    pub struct Deleted {
        /// What the API says.
        answer: String,
        /// Such as `"ok"`, where the API says nothing else.
        status: String = [nullable],
        /// More of it, where the seed documents show it.
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
