//! Verifying webhooks in Rust: what the package refuses is refused.
#![cfg(all(feature = "webhooks", not(target_arch = "wasm32")))]
// A failed unwrap is a failed test, and nothing is cut out of what tests run in.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::disallowed_macros)]

use synthflow_wasm::webhooks::{Event, WebhookErrorReason, sign, unwrap};

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
fn what_is_not_from_synthflow_is_refused() {
    let right = sign("c1", SECRET);
    let other = sign("c2", SECRET);
    let signed = [("synthflow_signature", right.as_str())];
    let body = r#"{"call": {"call_id": "c1"}}"#;
    assert_eq!(reason(body, &signed, &[SECRET]), None);
    assert_eq!(reason(body, &signed, &[]), Some(WebhookErrorReason::Secret));
    assert_eq!(reason(body, &signed, &[SECRET, ""]), Some(WebhookErrorReason::Secret));
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
