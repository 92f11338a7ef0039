/** Calls that arrive: at the number of an inbound agent, or at a widget. */

import { isObject } from "../shared/own.js";
import { addCall, numberOf } from "./call-records.js";
import { catchUp } from "./clock.js";
import { badRequest, notFound } from "./errors.js";
import { variablesOf } from "./variables.js";

/** The number of a caller who is not named. */
const CALLER = "+15005550001";

const agentOf = (store, { model_id: id, to }) => {
  if (id === undefined && to === undefined) throw badRequest("model_id or to is missing");
  const hasNumber = (agent) =>
    agent.phone_number === to || agent.attached_phone_numbers.some(({ number }) => number === to);
  const agents = [...store.agents.values()];
  const agent =
    id === undefined ? agents.find((one) => one.type === "inbound" && hasNumber(one)) : store.agents.get(id);
  if (!agent) throw id === undefined ? notFound("inbound agent with the number", to) : notFound("agent", id);
  if (agent.type === "outbound")
    throw badRequest(`agent ${agent.model_id} is an outbound agent: it takes no calls`);
  return agent;
};

/** The event that is sent to `inbound_call_webhook_url`: the documented one, which has no call id. */
export const inboundEventOf = ({ model_id }, { from, to }) => ({
  event: "call_inbound",
  call_inbound: { model_id, from_number: from, to_number: to },
});

/** Asks the inbound webhook of an agent. Returns what it says about the call; `{}` ends it. */
const ask = async (store, agent, { call_id, from, to }) => {
  const { inbound_call_webhook_url: url, model_id } = agent;
  if (agent.type !== "inbound" || !url || !store.delivery.isOn) return { override_model_id: "" };
  const accepted = await store.delivery.send({
    url,
    webhook_type: "inbound_webhook",
    call_id,
    model_id,
    workspace_id: store.workspace,
    payload: inboundEventOf(agent, { from, to }),
    accepts: isObject,
  });
  // Without a response, the default agent takes the call: the one of the number.
  if (!accepted) return { override_model_id: "" };
  return isObject(accepted.body.call_inbound) ? accepted.body.call_inbound : {};
};

const target = (store, agent, id) => {
  if (!id) return agent;
  const other = store.agents.get(id);
  if (!other) throw badRequest(`the inbound webhook returned override_model_id ${id}, which is not an agent`);
  return other;
};

/** The fields of an arriving call that are texts. */
const TEXTS = ["model_id", "to", "from", "name"];

const checkArrival = (given) => {
  for (const [name, value] of Object.entries(given)) {
    if (![...TEXTS, "custom_variables"].includes(name))
      throw badRequest(`${name} is unknown; expected ${TEXTS.join(", ")} or custom_variables`);
    if (TEXTS.includes(name) && value !== undefined && typeof value !== "string")
      throw badRequest(`${name}: expected a string`);
  }
};

/** Simulates a call that arrives. Returns its id, which is null if the inbound webhook ended the call. */
export const receiveCall = async (store, given = {}) => {
  checkArrival(given);
  const variables = variablesOf(given.custom_variables);
  const agent = agentOf(store, given);
  const isWidget = agent.type === "widget";
  const from = given.from ?? (isWidget ? "" : CALLER);
  const to = given.to ?? (isWidget ? "" : numberOf(agent));
  const call_id = store.ids.uuid();
  const reply = await ask(store, agent, { call_id, from, to });
  // The webhook may have taken its time.
  catchUp(store);
  if (Object.keys(reply).length === 0) return { call_id: null, model_id: agent.model_id };
  const contact = [...store.contacts.values()].find(({ phone_number: number }) => number === from);
  const taker = target(store, agent, reply.override_model_id);
  addCall(store, taker, {
    call_id,
    type: agent.type,
    from,
    to,
    person: from,
    name: given.name ?? contact?.name ?? "",
    variables: {
      ...variables,
      ...variablesOf(reply.custom_variables, "in the response of the inbound webhook: custom_variables"),
    },
    metadata: reply.metadata,
  });
  catchUp(store);
  return { call_id, model_id: taker.model_id };
};
