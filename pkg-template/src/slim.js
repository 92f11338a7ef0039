/** The slim entry point, without the wasm bytes. The user provides the module, from `synthflow-wasm/wasm`. */

import { createCheck, createClientClass, instantiate, loader } from "./core.js";

const load = /* @__PURE__ */ loader(() => {
  throw new Error(
    'synthflow-wasm/slim is not initialized: await init(source) first, with the file "synthflow-wasm/wasm" as a URL, bytes, a Response or a WebAssembly.Module',
  );
});

export * from "./common.js";
export const Synthflow = /* @__PURE__ */ createClientClass(load);
export default Synthflow;

/** The issues of an operation's params, without sending anything. */
export const check = /* @__PURE__ */ createCheck(load);

/** Initializes the core from a module, bytes, a response, a URL, or a promise of one of these. */
export const init = async (source) => {
  let from = await source;
  if (typeof from === "string" || from instanceof URL) from = await fetch(from);
  if (typeof from?.arrayBuffer === "function") {
    if (from.ok === false) throw new Error(`cannot load the core: status ${from.status}`);
    from = await from.arrayBuffer();
  }
  instantiate(from instanceof WebAssembly.Module ? from : await WebAssembly.compile(from));
};

/** Initializes the core synchronously, from a module or bytes. */
export const initSync = (source) => {
  instantiate(source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source));
};
