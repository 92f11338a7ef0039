//! Verifying webhooks in Rust: what the package refuses is refused.
#![cfg(all(feature = "webhooks", not(target_arch = "wasm32")))]
// A failed unwrap is a failed test, and nothing is cut out of what tests run in.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::disallowed_macros)]

use synthflow_wasm::schema::{Declared, TypeDeclaration};
use synthflow_wasm::webhooks::{
    CHECK_NUMBER, Event, OUTSIDE_CALL, PostCallEvent, WebhookErrorReason, parse, sign, unwrap,
    unwrap_with_unsigned_inbound,
};

const SECRET: &str = "whsec";

fn reason(body: &str, headers: &[(&str, &str)], secrets: &[&str]) -> Option<WebhookErrorReason> {
    unwrap(body.as_bytes(), headers.iter().copied(), secrets).err().map(|error| error.reason())
}

#[test]
fn a_signature_is_the_one_of_node() {
    // node -p 'crypto.createHmac("sha256", "whsec").update("c1").digest("base64")'
    assert_eq!(sign("c1", SECRET), "P+Pz8ryg0UU/Y4NLaPdtkawMOIbCzVHeYdkuRi058X8=");
}

#[test]
fn events_are_read() {
    let signature = sign("c1", SECRET);
    let headers = || [("X-Synthflow-Signature", signature.as_str())];
    let body = br#"{"status": "completed", "call": {"call_id": "c1", "brand_new": 1}}"#;
    let Ok(Event::PostCall(event)) = unwrap(body, headers(), &["old", SECRET]) else { panic!("post-call") };
    assert_eq!(event.call.unwrap().extra["brand_new"], 1);
    let body = br#"{"event": "call_inbound", "call_inbound": {"call_id": "c1"}}"#;
    let Ok(Event::InboundCall(event)) = unwrap(body, headers(), &[SECRET]) else { panic!("inbound") };
    assert_eq!(event.call_inbound.unwrap().call_id.as_deref(), Some("c1"));
}

