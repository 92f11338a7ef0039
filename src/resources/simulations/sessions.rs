//! Sessions of the seed documents' generation.

use super::super::simulation_runs::sessions::SimulationRunSession;
use super::SeedListSimulations;

operations! {
    /// Sessions of the seed documents' generation. Prefer `simulationRuns.sessions`.
    pub SimulationSessions = "simulations.sessions";

    /// Lists sessions. Current generation: `simulationRuns.sessions.list`.
    ///
    /// Seed: the changelog, New Simulations Endpoints.
    fn list(; SeedListSimulations) -> SimulationRunSession = GET "/sessions" page "items", safe, page;

    /// Gets a session. Current generation: `simulationRuns.sessions.get`.
    ///
    /// Seed: the changelog, New Simulations Endpoints.
    fn get(session_id) -> SimulationRunSession = GET "/sessions/{session_id}", safe;
}
