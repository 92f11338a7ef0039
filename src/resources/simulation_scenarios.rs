//! Simulation scenarios, of the current generation: what cases are generated from.

use super::shared::Confirmation;

operations! {
    /// Simulation scenarios, of the current generation: situations in words.
    pub SimulationScenarios = "simulationScenarios";

    /// Creates a scenario.
    // Reference: Create a simulation scenario (`create-simulation-scenario`).
    #[see = "simulations/create-simulation-scenario"]
    fn create(; CreateSimulationScenario) -> SimulationScenario = POST "/simulation_scenarios", non_idempotent creates "id scenario_id simulation_scenario_id";

    /// Lists scenarios, 10 a page.
    // Reference: List simulation scenarios (`list-simulation-scenarios`).
    #[see = "simulations/list-simulation-scenarios"]
    fn list(; ListSimulationScenarios) -> SimulationScenario
        = GET "/simulation_scenarios" page "items", safe, page;

    /// Gets a scenario.
    // Reference: Get a simulation scenario (`get-simulation-scenario`).
    #[see = "simulations/get-simulation-scenario"]
    fn get(scenario_id) -> SimulationScenario = GET "/simulation_scenarios/{scenario_id}", safe;

    /// Updates a scenario. Only the fields that are given change.
    // Reference: Update a simulation scenario (`update-simulation-scenario`).
    #[see = "simulations/update-simulation-scenario"]
    fn update(scenario_id; UpdateSimulationScenario) -> SimulationScenario
        = PUT "/simulation_scenarios/{scenario_id}", idempotent;

    /// Deletes a scenario.
    // Reference: Delete a simulation scenario (`delete-simulation-scenario`).
    #[see = "simulations/delete-simulation-scenario"]
    fn delete(scenario_id) -> Confirmation = DELETE "/simulation_scenarios/{scenario_id}", idempotent;
}

model! {
    /// Body of `simulationScenarios.create`.
    pub struct CreateSimulationScenario {
        /// Name.
        name: String = [required],
        /// The situation.
        description: String = [required],
    }

    /// Body of `simulationScenarios.update`: only the fields that are given change.
    pub struct UpdateSimulationScenario {
        /// Name.
        name: String = [nullable],
        /// The situation.
        description: String = [nullable],
    }

    /// Query of `simulationScenarios.list`.
    pub struct ListSimulationScenarios {
        /// Number of the page, from 1. Default 1.
        page_number: i64,
        /// Scenarios per page. Default 10.
        page_size: i64,
        /// Part of the name.
        search: String,
        /// Created from this time on, ISO 8601.
        start_date: String,
        /// Created up to this time, ISO 8601.
        end_date: String,
    }

    /// A scenario.
    // Reference: Get a simulation scenario (`get-simulation-scenario`).
    pub struct SimulationScenario {
        /// Its id.
        id: String,
        /// Name.
        name: String,
        /// The situation.
        description: String,
        /// Workspace.
        workspace_id: String,
        /// When it was created, ISO 8601.
        created_at: String,
        /// When it was last changed, ISO 8601.
        updated_at: String,
    }
}
