/** Decompresses the core, by a small wasm of its own (`unpack/`): a decoder in JavaScript takes much longer. */

import { fromBase64 } from "./base64.js";

/** Where the packed bytes and the output are: `Memory` in `unpack/src/lib.rs` begins with them. */
const PACKED = 2 ** 16;
const OUTPUT = PACKED + 49_152;

/**
 * Returns the `size` bytes that were compressed; `length` of them from `start` on are function bodies. The decoder and the packed
 * bytes are base64.
 */
export const unpackWith = (decoder, packed, size, start, length) => {
  const { memory, unpack } = new WebAssembly.Instance(new WebAssembly.Module(fromBase64(decoder))).exports;
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(fromBase64(packed), PACKED);
  unpack(PACKED, size, start, length);
  return bytes.subarray(OUTPUT, OUTPUT + size);
};
