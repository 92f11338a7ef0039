//! What requests may contain, by the same cases as `js-tests/client/params.test.js`.
#![cfg(not(target_arch = "wasm32"))]
// A failed unwrap is a failed test, and nothing is removed from the builds that tests run in.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods)]

use serde_json::{Map, Value, json};
use synthflow_wasm::resources::actions::{
    CalComBooking, InlineAction, InlineActionType, InlineRealTimeBooking,
};
use synthflow_wasm::resources::agents::UpdateAgent;
use synthflow_wasm::schema::naming::snake;
use synthflow_wasm::validate;

#[test]
fn params_are_checked_as_in_javascript() {
    let cases: Map<String, Value> = serde_json::from_str(include_str!("params.json")).unwrap();
    for (operation, cases) in &cases {
        for case in cases.as_array().unwrap() {
            let issues = validate(&snake(operation), &case[0]).unwrap();
            let found: Vec<String> =
                issues.iter().map(|issue| format!("{} {}", issue.path, issue.code)).collect();
            let expected: Vec<&str> =
                case[1].as_array().unwrap().iter().map(|code| code.as_str().unwrap()).collect();
            assert_eq!(found, expected, "{operation} {}", case[0]);
        }
    }
}

#[test]
fn w43_an_inline_booking_names_its_event() {
    let booking = InlineRealTimeBooking::new().calcom(CalComBooking::new().event_id("event"));
    let action = InlineAction::new().r#type(InlineActionType::RealTimeBooking).real_time_booking(booking);
    let agent = UpdateAgent::new().actions(vec![action]);
    assert!(validate("agents.update", &agent).unwrap().is_empty());
    let sent = serde_json::to_value(&agent).unwrap();
    assert_eq!(sent["actions"][0]["REAL_TIME_BOOKING"]["CALCOM"]["event_id"], "event");
}

#[test]
fn r5_an_error_can_be_shown_where_there_is_no_javascript() {
    let error = validate("calls.nope", &serde_json::json!({})).unwrap_err();
    assert!(format!("{error:?}").contains("calls.nope"), "{error}");
}

#[test]
fn r7_an_undeclared_field_is_accepted_unless_it_is_known_what_was_meant() {
    let call = |name: &str| {
        let mut call = json!({ "model_id": "m", "name": "Ada", "phone": "+14155550123" });
        call[name] = json!("2030-01-01T00:00:00Z");
        validate("calls.create", &call).unwrap().into_iter().map(|issue| issue.hint).collect::<Vec<_>>()
    };
    assert!(call("brand_new").is_empty());
    // It would be placed at once, or to the other number.
    assert!(call("scheduled_time")[0].starts_with("calls are placed immediately"));
    assert_eq!(call("phone_number"), ["use phone"]);
    // A response may have brought it.
    assert!(
        validate("subaccounts.update", &json!({ "name": "A", "subaccount_name": "B" })).unwrap().is_empty()
    );
}
