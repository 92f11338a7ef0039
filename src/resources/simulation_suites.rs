//! Simulation suites: cases that are run together against one agent.

use super::shared::Confirmation;
use super::simulation_cases::SimulationCase;

operations! {
    /// Simulation suites: cases that are run together against one agent.
    pub SimulationSuites = "simulationSuites";

    /// Creates a suite. It can only be run against the agent it was created for.
    // Reference: Create a simulation suite (`create-simulation-suite`).
    #[see = "simulations/create-simulation-suite"]
    #[example = r#"
        const suite = await client.simulationSuites.create({
          name: "Appointments",
          model_id: "1700000000000x222222222222222222",
        });
    "#]
    #[creates = "id suite_id"]
    fn create(; CreateSimulationSuite) -> SimulationSuite = POST "/simulation_suites", non_idempotent;

    /// Lists suites, 10 per page by default.
    // Reference: List simulation suites (`list-simulation-suites`).
    #[see = "simulations/list-simulation-suites"]
    fn list(; ListSimulationSuites) -> SimulationSuiteListItem
        = GET "/simulation_suites" page "items", safe, page;

    /// Gets a suite with its cases.
    // Reference: Get a simulation suite (`get-simulation-suite`).
    #[see = "simulations/get-simulation-suite"]
    fn get(suite_id) -> SimulationSuite = GET "/simulation_suites/{suite_id}", safe;

    /// Updates a suite. Omitted fields keep their values.
    // Reference: Update a simulation suite (`update-simulation-suite`).
    #[see = "simulations/update-simulation-suite"]
    fn update(suite_id; UpdateSimulationSuite) -> SimulationSuite
        = PUT "/simulation_suites/{suite_id}", idempotent;

    /// Deletes a suite.
    // Reference: Delete a simulation suite (`delete-simulation-suite`).
    #[see = "simulations/delete-simulation-suite"]
    fn delete(suite_id) -> Confirmation = DELETE "/simulation_suites/{suite_id}", idempotent;

    /// Runs all cases of a suite. Runs are billed. Get their results with `simulation_runs.sessions.get`.
    // Reference: Execute a simulation suite (`execute-simulation-suite`).
    #[see = "simulations/execute-simulation-suite"]
    #[example = r#"
        const { session_id } = await client.simulationSuites.execute("00000000-0000-4000-8000-000000000003", {
          target_agent_id: "1700000000000x222222222222222222",
          max_turns: 15,
        });
    "#]
    #[creates = "session_id"]
    fn execute(suite_id; ExecuteSimulationSuite) -> SimulationSuiteExecuted
        = POST "/simulation_suites/{suite_id}/execute", non_idempotent;
}

model! {
    /// Body of `simulation_suites.create`.
    pub struct CreateSimulationSuite {
        /// Suite name.
        name: String = [required],
        /// Agent id.
        model_id: String = [required, not_empty],
        /// Language. Default `en-US`.
        language: SimulationLanguage,
    }

    /// Body of `simulation_suites.update`.
    pub struct UpdateSimulationSuite {
        /// Suite name.
        name: String = [nullable],
        /// Agent id.
        model_id: String = [nullable],
    }

    /// Query of `simulation_suites.list`.
    pub struct ListSimulationSuites {
        /// Page number, from 1. Default 1.
        page_number: i64 = [at_least(1.0)],
        /// Page size. Default 10.
        page_size: i64 = [at_least(1.0)],
        /// Suite name to search for, or a part of it.
        search: String,
        /// Agent ids to filter by.
        model_ids: Vec<String>,
        /// Earliest creation time, ISO 8601.
        start_date: String = [date_time],
        /// Latest creation time, ISO 8601.
        end_date: String = [date_time],
    }

    /// Query of `simulation_suites.execute`.
    pub struct ExecuteSimulationSuite {
        /// Agent id: the `model_id` of the suite.
        target_agent_id: String = [required, in_query, not_empty, misnamed("agent_id,model_id")],
        /// Maximum number of turns per run. Default 20.
        max_turns: i64 = [in_query, range(10.0, 50.0)],
    }

    /// Response of `simulation_suites.execute`.
    pub struct SimulationSuiteExecuted {
        /// Session id, for `simulation_runs.sessions.get`.
        session_id: String = [required],
        /// Suite id.
        suite_id: String,
        /// Suite name.
        suite_name: String,
        /// Number of cases.
        total_cases: i64,
        /// Status, such as `started`.
        status: String,
    }

    /// A simulation suite.
    // Reference: Get a simulation suite (`get-simulation-suite`).
    pub struct SimulationSuite {
        /// Suite id.
        id: String = [required, filled_from("suite_id")],
        /// Suite name.
        name: String,
        /// Agent id.
        model_id: String,
        /// Workspace id.
        workspace_id: String,
        /// Language.
        language: String,
        /// Cases.
        cases: Vec<SimulationCase> = [nullable],
        /// Summary of the agent.
        agent: SimulationAgent = [nullable],
        /// Creation time, ISO 8601.
        created_at: String,
        /// Time of the last update, ISO 8601.
        updated_at: String,
    }

    /// A suite in a list.
    pub struct SimulationSuiteListItem {
        /// Suite id.
        id: String = [required, filled_from("suite_id")],
        /// Suite name.
        name: String = [required],
        /// Agent id.
        model_id: String = [required],
        /// Workspace id.
        workspace_id: String = [required],
        /// Language.
        language: String,
        /// Creation time, ISO 8601.
        created_at: String,
        /// Time of the last update, ISO 8601.
        updated_at: String,
        /// Summaries of the cases.
        case_summaries: Vec<SimulationCaseSummary>,
        /// Summary of the agent.
        agent: SimulationAgent = [nullable],
    }

    /// Summary of a case.
    pub struct SimulationCaseSummary {
        /// Case id.
        simulation_case_id: String = [required],
        /// Case name.
        name: String = [required],
    }

    /// Summary of an agent.
    pub struct SimulationAgent {
        /// Agent id.
        id: String,
        /// Agent name.
        name: String,
        /// Avatar URL.
        avatar: String = [nullable],
    }
}

string_enum! {
    /// Language of a simulation, as a locale code such as `en-US`.
    pub open SimulationLanguage {
        /// English (United States).
        EnUs = "en-US",
    }
    refused { "multi" => "one language, such as en-US" }
}
