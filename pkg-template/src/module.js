/** The entry points for hosts that forbid compiling at run time: the host compiles the imported module. */

import coreModule from "synthflow_bg.wasm";
import { createCheck, createClientClass, loader } from "./core.js";

const load = /* @__PURE__ */ loader(() => coreModule);

export * from "./common.js";
export const Synthflow = /* @__PURE__ */ createClientClass(load);
export default Synthflow;

/** The issues of an operation's params, without sending anything. */
export const check = /* @__PURE__ */ createCheck(load);

/** Does nothing but load the core; exported so that the same code runs everywhere. */
export const init = async () => {
  load();
};
