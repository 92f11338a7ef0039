//! One file per resource: its models and its operations. A hub: accessors only.

pub mod actions;
pub mod agents;
pub mod analytics;
pub mod calls;
pub mod chats;
pub mod contacts;
pub mod knowledge_bases;
pub mod mcp;
pub mod memory_stores;
pub mod phone_books;
pub mod phone_numbers;
pub mod shared;
pub mod simulation_cases;
pub mod simulation_runs;
pub mod simulation_scenarios;
pub mod simulation_suites;
pub mod simulations;
pub mod subaccounts;
pub mod voices;
pub mod webhook_logs;

use crate::Client;
use crate::schema::ResourceDeclaration;

/// All resources, in the order of `api.md`.
pub static RESOURCES: &[&ResourceDeclaration] = &[
    &agents::DECLARATION,
    &calls::DECLARATION,
    &actions::DECLARATION,
    &analytics::DECLARATION,
    &phone_numbers::DECLARATION,
    &voices::DECLARATION,
    &knowledge_bases::DECLARATION,
    &knowledge_bases::sources::DECLARATION,
    &phone_books::DECLARATION,
    &phone_books::entries::DECLARATION,
    &subaccounts::DECLARATION,
    &contacts::DECLARATION,
    &memory_stores::DECLARATION,
    &webhook_logs::DECLARATION,
    &simulations::DECLARATION,
    &simulations::sessions::DECLARATION,
    &simulation_cases::DECLARATION,
    &simulation_scenarios::DECLARATION,
    &simulation_suites::DECLARATION,
    &simulation_runs::DECLARATION,
    &simulation_runs::sessions::DECLARATION,
    &chats::DECLARATION,
    &mcp::DECLARATION,
];

/// An accessor for each resource.
macro_rules! accessors {
    ($($(#[doc = $doc:literal])* $module:ident: $resource:ident),* $(,)?) => {
        impl Client {$(
            $(#[doc = $doc])*
            #[must_use]
            pub fn $module(&self) -> $module::$resource<'_> {
                $module::$resource::new(self)
            }
        )*}
    };
}

accessors! {
    /// Agents: what answers and places calls.
    agents: Agents,
    /// Phone calls.
    calls: Calls,
    /// Actions: what an agent can do beside talking.
    actions: Actions,
    /// Analytics.
    analytics: Analytics,
    /// Phone numbers.
    phone_numbers: PhoneNumbers,
    /// Voices.
    voices: Voices,
    /// Knowledge bases: what an agent can look up.
    knowledge_bases: KnowledgeBases,
    /// Phone books: to whom an agent may transfer a call.
    phone_books: PhoneBooks,
    /// Subaccounts: workspaces under an agency's own.
    subaccounts: Subaccounts,
    /// Contacts: people an agent talks to.
    contacts: Contacts,
    /// Memory stores: what agents remember of contacts.
    memory_stores: MemoryStores,
    /// Webhook logs.
    webhook_logs: WebhookLogs,
    /// Simulations of the seed documents' generation.
    simulations: Simulations,
    /// Simulation cases, of the current generation.
    simulation_cases: SimulationCases,
    /// Simulation scenarios, of the current generation.
    simulation_scenarios: SimulationScenarios,
    /// Simulation suites, of the current generation.
    simulation_suites: SimulationSuites,
    /// Simulation runs, of the current generation.
    simulation_runs: SimulationRuns,
    /// Chats: conversations in writing.
    chats: Chats,
    /// MCP: tools of Model Context Protocol servers.
    mcp: Mcp,
}
