/** The answer to a call that comes in. */

import { isObject } from "./own.js";

const FIELDS = ["end_call", "override_model_id", "custom_variables", "metadata"];

const WAYS =
  'say what becomes of the call: { end_call: true } ends it, { override_model_id: "" } keeps the agent, { override_model_id: id } hands it to another';

const refuse = (message) => {
  throw new TypeError(`webhooks.inboundReply: ${message}`);
};

/** A copy of an object: what is checked is what is answered. */
const copyOf = (value, what) => {
  try {
    if (isObject(value)) return { ...value };
  } catch {
    return refuse(`${what}expected an object that can be read`);
  }
  return refuse(`${what}expected an object${what ? "" : `; ${WAYS}`}`);
};

/** The body to answer with. An empty one would end the call, so that has to be said. */
export const inboundReply = (given) => {
  // Without a prototype: a field of a polluted Object.prototype must not reroute a call.
  const reply = { __proto__: null, ...copyOf(given, "") };
  const { end_call: end, override_model_id: model, custom_variables: variables, metadata } = reply;
  const unknown = Object.keys(reply).find((name) => !FIELDS.includes(name));
  if (unknown) refuse(`${unknown}: expected no field of this name, but ${FIELDS.join(", ")}`);
  if (end !== undefined && end !== true) refuse(`end_call: expected true, or nothing; ${WAYS}`);
  if (end) {
    const other = FIELDS.slice(1).find((name) => reply[name] !== undefined);
    if (other) refuse(`${other}: expected nothing beside end_call`);
    return { call_inbound: {} };
  }
  if (typeof model !== "string") refuse(`override_model_id: expected a string; ${WAYS}`);
  const answer = { override_model_id: model };
  if (variables !== undefined) answer.custom_variables = copyOf(variables, "custom_variables: ");
  if (metadata !== undefined) answer.metadata = copyOf(metadata, "metadata: ");
  return { call_inbound: answer };
};
