/**
 * `npm run bench`: measures this package next to others, and prints tables.
 *
 * `--only cpu,cold` chooses measurements, `--quick` takes few samples, to see that all of it runs. `--nodes a,b` or
 * `BENCH_NODES` are paths of more Node binaries for cold starts. The results are merged into `--out`, by default
 * `docs/bench/results.json`; those of `--quick` are only written if `--out` is given.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { root, say } from "../../scripts/run.mjs";
import { about, nodesAt } from "./about.js";
import { measurements } from "./measure/index.js";
import { table } from "./tables.js";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    quick: { type: "boolean", default: false },
    nodes: { type: "string", default: process.env.BENCH_NODES ?? "" },
    out: { type: "string" },
  },
});

const chosen = values.only?.split(",") ?? Object.keys(measurements);
const unknown = chosen.filter((name) => !measurements[name]);
if (unknown.length > 0) {
  throw new Error(`--only ${unknown}: there are ${Object.keys(measurements).join(", ")}`);
}

const out = values.out ?? (values.quick ? undefined : join(root, "docs/bench/results.json"));
const stored = out && existsSync(out) ? JSON.parse(readFileSync(out, "utf8")) : {};
const nodes = nodesAt([process.execPath, ...values.nodes.split(",").filter(Boolean)]);
const command = `npm run bench${values.only ? ` -- --only ${values.only}` : ""}`;

/** Four significant digits are more than a measurement is worth; integers are exact. */
const rounded = (rows) =>
  JSON.parse(JSON.stringify(rows), (_, value) =>
    typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value,
  );

for (const name of chosen) {
  const measurement = measurements[name];
  say(`${name}: ${measurement.title}`);
  const rows = rounded(await measurement.run({ quick: values.quick, nodes }));
  const result = { ...about(command), ...(values.quick && { quick: true }), rows };
  stored[name] = result;
  console.log(`\n${table(measurement, result)}\n`);
  if (out) {
    mkdirSync(dirname(out), { recursive: true });
    const sorted = Object.keys(measurements).filter((key) => stored[key]);
    const text = JSON.stringify(Object.fromEntries(sorted.map((key) => [key, stored[key]])), null, 1);
    writeFileSync(out, `${text}\n`);
  }
}
