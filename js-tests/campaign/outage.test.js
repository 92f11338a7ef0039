/** What stands before the API refuses or fails: all calls are held, and the list is not used up. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { SynthflowError } from "synthflow-wasm";
import { memoryJournal, runCampaign } from "synthflow-wasm/campaign";
import { rejection, reply, withServer } from "../support/server.js";

const list = (count) =>
  Array.from({ length: count }, (_, at) => ({ name: `P${at}`, phone: `+1415555${3000 + at}` }));
const noCalls = { status: "ok", response: { calls: [], pagination: { total_records: 0 } } };

const run = (client, options) =>
  runCampaign({
    client,
    people: list(40),
    call: { model_id: "m" },
    pace: { callsPerSecond: 1000, maxInFlight: 5 },
    lookup: { timeout: 1, interval: 1 },
    follow: false,
    ...options,
  });

const LIMITS = {
  "a page": "<!doctype html><title>Too many requests</title>",
  text: "Too Many Requests",
  nothing: "",
  "another JSON": { message: "Too Many Requests" },
};

for (const [name, body] of Object.entries(LIMITS)) {
  test(`a 429 that is ${name} holds all calls as long as it says`, async () => {
    const times = [];
    await withServer(
      ({ method }, response) => {
        if (method === "GET") return noCalls;
        times.push(performance.now());
        reply(response, 429, body, { "retry-after": "1" });
      },
      async ({ client }) => {
        const pace = { callsPerSecond: 5, maxInFlight: 5 };
        const { counts } = await run(client(), { people: list(2), pace });
        assert.deepEqual([counts.unknown, times.length], [2, 2]);
        assert.ok(times[1] - times[0] > 900, `${times[1] - times[0]} ms`);
      },
    );
  });
}

for (const status of [503, 403]) {
  test(`an outage with status ${status} ends the campaign; the next run calls who is left`, async () => {
    const journal = memoryJournal();
    const signal = AbortSignal.timeout(30_000);
    await withServer(
      ({ method }, response) =>
        method === "GET"
          ? reply(response, status, "<html>")
          : reply(response, status, "<html>", { "retry-after": "0" }),
      async ({ client, delivered }) => {
        const error = await rejection(run(client({ maxRetries: 0 }), { journal, signal }));
        assert.equal(error.status, status);
        const posts = delivered.filter(({ method }) => method === "POST").length;
        assert.ok(posts > 10 && posts < 20, `${posts} calls`);
      },
    );
    await withServer(
      ({ method, body }) =>
        method === "GET" ? noCalls : { status: "ok", response: { call_id: JSON.parse(body).phone } },
      async ({ client }) => {
        const { counts } = await run(client(), { journal });
        assert.ok(counts.placed > 20, JSON.stringify(counts));
        assert.equal(counts.placed + counts.unknown, 40);
      },
    );
  });
}

test("calls that are unknown, but found, end nothing; nor do connections that fail between refusals", async () => {
  const fail = (outcome, status) => {
    throw new SynthflowError({ message: "no", outcome, status, attempts: 1 });
  };
  const found = { outcome: "placed", call: { call_id: "c" }, calls: [{ call_id: "c" }] };
  const lost = { calls: { create: async () => fail("unknown"), findPlaced: async () => found } };
  assert.equal((await run(lost)).counts.settled, 40);

  let attempts = 0;
  const create = async () => {
    attempts += 1;
    return attempts % 2 ? fail("refused", 400) : fail("not-sent");
  };
  const { counts } = await run({ calls: { create, findPlaced: async () => found } }, { people: list(7) });
  assert.equal(counts.failed, 7);
});

test("who aborts while calls are on their way gets the report", async () => {
  const controller = new AbortController();
  let posts = 0;
  await withServer(
    ({ method }) => {
      if (method === "GET") return noCalls;
      posts += 1;
      if (posts === 20) setTimeout(() => controller.abort(), 50);
    },
    async ({ client }) => {
      const pace = { callsPerSecond: 1000, maxInFlight: 20 };
      const { counts } = await run(client({ timeout: 300 }), { pace, signal: controller.signal });
      assert.deepEqual([counts.unknown, counts.queued], [20, 20]);
    },
  );
});

test("a zero in brackets is dialed in some countries only: such a number is not called", async () => {
  const client = { calls: { create: async () => assert.fail("called"), findPlaced: async () => {} } };
  const phone = "+44 (0)20 7946 0018";
  const { people } = await run(client, { people: [{ name: "Sam", phone }] });
  assert.deepEqual([people[0].state, people[0].phone], ["failed", phone]);
});
