/** The default entry: the bytes are inside, compiled at first use. No file and no network is needed. */

import { unpack } from "./bytes.js";
import { createCheck, createClientClass } from "./client.js";
import { instantiate, loader } from "./load.js";

const load = loader(() => new WebAssembly.Module(unpack()));

export * from "./common.js";
export const Synthflow = createClientClass(load);
export default Synthflow;

/** The problems of an operation's params, without sending anything. */
export const check = createCheck(load);

let warm;

/** Compiles in the background. Optional: the first client does it at once where this was not called. */
export const init = () =>
  (warm ??= WebAssembly.compile(unpack()).then((module) => {
    instantiate(module);
  }));
