//! What a call leaves in the table of the host's values: nothing, also where the host throws.
#![cfg(target_arch = "wasm32")]
// Nothing is cut out of what tests run in.
#![allow(clippy::disallowed_macros)]

use synthflow_wasm::host;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

fn leaves_nothing(what: &str, run: impl Fn()) {
    // The first time may make what is kept for all times.
    run();
    let before = wasm_bindgen::externref_heap_live_count();
    for _ in 0..100 {
        run();
    }
    assert_eq!(wasm_bindgen::externref_heap_live_count(), before, "{what}");
}

#[wasm_bindgen_test]
fn nothing_is_left_where_the_host_throws() {
    let object = host::object();
    leaves_nothing("a field", || drop(host::get(&object, "a")));
    leaves_nothing("a field of nothing", || drop(host::get(&JsValue::UNDEFINED, "a")));
    leaves_nothing("a method of a string", || drop(host::method(&"text".into(), "a")));
    leaves_nothing("what is no JSON", || drop(host::parse(&"{".into())));
    leaves_nothing("no time zone", || assert!(!host::is_time_zone("Mars/Phobos")));
}

#[wasm_bindgen_test]
fn json_is_parsed_to_what_it_says() {
    assert_eq!(host::parse(&"null".into()), Ok(JsValue::NULL));
    assert_eq!(host::parse(&"\"a\"".into()), Ok("a".into()));
    assert_eq!(host::parse(&"0".into()), Ok(0.into()));
    assert_eq!(host::parse(&"false".into()), Ok(false.into()));
}
