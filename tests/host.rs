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
        let thrown = value(&field(&case, "thrown"));
        let described = host::describe_thrown(&thrown, &sent);
        assert_eq!(Some(described), field(&case, "is").as_string(), "{}", text(&case));
        let b = field(&case, "b");
        assert!(b.is_undefined() || field(&thrown, "b") == b, "{}", text(&case));
        // The secrets in it are redacted, too, except where that cannot be done or known.
        let is_other = host::redact(&thrown, &sent) != thrown;
        assert_eq!(is_other, field(&case, "keeps").is_truthy(), "{}", text(&case));
    }
}

#[wasm_bindgen_test]
fn a_thrown_value_with_a_secret_is_replaced_as_in_javascript() {
    for case in cases("redactThrown") {
        let sent: Array = value(&field(&case, "sent")).unchecked_into();
        let (thrown, is) = (value(&field(&case, "thrown")), field(&case, "is"));
        let redacted = host::redact(&thrown, &sent);
        if is.is_undefined() {
            assert_eq!(redacted, thrown, "{}", text(&case));
        } else if is.is_string() {
            assert_eq!(redacted, is, "{}", text(&case));
        } else {
            assert!(redacted.is_instance_of::<js_sys::Error>() && redacted != thrown, "{}", text(&case));
            for name in ["message", "name", "code", "cause"] {
                assert_eq!(field(&redacted, name), field(&is, name), "{}", text(&case));
            }
        }
    }
}

#[wasm_bindgen_test]
fn the_headers_of_a_response_are_redacted_as_in_javascript() {
    for case in cases("redactHeaders") {
        let sent: Array = value(&field(&case, "sent")).unchecked_into();
        let (headers, is) = (value(&field(&case, "headers")), field(&case, "is"));
        let redacted = host::redact_headers(&headers, &sent);
        if is.is_undefined() {
            assert_eq!(redacted, headers, "{}", text(&case));
        } else if is.is_null() {
            assert!(redacted.is_undefined(), "{}", text(&case));
        } else {
            assert_eq!(text(&Array::from(&redacted)), text(&is), "{}", text(&case));
        }
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

/// What the case expects, as text; undefined where it is not there.
fn expected(case: &JsValue) -> String {
    text(&field(case, "is"))
}

fn number_of(case: &JsValue, name: &str, default: u32) -> u32 {
    field(case, name).as_f64().map_or(default, |number| number as u32)
}

#[wasm_bindgen_test]
fn values_are_written_out_as_in_javascript() {
    for case in cases("encode") {
        let given = value(&field(&case, "value"));
        let (depth, length) = (number_of(&case, "depth", 100), number_of(&case, "length", 1000));
        let written = host::encode_value(&given, depth, length, field(&case, "iterable").is_truthy());
        let is = field(&case, "is").as_string().unwrap();
        // What an engine says of a revoked proxy is its own.
        let written = if is == "E" { written[..1].to_owned() } else { written };
        assert_eq!(written, is, "{}", text(&case));
    }
}

#[wasm_bindgen_test]
fn a_body_is_written_as_in_javascript() {
    for case in cases("writeBody") {
        let expression = |name: &str| match field(&case, name) {
            none if none.is_undefined() => JsValue::UNDEFINED,
            given => value(&given),
        };
        let in_query = field(&case, "inQuery").as_string().unwrap_or_default();
        let in_pairs = field(&case, "inPairs").as_string().unwrap_or_default();
        let optional = field(&case, "optional").is_truthy();
        let held = Array::of1(&expression("params"));
        match host::write_body(&held, &expression("extra"), &in_query, &in_pairs, optional) {
            Ok(body) => assert_eq!(body.map(String::from), field(&case, "is").as_string(), "{}", text(&case)),
            Err(thrown) => assert_eq!(thrown, field(&case, "throws"), "{}", text(&case)),
        }
    }
}

#[wasm_bindgen_test]
fn a_response_is_read_as_in_javascript() {
    for case in cases("statusOf") {
        let attempt = field(&case, "attempt");
        let attempt = if attempt.is_undefined() { attempt } else { value(&attempt) };
        let [response, body] = ["response", "text"].map(|name| value(&field(&case, name)));
        let status = host::status_of(&response, &body, &attempt);
        assert_eq!(Some(f64::from(status)), field(&case, "is").as_f64(), "{}", text(&case));
    }
    for case in cases("headerOf") {
        let header = host::header_of(&value(&field(&case, "response")), "retry-after");
        assert_eq!(header, field(&case, "is").as_string(), "{}", text(&case));
    }
    for case in cases("mentions") {
        let names = field(&case, "names").as_string().unwrap();
        assert_eq!(
            host::mentions(&field(&case, "text"), &names),
            field(&case, "is").is_truthy(),
            "{}",
            text(&case)
        );
    }
    for case in cases("parseBody") {
        let parsed = host::parse_body(&value(&field(&case, "text")));
        assert_eq!(parsed.is_err(), field(&case, "throws").is_truthy(), "{}", text(&case));
        assert!(parsed.is_err() || text(&parsed.unwrap()) == expected(&case), "{}", text(&case));
    }
    for case in cases("parseLines") {
        let parsed = host::parse_lines(&value(&field(&case, "text")));
        assert_eq!(parsed.is_err(), field(&case, "throws").is_truthy(), "{}", text(&case));
        assert!(parsed.is_err() || text(&parsed.unwrap()) == expected(&case), "{}", text(&case));
    }
    for case in cases("addSiblings") {
        let data = host::add_siblings(&value(&field(&case, "data")), &value(&field(&case, "body")));
        assert_eq!(text(&data), expected(&case));
    }
}

#[wasm_bindgen_test]
fn an_attempt_is_prepared_as_in_javascript() {
    for case in cases("prepare") {
        let (lines, sent) = (field(&case, "lines").as_string().unwrap(), Array::new());
        let body = value(&field(&case, "body"));
        let prepared = host::prepare(&lines, &body, &JsValue::UNDEFINED, false, &sent);
        let (init, is) = (field(&prepared, "init"), field(&case, "is"));
        assert_eq!(field(&prepared, "url"), field(&is, "url"));
        for name in ["method", "redirect", "body"] {
            assert_eq!(field(&init, name), field(&is, name), "{name}");
        }
        let headers = js_sys::Object::entries(field(&init, "headers").unchecked_ref());
        assert_eq!(text(&headers), text(&field(&is, "headers")));
        assert_ne!(sent.get(0), field(&init, "headers"));
        assert_eq!(text(&sent.get(0)), text(&field(&init, "headers")));
    }
    let none = host::prepare("GET\n/", &JsValue::UNDEFINED, &5.into(), false, &Array::new());
    assert!(none.is_undefined());
    // The host's own takes no path, others may.
    let none = host::prepare("GET\n/", &JsValue::UNDEFINED, &JsValue::UNDEFINED, false, &Array::new());
    assert!(none.is_undefined());
    let given = value(&"() => {}".into());
    let prepared = host::prepare("GET\n/", &JsValue::UNDEFINED, &given, false, &Array::new());
    assert_eq!(field(&prepared, "url"), "/");
}

#[wasm_bindgen_test]
fn the_host_is_detected_as_in_javascript() {
    assert!(!host::is_browser());
    for case in cases("isURL") {
        let url = field(&case, "url").as_string().unwrap();
        assert_eq!(host::is_url(&url), field(&case, "is").as_bool().unwrap(), "{url}");
    }
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
