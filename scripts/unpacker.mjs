/** Builds the decoder of the packed core, a wasm of its own, from the crate in `unpack/`. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run, say } from "./run.mjs";

const target = join(root, "target/unpack");

/** The decoder. */
export const unpacker = join(target, "unpack.wasm");

/** The memory that the caller provides begins after the first page; the code needs no stack. */
const linking = ["-Clink-arg=--initial-memory=2162688", "-Clink-arg=-zstack-size=0"];

/** Exports that the linker adds. */
const unused = ["__data_end", "__heap_base"];

/** Builds the decoder. */
export const buildUnpacker = async () => {
  say("rust: compiling the decoder");
  await run("cargo", ["build", "--locked", "--release", "--target", "wasm32-unknown-unknown"], {
    quiet: true,
    cwd: join(root, "unpack"),
    env: { RUSTFLAGS: linking.join(" "), CARGO_TARGET_DIR: target },
  });
  // Imported late: loading binaryen takes a second.
  const { default: binaryen } = await import("binaryen");
  const built = readFileSync(join(target, "wasm32-unknown-unknown/release/unpack.wasm"));
  const module = binaryen.readBinary(built);
  for (const name of unused) module.removeExport(name);
  // These settings are global: `panics.mjs` has its own.
  binaryen.setDebugInfo(false);
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  module.optimize();
  module.runPasses(["strip-producers", "strip-target-features"]);
  mkdirSync(target, { recursive: true });
  writeFileSync(unpacker, module.emitBinary());
  module.dispose();
};