#[test]
fn texts_that_rust_cannot_have_are_read_as_javascript_reads_them() {
    let signature = sign("c1", SECRET);
    let transcript = |body: &str| {
        let headers = [("synthflow-signature", signature.as_str())];
        let Ok(Event::PostCall(event)) = unwrap(body.as_bytes(), headers, &[SECRET]) else {
            panic!("{body}")
        };
        event.call.unwrap().transcript.unwrap()
    };
    for (escaped, is) in [
        (r"\ud83d", "\u{fffd}"),
        (r"a\uDE00b", "a\u{fffd}b"),
        (r"\ud83d\ud83d\ude00", "\u{fffd}\u{1f600}"),
        (r"\ud83d\u0041", "\u{fffd}A"),
        (r"\\ud83d\ud83d", "\\ud83d\u{fffd}"),
        (r"\ude00\n\ud83d\ude00\ud83d", "\u{fffd}\n\u{1f600}\u{fffd}"),
    ] {
        let body = format!(r#"{{"call": {{"call_id": "c1", "transcript": "{escaped}"}}}}"#);
        assert_eq!(transcript(&body), is, "{escaped}");
        assert_eq!(transcript(&format!("\u{feff}{body}")), is);
    }
    let cut = b"{\"call\": {\"call_id\": \"c1\", \"transcript\": \"a\xf0\x9f\"}}";
    let Ok(Event::PostCall(event)) = parse(cut) else { panic!("{cut:?}") };
    assert_eq!(event.call.unwrap().transcript.as_deref(), Some("a\u{fffd}"));
    for body in [r#"{"call": "\ud83d"#, r#"{"call": "\ud8"}"#, "\\", r#"{"a": "\ud83d\"#] {
        assert_eq!(parse(body.as_bytes()).unwrap_err().reason(), WebhookErrorReason::Body, "{body}");
    }
}

#[test]
fn what_is_not_from_synthflow_is_refused() {
    let right = sign("c1", SECRET);
    let other = sign("c2", SECRET);
    let signed = [("synthflow_signature", right.as_str())];
    let body = r#"{"call": {"call_id": "c1"}}"#;
    assert_eq!(reason(body, &signed, &[SECRET]), None);
    assert_eq!(reason(body, &signed, &[]), Some(WebhookErrorReason::Secret));
    assert_eq!(reason(body, &signed, &[SECRET, ""]), Some(WebhookErrorReason::Secret));
    for missing in [" ", "undefined", "null"] {
        assert_eq!(reason(body, &signed, &[SECRET, missing]), Some(WebhookErrorReason::Secret), "{missing}");
    }
    assert_eq!(reason(body, &signed, &["other"]), Some(WebhookErrorReason::Signature));
    assert_eq!(reason(body, &[], &[SECRET]), Some(WebhookErrorReason::Signature));
    assert_eq!(
        reason(body, &[("synthflow-signature", &other)], &[SECRET]),
        Some(WebhookErrorReason::Signature)
    );
    let both = [("synthflow-signature", right.as_str()), ("x-synthflow-signature", other.as_str())];
    assert_eq!(reason(body, &both, &[SECRET]), Some(WebhookErrorReason::Signature));
    let padded = right.trim_end_matches('=');
    assert_eq!(
        reason(body, &[("synthflow-signature", padded)], &[SECRET]),
        Some(WebhookErrorReason::Signature)
    );
    for (body, expected) in [
        ("", WebhookErrorReason::Body),
        ("[1]", WebhookErrorReason::Body),
        ("{}", WebhookErrorReason::CallId),
        (r#"{"call": 5}"#, WebhookErrorReason::CallId),
        (r#"{"event": 5, "call": {"call_id": "c1"}}"#, WebhookErrorReason::CallId),
        (r#"{"call": {"call_id": "c1"}, "call_id": "c2"}"#, WebhookErrorReason::CallId),
        (r#"{"call": {"call_id": "c1"}, "call_inbound": {"call_id": 1}}"#, WebhookErrorReason::CallId),
        (r#"{"call": {"call_id": ""}}"#, WebhookErrorReason::CallId),
    ] {
        assert_eq!(reason(body, &signed, &[SECRET]), Some(expected), "{body}");
    }
}

/// The payload of Synthflow's documentation.
const DOCUMENTED: &str = r#"{"event": "call_inbound", "call_inbound": {"model_id": "m", "from_number": "+14155550100", "to_number": "+14155550101"}}"#;

#[test]
fn w12_the_documented_inbound_event_is_returned_only_where_the_caller_says_so() {
    let error = unwrap(DOCUMENTED.as_bytes(), [], &[SECRET]).unwrap_err();
    assert_eq!(error.reason(), WebhookErrorReason::CallId);
    let message = format!("{error}");
    assert!(message.contains("unwrap_with_unsigned_inbound") && message.contains("secret in the URL"));
    let delivery = unwrap_with_unsigned_inbound(DOCUMENTED.as_bytes(), [], &[SECRET]).unwrap();
    assert!(!delivery.verified);
    let Event::InboundCall(event) = delivery.event else { panic!("inbound") };
    assert_eq!(event.call_inbound.unwrap().from_number.as_deref(), Some("+14155550100"));
    let nameless = r#"{"call_inbound": {"from_number": "+1"}}"#;
    let Ok(Event::InboundCall(event)) = parse(nameless.as_bytes()) else { panic!("inbound") };
    assert_eq!(event.event.unwrap().as_str(), "call_inbound");
}

#[test]
fn w12_what_has_an_id_is_verified_all_the_same() {
    let right = sign("c1", SECRET);
    let signed = [("synthflow-signature", right.as_str())];
    let inbound = r#"{"event": "call_inbound", "call_inbound": {"call_id": "c1"}}"#;
    assert!(unwrap_with_unsigned_inbound(inbound.as_bytes(), signed, &[SECRET]).unwrap().verified);
    let error = unwrap_with_unsigned_inbound(inbound.as_bytes(), [], &[SECRET]).unwrap_err();
    assert_eq!(error.reason(), WebhookErrorReason::Signature);
    // The id may be elsewhere, and an empty one is none.
    for body in [
        r#"{"event": "call_inbound", "call_inbound": {}, "call_id": "c1"}"#,
        r#"{"event": "call_inbound", "call_inbound": {"call_id": ""}, "call": {"call_id": "c1"}}"#,
    ] {
        let Ok(Event::InboundCall(event)) = unwrap(body.as_bytes(), signed, &[SECRET]) else {
            panic!("{body}")
        };
        assert_eq!(event.call_inbound.unwrap().call_id.as_deref(), Some("c1"));
        let error = unwrap(body.replace("c1", "c2").as_bytes(), signed, &[SECRET]).unwrap_err();
        assert_eq!(error.reason(), WebhookErrorReason::Signature);
    }
    let empty = br#"{"event": "call_inbound", "call_inbound": {"call_id": ""}}"#;
    assert!(!unwrap_with_unsigned_inbound(empty, signed, &[SECRET]).unwrap().verified);
    assert_eq!(unwrap(empty, signed, &[SECRET]).unwrap_err().reason(), WebhookErrorReason::CallId);
    for body in [
        r#"{"event": "call_inbound", "call_inbound": {"call_id": 5}}"#,
        r#"{"event": "call_inbound", "call_inbound": {"call_id": "c1"}, "call_id": "c2"}"#,
        r#"{"event": "call_inbound"}"#,
        r#"{"event": "another", "call_inbound": {}}"#,
        "{}",
    ] {
        let error = unwrap_with_unsigned_inbound(body.as_bytes(), signed, &[SECRET]).unwrap_err();
        assert_eq!(error.reason(), WebhookErrorReason::CallId, "{body}");
        assert_eq!(parse(body.as_bytes()).unwrap_err().reason(), WebhookErrorReason::CallId, "{body}");
    }
}

#[test]
fn w13_a_flat_event_gets_a_call_and_a_lead() {
    let flat = r#"{"call_id": "c1", "call_status": "completed", "duration": "25", "name": "Sam",
        "phone_number": "+14155550123", "error_message": "agent_goodbye", "brand_new": 7,
        "executed_actions": {"extract_info_a": {"return_value": "{\"a\": 1}"}}}"#;
    let Ok(Event::PostCall(event)) = parse(flat.as_bytes()) else { panic!("post-call") };
    let PostCallEvent { status, call, lead, executed_actions, extra, .. } = *event;
    let call = call.unwrap();
    assert_eq!(status.unwrap().as_str(), "completed");
    assert_eq!((call.call_id.as_deref(), call.duration), (Some("c1"), Some(25.0)));
    assert_eq!(call.status.unwrap().as_str(), "completed");
    assert!(call.extra.contains_key("brand_new") && !call.extra.contains_key("executed_actions"));
    assert_eq!(lead.unwrap().phone_number.as_deref(), Some("+14155550123"));
    assert_eq!(executed_actions.unwrap()["extract_info_a"].return_value.as_ref().unwrap()["a"], 1);
    assert!(extra.contains_key("brand_new") && extra.contains_key("call_id"));
    for (kind, number) in
        [("inbound", "+14155550101"), (" Inbound", "+14155550101"), ("outbound", "+14155550102")]
    {
        let body = format!(
            r#"{{"call_id": "c1", "type_of_call": "{kind}", "phone_number_from": "+14155550101", "phone_number_to": "+14155550102"}}"#
        );
        let Ok(Event::PostCall(event)) = parse(body.as_bytes()) else { panic!("post-call") };
        assert_eq!(event.lead.unwrap().phone_number.as_deref(), Some(number));
    }
    let given = r#"{"call_id": "c1", "call": null, "lead": {"name": "Ada"}, "lead_name": "Sam"}"#;
    let Ok(Event::PostCall(event)) = parse(given.as_bytes()) else { panic!("post-call") };
    assert_eq!(event.lead.unwrap().name.as_deref(), Some("Ada"));
}

#[test]
fn w13_what_is_outside_a_call_are_the_other_fields_of_an_event() {
    let TypeDeclaration::Model(event) = PostCallEvent::TYPE else { panic!("a model") };
    for field in event.fields {
        // The status is in both.
        assert_eq!(OUTSIDE_CALL.contains(&field.name), field.name != "status", "{}", field.name);
    }
}

#[test]
fn w14_check_requests_are_recognized() {
    for (body, expected) in [
        (DOCUMENTED.replace("+14155550100", CHECK_NUMBER), true),
        (DOCUMENTED.replace("+14155550101", CHECK_NUMBER), true),
        (DOCUMENTED.to_owned(), false),
        (r#"{"call_id": "c1", "phone_number": "+1123456789"}"#.to_owned(), true),
        (r#"{"call": {"call_id": "c1"}, "lead": {"phone_number": "+1123456789"}}"#.to_owned(), true),
        (r#"{"call": {"call_id": "c1", "phone_number_to": "+1123456789"}}"#.to_owned(), true),
        (r#"{"call": {"call_id": "c1"}, "lead": {"phone_number": "+11234567890"}}"#.to_owned(), false),
        (r#"{"call_id": "c1", "name": "+1123456789"}"#.to_owned(), false),
        (r#"{"lead": {"phone_number": "+1123456789"}}"#.to_owned(), true),
        (r#"{"lead": {"phone_number": "+1123456789"}, "call": {"status": "completed"}}"#.to_owned(), true),
    ] {
        assert_eq!(parse(body.as_bytes()).unwrap().is_check(), expected, "{body}");
    }
    let check = br#"{"lead": {"phone_number": "+1123456789"}}"#;
    assert_eq!(unwrap(check, [], &[SECRET]).unwrap_err().reason(), WebhookErrorReason::CallId);
}
