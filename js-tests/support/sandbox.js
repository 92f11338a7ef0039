/** A sandbox with a clock that a test sets, and plain requests to it. */

import assert from "node:assert/strict";
import { Synthflow } from "synthflow-wasm";
import { createSandbox } from "synthflow-wasm/sandbox";

const START = Date.parse("2026-11-25T12:00:00Z");

/** Creates a sandbox whose time stands still until `pass` is called, and a client of it. */
export const startSandbox = (options) => {
  let time = START;
  const sandbox = createSandbox({ now: () => time, callDuration: 3000, webhooks: "off", ...options });
  const client = new Synthflow({ apiKey: "test", fetch: sandbox.fetch, maxRetries: 0, logLevel: "off" });

  /** Sends a request that no client validates. Returns the status, the parsed body and the headers. */
  const send = async (method, path, body, headers = { authorization: "Bearer test" }) => {
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const response = await sandbox.fetch(`https://api.synthflow.ai/v2${path}`, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, json: text ? JSON.parse(text) : undefined };
  };

  /** Sends a request that is accepted; returns what is in its envelope. */
  const sent = async (...args) => {
    const { status, json } = await send(...args);
    assert.equal(status, 200, JSON.stringify(json));
    return json.response;
  };

  return {
    sandbox,
    client,
    send,
    sent,
    now: () => time,
    pass: (milliseconds) => {
      time += milliseconds;
    },
    /** The id of the first agent of a type. */
    agentId: async (type = "outbound") =>
      (await client.agents.list()).data.find((agent) => agent.type === type).model_id,
  };
};
