//! The declarations, the table, the checker and the models, natively.
//!
//! Length: one test for each thing that the macros make.
#![cfg(not(target_arch = "wasm32"))]
// A failed unwrap is a failed test, and nothing is removed from the builds that tests run in.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods)]

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use synthflow_wasm::host::Encoded;
use synthflow_wasm::resources::actions::Action;
use synthflow_wasm::resources::agents::{
    Agent, AgentSettings, AgentType, CreateAgent, Language, LanguageModel,
};
use synthflow_wasm::resources::analytics::AnalyticsExport;
use synthflow_wasm::resources::calls::{
    Call, CallStatus, CreateCall, CustomVariable, CustomVariablePair, StartTime,
};
use synthflow_wasm::resources::contacts::{Contact, ContactCreated};
use synthflow_wasm::resources::knowledge_bases::sources::{
    KnowledgeBaseSourceCreated, KnowledgeBaseSourceDeleted,
};
use synthflow_wasm::resources::knowledge_bases::{KnowledgeBase, KnowledgeBaseAttached, KnowledgeBaseSaved};
use synthflow_wasm::resources::memory_stores::{ContactMemory, MemoryStore, MemoryStoreUpdated};
use synthflow_wasm::resources::phone_books::entries::PhoneBookEntryCreated;
use synthflow_wasm::resources::phone_books::{PhoneBook, PhoneBookCreated};
use synthflow_wasm::resources::phone_numbers::PhoneNumberListItem;
use synthflow_wasm::resources::shared::Confirmation;
use synthflow_wasm::resources::subaccounts::{Subaccount, SubaccountCreated, SubaccountUpdated};
use synthflow_wasm::resources::voices::Voice;
use synthflow_wasm::schema::check::Checker;
use synthflow_wasm::schema::naming::{nearest, snake};
use synthflow_wasm::schema::table;
use synthflow_wasm::webhooks::PostCallEvent;

/// The issues of the params of an operation: one line each.
fn problems(operation: &str, params: &Value) -> Vec<String> {
    let table = table::requests();
    let shape = table.operation(&snake(operation)).and_then(|operation| operation.params).unwrap();
    let mut checker = Checker::new(table);
    checker.check(Encoded::from(params).root(), shape);
    checker.issues.iter().map(|issue| issue.line()).collect()
}

#[test]
fn the_table_has_every_operation_with_its_properties() {
    let table = table::requests();
    let facts: Vec<String> = table
        .operations
        .iter()
        .map(|operation| {
            format!("{} {} {} {:?}", operation.name, operation.method, operation.path, operation.retry_policy)
        })
        .collect();

    assert_eq!(facts[0], "agents.create POST /assistants NonIdempotent");
    assert!(facts.contains(&"agents.list GET /assistants/ Safe".to_owned()));
    assert!(
        facts.contains(
            &"agents.detach_phone_number DELETE /assistants/{model_id}/phone_numbers/{phone_number_slug} Idempotent"
                .to_owned()
        )
    );
    assert!(table.operation("agents.none").is_none());
}

#[test]
fn all_issues_are_reported_with_their_paths() {
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
fn hostile_values_are_issues_and_never_panic() {
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
fn responses_are_never_refused_and_lose_nothing() {
    let answer = json!({
        "model_id": "m", "name": 5, "type": "brand-new-type", "brand_new": {"x": [1]},
        "agent": {"language": "xx-XX", "voice_speed": "fast"}
    });
    let agent: Agent = serde_json::from_value(answer).unwrap();
    assert_eq!(agent.model_id.as_deref(), Some("m"));
    assert_eq!(agent.name, None, "a value of another type than documented is not read");
    assert_eq!(agent.extra["brand_new"], json!({"x": [1]}));
    let settings = agent.agent.unwrap();
    assert_eq!(settings.language.as_ref().map(Language::as_str), Some("xx-XX"));
    assert_eq!(settings.voice_speed, None);
}

/// Every number as a float: `1` and `1.0` are the same number in JSON.
fn plain(value: Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(entries) => entries.into_iter().map(plain).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, plain(value))).collect(),
        other => other,
    }
}

