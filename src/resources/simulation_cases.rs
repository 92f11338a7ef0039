//! Simulation cases, of the current generation: one conversation to be tried, and what is expected of it.

use super::shared::{Confirmation, JsonObject};

operations! {
    /// Simulation cases, of the current generation: one conversation to be tried, and what is expected of
    /// it. They are grouped in `simulationSuites` and run by `simulationRuns`.
    pub SimulationCases = "simulationCases";

    /// Creates a case.
    // Reference: Create a simulation case (`create-simulation-case`).
    #[see = "simulations/create-simulation-case"]
    fn create(; CreateSimulationCase) -> SimulationCase
        = POST "/simulation_cases" one "simulation_case", non_idempotent creates "simulation_case_id id";

    /// Lists cases, 10 a page.
    // Reference: List simulation cases (`list-simulation-cases`).
    #[see = "simulations/list-simulation-cases"]
    fn list(; ListSimulationCases) -> SimulationCase = GET "/simulation_cases" page "items", safe, page;

    /// Gets a case.
    // Reference: Get a simulation case (`get-simulation-case`).
    #[see = "simulations/get-simulation-case"]
    fn get(simulation_case_id) -> SimulationCase
        = GET "/simulation_cases/{simulation_case_id}" one "simulation_case", safe;

    /// Updates a case. Only the fields that are given change.
    // Reference: Update a simulation case (`update-simulation-case`).
    #[see = "simulations/update-simulation-case"]
    fn update(simulation_case_id; UpdateSimulationCase) -> SimulationCase
        = PUT "/simulation_cases/{simulation_case_id}" one "simulation_case", idempotent;

    /// Deletes a case.
    // Reference: Delete a simulation case (`delete-simulation-case`).
    #[see = "simulations/delete-simulation-case"]
    fn delete(simulation_case_id) -> Confirmation = DELETE "/simulation_cases/{simulation_case_id}", idempotent;

    /// Lists the cases of an agent, all at once.
    // Reference: List simulation cases by agent (`list-simulation-cases-by-agent`).
    #[see = "simulations/list-simulation-cases-by-agent"]
    fn list_by_agent(; ListSimulationCasesByAgent) -> SimulationCase
        = GET "/simulation_cases/by_agent" page "", safe, none;

    /// Generates cases for an agent. The answer comes line by line: progress first, the cases at the end.
    // Reference: Generate test cases (`generate-simulation-cases`).
    #[see = "simulations/generate-simulation-cases"]
    fn generate(; GenerateSimulationCases) -> JsonObject
        = POST "/simulation_cases/generate" stream "", non_idempotent;
}

model! {
    /// Body of `simulationCases.create`.
    pub struct CreateSimulationCase {
        /// Name.
        name: String = [required],
        /// What the simulated caller is like and wants.
        prompt: String = [required],
        /// Kind.
        r#type: SimulationCaseType = [required],
        /// What has to be true afterwards.
        success_criteria: Vec<String> = [required],
        /// How many of these.
        call_success_type: CallSuccessType = [required],
        /// The suite it belongs to; needed by suites of the second version.
        suite_id: String,
        /// The agent that plays the caller, where the kind is `agent_based`.
        base_agent_id: String = [nullable],
    }

    /// Body of `simulationCases.update`: only the fields that are given change.
    pub struct UpdateSimulationCase {
        /// Name.
        name: String = [nullable],
        /// What the simulated caller is like and wants.
        prompt: String = [nullable],
        /// What has to be true afterwards.
        success_criteria: Vec<String> = [nullable],
        /// How many of these.
        call_success_type: CallSuccessType = [nullable],
        /// The suite it belongs to.
        suite_id: String = [nullable],
    }

    /// Query of `simulationCases.list`.
    pub struct ListSimulationCases {
        /// Number of the page, from 1. Default 1.
        page_number: i64,
        /// Cases per page. Default 10.
        page_size: i64,
        /// Part of the name.
        search: String,
        /// Kind.
        simulation_case_type: SimulationCaseType,
        /// The suite.
        suite_id: String,
    }

    /// Query of `simulationCases.listByAgent`.
    pub struct ListSimulationCasesByAgent {
        /// The agent.
        agent_id: String = [required],
    }

    /// Body of `simulationCases.generate`.
    pub struct GenerateSimulationCases {
        /// The agent.
        agent_id: String = [required],
        /// The suite they belong to.
        suite_id: String,
        /// What is to be tested.
        include_tests: Vec<SimulationTest> = [required],
    }

    /// A case.
    // Reference: Get a simulation case (`get-simulation-case`).
    pub struct SimulationCase {
        /// Its id.
        simulation_case_id: String,
        /// Workspace.
        workspace_id: String,
        /// The suite it belongs to.
        suite_id: String = [nullable],
        /// Name.
        name: String,
        /// What the simulated caller is like and wants.
        prompt: String,
        /// Kind.
        r#type: SimulationCaseType,
        /// What has to be true afterwards.
        success_criteria: Vec<String>,
        /// How many of these.
        call_success_type: CallSuccessType,
        /// The agent that plays the caller.
        base_agent: SimulationBaseAgent = [nullable],
        /// When it was created, ISO 8601.
        created_at: String,
        /// When it was last changed, ISO 8601.
        updated_at: String,
    }

    /// An agent that plays the caller.
    pub struct SimulationBaseAgent {
        /// Its id.
        model_id: String,
        /// Name.
        agent_name: String,
        /// How people reach it.
        agent_type: String,
        /// Kind of its voice.
        voice_engine_type: String,
        /// Its phone number.
        phone_number: String = [nullable],
        /// When it was last changed, ISO 8601.
        updated_at: String,
        /// URL of its picture.
        image_url: String = [nullable],
    }
}

string_enum! {
    /// Kind of a case.
    pub closed SimulationCaseType {
        /// The caller is described by a prompt.
        Custom = "custom",
        /// The caller is played by an agent.
        AgentBased = "agent_based",
    }

    /// How many criteria have to be met.
    pub closed CallSuccessType {
        /// All of them.
        All = "all",
        /// One of them.
        Any = "any",
    }

    /// What a generated case tests.
    pub closed SimulationTest {
        /// How content the caller is.
        CsatScore = "csat_score",
        /// Whether answers are right.
        AccuracyOfResponses = "accuracy_of_responses",
        /// Whether the agent keeps to its script.
        ScriptCompliance = "script_compliance",
        /// An angry caller.
        AngryUser = "angry_user",
        /// Whether the agent repeats itself.
        RepetitivePhrases = "repetitive_phrases",
        /// Whether the conversation sounds natural.
        ConversationalNaturalness = "conversational_naturalness",
        /// Whether the caller gets what is wanted.
        TaskCompletion = "task_completion",
    }
}
