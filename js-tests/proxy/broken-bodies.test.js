/** Bodies of responses that break off, are no bytes, or say that they are something else than JSON. */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { createProxy } from "synthflow-wasm/proxy";
import { optionsFor, withProxy } from "./support.js";

test("the reason why a body breaks off is reported once; that a page has left is not", async () => {
  const broken = (_, response) =>
    void response.writeHead(200).write('{"status":', () => setTimeout(() => response.destroy(), 50));
  const stall = (_, response) => void response.writeHead(200).write('{"status":');
  const generate = (send) =>
    send("POST", "/simulation_cases/generate", {
      body: { prompt: "p", agent_id: "a" },
      headers: { "idempotency-key": randomUUID() },
    });
  for (const respond of [broken, stall]) {
    for (const request of [(send) => send("GET", "/assistants"), generate]) {
      const reported = [];
      const onError = (error, { operation }) => reported.push([operation, error instanceof Error]);
      await withProxy(
        { timeout: 300, onError, validation: "off" },
        async ({ send }) => {
          const response = await request(send);
          await assert.rejects(response.text());
          assert.equal(reported.length, 1, JSON.stringify(reported));
          assert.equal(reported[0][1], true);
        },
        respond,
      );
    }
  }
  const reported = [];
  await withProxy(
    { onError: (error) => reported.push(error) },
    async ({ send }) => {
      const controller = new AbortController();
      const response = await send("GET", "/assistants", { signal: controller.signal });
      const reading = response.text().catch(() => {});
      controller.abort();
      await reading;
      await new Promise((resolve) => setTimeout(resolve, 200));
      assert.deepEqual(reported, []);
    },
    stall,
  );
});

test("a body of texts, by a fetch of the server's own, is an error: texts have no size and no end", async () => {
  let chunks = 0;
  const body = () =>
    new ReadableStream({
      pull: (controller) => {
        chunks += 1;
        controller.enqueue("x".repeat(2 ** 20));
      },
    });
  const fetch = async () => ({ ok: true, status: 200, headers: new Headers(), body: body() });
  const proxy = createProxy(optionsFor({ url: "http://127.0.0.1:9" }, { fetch, timeout: 2000 }));
  const headers = { "idempotency-key": randomUUID(), "content-type": "application/json" };
  const text = JSON.stringify({ model_id: "m", name: "Sam", phone: "+14155550100" });
  const host = "https://app.example";
  const placed = await proxy(
    new Request(`${host}/synthflow/calls`, {
      method: "POST",
      headers: { ...headers, origin: host },
      body: text,
    }),
  );
  assert.deepEqual([placed.status, (await placed.json()).outcome], [502, "unknown"]);
  const read = await proxy(new Request(`${host}/synthflow/assistants`));
  await assert.rejects(read.text());
  assert.ok(chunks < 20, `${chunks} chunks`);
});

const TYPES = [
  ["application/json", "application/json"],
  ["application/json; charset=utf-8", "application/json"],
  ["application/json, text/html", "text/plain; charset=utf-8"],
  ["application/json; x=,text/html", "application/json"],
  ["application/jsonp", "text/plain; charset=utf-8"],
  ["text/html", "text/plain; charset=utf-8"],
];

for (const [given, expected] of TYPES) {
  test(`what a response says it is, ${given}, is ${expected} for a page`, () =>
    withProxy(
      {},
      async ({ send }) => {
        const response = await send("GET", "/assistants");
        assert.equal(response.headers.get("content-type"), expected);
        await response.text();
      },
      (_, response) => {
        response.writeHead(200, { "content-type": given });
        response.end("{}");
      },
    ));
}
