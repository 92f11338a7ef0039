//! `calls().find_placed`: what happened to a call whose response was lost. `js-tests/client/find-placed.test.js` tests the
//! same in JavaScript; `tests/placed.json` has the cases of both. Length: what a host does is written next to each test.
#![cfg(all(target_arch = "wasm32", target_os = "unknown"))]
// A failed unwrap is a failed test, and nothing is cut out of what tests run in.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods)]

use core::time::Duration;
use std::future::Future;
use std::time::UNIX_EPOCH;

use js_sys::{Array, Date, Function, Promise, Reflect};
use serde_json::{Value, json};
use synthflow_wasm::resources::calls::{CreateCall, FindPlaced, Placed};
use synthflow_wasm::schema::Time;
use synthflow_wasm::{ApiKey, Client, ClientOptions, Error, ErrorKind, LogLevel, Outcome, RequestOptions};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::AbortController;

const PHONE: &str = "+14155550123";
const SINCE: i64 = 1_767_225_600_000;

/// What every script can use: a list of calls, and one call.
const HELPERS: &str = "const list = (calls, pagination) =>
        Response.json({ status: 'ok', response: { calls, pagination } });
    const call = { call_id: 'c', lead_phone_number: '+14155550123', start_time: 1767225600000 };";

/// Options with a `fetch` that notes what was sent, and runs a script with its `query`, `init` and index.
fn options(key: impl Into<ApiKey>, sent: &Array, script: &str) -> ClientOptions {
    let body = format!(
        "return async (url, init) => {{ const index = sent.push([url, init]) - 1;
            const query = new URL(url).searchParams; {HELPERS} {script} }}"
    );
    let make = Function::new_with_args("sent", &body);
    let fetch: Function = make.call1(&JsValue::UNDEFINED, sent).unwrap().unchecked_into();
    ClientOptions::new(key).fetch(fetch).log_level(LogLevel::Off).max_retries(0)
}

fn client(sent: &Array, script: &str) -> Client {
    Client::with_options(options("test", sent, script)).unwrap()
}

/// A search that is over soon.
fn quick() -> FindPlaced {
    let search = FindPlaced::new("m", PHONE, SINCE);
    search.interval(Duration::from_millis(1)).timeout(Duration::from_millis(20))
}

async fn find(client: &Client, search: FindPlaced) -> Result<Placed, Error> {
    client.calls().find_placed(&search).await
}

fn ids(found: &Placed) -> Vec<&str> {
    found.calls().iter().filter_map(|call| call.call_id.as_deref()).collect()
}

/// A parameter of the query of a request.
fn asked(sent: &Array, index: u32, name: &str) -> Option<String> {
    let url = Array::from(&sent.get(index)).get(0);
    let read = Function::new_with_args("url, name", "return new URL(url).searchParams.get(name)");
    read.call2(&JsValue::UNDEFINED, &url, &name.into()).unwrap().as_string()
}

async fn sleep(milliseconds: u32) {
    let wait = Function::new_with_args("ms", "return new Promise((done) => setTimeout(done, ms))");
    let promise = wait.call1(&JsValue::UNDEFINED, &milliseconds.into()).unwrap();
    JsFuture::from(Promise::from(promise)).await.unwrap();
}

