/** The parts of our cold start, each time in a fresh Node process. */

import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../../../scripts/run.mjs";
import { constructOf, contenders, NO_SERVER, OURS } from "../contenders.js";
import { withFolder } from "../folder.js";
import { interleave, median } from "../rounds.js";

const construct = constructOf(contenders[OURS], NO_SERVER).replace("Client", "Synthflow");

/** Each prints its times in milliseconds. */
const programs = {
  inline: `
    const start = performance.now();
    const { Synthflow } = await import("synthflow-wasm");
    const imported = performance.now();
    ${construct};
    const constructed = performance.now();
    ${construct};
    const again = performance.now();
    console.log(JSON.stringify({ import: imported - start, first: constructed - imported, second: again - constructed }));`,
  slim: `
    import { readFileSync } from "node:fs";
    import { initSync, Synthflow } from "synthflow-wasm/slim";
    const bytes = readFileSync(${JSON.stringify(join(root, "pkg/synthflow_bg.wasm"))});
    const start = performance.now();
    const module = new WebAssembly.Module(bytes);
    const compiled = performance.now();
    initSync(module);
    const instantiated = performance.now();
    ${construct};
    const constructed = performance.now();
    console.log(JSON.stringify({ compile: compiled - start, instantiate: instantiated - compiled, client: constructed - instantiated }));`,
};

export const compile = {
  title: "Parts of a cold start",
  about:
    "Import and the first construction with the default entry point, which unpacks, compiles and instantiates the core; compiling and the rest alone with `slim` and the wasm file.",
  columns: {
    import: { label: "import, ms", digits: 1 },
    first: { label: "first construction, ms", digits: 1 },
    second: { label: "second, ms", digits: 2 },
    compile: { label: "of the first: compile, ms", digits: 1 },
    instantiate: { label: "instantiate, ms", digits: 1 },
    client: { label: "client, ms", digits: 1 },
  },
  run: async ({ quick, nodes }) => {
    return withFolder(async (folder) => {
      for (const [name, source] of Object.entries(programs)) {
        writeFileSync(join(folder, `${name}.mjs`), source);
      }
      const rows = {};
      for (const { path, version } of nodes) {
        const start = async (name) =>
          JSON.parse((await promisify(execFile)(path, [join(folder, `${name}.mjs`)])).stdout);
        const samples = await interleave(Object.keys(programs), quick ? 2 : 15, start);
        const parts = Object.values(samples).flatMap((all) =>
          Object.keys(all[0]).map((key) => [key, median(all.map((one) => one[key]))]),
        );
        rows[`Node ${version}`] = Object.fromEntries(parts);
      }
      return rows;
    });
  },
};
