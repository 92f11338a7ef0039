/**
 * `npm run test:matrix`: the packed package in every environment of `js-tests/matrix`, one at a time; writes
 * `docs/compatibility.md`.
 *
 * `-- --list` lists the cells; `-- --only vite` runs those whose name, group or version contains it, and updates their rows;
 * `-- --ci` runs the part for CI, and writes nothing.
 */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runCell } from "../js-tests/matrix/cell.js";
import { cells, keyOf } from "../js-tests/matrix/list.js";
import { packAndServe } from "../js-tests/matrix/packed.js";
import { line, render, summary } from "../js-tests/matrix/report.js";
import { root, say } from "./run.mjs";

const { values } = parseArgs({
  options: {
    list: { type: "boolean", default: false },
    ci: { type: "boolean", default: false },
    only: { type: "string" },
  },
});

const RESULTS = join(root, "js-tests/matrix/results.json");
const PAGE = join(root, "docs/compatibility.md");

const contains = (cell) =>
  [cell.group, keyOf(cell)].some((text) => text.toLowerCase().includes((values.only ?? "").toLowerCase()));
const chosen = cells.filter((cell) => (!values.ci || cell.ci) && contains(cell));

/** Adds the new results to the earlier ones of this version, in the order of the list, without cells that are no longer in it. */
const save = (results, packageVersion) => {
  const earlier = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, "utf8")) : {};
  const kept = earlier.packageVersion === packageVersion ? earlier.results : [];
  const byKey = new Map([...kept, ...results].map((result) => [result.key, result]));
  const data = { packageVersion, results: cells.map((cell) => byKey.get(keyOf(cell))).filter(Boolean) };
  writeFileSync(RESULTS, `${JSON.stringify(data, null, 2)}\n`);
  writeFileSync(PAGE, render(data));
};

const main = async () => {
  if (values.list) {
    for (const cell of chosen)
      process.stdout.write(`${cell.group}: ${keyOf(cell)}${cell.ci ? "  [ci]" : ""}\n`);
    return;
  }
  if (chosen.length === 0) throw new Error(`no cell has "${values.only}" in its name; --list lists them`);
  say(`matrix: packs the package, installs it, and starts its sandbox server; ${chosen.length} cells`);
  const packed = await packAndServe({ cache: values.ci ? undefined : join(root, "target/matrix/npm") });
  const results = [];
  try {
    for (const [index, cell] of chosen.entries()) {
      const started = Date.now();
      const what = `${index + 1}/${chosen.length} ${cell.name}`;
      const progress = (text) => say(`${what}: ${text}`);
      const outcome = await runCell(cell, { ...packed, progress });
      const { group, name, how, note } = cell;
      const seconds = Math.round((Date.now() - started) / 1000);
      const date = new Date().toISOString().slice(0, 10);
      const result = { key: keyOf(cell), group, name, how, note, date, seconds, ...outcome };
      results.push(result);
      if (!values.ci) save(results, packed.packageVersion);
      say(line(result));
      if (result.status === "failed") process.stderr.write(`${result.reason}\n`);
    }
  } finally {
    await packed.close();
  }
  for (const result of results) process.stdout.write(`${line(result)}\n`);
  say(`matrix: ${summary(results)}`);
  if (results.some(({ status }) => status === "failed")) process.exitCode = 1;
};

await main();
