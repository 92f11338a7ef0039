//! Every operation of the typed client: what it sends, and that it reads a response that has drifted.
//!
//! Length: one line for each operation.
#![cfg(target_arch = "wasm32")]
// A failed unwrap is a failed test, and nothing is removed from the builds that tests run in.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods)]

use js_sys::{Array, Function, Reflect};
use synthflow_wasm::resources::RESOURCES;
use synthflow_wasm::resources::actions::*;
use synthflow_wasm::resources::agents::*;
use synthflow_wasm::resources::analytics::ExportAnalytics;
use synthflow_wasm::resources::batch_calls::*;
use synthflow_wasm::resources::calls::*;
use synthflow_wasm::resources::chats::*;
use synthflow_wasm::resources::contacts::*;
use synthflow_wasm::resources::knowledge_bases::sources::*;
use synthflow_wasm::resources::knowledge_bases::*;
use synthflow_wasm::resources::mcp::*;
use synthflow_wasm::resources::memory_stores::*;
use synthflow_wasm::resources::phone_books::entries::CreatePhoneBookEntry;
use synthflow_wasm::resources::phone_books::*;
use synthflow_wasm::resources::phone_numbers::*;
use synthflow_wasm::resources::simulation_cases::*;
use synthflow_wasm::resources::simulation_runs::sessions::ListSimulationRunSessions;
use synthflow_wasm::resources::simulation_runs::*;
use synthflow_wasm::resources::simulation_scenarios::*;
use synthflow_wasm::resources::simulation_suites::*;
use synthflow_wasm::resources::simulations::*;
use synthflow_wasm::resources::subaccounts::*;
use synthflow_wasm::resources::voices::ListVoices;
use synthflow_wasm::resources::webhook_logs::*;
use synthflow_wasm::{Client, ClientOptions, LogLevel};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const PHONE: &str = "+14155550100";

/// Returns one line of JSON: data of wrong types, unknown values and unknown fields.
const DRIFTED: &str = r#"
    const item = { brand_new: 1, name: 5, status: "brand-new", call_status: ["x"], created_at: null, type: "x" };
    // The response to a creation has an id, under some name; some ids are numbers although strings are documented.
    const ids = { model_id: "m", call_id: 5, action_id: "a", chat_id: "c", conversation_id: "c", source_id: "s",
        knowledge_base_id: "k", simulation_case_id: "s", simulation_id: "s", callId: "c", subaccount_id: "s",
        id: "i", key: "k", batch_call_id: "b", session_id: "s" };
    const response = { ...item, ...ids, items: [item], voices: [item], calls: [item], chats: [item], assistants: [item],
        actions: [item], batch_calls: [item], tasks: [item], phone_numbers: [item], knowledge_bases: [item], sources: [item], subaccounts: [item] };
    sent.push([url, init.method, init.body]);
    return new Response(JSON.stringify({ status: "ok", response }));
"#;

fn client(sent: &Array) -> Client {
    let make = Function::new_with_args("sent", &format!("return async (url, init) => {{ {DRIFTED} }}"));
    let fetch = make.call1(&JsValue::UNDEFINED, sent).unwrap().unchecked_into();
    let options = ClientOptions::new("test").fetch(fetch).log_level(LogLevel::Off);
    Client::with_options(options).unwrap()
}

/// The HTTP method and the path of the only request.
fn sent_as(sent: &Array) -> String {
    assert_eq!(sent.length(), 1);
    let text = |index: u32| Array::from(&sent.get(0)).get(index).as_string().unwrap();
    format!("{} {}", text(1), text(0).strip_prefix("https://api.synthflow.ai/v2").unwrap())
}

macro_rules! operations_send {
    ($client:ident, $($call:expr => $request:literal;)*) => {
        #[wasm_bindgen_test]
        async fn every_operation_sends_and_reads() {
            let mut count = 0;
            $({
                let sent = Array::new();
                let $client = client(&sent);
                if let Err(error) = $call.await {
                    panic!("{}: {}", $request, error.message());
                }
                assert_eq!(sent_as(&sent), $request);
                count += 1;
            })*
            let declared: usize = RESOURCES.iter().map(|resource| resource.operations.len()).sum();
            assert_eq!(count, declared);
        }
    };
}

fn new_case() -> CreateSimulationCase {
    CreateSimulationCase::new()
        .name("N")
        .prompt("P")
        .r#type(SimulationCaseType::Custom)
        .success_criteria(Vec::<String>::new())
        .call_success_type(CallSuccessType::All)
}

