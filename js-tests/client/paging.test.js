/** Where a list ends. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { APIResponseError, Synthflow } from "synthflow-wasm";
import { rejection, withServer } from "../support/server.js";

const ok = (response) => ({ status: "ok", response });

const idsOf = async (list, name) => {
  const ids = [];
  for await (const item of list) ids.push(item[name]);
  return ids;
};

test("a full last page is the last: no request for an empty one", async () => {
  const respond = ({ url }) => {
    const page = Number(new URL(url, "http://a").searchParams.get("page_number") ?? 1);
    return ok({ total: 4, page_size: 2, page_number: page, items: [{ id: `${page}a` }, { id: `${page}b` }] });
  };
  await withServer(respond, async ({ client, delivered }) => {
    assert.deepEqual(await idsOf(client().simulationScenarios.list(), "id"), ["1a", "1b", "2a", "2b"]);
    assert.equal(delivered.length, 2);
  });
});

test("has_more: false ends a list that still has a cursor", async () => {
  const respond = () => ok({ chats: [{ chat_id: "c" }], has_more: false, next_cursor: "again" });
  await withServer(respond, async ({ client, delivered }) => {
    assert.deepEqual(await idsOf(client().chats.list(), "chat_id"), ["c"]);
    assert.equal(delivered.length, 1);
  });
});

test("W1: has_more is read as a number or a text, too", async () => {
  for (const [more, none] of [
    ["true", "false"],
    ["True", "False"],
    ["1", "0"],
    [1, 0],
    [true, ""],
  ]) {
    const respond = (_, __, index) =>
      ok({ chats: [{ chat_id: `${index}` }], has_more: index < 2 ? more : none, next_cursor: `c${index}` });
    await withServer(respond, async ({ client }) => {
      const chats = await client().chats.list().toArray({ limit: 9 });
      assert.deepEqual(
        chats.map(({ chat_id }) => chat_id),
        ["0", "1", "2"],
        String(more),
      );
    });
  }
});

test("W1: a list whose pages are empty, each with a new cursor, ends with an error", async () => {
  for (const has_more of [undefined, null, true]) {
    const respond = (_, __, index) =>
      ok({ chats: index === 0 ? [{ chat_id: "c" }] : [], has_more, next_cursor: `c${index}` });
    await withServer(respond, async ({ client, delivered }) => {
      const error = await rejection(client().chats.list().toArray());
      assert.ok(error instanceof APIResponseError, String(error));
      assert.equal(error.message, "100 pages in turn are empty");
      assert.equal(delivered.length, 102);
    });
  }
});

test("W1: has_more: true without a cursor is no end: the items are there, what follows is an error", async () => {
  for (const next_cursor of [undefined, null, ""]) {
    const respond = () => ok({ chats: [{ chat_id: "c" }], has_more: true, next_cursor });
    await withServer(respond, async ({ client, delivered }) => {
      const page = await client().chats.list();
      assert.deepEqual([page.data.length, page.hasNextPage()], [1, true]);
      const errors = [await rejection(page.getNextPage()), await rejection(client().chats.list().toArray())];
      for (const error of errors) {
        assert.ok(error instanceof APIResponseError, String(error));
        assert.equal(error.message, "there is more, but the response does not say where it begins");
      }
      assert.equal(delivered.length, 2);
    });
  }
});

test("W1: a cursor that cannot be sent as it is, is none: what follows is an error", async () => {
  for (const cursor of ["90071992547409931", '{"n":10}', '["x"]', "true", "1.5"]) {
    const body = `{"status":"ok","response":{"chats":[{"chat_id":"c"}],"next_cursor":${cursor}}}`;
    const fetch = async () => new Response(body);
    const client = new Synthflow({ apiKey: "test", region: "us", fetch, logLevel: "off" });
    const error = await rejection(client.chats.list().toArray());
    assert.match(error.message, /does not say where it begins$/, cursor);
  }
  for (const cursor of ["null", '""', "0", "false"]) {
    const body = `{"status":"ok","response":{"chats":[{"chat_id":"c"}],"next_cursor":${cursor}}}`;
    const fetch = async () => new Response(body);
    const client = new Synthflow({ apiKey: "test", region: "us", fetch, logLevel: "off" });
    assert.equal((await client.chats.list().toArray()).length, 1, cursor);
  }
});

test("W1: has_more and a cursor are read in pagination, too", async () => {
  const respond = ({ url }) => {
    const from = Number(new URL(url, "http://a").searchParams.get("cursor") ?? 0);
    const pagination = { has_more: from < 2, next_cursor: from < 2 ? `${from + 1}` : null };
    return ok({ chats: [{ chat_id: `${from}` }], pagination });
  };
  await withServer(respond, async ({ client }) => {
    assert.deepEqual(await idsOf(client().chats.list(), "chat_id"), ["0", "1", "2"]);
  });
});

test("W1: a total that is reached is none where the response says has_more", async () => {
  for (const place of [(more) => more, (more) => ({ pagination: more })]) {
    const respond = ({ url }) => {
      const from = Number(new URL(url, "http://a").searchParams.get("offset") ?? 0);
      const assistants = Array.from({ length: 45 }, (_, index) => ({ model_id: `${index}` }));
      const page = assistants.slice(from, from + 20);
      const more = { has_more: from + 20 < 45, total: page.length, total_records: page.length };
      return ok({ assistants: page, ...place(more) });
    };
    await withServer(respond, async ({ client, delivered }) => {
      assert.equal((await idsOf(client().agents.list(), "model_id")).length, 45);
      assert.equal(delivered.length, 3);
    });
  }
});

test("a repeated cursor is an error, not an endless list", async () => {
  const respond = (_, __, index) =>
    ok({
      chats: [{ chat_id: String(index) }],
      has_more: index < 5,
      next_cursor: ["x", "y", "x"][index] ?? "end",
    });
  await withServer(respond, async ({ client, delivered }) => {
    const error = await rejection(idsOf(client().chats.list(), "chat_id"));
    assert.ok(error instanceof APIResponseError, String(error));
    assert.match(error.message, /repeats an earlier page/);
    assert.equal(delivered.length, 3);
  });
});

test("an API that ignores the offset: with a total an error, without one the end", async () => {
  for (const pagination of [{ total_records: 4, limit: 2, offset: 0 }, undefined]) {
    const respond = () => ok({ assistants: [{ model_id: "a" }, { model_id: "b" }], pagination });
    await withServer(respond, async ({ client, delivered }) => {
      const list = idsOf(client().agents.list({ limit: 2 }), "model_id");
      if (pagination) assert.ok((await rejection(list)) instanceof APIResponseError);
      else assert.deepEqual(await list, ["a", "b"]);
      assert.equal(delivered.length, 2);
    });
  }
});
