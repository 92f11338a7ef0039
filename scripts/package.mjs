/** Builds `pkg/`, ready to publish, from the wasm, its glue and pkg-template. */

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { build } from "esbuild";
import { shorten } from "./dictionary.mjs";
import { joinStrings, LINE_LIMIT } from "./lines.mjs";
import { notice } from "./notice.mjs";
import { inline, pack } from "./pack.mjs";
import { root, say } from "./run.mjs";
import { out } from "./wasm.mjs";

const template = join(root, "pkg-template");
const pkg = join(root, "pkg");
const read = (...path) => readFileSync(join(...path), "utf8");
const manifest = JSON.parse(read(template, "package.json"));
const write = (name, text) => writeFileSync(join(pkg, name), text);

/**
 * The entry points: source and name; `inline` is with bytes that are not packed, `compact` without white space and with short names, `client` has
 * the class, `wasm` is the specifier of the module, `command` is nobody's import. The module that Node imports is one file:
 * each of six more takes half a millisecond to find, read and link, which is half the time of the import.
 */
const entries = [
  { from: "src/default.js", name: "index" },
  { from: "src/default.js", name: "node", cjs: true, client: true, inline: true },
  { from: "src/slim.js", name: "slim", cjs: true, client: true },
  { from: "src/core.js", name: "client", cjs: true },
  { from: "src/errors.js", name: "errors", cjs: true },
  { from: "src/version.js", name: "version", cjs: true },
  { from: "shared/own.js", name: "own", cjs: true },
  { from: "generated/operations.js", name: "operations", compact: true, cjs: true },
  { from: "./bytes.js", name: "packed" },
  { from: "./bytes.js", name: "bytes", cjs: "only", inline: true },
  { from: "src/drift.js", name: "drift", compact: true, cjs: true },
  { from: "src/module.js", name: "workerd", wasm: "./synthflow_bg.wasm" },
  { from: "src/module.js", name: "edge-light", wasm: "./synthflow_bg.wasm?module" },
  { from: "webhooks/index.js", name: "webhooks", cjs: true },
  { from: "calls/index.js", name: "calls", cjs: true },
  { from: "schema/index.js", name: "schema", compact: true, cjs: true },
  { from: "proxy/index.js", name: "proxy", compact: true, cjs: true },
  { from: "campaign/index.js", name: "campaign", compact: true, cjs: true },
  { from: "campaign/file.js", name: "campaign-file", compact: true, cjs: true, node: true },
  { from: "sandbox/index.js", name: "sandbox", compact: true, cjs: true },
  { from: "sandbox/serve.js", name: "sandbox-server", compact: true, cjs: true, node: true },
  { from: "cli/main.js", name: "cli", compact: true, node: true, command: true },
];

/**
 * Sources that are files of the package, rather than parts of each file that needs them: they are in the package once, their
 * classes and their state are one, and a bundler drops those that are not used.
 */
const shared = {
  "src/core.js": "client",
  "src/errors.js": "errors",
  "src/version.js": "version",
  "shared/own.js": "own",
  "webhooks/index.js": "webhooks",
  "sandbox/index.js": "sandbox",
  "sandbox/serve.js": "sandbox-server",
  "generated/operations.js": "operations",
};

