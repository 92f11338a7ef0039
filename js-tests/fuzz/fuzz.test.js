/**
 * Hostile inputs to the JavaScript API. `FUZZ_INPUTS` is their number, `FUZZ_SEED` the seed. A failure prints both; add
 * its input to corpus.json, which runs first.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { inputs } from "./inputs.js";
import { properties } from "./properties.js";

const corpus = JSON.parse(readFileSync(new URL("corpus.json", import.meta.url), "utf8"));

const count = Number(process.env.FUZZ_INPUTS ?? 20_000);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() & 0x7fffffff);

/** The share of each property. */
const shares = { call: 0.4, response: 0.25, client: 0.1, request: 0.15, webhook: 0.1 };

const { Instance } = WebAssembly;
let instances = 0;
const unhandled = [];
const remember = (reason) => unhandled.push(reason);

before(() => {
  // A core that failed would be replaced: the same core must be used from the first input to the last.
  WebAssembly.Instance = class extends Instance {
    constructor(...args) {
      super(...args);
      instances += 1;
    }
  };
  process.on("unhandledRejection", remember);
});

after(() => {
  WebAssembly.Instance = Instance;
  process.off("unhandledRejection", remember);
});

for (const [name, property] of Object.entries(properties)) {
  const kept = corpus.filter(([of]) => of === name).map(([, input]) => input);
  test(`${name}: earlier failures`, async () => {
    for (const input of kept) await property(input);
  });

  const numRuns = Math.round(count * shares[name]);
  test(`${name}: ${numRuns} hostile inputs from seed ${seed}`, async () => {
    await fc.assert(fc.asyncProperty(inputs[name], property), { numRuns, seed, verbose: 0 });
  });
}

test("the core was never replaced, and every rejection was handled", () => {
  assert.ok(instances <= 1, `${instances} cores`);
  assert.deepEqual(unhandled, []);
});
