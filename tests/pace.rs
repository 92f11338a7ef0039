//! The pace of calls: `js-tests/client/pace.test.js` tests the same in JavaScript. Length: what a host does is written next to each
//! test.
#![cfg(all(target_arch = "wasm32", target_os = "unknown"))]
// A failed unwrap is a failed test, and nothing is cut out of what tests run in.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods)]

use core::time::Duration;
use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect};
use synthflow_wasm::resources::calls::{CreateCall, StartWebSocketMedia};
use synthflow_wasm::{ApiKey, Client, ClientOptions, Error, LogLevel, Outcome, Pace, RequestOptions};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::AbortController;

/// A client whose `fetch` notes when it was called and with which name, and runs a script with its index.
fn client(pace: Pace, key: impl Into<ApiKey>, sent: &Array, script: &str) -> Client {
    let body = format!(
        "let open = 0;
        return async (url, init) => {{
            const name = init.body && JSON.parse(init.body).name;
            const index = sent.push([performance.now(), name, open += 1]) - 1;
            const placed = {{ status: 'ok', response: {{ call_id: 'c' }} }};
            try {{ {script} return Response.json(placed); }} finally {{ open -= 1; }}
        }}"
    );
    let make = Function::new_with_args("sent", &body);
    let fetch: Function = make.call1(&JsValue::UNDEFINED, sent).unwrap().unchecked_into();
    let options = ClientOptions::new(key).fetch(fetch).log_level(LogLevel::Off).pace(pace);
    Client::with_options(options.max_retry_after(Duration::from_secs(1))).unwrap()
}

fn person(number: u32) -> CreateCall {
    CreateCall::new().model_id("m").phone("+14155550100").name(number.to_string())
}

type Results = Rc<RefCell<Vec<(u32, Result<(), Error>)>>>;

/// Starts calls, each in a task of its own.
fn place(client: &Client, numbers: core::ops::Range<u32>, signal: Option<&AbortController>) -> Results {
    let results = Results::default();
    for number in numbers {
        let options = signal.map_or_else(RequestOptions::new, |controller| {
            RequestOptions::new().signal(&controller.signal())
        });
        let (client, results) = (client.with_request_options(options), Rc::clone(&results));
        spawn_local(async move {
            let result = client.calls().create(&person(number)).await.map(drop);
            results.borrow_mut().push((number, result));
        });
    }
    results
}

async fn sleep(milliseconds: u32) {
    let wait = Function::new_with_args("ms", "return new Promise((done) => setTimeout(done, ms))");
    let promise = wait.call1(&JsValue::UNDEFINED, &milliseconds.into()).unwrap();
    JsFuture::from(Promise::from(promise)).await.unwrap();
}

async fn until(results: &Results, count: usize) {
    for _ in 0..1000 {
        if results.borrow().len() >= count {
            return;
        }
        sleep(5).await;
    }
    panic!("{} of {count} have ended", results.borrow().len());
}

fn times(sent: &Array) -> Vec<f64> {
    sent.iter().map(|one| Array::from(&one).get(0).as_f64().unwrap()).collect()
}

fn names(sent: &Array) -> Vec<String> {
    sent.iter().map(|one| Array::from(&one).get(1).as_string().unwrap_or_default()).collect()
}

fn most_open(sent: &Array) -> f64 {
    sent.iter().map(|one| Array::from(&one).get(2).as_f64().unwrap()).fold(0.0, f64::max)
}

fn span(sent: &Array) -> f64 {
    let times = times(sent);
    times.last().unwrap() - times.first().unwrap()
}

#[wasm_bindgen_test]
async fn calls_are_sent_in_order_and_no_more_per_second_than_the_pace_allows() {
    let sent = Array::new();
    let results = place(&client(Pace::new().calls_per_second(20.0), "test", &sent, ""), 0..10, None);
    until(&results, 10).await;
    assert!(results.borrow().iter().all(|(_, result)| result.is_ok()));
    assert_eq!(names(&sent).concat(), "0123456789");
    assert!(span(&sent) > 9.0 * 50.0 - 30.0, "{} ms", span(&sent));
}

