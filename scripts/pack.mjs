/** The wasm as a JavaScript module that unpacks itself. */

import { compress } from "lzma1";

/** What LZMA writes before its stream: parameters, size of the dictionary, size of the whole. */
const HEADER = 13;

/** lc = 3, lp = 0, pb = 2: what `lzma.js` takes for granted. */
const PARAMETERS = 0x5d;

/** A module whose `unpack` answers with the bytes. */
export const pack = (wasm) => {
  const packed = Buffer.from(compress(wasm, 9));
  if (packed[0] !== PARAMETERS) throw new Error("LZMA has other parameters than pkg-template/src/lzma.js");
  return `
import { unpackLzma } from "./src/lzma.js";

const packed = "${packed.subarray(HEADER).toString("base64")}";

/** The bytes of the wasm. */
export const unpack = () =>
  unpackLzma(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)), ${wasm.length});
`;
};
