//! Simulation sessions of the legacy API.

use super::super::simulation_runs::sessions::SimulationRunSession;
use super::LegacyListSimulations;

operations! {
    /// Sessions of the legacy API. Prefer `simulation_runs.sessions`.
    pub SimulationSessions = "simulations.sessions";

    /// Lists sessions. Legacy API: prefer `simulation_runs.sessions.list`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn list(; LegacyListSimulations) -> SimulationRunSession = GET "/sessions" page "items", safe, page;

    /// Gets a session. Legacy API: prefer `simulation_runs.sessions.get`.
    // Legacy: the changelog, New Simulations Endpoints.
    fn get(session_id) -> SimulationRunSession = GET "/sessions/{session_id}", safe;
}
