/** The id of the call of an event, which is all that the signature covers. */

import { isObject, own } from "../shared/own.js";
import { refuse as refuseFor } from "./error.js";

const refuse = (message) => refuseFor("call_id", message);

/** An own field; `null` is treated as absent, since real accounts send it. */
export const given = (object, name) => own(object, name) ?? undefined;

/** The object of a call. Any other value could contain an id that is not compared. */
const callOf = (event, name) => {
  const call = given(event, name);
  if (call !== undefined && !isObject(call)) refuse(`the body's ${name} is not an object`);
  return call;
};

/** Whether an event is that of an incoming call. */
export const isInbound = (event) => {
  const name = given(event, "event");
  return (
    name === "call_inbound" ||
    (name === undefined && !given(event, "call") && given(event, "call_inbound") !== undefined)
  );
};

/**
 * The id that the signature must cover; undefined for an inbound event without any, and for others that may lack it. Every other
 * id in the body must be equal to it, so that a handler cannot act on another call than the signed one, whichever field it reads.
 */
export const callIdOf = (event, mayLack) => {
  const name = given(event, "event");
  if (name !== undefined && typeof name !== "string") refuse("the body's event is not a string");
  const call = callOf(event, "call");
  const inbound = callOf(event, "call_inbound");
  const ids = {
    "call_inbound.call_id": given(inbound, "call_id"),
    call_id: given(event, "call_id"),
    "call.call_id": given(call, "call_id"),
  };
  const isArriving = isInbound(event);
  const isOptional = mayLack || (isArriving && inbound);
  // An empty one is none where there may be none.
  const found = Object.keys(ids).filter((key) => ids[key] !== undefined && !(isOptional && ids[key] === ""));
  if (isOptional && found.length === 0) return undefined;
  // Post-call, or flat as old accounts send it; an inbound event may have it anywhere.
  const afterCall = call ? "call.call_id" : "call_id";
  const location = isArriving ? ((inbound && found[0]) ?? "call_inbound.call_id") : afterCall;
  const id = ids[location];
  // An unpaired surrogate is encoded as U+FFFD, so the signature of another id would match.
  if (typeof id !== "string" || id === "" || /[\ud800-\udfff]/u.test(id)) {
    refuse(`the body has no call_id, which the signature covers: expected a non-empty string at ${location}`);
  }
  const other = found.find((key) => ids[key] !== id);
  if (other) {
    refuse(`the body has different call ids at ${location} and ${other}; the signature covers only one`);
  }
  return id;
};
