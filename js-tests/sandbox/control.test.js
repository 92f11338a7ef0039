/** The control endpoints. */

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { serveSandbox } from "synthflow-wasm/sandbox-server";

let served;
let origin;
before(async () => {
  served = await serveSandbox({ apiKey: "secret", callDuration: 0, webhooks: "off" });
  origin = new URL(served.url).origin;
});
after(() => served.close());
beforeEach(() => served.sandbox.reset());

const request = async (method, path, body, headers) => {
  const response = await fetch(origin + path, { method, headers, body: body && JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text ? JSON.parse(text) : undefined };
};
const api = (method, path, body) => request(method, `/v2${path}`, body, { authorization: "Bearer secret" });
const control = (method, path, body, headers) => request(method, `/__sandbox${path}`, body, headers);

test("W34: failures are planned over HTTP, for an operation and a number of times", async () => {
  const rule = { operation: "agents.list", status: 503, times: 2, headers: { "retry-after": "1" } };
  assert.equal((await control("POST", "/fail", rule)).status, 200);
  assert.equal((await api("GET", "/voices?workspace=sandbox")).status, 200);
  const first = await api("GET", "/assistants/");
  assert.deepEqual([first.status, first.headers.get("retry-after")], [503, "1"]);
  assert.equal((await api("GET", "/assistants/")).status, 503);
  assert.equal((await api("GET", "/assistants/")).status, 200);
  await control("POST", "/fail", { reset: true });
  await assert.rejects(api("GET", "/assistants/"));
  const started = performance.now();
  await control("POST", "/fail", { delay: 60 });
  assert.equal((await api("GET", "/assistants/")).status, 200);
  assert.ok(performance.now() - started >= 55);
  await control("POST", "/fail", { status: 500, times: 100 });
  await control("DELETE", "/fail");
  assert.equal((await api("GET", "/assistants/")).status, 200);
});

test("W34: the log, a reset and a seed over HTTP", async () => {
  const seed = { agents: [{ model_id: "a", type: "outbound", name: "A" }], numbers: ["+14155550199"] };
  const seeded = await control("POST", "/seed", seed);
  assert.deepEqual([seeded.json.agents, seeded.json.numbers], [["a"], ["14155550199"]]);
  assert.equal((await api("GET", "/assistants/a")).status, 200);
  await api("POST", "/contacts", { name: "Ada", phone_number: "+14155550100", nme: 1 });
  const { requests } = (await request("GET", "/v2/__sandbox/log")).json;
  assert.deepEqual(
    requests.map(({ operation, ignored }) => [operation, ignored]),
    [
      ["agents.get", []],
      ["contacts.create", ['nme (did you mean "name"?)']],
    ],
  );
  assert.equal((await control("POST", "/reset")).status, 200);
  assert.deepEqual((await control("GET", "/log")).json.requests, []);
  assert.equal((await api("GET", "/assistants/a")).status, 404);
});

test("W34: a call arrives over HTTP, and its instructions are read", async () => {
  const { json } = await api("GET", "/assistants/");
  const { model_id } = json.response.assistants.find(({ type }) => type === "widget");
  const received = await control("POST", "/call", { model_id, name: "Ada" });
  assert.equal(received.status, 200);
  assert.ok(received.json.call_id);
  const read = await control("GET", `/instructions?call_id=${received.json.call_id}`);
  assert.equal(read.json.greeting, "Welcome! What are you looking for?");
  assert.equal((await control("POST", "/settle")).status, 200);
  assert.equal((await control("POST", "/call", { model_id: "none" })).status, 400);
});

test("W34: what the control endpoints cannot read is refused, and changes nothing", async () => {
  for (const rule of [
    { status: 9999 },
    { status: "500" },
    { times: 0 },
    { times: 1.5 },
    { delay: -1 },
    { delay: 1e9 },
    { operation: "agents.lst" },
    { headers: "x" },
    { headers: { "a b": "c" } },
    { reset: "yes" },
    { garbage: "pdf" },
    { statsu: 500 },
  ]) {
    const { status, json } = await control("POST", "/fail", rule);
    assert.equal(status, 400, JSON.stringify(rule));
    assert.match(json.detail.description, /^fail: /);
  }
  assert.equal((await api("GET", "/assistants/")).status, 200);
  for (const [method, path, body, expected] of [
    ["POST", "/seed", { agents: [{ type: "x" }] }, 400],
    ["POST", "/seed", [1], 400],
    ["POST", "/seed", { agents: [{ type: "outbound", name: "A", agent: { agent: {} } }] }, 400],
    ["POST", "/call", { model_id: { a: 1 } }, 400],
    ["POST", "/fail", { status: 500, body: "x".repeat(20_000) }, 400],
    ["POST", "/call", {}, 400],
    ["POST", "/call", { to: 5 }, 400],
    ["POST", "/call", { to: "+15005550000", nme: "A" }, 400],
    ["POST", "/call", { to: "+15005550000", name: { toString: 1 } }, 400],
    ["GET", "/instructions", undefined, 400],
    ["GET", "/fail", undefined, 405],
    ["PUT", "/seed", {}, 405],
    ["POST", "/log", {}, 405],
    ["GET", "/nothing", undefined, 404],
    ["GET", "", undefined, 404],
    ["GET", "/constructor", undefined, 404],
  ]) {
    const { status, json } = await control(method, path, body);
    assert.equal(status, expected, `${method} ${path} ${JSON.stringify(json)}`);
  }
  const large = await fetch(`${origin}/__sandbox/seed`, { method: "POST", body: "x".repeat(3_000_000) });
  assert.equal(large.status, 413);
  const deep = `${'{"agents":'.repeat(5000)}1${"}".repeat(5000)}`;
  assert.equal((await fetch(`${origin}/__sandbox/seed`, { method: "POST", body: deep })).status, 400);
});

test("S28: a page of another origin cannot use the control endpoints", async () => {
  const headers = { origin: "https://evil.example" };
  for (const [method, path] of [
    ["POST", "/reset"],
    ["GET", "/log"],
    ["POST", "/seed"],
  ]) {
    assert.equal((await control(method, path, undefined, headers)).status, 403);
  }
});
