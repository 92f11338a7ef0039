/** The package as users get it: packed, installed in an empty folder, and checked by two linters. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const pkg = join(root, "pkg");
const shell = process.platform === "win32";
let folder;
let tarball;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "synthflow-wasm-"));
  const { stdout } = await run("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: pkg,
    shell,
  });
  tarball = join(folder, stdout.trim());
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], { cwd: folder, shell });
});
after(() => rmSync(folder, { recursive: true, force: true }));

const tour = `
  const { fetch } = createSandbox({ agents: 45 });
  const client = new Synthflow({ apiKey: "test", fetch });
  const main = async () => {
    let count = 0;
    for await (const _ of client.agents.list()) count += 1;
    const error = await client.agents.create({ type: "widgt", name: 5 }).catch((error) => error);
    console.log(count, error instanceof ValidationError, error.issues.length);
  };
  main();
`;

const output = async (name, source) => {
  writeFileSync(join(folder, name), source);
  const { stdout } = await run(process.execPath, [name], { cwd: folder });
  return stdout.trim();
};

test("import: works without init, from an empty folder", async () => {
  const source = `
    import { Synthflow, ValidationError } from "synthflow-wasm";
    import { createSandbox } from "synthflow-wasm/sandbox";
    ${tour}`;
  assert.equal(await output("tour.mjs", source), "45 true 3");
});

test("files keep their meaning when their lines are indented, as Rollup's plugin for CommonJS does", async () => {
  const installed = join(folder, "node_modules/synthflow-wasm");
  const names = readdirSync(installed).filter((name) => /\.c?js$/.test(name));
  assert.ok(names.includes("schema.cjs"));
  for (const name of names)
    assert.doesNotMatch(readFileSync(join(installed, name), "utf8"), /(?<!\\)(?:\\\\)*\\\n/, name);
});

test("require: works without init", async () => {
  const source = `
    const { Synthflow, ValidationError } = require("synthflow-wasm");
    const { createSandbox } = require("synthflow-wasm/sandbox");
    ${tour}`;
  assert.equal(await output("tour.cjs", source), "45 true 3");
});

test("it evaluates no strings as code", async () => {
  const source = `
    import { Synthflow, ValidationError } from "synthflow-wasm";
    import { createSandbox } from "synthflow-wasm/sandbox";
    ${tour}`;
  writeFileSync(join(folder, "strict.mjs"), source);
  const strict = "--disallow-code-generation-from-strings";
  const { stdout } = await run(process.execPath, [strict, "strict.mjs"], { cwd: folder });
  assert.equal(stdout.trim(), "45 true 3");
});

test("webhooks: they do not need the core; a page without them does not contain them", async () => {
  const source = `
    import { sign, verify } from "synthflow-wasm/webhooks";
    const body = JSON.stringify({ call: { call_id: "c" } });
    await verify(body, { "synthflow-signature": await sign("c", "s") }, { secret: "s" });
    console.log("verified");`;
  assert.equal(await output("webhooks.mjs", source), "verified");
  const bundled = async (code) => {
    writeFileSync(join(folder, "entry.mjs"), code);
    const options = { bundle: true, minify: true, format: "esm", write: false, absWorkingDir: folder };
    return (await build({ ...options, entryPoints: ["entry.mjs"] })).outputFiles[0].text;
  };
  const page = await bundled('import { Synthflow } from "synthflow-wasm"; console.log(Synthflow);');
  assert.ok(!/synthflow-signature|WebhookVerification/.test(page));
  const hook = await bundled('import { unwrap } from "synthflow-wasm/webhooks"; console.log(unwrap);');
  assert.ok(/synthflow-signature/.test(hook) && hook.length < 7500, `${hook.length} bytes`);
});

test("proxy: imported and required, and with the core of the client; a page does not contain it", async () => {
  const use = `
    const fetch = async () => Response.json({ status: "ok", response: { assistants: [] } });
    const proxy = createProxy({ apiKey: "test", fetch, authorize: () => true });
    proxy(new Request("http://a.example/synthflow/assistants")).then(({ status }) => console.log(status));`;
  const imported = 'import { createProxy } from "synthflow-wasm/proxy";';
  assert.equal(await output("proxy.mjs", imported + use), "200");
  const required = 'const { createProxy } = require("synthflow-wasm/proxy");';
  assert.equal(await output("proxy.cjs", required + use), "200");
  const bytes = async (code, external) => {
    const stdin = { contents: code, resolveDir: folder };
    const options = { bundle: true, minify: true, format: "esm", write: false, external };
    return (await build({ ...options, stdin })).outputFiles[0].text;
  };
  const page = await bytes('export { Synthflow } from "synthflow-wasm";', []);
  assert.ok(!/localOnly|sec-fetch-site/.test(page));
  const alone = await bytes('export * from "./node_modules/synthflow-wasm/proxy.js";', ["synthflow-wasm"]);
  assert.match(alone, /localOnly/);
  assert.ok(gzipSync(alone).length < 12_900, `${gzipSync(alone).length} bytes`);
});

test("slim: the user provides bytes, a module, or a response", async () => {
  const source = `
    import { readFileSync } from "node:fs";
    import { init, Synthflow } from "synthflow-wasm/slim";
    import { createSandbox } from "synthflow-wasm/sandbox";
    const { fetch } = createSandbox();
    try {
      new Synthflow({ apiKey: "test", fetch });
    } catch (error) {
      console.log(error.message);
    }
    const bytes = readFileSync(new URL(import.meta.resolve("synthflow-wasm/wasm")));
    await init(new Response(bytes, { headers: { "content-type": "application/wasm" } }));
    console.log((await new Synthflow({ apiKey: "test", fetch }).agents.list()).total);`;
  const [message, total] = (await output("slim.mjs", source)).split("\n");
  assert.match(message, /await init\(source\) first/);
  assert.equal(total, "3");
});

test("init compiles in advance, and is optional", async () => {
  const source = `
    import { init, Synthflow, VERSION } from "synthflow-wasm";
    await Promise.all([init(), init()]);
    new Synthflow({ apiKey: "test" });
    console.log(VERSION);`;
  const { version } = JSON.parse(readFileSync(join(pkg, "package.json"), "utf8"));
  assert.equal(await output("init.mjs", source), version);
});

for (const [entry, imported] of [
  ["workerd", /synthflow_bg\.wasm$/],
  ["edge-light", /synthflow_bg\.wasm\?module$/],
]) {
  test(`${entry}: uses the module that the host compiled, and never compiles itself`, async () => {
    const { build } = await import("esbuild");
    let path;
    // What the host does: a static import of .wasm is a compiled module.
    const host = {
      name: "host",
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /\.wasm/ }, (wasm) => {
          path = wasm.path;
          return { path: "wasm", namespace: "host" };
        });
        onLoad({ filter: /.*/, namespace: "host" }, () => ({
          contents: "export default globalThis.compiled;",
        }));
      },
    };
    const source = `
      import { Synthflow, init } from "synthflow-wasm";
      await init();
      const fetch = async () => new Response('{"response": {"assistants": [1]}}');
      console.log((await new Synthflow({ apiKey: "test", fetch }).agents.list()).data.length);`;
    const { outputFiles } = await build({
      stdin: { contents: source, resolveDir: folder },
      bundle: true,
      format: "esm",
      write: false,
      conditions: [entry],
      plugins: [host],
    });
    assert.match(path, imported);
    const wasm = JSON.stringify(join(folder, "node_modules/synthflow-wasm/synthflow_bg.wasm"));
    const before = `
      import { readFileSync } from "node:fs";
      globalThis.compiled = new WebAssembly.Module(readFileSync(${wasm}));
      await globalThis.fetch("data:,x"); // Node's own fetch compiles something at its first use.
      WebAssembly.Module = WebAssembly.compile = () => { throw new Error("code generation is not allowed"); };`;
    assert.equal(await output(`${entry}.mjs`, `${before}\n${outputFiles[0].text}`), "1");
  });
}

