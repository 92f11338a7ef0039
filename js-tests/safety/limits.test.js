/** What is too much, too late or of another kind is refused, and ends no request of others. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { APIResponseError, check, Synthflow, SynthflowError } from "synthflow-wasm";
import { rejection, reply, withServer } from "../support/server.js";
import { call } from "./support.js";

const KEY = "sk-live-0123456789abcdef";

/** A client whose `fetch` returns this. */
const answering = (response, options) =>
  new Synthflow({ apiKey: KEY, maxRetries: 0, logLevel: "off", fetch: async () => response, ...options });

const many = (text, count) => Array(count).fill(text);
const wide = "é".repeat(1e6);

const tooMuch = {
  "a query of many long strings": (client) => client.request("GET", "/new", { a: many(wide, 100) }),
  "an extra query": (client) => client.agents.list({}, { extraQuery: { a: many(wide, 100) } }),
  "pairs of a query": (client) => client.request("GET", "/new", new URLSearchParams(many(["a", wide], 20))),
  headers: (client) =>
    client.agents.list(
      {},
      { headers: Object.fromEntries(many(wide, 100).map((text, at) => [`x-${at}`, text])) },
    ),
  "names of fields": (client) =>
    client.request("POST", "/new", Object.fromEntries(many(0, 100).map((_, at) => [at + wide.slice(9), 0]))),
  "params of many strings": (client) =>
    client.calls.create({ ...call, custom_variables: many({ key: "é".repeat(1000), value: "v" }, 1e5) }),
  "params of many values": (client) =>
    client.calls.create({ ...call, custom_variables: many({ key: "a", value: "b" }, 5e5) }),
  "the key of a function": (client) => client.withKey(() => "é".repeat(5e7)).calls.create(call),
};

test("strings that are too long together are refused, and end no request of another client", async () => {
  let release;
  const gate = new Promise((resolve) => {
    release = resolve;
  });
  const respond = async (_, response, index) => {
    if (index === 0) await gate;
    reply(response, 200, { status: "ok", response: { call_id: "c" } });
  };
  await withServer(respond, async ({ client, delivered }) => {
    const first = client().calls.create(call);
    while (delivered.length === 0) await sleep(5);
    for (const [what, send] of Object.entries(tooMuch)) {
      const other = Object.assign(client({ maxRetries: 0 }), { withKey: (apiKey) => client({ apiKey }) });
      const error = await rejection((async () => send(other))());
      assert.ok(error instanceof SynthflowError, `${what}: ${error}`);
      assert.equal(error.outcome, "not-sent", what);
      assert.doesNotMatch(error.message, /the core failed/, what);
    }
    const headers = { "retry-after": "é".repeat(5e7), location: "/é".repeat(2e7) };
    for (const status of [429, 302]) {
      const error = await rejection(answering({ status, headers, text: async () => "{}" }).agents.get("a"));
      assert.doesNotMatch(error.message, /the core failed/);
    }
    release();
    assert.equal((await first).call_id, "c");
    assert.equal(delivered.length, 1);
  });
});

test("a key that comes when no time is left is not used", async () => {
  const apiKey = async () => {
    await sleep(5);
    for (const end = performance.now() + 80; performance.now() < end; );
    return KEY;
  };
  await withServer(
    () => ({ call_id: "c" }),
    async ({ client, delivered }) => {
      const error = await rejection(client({ apiKey, timeout: 40, maxRetries: 0 }).calls.create(call));
      assert.deepEqual([error.name, error.outcome, delivered.length], ["APITimeoutError", "not-sent", 0]);
    },
  );
});

test("a path as baseURL is for pages: the fetch of a server takes none, and nothing is sent", async () => {
  const client = new Synthflow({ apiKey: KEY, baseURL: "/v2", logLevel: "off" });
  const error = await rejection(client.calls.create(call));
  assert.deepEqual([error.name, error.outcome], ["SynthflowError", "not-sent"]);
  // Others may, such as that of a framework.
  const fetch = async (url) => Response.json({ call_id: url });
  const { call_id } = await new Synthflow({ apiKey: KEY, baseURL: "/v2", fetch }).calls.create(call);
  assert.equal(call_id, "/v2/calls");
});

