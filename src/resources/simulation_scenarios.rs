//! Simulation scenarios: situations that cases are generated from.

use super::shared::Confirmation;

operations! {
    /// Simulation scenarios: situations that cases are generated from.
    pub SimulationScenarios = "simulationScenarios";

    /// Creates a scenario.
    // Reference: Create a simulation scenario (`create-simulation-scenario`).
    #[see = "simulations/create-simulation-scenario"]
    #[creates = "id scenario_id simulation_scenario_id"]
    fn create(; CreateSimulationScenario) -> SimulationScenario = POST "/simulation_scenarios", non_idempotent;

    /// Lists scenarios, 10 per page by default.
    // Reference: List simulation scenarios (`list-simulation-scenarios`).
    #[see = "simulations/list-simulation-scenarios"]
    fn list(; ListSimulationScenarios) -> SimulationScenario
        = GET "/simulation_scenarios" page "items", safe, page;

    /// Gets a scenario.
    // Reference: Get a simulation scenario (`get-simulation-scenario`).
    #[see = "simulations/get-simulation-scenario"]
    fn get(scenario_id) -> SimulationScenario = GET "/simulation_scenarios/{scenario_id}", safe;

    /// Updates a scenario. Omitted fields keep their values.
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
    /// Body of `simulation_scenarios.create`.
    pub struct CreateSimulationScenario {
        /// Scenario name.
        name: String = [required],
        /// Situation to test.
        description: String = [required],
    }

    /// Body of `simulation_scenarios.update`.
    pub struct UpdateSimulationScenario {
        /// Scenario name.
        name: String = [nullable],
        /// Situation to test.
        description: String = [nullable],
    }

    /// Query of `simulation_scenarios.list`.
    pub struct ListSimulationScenarios {
        /// Page number, from 1. Default 1.
        page_number: i64 = [at_least(1.0)],
        /// Page size. Default 10.
        page_size: i64 = [at_least(1.0)],
        /// Scenario name to search for, or a part of it.
        search: String,
        /// Earliest creation time, ISO 8601.
        start_date: String = [date_time],
        /// Latest creation time, ISO 8601.
        end_date: String = [date_time],
    }

    /// A simulation scenario.
    // Reference: Get a simulation scenario (`get-simulation-scenario`).
    pub struct SimulationScenario {
        /// Scenario id.
        id: String = [required, filled_from("scenario_id")],
        /// Scenario name.
        name: String,
        /// Situation to test.
        description: String,
        /// Workspace id.
        workspace_id: String,
        /// Creation time, ISO 8601.
        created_at: String,
        /// Time of the last update, ISO 8601.
        updated_at: String,
    }
}
