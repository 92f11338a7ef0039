/** The JavaScript of the studio, gzip. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { buildStudio } from "../../examples-web/widget-studio/server/build.mjs";

const PAGE = 120_000;
const SCHEMA = 30_000;
const CHARTS = 55_000;
/** The core is a file of its own, and grows with what it checks. */
const WITH_CORE = 133_000;

const dist = await buildStudio();
const manifest = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
const chunks = Object.entries(manifest).filter(([, { file }]) => file.endsWith(".js"));
const gzip = ([, { file }]) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
const isSchema = ([source]) => source.endsWith("pkg/schema.js");
const isCharts = ([source]) => source.endsWith("charts/draw.js");
const sum = (some) => some.reduce((all, chunk) => all + gzip(chunk), 0);

test("the page's JavaScript in both languages is at most 120 KB, besides the two chunks below", (t) => {
  const bytes = sum(chunks.filter((chunk) => !isSchema(chunk) && !isCharts(chunk)));
  t.diagnostic(`${bytes} bytes`);
  assert.ok(bytes <= PAGE, `${bytes} bytes`);
  const [core] = readdirSync(join(dist, "assets")).filter((name) => name.endsWith(".wasm"));
  const all = bytes + gzipSync(readFileSync(join(dist, "assets", core)), { level: 9 }).length;
  t.diagnostic(`with the core ${all} bytes`);
  assert.ok(all <= WITH_CORE, `${all} bytes`);
});

test("the schema and the charts are chunks of their own, which the first page does not load", (t) => {
  for (const [is, most] of [
    [isSchema, SCHEMA],
    [isCharts, CHARTS],
  ]) {
    const found = chunks.filter(is);
    assert.equal(found.length, 1);
    const [[source, { isDynamicEntry }]] = found;
    assert.ok(isDynamicEntry, `${source} is not loaded lazily`);
    t.diagnostic(`${source}: ${sum(found)} bytes`);
    assert.ok(sum(found) <= most, `${source}: ${sum(found)} bytes`);
  }
  // What the entry imports at once; a small chunk may be shared with those.
  const page = readFileSync(join(dist, "index.html"), "utf8");
  const [, entry] = chunks.find(([, { file }]) => page.includes(file));
  const lazy = chunks.filter((chunk) => isSchema(chunk) || isCharts(chunk)).map(([source]) => source);
  assert.ok(!(entry.imports ?? []).some((source) => lazy.includes(source)), `${entry.imports}`);
});
