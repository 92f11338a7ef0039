/** A core with a planted trap, like one of a panic. */

import { readFileSync } from "node:fs";
import binaryen from "binaryen";
import { THREW } from "../../pkg-template/generated/events.js";

const pkg = new URL("../../pkg/", import.meta.url);

/** The name of the export that a function of the glue calls. */
const exportOf = (method) => {
  const glue = readFileSync(new URL("client.js", pkg), "utf8");
  const found = glue.match(
    new RegExp(`\\n\\s*function ${method}\\d*\\([^)]*\\) \\{[\\s\\S]*?wasm\\.([\\w$]+)\\(`),
  );
  if (!found) throw new Error(`the glue has no ${method}`);
  return found[1];
};

const isThrew = (module) => module.i32.eq(module.local.get(1, binaryen.i32), module.i32.const(THREW));

/** The bytes of a core that traps in a method: by default on the event that `fetch` threw. It is unchanged otherwise. */
export const plantedCore = (method = "next", traps = isThrew) => {
  const module = binaryen.readBinary(readFileSync(new URL("synthflow_bg.wasm", pkg)));
  const name = exportOf(method);
  const at = Array.from({ length: module.getNumExports() }, (_, index) => module.getExportByIndex(index))
    .map(binaryen.getExportInfo)
    .find((info) => info.name === name).value;
  const { params, results } = binaryen.getFunctionInfo(module.getFunction(at));
  const types = binaryen.expandType(params);
  const given = types.map((type, index) => module.local.get(index, type));
  const body = module.block(
    null,
    [module.if(traps(module), module.unreachable()), module.call(at, given, results)],
    results,
  );
  module.addFunction("planted", params, results, [], body);
  module.removeExport(name);
  module.addFunctionExport("planted", name);
  return module.emitBinary();
};
