//! Safety of the typed client: the rows that concern Rust users, as wasm in Node.
//!
//! Length: one or two tests for each row.
#![cfg(target_arch = "wasm32")]
// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]
#![allow(clippy::disallowed_macros)]

use core::time::Duration;

use js_sys::{Array, Function, Promise, Reflect};
use synthflow_wasm::resources::agents::{GetAgent, ListAgents};
use synthflow_wasm::resources::calls::{CreateCall, WaitOptions};
use synthflow_wasm::{ApiKey, Client, ClientOptions, ErrorKind, LogLevel, Outcome, RequestOptions};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::AbortController;

const KEY: &str = "sk-live-0123456789abcdef";

/// A `fetch` that adds `[url, init]` to the array `sent` and runs the body, which returns a response or throws.
fn fetch(sent: &Array, body: &str) -> Function {
    let make = Function::new_with_args(
        "sent",
        &format!("return async (url, init) => {{ const index = sent.push([url, init]) - 1; {body} }}"),
    );
    make.call1(&JsValue::UNDEFINED, sent).unwrap().unchecked_into()
}

fn options(fetch: Function) -> ClientOptions {
    ClientOptions::new(KEY).fetch(fetch).log_level(LogLevel::Off)
}

fn client(sent: &Array, body: &str) -> Client {
    Client::with_options(options(fetch(sent, body))).unwrap()
}

fn call() -> CreateCall {
    CreateCall::new().model_id("m").name("Sam").phone("+14155550100")
}

async fn sleep(milliseconds: u32) {
    let wait = Function::new_with_args("ms", "return new Promise((done) => setTimeout(done, ms))");
    let promise = wait.call1(&JsValue::UNDEFINED, &milliseconds.into()).unwrap();
    JsFuture::from(Promise::from(promise)).await.unwrap();
}

fn signal_of(controller: &JsValue) -> JsValue {
    Reflect::get(controller, &"signal".into()).unwrap()
}

fn controller() -> AbortController {
    AbortController::new().unwrap()
}

#[wasm_bindgen_test]
async fn s6_a_response_that_cannot_be_read_is_unknown_with_what_is_known() {
    for body in [
        r#"{"status": "ok", "response": "Successful"}"#,
        "7",
        "[]",
        "null",
        "{}",
        r#"{"call_id": ""}"#,
        r#""\ud800""#,
        r#"{"status": "ok", "response": {"eta": 5}}"#,
    ] {
        let sent = Array::new();
        let script = format!("return new Response({});", serde_json::to_string(body).unwrap());
        let error = client(&sent, &script).calls().create(&call()).await.unwrap_err();
        let known = (error.kind(), error.outcome(), error.attempts(), error.status());
        assert_eq!(
            known,
            (ErrorKind::Response, Outcome::Unknown, 1, Some(200)),
            "{body}: {}",
            error.message()
        );
        assert_eq!(sent.length(), 1, "{body}");
    }
}

#[wasm_bindgen_test]
async fn s6_a_field_of_another_type_or_a_read_that_cannot_be_read_is_no_failure_to_send() {
    // An array instead of an object: serde refuses it, after a delivery.
    let sent = Array::new();
    let error = client(&sent, "return new Response('[1]');").agents().delete("a").await.unwrap_err();
    assert_eq!(
        (error.outcome(), error.attempts(), error.status()),
        (Outcome::Unknown, 1, Some(200)),
        "{}",
        error.message()
    );
    assert_eq!(sent.length(), 1);
}

#[wasm_bindgen_test]
async fn s40_a_deeply_nested_response_is_unknown_after_one_delivery() {
    let sent = Array::new();
    let body =
        "return new Response('{\"call_id\":\"c\",\"deep\":' + '['.repeat(200) + ']'.repeat(200) + '}');";
    let error = client(&sent, body).calls().create(&call()).await.unwrap_err();
    assert_eq!((error.kind(), error.outcome(), error.attempts()), (ErrorKind::Response, Outcome::Unknown, 1));
    assert_eq!(sent.length(), 1);
}

#[wasm_bindgen_test]
async fn s40_a_dropped_future_closes_its_connection() {
    for stage in
        ["return new Promise(() => {});", "return { status: 200, text: () => new Promise(() => {}) };"]
    {
        let sent = Array::new();
        let client = client(&sent, stage);
        {
            let params = ListAgents::new();
            let list = client.agents();
            let mut future = Box::pin(list.list(&params));
            let waker = core::task::Waker::noop();
            let mut context = core::task::Context::from_waker(waker);
            // The first poll sends, the second reads the body.
            assert!(future.as_mut().poll(&mut context).is_pending());
            sleep(5).await;
            assert!(future.as_mut().poll(&mut context).is_pending());
            sleep(5).await;
        }
        let init = Reflect::get(&sent.get(0), &1.into()).unwrap();
        let aborted = Reflect::get(&signal_of(&init), &"aborted".into()).unwrap();
        assert!(aborted.is_truthy(), "{stage}");
        // The client still works.
        assert_eq!(sent.length(), 1);
    }
}

