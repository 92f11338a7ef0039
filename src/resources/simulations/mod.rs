//! Simulations of the legacy API. Its reference names the routes and no fields: they are those of the current API,
//! none is required, and others are accepted.

pub mod sessions;

use super::shared::{Confirmation, JsonObject};
use super::simulation_cases::{CallSuccessType, SimulationCase, SimulationCaseType, SimulationTest};
use super::simulation_runs::SimulationRun;

operations! {
    /// Simulations of the legacy API, where `/simulations` are cases. Prefer `simulation_cases`,
    /// `simulation_scenarios`, `simulation_suites` and `simulation_runs`. The legacy reference names no fields:
    /// none is required.
    pub Simulations = "simulations";

    /// Creates a case. Legacy API: prefer `simulation_cases.create`.
    // Legacy: the changelog, New Simulations Endpoints.
    #[creates = "simulation_case_id id"]
    fn create(; LegacySimulationCase) -> SimulationCase
        = POST "/simulations" one "simulation_case", non_idempotent;

    /// Lists cases. Legacy API: prefer `simulation_cases.list`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn list(; LegacyListSimulations) -> SimulationCase = GET "/simulations" page "items", safe, page;

    /// Gets a case. Legacy API: prefer `simulation_cases.get`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn get(case_id) -> SimulationCase = GET "/simulations/{case_id}" one "simulation_case", safe;

    /// Updates a case. Legacy API: prefer `simulation_cases.update`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn update(case_id; LegacySimulationCase) -> SimulationCase
        = PUT "/simulations/{case_id}" one "simulation_case", idempotent;

    /// Deletes a case. Legacy API: prefer `simulation_cases.delete`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn delete(case_id) -> Confirmation = DELETE "/simulations/{case_id}", idempotent;

    /// Generates cases. Legacy API: prefer `simulation_cases.generate`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn generate(; LegacyGenerateSimulations) -> JsonObject
        = POST "/simulations/generate" stream "", non_idempotent;

    /// Lists the cases of an agent. Legacy API: prefer `simulation_cases.list_by_agent`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn list_by_agent(agent_id; LegacyListSimulations) -> SimulationCase
        = GET "/simulations/agent/{agent_id}" page "items", safe, page;

    /// Runs a case. Runs are billed. Legacy API: prefer `simulation_runs.start`.
    // Legacy: the changelog, New Simulations Endpoints.
    #[creates = "simulation_id"]
    fn start(; LegacyStartSimulation) -> SimulationRun = POST "/simulations/start", non_idempotent;

    /// Lists all simulations. Legacy API: prefer `simulation_runs.list`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn list_all(; LegacyListSimulations) -> SimulationRun = GET "/simulations/all" page "items", safe, page;
}

#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
impl<'client> Simulations<'client> {
    /// Sessions of the legacy API.
    #[must_use]
    pub fn sessions(self) -> sessions::SimulationSessions<'client> {
        sessions::SimulationSessions::new(self.0)
    }
}

model! {
    /// Body of `simulations.create` and `simulations.update`.
    pub struct LegacySimulationCase: open {
        /// Case name.
        name: String = [nullable],
        /// Prompt of the simulated caller.
        prompt: String = [nullable],
        /// Case type.
        r#type: SimulationCaseType = [nullable],
        /// Success criteria, in plain language.
        success_criteria: Vec<String> = [nullable],
        /// How many criteria must be met.
        call_success_type: CallSuccessType = [nullable],
        /// Suite id.
        suite_id: String = [nullable],
        /// Id of the agent that plays the caller.
        base_agent_id: String = [nullable],
    }

    /// Query of the lists of `simulations`.
    pub struct LegacyListSimulations: open {
        /// Page number, from 1.
        page_number: i64 = [at_least(1.0)],
        /// Page size.
        page_size: i64 = [at_least(1.0)],
        /// Name to search for, or a part of it.
        search: String,
    }

    /// Body of `simulations.generate`.
    pub struct LegacyGenerateSimulations: open {
        /// Agent id.
        agent_id: String,
        /// Id of the suite to add the cases to.
        suite_id: String,
        /// What the cases test.
        include_tests: Vec<SimulationTest>,
    }

    /// Body of `simulations.start`.
    pub struct LegacyStartSimulation: open {
        /// Case id.
        simulation_case_id: String,
        /// Id of the session to add the run to.
        simulation_session_id: String = [nullable],
        /// Id of the agent under test.
        target_agent_id: String,
        /// Variables for its prompt.
        custom_variables: JsonObject,
    }
}