#[wasm_bindgen_test]
async fn the_calls_that_it_may_be_are_those_of_javascript() {
    let table: Value = serde_json::from_str(include_str!("placed.json")).unwrap();
    for case in table["cases"].as_array().unwrap() {
        let given = |name: &str| case.get(name).unwrap_or(&table[name]);
        let script = format!("return list({});", case.get("rows").unwrap_or(&json!([])));
        let sent = Array::new();
        let except = case["except"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let (phone, since) = (given("phone").as_str().unwrap(), given("since").as_i64().unwrap());
        let search = FindPlaced::new(given("model_id").as_str().unwrap(), phone, since)
            .until(case["until"].as_i64().map(Time::Milliseconds))
            .except(except);
        let millisecond = Duration::from_millis(1);
        let found = find(&client(&sent, &script), search.interval(millisecond).timeout(millisecond)).await;
        if case["refused"] == true {
            let error = found.unwrap_err();
            assert_eq!((error.outcome(), sent.length()), (Outcome::Unknown, 0), "{case}");
            assert!(error.message().starts_with("calls.find_placed: expected"), "{error}");
            continue;
        }
        let found = found.unwrap();
        let is: Value = found.calls().iter().map(|call| json!(call.call_id)).collect();
        // An id that is a number is its text.
        let text = |id: &Value| if id.is_number() { json!(id.to_string()) } else { id.clone() };
        let expected: Value = case["is"].as_array().unwrap().iter().map(text).collect();
        assert_eq!(is, expected, "{case}");
        let is_placed = matches!(found, Placed::Placed(_));
        let is_ambiguous = matches!(found, Placed::Ambiguous(_));
        let count = found.calls().len();
        let is_certain = case["ambiguous"] != true;
        assert_eq!((is_placed, is_ambiguous), (count == 1 && is_certain, count > 1 || !is_certain), "{case}");
    }
}

#[wasm_bindgen_test]
async fn a_call_whose_id_was_rounded_or_whose_list_lacks_another_one_is_not_certain() {
    for id in ["90071992547409931", r#"{"a":1}"#, "true", "5.5"] {
        let script = format!(
            r#"return new Response('{{"response":{{"calls":[{{"call_id":{id},"lead_phone_number":"{PHONE}"}}]}}}}');"#
        );
        let search = quick().except(["90071992547409931", "90071992547409940"]);
        let found = find(&client(&Array::new(), &script), search).await.unwrap();
        assert!(matches!(&found, Placed::Ambiguous(calls) if calls[0].call_id.is_none()), "{id} {found:?}");
    }
    let script = "return list(query.has('offset') ? [] : [call], { total_records: 2 });";
    let found = find(&client(&Array::new(), script), quick()).await.unwrap();
    assert!(matches!(found, Placed::Ambiguous(_)), "{found:?}");
    for since in ["2026-02-30", "2026/02/28", "5"] {
        let search = FindPlaced::new("m", PHONE, since);
        let error = find(&client(&Array::new(), "return list([call]);"), search).await.unwrap_err();
        assert!(error.message().contains("as a date of the calendar"), "{since} {error}");
    }
}

#[wasm_bindgen_test]
async fn a_call_whose_response_was_lost_is_found_since_its_error() {
    let script = "if (init.method === 'POST') throw new TypeError('fetch failed');
        return list([{ ...call, start_time: Date.now() }]);";
    let sent = Array::new();
    let client = client(&sent, script);
    let before = Date::now();
    let params = CreateCall::new().model_id("m").name("Sam").phone(PHONE);
    let lost = client.calls().create(&params).await.unwrap_err();
    assert_eq!(lost.outcome(), Outcome::Unknown);
    let started = lost.started_at().duration_since(UNIX_EPOCH).unwrap().as_millis() as f64;
    assert!((before..=Date::now()).contains(&started));
    let found = find(&client, FindPlaced::new("m", PHONE, lost.started_at())).await.unwrap();
    assert_eq!(ids(&found), ["c"]);
    assert_eq!(asked(&sent, 1, "from_date"), Some((started - 60_000.0).to_string()));
}

#[wasm_bindgen_test]
async fn what_is_listed_is_what_was_asked_for() {
    let sent = Array::new();
    let client = client(&sent, "return list([call]);");
    for (since, until) in [("2026-01-01T00:00:00Z", None), ("2026-01-01T01:00:00+01:00", Some(SINCE + 5))] {
        find(&client, FindPlaced::new("m", PHONE, since).until(until.map(Time::Milliseconds))).await.unwrap();
    }
    let since = UNIX_EPOCH.checked_add(Duration::from_millis(SINCE as u64)).unwrap();
    find(&client, FindPlaced::new("m", PHONE, since).until(since)).await.unwrap();
    for (index, to) in [None, Some(SINCE + 600_005), Some(SINCE + 600_000)].into_iter().enumerate() {
        let asked = |name: &str| asked(&sent, index as u32, name);
        assert_eq!(asked("model_id").as_deref(), Some("m"));
        assert_eq!(asked("lead_phone_number").as_deref(), Some(PHONE));
        assert_eq!(asked("limit").as_deref(), Some("100"));
        assert_eq!(asked("from_date"), Some((SINCE - 60_000).to_string()));
        assert_eq!(asked("to_date"), to.map(|to: i64| to.to_string()));
    }
    assert_eq!(sent.length(), 3);
}

#[wasm_bindgen_test]
async fn all_pages_are_read() {
    let script = "const offset = Number(query.get('offset') ?? 0);
        const other = { lead_phone_number: '+14155550100' };
        const others = Array.from({ length: 100 }, (_, at) => ({ call_id: `other-${at}`, ...other }));
        return list(offset > 0 ? [call] : others, { total_records: 101, limit: 100, offset });";
    let sent = Array::new();
    assert_eq!(ids(&find(&client(&sent, script), quick()).await.unwrap()), ["c"]);
    assert_eq!(sent.length(), 2);
}

#[wasm_bindgen_test]
async fn a_call_that_is_listed_late_is_found_and_transient_failures_do_not_end_the_search() {
    let script = "const status = [200, 503, 429, 408, 500, 'down', 200, 599][index];
        if (status === 'down') throw new TypeError('fetch failed');
        if (status > 200) return Response.json({ detail: 'later' }, { status });
        return index < 8 ? list([]) : list([call]);";
    let sent = Array::new();
    let search = quick().timeout(Duration::from_secs(20));
    assert_eq!(ids(&find(&client(&sent, script), search).await.unwrap()), ["c"]);
    assert_eq!(sent.length(), 9);
}

#[wasm_bindgen_test]
async fn a_failure_before_anything_was_sent_ends_the_search_unless_it_is_transient() {
    let sent = Array::new();
    let key =
        "globalThis.keys = (globalThis.keys ?? 0) + 1; return keys < 3 ? new Promise(() => {}) : 'test';";
    let provider = Function::new_no_args(key);
    let options = options(provider, &sent, "return list([call]);").timeout(Duration::from_millis(50));
    let search = quick().timeout(Duration::from_secs(20));
    assert_eq!(ids(&find(&Client::with_options(options).unwrap(), search).await.unwrap()), ["c"]);
    assert_eq!(sent.length(), 1);
}

#[wasm_bindgen_test]
async fn what_says_nothing_about_the_call_is_no_not_found() {
    for (script, status, is_retried) in [
        ("return Response.json({}, { status: 503 });", Some(503), true),
        ("return Response.json({ detail: 'no' }, { status: 401 });", Some(401), false),
        ("return Response.json({ detail: 'no' }, { status: 404 });", Some(404), false),
        ("return new Response('<html>');", Some(200), false),
        ("return Response.json({ status: 'ok', response: {} });", None, true),
        ("return Response.json({ response: { calls: null } });", None, true),
        ("return Response.json({ response: { calls: {} } });", None, true),
        ("return Response.json({ rows: [call] });", None, true),
        ("return Response.json(null);", Some(200), false),
        ("return Response.json([call]);", None, true),
        ("return new Response('');", Some(200), false),
    ] {
        let sent = Array::new();
        let error = find(&client(&sent, script), quick()).await.unwrap_err();
        let known = (error.outcome() == Outcome::NotSent, error.status());
        assert_eq!(known, (false, status), "{script}: {error}");
        assert_eq!(sent.length() > 1, is_retried, "{script}");
    }
    // Nor is one with fewer calls than any page of it says there are: calls that are there twice count once.
    for second in ["[], undefined", "[], { total_records: 0 }", "rows.slice(50, 70), { total_records: 120 }"]
    {
        let script = format!(
            "const rows = Array.from({{ length: 100 }}, (_, at) => ({{ call_id: `${{at}}`, lead_phone_number: '+14155550199' }}));
            return query.get('offset') ? list({second}) : list(rows, {{ total_records: 120 }});"
        );
        let error = find(&client(&Array::new(), &script), quick()).await.unwrap_err();
        assert!(error.message().contains("fewer calls than it says there are"), "{second}: {error}");
    }
    // Nor is one whose last page says that there are more.
    for second in ["[]", "rows"] {
        let script = format!(
            "const rows = Array.from({{ length: 100 }}, (_, at) => ({{ call_id: `${{at}}`, lead_phone_number: '+14155550199' }}));
            return list(query.get('offset') ? {second} : rows, {{ has_more: true }});"
        );
        let error = find(&client(&Array::new(), &script), quick()).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{second}: {error}");
    }
    let script = "return list([], { total_records: 1, limit: 100, offset: 0 });";
    let error = find(&client(&Array::new(), script), quick()).await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Response, Outcome::Unknown));
    assert!(error.message().contains("fewer calls than it says there are"), "{error}");
    // Nor is a page without a list after one that has one.
    let script =
        "return index % 2 ? Response.json({}) : list([{ call_id: 'd' }], { total_records: 2, limit: 1 });";
    let error = find(&client(&Array::new(), script), quick()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Response);
}

