//! Which calls may be one whose response was lost, tested with the same cases as in JavaScript: see
//! `js-tests/client/find-placed.test.js`. `tests/find_placed.rs` has them for the client.
#![cfg(not(target_arch = "wasm32"))]
// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::disallowed_macros)]

use core::time::Duration;
use std::time::UNIX_EPOCH;

use serde_json::Value;
use synthflow_wasm::http::placed::Search;
use synthflow_wasm::resources::calls::ListCalls;
use synthflow_wasm::schema::Time;

fn texts(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().map(|text| text.as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_calls_that_may_be_it_are_those_of_javascript() {
    let table: Value = serde_json::from_str(include_str!("placed.json")).unwrap();
    // Here is no host that reads times: the table says what they are, and JavaScript's tests that it is right.
    let parse = |text: &str| table["texts"][text].as_f64().unwrap_or(f64::NAN);
    for case in table["cases"].as_array().unwrap() {
        let given = |name: &str| case.get(name).unwrap_or(&table[name]);
        let phone = given("phone").as_str().unwrap();
        let model_id = given("model_id").as_str().unwrap();
        let since = given("since").as_f64().unwrap();
        let search = Search::new(
            model_id,
            phone,
            since,
            case["until"].as_f64(),
            f64::INFINITY,
            &texts(&case["except"]),
        );
        assert_eq!(search.is_none(), case["refused"] == true, "{case}");
        let Some(search) = search else { continue };
        let rows = case["rows"].as_array().unwrap().clone();
        let (found, is_certain) = search.candidates(rows, parse);
        let ids: Value = found.iter().map(|call| call["call_id"].clone()).collect();
        assert_eq!(ids, case["is"], "{case}");
        assert_eq!(is_certain, found.len() == 1 && case["ambiguous"] != true, "{case}");
    }
}

#[test]
fn nothing_is_looked_for_from_or_until_what_is_no_time() {
    assert_eq!(Search::new("m", "+14155550123", f64::NAN, None, 9.0, &[]), None);
    assert_eq!(Search::new("m", "+1 (415) 555-0123", 5.0, None, 9.0, &[]), None);
    assert_eq!(Search::new("m", "+14155550123", 60_010.0, None, 9.0, &[]), None);
    assert_eq!(Search::new("m", "+14155550123", 5.0, Some(f64::NAN), 9.0, &[]), None);
}

#[test]
fn a_system_time_is_milliseconds_since_the_epoch() {
    for (time, milliseconds) in [
        (UNIX_EPOCH.checked_add(Duration::from_micros(1_500)), 1),
        (UNIX_EPOCH.checked_sub(Duration::from_millis(5)), -5),
        (UNIX_EPOCH.checked_add(Duration::from_secs(1_767_225_600)), 1_767_225_600_000),
    ] {
        let query = ListCalls::new().from_date(time.unwrap());
        assert_eq!(query.from_date, Some(Time::Milliseconds(milliseconds)));
    }
}
