/**
 * W1, W2: what a response says of its page counts more than what was asked for, and a list loses nothing. Length: one list of
 * what servers do, each with what a list is then.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { APIResponseError } from "synthflow-wasm";
import { rejection, withServer } from "../support/server.js";

const ok = (response) => ({ status: "ok", response });
const queryOf = ({ url }) => new URL(url, "http://a").searchParams;

const idsOf = async (list, name = "id") => {
  const ids = [];
  for await (const item of list) ids.push(item[name]);
  return ids;
};

const all = (count) =>
  Array.from({ length: count }, (_, index) => ({ id: `${index}`, model_id: `${index}` }));
const ids = (count) => all(count).map(({ id }) => id);

test("W1: a response without any pagination is complete, however often it is the same", async () => {
  const respond = () => ({
    status: "Retrieved",
    response: { voices: [{ voice_id: "a" }, { voice_id: "b" }] },
  });
  await withServer(respond, async ({ client, delivered }) => {
    assert.deepEqual(await idsOf(client().voices.list({ workspace: "w" }), "voice_id"), ["a", "b"]);
    assert.equal(delivered.length, 1);
    // As many as were asked for: there may be more, and the next page shows that there are none.
    const list = client().voices.list({ workspace: "w", limit: 2 });
    assert.deepEqual(await idsOf(list, "voice_id"), ["a", "b"]);
    assert.equal(delivered.length, 3);
  });
});

test("W1: a server that pages by a default size, and says nothing of it, loses no items", async () => {
  const lists = [
    [20, "assistants", (one) => one.agents.list()],
    [25, "knowledge_bases", (one) => one.knowledgeBases.list()],
    [50, "voices", (one) => one.voices.list({ workspace: "w" })],
  ];
  for (const [size, field, list] of lists) {
    const respond = (request) => {
      const offset = Number(queryOf(request).get("offset") ?? 0);
      return ok({ [field]: all(2 * size).slice(offset, offset + size) });
    };
    await withServer(respond, async ({ client }) => {
      assert.deepEqual(await idsOf(list(client())), ids(2 * size));
    });
  }
});

test("W1: a long response without any pagination, each time the same, is read once", async () => {
  await withServer(
    () => ok({ voices: all(60) }),
    async ({ client, delivered }) => {
      assert.deepEqual(await idsOf(client().voices.list({ workspace: "w" })), ids(60));
      assert.equal(delivered.length, 2);
    },
  );
});

test("W1: a page that is not full, by the size that is in force, is the last one", async () => {
  const respond = (request) => {
    const offset = Number(queryOf(request).get("offset") ?? 0);
    return ok({
      pagination: { limit: "3", offset: `${offset}` },
      assistants: all(5).slice(offset, offset + 3),
    });
  };
  await withServer(respond, async ({ client, delivered }) => {
    assert.deepEqual(await idsOf(client().agents.list({ limit: 50 }), "model_id"), ids(5));
    assert.equal(delivered.length, 2);
  });
});

test("W2: a server that caps the page size loses no items, whatever it says of it", async () => {
  for (const says of [
    { page_size: 50 },
    { page_size: "50", total: "250" },
    { total: 250 },
    { page_size: 50, total: 250 },
  ]) {
    const respond = (request) => {
      const page = Number(queryOf(request).get("page_number") ?? 1);
      return ok({ page_number: page, ...says, items: all(250).slice((page - 1) * 50, page * 50) });
    };
    await withServer(respond, async ({ client, delivered }) => {
      assert.deepEqual(
        await idsOf(client().contacts.list({ page_size: 250 })),
        ids(250),
        JSON.stringify(says),
      );
      assert.ok(delivered.length <= 6);
    });
  }
});

test("W2: a server that caps the page size and says nothing loses no items, also at an offset that whole pages have", async () => {
  for (const cap of [50, 25, 20, 10]) {
    const respond = (request) => {
      const offset = Number(queryOf(request).get("offset"));
      return ok({
        calls: all(230)
          .map(({ id }) => ({ call_id: id }))
          .slice(offset, offset + cap),
      });
    };
    await withServer(respond, async ({ client }) => {
      const list = client().calls.list({ model_id: "m", limit: 100 });
      assert.deepEqual(await idsOf(list, "call_id"), ids(230), `${cap} at once`);
    });
  }
});

test("W1: a total that is smaller than the page is none", async () => {
  const respond = (request) => {
    const offset = Number(queryOf(request).get("offset"));
    return ok({
      calls: all(45)
        .map(({ id }) => ({ call_id: id }))
        .slice(offset, offset + 20),
      pagination: { total_records: 0 },
    });
  };
  await withServer(respond, async ({ client }) => {
    assert.deepEqual(await idsOf(client().calls.list({ model_id: "m", limit: 20 }), "call_id"), ids(45));
  });
});

test("W1: the limit that was asked for is the size of a page, where pages have numbers", async () => {
  const respond = (request) => {
    const page = Number(queryOf(request).get("page_number") ?? 1);
    return ok({ contacts: all(6).slice(page * 2 - 2, page * 2) });
  };
  await withServer(respond, async ({ client }) => {
    assert.deepEqual(await idsOf(client().contacts.list({ limit: 2 })), ids(6));
  });
});

test("a name in the params and in extra fields is ambiguous, and a position in extraQuery would never change", async () => {
  const respond = () => ok({ calls: [], pagination: { total_records: 0 } });
  await withServer(respond, async ({ client, delivered }) => {
    const { calls } = client();
    for (const [name, extraQuery] of [
      ["limit", { limit: 50 }],
      ["model_id", new URLSearchParams("model_id=n")],
      ["offset", { offset: 5 }],
    ]) {
      const error = await rejection(calls.list({ model_id: "m", limit: 3 }, { extraQuery }));
      assert.equal(error.message, `calls.list: ${name} is in extraQuery: pass it in the params only`);
      assert.equal(error.outcome, "not-sent");
    }
    assert.equal(delivered.length, 0);
    await calls.list({ model_id: "m", limit: undefined }, { extraQuery: { limit: 50 } });
    assert.equal(queryOf(delivered[0]).get("limit"), "50");
  });
});

test("W2: the position that the response states is the one that is continued from", async () => {
  const respond = (request) => {
    // This server begins pages at multiples of their size only.
    const offset = Math.floor(Number(queryOf(request).get("offset") ?? 0) / 4) * 4;
    return ok({
      pagination: { total_records: 10, limit: 4, offset },
      assistants: all(10).slice(offset, offset + 4),
    });
  };
  await withServer(respond, async ({ client }) => {
    const list = client().agents.list({ offset: 5, limit: 4 });
    assert.deepEqual(await idsOf(list, "model_id"), ids(10).slice(4));
  });
});

test("W2: a page that overlaps the one before it counts from where it says that it begins", async () => {
  const respond = (request) => {
    const asked = Number(queryOf(request).get("offset") ?? 0);
    const offset = asked - (asked % 15);
    return ok({
      pagination: { total_records: 250, limit: 20, offset },
      assistants: all(250).slice(offset, offset + 20),
    });
  };
  await withServer(respond, async ({ client }) => {
    assert.deepEqual([...new Set(await idsOf(client().agents.list(), "model_id"))], ids(250));
  });
});

test("W2: a position behind the one that was asked for is an error after the items, unless they are complete", async () => {
  const numbered = (total, states) => (request) => {
    const page = Number(queryOf(request).get("page_number") ?? 1);
    return ok({
      total,
      page_size: 20,
      page_number: states(page),
      items: all(total).slice((page - 1) * 20, page * 20),
    });
  };
  const offset = (total, states) => (request) => {
    const at = Number(queryOf(request).get("offset") ?? 0);
    return ok({
      pagination: { total_records: total, limit: 20, offset: states(at) },
      items: all(total).slice(at, at + 20),
    });
  };
  for (const [what, respond, received] of [
    ["the next page", numbered(250, (page) => page + 1), 20],
    ["the next offset", offset(250, (at) => at + 20), 20],
    ["the last offset", offset(250, () => 250), 20],
    ["one wrong offset", offset(250, (at) => (at === 60 ? 200 : at)), 80],
  ]) {
    await withServer(respond, async ({ client }) => {
      const params = what.includes("offset") ? { offset: 0 } : {};
      const found = [];
      const read = async () => {
        for await (const item of client().contacts.list(params)) found.push(item.id);
      };
      assert.match((await rejection(read())).message, /does not say where it begins/, what);
      assert.deepEqual(found, ids(received), what);
    });
  }
  for (const [stated, requests] of [
    [{ offset: 8, has_more: false }, "error"],
    [{ offset: 5, has_more: false }, 5],
  ]) {
    const respond = () => ok({ pagination: stated, assistants: all(5) });
    await withServer(respond, async ({ client }) => {
      const list = idsOf(client().agents.list({ limit: 5 }), "model_id");
      if (requests === 5) assert.equal((await list).length, 5);
      else assert.match((await rejection(list)).message, /does not say where it begins/);
    });
  }
  await withServer(
    offset(15, (at) => at + 15),
    async ({ client }) => assert.deepEqual(await idsOf(client().contacts.list({ offset: 0 })), ids(15)),
  );
});

test("W2: totals in strings, and totals that are none", async () => {
  for (const total of ["5", 5, "many", "", null, -1, undefined]) {
    const respond = (request) => {
      const offset = Number(queryOf(request).get("offset") ?? 0);
      return ok({
        pagination: { total_records: total, limit: 2 },
        assistants: all(5).slice(offset, offset + 2),
      });
    };
    await withServer(respond, async ({ client, delivered }) => {
      assert.deepEqual(await idsOf(client().agents.list(), "model_id"), ids(5), String(total));
      assert.equal(delivered.length, 3);
    });
  }
});

test("W2: pages that are counted from 0, in requests or in responses alone", async () => {
  const paged = (first, told) => (request) => {
    const page = Number(queryOf(request).get("page_number") ?? first) - first;
    return ok({
      total: 5,
      page_size: 2,
      page_number: page + told,
      items: all(5).slice(page * 2, page * 2 + 2),
    });
  };
  await withServer(paged(0, 0), async ({ client, delivered }) => {
    assert.deepEqual(await idsOf(client().contacts.list()), ids(5));
    assert.equal(delivered.length, 3);
  });
  await withServer(paged(1, 0), async ({ client, delivered }) => {
    assert.deepEqual(await idsOf(client().contacts.list({ page_number: 1 })), ids(5));
    assert.equal(delivered.length, 3);
  });
});

test("W2: of two lists in a response the declared one counts, also if it is null", async () => {
  const bodies = [
    { other: [{ id: "x" }], items: [{ id: "a" }], total: 1 },
    { other: [{ id: "x" }], items: null },
  ];
  await withServer(
    (_, __, index) => ok(bodies[index]),
    async ({ client }) => {
      assert.deepEqual(await idsOf(client().contacts.list()), ["a"]);
      assert.deepEqual(await idsOf(client().contacts.list()), []);
    },
  );
});

test("W1: an API that ignores the position, even if its items change, is an error", async () => {
  const changing = {
    "agents.list": (index) => ({
      pagination: { total_records: 9, limit: 2, offset: 0 },
      assistants: [{ model_id: `${index}` }, { model_id: "b" }],
    }),
    "contacts.list": (index) => ({
      total: 9,
      page_size: 2,
      page_number: 1,
      items: [{ id: `${index}` }, { id: "b" }],
    }),
  };
  for (const [name, body] of Object.entries(changing)) {
    await withServer(
      (_, __, index) => ok(body(index)),
      async ({ client, delivered }) => {
        const [resource] = name.split(".");
        const error = await rejection(idsOf(client()[resource].list()));
        assert.ok(error instanceof APIResponseError, String(error));
        assert.match(error.message, /the response repeats an earlier page/);
        assert.ok(delivered.length <= 3);
      },
    );
  }
});

/** A list of the newest first, of which before some requests items arrive. */
const newestFirst = (count, arrivals) => {
  let all = count;
  return (request, _, index) => {
    all += arrivals[index] ?? 0;
    const offset = Number(queryOf(request).get("offset") ?? 0);
    const limit = Number(queryOf(request).get("limit"));
    const items = Array.from({ length: all }, (_, at) => ({ model_id: `${all - at}` }));
    const pagination = { total_records: all, limit, offset };
    return ok({ pagination, assistants: items.slice(offset, offset + limit) });
  };
};

