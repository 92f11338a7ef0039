//! What a Rust user gets of a response that does not fit its type, of a stream that breaks, and of a raw response.
#![cfg(all(target_arch = "wasm32", target_os = "unknown"))]
// A failed unwrap is a failed test, and nothing is removed from the builds that tests run in.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods)]

use js_sys::{Array, Function, JSON, Reflect};
use synthflow_wasm::client::Method;
use synthflow_wasm::resources::agents::GetAgent;
use synthflow_wasm::resources::calls::{CreateCall, ListCalls};
use synthflow_wasm::resources::memory_stores::CreateMemoryStore;
use synthflow_wasm::resources::simulation_cases::{GenerateSimulationCases, SimulationTest};
use synthflow_wasm::{Client, ClientOptions, Error, ErrorKind, LogLevel, Outcome, RequestOptions};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const KEY: &str = "sk-live-0123456789";

/// A client whose `fetch` runs a script with `url` and `init`, and notes what was sent.
fn client(sent: &Array, script: &str) -> Client {
    let make = Function::new_with_args(
        "sent",
        &format!(
            "return async (url, init) => {{ const index = sent.push(init) - 1; const key = '{KEY}'; {script} }}"
        ),
    );
    let fetch: Function = make.call1(&JsValue::UNDEFINED, sent).unwrap().unchecked_into();
    Client::with_options(ClientOptions::new(KEY).fetch(fetch).log_level(LogLevel::Off)).unwrap()
}

/// Everything that an error shows.
fn shown(error: &Error) -> String {
    let body = JSON::stringify(error.body()).ok().and_then(|text| JsValue::from(text).as_string());
    let headers = error.headers().map(|headers| headers.entries().collect::<Vec<_>>());
    format!("{error} {error:?} {body:?} {headers:?}")
}

#[wasm_bindgen_test]
async fn w28_a_creation_has_its_id_under_its_name() {
    for (response, id) in
        [("{ memory_store_id: 'm' }", "m"), ("{ id: 7 }", "7"), ("{ memory_store_id: 7 }", "7")]
    {
        let script = format!("return Response.json({{ status: 'ok', response: {response} }});");
        let store =
            client(&Array::new(), &script).memory_stores().create(&CreateMemoryStore::new().title("A"));
        assert_eq!(store.await.unwrap().id.as_deref(), Some(id), "{response}");
    }
}

#[derive(serde::Deserialize, Debug)]
#[allow(dead_code)]
struct Report {
    runs: Vec<Run>,
}

#[derive(serde::Deserialize, Debug)]
#[allow(dead_code)]
struct Run {
    minutes: f64,
    by: std::collections::BTreeMap<String, bool>,
}

