/** The blocks of the documentation that are code of a page run in Chromium, through the proxy of README.md on a sandbox. */

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { createNodeHandler } from "synthflow-wasm/proxy";
import { serveSandbox } from "synthflow-wasm/sandbox-server";
import { launch, skip } from "../support/browser.js";
import { blocks } from "./blocks.js";
import { assumed } from "./support.js";

const folder = mkdtempSync(join(fileURLToPath(new URL(".", import.meta.url)), "made-"));
const wasm = new URL("../../pkg/synthflow_bg.wasm", import.meta.url);

const bundled = async (contents, options) => {
  const stdin = { contents, loader: "ts", resolveDir: folder };
  const { outputFiles } = await build({ stdin, bundle: true, write: false, format: "esm", ...options });
  return outputFiles[0].text;
};

/** README's proxy, for a reader whose users are all signed in. */
const readProxy = async (url) => {
  const { code } = blocks.find(({ page, code }) => page === "README.md" && code.includes("createProxy({"));
  const file = join(folder, "proxy.mjs");
  writeFileSync(file, await bundled(code, { platform: "node", packages: "external" }));
  process.env.SYNTHFLOW_API_KEY = "sandbox";
  process.env.SYNTHFLOW_BASE_URL = url;
  globalThis.userOf = async () => ({ id: "ada" });
  return (await import(pathToFileURL(file).href)).proxy;
};

let sandbox;
let server;
let browser;
let script = "";

before(async () => {
  if (skip) return;
  sandbox = await serveSandbox();
  const handler = createNodeHandler(await readProxy(sandbox.url));
  server = createServer((request, response) => {
    if (request.url.startsWith("/synthflow/")) return handler(request, response);
    const [type, body] = {
      "/": [
        "text/html",
        '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>',
      ],
      "/page.js": ["text/javascript", script],
      "/assets/synthflow_bg.wasm": ["application/wasm", readFileSync(wasm)],
    }[request.url] ?? ["text/plain", ""];
    response.setHeader("content-type", type);
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
  await sandbox?.close();
  rmSync(folder, { recursive: true });
});

for (const { page, line, section, code } of blocks.filter(({ runs }) => runs === "page")) {
  test(`${page}:${line}, ${section}: runs in a page`, { skip }, async () => {
    script = await bundled(`${assumed(code, true)}${code}\nglobalThis.client = client;\n`);
    const tab = await browser.newPage();
    const printed = [];
    const errors = [];
    tab.on("pageerror", (error) => errors.push(String(error)));
    tab.on("console", (message) => printed.push(message.text()));
    await tab.goto(`http://127.0.0.1:${server.address().port}/`);
    await tab.waitForFunction(() => globalThis.client);
    const { total } = await tab.evaluate(() => globalThis.client.agents.list());
    assert.deepEqual([errors, total > 0], [[], true]);
    if (code.includes("console.log(")) assert.ok(printed.length > 0, "it printed nothing");
    await tab.close();
  });
}
