//! Simulations of the seed documents' generation. The documents name the routes and no field: the fields
//! are those of the current generation, nothing is required, and others pass.

pub mod sessions;

use super::shared::{Done, JsonObject};
use super::simulation_cases::{CallSuccessType, SimulationCase, SimulationCaseType, SimulationTest};
use super::simulation_runs::SimulationRun;

operations! {
    /// Simulations of the seed documents' generation, where `/simulations` are cases. Prefer the current
    /// one: `simulationCases`, `simulationScenarios`, `simulationSuites`, `simulationRuns`. Fields are typed
    /// after it; nothing is required here, and other fields pass.
    pub Simulations = "simulations";

    /// Creates a case. Current generation: `simulationCases.create`.
    ///
    /// Seed: the changelog, New Simulations Endpoints.
    fn create(; SeedSimulationCase) -> SimulationCase
        = POST "/simulations" one "simulation_case", never_blind creates "simulation_case_id id";

    /// Lists cases. Current generation: `simulationCases.list`.
    ///
    /// Seed: the changelog, New Simulations Endpoints.
    fn list(; SeedListSimulations) -> SimulationCase = GET "/simulations" page "items", safe, page;

    /// Gets a case. Current generation: `simulationCases.get`.
    ///
    /// Seed: the changelog, New Simulations Endpoints.
    fn get(case_id) -> SimulationCase = GET "/simulations/{case_id}" one "simulation_case", safe;

    /// Updates a case. Current generation: `simulationCases.update`.
    ///
    /// Seed: the changelog, New Simulations Endpoints.
    fn update(case_id; SeedSimulationCase) -> SimulationCase
        = PUT "/simulations/{case_id}" one "simulation_case", idempotent;

    /// Deletes a case. Current generation: `simulationCases.delete`.
    ///
    /// Seed: the changelog, New Simulations Endpoints.
    fn delete(case_id) -> Done = DELETE "/simulations/{case_id}", idempotent;

    /// Generates cases. Current generation: `simulationCases.generate`.
    ///
    /// Seed: the changelog, New Simulations Endpoints.
    fn generate(; SeedGenerateSimulations) -> JsonObject
        = POST "/simulations/generate" stream "", never_blind;

    /// Lists the cases of an agent. Current generation: `simulationCases.listByAgent`.
    ///
    /// Seed: the changelog, New Simulations Endpoints.
    fn list_by_agent(agent_id; SeedListSimulations) -> SimulationCase
        = GET "/simulations/agent/{agent_id}" page "items", safe, page;

    /// Runs a case. It costs, so it is never sent again blindly. Current generation:
    /// `simulationRuns.start`.
    ///
    /// Seed: the changelog, New Simulations Endpoints.
    fn start(; SeedStartSimulation) -> SimulationRun = POST "/simulations/start", never_blind creates "simulation_id simulation_session_id";

    /// Lists all simulations. Current generation: `simulationRuns.list`.
    ///
    /// Seed: the changelog, New Simulations Endpoints.
    fn list_all(; SeedListSimulations) -> SimulationRun = GET "/simulations/all" page "items", safe, page;
}

impl<'client> Simulations<'client> {
    /// Sessions.
    #[must_use]
    pub fn sessions(&self) -> sessions::SimulationSessions<'client> {
        sessions::SimulationSessions::new(self.0)
    }
}

model! {
    /// Body of `simulations.create` and `simulations.update`; other fields pass.
    pub struct SeedSimulationCase: open {
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
    pub struct SeedListSimulations: open {
        /// Number of the page, from 1.
        page_number: i64,
        /// Items per page.
        page_size: i64,
        /// Part of the name.
        search: String,
    }

    /// Body of `simulations.generate`; other fields pass.
    pub struct SeedGenerateSimulations: open {
        /// The agent.
        agent_id: String,
        /// The suite they belong to.
        suite_id: String,
        /// What is to be tested.
        include_tests: Vec<SimulationTest>,
    }

    /// Body of `simulations.start`; other fields pass.
    pub struct SeedStartSimulation: open {
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
