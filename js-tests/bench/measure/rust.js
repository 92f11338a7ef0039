/** Bytes of a Rust application with one call, built for release. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root, run } from "../../../scripts/run.mjs";
import { rustTarget } from "../../../scripts/rust-examples.mjs";
import { setup, tool } from "../../../scripts/setup.mjs";
import { withFolder } from "../folder.js";

const APP = "synthflow-example-one-call";
const bin = (name) => join(root, "node_modules/.bin", name);

const build = async (folder) => {
  const target = ["--target", "wasm32-unknown-unknown"];
  await run("cargo", ["build", "--locked", "--release", "--package", APP, ...target], {
    quiet: true,
    cwd: join(root, "examples-web/rust"),
    env: { CARGO_TARGET_DIR: rustTarget },
  });
  const wasm = join(rustTarget, `wasm32-unknown-unknown/release/${APP}.wasm`);
  const options = ["--target", "web", "--no-typescript", "--out-name", "app", "--out-dir", folder];
  await run(tool("wasm-bindgen"), [...options, wasm], { quiet: true });
  const optimized = join(folder, "optimized.wasm");
  await run(bin("wasm-opt"), ["-Oz", join(folder, "app_bg.wasm"), "-o", optimized], { quiet: true });
  return { wasm: optimized, script: join(folder, "app.js") };
};

export const rust = {
  title: "A Rust application",
  about:
    "The application with one call in `examples-web/rust/one-call`, with the profile that docs/rust.md shows, after wasm-bindgen and `wasm-opt -Oz`.",
  columns: {
    raw: { label: "bytes", digits: 0 },
    gzip: { label: "gzip", digits: 0 },
  },
  run: async () => {
    await setup();
    return withFolder(async (folder) => {
      const files = Object.entries(await build(folder)).map(([name, path]) => {
        const bytes = readFileSync(path);
        return [name, { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length }];
      });
      return Object.fromEntries(files);
    });
  },
};
