/** Cold start in a page of Chromium: a bundle that imports a package and constructs its client. */

import { createServer } from "node:http";
import { build } from "esbuild";
import { root } from "../../../scripts/run.mjs";
import { launch, skip } from "../../support/browser.js";
import { constructOf, contenders, each, importOf, NO_SERVER } from "../contenders.js";
import { interleave, median } from "../rounds.js";

const names = each.filter((name) => name !== "raw fetch + timeout");

/** Isolated pages have a clock of 5 µs instead of 100. */
const headers = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cache-control": "no-store",
};

/** A script that measures itself, without loading and parsing. */
const bundle = async (contender) => {
  const contents = `${importOf(contender)}
    const imported = performance.now();
    globalThis.client = ${constructOf(contender, NO_SERVER)};
    const constructed = performance.now();
    globalThis.result = { start: constructed - startedAt, construct: constructed - imported };`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    minify: true,
    format: "iife",
    banner: { js: "const startedAt = performance.now();" },
    write: false,
  });
  return outputFiles[0].contents;
};

const serve = async () => {
  const scripts = await Promise.all(names.map((name) => bundle(contenders[name])));
  const server = createServer(({ url }, response) => {
    const [, index, script] = url.match(/^\/(\d+)(\.js)?$/) ?? [];
    if (index === undefined) return response.writeHead(404).end();
    const type = script ? "text/javascript" : "text/html";
    const page = `<!doctype html><title>bench</title><script src="/${index}.js"></script>`;
    response.writeHead(200, { ...headers, "content-type": type }).end(script ? scripts[index] : page);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
};

export const chromium = {
  title: "Cold start in Chromium",
  about:
    "A fresh page that runs a bundle. The time includes executing the bundle and constructing the first client, not loading and parsing.",
  columns: {
    start: { label: "execute and construct, ms", digits: 2 },
    construct: { label: "of it construct, ms", digits: 2 },
  },
  chart: { keys: ["start"], axis: "ms" },
  run: async ({ quick }) => {
    if (skip) throw new Error(skip);
    const server = await serve();
    const browser = await launch();
    const sample = async (name) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${server.address().port}/${names.indexOf(name)}`);
      const result = await page.evaluate(() => globalThis.result);
      await context.close();
      return result;
    };
    try {
      const samples = await interleave(names, quick ? 2 : 15, sample);
      const of = (name, key) => median(samples[name].map((one) => one[key]));
      const row = (name) => ({ start: of(name, "start"), construct: of(name, "construct") });
      return Object.fromEntries(names.map((name) => [name, row(name)]));
    } finally {
      await browser.close();
      server.close();
      server.closeAllConnections();
    }
  },
};
