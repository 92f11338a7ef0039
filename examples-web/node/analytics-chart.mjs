/**
 * Draws the calls of each day, by their status, as an SVG file.
 *
 *     node analytics-chart.mjs --from 2026-04-01 --to 2026-04-30 --out calls.svg
 */

import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { Synthflow } from "synthflow-wasm";
import { parse, View } from "vega";
import { compile } from "vega-lite";

const text = { type: "string" };
const options = { from: text, to: text, agent: text, out: { ...text, default: "calls.svg" } };

/** `{ date, completed: 2, busy: 1 }` as one row for each status. */
const rowsOf = (series) =>
  series.flatMap(({ date, ...counts }) =>
    Object.entries(counts).map(([status, calls]) => ({ date, status, calls })),
  );

const chart = (values) => ({
  data: { values },
  width: { step: 32 },
  height: 240,
  background: "white",
  mark: "bar",
  encoding: {
    x: { field: "date", type: "ordinal", title: null },
    y: { field: "calls", type: "quantitative", title: "Calls", axis: { tickMinStep: 1 } },
    color: { field: "status", type: "nominal", title: "Status" },
  },
});

const main = async () => {
  const { from, to, agent, out } = parseArgs({ options }).values;
  // At most 120 days; by default the last 7.
  const given = { from_date: from, to_date: to, model_id: agent };
  const stats = await new Synthflow().analytics.export(given);
  const rows = rowsOf(stats.call_status_stat?.series ?? []);
  if (rows.length === 0) throw new Error("there were no calls in these days");
  const svg = await new View(parse(compile(chart(rows)).spec), { renderer: "none" }).toSVG();
  await writeFile(out, svg);
  const { total_calls, total_minutes } = stats.duration_metrics ?? {};
  console.log(`${out}: ${total_calls} calls, ${total_minutes?.toFixed(1)} minutes`);
  for (const { status, value, percentage } of stats.call_status_stat.items)
    console.log(`${status} ${value} (${percentage} %)`);
};

main().catch(({ message }) => {
  console.error(message);
  process.exitCode = 1;
});
