/** The compressor and the decoder of the package: decompressing returns the input, and no input breaks the decoder. */

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fromBase64 } from "../../pkg-template/src/base64.js";
import { unpackWith } from "../../pkg-template/src/unpack.js";
import { compress } from "../../scripts/lz/encode.mjs";
import { MAX, pack } from "../../scripts/pack.mjs";
import { unpacker } from "../../scripts/unpacker.mjs";

const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));
const base64 = (bytes) => Buffer.from(bytes).toString("base64");
const decoder = readFileSync(unpacker, "base64");

const unpack = (packed, size, bodies = [0, 0]) => unpackWith(decoder, base64(packed), size, ...bodies);

/** Bytes as the function bodies of a wasm. Where an instruction ends is of no importance, but both sides must agree on it. */
const asBodies = (bytes) => {
  const size = bytes.length + 1;
  const header = [0, ...Buffer.from("asm"), 1, 0, 0, 0, 10, (size & 127) | 128, (size >> 7) & 127, 1];
  return Buffer.from([...header, ...bytes]);
};
/** What has operands, opens a block, or ends one. */
const instructions = Buffer.from(
  "024003400440 0b0c0d0e1011202122232428363e41424445fcf0f8 808001".replaceAll(" ", ""),
  "hex",
);

for (const [what, bytes] of [
  ["the wasm", file("pkg/synthflow_bg.wasm")],
  ["text", file("pkg/api.md").subarray(0, 30_000)],
  ["nothing", Buffer.alloc(0)],
  ["one byte", Buffer.from("a")],
  ["nothing but zeros", Buffer.alloc(5000)],
  ["what does not repeat", randomBytes(3000)],
  ["any bytes as code", asBodies(randomBytes(3000))],
  ["any instructions", asBodies(randomBytes(6000).map((byte) => instructions[byte % instructions.length]))],
  [
    "matches from far away",
    Buffer.concat(Array.from({ length: 8 }, (_, at) => file("Cargo.toml").subarray(at * 7, 2000))),
  ],
]) {
  test(`packed: ${what}`, () => {
    const { packed, bodies } = compress(bytes);
    assert.ok(Buffer.from(unpack(packed, bytes.length, bodies)).equals(bytes));
  });
}

test("packed: what has no room is refused when packing", () => {
  assert.throws(() => pack(Buffer.alloc(MAX.output + 1)), /too large/);
  assert.throws(() => pack(randomBytes(MAX.packed)), /too large/);
});

test("packed: corrupted input decodes to something else of the same size, without a trap", () => {
  const bytes = file("Cargo.toml");
  const { packed } = compress(bytes);
  const corrupted = [
    ...Array.from({ length: 300 }, (_, at) => Buffer.from(packed).fill(at, at, at + 1 + (at % 7))),
    ...Array.from({ length: 300 }, () => randomBytes(500)),
    Buffer.alloc(0),
    Buffer.alloc(500, 0xff),
    packed.subarray(0, 50),
  ];
  for (const input of corrupted) {
    const output = unpack(input, bytes.length);
    assert.equal(output.length, bytes.length);
    // All of it fits exactly, so that a match which exceeds the output is cut off. All of it may be code, or be called so.
    unpack(input, MAX.output);
    unpack(input, MAX.output, [0, MAX.output]);
    unpack(input, MAX.output, [1000, -1]);
  }
});

test("base64: with and without the function of newer hosts", () => {
  const bytes = randomBytes(1000);
  const own = Object.getOwnPropertyDescriptor(Uint8Array, "fromBase64");
  const setFunction = (value) =>
    Object.defineProperty(Uint8Array, "fromBase64", { value, configurable: true });
  try {
    setFunction(undefined);
    assert.deepEqual([...fromBase64(base64(bytes))], [...bytes]);
    setFunction((text) => `the bytes of ${text}`);
    assert.equal(fromBase64("AAAA"), "the bytes of AAAA");
  } finally {
    delete Uint8Array.fromBase64;
    if (own) Object.defineProperty(Uint8Array, "fromBase64", own);
  }
});

/** Where the packed bytes and the output are. */
const [PACKED, OUTPUT] = [2 ** 16, 2 ** 16 + MAX.packed];

test("packed: nothing but the packed bytes and the output is written, whatever the input", () => {
  const module = new WebAssembly.Module(fromBase64(decoder));
  assert.deepEqual(WebAssembly.Module.imports(module), []);
  assert.deepEqual(
    WebAssembly.Module.exports(module).map(({ name }) => name),
    ["memory", "unpack"],
  );
  for (let round = 0; round < 50; round += 1) {
    const { memory, unpack } = new WebAssembly.Instance(module).exports;
    const bytes = new Uint8Array(memory.buffer);
    const packed = randomBytes(MAX.packed);
    bytes.fill(7, 0, 2 ** 16);
    bytes.set(packed, PACKED);
    unpack(PACKED, 1000 + round, round, 500 + round);
    assert.ok(bytes.subarray(0, 2 ** 16).every((byte) => byte === 7));
    assert.ok(Buffer.from(bytes.subarray(PACKED, OUTPUT)).equals(packed));
    assert.ok(bytes.subarray(OUTPUT + 1000 + round, OUTPUT + MAX.output).every((byte) => byte === 0));
    assert.equal(bytes.length, 33 * 2 ** 16);
  }
});
