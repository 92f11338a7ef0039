/** A trap in the core is a clear error, and the next call gets a new core. */

import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as slim from "synthflow-wasm/slim";
import { rejection, withServer } from "../support/server.js";
import { judge, makeCases } from "./cases.js";
import { plantedCore } from "./planted.js";
import { runCases } from "./run.js";
import { startFaultServer } from "./server.js";

const call = { model_id: "m", name: "Sam", phone: "+14155550100" };

const options = (fetch) => ({ apiKey: "secret-key-1234567890", fetch, logLevel: "off" });

const good = async () => Response.json({ status: "ok", response: { call_id: "c", assistants: [] } });

before(() => slim.initSync(plantedCore()));

const crashed = (error, outcome, attempts) => {
  assert.ok(error instanceof slim.SynthflowError, String(error));
  assert.match(error.message, /the core failed: RuntimeError: .*This is a bug/s);
  assert.deepEqual([error.outcome, error.attempts], [outcome, attempts]);
  assert.ok(error.cause instanceof WebAssembly.RuntimeError);
  assert.ok(!error.stack.includes("secret-key"));
};

test("a trap is a clear error, and the same client still works", async () => {
  let broken = true;
  const client = new slim.Synthflow(
    options(async () => {
      if (broken) throw new TypeError("fetch failed");
      return good();
    }),
  );
  for (let round = 0; round < 50; round += 1) {
    broken = true;
    crashed(await rejection(client.calls.create(call)), "unknown", 1);
    broken = false;
    assert.equal((await client.calls.create(call)).call_id, "c");
  }
  assert.equal(slim.check("agents.create", {}).length, 3);
});

test("requests in progress end with it, with the right outcome", async () => {
  let release;
  const held = new Promise((resolve) => {
    release = resolve;
  });
  const waiting = new slim.Synthflow(options(() => held.then(good)));
  const under = waiting.calls.create(call);
  const keyed = new slim.Synthflow({ ...options(good), apiKey: () => held.then(() => "key") });
  const before = keyed.calls.create(call);
  const list = await new slim.Synthflow(options(good)).agents.list();
  const failing = new slim.Synthflow(
    options(async () => {
      throw new TypeError("fetch failed");
    }),
  );
  crashed(await rejection(failing.agents.list()), "unknown", 1);
  release();
  crashed(await rejection(under), "unknown", 1);
  crashed(await rejection(before), "not-sent", 0);
  // Earlier results are unaffected, and both clients work.
  assert.deepEqual(list.data, []);
  assert.equal((await waiting.calls.create(call)).call_id, "c");
  assert.equal((await keyed.calls.create(call)).call_id, "c");
});

test("options are validated again, and invalid ones are reported", async () => {
  assert.throws(() => new slim.Synthflow({ apiKey: "a\nb" }), slim.SynthflowError);
  await withServer(
    () => ({}),
    async ({ url }) => {
      const client = new slim.Synthflow({ apiKey: "test", baseURL: url, logLevel: "off" });
      assert.ok((await rejection(client.calls.get(""))) instanceof slim.SynthflowError);
    },
  );
});

test("the fault tests notice a trap", async () => {
  const cases = makeCases(200);
  const server = await startFaultServer();
  try {
    server.expect(cases);
    const { results } = await runCases(slim, { ...server, cases });
    const wrong = cases.filter((one) => judge(one, results[one.id], server.delivered(one.id)).length > 0);
    assert.ok(wrong.length > 10, `${wrong.length} of 200 cases were found wrong`);
  } finally {
    await server.close();
  }
});
