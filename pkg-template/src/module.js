/** The entry points for hosts that forbid compiling at run time: the host compiles the imported module. */

import module from "synthflow_bg.wasm";
import { createCheck, createClientClass } from "./client.js";
import { loader } from "./load.js";

const load = loader(() => module);

export * from "./common.js";
export const Synthflow = createClientClass(load);
export default Synthflow;

/** The issues of an operation's params, without sending anything. */
export const check = createCheck(load);

/** Does nothing but load the core; exported so that the same code runs everywhere. */
export const init = async () => {
  load();
};
