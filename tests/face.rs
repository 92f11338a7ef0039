//! The client as Rust front ends use it: R3 to R17 of what was found on 0.1.0, each test named after its row.
//!
//! Length: one test after the other, on one client.
#![cfg(all(target_arch = "wasm32", target_os = "unknown"))]
// A failed unwrap is a failed test, and nothing is cut out of what tests run in.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods)]

use core::time::Duration;
use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

use futures_util::{StreamExt as _, join};
use js_sys::{Array, Function, Promise, Reflect};
use serde_json::{Value, json};
use synthflow_wasm::client::Method;
use synthflow_wasm::resources::agents::{CreateAgent, ListAgents, UpdateAgent};
use synthflow_wasm::resources::calls::{Call, CallStatus, CreateCall, FindPlaced, ListCalls, WaitOptions};
use synthflow_wasm::resources::simulation_cases::{GenerateSimulationCases, SimulationTest};
use synthflow_wasm::{ApiKey, Client, ClientOptions, ErrorKind, LogLevel, Outcome, Region, RequestOptions};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use wasm_bindgen_test::wasm_bindgen_test;

/// A client whose `fetch` runs a script with `url`, `init` and the number of the request, and notes what was sent.
fn client(sent: &Array, script: &str) -> Client {
    let make = Function::new_with_args(
        "sent",
        &format!("return async (url, init) => {{ const index = sent.push([url, init]) - 1; {script} }}"),
    );
    let fetch: Function = make.call1(&JsValue::UNDEFINED, sent).unwrap().unchecked_into();
    Client::with_options(ClientOptions::new("test").fetch(fetch).log_level(LogLevel::Off)).unwrap()
}

fn body(sent: &Array, index: u32) -> Value {
    let init = Array::from(&sent.get(index)).get(1);
    serde_json::from_str(&Reflect::get(&init, &"body".into()).unwrap().as_string().unwrap()).unwrap()
}

async fn sleep(milliseconds: u32) {
    let wait = Function::new_with_args("ms", "return new Promise((done) => setTimeout(done, ms))");
    let promise = wait.call1(&JsValue::UNDEFINED, &milliseconds.into()).unwrap();
    JsFuture::from(Promise::from(promise)).await.unwrap();
}

#[wasm_bindgen_test]
async fn r3_futures_of_handles_can_be_kept_joined_and_spawned() {
    let sent = Array::new();
    let client = client(&sent, "return Response.json({});");
    let kept = client.agents().delete("x");
    let (agents, calls) = join!(
        client.agents().list(&ListAgents::new()),
        client.calls().list(&ListCalls::new().model_id("m")),
    );
    assert!(agents.unwrap().data.is_empty() && calls.unwrap().data.is_empty());
    kept.await.unwrap();
    let done = Rc::new(RefCell::new(false));
    let (request, flag) = (client.agents().delete("y"), Rc::clone(&done));
    spawn_local(async move {
        request.await.unwrap();
        *flag.borrow_mut() = true;
    });
    sleep(20).await;
    assert!(*done.borrow());
    assert_eq!(sent.length(), 4);
}

#[wasm_bindgen_test]
async fn r3_waits_searches_and_next_pages_can_be_kept_without_what_they_were_made_of() {
    let sent = Array::new();
    let script = "const [id, next] = [sent.length, url.includes('offset')];
        const pagination = { total_records: 2, limit: 1, offset: next ? 1 : 0 };
        return Response.json(/calls\\/c$/.test(url)
            ? { response: { calls: [{ call_id: 'c', status: 'completed' }] } }
            : { response: { calls: [{ call_id: `c${id}`, lead_phone_number: '+14155550123' }], pagination } });";
    let client = client(&sent, script);
    let wait = client.calls().wait(&String::from("c"), WaitOptions::new());
    let found = client.calls().find_placed(&FindPlaced::new("m", "+14155550123", 1_767_225_600_000));
    let page = client.calls().list(&ListCalls::new().model_id("m").limit(1)).await.unwrap();
    let next = page.next();
    drop((page, client));
    assert_eq!(next.await.unwrap().unwrap().data.len(), 1);
    assert_eq!(wait.await.unwrap().call_id.as_deref(), Some("c"));
    assert_eq!(found.await.unwrap().calls().len(), 2);
}

#[wasm_bindgen_test]
async fn r3_nothing_is_sent_before_it_is_awaited_and_nothing_of_what_is_changed_later() {
    let sent = Array::new();
    let client = client(&sent, "return Response.json({ model_id: 'm' });");
    drop(client.agents().delete("x"));
    let mut agent = UpdateAgent::new().name("before");
    let request = client.agents().update("m", &agent);
    agent.name = Some("after".to_owned());
    sleep(5).await;
    assert_eq!(sent.length(), 0);
    request.await.unwrap();
    assert_eq!(body(&sent, 0)["name"], "before");
}

