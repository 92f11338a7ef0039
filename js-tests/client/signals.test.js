/** The effect of an abort in each phase, and on others that share the signal. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { APIAbortError, Synthflow } from "synthflow-wasm";
import { rejection } from "../support/server.js";

const create = (fetch) => new Synthflow({ apiKey: "test", fetch, logLevel: "off" });

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("an abort in the delay after a refusal: the request was refused", async () => {
  const controller = new AbortController();
  const client = create(
    async () => new Response('{"detail":"slow down"}', { status: 429, headers: { "retry-after": "30" } }),
  );
  const failed = rejection(client.agents.list({}, { signal: controller.signal }));
  await turn();
  controller.abort();
  const error = await failed;
  assert.ok(error instanceof APIAbortError, String(error));
  assert.deepEqual([error.outcome, error.attempts], ["refused", 1]);
});

test("a request that ends does not affect others that share its signal", async () => {
  const controller = new AbortController();
  const pending = [];
  const fetch = () => new Promise((resolve) => pending.push(resolve));
  const client = create(fetch);
  const options = { signal: controller.signal };
  const first = client.agents.list({}, options);
  const second = rejection(client.agents.list({}, options));
  await turn();
  assert.equal(pending.length, 2);
  pending[0](new Response('{"response":{"assistants":[]}}'));
  assert.deepEqual((await first).data, []);
  controller.abort(new Error("mine"));
  const error = await Promise.race([second, turn().then(turn)]);
  assert.ok(error instanceof APIAbortError, String(error));
  assert.equal(error.cause.message, "mine");
});

test("the signal aborts the body of a response that was requested late", async () => {
  const controller = new AbortController();
  let inner;
  let respond;
  const fetch = (_, { signal }) => {
    inner = signal;
    return new Promise((resolve) => {
      respond = resolve;
    });
  };
  const promise = create(fetch).agents.get("a", {}, { signal: controller.signal });
  await turn();
  const raw = promise.asResponse();
  respond(new Response("{}"));
  assert.equal(await (await raw).text(), "{}");
  assert.equal(inner.aborted, false);
  controller.abort();
  assert.equal(inner.aborted, true);
});
