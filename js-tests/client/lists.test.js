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

test("a page has its items, the total, and the next page", async () => {
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

test("the fields that throw before a page is awaited are the same functions for all lists", async () => {
  const { client } = start(1);
  const [one, other] = [client.agents.list(), client.contacts.list()];
  for (const name of ["data", "total", "hasNextPage", "getNextPage"]) {
    assert.throws(() => one[name], {
      name: "SynthflowError",
      message: `${name}: await the list first, which is a promise of a page`,
    });
    // Engines keep a getter with the shape of its object: one that refers to a page would keep all of them.
    assert.equal(
      Object.getOwnPropertyDescriptor(one, name).get,
      Object.getOwnPropertyDescriptor(other, name).get,
    );
  }
  await Promise.all([one, other]);
});

test("leaving the loop requests no further page", async () => {
  const { sandbox, client } = start(45);
  for await (const _ of client.agents.list({ limit: 10 })) break;
  assert.equal(sandbox.requests.length, 1);
});

test("changing the params afterwards does not affect the following pages", async () => {
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
  const respond = (_, __, index) => ({
    status: "ok",
    response: {
      pagination: { total_records: 100, limit: 20, offset: 0 },
      assistants: index === 0 ? [{ model_id: "a" }] : [],
    },
  });
  await withServer(respond, async ({ client, delivered }) => {
    const ids = [];
    for await (const { model_id } of client().agents.list()) ids.push(model_id);
    assert.deepEqual(ids, ["a"]);
    assert.equal(delivered.length, 2);
  });
});

test("the total may be a string, the list one object or missing", async () => {
  const bodies = [
    { pagination: { total_records: "1" }, assistants: { model_id: "a" } },
    { pagination: { total_records: 0 }, assistants: null },
    {},
  ];
  await withServer(
    (_, __, index) => ({ status: "ok", response: bodies[index] }),
    async ({ client }) => {
      const one = await client().agents.list();
      assert.deepEqual([one.data, one.total, one.hasNextPage()], [[{ model_id: "a" }], 1, false]);
      for (const total of [0, undefined]) {
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

const pages = (name, size, all) => (request) => {
  const page = Number(new URL(request.url, "http://a").searchParams.get("page_number") ?? 1);
  const items = all.slice((page - 1) * size, page * size);
  const pagination = name === "pagination" ? { pagination: { total_records: all.length, limit: size } } : {};
  const fields =
    name === "next to the items" ? { total: all.length, page_size: size, page_number: page } : {};
  return { status: "ok", response: { ...pagination, ...fields, items } };
};

test("pages by number, with the total next to the items, in `pagination`, or missing", async () => {
  const all = Array.from({ length: 25 }, (_, index) => ({ id: String(index) }));
  for (const [name, requests] of [
    ["next to the items", 3],
    ["pagination", 3],
  ]) {
    await withServer(pages(name, 10, all), async ({ client, delivered }) => {
      const ids = [];
      for await (const { id } of client().simulationScenarios.list()) ids.push(id);
      assert.deepEqual(
        ids,
        all.map(({ id }) => id),
      );
      assert.equal(delivered.length, requests);
    });
  }
  await withServer(pages("none", 10, all), async ({ client, delivered }) => {
    const ids = [];
    for await (const { id } of client().simulationScenarios.list({ page_size: 10 })) ids.push(id);
    assert.equal(ids.length, 25);
    assert.equal(delivered.length, 3);
  });
});

test("an API that ignores the page number: an error, since items would be lost", async () => {
  const respond = () => ({
    status: "ok",
    response: { total: 30, page_size: 10, page_number: 1, items: [{ id: "a" }] },
  });
  await withServer(respond, async ({ client, delivered }) => {
    const ids = [];
    await assert.rejects(async () => {
      for await (const { id } of client().contacts.list()) ids.push(id);
    }, /the response repeats an earlier page/);
    assert.deepEqual(ids, ["a"]);
    assert.equal(delivered.length, 2);
  });
});

test("pages by cursor", async () => {
  const respond = (request) => {
    const cursor = new URL(request.url, "http://a").searchParams.get("cursor");
    const next = { null: "x y", "x y": "z" }[cursor];
    return {
      status: "ok",
      response: { chats: [{ chat_id: String(cursor) }], has_more: Boolean(next), next_cursor: next ?? "" },
    };
  };
  await withServer(respond, async ({ client, delivered }) => {
    const ids = [];
    for await (const { chat_id } of client().chats.list({ limit: 1 })) ids.push(chat_id);
    assert.deepEqual(ids, ["null", "x y", "z"]);
    assert.ok(delivered.every(({ url }) => url.includes("limit=1")));
  });
});

test("an array in a query is repeated; a query of a POST is no body", async () => {
  await withServer(
    () => ({ session_id: "s" }),
    async ({ client, delivered }) => {
      await client().simulationSuites.list({ model_ids: ["a", "b c"] });
      assert.match(delivered[0].url, /\?model_ids=a&model_ids=b%20c$/);
      await client().simulationSuites.execute("s", { target_agent_id: "m", max_turns: 10 });
      assert.equal(delivered[1].url, "/v2/simulation_suites/s/execute?target_agent_id=m&max_turns=10");
      assert.equal(delivered[1].body, "");
      assert.equal(delivered[1].headers["content-type"], undefined);
      const extra = { extraBody: { a: 1 }, extraQuery: { b: 2 } };
      await client().mcp.discoverTools("w", { config_id: "c" }, extra);
      assert.equal(delivered[2].url, "/v2/workspaces/w/mcp-tools/discover?config_id=c&b=2");
      assert.equal(delivered[2].body, '{"a":1}');
    },
  );
});
