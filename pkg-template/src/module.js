/** The entries for hosts that forbid compiling at run time: the module comes compiled. */

import module from "synthflow_bg.wasm";
import { createCheck, createClientClass } from "./client.js";
import { loader } from "./load.js";

const load = loader(() => module);

export * from "./common.js";
export const Synthflow = createClientClass(load);
export default Synthflow;

/** The problems of an operation's params, without sending anything. */
export const check = createCheck(load);

/** There is nothing to compile here; exported so that the same code runs everywhere. */
export const init = async () => {
  load();
};
