/** The state of the sandbox. */

import { attach } from "./actions.js";
import { createIds } from "./ids.js";
import { merge } from "./merge.js";
import { addNumber } from "./phone-numbers.js";
import { AGENT_DEFAULTS, STARTER_NUMBER, starterAction, starterAgent, starterVoices } from "./starters.js";

/** Creates a store with some agents and the voices of a workspace; its ids are the same each time. */
export const createStore = ({ agents = 3, now, callDuration = 3000, workspace = "sandbox", seed = 1 }) => {
  const store = {
    ids: createIds(seed),
    now,
    callDuration,
    agents: new Map(),
    calls: new Map(),
    actions: new Map(),
    numbers: new Map(),
    knowledgeBases: new Map(),
    phoneBooks: new Map(),
    subaccounts: new Map(),
    contacts: new Map(),
    memoryStores: new Map(),
    cases: new Map(),
    scenarios: new Map(),
    suites: new Map(),
    runs: new Map(),
    chats: new Map(),
    mcp: new Map(),
    workspace,
    voices: starterVoices().map((voice) => ({ ...voice, workspace })),
  };
  addNumber(store, { phone_number: STARTER_NUMBER, friendly_name: "Front desk" });
  for (let index = 0; index < agents; index += 1) {
    const agent = addAgent(store, starterAgent(index));
    if (index === 0) {
      const action = starterAction();
      store.actions.set(action.action_id, action);
      attach(agent, action);
    }
  }
  return store;
};

/** Adds an agent, with defaults for missing settings, and returns it. */
export const addAgent = (store, body) => {
  const agent = {
    ...merge(AGENT_DEFAULTS, body),
    model_id: store.ids.uuid(),
    attached_phone_numbers: [],
    actions: [],
    input_variables: [],
  };
  store.agents.set(agent.model_id, agent);
  return agent;
};
