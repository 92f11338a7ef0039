/** The options of a sandbox are taken or refused, never dropped. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createSandbox } from "synthflow-wasm/sandbox";
import { serveSandbox } from "synthflow-wasm/sandbox-server";
import { startSandbox } from "../support/sandbox.js";

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
  [{ apiKey: "a key" }, /apiKey: expected a non-empty string or null, without spaces/],
  [{ apiKey: "schlüssel" }, /apiKey: expected a non-empty string or null, without spaces/],
  [{ basePath: "synthflow" }, /basePath: expected a path/],
  [{ basePath: ["/synthflow"] }, /basePath: expected a path/],
  [{ callDuration: -1 }, /callDuration: expected milliseconds/],
  [{ seed: "a" }, /seed: expected a number or an object/],
  [{ seed: NaN }, /seed: expected a number or an object/],
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

const wrongServers = [
  [{ port: "x-sock" }, "port: expected an integer from 0 to 65535"],
  [{ port: "4010" }, "port: expected an integer"],
  [{ port: 65_536 }, "port: expected an integer"],
  [{ port: -1 }, "port: expected an integer"],
  [{ port: null }, "port: expected an integer"],
  [{ port: { path: "x-sock" } }, "port: expected an integer"],
  [{ host: "" }, "host: expected a host name"],
  [{ host: null }, "host: expected a host name"],
  [{ host: 5 }, "host: expected a host name"],
  [{ allowOrigins: "https://a.b" }, "allowOrigins: expected an array of origins"],
  [{ allowOrigins: [5] }, "allowOrigins: expected an array of origins"],
  [{ allowHosts: "box.example" }, "allowHosts: expected an array of host names"],
  [{ allowHosts: {} }, "allowHosts: expected an array of host names"],
  [{ requestTimeout: "1" }, "requestTimeout: expected milliseconds"],
  [{ requestTimeout: 0 }, "requestTimeout: expected milliseconds"],
  [{ requestTimeout: 1.5 }, "requestTimeout: expected milliseconds"],
  [{ requestTimeout: Infinity }, "requestTimeout: expected milliseconds"],
  [{ agents: "3" }, "agents: expected an integer"],
  [null, "expected an object of options"],
  ["4010", "expected an object of options"],
  [4010, "expected an object of options"],
  [[], "expected an object of options"],
  [new Map([["port", 4010]]), "expected an object of options"],
  [Promise.resolve({ port: 4010 }), "expected an object of options"],
];

for (const [options, expected] of wrongServers) {
  test(`a sandbox server with ${JSON.stringify(options)} is refused`, async () => {
    const error = await serveSandbox(options).then(
      ({ close }) => close(),
      (thrown) => thrown,
    );
    assert.equal(error?.name, "TypeError");
    assert.ok(error.message.includes(expected), error.message);
  });
}

test("undefined is no value, and a server refuses what is no option either", async () => {
  createSandbox({ webhooks: undefined, agents: undefined, rateLimits: undefined }).close();
  const none = { port: undefined, host: undefined, allowHosts: undefined, requestTimeout: undefined };
  await (await serveSandbox(none)).close();
  await assert.rejects(serveSandbox({ prot: 4010 }), /no option of this name; known are .*apiKey/);
});

test("what has no fields of its own is no seed, and no failure; nor is a failure without an effect", async () => {
  const sandbox = createSandbox();
  const status = new Map([["status", 503]]);
  for (const rule of [
    status,
    Promise.resolve({ status: 503 }),
    {},
    { operation: "agents.list" },
    { times: 2 },
  ])
    assert.throws(() => sandbox.fail(rule), /fail: expected a status, reset, garbage or a delay/);
  for (const seed of [new Map([["agents", []]]), Promise.resolve({})]) {
    assert.throws(() => sandbox.seed(seed), /the seed must be an object with fields of its own/);
    assert.throws(() => createSandbox({ seed }), /sandbox option seed: expected a number or an object/);
  }
  sandbox.close();
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

test("the scheme of the Authorization header is needed, in any case", async () => {
  const { send } = startSandbox({ apiKey: "key" });
  for (const [authorization, expected] of [
    ["Bearer key", 200],
    ["bearer key", 200],
    ["BEARER key", 200],
    ["bearer KEY", 401],
    ["key", 401],
    ["Basic key", 401],
  ]) {
    const { status } = await send("GET", "/assistants/", undefined, { authorization });
    assert.equal(status, expected, authorization);
  }
});