test("W1: a page that repeats because as many items have arrived as it has is not the end, and not an error", async () => {
  for (const [count, limit, arrivals, expected] of [
    [3, 1, { 1: 1 }, ["3", "2", "1"]],
    [3, 1, { 2: 1 }, ["3", "2", "1"]],
    [4, 2, { 1: 2 }, ["4", "3", "2", "1"]],
    [5, 2, { 1: 2, 3: 2 }, ["5", "4", "3", "2", "1"]],
    // Some items twice: with more items on a page, that is not known.
    [4, 2, { 1: 1 }, ["4", "3", "3", "2", "1"]],
  ]) {
    await withServer(newestFirst(count, arrivals), async ({ client }) => {
      const list = client().agents.list({ limit });
      assert.deepEqual(await idsOf(list, "model_id"), expected, JSON.stringify(arrivals));
    });
  }
});

test("W1: a page that repeats without as many new items, or once more, is an error: the position is ignored", async () => {
  for (const growth of [0, 1, 2, 50]) {
    const respond = (_, __, index) =>
      ok({
        pagination: { total_records: 9 + index * growth },
        assistants: [{ model_id: "a" }, { model_id: "b" }],
      });
    await withServer(respond, async ({ client, delivered }) => {
      const error = await rejection(idsOf(client().agents.list({ limit: 2 }), "model_id"));
      assert.match(error.message, /the response repeats an earlier page/);
      assert.equal(delivered.length, growth < 2 ? 2 : 3);
    });
  }
});

