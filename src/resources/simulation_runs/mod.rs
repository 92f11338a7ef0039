//! Simulation runs, of the current generation: cases as they were tried.

use super::shared::JsonObject;

pub mod sessions;

use super::simulation_cases::CallSuccessType;

operations! {
    /// Simulation runs, of the current generation: cases as they were tried, with what came of it. On the
    /// wire they are `/simulations`, as the seed's cases were: see `simulations`.
    pub SimulationRuns = "simulationRuns";

    /// Runs a case. It costs, so it is never sent again blindly.
    // Reference: Start a simulation (`start-simulation`).
    #[see = "simulations/start-simulation"]
    fn start(; StartSimulationRun) -> SimulationRun = POST "/simulations", non_idempotent creates "simulation_id simulation_session_id";

    /// Lists runs, 10 a page.
    // Reference: List simulations (`list-simulations`).
    #[see = "simulations/list-simulations"]
    fn list(; ListSimulationRuns) -> SimulationRun = GET "/simulations" page "items", safe, page;

    /// Gets a run.
    // Reference: Get a simulation (`get-simulation`).
    #[see = "simulations/get-simulation"]
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
    /// Body of `simulationRuns.start`.
    pub struct StartSimulationRun {
        /// The case.
        simulation_case_id: String = [required],
        /// The session it belongs to; left out, a new one.
        simulation_session_id: String = [nullable],
        /// The agent that is tried.
        target_agent_id: String = [required],
        /// Variables for its prompt.
        custom_variables: JsonObject,
    }

    /// Query of `simulationRuns.list`.
    pub struct ListSimulationRuns {
        /// Number of the page, from 1. Default 1.
        page_number: i64,
        /// Runs per page. Default 10.
        page_size: i64,
        /// The session.
        simulation_session_id: String,
        /// State.
        status: SimulationStatus,
        /// Created from this time on, ISO 8601.
        start_date: String,
        /// Created up to this time, ISO 8601.
        end_date: String,
        /// The agent that is tried.
        target_agent_id: String,
    }

    /// A run.
    // Reference: Get a simulation (`get-simulation`).
    pub struct SimulationRun {
        /// Its id.
        simulation_id: String,
        /// The session it belongs to.
        simulation_session_id: String,
        /// The case.
        simulation_case_id: String,
        /// Name of the case.
        simulation_case_name: String = [nullable],
        /// What the simulated caller is like and wants.
        simulation_case_prompt: String = [nullable],
        /// What has to be true afterwards.
        success_criteria: Vec<String> = [nullable],
        /// How many of these.
        call_success_type: CallSuccessType = [nullable],
        /// The agent that plays the caller.
        persona_agent_id: String = [nullable],
        /// Number of the caller.
        persona_phone_number: String = [nullable],
        /// The agent that is tried.
        target_agent_id: String,
        /// Its name.
        agent_name: String = [nullable],
        /// URL of its picture.
        agent_avatar_url: String = [nullable],
        /// Its number.
        target_phone_number: String = [nullable],
        /// The call: see `calls.get`.
        target_call_id: String = [nullable],
        /// Variables for its prompt.
        custom_variables: JsonObject = [nullable],
        /// State.
        status: SimulationStatus,
        /// Workspace.
        workspace_id: String,
        /// When it was created, ISO 8601.
        created_at: String,
        /// When it was last changed, ISO 8601.
        updated_at: String,
        /// What went wrong.
        error_info: SimulationError = [nullable],
        /// Where the recording is.
        recording_url: String = [nullable],
        /// What was said and done.
        timeline: Vec<SimulationTimelineItem> = [nullable],
        /// How it was judged.
        success_criteria_analysis: SimulationAnalysis = [nullable],
    }

    /// What went wrong in a run.
    pub struct SimulationError {
        /// In words.
        message: String = [required],
        /// As a number.
        code: i64 = [required],
        /// Kind.
        r#type: String = [required],
    }

    /// Something that was said or done in a run.
    pub struct SimulationTimelineItem {
        /// Who.
        sender_type: String = [nullable],
        /// What.
        value: String = [nullable],
        /// Kind.
        r#type: String = [nullable],
        /// When, ISO 8601.
        timestamp_datetime: String = [nullable],
        /// When, in seconds since the beginning.
        timestamp: SimulationTimestamp = [nullable],
    }

    /// How a run was judged.
    pub struct SimulationAnalysis {
        /// Whether it went well.
        success: bool = [required],
        /// By criterion.
        evaluations: Vec<SimulationEvaluation> = [required],
    }

    /// How a criterion was judged.
    pub struct SimulationEvaluation {
        /// Whether it is met.
        success: bool = [required],
        /// Why.
        reasoning: String = [required],
    }
}

union! {
    /// A time in seconds.
    pub enum SimulationTimestamp {
        /// In a string, as documented.
        Text(String),
        /// As a number.
        Number(f64),
    }
}

string_enum! {
    /// State of a run.
    pub closed SimulationStatus {
        /// It goes on.
        InProgress = "in-progress",
        /// It is over.
        Completed = "completed",
        /// It failed.
        Failed = "failed",
    }
}
