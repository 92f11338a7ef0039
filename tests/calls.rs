//! Calls as real accounts send them, read in Rust as in JavaScript: `js-tests/calls/normalized.test.js` has the same cases.
#![cfg(not(target_arch = "wasm32"))]
// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::disallowed_macros)]

use serde_json::{Value, json};
use synthflow_wasm::resources::calls::{
    Call, CallStatus, Speaker, Turn, WebSocketMediaStarted, transcript_turns,
};
use synthflow_wasm::webhooks::PostCallEvent;

fn cases() -> Vec<Value> {
    serde_json::from_str(include_str!("calls.json")).unwrap()
}

#[test]
fn w8_w9_w10_calls_are_normalized() {
    for case in cases() {
        let call: Call = serde_json::from_value(case["sent"].clone()).unwrap();
        assert_eq!(serde_json::to_value(&call).unwrap(), case["read"], "{}", case["name"]);
        // What was normalized once stays the same.
        let again: Call = serde_json::from_value(case["read"].clone()).unwrap();
        assert_eq!(again, call, "{}", case["name"]);
    }
}

#[test]
fn w8_w9_w10_fields_have_their_types() {
    let sent = &cases()[0]["sent"];
    let call: Call = serde_json::from_value(sent.clone()).unwrap();
    assert_eq!(call.status, Some(CallStatus::Completed));
    assert_eq!((call.duration, call.telephony_ringing_duration), (Some(25), Some(2100)));
    let action = &call.executed_actions.unwrap()["info_extractor_budget range"];
    assert_eq!(action.return_value, Some(json!({ "budget range": "5000" })));
}

#[test]
fn w8_w9_w10_events_are_normalized() {
    for case in cases() {
        let (sent, read) = (&case["sent"], &case["read"]);
        let event = json!({ "call": sent, "executed_actions": sent["executed_actions"] });
        let event: PostCallEvent = serde_json::from_value(event).unwrap();
        let event = serde_json::to_value(&event).unwrap();
        assert_eq!(event["call"]["status"], read["status"], "{}", case["name"]);
        assert_eq!(event["call"]["duration"].as_f64(), read["duration"].as_f64(), "{}", case["name"]);
        assert_eq!(event["executed_actions"], read["executed_actions"], "{}", case["name"]);
    }
}

#[test]
fn w8_null_is_filled_and_nothing_is_made_up() {
    let call: Call = serde_json::from_value(json!({ "status": null, "call_status": "busy" })).unwrap();
    assert_eq!(call.status, Some(CallStatus::Busy));
    let call: Call = serde_json::from_value(json!({ "status": null, "call_status": "" })).unwrap();
    assert_eq!(call.status, None);
    assert_eq!(serde_json::from_value::<Call>(json!({})).unwrap(), Call::new());
}

#[test]
fn w29_fields_of_real_accounts_are_declared() {
    let call: Call = serde_json::from_value(json!({
        "assistant_version": 3, "telephony_sip_headers": { "X-A": "b" }, "batch_call_id": "b"
    }))
    .unwrap();
    assert_eq!(call.assistant_version, Some(json!(3)));
    assert_eq!(call.telephony_sip_headers.unwrap()["X-A"], "b");
    assert_eq!(call.batch_call_id.as_deref(), Some("b"));
    let event: PostCallEvent = serde_json::from_value(json!({
        "call": { "custom_end_call_reason": "wrong number" }, "metadata": { "a": 1 }
    }))
    .unwrap();
    assert_eq!(event.call.unwrap().custom_end_call_reason.as_deref(), Some("wrong number"));
    assert_eq!(event.metadata.unwrap()["a"], 1);
    let started: WebSocketMediaStarted =
        serde_json::from_value(json!({ "callId": "c", "sid": "s" })).unwrap();
    assert_eq!((started.sid.as_deref(), started.ws_media_url), (Some("s"), None));
}

#[test]
fn w11_turns_of_a_transcript() {
    let turns = |text: &str| -> Vec<(Speaker, String)> {
        transcript_turns(text).into_iter().map(|Turn { speaker, text, .. }| (speaker, text)).collect()
    };
    let (agent, human) =
        (|text: &str| (Speaker::Agent, text.to_owned()), |text: &str| (Speaker::Human, text.to_owned()));
    assert_eq!(
        turns("\nbot: Hello, this is Ada.\nhuman: Hi.\nWho is this?\r\n  Assistant: Ada."),
        [agent("Hello, this is Ada."), human("Hi.\nWho is this?"), agent("Ada.")]
    );
    assert_eq!(
        turns("Welcome.\nuser: Hi, bot: no turn\nhumans: neither"),
        [agent("Welcome."), human("Hi, bot: no turn\nhumans: neither")]
    );
    assert_eq!(turns("bot:\nhuman: \n"), []);
    assert_eq!(turns(""), []);
}

#[test]
fn w11_extractions() {
    let of = |actions: Value| -> Value {
        let call: Call = serde_json::from_value(json!({ "executed_actions": actions })).unwrap();
        json!(call.extractions())
    };
    for (returned, expected) in [
        (json!("yes"), json!("yes")),
        (json!(5), json!(5)),
        (json!("{"), json!("{")),
        (json!({}), json!(null)),
        (json!("{}"), json!(null)),
        (json!({ "id": null }), json!(null)),
        (json!({ "a b": 5 }), json!(5)),
        (json!({ "A_b": 5 }), json!(5)),
        (json!("{\"a b\": \"{\\\"a b\\\": 5}\"}"), json!(5)),
        (json!({ "a b": { "c": 1 } }), json!({ "c": 1 })),
        (json!({ "c": 1 }), json!({ "c": 1 })),
        (json!(null), json!(null)),
    ] {
        for key in ["extract_info_a b", "info_extractor_a b"] {
            assert_eq!(
                of(json!({ key: { "return_value": returned } })),
                json!({ "a b": expected }),
                "{returned}"
            );
        }
    }
    let declared = json!({ "extract_info_1": {
        "parameters_hard_coded": "{\"identifier\": \"purchase\"}", "return_value": { "purchase": "car" }
    }, "send_sms": { "return_value": 1 } });
    assert_eq!(of(declared), json!({ "purchase": "car" }));
    let both = json!({ "extract_info_a": { "return_value": 5 }, "info_extractor_a": { "return_value": {} } });
    assert_eq!(of(both), json!({ "a": 5 }));
    // An entry that is no action takes the others with it into `extra`.
    for odd in [json!(null), json!("s"), json!([]), json!(5)] {
        let actions = json!({ "extract_info_a": { "return_value": { "a": 5 } }, "other": odd });
        assert_eq!(of(actions), json!({ "a": 5 }), "{odd}");
    }
    assert_eq!(Call::new().extractions().len() + Call::new().turns().len(), 0);
}
