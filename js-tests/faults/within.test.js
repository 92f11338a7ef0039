/** A core that ends while it reads what a caller gave returns nothing of what it made of that. */

import assert from "node:assert/strict";
import { test } from "node:test";
import * as slim from "synthflow-wasm/slim";
import { plantedCore } from "./planted.js";

slim.initSync(plantedCore("configure", (module) => module.i32.const(1)));

test("check throws if a getter of the params ends the core", () => {
  let ended;
  const params = {
    model_id: "m",
    phone: "+14155550100",
    get name() {
      try {
        new slim.Synthflow({ apiKey: "key" });
      } catch (error) {
        ended = error;
      }
      return "Sam";
    },
  };
  assert.throws(() => slim.check("calls.create", params), /the core failed: RuntimeError/);
  assert.match(ended.message, /the core failed/);
  assert.deepEqual(slim.check("calls.create", { ...params, name: "Sam" }), []);
});
