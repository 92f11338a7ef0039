/** Refusals by `authorize`, and what a page's client makes of each: nothing that was not forwarded may be `unknown`. */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { call, withProxy } from "./support.js";

/** A page's client, whose calls have a key as in a page. */
const pageOf = ({ url }) =>
  new Synthflow({ apiKey: null, baseURL: `${url}/synthflow`, maxRetries: 0, logLevel: "off" });

const place = (client, key = randomUUID()) =>
  client.calls.create(call, { headers: { "idempotency-key": key } }).catch((error) => error);

test("authorize says why: not signed in, not allowed, too many", async () => {
  for (const [result, status, name, detail] of [
    [false, 401, "AuthenticationError", "Unauthorized"],
    [{ refused: 401 }, 401, "AuthenticationError", "Unauthorized"],
    [{ refused: 403 }, 403, "PermissionDeniedError", "Forbidden"],
    [
      { refused: 403, detail: "Your own number only." },
      403,
      "PermissionDeniedError",
      "Your own number only.",
    ],
    [{ refused: 429 }, 429, "RateLimitError", "Too Many Requests"],
    // A user of a table that has such a column is refused rather than accepted.
    [{ id: 7, refused: 403 }, 403, "PermissionDeniedError", "Forbidden"],
    [{ id: 7, status: 403 }, 200],
  ]) {
    await withProxy({ authorize: () => result }, async ({ front, delivered }) => {
      const error = await place(pageOf(front));
      const shown = JSON.stringify(result);
      assert.equal(delivered.length, status === 200 ? 1 : 0, shown);
      if (status === 200) return;
      assert.deepEqual([error.status, error.name, error.body.detail], [status, name, detail], shown);
      assert.equal(error.outcome, "refused", shown);
    });
  }
});

test("a refusal that cannot be read is no permission", async () => {
  for (const result of [
    { refused: 200 },
    { refused: 200, detail: "Welcome" },
    { refused: 500, detail: "Later" },
    { refused: "403" },
    { refused: true },
    { refused: undefined },
    { refused: null, id: 7 },
    { refused: false, id: 7 },
    { refused: 403, detail: { phone: "+14155550199" } },
  ]) {
    await withProxy({ authorize: () => result }, async ({ front, delivered }) => {
      const error = await place(pageOf(front));
      assert.equal(error.status, 500, JSON.stringify(result));
      assert.equal(delivered.length, 0);
    });
  }
});

test("the reason of a refusal is never that of Object.prototype", async () => {
  Object.prototype.refused = 403;
  Object.prototype.detail = "planted";
  try {
    await withProxy({ authorize: () => ({ id: 7 }) }, async ({ front }) => {
      assert.equal((await place(pageOf(front))).call_id, "c");
    });
    await withProxy({ authorize: () => ({ refused: 401 }) }, async (all) => {
      assert.equal((await place(pageOf(all.front))).body.detail, "Unauthorized");
    });
  } finally {
    delete Object.prototype.refused;
    delete Object.prototype.detail;
  }
});

test("what the proxy did not forward, or the API refused, is refused to the page; in doubt it is unknown", async () => {
  const json = { "content-type": "application/json" };
  const fails = () => {
    throw new Error("planted");
  };
  const store = { claim: fails, get: fails, set: fails };
  const refuses = (status) => (_, response) => void response.writeHead(status, json).end('{"detail":"no"}');
  for (const [what, options, respond, status, outcome] of [
    ["not allowed", { allow: ["calls.list"] }, undefined, 405, "refused"],
    ["the API refuses the key of the proxy", {}, refuses(401), 424, "refused"],
    ["the key function throws", { apiKey: fails }, undefined, 424, "refused"],
    ["the API refuses the params", {}, refuses(422), 422, "refused"],
    // Of a copy of a call that was placed, too.
    ["authorize throws", { authorize: fails }, undefined, 503, "unknown"],
    ["the store fails", { store }, undefined, 503, "unknown"],
    ["the API fails", {}, refuses(500), 500, "unknown"],
    ["the connection breaks", {}, (_, response) => void response.destroy(), 502, "unknown"],
  ]) {
    await withProxy(
      options,
      async ({ front }) => {
        const key = randomUUID();
        for (const error of [await place(pageOf(front), key), await place(pageOf(front), key)]) {
          assert.deepEqual([error.status, error.outcome], [status, outcome], what);
          assert.doesNotMatch(error.message, /lacks permission|another region/, what);
          assert.ok((error.message.match(/whether it took effect/g) ?? []).length <= 1, error.message);
        }
      },
      respond,
    );
  }
});

test("a page that was reloaded asks once more with its own idempotency-key: the same response, one call", () =>
  withProxy(
    { authorize: (request) => request.headers.get("cookie") },
    async ({ front, delivered }) => {
      const create = (cookie, key, params = call) =>
        new Synthflow({ apiKey: null, baseURL: `${front.url}/synthflow`, defaultHeaders: { cookie } }).calls
          .create(params, { headers: { "idempotency-key": key } })
          .catch((error) => error);
      const key = randomUUID();
      const left = new AbortController();
      const sent = pageOf(front)
        .calls.create(call, { headers: { "idempotency-key": key, cookie: "ada" }, signal: left.signal })
        .catch((error) => error);
      setTimeout(() => left.abort(), 50);
      assert.equal((await sent).outcome, "unknown");
      // While the first is on its way, and afterwards.
      assert.equal((await create("ada", key)).call_id, "call 0");
      assert.equal((await create("ada", key)).call_id, "call 0");
      assert.equal(delivered.length, 1);
      // The limits: the same params and the same identity.
      assert.equal((await create("ada", key, { ...call, name: "Eve" })).status, 422);
      assert.equal(delivered.length, 1);
      assert.equal((await create("eve", key)).call_id, "call 1");
    },
    async (_, __, index) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { status: "ok", response: { call_id: `call ${index}` } };
    },
  ));

test("what calls.findPlaced sends is what its documentation says, so that a proxy can allow it and no more", () => {
  const full = (_, __, index) => ({
    status: "ok",
    response: {
      calls: [{ call_id: `c${index}`, lead_phone_number: call.phone, start_time: Date.now() }],
      pagination: { total_records: 2, limit: 1, offset: index },
    },
  });
  const documented = ["model_id", "lead_phone_number", "from_date", "to_date", "limit", "offset"];
  const options = { allow: ["calls.list"], fields: { "calls.list": documented } };
  return withProxy(
    options,
    async ({ front, delivered }) => {
      const since = Date.now() - 1000;
      const { calls } = await pageOf(front).calls.findPlaced({ ...call, since, until: Date.now() });
      assert.equal(calls.length, 2);
      const sent = delivered.flatMap(({ url }) => [...new URL(url, "http://a").searchParams.keys()]);
      assert.deepEqual([...new Set(sent)].sort(), [...documented].sort());
    },
    full,
  );
});
