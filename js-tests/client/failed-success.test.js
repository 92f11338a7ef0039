/** Bodies of status 200 that say that the request failed, and lists that repeat themselves although nothing in them is equal. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { rejection } from "../support/server.js";

/** A client whose API has one body for all, and how many requests there were. */
const responding = (body) => {
  const state = { requests: 0 };
  const fetch = async () => {
    state.requests += 1;
    return Response.json(body());
  };
  return [new Synthflow({ apiKey: "test", region: "us", fetch, logLevel: "off" }), state];
};

const failures = [
  { success: false, message: "Insufficient balance" },
  { status: "failed" },
  { status: "Failed" },
  { status: "ERROR" },
  { status: "failure", message: "m" },
  { status: "failed", response: {} },
  { status: "fail", response: { calls: [{ call_id: "c" }] } },
  { ok: false },
  { ok: "false", message: "m" },
  { success: "false", message: "Rate limited" },
  { success: 0, message: "m" },
  { detail: "Not found" },
  { detail: { status: "error", description: "no" } },
  { error: "x", message: "m" },
  { detail: "Not found", request_id: "r" },
  { detail: [{ loc: ["query", "limit"], msg: "bad" }] },
  { errors: [{ message: "x" }] },
  { error: "Invalid API key", code: 401, request_id: "x" },
];

for (const failure of failures) {
  test(`W42, W46: ${JSON.stringify(failure)} is no resource, no list, no ended call and no good key`, async () => {
    const [client] = responding(() => failure);
    for (const request of [() => client.calls.get("c"), () => client.calls.list({ model_id: "m" })])
      assert.equal((await rejection(request())).outcome, "unknown");
    assert.notEqual(
      (await rejection(client.calls.wait("c", { timeout: 30, interval: 10 }))).name,
      "TypeError",
    );
    assert.equal((await client.check()).ok, false);
  });
}

for (const body of [
  { calls: [null] },
  { status: "ok", response: { calls: [1] } },
  { status: "ok", response: { calls: "c" } },
  [],
  null,
  "c",
])
  test(`W42: ${JSON.stringify(body)} is no call`, async () => {
    const [client] = responding(() => body);
    const { name, message } = await rejection(client.calls.get("c"));
    assert.equal(name, "APIResponseError");
    assert.match(message, /has no `calls`; check the id/);
  });

test("W42: success: false is an error of any operation, with the text of the body", async () => {
  const [client] = responding(() => failures[0]);
  for (const request of [() => client.agents.delete("a"), () => client.contacts.update("c", { name: "A" })])
    assert.match((await rejection(request())).message, /Insufficient balance/);
  const [other] = responding(() => ({
    status: "ok",
    success: true,
    response: { call_id: "c", status: "failed" },
  }));
  assert.equal((await other.calls.get("c")).status, "failed");
});

for (const [what, response] of Object.entries({
  "a 204": () => new Response(null, { status: 204 }),
  "no body": () => new Response(""),
  null: () => Response.json(null),
  true: () => Response.json(true),
  "a text": () => Response.json("none"),
  "a text in an envelope": () => Response.json({ status: "ok", response: "none" }),
}))
  test(`W42: a list is not empty because the response is ${what}`, async () => {
    const fetch = async () => response();
    const client = new Synthflow({ apiKey: "test", region: "us", fetch, logLevel: "off" });
    const { name, message } = await rejection(client.calls.list({ model_id: "m" }));
    assert.deepEqual(
      [name, message.split(/[;:] (?!the response)/)[0]],
      ["APIResponseError", "calls.list: the response has no `calls`"],
    );
  });

for (const body of [
  { timestamp: "2026-11-25T12:00:00Z", status: 500, error: "Internal Server Error", path: "/v2/calls" },
  { errorMessage: "Task timed out", errorType: "Sandbox.Timedout" },
  { type: "about:blank", title: "Bad gateway", status: 502, detail: "no upstream" },
  { errorMessage: "x", errorType: "E", requestId: "r", stackTrace: ["f"] },
  { type: "https://x.example", title: "An error occurred", status: 500, traceId: "00-x" },
  { fault: { faultstring: "quota", detail: { errorcode: "policies" } } },
])
  test(`W42: the error of a gateway with status 200 is neither an empty list nor a call: ${Object.keys(body)}`, async () => {
    const [client] = responding(() => body);
    for (const request of [() => client.calls.list({ model_id: "m" }), () => client.calls.get("c")]) {
      const { name, message } = await rejection(request());
      assert.equal(name, "APIResponseError");
      assert.match(message, /has no `calls`/);
    }
  });

