//! The host operations in Rust, tested with the same cases as those in JavaScript: see `js-tests/client/host.test.js`.
#![cfg(target_arch = "wasm32")]
// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]
#![allow(clippy::disallowed_macros)]

use js_sys::{Array, Function, JSON, Reflect};
use synthflow_wasm::host;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap()
}

/// The value of a JavaScript expression, for values that JSON cannot represent.
fn value(expression: &JsValue) -> JsValue {
    let body = format!("return ({});", expression.as_string().unwrap());
    Function::new_no_args(&body).call0(&JsValue::UNDEFINED).unwrap()
}

fn text(value: &JsValue) -> String {
    JSON::stringify(value).map(String::from).unwrap_or_else(|_| "undefined".to_owned())
}

fn cases(name: &str) -> Vec<JsValue> {
    let all = JSON::parse(include_str!("host.json")).unwrap();
    Array::from(&field(&all, name)).iter().collect()
}

#[wasm_bindgen_test]
fn secrets_are_redacted_as_in_javascript() {
    for case in cases("redact") {
        let sent: Array = value(&field(&case, "sent")).unchecked_into();
        let given = value(&field(&case, "text"));
        assert_eq!(text(&host::redact(&given, &sent)), text(&field(&case, "is")), "{}", text(&case));
    }
    for case in cases("parseRedacted") {
        let sent: Array = value(&field(&case, "sent")).unchecked_into();
        let given = value(&field(&case, "text"));
        assert_eq!(text(&host::parse_redacted(&given, &sent)), text(&field(&case, "is")), "{}", text(&case));
    }
}

#[wasm_bindgen_test]
fn what_was_thrown_is_described_as_in_javascript() {
    for case in cases("describeThrown") {
        let sent: Array = value(&field(&case, "sent")).unchecked_into();
        let described = host::describe_thrown(&value(&field(&case, "thrown")), &sent);
        assert_eq!(Some(described), field(&case, "is").as_string(), "{}", text(&case));
    }
}

#[wasm_bindgen_test]
fn an_error_is_proof_as_in_javascript() {
    for case in cases("neverConnected") {
        let fetch: Function = value(&field(&case, "fetch")).unchecked_into();
        let thrown = value(&field(&case, "thrown"));
        let url = field(&case, "url").as_string().unwrap();
        let is = field(&case, "is").is_truthy();
        assert_eq!(host::never_connected(&thrown, &fetch, &url), is, "{}", text(&case));
    }
}

#[wasm_bindgen_test]
fn fields_are_read_as_in_javascript() {
    for case in cases("fieldsOf") {
        let iterable = field(&case, "iterable").is_truthy();
        let read = host::fields_of(&value(&field(&case, "object")), iterable);
        match read {
            Ok(fields) => assert_eq!(text(&fields.into()), text(&field(&case, "is")), "{}", text(&case)),
            Err(thrown) => {
                assert_eq!(thrown.as_string(), field(&case, "throws").as_string(), "{}", text(&case))
            }
        }
    }
}

#[wasm_bindgen_test]
fn the_host_is_detected_as_in_javascript() {
    assert!(!host::is_browser());
    for case in cases("isSameOrigin") {
        let is = field(&case, "is").is_truthy();
        assert_eq!(
            host::is_same_origin(&field(&case, "baseURL").as_string().unwrap()),
            is,
            "{}",
            text(&case)
        );
    }
    for case in cases("isTimeZone") {
        let is = field(&case, "is").is_truthy();
        assert_eq!(host::is_time_zone(&field(&case, "name").as_string().unwrap()), is, "{}", text(&case));
    }
    let (one, other) = (host::unique(), host::unique());
    assert!(one.len() > 20 && one != other);
}