/// Reads data as a model and writes it again: nothing may be lost, and only ids are filled.
fn keeps<T: DeserializeOwned + Serialize>(operation: &str, data: &Value) {
    let read: T = serde_json::from_value(data.clone()).unwrap();
    let mut written = serde_json::to_value(read).unwrap();
    if let (Some(fields), Some(given)) = (written.as_object_mut(), data.as_object()) {
        fields.retain(|name, _| given.contains_key(name) || !name.ends_with("_id"));
    }
    assert_eq!(plain(written), plain(data.clone()), "{operation}");
}

/// Reads the data of an example as the model of its operation.
fn read(operation: &str, data: &Value) {
    let keeps = match operation {
        "agents.get" => keeps::<Agent>,
        "agents.list" => keeps::<Vec<Agent>>,
        "calls.get" => keeps::<Call>,
        "calls.list" => keeps::<Vec<Call>>,
        "voices.list" => keeps::<Vec<Voice>>,
        "actions.list" => keeps::<Vec<Action>>,
        "analytics.export" => keeps::<AnalyticsExport>,
        "phoneNumbers.list" => keeps::<Vec<PhoneNumberListItem>>,
        "knowledgeBases.get" => keeps::<KnowledgeBase>,
        "knowledgeBases.create" | "knowledgeBases.update" => keeps::<KnowledgeBaseSaved>,
        "knowledgeBases.attach" | "knowledgeBases.detach" => keeps::<KnowledgeBaseAttached>,
        "knowledgeBases.sources.create" => keeps::<KnowledgeBaseSourceCreated>,
        "knowledgeBases.sources.delete" => keeps::<KnowledgeBaseSourceDeleted>,
        "phoneBooks.create" => keeps::<PhoneBookCreated>,
        "phoneBooks.list" => keeps::<Vec<PhoneBook>>,
        "phoneBooks.entries.create" => keeps::<PhoneBookEntryCreated>,
        "subaccounts.create" => keeps::<SubaccountCreated>,
        "subaccounts.update" => keeps::<SubaccountUpdated>,
        "subaccounts.get" => keeps::<Subaccount>,
        "subaccounts.list" => keeps::<Vec<Subaccount>>,
        "subaccounts.delete" => keeps::<Confirmation>,
        "contacts.create" => keeps::<ContactCreated>,
        "contacts.list" => keeps::<Vec<Contact>>,
        "contacts.get" => keeps::<Contact>,
        "memoryStores.create" | "memoryStores.get" => keeps::<MemoryStore>,
        "memoryStores.list" => keeps::<Vec<MemoryStore>>,
        "memoryStores.update" => keeps::<MemoryStoreUpdated>,
        "memoryStores.getContactMemory" => keeps::<ContactMemory>,
        _ => keeps::<Confirmation>,
    };
    keeps(operation, data);
}

#[test]
fn fields_of_an_example_are_typed() {
    let agent: Agent = serde_json::from_value(
        json!({"name": "A", "agent": {"voice_stability": 0.5, "min_words_to_interrupt": 0}}),
    )
    .unwrap();
    let settings = agent.agent.unwrap();
    assert_eq!(settings.voice_stability, Some(0.5));
    assert!(settings.min_words_to_interrupt.is_some());
    let call: Call = serde_json::from_value(json!({"status": "completed", "start_time": 1})).unwrap();
    assert_eq!(call.status, Some(CallStatus::Completed));
    assert!(matches!(call.start_time, Some(StartTime::Number(1))), "{:?}", call.start_time);
}

#[test]
fn a_webhook_of_the_legacy_documentation_is_read() {
    let text = include_str!("../js-tests/webhooks/legacy.json");
    let event: PostCallEvent = serde_json::from_str(text).unwrap();
    assert_eq!(event.status, Some(CallStatus::Completed));
    let call = event.call.clone().unwrap();
    assert_eq!(call.call_id.as_deref(), Some("1711646262471x768387119913843100"));
    assert_eq!(
        event.executed_actions.unwrap()["extract_info_1"].return_value,
        Some(json!({"purchase": "car"}))
    );
}

#[test]
fn the_examples_of_the_legacy_documentation_are_read_and_valid() {
    let examples: Vec<Value> =
        serde_json::from_str(include_str!("../js-tests/contract/legacy.json")).unwrap();
    let mut count = 0;
    for example in &examples {
        let operation = example["operation"].as_str().unwrap();
        if let Some(data) = example.get("data") {
            read(operation, data);
            count += 1;
        }
        // One is empty, one has a field that the API refuses today.
        if ["actions.create", "subaccounts.update"].contains(&operation) {
            continue;
        }
        for params in example["arguments"].as_array().unwrap().iter().filter(|argument| argument.is_object())
        {
            assert_eq!(problems(operation, params), Vec::<String>::new(), "{operation}");
            count += 1;
        }
    }
    assert!(count > 60, "{count} requests and responses");
}

