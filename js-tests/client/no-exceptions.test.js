/**
 * A request that succeeds throws nothing inside, not even what is caught: an exception captures the stack, which takes longer
 * than all else that a request costs. Counted by a debugger in a worker.
 */

import assert from "node:assert/strict";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { Worker } from "node:worker_threads";
import { Synthflow } from "synthflow-wasm";

const debug = `
  const { parentPort } = require("node:worker_threads");
  const session = new (require("node:inspector").Session)();
  session.connectToMainThread();
  let thrown = [];
  session.on("Debugger.paused", ({ params: { data, callFrames } }) => {
    const frames = callFrames.slice(0, 3).map(({ functionName }) => functionName).join(" < ");
    thrown.push(String(data?.description).split("\\n")[0] + " in " + frames);
    session.post("Debugger.resume");
  });
  session.post("Debugger.enable");
  parentPort.on("message", (state) => {
    session.post("Debugger.setPauseOnExceptions", { state }, () => {
      parentPort.postMessage(thrown);
      thrown = [];
    });
  });
  parentPort.postMessage([]);
`;

const worker = new Worker(debug, { eval: true });
before(() => once(worker, "message"));
after(() => worker.terminate());

/** What is thrown while a function runs. */
const thrownIn = async (run) => {
  const pauseOn = async (state) => {
    worker.postMessage(state);
    return (await once(worker, "message"))[0];
  };
  await pauseOn("all");
  try {
    await run();
  } finally {
    await new Promise(setImmediate);
  }
  return pauseOn("none");
};

const calls = [
  { call_id: "c", status: "completed", duration: "5", executed_actions: { a: { return_value: '{"x": 1}' } } },
];
const fetch = async (_, { method }) =>
  Response.json({ status: "ok", response: method === "POST" ? { call_id: "c" } : { calls } });
const create = () => new Synthflow({ apiKey: "test", region: "us", fetch, logLevel: "off" });
const params = { model_id: "m", phone: "+14155550123", name: "Sam", custom_variables: { a: 1 } };
const client = create();

const requests = {
  "the construction of a client": () => create(),
  "a creation": () => client.calls.create(params),
  "a creation with options": () =>
    client.calls.create(params, {
      timeout: 5000,
      maxRetries: 1,
      headers: { "x-a": "b" },
      signal: new AbortController().signal,
    }),
  "a resource": () => client.agents.update("m", { name: "Reminder" }),
  "a wait": () => client.calls.wait("c"),
  "a list": () => client.calls.list({ model_id: "m" }).toArray(),
};

for (const [what, run] of Object.entries(requests))
  test(`${what} throws nothing inside`, async () => {
    assert.deepEqual(await thrownIn(run), []);
  });

test("a response throws inside only what whoever awaits its data gets", async () => {
  const thrown = await thrownIn(() => client.calls.create(params).asResponse());
  assert.deepEqual(thrown.length, 1);
  assert.match(thrown[0], /asResponse was called/);
});

test("what is caught is counted", async () => {
  const thrown = await thrownIn(() => client.calls.get("").catch(() => {}));
  assert.match(thrown.join(), /SynthflowError/);
});
