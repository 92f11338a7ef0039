/** From Rust to the wasm and its glue: cargo, wasm-bindgen, wasm-opt. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import binaryen from "binaryen";
import { root, run, say } from "./run.mjs";
import { tool } from "./setup.mjs";

const built = join(root, "target/wasm32-unknown-unknown/release/synthflow_wasm.wasm");

/** Where the wasm and its glue are made. */
export const out = join(root, "target/wasm");

/**
 * What only a panic runs: formatting its message and printing it, which in wasm goes nowhere. A panic
 * then is the trap it would end in anyway. `clippy` denies what can panic in our own code.
 */
const panicking =
  /panicking|panic_fmt|slice_error_fail|slice_index_fail|unwrap_failed|expect_failed|handle_error|handle_alloc_error|capacity_overflow|rust_begin_unwind|rust_panic|\bfmt::|::fmt$/;

/** What only those functions read: source paths, the texts of the standard library's panics, digits of numbers. */
const panickingTexts = [
  /\/rustc\/[\w./-]+\.rs/g,
  /~\/\.cargo\/[\w./-]+\.rs/g,
  /src\/[\w/]+\.rs/g,
  /assertion `left [^\0]*?right: /g,
  /assertion failed: self\.is_char_boundary\(new_len\)/g,
  /00010203(?:\d\d)+9899/g,
  /cannot access a Thread Local Storage value during or after destruction: /g,
  /Attempted to initialize thread-local while it is being dropped/g,
  /internal error: entered unreachable code|Tried to shrink to a larger capacity/g,
  /closure invoked recursively or after being dropped|LazyCell instance has previously been poisoned/g,
  /RefCell already mutably borrowed|RefCell already borrowed/g,
];

const blank = (bytes) =>
  Buffer.from(
    panickingTexts.reduce(
      (text, panicking) => text.replace(panicking, (found) => "\0".repeat(found.length)),
      bytes.toString("latin1"),
    ),
    "latin1",
  );

const withoutPanicking = (bytes) => {
  binaryen.setDebugInfo(true);
  const module = binaryen.readBinary(blank(bytes));
  for (let index = 0; index < module.getNumFunctions(); index += 1) {
    const reference = module.getFunctionByIndex(index);
    const { name, module: imported } = binaryen.getFunctionInfo(reference);
    if (!imported && panicking.test(name)) binaryen.Function(reference).body = module.unreachable();
  }
  const stripped = module.emitBinary();
  module.dispose();
  return stripped;
};

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
  const inside = calls.replace(/^export /gm, "");
  return `/** Makes the glue of one instance: what a second one does is none of the first's business. */
export const make = () => {
${inside}
const imports = { a: {\n${given}} };
return { imports, attach: __wbg_set_wasm, start: () => wasm.${begin}(), Core, ended, operations, problems };
};
`;
};

/** Builds `target/wasm/synthflow_bg.wasm` and `synthflow_bg.js`. */
export const buildWasm = async () => {
  say("rust: compiling to wasm");
  const flags = [`--remap-path-prefix=${homedir()}=~`, `--remap-path-prefix=${root}=`];
  await run(
    "cargo",
    [
      "build",
      "--locked",
      "--release",
      "--lib",
      "--features",
      "package",
      "--target",
      "wasm32-unknown-unknown",
    ],
    { quiet: true, env: { RUSTFLAGS: flags.join(" ") } },
  );
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const options = ["--target", "bundler", "--no-typescript", "--out-dir", out, "--out-name", "synthflow"];
  await run(tool("wasm-bindgen"), [...options, built], { quiet: true });

  say("wasm-opt: making it small");
  const wasm = join(out, "synthflow_bg.wasm");
  writeFileSync(wasm, withoutPanicking(readFileSync(wasm)));
  const optimizer = join(root, "node_modules/binaryen/bin/wasm-opt");
  const passes = ["--traps-never-happen", "-Oz", "--flatten", "--rereloop", "-Oz", "--dae-optimizing", "-Oz"];
  const strip = ["--strip-producers", "--strip-target-features", "--minify-imports-and-exports-and-modules"];
  const report = await run(process.execPath, [optimizer, ...passes, ...strip, wasm, "-o", wasm], {
    quiet: true,
  });

  // The loader of the bundler target imports the wasm as a module, which few hosts can: ours is in
  // pkg-template.
  rmSync(join(out, "synthflow.js"));
  const glue = join(out, "synthflow_bg.js");
  writeFileSync(glue, shorten(readFileSync(glue, "utf8"), report));
};
