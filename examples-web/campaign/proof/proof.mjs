/**
 * `npm run campaign:proof`: 20 runs with different seeds of 500 people and 3 worker processes, in about half an hour. Prints a
 * table and writes it into the guide. `-- --runs 3` runs fewer and writes nothing; `-- --seed 7` begins with that seed.
 */

import { parseArgs } from "node:util";
import { missing } from "../redis.mjs";
import { proofRun } from "./run.mjs";
import { table, write } from "./table.mjs";

const RUNS = 20;
const { values } = parseArgs({
  options: { runs: { type: "string", default: String(RUNS) }, seed: { type: "string", default: "1" } },
});

const plan = {
  count: 500,
  workers: 3,
  duration: 800,
  lock: 3000,
  timeout: 300_000,
  kills: Number.POSITIVE_INFINITY,
  freezes: 1,
  crashes: 1,
  outages: 1,
  pauses: {
    failure: [600, 1800],
    kill: [2000, 8000],
    freeze: [3000, 15_000],
    crash: [5000, 20_000],
    outage: [5000, 20_000],
  },
};

/** In one half of the runs the rate is what limits, in the other half the number of calls at once. */
const limitsOf = (seed) =>
  seed % 2 ? { callsPerSecond: 25, concurrentCalls: 100 } : { callsPerSecond: 50, concurrentCalls: 12 };

const sum = ({ happened }, names) => names.reduce((total, name) => total + (happened[name] ?? 0), 0);

const columns = [
  ["seed", ({ seed }) => seed],
  ["done", ({ done }) => done],
  ["of them settled", ({ settled }) => settled],
  ["unknown: called", ({ unknownRung }) => unknownRung],
  ["unknown: not called", ({ unknownNotRung }) => unknownNotRung],
  ["failed", ({ failed }) => failed],
  ["**called twice**", ({ twice }) => twice],
  ["**forgotten**", ({ forgotten }) => forgotten.length],
  ["most per second", ({ perSecond, limits }) => `${perSecond} of ${limits.callsPerSecond}`],
  ["most at once", ({ atOnce, limits }) => `${atOnce} of ${limits.concurrentCalls}`],
  ["kill -9 of a worker", (row) => sum(row, ["killed"])],
  ["frozen", (row) => sum(row, ["frozen"])],
  ["kill -9 of Redis", (row) => sum(row, ["redis"])],
  ["API down", (row) => sum(row, ["outage"])],
  ["429 planned", (row) => sum(row, ["429"])],
  ["response lost", (row) => sum(row, ["lost", "broken", "503", "garbage"])],
  ["s", ({ seconds }) => Math.round(seconds)],
];

const isRight = ({ twice, forgotten, perSecond, atOnce, limits }) =>
  twice === 0 &&
  forgotten.length === 0 &&
  perSecond <= limits.callsPerSecond &&
  atOnce <= limits.concurrentCalls;

if (missing) {
  console.log(missing);
  process.exit(1);
}

const rows = [];
for (let run = 0; run < Number(values.runs); run += 1) {
  const seed = Number(values.seed) + run;
  const limits = limitsOf(seed);
  const row = { ...(await proofRun({ ...plan, seed, limits })), limits };
  rows.push(row);
  console.log(`${isRight(row) ? "right" : "WRONG"} ${JSON.stringify(row)}`);
}
const text = table(rows, columns);
const wrong = rows.filter((row) => !isRight(row)).length;
console.log(
  `\n${text}\n\n${rows.length - wrong} of ${rows.length} runs: nobody called twice or forgotten, no limit exceeded`,
);
if (rows.length === RUNS) write("campaign:proof", text);
if (wrong > 0) process.exitCode = 1;
