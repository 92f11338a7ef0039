/** The Rust examples of `examples-web/rust`, compiled, with the JavaScript that loads them in a page. */

import { join } from "node:path";
import { root, run, say } from "./run.mjs";
import { setup, tool } from "./setup.mjs";

/** Not the library's, which cargo locks while it builds or tests that. */
export const rustTarget = join(root, "target/rust-examples");

/** Names of the examples. */
export const examples = ["leptos", "yew"];

/** Folder with `app.js` and `app_bg.wasm` of an example. */
export const folderOf = (name) => join(rustTarget, "pages", name);

/** Builds all of them; quick when nothing has changed. */
export const buildRustExamples = async () => {
  await setup();
  say("rust: the examples of front ends (some minutes, once)");
  await run("cargo", ["build", "--locked", "--target", "wasm32-unknown-unknown"], {
    quiet: true,
    cwd: join(root, "examples-web/rust"),
    env: { CARGO_TARGET_DIR: rustTarget },
  });
  for (const name of examples) {
    const built = join(rustTarget, `wasm32-unknown-unknown/debug/synthflow-example-${name}.wasm`);
    const options = ["--target", "web", "--no-typescript", "--out-name", "app", "--out-dir", folderOf(name)];
    await run(tool("wasm-bindgen"), [...options, built], { quiet: true });
  }
};
