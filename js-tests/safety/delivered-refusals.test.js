/**
 * Which responses are refusals, and which creations are successes: S34, S38.
 *
 * Length: each body of those who are not the API, and each of the API.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mock, test } from "node:test";
import { APIError, APIResponseError, RateLimitError, Synthflow } from "synthflow-wasm";
import * as slim from "synthflow-wasm/slim";
import { operations } from "../../pkg-template/generated/operations.js";
import { rejection, reply, withServer } from "../support/server.js";
import { call, creating, forEach, isUnknown, repeating, withGlobal } from "./support.js";

// The shortest pauses between attempts.
mock.method(Math, "random", () => 0);

const STATUSES = [400, 401, 403, 404, 405, 409, 413, 422, 425, 429, 431, 451, 499];

/** Response bodies of proxies and gateways. */
const foreign = {
  HTML: "<html><h1>Too Many Requests</h1></html>",
  text: "slow down",
  "an empty body": "",
  "a string of JSON": '"Too Many Requests"',
  "an array of JSON": '["detail"]',
  "a number of JSON": "429",
  null: "null",
  "an empty object": "{}",
  "JSON of AWS": { message: "Too Many Requests" },
  "JSON of Cloudflare": { success: false, errors: [{ code: 1015, message: "rate limited" }] },
  "JSON of Azure": { statusCode: 429, message: "Rate limit is exceeded." },
  "JSON of Google": { error: { code: 429, message: "Quota exceeded", status: "RESOURCE_EXHAUSTED" } },
  "problem details": { type: "about:blank", title: "Too Many Requests", status: 429, detail: "limit" },
  "problem details without a title": { detail: "limit", instance: "/v2/calls" },
  "JSON of Nest": { statusCode: 429, error: "Conflict", message: "Rate limit exceeded" },
  "JSON of Spring": {
    timestamp: "2026-11-28T00:00:00Z",
    status: 429,
    error: "Conflict",
    message: "no",
    path: "/",
  },
  "an error that is no slug": { error: "Too Many Requests", message: "slow down" },
  "an error that is true": { error: true, message: "blocked" },
  "an error that is null": { error: null, message: "blocked" },
  "an error with a message that is none": { error: "blocked", message: { text: "no" } },
  "a detail that is null": { detail: null },
  "a detail that is a number": { detail: 7 },
  "a detail that is an empty list": { detail: [] },
  "a detail that is an empty string": { detail: "" },
  "a status alone": { status: "error" },
  "truncated JSON of the API": '{"detail": "no',
  "HTML that names a field": '<html>{"detail":"no"}</html>',
  "the id of the call it placed": { detail: "limit reached", call_id: "c1" },
  "the id of the call in an envelope": { status: "error", response: { call_id: "c1" }, detail: "late" },
  "the id of the call in its detail": { detail: { msg: "late", call_id: "c1" } },
  "the id of the call in a list": { detail: "late", data: { calls: [{ call_id: "c1" }] } },
};

test("S38: the id of a creation is found next to a long text", async () => {
  const transcript = "x".repeat(2_000_000);
  const fetch = async () => Response.json({ response: { transcript, call_id: "c", eta: { transcript } } });
  const client = new Synthflow({ apiKey: "test", fetch, logLevel: "off" });
  assert.equal((await client.calls.create(call)).call_id, "c");
});

for (const [what, body] of Object.entries(foreign)) {
  test(`S34: a 4xx with ${what} is no refusal of the API: one delivery, unknown`, async () => {
    let status;
    const respond = (_, response) => reply(response, status, body, { "retry-after": "0" });
    await withServer(respond, async ({ client, delivered }) => {
      for (status of STATUSES) {
        const before = delivered.length;
        const error = await rejection(client({ maxRetries: 3 }).calls.create(call));
        isUnknown(error, `${status}`);
        assert.ok(error instanceof APIError);
        assert.equal(error.status, status);
        assert.match(error.message, /the call may have been placed/);
        assert.equal(delivered.length - before, 1, `${status}`);
      }
    });
  });
}

test("S34: the same for every call form, with client and request options, and for the slim entry", async () => {
  slim.initSync(readFileSync(new URL("../../pkg/synthflow_bg.wasm", import.meta.url)));
  const respond = (_, response) => reply(response, 429, foreign.HTML, { "content-type": "text/html" });
  await withServer(respond, async ({ url, client, delivered }) => {
    const ofSlim = new slim.Synthflow({ apiKey: "k", baseURL: url, logLevel: "off", maxRetries: 3 });
    await forEach(creating, async (send, name) => {
      const before = delivered.length;
      isUnknown(await rejection(send(client({ maxRetries: 3 }))), name);
      isUnknown(await rejection(send(client(), { maxRetries: 3 })), name);
      const error = await rejection(send(ofSlim));
      assert.deepEqual([error.outcome, error.attempts], ["unknown", 1], name);
      assert.equal(delivered.length - before, 3, name);
    });
  });
});

