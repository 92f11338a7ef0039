/** Which file of the package each host and bundler chooses, and what that file needs. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const pkg = join(root, "pkg");
const bin = (name) => join(root, "node_modules/.bin", name);
const use = `
  const fetch = async () => new Response('{"response": {"assistants": [1]}}');
  new Synthflow({ apiKey: "test", fetch }).agents.list().then(({ data }) => console.log(chosen, data.length));`;
let folder;
const inFolder = (name) => join(folder, name);

before(() => {
  folder = mkdtempSync(join(tmpdir(), "synthflow-conditions-"));
  mkdirSync(inFolder("node_modules"));
  symlinkSync(pkg, inFolder("node_modules/synthflow-wasm"), "junction");
  writeFileSync(inFolder("package.json"), '{ "type": "module" }');
  writeFileSync(
    inFolder("import.js"),
    `import { Synthflow } from "synthflow-wasm";
    const chosen = import.meta.resolve("synthflow-wasm").split("/").pop();${use}`,
  );
  writeFileSync(
    inFolder("require.cjs"),
    `const { Synthflow } = require("synthflow-wasm");
    const chosen = require.resolve("synthflow-wasm").split(/[\\\\/]/).pop();${use}`,
  );
});
after(() => rmSync(folder, { recursive: true, force: true }));

for (const [host, command, ...flags] of [
  ["Node", process.execPath],
  ["Deno", bin("deno"), "run", "--allow-all", "--quiet", "--node-modules-dir=manual"],
  ["Bun", bin("bun")],
]) {
  test(`L20: ${host}: the file with the bytes as they are, imported and required`, async () => {
    const output = async (name) => (await run(command, [...flags, name], { cwd: folder })).stdout.trim();
    assert.equal(await output("import.js"), "node.js 1");
    assert.equal(await output("require.cjs"), "node.cjs 1");
  });
}

/** The file of the package that a statement is resolved to. */
const chosenFor = async (contents, conditions) => {
  const { metafile } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    format: "esm",
    platform: "neutral",
    write: false,
    metafile: true,
    conditions,
    external: ["*.wasm", "*.wasm?module"],
  });
  const names = Object.keys(metafile.inputs).map((path) => path.split("/").pop());
  return names.filter((name) => /^(index|node|edge-light|workerd)\.c?js$/.test(name)).join();
};

/** What each bundler resolves with, for each of its targets, and what it chooses for `import` and for `require`. */
for (const [target, conditions, imported, required] of [
  ["Vite, Rollup, Parcel and webpack for a page", ["browser", "module"], "index.js", "index.js"],
  ["esbuild --platform=node", ["node", "module"], "node.js", "node.cjs"],
  ["webpack and Next for a server", ["node", "webpack", "module"], "node.js", "node.cjs"],
  ["Next for the edge", ["edge-light", "worker", "node", "module"], "edge-light.js", "edge-light.js"],
  ["wrangler", ["workerd", "worker", "browser"], "workerd.js", "workerd.js"],
  ["wrangler with Node's modules", ["workerd", "node"], "workerd.js", "workerd.js"],
  ["React Native", ["react-native"], "index.js", "node.cjs"],
  ["L1: Jest with jsdom", ["browser"], "index.js", "node.cjs"],
  ["L2: Jest with edge-runtime", ["edge-light"], "edge-light.js", "node.cjs"],
]) {
  test(`${target}: ${imported} is imported, ${required} is required`, async () => {
    assert.equal(await chosenFor('export * from "synthflow-wasm";', conditions), imported);
    assert.equal(await chosenFor('export default require("synthflow-wasm");', conditions), required);
  });
}

for (const format of ["esm", "cjs"]) {
  test(`L20: bundled for Node as ${format}, it is one file, which needs no other and no module of Node`, async () => {
    const statement =
      format === "esm"
        ? 'import { Synthflow } from "synthflow-wasm";'
        : 'const { Synthflow } = require("synthflow-wasm");';
    const { outputFiles } = await build({
      stdin: { contents: `${statement} const chosen = "bundled"; ${use}`, resolveDir: folder },
      bundle: true,
      format,
      platform: "node",
      write: false,
    });
    const { text } = outputFiles[0];
    assert.ok(!/^import |\brequire\("|\bimport\(|import\.meta|__dirname/m.test(text));
    const alone = mkdtempSync(join(tmpdir(), "synthflow-bundled-"));
    try {
      const file = join(alone, format === "esm" ? "bundled.mjs" : "bundled.cjs");
      writeFileSync(file, text);
      assert.equal((await run(process.execPath, [file])).stdout.trim(), "bundled 1");
    } finally {
      rmSync(alone, { recursive: true });
    }
  });
}

for (const name of ["node.js", "index.js", "slim.js"]) {
  test(`${name}: touches nothing of the host when it is imported`, async () => {
    const source = `
      const touched = [];
      for (const name of ["fetch", "WebAssembly", "Buffer", "atob", "crypto", "FinalizationRegistry", "Deno", "process"]) {
        const value = globalThis[name];
        Object.defineProperty(globalThis, name, { get: () => { touched.push(name); return value; } });
      }
      await import(${JSON.stringify(pathToFileURL(join(pkg, name)).href)});
      const atImport = JSON.stringify(touched);
      console.log(atImport);`;
    writeFileSync(inFolder(`touch-${name}`), source);
    assert.equal((await run(process.execPath, [inFolder(`touch-${name}`)])).stdout.trim(), "[]");
  });
}

test("L3: in a function whose parameters are those of a module of CommonJS, as some bundlers and tests wrap it", async () => {
  for (const name of ["index.js", "node.js"]) {
    const { outputFiles } = await build({
      stdin: {
        contents: `import { Synthflow } from "./${name}"; made(new Synthflow({ apiKey: "test" }));`,
        resolveDir: pkg,
      },
      bundle: true,
      format: "cjs",
      platform: "neutral",
      write: false,
    });
    let client;
    const made = (it) => {
      client = it;
    };
    new Function("exports", "require", "module", "made", outputFiles[0].text)({}, undefined, {}, made);
    assert.equal(typeof client.calls.create, "function", name);
  }
});

test("L3: no variable of a file for import has the name of such a parameter", () => {
  const files = readdirSync(pkg).filter((name) => name.endsWith(".js") && name !== "cli.js");
  assert.ok(files.length > 10);
  for (const name of files) {
    const declared = readFileSync(join(pkg, name), "utf8").matchAll(
      /^(?:var|let|const|function|class) ([^=;({]*)/gm,
    );
    for (const [, names] of declared)
      assert.doesNotMatch(names, /\b(module|exports|require|__filename|__dirname)\b/, name);
    assert.doesNotMatch(readFileSync(join(pkg, name), "utf8"), /^import (module|exports|require)\b/m, name);
  }
});
