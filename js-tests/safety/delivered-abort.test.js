/** A request that is aborted in the turn it was made in does not leave: S35. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { APIAbortError, Synthflow } from "synthflow-wasm";
import { rejection, withServer } from "../support/server.js";
import { call, creating, forEach, repeating, withGlobal } from "./support.js";

const created = () => ({ status: "ok", response: { call_id: "c" } });

/** Runs something after so many microtasks. */
const after = (turns, run) => (turns > 0 ? Promise.resolve().then(() => after(turns - 1, run)) : run());

const isNotSent = (error, what) => {
  assert.ok(error instanceof APIAbortError, `${what}: ${error?.stack}`);
  assert.equal(error.outcome, "not-sent", what);
};

test("S35: the effect that strict mode runs twice places one call", async () => {
  await withServer(created, async ({ client, delivered }) => {
    const one = client();
    for (let round = 1; round <= 20; round += 1) {
      const effect = () => {
        const controller = new AbortController();
        const result = one.calls.create(call, { signal: controller.signal });
        return [result, () => controller.abort()];
      };
      const [first, cleanUp] = effect();
      cleanUp();
      const [second] = effect();
      isNotSent(await rejection(first), `round ${round}`);
      assert.equal((await second).call_id, "c");
      assert.equal(delivered.length, round);
    }
  });
});

for (const turns of [0, 1, 2, 5, 9]) {
  test(`S35: an abort ${turns} microtasks later: nothing is sent, by every call form`, async () => {
    await withServer(created, async ({ client, delivered }) => {
      let called = 0;
      const fetching = (...args) => {
        called += 1;
        return fetch(...args);
      };
      for (const options of [{}, { fetch: fetching }, { apiKey: async () => "key" }]) {
        await forEach({ ...creating, ...repeating }, async (send, name) => {
          const controller = new AbortController();
          const result = send(client(options), { signal: controller.signal });
          after(turns, () => controller.abort());
          isNotSent(await rejection(result), name);
        });
      }
      await sleep(50);
      assert.deepEqual([delivered.length, called], [0, 0]);
    });
  });
}

test("S35: reason, cause and attempts of such an abort", async () => {
  await withServer(created, async ({ client }) => {
    const controller = new AbortController();
    const result = client().calls.create(call, { signal: controller.signal });
    controller.abort("gone");
    const error = await rejection(result);
    assert.deepEqual([error.cause, error.attempts], ["gone", 0]);
  });
});

test("S35: a signal that fired before, of any kind", async () => {
  await withServer(created, async ({ client, delivered }) => {
    const both = AbortSignal.any([AbortSignal.abort(), new AbortController().signal]);
    for (const signal of [AbortSignal.abort(), both]) {
      isNotSent(await rejection(client().calls.create(call, { signal })), "aborted");
    }
    assert.equal(delivered.length, 0);
  });
});

test("S35: validation stays synchronous, and no timer is needed before sending", async () => {
  await withServer(created, async ({ client, delivered }) => {
    const { signal } = new AbortController();
    const params = { ...call };
    const result = client().calls.create(params, { signal });
    params.phone = "+14155550199";
    await result;
    assert.equal(JSON.parse(delivered[0].body).phone, call.phone);
    // Timers that do not fire, as with a test's fake ones.
    const real = setTimeout;
    let sent = 0;
    const fetching = async (...args) => {
      sent += 1;
      return fetch(...args);
    };
    const stuck = await withGlobal(
      "setTimeout",
      (run) => real(run, 2 ** 31 - 1).unref(),
      () => client({ fetch: fetching }).calls.create(call, { signal }),
    );
    assert.deepEqual([stuck.call_id, sent], ["c", 1]);
  });
});

test("S35: an abort once the request has left is unknown, after one delivery", async () => {
  const controller = new AbortController();
  const respond = () => {
    controller.abort();
  };
  await withServer(respond, async ({ client, delivered }) => {
    const error = await rejection(client().calls.create(call, { signal: controller.signal }));
    assert.ok(error instanceof APIAbortError);
    assert.deepEqual([error.outcome, delivered.length], ["unknown", 1]);
  });
});

test("S35: an abort once the key is there and before fetch is called: not sent", async () => {
  for (let turns = 1; turns < 8; turns += 1) {
    let called = 0;
    const controller = new AbortController();
    const fetch = async () => {
      called += 1;
      return { status: 200, text: async () => '{"call_id":"c"}' };
    };
    const apiKey = async () => {
      after(turns, () => controller.abort());
      return "key";
    };
    const client = new Synthflow({ apiKey, fetch });
    const error = await client.calls.create(call, { signal: controller.signal }).catch((error) => error);
    if (called > 0) continue;
    assert.ok(error instanceof APIAbortError);
    assert.equal(error.outcome, "not-sent", `${turns} turns`);
  }
});
