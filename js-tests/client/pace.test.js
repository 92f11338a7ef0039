/** The client option `pace`: calls per second, requests at once, and what a 429 does to all of them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow, SynthflowError } from "synthflow-wasm";
import { operations } from "../../pkg-template/generated/operations.js";
import { RINGS } from "../../pkg-template/generated/rings.js";
import { rejection, reply, withServer } from "../support/server.js";

const person = (number) => ({ model_id: "m", name: `${number}`, phone: "+14155550100" });
const place = (client, count, options) =>
  Array.from({ length: count }, (_, number) => client.calls.create(person(number), options));
const placed = { status: "ok", response: { call_id: "c" } };

test("calls are sent in order, no more per second than the pace allows", async () => {
  const sent = [];
  const fetch = async (_, { body }) => {
    sent.push([performance.now(), JSON.parse(body).name]);
    return Response.json(placed);
  };
  await Promise.all(place(new Synthflow({ apiKey: "test", fetch, pace: { callsPerSecond: 20 } }), 10));
  assert.deepEqual(
    sent.map(([, name]) => name),
    [..."0123456789"],
  );
  // Between its turn and its sending, the first request takes some milliseconds more than the others.
  const time = sent.at(-1)[0] - sent[0][0];
  assert.ok(time > 9 * 50 - 30, `${time} ms`);
});

test("no more requests are in flight than the pace allows, and others are not held up", async () => {
  let [open, most] = [0, 0];
  await withServer(
    async ({ method }) => {
      if (method === "GET") return { status: "ok", response: { assistants: [] } };
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 20));
      open -= 1;
      return placed;
    },
    async ({ client }) => {
      const paced = client({ pace: { maxInFlight: 3 } });
      const calls = place(paced, 12);
      let hasEnded = false;
      Promise.all(calls).then(() => {
        hasEnded = true;
      });
      await paced.agents.list();
      assert.equal(hasEnded, false);
      await Promise.all(calls);
      assert.equal(most, 3);
      // A failure frees its place, too.
      await Promise.allSettled(place(paced, 4, { extraBody: { phone: 5 } }));
      await Promise.all(place(paced, 4));
    },
  );
});

test("a 429 holds all calls for as long as it says, and fails none of them", async () => {
  const times = [];
  await withServer(
    (_, response, index) => {
      times.push(performance.now());
      if (index === 0) return reply(response, 429, { detail: "slow down" }, { "retry-after": "1" });
      return placed;
    },
    async ({ client, delivered }) => {
      await Promise.all(place(client({ pace: { maxInFlight: 1 } }), 5));
      assert.equal(delivered.length, 6);
      // Only the one that met it knows how long: nobody else asks before.
      assert.ok(times[1] - times[0] > 990, `${times[1] - times[0]} ms`);
      const names = delivered.map(({ body }) => JSON.parse(body).name);
      assert.equal(names[0], "0");
      // It comes before those that have not been sent.
      assert.equal(names[1], "0", names.join());
    },
  );
  await withServer(
    (_, response) => reply(response, 429, { detail: "slow down" }, { "retry-after": "0.01" }),
    async ({ client, delivered }) => {
      const error = await rejection(client({ pace: { maxInFlight: 1 } }).calls.create(person(1)));
      assert.deepEqual([error.status, error.outcome, error.attempts], [429, "refused", 3]);
      assert.equal(delivered.length, 3);
    },
  );
});

test("a call that is aborted while it waits was not sent, and gives up its place", async () => {
  await withServer(
    () => placed,
    async ({ client, delivered }) => {
      const paced = client({ pace: { callsPerSecond: 10 } });
      const controller = new AbortController();
      const calls = [
        ...place(paced, 1),
        ...place(paced, 3, { signal: controller.signal }),
        ...place(paced, 1),
      ];
      await calls[0];
      controller.abort("enough");
      for (const call of calls.slice(1, 4)) {
        const error = await rejection(call);
        assert.deepEqual([error.name, error.outcome, error.attempts], ["APIAbortError", "not-sent", 0]);
      }
      await calls[4];
      assert.equal(delivered.length, 2);
    },
  );
});

test("10,000 calls that wait have one timer", async () => {
  const { setTimeout: original } = globalThis;
  let timers = 0;
  globalThis.setTimeout = (...args) => {
    timers += 1;
    return original(...args);
  };
  try {
    const controller = new AbortController();
    const client = new Synthflow({
      apiKey: "test",
      pace: { callsPerSecond: 0.01 },
      fetch: async () => Response.json(placed),
    });
    const calls = place(client, 10_000, { signal: controller.signal });
    await calls[0];
    await new Promise((resolve) => setImmediate(resolve));
    assert.ok(timers < 10, `${timers} timers`);
    controller.abort();
    const ended = await Promise.allSettled(calls);
    assert.equal(ended.filter(({ reason }) => reason?.outcome === "not-sent").length, 9999);
  } finally {
    globalThis.setTimeout = original;
  }
});

test("clients with the same object share a pace", async () => {
  let [open, most] = [0, 0];
  await withServer(
    async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 10));
      open -= 1;
      return placed;
    },
    async ({ client }) => {
      const pace = { maxInFlight: 1 };
      await Promise.all([...place(client({ pace }), 3), ...place(client({ pace }), 3)]);
      assert.equal(most, 1);
    },
  );
});

test("a pace that could not work is refused", () => {
  const wrong = [
    5,
    [],
    "5",
    { callsPerSecond: 0 },
    { callsPerSecond: -1 },
    { callsPerSecond: Number.NaN },
    { callsPerSecond: "5" },
    { maxInFlight: null },
    { perSecond: 5 },
  ];
  for (const pace of wrong) {
    assert.throws(
      () => new Synthflow({ apiKey: "test", pace }),
      (error) => error instanceof SynthflowError && /client option pace: expected /.test(error.message),
      JSON.stringify(pace),
    );
  }
  for (const pace of [undefined, null, {}, { maxInFlight: Infinity }])
    new Synthflow({ apiKey: "test", pace });
});

test("what rings is declared as an operation whose repetition rings once more", () => {
  for (const name of RINGS) {
    const operation = operations.find((one) => one.name === name);
    assert.equal(operation?.retryPolicy, "non_idempotent", name);
  }
  const placing = operations.filter(
    ({ name, path }) => /^calls\./.test(name) && /^\/calls(\/outbound[\w-]*)?$/.test(path),
  );
  const posts = placing.filter(({ method }) => method === "POST").map(({ name }) => name);
  assert.deepEqual(posts.sort(), [...RINGS].sort());
});

test("a key that takes long does not gather calls that are then sent together", async () => {
  const sent = [];
  // All of them wait for the same key.
  let key;
  const client = new Synthflow({
    apiKey: () => {
      key ??= new Promise((resolve) => setTimeout(resolve, 300, "test"));
      return key;
    },
    pace: { callsPerSecond: 50 },
    fetch: async () => {
      sent.push(performance.now());
      return Response.json(placed);
    },
  });
  await Promise.all(place(client, 10));
  assert.ok(sent.at(-1) - sent[0] > 9 * 20 - 15, `${sent.at(-1) - sent[0]} ms`);
});

test("a 429 that asks for more than maxRetryAfter ends its call, and holds the others", async () => {
  const times = [];
  await withServer(
    (_, response, index) => {
      times.push(performance.now());
      if (index === 0) return reply(response, 429, { detail: "later" }, { "retry-after": "0.4" });
      return placed;
    },
    async ({ client }) => {
      const paced = client({ pace: { maxInFlight: 1 }, maxRetryAfter: 100 });
      const [first, second] = place(paced, 2);
      assert.equal((await rejection(first)).status, 429);
      await second;
      assert.ok(times[1] - times[0] > 390, `${times[1] - times[0]} ms`);
    },
  );
});

test("a pace without fields of its own is refused: it would be no limit", () => {
  class Limits {
    get callsPerSecond() {
      return 5;
    }
  }
  for (const pace of [
    new Limits(),
    Object.create({ callsPerSecond: 5 }),
    new Map([["callsPerSecond", 5]]),
    [5],
  ])
    assert.throws(
      () => new Synthflow({ apiKey: "test", region: "us", pace }),
      /client option pace: expected/,
    );
});
