/** `onRequest` and `onResponse`: every attempt, without what is secret or personal. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { createSandbox } from "synthflow-wasm/sandbox";
import { rejection, reply, withServer } from "../support/server.js";

const KEY = "secret-key-1234567890";
const PHONE = "+14155550123";

/** The options of a client whose hooks write what they get into a list. */
const noted = () => {
  const all = [];
  const onRequest = (info) => all.push(["request", info]);
  const onResponse = (info) => all.push(["response", info]);
  return { all, options: { apiKey: KEY, region: "us", onRequest, onResponse } };
};

test("each attempt, in order, with its status and duration", async () => {
  const { all, options } = noted();
  await withServer(
    (_, response, index) => {
      if (index === 0) return reply(response, 503, {});
      const detail = { "x-request-id": `r-${index}` };
      return reply(response, 200, { response: { assistants: [{ model_id: "a" }] } }, detail);
    },
    async (server) => {
      await server.client({ ...options, region: undefined }).agents.get("an-id-of-somebody");
    },
  );
  const about = { operation: "agents.get", method: "GET", path: "/assistants/{model_id}" };
  const [first, failed, second, last] = all.map(([, info]) => info);
  assert.deepEqual(
    all.map(([name]) => name),
    ["request", "response", "request", "response"],
  );
  assert.deepEqual(first, { ...about, attempt: 1 });
  assert.deepEqual(second, { ...about, attempt: 2 });
  const { durationMs, ...rest } = failed;
  assert.ok(Number.isInteger(durationMs) && durationMs >= 0);
  const missing = { error: undefined, outcome: undefined, requestId: undefined };
  assert.deepEqual(rest, { ...about, attempt: 1, status: 503, ...missing, outcome: "unknown" });
  assert.deepEqual(
    { ...last, durationMs: 0 },
    { ...about, attempt: 2, status: 200, ...missing, requestId: "r-1", durationMs: 0 },
  );
  for (const info of [first, last]) {
    assert.equal(Object.getPrototypeOf(info), Object.prototype);
    assert.ok(Object.isFrozen(info));
  }
});

test("without a response: the class of the error, and what happened", async () => {
  for (const [fetch, error, overrides] of [
    [() => Promise.reject(new TypeError("no")), "APIConnectionError"],
    [() => new Promise(() => {}), "APITimeoutError", { timeout: 20 }],
    [async () => ({}), "APIResponseError"],
  ]) {
    const { all, options } = noted();
    const client = new Synthflow({ ...options, fetch, ...overrides });
    await rejection(client.calls.create({ model_id: "a", name: "Sam", phone: PHONE }));
    const [, { status, error: name, outcome }] = all.at(-1);
    assert.deepEqual([all.length, status, name, outcome], [2, undefined, error, "unknown"]);
  }
});

test("an abort ends an attempt; nothing is reported of what was never sent", async () => {
  const { all, options } = noted();
  const controller = new AbortController();
  const fetch = () => new Promise(() => setTimeout(() => controller.abort(), 5));
  const client = new Synthflow({ ...options, fetch });
  await rejection(client.agents.list({}, { signal: controller.signal }));
  assert.deepEqual(
    all.map(([name, { error }]) => [name, error]),
    [
      ["request", undefined],
      ["response", "APIAbortError"],
    ],
  );
  all.length = 0;
  await rejection(client.agents.list({}, { signal: controller.signal }));
  await rejection(client.calls.create({ phone: "4155550123" }));
  await rejection(new Synthflow({ ...options, apiKey: () => Promise.reject("no") }).agents.list());
  assert.deepEqual(all, []);
});

test("no key, id, phone number or body, whatever the server says", async () => {
  const secrets = [KEY, PHONE, "14155550123", "an-id-of-somebody", "Sam Smith", "own-header-secret-1"];
  await withServer(
    ({ headers, url }, response, index) => {
      const authorization = headers.authorization ?? "";
      const body = { detail: { message: authorization, phone: PHONE, url } };
      const echoed = { "x-request-id": index % 2 ? authorization : headers["x-api-key"] };
      return reply(response, [200, 400, 429, 503][index % 4], body, echoed);
    },
    async (server) => {
      const { all, options } = noted();
      const defaultHeaders = { "x-api-key": "own-header-secret-1" };
      const client = server.client({ ...options, region: undefined, maxRetries: 1, defaultHeaders });
      const call = { model_id: "an-id-of-somebody", name: "Sam Smith", phone: PHONE };
      for (let round = 0; round < 4; round += 1) {
        await client.agents.get("an-id-of-somebody").catch(() => {});
        await client.calls.create(call).catch(() => {});
        await client.calls.list({ model_id: "an-id-of-somebody", lead_phone_number: PHONE }).catch(() => {});
        await client.request("GET", `/people/${encodeURIComponent(PHONE)}`).catch(() => {});
      }
      assert.ok(all.length > 32, `${all.length}`);
      const text = JSON.stringify(all);
      for (const secret of secrets) assert.ok(!text.includes(secret), secret);
      assert.ok(all.some(([, { operation, path }]) => operation === "client.request" && path === "…"));
      const names = "operation method path attempt status error outcome requestId durationMs".split(" ");
      assert.deepEqual([...new Set(all.flatMap(([, info]) => Object.keys(info)))].sort(), [...names].sort());
    },
  );
});

