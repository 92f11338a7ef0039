/** That `npm run bench` runs, and that its figures reach the documentation. Nothing is timed. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { figure, fill } from "../../scripts/figures.mjs";
import { chart } from "./chart.js";
import { contenders, each, open } from "./contenders.js";
import { measurements } from "./measure/index.js";
import { interleave, median, over, ratio, startServer, startWorkers } from "./rounds.js";
import { table } from "./tables.js";

const runner = fileURLToPath(new URL("run.js", import.meta.url));

let server;
before(async () => {
  server = await startServer();
});
after(() => server.close());

for (const name of Object.keys(contenders)) {
  test(`${name}: each kind of request is one request with a response`, async () => {
    const { create, list, encode } = contenders[name];
    const client = await open(name, server.url);
    const before = await server.delivered();
    const created = JSON.stringify(await create(client));
    assert.match(created, /"(call_id|id)":"c"/);
    const listed = JSON.stringify(await list(client));
    assert.ok(listed.length > 990_000, `${listed.length} characters`);
    await encode(client, { text: "text", pairs: [["key", "value"]] });
    assert.equal((await server.delivered()) - before, 3);
  });
}

test("a process of a contender reports what its requests cost, with and without a network", async () => {
  for (const options of [server, { offline: true }]) {
    const workers = await startWorkers(["synthflow-wasm"], options);
    const before = await server.delivered();
    const reply = await workers.run("synthflow-wasm", { task: "create", count: 7, atOnce: 2 });
    workers.close();
    assert.ok(reply.wall > 0 && reply.heap > 0 && reply.rss > 0);
    assert.equal((await server.delivered()) - before, options.offline ? 0 : 7);
  }
});

test("--quick --only bytes writes results that have every contender", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const out = join(folder, "results.json");
    const options = ["--quick", "--only", "bytes", "--out", out];
    await promisify(execFile)(process.execPath, [runner, ...options]);
    const { bytes } = JSON.parse(readFileSync(out, "utf8"));
    for (const name of each) assert.ok(bytes.rows[name].esbuild > 100, name);
    assert.ok(bytes.rows["synthflow-wasm"].esbuild > bytes.rows["raw fetch"].esbuild);
    assert.match(bytes.date, /^\d{4}-\d\d-\d\d$/);
    assert.equal(bytes.command, "npm run bench -- --quick --only bytes");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("an unknown measurement is an error that lists all", async () => {
  const failed = await promisify(execFile)(process.execPath, [runner, "--quick", "--only", "speed"]).catch(
    (error) => error,
  );
  assert.match(failed.stderr, /--only speed: there are cpu, offline/);
});

test("contenders take turns, and statistics are taken round by round", async () => {
  const order = [];
  const samples = await interleave(["a", "b"], 3, (name, round) => {
    order.push(name);
    return { a: [10, 20, 40], b: [15, 20, 80] }[name][round];
  });
  assert.equal(order.join(""), "abbaab");
  const itself = (number) => number;
  assert.equal(ratio(samples.b, samples.a, itself), 1.5);
  assert.equal(over(samples.b, samples.a), 5);
  assert.equal(median([4, 1, 3, 2]), 2.5);
});

const results = {
  bytes: {
    date: "2026-01-02",
    command: "npm run bench",
    versions: { openai: "7.0.0" },
    rows: { "openai 6": { raw: 12_345, esbuild: 1234 }, "raw fetch": { raw: 1, esbuild: 2, vite: 3 } },
  },
};
const sources = { results, budget: { page: 42_000 } };

test("a table has a row for each contender, with dashes for what was not measured", () => {
  assert.equal(table(measurements.bytes, results.bytes).split("\n")[2], "| openai 6 | 12,345 | 1,234 | – |");
});

test("figures are replaced between their marks, and only there", () => {
  const stale =
    "12 <!-- bench: bytes : openai 6 : esbuild -->9<!-- /bench --> of <!-- bench: budget : page --><!-- /bench -->";
  const filled = fill(stale, sources);
  assert.equal(
    filled,
    "12 <!-- bench: bytes : openai 6 : esbuild -->1,234<!-- /bench --> of <!-- bench: budget : page -->42,000<!-- /bench -->",
  );
  assert.equal(fill(filled, sources), filled);
  assert.match(figure("about : bytes", sources), /^2026-01-02, openai 7\.0\.0$/);
  assert.throws(() => figure("bytes : openai 5 : esbuild", sources), /there is no bytes : openai 5/);
});

test("a plot is SVG with the name and the value of each bar", async () => {
  const svg = await chart(measurements.bytes, results.bytes);
  assert.match(svg, /^<svg /);
  for (const text of ["openai 6", "1,234", "raw fetch", "bytes, gzip"])
    assert.ok(svg.includes(`>${text}<`), text);
});
