//! Simulation cases: test conversations with success criteria.

use super::shared::{Confirmation, JsonObject};

operations! {
    /// Simulation cases: test conversations with success criteria. `simulation_suites` group them,
    /// `simulation_runs` run them.
    pub SimulationCases = "simulationCases";

    /// Creates a case.
    // Reference: Create a simulation case (`create-simulation-case`).
    #[see = "simulations/create-simulation-case"]
    #[example = r#"
        const { simulation_case_id } = await client.simulationCases.create({
          name: "Reschedules an appointment",
          type: "custom",
          prompt: "You want to move your appointment from Monday to Tuesday.",
          success_criteria: ["The agent confirms an appointment on Tuesday."],
          call_success_type: "all",
        });
    "#]
    #[creates = "simulation_case_id id"]
    fn create(; CreateSimulationCase) -> SimulationCase
        = POST "/simulation_cases" one "simulation_case", non_idempotent;

    /// Lists cases, 10 per page by default.
    // Reference: List simulation cases (`list-simulation-cases`).
    #[see = "simulations/list-simulation-cases"]
    fn list(; ListSimulationCases) -> SimulationCase = GET "/simulation_cases" page "items", safe, page;

    /// Gets a case.
    // Reference: Get a simulation case (`get-simulation-case`).
    #[see = "simulations/get-simulation-case"]
    fn get(simulation_case_id) -> SimulationCase
        = GET "/simulation_cases/{simulation_case_id}" one "simulation_case", safe;

    /// Updates a case. Omitted fields keep their values.
    // Reference: Update a simulation case (`update-simulation-case`).
    #[see = "simulations/update-simulation-case"]
    fn update(simulation_case_id; UpdateSimulationCase) -> SimulationCase
        = PUT "/simulation_cases/{simulation_case_id}" one "simulation_case", idempotent;

    /// Deletes a case.
    // Reference: Delete a simulation case (`delete-simulation-case`).
    #[see = "simulations/delete-simulation-case"]
    fn delete(simulation_case_id) -> Confirmation = DELETE "/simulation_cases/{simulation_case_id}", idempotent;

    /// Lists all cases of an agent, without paging.
    // Reference: List simulation cases by agent (`list-simulation-cases-by-agent`).
    #[see = "simulations/list-simulation-cases-by-agent"]
    fn list_by_agent(; ListSimulationCasesByAgent) -> SimulationCase
        = GET "/simulation_cases/by_agent" page "", safe, none;

    /// Generates cases for an agent. The response is streamed as NDJSON: progress first, the cases last.
    // Reference: Generate test cases (`generate-simulation-cases`).
    #[see = "simulations/generate-simulation-cases"]
    fn generate(; GenerateSimulationCases) -> JsonObject
        = POST "/simulation_cases/generate" stream "", non_idempotent;
}

model! {
    /// Body of `simulation_cases.create`.
    pub struct CreateSimulationCase {
        /// Case name.
        name: String = [required],
        /// Prompt of the simulated caller.
        prompt: String = [required],
        /// Case type.
        r#type: SimulationCaseType = [required],
        /// Success criteria, in plain language.
        success_criteria: Vec<String> = [required],
        /// How many criteria must be met.
        call_success_type: CallSuccessType = [required],
        /// Suite id. Required for version 2 suites.
        suite_id: String,
        /// Id of the agent that plays the caller, for the type `agent_based`.
        base_agent_id: String = [nullable],
    }

    /// Body of `simulation_cases.update`.
    pub struct UpdateSimulationCase {
        /// Case name.
        name: String = [nullable],
        /// Prompt of the simulated caller.
        prompt: String = [nullable],
        /// Success criteria, in plain language.
        success_criteria: Vec<String> = [nullable],
        /// How many criteria must be met.
        call_success_type: CallSuccessType = [nullable],
        /// Suite id.
        suite_id: String = [nullable],
    }

    /// Query of `simulation_cases.list`.
    pub struct ListSimulationCases {
        /// Page number, from 1. Default 1.
        page_number: i64 = [at_least(1.0)],
        /// Page size. Default 10.
        page_size: i64 = [at_least(1.0)],
        /// Case name to search for, or a part of it.
        search: String,
        /// Case type.
        simulation_case_type: SimulationCaseType,
        /// Suite id.
        suite_id: String,
    }

    /// Query of `simulation_cases.list_by_agent`.
    pub struct ListSimulationCasesByAgent {
        /// Agent id.
        agent_id: String = [required, not_empty],
    }

    /// Body of `simulation_cases.generate`.
    pub struct GenerateSimulationCases {
        /// Agent id.
        agent_id: String = [required, not_empty],
        /// Id of the suite to add the cases to.
        suite_id: String,
        /// What the cases test.
        // Required by the reference; Synthflow's own published skill omits it.
        include_tests: Vec<SimulationTest>,
    }

    /// A simulation case.
    // Reference: Get a simulation case (`get-simulation-case`).
    pub struct SimulationCase {
        /// Case id.
        simulation_case_id: String = [required],
        /// Workspace id.
        workspace_id: String,
        /// Suite id.
        suite_id: String = [nullable],
        /// Case name.
        name: String,
        /// Prompt of the simulated caller.
        prompt: String,
        /// Case type.
        r#type: SimulationCaseType,
        /// Success criteria, in plain language.
        success_criteria: Vec<String>,
        /// How many criteria must be met.
        call_success_type: CallSuccessType,
        /// Agent that plays the caller.
        base_agent: SimulationBaseAgent = [nullable],
        /// Creation time, ISO 8601.
        created_at: String,
        /// Time of the last update, ISO 8601.
        updated_at: String,
    }

    /// An agent that plays the caller.
    pub struct SimulationBaseAgent {
        /// Agent id.
        model_id: String,
        /// Agent name.
        agent_name: String,
        /// Agent type.
        agent_type: String,
        /// Voice engine.
        voice_engine_type: String,
        /// Phone number.
        phone_number: String = [nullable],
        /// Time of the last update, ISO 8601.
        updated_at: String,
        /// Image URL.
        image_url: String = [nullable],
    }
}

string_enum! {
    /// Type of a simulation case.
    pub closed SimulationCaseType {
        /// The caller follows `prompt`.
        Custom = "custom",
        /// Another agent plays the caller.
        AgentBased = "agent_based",
    }

    /// How many success criteria must be met.
    pub closed CallSuccessType {
        /// All of them.
        All = "all",
        /// At least one.
        Any = "any",
    }

    /// What a generated case tests.
    pub closed SimulationTest {
        /// Customer satisfaction.
        CsatScore = "csat_score",
        /// Accuracy of the agent's responses.
        AccuracyOfResponses = "accuracy_of_responses",
        /// Adherence to the script.
        ScriptCompliance = "script_compliance",
        /// An angry caller.
        AngryUser = "angry_user",
        /// Repeated phrases.
        RepetitivePhrases = "repetitive_phrases",
        /// Naturalness of the conversation.
        ConversationalNaturalness = "conversational_naturalness",
        /// Completion of the caller's task.
        TaskCompletion = "task_completion",
    }
}
