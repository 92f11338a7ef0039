/** `authorize`: what it gets, and what its result means. */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { createProxy } from "synthflow-wasm/proxy";
import { call, optionsFor, withProxy } from "./support.js";

/** An object-relational mapper has the columns of a table as getters of a class. */
class User {
  #id;
  constructor(id) {
    this.#id = id;
  }
  get id() {
    return this.#id;
  }
}
class Admin extends User {}

test("authorize: a getter of a class distinguishes people; Object.prototype identifies nobody", async () => {
  let user;
  await withProxy({ authorize: () => user }, async ({ place, delivered }) => {
    const key = randomUUID();
    for (const id of ["1", "2", 2, 2n]) {
      user = new User(id);
      assert.equal((await place(key)).status, 200);
    }
    assert.equal(delivered.length, 2);
  });
  const polluted = [Object.prototype, runInNewContext("Object.prototype")];
  try {
    for (const prototype of polluted) {
      // Assignments to other objects still work: Node itself makes some.
      const set = function (value) {
        Object.defineProperty(this, "id", { __proto__: null, value, configurable: true, writable: true });
      };
      Object.defineProperty(prototype, "id", { get: () => "everybody", set, configurable: true });
      user = Object.create(prototype, { name: { value: "Sam" } });
      await withProxy({ authorize: () => user }, async ({ send, delivered }) => {
        assert.equal((await send("GET", "/assistants")).status, 500);
        assert.equal(delivered.length, 0);
      });
    }
  } finally {
    for (const prototype of polluted) delete prototype.id;
  }
});

test("authorize: 401 if it refuses, 503 if it throws, 500 if its result identifies nobody", async () => {
  for (const [result, status] of [
    [false, 401],
    [null, 401],
    [undefined, 401],
    ["", 401],
    [true, 200],
    ["user-1", 200],
    [7, 200],
    [{ id: "user-1" }, 200],
    [{ id: 7 }, 200],
    [5n, 200],
    [{ id: 5n }, 200],
    [new User("user-1"), 200],
    [new Admin("user-1"), 200],
    [new User(""), 500],
    [new User(undefined), 500],
    [new User(new Date()), 500],
    [{ id: "" }, 500],
    [{ name: "Sam" }, 500],
    [Object.create({ id: "inherited" }), 500],
    [Number.NaN, 401],
    [0, 401],
    [0n, 401],
    [Object.assign(new Error("no"), { id: 7 }), 500],
    [new Map([["id", 7]]), 500],
    [() => true, 500],
  ]) {
    await withProxy({ authorize: async () => result }, async ({ send, delivered }) => {
      const response = await send("GET", "/assistants");
      assert.equal(response.status, status, String(result));
      assert.equal(delivered.length, status === 200 ? 1 : 0);
    });
  }
  const secret = "the database is at 10.0.0.1";
  const authorize = () => {
    throw new Error(secret);
  };
  const errors = [];
  await withProxy(
    { authorize, onError: (error) => errors.push(error.message) },
    async ({ place, delivered }) => {
      const response = await place();
      assert.equal(response.status, 503);
      assert.ok(!(await response.text()).includes(secret));
      assert.equal(delivered.length, 0);
    },
  );
  assert.deepEqual(errors, [secret]);
});

test("authorize: refused that is undefined refuses nothing, and no other value than a status is taken", async () => {
  const errors = [];
  const onError = (error) => errors.push(error.message);
  for (const [result, status] of [
    [{ id: 1, refused: undefined }, 200],
    [{ id: 1, refused: undefined, detail: undefined }, 200],
    [{ id: 1, refused: 403 }, 403],
    // It identifies nobody.
    [{ refused: undefined }, 500],
    [{ id: 1, refused: false }, 500],
    [{ id: 1, refused: null }, 500],
    [{ id: 1, refused: 200 }, 500],
  ]) {
    await withProxy({ authorize: () => result, onError }, async ({ send, delivered }) => {
      assert.equal((await send("GET", "/assistants")).status, status, JSON.stringify(result));
      assert.equal(delivered.length, status === 200 ? 1 : 0);
    });
  }
  assert.equal(errors.length, 4);
  for (const message of errors.slice(1)) assert.match(message, /or absent if the request is not refused/);
});

test("authorize is called with the request, the operation and its ids, before the body is read", async () => {
  const seen = [];
  const authorize = (request, { operation, ids, context }) => {
    seen.push([request.headers.get("cookie"), request.bodyUsed, operation, ids, context.incoming.method]);
    return true;
  };
  await withProxy({ authorize }, async ({ send }) => {
    await send("PUT", "/assistants/17x01", { body: { name: "B" }, headers: { cookie: "session=1" } });
  });
  assert.deepEqual(seen, [["session=1", false, "agents.update", ["17x01"], "PUT"]]);
});

test("authorize reads the params within the limits; changing them changes nothing", async () => {
  const seen = [];
  const authorize = async (_, { params }) => {
    const read = await params();
    seen.push(read.phone);
    read.phone = "+14155550199";
    return (await params()).phone !== "+14155550199";
  };
  await withProxy({ authorize, maxBodySize: 200 }, async ({ place, send, delivered }) => {
    assert.equal((await place()).status, 200);
    assert.deepEqual(JSON.parse(delivered[0].body), call);
    assert.equal((await place(undefined, { ...call, phone: "0800" })).status, 422);
    assert.equal((await place(undefined, { ...call, name: "a".repeat(300) })).status, 413);
    assert.equal((await send("GET", "/assistants?limit=5")).status, 200);
    assert.equal((await send("GET", "/calls/17x01")).status, 200);
    assert.equal(delivered.length, 3);
  });
  assert.deepEqual(seen, [call.phone, undefined, undefined]);
});

test("an authorize that does not wait for the params does not end the process", async () => {
  for (const result of [true, false]) {
    const authorize = (_, { params }) => {
      params();
      return result;
    };
    await withProxy({ authorize }, async ({ place, delivered }) => {
      assert.equal((await place(undefined, { ...call, phone: "0800" })).status, result ? 422 : 401);
      await new Promise((resolve) => setTimeout(resolve, 20));
      assert.equal(delivered.length, 0);
    });
  }
});

test("an authorize that reads the body itself fails, and says so", async () => {
  const errors = [];
  const authorize = async (request) => Boolean(await request.text());
  await withProxy(
    { authorize, onError: (error) => errors.push(error.message) },
    async ({ place, delivered }) => {
      assert.equal((await place()).status, 500);
      assert.equal(delivered.length, 0);
    },
  );
  assert.match(errors[0], /await params\(\) instead/);
});

test("an authorize that never settles does not hold its request for ever; nothing is forwarded", async (context) => {
  const proxyOptions = { authorize: () => new Promise(() => {}), bodyTimeout: 1000 };
  await withProxy(proxyOptions, async ({ upstream, delivered }) => {
    const errors = [];
    const onError = (error) => errors.push(error.message);
    const proxy = createProxy(optionsFor(upstream, { ...proxyOptions, onError }));
    context.mock.timers.enable({ apis: ["setTimeout"] });
    const pending = proxy(new Request("http://own.example/synthflow/assistants"));
    await new Promise(setImmediate);
    context.mock.timers.tick(61_000);
    assert.equal((await pending).status, 503);
    assert.deepEqual([errors, delivered.length], [["authorize did not settle within 61000 ms"], 0]);
  });
});