#[wasm_bindgen_test]
async fn no_more_requests_are_in_flight_than_the_pace_allows_and_others_are_not_held_up() {
    let sent = Array::new();
    let script =
        "if (init.method === 'GET') return Response.json({ status: 'ok', response: { assistants: [] } });
        await new Promise((done) => setTimeout(done, 20));";
    let client = client(Pace::new().max_in_flight(3), "test", &sent, script);
    let results = place(&client, 0..12, None);
    let _ = client.agents().list(&Default::default()).await.unwrap();
    assert!(results.borrow().len() < 12);
    until(&results, 12).await;
    // The request that places none is one more.
    assert!(most_open(&sent) <= 4.0, "{}", most_open(&sent));
    // A failure frees its place, too, and so does a future that is dropped.
    for _ in 0..4 {
        let mut dropped = Box::pin(async { client.calls().create(&person(9)).await });
        let _ = futures_util::poll!(dropped.as_mut());
        drop(dropped);
    }
    until(&place(&client, 0..4, None), 4).await;
}

#[wasm_bindgen_test]
async fn a_429_holds_all_calls_for_as_long_as_it_says_and_fails_none_of_them() {
    let sent = Array::new();
    let script = "if (index === 0) return Response.json({ detail: 'slow down' }, { status: 429, headers: { 'retry-after': '0.5' } });";
    let results = place(&client(Pace::new().max_in_flight(1), "test", &sent, script), 0..5, None);
    until(&results, 5).await;
    assert!(results.borrow().iter().all(|(_, result)| result.is_ok()));
    assert_eq!(sent.length(), 6);
    let times = times(&sent);
    assert!(times[1] - times[0] > 490.0, "{} ms", times[1] - times[0]);
    // It comes before those that have not been sent.
    assert_eq!(names(&sent)[1], "0", "{:?}", names(&sent));
}

#[wasm_bindgen_test]
async fn a_429_that_asks_for_more_than_max_retry_after_ends_its_call_and_holds_the_others() {
    let sent = Array::new();
    let script = "if (index === 0) return Response.json({ detail: 'later' }, { status: 429, headers: { 'retry-after': '1.2' } });";
    let results = place(&client(Pace::new().max_in_flight(1), "test", &sent, script), 0..2, None);
    until(&results, 2).await;
    let results = results.borrow();
    assert_eq!(results[0].1.as_ref().unwrap_err().status(), Some(429));
    assert!(results[1].1.is_ok());
    assert!(span(&sent) > 1190.0, "{} ms", span(&sent));
}

#[wasm_bindgen_test]
async fn a_call_that_is_aborted_or_dropped_while_it_waits_was_not_sent_and_gives_up_its_place() {
    let sent = Array::new();
    let client = client(Pace::new().calls_per_second(2.0), "test", &sent, "");
    let first = place(&client, 0..1, None);
    let controller = AbortController::new().unwrap();
    let waiting = place(&client, 1..4, Some(&controller));
    let last = place(&client, 4..5, None);
    until(&first, 1).await;
    controller.abort();
    until(&waiting, 3).await;
    for (_, result) in waiting.borrow().iter() {
        let error = result.as_ref().unwrap_err();
        assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 0), "{error}");
    }
    until(&last, 1).await;
    assert_eq!(sent.length(), 2);
    // Of those that are dropped while they wait nothing is sent later.
    let mut waiting: Vec<_> = (0..3).map(|number| Box::pin(client.calls().create(&person(number)))).collect();
    for future in &mut waiting {
        assert!(futures_util::poll!(future.as_mut()).is_pending());
    }
    drop(waiting);
    until(&place(&client, 5..6, None), 1).await;
    assert_eq!(names(&sent), ["0", "4", "5"]);
}

