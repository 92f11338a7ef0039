/** What is forwarded, and what is passed back: no header besides those that are needed, and never the key. */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { createProxy } from "synthflow-wasm/proxy";
import { reply } from "../support/server.js";
import { call, KEY, optionsFor, withProxy } from "./support.js";

test("the request gets the key, and none of the headers of the page", () =>
  withProxy({}, async ({ place, delivered }) => {
    await place(undefined, call, {
      authorization: "Bearer of-the-page",
      cookie: "session=1",
      "x-forwarded-for": "1.2.3.4",
      forwarded: "for=1.2.3.4",
      "proxy-authorization": "Basic x",
      "x-evil": "1",
      te: "trailers",
    });
    const { headers } = delivered[0];
    assert.equal(headers.authorization, `Bearer ${KEY}`);
    assert.doesNotMatch(
      JSON.stringify(headers),
      /of-the-page|session=1|1\.2\.3\.4|Basic x|x-evil|trailers|idempotency/,
    );
    assert.equal(headers["content-type"], "application/json");
  }));

test("the key can be a function; an error of it stays here", async () => {
  await withProxy({ apiKey: async () => `${KEY}-2` }, async ({ place, delivered }) => {
    await place();
    assert.equal(delivered[0].headers.authorization, `Bearer ${KEY}-2`);
  });
  const apiKey = () => {
    throw new Error(`vault of ${KEY}`);
  };
  await withProxy({ apiKey }, async ({ place, send, delivered }) => {
    for (const [response, status] of [
      [await place(), 424],
      [await send("GET", "/assistants"), 502],
    ]) {
      assert.equal(response.status, status);
      assert.doesNotMatch(await response.text(), /vault|0123456789/);
    }
    assert.equal(delivered.length, 0);
  });
});

test("the response gets no cookies, no hop-by-hop headers and no headers of the upstream", () => {
  const headers = {
    "set-cookie": "a=1",
    "x-request-id": "r-1",
    "retry-after": "1",
    server: "upstream",
    "access-control-allow-origin": "*",
    "content-security-policy": "none",
    location: "https://evil.example",
    "www-authenticate": "Basic",
    "x-forwarded-for": "10.0.0.1",
    "cache-control": "public, max-age=600",
    "keep-alive": "timeout=99",
  };
  return withProxy(
    {},
    async ({ send, place }) => {
      for (const response of [await send("GET", "/assistants"), await place()]) {
        const names = [...response.headers.keys()].filter(
          (name) => !["date", "connection", "keep-alive", "transfer-encoding"].includes(name),
        );
        assert.deepEqual(names.sort(), [
          "cache-control",
          "content-type",
          "cross-origin-resource-policy",
          "retry-after",
          "vary",
          "x-content-type-options",
          "x-request-id",
        ]);
        assert.equal(response.headers.get("cache-control"), "no-store");
        assert.notEqual(response.headers.get("keep-alive"), "timeout=99");
      }
    },
    (_, response) => void reply(response, 200, { response: {} }, headers),
  );
});

test("a page that comes back instead of JSON is not rendered", () =>
  withProxy(
    {},
    async ({ send, place }) => {
      for (const response of [await send("GET", "/assistants"), await place()]) {
        assert.equal(response.headers.get("content-type"), "text/plain; charset=utf-8");
        assert.equal(response.headers.get("x-content-type-options"), "nosniff");
      }
    },
    (_, response) => void reply(response, 200, "<script>alert(1)</script>", { "content-type": "text/html" }),
  ));

test("errors: a refusal of the API keeps its status and body, a refused key is 424, everything else is above 499", async () => {
  const json = { "content-type": "application/json" };
  const html = { "content-type": "text/html" };
  const detail = { detail: "not here" };
  for (const [status, body, headers, expected, expectedBody] of [
    [400, detail, json, 400, detail],
    [404, detail, json, 404, detail],
    [422, { detail: [{ loc: ["body"], msg: "no", type: "x" }] }, json, 422],
    [429, detail, { ...json, "retry-after": "3600" }, 429, detail],
    [403, "<html>", html, 502],
    [404, "<html>", html, 502],
    [413, "too large", html, 502],
    // The API refused the key of the proxy, not the person at the page.
    [401, { detail: `invalid key ${KEY}` }, json, 424],
    [302, "", { location: "https://evil.example/" }, 502],
    [500, detail, json, 500, detail],
    [503, "<html>", html, 503],
  ]) {
    await withProxy(
      { maxRetries: 0 },
      async ({ send, place, delivered }) => {
        for (const response of [await place(), await send("GET", "/assistants/17x01")]) {
          const text = await response.text();
          assert.equal(response.status, expected, `${status} ${text}`);
          if (expectedBody) assert.deepEqual(JSON.parse(text), expectedBody);
          assert.ok("detail" in JSON.parse(text));
          assert.equal(response.headers.get("retry-after"), headers["retry-after"] ?? null);
          assert.ok(!text.includes("0123456789"), text);
        }
        assert.equal(delivered.length, 2, `${status}`);
      },
      (_, response) => void reply(response, status, body, headers),
    );
  }
});

