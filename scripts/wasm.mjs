/** Builds the wasm and its glue from Rust, with cargo, wasm-bindgen and wasm-opt. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { root, run, say } from "./run.mjs";
import { tool } from "./setup.mjs";

/** Shared by all builds, so that dependencies are compiled once. */
const target = join(root, "target");

/** The folder of the wasm and its glue. */
export const out = join(root, "target/wasm");

/**
 * Parts of the glue that are replaced. Not needed: hosts that are not supported, with a `TextEncoder` without
 * `encodeInto`. Slower and larger than they must be: a string is returned through a `DataView` whose memory is compared
 * each time, and an import that may throw is called with an arguments object.
 */
const replaced = [
  [/^if \(!\('encodeInto' in cachedTextEncoder\)\) \{[\s\S]*?^\}$/gm, ""],
  [/ {4}if \(realloc === undefined\) \{[\s\S]*?^ {4}\}$/gm, ""],
  [
    / {4}getDataViewMemory0\(\)\.setInt32\(\(arg0 >>> 0\) \+ 4 \* 1, (\w+), true\);\n {4}getDataViewMemory0\(\)\.setInt32\(\(arg0 >>> 0\) \+ 4 \* 0, (\w+), true\);/g,
    "    setPair(arg0, $2, $1);",
  ],
  [
    /^let cachedDataViewMemory0[\s\S]*?^function getDataViewMemory0[\s\S]*?^\}$/gm,
    `let words = null;
function setPair(at, one, other) {
    if (words === null || words.byteLength === 0) words = new Int32Array(wasm.memory.buffer);
    words[at >>> 2] = one;
    words[(at >>> 2) + 1] = other;
}`,
  ],
  [
    /^export function (\w+)\(\) \{ return handleError\(function \((.*)\) \{\n([\s\S]*?)^\}, arguments\); \}$/gm,
    "export function $1($2) {\n    try {\n$3    } catch (e) { storeThrown(e); }\n}",
  ],
  [
    /^function handleError\(f, args\) \{[\s\S]*?catch \(e\) \{([\s\S]*?)^ {4}\}\n\}$/gm,
    "function storeThrown(e) {$1}",
  ],
];

/** The glue with the short names of imports and exports that the report of wasm-opt contains. */
const shorten = (glue, report) => {
  const { imports, exports } = JSON.parse(report);
  const short = new Map(exports);
  const needed = replaced.reduce((text, [part, instead]) => {
    const rest = text.replace(part, instead);
    if (rest === text) throw new Error(`the glue has changed: it has no ${part}`);
    return rest;
  }, glue);
  if (/DataView|, arguments\)/.test(needed)) throw new Error("the glue has changed: not all of it is replaced");
  const calls = needed.replace(/\bwasm\.(\w+)/g, (whole, name) =>
    short.has(name) ? `wasm.${short.get(name)}` : whole,
  );
  const given = imports.map(([, name, shorter]) => `  ${shorter}: ${name},\n`).join("");
  const begin = short.get("__wbindgen_start");
  // Functions of pkg-template/src/host.js are outside, since they do not depend on an instance. The glue calls some of
  // them, the wasm the others.
  let fromHost = imports.filter(([module]) => module === "./host.js").map(([, name]) => name);
  const inside = calls
    .replace(/^export /gm, "")
    .replace(/^import \{(.*)\} from '.\/host.js';$/m, (_, names) => {
      fromHost = [...fromHost, ...names.split(",").map((name) => name.trim())];
      return "";
    });
  return `import { ${[...new Set(fromHost)].join(", ")} } from "./host.js";
/** Creates the glue of one instance; instances share no state. */
export const instantiateGlue = () => {
${inside}
const imports = { a: {\n${given}} };
return { imports, attach: __wbg_set_wasm, start: () => wasm.${begin}(), begin, configure, end, forget, isFinalStatus, next, operations, request, signal, validate };
};
`;
};

/**
 * Builds `synthflow_bg.wasm` and `synthflow_bg.js` of the crate in `from` into the folder `to`. Tests build a crate with a
 * planted fault, whose `library` has another name so that cargo does not confuse them, and without the `fence`, which
 * would refuse it. Without `optimize` the build takes a few seconds, is large and slow, and includes panics.
 */
export const buildWasm = async ({
  from = root,
  to = out,
  library = "synthflow_wasm",
  fence = true,
  optimize = true,
} = {}) => {
  say("rust: compiling to wasm");
  // The last match applies. Paths of the build machine must not be in the wasm.
  const flags = [
    `--remap-path-prefix=${homedir()}=~`,
    `--remap-path-prefix=${process.env.CARGO_HOME ?? join(homedir(), ".cargo")}=~/.cargo`,
    `--remap-path-prefix=${root}=`,
  ];
  await run(
    "cargo",
    [
      "build",
      "--locked",
      "--profile",
      optimize ? "release" : "dev",
      "--lib",
      "--no-default-features",
      "--features",
      "package",
      "--target",
      "wasm32-unknown-unknown",
    ],
    { quiet: true, cwd: from, env: { RUSTFLAGS: flags.join(" "), CARGO_TARGET_DIR: target } },
  );
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const options = ["--target", "bundler", "--no-typescript", "--out-dir", to, "--out-name", "synthflow"];
  const built = join(target, "wasm32-unknown-unknown", optimize ? "release" : "debug", `${library}.wasm`);
  await run(tool("wasm-bindgen"), [...options, built], { quiet: true });

  say(optimize ? "wasm-opt: making it small" : "wasm-opt: shortening names");
  const wasm = join(to, "synthflow_bg.wasm");
  if (optimize) {
    // Imported late: loading binaryen takes a second.
    const { withoutPanicking } = await import("./panics.mjs");
    writeFileSync(wasm, withoutPanicking(readFileSync(wasm), { fence }));
  }
  const optimizer = join(root, "node_modules/binaryen/bin/wasm-opt");
  // Inlining everything that is called once makes the wasm smaller, but compresses worse.
  const inlining = "--one-caller-inline-max-function-size=20";
  const passes = optimize
    ? [inlining, "-Oz", "--flatten", "--rereloop", "-Oz", "--dae-optimizing", "-Oz"]
    : ["-O0", "--strip-debug"];
  const strip = ["--strip-producers", "--strip-target-features", "--minify-imports-and-exports-and-modules"];
  const report = await run(process.execPath, [optimizer, ...passes, ...strip, wasm, "-o", wasm], {
    quiet: true,
  });

  // The loader of the bundler target imports the wasm as a module, which few hosts support: pkg-template has another one.
  rmSync(join(to, "synthflow.js"));
  const glue = join(to, "synthflow_bg.js");
  writeFileSync(glue, shorten(readFileSync(glue, "utf8"), report));
};