test("W1: beyond the last page, a server that returns that one again has no items", async () => {
  const respond = () => ok({ total: 2, page_size: 2, page_number: 1, items: all(2) });
  await withServer(respond, async ({ client }) => {
    const page = await client().contacts.list({ page_number: 9 });
    assert.deepEqual([page.data, page.hasNextPage()], [[], false]);
  });
});

test("W1: a cursor that leads to the same items is an error; an empty page before the last is not the end", async () => {
  const same = (_, __, index) => ok({ chats: [{ chat_id: "c" }], has_more: true, next_cursor: `${index}` });
  await withServer(same, async ({ client, delivered }) => {
    const error = await rejection(idsOf(client().chats.list(), "chat_id"));
    assert.match(error.message, /repeats an earlier page/);
    assert.equal(delivered.length, 2);
  });
  const gaps = [["a"], [], [], ["b"]];
  const respond = (_, __, index) =>
    ok({
      chats: gaps[index].map((chat_id) => ({ chat_id })),
      has_more: index < 3,
      next_cursor: index < 3 ? `${index}` : null,
    });
  await withServer(respond, async ({ client }) => {
    assert.deepEqual(await idsOf(client().chats.list(), "chat_id"), ["a", "b"]);
  });
});

test("W1: an empty page with a new cursor, and without has_more, is not the end; with a cursor of before it is", async () => {
  const gaps = [["a"], [], [], ["b"], []];
  const respond = (_, __, index) =>
    ok({ chats: gaps[index].map((chat_id) => ({ chat_id })), next_cursor: ["0", "1", "2", "3", "3"][index] });
  await withServer(respond, async ({ client, delivered }) => {
    assert.deepEqual(await idsOf(client().chats.list(), "chat_id"), ["a", "b"]);
    assert.equal(delivered.length, 5);
  });
});

