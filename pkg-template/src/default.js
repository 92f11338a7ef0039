/** The default entry point: contains the wasm bytes and compiles them at first use, without a file or the network. */

import { unpack } from "./bytes.js";
import { cannotLoad, createCheck, createClientClass, instantiate, loader } from "./core.js";

const load = /* @__PURE__ */ loader(() => new WebAssembly.Module(unpack()));

export * from "./common.js";
export const Synthflow = /* @__PURE__ */ createClientClass(load);
export default Synthflow;

/** The issues of an operation's params, without sending anything. */
export const check = /* @__PURE__ */ createCheck(load);

let compilation;

/** Compiles in the background. Optional: otherwise the first client compiles synchronously. */
export const init = () =>
  (compilation ??= (async () => {
    try {
      instantiate(await WebAssembly.compile(unpack()));
    } catch (error) {
      // There may be memory for it later.
      compilation = undefined;
      throw cannotLoad(error);
    }
  })());
