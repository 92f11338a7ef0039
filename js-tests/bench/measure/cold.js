/** Cold start: a fresh Node process that imports a package and constructs its client, compared with an empty one. */

import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { constructOf, contenders, each, importOf, requestOf } from "../contenders.js";
import { withFolder } from "../folder.js";
import { interleave, over, startServer } from "../rounds.js";

const EMPTY = "empty";
const names = [EMPTY, ...each.filter((name) => name !== "raw fetch + timeout")];
const forms = ["import", "require", "bundled", "first"];

/** Time since the start of the process, so that neither the parent nor the end of the process counts. */
const report = "\nprocess.stdout.write(String(performance.now()));\nprocess.exit();\n";

const sourceOf = (name, form, url) => {
  if (name === EMPTY) return report;
  const contender = contenders[name];
  const start = `${importOf(contender, form)}const client = ${constructOf(contender, url)};\n`;
  return start + (form === "first" ? `await ${requestOf(contender)};` : "") + report;
};

/** Writes all programs where they find the packages; returns the path of each. */
const writePrograms = async (folder, url) => {
  const paths = {};
  for (const [index, name] of names.entries()) {
    for (const form of forms) {
      const file = join(folder, `${index}-${form}.${form === "require" ? "cjs" : "mjs"}`);
      const contents = sourceOf(name, form, url);
      if (form === "bundled") {
        const stdin = { contents, resolveDir: folder };
        await build({ stdin, bundle: true, minify: true, format: "esm", platform: "node", outfile: file });
      } else {
        writeFileSync(file, contents);
      }
      paths[`${name} ${form}`] = file;
    }
  }
  return paths;
};

/** Milliseconds over an empty process, by form, for each name. */
const measureNode = async (node, paths, rounds) => {
  const keys = Object.keys(paths);
  const start = async (key) => Number((await promisify(execFile)(node, [paths[key]])).stdout);
  const samples = await interleave(keys, rounds + 1, start);
  const row = (name) =>
    forms.map((form) => [
      form,
      over(samples[`${name} ${form}`].slice(1), samples[`${EMPTY} ${form}`].slice(1)),
    ]);
  return names.slice(1).map((name) => [name, Object.fromEntries(row(name))]);
};

export const cold = {
  title: "Cold start",
  about:
    "A fresh Node process that imports the package and constructs its client, compared with an empty one; bundled and minified by esbuild; and until the response to its first request.",
  columns: {
    import: { label: "import, ms", digits: 1 },
    require: { label: "require, ms", digits: 1 },
    bundled: { label: "bundled, ms", digits: 1 },
    first: { label: "import and first response, ms", digits: 1 },
  },
  chart: { keys: ["import", "bundled"], axis: "ms over an empty process" },
  run: async ({ quick, nodes }) => {
    const server = await startServer();
    try {
      return await withFolder(async (folder) => {
        const paths = await writePrograms(folder, server.url);
        const rows = {};
        for (const { path, version } of nodes) {
          for (const [name, row] of await measureNode(path, paths, quick ? 3 : 15)) {
            rows[`${name}, Node ${version.split(".")[0]}`] = row;
          }
        }
        return rows;
      });
    } finally {
      server.close();
    }
  },
};