#[test]
fn params_are_validated_on_every_target() {
    use synthflow_wasm::validate;

    let mut params = json!({ "model_id": "m", "phone": "4155550100", "name": "Sam", "brand_new": 1 });
    let issues = validate("calls.create", &params).unwrap();
    assert_eq!(issues.iter().map(|issue| issue.path.as_str()).collect::<Vec<_>>(), ["phone"]);
    params["phone"] = json!("+14155550100");
    assert!(validate("calls.create", &params).unwrap().is_empty());
    for name in ["agents.attach_phone_numbers", "agents.attachPhoneNumbers"] {
        assert!(!validate(name, &json!(5)).unwrap().is_empty());
    }
    let error = validate("calls.none", &params).unwrap_err();
    assert!(error.message().contains("calls.none"), "{error}");
}

#[test]
fn what_does_not_fit_its_type_is_kept() {
    let read = json!({ "call_id": {}, "labels": ["a", 3], "duration": null, "brand_new": [1] });
    let call: Call = serde_json::from_value(read.clone()).unwrap();
    assert_eq!((&call.call_id, &call.labels, &call.duration), (&None, &None, &None));
    assert_eq!(call.extra["call_id"], json!({}));
    assert_eq!(call.extra["labels"], json!(["a", 3]));
    let mut written = read;
    written.as_object_mut().unwrap().remove("duration");
    assert_eq!(serde_json::to_value(&call).unwrap(), written);
}

#[test]
fn r7_a_field_that_was_set_replaces_what_a_response_had_under_its_name() {
    let read: AgentSettings =
        serde_json::from_value(json!({ "voice_speed": "fast", "prompt": 5, "new": 1 })).unwrap();
    let written = serde_json::to_string(&read.clone().voice_speed(1.2)).unwrap();
    assert_eq!(written, r#"{"voice_speed":1.2,"new":1,"prompt":5}"#);
    // One that is not set is sent as it was read.
    assert_eq!(serde_json::to_value(&read).unwrap(), json!({ "voice_speed": "fast", "prompt": 5, "new": 1 }));
}

#[test]
fn setters_take_what_becomes_the_type() {
    let none: Option<String> = None;
    let agent = CreateAgent::new().name("A").name(none).r#type("outbound");
    assert_eq!((agent.name, agent.r#type), (None, Some(AgentType::Outbound)));
    assert_eq!("widget".parse(), Ok(AgentType::Widget));
    assert_eq!(AgentType::from("new".to_owned()).to_string(), "new");
    assert_eq!(format!("[{:<6}]", AgentType::from("new".to_owned())), "[new   ]");
}

#[test]
fn nearest_finds_misspelled_names_only() {
    // js-tests/shared/nearest.test.js reads them, too.
    let cases: Value = serde_json::from_str(include_str!("names.json")).unwrap();
    for case in cases.as_array().unwrap() {
        let known: Vec<_> = case["known"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert_eq!(nearest(case["name"].as_str().unwrap(), &known), case["nearest"].as_str(), "{case}");
    }
}

#[test]
fn w28_ids_are_filled_from_the_other_name_and_are_strings() {
    let store: MemoryStore = serde_json::from_value(json!({ "memory_store_id": 7 })).unwrap();
    assert_eq!(store.id.as_deref(), Some("7"));
    let action: Action = serde_json::from_value(json!({ "id": "a" })).unwrap();
    assert_eq!(action.action_id.as_deref(), Some("a"));
}

#[test]
fn w10_json_with_a_number_that_would_be_rounded_stays_a_string() {
    let actions = |json: &str| json!({ "executed_actions": { "a": { "return_value": json } } });
    for (json, is_kept) in
        [(r#"{"a": 123456789012345678901234567890}"#, true), (r#"{"a": 12345678901234567}"#, false)]
    {
        let call: Call = serde_json::from_value(actions(json)).unwrap();
        let value = call.executed_actions.unwrap()["a"].return_value.clone().unwrap();
        assert_eq!(value.is_string(), is_kept, "{json}");
    }
}
