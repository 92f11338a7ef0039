/** The delay before a retry, with a mocked clock and a mocked `Math.random`. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { rejection } from "../support/server.js";

/** The delays in the log. Each ends exactly after that time. */
const pausesOf = async (
  context,
  { random, maxRetries, response = () => new Response("{}", { status: 503 }) },
) => {
  context.mock.method(Math, "random", () => random);
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const pauses = [];
  let requests = 0;
  const info = (line) => {
    const [, time] = /: retrying in (\d+) ms$/.exec(line);
    pauses.push(Number(time));
    setImmediate(() => {
      context.mock.timers.tick(Number(time) - 1);
      setImmediate(() => {
        assert.equal(requests, pauses.length);
        context.mock.timers.tick(1);
      });
    });
  };
  const fetch = async () => {
    requests += 1;
    return response();
  };
  const logger = { info, warn: () => {}, error: () => {} };
  const client = new Synthflow({ apiKey: "test", fetch, logger, logLevel: "info", maxRetries });
  const error = await rejection(client.agents.list());
  context.mock.timers.reset();
  context.mock.restoreAll();
  return { pauses, requests, error };
};

for (const [random, expected] of [
  [0, [50, 50, 50, 50, 50, 50, 50]],
  [0.5, [275, 525, 1025, 2025, 4025, 4025, 4025]],
  [1, [500, 1000, 2000, 4000, 8000, 8000, 8000]],
]) {
  test(`full jitter over a floor, doubled up to a cap: ${random} of it`, async (context) => {
    const { pauses, requests } = await pausesOf(context, { random, maxRetries: 7 });
    assert.deepEqual(pauses, expected);
    assert.equal(requests, 8);
  });
}

test("the cap holds for a hundred retries", async (context) => {
  const { pauses } = await pausesOf(context, { random: 1, maxRetries: 100 });
  assert.equal(pauses.length, 100);
  assert.equal(Math.max(...pauses), 8000);
});

const limited = (wait, status = 429) => ({
  random: 0,
  maxRetries: 1,
  response: () => new Response('{"detail":"no"}', { status, headers: { "retry-after": wait } }),
});

test("Retry-After is added: decimals rounded up, the longest of several, invalid values ignored", async (context) => {
  for (const [header, expected] of [
    ["1", 1050],
    ["1.5", 2050],
    ["0.2", 1050],
    ["0", 50],
    ["1, 3, 2", 3050],
    ["soon", 50],
    ["-5", 50],
    ["", 50],
  ]) {
    assert.deepEqual((await pausesOf(context, limited(header))).pauses, [expected], header);
  }
  assert.deepEqual((await pausesOf(context, limited("2", 503))).pauses, [2050]);
});

test("Retry-After as a date: one in the past is ignored", async (context) => {
  const past = new Date(Date.now() - 3_600_000).toUTCString();
  assert.deepEqual((await pausesOf(context, limited(past))).pauses, [50]);
  const future = new Date(Date.now() + 30_000).toUTCString();
  const [pause] = (await pausesOf(context, limited(future))).pauses;
  assert.ok(pause > 20_000 && pause <= 30_050, String(pause));
});

test("Retry-After in the plain headers of a mock", async (context) => {
  const response = () => ({
    status: 429,
    headers: { "retry-after": "4" },
    text: async () => '{"detail":"no"}',
  });
  assert.deepEqual((await pausesOf(context, { random: 0, maxRetries: 1, response })).pauses, [4050]);
});

test("the default maximum is a minute", async (context) => {
  assert.deepEqual((await pausesOf(context, limited("60"))).pauses, [60_050]);
  const { pauses, requests, error } = await pausesOf(context, limited("61"));
  assert.deepEqual([pauses, requests], [[], 1]);
  assert.match(error.message, /retry after 61 s/);
});
