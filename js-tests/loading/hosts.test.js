/** Hosts that lack something, or forbid compiling: what can be imported there, and what the errors say. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { launch, skip } from "../support/browser.js";
import { requireInContext } from "../support/context.js";

const run = promisify(execFile);
const pkg = new URL("../../pkg/", import.meta.url);

const entries = ["node", "slim", "webhooks", "calls", "schema", "proxy", "sandbox", "drift", "errors"];

for (const entry of entries) {
  test(`L1: ${entry} can be required where the host has nothing`, () => {
    assert.ok(Object.keys(requireInContext(entry, {})).length > 0);
  });
}

test("L1: a client says what the host lacks, such as jsdom", () => {
  const { Synthflow, SynthflowError } = requireInContext("node", { atob });
  assert.throws(
    () => new Synthflow({ apiKey: "a" }),
    (error) => {
      assert.equal(error.message, "the core could not be loaded: TextDecoder is not defined");
      return error instanceof SynthflowError && error.outcome === "not-sent";
    },
  );
});

/** What uses the core in each way, and the errors that it gets, as JSON lines. */
const uses = `
  const errors = [];
  const wasm = require("node:fs").readFileSync(require.resolve("synthflow-wasm/wasm"));
  const attempt = async (entry, name, run) => {
    const { SynthflowError } = require(entry);
    const error = await (async () => run(require(entry)))().then(() => "no error", (error) => error);
    errors.push([entry + " " + name, error instanceof SynthflowError, error.outcome, error.message]);
  };
  (async () => {
    for (const entry of [pkg + "/node.cjs"]) {
      await attempt(entry, "construct", ({ Synthflow }) => new Synthflow({ apiKey: "a" }));
      await attempt(entry, "construct again", ({ Synthflow }) => new Synthflow({ apiKey: "a" }));
      await attempt(entry, "check", ({ check }) => check("agents.create", {}));
      await attempt(entry, "init", ({ init }) => init());
    }
    await attempt(pkg + "/slim.cjs", "init", ({ init }) => init(wasm));
    await attempt(pkg + "/slim.cjs", "initSync", ({ initSync }) => initSync(wasm));
    console.log(JSON.stringify(errors));
  })();`;

const errorsIn = async (before, ...flags) => {
  const code = `const pkg = ${JSON.stringify(fileURLToPath(new URL(".", pkg)))}; ${before}; ${uses}`;
  const { stdout } = await run(process.execPath, [...flags, "-e", code], { cwd: fileURLToPath(pkg) });
  return JSON.parse(stdout);
};

test("L6: without WebAssembly, as in Lockdown Mode, every way to load is a SynthflowError that says so", async () => {
  const without = [await errorsIn("delete globalThis.WebAssembly"), await errorsIn("", "--jitless")];
  for (const errors of without) {
    assert.equal(errors.length, 6);
    for (const [what, isOurs, outcome, message] of errors) {
      assert.deepEqual([isOurs, outcome], [true, "not-sent"], what);
      assert.match(
        message,
        /^this runtime has no WebAssembly, as in Lockdown Mode: call the API on a server$/,
        what,
      );
    }
  }
});

const forbidden = {
  "Chromium, CSP": `WebAssembly.CompileError("WebAssembly.Module(): Compiling or instantiating WebAssembly module violates the following Content Security policy directive because 'unsafe-eval' is not an allowed source of script in the following Content Security Policy directive: \\"script-src 'self'\\"")`,
  "Firefox, CSP": 'WebAssembly.CompileError("call to WebAssembly.Module() blocked by CSP")',
  "Safari, CSP": `EvalError("Refused to create a WebAssembly object because 'unsafe-eval' or 'wasm-unsafe-eval' is not an allowed source of script")`,
  workerd: 'WebAssembly.CompileError("WebAssembly.Module(): Wasm code generation disallowed by embedder")',
};

for (const [host, thrown] of Object.entries(forbidden)) {
  test(`L5: ${host}: a SynthflowError that names the cure, and never the dangerous one`, async () => {
    const errors = await errorsIn(
      `WebAssembly.Module = function () { throw new ${thrown} }; WebAssembly.compile = async () => { throw new ${thrown} }`,
    );
    for (const [what, isOurs, outcome, message] of errors) {
      assert.deepEqual([isOurs, outcome], [true, "not-sent"], what);
      assert.match(message, /^the core could not be loaded: .*CSP|Content Security|WebAssembly/, what);
      assert.match(
        message,
        /'wasm-unsafe-eval' in its script-src; a worker must be bundled with the condition "workerd"/,
      );
      assert.doesNotMatch(message, /[^-]unsafe-eval/);
    }
  });
}

test("L5: a page with a content security policy", { skip }, async () => {
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://a").pathname;
    const policy = request.headers.referer?.includes("allowed") || path === "/allowed";
    response.setHeader("content-security-policy", `script-src 'self'${policy ? " 'wasm-unsafe-eval'" : ""}`);
    if (path.endsWith(".js") && path !== "/main.js") {
      response.setHeader("content-type", "text/javascript");
      return response.end(readFileSync(new URL(`.${path}`, pkg)));
    }
    if (path === "/main.js") {
      response.setHeader("content-type", "text/javascript");
      return response.end(`import { Synthflow } from "./index.js";
        try { new Synthflow({ apiKey: null, baseURL: "/synthflow" }); document.title = "works"; }
        catch (error) { document.title = error.name + ": " + error.message; }`);
    }
    response.setHeader("content-type", "text/html");
    response.end('<script type="module" src="/main.js"></script>');
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const title = async (path) => {
      await page.goto(`http://127.0.0.1:${server.address().port}${path}`);
      await page.waitForFunction(() => document.title !== "");
      return page.title();
    };
    const refused = await title("/forbidden");
    assert.match(
      refused,
      /^SynthflowError: the core could not be loaded: .*'wasm-unsafe-eval' in its script-src/,
    );
    assert.doesNotMatch(refused, /[^-]unsafe-eval/);
    assert.equal(await title("/allowed"), "works");
  } finally {
    await browser.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

test("L17: the slim entry takes a module, bytes and a URL of another realm", async () => {
  const bytes = readFileSync(new URL("synthflow_bg.wasm", pkg));
  const globals = { TextDecoder, TextEncoder, performance, fetch: async () => new Response(bytes) };
  for (const source of [
    new WebAssembly.Module(bytes),
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
    new URL("https://a.example/core.wasm"),
    new Response(bytes),
  ]) {
    const { check, init } = requireInContext("slim", globals);
    await init(source);
    assert.equal(check("agents.create", {}).length > 0, true);
  }
});
