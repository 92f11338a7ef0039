//! Sessions: runs that were started together.

use super::SimulationRun;

operations! {
    /// Sessions, of the current generation: runs that were started together.
    pub SimulationRunSessions = "simulationRuns.sessions";

    /// Lists sessions, 10 a page.
    // Reference: List simulation sessions (`list-simulation-sessions`).
    #[see = "simulations/list-simulation-sessions"]
    fn list(; ListSimulationRunSessions) -> SimulationRunSession
        = GET "/simulations/sessions" page "items", safe, page;

    /// Gets a session with its runs.
    // Reference: Get a simulation session (`get-simulation-session`).
    #[see = "simulations/get-simulation-session"]
    fn get(simulation_session_id) -> SimulationRunSession
        = GET "/simulations/session/{simulation_session_id}", safe;
}

model! {
    /// Query of `simulationRuns.sessions.list`.
    pub struct ListSimulationRunSessions {
        /// Number of the page, from 1. Default 1.
        page_number: i64,
        /// Sessions per page. Default 10.
        page_size: i64,
        /// The agent that is tried.
        target_agent_id: String,
        /// Created from this time on, ISO 8601.
        start_date: String,
        /// Created up to this time, ISO 8601.
        end_date: String,
    }

    /// A session.
    // Reference: Get a simulation session (`get-simulation-session`).
    pub struct SimulationRunSession {
        /// Its id.
        simulation_session_id: String,
        /// Its runs.
        simulations: Vec<SimulationRun> = [nullable],
        /// How many there are.
        total_simulations: i64,
        /// How many are over.
        completed_simulations: i64,
        /// How many failed.
        failed_simulations: i64,
        /// How many go on.
        pending_simulations: i64,
    }
}
