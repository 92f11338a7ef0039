//! Simulations of the seed documents' generation. The documents name the routes and no field: the fields
//! are those of the current generation, nothing is required, and others pass.

pub mod sessions;

use super::shared::{Confirmation, JsonObject};
use super::simulation_cases::{CallSuccessType, SimulationCase, SimulationCaseType, SimulationTest};
use super::simulation_runs::SimulationRun;

operations! {
    /// Simulations of the seed documents' generation, where `/simulations` are cases. Prefer the current
    /// one: `simulationCases`, `simulationScenarios`, `simulationSuites`, `simulationRuns`. Fields are typed
    /// after it; nothing is required here, and other fields pass.
    pub Simulations = "simulations";

    /// Creates a case. Current generation: `simulationCases.create`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn create(; LegacySimulationCase) -> SimulationCase
        = POST "/simulations" one "simulation_case", non_idempotent creates "simulation_case_id id";

    /// Lists cases. Current generation: `simulationCases.list`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn list(; LegacyListSimulations) -> SimulationCase = GET "/simulations" page "items", safe, page;

    /// Gets a case. Current generation: `simulationCases.get`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn get(case_id) -> SimulationCase = GET "/simulations/{case_id}" one "simulation_case", safe;

    /// Updates a case. Current generation: `simulationCases.update`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn update(case_id; LegacySimulationCase) -> SimulationCase
        = PUT "/simulations/{case_id}" one "simulation_case", idempotent;

    /// Deletes a case. Current generation: `simulationCases.delete`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn delete(case_id) -> Confirmation = DELETE "/simulations/{case_id}", idempotent;

    /// Generates cases. Current generation: `simulationCases.generate`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn generate(; LegacyGenerateSimulations) -> JsonObject
        = POST "/simulations/generate" stream "", non_idempotent;

    /// Lists the cases of an agent. Current generation: `simulationCases.listByAgent`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn list_by_agent(agent_id; LegacyListSimulations) -> SimulationCase
        = GET "/simulations/agent/{agent_id}" page "items", safe, page;

    /// Runs a case. It costs, so it is never sent again blindly. Current generation:
    /// `simulationRuns.start`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn start(; LegacyStartSimulation) -> SimulationRun = POST "/simulations/start", non_idempotent creates "simulation_id simulation_session_id";

    /// Lists all simulations. Current generation: `simulationRuns.list`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn list_all(; LegacyListSimulations) -> SimulationRun = GET "/simulations/all" page "items", safe, page;
}

#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
impl<'client> Simulations<'client> {
    /// Sessions.
    #[must_use]
    pub fn sessions(self) -> sessions::SimulationSessions<'client> {
        sessions::SimulationSessions::new(self.0)
    }
}

model! {
    /// Body of `simulations.create` and `simulations.update`; other fields pass.
    pub struct LegacySimulationCase: open {
        /// Name.
        name: String = [nullable],
        /// What the simulated caller is like and wants.
        prompt: String = [nullable],
        /// Kind.
        r#type: SimulationCaseType = [nullable],
        /// What has to be true afterwards.
        success_criteria: Vec<String> = [nullable],
        /// How many of these.
        call_success_type: CallSuccessType = [nullable],
        /// The suite it belongs to.
        suite_id: String = [nullable],
        /// The agent that plays the caller.
        base_agent_id: String = [nullable],
    }

    /// Query of the lists; other fields pass.
    pub struct LegacyListSimulations: open {
        /// Number of the page, from 1.
        page_number: i64,
        /// Items per page.
        page_size: i64,
        /// Part of the name.
        search: String,
    }

    /// Body of `simulations.generate`; other fields pass.
    pub struct LegacyGenerateSimulations: open {
        /// The agent.
        agent_id: String,
        /// The suite they belong to.
        suite_id: String,
        /// What is to be tested.
        include_tests: Vec<SimulationTest>,
    }

    /// Body of `simulations.start`; other fields pass.
    pub struct LegacyStartSimulation: open {
        /// The case.
        simulation_case_id: String,
        /// The session it belongs to.
        simulation_session_id: String = [nullable],
        /// The agent that is tried.
        target_agent_id: String,
        /// Variables for its prompt.
        custom_variables: JsonObject,
    }
}
