/** How a script is run in each host besides Node: it takes a job, as JSON, and its result comes back. */

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { firstResponse, start } from "./command.js";
import { browsers } from "./pages.js";
import { freePort } from "./port.js";
import { workerdConfig } from "./workerd.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bin = (name) => join(root, "node_modules/.bin", name);

/** Runs a command to its end; its standard output. */
const output = (command, args, { input = "", env } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    const out = [];
    const errors = [];
    child.stdout.on("data", (chunk) => out.push(chunk));
    child.stderr.on("data", (chunk) => errors.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(out).toString());
      else reject(new Error(`${command} exited with ${code}: ${Buffer.concat(errors)}`));
    });
    child.stdin.end(input);
  });

const exchange = async (command, args, job, env) =>
  JSON.parse(await output(command, args, { input: JSON.stringify(job), env }));

/** Runs a script in Node that reads its job from standard input and writes the result. Any certificate is accepted. */
export const inNode = (script, job) =>
  exchange(process.execPath, ["--no-warnings", script], job, { NODE_TLS_REJECT_UNAUTHORIZED: "0" });

/** The same in Deno. */
export const inDeno = (script, job) => {
  const flags = ["--allow-all", "--no-config", "--quiet", "--unsafely-ignore-certificate-errors"];
  return exchange(bin("deno"), ["run", ...flags, script], job);
};

/** The same in Bun. */
export const inBun = (script, job) =>
  exchange(bin("bun"), [script], job, { NODE_TLS_REJECT_UNAUTHORIZED: "0" });

/** Runs a script in Node, Deno or Bun as they are, certificates checked; its standard output. */
export const runScript = (host, script, args = [], env = {}) => {
  const flags = host === "deno" ? ["run", "--allow-all", "--no-config", "--quiet"] : [];
  const command = host === "node" ? process.execPath : bin(host);
  return output(command, [...flags, script, ...args], { env });
};

/** The version of each host that is a command. */
export const versions = {
  Node: async () => process.versions.node,
  Deno: async () => (await output(bin("deno"), ["--version"])).match(/^deno (\S+)/)[1],
  Bun: async () => (await output(bin("bun"), ["--version"])).trim(),
  workerd: async () => (await output(bin("workerd"), ["--version"])).trim().replace("workerd ", ""),
};

/** A certificate that is trusted besides the system's, as PEM. */
const trusting = (certificate) =>
  certificate && `tlsOptions = (trustedCertificates = [${JSON.stringify(certificate)}])`;

/** Runs a module of a worker in workerd: it gets the job as a request and responds with the result; to a GET, with anything. */
export const inWorkerd = async (entry, job, { certificate, date = "2026-01-01" } = {}) => {
  const folder = mkdtempSync(join(tmpdir(), "synthflow-workerd-"));
  const port = await freePort();
  let workerd;
  try {
    await build({
      entryPoints: [entry],
      outfile: join(folder, "worker.js"),
      bundle: true,
      format: "esm",
      conditions: ["workerd"],
      external: ["*.wasm"],
      logLevel: "warning",
    });
    const wasm = readFileSync(join(root, "pkg/synthflow_bg.wasm"));
    writeFileSync(join(folder, "synthflow_bg.wasm"), wasm);
    writeFileSync(
      join(folder, "config.capnp"),
      workerdConfig({ port, date, network: trusting(certificate) }),
    );
    workerd = start(bin("workerd"), ["serve", "config.capnp"], { cwd: folder, stdio: "inherit" });
    const url = `http://127.0.0.1:${port}/`;
    await firstResponse(url);
    const response = await fetch(url, { method: "POST", body: JSON.stringify(job) });
    if (!response.ok) throw new Error(`workerd responded with ${response.status}: ${await response.text()}`);
    return await response.json();
  } finally {
    workerd?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Serves a page that has this module script, and the modules of the package and of the fault runs. */
const servePage = async (script) => {
  const server = createServer((request, response) => {
    const name = new URL(request.url, "http://a").pathname;
    const isModule = /^\/(pkg|js-tests\/[\w/]+)\/[\w-]+\.js$/.test(name);
    response.setHeader("content-type", isModule ? "text/javascript" : "text/html");
    response.end(
      isModule
        ? readFileSync(join(root, name))
        : `<!doctype html><meta charset="utf-8"><script type="module">${script}</script>`,
    );
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
};

/** Runs a job in a page of this browser: the script sets `globalThis.runJob`. */
export const inPage = async (browser, script, job) => {
  const { server, url } = await servePage(script);
  try {
    const tab = await browsers[browser].open();
    try {
      await tab.goto(url);
      return await tab.call("runJob", job);
    } finally {
      await tab.close();
    }
  } finally {
    server.close();
    server.closeAllConnections();
  }
};
