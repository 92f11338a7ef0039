/** `npm run size`: bytes of the wasm, of a bundled page and of the package, against the budget. Fails above it. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { bundlePage } from "./bundle.mjs";
import { root } from "./run.mjs";

const budget = JSON.parse(readFileSync(join(root, "js-tests/size/budget.json"), "utf8"));

const use = (from) =>
  `import { Synthflow } from "${from}"; globalThis.client = new Synthflow({ apiKey: null });`;

const parts = {
  wasm: readFileSync(join(root, "pkg/synthflow_bg.wasm")),
  page: await bundlePage(use("synthflow-wasm"), root),
  "page, slim": await bundlePage(use("synthflow-wasm/slim"), root),
  schema: await bundlePage(
    'import * as all from "synthflow-wasm/schema"; globalThis.all = { ...all };',
    root,
  ),
};

let over = false;
const row = (...cells) =>
  console.log(cells.map((cell, at) => String(cell)[at ? "padStart" : "padEnd"](at ? 9 : 12)).join(""));
row("bytes", "raw", "gzip", "brotli", "budget", "(gzip)");
for (const [name, bytes] of Object.entries(parts)) {
  const gzip = gzipSync(bytes, { level: 9 }).length;
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const [allowed, verdict] = [budget[name], gzip > budget[name] ? "OVER" : "ok"];
  over ||= gzip > allowed;
  row(name, bytes.length, gzip, brotli, allowed, verdict);
}

const npm = ["pack", "--dry-run", "--json"];
const shell = process.platform === "win32";
const [{ unpackedSize, size }] = JSON.parse(
  execFileSync("npm", npm, {
    cwd: join(root, "pkg"),
    encoding: "utf8",
    shell,
    stdio: ["ignore", "pipe", "ignore"],
  }),
);
for (const [name, bytes] of Object.entries({ package: unpackedSize, tarball: size })) {
  const allowed = budget[name];
  row(name, bytes, "", "", allowed, bytes > allowed ? "OVER" : "ok");
  over ||= bytes > allowed;
}
if (over) {
  console.error("above the budget of js-tests/size/budget.json");
  process.exitCode = 1;
}
