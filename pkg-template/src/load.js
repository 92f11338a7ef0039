/** Loading the core: at first use, without a call of the user's. */

import * as glue from "./synthflow_bg.js";

let ready = false;

/** Makes the instance of a compiled module, once. */
export const instantiate = (module) => {
  if (ready) return glue;
  const { exports } = new WebAssembly.Instance(module, glue.imports);
  glue.__wbg_set_wasm(exports);
  glue.start();
  ready = true;
  return glue;
};

/** Answers with the core, made of what `compile` answers when it is not there yet. */
export const loader = (compile) => () => {
  if (ready) return glue;
  if (typeof WebAssembly !== "object") {
    throw new Error(
      "synthflow-wasm needs WebAssembly, which this runtime does not have (React Native's Hermes does not)",
    );
  }
  return instantiate(compile());
};
