/** What a client is given is taken or refused, and not dropped: extra fields, keys, base URLs, names. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { check, Synthflow } from "synthflow-wasm";
import { createSandbox } from "synthflow-wasm/sandbox";
import { rejection } from "../support/server.js";

const call = { model_id: "m", phone: "+14155550123", name: "Sam" };

/** A client, and the URLs and the bodies of what it sent. */
const start = () => {
  const [sent, bodies] = [[], []];
  const fetch = async (url, { body }) => {
    sent.push(url);
    bodies.push(body);
    return Response.json({ response: { call_id: "c", calls: [] } });
  };
  return { sent, bodies, client: new Synthflow({ apiKey: "test", region: "us", fetch, logLevel: "off" }) };
};

test("S30, S31: extra fields that JSON would not have, or only the last of, are refused", async () => {
  const { client, sent } = start();
  const pairs = [
    ["a", "1"],
    ["a", "2"],
  ];
  const values = [
    Number.NaN,
    Infinity,
    new Date(Number.NaN),
    () => 1,
    Symbol("a"),
    [Number.NaN],
    { b: Infinity },
  ];
  for (const extraBody of [pairs, new URLSearchParams(pairs), ...values.map((x) => ({ x }))]) {
    const error = await rejection(client.calls.create(call, { extraBody }));
    assert.equal(error.outcome, "not-sent");
    assert.match(error.message, /there twice|has no form in JSON/);
  }
  assert.deepEqual(sent, []);
  const extraBody = { x: undefined, y: null, z: [0, "", false] };
  assert.equal((await client.calls.create(call, { extraBody })).call_id, "c");
});

test("S30, S31: what JSON would drop is refused where nothing is validated, too", async () => {
  const { client, sent } = start();
  const deep = (value) => Array.from({ length: 40 }).reduce((inner) => ({ inner }), value);
  const values = [
    new Map([["a", "b"]]),
    new Set(["a"]),
    Promise.resolve("a"),
    Number.NaN,
    -Infinity,
    new Date(Number.NaN),
    () => 1,
    Symbol("a"),
  ];
  for (const validation of ["off", "warn"])
    for (const value of values)
      for (const custom_variables of [value, [value], { a: value }, { a: [{ b: value }] }, deep(value)]) {
        const error = await rejection(client.calls.create({ ...call, custom_variables }, { validation }));
        assert.equal(error.outcome, "not-sent");
        assert.match(
          error.message,
          /cannot be written as JSON: \w+: (a value has no form in JSON|it has no own)/,
        );
      }
  // What is deeper than a type says is of any type, which is no reason to drop it.
  const error = await rejection(
    client.actions.create(
      deep(() => 1),
      { validation: "off" },
    ),
  );
  assert.match(error.message, /a value has no form in JSON/);
  assert.deepEqual(sent, []);
  const custom_variables = { a: undefined, b: null, c: [0, "", false, new Date(0)] };
  assert.equal(
    (await client.calls.create({ ...call, custom_variables }, { validation: "off" })).call_id,
    "c",
  );
});

test("S30, S31: null has no form in a query, and is refused instead of dropped", async () => {
  const { client, sent } = start();
  for (const [params, options] of [
    [{}, { extraQuery: { a: null } }],
    [{}, { extraQuery: { a: ["b", null] } }],
    [{ from_date: null }, { validation: "off" }],
  ]) {
    const error = await rejection(client.calls.list({ model_id: "m", ...params }, options));
    assert.equal(error.outcome, "not-sent");
    assert.match(error.message, /(a|from_date): expected a string, a number, .* got null/);
  }
  assert.deepEqual(sent, []);
  await client.calls.list({ model_id: "m", from_date: undefined }, { extraQuery: { a: undefined } });
  assert.match(sent[0], /calls\?model_id=m$/);
});

test("S30: texts, numbers and dates of another realm are what JSON makes of them", async () => {
  const { client, bodies } = start();
  const of = (source) => runInNewContext(source);
  const values = { a: of("new String('ab')"), b: of("new Number(5)"), c: of("new Date(0)") };
  await client.calls.create(call, { extraBody: { x: { ...values, d: of("new Boolean(false)") } } });
  const x = { a: "ab", b: 5, c: "1970-01-01T00:00:00.000Z", d: false };
  assert.deepEqual(JSON.parse(bodies[0]).x, x);
  const error = await rejection(client.calls.create(call, { extraBody: { x: of("new Date(NaN)") } }));
  assert.match(error.message, /x: a value has no form in JSON/);
});

test("S30: what is nested more than 100 deep is refused, with the name of what could not be written", async () => {
  const { client, sent } = start();
  for (const wrap of [(inner) => ({ inner }), (inner) => [inner]])
    for (const validation of ["strict", "off"]) {
      const deep = Array.from({ length: 110 }).reduce(wrap, { v: Number.NaN });
      for (const sending of [
        client.chats.create("k", { model_id: "m", metadata: { deep } }, { validation }),
        client.calls.create(call, { validation, extraBody: { deep } }),
      ]) {
        const error = await rejection(sending);
        assert.equal(error.outcome, "not-sent");
        assert.match(error.message, /nested too deeply/);
        assert.ok(error.issues.length > 0);
      }
    }
  assert.deepEqual(sent, []);
});