#[wasm_bindgen_test]
fn s14_nothing_that_is_printed_holds_the_key() {
    let sent = Array::new();
    let all = options(fetch(&sent, "")).header("authorization", "Bearer header-secret-0123");
    let request = RequestOptions::new().header("x-api-key", "request-secret-0123");
    let client = Client::with_options(all.clone()).unwrap().with_request_options(request.clone());
    for text in [
        format!("{all:?} {all:#?}"),
        format!("{client:?} {client:#?} {:?}", client.agents()),
        format!("{request:?} {:?}", ApiKey::Text(KEY.to_owned())),
    ] {
        for secret in [KEY, "header-secret-0123", "request-secret-0123"] {
            assert!(!text.contains(secret), "{text}");
        }
    }
}

#[wasm_bindgen_test]
async fn s14_a_page_and_an_error_hold_no_key() {
    let sent = Array::new();
    let body = "return index === 0 ? new Response('{\"assistants\": [{}], \"total\": 5}')
        : new Response(JSON.stringify({ detail: init.headers }), { status: 401 });";
    let client = client(&sent, body);
    let page = client.agents().list(&ListAgents::new()).await.unwrap();
    assert!(!format!("{page:?}").contains(KEY));
    let error = client.agents().get("a", &GetAgent::new()).await.unwrap_err();
    assert!(!format!("{error:?} {error}").contains(KEY), "{error:?}");
    assert!(format!("{error:?}").contains("[redacted]"), "{error:?}");
}

fn refused(change: impl FnOnce(ClientOptions) -> ClientOptions, option: &str) {
    let sent = Array::new();
    let error = Client::with_options(change(options(fetch(&sent, "")))).unwrap_err();
    assert!(error.message().contains(option), "{}", error.message());
}

#[wasm_bindgen_test]
fn s27_client_options_are_checked_as_in_javascript() {
    refused(|all| all.header("a", "b\r\nc: d"), "headers");
    refused(|all| all.header("a b", "c"), "headers");
    refused(|all| all.header("", "c"), "headers");
    refused(|all| all.timeout(Duration::ZERO), "client option timeout");
    refused(|all| all.max_retries(1_000_000_000), "client option max_retries");
    refused(|all| all.max_retries(101), "client option max_retries");
    refused(|all| all.base_url("http://example.com"), "client option base_url");
    refused(|_| ClientOptions::new(""), "client option api_key");
    refused(|_| ClientOptions::new("two words"), "client option api_key");
}

#[wasm_bindgen_test]
async fn s27_request_options_are_checked_before_anything_is_sent() {
    let sent = Array::new();
    let client = client(&sent, "return new Response('{}');");
    for options in [
        RequestOptions::new().timeout(Duration::ZERO),
        RequestOptions::new().max_retries(101),
        RequestOptions::new().header("a", "b\nc"),
    ] {
        let error = client.with_request_options(options).calls().create(&call()).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.outcome()),
            (ErrorKind::Synthflow, Outcome::NotSent),
            "{}",
            error.message()
        );
    }
    assert_eq!(sent.length(), 0);
}

#[wasm_bindgen_test]
async fn s23_s27_a_wait_ends_at_its_timeout_and_at_its_signal() {
    let sent = Array::new();
    let silent = client(&sent, "return new Promise(() => {});");
    let millis = Duration::from_millis;
    for (interval, timeout) in [(Duration::ZERO, millis(50)), (millis(50), Duration::ZERO)] {
        let error = silent
            .calls()
            .wait("c", WaitOptions::new().interval(interval).timeout(timeout))
            .await
            .unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{}", error.message());
    }
    let error = silent
        .calls()
        .wait("c", WaitOptions::new().interval(millis(5)).timeout(millis(40)))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{}", error.message());
    assert!(error.message().contains("no status of the call within 40 ms"), "{}", error.message());
    let init = Reflect::get(&sent.get(0), &1.into()).unwrap();
    assert!(Reflect::get(&signal_of(&init), &"aborted".into()).unwrap().is_truthy(), "the look goes on");
    let controller = controller();
    let options = RequestOptions::new().signal(&controller.signal());
    let waiting = silent.with_request_options(options);
    let stop = async {
        sleep(20).await;
        controller.abort();
    };
    let wait =
        waiting.calls().wait("c", WaitOptions::new().interval(millis(5)).timeout(Duration::from_secs(60)));
    let (error, ()) = futures_join(wait, stop).await;
    assert_eq!(error.unwrap_err().kind(), ErrorKind::Abort);
}

/// Runs both futures concurrently.
async fn futures_join<A, B>(one: impl Future<Output = A>, other: impl Future<Output = B>) -> (A, B) {
    let (mut one, mut other) = (Box::pin(one), Box::pin(other));
    let (mut left, mut right) = (None, None);
    core::future::poll_fn(|context| {
        if left.is_none()
            && let core::task::Poll::Ready(value) = one.as_mut().poll(context)
        {
            left = Some(value);
        }
        if right.is_none()
            && let core::task::Poll::Ready(value) = other.as_mut().poll(context)
        {
            right = Some(value);
        }
        if left.is_some() && right.is_some() {
            core::task::Poll::Ready(())
        } else {
            core::task::Poll::Pending
        }
    })
    .await;
    (left.unwrap(), right.unwrap())
}

