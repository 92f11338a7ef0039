//! The declarations, the table, the checker and the models, natively.
#![cfg(not(target_arch = "wasm32"))]
// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use serde_json::{Value, json};
use synthflow_wasm::resources::agents::{
    Agent, AgentSettings, AgentType, CreateAgent, Language, LanguageModel,
};
use synthflow_wasm::resources::calls::{
    Call, CallStatus, CreateCall, CustomVariable, CustomVariablePair, StartTime,
};
use synthflow_wasm::resources::voices::Voice;
use synthflow_wasm::schema::check::Checker;
use synthflow_wasm::schema::table;

/// What the checker finds wrong with the params of an operation: one line each.
fn problems(operation: &str, params: &Value) -> Vec<String> {
    let table = table::requests();
    let shape = table.operation(operation).and_then(|operation| operation.params).unwrap();
    let mut checker = Checker::new(&table);
    checker.check(params, shape);
    checker.issues.iter().map(|issue| issue.message()).collect()
}

#[test]
fn the_table_holds_every_operation_with_its_facts() {
    let table = table::requests();
    let facts: Vec<String> = table
        .operations
        .iter()
        .map(|operation| {
            format!("{} {} {} {}", operation.name, operation.http, operation.path, operation.repeat)
        })
        .collect();
    assert_eq!(facts.len(), 13);
    assert_eq!(facts[0], "agents.create POST /assistants 2");
    assert!(facts.contains(&"agents.list GET /assistants/ 0".to_owned()));
    assert!(
        facts.contains(
            &"agents.detachPhoneNumber DELETE /assistants/{model_id}/phone_numbers/{phone_number_slug} 1"
                .to_owned()
        )
    );
    assert!(table.operation("agents.none").is_none());
}

#[test]
fn all_problems_are_told_with_their_paths() {
    let found = problems("agents.create", &json!({"type": "widgt", "name": 5, "agent": {"voice_speed": 3}}));
    assert_eq!(
        found,
        [
            "type: expected \"outbound\", \"inbound\" or \"widget\", got \"widgt\"; did you mean \"widget\"?",
            "name: expected a string, got 5",
            "agent.voice_speed: expected a number from 0.7 to 1.2, got 3",
        ]
    );
    assert_eq!(
        problems("agents.create", &json!({"type": "widget", "name": "A", "agent": {}})),
        Vec::<String>::new()
    );
}

#[test]
fn entries_of_lists_and_members_of_unions_have_paths() {
    let params =
        json!({"model_id": "m", "name": "Sam", "phone": "+14155550100", "custom_variables": [{"key": 5}, 5]});
    let found = problems("calls.create", &params);
    assert!(found[0].starts_with("custom_variables[0].key: expected"), "{found:?}");
    assert!(found[1].starts_with("custom_variables[1]: expected"), "{found:?}");
    assert!(found[1].contains(" or "), "{found:?}");
    assert_eq!(found.len(), 2);
}

#[test]
fn hostile_values_are_problems_and_never_a_panic() {
    let mut deep = json!({});
    for _ in 0..100 {
        deep = json!({"agent": deep, "": [1]});
    }
    let values = [
        json!(null),
        json!([]),
        json!("text"),
        json!(1e308),
        json!({"": "", "\u{0}": 1, "ключ": [[[]]]}),
        json!({"type": "x".repeat(100_000)}),
        deep,
    ];
    for operation in
        ["agents.create", "agents.update", "agents.attachPhoneNumbers", "calls.create", "voices.list"]
    {
        for value in &values {
            assert!(!problems(operation, value).is_empty(), "{operation} takes {value:.60}");
        }
    }
}

#[test]
fn a_builder_writes_what_was_set_and_nothing_else() {
    let agent = CreateAgent::new()
        .r#type(AgentType::Widget)
        .name("Concierge")
        .agent(AgentSettings::new().llm(LanguageModel::from("brand-new")).voice_speed(1.1));
    let written = serde_json::to_value(&agent).unwrap();
    assert_eq!(
        written,
        json!({"type": "widget", "name": "Concierge", "agent": {"llm": "brand-new", "voice_speed": 1.1}})
    );
    assert_eq!(problems("agents.create", &written), Vec::<String>::new());
    let call = CreateCall::new()
        .model_id("m")
        .name("Sam")
        .phone("+14155550100")
        .custom_variables(vec![CustomVariable::from(CustomVariablePair::new().key("a").value("b"))]);
    assert_eq!(problems("calls.create", &serde_json::to_value(&call).unwrap()), Vec::<String>::new());
}

#[test]
fn answers_are_never_refused_and_lose_nothing() {
    let answer = json!({
        "model_id": "m", "name": 5, "type": "brand-new-type", "brand_new": {"x": [1]},
        "agent": {"language": "xx-XX", "voice_speed": "fast"}
    });
    let agent: Agent = serde_json::from_value(answer).unwrap();
    assert_eq!(agent.model_id.as_deref(), Some("m"));
    assert_eq!(agent.name, None, "another type than documented is left out");
    assert_eq!(agent.extra["brand_new"], json!({"x": [1]}));
    let settings = agent.agent.unwrap();
    assert_eq!(settings.language.as_ref().map(Language::as_str), Some("xx-XX"));
    assert_eq!(settings.voice_speed, None);
}

/// With every number as a float: `1` and `1.0` are one number in JSON.
fn plain(value: Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(entries) => entries.into_iter().map(plain).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, plain(value))).collect(),
        other => other,
    }
}

/// Which typed model the data of an example is.
fn read(operation: &str, data: &Value) {
    match operation {
        "agents.get" => {
            let agent: Agent = serde_json::from_value(data.clone()).unwrap();
            assert_eq!(agent.name.as_deref(), Some("Synthflow Customer Service"));
            let settings = agent.agent.clone().unwrap();
            assert_eq!(settings.voice_stability, Some(0.5));
            assert!(settings.min_words_to_interrupt.is_some());
            assert_eq!(plain(serde_json::to_value(&agent).unwrap()), plain(data.clone()), "nothing is lost");
        }
        "calls.get" => {
            let call: Call = serde_json::from_value(data.clone()).unwrap();
            assert_eq!(call.status, Some(CallStatus::Completed));
            assert!(matches!(call.start_time, Some(StartTime::Number(1))), "{:?}", call.start_time);
        }
        "agents.list" => drop(serde_json::from_value::<Vec<Agent>>(data.clone()).unwrap()),
        "calls.list" => drop(serde_json::from_value::<Vec<Call>>(data.clone()).unwrap()),
        "voices.list" => {
            let voices: Vec<Voice> = serde_json::from_value(data.clone()).unwrap();
            assert_eq!(voices[0].language.as_deref(), Some("en-US"));
        }
        _ => panic!("no model for {operation}"),
    }
}

#[test]
fn the_examples_of_the_first_documentation_are_read_and_pass_the_checker() {
    let examples: Vec<Value> = serde_json::from_str(include_str!("../js-tests/contract/seed.json")).unwrap();
    let mut count = 0;
    for example in &examples {
        let operation = example["operation"].as_str().unwrap();
        if let Some(data) = example.get("data") {
            read(operation, data);
            count += 1;
        }
        for params in example["arguments"].as_array().unwrap().iter().filter(|argument| argument.is_object())
        {
            assert_eq!(problems(operation, params), Vec::<String>::new(), "{operation}");
            count += 1;
        }
    }
    assert_eq!(count, 10);
}
