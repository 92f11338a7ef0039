/** Loading the core: at first use, without a call of the user's. */

import { __wbg_set_wasm, core, imports, start } from "./synthflow_bg.js";

let ready = false;

/** Makes the instance of a compiled module, once. */
export const instantiate = (module) => {
  if (ready) return core;
  const { exports } = new WebAssembly.Instance(module, imports);
  __wbg_set_wasm(exports);
  start();
  ready = true;
  return core;
};

/** Answers with the core, made of what `compile` answers when it is not there yet. */
export const loader = (compile) => () => {
  if (ready) return core;
  if (typeof WebAssembly !== "object") {
    throw new Error(
      "synthflow-wasm needs WebAssembly, which this runtime does not have (React Native's Hermes does not)",
    );
  }
  return instantiate(compile());
};
