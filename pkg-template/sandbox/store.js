/** The state of the sandbox. */

import { attach } from "./actions.js";
import { addAgent } from "./agents.js";
import { wakeBatches } from "./batches.js";
import { createIds } from "./ids.js";
import { addNumber } from "./phone-numbers.js";
import { notify, remember } from "./post-call.js";
import { addSeed } from "./seed.js";
import { STARTER_NUMBER, starterAction, starterAgent, starterVoices } from "./starters.js";
import { createDelivery } from "./webhook-delivery.js";

/** Agents, an action and a number to begin with. */
const addStarters = (store, agents) => {
  addNumber(store, { phone_number: STARTER_NUMBER, friendly_name: "Front desk" });
  for (let index = 0; index < agents; index += 1) {
    const agent = addAgent(store, starterAgent(index));
    if (index > 0) continue;
    const action = starterAction();
    store.actions.set(action.action_id, action);
    attach(agent, action);
  }
};

/** Creates a store with the initial resources; its ids are the same each time. */
export const createStore = (settings) => {
  const { seed, now, callDuration, workspace, rateLimits, shapes } = settings;
  const isSeeded = typeof seed !== "number";
  const store = {
    ids: createIds(isSeeded ? (seed.ids ?? 1) : seed),
    now,
    callDuration,
    rateLimits,
    shapes,
    workspace,
    agents: new Map(),
    calls: new Map(),
    batches: new Map(),
    actions: new Map(),
    /** What seeded actions return, by their ids. */
    returnValues: new Map(),
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
    voices: starterVoices(),
    /** Calls that have not ended, in the order in which they were placed. */
    open: new Set(),
    /** Batches that dial or will dial. */
    activeBatches: new Set(),
    /** Times of the call attempts within the last second. */
    attempts: [],
    delivery: createDelivery(settings),
    /** Webhooks on their way. */
    deliveries: new Set(),
    timer: undefined,
    isClosed: false,
    onEnd: (call) => {
      remember(store, call);
      wakeBatches(store, call.placed + callDuration);
      const sent = notify(store, call).finally(() => store.deliveries.delete(sent));
      store.deliveries.add(sent);
    },
    /** Stops timers and retries. */
    close: () => {
      store.isClosed = true;
      clearTimeout(store.timer);
      store.delivery.close();
    },
  };
  addStarters(store, settings.agents ?? (isSeeded && seed.agents ? 0 : 3));
  if (isSeeded) addSeed(store, seed);
  return store;
};
