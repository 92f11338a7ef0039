//! JavaScript values for the checker.

use crate::text;
use js_sys::{ArrayBuffer, Date};
use wasm_bindgen::{JsCast, JsValue};

use super::value::{Kind, Value};
use crate::host;

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
        } else if host::is_array(self) {
            Kind::Array
        } else if self.is_instance_of::<Date>() {
            Kind::Date
        } else if self.is_object() && !ArrayBuffer::is_view(self) {
            Kind::Object
        } else {
            Kind::Other
        }
    }

    fn text(&self) -> String {
        host::beginning(self, 1000)
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn items(&self) -> Result<Vec<Self>, String> {
        host::items(self).map_err(unreadable)
    }

    fn entries(&self) -> Result<Vec<(String, Self)>, String> {
        host::entries(self).map_err(unreadable)
    }

    fn is_time_zone(&self) -> bool {
        host::is_time_zone(&self.text())
    }

    fn time(&self) -> f64 {
        host::parse_date(&self.text())
    }

    fn show(&self, number: f64) -> String {
        host::number_to_string(number)
    }
}

fn unreadable(thrown: JsValue) -> String {
    text::concat(&["could not be read: ", &host::thrown_message(&thrown)])
}
