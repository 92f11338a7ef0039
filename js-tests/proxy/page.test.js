/** A page in Chromium: what it reads by the statuses of the proxy, and a reload while a call is being placed. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { test } from "node:test";
import { createNodeHandler, createProxy } from "synthflow-wasm/proxy";
import { launch, skip } from "../support/browser.js";
import { startServer } from "../support/server.js";
import { call, optionsFor } from "./support.js";

const page = `<!doctype html><meta charset="utf-8"><script type="module">
import { Synthflow } from "/pkg/index.js";
const client = new Synthflow({ apiKey: null, baseURL: "/synthflow", logLevel: "off", maxRetries: 0 });
globalThis.place = (params, headers) =>
  client.calls.create(params, { headers }).then(
    ({ call_id }) => ({ call_id }),
    ({ status, outcome, message, body }) => ({ status, outcome, message, detail: body?.detail }),
  );
</script>`;

/** Serves the page and a proxy, and opens the page. */
const withPage = async (options, respond, run) => {
  const upstream = await startServer(respond);
  const handler = createNodeHandler(createProxy(optionsFor(upstream, options)));
  const keys = [];
  const server = createServer((request, response) => {
    const { url, headers } = request;
    if (url.startsWith("/synthflow/")) {
      keys.push(headers["idempotency-key"]);
      return handler(request, response);
    }
    const isModule = /^\/pkg\/[\w-]+\.js$/.test(url);
    response.setHeader("content-type", isModule ? "text/javascript" : "text/html");
    response.end(isModule ? readFileSync(new URL(`../..${url}`, import.meta.url)) : page);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    const open = async () => {
      await tab.goto(`http://127.0.0.1:${server.address().port}/`);
      await tab.waitForFunction(() => globalThis.place);
    };
    const place = (params = call, headers = {}) =>
      tab.evaluate(([params, headers]) => globalThis.place(params, headers), [params, headers]);
    await open();
    return await run({ place, open, keys, delivered: upstream.delivered });
  } finally {
    await browser.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await upstream.close();
  }
};

test("the table of docs/proxy.md: what the outcome of a call is in a page, by the status of the proxy", {
  skip,
}, async () => {
  let result;
  let reply;
  const authorize = () => (result instanceof Error ? Promise.reject(result) : result);
  const respond = (_, response) =>
    void response.writeHead(reply, { "content-type": "application/json" }).end('{"detail":"no"}');
  const options = { authorize, maxRetries: 0, fields: undefined, maxBodySize: 500 };
  await withPage(options, respond, async ({ place, delivered }) => {
    for (const [status, outcome, given, params = call] of [
      [401, "refused", false],
      [403, "refused", { refused: 403 }],
      [429, "unknown", { refused: 429 }],
      [503, "unknown", new Error("planted")],
      [500, "unknown", { name: "Sam" }],
      [422, "refused", true, { ...call, prompt: "Hi" }],
      [413, "refused", true, { ...call, name: "a".repeat(500) }],
    ]) {
      result = given;
      const found = await place(params);
      assert.deepEqual([found.status, found.outcome], [status, outcome], found.message);
      assert.equal(delivered.length, 0);
      assert.equal(found.message.includes("may have been placed"), outcome === "unknown");
    }
    result = true;
    for (const [status, outcome, of] of [
      [400, "refused", 400],
      [404, "refused", 404],
      [424, "refused", 401],
      [429, "unknown", 429],
      [500, "unknown", 500],
      [502, "unknown", 302],
    ]) {
      reply = of;
      const found = await place();
      assert.deepEqual([found.status, found.outcome], [status, outcome], found.message);
    }
  });
});

test("an operation that is not allowed is a refusal in a page, not one of the API key", { skip }, () =>
  withPage({ allow: ["calls.list"] }, undefined, async ({ place }) => {
    const { status, outcome, message } = await place();
    assert.deepEqual([status, outcome], [405, "refused"]);
    assert.match(message, /does not allow calls\.create/);
    assert.doesNotMatch(message, /key|placed/);
  }),
);

test("a page is reloaded while it calls: with its own idempotency-key it gets the response, and one call is placed", {
  skip,
}, () => {
  const slowly = async (_, __, index) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { status: "ok", response: { call_id: `call ${index}` } };
  };
  return withPage({}, slowly, async ({ place, open, keys, delivered }) => {
    const headers = { "idempotency-key": "of-the-page-0123" };
    const left = place(call, headers).catch(() => "the page has left");
    while (delivered.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await open();
    assert.equal(await left, "the page has left");
    assert.deepEqual(await place(call, headers), { call_id: "call 0" });
    await open();
    assert.deepEqual(await place(call, headers), { call_id: "call 0" });
    assert.equal(delivered.length, 1);
    assert.deepEqual(new Set(keys), new Set(["of-the-page-0123"]));
    assert.equal((await place({ ...call, name: "Eve" }, headers)).status, 422);
    assert.deepEqual(await place(), { call_id: "call 1" });
  });
});
