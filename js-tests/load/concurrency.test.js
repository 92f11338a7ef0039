/** Concurrency: many tasks on one client, several clients, several threads. No response goes to the wrong caller. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { NotFoundError, Synthflow } from "synthflow-wasm";
import { rejection, reply, withServer } from "../support/server.js";
import { work } from "./work.js";

/** Responds with the requested id, after a variable delay; one id in five is not found. */
const echo = ({ url, headers, body }, response, index) => {
  const id = decodeURIComponent(url.match(/([^/?]+)(\?.*)?$/)[1]);
  const key = headers.authorization;
  const respond = id.endsWith("0")
    ? () => reply(response, 404, { detail: id })
    : () =>
        reply(response, 200, {
          status: "ok",
          response: {
            assistants: [{ model_id: id, key, name: body ? JSON.parse(body).name : undefined }],
            key,
            call_id: id,
          },
        });
  setTimeout(respond, (index * 7) % 5);
};

test("200 tasks on one client", async () => {
  await withServer(echo, async ({ client, delivered }) => {
    const one = client();
    await Promise.all(Array.from({ length: 200 }, (_, task) => work(one, `t${task}`, "test", 20)));
    assert.equal(delivered.length, 200 * 20);
  });
});

test("each response goes to its own caller, whichever comes first", async () => {
  const respond = new Map();
  const fetch = (url) =>
    new Promise((resolve) => {
      const call_id = url.split("/").at(-1);
      respond.set(call_id, () => resolve(Response.json({ response: { calls: [{ call_id }] } })));
    });
  const client = new Synthflow({ apiKey: "test", fetch, timeout: 5000, maxRetries: 0 });
  const get = async (id) => assert.equal((await client.calls.get(id)).call_id, id);
  const first = ["a", "b", "c"].map(get);
  respond.get("b")();
  await first[1];
  // The number of the second request is free again.
  const second = ["d", "e"].map(get);
  for (const id of ["e", "c", "d", "a"]) respond.get(id)();
  await Promise.all([...first, ...second]);
});

test("two clients, each with its own key and headers", async () => {
  await withServer(echo, async ({ client, delivered }) => {
    const names = ["first", "second"];
    const clients = names.map((name) =>
      client({ apiKey: `key-of-${name}`, defaultHeaders: { "x-of": name } }),
    );
    const tasks = Array.from({ length: 100 }, (_, task) => {
      const name = names[task % 2];
      return work(clients[task % 2], `${name}-${task}-`, `key-of-${name}`, 20);
    });
    await Promise.all(tasks);
    assert.equal(delivered.length, 100 * 20);
    for (const { url, headers } of delivered) {
      const name = headers["x-of"];
      assert.equal(headers.authorization, `Bearer key-of-${name}`);
      assert.ok(url.includes(`/${name}-`), url);
    }
  });
});

test("abandoned lists do not affect others", async () => {
  const pages = ({ url }) => {
    const { searchParams } = new URL(url, "http://a");
    const offset = Number(searchParams.get("offset") ?? 0);
    const assistants = Array.from({ length: 5 }, (_, index) => ({ model_id: `m${offset + index}` }));
    return { status: "ok", response: { assistants, pagination: { total_records: 50, limit: 5, offset } } };
  };
  await withServer(pages, async ({ client }) => {
    const one = client();
    const read = async (most) => {
      const ids = [];
      for await (const { model_id } of one.agents.list({ limit: 5 })) {
        ids.push(model_id);
        if (ids.length === most) break;
      }
      return ids;
    };
    const all = Array.from({ length: 50 }, (_, index) => `m${index}`);
    const lengths = Array.from({ length: 60 }, (_, index) => (index % 3 ? 1 + (index % 49) : 50));
    const results = await Promise.all(lengths.map(read));
    for (const [index, ids] of results.entries()) assert.deepEqual(ids, all.slice(0, lengths[index]));
  });
});

test("four threads and this one, each with a core of its own", async () => {
  await withServer(echo, async ({ client, url, delivered }) => {
    const threads = Array.from({ length: 4 }, (_, thread) => {
      const workerData = {
        baseURL: `${url}/v2`,
        name: `w${thread}-`,
        apiKey: `key-of-${thread}`,
        count: 500,
      };
      const worker = new Worker(new URL("thread.mjs", import.meta.url), { workerData });
      return new Promise((resolve, reject) => worker.on("message", resolve).on("error", reject));
    });
    const done = await Promise.all([...threads, work(client(), "main", "test", 500)]);
    assert.deepEqual(done, [500, 500, 500, 500, 500]);
    assert.equal(delivered.length, 2500);
    assert.ok((await rejection(client().agents.get("none0"))) instanceof NotFoundError);
  });
});
