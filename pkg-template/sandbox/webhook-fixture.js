/** Webhooks for tests: the events that the sandbox sends, made without a call. */

import { CHECK_NUMBER } from "../generated/calls.js";
import { isObject, isPlain } from "../shared/own.js";
import { parse } from "../webhooks/index.js";
import { inboundEventOf } from "./arrivals.js";
import { numberOf, placeCall } from "./call-records.js";
import { endCall } from "./call-state.js";
import { merge } from "./merge.js";
import { eventOf } from "./post-call.js";
import { settingsOf } from "./settings.js";
import { createStore } from "./store.js";
import { headersOf } from "./webhook-request.js";

/** When the calls of fixtures are placed: a fixture is the same each time. */
const PLACED = Date.parse("2026-01-15T09:30:00Z");

/** The event after an outbound call to this number, whose last digits decide how the call ends. */
const postCall = (to) => (store) => {
  const agent = [...store.agents.values()].find(({ type }) => type === "outbound");
  const call = placeCall(store, agent, { to, name: "Sam" });
  endCall(store, call);
  return eventOf(store, call);
};

/** The event of a call from this number. */
const inbound = (from) => (store) => {
  const agent = [...store.agents.values()].find(({ type }) => type === "inbound");
  return inboundEventOf(agent, { from, to: numberOf(agent) });
};

const KINDS = {
  __proto__: null,
  completed: postCall("+14155550123"),
  busy: postCall("+14155550001"),
  "no-answer": postCall("+14155550002"),
  failed: postCall("+14155550003"),
  inbound: inbound("+14155550123"),
  check: inbound(CHECK_NUMBER),
};

const refuse = (what, cause) => {
  throw new TypeError(`webhookFixture: ${what}`, cause && { cause });
};

/** The event of a kind, in a store of its own. */
const eventOfKind = (kind) => {
  const store = createStore(settingsOf({ now: () => PLACED, webhooks: "off" }));
  try {
    return KINDS[kind](store);
  } finally {
    store.close();
  }
};

const serialized = (event) => {
  try {
    return JSON.stringify(event);
  } catch (error) {
    return refuse(`overrides: not serializable as JSON: ${error.message}`, error);
  }
};

/** The body and the headers of a signed webhook. */
export const webhookFixture = async (kind, overrides, secret) => {
  if (typeof kind !== "string" || !(kind in KINDS))
    refuse(`kind: expected one of ${Object.keys(KINDS).join(", ")}`);
  const given = overrides ?? {};
  if (!isObject(given) || !isPlain(given))
    refuse("overrides: expected an object with fields of the event, or undefined");
  if (typeof secret !== "string" || secret === "") refuse("secret: expected a non-empty string");
  const body = serialized(merge(eventOfKind(kind), given));
  // Throws if the overrides leave no id, or ids of different calls: no signature could cover that.
  const { call, call_inbound } = parse(body);
  const isInbound = kind === "inbound" || kind === "check";
  const id = (isInbound ? call_inbound : call)?.call_id ?? undefined;
  return { body, headers: await headersOf(id, secret) };
};
