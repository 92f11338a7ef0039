/** The answer to a call that comes in. */

const FIELDS = ["end_call", "override_model_id", "custom_variables", "metadata"];

const WAYS =
  'say what becomes of the call: { end_call: true } ends it, { override_model_id: "" } keeps the agent, { override_model_id: id } hands it to another';

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const refuse = (message) => {
  throw new TypeError(`webhooks.inboundReply: ${message}`);
};

/** The body to answer with. An empty one would end the call, so that has to be said. */
export const inboundReply = (reply) => {
  if (!isObject(reply)) refuse(`expected an object; ${WAYS}`);
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
  if (variables !== undefined && !isObject(variables)) refuse("custom_variables: expected an object");
  if (metadata !== undefined && !isObject(metadata)) refuse("metadata: expected an object");
  const given = { override_model_id: model, custom_variables: variables, metadata };
  return {
    call_inbound: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
};
