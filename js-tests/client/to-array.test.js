/** W3, W4: `toArray` of lists. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow, SynthflowError } from "synthflow-wasm";
import { createSandbox } from "synthflow-wasm/sandbox";
import { rejection } from "../support/server.js";

const start = (agents) => {
  const sandbox = createSandbox({ agents });
  return { sandbox, client: new Synthflow({ apiKey: "test", fetch: sandbox.fetch }) };
};

test("W4: `limit` of a list is the page size, that of toArray the number of items", async () => {
  const { sandbox, client } = start(45);
  assert.equal((await client.agents.list({ limit: 5 }).toArray()).length, 45);
  assert.equal(sandbox.requests.length, 9);
  assert.equal((await client.agents.list({ limit: 5 }).toArray({ limit: 7 })).length, 7);
  assert.equal(sandbox.requests.length, 11);
  // No request for a page of which no item is needed.
  const page = await client.agents.list({ limit: 5 });
  assert.equal((await page.toArray({ limit: 5 })).length, 5);
  assert.equal(sandbox.requests.length, 12);
  for (const options of [undefined, null, {}, { limit: undefined }, { limit: 100 }]) {
    assert.equal((await page.toArray(options)).length, 45);
  }
});

test("W4: its options are checked", async () => {
  const { client } = start(1);
  for (const options of [
    5,
    "5",
    true,
    { limit: 0 },
    { limit: -1 },
    { limit: 1.5 },
    { limit: "5" },
    { limt: 5 },
    Object.create({ limit: 5 }),
    new Map([["limit", 5]]),
  ]) {
    const error = await rejection(client.agents.list().toArray(options));
    assert.ok(error instanceof SynthflowError, JSON.stringify(options));
    assert.match(error.message, /^toArray takes \{ limit \}, an integer above 0/);
  }
});

test("W4: a request that fails rejects toArray once, and nothing is left unhandled", async () => {
  const { sandbox, client } = start(1);
  sandbox.fail({ status: 401, times: 1 });
  assert.equal((await rejection(client.agents.list().toArray())).status, 401);
});

test("W3: collected first, all of 45 agents are deleted", async () => {
  const { client } = start(45);
  for (const { model_id } of await client.agents.list().toArray()) await client.agents.delete(model_id);
  assert.deepEqual((await client.agents.list()).data, []);
});
