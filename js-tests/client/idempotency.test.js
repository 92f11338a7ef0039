/** The header by which a proxy on the page's own origin detects duplicates of a request. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { call, withGlobal } from "../safety/support.js";

const KEY = "idempotency-key";

/** The headers of each request that a client sends; the API limits the rate of the first one. */
const headersOf = async (baseURL, send) => {
  const sent = [];
  const fetch = async (_, { headers }) => {
    sent.push({ ...headers });
    return sent.length === 1
      ? new Response('{"detail":"slow down"}', { status: 429, headers: { "retry-after": "0" } })
      : new Response('{"status":"ok","response":{"call_id":"c"}}');
  };
  await send(new Synthflow({ apiKey: "test", baseURL, fetch, logLevel: "off" }));
  return sent;
};

const create = (client) => client.calls.create(call);

test("all attempts of a request have one idempotency key, another request has another", async (context) => {
  context.mock.method(Math, "random", () => 0);
  const sent = await headersOf("/synthflow", async (client) => {
    await create(client);
    await create(client);
  });
  const keys = sent.map((headers) => headers[KEY]);
  assert.equal(keys.length, 3);
  assert.ok(keys[0].length > 10, keys[0]);
  assert.equal(keys[1], keys[0]);
  assert.notEqual(keys[2], keys[0]);
});

test("an idempotency key goes to the page's own origin only, and for non-idempotent requests", async (context) => {
  context.mock.method(Math, "random", () => 0);
  const page = { origin: "https://page.example" };
  await withGlobal("location", page, async () => {
    for (const [baseURL, has] of [
      ["https://page.example", true],
      ["https://page.example/synthflow", true],
      ["https://page.example.evil.example", false],
      ["https://page.example:8443", false],
      ["https://api.synthflow.ai/v2", false],
    ]) {
      const [first] = await headersOf(baseURL, create);
      assert.equal(KEY in first, has, baseURL);
    }
  });
  const [read] = await headersOf("/synthflow", (client) => client.agents.list());
  assert.ok(!(KEY in read));
});
