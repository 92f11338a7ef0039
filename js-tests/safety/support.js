/** What the tests of safety share: a call, requests of each retry policy, a way to count. */

import assert from "node:assert/strict";
import { SynthflowError } from "synthflow-wasm";

/** The params of a call. */
export const call = { model_id: "m", name: "Sam", phone: "+14155550100" };

const cases = { agent_id: "m", include_tests: ["angry_user"] };

/** Requests that must not be repeated, in the ways in which a caller makes them. */
export const creating = {
  "calls.create": (client, options) => client.calls.create(call, options),
  "calls.create().withResponse": (client, options) => client.calls.create(call, options).withResponse(),
  "calls.create().asResponse": (client, options) => client.calls.create(call, options).asResponse(),
  "contacts.update, a PATCH": (client, options) => client.contacts.update("c", { name: "Sam" }, options),
  "simulationCases.generate, a stream": (client, options) => client.simulationCases.generate(cases, options),
  "client.request POST": (client, options) => client.request("POST", "/calls", call, options),
  "client.request POST without a body": (client, options) =>
    client.request("POST", "/new", undefined, options),
};

/** Requests that may be repeated. */
export const repeating = {
  "agents.get": (client, options) => client.agents.get("a", {}, options),
  "agents.list, a page": (client, options) => client.agents.list({}, options),
  "agents.update, a PUT": (client, options) => client.agents.update("a", { name: "B" }, options),
  "agents.delete": (client, options) => client.agents.delete("a", options),
  "client.request GET": (client, options) => client.request("GET", "/new", {}, options),
};

/** Runs every request of a list. */
export const forEach = async (requests, run) => {
  for (const [name, send] of Object.entries(requests)) await run(send, name);
};

/** An error says that It may have taken effect, after one attempt. */
export const isUnknown = (error, what) => {
  assert.ok(error instanceof SynthflowError, `${what}: ${error?.stack}`);
  assert.equal(error.outcome, "unknown", `${what}: ${error.message}`);
  assert.equal(error.attempts, 1, what);
};

/** The error of fetch for a refused connection. */
export const refusal = (fields) =>
  Object.assign(new TypeError("fetch failed"), {
    cause: Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:9"), {
      code: "ECONNREFUSED",
      syscall: "connect",
      ...fields,
    }),
  });

/** Replaces a property of the global object while something runs. */
export const withGlobal = async (name, value, run) => {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  try {
    return await run();
  } finally {
    if (before) Object.defineProperty(globalThis, name, before);
    else delete globalThis[name];
  }
};
