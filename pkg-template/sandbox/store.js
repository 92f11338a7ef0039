/** What the sandbox remembers. */

import { createIds } from "./ids.js";
import { merge } from "./merge.js";
import { AGENT_DEFAULTS, STARTER_ACTION, starterAgent, starterVoices } from "./starters.js";

/** A fresh store with some agents and the voices of a workspace; its ids are the same each time. */
export const createStore = ({ agents = 3, now, callDuration = 3000, workspace = "sandbox", seed = 1 }) => {
  const store = {
    ids: createIds(seed),
    now,
    callDuration,
    agents: new Map(),
    calls: new Map(),
    voices: starterVoices().map((voice) => ({ ...voice, workspace })),
  };
  for (let index = 0; index < agents; index += 1) {
    const agent = addAgent(store, starterAgent(index));
    if (index === 0) agent.actions.push(STARTER_ACTION);
  }
  return store;
};

/** Adds an agent, with defaults where nothing is given, and answers with it. */
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
