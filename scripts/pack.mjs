/** Puts the wasm into a JavaScript module, as it is or packed. */

import { readFileSync } from "node:fs";
// Imported by path: the exports of the package do not allow choosing parameters.
import { Encoder } from "../node_modules/lzma1/lib/encoder.js";
import { InputBuffer, OutputBuffer } from "../node_modules/lzma1/lib/streams.js";
import { unpacker } from "./unpacker.mjs";

/** The size of the header of an LZMA stream: parameters, dictionary size, uncompressed size. */
const HEADER = 13;

/** lc = 3, lp = 0, pb = 0, as `unpack/src/lib.rs` assumes. */
const PARAMETERS = 3;

/** The largest dictionary and the longest matches, found by a hash of two bytes. */
const MODE = { searchDepth: 25, filterStrength: 255, modeIndex: 0 };

/** An encoder without position bits, which help for ARM code, not for wasm: 100 bytes less. */
class WasmEncoder extends Encoder {
  configure(mode) {
    super.configure(mode);
    this._posStateBits = 0;
    this._posStateMask = 0;
  }
}

/** The sizes of the decoder's memory for the packed bytes and for its output. */
export const MAX = { packed: 49_152, output: 131_072 };

/** The LZMA stream of `bytes`, without its header. */
export const compress = (bytes) => {
  const output = new OutputBuffer(bytes.length);
  new WasmEncoder().compress(new InputBuffer(bytes), output, MODE);
  const packed = output.toArray();
  if (packed[0] !== PARAMETERS) throw new Error("LZMA has other parameters than unpack/src/lib.rs");
  if (packed.length - HEADER > MAX.packed || bytes.length > MAX.output)
    throw new Error("the wasm is too large for unpack/src/lib.rs");
  return packed.subarray(HEADER);
};

/** A module whose `unpack` returns the bytes, which are in it as they are: large, and fast. */
export const inline = (wasm) => ({
  "./bytes.js": `
import { fromBase64 } from "./src/base64.js";

const bytes = "${wasm.toString("base64")}";

/** The bytes of the wasm. \`Buffer\`, where there is one, is several times faster than \`atob\`. */
export const unpack = () => globalThis.Buffer?.from(bytes, "base64") ?? fromBase64(bytes);
`,
});

/**
 * A module whose `unpack` decompresses the bytes. They are a module of its own, which it imports first: gzip compresses
 * blocks, and base64 at the very beginning of a page shares fewer of them with code (200 bytes less).
 */
export const pack = (wasm) => ({
  "./packed.js": `export const packed = "${Buffer.from(compress(wasm)).toString("base64")}";`,
  "./bytes.js": `
import { packed } from "./packed.js";
import { unpackWith } from "./src/unpack.js";

const decoder = "${readFileSync(unpacker, "base64")}";

/** The bytes of the wasm. */
export const unpack = () => unpackWith(decoder, packed, ${wasm.length});
`,
});
