/** What a host gives besides the request, and what hides from it where a request comes from. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createProxy } from "synthflow-wasm/proxy";
import { call, optionsFor, sendRaw, withProxy } from "./support.js";

const placing = (key, body = JSON.stringify(call), headers = {}) =>
  new Request("http://own.example/synthflow/calls", {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": key, ...headers },
    body,
    duplex: "half",
  });

/** As in Workers: its method is one of the class, and needs its own `this`. */
class ExecutionContext {
  #promises = [];
  waitUntil(promise) {
    this.#promises.push(promise);
  }
  get count() {
    return this.#promises.length;
  }
}

test("waitUntil of a class is called as its method; authorize gets the context itself", () =>
  withProxy({}, async ({ upstream }) => {
    const context = new ExecutionContext();
    const seen = [];
    const authorize = (_, info) => seen.push(info.context);
    const proxy = createProxy(optionsFor(upstream, { authorize }));
    assert.equal((await proxy(placing("key-of-class"), context)).status, 200);
    assert.equal(context.count, 1);
    assert.ok(seen[0] === context);
    for (const none of [undefined, null, {}])
      assert.equal((await proxy(placing(`key-of-${typeof none}`), none)).status, 200);
  }));

test("a waitUntil that throws does not turn a call that is placed into a failure", () =>
  withProxy({}, async ({ upstream, delivered }) => {
    const errors = [];
    const proxy = createProxy(optionsFor(upstream, { onError: (error) => errors.push(error.message) }));
    const waitUntil = () => {
      throw new Error("too late");
    };
    assert.equal((await proxy(placing("key-of-throw"), { waitUntil })).status, 200);
    assert.deepEqual([errors, delivered.length], [["too late"], 1]);
  }));

test("what a script has added to every object is no context", (t) => {
  t.after(() => {
    delete Object.prototype.remoteAddress;
    delete Object.prototype.waitUntil;
  });
  return withProxy({}, async ({ upstream }) => {
    const proxy = createProxy(optionsFor(upstream, { authorize: undefined, localOnly: true }));
    let called = 0;
    Object.prototype.remoteAddress = "127.0.0.1";
    Object.prototype.waitUntil = () => {
      called += 1;
    };
    assert.equal((await proxy(new Request("http://localhost/synthflow/assistants"), {})).status, 403);
    assert.equal((await createProxy(optionsFor(upstream))(placing("key-of-pollution"), {})).status, 200);
    assert.equal(called, 0);
  });
});

test("authorize cannot change which resource is meant by changing its copy of the ids", () => {
  const authorize = (_, { ids }) => {
    ids.reverse();
    ids.shift();
    return true;
  };
  return withProxy({ authorize }, async ({ send, delivered }) => {
    assert.equal((await send("GET", "/assistants/agent-1")).status, 200);
    assert.equal(delivered[0].url, "/v2/assistants/agent-1");
  });
});

test("more header lines than Node keeps are refused: those that say where a request comes from may be among the dropped ones", () =>
  withProxy({ authorize: undefined, localOnly: true }, async ({ front, delivered }) => {
    const text = JSON.stringify(call);
    const request = (count) =>
      [
        "POST /synthflow/calls HTTP/1.1",
        "Host: localhost",
        "Content-Type: application/json",
        `Content-Length: ${text.length}`,
        `Idempotency-Key: key-of-${count}-lines`,
        ...Array.from({ length: count }, () => "x-a: b"),
        "X-Forwarded-For: 203.0.113.7",
        "Connection: close",
        "",
        text,
      ].join("\r\n");
    for (const [count, status] of [
      [10, 403],
      [900, 400],
      [1100, 400],
    ])
      assert.match(await sendRaw(front.port, request(count)), new RegExp(`^HTTP/1.1 ${status}`), `${count}`);
    assert.equal(delivered.length, 0);
  }));

test("with origins, a read without Origin must be for one of their hosts: a rebound name is none", () =>
  withProxy({}, async ({ upstream, delivered }) => {
    const proxy = createProxy(optionsFor(upstream, { origins: ["https://app.example"] }));
    const read = (host, headers) =>
      proxy(new Request(`http://${host}/synthflow/assistants`, { headers: { host, ...headers } }));
    assert.equal((await read("evil.example")).status, 403);
    assert.equal((await read("evil.example", { origin: "https://evil.example" })).status, 403);
    assert.equal(delivered.length, 0);
    assert.equal((await read("app.example")).status, 200);
    assert.equal((await read("api.example", { origin: "https://app.example" })).status, 200);
  }));

test("a copy whose body breaks off, or comes too slowly, is no refusal: the first may have been placed", () =>
  withProxy({}, async ({ upstream, delivered }) => {
    const proxy = createProxy(optionsFor(upstream, { bodyTimeout: 50 }));
    assert.equal((await proxy(placing("key-of-copies"))).status, 200);
    const part = new TextEncoder().encode('{"model_id"');
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(part);
        setTimeout(() => controller.error(new Error("reset")), 5);
      },
    });
    const slow = new ReadableStream({ start: (controller) => controller.enqueue(part) });
    for (const body of [broken, slow])
      assert.equal((await proxy(placing("key-of-copies", body))).status, 408);
    assert.equal(delivered.length, 1);
  }));

test("a refusal of a class is one, as its id is", () => {
  class Decision {
    id = "u1";
    get refused() {
      return 403;
    }
  }
  const inherited = Object.assign(Object.create({ refused: 403 }), { id: 1 });
  const results = [
    new Decision(),
    inherited,
    new Proxy({ id: 2 }, { get: (target, name) => (name === "refused" ? 403 : target[name]) }),
  ];
  return withProxy({ authorize: () => results.pop() }, async ({ place, delivered }) => {
    while (results.length > 0) assert.equal((await place()).status, 403);
    assert.equal(delivered.length, 0);
  });
});
