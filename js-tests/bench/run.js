/**
 * `npm run bench`: measures this package next to others, and prints tables.
 *
 * `--only cpu,cold` chooses measurements, `--quick` takes few samples, to see that all of it runs. `--nodes a,b` or
 * `BENCH_NODES` are paths of more Node binaries for cold starts. The results are merged into `--out`, by default
 * `docs/bench/results.json`, from which the figures of the documentation are updated; those of `--quick` are only
 * written if `--out` is given.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "../../scripts/build.mjs";
import { root, say } from "../../scripts/run.mjs";

const RESULTS = join(root, "docs/bench/results.json");

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    quick: { type: "boolean", default: false },
    nodes: { type: "string", default: process.env.BENCH_NODES ?? "" },
    out: { type: "string" },
  },
});
const { only, quick, out = quick ? undefined : RESULTS } = values;

// An old build must not be measured; the other imports need what this installs.
if (!quick) await build({ ifChanged: true });
const { updateFigures } = await import("../../scripts/figures.mjs");
const { about, nodesAt } = await import("./about.js");
const { measurements } = await import("./measure/index.js");
const { table } = await import("./tables.js");

const all = Object.keys(measurements);
const chosen = only?.split(",") ?? all;
const unknown = chosen.filter((name) => !all.includes(name));
if (unknown.length > 0) throw new Error(`--only ${unknown}: there are ${all.join(", ")}`);

const stored = out && existsSync(out) ? JSON.parse(readFileSync(out, "utf8")) : {};
const nodes = nodesAt([process.execPath, ...values.nodes.split(",").filter(Boolean)]);
const options = [...(quick ? ["--quick"] : []), ...(only ? ["--only", only] : [])];
const command = ["npm run bench", ...(options.length > 0 ? ["--", ...options] : [])].join(" ");

/** Four significant digits are more than a measurement is worth; integers are exact. */
const rounded = (rows) =>
  JSON.parse(JSON.stringify(rows), (_, value) =>
    typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value,
  );

const store = () => {
  mkdirSync(dirname(out), { recursive: true });
  const sorted = all.filter((name) => stored[name]).map((name) => [name, stored[name]]);
  writeFileSync(out, `${JSON.stringify(Object.fromEntries(sorted), null, 1)}\n`);
};

for (const name of chosen) {
  say(`${name}: ${measurements[name].title}`);
  const rows = rounded(await measurements[name].run({ quick, nodes }));
  stored[name] = { ...about(command), rows };
  console.log(`\n${table(measurements[name], stored[name])}\n`);
  if (out) store();
}
// The documentation needs all of them.
if (out === RESULTS && all.every((name) => stored[name])) {
  say(`updated: ${(await updateFigures()).join(", ") || "nothing"}`);
}
say("done");
