/** When the envelope of a response is removed. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";

const read = (text) => {
  const fetch = async () => ({ status: 200, ok: true, headers: {}, text: async () => text });
  const client = new Synthflow({ apiKey: "test", fetch, logLevel: "off" });
  return client.request("GET", "/new");
};

test("an envelope is removed if it has a status, or no other field", async () => {
  for (const [body, data] of [
    [{ status: "ok", response: { a: 1 } }, { a: 1 }],
    [{ response: { a: 1 } }, { a: 1 }],
    [{ status: "ok", response: "done" }, "done"],
    [{ status: "ok", response: null }, {}],
    [{ response: [1] }, [1]],
  ]) {
    assert.deepEqual(await read(JSON.stringify(body)), data, JSON.stringify(body));
  }
  for (const body of [
    { response: { a: 1 }, call_id: "c" },
    { response: "hello", role: "assistant" },
    { status: "ok", a: 1 },
    [{ status: "ok", response: {} }],
  ]) {
    assert.deepEqual(await read(JSON.stringify(body)), body, JSON.stringify(body));
  }
});

test("fields next to the response are kept, but replace none of its fields", async () => {
  const body = { status: "ok", response: { a: 1, eta: "own" }, eta: 5, details: ["d"] };
  assert.deepEqual(await read(JSON.stringify(body)), { a: 1, eta: "own", details: ["d"] });
});

test("a byte order mark before the JSON is ignored", async () => {
  assert.deepEqual(await read('\ufeff{"response":{"a":1}}'), { a: 1 });
});
