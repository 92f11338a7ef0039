//! Sessions of the seed documents' generation.

use super::super::simulation_runs::sessions::SimulationRunSession;
use super::LegacyListSimulations;

operations! {
    /// Sessions of the seed documents' generation. Prefer `simulationRuns.sessions`.
    pub SimulationSessions = "simulations.sessions";

    /// Lists sessions. Current generation: `simulationRuns.sessions.list`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn list(; LegacyListSimulations) -> SimulationRunSession = GET "/sessions" page "items", safe, page;

    /// Gets a session. Current generation: `simulationRuns.sessions.get`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn get(session_id) -> SimulationRunSession = GET "/sessions/{session_id}", safe;
}