test("W1: a cursor that is a number is one", async () => {
  const pages = [["a"], ["b"], ["c"]];
  const respond = (_, __, index) =>
    ok({ chats: pages[index].map((chat_id) => ({ chat_id })), has_more: index < 2, next_cursor: 20 + index });
  await withServer(respond, async ({ client, delivered }) => {
    assert.deepEqual(await idsOf(client().chats.list(), "chat_id"), ["a", "b", "c"]);
    const cursors = delivered.map((request) => queryOf(request).get("cursor"));
    assert.deepEqual(cursors, [null, "20", "21"]);
  });
});

test("W2: a server that caps the page size, but states the one that was asked for, loses no items", async () => {
  for (const [stated, cap] of [
    [100, 10],
    [25, 10],
    [30, 10],
    [100, 40],
  ]) {
    const respond = (request) => {
      const page = Number(queryOf(request).get("page_number") ?? 1);
      const items = all(45).slice((page - 1) * cap, page * cap);
      return ok({ page_number: page, page_size: stated, total: 45, items });
    };
    await withServer(respond, async ({ client, delivered }) => {
      const found = await idsOf(client().contacts.list({ page_size: stated }));
      assert.deepEqual(found, ids(45), `${stated}, ${cap}`);
      assert.ok(delivered.length <= 6, `${delivered.length} requests`);
    });
  }
});