test("W42: nor is it a batch, a contact, or what an update returns", async () => {
  for (const body of [
    { errorMessage: "x", errorType: "E" },
    { fault: { faultstring: "x" } },
    { errors: [{ message: "x" }] },
  ]) {
    const [client] = responding(() => body);
    for (const request of [
      () => client.batchCalls.get("b"),
      () => client.contacts.get("c"),
      () => client.agents.update("a", { name: "A" }),
    ])
      assert.ok((await rejection(request())) instanceof Error, JSON.stringify(body));
  }
  const [client] = responding(() => ({ title: "Store" }));
  assert.equal((await client.memoryStores.get("m")).title, "Store");
});

test("S38: an id that is a number too large to be kept is none: it was rounded", async () => {
  const respond = (id) => () => new Response(`{"status":"ok","response":{"call_id":${id}}}`);
  for (const id of ["9007199254740993", "1234567890123456789", "12345678901234567890", "1e21", "1.5"]) {
    const client = new Synthflow({ apiKey: "test", region: "us", fetch: respond(id), logLevel: "off" });
    const params = { model_id: "m", name: "Sam", phone: "+14155550100" };
    const error = await rejection(client.calls.create(params));
    assert.equal(error.outcome, "unknown", id);
    assert.match(error.message, /the response has no `call_id`/);
  }
});

test("S38: what a creation without an id says is quoted, and nothing where it says nothing", async () => {
  for (const [response, end] of [
    [[{ call_id: "c" }], ""],
    [[{ a: 1 }, { b: { c: 2 } }], ""],
    [{}, ""],
    [{ answer: "queued" }, ": queued"],
    ["no", ": no"],
    [[{ loc: ["a", 0], msg: "x" }, {}, { msg: "y" }], ": a.0: x; y"],
  ]) {
    const [client] = responding(() => ({ response }));
    const error = await rejection(client.calls.create({ model_id: "m", name: "Sam", phone: "+14155550100" }));
    const said = `calls.create: the response has no \`call_id\`${end}; the call may have been placed`;
    assert.ok(error.message.startsWith(said), error.message);
  }
});

test("W42: an object without fields is no item of a list", async () => {
  const [client] = responding(() => ({ status: "ok", response: { calls: {} } }));
  assert.deepEqual(await client.calls.list({ model_id: "m" }).toArray(), []);
  const [other] = responding(() => ({ response: { calls: {}, pagination: { total_records: 3 } } }));
  const error = await rejection(other.calls.list({ model_id: "m" }));
  assert.match(error.message, /the response has no `calls`/);
});

test("W1: a page that is repeated with other URLs in it is known by the rest", async () => {
  const url = () => `https://recordings.example/${Math.random()}`;
  const items = () =>
    Array.from({ length: 20 }, (_, at) => ({ call_id: `c${at}`, recording_url: url(), x: { toString: 5 } }));
  const [client, state] = responding(() => ({ status: "ok", response: { calls: items() } }));
  assert.equal((await client.calls.list({ model_id: "m" }).toArray()).length, 20);
  assert.equal(state.requests, 2);
  // Items of the same ids may differ in the rest.
  let page = 0;
  const others = () => {
    page += 1;
    const calls = Array.from({ length: page < 3 ? 20 : 1 }, (_, at) => ({ lead_id: at, name: `${page}` }));
    return { status: "ok", response: { calls } };
  };
  const [another] = responding(others);
  assert.equal((await another.calls.list({ model_id: "m" }).toArray()).length, 41);
});

test("W42: what is next to response, and only says how the request went, does not hide it", async () => {
  const call = { call_id: "c", status: "completed" };
  for (const more of [{ success: true }, { message: "fine" }, { detail: null }, { request_id: "r" }]) {
    const [client] = responding(() => ({ ...more, response: { calls: [call] } }));
    assert.equal((await client.calls.list({ model_id: "m" })).data.length, 1);
    assert.equal((await client.calls.get("c")).call_id, "c");
  }
});

test("W30: the id of the request is found next to the details, too", async () => {
  const fetch = async () => Response.json({ detail: "no", request_id: "r1" }, { status: 404 });
  const client = new Synthflow({ apiKey: "test", region: "us", fetch, logLevel: "off" });
  assert.equal((await rejection(client.agents.get("a"))).requestId, "r1");
});