test("S30: an extra field does not replace one of the params", async () => {
  const { client, sent, bodies } = start();
  for (const extraBody of [
    { phone: "+1" },
    { phone: null },
    [["phone", "+14155550199"]],
    new Map([["name", "B"]]),
  ])
    for (const validation of ["strict", "off"]) {
      const error = await rejection(client.calls.create(call, { extraBody, validation }));
      assert.equal(error.outcome, "not-sent");
      assert.match(
        error.message,
        /^calls\.create: (phone|name) is in extraBody: pass it in the params only$/,
      );
    }
  const agent = { prompt: "p" };
  const nested = await rejection(client.agents.update("m", { agent }, { extraBody: { agent: { zz: 1 } } }));
  assert.match(nested.message, /^agents\.update: agent is in extraBody/);
  assert.deepEqual(sent, []);
  await client.calls.create(call, { extraBody: { phone: undefined, a: 1 } });
  assert.deepEqual(JSON.parse(bodies[0]), { ...call, a: 1 });
});

test("a date in a query that is not declared is what JSON has", async () => {
  const { client, sent } = start();
  const date = new Date(0);
  await client.request("GET", "/new", { date, dates: [date] });
  await client.agents.get("a", {}, { extraQuery: { date } }).catch(() => {});
  const iso = encodeURIComponent("1970-01-01T00:00:00.000Z");
  assert.ok(sent[0].endsWith(`/new?date=${iso}&dates=${iso}`), sent[0]);
  assert.ok(sent[1].endsWith(`?date=${iso}`), sent[1]);
  const error = await rejection(client.request("GET", "/new", { date: new Date(Number.NaN) }));
  assert.equal(error.outcome, "not-sent");
});

test("the log says that something was sent only if it was", async () => {
  const lines = [];
  const logger = { warn: (line) => lines.push(line) };
  const { client, sent } = start();
  const warned = client.withOptions({ validation: "warn", logger, logLevel: "warn" });
  const lost = { ...call, custom_variables: { a: Number.NaN } };
  assert.equal((await rejection(warned.calls.create(lost))).outcome, "not-sent");
  assert.deepEqual([lines, sent], [[], []]);
  await warned.calls.create({ ...call, lead_email: 5 });
  assert.equal(lines.length, 1);
  assert.match(lines[0], /calls\.create was sent despite 1 issue/);
});

test("headers of the connection, which no fetch sends as they are given, are refused", async () => {
  const fetch = () => assert.fail("it was sent");
  const client = new Synthflow({ apiKey: "test", region: "us", fetch, logLevel: "off" });
  for (const name of [
    "Connection",
    "content-length",
    "Expect",
    "Host",
    "keep-alive",
    "Transfer-Encoding",
    "upgrade",
  ]) {
    const headers = { [name]: "1" };
    const error = await rejection(client.calls.create(call, { headers }));
    assert.equal(error.outcome, "not-sent", name);
    assert.match(error.message, /^request option headers: expected .* none of the connection/);
    assert.throws(() => new Synthflow({ apiKey: "test", defaultHeaders: headers }), /none of the connection/);
  }
});

test("the text of a missing key is no key", () => {
  for (const apiKey of ["undefined", "null"])
    assert.throws(() => new Synthflow({ apiKey, region: "us" }), /apiKey: it is the text of a missing value/);
});

test("S37: a base URL that no host can parse is refused", () => {
  for (const url of [
    "https://127.0.0.1:99999",
    "https://a.example:65536/v2",
    "https://a.example:70000/v2",
    "http://[::1]:123456",
    "https://a.example:undefined",
    "https://:80",
    "https://[::1",
    "https://[::1]x/v2",
    "https:///api.example/v2",
    "https://%zz/v2",
    "https://exa<mple",
    "https://",
    "http://",
    "http://[::1",
    "http://127.0.0.1:x",
  ])
    assert.throws(() => new Synthflow({ apiKey: "k", baseURL: url }), /baseURL: expected/, url);
  for (const url of [
    "https://a.example:65535/v2",
    "https://10.0.0.123",
    "http://[::1]:4010",
    "https://a12345.example",
  ])
    assert.ok(new Synthflow({ apiKey: "k", baseURL: url, logLevel: "off" }), url);
});

const hints = {
  "contacts.list": { phone_number: "use search" },
  "calls.create": {
    schedule_time: /placed immediately/,
    voice: /belongs to the agent/,
    redact_pii: /belongs to the agent/,
    custom_vars: "use custom_variables",
    recipient: "use phone",
  },
};

for (const [operation, names] of Object.entries(hints)) {
  test(`W38: ${operation} has hints for ${Object.keys(names).join(", ")}`, () => {
    for (const [name, hint] of Object.entries(names)) {
      const params = operation === "calls.create" ? call : {};
      const [issue] = check(operation, { ...params, [name]: "x" });
      assert.equal(issue.path, name);
      if (typeof hint === "string") assert.equal(issue.hint, hint);
      else assert.match(issue.hint, hint);
    }
  });
}

test("W23: toUpdate of a page is refused", async () => {
  const client = new Synthflow({ apiKey: "test", fetch: createSandbox().fetch, logLevel: "off" });
  const page = await client.agents.list();
  assert.throws(() => client.agents.toUpdate(page), /expected what get returned/);
  assert.equal(client.agents.toUpdate(page.data[0]).name, page.data[0].name);
});
