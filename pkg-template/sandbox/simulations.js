/** Simulation cases, scenarios and suites; simulation-runs.js has the runs. */

import { badRequest } from "./errors.js";
import { createdWithin, find, includes, remove } from "./find.js";
import { without } from "./merge.js";
import { numbered, page } from "./paging.js";
import { startRun } from "./simulation-runs.js";

const time = (store) => new Date(store.now()).toISOString();

const stamps = (store) => ({
  workspace_id: store.workspace,
  created_at: time(store),
  updated_at: time(store),
});

const caseOf = (store, id) => find(store.cases, "simulation case", id);

const addCase = (store, { base_agent_id: base, ...body }) => {
  const agent = base ? find(store.agents, "agent", base) : undefined;
  const made = {
    suite_id: null,
    name: "",
    prompt: "",
    type: "custom",
    success_criteria: [],
    call_success_type: "all",
    ...body,
    ...stamps(store),
    simulation_case_id: store.ids.uuid(),
    base_agent: agent
      ? {
          model_id: agent.model_id,
          agent_name: agent.name,
          agent_type: agent.type,
          voice_engine_type: "standard",
          phone_number: agent.phone_number ?? null,
          updated_at: time(store),
          image_url: null,
        }
      : null,
  };
  store.cases.set(made.simulation_case_id, made);
  return made;
};

/** The fields that only other operations change. */
const KEPT = ["id", "simulation_case_id", "base_agent", "workspace_id", "created_at"];

/** The fields of a body that are not null. */
const given = (body) =>
  Object.fromEntries(Object.entries(without(body, KEPT)).filter(([, value]) => value !== null));

const change = (store, resource, body) => Object.assign(resource, given(body), { updated_at: time(store) });

/** A page of cases: unlike those of scenarios and suites, it has a `pagination`. */
const casePage = (items, query) => {
  const size = query.page_size ?? 10;
  const offset = ((query.page_number ?? 1) - 1) * size;
  return { status: "ok", response: page(items, { limit: size, offset }) };
};

const matchingCases = (store, query) =>
  [...store.cases.values()].filter(
    ({ name, type, suite_id: suite }) =>
      includes(name, query.search) &&
      (query.simulation_case_type === undefined || type === query.simulation_case_type) &&
      (query.suite_id === undefined || suite === query.suite_id),
  );

/** The cases of an agent: those of its suites, and those in which it is the caller. */
const casesOf = (store, id) =>
  [...store.cases.values()].filter(
    (one) => store.suites.get(one.suite_id)?.model_id === id || one.base_agent?.model_id === id,
  );

/** Responds in NDJSON: the progress, then the cases. */
const generate = ({ store, body }) => {
  const agent = find(store.agents, "agent", body.agent_id);
  const tests = body.include_tests ?? ["task_completion"];
  const cases = tests.map((test) =>
    addCase(store, {
      name: `${agent.name}: ${test.replaceAll("_", " ")}`,
      prompt: `Try ${test}.`,
      suite_id: body.suite_id ?? null,
    }),
  );
  const steps = tests.map((test, index) => ({
    type: "progress",
    test,
    completed: index + 1,
    total: tests.length,
  }));
  const lines = [...steps, { type: "result", simulation_cases: cases }];
  return new Response(lines.map((line) => `${JSON.stringify(line)}\n`).join(""), {
    headers: { "content-type": "application/x-ndjson" },
  });
};

const suiteOf = (store, ids) => find(store.suites, "simulation suite", ids.suite_id);

const agentOf = (store, { model_id: id }) => {
  const agent = store.agents.get(id);
  return agent && { id: agent.model_id, name: agent.name, avatar: null };
};

const suiteCases = (store, { id }) => [...store.cases.values()].filter(({ suite_id: suite }) => suite === id);

const shownSuite = (store, suite) => ({
  ...suite,
  cases: suiteCases(store, suite),
  agent: agentOf(store, suite),
});

const scenarioOf = (store, ids) => find(store.scenarios, "simulation scenario", ids.scenario_id);