test("W1: a full last page, at which the total is reached, is the last one", async () => {
  const respond = (request) => {
    const offset = Number(queryOf(request).get("offset") ?? 0);
    const pagination = { total_records: 4, limit: 2, offset };
    return ok({ pagination, assistants: all(4).slice(offset, offset + 2) });
  };
  await withServer(respond, async ({ client, delivered }) => {
    assert.deepEqual(await idsOf(client().agents.list(), "model_id"), ids(4));
    assert.equal(delivered.length, 2);
    // From the middle, where the items that were seen say nothing.
    assert.deepEqual(await idsOf(client().agents.list({ offset: 2 }), "model_id"), ids(4).slice(2));
    assert.equal(delivered.length, 3);
  });
});

test("W1: a page whose items are nested too deeply to be compared is read", async () => {
  const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
  await withServer(
    (_, response) => {
      response.end(`{"status":"ok","response":{"assistants":[{"model_id":"a","deep":${deep}}]}}`);
    },
    async ({ client }) => {
      for (const _ of [1, 2]) {
        assert.deepEqual(await idsOf(client().agents.list(), "model_id"), ["a"]);
      }
    },
  );
});

test("a list under a name that is not well-formed is none", async () => {
  await withServer(
    (_, response) => {
      response.end('{"status":"ok","response":{"\\ud800":[{"model_id":"a"}]}}');
    },
    async ({ client }) => assert.deepEqual((await client().agents.list()).data, []),
  );
});

test("W1: a negative total is none: another total counts, or the pages show when the list ends", async () => {
  for (const total of [undefined, 3]) {
    const respond = (request) => {
      const offset = Number(queryOf(request).get("offset") ?? 0);
      const pagination = { total_records: -1, limit: 2, offset };
      return ok({ pagination, total, assistants: all(3).slice(offset, offset + 2) });
    };
    await withServer(respond, async ({ client, delivered }) => {
      assert.equal((await client().agents.list()).total, total);
      assert.deepEqual(await idsOf(client().agents.list(), "model_id"), ids(3));
      assert.equal(delivered.length, 3);
    });
  }
});

test("W1: where a list has no total, has_more says whether it goes on", async () => {
  const respond = ({ url }) => {
    const from = Number(queryOf({ url }).get("offset") ?? 0);
    return ok({ assistants: all(12).slice(from, from + 5), has_more: from + 5 < 12 });
  };
  await withServer(respond, async ({ client, delivered }) => {
    assert.deepEqual(await idsOf(client().agents.list()), ids(12));
    assert.equal(delivered.length, 3);
  });
  const full = () => ok({ assistants: all(10), has_more: false });
  await withServer(full, async ({ client, delivered }) => {
    assert.deepEqual(await idsOf(client().agents.list({ limit: 10 })), ids(10));
    assert.equal(delivered.length, 1);
  });
});

