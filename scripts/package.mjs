/** Builds `pkg/`, ready to publish, from the wasm, its glue and pkg-template. */

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { inline, pack } from "./pack.mjs";
import { root, say } from "./run.mjs";
import { out } from "./wasm.mjs";

const template = join(root, "pkg-template");
const pkg = join(root, "pkg");
const read = (...path) => readFileSync(join(...path), "utf8");
const write = (name, text) => writeFileSync(join(pkg, name), text);

/** The entry points: source and name; `inline` is with bytes that are not packed, `wasm` the specifier of the module. */
const entries = [
  { from: "src/default.js", name: "index", cjs: true },
  { from: "src/default.js", name: "node", cjs: true, inline: true },
  { from: "src/slim.js", name: "slim", cjs: true },
  { from: "src/drift.js", name: "drift", cjs: true },
  { from: "src/module.js", name: "workerd", wasm: "./synthflow_bg.wasm" },
  { from: "src/module.js", name: "edge-light", wasm: "./synthflow_bg.wasm?module" },
  { from: "webhooks/index.js", name: "webhooks", cjs: true },
  { from: "calls/index.js", name: "calls", cjs: true },
  { from: "schema/index.js", name: "schema", cjs: true },
  { from: "proxy/index.js", name: "proxy", cjs: true },
  { from: "campaign/index.js", name: "campaign", cjs: true },
  { from: "campaign/file.js", name: "campaign-file", cjs: true, node: true },
  { from: "sandbox/index.js", name: "sandbox", cjs: true },
  { from: "sandbox/serve.js", name: "sandbox-server", cjs: true, node: true },
  { from: "sandbox/cli.js", name: "sandbox-cli", node: true },
];

/** Resolves what the build creates: the glue, the packed bytes, the version, the module. */
const resolver = (entry, made, extension) => ({
  name: "synthflow",
  setup(build) {
    build.onResolve({ filter: /^\.\/synthflow_bg\.js$/ }, () => ({ path: join(out, "synthflow_bg.js") }));
    build.onResolve({ filter: /^\.\/host\.js$/ }, () => ({ path: join(template, "src/host.js") }));
    build.onResolve({ filter: /^\.\/(bytes|packed|version)\.js$/ }, ({ path }) => ({
      path,
      namespace: "made",
    }));
    build.onLoad({ filter: /.*/, namespace: "made" }, ({ path }) => ({
      contents: made[path],
      resolveDir: template,
    }));
    // A file of its own, so that bundlers drop it if it is not used.
    build.onResolve({ filter: /\/webhooks\/index\.js$/ }, ({ kind }) =>
      kind === "entry-point"
        ? undefined
        : { path: `./webhooks.${extension}`, external: true, sideEffects: false },
    );
    build.onResolve({ filter: /^synthflow_bg\.wasm$/ }, () => ({ path: entry.wasm, external: true }));
  },
});

const bundle = async (entry, format, made) => {
  const { from, name, node } = entry;
  const extension = format === "cjs" ? "cjs" : "js";
  await build({
    entryPoints: [join(template, from)],
    outfile: join(pkg, `${name}.${extension}`),
    bundle: true,
    format,
    platform: node ? "node" : "neutral",
    target: "es2022",
    mainFields: ["module", "main"],
    // The package itself, so that all entry points share one core.
    external: ["synthflow-wasm"],
    minifySyntax: true,
    legalComments: "inline",
    logLevel: "warning",
    plugins: [resolver(entry, made, extension)],
  });
};

/** The definitions of the entry points, each for import and for require. */
const definitions = () => {
  const types = (name) => read(template, "types", name);
  const common = types("client.d.ts") + read(template, "generated/types.d.ts");
  const all = {
    index: common + types("default.d.ts"),
    slim: common + types("slim.d.ts"),
    drift: types("drift.d.ts"),
    calls: types("calls.d.ts"),
    schema: types("schema.d.ts"),
    proxy: types("proxy.d.ts"),
    campaign: types("campaign.d.ts"),
    "campaign-file": types("campaign-file.d.ts"),
    webhooks: read(template, "generated/webhooks.d.ts") + types("webhooks.d.ts"),
    sandbox: read(template, "sandbox/index.d.ts"),
    "sandbox-server": read(template, "sandbox/serve.d.ts").replace('"./index.js"', '"./sandbox.js"'),
  };
  write("wasm.d.ts", types("wasm.d.ts"));
  write("wasm.d.cts", types("wasm.d.ts").replace("export default", "export ="));
  for (const [name, text] of Object.entries(all)) {
    const inside = (extension) => text.replace(/"\.\/(\w+)\.js"/g, (_, other) => `"./${other}.${extension}"`);
    write(`${name}.d.ts`, inside("js"));
    write(`${name}.d.cts`, inside("cjs"));
  }
};

/** Builds `pkg/`; mutant tests do not need compressed bytes in it. */
export const buildPackage = async ({ compressed = true } = {}) => {
  say("package: bundling the entries");
  rmSync(pkg, { recursive: true, force: true });
  mkdirSync(pkg, { recursive: true });
  const wasm = readFileSync(join(out, "synthflow_bg.wasm"));
  const manifest = JSON.parse(read(template, "package.json"));
  const version = { "./version.js": `export const VERSION = ${JSON.stringify(manifest.version)};` };
  const plain = { ...inline(wasm), ...version };
  const packed = compressed ? { ...pack(wasm), ...version } : plain;
  for (const entry of entries) {
    const made = entry.inline ? plain : packed;
    await bundle(entry, "esm", made);
    if (entry.cjs) await bundle(entry, "cjs", made);
  }
  definitions();
  cpSync(join(out, "synthflow_bg.wasm"), join(pkg, "synthflow_bg.wasm"));
  cpSync(join(template, "package.json"), join(pkg, "package.json"));
  cpSync(join(template, "generated/openapi.json"), join(pkg, "openapi.json"));
  // The README for npm, without the parts about the repository.
  write(
    "README.md",
    read(root, "README.md").replace(/<!-- repository -->[\s\S]*?<!-- \/repository -->\n*/g, ""),
  );
  for (const name of [
    "api.md",
    "SECURITY.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "docs/proxy.md",
    "docs/reliability.md",
    "docs/responses.md",
    "docs/sandbox.md",
  ])
    cpSync(join(root, name), join(pkg, name));
  manifest.files = readdirSync(pkg)
    .filter((name) => name !== "package.json")
    .sort();
  write("package.json", `${JSON.stringify(manifest, null, 2)}\n`);

  // Tests and examples import the package by its name, like users.
  const link = join(root, "node_modules/synthflow-wasm");
  rmSync(link, { recursive: true, force: true });
  symlinkSync(pkg, link, "junction");
};