#[wasm_bindgen_test]
async fn s35_an_abort_in_the_same_turn_sends_nothing() {
    let sent = Array::new();
    let controller = controller();
    let options = RequestOptions::new().signal(&controller.signal());
    let client = client(&sent, "return new Response('{\"call_id\": \"c\"}');").with_request_options(options);
    let (error, ()) = futures_join(
        async {
            let params = call();
            client.calls().create(&params).await
        },
        async { controller.abort() },
    )
    .await;
    let error = error.unwrap_err();
    assert_eq!((error.kind(), error.outcome(), error.attempts()), (ErrorKind::Abort, Outcome::NotSent, 0));
    assert_eq!(sent.length(), 0);
}

#[wasm_bindgen_test]
async fn s25_many_requests_share_one_listener_of_a_signal() {
    let sent = Array::new();
    let silent = client(&sent, "return new Promise(() => {});");
    let counted = Function::new_no_args(
        "let open = 0, most = 0;
         return { aborted: false, most: () => [open, most],
           addEventListener() { open += 1; most = Math.max(most, open); }, removeEventListener() { open -= 1; } }",
    );
    let signal = counted.call0(&JsValue::UNDEFINED).unwrap();
    let options = RequestOptions::new()
        .signal(signal.unchecked_ref())
        .timeout(Duration::from_millis(30))
        .max_retries(0);
    let client = silent.with_request_options(options);
    let mut all: Vec<_> = (0..20)
        .map(|_| {
            let client = client.clone();
            Box::pin(async move { client.agents().delete("a").await.unwrap_err() })
        })
        .collect();
    core::future::poll_fn(|context| {
        all.retain_mut(|one| one.as_mut().poll(context).is_pending());
        if all.is_empty() { core::task::Poll::Ready(()) } else { core::task::Poll::Pending }
    })
    .await;
    let most: Function = Reflect::get(&signal, &"most".into()).unwrap().unchecked_into();
    let counts = Array::from(&most.call0(&signal).unwrap());
    assert_eq!((counts.get(0).as_f64(), counts.get(1).as_f64()), (Some(0.0), Some(1.0)));
}

#[wasm_bindgen_test]
async fn s22_a_list_that_repeats_itself_ends() {
    // Without a total, a repeated page is the end; with one, it is an error.
    for (body, total) in [
        ("'{\"assistants\": [{\"model_id\": \"a\"}]}'", false),
        ("'{\"assistants\": [{\"model_id\": \"a\"}], \"pagination\": {\"total_records\": 9}}'", true),
    ] {
        let sent = Array::new();
        let client = client(&sent, &format!("return new Response({body});"));
        let page = client.agents().list(&ListAgents::new().limit(1)).await.unwrap();
        let next = page.next().await;
        if total {
            assert_eq!(next.unwrap_err().kind(), ErrorKind::Response);
        } else {
            let next = next.unwrap().unwrap();
            assert!(next.data.is_empty() && !next.has_next());
        }
    }
}

#[wasm_bindgen_test]
async fn s3_s34_only_what_definitely_had_no_effect_is_retried() {
    let sent = Array::new();
    let lost = "throw new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code: 'ECONNREFUSED' }) });";
    let error = client(&sent, lost).calls().create(&call()).await.unwrap_err();
    assert_eq!((error.outcome(), error.attempts(), sent.length()), (Outcome::Unknown, 1, 1));
    for (status, body) in
        [(429, "<html>"), (403, ""), (407, "no"), (413, "[]"), (404, "{\"message\": \"no\"}")]
    {
        let sent = Array::new();
        let script = format!("return new Response('{body}', {{ status: {status} }});");
        let error = client(&sent, &script).calls().create(&call()).await.unwrap_err();
        assert_eq!(
            (error.outcome(), error.attempts(), sent.length()),
            (Outcome::Unknown, 1, 1),
            "{status} {body}"
        );
    }
    // A proxy's status for a client that disconnected: the API may still process the request.
    let sent = Array::new();
    let gone = client(&sent, "return new Response('{\"detail\": \"gone\"}', { status: 499 });");
    assert_eq!(gone.calls().create(&call()).await.unwrap_err().outcome(), Outcome::Unknown);
    let sent = Array::new();
    let error = client(&sent, "return new Response('{\"detail\": \"no\"}', { status: 403 });");
    assert_eq!(error.calls().create(&call()).await.unwrap_err().outcome(), Outcome::Refused);
}

#[wasm_bindgen_test]
async fn s9_every_request_bypasses_caches() {
    let sent = Array::new();
    let client = client(&sent, "return new Response('{\"call_id\": \"c\", \"assistants\": []}');");
    client.calls().create(&call()).await.unwrap();
    client.agents().list(&ListAgents::new()).await.unwrap();
    client.agents().delete("a").await.unwrap();
    for index in 0..3 {
        let init = Reflect::get(&sent.get(index), &1.into()).unwrap();
        assert_eq!(Reflect::get(&init, &"cache".into()).unwrap(), "no-store");
    }
}
