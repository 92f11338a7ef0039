/**
 * A million sequential requests of every kind and result: the memory of the wasm and the heap do not grow after the
 * warm-up. `LOAD_REQUESTS` is their number; outside CI there are fewer.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Synthflow, SynthflowError } from "synthflow-wasm";
import { kinds } from "../support/kinds.js";

const ALL = Number(process.env.LOAD_REQUESTS ?? (process.env.CI ? 1_000_000 : 200_000));
const WARM_UP = ALL / 10;

/** The tolerance for the heap, in bytes. */
const NOISE = 2_000_000;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

const { Instance } = WebAssembly;
const { random } = Math;
const cores = [];

/** The sizes that a leak would increase. */
const sizes = async () => {
  // Lets pending tasks complete first.
  await new Promise((resolve) => setTimeout(resolve, 20));
  for (let round = 0; round < 3; round += 1) collect();
  const [exported] = cores.map(({ exports }) => Object.values(exports));
  const memory = exported.find((one) => one instanceof WebAssembly.Memory).buffer.byteLength;
  const table = exported.find((one) => one instanceof WebAssembly.Table).length;
  return { memory, table, heap: process.memoryUsage().heapUsed };
};

test(`${ALL} sequential requests: memory does not grow`, async (context) => {
  WebAssembly.Instance = class extends Instance {
    constructor(...args) {
      super(...args);
      cores.push(this);
    }
  };
  context.after(() => {
    WebAssembly.Instance = Instance;
    Math.random = random;
  });
  // Not a mock of the test runner, which records every call.
  Math.random = () => 0;
  const { signal } = new AbortController();
  const clients = kinds.map(
    ({ respond }) => new Synthflow({ apiKey: "test", fetch: async () => respond(), logLevel: "off" }),
  );
  const quick = [...kinds.keys()].filter((kind) => !kinds[kind].slow);
  const slow = [...kinds.keys()].filter((kind) => kinds[kind].slow);
  let failed = 0;
  const run = async (from, to) => {
    for (let index = from; index < to; index += 1) {
      const some = index % 5000 === 0 ? slow : quick;
      const kind = some[index % some.length];
      // Node 20 itself keeps a weak reference, some 60 bytes, of each AbortSignal.any() on a signal: the request whose
      // body the caller reads, the last kind, has a signal of its own.
      const own = kind === kinds.length - 1 ? new AbortController().signal : signal;
      try {
        await kinds[kind].run(clients[kind], { signal: own });
      } catch (error) {
        assert.ok(error instanceof SynthflowError, String(error));
        failed += 1;
      }
    }
  };
  await run(0, WARM_UP);
  const before = await sizes();
  await run(WARM_UP, ALL);
  const after = await sizes();
  context.diagnostic(`after the warm-up ${JSON.stringify(before)}, at the end ${JSON.stringify(after)}`);
  assert.equal(cores.length, 1);
  assert.ok(failed > ALL / 4);
  assert.deepEqual([after.memory, after.table], [before.memory, before.table]);
  assert.ok(after.heap - before.heap < NOISE, `the heap grew by ${after.heap - before.heap} bytes`);
});
