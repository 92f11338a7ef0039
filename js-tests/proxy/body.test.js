/** Bodies: JSON objects of a declared type, within a size and a time, validated before they are forwarded. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { call, sendRaw, withProxy } from "./support.js";

const keyed = (headers) => ({ "idempotency-key": crypto.randomUUID(), ...headers });

test("only application/json: no type that a page of another site can send without a preflight", () =>
  withProxy({}, async ({ send, delivered }) => {
    for (const type of [
      "text/plain",
      "text/plain;charset=UTF-8",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=a",
      "application/json-patch+json",
      "application/jsonx",
      "application/json; charset=utf-16",
      "application/json, text/plain",
      "text/plain, application/json",
      "text/plain; application/json",
      "",
    ]) {
      const response = await send("POST", "/calls", { body: call, headers: keyed({ "content-type": type }) });
      assert.equal(response.status, 415, type);
    }
    const blob = new Blob([JSON.stringify(call)]);
    const untyped = await send("POST", "/calls", {
      text: blob,
      headers: keyed({ "content-type": undefined }),
    });
    assert.equal(untyped.status, 415);
    const packed = await send("POST", "/calls", {
      body: call,
      headers: keyed({ "content-encoding": "gzip" }),
    });
    assert.equal(packed.status, 415);
    assert.equal(delivered.length, 0);
    for (const type of [
      "application/json",
      "application/json; charset=utf-8",
      'Application/JSON;charset="UTF-8"',
    ]) {
      const response = await send("POST", "/calls", { body: call, headers: keyed({ "content-type": type }) });
      assert.equal(response.status, 200, type);
    }
  }));

test("two content types in one request are refused", () =>
  withProxy({}, async ({ front, delivered }) => {
    const text = JSON.stringify(call);
    const response = await sendRaw(
      front.port,
      `POST /synthflow/calls HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Type: text/plain\r\nIdempotency-Key: 12345678\r\nContent-Length: ${text.length}\r\n\r\n${text}`,
    );
    assert.match(response, /^HTTP\/1\.1 415 /);
    assert.equal(delivered.length, 0);
  }));

test("a body that is not a JSON object, or that has __proto__ somewhere, is refused", () =>
  withProxy({}, async ({ send, delivered }) => {
    const fields = JSON.stringify(call).slice(0, -1);
    for (const text of [
      "[]",
      "null",
      "5",
      '"text"',
      "{",
      "{} {}",
      `[${JSON.stringify(call)}]`,
      `${fields}, "__proto__": {"phone": "+14155550199"}}`,
      `${fields}, "custom_variables": {"a": [{"__proto__": 1}]}}`,
      `${fields}, "custom_variables": ${'{"a":'.repeat(60)}1${"}".repeat(60)}}`,
      "[".repeat(500_000),
      `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`,
      new Uint8Array([0x7b, 0xff, 0x7d]),
    ]) {
      const response = await send("POST", "/calls", { text, headers: keyed() });
      assert.equal(response.status, 400, String(text).slice(0, 80));
    }
    assert.equal(delivered.length, 0);
    assert.equal({}.phone, undefined);
  }));

test("of a field that is there twice, the checked value is forwarded", () =>
  withProxy({}, async ({ send, delivered }) => {
    const text = `{"phone":"+14155550111",${JSON.stringify(call).slice(1)}`;
    assert.equal((await send("POST", "/calls", { text, headers: keyed() })).status, 200);
    assert.deepEqual(JSON.parse(delivered[0].body), call);
  }));

test("params are validated as the client validates them: 422 with all issues, and nothing is forwarded", () =>
  withProxy({}, async ({ place, send, delivered }) => {
    const response = await place(undefined, { ...call, phone: "0800 555", phonee: 1 });
    assert.equal(response.status, 422);
    const { detail, issues } = await response.json();
    assert.deepEqual(
      issues.map(({ path, code }) => [path, code]),
      [
        ["phone", "invalid_format"],
        ["phonee", "unknown_field"],
      ],
    );
    assert.deepEqual(detail[0].loc, ["body", "phone"]);
    assert.equal((await send("GET", "/assistants?limit=500")).status, 422);
    assert.equal((await send("GET", "/assistants?limit=x")).status, 422);
    assert.equal((await send("GET", "/assistants?limit=5&limit=6")).status, 422);
    assert.equal((await send("GET", "/assistants?unknown=1")).status, 422);
    assert.equal((await send("GET", "/assistants?__proto__=1&constructor=2")).status, 422);
    assert.equal(
      (await send("POST", "/calls?phone=%2B14155550199", { body: call, headers: keyed() })).status,
      400,
    );
    assert.equal((await send("POST", "/calls?x=1", { body: call, headers: keyed() })).status, 400);
    assert.equal((await send("DELETE", "/assistants/17x01", { body: call })).status, 400);
    assert.equal((await send("DELETE", "/assistants/17x01?force=true")).status, 400);
    assert.equal((await send("GET", `/assistants?${"a=1&".repeat(60)}`)).status, 422);
    const many = Array.from({ length: 60 }, (_, at) => `a${at}=1`).join("&");
    assert.equal((await send("GET", `/assistants?${many}`)).status, 400);
    assert.equal(delivered.length, 0);
  }));

test("with validation off, fields that this version does not know are forwarded", () =>
  withProxy({ validation: "off" }, async ({ place, delivered }) => {
    assert.equal((await place(undefined, { ...call, brand_new: [1] })).status, 200);
    assert.deepEqual(JSON.parse(delivered[0].body), { ...call, brand_new: [1] });
  }));

test("a body that is too large is refused with 413, with its length or in chunks", () =>
  withProxy({ maxBodySize: 1000 }, async ({ send, front, delivered }) => {
    const body = { ...call, custom_variables: { text: "a".repeat(2000) } };
    assert.equal((await send("POST", "/calls", { body, headers: keyed() })).status, 413);
    const stream = new Blob([JSON.stringify(body)]).stream();
    const chunked = await send("POST", "/calls", {
      text: stream,
      duplex: "half",
      headers: keyed({ "content-type": "application/json" }),
    });
    assert.equal(chunked.status, 413);
    // More than is read: it responds, and closes the connection instead of reading the rest.
    const started = performance.now();
    const response = await sendRaw(
      front.port,
      `POST /synthflow/calls HTTP/1.1\r\nHost: a.example\r\nContent-Type: application/json\r\nIdempotency-Key: 12345678\r\nContent-Length: 900000000\r\n\r\n{`,
    );
    assert.match(response, /^HTTP\/1\.1 413 [\s\S]*connection: close/i);
    assert.ok(performance.now() - started < 2000);
    assert.equal(delivered.length, 0);
  }));

test("a body that arrives too slowly is refused with 408, and one that breaks off is not forwarded", () =>
  withProxy({ bodyTimeout: 100 }, async ({ front, delivered }) => {
    const text = JSON.stringify(call);
    const head = (length) =>
      `POST /synthflow/calls HTTP/1.1\r\nHost: a.example\r\nContent-Type: application/json\r\nIdempotency-Key: 12345678\r\n${length}\r\n\r\n`;
    for (const start of [
      `${head(`Content-Length: ${text.length}`)}${text.slice(0, -1)}`,
      `${head("Transfer-Encoding: chunked")}2\r\n{"\r\n`,
    ]) {
      const started = performance.now();
      assert.match(await sendRaw(front.port, start), /^HTTP\/1\.1 408 [\s\S]*connection: close/i);
      assert.ok(performance.now() - started < 2000);
    }
    await sendRaw(front.port, `${head(`Content-Length: ${text.length}`)}${text.slice(0, -1)}`, { time: 30 });
    assert.equal(delivered.length, 0);
  }));

test("header smuggling: a request with two lengths, or with a length and chunks, is not forwarded", () =>
  withProxy({}, async ({ front, delivered }) => {
    const text = JSON.stringify(call);
    const smuggled = "POST /synthflow/calls HTTP/1.1\r\nHost: a.example\r\nIdempotency-Key: 12345678\r\n";
    for (const lengths of [
      `Content-Length: ${text.length}\r\nContent-Length: 5\r\n`,
      `Content-Length: ${text.length}\r\nTransfer-Encoding: chunked\r\n`,
      `Transfer-Encoding: xchunked\r\nContent-Length: ${text.length}\r\n`,
      `Transfer-Encoding : chunked\r\n`,
      `Content-Length: +${text.length}\r\n`,
      `X: a\nContent-Length: ${text.length}\r\n`,
    ]) {
      const response = await sendRaw(
        front.port,
        `${smuggled}Content-Type: application/json\r\n${lengths}\r\n${text}`,
        {
          time: 500,
        },
      );
      assert.match(response, /^HTTP\/1\.1 4\d\d /, lengths);
    }
    assert.equal(delivered.length, 0);
  }));

test("what a framework has read already is taken from body or rawBody", async () => {
  const { createNodeHandler } = await import("synthflow-wasm/proxy");
  const { createServer } = await import("node:http");
  await withProxy({}, async ({ proxy, delivered }) => {
    const handler = createNodeHandler(proxy);
    for (const set of [
      (request, text) => Object.assign(request, { body: JSON.parse(text) }),
      (request, text) => Object.assign(request, { body: text }),
      (request, text) => Object.assign(request, { rawBody: Buffer.from(text), body: {} }),
    ]) {
      const server = createServer(async (request, response) => {
        let text = "";
        for await (const chunk of request) text += chunk;
        set(request, text);
        await handler(request, response);
      });
      await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
      const headers = keyed({ "content-type": "application/json" });
      const url = `http://127.0.0.1:${server.address().port}/synthflow/calls`;
      const response = await fetch(url, { method: "POST", body: JSON.stringify(call), headers });
      assert.equal(response.status, 200);
      assert.deepEqual(JSON.parse(delivered.pop().body), call);
      server.closeAllConnections();
      server.close();
    }
  });
});

test("a number that JSON cannot have is refused: it would be checked as infinite, and sent as null", () =>
  withProxy({}, async ({ send, delivered }) => {
    const run = (text) => send("POST", "/calls", { text, headers: keyed() });
    for (const number of ["1e400", "-1e999", "[1e400]", '{"a": 1e400}']) {
      const text = JSON.stringify({ ...call, custom_variables: [] }).replace("[]", number);
      assert.equal((await run(text)).status, 400, number);
    }
    assert.equal(delivered.length, 0);
  }));
