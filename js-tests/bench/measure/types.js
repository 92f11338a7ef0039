/** What the types of a package cost the compiler: a program that constructs a client and sends one request. */

import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { constructOf, contenders, each, importOf, NO_SERVER, requestOf } from "../contenders.js";
import { withFolder } from "../folder.js";
import { interleave, median } from "../rounds.js";

const run = promisify(execFile);
const tsc = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url));
const names = each.filter((name) => name !== "raw fetch + timeout");

const compilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowJs: true,
  target: "es2022",
  lib: ["es2022", "dom"],
  types: [],
  module: "esnext",
  moduleResolution: "bundler",
};

const sourceOf = (contender) =>
  `${importOf(contender)}const client = ${constructOf(contender, NO_SERVER)};
export const created = await ${requestOf(contender)};
`;

const figure = (report, name) => Number(report.match(new RegExp(`^${name}:\\s+([\\d.]+)`, "m"))[1]);

export const types = {
  title: "tsc",
  about: "`tsc --extendedDiagnostics` of a program that constructs a client and sends one request.",
  columns: {
    ms: { label: "time, ms", digits: 0 },
    overRaw: { label: "over raw fetch, ms", digits: 0 },
    memory: { label: "memory, MB", digits: 1 },
    lines: { label: "lines", digits: 0 },
  },
  chart: { keys: ["ms"], axis: "ms" },
  run: async ({ quick }) => {
    return withFolder(async (folder) => {
      for (const [index, name] of names.entries()) {
        const files = [`${index}.ts`];
        writeFileSync(join(folder, files[0]), sourceOf(contenders[name]));
        writeFileSync(join(folder, `${index}.json`), JSON.stringify({ compilerOptions, files }));
      }
      const sample = async (name) => {
        const project = join(folder, `${names.indexOf(name)}.json`);
        const { stdout } = await run(process.execPath, [tsc, "-p", project, "--extendedDiagnostics"]);
        return {
          ms: figure(stdout, "Total time") * 1000,
          memory: figure(stdout, "Memory used") / 1024,
          lines: figure(stdout, "Lines"),
        };
      };
      const samples = await interleave(names, quick ? 1 : 9, sample);
      const of = (name, key) => median(samples[name].map((one) => one[key]));
      const row = (name) => ({
        ms: of(name, "ms"),
        overRaw: of(name, "ms") - of(names[0], "ms"),
        memory: of(name, "memory"),
        lines: of(name, "lines"),
      });
      return Object.fromEntries(names.map((name) => [name, row(name)]));
    });
  },
};
