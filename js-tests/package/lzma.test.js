/** The compressor and the decoder of the package: decompressing returns the input. */

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { unpackLzma } from "../../pkg-template/src/lzma.js";
import { compress } from "../../scripts/pack.mjs";

const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));

for (const [what, bytes] of [
  ["the wasm", file("pkg/synthflow_bg.wasm")],
  ["text", file("pkg/api.md")],
  ["one byte", Buffer.from("a")],
  ["nothing but zeros", Buffer.alloc(5000)],
  ["what does not repeat", randomBytes(3000)],
  [
    "matches from far away",
    Buffer.concat(Array.from({ length: 40 }, (_, at) => file("Cargo.toml").subarray(at * 7))),
  ],
]) {
  test(`LZMA: ${what}`, () => {
    assert.ok(Buffer.from(unpackLzma(compress(bytes), bytes.length)).equals(bytes));
  });
}
