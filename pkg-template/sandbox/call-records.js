/** The calls in the store. */

import { badRequest, notFound } from "./errors.js";
import { STARTER_NUMBER } from "./starters.js";

/** The agent of an outbound call. */
export const outboundAgent = (store, id) => {
  const agent = store.agents.get(id);
  if (!agent) throw notFound("agent", id);
  if (agent.type !== "outbound") throw badRequest(`agent ${id} is not an outbound agent`);
  return agent;
};

/** The number of an agent. */
export const numberOf = (agent) =>
  agent.phone_number ?? agent.attached_phone_numbers[0]?.number ?? STARTER_NUMBER;

/** Adds a call of an agent. `person` is the number of the person the agent speaks with. */
export const addCall = (store, agent, given) => {
  const call = {
    call_id: store.ids.uuid(),
    model_id: agent.model_id,
    type: agent.type,
    name: "",
    variables: {},
    placed: store.now(),
    progress: 0,
    polls: 0,
    ...given,
    prompt: given.prompt ?? agent.agent.prompt,
    greeting: given.greeting ?? agent.agent.greeting_message,
  };
  store.calls.set(call.call_id, call);
  store.open.add(call);
  return call;
};

/** Places an outbound call. */
export const placeCall = (store, agent, { to, from, ...given }) =>
  addCall(store, agent, { ...given, to, person: to, from: from ?? numberOf(agent) });

/** The number of outbound calls that have not ended. */
export const activeCalls = (store) => [...store.open].filter(({ type }) => type === "outbound").length;
