/** The reply to an inbound call. */

import { isObject, isPlain } from "../shared/own.js";

const FIELDS = ["end_call", "override_model_id", "custom_variables", "metadata"];

const CHOICES =
  'use { end_call: true } to end the call, { override_model_id: "" } to keep the agent, or { override_model_id: id } for another agent';

const refuse = (message) => {
  throw new TypeError(`webhooks.inboundReply: ${message}`);
};

/** Refuses what JSON would drop, or have null for. */
const refuseLost = (copy, what) => {
  // `this` is what the value is in, before `toJSON`.
  JSON.stringify(copy, function (name, value) {
    const given = this[name];
    const hasNoFields =
      isObject(given) && !isPlain(given) && !given.toJSON && Object.keys(given).length === 0;
    const isLost =
      hasNoFields ||
      (value === null && given !== null) ||
      /^(function|symbol|bigint)$/.test(typeof value) ||
      (typeof value === "number" && !Number.isFinite(value));
    return isLost ? refuse(`${what}${name} has no form in JSON`) : value;
  });
  return copy;
};

/** A copy of an object, so that the reply is what was validated; not of a Map or a Date, whose content is in no field. */
const copyOf = (value, what) => {
  try {
    if (isObject(value) && (isPlain(value) || Object.keys(value).length > 0)) return { ...value };
  } catch {
    return refuse(`${what}the object could not be read`);
  }
  return refuse(`${what}expected an object${what ? "" : `; ${CHOICES}`}`);
};

/** The body of the reply. An empty one would end the call, so ending it must be explicit. */
export const inboundReply = (given) => {
  // Without a prototype: a field of a polluted Object.prototype must not reroute a call.
  const reply = { __proto__: null, ...copyOf(given, "") };
  const { end_call: end, override_model_id: model, custom_variables: variables, metadata } = reply;
  const unknown = Object.keys(reply).find((name) => !FIELDS.includes(name));
  if (unknown) refuse(`${unknown}: unknown field; expected ${FIELDS.join(", ")}`);
  if (end !== undefined && end !== true) refuse(`end_call: expected true or undefined; ${CHOICES}`);
  if (end) {
    const other = FIELDS.slice(1).find((name) => reply[name] !== undefined);
    if (other) refuse(`${other}: cannot be combined with end_call`);
    return { call_inbound: {} };
  }
  if (typeof model !== "string") refuse(`override_model_id: expected a string; ${CHOICES}`);
  const inbound = { override_model_id: model };
  if (variables !== undefined)
    inbound.custom_variables = refuseLost(copyOf(variables, "custom_variables: "), "custom_variables: ");
  if (metadata !== undefined) inbound.metadata = refuseLost(copyOf(metadata, "metadata: "), "metadata: ");
  return { call_inbound: inbound };
};
