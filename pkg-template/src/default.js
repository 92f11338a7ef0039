/** The default entry point: contains the wasm bytes and compiles them at first use, without a file or the network. */

import { unpack } from "./bytes.js";
import { createCheck, createClientClass } from "./client.js";
import { instantiate, loader } from "./load.js";

const load = loader(() => new WebAssembly.Module(unpack()));

export * from "./common.js";
export const Synthflow = createClientClass(load);
export default Synthflow;

/** The issues of an operation's params, without sending anything. */
export const check = createCheck(load);

let compilation;

/** Compiles in the background. Optional: otherwise the first client compiles synchronously. */
export const init = () =>
  (compilation ??= WebAssembly.compile(unpack()).then((module) => {
    instantiate(module);
  }));
