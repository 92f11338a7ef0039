//! Simulation runs: executions of cases, with their results.

use super::shared::JsonObject;

pub mod sessions;

use super::simulation_cases::CallSuccessType;

operations! {
    /// Simulation runs: executions of cases, with their results. In the legacy API the path `/simulations`
    /// belongs to the cases: see `simulations`.
    pub SimulationRuns = "simulationRuns";

    /// Runs a case against an agent. Runs are billed.
    // Reference: Start a simulation (`start-simulation`).
    #[see = "simulations/start-simulation"]
    #[example = r#"
        const { simulation_id } = await client.simulationRuns.start({
          simulation_case_id: "00000000-0000-4000-8000-000000000004",
          target_agent_id: "00000000-0000-4000-8000-000000000005",
        });
    "#]
    #[creates = "simulation_id"]
    fn start(; StartSimulationRun) -> SimulationRun = POST "/simulations", non_idempotent;

    /// Lists runs, 10 per page by default.
    // Reference: List simulations (`list-simulations`).
    #[see = "simulations/list-simulations"]
    fn list(; ListSimulationRuns) -> SimulationRun = GET "/simulations" page "items", safe, page;

    /// Gets a run.
    // Reference: Get a simulation (`get-simulation`).
    #[see = "simulations/get-simulation"]
    #[wait("simulation", "status", "", "completed failed")]
    fn get(simulation_id) -> SimulationRun = GET "/simulations/{simulation_id}", safe;
}

#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
impl<'client> SimulationRuns<'client> {
    /// Sessions of runs.
    #[must_use]
    pub fn sessions(self) -> sessions::SimulationRunSessions<'client> {
        sessions::SimulationRunSessions::new(self.0)
    }
}

model! {
    /// Body of `simulation_runs.start`.
    pub struct StartSimulationRun {
        /// Case id.
        simulation_case_id: String = [required, not_empty],
        /// Id of the session to add the run to. Default: a new session.
        simulation_session_id: String = [nullable],
        /// Id of the agent under test.
        target_agent_id: String = [required, not_empty],
        /// Variables for its prompt.
        custom_variables: JsonObject,
    }

    /// Query of `simulation_runs.list`.
    pub struct ListSimulationRuns {
        /// Page number, from 1. Default 1.
        page_number: i64 = [at_least(1.0)],
        /// Page size. Default 10.
        page_size: i64 = [at_least(1.0)],
        /// Session id.
        simulation_session_id: String,
        /// Run status.
        status: SimulationStatus,
        /// Earliest creation time, ISO 8601.
        start_date: String = [date_time],
        /// Latest creation time, ISO 8601.
        end_date: String = [date_time],
        /// Id of the agent under test.
        target_agent_id: String,
    }

    /// A simulation run.
    // Reference: Get a simulation (`get-simulation`).
    pub struct SimulationRun {
        /// Run id.
        simulation_id: String = [required],
        /// Session id.
        simulation_session_id: String,
        /// Case id.
        simulation_case_id: String,
        /// Case name.
        simulation_case_name: String = [nullable],
        /// Prompt of the simulated caller.
        simulation_case_prompt: String = [nullable],
        /// Success criteria, in plain language.
        success_criteria: Vec<String> = [nullable],
        /// How many criteria must be met.
        call_success_type: CallSuccessType = [nullable],
        /// Id of the agent that plays the caller.
        persona_agent_id: String = [nullable],
        /// Phone number of the caller.
        persona_phone_number: String = [nullable],
        /// Id of the agent under test.
        target_agent_id: String,
        /// Name of the agent under test.
        agent_name: String = [nullable],
        /// Its avatar URL.
        agent_avatar_url: String = [nullable],
        /// Its phone number.
        target_phone_number: String = [nullable],
        /// Call id, for `calls.get`.
        target_call_id: String = [nullable],
        /// Variables for its prompt.
        custom_variables: JsonObject = [nullable],
        /// Run status.
        status: SimulationStatus,
        /// Workspace id.
        workspace_id: String,
        /// Creation time, ISO 8601.
        created_at: String,
        /// Time of the last update, ISO 8601.
        updated_at: String,
        /// Error of a failed run.
        error_info: SimulationError = [nullable],
        /// Recording URL.
        recording_url: String = [nullable],
        /// Utterances and actions, in order.
        timeline: Vec<SimulationTimelineItem> = [nullable],
        /// Evaluation of the success criteria.
        success_criteria_analysis: SimulationAnalysis = [nullable],
    }

    /// Error of a run.
    pub struct SimulationError {
        /// Error message.
        message: String = [required],
        /// Error code.
        code: i64 = [required],
        /// Error type.
        r#type: String = [required],
    }

    /// An utterance or action of a run.
    pub struct SimulationTimelineItem {
        /// Sender.
        sender_type: String = [nullable],
        /// Content.
        value: String = [nullable],
        /// Item type.
        r#type: String = [nullable],
        /// Time, ISO 8601.
        timestamp_datetime: String = [nullable],
        /// Time since the start of the run, in seconds.
        timestamp: SimulationTimestamp = [nullable],
    }

    /// Evaluation of a run.
    pub struct SimulationAnalysis {
        /// Whether the run succeeded.
        success: bool = [required],
        /// Evaluation of each criterion.
        evaluations: Vec<SimulationEvaluation> = [required],
    }

    /// Evaluation of a success criterion.
    pub struct SimulationEvaluation {
        /// Whether it is met.
        success: bool = [required],
        /// Explanation.
        reasoning: String = [required],
    }
}

union! {
    /// Time in seconds.
    pub enum SimulationTimestamp {
        /// As a string, as documented.
        Text(String),
        /// As a number.
        Number(f64),
    }
}

string_enum! {
    /// Status of a run.
    pub closed SimulationStatus {
        /// In progress.
        InProgress = "in-progress",
        /// Completed.
        Completed = "completed",
        /// Failed.
        Failed = "failed",
    }
}