#[wasm_bindgen_test]
async fn the_last_list_is_that_after_the_timeout() {
    for (last, is) in [("[]", &[][..]), ("[call]", &["c"])] {
        let sent = Array::new();
        let client = client(&sent, &format!("return list(index ? {last} : []);"));
        let found = find(&client, quick().interval(Duration::from_secs(60))).await.unwrap();
        assert_eq!(ids(&found), is);
        // A timer of the host may fire a little early.
        assert!((2..5).contains(&sent.length()));
    }
}

#[wasm_bindgen_test]
async fn a_list_that_never_ends_does_not_keep_the_search() {
    // A second for each page, on the clock that the search is timed by.
    let script = "performance.now = () => index * 1000;
        const other = { call_id: `c${index}`, lead_phone_number: '+14155550100' };
        return list([other], { total_records: 1e9, limit: 1, offset: index });";
    let sent = Array::new();
    Function::new_no_args("performance.now = () => 0;").call0(&JsValue::UNDEFINED).unwrap();
    let found = find(&client(&sent, script), quick().timeout(Duration::from_secs(1))).await;
    Function::new_no_args("delete performance.now;").call0(&JsValue::UNDEFINED).unwrap();
    let error = found.unwrap_err();
    assert!(error.message().contains("too many calls; pass until"), "{error}");
    assert!((60..70).contains(&sent.length()), "{}", sent.length());
}

