/** Stores that lie: what they say they claimed is read back before anything is forwarded. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { withProxy } from "./support.js";

const KEY = "key-0123456789";

/** Stores whose `claim` does not do what it says. */
const stores = {
  "SET NX without GET": (all) => (key, value) => {
    if (all.has(key)) return null;
    all.set(key, value);
    return "OK";
  },
  "nothing is returned": (all) => (key, value) => {
    if (!all.has(key)) all.set(key, value);
  },
  "null without claiming": () => () => null,
};

for (const [what, claimOf] of Object.entries(stores)) {
  test(`a store that lies places no call twice: ${what}`, () => {
    const all = new Map();
    const store = {
      claim: async (key, value) => claimOf(all)(key, value),
      get: async (key) => all.get(key) ?? null,
      set: async (key, value) => void all.set(key, value),
    };
    const errors = [];
    const options = { store, timeout: 200, onError: (error) => errors.push(error) };
    return withProxy(options, async ({ place, delivered }) => {
      for (let copy = 0; copy < 3; copy += 1) assert.ok((await place(KEY)).status >= 500);
      assert.equal(delivered.length, 0);
      assert.ok(errors.length > 0);
    });
  });
}
