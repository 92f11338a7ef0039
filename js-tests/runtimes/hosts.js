/** The hosts beside Node: how a script is run in each, and how its answer comes back. */

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { launch } from "../support/browser.js";
import { freePort } from "../support/port.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));
const bin = (name) => join(root, "node_modules/.bin", name);

/** Runs a command to its end; its standard output. */
const output = (command, args, input) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ["pipe", "pipe", "pipe"] });
    const out = [];
    const errors = [];
    child.stdout.on("data", (chunk) => out.push(chunk));
    child.stderr.on("data", (chunk) => errors.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(out).toString());
      else reject(new Error(`${command} ended with ${code}: ${Buffer.concat(errors)}`));
    });
    child.stdin.end(input);
  });

const script = join(here, "deno-bun.mjs");

const inDeno = async (job) =>
  JSON.parse(await output(bin("deno"), ["run", "--allow-all", "--no-config", script], JSON.stringify(job)));

const inBun = async (job) => JSON.parse(await output(bin("bun"), [script], JSON.stringify(job)));

const settings = (port) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [
        (name = "worker.js", esModule = embed "worker.js"),
        (name = "synthflow_bg.wasm", wasm = embed "synthflow_bg.wasm"),
      ],
      compatibilityDate = "2026-01-01",
      globalOutbound = "loopback",
    )),
    (name = "loopback", network = (allow = ["private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`;

const answering = async (url) => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await fetch(url, { method: "POST", body: '{"cases":[],"url":"http://127.0.0.1:9"}' });
    } catch (error) {
      if (attempt > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
};

const inWorkerd = async (job) => {
  const folder = mkdtempSync(join(tmpdir(), "synthflow-workerd-"));
  const port = await freePort();
  let child;
  try {
    await build({
      entryPoints: [join(here, "worker.mjs")],
      outfile: join(folder, "worker.js"),
      bundle: true,
      format: "esm",
      conditions: ["workerd"],
      external: ["*.wasm"],
      logLevel: "warning",
    });
    const wasm = readFileSync(join(root, "pkg/synthflow_bg.wasm"));
    writeFileSync(join(folder, "synthflow_bg.wasm"), wasm);
    writeFileSync(join(folder, "config.capnp"), settings(port));
    child = spawn(bin("workerd"), ["serve", "config.capnp"], { cwd: folder, stdio: "inherit" });
    const url = `http://127.0.0.1:${port}/`;
    await answering(url);
    const response = await fetch(url, { method: "POST", body: JSON.stringify(job) });
    if (!response.ok) throw new Error(`workerd answered ${response.status}: ${await response.text()}`);
    return await response.json();
  } finally {
    child?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
};

const types = { js: "text/javascript", html: "text/html" };

const page = `<!doctype html><script type="module">
import * as synthflow from "/pkg/index.js";
import { runCases } from "/js-tests/faults/run.js";
globalThis.runJob = (job) => runCases(synthflow, job, 6);
</script>`;

const inChromium = async (job) => {
  const server = createServer((request, response) => {
    const name = new URL(request.url, "http://a").pathname;
    const isOurs = /^\/(pkg|js-tests\/faults)\/[\w-]+\.js$/.test(name);
    response.setHeader("content-type", types[isOurs ? "js" : "html"]);
    response.end(isOurs ? readFileSync(join(root, name)) : page);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${server.address().port}/`);
    await tab.waitForFunction(() => globalThis.runJob);
    return await tab.evaluate((job) => globalThis.runJob(job), job);
  } finally {
    await browser.close();
    server.close();
  }
};

/** By name. */
export const hosts = { Deno: inDeno, Bun: inBun, workerd: inWorkerd, Chromium: inChromium };