#[wasm_bindgen_test]
async fn who_gives_up_waiting_takes_no_place_of_those_in_flight() {
    let sent = Array::new();
    let slow = "await new Promise((done) => setTimeout(done, 20));";
    let client = client(Pace::new().max_in_flight(1), "test", &sent, slow);
    let first = place(&client, 0..1, None);
    sleep(5).await;
    let controller = AbortController::new().unwrap();
    let aborted = place(&client, 1..3, Some(&controller));
    let mut dropped = Box::pin(async { client.calls().create(&person(3)).await });
    assert!(futures_util::poll!(dropped.as_mut()).is_pending());
    sleep(5).await;
    controller.abort();
    drop(dropped);
    until(&aborted, 2).await;
    until(&first, 1).await;
    until(&place(&client, 4..6, None), 2).await;
    assert_eq!((names(&sent).concat(), most_open(&sent)), ("045".to_owned(), 1.0));
}

#[wasm_bindgen_test]
async fn thousands_of_calls_that_wait_have_one_timer() {
    let sent = Array::new();
    let count = Function::new_no_args(
        "const { setTimeout: original } = globalThis; const count = { timers: 0, restore: () => { globalThis.setTimeout = original; } };
        globalThis.setTimeout = (...args) => { count.timers += 1; return original(...args); }; return count;",
    );
    let count = count.call0(&JsValue::UNDEFINED).unwrap();
    let controller = AbortController::new().unwrap();
    let client = client(Pace::new().calls_per_second(0.01), "test", &sent, "");
    let results = place(&client, 0..2_000, Some(&controller));
    for _ in 0..50 {
        JsFuture::from(Promise::resolve(&JsValue::UNDEFINED)).await.unwrap();
    }
    let timers = Reflect::get(&count, &"timers".into()).unwrap().as_f64().unwrap();
    Reflect::get(&count, &"restore".into()).unwrap().unchecked_into::<Function>().call0(&count).unwrap();
    assert!(timers < 10.0, "{timers} timers");
    assert_eq!(sent.length(), 1);
    controller.abort();
    until(&results, 1_999).await;
}

#[wasm_bindgen_test]
async fn a_call_that_nobody_polls_holds_nobody_up() {
    let sent = Array::new();
    let slow = "await new Promise((done) => setTimeout(done, 10));";
    let client = client(Pace::new().max_in_flight(1), "test", &sent, slow);
    // As `select!` and `buffer_unordered` do, with others that are awaited in between.
    let mut kept: Vec<_> = (0..4).map(|number| Box::pin(client.calls().create(&person(number)))).collect();
    for future in &mut kept {
        assert!(futures_util::poll!(future.as_mut()).is_pending());
    }
    client.calls().create(&person(4)).await.unwrap();
    assert_eq!(names(&sent).concat(), "01234");
    for future in kept {
        future.await.unwrap();
    }
    assert_eq!(sent.length(), 5);
}

#[wasm_bindgen_test]
async fn turns_that_come_while_nobody_polls_are_no_burst_later() {
    let sent = Array::new();
    let client = client(Pace::new().calls_per_second(50.0), "test", &sent, "");
    let mut kept: Vec<_> = (0..5).map(|number| Box::pin(client.calls().create(&person(number)))).collect();
    for future in &mut kept {
        assert!(futures_util::poll!(future.as_mut()).is_pending());
    }
    sleep(200).await;
    assert_eq!(names(&sent).concat(), "01234");
    let times = times(&sent);
    assert!(times.windows(2).all(|pair| pair[1] - pair[0] > 15.0), "{times:?}");
    // What is dropped while it is under way is aborted.
    let slow = "await new Promise((done, fail) => { init.signal.onabort = () => { sent.aborted = true; fail(init.signal.reason); }; });";
    let sent = Array::new();
    let client = self::client(Pace::new().max_in_flight(1), "test", &sent, slow);
    let mut dropped = Box::pin(client.calls().create(&person(1)));
    assert!(futures_util::poll!(dropped.as_mut()).is_pending());
    sleep(5).await;
    assert_eq!(sent.length(), 1);
    drop(dropped);
    assert!(Reflect::get(&sent, &"aborted".into()).unwrap().is_truthy());
}

