/** Simulation runs: each poll of one advances it until it has a result. */

import { createdWithin, find } from "./find.js";
import { page } from "./paging.js";

const time = (store) => new Date(store.now()).toISOString();

/** Starts a run of a case. */
export const startRun = (store, one, target, session, variables = null) => {
  const agent = find(store.agents, "agent", target);
  const run = {
    simulation_id: store.ids.uuid(),
    simulation_session_id: session,
    simulation_case_id: one.simulation_case_id,
    simulation_case_name: one.name,
    simulation_case_prompt: one.prompt,
    success_criteria: one.success_criteria,
    call_success_type: one.call_success_type,
    persona_agent_id: one.base_agent?.model_id ?? null,
    persona_phone_number: null,
    target_agent_id: target,
    agent_name: agent.name,
    agent_avatar_url: null,
    target_phone_number: null,
    target_call_id: null,
    custom_variables: variables,
    status: "in-progress",
    workspace_id: store.workspace,
    created_at: time(store),
    updated_at: time(store),
    error_info: null,
    recording_url: null,
    timeline: null,
    success_criteria_analysis: null,
  };
  store.runs.set(run.simulation_id, { run, polls: 0, started: store.now() });
  return run;
};

const isText = (value) => typeof value === "string";

/** A criterion that contains this is not met. */
const NOT_MET = "[not met]";

/** What the run is judged to have done: `any` needs one criterion that is met, `all` needs each. */
const analysisOf = ({ success_criteria: criteria, call_success_type: type }) => {
  const evaluations = [criteria]
    .flat()
    .filter(isText)
    .map((criterion) => {
      const success = !criterion.includes(NOT_MET);
      return {
        success,
        reasoning: `The sandbox assumes that this is ${success ? "" : "not "}met: ${criterion}`,
      };
    });
  const isMet = ({ success }) => success;
  const success =
    type === "any" && evaluations.length > 0 ? evaluations.some(isMet) : evaluations.every(isMet);
  return { success, evaluations };
};

const finish = (store, run) => {
  const message = (sender_type, value, seconds) => ({
    sender_type,
    value,
    type: "message",
    timestamp_datetime: time(store),
    timestamp: String(seconds),
  });
  Object.assign(run, {
    status: "completed",
    updated_at: time(store),
    timeline: [message("persona", run.simulation_case_prompt, 0), message("agent", "Certainly.", 1.5)],
    success_criteria_analysis: analysisOf(run),
  });
};

/** The current state of a run. Like a call, it ends by the clock or with the third poll. */
const poll = (store, entry) => {
  entry.polls += 1;
  const hasEnded =
    store.callDuration > 0 ? store.now() - entry.started >= store.callDuration : entry.polls > 2;
  if (hasEnded && entry.run.status === "in-progress") finish(store, entry.run);
  return entry.run;
};

const all = (store) => [...store.runs.values()].map((entry) => poll(store, entry));

const runPage = (items, query) => {
  const size = query.page_size ?? 10;
  const offset = ((query.page_number ?? 1) - 1) * size;
  return { status: "ok", response: page(items, { limit: size, offset }) };
};

const sessions = (store) => {
  const found = new Map();
  for (const run of all(store)) {
    const id = run.simulation_session_id;
    found.set(id, [...(found.get(id) ?? []), run]);
  }
  return new Map([...found].map(([id, runs]) => [id, sessionOf(id, runs)]));
};

const sessionOf = (id, simulations) => {
  const count = (status) => simulations.filter((run) => run.status === status).length;
  return {
    simulation_session_id: id,
    simulations,
    total_simulations: simulations.length,
    completed_simulations: count("completed"),
    failed_simulations: count("failed"),
    pending_simulations: count("in-progress"),
  };
};

const start = ({ store, body }) => {
  const one = find(store.cases, "simulation case", body.simulation_case_id);
  const session = body.simulation_session_id ?? store.ids.uuid();
  return {
    status: "ok",
    response: startRun(store, one, body.target_agent_id, session, body.custom_variables ?? null),
  };
};

const list = ({ store, query }) => {
  const found = all(store).filter(
    (run) =>
      (query.simulation_session_id === undefined ||
        run.simulation_session_id === query.simulation_session_id) &&
      (query.status === undefined || run.status === query.status) &&
      (query.target_agent_id === undefined || run.target_agent_id === query.target_agent_id) &&
      createdWithin(run, query),
  );
  return runPage(found, query);
};

const listSessions = ({ store, query }) => {
  const found = [...sessions(store).values()].filter(({ simulations }) =>
    simulations.some(
      (run) =>
        (query.target_agent_id === undefined || run.target_agent_id === query.target_agent_id) &&
        createdWithin(run, query),
    ),
  );
  return runPage(found, query);
};

const getSession = (store, id) => ({
  status: "ok",
  response: find(sessions(store), "simulation session", id),
});

export const simulationRuns = {
  "simulationRuns.start": start,
  "simulationRuns.list": list,
  "simulationRuns.get": ({ store, ids }) => ({
    status: "ok",
    response: poll(store, find(store.runs, "simulation", ids.simulation_id)),
  }),
  "simulationRuns.sessions.list": listSessions,
  "simulationRuns.sessions.get": ({ store, ids }) => getSession(store, ids.simulation_session_id),
  "simulations.start": start,
  "simulations.listAll": list,
  "simulations.sessions.list": listSessions,
  "simulations.sessions.get": ({ store, ids }) => getSession(store, ids.session_id),
};
