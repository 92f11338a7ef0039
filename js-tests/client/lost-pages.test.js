/** Pages after the first that have no list: what follows would be lost, and nobody would know. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { rejection, withServer } from "../support/server.js";

const items = Array.from({ length: 7 }, (_, index) => ({ call_id: `c${index}`, model_id: "m", name: "A" }));

/** Lists of each kind of paging: the method, its params, and a page of two items. */
const lists = {
  "calls.list": [
    (client) => client.calls.list({ model_id: "m", limit: 2 }),
    (query) => {
      const offset = Number(query.get("offset") ?? 0);
      const pagination = { total_records: 7, limit: 2, offset };
      return { status: "ok", response: { pagination, calls: items.slice(offset, offset + 2) } };
    },
  ],
  "contacts.list": [
    (client) => client.contacts.list({ page_size: 2 }),
    (query) => {
      const page = Number(query.get("page_number") ?? 1);
      return { total: 7, page_size: 2, page_number: page, items: items.slice(page * 2 - 2, page * 2) };
    },
  ],
  "chats.list": [
    (client) => client.chats.list({ limit: 2 }),
    (query) => {
      const at = Number(query.get("cursor") ?? 0);
      const chats = items.slice(at, at + 2);
      return { status: "ok", response: { chats, has_more: at + 2 < 7, next_cursor: `${at + 2}` } };
    },
  ],
};

const none = [
  {},
  { message: "upstream busy" },
  { status: "ok", response: {} },
  { status: "ok", response: { pagination: { total_records: 7 } } },
  { status: "ok", response: "x" },
  "ok",
  5,
];

for (const [name, [list, page]] of Object.entries(lists)) {
  test(`${name}: a page without a list, where there must be more, is an error that says so`, async () => {
    for (const body of none) {
      let failing = 1;
      await withServer(
        ({ url }, _, index) => (index === failing ? body : page(new URL(url, "http://a").searchParams)),
        async ({ client }) => {
          const all = await rejection(list(client({ maxRetries: 0 })).toArray());
          assert.equal(all.name, "APIResponseError", JSON.stringify(body));
          assert.match(all.message, new RegExp(`^${name.replace(".", "\\.")}: the response has no \`\\w+\``));
          failing = Infinity;
          assert.equal((await list(client()).toArray()).length, 7);
        },
      );
    }
  });
}

test("a first page that says there are items, and has no list, is an error", async () => {
  for (const totals of [{ pagination: { total_records: 7 } }, { total_records: 1 }, { total: "7" }]) {
    await withServer(
      () => ({ status: "ok", response: { ...totals, message: "upstream busy" } }),
      async ({ client }) => {
        const error = await rejection(client({ maxRetries: 0 }).agents.list());
        assert.match(error.message, /^agents\.list: the response has no `assistants`/);
      },
    );
  }
});

test("null or a text is no list where the response says that there are items", async () => {
  const [list, page] = lists["calls.list"];
  const bodies = [
    [0, { status: "ok", response: { calls: null, pagination: { total_records: 7 } } }],
    [1, { status: "ok", response: { calls: null, pagination: { total_records: 7 } } }],
    [0, { status: "ok", response: { calls: "x" } }],
    [0, { status: "ok", response: { calls: 5, pagination: {} } }],
  ];
  for (const [at, body] of bodies) {
    await withServer(
      ({ url }, _, index) => (index === at ? body : page(new URL(url, "http://a").searchParams)),
      async ({ client }) => {
        const error = await rejection(list(client({ maxRetries: 0 })).toArray());
        assert.match(error.message, /^calls\.list: the response has no `calls`/, JSON.stringify(body));
      },
    );
  }
  const pages = [
    { total: 3, page_size: 1, page_number: 1, items: [{ id: "1" }] },
    { total: 3, page_size: 1, page_number: 2, items: null },
  ];
  await withServer(
    (_, __, index) => ({ status: "ok", response: pages[index] }),
    async ({ client }) => {
      const error = await rejection(client({ maxRetries: 0 }).contacts.list({ page_size: 1 }).toArray());
      assert.match(error.message, /^contacts\.list: the response has no `items`/);
    },
  );
  const beyond = { calls: null, pagination: { total_records: 7 } };
  await withServer(
    () => ({ status: "ok", response: beyond }),
    async ({ client }) =>
      assert.deepEqual((await client().calls.list({ model_id: "m", offset: 7 })).data, []),
  );
});

test("a server whose pages are smaller than the limit that was asked for, and which does not say so, is read to its end", async () => {
  for (const [cap, count] of [
    [20, 45],
    [50, 100],
    [10, 10],
  ]) {
    await withServer(
      ({ url }) => {
        const offset = Number(new URL(url, "http://a").searchParams.get("offset") ?? 0);
        const all = Array.from({ length: count }, (_, index) => ({ call_id: `c${index}` }));
        return { status: "ok", response: { calls: all.slice(offset, offset + cap) } };
      },
      async ({ client }) =>
        assert.equal((await client().calls.list({ model_id: "m", limit: 100 }).toArray()).length, count),
    );
  }
});

test("an empty list ends the list, and a first page may have none", async () => {
  const [list, page] = lists["calls.list"];
  const empty = [
    [1, { status: "ok", response: { calls: [] } }, 2],
    [1, { status: "ok", response: { calls: null } }, 2],
    [0, {}, 0],
    [0, { status: "ok", response: {} }, 0],
  ];
  for (const [at, body, expected] of empty) {
    await withServer(
      ({ url }, _, index) => (index === at ? body : page(new URL(url, "http://a").searchParams)),
      async ({ client }) => assert.equal((await list(client()).toArray()).length, expected),
    );
  }
});