#[wasm_bindgen_test]
async fn r4_dropping_a_request_or_a_stream_aborts_it() {
    let sent = Array::new();
    let script = "return index ? new Response(new ReadableStream({ pull(c) { c.enqueue(new TextEncoder().encode('{}\\n')) } }))
        : new Promise(() => {});";
    let client = client(&sent, script);
    let is_aborted = |index: u32| {
        let signal = Reflect::get(&Array::from(&sent.get(index)).get(1), &"signal".into()).unwrap();
        Reflect::get(&signal, &"aborted".into()).unwrap().is_truthy()
    };
    let mut request = Box::pin(async { client.agents().delete("x").await });
    assert!(futures_util::poll!(&mut request).is_pending());
    assert!(!is_aborted(0));
    drop(request);
    assert!(is_aborted(0));
    let cases = GenerateSimulationCases::new().agent_id("m").include_tests([SimulationTest::AngryUser]);
    let mut stream = client.simulation_cases().generate(&cases).await.unwrap();
    assert!(stream.next().await.unwrap().is_some());
    assert!(!is_aborted(1));
    drop(stream);
    assert!(is_aborted(1));
}

#[wasm_bindgen_test]
async fn r6_items_that_do_not_fit_are_skipped_and_kept() {
    let sent = Array::new();
    let client = client(
        &sent,
        "return Response.json({ calls: [{ call_id: 'a', labels: ['x', 3], duration: 'soon' }, null, 'text', { call_id: 'b' }] });",
    );
    let page = client.calls().list(&ListCalls::new().model_id("m")).await.unwrap();
    assert_eq!(
        page.data.iter().map(|call| call.call_id.as_deref()).collect::<Vec<_>>(),
        [Some("a"), Some("b")]
    );
    assert_eq!(page.skipped, [Value::Null, json!("text")]);
    assert_eq!(page.data[0].extra["labels"], json!(["x", 3]));
}

#[wasm_bindgen_test]
async fn r7_what_was_read_can_be_written() {
    let sent = Array::new();
    let client = client(
        &sent,
        "return Response.json({ model_id: 'm', name: 'A', agent: { prompt: 'P', brand_new: { a: 1 } }, newer: 2 });",
    );
    let read: Value = client.request(Method::Get, "/assistants/m", None).await.unwrap();
    let mut agent: UpdateAgent = serde_json::from_value(read).unwrap();
    agent.name = Some("B".to_owned());
    client.agents().update("m", &agent).await.unwrap();
    assert_eq!(body(&sent, 1)["newer"], 2);
    assert_eq!(body(&sent, 1)["agent"]["brand_new"]["a"], 1);
    assert_eq!(body(&sent, 1)["name"], "B");
}

#[wasm_bindgen_test]
async fn r8_a_client_without_a_key_is_one_for_a_proxy() {
    let error = Client::new("").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Synthflow);
    assert!(Client::with_options(ClientOptions::without_key("/synthflow")).is_ok());
    // Synthflow itself has no use for a request without a key.
    for options in [
        ClientOptions::new(ApiKey::None).region(Region::Us),
        ClientOptions::without_key("https://api.synthflow.ai/v2"),
    ] {
        let client = Client::with_options(options.log_level(LogLevel::Off)).unwrap();
        let error = client.agents().delete("m").await.unwrap_err();
        assert!(error.message().contains("needs an api_key"), "{error}");
        assert_eq!(error.outcome(), Outcome::NotSent);
    }
}

#[wasm_bindgen_test]
async fn r14_setters_take_options_of_all_that_they_take() {
    let name: Option<&str> = Some("A");
    let contact = CreateCall::new().name(name).phone(Some(String::from("+14155550123"))).model_id(Some("m"));
    assert_eq!(contact.name.as_deref(), Some("A"));
    let contact = contact.name(Box::<str>::from("B")).greeting(std::borrow::Cow::from("C"));
    assert_eq!((contact.name.as_deref(), contact.greeting.as_deref()), (Some("B"), Some("C")));
    assert_eq!(contact.greeting(None::<&str>).greeting, None);
    let list = ListCalls::new().limit(Some(5u32)).offset(3i16).call_status(Some("completed"));
    assert_eq!((list.limit, list.offset, list.call_status), (Some(5), Some(3), Some(CallStatus::Completed)));
    let list = ListCalls::new().from_date(Some("2026-04-01")).to_date(String::from("2026-05-01"));
    assert!(list.from_date.is_some() && list.to_date.is_some());
}

