/** Copies of a request: one forward for each idempotency key, and the same response to every copy. */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { createMemoryStore } from "../../pkg-template/proxy/store.js";
import { call, withProxy } from "./support.js";

const slowly = async (_, __, index) => {
  await new Promise((resolve) => setTimeout(resolve, 150));
  return { status: "ok", response: { call_id: `call ${index}` } };
};

const bodies = (responses) => Promise.all(responses.map((response) => response.text()));

test("a race of 100 copies: one forward, one response", () =>
  withProxy(
    {},
    async ({ place, delivered }) => {
      const key = randomUUID();
      const responses = await Promise.all(Array.from({ length: 100 }, () => place(key)));
      assert.deepEqual([...new Set(responses.map(({ status }) => status))], [200]);
      assert.deepEqual(
        [...new Set(await bodies(responses))],
        ['{"status":"ok","response":{"call_id":"call 0"}}'],
      );
      assert.equal(delivered.length, 1);
    },
    slowly,
  ));

test("copies after the response get it too; another key is another request", () =>
  withProxy(
    {},
    async ({ place, delivered }) => {
      const [one, other] = [randomUUID(), randomUUID()];
      const responses = [];
      for (const key of [one, one, other, one, other]) responses.push(await place(key));
      const ids = (await bodies(responses)).map((text) => JSON.parse(text).response.call_id);
      assert.deepEqual(ids, ["call 0", "call 0", "call 1", "call 0", "call 1"]);
      assert.equal(delivered.length, 2);
    },
    slowly,
  ));

test("a copy of a request that failed gets the same error, and is not forwarded", async () => {
  for (const [respond, status] of [
    [(_, response) => void response.destroy(), 502],
    [(_, response) => void response.writeHead(500).end("{}"), 500],
    [
      (_, response) =>
        void response.writeHead(422, { "content-type": "application/json" }).end('{"detail":"no"}'),
      422,
    ],
    [
      (_, response) =>
        void response.writeHead(200, { "content-length": 99 }).write("{", () => response.destroy()),
      502,
    ],
    [() => undefined, 504],
  ]) {
    await withProxy(
      { timeout: 300 },
      async ({ place, delivered }) => {
        const key = randomUUID();
        const [one, other] = await Promise.all([place(key), place(key)]);
        const later = await place(key);
        assert.deepEqual(
          [one, later].map((response) => response.status),
          [status, status],
        );
        // A copy waits no longer than one attempt takes.
        assert.ok([status, 504].includes(other.status));
        const [text, , repeated] = await bodies([one, other, later]);
        assert.equal(repeated, text);
        assert.equal(delivered.length, 1);
      },
      respond,
    );
  }
});

test("without a key, or with one that is not a unique text, nothing is forwarded", () =>
  withProxy({}, async ({ send, place, delivered }) => {
    const missing = await send("POST", "/calls", { body: call });
    assert.equal(missing.status, 400);
    assert.match((await missing.json()).detail, /calls\.create needs the header idempotency-key/);
    for (const key of ["", "short", "a".repeat(256), "two words here", "12345678, 87654321"]) {
      assert.equal((await place(key)).status, 400, key);
    }
    assert.equal(delivered.length, 0);
  }));

test("idempotent requests need no key, and each is forwarded", () =>
  withProxy({}, async ({ send, delivered }) => {
    const headers = { "idempotency-key": randomUUID() };
    for (const method of ["PUT", "PUT"])
      await send(method, "/assistants/17x01", { body: { name: "B" }, headers });
    await send("DELETE", "/assistants/17x01");
    assert.equal(delivered.length, 3);
  }));

test("a key that was used for a different request is refused", () =>
  withProxy({}, async ({ place, delivered }) => {
    const key = randomUUID();
    await place(key);
    assert.equal((await place(key, { ...call, phone: "+14155550199" })).status, 422);
    assert.equal(delivered.length, 1);
  }));

test("a copy is one whatever the order of its fields, its spaces and its escapes are", () =>
  withProxy({}, async ({ send, place, delivered }) => {
    const key = randomUUID();
    const list = [{ key: "a", value: "1" }];
    assert.equal((await place(key, { ...call, custom_variables: list })).status, 200);
    const { model_id, name, phone } = call;
    const other = { custom_variables: [{ value: "1", key: "a" }], phone, name, model_id };
    const escaped = JSON.stringify(other, undefined, 2).replace('"Sam"', '"\\u0053am"');
    for (const text of [JSON.stringify(other), escaped]) {
      const copy = await send("POST", "/calls", { text, headers: { "idempotency-key": key } });
      assert.equal(copy.status, 200, text);
    }
    // The order of a list does matter.
    const values = (...names) => names.map((name) => ({ key: name, value: "1" }));
    const ordered = randomUUID();
    assert.equal((await place(ordered, { ...call, custom_variables: values("a", "b") })).status, 200);
    assert.equal((await place(ordered, { ...call, custom_variables: values("b", "a") })).status, 422);
    assert.equal(delivered.length, 2);
  }));

