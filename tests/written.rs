//! What Rust users give is what is sent, also names that mean something in JavaScript.
#![cfg(all(target_arch = "wasm32", target_os = "unknown"))]
// A failed unwrap is a failed test, and nothing is removed from the builds that tests run in.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods)]

use std::collections::{BTreeMap, HashMap};

use js_sys::{Array, Function, Reflect};
use serde_json::{Value, json};
use synthflow_wasm::client::Method;
use synthflow_wasm::resources::agents::{AgentSettings, ListAgents, UpdateAgent};
use synthflow_wasm::{Client, ClientOptions, LogLevel, Outcome, RequestOptions};
use wasm_bindgen::{JsCast, JsValue};
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

/// The body of the last request, as it was sent: `JSON` of Rust has no prototypes.
fn body(sent: &Array) -> Value {
    let init = Array::from(&sent.get(sent.length() - 1)).get(1);
    serde_json::from_str(&Reflect::get(&init, &"body".into()).unwrap().as_string().unwrap()).unwrap()
}

fn url(sent: &Array) -> String {
    Array::from(&sent.get(sent.length() - 1)).get(0).as_string().unwrap()
}

const PROTO: &str = "__proto__";

/// What a name may have as its value: an object would be the prototype, a text would be dropped.
fn values() -> [Value; 5] {
    [json!({ "polluted": true }), json!("text"), json!(5), json!(null), json!(["a"])]
}

#[wasm_bindgen_test]
async fn r15_any_name_in_a_model_is_a_field_of_the_request() {
    let sent = Array::new();
    let client = client(&sent, "return Response.json({ model_id: 'm' });");
    for value in values() {
        let mut settings = AgentSettings::new().prompt("P");
        settings.extra.insert(PROTO.to_owned(), value.clone());
        let mut agent = UpdateAgent::new().agent(settings);
        agent.extra.insert(PROTO.to_owned(), value.clone());
        agent.extra.insert("nested".to_owned(), json!({ PROTO: value, "list": [{ PROTO: value }] }));
        client.agents().update("m", &agent).await.unwrap();
        let expected = json!({ PROTO: value, "agent": { "prompt": "P", PROTO: value },
            "nested": { PROTO: value, "list": [{ PROTO: value }] } });
        assert_eq!(body(&sent), expected);
    }
}

#[wasm_bindgen_test]
async fn r15_any_name_in_a_map_is_a_field_of_any_request() {
    let sent = Array::new();
    let client = client(&sent, "return Response.json({ model_id: 'm' });");
    for value in values() {
        let hash = HashMap::from([(PROTO, &value)]);
        let tree = BTreeMap::from([(PROTO, &value)]);
        let expected = json!({ PROTO: value });
        client.request::<Value>(Method::Post, "/new", Some(&hash)).await.unwrap();
        assert_eq!(body(&sent), expected);
        client.request::<Value>(Method::Post, "/new", Some(&json!({ "in": [tree] }))).await.unwrap();
        assert_eq!(body(&sent), json!({ "in": [expected] }));
        let options = RequestOptions::new().extra_body(&tree).unwrap();
        client.agents().update("m", &UpdateAgent::new().name("A")).with_options(options).await.unwrap();
        assert_eq!(body(&sent), json!({ "name": "A", PROTO: value }));
    }
    client.request::<Value>(Method::Get, "/new", Some(&HashMap::from([(PROTO, "a")]))).await.unwrap();
    assert!(url(&sent).ends_with("/new?__proto__=a"), "{}", url(&sent));
    let options = RequestOptions::new().extra_query(&HashMap::from([(PROTO, 5)])).unwrap();
    client.agents().list(&ListAgents::new()).with_options(options).await.unwrap();
    assert!(url(&sent).ends_with("?__proto__=5"), "{}", url(&sent));
}