#[wasm_bindgen_test]
async fn r9_errors_have_the_names_that_rust_has() {
    let sent = Array::new();
    let client = client(&sent, "return Response.json({});");
    let params = json!({ "phone_numbers": 5 });
    let error = synthflow_wasm::validate("agents.attach_phone_numbers", &params).unwrap();
    assert!(!error.is_empty());
    let error = client.agents().create(&CreateAgent::new()).await.unwrap_err();
    assert!(error.message().starts_with("agents.create was not sent"), "{error}");
    let error = client.agents().detach_phone_number("m", "").await.unwrap_err();
    assert!(error.message().starts_with("agents.detach_phone_number: phone_number_slug"), "{error}");
    let options = RequestOptions::new().max_retries(1000);
    let error = client.agents().delete("m").with_options(options).await.unwrap_err();
    assert!(error.message().contains("max_retries"), "{error}");
    assert_eq!(sent.length(), 0);
}

#[wasm_bindgen_test]
async fn r11_a_list_is_a_stream_of_the_items_of_all_pages() {
    let sent = Array::new();
    let script = "const assistants = index < 2 ? [{ model_id: `${index}a` }, { model_id: `${index}b` }] : [{ model_id: 'last' }];
        return Response.json({ assistants, pagination: { total_records: 5 } });";
    let client = client(&sent, script);
    let all: Vec<_> = client.agents().list(&ListAgents::new().limit(2)).into_stream().collect().await;
    let ids: Vec<_> = all.into_iter().map(|agent| agent.unwrap().model_id.unwrap()).collect();
    assert_eq!(ids, ["0a", "0b", "1a", "1b", "last"]);
    assert_eq!(sent.length(), 3);
    let client = self::client(&Array::new(), script);
    let some = client.agents().list(&ListAgents::new()).into_stream().collect_up_to(3).await.unwrap();
    assert_eq!(some.len(), 3);
}

#[wasm_bindgen_test]
async fn w2_a_page_counts_from_where_it_says_that_it_begins() {
    let script = "const asked = Number(new URL(url).searchParams.get('offset') ?? 0);
        const at = asked - asked % 3, offset = STATED;
        const assistants = Array.from({ length: Math.min(4, 20 - at) }, (_, index) => ({ model_id: `${at + index}` }));
        return Response.json({ assistants, pagination: { total_records: 20, limit: 4, offset } });";
    let list = |stated| {
        let client = client(&Array::new(), &script.replace("STATED", stated));
        client.agents().list(&ListAgents::new()).into_stream()
    };
    let all: Vec<_> = list("at").collect().await;
    let ids: HashSet<_> = all.into_iter().map(|agent| agent.unwrap().model_id.unwrap()).collect();
    assert_eq!(ids.len(), 20);
    let mut stream = list("asked + 4");
    for _ in 0..4 {
        assert!(stream.next().await.unwrap().is_some());
    }
    let error = stream.next().await.unwrap_err();
    assert!(error.message().ends_with("the response does not say where it begins"), "{error}");
}

#[wasm_bindgen_test]
async fn r11_a_stream_ends_after_its_first_error() {
    let sent = Array::new();
    let script = "return index ? Response.json({ detail: 'no' }, { status: 404 })
        : Response.json({ assistants: [{}], pagination: { total_records: 5 } });";
    let mut stream = client(&sent, script).agents().list(&ListAgents::new()).into_stream();
    assert!(stream.next().await.unwrap().is_some());
    assert_eq!(stream.next().await.unwrap_err().status(), Some(404));
    assert!(stream.next().await.unwrap().is_none());
    assert_eq!(sent.length(), 2);
}

#[wasm_bindgen_test]
async fn r11_ndjson_is_streamed() {
    let sent = Array::new();
    let script = r#"
        const parts = ['\ufeff{"name":"a"}\n{"na', 'me":"ä"}\n\n', '5\n{"name":"c"}'];
        const bytes = parts.map((part) => new TextEncoder().encode(part));
        // The second letter of ä in a chunk of its own.
        const split = [bytes[0], bytes[1].slice(0, 6), bytes[1].slice(6), bytes[2]];
        let open = 0;
        return new Response(new ReadableStream({ pull(c) { open < split.length ? c.enqueue(split[open++]) : c.close() } }));"#;
    let cases = GenerateSimulationCases::new().agent_id("m").include_tests([SimulationTest::AngryUser]);
    let mut stream = client(&sent, script).simulation_cases().generate(&cases).await.unwrap();
    let mut names = Vec::new();
    while let Some(case) = stream.next().await.unwrap() {
        names.push(serde_json::to_value(&case).unwrap()["name"].clone());
    }
    assert_eq!(names, ["a", "ä", "c"]);
    assert_eq!(stream.skipped(), [json!(5)]);
    let broken = client(&sent, "return new Response('{\"name\": 1}\\n<html>');");
    let mut stream = broken.simulation_cases().generate(&cases).await.unwrap();
    let error = loop {
        match stream.next().await {
            Ok(Some(_)) => {}
            Ok(None) => panic!("no error"),
            Err(error) => break error,
        }
    };
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Response, Outcome::Unknown));
}