test("W1: a repeated page is an error where has_more says that there is more", async () => {
  const first = all(40).slice(0, 20);
  const lists = {
    "without a total": { assistants: first, has_more: true },
    "in pagination": { assistants: first, pagination: { has_more: true } },
    "with a total that the repeated items would reach": {
      assistants: first,
      has_more: true,
      pagination: { total_records: 40 },
    },
    "at a position that it states": { assistants: first, has_more: true, pagination: { offset: 0 } },
  };
  for (const [what, response] of Object.entries(lists)) {
    await withServer(
      () => ok(response),
      async ({ client, delivered }) => {
        const page = await client().agents.list({ limit: 20 });
        assert.equal(page.total, what.startsWith("with a") ? 40 : undefined, what);
        const error = await rejection(page.toArray());
        assert.ok(error instanceof APIResponseError, what);
        assert.match(error.message, /repeats an earlier page/, what);
        assert.equal(delivered.length, 2, what);
      },
    );
  }
  const contacts = () => ok({ items: all(2), has_more: "true" });
  await withServer(contacts, async ({ client }) => {
    const error = await rejection(client().contacts.list({ page_size: 2 }).toArray());
    assert.match(error.message, /repeats an earlier page/);
  });
});

test("S22: a list that begins again after some pages ends, whatever it says of its end", async () => {
  for (const period of [2, 3, 7]) {
    const pageOf = (index) => all(20 * period).slice(20 * (index % period), 20 * (index % period) + 20);
    const lists = {
      "a total": (data) => ({ assistants: data, pagination: { total_records: 1e9 } }),
      "a total that is near": (data) => ({ assistants: data, total_records: 20 * period + 1 }),
      has_more: (data) => ({ assistants: data, has_more: true }),
      nothing: (data) => ({ assistants: data }),
    };
    for (const [what, response] of Object.entries(lists)) {
      await withServer(
        (_, __, index) => ok(response(pageOf(index))),
        async ({ client, delivered }) => {
          const error = await rejection(client().agents.list({ limit: 20 }).toArray());
          assert.match(error.message, /repeats an earlier page/, what);
          assert.equal(delivered.length, period + 1, what);
        },
      );
    }
    await withServer(
      (_, __, index) => ok({ chats: pageOf(index), next_cursor: `c${index}` }),
      async ({ client, delivered }) => {
        const error = await rejection(client().chats.list().toArray());
        assert.match(error.message, /repeats an earlier page/);
        assert.equal(delivered.length, period + 1);
      },
    );
  }
});

test("W1: one item alone may come once more, and so may all if others arrive", async () => {
  const chats = (_, __, index) =>
    ok({ chats: [{ chat_id: "abac"[index] }], next_cursor: index < 3 ? `c${index}` : "" });
  await withServer(chats, async ({ client }) => {
    assert.deepEqual(await idsOf(client().chats.list(), "chat_id"), ["a", "b", "a", "c"]);
  });
  const grown = newestFirst(6, { 2: 4 });
  await withServer(grown, async ({ client, delivered }) => {
    const found = await idsOf(client().agents.list({ limit: 2 }), "model_id");
    assert.equal(new Set(found).size, 6);
    assert.equal(delivered.length, 5);
  });
});

/** A server of `count` items that sends `size` of them at most, whatever was asked for, and says what `says` returns. */
const limited = (count, size, field, says) => (request) => {
  const query = queryOf(request);
  const at = (Number(query.get("page_number") ?? 1) - 1) * size || Number(query.get("offset") ?? 0);
  const found = all(count).slice(at, at + size);
  return ok({ [field]: found, ...says(query, at + found.length < count) });
};

test("W1: a server that states what was asked for, and sends less, has smaller pages: its total or has_more ends the list", async () => {
  const asked = (query) => ({ limit: Number(query.get("page_size") ?? query.get("limit")) });
  for (const count of [101, 130, 150]) {
    const ways = {
      "a total": (query) => ({ pagination: { total_records: count, ...asked(query) } }),
      "a total next to the items": (query) => ({ total: count, page_size: asked(query).limit }),
      both: (query, has_more) => ({ pagination: { total_records: count, has_more, ...asked(query) } }),
      has_more: (query, has_more) => ({ has_more, pagination: asked(query) }),
      "nothing but the size": (query) => ({ pagination: asked(query) }),
    };
    for (const [what, says] of Object.entries(ways)) {
      await withServer(limited(count, 30, "items", says), async ({ client }) => {
        const found = await idsOf(client().contacts.list({ page_size: 100 }));
        assert.deepEqual(found, ids(count), `${count}, ${what}`);
      });
      await withServer(limited(count, 30, "assistants", says), async ({ client }) => {
        const found = await idsOf(client().agents.list({ limit: 100 }));
        assert.deepEqual(found, ids(count), `${count}, ${what}`);
      });
    }
  }
});