operations_send! { client,
    client.agents().create(&CreateAgent::new().r#type("widget").name("A").agent(AgentSettings::new())) => "POST /assistants";
    client.agents().list(&ListAgents::new()) => "GET /assistants/";
    client.agents().get("m", &GetAgent::new()) => "GET /assistants/m";
    client.agents().update("m", &UpdateAgent::new().name("B")) => "PUT /assistants/m";
    client.agents().delete("m") => "DELETE /assistants/m";
    client.agents().attach_phone_numbers("m", &AttachPhoneNumbersBySlug::new().phone_number_slugs(vec!["s".to_owned()]).into()) => "PUT /assistants/m/phone_numbers";
    client.agents().detach_phone_number("m", "s") => "DELETE /assistants/m/phone_numbers/s";
    client.calls().create(&CreateCall::new().model_id("m").name("Sam").phone(PHONE)) => "POST /calls";
    client.calls().list(&ListCalls::new().model_id("m")) => "GET /calls?model_id=m";
    client.calls().get("c") => "GET /calls/c";
    client.calls().start_web_socket_media(&StartWebSocketMedia::new().model_id("m").from_phone_number(PHONE).to_phone_number(PHONE)) => "POST /calls/outbound-test-ws-media";
    client.calls().get_web_socket_media_base_url() => "GET /calls/outbound-test-ws-media/base-url";
    client.batch_calls().create(&CreateBatchCall::new().model_id("m").from_phone_number(PHONE).tasks([BatchCallTaskInput::new().id("1").to_phone_number(PHONE)])) => "POST /calls/batch";
    client.batch_calls().list(&ListBatchCalls::new()) => "GET /calls/batch";
    client.batch_calls().get("b") => "GET /calls/batch/b";
    client.batch_calls().list_tasks("b", &ListBatchCallTasks::new().status("failed")) => "GET /calls/batch/b/tasks?status=failed";
    client.batch_calls().pause("b") => "POST /calls/batch/b/pause";
    client.batch_calls().resume("b") => "POST /calls/batch/b/resume";
    client.batch_calls().cancel("b") => "POST /calls/batch/b/cancel";
    client.actions().create(&CreateAction::new().send_sms(SendSms::new().content("C").instructions("I"))) => "POST /actions";
    client.actions().list(&ListActions::new().limit(5)) => "GET /actions?limit=5";
    client.actions().get("a", &GetAction::new().include_assistants(true)) => "GET /actions/a?include_assistants=true";
    client.actions().update("a", &UpdateAction::new().send_sms(UpdateSendSms::new().content("C"))) => "PUT /actions/a";
    client.actions().delete("a") => "DELETE /actions/a";
    client.actions().initialize(&InitializeAction::new().action_id("a")) => "POST /actions/initialize";
    client.actions().attach(&AttachActions::new().model_id("m").actions(vec!["a".to_owned()])) => "POST /actions/attach";
    client.actions().detach(&DetachActions::new().model_id("m").actions(vec!["a".to_owned()])) => "POST /actions/detach";
    client.analytics().export(&ExportAnalytics::new().type_of_call("widget")) => "GET /analytics/?type_of_call=widget";
    client.phone_numbers().list(&ListPhoneNumbers::new().workspace("w")) => "GET /numbers?workspace=w";
    client.phone_numbers().get("1", &GetPhoneNumber::new().workspace("w")) => "GET /numbers/1?workspace=w";
    client.phone_numbers().update("1", &UpdatePhoneNumber::new().friendly_name("F")) => "PATCH /numbers/1";
    client.phone_numbers().delete("1") => "DELETE /numbers/1";
    client.phone_numbers().import_custom(&ImportPhoneNumber::new().termination_uri("sip.example.com").workspace_id("w").phone_number(PHONE)) => "POST /custom-numbers";
    client.voices().list(&ListVoices::new().workspace("w")) => "GET /voices?workspace=w";
    client.knowledge_bases().create(&CreateKnowledgeBase::new().name("FAQ")) => "POST /knowledge_base";
    client.knowledge_bases().list(&ListKnowledgeBases::new()) => "GET /knowledge_base";
    client.knowledge_bases().get("k") => "GET /knowledge_base/k";
    client.knowledge_bases().update("k", &UpdateKnowledgeBase::new().name("N")) => "PUT /knowledge_base/k";
    client.knowledge_bases().delete("k") => "DELETE /knowledge_base/k";
    client.knowledge_bases().attach("k", &AttachKnowledgeBase::new().model_id("m")) => "POST /knowledge_base/k/attach?model_id=m";
    client.knowledge_bases().detach("k", &DetachKnowledgeBase::new().model_id("m")) => "POST /knowledge_base/k/detach";
    client.knowledge_bases().sources().list("k", &ListKnowledgeBaseSources::new()) => "GET /knowledge_base/k/sources";
    client.knowledge_bases().sources().create("k", &CreateKnowledgeBaseSource::new().r#type("text").content("C")) => "POST /knowledge_base/k/sources";
    client.knowledge_bases().sources().update("k", "s", &UpdateKnowledgeBaseSourceText::new().content("C").into()) => "PUT /knowledge_base/k/sources/s";
    client.knowledge_bases().sources().delete("k", "s") => "DELETE /knowledge_base/k/sources/s";
    client.phone_books().create(&CreatePhoneBook::new().name("B")) => "POST /phonebooks";
    client.phone_books().list(&ListPhoneBooks::new()) => "GET /phonebooks";
    client.phone_books().delete("b") => "DELETE /phonebooks/b";
    client.phone_books().entries().create("b", &CreatePhoneBookEntry::new().phone_number(PHONE).transfer_condition("T")) => "POST /phonebooks/b/entries";
    client.phone_books().entries().delete("b", "e") => "DELETE /phonebooks/b/entries/e";
    client.subaccounts().create(&CreateSubaccount::new().subaccount_name("S")) => "POST /subaccounts";
    client.subaccounts().list(&ListSubaccounts::new()) => "GET /subaccounts/";
    client.subaccounts().get("s") => "GET /subaccounts/s";
    client.subaccounts().update("s", &UpdateSubaccount::new().concurrency(5)) => "PUT /subaccounts/s";
    client.subaccounts().delete("s") => "DELETE /subaccounts/s";
    client.contacts().create(&CreateContact::new().name("Sam").phone_number(PHONE)) => "POST /contacts";
    client.contacts().list(&ListContacts::new().search("+1")) => "GET /contacts?search=%2B1";
    client.contacts().get("c") => "GET /contacts/c";
    client.contacts().update("c", &UpdateContact::new().contact_metadata(ContactMetadata::new().company("A"))) => "PATCH /contacts/c";
    client.contacts().delete("c") => "DELETE /contacts/c";
    client.memory_stores().create(&CreateMemoryStore::new().title("T")) => "POST /memory_stores";
    client.memory_stores().list(&ListMemoryStores::new()) => "GET /memory_stores";
    client.memory_stores().get("s") => "GET /memory_stores/s";
    client.memory_stores().update("s", &UpdateMemoryStore::new().title("T")) => "PATCH /memory_stores/s";
    client.memory_stores().delete("s") => "DELETE /memory_stores/s";
    client.memory_stores().attach_agent("s", "m") => "POST /memory_stores/s/assistants/m/attach";
    client.memory_stores().detach_agent("s", "m") => "POST /memory_stores/s/assistants/m/detach";
    client.memory_stores().attach_contact("s", "c") => "POST /memory_stores/s/contacts/c/attach";
    client.memory_stores().detach_contact("s", "c") => "POST /memory_stores/s/contacts/c/detach";
    client.memory_stores().get_contact_memory("s", "c") => "GET /memory_stores/s/contacts/c/memory_data";
    client.webhook_logs().list(&ListWebhookLogs::new().workspace_id("w").status("failed")) => "GET /logs?workspace_id=w&status=failed";
    client.webhook_logs().get("l", &GetWebhookLog::new().workspace_id("w")) => "GET /logs/l?workspace_id=w";
    client.simulations().create(&LegacySimulationCase::new().name("N")) => "POST /simulations";
    client.simulations().list(&LegacyListSimulations::new()) => "GET /simulations";
    client.simulations().get("c") => "GET /simulations/c";
    client.simulations().update("c", &LegacySimulationCase::new()) => "PUT /simulations/c";
    client.simulations().delete("c") => "DELETE /simulations/c";
    client.simulations().generate(&LegacyGenerateSimulations::new()) => "POST /simulations/generate";
    client.simulations().list_by_agent("m", &LegacyListSimulations::new()) => "GET /simulations/agent/m";
    client.simulations().start(&LegacyStartSimulation::new().simulation_case_id("c")) => "POST /simulations/start";
    client.simulations().list_all(&LegacyListSimulations::new()) => "GET /simulations/all";
    client.simulations().sessions().list(&LegacyListSimulations::new()) => "GET /sessions";
    client.simulations().sessions().get("s") => "GET /sessions/s";
    client.simulation_cases().create(&new_case()) => "POST /simulation_cases";
    client.simulation_cases().list(&ListSimulationCases::new().page_size(5)) => "GET /simulation_cases?page_size=5";
    client.simulation_cases().get("c") => "GET /simulation_cases/c";
    client.simulation_cases().update("c", &UpdateSimulationCase::new().name("N")) => "PUT /simulation_cases/c";
    client.simulation_cases().delete("c") => "DELETE /simulation_cases/c";
    client.simulation_cases().list_by_agent(&ListSimulationCasesByAgent::new().agent_id("m")) => "GET /simulation_cases/by_agent?agent_id=m";
    client.simulation_cases().generate(&GenerateSimulationCases::new().agent_id("m").include_tests(vec![SimulationTest::AngryUser])) => "POST /simulation_cases/generate";
    client.simulation_scenarios().create(&CreateSimulationScenario::new().name("N").description("D")) => "POST /simulation_scenarios";
    client.simulation_scenarios().list(&ListSimulationScenarios::new()) => "GET /simulation_scenarios";
    client.simulation_scenarios().get("s") => "GET /simulation_scenarios/s";
    client.simulation_scenarios().update("s", &UpdateSimulationScenario::new().name("N")) => "PUT /simulation_scenarios/s";
    client.simulation_scenarios().delete("s") => "DELETE /simulation_scenarios/s";
    client.simulation_suites().create(&CreateSimulationSuite::new().name("N").model_id("m").language("de-DE")) => "POST /simulation_suites";
    client.simulation_suites().list(&ListSimulationSuites::new().model_ids(vec!["a".to_owned(), "b".to_owned()])) => "GET /simulation_suites?model_ids=a&model_ids=b";
    client.simulation_suites().get("s") => "GET /simulation_suites/s";
    client.simulation_suites().update("s", &UpdateSimulationSuite::new().name("N")) => "PUT /simulation_suites/s";
    client.simulation_suites().delete("s") => "DELETE /simulation_suites/s";
    client.simulation_suites().execute("s", &ExecuteSimulationSuite::new().target_agent_id("m").max_turns(10)) => "POST /simulation_suites/s/execute?target_agent_id=m&max_turns=10";
    client.simulation_runs().start(&StartSimulationRun::new().simulation_case_id("c").target_agent_id("m")) => "POST /simulations";
    client.simulation_runs().list(&ListSimulationRuns::new().status("failed")) => "GET /simulations?status=failed";
    client.simulation_runs().get("r") => "GET /simulations/r";
    client.simulation_runs().sessions().list(&ListSimulationRunSessions::new()) => "GET /simulations/sessions";
    client.simulation_runs().sessions().get("s") => "GET /simulations/session/s";
    client.chats().list(&ListChats::new().cursor("x y")) => "GET /chat?cursor=x%20y";
    client.chats().create("c", &CreateChat::new().model_id("m")) => "POST /chat/c";
    client.chats().get("c") => "GET /chat/c";
    client.chats().delete("c") => "DELETE /chat/c";
    client.chats().send_message("c", &SendChatMessage::new().message("Hi")) => "POST /chat/c/messages";
    client.chats().create_outbound(&CreateOutboundChat::new().agent_id("m").channel("sms").to_number(PHONE).from_number(PHONE)) => "POST /chat/outbound";
    client.mcp().get("w") => "GET /workspaces/w/mcp-config";
    client.mcp().set("w", &SetMcpConfig::new().servers(vec![SetMcpServer::new().mcp_url("https://a.example")])) => "POST /workspaces/w/mcp-config";
    client.mcp().update("w", &SetMcpConfig::new().servers(Vec::new())) => "PUT /workspaces/w/mcp-config";
    client.mcp().delete("w") => "DELETE /workspaces/w/mcp-config";
    client.mcp().discover_tools("w", &DiscoverMcpTools::new()) => "POST /workspaces/w/mcp-tools/discover";
    client.mcp().invoke_tool("w", &InvokeMcpTool::new().namespaced_tool("a__b")) => "POST /workspaces/w/mcp-tools/invoke";
}

#[wasm_bindgen_test]
async fn a_drifted_response_loses_nothing() {
    let sent = Array::new();
    let page = client(&sent).webhook_logs().list(&ListWebhookLogs::new().workspace_id("w")).await.unwrap();
    let [log] = page.data.as_slice() else { panic!("one item") };
    assert_eq!(log.status, Some(WebhookStatus::Other("brand-new".to_owned())));
    assert_eq!(log.extra["brand_new"], 1);
    let call = client(&Array::new()).calls().get("c").await.unwrap();
    assert_eq!(call.status, Some(CallStatus::Other("brand-new".to_owned())));
    assert_eq!((call.name, call.call_status), (None, None));
}

#[wasm_bindgen_test]
async fn unions_and_nested_models_are_written_as_the_contract_has_them() {
    let sent = Array::new();
    let transfer = LiveTransferToPhoneBook::new()
        .transfer_mode(TransferMode::ColdTransfer)
        .phone_book_id("b")
        .instructions("I")
        .initiating_msg("M");
    client(&sent).actions().create(&CreateAction::new().live_transfer(transfer)).await.unwrap();
    let body = Reflect::get_u32(&sent.get(0), 2).unwrap().as_string().unwrap();
    assert_eq!(
        body,
        r#"{"LIVE_TRANSFER":{"transfer_mode":"cold_transfer","phone_book_id":"b","instructions":"I","initiating_msg":"M"}}"#
    );
}
