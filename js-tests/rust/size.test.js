/** What an application in Rust with one call weighs, for release. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { rust } from "../bench/measure/rust.js";

const budget = JSON.parse(readFileSync(new URL("../size/budget.json", import.meta.url), "utf8"));

test("an application in Rust with one call is within its budget", { timeout: 600_000 }, async () => {
  const { wasm, script } = await rust.run();
  const bytes = wasm.gzip + script.gzip;
  assert.ok(bytes > 50_000 && bytes <= budget.rust, `${bytes} bytes, gzip; at most ${budget.rust}`);
});