#[wasm_bindgen_test]
async fn a_signal_ends_it_at_any_time() {
    for script in ["return list([]);", "return new Promise(() => {});"] {
        for by_client in [false, true] {
            let (sent, controller) = (Array::new(), AbortController::new().unwrap());
            let client = client(&sent, script);
            let search = FindPlaced::new("m", PHONE, SINCE).timeout(Duration::from_secs(20));
            let (client, search) = if by_client {
                let options = RequestOptions::new().signal(&controller.signal());
                (client.with_request_options(options), search)
            } else {
                (client, search.signal(&controller.signal()))
            };
            let abort = async {
                sleep(20).await;
                controller.abort();
            };
            let (found, ()) = futures_util::join!(find(&client, search.clone()), abort);
            assert_eq!(found.unwrap_err().kind(), ErrorKind::Abort, "{script}");
            assert_eq!(sent.length(), 1, "{script}");
            let error = find(&client, search).await.unwrap_err();
            assert_eq!((error.kind(), error.outcome()), (ErrorKind::Abort, Outcome::Unknown));
            assert_eq!(sent.length(), 1, "{script}");
        }
    }
}

#[wasm_bindgen_test]
async fn a_dropped_search_aborts_its_request_and_sends_no_more() {
    let sent = Array::new();
    let client = client(&sent, "return index ? new Promise(() => {}) : list([]);");
    let search = quick().timeout(Duration::from_secs(20));
    {
        let mut future = Box::pin(client.calls().find_placed(&search));
        let mut context = core::task::Context::from_waker(core::task::Waker::noop());
        while sent.length() < 2 {
            assert!(future.as_mut().poll(&mut context).is_pending());
            sleep(2).await;
        }
    }
    let init = Array::from(&sent.get(1)).get(1);
    let signal = Reflect::get(&init, &"signal".into()).unwrap();
    assert!(Reflect::get(&signal, &"aborted".into()).unwrap().is_truthy());
    sleep(20).await;
    assert_eq!(sent.length(), 2);
}

#[wasm_bindgen_test]
async fn what_cannot_be_looked_for_sends_nothing() {
    let sent = Array::new();
    let client = client(&sent, "return list([call]);");
    for (search, message) in [
        (FindPlaced::new("m", PHONE, "yesterday"), "expected a phone number in E.164 format, since"),
        (FindPlaced::new("m", PHONE, None::<Time>), "expected a phone number in E.164 format, since"),
        (FindPlaced::new("m", PHONE, i64::MAX), "expected a phone number in E.164 format, since"),
        (FindPlaced::new("m", "+1 (415) 555-0123", SINCE), "in E.164 format"),
        (FindPlaced::new("m", "14155550123", SINCE), "in E.164 format"),
        (FindPlaced::new("m", PHONE, js_sys::Date::now() as i64 + 3_600_000), "since in the past"),
        (quick().until("soon"), "until not before it"),
        (quick().until(i64::MAX), "until not before it"),
        (quick().interval(Duration::ZERO), "the search's interval"),
        (quick().timeout(Duration::ZERO), "the search's timeout"),
        (FindPlaced::new("", PHONE, SINCE), "model_id"),
    ] {
        let error = find(&client, search).await.unwrap_err();
        assert!(error.message().contains(message), "{error}");
        assert_eq!(error.outcome(), Outcome::Unknown);
    }
    assert_eq!(sent.length(), 0);
}
