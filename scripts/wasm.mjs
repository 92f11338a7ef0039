/** From Rust to the wasm and its glue: cargo, wasm-bindgen, wasm-opt. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { root, run, say } from "./run.mjs";
import { tool } from "./setup.mjs";

/** Shared by all that is built, so that dependencies are compiled once; a library by its name. */
const target = join(root, "target");

/** Where the wasm and its glue are made. */
export const out = join(root, "target/wasm");

/**
 * What the glue does for hosts that we do not run on, a `TextEncoder` without `encodeInto`; and
 * `using`, which nobody needs where nobody must call free().
 */
const unneeded = [
  /^if \(Symbol\.dispose\).*$/gm,
  /^if \(!\('encodeInto' in cachedTextEncoder\)\) \{[\s\S]*?^\}$/gm,
  / {4}if \(realloc === undefined\) \{[\s\S]*?^ {4}\}$/gm,
];

/** The glue under the short names that wasm-opt gave to imports and exports, told in its report. */
const shorten = (glue, report) => {
  const { imports, exports } = JSON.parse(report);
  const short = new Map(exports);
  const needed = unneeded.reduce((text, part) => {
    const rest = text.replace(part, "");
    if (rest === text) throw new Error(`the glue has changed: it has no ${part}`);
    return rest;
  }, glue);
  const calls = needed.replace(/\bwasm\.(\w+)/g, (whole, name) =>
    short.has(name) ? `wasm.${short.get(name)}` : whole,
  );
  const given = imports.map(([, name, shorter]) => `  ${shorter}: ${name},\n`).join("");
  const begin = short.get("__wbindgen_start");
  // What pkg-template/src/host.js gives stands outside, since it has nothing of an instance's. Some of it the glue
  // calls, the rest the wasm itself.
  let fromHost = imports.filter(([module]) => module === "./host.js").map(([, name]) => name);
  const inside = calls
    .replace(/^export /gm, "")
    .replace(/^import \{(.*)\} from '.\/host.js';$/m, (_, names) => {
      fromHost = [...fromHost, ...names.split(",").map((name) => name.trim())];
      return "";
    });
  return `import { ${[...new Set(fromHost)].join(", ")} } from "./host.js";
/** Makes the glue of one instance: what a second one does is none of the first's business. */
export const instantiateGlue = () => {
${inside}
const imports = { a: {\n${given}} };
return { imports, attach: __wbg_set_wasm, start: () => wasm.${begin}(), Core, isFinalStatus, operations, validate };
};
`;
};

/**
 * Builds `synthflow_bg.wasm` and `synthflow_bg.js` into the folder `to`, of the crate in `from`. Tests
 * build a crate with a planted fault, whose `library` has another name since cargo would take the one
 * for the other, and without the `fence` that refuses it. Without `optimize` it is built in a few seconds, large
 * and slow, and panics are not cut: for tests of what the sources do.
 */
export const buildWasm = async ({
  from = root,
  to = out,
  library = "synthflow_wasm",
  fence = true,
  optimize = true,
} = {}) => {
  say("rust: compiling to wasm");
  // The last that fits counts. Where cargo keeps its sources is no part of the wasm either.
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
    // Loaded late: it takes binaryen a second to load.
    const { withoutPanicking } = await import("./panics.mjs");
    writeFileSync(wasm, withoutPanicking(readFileSync(wasm), { fence }));
  }
  const optimizer = join(root, "node_modules/binaryen/bin/wasm-opt");
  // Inlining all that is called once makes the wasm smaller, but packs worse.
  const inlining = "--one-caller-inline-max-function-size=20";
  const passes = optimize
    ? [inlining, "-Oz", "--flatten", "--rereloop", "-Oz", "--dae-optimizing", "-Oz"]
    : ["-O0", "--strip-debug"];
  const strip = ["--strip-producers", "--strip-target-features", "--minify-imports-and-exports-and-modules"];
  const report = await run(process.execPath, [optimizer, ...passes, ...strip, wasm, "-o", wasm], {
    quiet: true,
  });

  // The loader of the bundler target imports the wasm as a module, which few hosts can: ours is in
  // pkg-template.
  rmSync(join(to, "synthflow.js"));
  const glue = join(to, "synthflow_bg.js");
  writeFileSync(glue, shorten(readFileSync(glue, "utf8"), report));
};
