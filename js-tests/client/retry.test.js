import assert from "node:assert/strict";
import { test } from "node:test";
import { APIConnectionError, APITimeoutError, InternalServerError, RateLimitError } from "synthflow-wasm";
import { rejection, reply, startServer, withServer } from "../support/server.js";

const call = { model_id: "m", name: "Sam", phone: "+14155550100" };

/** Reads the request, then breaks the connection. */
const resetAfterRead = (_, response) => {
  response.socket.resetAndDestroy();
};

test("a call whose response is lost is delivered once and has the outcome unknown", async () => {
  await withServer(resetAfterRead, async ({ client, delivered }) => {
    const error = await rejection(client().calls.create(call));
    assert.equal(delivered.length, 1);
    assert.ok(error instanceof APIConnectionError, String(error));
    assert.equal(error.outcome, "unknown");
    assert.equal(error.attempts, 1);
    assert.match(
      error.message,
      /the call may have been placed; check with calls\.findPlaced whether it took effect before retrying/,
    );
  });
});

for (const status of [408, 500, 502, 503, 504]) {
  test(`after a ${status}, calls.create is delivered once, agents.list three times`, async () => {
    const respond = (_, response) => reply(response, status, { detail: "no" });
    await withServer(respond, async ({ client, delivered }) => {
      const failed = await rejection(client().calls.create(call));
      assert.equal(failed.status, status);
      assert.equal(failed.outcome, "unknown");
      assert.equal(delivered.length, 1);
      const safe = await rejection(client().agents.list());
      assert.equal(safe.attempts, 3);
      assert.equal(delivered.length, 4);
      if (status >= 500) assert.ok(safe instanceof InternalServerError);
    });
  });
}

test("a 429 definitely had no effect: it is retried after the delay of Retry-After", async () => {
  const times = [];
  const respond = (_, response, index) => {
    times.push(performance.now());
    if (index === 0) return reply(response, 429, { detail: "slow down" }, { "retry-after": "1" });
    return { status: "ok", response: { call_id: "c" } };
  };
  await withServer(respond, async ({ client }) => {
    assert.equal((await client().calls.create(call)).call_id, "c");
    assert.ok(times[1] - times[0] >= 990, `waited ${times[1] - times[0]} ms`);
  });
});

test("a Retry-After above maxRetryAfter rejects immediately and says when to retry", async () => {
  const respond = (_, response) => reply(response, 429, { detail: "slow down" }, { "retry-after": "3600" });
  await withServer(respond, async ({ client, delivered }) => {
    const error = await rejection(client().calls.create(call));
    assert.ok(error instanceof RateLimitError);
    assert.equal(delivered.length, 1);
    assert.equal(error.retryAfter, 3_600_000);
    assert.equal(error.outcome, "refused");
    assert.match(error.message, /retry after 3600 s/);
  });
});

test("a refused connection is retried, even for a call", async () => {
  const server = await startServer(() => ({}));
  const client = server.client({ maxRetries: 1 });
  await server.close();
  const error = await rejection(client.calls.create(call));
  assert.ok(error instanceof APIConnectionError);
  assert.equal(error.outcome, "not-sent");
  assert.equal(error.attempts, 2);
});

test("S4: a body that fails like a refused connection: there was a response, so it is delivered once", async (context) => {
  await withServer(
    () => ({ status: "ok", response: { call_id: "c" } }),
    async ({ url, client, delivered }) => {
      const { port } = new URL(url);
      const refused = { code: "ECONNREFUSED", syscall: "connect", address: "127.0.0.1", port: Number(port) };
      // The response is from the host's own fetch, whose errors are trusted until there is a response.
      const read = context.mock.method(Response.prototype, "text", async () => {
        throw Object.assign(new Error(`connect ECONNREFUSED 127.0.0.1:${port}`), refused);
      });
      const error = await rejection(client().calls.create(call));
      assert.equal(read.mock.callCount(), 1);
      assert.equal(error.outcome, "unknown");
      assert.equal(delivered.length, 1);
    },
  );
});

test("one attempt that may have had an effect makes the whole outcome unknown", async () => {
  // agents.update is idempotent: the second response, a 404, does not undo the effect of the first request.
  const respond = (_, response, index) =>
    index === 0 ? resetAfterRead(_, response) : reply(response, 404, { detail: "gone" });
  await withServer(respond, async ({ client, delivered }) => {
    const error = await rejection(client().agents.update("m", { name: "B" }));
    assert.equal(delivered.length, 2);
    assert.equal(error.status, 404);
    assert.equal(error.outcome, "unknown");
  });
});

test("the timeout covers the body; a call that times out is delivered once", async () => {
  const stall = (_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"status":');
  };
  await withServer(stall, async ({ client, delivered }) => {
    const error = await rejection(client({ timeout: 150 }).calls.create(call));
    assert.ok(error instanceof APITimeoutError && error instanceof APIConnectionError);
    assert.equal(error.outcome, "unknown");
    assert.equal(delivered.length, 1);
    const safe = await rejection(client({ timeout: 100, maxRetries: 1 }).agents.list());
    assert.equal(safe.attempts, 2);
  });
});

test("maxRetries of the request overrides the client's", async () => {
  const respond = (_, response) => reply(response, 503, {});
  await withServer(respond, async ({ client, delivered }) => {
    await rejection(client({ maxRetries: 5 }).agents.list({}, { maxRetries: 0 }));
    assert.equal(delivered.length, 1);
  });
});

test("permanent failures are not retried", async () => {
  const statuses = [400, 401, 403, 404, 409, 422, 501];
  await withServer(
    (_, response, index) => reply(response, statuses[index], {}),
    async ({ client, delivered }) => {
      for (const status of statuses) assert.equal((await rejection(client().agents.list())).status, status);
      assert.equal(delivered.length, statuses.length);
    },
  );
});

test("an undeclared POST is not retried after an unknown outcome, an undeclared GET is", async () => {
  const respond = (_, response) => reply(response, 500, {});
  await withServer(respond, async ({ client, delivered }) => {
    await rejection(client().request("POST", "/new", { a: 1 }));
    assert.equal(delivered.length, 1);
    await rejection(client().request("GET", "/new"));
    assert.equal(delivered.length, 4);
  });
});
