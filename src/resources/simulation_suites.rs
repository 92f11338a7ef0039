//! Simulation suites, of the current generation: cases for one agent.

use super::shared::Confirmation;
use super::simulation_cases::SimulationCase;

operations! {
    /// Simulation suites, of the current generation: cases for one agent that are run together.
    pub SimulationSuites = "simulationSuites";

    /// Creates a suite. It runs on the agent it was created for, and on no other.
    // Reference: Create a simulation suite (`create-simulation-suite`).
    #[see = "simulations/create-simulation-suite"]
    fn create(; CreateSimulationSuite) -> SimulationSuite = POST "/simulation_suites", non_idempotent creates "id suite_id";

    /// Lists suites, 10 a page.
    // Reference: List simulation suites (`list-simulation-suites`).
    #[see = "simulations/list-simulation-suites"]
    fn list(; ListSimulationSuites) -> SimulationSuiteListItem
        = GET "/simulation_suites" page "items", safe, page;

    /// Gets a suite with its cases.
    // Reference: Get a simulation suite (`get-simulation-suite`).
    #[see = "simulations/get-simulation-suite"]
    fn get(suite_id) -> SimulationSuite = GET "/simulation_suites/{suite_id}", safe;

    /// Updates a suite. Only the fields that are given change.
    // Reference: Update a simulation suite (`update-simulation-suite`).
    #[see = "simulations/update-simulation-suite"]
    fn update(suite_id; UpdateSimulationSuite) -> SimulationSuite
        = PUT "/simulation_suites/{suite_id}", idempotent;

    /// Deletes a suite.
    // Reference: Delete a simulation suite (`delete-simulation-suite`).
    #[see = "simulations/delete-simulation-suite"]
    fn delete(suite_id) -> Confirmation = DELETE "/simulation_suites/{suite_id}", idempotent;

    /// Runs all cases of a suite. It costs, so it is never sent again blindly. Follow it with
    /// `simulationRuns.sessions.get`.
    // Reference: Execute a simulation suite (`execute-simulation-suite`).
    #[see = "simulations/execute-simulation-suite"]
    fn execute(suite_id; ExecuteSimulationSuite) -> SimulationSuiteExecuted
        = POST "/simulation_suites/{suite_id}/execute", non_idempotent;
}

model! {
    /// Body of `simulationSuites.create`.
    pub struct CreateSimulationSuite {
        /// Name.
        name: String = [required],
        /// The agent it is for.
        model_id: String = [required],
        /// Language. Default `en-US`.
        language: SimulationLanguage,
    }

    /// Body of `simulationSuites.update`: only the fields that are given change.
    pub struct UpdateSimulationSuite {
        /// Name.
        name: String = [nullable],
        /// The agent it is for.
        model_id: String = [nullable],
    }

    /// Query of `simulationSuites.list`.
    pub struct ListSimulationSuites {
        /// Number of the page, from 1. Default 1.
        page_number: i64,
        /// Suites per page. Default 10.
        page_size: i64,
        /// Part of the name.
        search: String,
        /// The agents.
        model_ids: Vec<String>,
        /// Created from this time on, ISO 8601.
        start_date: String,
        /// Created up to this time, ISO 8601.
        end_date: String,
    }

    /// Query of `simulationSuites.execute`.
    pub struct ExecuteSimulationSuite {
        /// The agent: the `model_id` of the suite.
        target_agent_id: String = [required, in_query],
        /// Most turns of a conversation. Default 20.
        max_turns: i64 = [in_query, range(10.0, 50.0)],
    }

    /// Answer of `simulationSuites.execute`.
    pub struct SimulationSuiteExecuted {
        /// The session: see `simulationRuns.sessions.get`.
        session_id: String,
        /// The suite.
        suite_id: String,
        /// Its name.
        suite_name: String,
        /// How many cases run.
        total_cases: i64,
        /// Such as `started`.
        status: String,
    }

    /// A suite.
    // Reference: Get a simulation suite (`get-simulation-suite`).
    pub struct SimulationSuite {
        /// Its id.
        id: String,
        /// Name.
        name: String,
        /// The agent it is for.
        model_id: String,
        /// Workspace.
        workspace_id: String,
        /// Language.
        language: String,
        /// Its cases.
        cases: Vec<SimulationCase> = [nullable],
        /// The agent it is for, in short.
        agent: SimulationAgent = [nullable],
        /// When it was created, ISO 8601.
        created_at: String,
        /// When it was last changed, ISO 8601.
        updated_at: String,
    }

    /// A suite, as the list has it.
    pub struct SimulationSuiteListItem {
        /// Its id.
        id: String = [required],
        /// Name.
        name: String = [required],
        /// The agent it is for.
        model_id: String = [required],
        /// Workspace.
        workspace_id: String = [required],
        /// Language.
        language: String,
        /// When it was created, ISO 8601.
        created_at: String,
        /// When it was last changed, ISO 8601.
        updated_at: String,
        /// Its cases, in short.
        case_summaries: Vec<SimulationCaseSummary>,
        /// The agent it is for, in short.
        agent: SimulationAgent = [nullable],
    }

    /// A case, in short.
    pub struct SimulationCaseSummary {
        /// Its id.
        simulation_case_id: String = [required],
        /// Name.
        name: String = [required],
    }

    /// An agent, in short.
    pub struct SimulationAgent {
        /// Its id.
        id: String,
        /// Name.
        name: String,
        /// URL of its picture.
        avatar: String = [nullable],
    }
}

string_enum! {
    /// Language of a simulation: a code such as `en-US`.
    pub open SimulationLanguage {
        /// English of the United States.
        EnUs = "en-US",
    }
    refused { "multi" => "one language, such as en-US" }
}
