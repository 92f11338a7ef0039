//! `serde_json` values for the checker, for native tests.

use super::value::{Kind, Value};

impl Value for serde_json::Value {
    fn kind(&self) -> Kind {
        match self {
            Self::Null => Kind::Null,
            Self::Bool(_) => Kind::Boolean,
            Self::Number(_) => Kind::Number,
            Self::String(_) => Kind::String,
            Self::Array(_) => Kind::Array,
            Self::Object(_) => Kind::Object,
        }
    }

    fn text(&self) -> String {
        self.as_str().unwrap_or_default().to_owned()
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn items(&self) -> Result<Vec<Self>, String> {
        Ok(self.as_array().cloned().unwrap_or_default())
    }

    fn entries(&self) -> Result<Vec<(String, Self)>, String> {
        let entries = self.as_object().into_iter().flatten();
        Ok(entries.map(|(name, value)| (name.clone(), value.clone())).collect())
    }

    /// Without a host, `UTC` and any `Area/Place` is accepted.
    fn is_time_zone(&self) -> bool {
        self.as_str().is_some_and(|text| text == "UTC" || text.contains('/'))
    }

    /// Without a host, no text can be parsed as a time.
    fn time(&self) -> f64 {
        f64::NAN
    }

    fn show(&self, number: f64) -> String {
        number.to_string()
    }
}
