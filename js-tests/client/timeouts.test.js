/** What the timeout of an attempt includes, and the default timeouts. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { APITimeoutError, Synthflow } from "synthflow-wasm";
import { rejection } from "../support/server.js";

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Never responds; rejects when the signal fires, like a host's own `fetch`. */
const silent = (_, { signal }) =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });

const create = (options) =>
  new Synthflow({ apiKey: "test", fetch: silent, logLevel: "off", maxRetries: 0, ...options });

test("the timeout of an attempt includes the time of the key function", async (context) => {
  const timers = [];
  const { setTimeout } = globalThis;
  context.mock.method(globalThis, "setTimeout", (run, time) => {
    timers.push(time);
    return setTimeout(run, time);
  });
  const apiKey = () =>
    new Promise((resolve) => {
      setTimeout(resolve, 100, "test");
    });
  const fetch = async () => new Response('{"response":{"assistants":[]}}');
  await create({ apiKey, fetch, timeout: 60_000 }).agents.list();
  const [forKey, forResponse] = timers;
  assert.equal(timers.length, 2);
  assert.equal(forKey, 60_000);
  assert.ok(forResponse > 0 && forResponse <= 59_905, `${forResponse} ms are left for the response`);
});

test("the default timeout of an attempt is a minute", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let ended = false;
  const failed = rejection(create().agents.list()).then((error) => {
    ended = true;
    return error;
  });
  await turn();
  context.mock.timers.tick(59_900);
  await turn();
  assert.equal(ended, false);
  context.mock.timers.tick(100);
  const error = await failed;
  assert.ok(error instanceof APITimeoutError, String(error));
  assert.match(error.message, /within 60000 ms/);
});

test("a timeout above the maximum of timers does not fire immediately", async () => {
  const fetch = async () => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return new Response('{"response":{"assistants":[]}}');
  };
  const page = await create({ fetch, timeout: 3e9 }).agents.list();
  assert.deepEqual(page.data, []);
});

test("calls.wait polls every two seconds for an hour by default", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let looks = 0;
  const fetch = async () => {
    looks += 1;
    return new Response('{"response":{"calls":[{"call_id":"c","status":"in-progress"}]}}');
  };
  const failed = rejection(create({ fetch }).calls.wait("c"));
  await turn();
  assert.equal(looks, 1);
  context.mock.timers.tick(1999);
  await turn();
  assert.equal(looks, 1);
  context.mock.timers.tick(1);
  await turn();
  assert.equal(looks, 2);
  context.mock.timers.tick(3_600_000);
  assert.match((await failed).message, /^no end of the \w+ was seen within 3600000 ms/);
});
