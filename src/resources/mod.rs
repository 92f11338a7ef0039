//! One file per resource: its models and its operations. This file is their list.

use crate::schema::ResourceDeclaration;

#[macro_use]
mod operations;
pub mod shared;

/// Declares all resources, in the order of `api.md`: their modules, the list that everything generated is made of, and
/// the accessors of the client. A resource within another one follows it, behind `/`.
macro_rules! resources {
    ($($(#[doc = $doc:literal])* $module:ident: $resource:ident $(/ $child:ident)*;)*) => {
        $(pub mod $module;)*

        /// All resources.
        pub static RESOURCES: &[&ResourceDeclaration] =
            &[$(&$module::DECLARATION, $(&$module::$child::DECLARATION,)*)*];

        /// Gives the client a method for each resource.
        #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
        macro_rules! accessors {
            () => {
                impl Client {$(
                    $(#[doc = $doc])*
                    #[must_use]
                    pub fn $module(&self) -> $crate::resources::$module::$resource<'_> {
                        $crate::resources::$module::$resource::new(&self.0)
                    }
                )*}
            };
        }
        #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
        pub(crate) use accessors;
    };
}

resources! {
    /// Voice agents.
    agents: Agents;
    /// Phone calls.
    calls: Calls;
    /// Batch calls: calls to a list of recipients, placed over time.
    batch_calls: BatchCalls;
    /// Actions, which an agent performs besides talking.
    actions: Actions;
    /// Call analytics.
    analytics: Analytics;
    /// Phone numbers of a workspace.
    phone_numbers: PhoneNumbers;
    /// Voices for agents.
    voices: Voices;
    /// Knowledge bases: documents that agents can look up.
    knowledge_bases: KnowledgeBases / sources;
    /// Phone books: numbers an agent may transfer a call to.
    phone_books: PhoneBooks / entries;
    /// Subaccounts: workspaces of an agency.
    subaccounts: Subaccounts;
    /// Contacts: people that agents talk to.
    contacts: Contacts;
    /// Memory stores: what agents remember about contacts.
    memory_stores: MemoryStores;
    /// Webhook logs: requests that Synthflow sent to your URLs, with their responses.
    webhook_logs: WebhookLogs;
    /// Simulations of the legacy API.
    simulations: Simulations / sessions;
    /// Simulation cases: test conversations with success criteria.
    simulation_cases: SimulationCases;
    /// Simulation scenarios: situations that cases are generated from.
    simulation_scenarios: SimulationScenarios;
    /// Simulation suites: cases that are run together against one agent.
    simulation_suites: SimulationSuites;
    /// Simulation runs: executions of cases, with their results.
    simulation_runs: SimulationRuns / sessions;
    /// Chats: text conversations with a chat agent.
    chats: Chats;
    /// MCP: Model Context Protocol servers whose tools agents can use.
    mcp: Mcp;
}
