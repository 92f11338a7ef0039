/**
 * The commands and settings of the documentation. A block of `sh` runs in a shell, a line after the other, on free ports; what
 * CI runs anyway is named here. Blocks of other languages have a test of their own, named below.
 */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { missing } from "../../examples-web/campaign/redis.mjs";
import { firstResponse } from "../support/command.js";
import { freePort } from "../support/port.js";
import { pages, root } from "./blocks.js";

const cli = fileURLToPath(new URL("../../pkg/cli.js", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");

const readmes = readdirSync(join(root, "examples-web"), { recursive: true })
  .map((name) => `examples-web/${name.replaceAll("\\", "/")}`)
  .filter((name) => name.endsWith("README.md") && !name.includes("node_modules"));

const all = [...pages, "CONTRIBUTING.md", "ARCHITECTURE.md", "SECURITY.md", "api.md", ...readmes].flatMap(
  (page) =>
    [...read(page).matchAll(/^```(\w+).*\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({
      page,
      language,
      code,
    })),
);

/** What runs the blocks of other languages. */
const runners = {
  js: "js-tests/docs/examples.test.js",
  ts: "js-tests/docs/examples.test.js",
  tsx: "js-tests/docs/examples.test.js",
  rust: "src/lib.rs",
  console: "js-tests/recipes/readme.test.js",
  diff: "scripts/adding.mjs",
  json: "js-tests/recipes/webhooks.test.js",
};

/** Lines that CI runs anyway, and where. */
const runByCI = {
  "npm install synthflow-wasm": "scripts/matrix.mjs",
  "npm start": "js-tests/start/start.test.js",
  "npm start -- --live": "js-tests/start/start.test.js",
  "npm test": ".ci/run",
  "npm run docs": "js-tests/docs/site.test.js",
  "npm run bench": "js-tests/bench/bench.test.js",
  "apt install redis-server": ".ci/run",
};

test("every block of code is in a language that something runs", () => {
  const here = ["sh", "toml", "text"];
  const unknown = all.filter(({ language }) => !here.includes(language) && !runners[language]);
  assert.deepEqual(unknown, []);
  for (const path of [...Object.values(runners), ...Object.values(runByCI)]) assert.ok(read(path), path);
});

/** Starts a line in a shell; resolves when it has ended without an error, or listens. */
const runLine = (line, { env, cwd, started }) =>
  new Promise((resolve, reject) => {
    const child = spawn("sh", ["-c", line], { env, cwd, detached: true });
    const ended = new Promise((end) => child.on("exit", (_, name) => end(name)));
    const signal = (name) => {
      try {
        process.kill(-child.pid, name);
      } catch {
        // It has ended.
      }
    };
    /** As Ctrl-C does; what does not end by it is a fault, and is ended all the same. */
    const end = async () => {
      signal("SIGINT");
      const late = setTimeout(signal, 30_000, "SIGKILL");
      const how = await ended;
      clearTimeout(late);
      assert.notEqual(how, "SIGKILL", `"${line}" does not end at Ctrl-C`);
    };
    const limit = setTimeout(signal, 60_000, "SIGINT");
    started.push(end);
    let output = "";
    const keep = (chunk) => {
      output += chunk;
      if (/listening|Press Ctrl-C/.test(output)) resolve();
    };
    // A receiver prints nothing.
    if (/ node \w+\.mjs$/.test(line)) firstResponse(`http://127.0.0.1:${env.PORT}/`).then(resolve, reject);
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", reject);
    child.on("exit", (code) => {
      clearTimeout(limit);
      if (code === 0) resolve();
      else reject(new Error(`"${line}" ended with ${code}: ${output}`));
    });
  });

const commands = all.filter(({ page, language }) => language === "sh" && page !== "docs/guides/cli.md");

for (const { page, code } of commands) {
  const lines = code
    .trim()
    .split("\n")
    .map((line) => line.replace(/\s+# .*$/, ""));
  const own = lines.filter((line) => !runByCI[line] && !line.startsWith("npm run bench -- "));
  const needsRedis = own.some((line) => line.includes("examples-web/campaign"));
  const skip = (process.platform === "win32" && "needs a shell") || (needsRedis && missing) || false;
  if (own.length > 0)
    test(`${page}: ${own.join("; ")}`, { skip }, async () => {
      const folder = mkdtempSync(join(tmpdir(), "synthflow-wasm-commands-"));
      const started = [];
      try {
        const npx = join(folder, "npx");
        writeFileSync(npx, `#!/bin/sh\nshift\nexec "${process.execPath}" "${cli}" "$@"\n`);
        chmodSync(npx, 0o755);
        const [sandboxPort, ownPort] = [await freePort(), await freePort()];
        const { SYNTHFLOW_BASE_URL, ...inherited } = process.env;
        const PATH = [folder, dirname(process.execPath), process.env.PATH].join(delimiter);
        const env = {
          ...inherited,
          PATH,
          PORT: String(ownPort),
          FORCE_COLOR: "0",
          DATABASE: join(folder, "calls.db"),
        };
        // Receivers are started in their folder, all else in that of the project.
        const cwd = page.startsWith("examples-web/webhooks/") ? join(root, dirname(page)) : root;
        for (const line of own) await runLine(line.replaceAll("4010", sandboxPort), { env, cwd, started });
      } finally {
        await Promise.all(started.map((end) => end()));
        rmSync(folder, { recursive: true, force: true });
      }
    });
}

test("docs/rust.md: the settings are those of an example that is built", () => {
  const [dependencies, profile] = all
    .filter(({ page, language }) => page === "docs/rust.md" && language === "toml")
    .map(({ code }) => code);
  assert.ok(read("examples-web/rust/Cargo.toml").includes(profile));
  const [, wanted] = /^synthflow-wasm = "(\d+\.\d+)"$/m.exec(dependencies) ?? [];
  const [, version] = /^version = "(\d+\.\d+)\.\d+"$/m.exec(read("Cargo.toml")) ?? [];
  assert.equal(wanted, version);
});