test("S34: a 407, which Node's own fetch takes for a broken connection: one delivery, unknown", async () => {
  for (const body of [foreign.HTML, { detail: "no" }]) {
    const respond = (_, response) => reply(response, 407, body, { "proxy-authenticate": "Basic" });
    await withServer(respond, async ({ client, delivered }) => {
      isUnknown(await rejection(client({ maxRetries: 3 }).calls.create(call)), "407");
      assert.equal(delivered.length, 1);
    });
  }
});

test("S34: what may be repeated is retried after such a 429 and 408, not after the others", async () => {
  for (const status of [403, 404, 408, 413, 429]) {
    const times = status === 408 || status === 429 ? 2 : 1;
    await withServer(
      (_, response) => reply(response, status, foreign.HTML),
      async ({ client, delivered }) => {
        await forEach(repeating, async (send, name) => {
          const before = delivered.length;
          const error = await rejection(send(client({ maxRetries: 1 })));
          assert.equal(delivered.length - before, times, `${status} ${name}`);
          assert.equal(error.attempts, times);
        });
      },
    );
  }
});

test("S34: JSON that is said to be HTML, or problem details, is no refusal of the API", async () => {
  for (const type of ["text/html", "application/problem+json"]) {
    const respond = (_, response) => reply(response, 429, { detail: "no" }, { "content-type": type });
    await withServer(respond, async ({ client, delivered }) => {
      isUnknown(await rejection(client({ maxRetries: 3 }).calls.create(call)));
      assert.equal(delivered.length, 1, type);
    });
  }
});

const ofTheApi = {
  "a detail": { detail: "no" },
  "details of fields": { detail: [{ loc: ["body", "phone"], msg: "bad", type: "value_error" }] },
  "a category": { detail: { category: "quota", message: "no" } },
  "a detail and a status": { detail: "no", status: "failed" },
  "the gateway's": { error: "rate_limited", message: "no" },
  "an envelope": { status: "error", response: "no" },
};

test("S34: the API's own refusals are refusals, and its 429 is retried", async () => {
  for (const [what, body] of Object.entries(ofTheApi)) {
    for (const status of [400, 403, 404, 422, 429]) {
      const respond = (_, response) => reply(response, status, body);
      await withServer(respond, async ({ client, delivered }) => {
        const error = await rejection(client({ maxRetries: 1 }).calls.create(call));
        assert.equal(error.outcome, "refused", `${status} ${what}`);
        assert.equal(delivered.length, status === 429 ? 2 : 1, `${status} ${what}`);
        assert.doesNotMatch(error.message, /may have/);
        if (status === 429) assert.ok(error instanceof RateLimitError);
      });
    }
  }
});

test("S34: a 429 that says as well that the request succeeded is no refusal: it is not retried", async () => {
  for (const body of [
    { success: true, detail: "queued" },
    { ok: true, detail: "queued" },
    { status: "ok", detail: "queued" },
    { status: "success", error: "a", message: "b" },
    { status: "OK", detail: "queued" },
    { status: "Successful", detail: "queued" },
    { status: "queued", detail: "queued" },
    { detail: "queued", calls: ["c1"] },
    { detail: "queued", call: "c1" },
    { detail: "queued", id: "c1" },
    { detail: "queued", _id: "c1" },
    { detail: "queued", data: { call_ids: ["c1"] } },
    { detail: "queued", ids: ["c1"] },
    { status: "error", message: "queued", call: { callId: "c1" } },
    { status: "ok", response: { answer: "queued" }, detail: "x" },
    { response: {}, error: "a", message: "b" },
  ]) {
    const respond = (_, response) => reply(response, 429, body, { "retry-after": "0" });
    await withServer(respond, async ({ client, delivered }) => {
      assert.equal((await rejection(client().calls.create(call))).outcome, "unknown");
      assert.equal(delivered.length, 1);
    });
  }
});

test("S34: a 400 that names a call as it is named nowhere in the params is no refusal", async () => {
  for (const body of [
    { detail: "no", call: { callId: "c1" } },
    { detail: "no", call_ids: ["c1"] },
  ]) {
    await withServer(
      (_, response) => reply(response, 400, body),
      async ({ client, delivered }) => {
        assert.equal((await rejection(client().calls.create(call))).outcome, "unknown");
        assert.equal(delivered.length, 1);
      },
    );
  }
});

