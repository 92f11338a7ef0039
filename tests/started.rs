//! `Error::started_at`: when a request began, from which a lost call is looked for.
#![cfg(all(target_arch = "wasm32", target_os = "unknown"))]
// A failed unwrap is a failed test, and nothing is cut out of what tests run in.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods)]

use core::time::Duration;
use std::time::UNIX_EPOCH;

use js_sys::{Date, Function, Promise};
use synthflow_wasm::resources::agents::CreateAgent;
use synthflow_wasm::resources::calls::WaitOptions;
use synthflow_wasm::resources::simulation_cases::{GenerateSimulationCases, SimulationTest};
use synthflow_wasm::{Client, ClientOptions, Error, LogLevel};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

fn client(script: &str) -> Client {
    let fetch = Function::new_no_args(&format!("return (async () => {{ {script} }})();"));
    Client::with_options(ClientOptions::new("test").fetch(fetch).log_level(LogLevel::Off)).unwrap()
}

async fn sleep(milliseconds: u32) {
    let wait = Function::new_with_args("ms", "return new Promise((done) => setTimeout(done, ms))");
    let promise = wait.call1(&JsValue::UNDEFINED, &milliseconds.into()).unwrap();
    JsFuture::from(Promise::from(promise)).await.unwrap();
}

/// When the request of an error began, in milliseconds since the epoch.
fn start_of(error: &Error) -> f64 {
    error.started_at().duration_since(UNIX_EPOCH).unwrap().as_millis() as f64
}

#[wasm_bindgen_test]
async fn an_error_knows_when_its_request_began() {
    let slow = "await new Promise((done) => setTimeout(done, 100));";
    // A failure after retries, and a response that cannot be read.
    for end in ["return Response.json({}, { status: 503 });", "return Response.json([1]);"] {
        let client = client(&format!("{slow} {end}"));
        let request = client.agents().delete("a");
        sleep(5).await;
        let before = Date::now();
        let error = request.await.unwrap_err();
        assert!(start_of(&error) >= before && Date::now() - start_of(&error) > 90.0, "{error}");
    }
    let broken =
        format!("return new Response(new ReadableStream({{ async pull() {{ {slow} throw 'broken'; }} }}));");
    let cases = GenerateSimulationCases::new().agent_id("m").include_tests(vec![SimulationTest::AngryUser]);
    let client_of_streams = client(&broken);
    let mut stream = client_of_streams.simulation_cases().generate(&cases).await.unwrap();
    let error = stream.next().await.unwrap_err();
    assert!(Date::now() - start_of(&error) > 90.0, "{error}");
    // A wait, as a whole.
    let client = client(&format!("{slow} return Response.json({{ status: 'queue' }});"));
    let options = WaitOptions::new().interval(Duration::from_millis(1)).timeout(Duration::from_millis(250));
    let error = client.calls().wait("c", options).await.unwrap_err();
    assert!(Date::now() - start_of(&error) > 240.0, "{error}");
    // Nothing was sent.
    let before = Date::now();
    let error = client.agents().create(&CreateAgent::new()).await.unwrap_err();
    assert!((before..=Date::now()).contains(&start_of(&error)), "{error}");
}