#[wasm_bindgen_test]
async fn an_error_about_a_wrong_type_does_not_show_the_key_that_the_response_repeats() {
    let sent = Array::new();
    let script = "const headers = { 'x-echo': key, 'x-request-id': 'r1' };
        return Response.json([key, { runs: [{ minutes: 1, by: {} }, { minutes: `${key}\\n`, by: {} }] },
            { runs: [{ minutes: 2, by: { [key]: 'no' } }] }][index], { headers });";
    let client = client(&sent, script);
    let whole = client.agents().get("m", &GetAgent::new()).await.unwrap_err();
    let number = client.request::<Report>(Method::Get, "/reports", None).await.unwrap_err();
    let name = client.request::<Report>(Method::Get, "/reports", None).await.unwrap_err();
    for error in [&whole, &number, &name] {
        assert_eq!((error.kind(), error.outcome()), (ErrorKind::Response, Outcome::Unknown));
        assert_eq!((error.status(), error.attempts()), (Some(200), 1));
        assert_eq!(error.request_id().as_deref(), Some("r1"));
        assert!(!shown(error).contains(KEY), "{}", shown(error));
        assert!(shown(error).contains("[redacted]"), "{}", shown(error));
    }
    let body: String = JSON::stringify(number.body()).unwrap().into();
    assert_eq!(body, r#"{"runs":[{"minutes":1,"by":{}},{"minutes":"[redacted]\n","by":{}}]}"#);
}

#[wasm_bindgen_test]
async fn an_error_about_a_wrong_type_names_the_path_and_what_is_there() {
    for (response, found) in [
        (r#"{ "runs": [] , "x": 1 }"#, None),
        ("5", Some("a number")),
        ("[5]", Some("`[0]` is a number")),
        ("{}", Some("an object without `runs`")),
        (r#"{ "runs": { "a": 1 } }"#, Some("`runs` is an object")),
        (r#"{ "runs": null }"#, Some("`runs` is null")),
        (
            r#"{ "runs": [{ "minutes": 1, "by": {} }, { "minutes": "private" }] }"#,
            Some("`runs[1].minutes` is a string"),
        ),
        (
            r#"{ "runs": [{ "minutes": 1, "x": [{ "y": "]" }], "by": true }] }"#,
            Some("`runs[0].by` is a boolean"),
        ),
        (
            r#"{ "runs": [{ "minutes": 1, "by": { "a\"b": true, "c": 5 } }] }"#,
            Some("`runs[0].by.c` is a number"),
        ),
        (r#"{ "runs": [{ "minutes": 1 }] }"#, Some("`runs[0]` is an object without `by`")),
    ] {
        let client = client(&Array::new(), &format!("return new Response(JSON.stringify({response}));"));
        let result = client.request::<Report>(Method::Get, "/reports", None).await;
        let message = result.err().map(|error| error.message().to_owned());
        let expected = found.map(|found| {
            let it = if found.starts_with('`') { "" } else { "it is " };
            format!("the response is not what is documented: {it}{found}")
        });
        assert_eq!(message, expected, "{response}");
    }
}

fn cases() -> GenerateSimulationCases {
    GenerateSimulationCases::new().agent_id("m").include_tests([SimulationTest::AngryUser])
}

/// The first error of a stream.
async fn error_of(client: &Client) -> Error {
    let mut stream = client.simulation_cases().generate(&cases()).await.unwrap();
    loop {
        match stream.next().await {
            Ok(Some(_)) => {}
            Ok(None) => panic!("no error"),
            Err(error) => break error,
        }
    }
}

#[wasm_bindgen_test]
async fn an_error_of_a_stream_has_the_attempts_and_the_status_of_its_request() {
    let long = "const chunk = new TextEncoder().encode('x'.repeat(1 << 20));
        return new Response(new ReadableStream({ pull(c) { c.enqueue(chunk); } }), { headers: { 'x-echo': key } });";
    let wrong = "return { status: 200, ok: true, headers: new Headers({ 'x-echo': key }),
        body: { getReader: () => ({ read: async () => ({ value: 5, done: false }) }) } };";
    // Without an end, nor a turn in which the time could end them.
    let empty = "return { status: 200, ok: true, headers: new Headers({ 'x-echo': key }),
        body: { getReader: () => ({ read: async () => ({ value: new Uint8Array(0), done: false }) }) } };";
    let nothing = "return { status: 200, ok: true, headers: new Headers({ 'x-echo': key }),
        body: { getReader: () => ({ read: async () => {} }) } };";
    for script in [long, wrong, empty, nothing] {
        // The first attempt is refused, which is no reason not to retry.
        let refused = "if (index === 0) return Response.json({ detail: 'later' }, { status: 429 });";
        let error = error_of(&client(&Array::new(), &format!("{refused} {script}"))).await;
        assert_eq!((error.kind(), error.outcome()), (ErrorKind::Response, Outcome::Unknown));
        assert_eq!((error.attempts(), error.status()), (2, Some(200)), "{error}");
        assert!(!shown(&error).contains(KEY), "{}", shown(&error));
    }
}

#[wasm_bindgen_test]
async fn the_items_before_a_line_that_is_none_arrive() {
    let script = r#"return new Response('{"name":"a"}\n\n{"name":"b"}\nnot json\n{"name":"c"}\n');"#;
    let client = client(&Array::new(), script);
    let mut stream = client.simulation_cases().generate(&cases()).await.unwrap();
    let mut names = Vec::new();
    let error = loop {
        match stream.next().await {
            Ok(case) => names.push(serde_json::to_value(case.unwrap()).unwrap()["name"].clone()),
            Err(error) => break error,
        }
    };
    assert_eq!(names, ["a", "b"]);
    assert_eq!(error.kind(), ErrorKind::Response);
}

#[wasm_bindgen_test]
async fn a_type_that_may_be_nothing_is_nothing_for_an_empty_response() {
    for script in ["return new Response('');", "return new Response(null, { status: 204 });"] {
        let client = client(&Array::new(), script);
        client.request::<()>(Method::Delete, "/x", None).await.unwrap();
        let text = client.request::<Option<String>>(Method::Delete, "/x", None).await.unwrap();
        assert_eq!(text, None);
    }
}

#[wasm_bindgen_test]
async fn an_id_that_is_a_number_is_its_text() {
    let client = client(&Array::new(), "return Response.json({ status: 'ok', response: { call_id: 5 } });");
    let call = CreateCall::new().model_id("m").phone("+14155550123").name("Sam");
    assert_eq!(client.calls().create(&call).await.unwrap().call_id.as_deref(), Some("5"));
}

#[wasm_bindgen_test]
async fn a_line_in_many_chunks_is_read_once() {
    // A line of 8 MB in 4,096 chunks, and several ends of lines in one chunk.
    let script = "const parts = ['{\"name\":\"', ...Array(4096).fill('x'.repeat(2048)), '\"}\\n{\"name\":\"b\"}\\n{\"na', 'me\":\"c\"}'];
        const encoder = new TextEncoder();
        let at = 0;
        return new Response(new ReadableStream({
            pull(c) { at < parts.length ? c.enqueue(encoder.encode(parts[at++])) : c.close(); } }));";
    let client = client(&Array::new(), script);
    let mut stream = client.simulation_cases().generate(&cases()).await.unwrap();
    let mut lengths = Vec::new();
    while let Some(case) = stream.next().await.unwrap() {
        let name = &serde_json::to_value(&case).unwrap()["name"];
        lengths.push(name.as_str().unwrap().len());
    }
    assert_eq!(lengths, [8 << 20, 1, 1]);
}

#[wasm_bindgen_test]
async fn the_signal_of_a_raw_response_ends_its_body() {
    let sent = Array::new();
    let script = "return new Response(new ReadableStream({ start(c) {
        init.signal.addEventListener('abort', () => c.error(init.signal.reason)); } }));";
    let client = client(&sent, script);
    let controller = web_sys::AbortController::new().unwrap();
    let options = RequestOptions::new().signal(&controller.signal());
    let response =
        client.agents().get("m", &GetAgent::new()).with_options(options).as_response().await.unwrap();
    let is_aborted = || {
        let signal = Reflect::get(&sent.get(0), &"signal".into()).unwrap();
        Reflect::get(&signal, &"aborted".into()).unwrap().is_truthy()
    };
    assert!(!is_aborted());
    controller.abort();
    assert!(is_aborted());
    assert!(response.text().await.is_err());
}

