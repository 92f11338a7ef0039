//! A JavaScript value as the checker sees it.

use crate::text::Glue as _;
use js_sys::{Array, Date};
use wasm_bindgen::{JsCast, JsValue};

use super::value::{Kind, Value};
use crate::http::host;

impl Value for JsValue {
    fn kind(&self) -> Kind {
        if self.is_undefined() {
            Kind::Undefined
        } else if self.is_null() {
            Kind::Null
        } else if self.is_string() {
            Kind::String
        } else if self.as_f64().is_some() {
            Kind::Number
        } else if self.as_bool().is_some() {
            Kind::Boolean
        } else if Array::is_array(self) {
            Kind::Array
        } else if self.is_instance_of::<Date>() {
            Kind::Date
        } else if self.is_object() {
            Kind::Object
        } else {
            Kind::Other
        }
    }

    fn text(&self) -> String {
        self.as_string().unwrap_or_default()
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn items(&self) -> Vec<Self> {
        self.unchecked_ref::<Array>().iter().collect()
    }

    fn entries(&self) -> Result<Vec<(String, Self)>, String> {
        host::entries(self).map_err(|thrown| ["one whose reading threw: ", &host::words(&thrown)].glue())
    }

    fn is_time_zone(&self) -> bool {
        host::is_time_zone(&self.text())
    }

    fn time(&self) -> f64 {
        host::parse_date(&self.text())
    }

    fn show(&self, number: f64) -> String {
        host::show(number)
    }
}
