/** Builds the wasm and its glue from Rust, with cargo, wasm-bindgen and wasm-opt. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { shorten } from "./glue.mjs";
import { root, run, say } from "./run.mjs";
import { tool } from "./setup.mjs";

/** Shared by all builds, so that dependencies are compiled once. */
const target = join(root, "target");

/** The folder of the wasm and its glue. */
export const out = join(root, "target/wasm");

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
  // Inlining what is small, or everything that is called once, makes the wasm smaller, but it compresses worse.
  const inlining = ["always", "flexible"].map((kind) => `--${kind}-inline-max-function-size=0`);
  inlining.push("--one-caller-inline-max-function-size=20");
  // Folds `load(pointer + constant)` into one instruction, which traps where the sum would wrap around to an address below
  // 1024. Only a stack that is about to overflow, and then traps anyway, has such addresses: it grows down to 0.
  const folding = "--low-memory-unused";
  const passes = optimize
    ? [folding, ...inlining, "-Oz", "--flatten", "--rereloop", "-Oz", "--dae-optimizing", "-Oz", "-Oz"]
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
