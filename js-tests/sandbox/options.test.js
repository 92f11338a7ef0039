/** The options of a sandbox are taken or refused, never dropped. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createSandbox } from "synthflow-wasm/sandbox";
import { serveSandbox } from "synthflow-wasm/sandbox-server";

const wrong = [
  [{ webhook: "off" }, /no option "webhook"; did you mean "webhooks"\?/],
  [
    { rateLimits: { callPerSecond: 5 } },
    /rateLimits: there is no option "callPerSecond"; did you mean "callsPerSecond"\?/,
  ],
  [{ rateLimits: { callsPerSecond: 0 } }, /rateLimits\.callsPerSecond: expected a positive integer/],
  [{ rateLimits: { retryAfter: "1" } }, /rateLimits\.retryAfter: expected seconds/],
  [{ rateLimits: 5 }, /rateLimits: expected an object/],
  [{ agents: "3" }, /agents: expected an integer/],
  [{ workspace: "" }, /workspace: expected a non-empty string/],
  [{ generation: "old" }, /generation: expected "current" or "legacy"/],
  [{ now: 0 }, /now: expected a function/],
  [{ onWebhook: {} }, /onWebhook: expected a function/],
  [{ onRequest: true }, /onRequest: expected a function/],
  [{ apiKey: "" }, /apiKey: expected a non-empty string or null/],
  [{ basePath: "synthflow" }, /basePath: expected a path/],
  [{ callDuration: -1 }, /callDuration: expected milliseconds/],
  [{ seed: "a" }, /seed: expected a number or an object/],
  [{ shapes: "real" }, /shapes: expected "documented" or "live"/],
  [{ webhooks: false }, /webhooks: expected "send" or "off"/],
  [null, /expected an object of options/],
  [[], /expected an object of options/],
  [new Map([["seed", 2]]), /expected an object of options/],
  [new Date(), /expected an object of options/],
];

for (const [options, expected] of wrong) {
  test(`a sandbox with ${JSON.stringify(options)} is refused`, () => {
    assert.throws(() => createSandbox(options), { name: "TypeError", message: expected });
  });
}

test("undefined is no value, and a server refuses what is no option either", async () => {
  createSandbox({ webhooks: undefined, agents: undefined, rateLimits: undefined }).close();
  await assert.rejects(serveSandbox({ prot: 4010 }), /no option of this name; known are .*apiKey/);
});

test("a failure may be a status whose responses have no body", async () => {
  const sandbox = createSandbox();
  for (const status of [204, 205, 304]) {
    sandbox.fail({ status });
    const response = await sandbox.fetch("https://api.example/v2/assistants/", {
      headers: { authorization: "Bearer a" },
    });
    assert.deepEqual([response.status, await response.text()], [status, ""]);
  }
});
