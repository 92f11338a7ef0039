/** A core with a planted trap: what a panic in it would be. */

import { readFileSync } from "node:fs";
import binaryen from "binaryen";

const pkg = new URL("../../pkg/", import.meta.url);

/** The name under which the wasm exports the function behind a method of the glue. */
const exportOf = (method) => {
  const glue = readFileSync(new URL("slim.js", pkg), "utf8");
  const found = glue.match(new RegExp(`\\n\\s*${method} \\{[\\s\\S]*?wasm\\.([\\w$]+)\\(this\\.__wbg_ptr`));
  if (!found) throw new Error(`the glue has no ${method}`);
  return found[1];
};

/** What is told by the event that `fetch` threw: see drive.js. */
const THREW = 4;

/** The bytes of a core that traps when it is told that `fetch` threw; the rest of it is as it is. */
export const plantedCore = () => {
  const module = binaryen.readBinary(readFileSync(new URL("synthflow_bg.wasm", pkg)));
  const name = exportOf("next\\(event, value, text\\)");
  const at = Array.from({ length: module.getNumExports() }, (_, index) => module.getExportByIndex(index))
    .map(binaryen.getExportInfo)
    .find((info) => info.name === name).value;
  const { params, results } = binaryen.getFunctionInfo(module.getFunction(at));
  const types = binaryen.expandType(params);
  const given = types.map((type, index) => module.local.get(index, type));
  const told = module.i32.eq(module.local.get(1, binaryen.i32), module.i32.const(THREW));
  const body = module.block(
    null,
    [module.if(told, module.unreachable()), module.call(at, given, results)],
    results,
  );
  module.addFunction("planted", params, results, [], body);
  module.removeExport(name);
  module.addFunctionExport("planted", name);
  return module.emitBinary();
};