export const simulations = {
  "simulationCases.create": ({ store, body }) => ({
    status: "ok",
    response: { simulation_case: addCase(store, body) },
  }),
  "simulationCases.list": ({ store, query }) => casePage(matchingCases(store, query), query),
  "simulationCases.get": ({ store, ids }) => ({
    status: "ok",
    response: caseOf(store, ids.simulation_case_id),
  }),
  "simulationCases.update": ({ store, ids, body }) => ({
    status: "ok",
    response: change(store, caseOf(store, ids.simulation_case_id), body),
  }),
  "simulationCases.delete": ({ store, ids }) => {
    remove(store.cases, "simulation case", ids.simulation_case_id);
  },
  "simulationCases.listByAgent": ({ store, query }) => ({
    status: "ok",
    response: casesOf(store, query.agent_id),
  }),
  "simulationCases.generate": generate,

  "simulationScenarios.create": ({ store, body }) => {
    const scenario = { ...body, ...stamps(store), id: store.ids.uuid() };
    store.scenarios.set(scenario.id, scenario);
    return { status: "ok", response: scenario };
  },
  "simulationScenarios.list": ({ store, query }) => {
    const found = [...store.scenarios.values()].filter(
      (scenario) => includes(scenario.name, query.search) && createdWithin(scenario, query),
    );
    return { status: "ok", response: numbered(found, query) };
  },
  "simulationScenarios.get": ({ store, ids }) => ({ status: "ok", response: scenarioOf(store, ids) }),
  "simulationScenarios.update": ({ store, ids, body }) => ({
    status: "ok",
    response: change(store, scenarioOf(store, ids), body),
  }),
  "simulationScenarios.delete": ({ store, ids }) => {
    remove(store.scenarios, "simulation scenario", ids.scenario_id);
  },

  "simulationSuites.create": ({ store, body }) => {
    find(store.agents, "agent", body.model_id);
    const suite = { language: "en-US", ...body, ...stamps(store), id: store.ids.uuid() };
    store.suites.set(suite.id, suite);
    return { status: "ok", response: shownSuite(store, suite) };
  },
  "simulationSuites.list": ({ store, query }) => {
    const found = [...store.suites.values()]
      .filter(
        (suite) =>
          includes(suite.name, query.search) &&
          (query.model_ids === undefined || query.model_ids.includes(suite.model_id)) &&
          createdWithin(suite, query),
      )
      .map((suite) => ({
        ...suite,
        case_summaries: suiteCases(store, suite).map(({ simulation_case_id, name }) => ({
          simulation_case_id,
          name,
        })),
        agent: agentOf(store, suite),
      }));
    return { status: "ok", response: numbered(found, query) };
  },
  "simulationSuites.get": ({ store, ids }) => ({
    status: "ok",
    response: shownSuite(store, suiteOf(store, ids)),
  }),
  "simulationSuites.update": ({ store, ids, body }) => ({
    status: "ok",
    response: shownSuite(store, change(store, suiteOf(store, ids), body)),
  }),
  "simulationSuites.delete": ({ store, ids }) => {
    remove(store.suites, "simulation suite", ids.suite_id);
  },
  // The API has no envelope here.
  "simulationSuites.execute": ({ store, ids, query }) => {
    const suite = suiteOf(store, ids);
    if (query.target_agent_id !== suite.model_id) {
      throw badRequest("target_agent_id must be the suite's model_id");
    }
    const session = store.ids.uuid();
    const cases = suiteCases(store, suite);
    for (const one of cases) startRun(store, one, suite.model_id, session);
    return {
      session_id: session,
      suite_id: suite.id,
      suite_name: suite.name,
      total_cases: cases.length,
      status: "started",
    };
  },

  "simulations.create": ({ store, body }) => ({ status: "ok", response: addCase(store, body) }),
  "simulations.list": ({ store, query }) => casePage(matchingCases(store, query), query),
  "simulations.get": ({ store, ids }) => ({ status: "ok", response: caseOf(store, ids.case_id) }),
  "simulations.update": ({ store, ids, body }) => ({
    status: "ok",
    response: change(store, caseOf(store, ids.case_id), body),
  }),
  "simulations.delete": ({ store, ids }) => {
    remove(store.cases, "simulation case", ids.case_id);
    return { status: "ok" };
  },
  "simulations.generate": generate,
  "simulations.listByAgent": ({ store, ids, query }) => casePage(casesOf(store, ids.agent_id), query),
};