test("no error has the key, however the upstream repeats it", async () => {
  for (const echo of [KEY, `Bearer ${KEY}`, encodeURIComponent(KEY), `${"a".repeat(190)}${KEY}`]) {
    for (const [status, type] of [
      [400, "application/json"],
      [401, "application/json"],
      [422, "application/json"],
      [500, "application/json"],
      [500, "text/html"],
      [404, "text/html"],
    ]) {
      const body = type === "text/html" ? `<html>${echo}` : { detail: { description: echo, [echo]: 1 } };
      await withProxy(
        { maxRetries: 0 },
        async ({ place, send }) => {
          for (const response of [await place(), await send("GET", "/assistants/17x01")]) {
            const all = (await response.text()) + JSON.stringify([...response.headers]);
            assert.ok(!all.includes("0123456789abcdef"), all);
          }
        },
        (_, response) => void reply(response, status, body, { "content-type": type, "x-request-id": echo }),
      );
    }
  }
});

test("what is logged by default has neither the key nor personal data", async (context) => {
  const lines = [];
  context.mock.method(console, "error", (...args) => lines.push(args.join(" ")));
  await withProxy(
    { maxRetries: 0, onError: undefined },
    async ({ place }) => place(),
    (_, response) => void reply(response, 500, { detail: `${KEY} ${call.phone}` }),
  );
  assert.deepEqual(lines, ["synthflow-wasm proxy: calls.create: InternalServerError, 500, unknown"]);
});

test("an error of authorize or of a store is logged in one line, without what it quotes", async (context) => {
  const lines = [];
  context.mock.method(console, "error", (...args) => lines.push(args.join(" ")));
  const failing = (thrown) => () => {
    throw thrown;
  };
  const name = Object.assign(new Error("x"), { name: "Odd\nsynthflow-wasm proxy: forged" });
  const coded = Object.assign(new Error(`first\n    at ${KEY}\n  at ${KEY}`), { code: `no ${KEY}` });
  const all = [new TypeError(`no ${KEY}\nforged line`), name, coded, `text ${KEY}`, undefined, { stack: 5 }];
  for (const thrown of all)
    await withProxy({ authorize: failing(thrown), onError: undefined }, ({ place }) => place());
  const claim = failing(new Error(`redis://user:${KEY}@host`));
  const store = { claim, get: claim, set: claim };
  await withProxy({ store, onError: undefined }, ({ place }) => place());
  assert.equal(lines.length, 7);
  for (const line of lines) {
    assert.match(line, /^synthflow-wasm proxy: calls\.create: [^\n]+$/);
    assert.ok(!line.includes(KEY), line);
  }
  assert.match(lines[0], /: TypeError, at .*forward\.test\.js/);
});

test("what authorize or a store should not have returned is logged with what is expected", async (context) => {
  const lines = [];
  context.mock.method(console, "error", (...args) => lines.push(args.join(" ")));
  await withProxy({ authorize: () => ({ name: KEY }), onError: undefined }, ({ place }) => place());
  const claim = async () => 5;
  const store = { claim, get: claim, set: claim };
  await withProxy({ store, onError: undefined }, ({ place }) => place());
  assert.match(lines[0], /: authorize: expected true, an id, an object with an id, false, or/);
  assert.match(lines[1], /: proxy option store: expected the stored text, or null/);
  assert.ok(!lines.join().includes(KEY));
});

test("a call is delivered at most once, whatever the connection does; after a 429 it is retried", async () => {
  for (const respond of [
    (_, response) => void response.destroy(),
    (_, response) => void response.socket.resetAndDestroy(),
    (_, response) => void response.writeHead(503).end("{}"),
    (_, response) => void response.writeHead(408).end("{}"),
  ]) {
    await withProxy(
      {},
      async ({ place, delivered }) => {
        const response = await place();
        assert.ok(response.status >= 500, String(response.status));
        assert.equal((await response.json()).outcome ?? "unknown", "unknown");
        assert.equal(delivered.length, 1);
      },
      respond,
    );
  }
  await withProxy(
    {},
    async ({ place, delivered }) => {
      assert.equal((await place()).status, 200);
      assert.equal(delivered.length, 2);
    },
    (_, response, index) =>
      index === 0
        ? reply(response, 429, { detail: "slow down" }, { "retry-after": "0" })
        : { response: { call_id: "c" } },
  );
});

test("no upstream: a call is reported as not sent, and a page reads that as a refusal", async () => {
  const proxy = createProxy(optionsFor({ url: "http://127.0.0.1:9" }, { maxRetries: 0 }));
  const request = new Request("http://a.example/synthflow/calls", {
    method: "POST",
    body: JSON.stringify(call),
    headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
  });
  const response = await proxy(request);
  // Where the upstream is stays here.
  const body = { detail: "the proxy could not send the request", outcome: "not-sent" };
  assert.deepEqual([response.status, await response.json()], [424, body]);
});