test("a key belongs to one identity and one operation", () => {
  const authorize = ({ headers }) => headers.get("x-user");
  return withProxy({ authorize }, async ({ place, send, delivered }) => {
    const key = randomUUID();
    for (const user of ["1", "2", "1"])
      assert.equal((await place(key, call, { "x-user": user })).status, 200);
    assert.equal(delivered.length, 2);
    const headers = { "idempotency-key": key, "x-user": "1" };
    await send("POST", "/chat/c-1/messages", { body: { message: "Hi" }, headers });
    const other = await send("POST", "/chat/c-2/messages", { body: { message: "Hi" }, headers });
    assert.equal(other.status, 422);
    assert.deepEqual(
      delivered.map(({ url }) => url),
      ["/v2/calls", "/v2/calls", "/v2/chat/c-1/messages"],
    );
  });
});

test("a recorded request that somebody else replays is not forwarded", () => {
  const authorize = ({ headers }) => headers.get("cookie") === "session=1" && "1";
  return withProxy({ authorize }, async ({ place, delivered }) => {
    const key = randomUUID();
    assert.equal((await place(key, call, { cookie: "session=1" })).status, 200);
    assert.equal((await place(key)).status, 401);
    assert.equal((await place(key, call, { cookie: "session=1" })).status, 200);
    assert.equal(delivered.length, 1);
  });
});

test("the page leaves before the response: the request goes on, and a copy gets its response", () =>
  withProxy(
    {},
    async ({ send, place, delivered }) => {
      const key = randomUUID();
      const signal = AbortSignal.timeout(60);
      const headers = { "idempotency-key": key };
      await assert.rejects(send("POST", "/calls", { body: call, headers, signal }));
      const copy = await place(key);
      assert.equal((await copy.json()).response.call_id, "call 0");
      assert.equal(delivered.length, 1);
    },
    slowly,
  ));

/** A store of several processes, with what it was called with. */
const createSharedStore = () => {
  const memory = createMemoryStore();
  const calls = [];
  const recorded =
    (name) =>
    async (key, ...more) => {
      calls.push([name, key, ...more]);
      return memory[name](key, ...more);
    };
  return { calls, claim: recorded("claim"), get: recorded("get"), set: recorded("set") };
};

test("two processes with one store: one forward", async () => {
  const store = createSharedStore();
  await withProxy(
    { store },
    async (first) =>
      withProxy(
        { store },
        async (second) => {
          const key = randomUUID();
          const responses = await Promise.all([first, second, second, first].map(({ place }) => place(key)));
          assert.equal(new Set(await bodies(responses)).size, 1);
          assert.equal(first.delivered.length + second.delivered.length, 1);
        },
        slowly,
      ),
    slowly,
  );
  const texts = JSON.stringify(store.calls.filter(([name]) => name === "claim"));
  assert.ok(!texts.includes(call.phone) && !texts.includes(call.name), texts);
  // What is on its way lasts longer than any request, with all its retries.
  const durations = { claim: 1_200_000, set: 600_000 };
  assert.ok(store.calls.every(([name, , , duration]) => duration === durations[name]));
});

test("the process that forwarded it has ended: a copy is not forwarded, and the outcome is unknown", async () => {
  const store = createSharedStore();
  const key = randomUUID();
  await withProxy({ store: { ...store, set: async () => {} } }, ({ place }) => place(key));
  await withProxy({ store, timeout: 300 }, async ({ place, delivered }) => {
    const copy = await place(key);
    assert.equal(copy.status, 504);
    assert.equal((await copy.json()).outcome, "unknown");
    assert.equal(delivered.length, 0);
  });
});

test("a store that fails, or returns something else: nothing is forwarded", async () => {
  const fail = async () => {
    throw new Error("connection to 10.0.0.1 lost");
  };
  const memory = createMemoryStore();
  for (const claim of [
    fail,
    async () => "OK",
    async () => true,
    async () => 1,
    async () => ({}),
    async () => "{}",
  ]) {
    const errors = [];
    const onError = (error) => errors.push(error);
    await withProxy({ store: { ...memory, claim }, onError }, async ({ place, delivered }) => {
      const response = await place();
      assert.equal(response.status, 503);
      assert.ok(!(await response.text()).includes("10.0.0.1"));
      assert.equal(delivered.length, 0);
      assert.equal(errors.length, 1);
    });
  }
  for (const [name, first, then, count] of [
    ["set", 200, 504, 1],
    ["get", 503, 504, 0], // what was claimed is read back
  ]) {
    await withProxy(
      { store: { ...createMemoryStore(), [name]: fail }, timeout: 300 },
      async ({ place, delivered }) => {
        const key = randomUUID();
        assert.deepEqual([(await place(key)).status, delivered.length], [first, count]);
        assert.equal((await place(key)).status, then);
        assert.equal(delivered.length, count);
      },
    );
  }
});

test("a store that does not respond: nothing is forwarded, or the response is passed on all the same", async () => {
  const never = () => new Promise(() => {});
  for (const [name, status, count] of [
    ["claim", 503, 0],
    ["set", 200, 1],
  ]) {
    const errors = [];
    const onError = (error) => errors.push(error.message);
    await withProxy(
      { store: { ...createMemoryStore(), [name]: never }, onError },
      async ({ place, delivered }) => {
        assert.equal((await place()).status, status);
        assert.equal(delivered.length, count);
      },
    );
    assert.match(errors[0], /the store did not respond to \w+ within 5000 ms/);
  }
});

test("an error of onError itself changes nothing", async () => {
  for (const onError of [
    () => {
      throw new Error("x");
    },
    async () => {
      throw new Error("x");
    },
  ]) {
    await withProxy(
      { onError },
      async ({ place }) => assert.equal((await place()).status, 502),
      (_, response) => void response.destroy(),
    );
  }
});
