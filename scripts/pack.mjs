/** Puts the wasm into a JavaScript module, as it is or packed. */

import { readFileSync } from "node:fs";
import { compress } from "./lz/encode.mjs";
import { unpacker } from "./unpacker.mjs";

/** The sizes of the decoder's memory for the packed bytes and for its output: `Memory` in `unpack/src/lib.rs`. */
export const MAX = { packed: 49_152, output: 131_072 };

/** The packed bytes, as base64, and the last arguments of `unpackWith`. */
const compressed = (wasm) => {
  if (wasm.length > MAX.output) throw new Error("the wasm is too large for unpack/src/lib.rs");
  const { packed, bodies } = compress(wasm);
  if (packed.length > MAX.packed) throw new Error("the packed wasm is too large for unpack/src/lib.rs");
  return { text: Buffer.from(packed).toString("base64"), sizes: [wasm.length, ...bodies].join(", ") };
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
export const pack = (wasm) => {
  const { text, sizes } = compressed(wasm);
  return {
    "./packed.js": `export const packed = "${text}";`,
    "./bytes.js": `
import { packed } from "./packed.js";
import { unpackWith } from "./src/unpack.js";

const decoder = "${readFileSync(unpacker, "base64")}";

/** The bytes of the wasm. */
export const unpack = () => unpackWith(decoder, packed, ${sizes});
`,
  };
};
