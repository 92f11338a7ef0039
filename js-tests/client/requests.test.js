/** How arguments become a request, and which are refused. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow, SynthflowError } from "synthflow-wasm";
import { rejection } from "../support/server.js";

const start = (response = () => new Response("{}")) => {
  const sent = [];
  const fetch = async (url, init) => {
    sent.push({ url, ...init });
    return response();
  };
  const client = new Synthflow({ apiKey: "test", baseURL: "https://a.example/v2", fetch, logLevel: "off" });
  return { sent, client };
};

const refused = async (promise, message) => {
  const error = await rejection(promise);
  assert.ok(error instanceof SynthflowError, String(error));
  assert.match(error.message, message);
  assert.equal(error.outcome, "not-sent");
};

test("an undeclared path stays below baseURL, and is sent as given", async () => {
  const { sent, client } = start();
  for (const path of [
    "",
    "new",
    "//evil.example/new",
    "/a/../b",
    "/a/..",
    "/./a",
    "/a/%2e%2e/b",
    "/a/%2E%2E/b",
    "/a?b=1",
    "/a#b",
    "/a\\b",
    "/a b",
    "/a\n",
    "/ä",
    "/{id}",
  ]) {
    await refused(client.request("GET", path), /expected an encoded path such as \/voices/);
  }
  assert.equal(sent.length, 0);
  await client.request("GET", "/a.b/%20c/..d");
  assert.equal(sent[0].url, "https://a.example/v2/a.b/%20c/..d");
});

test("the params of GET and DELETE are a query, those of other HTTP methods a body", async () => {
  const { sent, client } = start();
  for (const method of ["GET", "DELETE", "POST", "PUT", "PATCH"])
    await client.request(method, "/a", { b: 1 });
  assert.deepEqual(
    sent.map(({ method, url, body }) => [method, url.split("/v2")[1], body]),
    [
      ["GET", "/a?b=1", undefined],
      ["DELETE", "/a?b=1", undefined],
      ["POST", "/a", '{"b":1}'],
      ["PUT", "/a", '{"b":1}'],
      ["PATCH", "/a", '{"b":1}'],
    ],
  );
});

test("an undeclared POST or PATCH is delivered once, the others are retried", async (context) => {
  context.mock.method(Math, "random", () => 0);
  for (const [method, deliveries] of [
    ["GET", 3],
    ["DELETE", 3],
    ["PUT", 3],
    ["POST", 1],
    ["PATCH", 1],
  ]) {
    const { sent, client } = start(() => new Response("{}", { status: 503 }));
    await rejection(client.request(method, "/a", {}));
    assert.equal(sent.length, deliveries, method);
  }
});

test("too many arguments are refused", async () => {
  const { sent, client } = start();
  await refused(client.agents.get("a", {}, {}, {}), /agents\.get: too many arguments/);
  await refused(client.agents.delete("a", {}, 5), /agents\.delete: too many arguments/);
  assert.equal(sent.length, 0);
});

test("an unpaired surrogate is refused in an id and in a query", async () => {
  const { sent, client } = start();
  await refused(client.agents.get("a\ud800"), /unpaired surrogate/);
  await refused(client.request("GET", "/a", { b: "\udc00" }), /unpaired surrogate/);
  await refused(client.request("GET", "/a", { "b\ud800": "c" }), /unpaired surrogate/);
  assert.equal(sent.length, 0);
});

test("a text arrives letter for letter, wherever letters of several bytes are in it", async () => {
  const { sent, client } = start();
  const letters = ["a", "é", "€", "😀"];
  const texts = ["", "a".repeat(5000), "€".repeat(5000), `${"a".repeat(999)}😀${"é".repeat(999)}`];
  for (const one of letters)
    for (const other of letters) for (const third of letters) texts.push(`ab${one}${other}c${third}`);
  for (const text of texts) await client.request("GET", "/a", { b: text });
  assert.deepEqual(
    sent.map(({ url }) => decodeURIComponent(url.split("?b=")[1])),
    texts,
  );
});

test("a query holds finite numbers only", async () => {
  const { sent, client } = start();
  const infinite = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  // A hole is no value of a list, and would be lost.
  for (const value of [...infinite, {}, () => {}, null, [1, undefined], new Array(1)]) {
    const get = client.agents.get("a", {}, { extraQuery: { b: value } });
    await refused(get, /^agents\.get: b: expected a string, a number/);
  }
  assert.equal(sent.length, 0);
  await client.agents.get("a", {}, { extraQuery: { b: [1.5, 2, true, "c"], d: undefined } });
  assert.equal(sent[0].url, "https://a.example/v2/assistants/a?b=1.5&b=2&b=true&b=c");
});

test("a function in the params does not replace the body", async () => {
  const { sent, client } = start();
  const params = { a: 1, toJSON: () => ({ evil: true }) };
  await refused(client.request("POST", "/a", params), /a value has no form in JSON/);
  await refused(client.agents.update("a", params, { validation: "off" }), /a value has no form in JSON/);
  assert.equal(sent.length, 0);
});

test("S31: what JSON would drop from the params of a route of the caller's own is refused", async () => {
  const { sent, client } = start();
  const getters = new (class {
    get a() {
      return 1;
    }
  })();
  for (const a of [
    new Map([["b", 1]]),
    new Set([1]),
    getters,
    Number.NaN,
    new Date(Number.NaN),
    () => 1,
    Symbol("a"),
  ])
    await refused(
      client.request("POST", "/a", { a }),
      /client\.request was not sent: its params cannot be written/,
    );
  await client.request("POST", "/a", {
    a: undefined,
    b: null,
    c: [new Date(0)],
    d: new URL("https://a.example/"),
  });
  assert.deepEqual(
    sent.map(({ body }) => body),
    ['{"b":null,"c":["1970-01-01T00:00:00.000Z"],"d":"https://a.example/"}'],
  );
});

test("a body that JSON cannot represent is not sent, nor is the request without it", async () => {
  const { sent, client } = start();
  const cyclic = {};
  cyclic.a = cyclic;
  for (const params of [{ a: 1n }, [1n], cyclic]) {
    await refused(
      client.request("POST", "/a", params),
      /client\.request was not sent: its params cannot be written as JSON: ./,
    );
    await refused(client.agents.update("a", {}, { extraBody: { a: params } }), /cannot be written as JSON/);
  }
  assert.equal(sent.length, 0);
});

test("S30: a Map or the like within extraBody is refused, not sent as an empty object", async () => {
  const { sent, client } = start();
  class Consent {
    get given() {
      return true;
    }
  }
  for (const value of [new Map([["a", 1]]), new Set([1]), new URLSearchParams("a=1"), new Consent()]) {
    for (const extraBody of [{ value }, { a: { b: [value] } }, new Map([["value", value]])]) {
      await refused(
        client.agents.update("a", {}, { extraBody }),
        /cannot be written as JSON: \w+: it has no own/,
      );
    }
  }
  assert.equal(sent.length, 0);
  await client.agents.update("a", {}, { extraBody: new Map([["value", { a: [1, null] }]]) });
  assert.equal(sent[0].body, '{"value":{"a":[1,null]}}');
});

test("the path of an undeclared route is not logged: it may contain an id or a phone number", async () => {
  const lines = [];
  const log = (line) => lines.push(line);
  const logger = { error: log, warn: log, info: log, debug: log };
  const fetch = async () => new Response("{}");
  const client = new Synthflow({ apiKey: "test", region: "us", fetch, logger, logLevel: "debug" });
  await client.request("GET", "/numbers/+14155550100");
  await client.agents.get("secret-id");
  assert.match(lines[0], /^client\.request: GET …, attempt 1: 200 after \d+ ms$/);
  assert.match(lines[1], /^agents\.get: GET \/assistants\/\{model_id\}, attempt 1: 200 after \d+ ms$/);
  assert.equal(lines.length, 2);
});
