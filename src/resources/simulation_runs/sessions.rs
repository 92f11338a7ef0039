//! Sessions: runs that were started together.

use super::SimulationRun;

operations! {
    /// Sessions: runs that were started together.
    pub SimulationRunSessions = "simulationRuns.sessions";

    /// Lists sessions, 10 per page by default.
    // Reference: List simulation sessions (`list-simulation-sessions`).
    #[see = "simulations/list-simulation-sessions"]
    fn list(; ListSimulationRunSessions) -> SimulationRunSession
        = GET "/simulations/sessions" page "items", safe, page;

    /// Gets a session with its runs.
    // Reference: Get a simulation session (`get-simulation-session`).
    #[see = "simulations/get-simulation-session"]
    #[wait("session", "pending_simulations", "total_simulations", "0")]
    fn get(simulation_session_id) -> SimulationRunSession
        = GET "/simulations/session/{simulation_session_id}", safe;
}

model! {
    /// Query of `simulation_runs.sessions.list`.
    pub struct ListSimulationRunSessions {
        /// Page number, from 1. Default 1.
        page_number: i64 = [at_least(1.0)],
        /// Page size. Default 10.
        page_size: i64 = [at_least(1.0)],
        /// Id of the agent under test.
        target_agent_id: String,
        /// Earliest creation time, ISO 8601.
        start_date: String = [date_time],
        /// Latest creation time, ISO 8601.
        end_date: String = [date_time],
    }

    /// A session.
    // Reference: Get a simulation session (`get-simulation-session`).
    pub struct SimulationRunSession {
        /// Session id.
        simulation_session_id: String = [required],
        /// Runs.
        simulations: Vec<SimulationRun> = [nullable],
        /// Number of runs.
        total_simulations: i64,
        /// Number of completed runs.
        completed_simulations: i64,
        /// Number of failed runs.
        failed_simulations: i64,
        /// Number of runs not yet finished.
        pending_simulations: i64,
    }
}
