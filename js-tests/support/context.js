/** The package, evaluated in a vm context of its own, as in test runners: another realm, with few globals. */

import { readFileSync } from "node:fs";
import vm from "node:vm";

/** Requires an entry point in a context that has these globals, and nothing else of the host. */
export const requireInContext = (entry, globals) => {
  const context = vm.createContext({ ...globals });
  const loaded = new Map();
  const requireFile = (name) => {
    const file = name === "synthflow-wasm" ? "node" : name.replace(/^\.\//, "").replace(/\.cjs$/, "");
    if (!loaded.has(file)) {
      const module = { exports: {} };
      loaded.set(file, module);
      const filename = new URL(`../../pkg/${file}.cjs`, import.meta.url);
      const source = `(function (module, exports, require) {${readFileSync(filename, "utf8")}\n})`;
      vm.runInContext(source, context, { filename: String(filename) })(module, module.exports, requireFile);
    }
    return loaded.get(file).exports;
  };
  return requireFile(entry);
};