#[wasm_bindgen_test]
async fn s26_a_time_that_is_too_long_for_a_duration_is_none() {
    for (header, expected) in [("99999999999999999999999999", None), ("2", Some(2))] {
        let script = format!(
            "return Response.json({{}}, {{ status: 429, headers: {{ 'retry-after': '{header}' }} }});"
        );
        let client = client(&Array::new(), &script);
        let options = RequestOptions::new().max_retries(0);
        let error = client.agents().delete("m").with_options(options).await.unwrap_err();
        assert_eq!(error.retry_after().map(|time| time.as_secs()), expected);
    }
}

#[wasm_bindgen_test]
async fn r6_an_unpaired_surrogate_loses_nothing() {
    let script = r#"return new Response('{"calls":[{"call_id":"a","name":"\\ud83d","notes":"\\\\ud83d"},"\\udc00",{"call_id":"b","name":"\\ud83d\\ude00"}]}');"#;
    let client = client(&Array::new(), script);
    let page = client.calls().list(&ListCalls::new().model_id("m")).await.unwrap();
    let text = |index: usize, name: &str| page.data[index].extra.get(name).cloned();
    assert_eq!(page.data.len(), 2);
    assert_eq!(page.data[0].name.as_deref(), Some("\u{fffd}"));
    assert_eq!(text(0, "notes"), Some("\\ud83d".into()));
    assert_eq!(page.data[1].name.as_deref(), Some("\u{1f600}"));
    assert_eq!(page.skipped, [serde_json::Value::from("\u{fffd}")]);
}

#[wasm_bindgen_test]
async fn w1_a_page_that_is_repeated_with_other_urls_in_it_is_known_by_the_rest() {
    let sent = Array::new();
    let script = "const calls = Array.from({ length: 20 }, (_, at) => ({ call_id: `c${at}`, recording_url: `https://recordings.example/${Math.random()}` }));
        return Response.json({ status: 'ok', response: { calls } });";
    let client = client(&sent, script);
    let page = client.calls().list(&ListCalls::new().model_id("m")).await.unwrap();
    let next = page.next().await.unwrap().unwrap();
    assert_eq!((page.data.len(), next.data.len(), next.has_next()), (20, 0, false));
    assert_eq!(sent.length(), 2);
}

#[wasm_bindgen_test]
async fn r15_a_number_that_is_not_finite_is_refused_where_nothing_checks_it() {
    #[derive(serde::Serialize)]
    struct Extra {
        a: Vec<f64>,
    }
    let sent = Array::new();
    let client = client(&sent, "return Response.json({});");
    let extra = Extra { a: vec![1.0, f64::NAN] };
    assert!(RequestOptions::new().extra_body(&extra).is_err());
    assert!(client.request::<serde_json::Value>(Method::Post, "/x", Some(&extra)).await.is_err());
    assert_eq!(sent.length(), 0);
}
