/** Packs the wasm into a JavaScript module that decompresses it. */

// Imported by path: the exports of the package do not allow choosing parameters.
import { Encoder } from "../node_modules/lzma1/lib/encoder.js";
import { InputBuffer, OutputBuffer } from "../node_modules/lzma1/lib/streams.js";

/** The size of the header of an LZMA stream: parameters, dictionary size, uncompressed size. */
const HEADER = 13;

/** lc = 3, lp = 0, pb = 0, as `lzma.js` assumes. */
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

/** The LZMA stream of `bytes`, without its header. */
export const compress = (bytes) => {
  const output = new OutputBuffer(bytes.length);
  new WasmEncoder().compress(new InputBuffer(bytes), output, MODE);
  const packed = output.toArray();
  if (packed[0] !== PARAMETERS) throw new Error("LZMA has other parameters than pkg-template/src/lzma.js");
  return packed.subarray(HEADER);
};

/** A module whose `unpack` returns the bytes; without `compressed` it is larger, but created quickly. */
export const pack = (wasm, { compressed = true } = {}) => {
  if (!compressed) {
    return `export const unpack = () => Uint8Array.from(atob("${wasm.toString("base64")}"), (letter) => letter.charCodeAt(0));`;
  }
  const packed = Buffer.from(compress(wasm));
  return `
import { unpackLzma } from "./src/lzma.js";

const packed = "${packed.toString("base64")}";

/** The bytes of the wasm. */
export const unpack = () =>
  unpackLzma(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)), ${wasm.length});
`;
};
