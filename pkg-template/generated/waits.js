// Generated from the declarations in src/resources by `npm run emit`. Do not edit.

/**
 * How something is waited for, by the operation that gets it: its name, the fields of its status, the field that is 0 before
 * it has begun, and its final statuses.
 */
export const waits = {
  "calls.get": [
    "call",
    ["status", "call_status"],
    "",
    ["completed", "failed", "no-answer", "busy", "canceled", "user-canceled", "hangup_on_voicemail", "left_voicemail", "spam"],
  ],
  "batchCalls.get": [
    "batch",
    ["status"],
    "",
    ["completed", "canceled"],
  ],
  "simulationRuns.get": [
    "simulation",
    ["status"],
    "",
    ["completed", "failed"],
  ],
  "simulationRuns.sessions.get": [
    "session",
    ["pending_simulations"],
    "total_simulations",
    ["0"],
  ],
};
