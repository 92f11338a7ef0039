/** Ten thousand concurrent requests: each is delivered once, and its response goes to the right caller. */

import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";

const ALL = 10_000;

/** The limit of open files of this process; each request in flight needs one. */
const files = () => {
  const limit = process.report.getReport().userLimits?.open_files?.soft;
  return limit === undefined || limit === "unlimited" ? Number.POSITIVE_INFINITY : Number(limit);
};

const skip =
  files() < ALL + 500 && !process.env.CI && `skipped: needs ${ALL + 500} open files (ulimit -n ${ALL + 500})`;

test(`${ALL} requests in flight at once, half of them calls`, { skip }, async () => {
  const gate = fork(new URL("gate.mjs", import.meta.url), [ALL]);
  try {
    const [{ url }] = await once(gate, "message");
    const client = new Synthflow({ apiKey: "test", baseURL: `${url}/v2`, maxRetries: 0, logLevel: "off" });
    const ids = Array.from({ length: ALL }, (_, index) => `c${index}`);
    const ask = async (name, index) => {
      const call = { model_id: "m", name, phone: "+14155550100" };
      const { call_id } = await (index % 2 ? client.calls.create(call) : client.calls.get(name));
      assert.equal(call_id, name);
    };
    await Promise.all(ids.map(ask));
    gate.send("what arrived?");
    const [{ arrived }] = await once(gate, "message");
    assert.deepEqual(arrived.sort(), ids.sort());
  } finally {
    gate.kill();
  }
});
