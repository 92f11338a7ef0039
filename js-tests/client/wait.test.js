/** `calls.wait`: when it ends, and that it leaks nothing. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { APITimeoutError, Synthflow } from "synthflow-wasm";
import { rejection } from "../support/server.js";

/** A client whose calls go through these statuses. */
const withCalls = (calls) => {
  const left = [...calls];
  const fetch = async () => {
    const call = { call_id: "c", ...(left.shift() ?? assert.fail("asked once more")) };
    return new Response(JSON.stringify({ status: "ok", response: { calls: [call] } }));
  };
  return new Synthflow({ apiKey: "test", fetch, logLevel: "off" });
};

const FINAL = [
  "completed",
  "failed",
  "no-answer",
  "busy",
  "canceled",
  "user-canceled",
  "hangup_on_voicemail",
  "left_voicemail",
  "spam",
];

test("every final status ends the wait, in `status` or in `call_status`", async () => {
  for (const status of FINAL) {
    const calls = [{ status }, { call_status: status }, { status: null, call_status: status }];
    for (const call of [...calls, { status: {}, call_status: status }]) {
      const client = withCalls([{ status: "queue" }, call]);
      assert.equal((await client.calls.wait("c", { interval: 1 })).call_id, "c", JSON.stringify(call));
    }
  }
});

test("onChange is called for changes only, and is awaited", async () => {
  const statuses = ["queue", "queue", "in-progress", "in-progress", "completed"];
  const seen = [];
  let running = 0;
  const onChange = async ({ status }) => {
    running += 1;
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    seen.push(status);
  };
  const client = withCalls(statuses.map((status) => ({ status })));
  await client.calls.wait("c", { interval: 1, onChange });
  assert.deepEqual(seen, ["queue", "in-progress", "completed"]);
  assert.equal(running, 0);
});

test("the wait rejects with the error of onChange", async () => {
  const mine = new Error("mine");
  const onChange = () => Promise.reject(mine);
  const client = withCalls([{ status: "in-progress" }]);
  assert.equal(await rejection(client.calls.wait("c", { interval: 1, timeout: 500, onChange })), mine);
});

test("its timeout aborts the request in flight", async () => {
  let inner;
  const fetch = (_, { signal }) => {
    inner = signal;
    return new Promise(() => {});
  };
  const client = new Synthflow({ apiKey: "test", fetch, logLevel: "off" });
  const error = await rejection(client.calls.wait("c", { interval: 1, timeout: 20 }));
  assert.ok(error instanceof APITimeoutError, String(error));
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(inner.aborted, true);
});

test("its options are checked, before anything is sent", async () => {
  const client = withCalls([]);
  for (const [options, message] of [
    [{ interval: 0 }, /calls\.wait option interval: expected a finite number of milliseconds above 0, got 0/],
    [{ timeout: Number.POSITIVE_INFINITY }, /calls\.wait option timeout/],
    [{ onChange: 1 }, /calls\.wait option onChange: expected a function, got 1/],
    [{ signal: {} }, /calls\.wait option signal: expected an AbortSignal/],
    [{ onchange: () => {} }, /there is no calls\.wait option "onchange"; did you mean "onChange"\?/],
    [5, /calls\.wait options: expected an object, got 5/],
  ]) {
    const error = await rejection(client.calls.wait("c", options));
    assert.match(error.message, message);
    assert.equal(error.outcome, "not-sent");
  }
});

test("its end says what happened to the call", async () => {
  const pending = () =>
    new Synthflow({ apiKey: "test", fetch: () => new Promise(() => {}), logLevel: "off" });
  const late = await rejection(pending().calls.wait("c", { timeout: 1 }));
  assert.match(
    late.message,
    /^no status of the call within 1 ms; check the id, or raise `timeout`; failures are in the log at level debug$/,
  );
  const signal = AbortSignal.abort("enough");
  const aborted = await rejection(pending().calls.wait("c", { signal }));
  assert.equal(aborted.message, "aborted by the caller's signal; the call continues");
  assert.deepEqual([aborted.name, aborted.outcome, aborted.cause], ["APIAbortError", "unknown", "enough"]);
});
