/** The slim entry point, without the wasm bytes. The user provides the module, from `synthflow-wasm/wasm`. */

import { cannotLoad, createCheck, createClientClass, instantiate, loader, refused } from "./core.js";

const load = /* @__PURE__ */ loader(() => {
  throw refused(
    'synthflow-wasm/slim is not initialized: await init(source) first, with the file "synthflow-wasm/wasm" as a URL, bytes, a Response or a WebAssembly.Module',
  );
});

export * from "./common.js";
export const Synthflow = /* @__PURE__ */ createClientClass(load);
export default Synthflow;

/** The issues of an operation's params, without sending anything. */
export const check = /* @__PURE__ */ createCheck(load);

/** Whether it is a compiled module, of any realm. */
const isModule = (value) => Object.prototype.toString.call(value) === "[object WebAssembly.Module]";

/** Initializes the core from a module, bytes, a response, a URL, or a promise of one of these. */
export const init = async (source) => {
  let from;
  try {
    from = await source;
    if (typeof from === "string" || from?.href) from = await fetch(from);
    if (typeof from?.arrayBuffer === "function") {
      if (from.ok === false) throw new TypeError(`status ${from.status}`);
      from = await from.arrayBuffer();
    }
  } catch (error) {
    throw refused(`cannot load the core: ${error?.message}`, error);
  }
  try {
    instantiate(isModule(from) ? from : await WebAssembly.compile(from));
  } catch (error) {
    throw cannotLoad(error);
  }
};

/** Initializes the core synchronously, from a module or bytes. */
export const initSync = (source) => {
  try {
    instantiate(isModule(source) ? source : new WebAssembly.Module(source));
  } catch (error) {
    throw cannotLoad(error);
  }
};
