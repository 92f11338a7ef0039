/** From the parsed body to the event: the current shape, normalized fields, and what is known about its delivery. */

import { CHECK_NUMBER, OUTSIDE_CALL } from "../generated/calls.js";
import { PostCallEvent } from "../generated/normalized.js";
import { isIncoming } from "../shared/direction.js";
import { normalize } from "../shared/normalize.js";
import { define } from "../shared/own.js";
import { given, isInbound } from "./call-id.js";

/**
 * The fields of the person in a flat event, by those of `lead`. Of a call that came in, the number that was called is the
 * agent's.
 */
const leadFields = (event) => ({
  name: ["name", "lead_name"],
  phone_number: [
    "phone_number",
    "lead_phone_number",
    "phone",
    `phone_number_${isIncoming(given(event, "type_of_call")) ? "from" : "to"}`,
  ],
  prompt_variables: ["prompt_variables"],
});

/** A flat event of an older account with the `call` and the `lead` of a current one; its own fields stay. */
const withCall = (event) => {
  if (given(event, "call")) return event;
  const call = Object.fromEntries(Object.entries(event).filter(([name]) => !OUTSIDE_CALL.includes(name)));
  const lead = {};
  for (const [name, names] of Object.entries(leadFields(event))) {
    const found = names.find((other) => given(event, other) !== undefined);
    if (found) lead[name] = event[found];
  }
  return { ...event, call, lead: given(event, "lead") ?? lead };
};

/** Whether this is the request that Synthflow sends when the URL of a webhook is saved. Which field has the number is not known. */
export const isCheck = (event) =>
  [event, ...["call_inbound", "lead", "call"].map((name) => given(event, name))].some((object) =>
    Object.entries(object ?? {}).some(([name, value]) => value === CHECK_NUMBER && /phone|number/.test(name)),
  );

/**
 * The event of a parsed body. `verified` and `check` replace fields of the same name, so that no sender can set them, and
 * are not enumerable, so that the others are those of the body. The id of an inbound event is in its `call_inbound`, wherever it was.
 */
export const toEvent = (body, verified, call_id) => {
  const event = isInbound(body)
    ? { ...body, event: "call_inbound", call_inbound: { ...body.call_inbound, ...(call_id && { call_id }) } }
    : normalize(withCall(body), PostCallEvent);
  const flags = { enumerable: false, writable: false };
  define(event, "verified", verified, flags);
  return define(event, "check", isCheck(body), flags);
};
