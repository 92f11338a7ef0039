import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow, SynthflowError } from "synthflow-wasm";
import { createSandbox } from "synthflow-wasm/sandbox";
import { withServer } from "../support/server.js";

const start = (agents) => {
  const sandbox = createSandbox({ agents });
  return { sandbox, client: new Synthflow({ apiKey: "test", fetch: sandbox.fetch }) };
};

test("a list of 45 agents is iterated over three pages", async () => {
  const { sandbox, client } = start(45);
  const ids = [];
  for await (const { model_id } of client.agents.list()) ids.push(model_id);
  assert.equal(new Set(ids).size, 45);
  assert.deepEqual(
    sandbox.requests.map(({ query }) => query.offset),
    [undefined, 20, 40],
  );
});

test("a page has its items, the total, and the way to the next", async () => {
  const { client } = start(45);
  const first = await client.agents.list({ limit: 30 });
  assert.equal(first.data.length, 30);
  assert.equal(first.total, 45);
  assert.equal(first.hasNextPage(), true);
  const second = await first.getNextPage();
  assert.equal(second.data.length, 15);
  assert.equal(second.hasNextPage(), false);
  await assert.rejects(second.getNextPage(), SynthflowError);
  let count = 0;
  for await (const _ of first) count += 1;
  assert.equal(count, 45);
});

test("breaking off asks for no further page", async () => {
  const { sandbox, client } = start(45);
  for await (const _ of client.agents.list({ limit: 10 })) break;
  assert.equal(sandbox.requests.length, 1);
});

test("changing the params afterwards does not change the pages to come", async () => {
  const { sandbox, client } = start(45);
  const params = { limit: 20 };
  const list = client.agents.list(params);
  params.limit = 1;
  for await (const _ of list);
  assert.deepEqual(
    sandbox.requests.map(({ query }) => query.limit),
    [20, 20, 20],
  );
});

test("an empty page ends the list, whatever the total says", async () => {
  const answer = (_, __, index) => ({
    status: "ok",
    response: {
      pagination: { total_records: 100, limit: 20, offset: 0 },
      assistants: index === 0 ? [{ model_id: "a" }] : [],
    },
  });
  await withServer(answer, async ({ client, delivered }) => {
    const ids = [];
    for await (const { model_id } of client().agents.list()) ids.push(model_id);
    assert.deepEqual(ids, ["a"]);
    assert.equal(delivered.length, 2);
  });
});

test("the total may be a string, the list one object or missing", async () => {
  const bodies = [
    { pagination: { total_records: "1" }, assistants: { model_id: "a" } },
    { pagination: { total_records: 1 }, assistants: null },
    {},
  ];
  await withServer(
    (_, __, index) => ({ status: "ok", response: bodies[index] }),
    async ({ client }) => {
      const one = await client().agents.list();
      assert.deepEqual([one.data, one.total, one.hasNextPage()], [[{ model_id: "a" }], 1, false]);
      for (const total of [1, undefined]) {
        const none = await client().agents.list();
        assert.deepEqual([none.data, none.total, none.hasNextPage()], [[], total, false]);
      }
    },
  );
});

test("a page that fails ends the iteration with its error", async () => {
  const { sandbox, client } = start(45);
  const list = client.agents.list({}, { maxRetries: 0 });
  const seen = [];
  await assert.rejects(
    async () => {
      for await (const agent of list) {
        seen.push(agent);
        if (seen.length === 1) sandbox.fail({ status: 500 });
      }
    },
    { name: "InternalServerError" },
  );
  assert.equal(seen.length, 20);
});