test("W1: a list that begins at a later page ends at its total, without a request behind it", async () => {
  const says = () => ({ pagination: { total_records: 7 } });
  for (const [page_number, requests] of [
    [1, 4],
    [3, 2],
    [4, 1],
  ]) {
    await withServer(limited(7, 2, "items", says), async ({ client, delivered }) => {
      const found = await idsOf(client().contacts.list({ page_number, page_size: 2 }));
      assert.deepEqual(found, ids(7).slice((page_number - 1) * 2));
      assert.equal(delivered.length, requests);
    });
  }
});

test("W1: a list that begins at a later page of a server with smaller pages loses nothing; has_more: false ends it", async () => {
  for (const [count, size, page_number, page_size] of [
    [101, 20, 2, 25],
    [60, 10, 3, 20],
    [45, 20, 2, undefined],
  ]) {
    await withServer(
      limited(count, size, "items", () => ({ total: count })),
      async ({ client }) => {
        const found = await idsOf(client().contacts.list({ page_number, page_size }));
        assert.deepEqual(found, ids(count).slice((page_number - 1) * size), `${count}`);
      },
    );
  }
  await withServer(
    limited(61, 20, "items", (_, has_more) => ({ total: 61, has_more })),
    async ({ client, delivered }) => {
      assert.deepEqual(await idsOf(client().contacts.list({ page_number: 4 })), ["60"]);
      assert.equal(delivered.length, 1);
    },
  );
});

test("W1: no total ends a list by cursors that says has_more", async () => {
  for (const total of [1, 2, 3, 4, 5]) {
    const respond = ({ url }) => {
      const at = Number(queryOf({ url }).get("cursor") ?? 0);
      const chats = [0, 1, 2, 3, 4].slice(at, at + 2).map((chat_id) => ({ chat_id: `${chat_id}` }));
      const more = at + 2 < 5 ? { has_more: true, next_cursor: `${at + 2}` } : { has_more: false };
      return ok({ chats, ...more, pagination: { total_records: total } });
    };
    await withServer(respond, async ({ client }) => {
      const found = await idsOf(client().chats.list({ limit: 2 }), "chat_id");
      assert.deepEqual(found, ids(5), `${total}`);
    });
  }
  const again = ({ url }) =>
    ok({
      chats: queryOf({ url }).get("cursor") ? [] : [{ chat_id: "a" }],
      has_more: true,
      next_cursor: "same",
    });
  await withServer(again, async ({ client }) => {
    const error = await rejection(client().chats.list().toArray());
    assert.match(error.message, /repeats an earlier page/);
  });
});

test("W1: contacts that are asked for by an offset go on by it, unless the response counts pages", async () => {
  const respond = ({ url }) => {
    const from = Number(queryOf({ url }).get("offset"));
    return ok({ total: 7, items: all(7).slice(from, from + 2) });
  };
  await withServer(respond, async ({ client, delivered }) => {
    const list = client().contacts.list({ offset: 1, limit: 2 });
    assert.deepEqual(await idsOf(list), ids(7).slice(1));
    const asked = delivered.map((one) => [queryOf(one).get("offset"), queryOf(one).get("page_number")]);
    assert.deepEqual(asked, [
      ["1", null],
      ["3", null],
      ["5", null],
    ]);
  });
  const byPages = ({ url }) => {
    const page = Number(queryOf({ url }).get("page_number") ?? 1);
    return ok({ total: 4, page_size: 2, page_number: page, items: all(4).slice(2 * page - 2, 2 * page) });
  };
  await withServer(byPages, async ({ client }) => {
    assert.deepEqual(await idsOf(client().contacts.list({ offset: 0, limit: 2 })), ids(4));
  });
});