#[wasm_bindgen_test]
async fn everything_that_rings_has_the_pace() {
    let sent = Array::new();
    let script = "return Response.json({ callId: 'c', wsMediaUrl: 'wss://a.example' });";
    let client = client(Pace::new().calls_per_second(20.0), "test", &sent, script);
    let params = StartWebSocketMedia::new()
        .model_id("m")
        .from_phone_number("+14155550199")
        .to_phone_number("+14155550100");
    for _ in 0..3 {
        let _ = client.calls().start_web_socket_media(&params).await;
    }
    assert_eq!(sent.length(), 3);
    assert!(span(&sent) > 2.0 * 50.0 - 15.0, "{} ms", span(&sent));
}

#[wasm_bindgen_test]
async fn clients_with_clones_of_one_pace_share_it() {
    let sent = Array::new();
    let pace = Pace::new().max_in_flight(1);
    let slow = "await new Promise((done) => setTimeout(done, 10));";
    let [one, other] = [(); 2].map(|()| client(pace.clone(), "test", &sent, slow));
    let (first, second) = (place(&one, 0..3, None), place(&other, 3..6, None));
    until(&first, 3).await;
    until(&second, 3).await;
    // One after the other: each waits at least ten milliseconds, less what a timer may be early.
    assert!(span(&sent) > 5.0 * 9.0, "{} ms", span(&sent));
}

#[wasm_bindgen_test]
fn a_pace_that_could_not_work_is_refused() {
    for pace in [
        Pace::new().calls_per_second(0.0),
        Pace::new().calls_per_second(-1.0),
        Pace::new().calls_per_second(f64::NAN),
        Pace::new().max_in_flight(0),
    ] {
        let error = Client::with_options(ClientOptions::new("test").pace(pace.clone())).unwrap_err();
        assert!(error.message().starts_with("client option pace: expected "), "{error} {pace:?}");
    }
    for pace in [Pace::new(), Pace::new().calls_per_second(f64::INFINITY), Pace::new().calls_per_second(0.1)]
    {
        Client::with_options(ClientOptions::new("test").pace(pace)).unwrap();
    }
}

#[wasm_bindgen_test]
async fn a_key_that_takes_long_does_not_gather_calls_that_are_then_sent_together() {
    let sent = Array::new();
    // All of them wait for the same key.
    let provider =
        Function::new_no_args("return this.key ??= new Promise((done) => setTimeout(done, 300, 'test'))");
    let provider: Function = provider.bind0(&js_sys::Object::new().into());
    let client = client(Pace::new().calls_per_second(50.0), provider, &sent, "");
    until(&place(&client, 0..10, None), 10).await;
    assert!(span(&sent) > 9.0 * 20.0 - 15.0, "{} ms", span(&sent));
}

#[wasm_bindgen_test]
async fn a_promise_whose_then_throws_is_an_error_that_gives_its_place_up() {
    let sent = Array::new();
    let script =
        "const promise = Promise.resolve(Response.json({ status: 'ok', response: { call_id: 'c' } }));
        if (index === 1) promise.then = () => { throw new Error('changed'); };
        return promise;";
    let make = Function::new_with_args(
        "sent",
        &format!("return () => {{ const index = sent.push('') ; {script} }}"),
    );
    let fetch: Function = make.call1(&JsValue::UNDEFINED, &sent).unwrap().unchecked_into();
    let options = ClientOptions::new("test").fetch(fetch).log_level(LogLevel::Off);
    let client = Client::with_options(options.pace(Pace::new().max_in_flight(1))).unwrap();
    let error = client.calls().create(&person(1)).await.unwrap_err();
    assert_eq!((error.outcome(), sent.length()), (Outcome::Unknown, 1), "{error}");
    client.calls().create(&person(2)).await.unwrap();
    // And one that is awaited twice is not one that was not sent.
    let mut future = client.calls().create(&person(3));
    (&mut future).await.unwrap();
    assert_eq!((&mut future).await.unwrap_err().outcome(), Outcome::Unknown);
    assert_eq!(sent.length(), 3);
}