#[wasm_bindgen_test]
async fn r11_any_route_can_be_requested() {
    let sent = Array::new();
    let client = client(&sent, "return Response.json({ status: 'ok', response: { id: 1 } });");
    let made: Value = client.request(Method::Post, "/new", Some(&json!({ "a": 1 }))).await.unwrap();
    assert_eq!(made, json!({ "id": 1 }));
    assert_eq!(body(&sent, 0), json!({ "a": 1 }));
    for path in ["new", "/../x", "/a?b", "//evil.example"] {
        client.request::<Value>(Method::Get, path, None).await.unwrap_err();
    }
    assert_eq!(sent.length(), 1);
}

#[wasm_bindgen_test]
async fn r11_a_wait_reports_each_new_status() {
    let sent = Array::new();
    let script = "return Response.json({ call_id: 'c', call_status: ['queue', 'queue', 'in-progress', 'completed'][index] });";
    let client = client(&sent, script);
    let mut seen = Vec::new();
    let options = WaitOptions::new().interval(Duration::from_millis(1));
    let options = options.on_change(|call: &Call| seen.push(call.call_status.as_ref().unwrap().to_string()));
    client.calls().wait("c", options).await.unwrap();
    assert_eq!(seen, ["queue", "in-progress", "completed"]);
}

#[wasm_bindgen_test]
async fn w8_w9_calls_have_a_status_and_numbers_under_either_name() {
    let sent = Array::new();
    let call = "{ call_id: 'c', call_status: 'completed', duration: '25' }";
    let client = client(&sent, &format!("return Response.json({{ response: {{ calls: [{call}] }} }});"));
    let got = client.calls().get("c").await.unwrap();
    let listed = client.calls().list(&ListCalls::new().model_id("m")).await.unwrap().data;
    let waited = client.calls().wait("c", WaitOptions::new()).await.unwrap();
    for call in listed.iter().chain([&got, &waited]) {
        assert_eq!(call.status.as_ref().map(CallStatus::as_str), Some("completed"));
        assert_eq!(call.duration, Some(25));
    }
}

#[wasm_bindgen_test]
async fn r15_numbers_that_javascript_cannot_hold_are_refused() {
    let sent = Array::new();
    let client = client(&sent, "return Response.json({});");
    let beyond = ListAgents::new().limit(9_007_199_254_740_993_i64);
    let error = client.agents().list(&beyond).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    for number in [f64::NAN, f64::INFINITY] {
        let mut agent = UpdateAgent::new();
        agent.agent = Some(serde_json::from_value(json!({})).unwrap());
        let settings = agent.agent.take().unwrap().voice_speed(number);
        let error = client.agents().update("m", &agent.agent(settings)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Validation, "{error}");
    }
    assert_eq!(sent.length(), 0);
}

#[wasm_bindgen_test]
async fn r17_responses_and_headers_are_those_of_gloo() {
    let sent = Array::new();
    let script =
        "return index === 2 ? Response.json({ detail: 'no' }, { status: 404, headers: { 'x-a': 'b' } })
        : index === 3 ? { ok: true, status: 200, text: async () => '{}' }
        : Response.json({ model_id: 'm' }, { headers: { 'x-a': 'b' } });";
    let client = client(&sent, script);
    let agent = UpdateAgent::new().name("A");
    let (saved, response) = client.agents().update("m", &agent).with_response().await.unwrap();
    assert_eq!(saved.model_id.as_deref(), Some("m"));
    assert_eq!(response.unwrap().headers().get("x-a").as_deref(), Some("b"));
    let response = client.agents().update("m", &agent).as_response().await.unwrap();
    assert_eq!((response.status(), response.body_used()), (200, false));
    let error = client.agents().update("m", &agent).await.unwrap_err();
    assert_eq!(error.headers().unwrap().get("x-a").as_deref(), Some("b"));
    // A mock is no Response of the host: the data is had, the object is not.
    let (_, response) = client.agents().update("m", &agent).with_response().await.unwrap();
    assert!(response.is_none());
}
