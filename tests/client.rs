//! The typed client, as wasm in Node, with a scripted `fetch` in each test.
#![cfg(target_arch = "wasm32")]
// A failed unwrap is a failed test, and nothing is removed from the builds that tests run in.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods)]

use core::time::Duration;

use js_sys::{Array, Function, JSON, Reflect};
use synthflow_wasm::resources::agents::{
    AgentSettings, AgentType, CreateAgent, GetAgent, ListAgents, UpdateAgent,
};
use synthflow_wasm::resources::calls::{CallStatus, CreateCall, ListCalls, WaitOptions};
use synthflow_wasm::{Client, ClientOptions, ErrorKind, LogLevel, Outcome, RequestOptions, Validation};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// A `fetch` that adds `[url, init]` to the array `sent` and runs the body, which returns a response or throws.
fn fetch(sent: &Array, body: &str) -> Function {
    let make = Function::new_with_args(
        "sent",
        &format!("return async (url, init) => {{ const index = sent.push([url, init]) - 1; {body} }}"),
    );
    make.call1(&JsValue::UNDEFINED, sent).unwrap().unchecked_into()
}

fn client(fetch: Function) -> Client {
    let options = ClientOptions::new("test").fetch(fetch).log_level(LogLevel::Off);
    Client::with_options(options).unwrap()
}

/// A field of the request at an index.
fn sent_field(sent: &Array, index: u32, name: &str) -> String {
    let init = Array::from(&sent.get(index)).get(1);
    Reflect::get(&init, &name.into()).unwrap().as_string().unwrap_or_default()
}

fn url(sent: &Array, index: u32) -> String {
    Array::from(&sent.get(index)).get(0).as_string().unwrap()
}

fn call() -> CreateCall {
    CreateCall::new().model_id("m").name("Sam").phone("+14155550100")
}

#[wasm_bindgen_test]
async fn a_typed_request_and_a_typed_response() {
    let sent = Array::new();
    let body = r#"return new Response('{"status": "ok", "response": {"model_id": "m1", "brand_new": 1}}');"#;
    let client = client(fetch(&sent, body));
    let agent = CreateAgent::new().r#type(AgentType::Widget).name("A").agent(AgentSettings::new());
    let saved = client.agents().create(&agent).await.unwrap();
    assert_eq!(saved.model_id.as_deref(), Some("m1"));
    assert_eq!(saved.extra["brand_new"], 1);
    assert_eq!(url(&sent, 0), "https://api.synthflow.ai/v2/assistants");
    assert_eq!(sent_field(&sent, 0, "method"), "POST");
    assert_eq!(sent_field(&sent, 0, "body"), r#"{"type":"widget","name":"A","agent":{}}"#);
}

#[wasm_bindgen_test]
async fn a_request_with_issues_is_not_sent() {
    let sent = Array::new();
    let client = client(fetch(&sent, "throw new Error('sent')"));
    let agent = CreateAgent::new().name("A").agent(AgentSettings::new().voice_speed(3.0));
    let error = client.agents().create(&agent).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Validation);
    let paths: Vec<&str> = error.issues().iter().map(|issue| issue.path.as_str()).collect();
    assert_eq!(paths, ["type", "agent.voice_speed"]);
    let error = client.calls().create(&call().phone("4155550100")).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    for id in ["..", "", " ", "\t\n", " . "] {
        let error = client.agents().get(id, &GetAgent::new()).await.unwrap_err();
        assert!(error.message().contains("expected the id"), "{}", error.message());
    }
    assert_eq!(sent.length(), 0);
    // Disabling validation takes one option.
    let off = RequestOptions::new().validation(Validation::Off);
    client.with_request_options(off).agents().create(&agent).await.unwrap_err();
    assert_eq!(sent.length(), 1);
    // But JSON would have null for a number that is none.
    for (number, validation) in [(f64::NAN, Validation::Off), (f64::INFINITY, Validation::Warn)] {
        let lenient = client.with_request_options(RequestOptions::new().validation(validation));
        let settings = UpdateAgent::new().agent(AgentSettings::new().voice_volume(number));
        let error = lenient.agents().update("m", &settings).await.unwrap_err();
        assert_eq!(error.message(), "the params cannot be sent: a number is not finite");
        assert_eq!(error.outcome(), Outcome::NotSent);
    }
    assert_eq!(sent.length(), 1);
}

#[wasm_bindgen_test]
async fn s38_an_id_that_was_rounded_is_none() {
    for id in ["9007199254740993", "12345678901234567890", "1.5"] {
        let script = format!("return new Response('{{\"response\":{{\"call_id\":{id}}}}}');");
        let error = client(fetch(&Array::new(), &script)).calls().create(&call()).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{id}");
    }
}