#[wasm_bindgen_test]
async fn r15_the_next_page_is_requested_with_any_name() {
    let sent = Array::new();
    let script = "return Response.json({ assistants: [{ model_id: `m${index}` }], pagination: { total_records: 2 } });";
    let client = client(&sent, script);
    let mut list = ListAgents::new().limit(1);
    list.extra.insert(PROTO.to_owned(), json!("a"));
    client.agents().list(&list).await.unwrap().next().await.unwrap().unwrap();
    assert_eq!(sent.length(), 2);
    assert!(url(&sent).contains("__proto__=a") && url(&sent).contains("offset=1"), "{}", url(&sent));
}

/// What is given by any type of serde.
#[derive(serde::Serialize)]
struct Everything {
    unit: (),
    none: Option<u8>,
    letter: char,
    bytes: [u8; 2],
    tuple: (i64, f32),
    wrapped: Wrapped,
    kinds: Vec<Kind>,
    // As serde_json has it with its feature `arbitrary_precision`.
    number: Number,
}

#[derive(serde::Serialize)]
struct Wrapped(bool);

#[derive(serde::Serialize)]
enum Kind {
    Unit,
    Newtype(u8),
    Tuple(u8, u8),
    Struct { a: u8 },
}

#[derive(serde::Serialize)]
struct Number {
    #[serde(rename = "$serde_json::private::Number")]
    digits: &'static str,
}

#[wasm_bindgen_test]
async fn any_type_of_serde_is_sent_as_json_has_it() {
    let sent = Array::new();
    let client = client(&sent, "return Response.json({});");
    let kinds = vec![Kind::Unit, Kind::Newtype(1), Kind::Tuple(1, 2), Kind::Struct { a: 1 }];
    let everything = Everything {
        unit: (),
        none: None,
        letter: 'ä',
        bytes: [1, 2],
        tuple: (-5, 0.5),
        wrapped: Wrapped(true),
        kinds,
        number: Number { digits: "1.5e3" },
    };
    client.request::<Value>(Method::Post, "/new", Some(&everything)).await.unwrap();
    let mut expected = serde_json::to_value(&everything).unwrap();
    expected["number"] = json!(1500);
    assert_eq!(body(&sent), expected);
    let refused: [&dyn synthflow_wasm::settings::Params; 5] =
        [&HashMap::from([(5, "a")]), &u64::MAX, &i64::MIN, &u128::MAX, &[HashMap::from([(Some(true), 1)])]];
    for params in refused {
        let error = client.request::<Value>(Method::Post, "/new", Some(params)).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
        assert!(error.message().contains("params"), "{error}");
    }
}

#[wasm_bindgen_test]
async fn s31_extra_fields_are_added_to_those_before_and_nothing_else_is_taken_for_fields() {
    let sent = Array::new();
    let client = client(&sent, "return Response.json({ model_id: 'm' });");
    let options = RequestOptions::new()
        .extra_body(&json!({ "a": 1, "b": 1 }))
        .and_then(|options| options.extra_body(&HashMap::from([("b", 2), ("c", 2)])))
        .and_then(|options| options.extra_query(&json!({ "d": 3 })))
        .and_then(|options| options.extra_query(&json!({ "e": 4 })))
        .unwrap();
    client.agents().update("m", &UpdateAgent::new()).with_options(options).await.unwrap();
    assert_eq!(body(&sent), json!({ "a": 1, "b": 2, "c": 2 }));
    assert!(url(&sent).ends_with("?d=3&e=4"), "{}", url(&sent));
    for value in [json!("x"), json!(5), json!(null), json!([["a", 1]]), json!(true)] {
        for (option, refused) in [
            ("extra_body", RequestOptions::new().extra_body(&value)),
            ("extra_query", RequestOptions::new().extra_query(&value)),
        ] {
            let error = refused.unwrap_err();
            assert_eq!(error.outcome(), Outcome::NotSent);
            assert_eq!(error.message(), format!("{option}: expected fields, as those of a map or a struct"));
        }
    }
}