test("a redirect is an attempt of its own", async () => {
  const { all, options } = noted();
  const found = { response: { assistants: [] } };
  const moved = (url) => new Response(null, { status: 307, headers: { location: `${url}/` } });
  const plain = async (url) => (url.split("?")[0].endsWith("/") ? Response.json(found) : moved(url));
  const slashed = async (url) =>
    url.split("?")[0].endsWith("/")
      ? new Response(null, { status: 307, headers: { location: url.replace(/\/(?=$|\?)/, "") } })
      : Response.json(found);
  for (const fetch of [plain, slashed]) await new Synthflow({ ...options, fetch }).agents.list();
  const opaque = { type: "opaqueredirect", status: 0 };
  let count = 0;
  const once = async () => (count++ === 0 ? opaque : Response.json(found));
  await new Synthflow({ ...options, fetch: once }).agents.list();
  const ends = all.filter(([name]) => name === "response").map(([, info]) => info.status ?? info.error);
  assert.deepEqual(ends, [200, 307, 200, "redirected", 200]);
});

test("what a hook throws or rejects with is an error in the log; the request goes on", async () => {
  const sandbox = createSandbox();
  const unhandled = [];
  const note = (error) => unhandled.push(error);
  process.on("unhandledRejection", note);
  for (const [level, count] of [
    ["error", 2],
    ["off", 0],
  ]) {
    for (const fail of [
      () => Promise.reject(new Error(KEY)),
      () => {
        throw new Error(KEY);
      },
    ]) {
      const lines = [];
      const write = (line) => lines.push(line);
      const logger = { error: write, warn: write, info: write, debug: write };
      const hooks = { onRequest: fail, onResponse: fail, logger, logLevel: level };
      const client = new Synthflow({ apiKey: KEY, region: "us", fetch: sandbox.fetch, ...hooks });
      assert.equal((await client.agents.list()).total, 3);
      await new Promise((resolve) => setTimeout(resolve, 5));
      const expected = ["the onRequest callback failed", "the onResponse callback failed"];
      assert.deepEqual(lines, expected.slice(0, count));
    }
  }
  process.off("unhandledRejection", note);
  assert.deepEqual(unhandled, []);
});

test("a hook is neither waited for nor given the options, and cannot change the request", async () => {
  const sandbox = createSandbox();
  const seen = [];
  const onRequest = function (info) {
    seen.push(this, Object.isFrozen(info));
    return new Promise(() => {});
  };
  const options = { apiKey: KEY, region: "us", fetch: sandbox.fetch, logLevel: "off" };
  const client = new Synthflow({ ...options, onRequest });
  assert.equal((await client.agents.list()).total, 3);
  assert.deepEqual(seen, [undefined, true]);
  assert.equal(sandbox.requests.length, 1);
});

test("a hook may use the client", async () => {
  const sandbox = createSandbox();
  let inner;
  const options = { apiKey: KEY, region: "us", fetch: sandbox.fetch };
  const client = new Synthflow({
    ...options,
    onRequest: ({ operation }) => {
      if (operation === "agents.list") inner = client.voices.list({ workspace: "sandbox" });
    },
  });
  assert.equal((await client.agents.list()).total, 3);
  assert.ok((await inner).data.length > 0);
});

test("one hook alone; a client that is derived has them; null is none; anything else is refused", async () => {
  const sandbox = createSandbox();
  const options = { apiKey: KEY, region: "us", fetch: sandbox.fetch };
  for (const name of ["onRequest", "onResponse"]) {
    const seen = [];
    const client = new Synthflow({ ...options, [name]: (info) => seen.push(info.operation) });
    await client.withOptions({ timeout: 5000 }).agents.list();
    await client.withOptions({ [name]: null }).agents.list();
    assert.deepEqual(seen, ["agents.list"]);
    for (const wrong of ["log", {}, 5, true]) {
      assert.throws(
        () => new Synthflow({ ...options, [name]: wrong }),
        new RegExp(`client option ${name}: expected a function, got `),
      );
    }
  }
});

test("S4: an abort by onRequest is one before the request was sent; after a refusal it is refused", async () => {
  for (const [at, outcome] of ["not-sent", "refused"].entries()) {
    const controller = new AbortController();
    let sent = 0;
    const fetch = async () => {
      sent += 1;
      return Response.json({ detail: "later" }, { status: 429, headers: { "retry-after": "0" } });
    };
    let attempts = 0;
    const onRequest = () => attempts++ === at && controller.abort();
    const client = new Synthflow({ apiKey: KEY, region: "us", fetch, onRequest, logLevel: "off" });
    const { signal } = controller;
    const error = await rejection(
      client.calls.create({ model_id: "m", name: "S", phone: "+14155550100" }, { signal }),
    );
    assert.deepEqual([error.name, error.outcome, sent], ["APIAbortError", outcome, at]);
  }
});