test("S36: in a page a 409 or 429 may be the response to a copy that the browser sent: unknown, not retried", async () => {
  let status;
  const respond = (_, response) => reply(response, status, { detail: "no" }, { "retry-after": "0" });
  await withServer(respond, async ({ url, delivered }) => {
    await withGlobal("window", { document: {} }, async () => {
      const client = new Synthflow({ apiKey: null, baseURL: `${url}/v2`, logLevel: "off" });
      for (const [code, outcome] of [
        [409, "unknown"],
        [429, "unknown"],
        [422, "refused"],
        [404, "refused"],
      ]) {
        status = code;
        const before = delivered.length;
        const error = await rejection(client.calls.create(call));
        assert.deepEqual([error.outcome, delivered.length - before], [outcome, 1], `${code}`);
      }
      status = 429;
      const before = delivered.length;
      assert.equal((await rejection(client.agents.get("m"))).outcome, "refused");
      assert.equal(delivered.length - before, 3);
    });
  });
});

test("S34: one foreign 429 after one of the API's makes the outcome unknown", async () => {
  const respond = (_, response, index) =>
    reply(response, 429, index === 0 ? ofTheApi["a detail"] : foreign.HTML);
  await withServer(respond, async ({ client, delivered }) => {
    const error = await rejection(client({ maxRetries: 5 }).calls.create(call));
    assert.deepEqual([error.outcome, error.attempts, delivered.length], ["unknown", 2, 2]);
  });
});

/** What creates something that gets an id: the methods of these names. */
const creations = operations.filter(({ name }) =>
  /\.(create|createOutbound|importCustom|start|startWebSocketMedia)$/.test(name),
);

/** Responses of a good status that do not say what was created. */
const empty = {
  null: [200, "null"],
  "an array": [200, "[]"],
  "an object": [200, "{}"],
  "no content": [204, undefined],
  "an empty body": [200, ""],
  "an empty body, created": [201, ""],
  "white space": [200, " \n"],
  "an empty envelope": [200, { status: "ok" }],
  "an envelope of null": [200, { status: "ok", response: null }],
  "an envelope of text": [200, { status: "ok", response: "Successful" }],
  "an envelope of an array": [200, { status: "ok", response: [] }],
  "a number": [200, "7"],
  text: [200, '"ok"'],
  true: [200, "true"],
  "ids of nothing": [
    200,
    { call_id: null, id: null, model_id: "", key: "", callId: {}, sid: [], chat_id: false },
  ],
};

const methodOf = (client, name) => name.split(".").reduce((place, step) => place[step], client);

test("S38: the creations are found", () => {
  const names = creations.map(({ name }) => name);
  for (const name of ["calls.create", "agents.create", "contacts.create", "chats.createOutbound"]) {
    assert.ok(names.includes(name), name);
  }
  assert.ok(names.length >= 18, names.join());
});

for (const [what, [status, body]] of Object.entries(empty)) {
  test(`S38: a creation with the response ${what} is no success`, async () => {
    const respond = (_, response) => {
      if (status !== 204) return reply(response, status, body);
      response.writeHead(204).end();
    };
    await withServer(respond, async ({ client, delivered }) => {
      const one = client({ validation: "off" });
      for (const { name, path } of creations) {
        const before = delivered.length;
        const ids = [...path.matchAll(/\{/g)].map(() => "x");
        const error = await rejection(methodOf(one, name)(...ids, {}));
        assert.ok(error instanceof APIResponseError, `${name}: ${error.stack}`);
        isUnknown(error, name);
        assert.equal(error.status, status, name);
        assert.equal(delivered.length - before, 1, name);
      }
      isUnknown(await rejection(one.calls.create(call).withResponse()), "withResponse");
    });
  });
}

test("S38: a creation with an id in it is a success, wrapped or not, whatever the good status", async () => {
  for (const [status, body] of [
    [200, { call_id: "c" }],
    [201, { status: "ok", response: { call_id: "c" } }],
    [202, { response: { call_id: "c", more: 1 } }],
  ]) {
    const respond = (_, response) => reply(response, status, body);
    await withServer(respond, async ({ client }) => {
      assert.equal((await client().calls.create(call)).call_id, "c");
    });
  }
});

test("S34: the id of what was created is found where a header has its name as a secret", async () => {
  const detail = { detail: "too many requests", model_id: "agent-0123456789" };
  await withServer(
    (_, response) => reply(response, 429, detail),
    async ({ client, delivered }) => {
      const headers = { cookie: "model_id=last-viewed-agent; a=b" };
      const params = { type: "widget", name: "A", agent: { prompt: "a" } };
      const error = await rejection(client().agents.create(params, { headers }));
      isUnknown(error);
      assert.equal(delivered.length, 1);
    },
  );
});
