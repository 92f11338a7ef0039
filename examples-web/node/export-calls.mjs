/**
 * Exports the calls of an agent: whole as NDJSON, or one row per call as CSV, by the name of the file.
 *
 *     node export-calls.mjs --agent <id> --from 2026-04-01 --to 2026-05-01 --out calls.csv
 */

import { createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import progress from "cli-progress";
import { stringify } from "csv-stringify";
import { Synthflow } from "synthflow-wasm";
import { summarize } from "synthflow-wasm/calls";

const text = { type: "string" };
const options = { agent: text, from: text, to: text, out: { ...text, default: "calls.csv" } };

const rowOf = (call) => {
  const { id, startedAt, status, answered, person, seconds, endReason } = summarize(call);
  const { name, number } = person;
  return { id, started: startedAt?.toISOString(), status, answered, name, number, seconds, endReason };
};

// A name is text of a stranger, which a spreadsheet must not run as a formula.
const toCsv = () => stringify({ header: true, columns: Object.keys(rowOf({})), escape_formulas: true });

const main = async () => {
  const { agent, from, to, out } = parseArgs({ options }).values;
  if (!agent) throw new Error("expected --agent <id>, and --from and --to if you want a window");
  const isCsv = out.endsWith(".csv");
  if (!isCsv && !out.endsWith(".ndjson")) throw new Error("--out must end in .csv or .ndjson");

  // `to_date` is exclusive. Calls that begin meanwhile would move the pages.
  const window = { from_date: from, to_date: to ?? new Date() };
  const first = await new Synthflow().calls.list({ model_id: agent, ...window, limit: 100 });
  const bar = new progress.SingleBar({ format: "{bar} {value}/{total} calls" });
  bar.start(first.total ?? 0, 0);
  let count = 0;
  const calls = async function* () {
    for await (const call of first) {
      yield isCsv ? rowOf(call) : `${JSON.stringify(call)}\n`;
      count += 1;
      bar.update(count);
    }
  };
  // Under another name until it is complete.
  const part = `${out}.part`;
  const steps = [calls, ...(isCsv ? [toCsv()] : []), createWriteStream(part)];
  await pipeline(steps).finally(() => bar.stop());
  await rename(part, out);
  console.log(`${out}: ${count} calls`);
};

main().catch(({ message }) => {
  console.error(message);
  process.exitCode = 1;
});