test("the process ends by itself after a request", async () => {
  const source = `
    import { Synthflow } from "synthflow-wasm";
    const fetch = async () => new Response("{}");
    await new Synthflow({ apiKey: "test", fetch, timeout: 600_000 }).agents.list();
    console.log("done");`;
  const started = performance.now();
  assert.equal(await output("ends.mjs", source), "done");
  assert.ok(performance.now() - started < 60_000);
});

test("the command is installed", async () => {
  const command = join(folder, "node_modules/.bin/synthflow-wasm");
  const { stdout } = await run(command, ["--help"], { shell });
  assert.match(stdout, /^Usage: synthflow-wasm/);
  const sandbox = await run(command, ["sandbox", "--help"], { shell });
  assert.match(sandbox.stdout, /--port <port>/);
});

test("it has no dependencies, and every file that it refers to", () => {
  const installed = join(folder, "node_modules/synthflow-wasm");
  const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  assert.equal(manifest.dependencies, undefined);
  assert.equal(manifest.peerDependencies, undefined);
  assert.deepEqual(
    readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith(".")),
    ["synthflow-wasm"],
  );
  const files = new Set(readdirSync(installed));
  const named = JSON.stringify(manifest.exports).match(/"\.\/[^"]+\.(c?js|d\.c?ts|wasm|json)"/g);
  for (const name of named) assert.ok(files.has(JSON.parse(name).slice(2)), name);
  for (const name of ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "api.md"])
    assert.ok(files.has(name), name);
});

test("publint finds nothing", async () => {
  const { publint } = await import("publint");
  const { messages } = await publint({ pkgDir: pkg, strict: true });
  assert.deepEqual(messages, []);
});

test("are the types wrong? finds nothing", async () => {
  const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
  const options = [tarball, "--format", "json"];
  const { stdout } = await run(process.execPath, [attw, ...options], { maxBuffer: 2 ** 25 }).catch(
    (error) => error,
  );
  assert.deepEqual(JSON.parse(stdout).problems ?? JSON.parse(stdout).analysis?.problems, {});
});

test("it contains no path of the build machine", () => {
  const files = readdirSync(pkg, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  assert.ok(files.length > 20);
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(join(parentPath, name), "latin1");
    for (const path of [root, process.env.HOME].filter((path) => path && path.length > 2)) {
      assert.ok(!bytes.includes(path), `${name} holds ${path}`);
    }
  }
});