/** The schemas as a module; non-ASCII letters are escaped. */
const schemas = (compressed) => {
  const text = read(template, "generated/schemas.json")
    .trim()
    .replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt().toString(16).padStart(4, "0")}`);
  const shortened = compressed ? shorten(text) : ["", "", text];
  return `export const shortened = ${JSON.stringify(shortened)};`;
};

/** Whether a file of the package has all of its parts in it. */
const isAlone = ({ name }, extension) => name === "node" && extension === "js";

/** Objects of the exports of a module are made by calls that bundlers may drop; esbuild does not say so of its own. */
const withPureNamespaces = (text) => {
  const pure = text
    .replace(/(__defProp\(target, name, [^;]+;\n)/, "$1  return target;\n")
    .replace(/= \{\};\n__export\(\w+, /g, "= /* @__PURE__ */ __export({ __proto__: null }, ");
  if (!pure.includes("__PURE__ */ __export(")) throw new Error("esbuild writes namespaces in another way");
  return pure;
};

/** Resolves what the build creates: the glue, the packed bytes, the module, the schemas. */
const resolver = (entry, made, extension) => ({
  name: "synthflow",
  setup(build) {
    const alone = isAlone(entry, extension);
    build.onResolve({ filter: /^\.\/synthflow_bg\.js$/ }, () => ({ path: join(out, "synthflow_bg.js") }));
    build.onResolve({ filter: /^\.\/host\.js$/ }, () => ({ path: join(template, "src/host.js") }));
    // First in a file, since base64 and code compress better apart.
    build.onResolve({ filter: /^\.\/(bytes|packed)\.js$/ }, ({ kind, path, namespace }) =>
      kind === "entry-point" || namespace === "made" || alone
        ? { path, namespace: "made" }
        : { path: `./${entry.inline ? "bytes" : "packed"}.${extension}`, external: true, sideEffects: false },
    );
    build.onResolve({ filter: /^\.\/schemas\.js$/ }, ({ path }) => ({ path, namespace: "made" }));
    build.onLoad({ filter: /.*/, namespace: "made" }, ({ path }) => ({
      contents: made[path],
      resolveDir: template,
    }));
    build.onResolve({ filter: /\.js$/ }, ({ kind, path, resolveDir }) => {
      const name = shared[relative(template, resolve(resolveDir, path))];
      if (kind === "entry-point" || alone || !name) return undefined;
      return { path: `./${name}.${extension}`, external: true, sideEffects: false };
    });
    build.onResolve({ filter: /^synthflow_bg\.wasm$/ }, () => ({ path: entry.wasm, external: true }));
  },
});

/** What `require` returns is the class, as users of other clients expect, and has everything else. */
const CLASS_AS_MODULE = `
module.exports = Object.assign(module.exports.Synthflow, module.exports);
Object.defineProperty(module.exports, "__esModule", { value: true });`;

/** What `require` is in a module, for the argument parser, which is not one. */
const REQUIRE = `import { createRequire } from "node:module";
const require = createRequire(import.meta.url);`;

const bundle = async (entry, format, made) => {
  const { from, name, node, client, compact, command } = entry;
  const extension = format === "cjs" ? "cjs" : "js";
  const outfile = join(pkg, `${name}.${extension}`);
  const { metafile } = await build({
    metafile: true,
    entryPoints: [from.startsWith("./") ? from : join(template, from)],
    outfile,
    bundle: true,
    format,
    // For Node, the names of the exports are annotated for modules that import what is for `require`.
    platform: node || format === "cjs" ? "node" : "neutral",
    banner: command ? { js: REQUIRE } : {},
    footer: format === "cjs" && client ? { js: CLASS_AS_MODULE } : {},
    target: "es2022",
    mainFields: ["module", "main"],
    // The package itself, so that all entry points share one core.
    external: ["synthflow-wasm"],
    minifySyntax: true,
    // Half of these files would be white space. Without it, others would lose what bundlers need: which calls are pure, but
    // no bundler drops parts of what is for `require`.
    minifyWhitespace: compact || format === "cjs",
    minifyIdentifiers: compact,
    lineLimit: LINE_LIMIT,
    legalComments: "inline",
    logLevel: "warning",
    plugins: [resolver(entry, made, extension)],
  });
  const text = readFileSync(outfile, "utf8");
  writeFileSync(outfile, joinStrings(isAlone(entry, extension) ? withPureNamespaces(text) : text));
  return Object.keys(metafile.inputs);
};

/** The npm packages that files are of. */
const packagesOf = (paths) =>
  [...new Set(paths.map((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]))].filter(Boolean);

/** The names of all exports of definitions. */
const exportsOf = (text) =>
  [...text.matchAll(/^export (?:declare )?(?:interface|type|class|function|const|\* as) (\w+)/gm)].map(
    ([, name]) => name,
  );

/**
 * The definitions, once: those for `require`, which are the definitions for `import` too. Those of an entry with the client
 * are in `types.d.cts`; what `require` returns is the class, which has everything else.
 */
const definitions = () => {
  const types = (name) => read(template, "types", name);
  const common = types("client.d.ts") + read(template, "generated/types.d.ts");
  const required = (text) => text.replace(/"\.\/(\w+)\.js"/g, (_, name) => `"./${name}.cjs"`);
  write("types.d.cts", required(common));
  for (const name of ["index", "slim"]) {
    const own = types(`${name === "index" ? "default" : name}.d.ts`);
    write(
      `${name}.d.ts`,
      `export * from "./types.cjs";\nexport { Synthflow as default } from "./types.cjs";\n${own}`,
    );
    const declared = own.replace(/^import .*$/gm, "").replace(/^export declare /gm, "export ");
    const names = [...new Set(exportsOf(common))].filter((one) => one !== "Synthflow");
    write(
      `${name}.d.cts`,
      [
        'import all = require("./types.cjs");',
        "declare class Synthflow extends all.Synthflow {}",
        "declare namespace Synthflow {",
        "export { Synthflow, Synthflow as default };",
        ...names.map((one) => `export import ${one} = all.${one};`),
        declared,
        "}",
        "export = Synthflow;\n",
      ].join("\n"),
    );
  }
  write("wasm.d.ts", types("wasm.d.ts"));
  write("wasm.d.cts", required(types("wasm.d.ts")).replace("export default", "export ="));
  const others = {
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
  for (const [name, text] of Object.entries(others)) {
    // Types of the client, which are no fields of its class.
    write(`${name}.d.cts`, required(text).replaceAll('"./index.cjs"', '"./types.cjs"'));
    write(`${name}.d.ts`, `export * from "./${name}.cjs";\n`);
  }
};

/** Builds `pkg/`; mutant tests do not need compressed bytes in it. */
export const buildPackage = async ({ compressed = true } = {}) => {
  say("package: bundling the entries");
  rmSync(pkg, { recursive: true, force: true });
  mkdirSync(pkg, { recursive: true });
  const wasm = readFileSync(join(out, "synthflow_bg.wasm"));
  const plain = inline(wasm);
  const packed = compressed ? pack(wasm) : plain;
  const declared = { "./schemas.js": schemas(compressed) };
  const bundled = [];
  for (const entry of entries) {
    const made = { ...(entry.inline ? plain : packed), ...declared };
    if (entry.cjs !== "only") bundled.push(...(await bundle(entry, "esm", made)));
    if (entry.cjs) await bundle(entry, "cjs", made);
  }
  write("NOTICE", notice(packagesOf(bundled)));
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
    "CHANGELOG.md",
    "SECURITY.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "docs/compatibility.md",
    "docs/proxy.md",
    "docs/reliability.md",
    "docs/responses.md",
    "docs/sandbox.md",
    "docs/versions.md",
  ])
    cpSync(join(root, name), join(pkg, name));
  cpSync(join(root, "docs/guides"), join(pkg, "docs/guides"), { recursive: true });
  const files = readdirSync(pkg)
    .filter((name) => name !== "package.json")
    .sort();
  write("package.json", `${JSON.stringify({ ...manifest, files }, null, 2)}\n`);

  // Tests and examples import the package by its name, like users.
  const link = join(root, "node_modules/synthflow-wasm");
  rmSync(link, { recursive: true, force: true });
  symlinkSync(pkg, link, "junction");
};
