//! Fuzz tests of the checker, URL paths, headers and models, natively. `PROPTEST_CASES` is the number of inputs for each;
//! the seeds of failures are written to `tests/fuzz.corpus`, which is there after the first one, and run first.
#![cfg(all(not(target_arch = "wasm32"), feature = "emit"))]
// A failed unwrap is a failed test, and nothing is removed from the builds that tests run in.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods)]

use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use synthflow_wasm::error::Issue;
use synthflow_wasm::host::Encoded;
use synthflow_wasm::http::url;
use synthflow_wasm::resources::RESOURCES;
use synthflow_wasm::resources::actions::Action;
use synthflow_wasm::resources::agents::Agent;
use synthflow_wasm::resources::calls::Call;
use synthflow_wasm::resources::simulation_cases::SimulationCase;
use synthflow_wasm::resources::subaccounts::Subaccount;
use synthflow_wasm::schema::check::Checker;
use synthflow_wasm::schema::encode::{Half, encode};
use synthflow_wasm::schema::table::{self, Table};
use synthflow_wasm::settings::headers;
use synthflow_wasm::webhooks::PostCallEvent;

/// Any text, including parts that have a meaning in a path, in JSON or in the models.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => any::<String>(),
        1 => prop::sample::select(vec![
            "", " ", ".", "..", "/", "a/b", "?", "#", "%2e%2e", "\\", "\u{0}", "\u{feff}", "__proto__",
            "+14155550100", "outbound", "Europe/Berlin", "2026-01-31T12:00:00Z", "09:30", "-1", "null",
        ]).prop_map(str::to_owned),
    ]
}

/// Names that occur in the models, so that their nested values are reached.
fn names() -> Vec<String> {
    let mut names = Vec::new();
    collect(&mut names, &serde_json::from_str(include_str!("../js-tests/contract/legacy.json")).unwrap());
    names.sort();
    names.dedup();
    names
}

fn collect(names: &mut Vec<String>, value: &Value) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(names, item)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            names.push(name.clone());
            collect(names, value);
        }),
        _ => {}
    }
}

/// Any JSON value, in which names of the models occur.
fn value() -> impl Strategy<Value = Value> {
    let name = prop_oneof![4 => prop::sample::select(names()), 1 => text()];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 8, move |inner| {
        prop_oneof![
            1 => prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            3 => prop::collection::vec((name.clone(), inner), 0..8)
                .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

fn issues(table: &Table, shape: usize, value: &Value) -> Vec<Issue> {
    let mut checker = Checker::new(table);
    checker.check(Encoded::from(value).root(), shape);
    checker.issues
}

/// An unknown field is written as it was read, whatever the other fields are, and reading the result again yields the
/// same value.
fn keeps<T: DeserializeOwned + Serialize>(value: &Value) {
    let mut value = value.clone();
    if let Value::Object(fields) = &mut value {
        fields.insert("planted_field".to_owned(), json!({"a": [1]}));
    }
    let Ok(read) = serde_json::from_value::<T>(value.clone()) else {
        assert!(!value.is_object(), "an object must be read: {value}");
        return;
    };
    let written = serde_json::to_value(&read).unwrap();
    assert_eq!(written.get("planted_field"), value.get("planted_field"));
    let again: T = serde_json::from_value(written.clone()).unwrap();
    assert_eq!(serde_json::to_value(&again).unwrap(), written);
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("tests/fuzz.corpus"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_checker_ends_reports_paths_and_is_deterministic(pick in any::<prop::sample::Index>(), value in value()) {
        let requests = table::requests();
        let responses = table::responses(encode(RESOURCES, Half::Responses));
        for table in [&requests, &responses] {
            let operation = pick.get(&table.operations);
            for shape in [operation.params, operation.response].into_iter().flatten() {
                let found = issues(table, shape, &value);
                prop_assert!(found.len() <= 100);
                for issue in &found {
                    prop_assert!(!issue.path.is_empty() && !issue.expected.is_empty() && !issue.got.is_empty());
                }
                prop_assert_eq!(found, issues(table, shape, &value));
            }
        }
    }

    #[test]
    fn an_id_stays_one_segment_of_its_path(first in text(), second in text()) {
        let template = "/assistants/{model_id}/phone_numbers/{slug}";
        let wrong = |id: &String| matches!(id.trim_ascii(), "" | "." | "..") || id.contains('\u{fffd}');
        match url::fill(template, "agents.detachPhoneNumber", &[first.as_str(), second.as_str()]) {
            Ok(path) => {
                prop_assert!(!wrong(&first) && !wrong(&second));
                let segments: Vec<&str> = path.split('/').collect();
                prop_assert_eq!(segments.len(), 5);
                prop_assert!(path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-._~%".contains(&byte)));
                prop_assert_eq!(decoded(segments[2]), first);
                prop_assert_eq!(decoded(segments[4]), second);
            }
            Err(error) => {
                prop_assert!(wrong(&first) || wrong(&second), "{}", error.message());
            }
        }
    }

    #[test]
    fn accepted_headers_cannot_start_another(name in text(), value in text()) {
        if headers::is_header(&name, &value) {
            prop_assert!(!name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic() && byte != b':'));
            prop_assert!(!value.bytes().any(|byte| b"\r\n\0".contains(&byte)), "{:?}", value);
        }
    }

    #[test]
    fn models_read_or_refuse_anything_and_lose_nothing(value in value()) {
        keeps::<Agent>(&value);
        keeps::<Call>(&value);
        keeps::<Action>(&value);
        keeps::<SimulationCase>(&value);
        keeps::<Subaccount>(&value);
        keeps::<PostCallEvent>(&value);
        keeps::<PostCallEvent>(&json!({"call": value.clone(), "executed_actions": {"a": value}}));
    }
}

/// Decodes a segment.
fn decoded(segment: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = segment.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next().unwrap(), rest.next().unwrap()];
            let digits = core::str::from_utf8(&digits).unwrap().to_owned();
            bytes.push(u8::from_str_radix(&digits, 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}
