/** Decompresses the core, by a small wasm of its own (`unpack/`): a decoder in JavaScript takes four times as long. */

import { fromBase64 } from "./base64.js";

/** Where the decoder has its memory, and in it the packed bytes and the output: `Memory` in `unpack/src/lib.rs`. */
const MEMORY = 2 ** 16;
const PACKED = MEMORY + 49_152;
const OUTPUT = PACKED + 49_152;

/** Returns the `size` bytes that were compressed. The decoder and the packed bytes are base64. */
export const unpackWith = (decoder, packed, size) => {
  const { memory, unpack } = new WebAssembly.Instance(new WebAssembly.Module(fromBase64(decoder))).exports;
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(fromBase64(packed), PACKED);
  unpack(MEMORY, size);
  return bytes.subarray(OUTPUT, OUTPUT + size);
};
