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
    /// Actions, which an agent performs besides talking.
    actions: Actions;
    /// Call analytics.
    analytics: Analytics;
    /// Phone numbers.
    phone_numbers: PhoneNumbers;
    /// Voices.
    voices: Voices;
    /// Knowledge bases: what an agent can look up.
    knowledge_bases: KnowledgeBases / sources;
    /// Phone books: to whom an agent may transfer a call.
    phone_books: PhoneBooks / entries;
    /// Subaccounts: workspaces under an agency's own.
    subaccounts: Subaccounts;
    /// Contacts: people an agent talks to.
    contacts: Contacts;
    /// Memory stores: what agents remember of contacts.
    memory_stores: MemoryStores;
    /// Webhook logs.
    webhook_logs: WebhookLogs;
    /// Simulations of the seed documents' generation.
    simulations: Simulations / sessions;
    /// Simulation cases, of the current generation.
    simulation_cases: SimulationCases;
    /// Simulation scenarios, of the current generation.
    simulation_scenarios: SimulationScenarios;
    /// Simulation suites, of the current generation.
    simulation_suites: SimulationSuites;
    /// Simulation runs, of the current generation.
    simulation_runs: SimulationRuns / sessions;
    /// Chats: conversations in writing.
    chats: Chats;
    /// MCP: tools of Model Context Protocol servers.
    mcp: Mcp;
}