/** A response with a reader that returns these results. */
const streaming = (...results) => ({
  status: 200,
  ok: true,
  body: {
    getReader: () => ({
      read: async () => (results.length > 0 ? results.shift() : { done: true }),
      cancel: async () => {},
    }),
  },
});

const throwing = (name) =>
  Object.defineProperty({ value: "1\n" }, name, {
    get: () => {
      throw new Error("no");
    },
  });

const foreign = {
  "no result": streaming(null),
  "an undefined result": streaming(undefined),
  "a number": streaming({ value: 5 }),
  null: streaming({ value: null }),
  "an object": streaming({ value: {} }),
  "a value that throws": streaming(throwing("value")),
  "a done that throws": streaming(throwing("done")),
  "a text that is an object": { status: 200, ok: true, text: async () => ({}) },
  "a text that is a number": { status: 200, ok: true, text: async () => 5 },
  "a text that is null": { status: 200, ok: true, text: async () => null },
};

for (const [what, response] of Object.entries(foreign)) {
  test(`a stream of something else ends with an APIResponseError: ${what}`, async () => {
    const client = answering(response);
    const params = { agent_id: "m", include_tests: ["angry_user"] };
    const error = await rejection(
      (async () => {
        for await (const _ of client.simulationCases.generate(params));
      })(),
    );
    assert.ok(error instanceof APIResponseError, String(error.stack));
    assert.equal(error.outcome, "unknown");
  });
}

const change = {
  "a cycle": (item) => {
    item.self = item;
  },
  "a BigInt": (item) => {
    item.cost = 5n;
  },
  "a toJSON that throws": (item) => {
    item.toJSON = () => {
      throw new Error("no");
    };
  },
  "another field": (item) => {
    item.seen = true;
  },
};

for (const [what, run] of Object.entries(change)) {
  test(`a caller may change the items of a page: ${what}`, async () => {
    const all = Array.from({ length: 70 }, (_, at) => ({ call_id: `c${at}` }));
    for (const [ignoresOffset, count, requests] of [
      // One more, which is empty: no response says how many items there are.
      [false, 70, 5],
      [true, 20, 2],
    ]) {
      const urls = [];
      const fetch = async (url) => {
        urls.push(url);
        const offset = ignoresOffset ? 0 : Number(new URL(url).searchParams.get("offset"));
        return Response.json({ status: "ok", response: { calls: all.slice(offset, offset + 20) } });
      };
      const found = [];
      for await (const item of answering(undefined, { fetch }).calls.list({ model_id: "m", limit: 20 })) {
        found.push(item.call_id);
        run(item);
        if (found.length > 100) break;
      }
      assert.deepEqual(
        [found.length, urls.length],
        [count, requests],
        `ignores the offset: ${ignoresOffset}`,
      );
    }
  });
}

const ids = {
  "calls.create": { ...call, model_id: "" },
  "calls.startWebSocketMedia": {
    modelId: "",
    fromPhoneNumber: "+14155550100",
    toPhoneNumber: "+14155550101",
    wsMediaServerName: "s",
  },
  "calls.list": { model_id: "" },
  "chats.create": { model_id: "" },
  "simulationCases.generate": { agent_id: "" },
  "simulationCases.listByAgent": { agent_id: "" },
  "simulationRuns.start": { simulation_case_id: "", target_agent_id: "a" },
  "simulationSuites.create": { name: "S", model_id: "" },
  "simulationSuites.execute": { target_agent_id: "" },
};

test("a required id is not empty, in a body and in a query", () => {
  for (const [operation, params] of Object.entries(ids)) {
    const issues = check(operation, params);
    assert.ok(
      issues.some(({ expected }) => expected === "a string that is not empty"),
      `${operation}: ${JSON.stringify(issues)}`,
    );
  }
});
