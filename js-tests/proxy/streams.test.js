/** Bodies of responses: passed on as they arrive, and kept for copies. */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { createProxy } from "synthflow-wasm/proxy";
import { optionsFor, withProxy } from "./support.js";

test("a read is passed on as it arrives, and ends upstream when the page leaves", async () => {
  let closed;
  const left = new Promise((resolve) => {
    closed = resolve;
  });
  const dribble = (_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"status":');
    response.on("close", closed);
  };
  await withProxy(
    {},
    async ({ send }) => {
      const controller = new AbortController();
      const response = await send("GET", "/assistants", { signal: controller.signal });
      const { value } = await response.body.getReader().read();
      assert.equal(new TextDecoder().decode(value), '{"status":');
      controller.abort();
      await left;
    },
    dribble,
  );
});

test("a body that stalls or breaks off does not look complete", async () => {
  const stall = (_, response) => void response.writeHead(200).write('{"status":');
  const broken = (_, response) =>
    void response.writeHead(200).write('{"status":', () => setTimeout(() => response.destroy(), 50));
  for (const respond of [stall, broken]) {
    await withProxy(
      { timeout: 300 },
      async ({ send, place, delivered }) => {
        const read = await send("GET", "/assistants");
        await assert.rejects(read.text());
        const placed = await place();
        assert.equal(placed.status, 502);
        assert.equal((await placed.json()).outcome, "unknown");
        assert.equal(delivered.length, 2);
      },
      respond,
    );
  }
});

test("a read whose response drips without an end is ended after the timeout", () =>
  withProxy(
    { timeout: 400 },
    async ({ send }) => {
      const since = performance.now();
      const response = await send("GET", "/assistants");
      await assert.rejects(response.text());
      const time = performance.now() - since;
      assert.ok(time > 350, `${time} ms`);
    },
    (_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const timer = setInterval(() => response.write(" "), 50);
      response.on("close", () => clearInterval(timer));
    },
  ));

/** A `fetch` whose responses have endless bodies; `left` counts those that were ended. */
const endless = () => {
  const seen = { left: 0 };
  seen.fetch = async () =>
    new Response(
      new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(100_000)),
        cancel: () => {
          seen.left += 1;
        },
      }),
      { headers: { "content-type": "application/x-ndjson" } },
    );
  return seen;
};

const request = (path, init) => new Request(`http://own.example/synthflow${path}`, init);
const turn = () => new Promise(setImmediate);

test("a client that does not read the response holds no connection to the API beyond the timeout", async (context) => {
  const upstream = endless();
  const proxy = createProxy(
    optionsFor({ url: "https://api.example" }, { fetch: upstream.fetch, timeout: 5000 }),
  );
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const pending = proxy(request("/assistants"));
  const response = await pending;
  assert.equal(response.status, 200);
  context.mock.timers.tick(4999);
  await turn();
  assert.equal(upstream.left, 0);
  context.mock.timers.tick(1);
  await turn();
  assert.equal(upstream.left, 1);
  await assert.rejects(response.text());
});

const generation = { agent_id: "17x01", include_tests: ["angry_user"] };

test("NDJSON arrives line after line; a copy gets all of it, also if the first reader has left", async () => {
  let finish;
  const rest = new Promise((resolve) => {
    finish = resolve;
  });
  const respond = async (_, response) => {
    response.writeHead(200, { "content-type": "application/x-ndjson" });
    response.write('{"n":1}\n');
    await rest;
    response.end('{"n":2}\n');
  };
  await withProxy(
    {},
    async ({ send, delivered }) => {
      const headers = { "idempotency-key": randomUUID() };
      const generate = () => send("POST", "/simulation_cases/generate", { body: generation, headers });
      const response = await generate();
      assert.equal(response.headers.get("content-type"), "application/x-ndjson");
      const reader = response.body.getReader();
      assert.equal(new TextDecoder().decode((await reader.read()).value), '{"n":1}\n');
      const copy = generate();
      await reader.cancel();
      // The proxy notices that the reader has left.
      await new Promise((resolve) => setTimeout(resolve, 100));
      finish();
      assert.equal(await (await copy).text(), '{"n":1}\n{"n":2}\n');
      assert.equal(await (await generate()).text(), '{"n":1}\n{"n":2}\n');
      assert.equal(delivered.length, 1);
    },
    respond,
  );
});

test("a stream that is too long to be kept is passed on, and its copy is unknown", async () => {
  const line = `${JSON.stringify({ text: "a".repeat(100_000) })}\n`;
  await withProxy(
    {},
    async ({ send, delivered }) => {
      const headers = { "idempotency-key": randomUUID() };
      const generate = () => send("POST", "/simulation_cases/generate", { body: generation, headers });
      assert.equal((await (await generate()).text()).length, line.length * 30);
      const copy = await generate();
      assert.equal(copy.status, 502);
      assert.equal((await copy.json()).outcome, "unknown");
      assert.equal(delivered.length, 1);
    },
    (_, response) =>
      void response.writeHead(200, { "content-type": "application/x-ndjson" }).end(line.repeat(30)),
  );
});

test("a page that leaves before the response begins: a copy gets all of it", async () => {
  let begin;
  const started = new Promise((resolve) => {
    begin = resolve;
  });
  let arrived;
  const delivery = new Promise((resolve) => {
    arrived = resolve;
  });
  const respond = async (_, response) => {
    arrived();
    await started;
    response.writeHead(200, { "content-type": "application/x-ndjson" });
    response.end('{"n":1}\n');
  };
  await withProxy(
    {},
    async ({ send, delivered }) => {
      const headers = { "idempotency-key": randomUUID() };
      const controller = new AbortController();
      const generate = (signal) =>
        send("POST", "/simulation_cases/generate", { body: generation, headers, signal });
      const first = generate(controller.signal).catch(() => {});
      await delivery;
      controller.abort();
      await first;
      // The proxy notices that the page has left.
      await new Promise((resolve) => setTimeout(resolve, 100));
      const copy = generate();
      begin();
      const response = await copy;
      assert.deepEqual([response.status, await response.text()], [200, '{"n":1}\n']);
      assert.equal(delivered.length, 1);
    },
    respond,
  );
});

test("a stream ends after ten minutes, though the client reads nothing; a copy is unknown", async (context) => {
  const upstream = endless();
  const proxy = createProxy(optionsFor({ url: "https://api.example" }, { fetch: upstream.fetch }));
  const headers = { "content-type": "application/json", "idempotency-key": randomUUID() };
  const generate = () =>
    proxy(
      request("/simulation_cases/generate", { method: "POST", headers, body: JSON.stringify(generation) }),
    );
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const response = await generate();
  assert.equal(response.status, 200);
  context.mock.timers.tick(599_999);
  await turn();
  assert.equal(upstream.left, 0);
  context.mock.timers.tick(1);
  await turn();
  await assert.rejects(response.text());
  assert.equal(upstream.left, 1);
  const copy = await generate();
  assert.deepEqual([copy.status, (await copy.json()).outcome], [502, "unknown"]);
});