#[wasm_bindgen_test]
async fn pages_are_iterated() {
    let sent = Array::new();
    let body = r#"
        const offset = Number(new URL(url).searchParams.get("offset") ?? 0);
        const assistants = Array.from({ length: Math.min(20, 45 - offset) }, (_, at) => ({ model_id: `a${offset + at}` }));
        return new Response(JSON.stringify({ response: { pagination: { total_records: 45 }, assistants } }));"#;
    let client = client(fetch(&sent, body));
    let mut page = client.agents().list(&ListAgents::new()).await.unwrap();
    assert_eq!(page.total, Some(45.0));
    let mut ids: Vec<String> = Vec::new();
    loop {
        ids.extend(page.data.iter().filter_map(|agent| agent.model_id.clone()));
        let Some(next) = page.next().await.unwrap() else { break };
        page = next;
    }
    assert_eq!(ids.len(), 45);
    assert_eq!(ids.last().map(String::as_str), Some("a44"));
    assert_eq!(sent.length(), 3);
}

#[wasm_bindgen_test]
async fn a_call_whose_response_is_lost_is_delivered_once_and_a_read_three_times() {
    let sent = Array::new();
    let client =
        client(fetch(&sent, "throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });"));
    let error = client.calls().create(&call()).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.outcome(), error.attempts()),
        (ErrorKind::Connection, Outcome::Unknown, 1)
    );
    assert!(error.message().contains("check with calls.find_placed"), "{}", error.message());
    assert_eq!(sent.length(), 1);
    let error = client.calls().list(&ListCalls::new().model_id("m")).await.unwrap_err();
    assert_eq!(error.attempts(), 3);
    assert_eq!(sent.length(), 4);
}

#[wasm_bindgen_test]
async fn timeouts_and_aborts_settle() {
    let sent = Array::new();
    let client = client(fetch(&sent, "return new Promise(() => {});"));
    let short = RequestOptions::new().timeout(Duration::from_millis(20)).max_retries(0);
    let error = client.with_request_options(short).agents().get("a", &GetAgent::new()).await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Timeout, Outcome::Unknown));
    let signal = Function::new_no_args("return AbortSignal.timeout(20)").call0(&JsValue::UNDEFINED).unwrap();
    let aborted = RequestOptions::new().signal(signal.unchecked_ref());
    let error = client.with_request_options(aborted).calls().create(&call()).await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Abort, Outcome::Unknown));
    assert_eq!(sent.length(), 2);
}

#[wasm_bindgen_test]
async fn wait_polls_a_call_until_it_has_ended() {
    let sent = Array::new();
    let body = r#"
        const call_status = ["queue", "brand-new", "completed"][index];
        return new Response(JSON.stringify({ response: { calls: [{ call_id: "c", call_status }] } }));"#;
    let client = client(fetch(&sent, body));
    let call = client
        .calls()
        .wait("c", WaitOptions::new().interval(Duration::from_millis(1)).timeout(Duration::from_secs(10)))
        .await
        .unwrap();
    assert_eq!(call.call_status, Some(CallStatus::Completed));
    assert_eq!(sent.length(), 3);
}

#[wasm_bindgen_test]
async fn an_invalid_fetch_is_an_error_and_the_client_still_works() {
    let sent = Array::new();
    let body = r#"
        if (index === 0) return undefined;
        if (index === 1) throw null;
        if (index === 2) return { status: 200, text: () => "{cut" };
        return { status: 200, text: () => "{}" };"#;
    let client = client(fetch(&sent, body));
    let once = RequestOptions::new().max_retries(0);
    let client = client.with_request_options(once);
    for kind in [ErrorKind::Response, ErrorKind::Connection, ErrorKind::Response] {
        let error = client.agents().delete("a").await.unwrap_err();
        assert_eq!(error.kind(), kind, "{}", error.message());
    }
    client.agents().delete("a").await.unwrap();
    let error = client.agents().delete("").await.unwrap_err();
    assert!(JSON::stringify(error.body()).is_ok());
}

#[wasm_bindgen_test]
async fn r9_messages_name_options_as_rust_does() {
    let window = |value: &JsValue| Reflect::set(&js_sys::global(), &"window".into(), value).unwrap();
    window(&JSON::parse(r#"{ "document": {} }"#).unwrap());
    let in_a_page = Client::new("key-of-a-page").unwrap_err();
    window(&JsValue::UNDEFINED);
    let provider = ClientOptions::new(Function::new_no_args("return 5"));
    let no_key = Client::with_options(provider).unwrap().agents().delete("m").await.unwrap_err();
    let script = "return new Response('<html>', index
        ? { status: 429, headers: { 'retry-after': '3600', 'content-type': 'application/json' } } : {});";
    let client = client(fetch(&Array::new(), script));
    let html = client.agents().delete("m").await.unwrap_err();
    let later = client.agents().delete("m").await.unwrap_err();
    let options = RequestOptions::new().extra_body(&ListAgents::new().limit(1)).unwrap();
    let no_body = client.agents().delete("m").with_options(options).await.unwrap_err();
    for (error, name) in [
        (in_a_page, "ClientOptions::without_key"),
        (no_key, "api_key"),
        (html, "base_url"),
        (later, "max_retry_after"),
        (no_body, "extra_body"),
    ] {
        assert!(error.message().contains(name), "{error}");
    }
}
