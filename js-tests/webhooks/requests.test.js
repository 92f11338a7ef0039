/** The forms of a request that frameworks pass on: parsed bodies, `Request`, requests of Node. */

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { test } from "node:test";
import { sign, unwrap, verify, WebhookVerificationError } from "synthflow-wasm/webhooks";
import { rejection } from "../support/server.js";

const secret = "whsec_test";
const A = { "synthflow-signature": await sign("A", secret) };
const postCall = { status: "completed", call: { call_id: "A", status: "completed", duration: 25 } };

const refusal = async (reason, pending) => {
  const error = await rejection(pending);
  assert.ok(error instanceof WebhookVerificationError, String(error));
  assert.equal(error.reason, reason);
  return error.message;
};

test("W15: a body that a framework has parsed is taken, and not changed", async () => {
  const body = { ...postCall, executed_actions: { a: { return_value: "{}" } } };
  const before = structuredClone(body);
  const event = await unwrap(body, A, { secret });
  assert.deepEqual(event.executed_actions, { a: { return_value: {} } });
  assert.deepEqual(body, before);
  event.call.status = "changed";
  assert.deepEqual(body, before);
  await verify(body, A, { secret });
  await verify(Object.assign(Object.create(null), body), A, { secret });
  await refusal("signature", unwrap({ call: { call_id: "B" } }, A, { secret }));
});

test("W15: of a parsed body, what was verified is what is returned", async () => {
  let reads = 0;
  const body = {
    call: {
      get call_id() {
        reads += 1;
        return reads === 1 ? "A" : "B";
      },
    },
  };
  assert.equal((await unwrap(body, A, { secret })).call.call_id, "A");
  const pretending = { call: { call_id: "B", toJSON: () => ({ call_id: "A" }) } };
  assert.equal((await unwrap(pretending, A, { secret })).call.call_id, "A");
  const cyclic = { call: { call_id: "A" } };
  cyclic.self = cyclic;
  await refusal("unreadable", unwrap(cyclic, A, { secret }));
  const throwing = {
    get call() {
      throw new Error("a getter");
    },
  };
  await refusal("unreadable", unwrap(throwing, A, { secret }));
});

test("W15: an instance of a class is a parsed body, and what is not says what to pass", async () => {
  class Call {
    constructor(fields) {
      Object.assign(this, fields);
    }
    isEnded() {
      return true;
    }
  }
  class Dto extends Call {}
  const body = new Dto({ ...postCall, call: new Call(postCall.call) });
  assert.deepEqual({ ...(await unwrap(body, A, { secret })) }, postCall);
  assert.deepEqual(await unwrap({ headers: A, body }, { secret }), postCall);
  const request = () => new Request("https://a.example", { method: "POST", body: "{}", headers: A });
  for (const [value, message] of [
    [Promise.resolve(postCall), /the body is a promise: await it/],
    [request(), /the body is a request: pass \(request, \{ secret \}\)/],
    [{ headers: A, body: postCall }, /the body is a request/],
    [new Blob([JSON.stringify(postCall)]), /the body is of type object/],
    [Readable.from([JSON.stringify(postCall)]), /the body is of type object/],
    [new Response("{}").body, /the body is of type object/],
    [new Map(Object.entries(postCall)), /the body is of type object/],
    [[postCall], /the body is of type object/],
    [undefined, /the body is of type undefined/],
    [new Date(), /the body is of type object/],
  ])
    assert.match(await refusal("body", unwrap(value, A, { secret })), message);
  assert.match(
    await refusal("body", unwrap({ headers: A, body: request().text() }, { secret })),
    /a promise: await it/,
  );
});

test("W15: an event of AWS Lambda, whose body may be base64", async () => {
  const text = JSON.stringify({ ...postCall, lead: { name: "Zoë" } });
  const base64 = Buffer.from(text).toString("base64");
  for (const event of [
    { body: text, isBase64Encoded: false },
    { body: base64, isBase64Encoded: true },
    { body: JSON.parse(text), rawBody: base64, isBase64Encoded: true },
    { body: JSON.parse(text), isBase64Encoded: true },
  ])
    assert.deepEqual(await unwrap({ headers: A, ...event }, { secret }), JSON.parse(text));
  await refusal("unreadable", unwrap({ headers: A, body: text, isBase64Encoded: true }, { secret }));
  const multiValueHeaders = Object.fromEntries(Object.entries(A).map(([name, value]) => [name, [value]]));
  for (const headers of [undefined, null])
    assert.deepEqual(await unwrap({ headers, multiValueHeaders, body: text }, { secret }), JSON.parse(text));
});

test("W15: a Request, and requests of Node with a body that was read", async () => {
  const text = JSON.stringify(postCall);
  const bytes = new TextEncoder().encode(text);
  const requests = () => [
    new Request("https://a.example", { method: "POST", body: text, headers: A }),
    { headers: A, body: postCall },
    { headers: A, body: text },
    { headers: A, body: Buffer.from(text) },
    { headers: A, rawBody: bytes, body: { parsed: "otherwise" } },
    { headers: A, rawBody: text },
    { headers: new Headers(A), body: postCall, rawBody: undefined },
  ];
  for (const request of requests()) {
    const event = await unwrap(request, { secret });
    assert.deepEqual(event, postCall);
    assert.equal(event.verified, true);
  }
  for (const request of requests()) await verify(request, { secret });
  const body = JSON.stringify({ event: "call_inbound", call_inbound: { from_number: "+14155550100" } });
  const unsigned = new Request("https://a.example", { method: "POST", body });
  assert.equal((await unwrap(unsigned, { secret, allowUnsignedInbound: true })).verified, false);
  const used = new Request("https://a.example", { method: "POST", body: text, headers: A });
  await used.text();
  assert.match(await refusal("body", unwrap(used, { secret })), /has been read before: pass what was read/);
  // What has a request in it is none.
  for (const context of [{ req: used }, { request: used }, undefined, null, text])
    assert.match(await refusal("body", unwrap(context, { secret })), /the first argument is not a request/);
  assert.match(await refusal("body", unwrap({ headers: A }, { secret })), /read the body first/);
  await refusal("secret", unwrap({ headers: A, body: text }));
});

test("W15: a request of a real server whose body has not been read is refused with the reason", async () => {
  let results;
  const server = createServer(async (request, response) => {
    const missing = await unwrap(request, { secret }).catch((error) => error.message);
    request.body = "";
    for await (const chunk of request) request.body += chunk;
    results = [missing, await unwrap(request, { secret }).catch(String)];
    response.end();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  try {
    const url = `http://127.0.0.1:${server.address().port}`;
    await (await fetch(url, { method: "POST", body: JSON.stringify(postCall), headers: A })).text();
    assert.match(results[0], /read the body first/);
    assert.deepEqual(results[1], postCall);
  } finally {
    server.close();
  }
});
