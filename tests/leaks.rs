//! No call leaks a slot of the table of host values, even if the host throws.
#![cfg(target_arch = "wasm32")]
// Nothing is removed from the builds that tests run in.
#![allow(clippy::disallowed_macros)]

use synthflow_wasm::host;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

fn leaks_nothing(what: &str, run: impl Fn()) {
    // The first run may create values that are cached.
    run();
    let before = wasm_bindgen::externref_heap_live_count();
    for _ in 0..100 {
        run();
    }
    assert_eq!(wasm_bindgen::externref_heap_live_count(), before, "{what}");
}

#[wasm_bindgen_test]
fn nothing_leaks_where_the_host_throws() {
    let object = host::object();
    leaks_nothing("a field", || drop(host::get(&object, "a")));
    leaks_nothing("a field of nothing", || drop(host::get(&JsValue::UNDEFINED, "a")));
    leaks_nothing("a method of a string", || drop(host::method(&"text".into(), "a")));
    leaks_nothing("what is no JSON", || drop(host::parse_body(&"{".into())));
    leaks_nothing("no time zone", || assert!(!host::is_time_zone("Mars/Phobos")));
}

#[wasm_bindgen_test]
fn json_is_parsed() {
    assert_eq!(host::parse_body(&"null".into()), Ok(JsValue::NULL));
    assert_eq!(host::parse_body(&"\"a\"".into()), Ok("a".into()));
    assert_eq!(host::parse_body(&"0".into()), Ok(0.into()));
    assert_eq!(host::parse_body(&"false".into()), Ok(false.into()));
}
